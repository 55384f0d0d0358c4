// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivekind.h"
#include "app/archive/libarchive.h"
#include "app/archive/readahead.h"

namespace unmoor {

/// Unpacks .zst, .bz2, .lz4, .lz, .lzma and .Z through libarchive.
class FilterSource : public ByteSource
{
public:
    /// \a size: of all packed bytes; \a head: the first of them.
    FilterSource(ArchiveKind kind, ReadAhead &packed, qint64 size, QByteArray head);

    QByteArrayView next() override;

private:
    void stop();

    ReadAhead &m_packed;
    qint64 m_size;
    QByteArray m_head;
    ReadHandle m_reader;
    bool m_ended = false;
};

} // namespace unmoor
