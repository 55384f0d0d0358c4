// SPDX-License-Identifier: GPL-3.0-or-later
// Session: findings that a person lives with.
#include "archive/findingcatalog.h"
#include "release/session.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

Result<void> checkAcceptance(const QString &code, const QString &reason)
{
    if (!findingKind(code))
        return failure(Error::Kind::InvalidInput,
                       Session::tr("There is no finding \"%1\". The README lists the codes.").arg(code));
    if (isFirm(code))
        return failure(Error::Kind::InvalidInput,
                       Session::tr("%1 cannot be accepted: it says that the archive cannot be read whole. Build or "
                                   "adopt the archive again.")
                           .arg(code));
    if (reason.trimmed().isEmpty())
        return failure(Error::Kind::InvalidInput, Session::tr("Say why %1 is accepted.").arg(code));
    return {};
}

} // namespace

Result<void> Session::acceptAll(const QString &code, const QString &reason)
{
    if (const auto checked = checkAcceptance(code, reason); !checked)
        return checked;
    m_acceptedAll.append({.code = code, .reason = reason.trimmed(), .source = tr("for this run")});
    settleFindings();
    return {};
}

Result<void> Session::accept(int row, const Finding &finding, const QString &reason)
{
    if (const auto checked = checkAcceptance(finding.code, reason); !checked)
        return checked;
    const auto recorded = m_ledger->recordAcceptance({.project = m_checkout.root,
                                                      .tag = tag(),
                                                      .triple = m_targets.at(row).target.triple,
                                                      .code = finding.code,
                                                      .path = finding.path,
                                                      .reason = reason.trimmed(),
                                                      .acceptedAt = QDateTime::currentDateTimeUtc()});
    return recorded ? loadAcceptances() : recorded;
}

Result<void> Session::withdrawAcceptance(int row, const Finding &finding)
{
    const auto removed = m_ledger->removeAcceptance({.project = m_checkout.root,
                                                     .tag = tag(),
                                                     .triple = m_targets.at(row).target.triple,
                                                     .code = finding.code,
                                                     .path = finding.path});
    return removed ? loadAcceptances() : removed;
}

Result<void> Session::loadAcceptances()
{
    const auto records = m_ledger->acceptances(m_checkout.root, tag());
    if (!records)
        return std::unexpected(records.error());
    m_accepted.clear();
    for (const AcceptanceRecord &record : *records)
        m_accepted.append({.code = record.code,
                           .path = record.path,
                           .triple = record.triple,
                           .reason = record.reason,
                           .source = tr("for %1").arg(record.tag)});
    settleFindings();
    return {};
}

CheckSettings Session::checkSettings() const
{
    CheckSettings settings = m_manifest.checks;
    settings.accepted = m_accepted + m_acceptedAll + settings.accepted;
    return settings;
}

void Session::settleFindings()
{
    const CheckSettings settings = checkSettings();
    for (int row = 0; row < m_targets.size(); ++row) {
        TargetState &target = m_targets[row];
        if (!target.inspection)
            continue;
        target.inspection =
            std::make_shared<const Inspection>(withSettings(*target.inspection, settings, target.target.triple));
        Q_EMIT targetChanged(row);
    }
}

QMap<QString, QString> Session::accepted() const
{
    QMap<QString, QString> accepted;
    for (const TargetState &target : m_targets) {
        if (!target.inspection || !target.isIn())
            continue;
        for (const Finding &finding : target.inspection->report.findings) {
            if (finding.accepted)
                accepted.insert(tr("%1, %2 of %3").arg(finding.code, finding.path, target.target.triple),
                                finding.accepted->reason);
        }
    }
    return accepted;
}

} // namespace unmoor
