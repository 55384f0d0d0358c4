// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portability/portabilitycheck.h"

namespace unmoor {

/// Programs that hand over to something in /nix/store, which users do not have: scripts that run, source or import from
/// there, and compiled wrappers of nixpkgs. Code: runs-from-store.
void checkStoreUse(PortabilityCheck &check);

} // namespace unmoor
