// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>

namespace unmoor {

/// What of [project] in unmoor.toml begins the version after a release. Nothing else needs it.
struct NextSettings
{
    QString
        devSuffix; ///< of the version that the files say between releases: "-dev"; empty: they keep the released one
    QString message; ///< template of the commit, "Begin {version}" unless said

    bool operator==(const NextSettings &) const = default;
};

/// Errors: as parseManifest(), which holds these keys against the same rules.
Result<NextSettings> parseNextSettings(const QByteArray &toml, const QString &fileName);

/// Of the project in \a directory. Errors: as readManifest().
Result<NextSettings> readNextSettings(const QString &directory);

} // namespace unmoor
