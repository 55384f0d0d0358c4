// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/tarscan.h"

#include "app/archive/entryreader.h"
#include "app/core/words.h"

namespace unmoor {

namespace {

/// How many bytes there are up to the last that is not zero.
qsizetype sizeWithoutZeros(QByteArrayView bytes)
{
    constexpr qsizetype step = 4096;
    static const QByteArray zeros(step, '\0');
    qsizetype used = bytes.size();
    while (used >= step && memcmp(bytes.data() + used - step, zeros.constData(), step) == 0)
        used -= step;
    while (used > 0 && bytes[used - 1] == '\0')
        --used;
    return used;
}

/// Hands unpacked bytes to libarchive, under the scan's limits, and remembers how they end.
class TarBytes : public ByteSource
{
public:
    TarBytes(ByteSource &source, PackedFile &packed, Scan &scan)
        : m_source(source)
        , m_packed(packed)
        , m_scan(scan)
    {
    }

    QByteArrayView next() override
    {
        if (m_fault)
            return {};
        const QByteArrayView bytes = m_source.next();
        m_fault = m_source.fault();
        if (!bytes.isEmpty())
            m_fault.reset(); // it comes after these bytes
        count(bytes);
        if (!m_scan.allows(m_total, m_packed.position()))
            m_fault = m_scan.fault();
        return m_fault ? QByteArrayView() : bytes;
    }

    qint64 total() const { return m_total; }
    qint64 endOfContent() const { return m_endOfContent; } ///< behind the last byte that is not zero

private:
    void count(QByteArrayView bytes)
    {
        const qsizetype used = sizeWithoutZeros(bytes);
        if (used > 0)
            m_endOfContent = m_total + used;
        m_total += bytes.size();
    }

    ByteSource &m_source;
    PackedFile &m_packed;
    Scan &m_scan;
    qint64 m_total = 0;
    qint64 m_endOfContent = 0;
};

class TarScan
{
public:
    TarScan(StreamFormat format, ByteSource &source, bool isPlain, PackedFile &packed, Scan &scan)
        : m_format(format)
        , m_isPlain(isPlain)
        , m_packed(packed)
        , m_scan(scan)
        , m_bytes(source, packed, scan)
        , m_reader(newReader())
        , m_content(m_reader.get(), scan.limits().memberBytes,
                    [this](qint64 bytes) { return m_scan.spend(bytes, m_packed.position()); })
    {
        if (format == StreamFormat::Cpio)
            archive_read_support_format_cpio(m_reader.get());
        else
            archive_read_support_format_tar(m_reader.get());
        archive_read_set_format_option(m_reader.get(), "tar", "mac-ext", nullptr);
    }

    bool run()
    {
        const bool isTar = openOn(m_reader.get(), m_bytes) == ARCHIVE_OK && readEntry();
        if (!isTar && !looksLikeTar())
            return false;
        while (isTar && readEntry()) { }
        if (m_atEnd)
            checkEnd();
        else
            stop();
        return true;
    }

private:
    /// Whether what gave no first entry is a damaged or empty tar rather than something else.
    bool looksLikeTar()
    {
        if (m_foundHeader || m_atEnd || m_scan.fault() || hasTarMark(m_packed.head()))
            return true;
        // One changed bit scrambles a whole block of bzip2: that it is damage shows at the block's end.
        while (!m_isPlain && !m_bytes.next().isEmpty()) { }
        return m_bytes.fault().has_value();
    }

    bool readEntry()
    {
        archive_entry *header = nullptr;
        const int code = nextHeader(&header);
        m_atEnd = code == ARCHIVE_EOF;
        if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
            return false;
        m_foundHeader = true;
        if (code == ARCHIVE_WARN && hasBrokenPaxHeader())
            return false;
        ArchiveEntry entry = toArchiveEntry(header);
        if (!beginEntry(m_scan, entry) || m_content.read(header, entry) != EntryReader::Outcome::Whole)
            return false;
        m_scan.complete(m_scan.count() - 1, entry);
        return m_scan.goesOn();
    }

