// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/project.h"

#include <QFuture>
#include <QStringList>

namespace unmoor {

/// The one file of a built output that is shipped: the one called \a name (a glob may stand in it) in \a storePath, or
/// \a storePath itself where it is a file. \a others: names, or globs, of what is shipped of the same output elsewhere
/// in the manifest. Errors (Failed): no such file (says what is there), an empty one, a link that leads nowhere, or an
/// archive besides that nobody ships.
Result<QString> findArchive(const QString &storePath, const QString &name, const QStringList &others = {});

/// \a folder, made where it is missing. Errors: Io.
Result<QString> madeFolder(const QString &folder);

/// Copies \a file to \a directory/\a name, through a temporary name; an equal copy that is there already stays.
/// Errors: NotFound, Io.
Result<QString> keepCopy(const QString &file, const QString &directory, const QString &name);

/// Writes the file of the checkout that \a target ships into \a folder, under the name of its archive, and gives its
/// path. Errors: those of readCheckoutFile(), Io.
QFuture<Result<QString>> keepCheckoutFile(const Project &project, const ManifestTarget &target, const QString &folder,
                                          std::stop_token stop);

} // namespace unmoor
