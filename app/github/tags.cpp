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

QFuture<Result<Client::Private::GitObject>> Client::Private::gitObject(const Result<Request> &request,
                                                                       std::stop_token stop)
{
    return object<GitObject>(request, std::move(stop), [](const Answer &, const QJsonObject &json) {
        const QJsonObject to = json[u"object"].toObject();
        const QJsonObject verification = json[u"verification"].toObject();
        GitObject found{.type = to[u"type"].toString(), .sha = to[u"sha"].toString(), .signature = {}};
        if (verification[u"reason"].isString())
            found.signature = {verification[u"verified"].toBool(), verification[u"reason"].toString()};
        return found.sha.isEmpty() ? std::optional<GitObject>() : found;
    });
}

/// Of a tag of a tag, the outer one's signature counts: it is what people look at.
QFuture<Result<std::optional<Tag>>> Client::Private::peeled(const QString &repository, const GitObject &object,
                                                            const Tag &known, int depth, std::stop_token stop)
{
    using Found = std::optional<Tag>;
    Tag tag = known;
    if (object.type == u"commit"_s) {
        tag.commit = object.sha;
        return finished<Found>(Found(tag));
    }
    if (object.type != u"tag"_s || depth > deepestTag)
        return finished<Found>(
            failure(Error::Kind::Conflict,
                    Words::tr("The tag points at a %1, %2, instead of a commit. Delete it or choose another tag.")
                        .arg(object.type, shortCommit(object.sha))));
    if (tag.object.isEmpty())
        tag.object = object.sha;
    const auto next =
        request("GET", repository, "/git/tags/" + encoded(object.sha), couldNotRead(shortCommit(object.sha)));
    return andThen(gitObject(next, stop), this, [this, repository, tag, depth, stop](const GitObject &to) {
        Tag seen = tag;
        if (depth == 0)
            seen.signature = to.signature;
        return peeled(repository, to, seen, depth + 1, stop);
    });
}

QFuture<Result<std::optional<Tag>>> Client::tag(const QString &repository, const QString &tag, std::stop_token stop)
{
    using Found = std::optional<Tag>;
    using Object = Private::GitObject;
    const auto ref =
        d->gitObject(d->request("GET", repository, "/git/ref/tags/" + encoded(tag), couldNotRead(tag)), stop)
            .then(d.get(), [](Result<Object> result) -> Result<Object> {
                // A repository without a commit answers 409.
                if (!result && result.error().kind == Error::Kind::Conflict)
                    result.error().kind = Error::Kind::NotFound;
                return result;
            });
    return andThen(d->orAbsent<Object>(ref, repository, stop), d.get(),
                   [d = d.get(), repository, stop](const std::optional<Object> &to) {
                       return to ? d->peeled(repository, *to, {}, 0, stop) : finished<Found>(Found());
                   });
}

QFuture<Result<std::optional<QString>>> Client::tagCommit(const QString &repository, const QString &name,
                                                          std::stop_token stop)
{
    return tag(repository, name, std::move(stop)).then(d.get(), [](const Result<std::optional<Tag>> &found) {
        return found.transform(
            [](const std::optional<Tag> &one) { return one.transform([](const Tag &tag) { return tag.commit; }); });
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
