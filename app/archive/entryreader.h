// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/contentkeeper.h"
#include "app/archive/libarchive.h"
#include "app/archive/scan.h"
#include "app/core/streamsha256.h"

namespace unmoor {

/// What a header says, names as they are stored.
ArchiveEntry toArchiveEntry(archive_entry *header);

/// As scan.begin(). An entry without a name gets one for people, and a finding.
bool beginEntry(Scan &scan, ArchiveEntry &entry);

/// How reading the content of an entry ended.
enum class ContentEnd {
    Whole,
    Stopped, ///< take said so
    Unreadable, ///< libarchive gave an error; it holds the text
};
/// Gives \a take the content of \a reader's current entry piece by piece, the holes of sparse files as zeros, and \a
/// size how many bytes there were. \a take: false to stop.
ContentEnd readContent(archive *reader, archive_entry *header, const std::function<bool(QByteArrayView bytes)> &take,
                       qint64 *size = nullptr);

/// Reads the content of entries, and keeps what is worth it.
class EntryReader
{
public:
    using Outcome = ContentEnd;

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
    archive *m_reader;
    Spend m_spend;
    StreamSha256 m_hash;
    ContentKeeper m_keeper;
};

} // namespace unmoor
