// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <optional>

namespace unmoor {

/// What is wrong with the text of an unmoor.toml: what stands first in it.
struct ManifestProblem
{
    int line = 0; ///< 1-based
    int column = 0; ///< 1-based, in code points
    QString message; ///< without the place

    bool operator==(const ManifestProblem &) const = default;
};

/// Why parseManifest() would fail; nullopt: it would not.
std::optional<ManifestProblem> findManifestProblem(const QByteArray &toml);

/// Where the manifest of the project in \a directory is.
QString manifestPath(const QString &directory);

/// The bytes of \a directory/unmoor.toml. Errors: NotFound, which names 'unmoor init' as the next step, and those of
/// readPlainFile().
Result<QByteArray> readManifestText(const QString &directory);

} // namespace unmoor
