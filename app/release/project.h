// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ledger/ledger.h"
#include "app/nix/flakesource.h"
#include "app/project/checkout.h"
#include "app/project/releasemanifest.h"

#include <QFuture>
#include <QUrl>
#include <memory>
#include <stop_token>

namespace unmoor {

/// A project as it was read at one moment. It never changes: whoever works for long takes one at the start and is done
/// with the same, whatever a person edits meanwhile.
struct Project
{
    QString directory; ///< absolute; has unmoor.toml
    ReleaseManifest manifest;
    Checkout checkout;
    Trust trust = Trust::Withheld; ///< whether its code may run
    QString host; ///< where it is published: "github.com"; empty: at a stand-in, which takes any repository
    QByteArray
        filesSha256; ///< of manifest, changelog and lock file: what changes without git's telling in a dirty tree
    Result<QString> version = failure(Error::Kind::NotFound, QString()); ///< why there is none, as a value

    QString versionText() const { return version.value_or(QString()); } ///< empty: not known
    QString tag() const; ///< empty: the version is not known
    QString title() const;
    QString repository() const; ///< see repositoryAt(); empty: not known
    QString changelogPath() const;

    /// The name of \a target's archive as its template expands. Where a glob stands in it, the name of \a archive, a
    /// file that is there; empty: none yet.
    QString archiveName(const ManifestTarget &target, const QString &archive = {}) const;

    /// How the file of \a target is called where it is made: its name in the output (a glob may stand in it), or its
    /// path in the checkout.
    QString fileName(const ManifestTarget &target) const;

    /// The names, or globs, of what else an output may hold for the release beside \a target.
    QStringList otherNames(const ManifestTarget &target) const;

    /// What Nix evaluates and builds: the commit, so that no later edit gets in; of a checkout that is not clean, the
    /// folder.
    FlakeSource flake() const;

    /// STATE_DIR/KIND/PROJECT, where this project keeps what is of \a kind: "logs", "roots". Not made.
    QString stateFolder(const QString &stateDir, const QString &kind) const;
};
using ProjectPtr = std::shared_ptr<const Project>;

/// What of a project can change on disk while it is worked on.
struct ProjectState
{
    Result<ReleaseManifest> manifest;
    Checkout checkout;
    QByteArray filesSha256; ///< see Project

    bool operator==(const ProjectState &) const = default;
};

ProjectState stateOf(const Project &project);

/// Reads what is on disk now of what \a project was. Errors: those of readCheckout().
QFuture<Result<ProjectState>> readState(const Project &project, std::stop_token stop);

/// Reads manifest, checkout and version so that all are of one moment: what changes while it is read is read again.
/// \a version: instead of what the manifest names; empty: the manifest's. \a host: see Project::host. Errors: those of
/// readManifest() and readCheckout(), Conflict (the checkout does not stand still), Canceled.
QFuture<Result<ProjectPtr>> readProject(const QString &directory, Trust trust, const QString &version,
                                        std::stop_token stop, const QString &host = {});

/// Before code of \a project runs. Errors: Untrusted.
Result<void> requireTrust(const Project &project);

/// Where the flake is that \a manifest means.
FlakePlace flakePlaceOf(const ReleaseManifest &manifest);

/// Where releases go through \a apiUrl: "github.com". Empty for an address such as a stand-in's on this machine.
QString hostOfApi(const QUrl &apiUrl);

/// "owner/name" at \a host: the manifest's, else that of the remote, which must be at that host: the same name at
/// another one is somebody else's. Errors: NotFound, with what to do.
Result<QString> repositoryAt(const QString &host, const ReleaseManifest &manifest, const Checkout &checkout);

/// The version that \a manifest names: a literal, a file's match, or an attribute of \a flake (which needs Nix, and \a
/// trust). Surrounding white space is cut. Errors come with where the version was looked for.
QFuture<Result<QString>> resolveVersion(const ReleaseManifest &manifest, const FlakeSource &flake, Trust trust,
                                        std::stop_token stop = {});

/// The version that \a commit of the checkout at \a root was built as, by the ledger: evaluating it again would give
/// the same. NotFound: nothing was built of it.
Result<QString> versionAsBuilt(const Ledger &ledger, const QString &root, const QString &commit);

/// "1a2b3c4", "1a2b3c4 with uncommitted changes".
QString revisionText(const QString &commit, bool dirty);

} // namespace unmoor
