// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/releasemanifest.h"
#include "app/project/tomltable.h"

namespace unmoor {

// Values that several tables of unmoor.toml share. Each reports what is wrong to the table's problems.

/// A string with {placeholders}, all of them out of \a placeholders.
QString templateText(const TomlTable &table, QLatin1StringView key, const QStringList &placeholders,
                     const QString &text);

/// { file = "…", regex = "…" }: a path inside the project, a regular expression with a group.
FileMatch fileMatch(const TomlTable &table);

/// "auto", true or false.
Choice choice(const TomlTable &table, QLatin1StringView key);

/// Reports a path that is not below the project's folder.
void checkInside(const TomlTable &table, QLatin1StringView key, const QString &path);

/// [[target]], in the file's order; \a layouts: those that there are.
QList<ManifestTarget> readTargets(const TomlTable &root, const QStringList &layouts);

/// [[asset]], in the file's order; \a targets: those that there are, whose names no asset may have.
QList<ManifestTarget> readAssets(const TomlTable &root, const QList<ManifestTarget> &targets);

/// "system": Nix's name of one.
QString nixSystem(const TomlTable &table);

/// [layout.NAME].
QMap<QString, ExpectedLayout> readLayouts(const TomlTable &root);

/// [checks], and [[accept]].
CheckSettings readChecks(const TomlTable &root);

/// [limits].
ScanLimits readLimits(const TomlTable &root);

/// [[gate]], in the file's order.
QList<ManifestGate> readGates(const TomlTable &root);

} // namespace unmoor
