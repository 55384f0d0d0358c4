// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/github/actiontypes.h"
#include "app/github/answer.h"
#include "app/github/types.h"

#include <QJsonObject>
#include <QList>

namespace unmoor::github {

/// GitHub's JSON to values. Unknown keys are ignored, absent optional ones leave the default; nullopt where what makes
/// the value usable (an id, a name) is absent or of another type.
std::optional<Release> parseRelease(const QJsonObject &json);
std::optional<Asset> parseAsset(const QJsonObject &json);
std::optional<Repository> parseRepository(const QJsonObject &json);
std::optional<WorkflowRun> parseRun(const QJsonObject &json);
std::optional<RunJob> parseJob(const QJsonObject &json);
std::optional<RunArtifact> parseArtifact(const QJsonObject &json);
PendingDeployment parsePendingDeployment(const QJsonObject &json);
JobAnnotation parseAnnotation(const QJsonObject &json);
std::optional<PullRequest> parsePullRequest(const QJsonObject &json);

/// The body of \a answer as one object, or one array of objects. Error: Server, for a page that is not JSON, is cut
/// short or is something else.
Result<QJsonObject> parseObject(const Request &request, const Answer &answer);
Result<QList<QJsonObject>> parseList(const Request &request, const Answer &answer);

QByteArray toJson(const ReleaseFields &fields);

} // namespace unmoor::github
