// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>
#include <optional>
#include <type_traits>

namespace unmoor {

/// A file, or what was kept of it, read with checks: no offset and no length that a file states can lead outside.
/// A file that is larger than what is kept has a gap between its first and its last bytes.
class ByteView
{
public:
    ByteView() = default;
    explicit ByteView(QByteArrayView whole)
        : m_head(whole)
        , m_size(whole.size())
    {
    }
    /// \a tail are the last bytes of a file of \a size bytes. The bytes outlive the view.
    ByteView(QByteArrayView head, QByteArrayView tail, qint64 size)
        : m_head(head)
        , m_tail(tail)
        , m_size(size)
    {
    }

    qint64 size() const { return m_size; } ///< of the file, the gap included
    bool hasGap() const { return m_head.size() + m_tail.size() < m_size; }
    /// Whether \a count bytes at \a offset lie in the file; they may still lie in the gap.
    bool contains(quint64 offset, quint64 count) const
    {
        return offset <= quint64(m_size) && count <= quint64(m_size) - offset;
    }

    /// \a count bytes at \a offset; nullopt where any of them is outside the file or in the gap.
    std::optional<QByteArrayView> bytes(quint64 offset, quint64 count) const;

    /// A number at \a offset, of the byte order of the file.
    template <typename T>
    std::optional<T> number(quint64 offset, bool isBigEndian) const
    {
        static_assert(std::is_integral_v<T>);
        const auto raw = bytes(offset, sizeof(T));
        if (!raw)
            return std::nullopt;
        return isBigEndian ? qFromBigEndian<T>(raw->data()) : qFromLittleEndian<T>(raw->data());
    }

    /// The text at \a offset up to its NUL, or up to \a most bytes; nullopt where it has no end within them.
    std::optional<QByteArrayView> text(quint64 offset, qsizetype most = 4096) const;

    /// A part as a view of its own, cut to what is there.
    ByteView part(quint64 offset, quint64 count) const;

private:
    QByteArrayView m_head;
    QByteArrayView m_tail;
    qint64 m_size = 0;
};

} // namespace unmoor
