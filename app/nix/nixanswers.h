// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/nix/flake.h"

namespace unmoor {

// What `nix … --json` prints, in the forms of Nix 2.8 to 2.33. An answer in no known form is Corrupt.

/// The valid ones of `nix path-info --json PATH…`.
Result<QStringList> parsePathInfo(const QByteArray &json);

/// The NAR hash of each valid path of `nix path-info --json PATH…`, in the asking Nix's own form.
Result<QMap<QString, QString>> parsePathHashes(const QByteArray &json);

/// {system: {output: {name, drvPath, outputPath} or null}}; null, an output that cannot be evaluated, is left out.
Result<QList<FlakeOutput>> parseOutputs(const QByteArray &json);

/// One {name, drvPath, outputPath}.
Result<FlakeOutput> parseOutput(const QByteArray &json, const QString &system, const QString &output);

/// {system: [output, …]}.
Result<QList<FlakeOutput>> parseOutputNames(const QByteArray &json);

/// A JSON value as text: a string as it is, another value as JSON.
Result<QString> parseValue(const QByteArray &json);

/// "2.26.3" of "nix (Nix) 2.26.3"; empty where there is no version.
QString parseNixVersion(const QByteArray &text);

/// system and extra-platforms of `nix config show --json`.
Result<QStringList> parseBuildableSystems(const QByteArray &json);

/// systems and maxJobs of the same; the version stays empty.
Result<NixInfo> parseNixConfig(const QByteArray &json);

/// What `nix build --json` says of the one derivation it built.
struct BuiltOutput
{
    QString drvPath;
    QString outPath;
};
Result<BuiltOutput> parseBuildResult(const QByteArray &json);

/// "trusted" of `nix store info --json`; nothing where that Nix does not say.
std::optional<bool> parseTrusted(const QByteArray &json);

} // namespace unmoor
