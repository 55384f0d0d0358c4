// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QFile>
#include <QIODevice>
#include <functional>
#include <memory>

namespace unmoor::github {

/// The body of one write, handed out once. QNetworkAccessManager silently repeats a request whose connection closed
/// before an answer came; a write must not be repeated before the host was asked what became of it, and a body that
/// cannot be reset prevents it.
class Body : public QIODevice
{
public:
    explicit Body(const QByteArray &json);
    /// \a path is read as it is sent; its size and time must stay what they are. Errors: NotFound, Io.
    static Result<std::unique_ptr<Body>> ofFile(const QString &path);

    qint64 size() const override { return m_size; }
    bool reset() override { return m_taken == 0; }
    bool hasEnded() const { return m_taken == m_size; }
    /// False once the file is not what it was when it was opened.
    bool isUnchanged() const;

    std::function<void(qint64 taken)> taken; ///< called as bytes leave for the network

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    Body() = default;

    std::unique_ptr<QIODevice> m_source;
    QString m_path;
    QDateTime m_modified;
    qint64 m_size = 0;
    qint64 m_taken = 0;
};

} // namespace unmoor::github
