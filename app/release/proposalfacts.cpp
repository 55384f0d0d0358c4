// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/proposalfacts.h"

#include "project/checkout.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString findChangelog(const QDir &directory)
{
    for (const QString &name :
         {u"CHANGELOG.md"_s, u"CHANGES.md"_s, u"RELEASES.md"_s, u"NEWS.md"_s, u"docs/CHANGELOG.md"_s})
        if (directory.exists(name))
            return name;
    return {};
}

/// Attributes below `lib` whose value looks like a version.
QMap<QString, QString> versionsIn(const QString &libJson)
{
    static const QRegularExpression version(uR"(^\d+\.\d+(\.\d+)?([-+].*)?$)"_s);
    QMap<QString, QString> versions;
    const QJsonObject lib = QJsonDocument::fromJson(libJson.toUtf8()).object();
    for (auto it = lib.begin(); it != lib.end(); ++it)
        if (it->isString() && version.match(it->toString()).hasMatch())
            versions.insert(u"lib."_s + it.key(), it->toString());
    return versions;
}

} // namespace

QFuture<ProposalFacts> gatherProposalFacts(const QString &directory, github::Client &client,
                                           const std::function<void(const QString &)> &said)
{
    auto facts = std::make_shared<ProposalFacts>();
    facts->name = QDir(directory).dirName();
    facts->changelog = findChangelog(QDir(directory));
    const Flake flake(directory);
    return readCheckout(directory)
        .then(&client,
              [=](const Result<Checkout> &checkout) {
                  if (checkout) {
                      facts->repository = repositoryOfRemote(checkout->remoteUrl);
                      facts->tags = checkout->tags.keys();
                  } else {
                      said(checkout.error().message);
                  }
                  return flake.outputs();
              })
        .unwrap()
        .then(&client,
              [=](const Result<QList<FlakeOutput>> &outputs) {
                  facts->outputs = outputs.value_or(QList<FlakeOutput>());
                  if (!outputs)
                      said(outputs.error().message);
                  return flake.evalText(u"lib"_s);
              })
        .unwrap()
        .then(&client,
              [=, &client](const Result<QString> &lib) {
                  facts->versions = versionsIn(lib.value_or(QString()));
                  if (facts->repository.isEmpty())
                      return QtFuture::makeReadyValueFuture(
                          Result<std::optional<github::Release>>(std::optional<github::Release>()));
                  facts->name = facts->repository.section(u'/', 1);
                  return client.latestRelease(facts->repository);
              })
        .unwrap()
        .then(&client,
              [=, &client](const Result<std::optional<github::Release>> &release) {
                  if (!release || !*release)
                      return QtFuture::makeReadyValueFuture(Result<QList<github::Asset>>());
                  return client.assets(facts->repository, (*release)->id);
              })
        .unwrap()
        .then(&client, [=](const Result<QList<github::Asset>> &assets) {
            for (const github::Asset &asset : assets.value_or(QList<github::Asset>()))
                facts->assets.append(asset.name);
            return *facts;
        });
}

Result<QString> writeProposal(const QString &directory, const ProposalFacts &facts)
{
    const QString path = QDir(directory).filePath(u"unmoor.toml"_s);
    const QByteArray text = proposeManifest(facts).toUtf8();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(
            Error::Kind::Io,
            QCoreApplication::translate("Proposal", "Could not write %1: %2.").arg(path, file.errorString()));
    return path;
}

} // namespace unmoor
