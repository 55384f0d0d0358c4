// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ledger/ledger.h"

#include <QHash>

namespace unmoor {

/// A result that Nix's garbage collector must leave alone: a link in the state folder.
struct GcRoot
{
    enum class State {
        Open, ///< its release is not published: freeing it may mean to build again
        Published,
        Replaced, ///< of uncommitted changes, or its version comes, or came, from another commit
    };

    QString link; ///< STATE_DIR/roots/PROJECT/REVISION-TRIPLE, or REVISION-dirty-TRIPLE
    QString storePath;
    QString revision;
    bool dirty = false; ///< of a tree with changes: no release's
    QString triple;
    QString version; ///< empty: the ledger does not know the link
    QDateTime builtAt;
    State state = State::Open;

    bool operator==(const GcRoot &) const = default;
};

/// What the link of \a build is called.
QString rootName(const BuildRecord &build);

/// The links in \a folder, in no order that says anything.
QList<GcRoot> readRoots(const QString &folder);

/// \a roots with what the ledger knows of them, the newest first. \a revision: the checkout's commit, whose release is
/// open until it is published.
QList<GcRoot> judgeRoots(QList<GcRoot> roots, const QList<BuildRecord> &builds, const QList<ReleaseRecord> &releases,
                         const QString &revision);

/// A store path in a closure.
struct StorePathInfo
{
    qint64 narSize = 0;
    QStringList references;

    bool operator==(const StorePathInfo &) const = default;
};
using StoreClosure = QHash<QString, StorePathInfo>;

/// The answer of `nix path-info -r --json` in the forms of Nix 2.8 to 2.33; paths that are not valid are left out.
/// Corrupt: none of these.
Result<StoreClosure> parseClosure(const QByteArray &json);

/// What only \a freed paths hold, and \a kept ones do not, in bytes.
qint64 bytesHeldBy(const StoreClosure &closure, const QStringList &freed, const QStringList &kept);

/// Everything that the results of a project keep, as read at one time.
struct RootsOverview
{
    QList<GcRoot> roots;
    QStringList otherPaths; ///< what other projects of this state folder keep
    StoreClosure closure; ///< of all of these

    /// How much space freeing \a links gives at most: what no other root of Unmoor's holds. Others on this machine may.
    qint64 bytesFreedBy(const QStringList &links) const;
    qint64 bytesOf(const GcRoot &root) const; ///< with all that it needs
};

/// Deletes the links \a links. Errors: Io, at the first that stays.
Result<void> removeRoots(const QStringList &links);

} // namespace unmoor
