// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/fileedit.h"
#include "app/release/project.h"

namespace unmoor {

/// \a text with \a next in place of \a current where \a expression captures it, or matches it where it captures
/// nothing. NotFound: it matches nothing, or another text than \a current.
Result<QByteArray> withVersion(const QByteArray &text, const QString &expression, const QString &current,
                               const QString &next);

/// The edits that make \a next of \a project's version wherever its files tell it: at the place that `version` reads
/// and at those of `bump`; where neither names a file, at the one file that tells the version now (Cargo.toml,
/// package.json, pyproject.toml, VERSION, a .nix file). Cargo.lock and package-lock.json follow for the project's own
/// packages. Nothing else in the files changes; a file that says \a next already is left. Errors: NotFound (no file
/// says the version), Conflict (a place says another one; several files say it, and the manifest names none), Io.
Result<QList<FileEdit>> bumpEdits(const Project &project, const QString &next);

} // namespace unmoor
