// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/bundle.h"

#include <QSet>

namespace unmoor {

/// How a script of the archive starts a program of the archive.
struct LauncherStart
{
    QString launcher; ///< path of the script
    const BundledFile *program = nullptr;
    const BundledFile *loader =
        nullptr; ///< the dynamic loader that it starts the program with; null: the kernel chooses
    bool hasLoaderPath = false; ///< --library-path, which stands in for LD_LIBRARY_PATH
    QList<SearchFolder> loaderPath;
    QList<SearchFolder> libraryPath; ///< LD_LIBRARY_PATH, which the program's children inherit
    QList<SearchFolder> dyldPath; ///< DYLD_LIBRARY_PATH
    std::optional<QString> folder; ///< the current folder that it sets, in the archive
};

/// The shell scripts of an archive that start its programs.
struct Launchers
{
    QList<LauncherStart> starts;
    QHash<const BundledFile *, qsizetype> firstStart; ///< index of the first start of each program
    QSet<const BundledFile *> named; ///< files that a script hands on in a variable, such as ORT_DYLIB_PATH

    const LauncherStart *startOf(const BundledFile *program) const; ///< null: users start it themselves
};

/// Reads every executable shell script of \a bundle as data.
Launchers readLaunchers(const Bundle &bundle);

} // namespace unmoor
