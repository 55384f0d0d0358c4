// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/workflowrow.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The finding in full, to send to somebody.
QString textOfFinding(const WorkflowFinding &found)
{
    QStringList parts{found.line > 0 ? u"%1:%2"_s.arg(found.finding.path).arg(found.line) : found.finding.path,
                      found.finding.message, found.finding.hint};
    parts.removeAll(QString());
    return parts.join(u'\n') + u'\n';
}

} // namespace

QString placeText(const WorkflowFinding &found)
{
    const QString name = found.finding.path.section(u'/', -1);
    return found.line > 0 ? u"%1:%2"_s.arg(name).arg(found.line) : name;
}

WorkflowRow::WorkflowRow(const WorkflowFinding &found, QWidget *parent)
    : OpeningRow({.title = placeText(found),
                  .state = theme::stateOf(found.finding.severity),
                  .message = found.finding.message,
                  .hint = found.finding.hint,
                  .took = {},
                  .places = {{found.finding.path, std::max(found.line, 1)}},
                  .action = tr("Copy")},
                 parent)
    , m_found(found)
{
    connect(this, &OpeningRow::actionTriggered, this,
            [this] { QGuiApplication::clipboard()->setText(textOfFinding(m_found)); });
}

} // namespace unmoor
