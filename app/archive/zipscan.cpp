// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/zipscan.h"

#include "archive/entryreader.h"

#include <QCoreApplication>
#include <QFile>
#include <QThread>
#include <QtEndian>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

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

/// Findings about one member.
struct MemberText
{
    static Finding nameless(const QString &path, qint64 number)
    {
        return {Severity::Error, u"unprintable-name"_s, path,
                Text::tr("The name of entry %1 is marked as UTF-8, but is not: every program makes another name of it.")
                    .arg(number),
                Text::tr("Rename the file before packing, or pack on a system whose file names are UTF-8.")};
    }

    static Finding encrypted(const QString &path)
    {
        return {Severity::Error, u"member-encrypted"_s, path,
                Text::tr("%1 is encrypted, so nothing can be said about its content.").arg(path),
                Text::tr("Pack without a password: leave out zip's -e and -P.")};
    }

    static Finding damaged(const QString &path, const QString &why)
    {
        return {Severity::Error, u"member-crc"_s, path,
                Text::tr("The content of %1 is damaged or packed in a way that cannot be read (%2).").arg(path, why),
                Text::tr("Build or download the archive again; \"unzip -t\" shows whether a copy is whole. Pack with "
                         "deflate, which every unzip reads.")};
    }
};

/// One pass of libarchive over a zip.
class ZipReader
{
public:
    ZipReader()
        : m_reader(newReader())
    {
    }

    bool open(QFile &file, int (*support)(archive *))
    {
        support(m_reader.get());
        archive_read_set_format_option(m_reader.get(), "zip", "mac-ext", nullptr);
        return archive_read_open_fd(m_reader.get(), file.handle(), 128 * 1024) == ARCHIVE_OK;
    }

    /// ARCHIVE_OK or ARCHIVE_WARN with a header, ARCHIVE_EOF, or an error.
    int nextHeader(archive_entry **header)
    {
        // Names that are marked as UTF-8 need a character set that holds them.
        const NameLocale utf8("C.UTF-8");
        return archive_read_next_header(m_reader.get(), header);
    }

    archive *get() const { return m_reader.get(); }

private:
    ReadHandle m_reader;
};

bool gaveHeader(int code)
{
    return code == ARCHIVE_OK || code == ARCHIVE_WARN;
}

/// Members are listed by one pass, and read by several at once: each goes through the directory and takes what nobody
/// has taken.
class ZipScan
{
public:
    ZipScan(const QString &path, Scan &scan)
        : m_path(path)
        , m_file(path)
        , m_scan(scan)
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
        if (end) {
            if (list())
                readMembers();
        } else {
            readInOrder();
        }
        if (!end && !m_scan.fault())
            stopWith(StreamFault::Kind::Truncated, Text::tr("the zip has no central directory"), m_file.size());
        else if (end && *end < m_file.size() && !m_scan.fault())
            stopWith(StreamFault::Kind::Corrupt, Text::tr("something follows the end of the zip"), *end);
    }

