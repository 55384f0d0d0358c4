// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace unmoor {

/// Writes numbers of either byte order, for files that no compiler makes.
class ByteWriter
{
public:
    explicit ByteWriter(bool isBigEndian = false)
        : m_isBigEndian(isBigEndian)
    {
    }

    template <typename T>
    void number(T value)
    {
        char raw[sizeof(T)];
        m_isBigEndian ? qToBigEndian(value, raw) : qToLittleEndian(value, raw);
        bytes.append(raw, sizeof(T));
    }
    void u8(quint8 value) { number(value); }
    void u16(quint16 value) { number(value); }
    void u32(quint32 value) { number(value); }
    void u64(quint64 value) { number(value); }
    /// As wide as an address of the file.
    void word(bool is64, quint64 value) { is64 ? u64(value) : u32(quint32(value)); }
    void raw(const QByteArray &more) { bytes += more; }
    void padTo(qsizetype size) { bytes.append(std::max<qsizetype>(0, size - bytes.size()), '\0'); }

    /// Overwrites the number at \a offset.
    template <typename T>
    static void patch(QByteArray &file, qsizetype offset, T value, bool isBigEndian = false)
    {
        Q_ASSERT(offset + qsizetype(sizeof(T)) <= file.size());
        isBigEndian ? qToBigEndian(value, file.data() + offset) : qToLittleEndian(value, file.data() + offset);
    }

    QByteArray bytes;

private:
    bool m_isBigEndian;
};

} // namespace unmoor
