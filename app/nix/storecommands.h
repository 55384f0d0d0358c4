// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/nixcommand.h"

namespace unmoor {

// Commands of Nix at a store, this machine's own or another's.

/// The options of a command that works at \a store.
QStringList atStore(const RemoteStore &store);
/// The same of a build there: what is to be built is evaluated here.
QStringList builtAtStore(const RemoteStore &store);
/// `nix path-info` of \a path at \a store.
Command pathInfoCommand(const QString &path, const RemoteStore &store);
/// `nix copy` of \a path from \a store to here.
Command copyCommand(const QString &path, const RemoteStore &store);
/// `nix copy` of the derivation \a drvPath and all that it needs, from here to \a store.
Command sendCommand(const QString &drvPath, const RemoteStore &store);
/// Makes the GC root \a link for \a path, which is valid here.
Command rootCommand(const QString &path, const QString &link);

} // namespace unmoor
