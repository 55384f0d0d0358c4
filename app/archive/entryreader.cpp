// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/entryreader.h"

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

EntryReader::Outcome EntryReader::read(archive_entry *header, ArchiveEntry &entry)
{
    if (entry.type != ArchiveEntry::Type::File)
        return Outcome::Whole;
    const qint64 stated = archive_entry_size_is_set(header) ? qint64(archive_entry_size(header)) : 0;
    const void *bytes = nullptr;
    size_t size = 0;
    la_int64_t offset = 0;
    qint64 position = 0;
    int code = ARCHIVE_OK;
    m_hash.finish();
    m_keeper.begin(stated);
    while ((code = archive_read_data_block(m_reader, &bytes, &size, &offset)) == ARCHIVE_OK) {
        // Sparse files have holes, which read as zeros.
        if (!addZeros(offset - position) || !m_spend(qint64(size)))
            return Outcome::Stopped;
        const QByteArrayView block(static_cast<const char *>(bytes), qsizetype(size));
        m_hash.add(block);
        m_keeper.add(block);
        position = offset + qint64(size);
    }
    if (code != ARCHIVE_EOF)
        return Outcome::Unreadable;
    if (!addZeros(stated - position))
        return Outcome::Stopped;
    entry.size = std::max(position, stated);
    entry.sha256 = m_hash.finish();
    entry.content = m_keeper.finish();
    return Outcome::Whole;
}

bool EntryReader::addZeros(qint64 count)
{
    static const QByteArray zeros(64 * 1024, '\0');
    while (count > 0) {
        const qint64 step = std::min<qint64>(count, zeros.size());
        if (!m_spend(step))
            return false;
        m_hash.add(QByteArrayView(zeros).first(step));
        m_keeper.add(QByteArrayView(zeros).first(step));
        count -= step;
    }
    return true;
}

} // namespace unmoor
