// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process.h"
#include "core/result.h"
#include "nix/buildhost.h"

namespace unmoor {

/// What a run of Nix needs beside its arguments.
struct NixSetup
{
    QStringList features; ///< experimental features to switch on, beside nix-command and flakes
    QStringList sshOptions; ///< see RemoteStore
};

/// `nix ARGUMENTS` with the flags and environment of every run: nix-command and flakes on, no lock file update where
/// the command takes a flake, ssh that never asks, English messages.
Command nixCommand(const QStringList &arguments, const QString &directory, const NixSetup &setup = {});

/// Options by which ssh never asks and gives up on a machine that does not answer.
QStringList sshManners();

/// What to call the flake in \a directory on Nix's command line: the folder itself, or a URL where its name has
/// characters that Nix would read as something else.
QString flakeReference(const QString &directory);

/// "packages.x86_64-linux.minne-release"; names with dots come in quotes.
QString packageAttribute(const QString &system, const QString &output);

/// \a reference and \a attribute as one argument: "/src/minne#packages.x86_64-linux.default".
QString installable(const QString &reference, const QString &attribute);

/// What Nix wrote on standard error without internal-json, as one text per message.
QStringList messagesOf(const QByteArray &standardError);

/// The Error of a run of Nix that ended with a non-zero exit code.
Error nixError(const ProcessExit &exit);

} // namespace unmoor
