// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/flake.h"

namespace unmoor {

/// Outputs that the files of a project name, for a flake that cannot be evaluated: systems and names only. Read are the
/// workflows of GitHub Actions, then Markdown files (lines that name both a target and an output, such as those of a
/// table; not the struck-out or dropped ones), then the .nix files. \a source becomes where they were found.
QList<FlakeOutput> outputsInText(const QString &directory, QString &source);

} // namespace unmoor
