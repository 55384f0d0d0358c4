// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace unmoor::github {

/// The bytes of one write, handed out once. QNetworkAccessManager silently repeats a request whose connection closed
/// before an answer came; a write must not be repeated before the host was asked what became of it, and a body that
/// cannot be reset prevents it.
class Body : public QIODevice
{
public:
    explicit Body(const QByteArray &bytes);

    qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return m_taken == 0; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_taken = 0;
};

} // namespace unmoor::github
