// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/scan.h"

#include "app/core/format.h"
#include "app/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype largestBatch = 256;
constexpr qint64 batchMilliseconds = 50;
// Below this a high ratio is no danger, and small archives of zeros are common in tests.
constexpr qint64 ratioCountsFrom = 256LL << 20;

StreamFault limitFault(const QString &reason, const QString &hint)
{
    return {StreamFault::Kind::Limit, reason, 0, hint};
}

/// How many folders lie around what \a path names. A backslash separates them, too: on Windows it does.
qint64 depthOf(QStringView path)
{
    qint64 depth = 0;
    bool isInPart = false;
    for (const QChar c : path) {
        const bool isSeparator = c == u'/' || c == u'\\';
        depth += isSeparator && isInPart;
        isInPart = !isSeparator;
    }
    return depth;
}

} // namespace

Scan::Scan(ArchiveKind kind, const ScanLimits &limits, std::stop_token stop, const ScanCallback &onProgress,
           qint64 packedSize)
    : m_kind(kind)
    , m_limits(limits)
    , m_stop(std::move(stop))
    , m_onProgress(onProgress)
    , m_packedSize(packedSize)
{
    m_sinceStart.start();
    m_sinceAnnounced.start();
}

bool Scan::goesOn()
{
    if (!m_fault && m_stop.stop_requested())
        m_fault = {StreamFault::Kind::Canceled, {}, 0, {}};
    return !m_fault;
}

bool Scan::allows(qint64 unpacked, qint64 packed)
{
    m_packedRead = packed;
    if (unpacked > m_limits.unpackedBytes)
        stopWith(limitFault(
            Words::tr("Reading stopped at the limit of %1 unpacked.").arg(formatBytes(m_limits.unpackedBytes)),
            Words::tr("An archive this large is most likely a mistake or an attack. Where it is not, raise "
                      "unpacked-bytes under [limits] in unmoor.toml.")));
    else if (unpacked > ratioCountsFrom && double(unpacked) > m_limits.ratio * double(packed))
        stopWith(
            limitFault(Words::tr("Reading stopped at the limit of %1 unpacked bytes for each packed byte, after %2.")
                           .arg(m_limits.ratio)
                           .arg(formatBytes(unpacked)),
                       Words::tr("Data that shrinks this far is most likely a decompression bomb. Where it is not, "
                                 "raise ratio under [limits] in unmoor.toml.")));
    return goesOn();
}

/// Checks what the names of \a entry take: whatever looks at them later holds them several times.
bool Scan::allowsPath(const ArchiveEntry &entry)
{
    m_pathBytes += entry.rawName.size() + entry.link.size();
    const bool isLinkDeep = depthOf(entry.link) > m_limits.depth;
    const qint64 depth = depthOf(isLinkDeep ? entry.link : entry.path);
    if (depth > m_limits.depth)
        stopWith(limitFault((isLinkDeep ? Words::tr("Reading stopped at the limit of %1 folders above one another; the "
                                                    "next entry is a link that leads through %2.")
                                        : Words::tr("Reading stopped at the limit of %1 folders above one another; the "
                                                    "next entry lies in %2."))
                                .arg(m_limits.depth)
                                .arg(depth),
                            Words::tr("No system opens a path this long: it is most likely a mistake or an attack. "
                                      "Where it is meant, raise depth under [limits] in unmoor.toml.")));
    else if (m_pathBytes > m_limits.pathBytes)
        stopWith(limitFault(Words::tr("Reading stopped at the limit of %1 of names and link targets.")
                                .arg(formatBytes(m_limits.pathBytes)),
                            Words::tr("Pack fewer files, or give them shorter names. Where that many are meant, raise "
                                      "path-bytes under [limits] in unmoor.toml.")));
    else if (foldersWith(entry.path) > m_limits.entries)
        stopWith(limitFault(
            Words::tr("Reading stopped at the limit of %1 folders that entries lie in.").arg(m_limits.entries),
            Words::tr("Pack fewer files. Where that many are meant, raise entries under [limits] in unmoor.toml.")));
    return !m_fault;
}

/// How many folders there are once \a path is there, too.
qsizetype Scan::foldersWith(QStringView path)
{
    const QStringView folder = path.first(std::max<qsizetype>(path.lastIndexOf(u'/'), 0));
    if (folder == m_latestFolder) // most entries lie where the one before lies
        return m_folders.size();
    m_latestFolder = folder.toString();
    size_t key = size_t(QHashSeed::globalSeed());
    for (const QStringView part : folder.tokenize(u'/')) {
        key = qHash(part, key);
        m_folders.insert(key);
    }
    return m_folders.size();
}

