// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/bundle.h"
#include "app/core/finding.h"

#include <QMap>

namespace unmoor {

/// What an archive is made for.
struct PortabilityTarget
{
    enum class Os { Linux, MacOs, Windows };

    Os os = Os::Linux;
    QString machine; ///< the words of BinaryFacts::machines()
    QString triple; ///< for messages
    QString glibcFloor; ///< "2.35"; empty: not checked
    QString macOsFloor; ///< "11.0"; empty: not checked
    bool isMusl = false;
    bool isUniversal = false; ///< macOS: every file has to run on Apple silicon and on Intel

    bool operator==(const PortabilityTarget &) const = default;
};

/// One library (or interpreter) that a loader looks for.
struct ResolutionStep
{
    enum class Outcome {
        Bundled, ///< found in the archive
        System, ///< part of every system of the target
        Missing, ///< found nowhere: the program does not start
        Unreachable, ///< in the archive, but no path that the loader takes leads there
        Unsafe, ///< found through a path that another user or another machine decides on
        Optional, ///< weak or delay-loaded, and not there
    };

    QString name; ///< as stored: "libonnxruntime.so.1", "@rpath/libx.dylib", "lib/ld-linux-x86-64.so.2"
    Outcome outcome = Outcome::Missing;
    QString path; ///< in the archive, links followed; empty elsewhere
    QString via; ///< the path that led there: "RUNPATH $ORIGIN/lib", "LD_LIBRARY_PATH of main", "base system"
    QString neededBy; ///< path of the file that asks for it
    int depth = 0; ///< 0: the file itself asks
    QStringList tried; ///< where the loader looked, as it expands

    bool operator==(const ResolutionStep &) const = default;
};

/// Whether the programs of an archive start on a user's machine, as far as reading can tell.
struct PortabilityReport
{
    QList<Finding> findings;
    /// By path of program or library: everything that it needs, each name once, in the loader's breadth-first order.
    QMap<QString, QList<ResolutionStep>> chains;

    bool operator==(const PortabilityReport &) const = default;
};

/// Resolves as the loader of each platform does, over \a files alone. Without a \a target (null) each file is judged by
/// its own format and machine. Codes: wrong-format, wrong-machine, binary-truncated, glibc-too-new, glibcxx-too-new,
/// interpreter-*, runpath-*, needed-unresolved, library-*, loader-mismatch, musl-loader, weak-hardening, not-stripped,
/// macho-*, pe-*, not-a-program, link-flattened, lfs-pointer, runs-from-store. One cause gives one finding.
PortabilityReport checkPortability(const QList<BundledFile> &files, const PortabilityTarget *target);

} // namespace unmoor
