// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/build/nixbuild.h"
#include "app/nix/storecommands.h"

namespace unmoor {

// The steps by which an output is built, on this machine or on another, and comes into this machine's store.

/// `nix build`, at \a store.
Command buildCommand(const NixBuildRequest &request, const RemoteStore &store);
/// `nix path-info` of the output that \a request asks for, without building it.
Command outputInfoCommand(const NixBuildRequest &request);

} // namespace unmoor
