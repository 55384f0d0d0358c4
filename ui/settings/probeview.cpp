// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/probeview.h"

#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using theme::State;

/// For the table: what the step found, in two or three words.
QString failureWord(ProbeStep::Kind kind, const ProbeReport *report)
{
    switch (kind) {
    case ProbeStep::Kind::NameResolves:
        return Words::tr("name not found");
    case ProbeStep::Kind::PortAnswers:
        return Words::tr("no answer");
    case ProbeStep::Kind::HostKeyKnown:
        if (report && report->isHostKeyChanged())
            return Words::tr("host key changed");
        return report && report->isHostKeyUnknown() ? Words::tr("host key unknown") : Words::tr("host key");
    case ProbeStep::Kind::KeyAccepted:
        return Words::tr("key refused");
    case ProbeStep::Kind::NixThere:
        return Words::tr("no Nix");
    case ProbeStep::Kind::StoreTrusted:
        return Words::tr("store does not answer");
    case ProbeStep::Kind::Systems:
        return Words::tr("systems not known");
    case ProbeStep::Kind::FreeSpace:
        return Words::tr("disk");
    }
    Q_UNREACHABLE_RETURN({});
}

QString failureTitle(ProbeStep::Kind kind, const QString &name, const ProbeReport *report)
{
    switch (kind) {
    case ProbeStep::Kind::NameResolves:
        return Words::tr("The address of %1 cannot be found").arg(name);
    case ProbeStep::Kind::PortAnswers:
        return Words::tr("%1 does not answer").arg(name);
    case ProbeStep::Kind::HostKeyKnown:
        if (report && report->isHostKeyChanged())
            return Words::tr("%1 shows a different host key than before").arg(name);
        if (report && report->isHostKeyUnknown())
            return Words::tr("%1 is not known yet").arg(name);
        return Words::tr("The host key of %1 is not settled").arg(name);
    case ProbeStep::Kind::KeyAccepted:
        return Words::tr("%1 does not accept your key").arg(name);
    case ProbeStep::Kind::NixThere:
        return Words::tr("Nix was not found on %1").arg(name);
    case ProbeStep::Kind::StoreTrusted:
        return Words::tr("The Nix store of %1 does not answer").arg(name);
    case ProbeStep::Kind::Systems:
        return Words::tr("What %1 builds is not known").arg(name);
    case ProbeStep::Kind::FreeSpace:
        return Words::tr("The disk of %1 has no room").arg(name);
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<ProbeStep::Kind> kindOfWord(const QString &word)
{
    for (int i = 0; i <= int(ProbeStep::Kind::FreeSpace); ++i)
        if (probeStepName(ProbeStep::Kind(i)) == word)
            return ProbeStep::Kind(i);
    return std::nullopt;
}

QString bothKeys(const ProbeReport &report)
{
    const auto first = [](const HostKeys &keys) { return shortFingerprint(keys.keys.constFirst().fingerprint()); };
    return Words::tr("known  %1   now  %2").arg(first(report.known), first(report.offered));
}

ProbeLine lineOf(const ProbeStep &step, const ProbeReport &report)
{
    switch (step.outcome) {
    case ProbeStep::Outcome::NotTried:
        return {State::Skipped, step.title, Words::tr("not tried")};
    case ProbeStep::Outcome::Passed:
        return {State::Done, step.title, step.detail};
    case ProbeStep::Outcome::Failed:
        break;
    }
    const bool keys =
        step.kind == ProbeStep::Kind::HostKeyKnown && !report.known.isEmpty() && !report.offered.isEmpty();
    return {State::Error, step.title, keys ? bothKeys(report) : step.detail};
}

ProbeView::Offer offerOf(const ProbeReport &report)
{
    using Offer = ProbeView::Offer;
    if (report.isHostKeyChanged() && !report.offered.isEmpty())
        return Offer::CompareKeys;
    if (report.isHostKeyUnknown() && !report.offered.isEmpty())
        return Offer::TrustKey;
    return report.remoteProgram.isEmpty() ? Offer::Nothing : Offer::UseRemoteProgram;
}

ProbeView viewOfReport(const BuildHost &host, const ProbeReport &report)
{
    ProbeView view;
    for (const ProbeStep &step : report.steps)
        view.lines.append(lineOf(step, report));
    view.offer = offerOf(report);
    view.remoteProgram = report.remoteProgram;
    if (const ProbeStep *failed = report.failedStep()) {
        // A machine that is met for the first time is nothing that failed: it waits for a person.
        view.state = report.isHostKeyUnknown() ? State::Warning : State::Error;
        view.word = failureWord(failed->kind, &report);
        view.title = failureTitle(failed->kind, host.name, &report);
        view.text = QStringList{report.message, report.hint}.join(u' ').trimmed();
        return view;
    }
    view.state = State::Done;
    view.word = Words::tr("ready");
    view.title = Words::tr("%1 is ready").arg(host.name);
    view.text = report.hint;
    return view;
}

ProbeView rememberedView(const BuildHost &host)
{
    if (host.probeState.isEmpty())
        return {.state = State::Planned,
                .word = Words::tr("not probed yet"),
                .title = Words::tr("%1 was not probed yet").arg(host.name),
                .text = Words::tr("A probe connects and asks; it changes nothing there.")};
    const auto failed = kindOfWord(host.probeState);
    if (!failed)
        return {.state = State::Done,
                .word = Words::tr("ready"),
                .title = Words::tr("%1 was ready when it was probed last").arg(host.name)};
    return {.state = State::Error,
            .word = failureWord(*failed, nullptr),
            .title = failureTitle(*failed, host.name, nullptr),
            .text = host.probeMessage};
}

} // namespace

ProbeView probeView(const BuildHost &host, const ProbeReport *report, bool isProbing)
{
    if (isProbing)
        return {.state = State::Running,
                .word = Words::tr("probing"),
                .title = Words::tr("Probing %1").arg(host.name),
                .text = Words::tr("Connects and asks; changes nothing there.")};
    return report && !report->steps.isEmpty() && !report->canceled ? viewOfReport(host, *report) : rememberedView(host);
}

QString shortFingerprint(const QString &fingerprint)
{
    return fingerprint.size() > 24 ? fingerprint.first(13) + u'…' + fingerprint.last(3) : fingerprint;
}

QString addressText(const BuildHost &host)
{
    QString address =
        host.address.contains(u':') && !host.address.startsWith(u'[') ? u'[' + host.address + u']' : host.address;
    if (!host.user.isEmpty())
        address.prepend(host.user + u'@');
    if (host.port > 0)
        address += u':' + QString::number(host.port);
    return u"ssh-ng://"_s + address;
}

} // namespace unmoor
