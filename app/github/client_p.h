// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/chain.h"
#include "app/core/words.h"
#include "app/github/client.h"
#include "app/github/parse.h"
#include "app/github/transport.h"

#include <QSet>

namespace unmoor::github {

class Client::Private : public QObject
{
public:
    Private(QNetworkAccessManager &network, const QUrl &apiUrl)
        : transport(network, apiUrl, this)
    {
    }

    /// A request for "/repos/{repository}{path}", or InvalidInput for what is not "owner/name".
    Result<Request> request(const QByteArray &method, const QString &repository, const QByteArray &path,
                            const QString &failed) const;

    /// Sends and parses one object with \a parse, which takes (request, answer, object).
    template <typename T>
    QFuture<Result<T>> object(const Result<Request> &request, std::stop_token stop,
                              std::function<std::optional<T>(const Answer &, const QJsonObject &)> parse);

    /// Every object of every page. \a key: where the pages are objects, the name of the list in them; then \a total
    /// becomes how many there are.
    QFuture<Result<QList<QJsonObject>>> pages(const Result<Request> &request, std::stop_token stop,
                                              const QString &key = {}, std::shared_ptr<qint64> total = {});

    /// Sends a request whose answer says nothing more.
    QFuture<Result<void>> done(const Result<Request> &request, std::stop_token stop);

    /// \a future, where a 404 means absent: nullopt, provided that the repository itself is there.
    template <typename T>
    QFuture<Result<std::optional<T>>> orAbsent(QFuture<Result<T>> future, const QString &repository,
                                               std::stop_token stop);

    QFuture<Result<Repository>> repository(const QString &repository, std::stop_token stop);
    /// What a ref or a tag points at.
    struct GitObject
    {
        QString type;
        QString sha;
        std::optional<TagSignature> signature; ///< of the tag that points there
    };
    QFuture<Result<GitObject>> gitObject(const Result<Request> &request, std::stop_token stop);
    QFuture<Result<std::optional<Tag>>> peeled(const QString &repository, const GitObject &object, const Tag &known,
                                               int depth, std::stop_token stop);
    QFuture<Result<Release>> release(const Result<Request> &request, std::stop_token stop);
    QFuture<Result<Asset>> asset(const Result<Request> &request, std::stop_token stop);
    /// Downloads an asset; \a received takes its bytes as they come.
    QFuture<Result<Answer>> assetBytes(const QString &repository, qint64 assetId,
                                       std::function<void(QByteArrayView)> received, std::stop_token stop);

    Transport transport;

private:
    struct Listing;
    QFuture<Result<QList<QJsonObject>>> nextPages(std::shared_ptr<Listing> listing, std::stop_token stop);
};

/// \a objects as values, each once.
template <typename T>
Result<QList<T>> valuesOf(const QList<QJsonObject> &objects, std::optional<T> (*parse)(const QJsonObject &),
                          const QString &failed)
{
    QList<T> values;
    QSet<qint64> seen; // pages shift when something is added while they are read
    for (const QJsonObject &object : objects) {
        const auto value = parse(object);
        if (!value)
            return failure(Error::Kind::Server, Words::tr("%1: an entry is not what the API promises.").arg(failed));
        if (!seen.contains(value->id))
            values += *value;
        seen += value->id;
    }
    return values;
}

template <typename T>
QFuture<Result<T>> Client::Private::object(const Result<Request> &request, std::stop_token stop,
                                           std::function<std::optional<T>(const Answer &, const QJsonObject &)> parse)
{
    if (!request)
        return finished<T>(std::unexpected(request.error()));
    return transport.send(*request, std::move(stop))
        .then(this, [request = *request, parse = std::move(parse)](const Result<Answer> &answer) -> Result<T> {
            if (!answer)
                return std::unexpected(answer.error());
            const auto json = parseObject(request, *answer);
            if (!json)
                return std::unexpected(json.error());
            const auto value = parse(*answer, *json);
            return value ? Result<T>(*value) : std::unexpected(errorOf(request, *answer));
        });
}

template <typename T>
QFuture<Result<std::optional<T>>> Client::Private::orAbsent(QFuture<Result<T>> future, const QString &name,
                                                            std::stop_token stop)
{
    return inEitherCase(future, this, [this, name, stop](const Result<T> &result) {
        if (result)
            return finished<std::optional<T>>(std::optional<T>(*result));
        if (result.error().kind != Error::Kind::NotFound)
            return finished<std::optional<T>>(std::unexpected(result.error()));
        return andThen(repository(name, stop), this,
                       [](const Repository &) { return finished<std::optional<T>>(std::optional<T>()); });
    });
}

} // namespace unmoor::github
