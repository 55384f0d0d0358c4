// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QProcessEnvironment>

namespace unmoor {

/// What programs that this process starts find in their environment: its own without the variables that carry tokens
/// for GitHub (GITHUB_TOKEN, GH_TOKEN and their like), then \a changes on top; a null QString unsets. git, Nix and ssh
/// read none of those variables, but a build or a credential helper that they start could.
QProcessEnvironment childEnvironment(const QMap<QString, QString> &changes = {});

/// Takes the variable \a name out of this process's environment: what it holds, and empty where it is not set. Its
/// bytes are overwritten, so that they do not stay readable in /proc/PID/environ. Not while other threads run.
QByteArray takeVariable(const QByteArray &name);

/// Makes the kernel write no core of this process and of those that it starts, neither to a file nor to a handler: a
/// core would have the token in it. Who wants one can lift the soft limit again.
void leaveNoCore();

} // namespace unmoor
