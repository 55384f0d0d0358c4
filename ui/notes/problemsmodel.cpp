// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/problemsmodel.h"

#include "ui/widgets/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

ProblemsModel::ProblemsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ProblemsModel::setProblems(QList<NotesProblem> problems)
{
    std::ranges::stable_sort(
        problems, {}, [](const NotesProblem &problem) { return std::pair(problem.finding.severity, problem.line); });
    if (problems == m_problems)
        return;
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

int ProblemsModel::countOf(Severity severity) const
{
    return int(
        std::ranges::count(m_problems, severity, [](const NotesProblem &problem) { return problem.finding.severity; }));
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NotesProblem &problem = m_problems.at(index.row());
    const auto &[finding, line] = std::tie(problem.finding, problem.line);
    const bool isProblem = index.column() == Problem;
    if (index.column() == Offer && role != StateRole && role != HintRole && role != LineRole)
        return offer(problem, role);
    const theme::State state = theme::stateOf(finding.severity);
    const QString where = line > 0 ? tr("line %1").arg(line) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return isProblem ? finding.message : where;
    case Qt::ToolTipRole:
        return toolTipText(isProblem ? finding.message + u'\n' + finding.hint : where);
    case Qt::AccessibleTextRole:
        return isProblem ? theme::stateWord(state) + u": "_s + finding.message + u' ' + finding.hint : where;
    case StateRole:
        return int(state);
    case HintRole:
        return finding.hint;
    case LineRole:
        return line;
    }
    return {};
}

QVariant ProblemsModel::offer(const NotesProblem &problem, int role)
{
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (!isText || !problem.fix)
        return {};
    return role == Qt::ToolTipRole ? toolTipText(problem.fix->label) : problem.fix->label;
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Problem ? tr("Problem") : section == Where ? tr("Where") : tr("Offer");
}

} // namespace unmoor
