// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/buildfailure.h"

namespace unmoor {

/// The folders of the git submodules of the checkout that \a directory is in, relative to its top.
QStringList submoduleFolders(const QString &directory);

/// \a failure; where it names a file below a submodule of \a directory's checkout, which Nix leaves out of a flake's
/// source unless told otherwise, with that cause and the ways to mend it.
BuildFailure withSubmoduleNamed(BuildFailure failure, const QString &directory);

} // namespace unmoor
