// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/connections.h"

#include <QCryptographicHash>
#include <QFile>

namespace unmoor::rehearsal {

/// Takes the body of one upload as it comes, into a file, without holding more of it than a piece. A child of the
/// connection.
class UploadReader : public QObject
{
public:
    /// \a file: where the bytes go; empty: nowhere. \a breaker: breaks the connection when half of \a length has come;
    /// null: nothing does. \a ended is called once, with the SHA-256 (64 hex digits) of what came; with an empty one
    /// where the file could not be written, with nothing where the connection broke.
    UploadReader(QTcpSocket &connection, qint64 length, const QString &file, Breaker breaker,
                 std::function<void(const std::optional<QByteArray> &sha256)> ended);

private:
    void take();
    void end(const std::optional<QByteArray> &sha256);

    QTcpSocket &m_connection;
    qint64 m_length;
    Breaker m_breaker;
    std::function<void(const std::optional<QByteArray> &sha256)> m_ended;
    QFile m_file;
    bool m_isWritten = true; ///< all that came
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_received = 0;
};

} // namespace unmoor::rehearsal
