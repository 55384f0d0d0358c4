// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"
#include "app/archive/expectedlayout.h"

namespace unmoor {

/// A layout that \a contents meets, for a person to prune. Names that hold \a version or a library's version become
/// globs, many files of a kind in one folder become one line, and a top folder that holds \a triple becomes a template
/// ("main-{triple}"). Programs ask for the executable bit. Pure.
ExpectedLayout proposeLayout(const ArchiveContents &contents, const QString &triple, const QString &version);

/// \a layout as the text of [layout.NAME] in unmoor.toml.
QString layoutToToml(const ExpectedLayout &layout, const QString &name);

} // namespace unmoor
