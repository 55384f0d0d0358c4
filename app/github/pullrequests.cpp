// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/client_p.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace unmoor::github {

QFuture<Result<PullRequest>> Client::createPullRequest(const QString &repository, const PullRequestFields &fields,
                                                       std::stop_token stop)
{
    auto request = d->request("POST", repository, "/pulls", tr("Could not open a pull request of %1").arg(fields.head));
    if (request)
        request->body = QJsonDocument(QJsonObject{{u"title"_s, fields.title},
                                                  {u"head"_s, fields.head},
                                                  {u"base"_s, fields.base},
                                                  {u"body"_s, fields.body}})
                            .toJson(QJsonDocument::Compact);
    return d->object<PullRequest>(request, std::move(stop),
                                  [](const Answer &, const QJsonObject &json) { return parsePullRequest(json); });
}

QFuture<Result<PullRequest>> Client::pullRequest(const QString &repository, qint64 number, std::stop_token stop)
{
    return d->object<PullRequest>(d->request("GET", repository, "/pulls/" + QByteArray::number(number),
                                             tr("Could not read the pull request %1").arg(number)),
                                  std::move(stop),
                                  [](const Answer &, const QJsonObject &json) { return parsePullRequest(json); });
}

QFuture<Result<QList<PullRequest>>> Client::pullRequests(const QString &repository, const QString &head,
                                                         std::stop_token stop)
{
    const QString owned = repository.section(u'/', 0, 0) + u':' + head;
    const auto request = d->request("GET", repository, "/pulls?state=all&head=" + QUrl::toPercentEncoding(owned),
                                    tr("Could not read the pull requests of %1").arg(head));
    return d->pages(request, std::move(stop)).then(d.get(), [](const Result<QList<QJsonObject>> &all) {
        return all.transform([](const QList<QJsonObject> &objects) {
            QList<PullRequest> found;
            for (const QJsonObject &json : objects)
                if (const auto one = parsePullRequest(json))
                    found += *one;
            return found;
        });
    });
}

} // namespace unmoor::github
