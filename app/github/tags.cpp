// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/github/client_p.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace unmoor::github {

namespace {

constexpr int deepestTag = 10; // a tag of a tag of …: git allows it, nobody does it

/// A tag for a path: its slashes stay.
QByteArray encoded(const QString &tag)
{
    return QUrl::toPercentEncoding(tag, "/");
}

QString couldNotRead(const QString &tag)
{
    return Words::tr("Could not read the tag %1").arg(tag);
}

} // namespace

/// Type and SHA of what a ref or a tag points at.
QFuture<Result<std::pair<QString, QString>>> Client::Private::gitObject(const Result<Request> &request,
                                                                        std::stop_token stop)
{
    using TypeAndSha = std::pair<QString, QString>;
    return object<TypeAndSha>(request, std::move(stop), [](const Answer &, const QJsonObject &json) {
        const QJsonObject to = json[u"object"].toObject();
        const TypeAndSha found{to[u"type"].toString(), to[u"sha"].toString()};
        return found.second.isEmpty() ? std::optional<TypeAndSha>() : found;
    });
}

QFuture<Result<std::optional<QString>>> Client::Private::peeled(const QString &repository, const QString &type,
                                                                const QString &sha, int depth, std::stop_token stop)
{
    if (type == u"commit"_s)
        return finished<std::optional<QString>>(std::optional(sha));
    if (type != u"tag"_s || depth > deepestTag)
        return finished<std::optional<QString>>(
            failure(Error::Kind::Conflict,
                    Words::tr("The tag points at a %1, %2, instead of a commit. Delete it or choose another tag.")
                        .arg(type, shortCommit(sha))));
    const auto tag = request("GET", repository, "/git/tags/" + encoded(sha), couldNotRead(shortCommit(sha)));
    return andThen(gitObject(tag, stop), this, [this, repository, depth, stop](const auto &to) {
        return peeled(repository, to.first, to.second, depth + 1, stop);
    });
}

QFuture<Result<std::optional<QString>>> Client::tagCommit(const QString &repository, const QString &tag,
                                                          std::stop_token stop)
{
    using Commit = std::optional<QString>;
    using TypeAndSha = std::pair<QString, QString>;
    const auto ref =
        d->gitObject(d->request("GET", repository, "/git/ref/tags/" + encoded(tag), couldNotRead(tag)), stop)
            .then(d.get(), [](Result<TypeAndSha> result) -> Result<TypeAndSha> {
                // A repository without a commit answers 409.
                if (!result && result.error().kind == Error::Kind::Conflict)
                    result.error().kind = Error::Kind::NotFound;
                return result;
            });
    return andThen(d->orAbsent<TypeAndSha>(ref, repository, stop), d.get(),
                   [d = d.get(), repository, stop](const std::optional<TypeAndSha> &to) {
                       return to ? d->peeled(repository, to->first, to->second, 0, stop) : finished<Commit>(Commit());
                   });
}

QFuture<Result<void>> Client::createTag(const QString &repository, const QString &tag, const QString &commit,
                                        std::stop_token stop)
{
    auto request = d->request("POST", repository, "/git/refs",
                              tr("Could not make the tag %1 at %2").arg(tag, shortCommit(commit)));
    if (!request)
        return finished<void>(std::unexpected(request.error()));
    request->body = QJsonDocument(QJsonObject{{u"ref"_s, u"refs/tags/"_s + tag}, {u"sha"_s, commit}})
                        .toJson(QJsonDocument::Compact);
    return d->transport.send(*request, std::move(stop)).then(d.get(), [](const Result<Answer> &answer) {
        return answer.transform([](const Answer &) { });
    });
}

} // namespace unmoor::github
