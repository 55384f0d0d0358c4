// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/lonefile.h"

#include "app/archive/contentkeeper.h"
#include "app/core/streamsha256.h"
#include "app/core/words.h"
#include "app/portability/contentcheck.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

bool isAppImage(QByteArrayView head)
{
    // AppImage's specification: "AI" and the type in the padding of the ELF header.
    return head.startsWith("\x7f\x45LF") && head.size() > 10 && head.sliced(8).startsWith("AI");
}

/// Watches an AppImage go by for the squashfs image behind its program, which tells how long it is.
class ImageEnd
{
public:
    void add(QByteArrayView bytes)
    {
        take(bytes, 0, m_header, headerSize);
        if (m_header.size() == headerSize && m_start < 0)
            m_start = programEnd();
        if (m_start > 0)
            take(bytes, m_start, m_superblock, superblockSize);
        m_position += bytes.size();
    }

    /// How many bytes the file has at least; 0 where nothing tells.
    qint64 bytes() const
    {
        if (m_superblock.size() < superblockSize || !m_superblock.startsWith("hsqs"))
            return 0;
        const auto used = qFromLittleEndian<quint64>(m_superblock.constData() + 40);
        return used < (1ULL << 40) ? m_start + qint64(used) : 0;
    }

private:
    static constexpr qsizetype headerSize = 64;
    static constexpr qsizetype superblockSize = 48;

    /// Adds to \a kept what \a bytes have of the \a most bytes from \a offset on.
    void take(QByteArrayView bytes, qint64 offset, QByteArray &kept, qsizetype most) const
    {
        const qint64 from = offset + kept.size() - m_position;
        if (kept.size() < most && from >= 0 && from < bytes.size())
            kept.append(bytes.sliced(from).first(std::min<qint64>(most - kept.size(), bytes.size() - from)));
    }

    /// Where the ELF's section headers end, behind which the image begins; 0 for what is no little-endian ELF.
    qint64 programEnd() const
    {
        const char *at = m_header.constData();
        const bool is64 = at[4] == 2;
        if (at[5] != 1)
            return 0;
        const quint64 table = is64 ? qFromLittleEndian<quint64>(at + 0x28) : qFromLittleEndian<quint32>(at + 0x20);
        const quint64 size = qFromLittleEndian<quint16>(at + (is64 ? 0x3a : 0x2e));
        const quint64 count = qFromLittleEndian<quint16>(at + (is64 ? 0x3c : 0x30));
        return table < (1ULL << 40) ? qint64(table + size * count) : 0;
    }

    qint64 m_position = 0;
    qint64 m_start = -1; ///< of the image
    QByteArray m_header;
    QByteArray m_superblock;
};

} // namespace

QByteArrayView PeekedSource::next()
{
    const QByteArrayView bytes = std::exchange(m_isHeadTaken, true) ? m_source.next() : m_head;
    if (bytes.isEmpty())
        m_fault = m_source.fault();
    return bytes;
}

QString loneFormat(QByteArrayView head)
{
    struct Magic
    {
        QByteArrayView bytes;
        const char16_t *format;
    };
    static constexpr Magic magics[] = {
        {{"\0asm", 4}, u"wasm"},    {{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8}, u"msi"},
        {{"hsqs", 4}, u"squashfs"}, {{"flatpak\0", 8}, u"flatpak"},
        {{"xar!", 4}, u"xar"},
    };
    if (isAppImage(head))
        return u"AppImage"_s;
    if (looksLikeBinary(head))
        return u"program"_s;
    // A mark of the byte order before "#!" is a fault of the script, which the checks tell of.
    if (head.startsWith("#!") || head.startsWith("\xef\xbb\xbf#!"))
        return u"script"_s;
    for (const Magic &magic : magics)
        if (head.startsWith(magic.bytes))
            return QString::fromUtf16(magic.format);
    return {};
}

bool standsInForAProgram(const QString &name, QByteArrayView head)
{
    static const QRegularExpression extension(u"\\.[A-Za-z][A-Za-z0-9_+]{0,15}$"_s);
    const ContentKind kind = contentKindOf(head, head.size());
    return (kind == ContentKind::ErrorPage || kind == ContentKind::LfsPointer)
        && (isCalledBinary(name) || !extension.match(name.right(64)).hasMatch());
}

bool isOpaque(const QString &format)
{
    static const QStringList opaque{u"wasm"_s, u"msi"_s, u"squashfs"_s, u"flatpak"_s, u"xar"_s};
    return opaque.contains(format);
}

bool isCalledLikeAnArchive(const QString &fileName)
{
    static const QRegularExpression suffix(
        uR"(\.(tar(\.\w+)?|tgz|txz|tbz2?|tzst|tlz|taz|zip|7z|deb|rpm|jar|war|whl|nupkg|vsix|xpi|apk|aab)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return suffix.match(fileName.right(64)).hasMatch();
}

QString loneName(const QString &path, const QString &compression)
{
    static const QRegularExpression inStore(u"^/nix/store/[0-9a-z]{32}-"_s);
    const auto match = inStore.match(path);
    const bool isStorePath = match.hasMatch() && !path.sliced(match.capturedEnd()).contains(u'/');
    QString name = isStorePath ? path.sliced(match.capturedEnd()) : QFileInfo(path).fileName();
    const QString suffix = QFileInfo(name).suffix().toLower();
    if (!compression.isEmpty() && (suffix == compression.toLower() || (compression == "zst"_L1 && suffix == "zstd"_L1))
        && name.size() > suffix.size() + 1)
        name.chop(suffix.size() + 1);
    return name;
}

bool scanLoneFile(const QString &name, const QString &format, ByteSource &bytes, PackedFile &packed, Scan &scan)
{
    scan.setLone(format);
    ArchiveEntry entry;
    entry.rawName = name.toUtf8();
    entry.path = name;
    // What is downloaded has no mode of its own: programs and scripts are judged as what they are used as.
    static const QStringList started{u"program"_s, u"script"_s, u"AppImage"_s, u"text"_s};
    const bool isStarted = started.contains(format);
    entry.mode = isStarted ? 0755 : 0644;
    if (!scan.begin(entry))
        return true;
    StreamSha256 hash;
    ContentKeeper keeper(scan.limits().memberBytes);
    ImageEnd image;
    keeper.begin(packed.size());
    for (QByteArrayView piece = bytes.next(); !piece.isEmpty(); piece = bytes.next()) {
        if (!scan.spend(piece.size(), packed.position()))
            return true;
        hash.add(piece);
        keeper.add(piece);
        if (format == "AppImage"_L1)
            image.add(piece);
        entry.size += piece.size();
    }
    if (bytes.fault()) {
        scan.stopWith(*bytes.fault());
        return true;
    }
    entry.sha256 = hash.finish();
    entry.content = keeper.finish();
    entry.contentKind = keeper.kind();
    scan.complete(0, entry);
    if (format == "program"_L1 && !entry.binary())
        return false;
    if (image.bytes() > entry.size)
        scan.stopWith({StreamFault::Kind::Truncated,
                       Words::tr("the image in it needs %1 bytes").arg(image.bytes()),
                       entry.size,
                       {}});
    return true;
}

} // namespace unmoor
