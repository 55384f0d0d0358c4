// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runs/runsview.h"

#include <QJsonObject>

namespace unmoor {

/// The document of `unmoor runs --json`. \a tag: empty where none was asked for.
QJsonObject runsToJson(const RunsView &view, const QString &tag, const github::RateLimit &limit);

} // namespace unmoor
