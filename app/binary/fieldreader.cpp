// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/fieldreader.h"

#include "app/core/words.h"

#include <algorithm>

namespace unmoor {

namespace {

constexpr const char *TooMuchText = UNMOOR_DAMAGE("its names together are longer than any loader would read");

} // namespace

void ReadingNotes::damaged(const char *what)
{
    if (damage.isEmpty())
        damage = Words::tr(what);
}

bool FieldReader::contains(quint64 offset, quint64 count, const char *damage) const
{
    if (m_view.contains(offset, count))
        return true;
    m_notes->damaged(damage);
    return false;
}

std::optional<QByteArrayView> FieldReader::bytes(quint64 offset, quint64 count, const char *damage) const
{
    if (!contains(offset, count, damage))
        return std::nullopt;
    const auto bytes = m_view.bytes(offset, count);
    if (!bytes)
        m_notes->isPartial = true;
    return bytes;
}

std::optional<Record> FieldReader::record(quint64 offset, quint64 count, const char *damage) const
{
    const auto raw = bytes(offset, count, damage);
    if (!raw)
        return std::nullopt;
    return Record(*raw, m_isBigEndian);
}

std::optional<QString> FieldReader::text(quint64 offset, quint64 most, const char *damage) const
{
    if (m_notes->textLeft < 0 || !contains(offset, 1, damage))
        return std::nullopt;
    const quint64 inFile = std::min(most, quint64(m_view.size()) - offset);
    const auto text = m_view.text(offset, qsizetype(inFile));
    if (!text) {
        if (m_view.bytes(offset, inFile))
            m_notes->damaged(damage);
        else
            m_notes->isPartial = true;
        return std::nullopt;
    }
    m_notes->textLeft -= text->size() + 1;
    if (m_notes->textLeft < 0) {
        m_notes->damaged(TooMuchText);
        return std::nullopt;
    }
    return QString::fromUtf8(*text);
}

} // namespace unmoor
