// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/proposalfacts.h"

#include "app/core/chain.h"
#include "app/core/insidefolder.h"
#include "app/core/words.h"
#include "app/nix/nixcommand.h"
#include "app/project/checkout.h"
#include "app/project/manifesttext.h"
#include "app/project/projectfiles.h"
#include "app/release/outputsintext.h"
#include "app/release/project.h"
#include "app/release/workflowsreport.h"
#include "app/settings/trustanswer.h"

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
        facts.missing.insert(ProposalSource::Checkout, checkout.error());
        said(checkout.error().message);
        return;
    }
    facts.commit = checkout->commit;
    facts.branch = checkout->branch;
    facts.tags = checkout->tags.keys();
    if (const QString name = repositoryOfRemote(checkout->remoteUrl).section(u'/', 1); !name.isEmpty())
        facts.name = name;
    const auto repository = repositoryAt(host, {}, *checkout);
    facts.repository = repository.value_or(QString());
    if (!repository)
        facts.missing.insert(ProposalSource::Release, repository.error());
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
    facts.missing.insert(ProposalSource::Flake, outputs.error());
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
QFuture<Result<std::optional<github::Release>>> latestRelease(github::Client &client, const QString &repository,
                                                              std::stop_token stop)
{
    return repository.isEmpty() ? finished<std::optional<github::Release>>({})
                                : client.latestRelease(repository, std::move(stop));
}

/// None without a release.
QFuture<Result<QList<github::Asset>>> assetsOf(github::Client &client, const QString &repository,
                                               const std::optional<github::Release> &release, std::stop_token stop)
{
    return release ? client.assets(repository, release->id, std::move(stop)) : finished<QList<github::Asset>>({});
}

/// One way through all that is asked. It lives as long as one of its steps.
class ProposalGathering : public std::enable_shared_from_this<ProposalGathering>
{
public:
    ProposalGathering(const QString &directory, github::Client &client, ProposalSurvey survey)
        : m_directory(directory)
        , m_client(client)
        , m_survey(std::move(survey))
    {
        m_facts.name = QDir(directory).dirName();
        m_facts.changelog = findChangelog(QDir(directory));
        m_facts.flakeFolder = flakeFolderIn(directory, m_survey.said);
        m_facts.workflows = workflowFilesOf(directory);
    }

    QFuture<ProposalFacts> run()
    {
        asks(ProposalSource::Checkout);
        const auto checkout = readCheckout(m_directory, m_survey.trust, m_survey.stop);
        const auto read = inEitherCase(checkout, &m_client, [self = shared_from_this()](const Result<Checkout> &found) {
            readCheckoutFacts(self->m_facts, self->m_directory, hostOfApi(self->m_client.apiUrl()), found,
                              self->m_survey.said);
            return self->askFlake();
        });
        auto release = inEitherCase(read, &m_client,
                                    [self = shared_from_this()](const Result<void> &) { return self->askHost(); });
        return release.then(&m_client, [self = shared_from_this()](const Result<QList<github::Asset>> &assets) {
            self->takeAssets(assets);
            return self->m_facts;
        });
    }

private:
    void asks(ProposalSource source) const { m_survey.asks(source, m_facts); }

    Flake flake() const { return Flake(flakeInFolder(m_directory, {.folder = m_facts.flakeFolder})); }

    QFuture<Result<void>> askFlake()
    {
        asks(ProposalSource::Flake);
        if (m_survey.trust == Trust::Withheld) {
            readOutputs(m_facts, m_directory,
                        std::unexpected(needsTrust(Words::tr("Evaluating the flake"), m_directory)), m_survey.said);
            return askVersions(finished<QMap<QString, QString>>({}));
        }
        return inEitherCase(flake().outputs(m_survey.stop), &m_client,
                            [self = shared_from_this()](const Result<QList<FlakeOutput>> &found) {
                                readOutputs(self->m_facts, self->m_directory, found, self->m_survey.said);
                                return self->askVersions(self->flake().textsBelow(u"lib"_s, self->m_survey.stop));
                            });
    }

    QFuture<Result<void>> askVersions(QFuture<Result<QMap<QString, QString>>> texts)
    {
        asks(ProposalSource::Version);
        return texts.then(&m_client, [self = shared_from_this()](const Result<QMap<QString, QString>> &found) {
            readVersions(self->m_facts, self->m_directory, found);
            return Result<void>();
        });
    }

    QFuture<Result<QList<github::Asset>>> askHost()
    {
        asks(ProposalSource::Release);
        return andThen(latestRelease(m_client, m_facts.repository, m_survey.stop), &m_client,
                       [self = shared_from_this()](const std::optional<github::Release> &latest) {
                           self->m_facts.releaseTag = latest ? latest->tagName : QString();
                           return assetsOf(self->m_client, self->m_facts.repository, latest, self->m_survey.stop);
                       });
    }

    void takeAssets(const Result<QList<github::Asset>> &assets)
    {
        for (const github::Asset &asset : assets.value_or(QList<github::Asset>()))
            m_facts.assets.append(asset.name);
        if (!assets)
            m_facts.missing.insert(ProposalSource::Release, assets.error());
    }

    QString m_directory;
    github::Client &m_client;
    ProposalSurvey m_survey;
    ProposalFacts m_facts;
};

} // namespace

QFuture<ProposalFacts> gatherProposalFacts(const QString &directory, github::Client &client,
                                           const ProposalSurvey &survey)
{
    return std::make_shared<ProposalGathering>(directory, client, survey)->run();
}

Result<QString> writeManifest(const QString &directory, const QString &text, Overwrite overwrite)
{
    const QString path = manifestPath(directory);
    if (const auto inside = staysInside(directory, path); !inside)
        return std::unexpected(inside.error());
    if (overwrite == Overwrite::No && QFileInfo::exists(path))
        return failure(Error::Kind::Conflict,
                       Words::tr("%1 is there by now, and nothing was written. Open the project to see it.").arg(path));
    const QByteArray bytes = text.toUtf8();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Error::Kind::Io, Words::tr("Could not write %1: %2.").arg(path, file.errorString()));
    return path;
}

} // namespace unmoor
