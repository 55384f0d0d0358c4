// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/packedfile.h"

#include "app/core/words.h"

#include <QFileInfo>

namespace unmoor {

Result<std::unique_ptr<PackedFile>> PackedFile::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Error::Kind::NotFound,
                       Words::tr("There is no file %1. Check the path, or build the archive first.").arg(path));
    // Opening a pipe would wait for its writer.
    if (!info.isFile())
        return failure(Error::Kind::InvalidInput,
                       Words::tr("%1 is not a file. Name the archive itself, such as a .tar.xz or .zip.").arg(path));
    if (info.size() == 0)
        return failure(Error::Kind::InvalidInput,
                       Words::tr("%1 is empty: it is no archive. Build or download it again.").arg(path));
    std::unique_ptr<PackedFile> file(new PackedFile(path));
    if (!file->start())
        return failure(Error::Kind::Io,
                       Words::tr("Could not read %1: %2. Check its permissions and the disk.")
                           .arg(path, file->m_file.errorString()));
    return file;
}

bool PackedFile::start()
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    m_size = m_file.size();
    m_head = m_file.read(1024);
    return !m_head.isEmpty() && m_file.seek(0);
}

QByteArrayView PackedFile::next()
{
    if (m_fault)
        return {};
    const qint64 got = m_file.read(m_buffer.data(), m_buffer.size());
    if (got < 0) {
        fail(StreamFault::Kind::Io, m_file.errorString(), m_position);
        return {};
    }
    m_position += got;
    const QByteArrayView bytes(m_buffer.constData(), got);
    m_hash.add(bytes);
    return bytes;
}

} // namespace unmoor