bool Scan::begin(const ArchiveEntry &entry)
{
    if (m_contents.entries.size() >= m_limits.entries) {
        stopWith(limitFault(
            Words::tr("Reading stopped at the limit of %1 entries; the archive holds more.").arg(m_limits.entries),
            Words::tr("Pack fewer files. Where that many are meant, raise entries under [limits] in unmoor.toml.")));
        return false;
    }
    if (!allowsPath(entry))
        return false;
    m_contents.entries.append(entry);
    m_inContent = true;
    if (m_announced == 0)
        announce(); // the first row shows at once
    return goesOn();
}

bool Scan::spend(qint64 bytes, qint64 packed)
{
    m_contents.unpackedBytes += bytes;
    announceIfDue();
    return allows(m_contents.unpackedBytes, packed);
}

void Scan::complete(qsizetype index, const ArchiveEntry &entry)
{
    m_contents.entries[index] = entry;
    m_inContent = false;
    announceIfDue();
}

void Scan::skipContent(const Finding &finding)
{
    add(finding);
    m_inContent = false;
}

void Scan::add(const Finding &finding)
{
    m_contents.findings.append(finding);
}

void Scan::stopWith(const StreamFault &fault)
{
    if (!m_fault)
        m_fault = fault;
}

void Scan::setLone(const QString &format)
{
    const QString compression = compressionName(m_kind);
    m_contents.isLone = true;
    m_contents.format = compression.isEmpty() ? format : format + u'.' + compression;
}

void Scan::distrustContents()
{
    for (ArchiveEntry &entry : m_contents.entries) {
        entry.sha256.clear();
        entry.content.reset();
        entry.contentKind = ContentKind::Unread;
    }
}

void Scan::completeListing()
{
    m_inContent = false;
    for (const ArchiveEntry &entry : std::as_const(m_contents.entries))
        m_statedBytes += std::max<qint64>(entry.size, 0);
}

void Scan::announceIfDue()
{
    if (m_contents.entries.size() - m_announced >= largestBatch || m_sinceAnnounced.hasExpired(batchMilliseconds))
        announce();
}

void Scan::announce()
{
    m_sinceAnnounced.start();
    if (m_statedBytes > 0) {
        const double share = std::min(1.0, double(m_contents.unpackedBytes) / double(m_statedBytes));
        m_packedRead = qint64(share * double(m_packedSize));
    }
    if (m_onProgress)
        m_onProgress({m_contents.entries.mid(m_announced), m_packedRead, m_packedSize});
    m_announced = m_contents.entries.size();
}

ArchiveContents Scan::take()
{
    announce();
    if (m_fault)
        m_contents.findings.prepend(damageFinding());
    if (!m_contents.isLone)
        m_contents.format = formatName(m_kind);
    m_contents.seconds = double(m_sinceStart.nsecsElapsed()) / 1e9;
    return std::move(m_contents);
}

QString Scan::lastWhole() const
{
    const qsizetype whole = m_contents.entries.size() - (m_inContent ? 1 : 0);
    return whole > 0 ? m_contents.entries.at(whole - 1).path : QString();
}

Finding Scan::damageFinding() const
{
    const bool hasTest = !m_contents.isLone || !compressionName(m_kind).isEmpty();
    const QString rebuild = hasTest
        ? Words::tr("Build or download the archive again; \"%1\" shows whether a copy is whole.")
              .arg(testCommand(m_kind))
        : Words::tr("Build or download the file again.");
    switch (m_fault->kind) {
    case StreamFault::Kind::Limit:
        return {Severity::Error, u"limit-reached"_s, lastWhole(), m_fault->reason, m_fault->hint};
    case StreamFault::Kind::Truncated:
        return {Severity::Error, u"stream-truncated"_s, lastWhole(),
                Words::tr("The archive ends too early, at byte %1 (%2). %3")
                    .arg(QString::number(m_fault->offset), m_fault->reason, whereItEnded()),
                rebuild};
    default:
        return {Severity::Error, u"stream-corrupt"_s, lastWhole(),
                Words::tr("The archive is damaged near byte %1 (%2). %3")
                    .arg(QString::number(m_fault->offset), m_fault->reason, whereItEnded()),
                rebuild};
    }
}

QString Scan::whereItEnded() const
{
    const QString last = lastWhole();
    if (m_contents.entries.isEmpty())
        return Words::tr("No entry could be read.");
    if (!m_inContent)
        return Words::tr("The last whole entry is %1; anything later is unknown.").arg(last);
    if (last.isEmpty())
        return Words::tr("It breaks off inside the first entry, %1; anything later is unknown.").arg(current().path);
    return Words::tr("It breaks off inside %1; the last whole entry is %2, and anything later is unknown.")
        .arg(current().path, last);
}

} // namespace unmoor
