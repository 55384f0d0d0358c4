// SPDX-License-Identifier: GPL-3.0-or-later
// What GitHub's own command-line program, gh, asks by GraphQL: the releases of a repository, and the release of a tag.
// Everything else is refused as GitHub refuses what its schema does not have.
#include "tests/standin/graph.h"

#include "standin/releaserules.h"
#include "tests/standin/graphquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace unmoor::rehearsal;

namespace {

/// Why a query has no answer, as GitHub's schema names it, in the list "errors".
using GraphAnswer = std::expected<QJsonValue, QJsonObject>;

std::unexpected<QJsonObject> refuseQuery(const QString &message, const QString &type = {})
{
    QJsonObject error{{u"message"_s, message}};
    if (!type.isEmpty())
        error.insert(u"type"_s, type);
    return std::unexpected(error);
}

std::unexpected<QJsonObject> unknownField(const GraphField &field, const QString &type)
{
    return refuseQuery(u"Field '%1' doesn't exist on type '%2'"_s.arg(field.name, type));
}

/// What \a fields want of an object, by a function that knows its fields.
template <typename Resolve>
GraphAnswer select(const QList<GraphField> &fields, Resolve &&resolve)
{
    QJsonObject object;
    for (const GraphField &field : fields) {
        const GraphAnswer value = resolve(field);
        if (!value)
            return value;
        object.insert(field.key, *value);
    }
    return object;
}

/// An object of plain values.
GraphAnswer selectOf(const QList<GraphField> &fields, const QString &type, const QJsonObject &facts)
{
    if (fields.isEmpty())
        return refuseQuery(u"Objects must have selections (returns %1 but has no selections)"_s.arg(type));
    return select(fields, [&](const GraphField &field) -> GraphAnswer {
        if (!facts.contains(field.name) || !field.fields.isEmpty())
            return unknownField(field, type);
        return facts[field.name];
    });
}

/// \a document: the release as the REST API has it.
QJsonObject factsOf(const Release &release, const QJsonObject &document, bool isLatest)
{
    return {{u"id"_s, document[u"node_id"_s]},
            {u"databaseId"_s, release.id},
            {u"name"_s, release.name},
            {u"tagName"_s, release.tagName},
            {u"description"_s, release.body},
            {u"url"_s, document[u"html_url"_s]},
            {u"isDraft"_s, release.draft},
            {u"isPrerelease"_s, release.prerelease},
            {u"isLatest"_s, isLatest},
            {u"immutable"_s, release.immutable},
            {u"createdAt"_s, document[u"created_at"_s]},
            {u"publishedAt"_s, document[u"published_at"_s]}};
}

/// The releases of one repository, as one who may write sees them.
class Releases
{
public:
    Releases(const Repository &repository, const Documents &documents)
        : m_repository(repository)
        , m_documents(documents)
    {
    }

    GraphAnswer ofRepository(const GraphField &field) const
    {
        if (field.name == u"name"_s)
            return m_repository.fullName.section(u'/', 1);
        if (field.name == u"nameWithOwner"_s)
            return m_repository.fullName;
        if (field.name == u"latestRelease"_s)
            return one(field, latestRelease(m_repository));
        if (field.name == u"release"_s)
            return one(field, ofTag(field.arguments[u"tagName"_s].toString()));
        if (field.name == u"releases"_s)
            return list(field);
        return unknownField(field, u"Repository"_s);
    }

private:
    /// Unlike the REST API this one finds drafts by their tag; what is published comes first.
    const Release *ofTag(const QString &tag) const
    {
        if (const Release *published = publishedRelease(m_repository, tag))
            return published;
        const auto it = std::ranges::find(m_repository.releases, tag, &Release::tagName);
        return it == m_repository.releases.end() ? nullptr : &*it;
    }

    GraphAnswer one(const GraphField &field, const Release *release) const
    {
        if (!release)
            return QJsonValue();
        return selectOf(
            field.fields, u"Release"_s,
            factsOf(*release, m_documents.release(m_repository, *release), release == latestRelease(m_repository)));
    }

    GraphAnswer list(const GraphField &field) const
    {
        constexpr int mostAtOnce = 100;
        const int wanted = field.arguments[u"first"_s].toInt();
        if (wanted < 1 || wanted > mostAtOnce)
            return refuseQuery(u"You must provide a `first` value between 1 and 100 to properly paginate the "
                               "`releases` connection."_s);
        QList<const Release *> all;
        for (const Release &release : m_repository.releases)
            all.append(&release);
        if (field.arguments[u"orderBy"_s][u"direction"_s].toString() == u"DESC"_s)
            std::ranges::reverse(all);
        const qsizetype from = field.arguments[u"after"_s].toString().toLongLong();
        const QList<const Release *> page = all.mid(std::max<qsizetype>(from, 0), wanted);
        const qsizetype end = from + page.size();
        return select(field.fields, [&](const GraphField &part) -> GraphAnswer {
            if (part.name == u"totalCount"_s)
                return qint64(all.size());
            if (part.name == u"pageInfo"_s)
                return selectOf(part.fields, u"PageInfo"_s,
                                {{u"hasNextPage"_s, end < all.size()},
                                 {u"endCursor"_s, page.isEmpty() ? QJsonValue() : QString::number(end)}});
            if (part.name == u"nodes"_s)
                return nodes(part, page);
            return unknownField(part, u"ReleaseConnection"_s);
        });
    }

    GraphAnswer nodes(const GraphField &part, const QList<const Release *> &page) const
    {
        QJsonArray nodes;
        for (const Release *release : page) {
            const GraphAnswer node = one(part, release);
            if (!node)
                return node;
            nodes.append(*node);
        }
        return nodes;
    }

    const Repository &m_repository;
    const Documents &m_documents;
};

} // namespace

Answer<Reply> answerGraphQuery(const Call &call, const Site &site)
{
    if (!call.authorized)
        return refuse(401, u"This endpoint requires you to be authenticated."_s);
    const QJsonObject asked = call.json();
    const auto query = parseGraphQuery(asked[u"query"_s].toString(), asked[u"variables"_s].toObject());
    if (!query)
        return Reply::of(QJsonObject{{u"errors"_s, QJsonArray{QJsonObject{{u"message"_s, query.error()}}}}});
    const GraphAnswer data = select(*query, [&site](const GraphField &field) -> GraphAnswer {
        if (field.name != u"repository"_s)
            return unknownField(field, u"Query"_s);
        const QString name = field.arguments[u"owner"_s].toString() + u'/' + field.arguments[u"name"_s].toString();
        const Repository *repository = site.store.repository(name);
        if (!repository)
            return refuseQuery(u"Could not resolve to a Repository with the name '%1'."_s.arg(name), u"NOT_FOUND"_s);
        const Releases releases(*repository, site.documents);
        return select(field.fields, [&](const GraphField &part) { return releases.ofRepository(part); });
    });
    if (!data)
        return Reply::of(QJsonObject{{u"data"_s, QJsonValue()}, {u"errors"_s, QJsonArray{data.error()}}});
    return Reply::of(QJsonObject{{u"data"_s, *data}});
}
