// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivekind.h"
#include "app/archive/readahead.h"

#include <optional>

namespace unmoor {

/// The bytes of the tar, or of the file, in a packed one. Unpacking goes on beside whoever reads them; for formats that
/// unpack on one core alone, reading the file, too.
class Unpacking
{
public:
    /// \a packed outlives this; \a size: of all its bytes, \a head: the first of them.
    Unpacking(ArchiveKind kind, ByteSource &packed, qint64 size, const QByteArray &head);

    ByteSource &bytes() { return *m_bytes; }

private:
    std::optional<ReadAhead> m_read;
    std::unique_ptr<ByteSource> m_unpacker;
    std::optional<ReadAhead> m_unpacked;
    ByteSource *m_bytes;
};

} // namespace unmoor
