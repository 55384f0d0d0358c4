// SPDX-License-Identifier: GPL-3.0-or-later
// Client: answers as they are, refusals included, for who asks what a token may do.
#include "app/github/client_p.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace unmoor::github {

namespace {

/// A name that no release has: nothing is made of it.
const QString probedTag = u"unmoor-checks-what-this-token-may-do"_s;

} // namespace

QFuture<Result<Answer>> Client::lookAtUser(std::stop_token stop)
{
    Request request;
    request.url = d->transport.url("/user");
    request.failed = tr("Could not tell whose token it is");
    request.takesRefusal = true;
    return d->transport.send(request, std::move(stop));
}

QFuture<Result<Answer>> Client::lookAtRepository(const QString &repository, std::stop_token stop)
{
    auto request = d->request("GET", repository, {}, tr("Could not read the repository %1").arg(repository));
    if (!request)
        return finished<Answer>(std::unexpected(request.error()));
    request->takesRefusal = true;
    return d->transport.send(*request, std::move(stop));
}

QFuture<Result<Answer>> Client::tryNotes(const QString &repository, std::stop_token stop)
{
    auto request = d->request("POST", repository, "/releases/generate-notes",
                              tr("Could not tell whether the token may write to %1").arg(repository));
    if (!request)
        return finished<Answer>(std::unexpected(request.error()));
    request->body = QJsonDocument(QJsonObject{{u"tag_name"_s, probedTag}}).toJson(QJsonDocument::Compact);
    request->takesRefusal = true;
    return d->transport.send(*request, std::move(stop));
}

} // namespace unmoor::github
