// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/libarchive.h"

#include "app/core/words.h"

#include <cerrno>
#include <clocale>
#ifdef Q_OS_DARWIN
#include <xlocale.h>
#endif

namespace unmoor {

namespace {

la_ssize_t readFrom(archive *reader, void *source, const void **bytes)
{
    const auto from = static_cast<ByteSource *>(source);
    const QByteArrayView next = from->next();
    *bytes = next.data();
    if (!next.isEmpty() || !from->fault())
        return next.size();
    archive_set_error(reader, EIO, "%s", "the source failed");
    return -1;
}

} // namespace

ReadHandle newReader()
{
    return ReadHandle(archive_read_new());
}

int openOn(archive *reader, ByteSource &source)
{
    return archive_read_open(reader, &source, nullptr, readFrom, nullptr);
}

StreamFault faultOf(archive *reader, qint64 offset)
{
    if (archive_errno(reader) == ENOMEM)
        return {StreamFault::Kind::Limit, Words::tr("Reading stopped: unpacking needs more memory than it may take."),
                offset, Words::tr("Pack with a smaller dictionary or window, as the packers do by themselves.")};
    const QString reason = QString::fromUtf8(archive_error_string(reader));
    // The second is what liblzma says where it waits for bytes that do not come.
    const bool truncated = reason.contains(QLatin1String("truncated"), Qt::CaseInsensitive)
        || reason.contains(QLatin1String("No progress is possible"));
    return {truncated ? StreamFault::Kind::Truncated : StreamFault::Kind::Corrupt, reason, offset, {}};
}

#ifdef Q_OS_UNIX
struct NameLocale::Private
{
    locale_t own;
    locale_t before;
};

NameLocale::NameLocale(const char *name)
    : d(std::make_unique<Private>())
{
    d->own = newlocale(LC_CTYPE_MASK, name, nullptr);
    d->before = d->own ? uselocale(d->own) : nullptr;
}

NameLocale::~NameLocale()
{
    if (!d->own)
        return;
    uselocale(d->before);
    freelocale(d->own);
}
#else
struct NameLocale::Private
{
};

NameLocale::NameLocale(const char *) { }
NameLocale::~NameLocale() = default;
#endif

} // namespace unmoor
