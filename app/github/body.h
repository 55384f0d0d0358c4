// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/github/uploadsource.h"

#include <QDateTime>
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
    /// \a path is read and hashed as it is sent; its size and time must stay what they are. With \a sha256 (64 hex
    /// digits) the last bytes of another file are held back. Errors: NotFound, Io.
    static Result<std::unique_ptr<Body>> ofFile(const QString &path, const QByteArray &sha256 = {});

    qint64 size() const override { return m_size; }
    bool reset() override { return m_taken == 0; }
    bool hasEnded() const { return m_taken == m_size; }
    /// False once the file is not what it was when it was opened.
    bool isUnchanged() const;

    /// The file is not the one that was promised, so what is missing of it never comes.
    bool isOther() const { return m_isOther; }

    std::function<void()> other; ///< called when it turns out to be another file
    std::function<void(qint64 taken)> taken; ///< called as bytes leave for the network

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    Body() = default;
    qint64 take(char *data, qint64 most);

    QByteArray m_json;
    std::unique_ptr<UploadSource> m_file; ///< null: the body is m_json
    QString m_path;
    QDateTime m_modified;
    qint64 m_size = 0;
    qint64 m_taken = 0;
    bool m_isOther = false;
};

} // namespace unmoor::github
