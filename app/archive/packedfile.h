// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/bytesource.h"
#include "app/core/result.h"
#include "app/core/streamsha256.h"

#include <QFile>
#include <atomic>
#include <memory>

namespace unmoor {

/// The archive file as it lies on disk, read once in order and hashed on the way.
class PackedFile : public ByteSource
{
public:
    /// Errors: NotFound, InvalidInput (a folder, a device, nothing in it), Io.
    static Result<std::unique_ptr<PackedFile>> open(const QString &path);

    QByteArrayView next() override;

    QString path() const { return m_file.fileName(); }
    qint64 size() const { return m_size; }
    qint64 position() const { return m_position; } ///< bytes handed out so far
    QByteArray head() const { return m_head; } ///< the first bytes, enough to tell formats apart
    QByteArray sha256() { return m_hash.finish(); } ///< of the bytes handed out so far; call it once

private:
    explicit PackedFile(const QString &path)
        : m_file(path)
    {
    }
    bool start();

    QFile m_file;
    QByteArray m_buffer{256 * 1024, Qt::Uninitialized};
    QByteArray m_head;
    StreamSha256 m_hash;
    qint64 m_size = 0;
    std::atomic<qint64> m_position = 0; ///< read by whoever watches the limits
};

} // namespace unmoor
