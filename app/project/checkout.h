// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process.h"
#include "core/result.h"

#include <QMap>

namespace unmoor {

/// What git says of a project's folder.
struct Checkout
{
    QString root; ///< absolute path of the working tree's top
    QString commit; ///< 40 hex digits; empty in a repository without commits
    QString branch; ///< empty on a detached HEAD
    QStringList changedFiles; ///< tracked files that differ from HEAD, relative to root
    QStringList untrackedFiles; ///< not ignored, not tracked
    QMap<QString, QString> tags; ///< name → commit (annotated tags peeled)
    QString remoteUrl; ///< of "origin", or of the only remote, without user and password of a web address

    bool isClean() const { return changedFiles.isEmpty() && untrackedFiles.isEmpty(); }
    bool operator==(const Checkout &) const = default;
};

/// Asks git about \a directory. Errors: NotFound (no git program, no such folder, or not a git repository), Failed
/// with git's own words, Canceled. git never asks for anything and takes no locks.
QFuture<Result<Checkout>> readCheckout(const QString &directory, std::stop_token stop = {});

/// "owner/name" of a remote's URL in https, ssh or scp form; empty where there is none.
QString repositoryOfRemote(const QString &url);

/// The host of a remote's URL ("github.com"); empty for a path.
QString hostOfRemote(const QString &url);

} // namespace unmoor
