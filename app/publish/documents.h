// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publish/publisher.h"

#include <QJsonObject>

namespace unmoor {

/// The document of `unmoor status --json`. "release" is null where there is none.
QJsonObject statusToJson(const DesiredRelease &desired, const RemoteRelease &remote, const PublishPlan &plan,
                         const QString &revision);

/// The document of `unmoor publish --json`.
QJsonObject publishToJson(const PublishOutcome &outcome);

} // namespace unmoor
