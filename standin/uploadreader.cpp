// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/uploadreader.h"

namespace unmoor::rehearsal {

UploadReader::UploadReader(QTcpSocket &connection, qint64 length, const QString &file, Breaker breaker,
                           std::function<void(const std::optional<QByteArray> &sha256)> ended)
    : QObject(&connection)
    , m_connection(connection)
    , m_length(length)
    , m_breaker(std::move(breaker))
    , m_ended(std::move(ended))
    , m_file(file)
{
    if (!file.isEmpty())
        m_isWritten = m_file.open(QIODevice::WriteOnly);
    connect(&connection, &QTcpSocket::readyRead, this, &UploadReader::take);
    connect(&connection, &QTcpSocket::disconnected, this, [this] { end({}); });
    take();
}

void UploadReader::take()
{
    constexpr qint64 piece = 64 * 1024;
    while (m_received < m_length && m_connection.bytesAvailable() > 0) {
        if (m_breaker && m_received >= m_length / 2)
            break;
        const QByteArray bytes = m_connection.read(std::min(piece, m_length - m_received));
        m_received += bytes.size();
        m_hash.addData(bytes);
        if (m_file.isOpen())
            m_isWritten = m_isWritten && m_file.write(bytes) == bytes.size();
    }
    if (m_breaker && m_received >= m_length / 2) {
        const Breaker breaker = m_breaker;
        end({});
        breaker(m_connection);
    } else if (m_received == m_length) {
        m_isWritten = m_isWritten && (!m_file.isOpen() || m_file.flush());
        end(m_isWritten ? m_hash.result().toHex() : QByteArray());
    }
}

void UploadReader::end(const std::optional<QByteArray> &sha256)
{
    m_connection.disconnect(this);
    m_file.close();
    if (const auto ended = std::exchange(m_ended, {}))
        ended(sha256);
    deleteLater();
}

} // namespace unmoor::rehearsal
