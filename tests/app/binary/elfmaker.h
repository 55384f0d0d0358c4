// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <utility>

/// Makes small ELF files of both widths and byte orders, right ones or as wrong as a test needs them. Everything lies
/// in one segment, which is loaded at `base`: an address is never an offset.
struct ElfMaker
{
    struct Version
    {
        QByteArray name;
        bool isWeak = false;
    };
    struct NeededVersions
    {
        QByteArray library;
        QList<Version> versions;
    };

    bool is64 = true;
    bool isBigEndian = false;
    quint16 type = 3; // ET_DYN
    quint16 machine = 62;
    QByteArray interpreter;
    quint64 base = 0x400000;
    quint32 stackFlags = 6; // RW
    QList<NeededVersions> neededVersions;
    QByteArray strings = QByteArray(1, '\0');
    QList<std::pair<quint64, quint64>> dynamic; ///< tags and values, but for DT_STRTAB, DT_STRSZ, DT_VERNEED

    /// An entry of the dynamic section whose value is a name.
    void addName(quint64 tag, const QByteArray &name);
    QByteArray make();

    // Where make() put what tests spoil.
    qsizetype segmentsAt = 0;
    qsizetype dynamicAt = 0;
    qsizetype stringsAt = 0;
    qsizetype versionsAt = 0;

private:
    quint32 stringOffset(const QByteArray &text);
    QByteArray versionTable();
};
