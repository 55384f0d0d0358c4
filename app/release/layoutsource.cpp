// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/layoutsource.h"

#include "app/archive/layoutproposal.h"
#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/project/tagtemplate.h"
#include "app/release/previousarchive.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QFuture<Result<ExpectedLayout>> layoutOfArchive(const LayoutReading &reading, const QString &path,
                                                const QString &triple, const QString &version)
{
    return andThen(inspectApart(reading.inspector, path, {}, reading.stop), [=](const Inspection &inspection) {
        if (inspection.contents.isWhole())
            return finished<ExpectedLayout>(proposeLayout(inspection.contents, triple, version));
        return finished<ExpectedLayout>(
            failure(Error::Kind::Corrupt,
                    Words::tr("%1 is damaged, so a layout made from it would lack files: %2")
                        .arg(path, inspection.contents.findings.first().message)));
    });
}

/// "x86_64-unknown-linux-gnu=main.tar.xz" or a file whose name says its triple.
Result<std::pair<QString, QString>> tripleAndFile(const QString &from)
{
    const qsizetype equals = from.indexOf(u'=');
    const QString before = from.left(qMax<qsizetype>(equals, 0));
    if (!before.isEmpty() && !before.contains(u'/') && tripleInName(before) == before)
        return std::pair(before, from.sliced(equals + 1));
    const QString triple = tripleInName(QFileInfo(from).fileName());
    if (triple.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       Words::tr("--from: the name of %1 does not say for which target it is. Write --from TRIPLE=%1, "
                                 "such as --from x86_64-unknown-linux-gnu=%1.")
                           .arg(from));
    return std::pair(triple, from);
}

/// Downloads one archive after another and adds its layout.
class ReleaseLayouts
{
public:
    using Said = std::function<void(const QString &)>;

    ReleaseLayouts(ProposalFacts facts, github::Client &client, QString stateDir, LayoutReading reading, Said said)
        : m_facts(std::move(facts))
        , m_client(client)
        , m_stateDir(std::move(stateDir))
        , m_reading(std::move(reading))
        , m_said(std::move(said))
    {
    }

    static QFuture<Result<ProposalFacts>> start(std::shared_ptr<ReleaseLayouts> self)
    {
        return andThen(
            self->m_client.latestRelease(self->m_facts.repository), &self->m_client,
            [self](const std::optional<github::Release> &release) {
                if (!release) {
                    self->m_said(Words::tr("%1 has no release to propose layouts from.").arg(self->m_facts.repository));
                    return finished<ProposalFacts>(self->m_facts);
                }
                self->m_tag = release->tagName;
                return andThen(self->m_client.assets(self->m_facts.repository, release->id), &self->m_client,
                               [self](const QList<github::Asset> &assets) {
                                   self->choose(assets);
                                   return next(self);
                               });
            });
    }

private:
    /// One archive for each target that a flake output is there for.
    void choose(const QList<github::Asset> &assets)
    {
        const QStringList triples = triplesOf(m_facts);
        for (const github::Asset &asset : assets) {
            const QString triple = tripleInName(asset.name);
            if (triples.contains(triple) && !m_facts.layouts.contains(triple) && !m_wanted.contains(triple)
                && isArchiveName(asset.name) && asset.state == "uploaded"_L1)
                m_wanted.insert(triple, asset);
        }
        if (m_wanted.isEmpty())
            m_said(Words::tr("%1 has no archive of a target that the flake builds.").arg(m_tag));
    }

    static QFuture<Result<ProposalFacts>> next(std::shared_ptr<ReleaseLayouts> self)
    {
        if (self->m_wanted.isEmpty())
            return finished<ProposalFacts>(self->m_facts);
        const QString triple = self->m_wanted.firstKey();
        const github::Asset asset = self->m_wanted.take(triple);
        self->m_said(Words::tr("Downloading %1, %2").arg(asset.name, formatBytes(asset.size)));
        return andThen(
            andThen(
                fetchAsset(self->m_client, self->m_facts.repository, asset, self->m_stateDir), &self->m_client,
                [self, triple, asset](const QString &path) {
                    if (asset.digest.isEmpty())
                        self->m_said(
                            Words::tr("The host has no digest of %1, so only its size was checked.").arg(asset.name));
                    return layoutOfArchive(self->m_reading, path, triple, self->version());
                }),
            &self->m_client, [self, triple](const ExpectedLayout &layout) {
                self->m_facts.layouts.insert(triple, layout);
                return next(self);
            });
    }

    QString version() const
    {
        for (const QString &pattern : {u"v{version}"_s, u"{version}"_s})
            if (const auto version = TagTemplate(pattern, m_facts.name).semVerIn(m_tag))
                return version->toString();
        return versionInName(m_tag);
    }

    ProposalFacts m_facts;
    github::Client &m_client;
    QString m_stateDir;
    LayoutReading m_reading;
    Said m_said;
    QString m_tag;
    QMap<QString, github::Asset> m_wanted; ///< by triple
};

} // namespace

QString tripleInName(const QString &fileName)
{
    static const QRegularExpression triple(
        u"(x86_64|aarch64|i686|armv7|riscv64gc|powerpc64le)-"
        "(unknown-linux-(gnu|musl)(eabihf)?|apple-darwin|pc-windows-(msvc|gnu)|unknown-freebsd)"_s);
    return triple.match(fileName).captured();
}

QString versionInName(const QString &fileName)
{
    static const QRegularExpression version(uR"((?<![0-9.])[0-9]+\.[0-9]+\.[0-9]+(-(alpha|beta|rc)[.0-9]*[0-9])?)"_s);
    return version.match(fileName).captured();
}

QFuture<Result<ProposalFacts>> withLayoutsOfFiles(ProposalFacts facts, QStringList files, const LayoutReading &reading)
{
    if (files.isEmpty())
        return finished<ProposalFacts>(facts);
    const auto found = tripleAndFile(files.takeFirst());
    if (!found)
        return finished<ProposalFacts>(std::unexpected(found.error()));
    const auto [triple, path] = *found;
    const QString name = QFileInfo(path).fileName();
    const QString named = versionInName(name);
    return andThen(layoutOfArchive(reading, path, triple, named.isEmpty() ? proposedVersion(facts) : named),
                   [=](const ExpectedLayout &layout) {
                       ProposalFacts more = facts;
                       more.layouts.insert(triple, layout);
                       more.assets.prepend(name); // its name is what the target's archive is called
                       return withLayoutsOfFiles(more, files, reading);
                   });
}

QFuture<Result<ProposalFacts>> withLayoutsOfRelease(const ProposalFacts &facts, github::Client &client,
                                                    const QString &stateDir, const LayoutReading &reading,
                                                    const std::function<void(const QString &)> &said)
{
    if (facts.repository.isEmpty()) {
        said(Words::tr("--from-release: the git remote names no repository, so there is no release to look at."));
        return finished<ProposalFacts>(facts);
    }
    return ReleaseLayouts::start(std::make_shared<ReleaseLayouts>(facts, client, stateDir, reading, said));
}

} // namespace unmoor
