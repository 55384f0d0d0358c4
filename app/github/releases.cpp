// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/client_p.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace unmoor::github {

namespace {

QByteArray releasePath(qint64 id)
{
    return "/releases/" + QByteArray::number(id);
}

QByteArray assetPath(qint64 id)
{
    return "/releases/assets/" + QByteArray::number(id);
}

Result<Request> withBody(Result<Request> request, const QByteArray &body)
{
    if (request)
        request->body = body;
    return request;
}

} // namespace

QFuture<Result<Release>> Client::Private::release(const Result<Request> &request, std::stop_token stop)
{
    return object<Release>(request, std::move(stop), [this](const Answer &answer, const QJsonObject &json) {
        const auto release = parseRelease(json);
        if (release && answer.ownHost)
            transport.trustUploads(QUrl(release->uploadUrl));
        return release;
    });
}

QFuture<Result<Asset>> Client::Private::asset(const Result<Request> &request, std::stop_token stop)
{
    return object<Asset>(request, std::move(stop),
                         [](const Answer &, const QJsonObject &json) { return parseAsset(json); });
}

QFuture<Result<Release>> Client::release(const QString &repository, qint64 id, std::stop_token stop)
{
    return d->release(d->request("GET", repository, releasePath(id), tr("Could not read the release %1").arg(id)),
                      std::move(stop));
}

QFuture<Result<std::optional<Release>>> Client::latestRelease(const QString &repository, std::stop_token stop)
{
    const auto latest = d->release(d->request("GET", repository, "/releases/latest",
                                              tr("Could not read the latest release of %1").arg(repository)),
                                   stop);
    return d->orAbsent<Release>(latest, repository, stop);
}

QFuture<Result<std::optional<bool>>> Client::immutableReleases(const QString &repository, std::stop_token stop)
{
    using Known = std::optional<bool>;
    return d
        ->object<bool>(d->request("GET", repository, "/immutable-releases",
                                  tr("Could not tell whether %1 freezes its releases").arg(repository)),
                       std::move(stop),
                       [](const Answer &, const QJsonObject &json) -> Known {
                           return json[u"enabled"].isBool() ? Known(json[u"enabled"].toBool()) : std::nullopt;
                       })
        .then(d.get(), [](const Result<bool> &enabled) -> Result<Known> {
            if (enabled)
                return Known(*enabled);
            const bool hidden =
                enabled.error().kind == Error::Kind::NotFound || enabled.error().kind == Error::Kind::Forbidden;
            return hidden ? Result<Known>(Known()) : std::unexpected(enabled.error());
        });
}

QFuture<Result<Release>> Client::createRelease(const QString &repository, const ReleaseFields &fields,
                                               std::stop_token stop)
{
    const auto request =
        d->request("POST", repository, "/releases", tr("Could not create the release %1").arg(fields.tagName));
    return d->release(withBody(request, toJson(fields)), std::move(stop));
}

QFuture<Result<Release>> Client::updateRelease(const QString &repository, qint64 id, const ReleaseFields &fields,
                                               std::stop_token stop)
{
    const auto request =
        d->request("PATCH", repository, releasePath(id), tr("Could not change the release %1").arg(fields.tagName));
    return d->release(withBody(request, toJson(fields)), std::move(stop));
}

QFuture<Result<void>> Client::deleteRelease(const QString &repository, qint64 id, std::stop_token stop)
{
    const auto request =
        d->request("DELETE", repository, releasePath(id), tr("Could not delete the release %1").arg(id));
    if (!request)
        return finished<void>(std::unexpected(request.error()));
    const auto sent = d->transport.send(*request, stop);
    return inEitherCase(sent, this, [this, repository, id, stop](const Result<Answer> &answer) {
        if (answer)
            return finished<void>({});
        if (answer.error().kind != Error::Kind::Forbidden)
            return finished<void>(std::unexpected(answer.error()));
        // As for a file: 404 means that the token may not, and that it was gone already.
        return release(repository, id, stop)
            .then(this, [error = answer.error()](const Result<Release> &left) -> Result<void> {
                if (!left && left.error().kind == Error::Kind::NotFound)
                    return {};
                return std::unexpected(error);
            });
    });
}

QFuture<Result<QString>> Client::generatedNotes(const QString &repository, const QString &tag, const QString &commit,
                                                const QString &previousTag, std::stop_token stop)
{
    QJsonObject fields{{u"tag_name"_s, tag}, {u"target_commitish"_s, commit}};
    if (!previousTag.isEmpty())
        fields.insert(u"previous_tag_name"_s, previousTag);
    const auto request = d->request("POST", repository, "/releases/generate-notes",
                                    tr("Could not have notes generated for %1").arg(tag));
    return d->object<QString>(withBody(request, QJsonDocument(fields).toJson(QJsonDocument::Compact)), std::move(stop),
                              [](const Answer &, const QJsonObject &json) {
                                  const QJsonValue body = json[u"body"_s];
                                  return body.isString() ? std::optional(body.toString()) : std::nullopt;
                              });
}

QFuture<Result<Asset>> Client::asset(const QString &repository, qint64 assetId, std::stop_token stop)
{
    return d->asset(
        d->request("GET", repository, assetPath(assetId), tr("Could not read the release's file %1").arg(assetId)),
        std::move(stop));
}

QFuture<Result<Asset>> Client::renameAsset(const QString &repository, qint64 assetId, const QString &name,
                                           std::stop_token stop)
{
    const auto request = d->request("PATCH", repository, assetPath(assetId),
                                    tr("Could not rename the release's file %1 to %2").arg(assetId).arg(name));
    return d->asset(withBody(request, QJsonDocument(QJsonObject{{u"name"_s, name}}).toJson(QJsonDocument::Compact)),
                    std::move(stop));
}

QFuture<Result<void>> Client::deleteAsset(const QString &repository, qint64 assetId, std::stop_token stop)
{
    const auto request =
        d->request("DELETE", repository, assetPath(assetId), tr("Could not delete the release's file %1").arg(assetId));
    if (!request)
        return finished<void>(std::unexpected(request.error()));
    const auto sent = d->transport.send(*request, stop);
    return inEitherCase(sent, this, [this, repository, assetId, stop](const Result<Answer> &answer) {
        if (answer)
            return finished<void>({});
        if (answer.error().kind != Error::Kind::Forbidden)
            return finished<void>(std::unexpected(answer.error()));
        // The same 404 means that the token may not, and that it was gone already, which is as good.
        return asset(repository, assetId, stop)
            .then(this, [error = answer.error()](const Result<Asset> &left) -> Result<void> {
                if (!left && left.error().kind == Error::Kind::NotFound)
                    return {};
                return std::unexpected(error);
            });
    });
}

} // namespace unmoor::github