    /// A warning may just tell that a name could not be converted; it comes as it is stored, which is what is wanted.
    /// Of a pax header that breaks its own format libarchive leaves out what is wrong and all that follows, perhaps the
    /// name; tar(1) does otherwise.
    bool hasBrokenPaxHeader()
    {
        const QString warning = QString::fromUtf8(archive_error_string(m_reader.get()));
        if (!warning.contains(QLatin1String("malformed pax"), Qt::CaseInsensitive))
            return false;
        stopWith(StreamFault::Kind::Corrupt, warning,
                 m_isPlain ? archive_read_header_position(m_reader.get()) : m_packed.position());
        return true;
    }

    int nextHeader(archive_entry **header)
    {
        // In the plain "C" set libarchive converts nothing beyond ASCII. In UTF-8 it would compose accents.
        const NameLocale raw("C");
        return archive_read_next_header(m_reader.get(), header);
    }

    void stop()
    {
        if (m_bytes.fault())
            stopWithBytes();
        else if (m_isPlain && m_packed.position() < headerSize)
            stopWith(StreamFault::Kind::Truncated, Words::tr("the first header is cut short"), m_packed.position());
        else {
            const StreamFault fault = faultOf(m_reader.get(), 0);
            const bool atEnd = fault.kind == StreamFault::Kind::Truncated || !m_isPlain;
            const qint64 position = m_packed.position();
            if (isUnpackedWrong())
                stopWithBytes();
            else
                stopWith(fault.kind, fault.reason, atEnd ? position : archive_filter_bytes(m_reader.get(), -1));
        }
    }

    /// What makes no sense as a tar may be what came out of damaged bytes, and so may all that did make sense before
    /// it. The unpacker's checksum tells, at the end.
    bool isUnpackedWrong()
    {
        while (!m_isPlain && !m_bytes.next().isEmpty()) { }
        return m_bytes.fault() && m_bytes.fault()->kind == StreamFault::Kind::Corrupt;
    }

    void stopWithBytes()
    {
        // Wrong bytes came out before the unpacker could know.
        if (m_bytes.fault()->kind == StreamFault::Kind::Corrupt)
            m_scan.distrustContents();
        m_scan.stopWith(*m_bytes.fault());
    }

    void stopWith(StreamFault::Kind kind, const QString &reason, qint64 offset)
    {
        m_scan.stopWith({kind, reason, offset, {}});
    }

    // libarchive takes the end of the bytes for the end of the tar, and stops at the end mark without looking further.
    void checkEnd()
    {
        const qint64 endMark = archive_read_header_position(m_reader.get());
        while (!m_bytes.next().isEmpty()) { }
        if (m_bytes.fault())
            stopWithBytes();
        else if (m_format == StreamFormat::Cpio)
            return; // its last entry is the mark, without which libarchive says that it is truncated
        else if (m_bytes.endOfContent() > endMark)
            stopWith(StreamFault::Kind::Corrupt, Words::tr("something follows the end of the tar"),
                     m_isPlain ? endMark : m_packed.position());
        else if (m_bytes.total() < endMark + 2 * headerSize)
            stopWith(StreamFault::Kind::Truncated, Words::tr("the tar has no end mark"), m_packed.position());
    }

    static constexpr qint64 headerSize = 512; ///< the end mark is two empty headers

    StreamFormat m_format;
    bool m_isPlain;
    PackedFile &m_packed;
    Scan &m_scan;
    TarBytes m_bytes;
    ReadHandle m_reader;
    EntryReader m_content;
    bool m_foundHeader = false;
    bool m_atEnd = false;
};

} // namespace

bool scanStream(StreamFormat format, ByteSource &bytes, bool isPlain, PackedFile &packed, Scan &scan)
{
    return TarScan(format, bytes, isPlain, packed, scan).run();
}

} // namespace unmoor
