// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/api.h"

#include "standin/assetrules.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

namespace {

const QRegularExpression &uploadPath()
{
    static const QRegularExpression path(u"^/api/uploads/repos/([^/]+)/([^/]+)/releases/(\\d+)/assets$"_s);
    return path;
}

/// What storage answers with is XML, and says nothing of the API.
Reply storageRefusal(int status, const QByteArray &code)
{
    return {.status = status,
            .body = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code></Error>",
            .type = "application/xml"};
}

} // namespace

bool Api::isUpload(const QByteArray &method, const QString &path)
{
    return method == "POST" && uploadPath().match(path).hasMatch();
}

Answer<Upload> Api::beginUpload(const Call &call, qint64 size)
{
    const auto match = uploadPath().match(call.path);
    const QString name = match.captured(1) + u'/' + match.captured(2);
    Repository *repository = m_store.repository(name);
    Release *release = repository ? Store::release(*repository, match.captured(3).toLongLong()) : nullptr;
    if (!release || !call.authorized)
        return notFound();
    if (!call.headers.contains(QHttpHeaders::WellKnownHeader::ContentLength))
        return refuse(400, u"Bad Content-Length: "_s);
    const UploadHead head{.name = call.argument(u"name"_s),
                          .label = call.argument(u"label"_s),
                          .contentType =
                              QString::fromLatin1(call.headers.value(QHttpHeaders::WellKnownHeader::ContentType)),
                          .size = size};
    return rehearsal::beginUpload(m_store, *release, head).transform([&](qint64 id) {
        return Upload{.repository = name, .releaseId = release->id, .assetId = id};
    });
}

Answer<Reply> Api::finishUpload(const Upload &upload, qint64 size, const QByteArray &sha256)
{
    Repository *repository = m_store.repository(upload.repository);
    Release *release = repository ? Store::release(*repository, upload.releaseId) : nullptr;
    Asset *asset = release ? Store::asset(*repository, upload.assetId) : nullptr;
    if (!asset) // deleted while its bytes were written
        return notFound();
    rehearsal::finishUpload(*asset, size, sha256);
    return Reply::of(m_documents.asset(*repository, *release, *asset), 201);
}

Answer<Reply> Api::assets(Call &call)
{
    const Release *release = visibleRelease(call);
    if (!release)
        return notFound();
    QJsonArray list;
    for (const Asset &asset : release->assets)
        list.append(m_documents.asset(*call.repository, *release, asset));
    return page(call, list);
}

Answer<Reply> Api::asset(Call &call)
{
    const qint64 id = call.args.constFirst().toLongLong();
    const Release *release = Store::releaseOfAsset(*call.repository, id);
    if (!release || (release->draft && !call.authorized))
        return notFound();
    Asset *asset = Store::asset(*call.repository, id);
    const QByteArrayView accept = call.headers.value(QHttpHeaders::WellKnownHeader::Accept);
    if (!accept.contains("application/octet-stream"))
        return Reply::of(m_documents.asset(*call.repository, *release, *asset));
    if (!asset->isUploaded())
        return notFound();
    ++asset->downloads;
    return redirect(*asset);
}

Answer<Reply> Api::updateAsset(Call &call)
{
    const qint64 id = call.args.constFirst().toLongLong();
    const Release *release = Store::releaseOfAsset(*call.repository, id);
    if (!release)
        return notFound();
    return rehearsal::updateAsset(*call.repository, id, call.json()).transform([&] {
        return Reply::of(m_documents.asset(*call.repository, *release, *Store::asset(*call.repository, id)));
    });
}

Answer<Reply> Api::deleteAsset(Call &call)
{
    const qint64 id = call.args.constFirst().toLongLong();
    if (!Store::asset(*call.repository, id))
        return notFound();
    return rehearsal::deleteAsset(m_store, *call.repository, id).transform([] { return Reply::empty(); });
}

Answer<Reply> Api::download(Call &call)
{
    for (Release &release : call.repository->releases) {
        if (release.draft || release.tagName != call.args.at(0))
            continue;
        const auto it = std::ranges::find(release.assets, call.args.at(1), &Asset::name);
        if (it == release.assets.end() || !it->isUploaded())
            break;
        ++it->downloads;
        return redirect(*it);
    }
    return notFound();
}

QString Api::signature(qint64 storedId) const
{
    const QByteArray text = "storage " + QByteArray::number(storedId);
    const QByteArray code = QMessageAuthenticationCode::hash(text, m_store.state().token, QCryptographicHash::Sha256);
    return QString::fromLatin1(code.toHex());
}

Reply Api::redirectTo(qint64 storedId) const
{
    Reply reply{.status = 302, .type = "text/html;charset=utf-8"};
    reply.headers.append(QHttpHeaders::WellKnownHeader::Location,
                         u"%1/storage/%2?sig=%3"_s.arg(m_documents.storage()).arg(storedId).arg(signature(storedId)));
    return reply;
}

Answer<Reply> Api::stored(Call &call)
{
    const qint64 id = call.args.constFirst().toLongLong();
    if (call.headers.contains(QHttpHeaders::WellKnownHeader::Authorization))
        return storageRefusal(400, "InvalidAuthenticationInfo");
    if (call.argument(u"sig"_s) != signature(id))
        return storageRefusal(403, "AuthenticationFailed");
    return Reply{.type = "application/octet-stream", .file = m_store.assetPath(id)};
}

} // namespace unmoor::rehearsal
