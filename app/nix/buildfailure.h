// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <optional>

namespace unmoor {

/// Why a run of Nix failed, in the user's terms.
struct BuildFailure
{
    /// Names for scripts are the kebab-case of these: "hash-mismatch".
    enum class Kind {
        Interrupted,
        HashMismatch,
        LockFileOutdated,
        MissingAttribute,
        FeatureDisabled,
        ImportFromDerivation, ///< evaluating would build something, and only a question was asked
        FileNotInGit,
        DiskFull,
        HostKeyChanged,
        HostUnknown,
        KeyRefused,
        HostUnreachable,
        NixNotOnHost,
        ConnectionLost,
        NoBuilder,
        UnsignedPath,
        TimedOut,
        LogLimit,
        Killed,
        NotReproducible,
        HookFailed,
        NoOutput,
        DaemonDown,
        GitOwnership,
        BuilderFailed,
        EvaluationError,
        NixMissing,
        Other,
    };

    Kind kind = Kind::Other;
    QString derivation; ///< name of the step that failed; empty where none did
    QString derivationPath; ///< its .drv
    QString message; ///< what failed and why, one or two sentences
    QString hint; ///< what to do
    QString detail; ///< Nix's own words
    QString tail; ///< last lines of the failing step's own log; empty where it has none
    QStringList notRun; ///< steps that did not run only because of this one
    QString subject; ///< what it is about, see the rows of failuretable.cpp: a feature, a path, a machine, a suggestion
    QString specified; ///< HashMismatch
    QString got;
    QString file; ///< position in the flake, a store or checkout path
    int line = 0;
    int column = 0;
    bool isForGood = false; ///< the same commit fails in the same way each time: building again is of no use

    bool operator==(const BuildFailure &) const = default;
};

QString failureKindName(BuildFailure::Kind kind);
QJsonObject toJson(const BuildFailure &failure); ///< {kind, derivation, message, hint}

/// Judges \a messages (level 0 and 1 and plain lines, escape codes stripped; never a builder's output) after the
/// failure table of Nix's texts: the topmost cause wins over what follows from it.
BuildFailure classifyFailure(const QStringList &messages);

/// Notices for a run that may well have succeeded: dirty tree, cache unsigned, cache slow, setting ignored.
QStringList noticesIn(const QStringList &messages);

} // namespace unmoor
