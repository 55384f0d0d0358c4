// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/zipscan.h"

#include "archive/entryreader.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ZipScan)
};

/// Where the end record and its comment end; nullopt where there is none.
std::optional<qint64> endOfZip(QFile &file)
{
    constexpr qint64 recordSize = 22;
    constexpr qint64 longestComment = 65535;
    const qint64 from = std::max<qint64>(0, file.size() - recordSize - longestComment);
    file.seek(from);
    const QByteArray tail = file.readAll();
    file.seek(0);
    for (qsizetype at = tail.lastIndexOf("PK\x05\x06"); at >= 0;
         at = at > 0 ? tail.lastIndexOf("PK\x05\x06", at - 1) : -1) {
        if (at + recordSize > tail.size())
            continue;
        const qint64 end = at + recordSize + qFromLittleEndian<quint16>(tail.constData() + at + recordSize - 2);
        if (end <= tail.size())
            return from + end;
    }
    return std::nullopt;
}

bool holdsMembers(QFile &file)
{
    const bool endRecordFirst = file.read(4) == "PK\x05\x06";
    file.seek(0);
    return !endRecordFirst;
}

class ZipScan
{
public:
    ZipScan(const QString &path, Scan &scan)
        : m_file(path)
        , m_scan(scan)
        , m_reader(newReader())
        , m_content(m_reader.get(), scan)
    {
    }

    void run()
    {
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            m_scan.stopWith({StreamFault::Kind::Io, m_file.errorString(), 0, {}});
            return;
        }
        const std::optional<qint64> end = endOfZip(m_file);
        if (!holdsMembers(m_file) && end == m_file.size())
            return; // libarchive takes a zip without members for none
        if (openWith(end ? archive_read_support_format_zip_seekable : archive_read_support_format_zip_streamable))
            while (readMember()) { }
        if (!end && !m_scan.fault())
            stopWith(StreamFault::Kind::Truncated, Text::tr("the zip has no central directory"), m_file.size());
        else if (end && *end < m_file.size() && !m_scan.fault())
            stopWith(StreamFault::Kind::Corrupt, Text::tr("something follows the end of the zip"), *end);
    }

private:
    bool openWith(int (*support)(archive *))
    {
        support(m_reader.get());
        archive_read_set_format_option(m_reader.get(), "zip", "mac-ext", nullptr);
        m_byDirectory = support == archive_read_support_format_zip_seekable;
        if (archive_read_open_fd(m_reader.get(), m_file.handle(), 128 * 1024) == ARCHIVE_OK)
            return true;
        stop();
        return false;
    }

    bool readMember()
    {
        archive_entry *header = nullptr;
        const int code = nextHeader(&header);
        if (code == ARCHIVE_EOF)
            return false;
        if (code != ARCHIVE_OK && code != ARCHIVE_WARN) {
            stop();
            return false;
        }
        ArchiveEntry entry = toArchiveEntry(header);
        ++m_count;
        const bool hasName = !entry.rawName.isEmpty();
        if (!hasName)
            entry.path = Text::tr("(entry %1)").arg(m_count);
        if (!m_scan.begin(entry))
            return false;
        if (!hasName)
            m_scan.add(nameless());
        return readContent(header) && m_scan.goesOn();
    }

    int nextHeader(archive_entry **header)
    {
        // Names that are marked as UTF-8 need a character set that holds them.
        const NameLocale utf8("C.UTF-8");
        return archive_read_next_header(m_reader.get(), header);
    }

    bool readContent(archive_entry *header)
    {
        if (archive_entry_is_data_encrypted(header)) {
            m_scan.skipContent(encrypted());
            return true;
        }
        archive_clear_error(m_reader.get());
        switch (m_content.read(header, [this] { return m_file.size(); })) {
        case EntryReader::Outcome::Whole:
            return true;
        case EntryReader::Outcome::Stopped:
            return false;
        case EntryReader::Outcome::Unreadable:
            break;
        }
        // What the directory lists after this member can still be found, unless the file ends here.
        if (!m_byDirectory) {
            stop();
            return false;
        }
        m_scan.skipContent(damaged());
        return true;
    }

    Finding nameless() const
    {
        return {Severity::Error, u"unprintable-name"_s, m_scan.current().path,
                Text::tr("The name of entry %1 is marked as UTF-8, but is not: every program makes another name of it.")
                    .arg(m_count),
                Text::tr("Rename the file before packing, or pack on a system whose file names are UTF-8.")};
    }

    Finding encrypted() const
    {
        return {Severity::Error, u"member-encrypted"_s, m_scan.current().path,
                Text::tr("%1 is encrypted, so nothing can be said about its content.").arg(m_scan.current().path),
                Text::tr("Pack without a password: leave out zip's -e and -P.")};
    }

    Finding damaged() const
    {
        return {Severity::Error, u"member-crc"_s, m_scan.current().path,
                Text::tr("The content of %1 is damaged or packed in a way that cannot be read (%2).")
                    .arg(m_scan.current().path, QString::fromUtf8(archive_error_string(m_reader.get()))),
                Text::tr("Build or download the archive again; \"unzip -t\" shows whether a copy is whole. Pack with "
                         "deflate, which every unzip reads.")};
    }

    void stop()
    {
        const StreamFault fault = faultOf(m_reader.get(), archive_filter_bytes(m_reader.get(), -1));
        const bool truncated = !m_byDirectory || fault.kind == StreamFault::Kind::Truncated;
        stopWith(truncated ? StreamFault::Kind::Truncated : StreamFault::Kind::Corrupt, fault.reason,
                 truncated ? m_file.size() : fault.offset);
    }

    void stopWith(StreamFault::Kind kind, const QString &reason, qint64 offset)
    {
        m_scan.stopWith({kind, reason, offset, {}});
    }

    QFile m_file;
    Scan &m_scan;
    ReadHandle m_reader;
    EntryReader m_content;
    bool m_byDirectory = true;
    qint64 m_count = 0;
};

} // namespace

void scanZip(const QString &path, Scan &scan)
{
    ZipScan(path, scan).run();
}

} // namespace unmoor
