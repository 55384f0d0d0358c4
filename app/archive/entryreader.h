// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/contentkeeper.h"
#include "archive/libarchive.h"
#include "core/streamsha256.h"

namespace unmoor {

/// What a header says, names as they are stored.
ArchiveEntry toArchiveEntry(archive_entry *header);

/// Reads the content of a reader's current entry.
class EntryReader
{
public:
    enum class Outcome {
        Whole,
        Stopped, ///< the scan has to end
        Unreadable, ///< libarchive gave an error; it holds the text
    };

    /// Counts bytes of content before they are looked at; false: the scan has to end.
    using Spend = std::function<bool(qint64 bytes)>;

    EntryReader(archive *reader, qint64 memberBytes, Spend spend)
        : m_reader(reader)
        , m_spend(std::move(spend))
        , m_keeper(memberBytes)
    {
    }

    /// Completes \a entry, which is what toArchiveEntry() made of \a header, where the outcome is Whole.
    Outcome read(archive_entry *header, ArchiveEntry &entry);

private:
    bool addZeros(qint64 count);

    archive *m_reader;
    Spend m_spend;
    StreamSha256 m_hash;
    ContentKeeper m_keeper;
};

} // namespace unmoor
