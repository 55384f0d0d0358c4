// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/zipscan.h"

#include "app/archive/entryreader.h"
#include "app/archive/lonefile.h"
#include "app/archive/zipend.h"
#include "app/core/words.h"

#include <QFileInfo>
#include <QSet>
#include <QThread>
#include <QtEndian>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The names in the directory that have backslashes, as libarchive gives them: with "/". It takes a backslash that a
/// program of Windows wrote for what was meant, and others do not.
QSet<QByteArray> namesWithBackslashes(const QByteArray &directory)
{
    constexpr qsizetype headerSize = 46;
    constexpr qsizetype nameLengthAt = 28;
    QSet<QByteArray> names;
    for (qsizetype at = 0; at + headerSize <= directory.size() && directory.sliced(at, 4) == "PK\x01\x02";) {
        const auto length = [&](qsizetype field) {
            return qsizetype(qFromLittleEndian<quint16>(directory.constData() + at + nameLengthAt + 2 * field));
        };
        QByteArray name = directory.mid(at + headerSize, length(0));
        if (name.contains('\\'))
            names.insert(name.replace('\\', '/'));
        at += headerSize + length(0) + length(1) + length(2); // the extra fields and the comment follow
    }
    return names;
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
        return {
            Severity::Error, u"unprintable-name"_s, path,
            Words::tr("The name of entry %1 is marked as UTF-8, but is not: every program makes another name of it.")
                .arg(number),
            Words::tr("Rename the file before packing, or pack on a system whose file names are UTF-8.")};
    }

    static Finding encrypted(const QString &path)
    {
        return {Severity::Error, u"member-encrypted"_s, path,
                Words::tr("%1 is encrypted, so nothing can be said about its content.").arg(path),
                Words::tr("Pack without a password: leave out zip's -e and -P.")};
    }

    static Finding damaged(const QString &path, const QString &why)
    {
        return {Severity::Error, u"member-crc"_s, path,
                Words::tr("The content of %1 is damaged or packed in a way that cannot be read (%2).").arg(path, why),
                Words::tr("Build or download the archive again; \"unzip -t\" shows whether a copy is whole. Pack with "
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
    ZipScan(const QString &path, qint64 before, Scan &scan)
        : m_path(path)
        , m_file(path)
        , m_before(before)
        , m_scan(scan)
    {
    }

    void run()
    {
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            m_scan.stopWith({StreamFault::Kind::Io, m_file.errorString(), 0, {}});
            return;
        }
        const std::optional<ZipEnd> end = endOfZip(m_file);
        if (!holdsMembers(m_file) && end && end->end == m_file.size())
            return; // libarchive takes a zip without members for none
        if (end) {
            m_withBackslashes = namesWithBackslashes(directoryOfZip(m_file, *end));
            if (list())
                readMembers();
            if (!m_scan.fault())
                readStarter();
        } else {
            readInOrder();
        }
        if (!end && !m_scan.fault())
            stopWith(StreamFault::Kind::Truncated, Words::tr("the zip has no central directory"), m_file.size());
        else if (end && end->end < m_file.size() && !m_scan.fault())
            stopWith(StreamFault::Kind::Corrupt, Words::tr("something follows the end of the zip"), end->end);
    }

private:
    /// Where a program or a script comes before the zip, it is the last entry, called as the file is.
    void readStarter()
    {
        const QString format = m_before > 0 && m_file.seek(0) ? loneFormat(m_file.peek(starterHead)) : QString();
        if (format.isEmpty())
            return;
        ArchiveEntry entry{.path = QFileInfo(m_path).fileName(), .mode = 0755, .size = m_before};
        entry.rawName = entry.path.toUtf8();
        if (m_scan.count() > 0)
            entry.mtime = m_scan.at(0).mtime; // it has none of its own
        if (!m_scan.begin(entry))
            return;
        StreamSha256 hash;
        ContentKeeper keeper(m_scan.limits().memberBytes);
        keeper.begin(m_before);
        for (qint64 left = m_before; left > 0;) {
            const QByteArray piece = m_file.read(std::min(left, starterPiece));
            if (piece.isEmpty())
                return stopWith(StreamFault::Kind::Io, m_file.errorString(), m_before - left);
            if (!spend(piece.size()))
                return;
            hash.add(piece);
            keeper.add(piece);
            left -= piece.size();
        }
        entry.sha256 = hash.finish();
        entry.content = keeper.finish();
        entry.contentKind = keeper.kind();
        m_scan.complete(m_scan.count() - 1, entry);
    }

    bool begin(archive_entry *header)
    {
        ArchiveEntry entry = toArchiveEntry(header);
        const qint64 number = m_scan.count() + 1;
        const bool hasName = !entry.rawName.isEmpty();
        entry.hadBackslashes = m_withBackslashes.contains(entry.rawName);
        if (!hasName)
            entry.path = Words::tr("(entry %1)").arg(number);
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
        const qsizetype members = m_scan.count();
        m_isTaken = std::vector<std::atomic_flag>(size_t(members));
        m_findings.resize(size_t(members));
        const int threads = int(std::min<qsizetype>({members, QThread::idealThreadCount(), mostThreads}));
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

    static constexpr qsizetype starterHead = 1024;
    static constexpr qint64 starterPiece = 256 * 1024;
    static constexpr qsizetype mostThreads = 16; ///< each takes memory, of which a reading process has not much

    QString m_path;
    QFile m_file;
    qint64 m_before; ///< bytes of the file before the zip
    Scan &m_scan;
    QSet<QByteArray> m_withBackslashes; ///< names, with "/"
    std::mutex m_mutex; ///< of m_scan while several read
    std::vector<std::atomic_flag> m_isTaken; ///< by index of the member
    std::vector<std::optional<Finding>> m_findings; ///< each written by who took the member
};

} // namespace

void scanZip(const QString &path, Scan &scan, qint64 before)
{
    ZipScan(path, before, scan).run();
}

} // namespace unmoor
