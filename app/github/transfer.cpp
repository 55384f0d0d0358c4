// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/client_p.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <memory>

using namespace Qt::StringLiterals;

namespace unmoor::github {

QFuture<Result<Asset>> Client::uploadAsset(const Release &release, const QString &name, const QString &filePath,
                                           std::function<void(qint64)> progress, std::stop_token stop)
{
    Request request;
    request.method = "POST";
    request.url = QUrl(release.uploadUrl);
    request.failed = tr("Could not upload %1").arg(name);
    if (!request.url.isValid() || request.url.isRelative())
        return finished<Asset>(
            std::unexpected(errorOf(request, Error::Kind::Server, tr("the release names no address for uploads"))));
    request.url.setQuery(u"name="_s + QString::fromLatin1(QUrl::toPercentEncoding(name)), QUrl::StrictMode);
    request.filePath = filePath;
    request.sent = std::move(progress);
    return d->asset(request, std::move(stop));
}

QFuture<Result<QByteArray>> Client::assetSha256(const QString &repository, qint64 assetId, std::stop_token stop)
{
    auto request = d->request("GET", repository, "/releases/assets/" + QByteArray::number(assetId),
                              tr("Could not download the release's file %1").arg(assetId));
    if (!request)
        return finished<QByteArray>(std::unexpected(request.error()));
    const auto hash = std::make_shared<QCryptographicHash>(QCryptographicHash::Sha256);
    request->accept = "application/octet-stream";
    request->received = [hash](QByteArrayView bytes) { hash->addData(bytes); };
    return d->transport.send(*request, std::move(stop)).then(d.get(), [hash](const Result<Answer> &answer) {
        return answer.transform([&hash](const Answer &) { return hash->result().toHex(); });
    });
}

QString storedAssetName(const QString &fileName)
{
    // Seen, not documented: a run of other characters becomes one period, periods at the ends are changed.
    static const QRegularExpression special(u"[^A-Za-z0-9._+-]+"_s);
    QString name = fileName;
    name.replace(special, u"."_s);
    while (name.endsWith(u'.'))
        name.chop(1);
    return name.startsWith(u'.') ? u"default"_s + name : name;
}

} // namespace unmoor::github