private:
    bool begin(archive_entry *header)
    {
        ArchiveEntry entry = toArchiveEntry(header);
        const qint64 number = m_scan.count() + 1;
        const bool hasName = !entry.rawName.isEmpty();
        if (!hasName)
            entry.path = Text::tr("(entry %1)").arg(number);
        if (!m_scan.begin(entry))
            return false;
        if (!hasName)
            m_scan.add(MemberText::nameless(entry.path, number));
        return true;
    }

    bool list()
    {
        ZipReader reader;
        archive_entry *header = nullptr;
        int code = reader.open(m_file, archive_read_support_format_zip_seekable) ? ARCHIVE_OK : ARCHIVE_FATAL;
        while (code != ARCHIVE_FATAL && gaveHeader(code = reader.nextHeader(&header))) {
            if (!begin(header))
                return !m_scan.fault();
        }
        m_scan.completeListing();
        if (code != ARCHIVE_EOF)
            stop(reader.get(), true);
        // Before the damage there may be members that can be read.
        return m_scan.count() > 0;
    }

    void readMembers()
    {
        m_isTaken = std::vector<std::atomic_flag>(size_t(m_scan.count()));
        m_findings.resize(size_t(m_scan.count()));
        const int threads = int(std::min<qsizetype>(m_scan.count(), QThread::idealThreadCount()));
        {
            std::vector<std::jthread> others;
            for (int i = 1; i < threads; ++i)
                others.emplace_back([this] { readShare(); });
            readShare();
        }
        for (const std::optional<Finding> &finding : m_findings) {
            if (finding)
                m_scan.skipContent(*finding);
        }
    }

    /// Reads members that nobody else reads, on the calling thread.
    void readShare()
    {
        QFile file(m_path);
        ZipReader reader;
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
            || !reader.open(file, archive_read_support_format_zip_seekable))
            return; // the others read it all
        EntryReader content(reader.get(), m_scan.limits().memberBytes, [this](qint64 bytes) { return spend(bytes); });
        archive_entry *header = nullptr;
        for (qsizetype index = 0; index < qsizetype(m_isTaken.size()) && gaveHeader(reader.nextHeader(&header));
             ++index) {
            if (!m_isTaken[size_t(index)].test_and_set() && !readMember(reader.get(), content, header, index))
                return;
        }
    }

    bool readMember(archive *reader, EntryReader &content, archive_entry *header, qsizetype index)
    {
        ArchiveEntry entry;
        {
            const std::lock_guard lock(m_mutex);
            entry = m_scan.at(index);
        }
        if (archive_entry_is_data_encrypted(header)) {
            m_findings[size_t(index)] = MemberText::encrypted(entry.path);
            return true;
        }
        archive_clear_error(reader);
        switch (content.read(header, entry)) {
        case EntryReader::Outcome::Whole: {
            const std::lock_guard lock(m_mutex);
            m_scan.complete(index, entry);
            return m_scan.goesOn();
        }
        case EntryReader::Outcome::Stopped:
            return false;
        case EntryReader::Outcome::Unreadable:
            break;
        }
        m_findings[size_t(index)] = MemberText::damaged(entry.path, QString::fromUtf8(archive_error_string(reader)));
        return true;
    }

    bool spend(qint64 bytes)
    {
        const std::lock_guard lock(m_mutex);
        return m_scan.spend(bytes, m_file.size());
    }

    /// Without a directory: one member after another, as far as it goes.
    void readInOrder()
    {
        ZipReader reader;
        if (!reader.open(m_file, archive_read_support_format_zip_streamable)) {
            stop(reader.get(), false);
            return;
        }
        EntryReader content(reader.get(), m_scan.limits().memberBytes,
                            [this](qint64 bytes) { return m_scan.spend(bytes, m_file.size()); });
        archive_entry *header = nullptr;
        int code = ARCHIVE_OK;
        while (gaveHeader(code = reader.nextHeader(&header))) {
            if (!begin(header) || !readNext(reader.get(), content, header))
                return;
        }
        if (code != ARCHIVE_EOF)
            stop(reader.get(), false);
    }

    bool readNext(archive *reader, EntryReader &content, archive_entry *header)
    {
        if (archive_entry_is_data_encrypted(header)) {
            m_scan.skipContent(MemberText::encrypted(m_scan.current().path));
            return m_scan.goesOn();
        }
        archive_clear_error(reader);
        ArchiveEntry entry = m_scan.current();
        const EntryReader::Outcome outcome = content.read(header, entry);
        if (outcome == EntryReader::Outcome::Whole)
            m_scan.complete(m_scan.count() - 1, entry);
        else if (outcome == EntryReader::Outcome::Unreadable)
            stop(reader, false);
        return outcome == EntryReader::Outcome::Whole && m_scan.goesOn();
    }

    void stop(archive *reader, bool byDirectory)
    {
        const StreamFault fault = faultOf(reader, archive_filter_bytes(reader, -1));
        const bool truncated = !byDirectory || fault.kind == StreamFault::Kind::Truncated;
        stopWith(truncated ? StreamFault::Kind::Truncated : StreamFault::Kind::Corrupt, fault.reason,
                 truncated ? m_file.size() : fault.offset);
    }

    void stopWith(StreamFault::Kind kind, const QString &reason, qint64 offset)
    {
        m_scan.stopWith({kind, reason, offset, {}});
    }

    QString m_path;
    QFile m_file;
    Scan &m_scan;
    std::mutex m_mutex; ///< of m_scan while several read
    std::vector<std::atomic_flag> m_isTaken; ///< by index of the member
    std::vector<std::optional<Finding>> m_findings; ///< each written by who took the member
};

} // namespace

void scanZip(const QString &path, Scan &scan)
{
    ZipScan(path, scan).run();
}

} // namespace unmoor
