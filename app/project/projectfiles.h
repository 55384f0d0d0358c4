// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringList>

namespace unmoor {

/// Whether \a path is relative and stays below the folder that it is relative to, symbolic links aside.
bool staysInside(const QString &path);

/// The file \a path below \a root. Errors: InvalidInput (it leads out of root, by ".." or a symbolic link), NotFound,
/// Io.
Result<QByteArray> readProjectFile(const QString &root, const QString &path);

/// Files below \a root that \a glob names, relative to root and sorted. "*" does not cross "/", a component "**"
/// stands for any number of folders. Wildcards pass over hidden files and linked folders, as shells do.
QStringList projectFiles(const QString &root, const QString &glob);

} // namespace unmoor
