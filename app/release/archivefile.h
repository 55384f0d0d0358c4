// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace unmoor {

/// The one archive of a built output: the file called \a name (a glob may stand in it) in \a storePath, or \a storePath
/// itself where it is a file. Errors (Failed): no such file (says what is there), or more than one archive.
Result<QString> findArchive(const QString &storePath, const QString &name);

/// Copies \a file to \a directory/\a name, through a temporary name; an equal copy that is there already stays.
/// Errors: NotFound, Io.
Result<QString> keepCopy(const QString &file, const QString &directory, const QString &name);

} // namespace unmoor
