// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/proposalfindings.h"

#include "app/core/format.h"
#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using State = ProposalFinding::State;

QString tagsText(const ProposalFacts &facts)
{
    return facts.tags.isEmpty() ? Words::tr("no tags")
                                : counted(facts.tags.size(), Words::tr("1 tag"), Words::tr("%1 tags"));
}

ProposalFinding checkoutFinding(const ProposalFacts &facts)
{
    if (facts.commit.isEmpty())
        return {ProposalSource::Checkout, State::Absent, Words::tr("A repository without a commit. Commit first.")};
    const QString branch = facts.branch.isEmpty() ? Words::tr("no branch") : facts.branch;
    return {ProposalSource::Checkout, State::Found,
            Words::tr("%1 at %2, %3").arg(branch, shortCommit(facts.commit), tagsText(facts))};
}

ProposalFinding flakeFinding(const ProposalFacts &facts)
{
    const QString file = facts.flakeFolder.isEmpty() ? u"flake.nix"_s : facts.flakeFolder + u"/flake.nix"_s;
    const qsizetype proposed = choiceOf(facts).targets.size();
    if (facts.outputs.isEmpty())
        return {ProposalSource::Flake, State::Absent, Words::tr("%1 has no packages to build").arg(file)};
    return {ProposalSource::Flake, State::Found,
            Words::tr("%1: %2, %3")
                .arg(file, counted(facts.outputs.size(), Words::tr("1 output"), Words::tr("%1 outputs")),
                     Words::tr("%1 proposed").arg(proposed))};
}

ProposalFinding versionFinding(const ProposalFacts &facts)
{
    const QString version = proposedVersion(facts);
    if (version.isEmpty())
        return {ProposalSource::Version, State::Absent, Words::tr("Nothing tells one: no attribute, file or tag")};
    return {ProposalSource::Version, State::Found, Words::tr("%1, from %2").arg(version, proposedVersionPlace(facts))};
}

ProposalFinding changelogFinding(const ProposalFacts &facts)
{
    if (facts.changelog.isEmpty())
        return {ProposalSource::Changelog, State::Absent, Words::tr("None. Release notes come out of one: write it")};
    return {ProposalSource::Changelog, State::Found, facts.changelog};
}

ProposalFinding releaseFinding(const ProposalFacts &facts)
{
    if (facts.releaseTag.isEmpty())
        return {ProposalSource::Release, State::Absent, Words::tr("%1 has none yet").arg(facts.repository)};
    return {ProposalSource::Release, State::Found,
            Words::tr("%1 with %2")
                .arg(facts.releaseTag, counted(facts.assets.size(), Words::tr("1 file"), Words::tr("%1 files")))};
}

/// What a source could not tell, and what is known all the same.
ProposalFinding withReason(const ProposalFacts &facts, const ProposalFinding &finding)
{
    const auto reason = facts.missing.constFind(finding.source);
    if (reason == facts.missing.constEnd())
        return finding;
    const bool hasText = finding.source == ProposalSource::Flake && !facts.outputs.isEmpty();
    return {finding.source, State::Unknown,
            hasText ? Words::tr("%1 What is proposed is what %2 says.").arg(reason->message, facts.outputsSource)
                    : reason->message};
}

} // namespace

QList<ProposalFinding> findingsOf(const ProposalFacts &facts)
{
    QList<ProposalFinding> findings;
    for (const auto &find : {checkoutFinding, flakeFinding, versionFinding, changelogFinding, releaseFinding})
        findings.append(withReason(facts, find(facts)));
    return findings;
}

QString proposalSourceName(ProposalSource source)
{
    switch (source) {
    case ProposalSource::Checkout:
        return Words::tr("Checkout");
    case ProposalSource::Flake:
        return Words::tr("Flake");
    case ProposalSource::Version:
        return Words::tr("Version");
    case ProposalSource::Changelog:
        return Words::tr("Changelog");
    case ProposalSource::Release:
        return Words::tr("Last release");
    }
    Q_UNREACHABLE_RETURN({});
}

QString proposalQuestion(ProposalSource source)
{
    switch (source) {
    case ProposalSource::Checkout:
        return Words::tr("Asking git");
    case ProposalSource::Flake:
        return Words::tr("Evaluating the flake");
    case ProposalSource::Version:
        return Words::tr("Looking for the version");
    case ProposalSource::Changelog:
        return Words::tr("Looking for the changelog");
    case ProposalSource::Release:
        return Words::tr("Asking the host for the last release");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace unmoor
