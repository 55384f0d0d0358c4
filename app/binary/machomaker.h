// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

namespace unmoor {

/// Makes small Mach-O files: a header, load commands, some pages of code and a signature over them. The numbers are
/// those of Apple's mach-o/loader.h and cs_blobs.h.
struct MachOMaker
{
    struct Directory
    {
        quint8 hashType = 2; // SHA-256
        quint32 flags = 0x2; // ad hoc
        quint8 pageBits = 12;
        bool usesLimit64 = false;
    };

    bool is64 = true;
    bool isBigEndian = false;
    quint32 cpu = 0x0100000c;
    quint32 subtype = 0;
    quint32 fileType = 2; // MH_EXECUTE
    quint32 flags = 0x200000; // MH_PIE
    QList<QByteArray> commands;
    QMap<qsizetype, QByteArray> parts; ///< bytes by where they lie, behind the commands: code, for one
    qsizetype codeSize = 3 * 4096 - 100; ///< what comes before the signature; its last page is short
    QList<Directory> directories; ///< empty: no signature
    QByteArray identifier = "com.example.sample";
    QByteArray certificates;

    void addCommand(quint32 kind, const QByteArray &rest);
    /// A library, an install name or (LC_RPATH) a path.
    void addName(quint32 kind, const QByteArray &name);
    /// LC_LOAD_DYLIB as newer linkers write it.
    void addLibraryUse(const QByteArray &name, quint32 useFlags);
    void addNumbers(quint32 kind, const QList<quint32> &numbers);
    void addSegment(quint64 offset, quint64 size);
    QByteArray make();

    qsizetype signatureAt = 0; ///< where make() put it

    /// A fat file with \a slices for \a cpus, each at a multiple of 4096.
    static QByteArray fat(const QList<QByteArray> &slices, const QList<quint32> &cpus, bool is64 = false);

private:
    QByteArray signature(const QByteArray &code) const;
    QByteArray directory(const Directory &directory, const QByteArray &code) const;
};

} // namespace unmoor
