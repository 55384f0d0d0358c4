// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/byteview.h"

#include <QString>
#include <concepts>

namespace unmoor {

/// The bytes of one header or table row, as numbers of the file's byte order.
class Record
{
public:
    Record() = default;
    Record(QByteArrayView bytes, bool isBigEndian)
        : m_view(bytes)
        , m_isBigEndian(isBigEndian)
    {
    }

    /// The number at \a offset of the record; 0 where the record is too short for it.
    template <std::integral T>
    T number(quint64 offset) const
    {
        return m_view.number<T>(offset, m_isBigEndian).value_or(0);
    }
    /// Empty where the record is too short for them.
    QByteArrayView bytes(quint64 offset, quint64 count) const
    {
        return m_view.bytes(offset, count).value_or(QByteArrayView());
    }
    quint8 u8(quint64 offset) const { return number<quint8>(offset); }
    quint16 u16(quint64 offset) const { return number<quint16>(offset); }
    quint32 u32(quint64 offset) const { return number<quint32>(offset); }
    quint64 u64(quint64 offset) const { return number<quint64>(offset); }

private:
    ByteView m_view;
    bool m_isBigEndian = false;
};

/// What reading one file found out on the way. Every reader of a part of the file writes into the same notes.
struct ReadingNotes
{
    /// Names of a file together: a hostile one can point thousands of entries at the same long text.
    static constexpr qsizetype MaxText = 1024 * 1024;

    QString damage; ///< the first that was found: what follows often follows from it
    bool isPartial = false; ///< something that was looked for lay in the gap
    qsizetype textLeft = MaxText;

    /// \a what is a sentence fragment marked with UNMOOR_DAMAGE, translated here: most calls of the readers find
    /// nothing.
    void damaged(const char *what);
};

/// Marks a fragment that ReadingNotes::damaged() translates.
#define UNMOOR_DAMAGE(text) QT_TRANSLATE_NOOP("Unmoor", text)

/// Reads the fields of a file. What lies outside the file is damage, what lies in its gap is merely unknown; both are
/// noted, and neither is read.
class FieldReader
{
public:
    FieldReader(const ByteView &view, bool isBigEndian, ReadingNotes &notes)
        : m_view(view)
        , m_isBigEndian(isBigEndian)
        , m_notes(&notes)
    {
    }

    const ByteView &view() const { return m_view; }
    ReadingNotes &notes() const { return *m_notes; }
    bool isBigEndian() const { return m_isBigEndian; }
    qint64 size() const { return m_view.size(); }

    /// Whether a part lies in the file, gap included; where it does not, \a damage is noted.
    bool contains(quint64 offset, quint64 count, const char *damage) const;
    /// Bytes that are there; nullopt, and noted, where they are not.
    std::optional<QByteArrayView> bytes(quint64 offset, quint64 count, const char *damage) const;
    std::optional<Record> record(quint64 offset, quint64 count, const char *damage) const;
    /// Text up to its NUL, which must come within \a most bytes.
    std::optional<QString> text(quint64 offset, quint64 most, const char *damage) const;

private:
    ByteView m_view;
    bool m_isBigEndian;
    ReadingNotes *m_notes;
};

} // namespace unmoor
