// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/process.h"
#include "app/core/result.h"
#include "app/core/trust.h"

#include <QMap>

namespace unmoor {

/// What git says of a project's folder.
struct Checkout
{
    QString root; ///< absolute path of the working tree's top
    QString commit; ///< 40 hex digits; empty in a repository without commits
    QString branch; ///< empty on a detached HEAD
    bool isTreeKnown = true; ///< false: the files were not compared with HEAD, which runs what the repository names
    QStringList changedFiles; ///< tracked files that differ from HEAD, relative to root
    QStringList untrackedFiles; ///< not ignored, not tracked
    QMap<QString, QString> tags; ///< name → commit (annotated tags peeled)
    QMap<QString, QString> tagObjects; ///< name → the tag itself, of annotated ones
    QStringList signedTags; ///< names of those that are signed, by whomever
    bool isShallow = false; ///< a clone without the whole history
    QString remoteUrl; ///< of "origin", or of the only remote, without user and password of a web address
    QStringList remoteUrls; ///< of every remote, by name, in the same form

    bool isClean() const { return isTreeKnown && !isDirty(); }
    bool isDirty() const { return !changedFiles.isEmpty() || !untrackedFiles.isEmpty(); } ///< is known to be
    bool operator==(const Checkout &) const = default;
};

/// Asks git about \a directory. Comparing the files with the commit may run filters that the repository names: with \a
/// trust withheld that is left, and the tree is not known. Errors: NotFound (no git program, no such folder, or not a
/// git repository), Failed with git's own words, Canceled. git never asks for anything and takes no locks.
QFuture<Result<Checkout>> readCheckout(const QString &directory, Trust trust, std::stop_token stop = {});

/// "owner/name" of a remote's URL in https, ssh or scp form; empty where there is none.
QString repositoryOfRemote(const QString &url);

/// The host of a remote's URL ("github.com"); empty for a path.
QString hostOfRemote(const QString &url);

/// Whether a remote of \a remoteHost is at \a host. Names that ssh's configuration gives to hosts ("github.com-work",
/// or any without a dot) count as the host's: what they stand for is ssh's to say.
bool isAtHost(const QString &remoteHost, const QString &host);

} // namespace unmoor
