// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivekind.h"
#include "app/archive/archivescan.h"
#include "app/archive/bytesource.h"

#include <QElapsedTimer>
#include <QSet>
#include <optional>

namespace unmoor {

/// One pass as it grows: its entries, its limits, and what ended it.
class Scan
{
public:
    Scan(ArchiveKind kind, const ScanLimits &limits, std::stop_token stop, const ScanCallback &onProgress,
         qint64 packedSize);

    const ScanLimits &limits() const { return m_limits; }

    /// False once the pass has to end: canceled, a limit hit, a fault.
    bool goesOn();

    /// Checks what was unpacked so far, out of \a packed bytes, against the limits.
    bool allows(qint64 unpacked, qint64 packed);

    /// Adds an entry whose content is not read yet. False at the limit of entries.
    bool begin(const ArchiveEntry &entry);

    /// Counts \a bytes of the entry's content.
    bool spend(qint64 bytes, qint64 packed);

    /// The content of the entry at \a index was read whole: \a entry has what it gave.
    void complete(qsizetype index, const ArchiveEntry &entry);

    /// The content cannot be read, but the entries after it can.
    void skipContent(const Finding &finding);

    /// All entries are there; their contents are read next.
    void completeListing();

    /// Something about the current entry that does not end the pass.
    void add(const Finding &finding);

    void stopWith(const StreamFault &fault);

    /// It is no archive but a file of this format; see loneFormat().
    void setLone(const QString &format);

    /// The checksum that covers what was read is wrong, and it covers everything: no content is known for sure.
    void distrustContents();
    const std::optional<StreamFault> &fault() const { return m_fault; }

    qsizetype count() const { return m_contents.entries.size(); }
    const ArchiveEntry &at(qsizetype index) const { return m_contents.entries.at(index); }
    const ArchiveEntry &current() const { return m_contents.entries.last(); }
    ArchiveContents take(); ///< what was found, with the finding that a fault gives

private:
    bool allowsPath(const ArchiveEntry &entry);
    qsizetype foldersWith(QStringView path);
    void announce();
    void announceIfDue();
    QString lastWhole() const;
    Finding damageFinding() const;
    QString whereItEnded() const;

    ArchiveKind m_kind;
    ScanLimits m_limits;
    std::stop_token m_stop;
    const ScanCallback &m_onProgress;
    qint64 m_packedSize;
    qint64 m_packedRead = 0;
    qint64 m_statedBytes = 0; ///< of all entries, once they are listed

    ArchiveContents m_contents;
    std::optional<StreamFault> m_fault;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceAnnounced;
    qsizetype m_announced = 0;
    qint64 m_pathBytes = 0; ///< of the entries so far
    QSet<size_t> m_folders; ///< that these lie in, each told by a hash of its path
    QString m_latestFolder;
    bool m_inContent = false;
};

} // namespace unmoor
