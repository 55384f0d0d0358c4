// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/api.h"

#include "standin/page.h"
#include "standin/releaserules.h"

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

Release *Api::visibleRelease(const Call &call) const
{
    Release *release = Store::release(*call.repository, call.args.constFirst().toLongLong());
    return release && (call.authorized || !release->draft) ? release : nullptr;
}

Answer<Reply> Api::releases(Call &call)
{
    QJsonArray list;
    for (const Release &release : call.repository->releases)
        if (call.authorized || !release.draft)
            list.prepend(m_documents.release(*call.repository, release));
    return page(call, list);
}

Answer<Reply> Api::createRelease(Call &call)
{
    const auto id = rehearsal::createRelease(m_store, *call.repository, call.json());
    if (!id)
        return std::unexpected(id.error());
    const QJsonObject made = m_documents.release(*call.repository, *Store::release(*call.repository, *id));
    Reply reply = Reply::of(made, 201);
    reply.headers.append(QHttpHeaders::WellKnownHeader::Location, made[u"url"].toString());
    return reply;
}

/// What GitHub generates where no pull request was merged: the link to all changes.
Answer<Reply> Api::generateNotes(Call &call)
{
    const QJsonObject fields = call.json();
    const QString tag = fields[u"tag_name"].toString();
    if (tag.isEmpty())
        return refuse(422, u"Invalid request.\n\n\"tag_name\" wasn't supplied."_s);
    QString previous = fields[u"previous_tag_name"].toString();
    if (!previous.isEmpty() && !call.repository->tags.contains(previous))
        return refuse(422, u"Invalid previous_tag parameter"_s);
    if (const Release *latest = rehearsal::latestRelease(*call.repository); latest && previous.isEmpty())
        previous = latest->tagName;
    const QString range = previous.isEmpty() ? u"commits/"_s + tag : u"compare/%1...%2"_s.arg(previous, tag);
    const QString url = m_documents.htmlUrl(*call.repository);
    return Reply::of(QJsonObject{{u"name"_s, tag}, {u"body"_s, u"**Full Changelog**: %1/%2"_s.arg(url, range)}});
}

Answer<Reply> Api::latestRelease(Call &call)
{
    const Release *latest = rehearsal::latestRelease(*call.repository);
    if (!latest)
        return notFound();
    return Reply::of(m_documents.release(*call.repository, *latest));
}

Answer<Reply> Api::releaseByTag(Call &call)
{
    const Release *release = publishedRelease(*call.repository, call.args.constFirst());
    if (!release)
        return notFound();
    return Reply::of(m_documents.release(*call.repository, *release));
}

Answer<Reply> Api::release(Call &call)
{
    const Release *release = visibleRelease(call);
    if (!release)
        return notFound();
    return Reply::of(m_documents.release(*call.repository, *release));
}

Answer<Reply> Api::updateRelease(Call &call)
{
    Release *release = visibleRelease(call);
    if (!release)
        return notFound();
    return rehearsal::updateRelease(*call.repository, *release, call.json()).transform([&] {
        return Reply::of(m_documents.release(*call.repository, *release));
    });
}

Answer<Reply> Api::deleteRelease(Call &call)
{
    const Release *release = visibleRelease(call);
    if (!release)
        return notFound();
    rehearsal::deleteRelease(m_store, *call.repository, release->id);
    return Reply::empty();
}

Answer<Reply> Api::releasePage(Call &call)
{
    for (const Release &release : call.repository->releases)
        if (urlTag(release) == call.args.constFirst())
            return Reply{.body = rehearsal::releasePage(*call.repository, release), .type = "text/html; charset=utf-8"};
    return notFound();
}

} // namespace unmoor::rehearsal
