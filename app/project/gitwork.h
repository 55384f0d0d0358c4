// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/process.h"

#include <functional>

namespace unmoor {

/// git in \a directory as its user has set it up: with hooks, signatures, identity and transports. It asks nothing on a
/// terminal; a desktop's pinentry and ssh-askpass are asked as always. Only for projects that are trusted.
Command gitWorkCommand(const QStringList &arguments, const QString &directory);

/// Runs it. \a said takes every line that git, its hooks and the remote wrote, at the end. Errors: those of
/// runProcess(); Failed with \a what and git's own words where it ends with another code than 0.
QFuture<Result<QByteArray>> gitWork(const QStringList &arguments, const QString &directory, const QString &what,
                                    std::stop_token stop = {}, const std::function<void(const QString &)> &said = {});

/// What a repository is in the middle of.
struct GitStanding
{
    QString branch; ///< empty: a detached HEAD
    QString underway; ///< "a rebase", "a merge" …; empty: nothing
    QString upstream; ///< "origin/main"; empty: none
    QString remote; ///< that the branch is pushed to: "origin"; empty: none
    bool signsTags = false; ///< tag.gpgSign
    bool hasIdentity = false; ///< git knows who commits

    bool operator==(const GitStanding &) const = default;
};

/// Asks git about \a directory. Errors: as gitWork().
QFuture<Result<GitStanding>> readGitStanding(const QString &directory, std::stop_token stop = {});

} // namespace unmoor
