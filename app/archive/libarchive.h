// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/bytesource.h"

#include <archive.h>
#include <archive_entry.h>
#include <memory>

namespace unmoor {

struct ReadCloser
{
    void operator()(archive *reader) const { archive_read_free(reader); }
};
using ReadHandle = std::unique_ptr<archive, ReadCloser>;

ReadHandle newReader();

/// Lets \a reader read from \a source, which must outlive it. Gives libarchive's code.
int openOn(archive *reader, ByteSource &source);

/// What libarchive says of its last error: truncated, or corrupt. The text is libarchive's own.
StreamFault faultOf(archive *reader, qint64 offset);

/// The character set that libarchive takes for this thread's own while the object lives; elsewhere nothing changes.
/// libarchive converts names to it, which may normalize them; what it cannot convert it leaves as it is.
class NameLocale
{
public:
    explicit NameLocale(const char *name);
    ~NameLocale();

private:
    struct Private;
    std::unique_ptr<Private> d;
    Q_DISABLE_COPY_MOVE(NameLocale)
};

} // namespace unmoor
