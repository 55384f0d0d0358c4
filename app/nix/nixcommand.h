// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/process.h"
#include "app/core/result.h"
#include "app/nix/remotestore.h"

namespace unmoor {

/// Experimental features that every command from now on switches on, beside nix-command and flakes: what a person
/// allowed for the runs of this program, whatever Nix's own settings say.
void setNixFeatures(const QStringList &features);

/// `nix ARGUMENTS` with the flags and environment of every run: nix-command and flakes on, ssh that never asks, English
/// messages. Where the command takes a flake: no update of the lock file, and none of the settings of Nix that the
/// flake brings along. What only asks builds nothing in order to answer (import from derivation). \a sshOptions: see
/// RemoteStore.
Command nixCommand(const QStringList &arguments, const QString &directory, const QStringList &sshOptions = {});

/// Options by which ssh never asks and gives up on a machine that does not answer.
QStringList sshManners();

/// A name as it stands in an attribute path: in quotes where it needs them.
QString quotedAttribute(const QString &name);
/// "packages.x86_64-linux.minne-release"; names with dots come in quotes.
QString packageAttribute(const QString &system, const QString &output);

/// \a reference and \a attribute as one argument: "/src/minne#packages.x86_64-linux.default".
QString installable(const QString &reference, const QString &attribute);

/// What Nix wrote on standard error without internal-json, as one text per message.
QStringList messagesOf(const QByteArray &standardError);

/// The Error of a run of Nix that ended with a non-zero exit code.
Error nixError(const ProcessExit &exit, const QString &directory = {});

} // namespace unmoor
