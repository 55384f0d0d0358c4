// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/streamsha256.h"
#include "app/core/words.h"
#include "app/github/client_p.h"
#include "app/github/incomingfile.h"

#include <QRegularExpression>
#include <memory>

using namespace Qt::StringLiterals;

namespace unmoor::github {

QFuture<Result<Asset>> Client::uploadAsset(const Release &release, const QString &name, const QString &filePath,
                                           std::function<void(qint64)> progress, std::stop_token stop,
                                           const QByteArray &sha256)
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
    request.sha256 = sha256;
    request.sent = std::move(progress);
    return d->asset(request, std::move(stop));
}

QFuture<Result<Answer>> Client::Private::assetBytes(const QString &repository, qint64 assetId,
                                                    std::function<void(QByteArrayView)> received, std::stop_token stop)
{
    auto download = request("GET", repository, "/releases/assets/" + QByteArray::number(assetId),
                            tr("Could not download the release's file %1").arg(assetId));
    if (!download)
        return finished<Answer>(std::unexpected(download.error()));
    download->accept = "application/octet-stream";
    download->received = std::move(received);
    return transport.send(*download, std::move(stop));
}

QFuture<Result<QByteArray>> Client::assetSha256(const QString &repository, qint64 assetId, std::stop_token stop,
                                                std::shared_ptr<qint64> bytes)
{
    const auto hash = std::make_shared<StreamSha256>();
    const auto received = [hash, bytes](QByteArrayView part) {
        hash->add(part);
        if (bytes)
            *bytes += part.size();
    };
    return d->assetBytes(repository, assetId, received, std::move(stop))
        .then(d.get(), [hash](const Result<Answer> &answer) {
            return answer.transform([&hash](const Answer &) { return hash->finish(); });
        });
}

QFuture<Result<qint64>> Client::downloadAsset(const QString &repository, qint64 assetId, const QString &path,
                                              std::function<void(qint64)> progress, std::stop_token stop)
{
    const auto file = std::make_shared<IncomingFile>(path, std::move(stop), std::move(progress));
    if (!file->isWritable())
        return finished<qint64>(file->problem());
    return d->assetBytes(
                repository, assetId, [file](QByteArrayView bytes) { file->take(bytes); }, file->stopToken())
        .then(d.get(), [file](const Result<Answer> &answer) { return file->ended(answer); });
}

QString storedAssetName(const QString &fileName)
{
    // Seen, not documented: a run of other characters becomes one period, periods at the ends are changed.
    static const QRegularExpression special(u"[^A-Za-z0-9._+@-]+"_s);
    QString name = fileName;
    name.replace(special, u"."_s);
    while (name.endsWith(u'.'))
        name.chop(1);
    return name.startsWith(u'.') ? u"default"_s + name : name;
}

} // namespace unmoor::github
