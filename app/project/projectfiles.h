// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QStringList>

namespace unmoor {

/// Whether \a path is relative and stays below the folder that it is relative to, symbolic links aside.
bool staysInside(const QString &path);

/// What is read of a project's file at most, where nothing else is said.
inline constexpr qint64 largestProjectFile = 64LL << 20;

/// The file \a path below \a root, of \a most bytes. Errors: InvalidInput (it leads out of root, by ".." or a symbolic
/// link; it is larger), NotFound, Io (also a pipe or a device; see readPlainFile()).
Result<QByteArray> readProjectFile(const QString &root, const QString &path, qint64 most = largestProjectFile);

/// Files below \a root that \a glob (see Glob) names, relative to root and sorted. Wildcards pass over hidden files and
/// linked folders, as shells do.
QStringList projectFiles(const QString &root, const QString &glob);

} // namespace unmoor
