// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/entryreader.h"

#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

ArchiveEntry::Type typeOf(archive_entry *header)
{
    if (archive_entry_hardlink(header))
        return ArchiveEntry::Type::HardLink;
    switch (archive_entry_filetype(header)) {
    case AE_IFREG:
        return ArchiveEntry::Type::File;
    case AE_IFDIR:
        return ArchiveEntry::Type::Directory;
    case AE_IFLNK:
        return ArchiveEntry::Type::Symlink;
    default:
        return ArchiveEntry::Type::Special;
    }
}

QString forPeople(const QByteArray &rawName)
{
    const QString path = QString::fromUtf8(rawName);
    qsizetype from = 0;
    while (QStringView(path).sliced(from).startsWith("./"_L1) && path.size() > from + 2)
        from += 2;
    qsizetype to = path.size();
    while (to > from + 1 && path[to - 1] == u'/')
        --to;
    return path.sliced(from, to - from);
}

QByteArray firstOf(const char *a, const char *b)
{
    return QByteArray(a ? a : b);
}

} // namespace

ArchiveEntry toArchiveEntry(archive_entry *header)
{
    ArchiveEntry entry;
    entry.rawName = firstOf(archive_entry_pathname(header), archive_entry_pathname_utf8(header));
    entry.path = forPeople(entry.rawName);
    entry.type = typeOf(header);
    entry.mode = archive_entry_perm(header);
    entry.size = archive_entry_size_is_set(header) ? archive_entry_size(header) : 0;
    if (entry.type == ArchiveEntry::Type::HardLink)
        entry.link = QString::fromUtf8(firstOf(archive_entry_hardlink(header), archive_entry_hardlink_utf8(header)));
    else if (entry.type == ArchiveEntry::Type::Symlink)
        entry.link = QString::fromUtf8(firstOf(archive_entry_symlink(header), archive_entry_symlink_utf8(header)));
    entry.mtime = archive_entry_mtime(header);
    entry.uid = archive_entry_uid(header);
    entry.gid = archive_entry_gid(header);
    return entry;
}

bool beginEntry(Scan &scan, ArchiveEntry &entry)
{
    if (!entry.rawName.isEmpty())
        return scan.begin(entry);
    const qint64 number = scan.count() + 1;
    entry.path = Words::tr("(entry %1)").arg(number);
    if (!scan.begin(entry))
        return false;
    scan.add({Severity::Error, u"unprintable-name"_s, entry.path,
              Words::tr("Entry %1 has no name, or none that can be read: some programs leave it out when they "
                        "unpack, and others refuse the archive.")
                  .arg(number),
              Words::tr("Pack anew with tar or zip; a name that is empty comes from whatever wrote this archive.")});
    return true;
}

ContentEnd readContent(archive *reader, archive_entry *header, const std::function<bool(QByteArrayView bytes)> &take,
                       qint64 *size)
{
    const auto takeZeros = [&take](qint64 count) {
        static const QByteArray zeros(64 * 1024, '\0');
        for (; count > 0; count -= std::min<qint64>(count, zeros.size())) {
            if (!take(QByteArrayView(zeros).first(std::min<qint64>(count, zeros.size()))))
                return false;
        }
        return true;
    };
    const qint64 stated = archive_entry_size_is_set(header) ? qint64(archive_entry_size(header)) : 0;
    const void *bytes = nullptr;
    size_t length = 0;
    la_int64_t offset = 0;
    qint64 position = 0;
    int code = ARCHIVE_OK;
    while ((code = archive_read_data_block(reader, &bytes, &length, &offset)) == ARCHIVE_OK) {
        if (!takeZeros(offset - position) || !take(QByteArrayView(static_cast<const char *>(bytes), qsizetype(length))))
            return ContentEnd::Stopped;
        position = offset + qint64(length);
    }
    if (code != ARCHIVE_EOF)
        return ContentEnd::Unreadable;
    if (!takeZeros(stated - position))
        return ContentEnd::Stopped;
    if (size)
        *size = std::max(position, stated);
    return ContentEnd::Whole;
}

EntryReader::Outcome EntryReader::read(archive_entry *header, ArchiveEntry &entry)
{
    if (entry.type != ArchiveEntry::Type::File)
        return Outcome::Whole;
    m_hash.finish();
    m_keeper.begin(archive_entry_size_is_set(header) ? qint64(archive_entry_size(header)) : 0);
    const auto take = [this](QByteArrayView bytes) {
        if (!m_spend(bytes.size()))
            return false;
        m_hash.add(bytes);
        m_keeper.add(bytes);
        return true;
    };
    qint64 size = 0;
    const Outcome outcome = readContent(m_reader, header, take, &size);
    if (outcome != Outcome::Whole)
        return outcome;
    entry.size = size;
    entry.sha256 = m_hash.finish();
    entry.content = m_keeper.finish();
    entry.contentKind = m_keeper.kind();
    return Outcome::Whole;
}

} // namespace unmoor
