// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// Makes small PE images: headers and one section, which lies elsewhere in memory than in the file, with the tables of
/// imported DLLs.
struct PeMaker
{
    bool isPlus = true;
    quint16 machine = 0x8664;
    quint16 characteristics = 0x22; // executable image, large addresses
    quint16 subsystem = 3; // console
    quint16 dllFlags = 0x160; // high entropy, dynamic base, NX
    QList<QByteArray> imports;
    QList<QByteArray> delayImports;
    bool hasAbsoluteDelayImports = false; ///< as old linkers wrote them
    quint32 certificateAt = 0;
    quint32 certificateSize = 0;

    QByteArray make();

    // Where make() put what tests spoil.
    static constexpr qsizetype CoffAt = 0x84;
    static constexpr qsizetype OptionalAt = CoffAt + 20;
    static constexpr quint32 SectionAt = 0x400; ///< in the file
    static constexpr quint32 SectionAddress = 0x2000; ///< relative to the image
    qsizetype directoriesAt = 0;
    qsizetype sectionHeaderAt = 0;
    qsizetype delayImportsAt = 0;
};
