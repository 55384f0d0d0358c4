// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/byteview.h"

#include <algorithm>

namespace unmoor {

std::optional<QByteArrayView> ByteView::bytes(quint64 offset, quint64 count) const
{
    if (!contains(offset, count))
        return std::nullopt;
    const quint64 head = quint64(m_head.size());
    if (offset <= head && count <= head - offset)
        return m_head.sliced(qsizetype(offset), qsizetype(count));
    const quint64 tailStart = quint64(m_size - m_tail.size());
    if (offset < tailStart)
        return std::nullopt;
    return m_tail.sliced(qsizetype(offset - tailStart), qsizetype(count));
}

std::optional<QByteArrayView> ByteView::text(quint64 offset, qsizetype most) const
{
    if (offset >= quint64(m_size))
        return std::nullopt;
    const quint64 head = quint64(m_head.size());
    const quint64 tailStart = quint64(m_size - m_tail.size());
    const bool inHead = offset < head;
    if (!inHead && offset < tailStart)
        return std::nullopt;
    const QByteArrayView rest =
        inHead ? m_head.sliced(qsizetype(offset)) : m_tail.sliced(qsizetype(offset - tailStart));
    const QByteArrayView within = rest.first(std::min(rest.size(), most));
    const qsizetype end = within.indexOf('\0');
    if (end < 0)
        return std::nullopt;
    return within.first(end);
}

ByteView ByteView::part(quint64 offset, quint64 count) const
{
    if (offset >= quint64(m_size))
        return {};
    count = std::min(count, quint64(m_size) - offset);
    const quint64 end = offset + count;
    const auto cut = [&](QByteArrayView piece, quint64 start) {
        const quint64 from = std::clamp(offset, start, start + quint64(piece.size()));
        const quint64 to = std::clamp(end, start, start + quint64(piece.size()));
        return piece.sliced(qsizetype(from - start), qsizetype(to - from));
    };
    const QByteArrayView head = offset < quint64(m_head.size()) ? cut(m_head, 0) : QByteArrayView();
    const QByteArrayView tail = cut(m_tail, quint64(m_size - m_tail.size()));
    return {head, tail, qint64(count)};
}

} // namespace unmoor
