// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process.h"
#include "nix/buildfailure.h"
#include "nix/flake.h"
#include "nix/nixbuild.h"

namespace unmoor {

// The steps by which an output is built, on this machine or on another, and comes into this machine's store.

/// `nix build`, at \a store.
Command buildCommand(const NixBuildRequest &request, const RemoteStore &store);
/// `nix path-info` of the output that \a request asks for, without building it.
Command outputInfoCommand(const NixBuildRequest &request);
/// `nix path-info` of \a path at \a store.
Command pathInfoCommand(const QString &path, const RemoteStore &store);
/// `nix copy` of \a path from \a store to here.
Command copyCommand(const QString &path, const RemoteStore &store);
/// `nix copy` of the derivation \a drvPath and all that it needs, from here to \a store.
Command sendCommand(const QString &drvPath, const RemoteStore &store);
/// `nix build --dry-run` of \a output, at \a store.
Command dryRunCommand(const QString &directory, const FlakeOutput &output, const RemoteStore &store);
/// Makes the GC root \a link for \a path, which is valid here.
Command rootCommand(const QString &path, const QString &link);

/// \a failure of a build at \a host, or of the way to it, in words that name the machine.
BuildFailure failureAtHost(BuildFailure failure, const QString &host);
/// \a host said that it had built \a path, and its store does not have it.
BuildFailure pathMissingAtHost(const QString &path, const QString &host);
/// What was copied is not what \a host has.
BuildFailure copyDiffers(const QString &path, const QString &host);

} // namespace unmoor
