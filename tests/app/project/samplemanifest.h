// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// The sample's unmoor.toml \a manifest without the place that GitHub Actions is in it: where no host runs its
/// workflow.
inline QByteArray withoutActions(QByteArray manifest)
{
    const qsizetype actions = manifest.indexOf("[target.actions]");
    Q_ASSERT(actions > 0);
    return manifest.remove(actions, manifest.indexOf("[[target]]", actions) - actions);
}
