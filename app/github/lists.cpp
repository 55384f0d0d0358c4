// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/words.h"
#include "app/github/client_p.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace unmoor::github {

namespace {

constexpr int mostPages = 100; // GitHub lists the first 10,000 releases, and no release has more than 1,000 files

} // namespace

struct Client::Private::Listing
{
    Request request;
    QString key; ///< of the list where a page is an object; empty: a page is a list
    std::shared_ptr<qint64> total;
    QList<QJsonObject> objects;
    int pages = 0;

    Result<QList<QJsonObject>> objectsOf(const Answer &answer) const
    {
        if (key.isEmpty())
            return parseList(request, answer);
        return parseObject(request, answer).and_then([&](const QJsonObject &page) -> Result<QList<QJsonObject>> {
            if (!page[key].isArray())
                return std::unexpected(
                    errorOf(request, Error::Kind::Server, Words::tr("the answer has no list \"%1\"").arg(key)));
            if (total)
                *total = page[u"total_count"].toInteger();
            QList<QJsonObject> list;
            for (const QJsonValue value : page[key].toArray())
                list += value.toObject();
            return list;
        });
    }
};

QFuture<Result<QList<QJsonObject>>> Client::Private::pages(const Result<Request> &request, std::stop_token stop,
                                                           const QString &key, std::shared_ptr<qint64> total)
{
    if (!request)
        return finished<QList<QJsonObject>>(std::unexpected(request.error()));
    auto listing = std::make_shared<Listing>(*request, key, std::move(total));
    QUrlQuery query(listing->request.url);
    query.addQueryItem(u"per_page"_s, u"100"_s);
    listing->request.url.setQuery(query);
    return nextPages(std::move(listing), std::move(stop));
}

QFuture<Result<QList<QJsonObject>>> Client::Private::nextPages(std::shared_ptr<Listing> listing, std::stop_token stop)
{
    using Objects = QList<QJsonObject>;
    return andThen(transport.send(listing->request, stop), this, [this, listing, stop](const Answer &answer) {
        // Whoever answers names where uploads, and with them the token, go.
        if (!answer.ownHost)
            return finished<Objects>(
                std::unexpected(errorOf(listing->request, Error::Kind::Server,
                                        Words::tr("another host, %1, answered").arg(answer.url.host()))));
        const auto page = listing->objectsOf(answer);
        if (!page)
            return finished<Objects>(std::unexpected(page.error()));
        listing->objects += *page;
        listing->request.url = nextPage(answer);
        if (!listing->request.url.isValid())
            return finished<Objects>(listing->objects);
        if (const QUrl next = listing->request.url; !sameOrigin(next, transport.apiUrl()))
            return finished<Objects>(std::unexpected(
                errorOf(listing->request, Error::Kind::Server,
                        Words::tr("the list goes on at another host, %1, which was not asked")
                            .arg(next.toDisplayString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo)))));
        if (++listing->pages >= mostPages)
            return finished<Objects>(
                std::unexpected(errorOf(listing->request, Error::Kind::Server, Words::tr("the list has no end"))));
        return nextPages(listing, stop);
    });
}

QFuture<Result<QList<Release>>> Client::releases(const QString &repository, std::stop_token stop)
{
    const QString failed = tr("Could not read the releases of %1").arg(repository);
    return d->pages(d->request("GET", repository, "/releases", failed), std::move(stop))
        .then(d.get(), [d = d.get(), failed](const Result<QList<QJsonObject>> &objects) -> Result<QList<Release>> {
            if (!objects)
                return std::unexpected(objects.error());
            auto releases = valuesOf(*objects, &parseRelease, failed);
            for (const Release &release : releases.value_or(QList<Release>()))
                d->transport.trustUploads(QUrl(release.uploadUrl));
            return releases;
        });
}

QFuture<Result<QList<Asset>>> Client::assets(const QString &repository, qint64 releaseId, std::stop_token stop)
{
    const QString failed = tr("Could not read the files of the release %1").arg(releaseId);
    const QByteArray path = "/releases/" + QByteArray::number(releaseId) + "/assets";
    return d->pages(d->request("GET", repository, path, failed), std::move(stop))
        .then(d.get(), [failed](const Result<QList<QJsonObject>> &objects) -> Result<QList<Asset>> {
            if (!objects)
                return std::unexpected(objects.error());
            return valuesOf(*objects, &parseAsset, failed);
        });
}

} // namespace unmoor::github
