// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrixmodel.h"

#include "ui/widgets/plaintext.h"

#include <algorithm>

namespace unmoor {

using namespace Qt::StringLiterals;

MatrixModel::MatrixModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

MatrixModel::Row MatrixModel::cellsOf(int index, const TargetState &target) const
{
    Row row;
    row[Target] = {{}, target.name(), {}};
    if (!target.isIn()) {
        row[Where] = leftOutCell(target);
        return row;
    }
    row[Where] = whereCell(target);
    row[Build] = buildCell(target, QDateTime::currentDateTimeUtc());
    row[Archive] = archiveCell(target);
    row[Release] = index == m_pause.row ? pausedCell(m_pause.seconds, m_pause.longest) : releaseCell(target);
    return row;
}

bool MatrixModel::hasSameTriples(const QList<TargetState> &targets) const
{
    return std::ranges::equal(
        targets, m_targets, {}, [](const TargetState &t) { return t.target.triple; },
        [](const TargetState &t) { return t.target.triple; });
}

int MatrixModel::rowOf(const QString &triple) const
{
    const auto found = std::ranges::find(m_targets, triple, [](const TargetState &t) { return t.target.triple; });
    return found == m_targets.end() ? -1 : int(found - m_targets.begin());
}

void MatrixModel::setTargets(const QList<TargetState> &targets)
{
    if (hasSameTriples(targets)) {
        for (int row = 0; row < targets.size(); ++row)
            updateTarget(row, targets.at(row));
        return;
    }
    beginResetModel();
    m_targets = targets;
    m_rows.clear();
    for (int row = 0; row < targets.size(); ++row)
        m_rows << cellsOf(row, targets.at(row));
    endResetModel();
}

void MatrixModel::updateTarget(int row, const TargetState &target)
{
    if (row < 0 || row >= m_rows.size())
        return;
    const Row before = std::exchange(m_rows[row], cellsOf(row, target));
    m_targets[row] = target;
    for (int column = 0; column < ColumnCount; ++column) {
        if (before[column] != m_rows.at(row)[column])
            Q_EMIT dataChanged(index(row, column), index(row, column));
    }
}

void MatrixModel::setWaiting(int row, int seconds)
{
    const Pause before = m_pause;
    const bool isSame = row == before.row && seconds > 0;
    m_pause = seconds > 0 ? Pause{row, seconds, isSame ? std::max(before.longest, seconds) : seconds} : Pause();
    for (const int changed : {before.row, m_pause.row})
        if (changed >= 0 && changed < m_targets.size())
            updateTarget(changed, m_targets.at(changed));
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MatrixCell &cell = m_rows.at(index.row())[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return cell.detail.isEmpty() ? cell.word : tr("%1 %2").arg(cell.word, cell.detail);
    case Qt::AccessibleTextRole:
        return cell.accessibleText();
    case Qt::ToolTipRole:
        return toolTipText(cell.detail.isEmpty() ? QString() : tr("%1 %2").arg(cell.word, cell.detail));
    case StateRole:
        return cell.state ? QVariant(int(*cell.state)) : QVariant();
    case WordRole:
        return cell.word;
    case DetailRole:
        return cell.detail;
    case ProgressRole:
        return cell.progress;
    case LeftOutRole:
        return !m_targets.at(index.row()).isIn();
    default:
        return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical && section < m_targets.size() && role == Qt::DisplayRole)
        return m_targets.at(section).target.triple;
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::array names{tr("Target"), tr("Where"), tr("Build"), tr("Archive"), tr("Release")};
    return section < ColumnCount ? names.at(section) : QVariant();
}

} // namespace unmoor
