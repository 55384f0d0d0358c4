// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/proposalfacts.h"

#include "app/core/chain.h"
#include "app/core/insidefolder.h"
#include "app/core/words.h"
#include "app/nix/nixcommand.h"
#include "app/project/checkout.h"
#include "app/project/projectfiles.h"
#include "app/release/outputsintext.h"
#include "app/release/project.h"

#include <QDir>
#include <QFileInfo>
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

/// Those attributes below `lib` whose value looks like a version.
QMap<QString, QString> versionsOf(const QMap<QString, QString> &texts)
{
    static const QRegularExpression version(uR"(^\d+\.\d+(\.\d+)*([-+.]?[0-9A-Za-z].*)?$)"_s);
    QMap<QString, QString> versions;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        if (version.match(*it).hasMatch())
            versions.insert(u"lib."_s + quotedAttribute(it.key()), *it);
    return versions;
}

/// Folders below \a directory that have a flake, nearest first; not those of examples.
QStringList flakeFolders(const QString &directory)
{
    static const QStringList others{u"example"_s, u"examples"_s, u"template"_s, u"templates"_s,
                                    u"test"_s,    u"tests"_s,    u"vendor"_s,   u"node_modules"_s};
    QStringList folders;
    for (const QString &glob : {u"*/flake.nix"_s, u".nix/flake.nix"_s, u"*/*/flake.nix"_s})
        for (const QString &file : projectFiles(directory, glob))
            if (!others.contains(file.section(u'/', 0, 0)))
                folders.append(file.section(u'/', 0, -2));
    return folders;
}

using SayLine = std::function<void(const QString &)>;

/// Where the flake is, if not in \a directory itself.
QString flakeFolderIn(const QString &directory, const SayLine &said)
{
    if (QFile::exists(QDir(directory).filePath(u"flake.nix"_s)))
        return {};
    const QStringList folders = flakeFolders(directory);
    if (folders.isEmpty())
        return {};
    QString chosen = folders.first();
    for (const QString &usual : {u".nix"_s, u"flake"_s, u"nix"_s})
        if (folders.contains(usual))
            chosen = usual;
    said(Words::tr("There is no flake.nix in %1; the one in %2 is proposed.").arg(directory, chosen));
    if (folders.size() > 1)
        said(Words::tr("There are others, in %1: change the key flake where one of them is meant.")
                 .arg(folders.join(u", "_s)));
    return chosen;
}

/// In a folder of a checkout whose top has the changelog, the top is the better place for unmoor.toml.
void sayWhereTheTopIs(const QString &directory, const ProposalFacts &facts, const Checkout &checkout,
                      const SayLine &said)
{
    const QString folder = QDir(checkout.root).relativeFilePath(QFileInfo(directory).canonicalFilePath());
    const QString changelog = findChangelog(QDir(checkout.root));
    if (folder != "."_L1 && facts.changelog.isEmpty() && !changelog.isEmpty())
        said(Words::tr(
                 "%1 is at the top of the checkout, and unmoor.toml can name files below its own folder alone. Run "
                 "'unmoor init' in %2 instead: it finds the flake in %3.")
                 .arg(changelog, checkout.root, folder));
}

void readCheckoutFacts(ProposalFacts &facts, const QString &directory, const QString &host,
                       const Result<Checkout> &checkout, const SayLine &said)
{
    if (!checkout) {
        said(checkout.error().message);
        return;
    }
    facts.tags = checkout->tags.keys();
    if (const QString name = repositoryOfRemote(checkout->remoteUrl).section(u'/', 1); !name.isEmpty())
        facts.name = name;
    const auto repository = repositoryAt(host, {}, *checkout);
    facts.repository = repository.value_or(QString());
    const QString remoteHost = hostOfRemote(checkout->remoteUrl);
    if (!repository && !remoteHost.isEmpty() && !isAtHost(remoteHost, host)) {
        facts.remoteHost = remoteHost;
        said(repository.error().message);
    }
    sayWhereTheTopIs(directory, facts, *checkout, said);
}

/// A flake that cannot be evaluated is read as text.
void readOutputs(ProposalFacts &facts, const QString &directory, const Result<QList<FlakeOutput>> &outputs,
                 const SayLine &said)
{
    if (outputs) {
        facts.outputs = *outputs;
        return;
    }
    said(outputs.error().message);
    facts.outputs = outputsInText(directory, facts.outputsSource);
    if (!facts.outputs.isEmpty())
        said(Words::tr("What is proposed is what %1 says.").arg(facts.outputsSource));
}

void readVersions(ProposalFacts &facts, const QString &directory, const Result<QMap<QString, QString>> &texts)
{
    facts.versions = versionsOf(texts.value_or(QMap<QString, QString>()));
    facts.fileVersions = versionsInFiles(directory, facts.name);
}

/// None where the repository is not known.
QFuture<Result<std::optional<github::Release>>> latestRelease(github::Client &client, const QString &repository)
{
    return repository.isEmpty() ? finished<std::optional<github::Release>>({}) : client.latestRelease(repository);
}

/// None without a release.
QFuture<Result<QList<github::Asset>>> assetsOf(github::Client &client, const QString &repository,
                                               const std::optional<github::Release> &release)
{
    return release ? client.assets(repository, release->id) : finished<QList<github::Asset>>({});
}

} // namespace

QFuture<ProposalFacts> gatherProposalFacts(const QString &directory, github::Client &client, const SayLine &said)
{
    auto facts = std::make_shared<ProposalFacts>();
    facts->name = QDir(directory).dirName();
    facts->changelog = findChangelog(QDir(directory));
    facts->flakeFolder = flakeFolderIn(directory, said);
    const Flake flake(flakeInFolder(directory, {.folder = facts->flakeFolder}));
    const QString host = hostOfApi(client.apiUrl());
    const auto outputs =
        inEitherCase(readCheckout(directory, Trust::Given), &client, [=](const Result<Checkout> &checkout) {
            readCheckoutFacts(*facts, directory, host, checkout, said);
            return flake.outputs();
        });
    const auto texts = inEitherCase(outputs, &client, [=](const Result<QList<FlakeOutput>> &found) {
        readOutputs(*facts, directory, found, said);
        return flake.textsBelow(u"lib"_s);
    });
    const auto release = inEitherCase(texts, &client, [=, &client](const Result<QMap<QString, QString>> &found) {
        readVersions(*facts, directory, found);
        return latestRelease(client, facts->repository);
    });
    auto assets = andThen(release, &client, [=, &client](const std::optional<github::Release> &latest) {
        return assetsOf(client, facts->repository, latest);
    });
    return assets.then(&client, [=](const Result<QList<github::Asset>> &found) {
        for (const github::Asset &asset : found.value_or(QList<github::Asset>()))
            facts->assets.append(asset.name);
        return *facts;
    });
}

Result<QString> writeProposal(const QString &directory, const ProposalFacts &facts)
{
    const QString path = QDir(directory).filePath(u"unmoor.toml"_s);
    if (const auto inside = staysInside(directory, path); !inside)
        return std::unexpected(inside.error());
    const QByteArray text = proposeManifest(facts).toUtf8();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(Error::Kind::Io, Words::tr("Could not write %1: %2.").arg(path, file.errorString()));
    return path;
}

} // namespace unmoor
