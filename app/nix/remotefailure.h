// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/buildfailure.h"

namespace unmoor {

/// \a failure of a build at \a host, or of the way to it, in words that name the machine. \a storeFolder: of this
/// machine's store, since a full disk may be here.
BuildFailure failureAtHost(BuildFailure failure, const QString &host, const QString &storeFolder);
/// \a host said that it had built \a path, and its store does not have it.
BuildFailure pathMissingAtHost(const QString &path, const QString &host);
/// What was copied is not what \a host has.
BuildFailure copyDiffers(const QString &path, const QString &host);

} // namespace unmoor
