// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "release/manifestproposal.h"

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

/// Asks git, the flake and the host, one after the other; what cannot be had stays empty.
QFuture<ProposalFacts> gatherFacts(const QString &directory, Session &session, const Console &console)
{
    auto facts = std::make_shared<ProposalFacts>();
    facts->name = QDir(directory).dirName();
    facts->changelog = findChangelog(QDir(directory));
    const Flake flake(directory);
    return readCheckout(directory)
        .then(&session,
              [=](const Result<Checkout> &checkout) {
                  if (checkout) {
                      facts->repository = repositoryOfRemote(checkout->remoteUrl);
                      facts->tags = checkout->tags.keys();
                  } else {
                      console.log(checkout.error().message);
                  }
                  return flake.outputs();
              })
        .unwrap()
        .then(&session,
              [=](const Result<QList<FlakeOutput>> &outputs) {
                  facts->outputs = outputs.value_or(QList<FlakeOutput>());
                  if (!outputs)
                      console.log(outputs.error().message);
                  return flake.evalText(u"lib"_s);
              })
        .unwrap()
        .then(&session,
              [=, &session](const Result<QString> &lib) {
                  facts->versions = versionsIn(lib.value_or(QString()));
                  if (facts->repository.isEmpty())
                      return QtFuture::makeReadyValueFuture(
                          Result<std::optional<github::Release>>(std::optional<github::Release>()));
                  facts->name = facts->repository.section(u'/', 1);
                  return session.client().latestRelease(facts->repository);
              })
        .unwrap()
        .then(&session,
              [=, &session](const Result<std::optional<github::Release>> &release) {
                  if (!release || !*release)
                      return QtFuture::makeReadyValueFuture(Result<QList<github::Asset>>());
                  return session.client().assets(facts->repository, (*release)->id);
              })
        .unwrap()
        .then(&session, [=](const Result<QList<github::Asset>> &assets) {
            for (const github::Asset &asset : assets.value_or(QList<github::Asset>()))
                facts->assets.append(asset.name);
            return *facts;
        });
}

int writeProposal(const QString &path, const ProposalFacts &facts, const Console &console)
{
    const QByteArray text = proposeManifest(facts).toUtf8();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return console.fail({Error::Kind::Io, Session::tr("Could not write %1: %2.").arg(path, file.errorString())});
    console.print(QJsonObject{{u"schema"_s, 1}, {u"path"_s, path}});
    console.print(Session::tr("Wrote %1. Read it through, then: unmoor plan\n").arg(path));
    return 0;
}

} // namespace

QFuture<int> runInit(const Invocation &invocation, Session &session, const Console &console)
{
    const QString directory = QDir(invocation.project).absolutePath();
    const QString path = QDir(directory).filePath(u"unmoor.toml"_s);
    if (!QDir(directory).exists())
        return exitWith(console.fail({Error::Kind::NotFound, Session::tr("There is no folder %1.").arg(directory)}));
    if (QFile::exists(path) && !invocation.force)
        return exitWith(console.fail(
            {Error::Kind::InvalidInput, Session::tr("%1 is there already. Overwrite it with --force.").arg(path)}));
    return session.signIn()
        .then(&session, [=, &session](const Result<StoredToken> &) { return gatherFacts(directory, session, console); })
        .unwrap()
        .then(&session, [=](const ProposalFacts &facts) { return writeProposal(path, facts, console); });
}

} // namespace unmoor
