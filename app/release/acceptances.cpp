// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/acceptances.h"

#include "app/archive/findingcatalog.h"
#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

Result<void> checkAcceptance(const QString &code, const QString &reason)
{
    if (!findingKind(code))
        return failure(
            Error::Kind::InvalidInput,
            Words::tr("There is no finding \"%1\". The manual lists the codes, in docs/checks.md.").arg(code));
    if (isFirm(code))
        return failure(Error::Kind::InvalidInput,
                       Words::tr("%1 cannot be accepted: it says that the archive cannot be read whole. Build or "
                                 "adopt the archive again.")
                           .arg(code));
    if (reason.trimmed().isEmpty())
        return failure(Error::Kind::InvalidInput, Words::tr("Say why %1 is accepted.").arg(code));
    return {};
}

} // namespace

Acceptances::Acceptances(Engine &engine, Targets &targets)
    : m_engine(engine)
    , m_targets(targets)
{
}

Result<void> Acceptances::acceptAll(const QString &code, const QString &reason)
{
    if (const auto checked = checkAcceptance(code, reason); !checked)
        return checked;
    m_forThisRun.append({.code = code, .reason = reason.trimmed(), .source = Words::tr("for this run")});
    settle();
    return {};
}

Result<void> Acceptances::accept(const QString &triple, const Finding &finding, const QString &reason)
{
    if (const auto checked = checkAcceptance(finding.code, reason); !checked)
        return checked;
    const auto recorded = m_engine.ledger()->recordAcceptance({.project = m_project->checkout.root,
                                                               .tag = m_project->tag(),
                                                               .triple = triple,
                                                               .code = finding.code,
                                                               .path = finding.path,
                                                               .reason = reason.trimmed(),
                                                               .acceptedAt = QDateTime::currentDateTimeUtc()});
    return recorded ? load(m_project) : recorded;
}

Result<void> Acceptances::withdraw(const QString &triple, const Finding &finding)
{
    const auto removed = m_engine.ledger()->removeAcceptance({.project = m_project->checkout.root,
                                                              .tag = m_project->tag(),
                                                              .triple = triple,
                                                              .code = finding.code,
                                                              .path = finding.path});
    return removed ? load(m_project) : removed;
}

Result<void> Acceptances::load(const ProjectPtr &project)
{
    m_project = project;
    const auto records = m_engine.ledger()->acceptances(m_project->checkout.root, m_project->tag());
    if (!records)
        return std::unexpected(records.error());
    m_recorded.clear();
    for (const AcceptanceRecord &record : *records)
        m_recorded.append({.code = record.code,
                           .path = record.path,
                           .triple = record.triple,
                           .reason = record.reason,
                           .source = Words::tr("for %1").arg(record.tag)});
    settle();
    return {};
}

CheckSettings Acceptances::checkSettings() const
{
    CheckSettings settings = m_project ? m_project->manifest.checks : CheckSettings();
    settings.accepted = m_recorded + m_forThisRun + settings.accepted;
    return settings;
}

void Acceptances::settle()
{
    const CheckSettings settings = checkSettings();
    for (const QString &triple : m_targets.triples()) {
        TargetState &target = *m_targets.edit(triple);
        if (!target.inspection)
            continue;
        target.inspection =
            std::make_shared<const Inspection>(withSettings(*target.inspection, settings, target.target.triple));
        m_targets.touch(triple);
    }
}

QMap<QString, QString> Acceptances::accepted() const
{
    QMap<QString, QString> accepted;
    for (const TargetState &target : m_targets.rows()) {
        if (!target.inspection || !target.isIn())
            continue;
        for (const Finding &finding : target.inspection->report.findings) {
            if (finding.accepted)
                accepted.insert(Words::tr("%1, %2 of %3").arg(finding.code, finding.path, target.target.triple),
                                finding.accepted->reason);
        }
    }
    return accepted;
}

} // namespace unmoor
