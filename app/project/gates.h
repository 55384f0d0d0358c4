// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "project/checkout.h"
#include "project/releasemanifest.h"

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
// with the reason. Names: "Clean checkout", "Commit is on GitHub", "Lock file", "Version", "Tag is free", "Changelog".

Gate cleanCheckoutGate(const Checkout &checkout);

/// \a onRemote: whether the host knows the commit, or why that could not be asked (Network and Unauthorized skip;
/// so does NotFound: no such repository for this token).
Gate commitOnRemoteGate(const Checkout &checkout, const Result<bool> &onRemote);

/// \a lockFile: what `nix flake metadata --no-update-lock-file` answered; an error's message is shown.
Gate lockFileGate(const Result<void> &lockFile);

/// \a version must be semver and, unless it equals it, newer than the newest release tag of \a tags (those that match
/// the manifest's tag template).
Gate versionGate(const ReleaseManifest &manifest, const Result<QString> &version, const QStringList &tags);

/// The tag must be absent or point at the checkout's commit, here and on the host. \a remoteTag: its commit, nullopt
/// where it is not there, or why that could not be asked.
Gate tagGate(const QString &tag, const Checkout &checkout, const Result<std::optional<QString>> &remoteTag);

/// \a section: why the section is not good enough (no such section, duplicate, empty), as an error.
Gate changelogGate(const QString &version, const QString &heading, const Result<void> &section);

/// eval gate: both sides as text, or why one could not be had.
Gate evalGate(const ManifestGate &gate, const Result<QString> &actual, const Result<QString> &expected);

/// flake check: \a check is what `nix flake check` ended with.
Gate flakeCheckGate(const ManifestGate &gate, const Result<void> &check);

/// Reads the files of \a gate.noVersionIn below \a root; fails where one names \a version as a whole word, with
/// file:line. A file that is not there fails it, too, and so do globs that find nothing. Skipped without a version.
Gate noVersionGate(const ManifestGate &gate, const QString &root, const QString &version);

/// First group of \a match.regex in its file below \a root. Errors: NotFound, Io, InvalidInput (no match, bad regex,
/// a path outside the project).
Result<QString> textOfFileMatch(const FileMatch &match, const QString &root);

} // namespace unmoor
