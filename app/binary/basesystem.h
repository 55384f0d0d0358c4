// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace unmoor {

/// Which C library a Linux system is built on.
enum class LibcKind {
    Glibc,
    Musl,
    Either, ///< not known: both count
};

/// Whether every Linux system of that kind has \a soname, for people who install nothing. The list is the one of PyPA's
/// manylinux and musllinux policies, with the parts of glibc that are dlopened, and the loaders.
bool isLinuxBaseLibrary(const QString &soname, LibcKind libc);

/// Whether \a name is the file name of a dynamic loader of Linux: "ld-linux-x86-64.so.2".
bool isLinuxLoaderName(const QString &name);

/// Where systems of \a machine have their loader, most usual first; empty: the machine is not known.
QStringList linuxLoaders(const QString &machine, LibcKind libc);

/// Whether \a path is a folder in which every Linux system looks for libraries anyway.
bool isLinuxLibraryFolder(const QString &path);

/// Whether \a interpreter is the loader of another system that uses ELF: Android, a BSD, Solaris, Haiku.
bool isForeignLoader(const QString &interpreter);

/// Whether \a path is a library or framework that macOS itself has.
bool isMacOsLibrary(const QString &path);

/// Whether \a dll is part of Windows 10 and newer. Any case.
bool isWindowsDll(const QString &dll);

/// Whether \a dll comes with the Visual C++ redistributable. Any case. Its debug variants, which nobody may hand on,
/// are not among them.
bool isVcRuntimeDll(const QString &dll);

} // namespace unmoor
