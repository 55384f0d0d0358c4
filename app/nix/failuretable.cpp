// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/failuretable.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

FailureRow row(BuildFailure::Kind kind, const QString &pattern)
{
    return {kind, QRegularExpression(pattern)};
}

/// The wordings are those of Nix 2.8 to 2.28 and, after the bar, of 2.29 and newer.
QList<FailureRow> makeTable()
{
    return {
        row(BuildFailure::Kind::Interrupted, u"interrupted by the user"_s),
        row(BuildFailure::Kind::HashMismatch,
            u"hash mismatch in fixed-output derivation '([^']*)'[\\s\\S]*?specified:\\s*(\\S+)[\\s\\S]*?got:\\s*(\\S+)"_s),
        row(BuildFailure::Kind::LockFileOutdated, u"requires (?:lock file )?changes but they're not allowed"_s),
        row(BuildFailure::Kind::MissingAttribute,
            u"does not provide attribute '?([^'\\n]*)'?[^\\n]*(?:\\s+Did you mean (?:one of )?([^?]*)\\?)?"_s),
        row(BuildFailure::Kind::FeatureDisabled, u"experimental Nix feature '([^']*)' is disabled"_s),
        row(BuildFailure::Kind::ImportFromDerivation,
            u"cannot build '([^']*)' during evaluation because the option 'allow-import-from-derivation' is disabled"_s),
        row(BuildFailure::Kind::FileNotInGit, u"[Pp]ath '([^']*)' (?:does not exist|[^\\n]*is not tracked by Git)"_s),
        row(BuildFailure::Kind::DiskFull, u"No space left on device|database or disk is full"_s),
        row(BuildFailure::Kind::HostKeyChanged, u"REMOTE HOST IDENTIFICATION HAS CHANGED"_s),
        row(BuildFailure::Kind::HostUnknown, u"Host key verification failed|No \\S+ host key is known"_s),
        row(BuildFailure::Kind::KeyRefused,
            u"(?:(\\S+): )?Permission denied \\((?:publickey|password|keyboard-interactive|gssapi)"
            u"|Too many authentication failures"_s),
        row(BuildFailure::Kind::HostUnreachable,
            u"ssh: connect to host (\\S+)|ssh: Could not resolve hostname ([^\\s:]+)|kex_exchange"
            u"|Connection timed out during banner"_s),
        row(BuildFailure::Kind::NixNotOnHost,
            u"nix-(?:daemon|store): (?:command )?not found|command not found: \\S*nix-(?:daemon|store)"
            u"|nix-(?:daemon|store)'?: No such file or directory|Unknown command:? '?\\S*nix-(?:daemon|store)"_s),
        row(BuildFailure::Kind::ConnectionLost,
            u"Nix daemon disconnected unexpectedly|closed by remote host"
            u"|Connection (?:closed|reset) by \\S+ port|Timeout, server \\S+ not responding"
            u"|client_loop: send disconnect"_s),
        row(BuildFailure::Kind::NoBuilder,
            u"a '(\\S+)' with features \\{.*\\} is required|Required system: '?([^\\s']+)"_s),
        row(BuildFailure::Kind::NoBuilder, u"Unable to start any build"_s),
        row(BuildFailure::Kind::UnsignedPath, u"'([^']*)'[^\\n]*lacks a signature by a trusted key"_s),
        row(BuildFailure::Kind::TimedOut, u"timed out after (\\d+) seconds( of (?:silence|inactivity))?"_s),
        row(BuildFailure::Kind::LogLimit, u"killed after writing more than"_s),
        row(BuildFailure::Kind::Killed, u"failed due to signal 9\\b"_s),
        row(BuildFailure::Kind::NotReproducible, u"may not be deterministic"_s),
        row(BuildFailure::Kind::HookFailed, u"program '([^']*)' failed with exit code (\\d+)"_s),
        row(BuildFailure::Kind::NoOutput, u"failed to produce output path"_s),
        row(BuildFailure::Kind::DaemonDown,
            u"cannot connect to socket [^\\n]*daemon-socket|getting status of '([^']*daemon-socket)[^']*': Permission denied"_s),
        row(BuildFailure::Kind::GitOwnership, u"'([^']*)' is not owned by current user|is not owned by current user"_s),
        row(BuildFailure::Kind::BuilderFailed,
            u"builder for '[^']*' failed(?: with exit code (\\d+)| due to signal (\\d+))"
            u"|Reason: builder failed(?: with exit code (\\d+)| due to signal (\\d+))?"_s),
        // Also said before a run that then builds here after all, hence below what such a build can die of.
        row(BuildFailure::Kind::NoBuilder,
            u"Failed to find a machine for remote build[\\s\\S]*?required [^:]*: \\(([^,\\s]+)"_s),
        row(BuildFailure::Kind::NoBuilder, u"Failed to find a machine for remote build"_s),
        row(BuildFailure::Kind::EvaluationError,
            u"error:[\\s\\S]*(?:\\bat (?:/\\S+|«[^»]*»):\\d+:\\d+|\\n\\s+… while )"_s),
        row(BuildFailure::Kind::BuilderFailed,
            u"dependenc(?:y|ies) of derivation|Reason: \\d+ dependenc(?:y|ies) failed"_s),
    };
}

} // namespace

const QList<FailureRow> &failureTable()
{
    static const QList<FailureRow> table = makeTable();
    return table;
}

} // namespace unmoor
