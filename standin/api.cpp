// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/api.h"

#include "standin/releaserules.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

struct Api::Route
{
    enum Access { Anyone, TokenOnly, Anywhere };

    QByteArray method;
    QRegularExpression path; ///< the first two groups are owner and name, but for Anywhere
    Access access = Anyone;
    Answer<Reply> (Api::*run)(Call &) = nullptr;
};

namespace {

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QRegularExpression pattern(const QString &path)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(path));
}

QRegularExpression inRepository(const QString &path)
{
    return pattern(u"/api/v3/repos/([^/]+)/([^/]+)"_s + path);
}

} // namespace

QString Call::argument(const QString &name) const
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

QJsonObject Call::json() const
{
    return QJsonDocument::fromJson(body).object();
}

Reply Reply::of(const QJsonObject &json, int status)
{
    return {.status = status, .body = QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

Reply Reply::of(const QJsonArray &json)
{
    return {.body = QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

const QList<Api::Route> &Api::routes()
{
    using enum Route::Access;
    static const QList<Route> table{
        {"GET", pattern(u"/api/v3/user"_s), Anywhere, &Api::user},
        {"GET", pattern(u"/api/v3/rate_limit"_s), Anywhere, &Api::rateLimit},
        {"GET", pattern(u"/storage/(\\d+)"_s), Anywhere, &Api::stored},
        {"GET", inRepository({}), Anyone, &Api::repository},
        {"GET", inRepository(u"/immutable-releases"_s), TokenOnly, &Api::immutableReleases},
        {"GET", inRepository(u"/branches"_s), Anyone, &Api::branches},
        {"GET", inRepository(u"/tags"_s), Anyone, &Api::tags},
        {"GET", inRepository(u"/commits/(.+)"_s), Anyone, &Api::commit},
        {"GET", inRepository(u"/git/ref/(.+)"_s), Anyone, &Api::ref},
        {"GET", inRepository(u"/git/matching-refs/(.*)"_s), Anyone, &Api::matchingRefs},
        {"POST", inRepository(u"/git/refs"_s), TokenOnly, &Api::createRef},
        {"GET", inRepository(u"/git/tags/([0-9a-f]+)"_s), Anyone, &Api::tagObject},
        {"GET", inRepository(u"/pulls"_s), Anyone, &Api::pulls},
        {"POST", inRepository(u"/pulls"_s), TokenOnly, &Api::createPull},
        {"GET", inRepository(u"/pulls/(\\d+)"_s), Anyone, &Api::pull},
        {"GET", inRepository(u"/releases"_s), Anyone, &Api::releases},
        {"POST", inRepository(u"/releases"_s), TokenOnly, &Api::createRelease},
        {"POST", inRepository(u"/releases/generate-notes"_s), TokenOnly, &Api::generateNotes},
        {"GET", inRepository(u"/releases/latest"_s), Anyone, &Api::latestRelease},
        {"GET", inRepository(u"/releases/tags/(.+)"_s), Anyone, &Api::releaseByTag},
        {"GET", inRepository(u"/releases/(\\d+)"_s), Anyone, &Api::release},
        {"PATCH", inRepository(u"/releases/(\\d+)"_s), TokenOnly, &Api::updateRelease},
        {"DELETE", inRepository(u"/releases/(\\d+)"_s), TokenOnly, &Api::deleteRelease},
        {"GET", inRepository(u"/releases/(\\d+)/assets"_s), Anyone, &Api::assets},
        {"GET", inRepository(u"/releases/assets/(\\d+)"_s), Anyone, &Api::asset},
        {"PATCH", inRepository(u"/releases/assets/(\\d+)"_s), TokenOnly, &Api::updateAsset},
        {"DELETE", inRepository(u"/releases/assets/(\\d+)"_s), TokenOnly, &Api::deleteAsset},
        {"GET", inRepository(u"/actions/workflows"_s), Anyone, &Api::workflows},
        {"GET", inRepository(u"/actions/workflows/([^/]+)"_s), Anyone, &Api::workflow},
        {"GET", inRepository(u"/actions/workflows/([^/]+)/runs"_s), Anyone, &Api::runs},
        {"POST", inRepository(u"/actions/workflows/([^/]+)/dispatches"_s), TokenOnly, &Api::dispatch},
        {"GET", inRepository(u"/actions/runs"_s), Anyone, &Api::runs},
        {"GET", inRepository(u"/actions/runs/(\\d+)"_s), Anyone, &Api::run},
        {"GET", inRepository(u"/actions/runs/(\\d+)/jobs"_s), Anyone, &Api::runJobs},
        {"GET", inRepository(u"/actions/runs/(\\d+)/attempts/(\\d+)/jobs"_s), Anyone, &Api::runJobs},
        {"GET", inRepository(u"/actions/runs/(\\d+)/artifacts"_s), Anyone, &Api::runArtifacts},
        {"POST", inRepository(u"/actions/runs/(\\d+)/rerun(?:-failed-jobs)?"_s), TokenOnly, &Api::rerun},
        {"POST", inRepository(u"/actions/runs/(\\d+)/cancel"_s), TokenOnly, &Api::cancelRun},
        {"GET", inRepository(u"/actions/runs/(\\d+)/pending_deployments"_s), Anyone, &Api::pendingDeployments},
        {"POST", inRepository(u"/actions/runs/(\\d+)/pending_deployments"_s), TokenOnly, &Api::reviewDeployments},
        {"GET", inRepository(u"/actions/jobs/(\\d+)"_s), Anyone, &Api::runJob},
        {"GET", inRepository(u"/actions/jobs/(\\d+)/logs"_s), Anyone, &Api::jobLog},
        {"POST", inRepository(u"/actions/jobs/(\\d+)/rerun"_s), TokenOnly, &Api::rerunJob},
        {"GET", inRepository(u"/actions/artifacts/(\\d+)/zip"_s), Anyone, &Api::artifactZip},
        {"GET", inRepository(u"/check-runs/(\\d+)/annotations"_s), Anyone, &Api::annotations},
        {"GET", pattern(u"/([^/]+)/([^/]+)/releases/download/([^/]+)/([^/]+)"_s), Anyone, &Api::download},
        {"GET", pattern(u"/([^/]+)/([^/]+)/releases/tag/([^/]+)"_s), Anyone, &Api::releasePage},
    };
    return table;
}

Answer<Reply> Api::answer(Call &call)
{
    for (const Route &route : routes()) {
        if (route.method != call.method)
            continue;
        const auto match = route.path.match(call.path);
        if (!match.hasMatch())
            continue;
        for (const QString &part : match.capturedTexts().sliced(1))
            call.args.append(decoded(part));
        return run(route, call);
    }
    return notFound();
}

Answer<Reply> Api::run(const Route &route, Call &call)
{
    if (route.access != Route::Anywhere) {
        call.repository = m_store.repository(call.args.at(0) + u'/' + call.args.at(1));
        call.args.remove(0, 2);
        if (!call.repository)
            return notFound();
    }
    if (route.access == Route::TokenOnly && !call.authorized)
        return refuse(401, u"Requires authentication"_s);
    if (!call.body.isEmpty() && !QJsonDocument::fromJson(call.body).isObject())
        return refuse(400, u"Problems parsing JSON"_s);
    return (this->*route.run)(call);
}

Answer<Reply> Api::page(const Call &call, const QJsonArray &all, const QString &key, qsizetype total) const
{
    return page(call, all.size(), [&all](qsizetype i) { return all.at(i).toObject(); }, key, total);
}

Answer<Reply> Api::page(const Call &call, qsizetype count, const std::function<QJsonObject(qsizetype)> &at,
                        const QString &key, qsizetype total) const
{
    const int perPage =
        qBound(1, call.query.hasQueryItem(u"per_page"_s) ? call.argument(u"per_page"_s).toInt() : 30, 100);
    const int number = qMax(1, call.argument(u"page"_s).toInt());
    if (qint64(number) * perPage > 10000)
        return refuse(422, u"Only the first 10000 results are available."_s);
    const int last = qMax(1, int((count + perPage - 1) / perPage));

    QJsonArray part;
    for (qsizetype i = qsizetype(number - 1) * perPage; i < count && part.size() < perPage; ++i)
        part.append(at(i));
    QStringList links;
    const auto link = [&](int to, QLatin1StringView rel) {
        QUrlQuery query = call.query;
        query.removeQueryItem(u"per_page"_s);
        query.removeQueryItem(u"page"_s);
        query.addQueryItem(u"per_page"_s, QString::number(perPage));
        query.addQueryItem(u"page"_s, QString::number(to));
        links.append(
            u"<%1%2?%3>; rel=\"%4\""_s.arg(m_documents.base(), call.path, query.toString(QUrl::FullyEncoded), rel));
    };
    if (number > 1)
        link(number - 1, "prev"_L1);
    if (number < last)
        link(number + 1, "next"_L1);
    if (number < last)
        link(last, "last"_L1);
    if (number > 1)
        link(1, "first"_L1);

    Reply reply = key.isEmpty() ? Reply::of(part)
                                : Reply::of(QJsonObject{{u"total_count"_s, std::max(total, count)}, {key, part}});
    if (!links.isEmpty())
        reply.headers.append(QHttpHeaders::WellKnownHeader::Link, links.join(u", "_s));
    return reply;
}

Answer<Reply> Api::user(Call &call)
{
    if (!call.authorized)
        return refuse(401, u"Requires authentication"_s);
    return Reply::of(m_documents.user());
}

Answer<Reply> Api::rateLimit(Call &call)
{
    const qint64 reset = QDateTime::currentSecsSinceEpoch() / 3600 * 3600 + 3600;
    const int limit = call.authorized ? 5000 : 60;
    const QJsonObject rate{
        {u"limit"_s, limit}, {u"remaining"_s, limit}, {u"used"_s, 0}, {u"reset"_s, reset}, {u"resource"_s, u"core"_s}};
    return Reply::of(
        QJsonObject{{u"resources"_s, QJsonObject{{u"core"_s, rate}, {u"search"_s, rate}}}, {u"rate"_s, rate}});
}

Answer<Reply> Api::repository(Call &call)
{
    return Reply::of(m_documents.repository(*call.repository, call.authorized));
}

Answer<Reply> Api::immutableReleases(Call &call)
{
    if (!call.repository->immutableReleases)
        return notFound();
    return Reply::of(QJsonObject{{u"enabled"_s, true}, {u"enforced_by_owner"_s, false}});
}

Answer<Reply> Api::branches(Call &call)
{
    QJsonArray list;
    for (const QString &name : call.repository->branches.keys())
        list.append(m_documents.branch(*call.repository, name));
    return page(call, list);
}

Answer<Reply> Api::tags(Call &call)
{
    QJsonArray list;
    for (const QString &name : call.repository->tags.keys())
        list.prepend(m_documents.tag(*call.repository, name));
    return page(call, list);
}

Answer<Reply> Api::commit(Call &call)
{
    const QString name = call.args.constFirst();
    const QString commit = resolveCommit(*call.repository, name);
    if (commit.isEmpty())
        return refuse(422, u"No commit found for SHA: %1"_s.arg(name));
    return Reply::of(m_documents.commit(*call.repository, commit));
}

Answer<Reply> Api::ref(Call &call)
{
    const QString name = call.args.constFirst();
    const bool isTag = name.startsWith(u"tags/"_s);
    const QString object = (isTag ? call.repository->tags : call.repository->branches).value(name.section(u'/', 1));
    if (object.isEmpty())
        return notFound();
    return Reply::of(m_documents.ref(*call.repository, u"refs/"_s + name, object));
}

Answer<Reply> Api::matchingRefs(Call &call)
{
    QJsonArray list;
    const auto add = [&](const QString &folder, const QMap<QString, QString> &refs) {
        for (const auto &[name, object] : refs.asKeyValueRange())
            if ((folder + name).startsWith(call.args.constFirst()))
                list.append(m_documents.ref(*call.repository, u"refs/"_s + folder + name, object));
    };
    add(u"heads/"_s, call.repository->branches);
    add(u"tags/"_s, call.repository->tags);
    return Reply::of(list);
}

Answer<Reply> Api::createRef(Call &call)
{
    const QJsonObject fields = call.json();
    return rehearsal::createRef(*call.repository, fields).transform([&] {
        const QString ref = fields[u"ref"].toString();
        return Reply::of(m_documents.ref(*call.repository, ref, fields[u"sha"].toString()), 201);
    });
}

Answer<Reply> Api::tagObject(Call &call)
{
    const QString object = call.args.constFirst();
    if (!call.repository->tagObjects.contains(object))
        return notFound();
    return Reply::of(m_documents.tagObject(*call.repository, object));
}

} // namespace unmoor::rehearsal
