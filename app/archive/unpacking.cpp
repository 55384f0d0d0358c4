// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/unpacking.h"

#include "app/archive/filtersource.h"
#include "app/archive/gzipsource.h"
#include "app/archive/xzsource.h"

namespace unmoor {

Unpacking::Unpacking(ArchiveKind kind, ByteSource &packed, qint64 size, const QByteArray &head)
    : m_bytes(&packed)
{
    if (compressionName(kind).isEmpty())
        return;
    if (kind == ArchiveKind::TarXz)
        m_unpacker = std::make_unique<XzSource>(packed);
    else if (kind == ArchiveKind::TarGz)
        m_unpacker = std::make_unique<GzipSource>(packed);
    else
        m_unpacker = std::make_unique<FilterSource>(kind, m_read.emplace(packed), size, head);
    m_bytes = &m_unpacked.emplace(*m_unpacker);
}

} // namespace unmoor
