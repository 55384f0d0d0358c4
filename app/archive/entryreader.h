// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/libarchive.h"
#include "archive/scan.h"
#include "archive/streamsha256.h"

namespace unmoor {

/// What a header says, names as they are stored.
ArchiveEntry toArchiveEntry(archive_entry *header);

/// Reads the content of the scan's current entry and completes it.
class EntryReader
{
public:
    enum class Outcome {
        Whole,
        Stopped, ///< the scan has to end
        Unreadable, ///< libarchive gave an error; it holds the text
    };

    EntryReader(archive *reader, Scan &scan)
        : m_reader(reader)
        , m_scan(scan)
    {
    }

    /// \a packed gives the packed bytes that were read so far, for the ratio limit.
    Outcome read(archive_entry *header, const std::function<qint64()> &packed);

private:
    bool addZeros(qint64 count, const std::function<qint64()> &packed);

    archive *m_reader;
    Scan &m_scan;
    StreamSha256 m_hash;
};

} // namespace unmoor
