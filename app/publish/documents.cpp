// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/documents.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue messageOrNull(const std::optional<Error> &error)
{
    return error ? QJsonValue(error->message) : QJsonValue();
}

QJsonValue releaseToJson(const std::optional<github::Release> &release)
{
    if (!release)
        return {};
    return QJsonObject{{u"id"_s, release->id},
                       {u"state"_s, release->draft ? u"draft"_s : u"published"_s},
                       {u"url"_s, release->htmlUrl.toString()},
                       {u"immutable"_s, release->immutable}};
}

QJsonValue tagKindToJson(const std::optional<github::Tag> &tag)
{
    if (!tag)
        return {};
    const bool isSigned = tag->signature && tag->signature->reason != u"unsigned"_s;
    return tag->object.isEmpty() ? u"lightweight"_s : isSigned ? u"signed"_s : u"annotated"_s;
}

QJsonValue signatureToJson(const std::optional<github::Tag> &tag)
{
    if (!tag || !tag->signature)
        return {};
    return QJsonObject{{u"verified"_s, tag->signature->verified}, {u"reason"_s, tag->signature->reason}};
}

QJsonValue localToJson(const std::optional<DesiredFile> &file)
{
    if (!file)
        return {};
    return QJsonObject{{u"bytes"_s, file->bytes}, {u"sha256"_s, QString::fromLatin1(file->sha256)}};
}

QJsonValue remoteToJson(const std::optional<github::Asset> &asset)
{
    if (!asset)
        return {};
    return QJsonObject{{u"id"_s, asset->id},
                       {u"state"_s, asset->state},
                       {u"bytes"_s, asset->size},
                       {u"digest"_s, textOrNull(QString::fromLatin1(asset->digest))}};
}

QJsonArray filesToJson(const QList<FileState> &states)
{
    QJsonArray files;
    for (const FileState &state : states)
        files += QJsonObject{{u"name"_s, state.name},
                             {u"target"_s, state.target},
                             {u"local"_s, localToJson(state.local)},
                             {u"remote"_s, remoteToJson(state.remote)},
                             {u"verdict"_s, verdictName(state.verdict)}};
    return files;
}

QJsonObject resultToJson(const StepResult &result)
{
    return {{u"step"_s, stepName(result.step.kind)},
            {u"what"_s, result.step.what},
            {u"outcome"_s, outcomeName(result.outcome)},
            {u"proof"_s, result.proof},
            {u"error"_s, messageOrNull(result.error)}};
}

} // namespace

QJsonObject statusToJson(const DesiredRelease &desired, const RemoteRelease &remote, const PublishPlan &plan,
                         const QString &revision)
{
    return {{u"schema"_s, 1},
            {u"tag"_s, desired.tag},
            {u"revision"_s, revision},
            {u"complete"_s, plan.isComplete()},
            {u"withdrawn"_s, plan.isWithdrawn},
            {u"tag_kind"_s, tagKindToJson(remote.tagRef)},
            {u"signature"_s, signatureToJson(remote.tagRef)},
            {u"release"_s, releaseToJson(remote.release)},
            {u"files"_s, filesToJson(compareFiles(desired, remote))},
            {u"plan"_s, stepsToJson(plan.steps)},
            {u"remarks"_s, QJsonArray::fromStringList(plan.remarks)},
            {u"blocker"_s, messageOrNull(plan.blocker)}};
}

QJsonObject publishToJson(const PublishOutcome &outcome)
{
    QJsonArray steps;
    for (const StepResult &result : outcome.steps)
        steps += resultToJson(result);
    return {{u"schema"_s, 1},
            {u"complete"_s, outcome.complete},
            {u"url"_s, textOrNull(outcome.url.toString())},
            {u"steps"_s, steps},
            {u"remarks"_s, QJsonArray::fromStringList(outcome.remarks)},
            {u"to_agree"_s, stepsToJson(outcome.toAgree)},
            {u"error"_s, messageOrNull(outcome.error)}};
}

} // namespace unmoor
