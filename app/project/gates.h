// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/project/checkout.h"
#include "app/project/releasemanifest.h"

#include <QJsonObject>
#include <optional>

namespace unmoor {

/// One condition that a release must meet, and how it came out.
struct Gate
{
    enum class Outcome { Passed, Failed, Skipped };

    QString name; ///< stable English name for scripts: "Clean checkout", or the manifest's own
    Outcome outcome = Outcome::Skipped;
    QString message; ///< what was found
    QString hint; ///< what to do; empty where it passed
    double seconds = 0;

    bool operator==(const Gate &) const = default;
};

QString outcomeName(Gate::Outcome outcome); ///< "passed", "failed", "skipped"
QJsonObject toJson(const Gate &gate); ///< {name, outcome, message, hint}

// Each gate is a function of facts that somebody else gathered; a fact that could not be had skips or fails the gate
// with the reason. Names: "Clean checkout", "Commit is on GitHub", "Lock file", "Version", "Tag is free", "Changelog",
// "Container image", "File names", "Files of the checkout", "Targets".

Gate cleanCheckoutGate(const Checkout &checkout);

/// \a onRemote: whether the host knows the commit, or why that could not be asked (Network and Unauthorized skip;
/// so does NotFound: no such repository for this token). \a host: the one that was asked; empty: the remote's.
Gate commitOnRemoteGate(const Checkout &checkout, const Result<bool> &onRemote, const QString &host = {});

/// \a lockFile: what `nix flake metadata --no-update-lock-file` answered; an error's message is shown.
Gate lockFileGate(const Result<void> &lockFile);

/// \a version must be one of the manifest's scheme and, unless it equals it, newer than the newest release tag (those
/// that match the manifest's tag template) of \a tags, which are known here, and \a atHost, those of the host's
/// releases or why that could not be asked; then a first release is not proven, and the gate is skipped. \a isShallow:
/// the clone lacks history, and tags with it; then what speaks for the version is no proof, and the gate is skipped.
Gate versionGate(const ReleaseManifest &manifest, const Result<QString> &version, const QStringList &tags,
                 bool isShallow = false, const Result<QStringList> &atHost = QStringList());

/// Says that a release would have no files. \a outputs: whether the flake has any to build, or what it has instead.
Gate noTargetsGate(const Result<void> &outputs);

/// The tag must be absent or point at the checkout's commit, here and on the host. \a remoteTag: its commit, nullopt
/// where it is not there, or why that could not be asked. \a host: as for commitOnRemoteGate().
Gate tagGate(const QString &tag, const Checkout &checkout, const Result<std::optional<QString>> &remoteTag,
             const QString &host = {});

/// \a section: why the section is not good enough (no such section, duplicate, empty), as an error.
Gate changelogGate(const QString &version, const QString &heading, const Result<void> &section);

/// A file of the release: its name, and the one that the host stores it under.
struct ReleaseFileName
{
    QString name;
    QString stored;
};

/// The host must keep every name as it is, and no two files may have one: checksums and links would lead to another
/// file, or to none.
Gate fileNamesGate(const Checkout &checkout, const QList<ReleaseFileName> &files, const QString &host = {});

/// \a files: each [[asset]] of the checkout with whether it can be shipped, or why not.
Gate checkoutFilesGate(const QList<std::pair<QString, Result<void>>> &files);

/// eval gate: both sides as text, or why one could not be had.
Gate evalGate(const ManifestGate &gate, const Result<QString> &actual, const Result<QString> &expected);

/// Skipped: this Unmoor neither builds nor pushes the manifest's image, and whoever wrote [image] has to know.
Gate imageGate(const ManifestImage &image);

/// flake check: \a check is what `nix flake check` ended with; Canceled: it was not run.
Gate flakeCheckGate(const ManifestGate &gate, const Result<void> &check);

/// Reads the files of \a gate.noVersionIn below \a root; fails where one names \a version as a whole word, with
/// file:line. A file that is not there fails it, too, and so do globs that find nothing. Skipped without a version.
Gate noVersionGate(const ManifestGate &gate, const QString &root, const QString &version);

/// First group of \a match.regex in its file below \a root. Errors: NotFound, Io, InvalidInput (no match, bad regex,
/// a path outside the project).
Result<QString> textOfFileMatch(const FileMatch &match, const QString &root);

} // namespace unmoor
