// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"
#include "app/archive/storepaths.h"

namespace unmoor {

/// Looks at the content of one file after another while it goes by, and keeps what an inspection needs of each: the
/// facts of a program, the beginning of a text. Memory stays below the cap for one member, whatever its size.
class ContentKeeper
{
public:
    explicit ContentKeeper(qint64 memberBytes)
        : m_memberBytes(memberBytes)
    {
    }

    void begin(qint64 expectedSize);
    void add(QByteArrayView bytes);
    /// What is worth keeping of the file that went by; null: nothing. After it kind() says what the file is.
    std::shared_ptr<const EntryContent> finish();
    ContentKind kind() const { return m_kind; }

private:
    void addToHead(QByteArrayView bytes);
    void addToTail(QByteArrayView bytes);
    QByteArray tailInOrder() const;
    std::shared_ptr<const BinaryFacts> readFacts();

    qint64 m_memberBytes;
    qint64 m_expected = 0; ///< bytes, as the header says
    qint64 m_size = 0; ///< bytes that went by
    qint64 m_headMost = 0;
    qint64 m_tailMost = 0;
    QByteArray m_head;
    QByteArray m_tail; ///< a ring, once it is full
    qsizetype m_tailNext = 0; ///< where the ring goes on
    StorePathFinder m_storePaths;
    ContentKind m_kind = ContentKind::Unread;
    qint64 m_textRoom = 16LL << 20; ///< what all texts of an archive may still take
};

} // namespace unmoor
