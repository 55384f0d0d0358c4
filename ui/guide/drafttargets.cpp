// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/drafttargets.h"

#include "ui/widgets/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

/// The rows stay where they are as long as they are of the same outputs, so that an editor of one stays open.
void DraftTargets::setTargets(const QList<DraftTarget> &targets)
{
    const auto isSame = [](const DraftTarget &one, const DraftTarget &other) {
        return one.system == other.system && one.output == other.output && one.triple == other.triple;
    };
    if (targets == m_targets)
        return;
    if (std::ranges::equal(targets, m_targets, isSame)) {
        m_targets = targets;
        Q_EMIT dataChanged(index(0, 0), index(int(targets.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_targets = targets;
    endResetModel();
}

int DraftTargets::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_targets.size());
}

int DraftTargets::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString DraftTargets::textOf(const DraftTarget &target, int column) const
{
    switch (column) {
    case Triple:
        return target.triple;
    case Output:
        return u"%1.%2"_s.arg(target.system, target.output);
    case Archive:
        return target.archive;
    default:
        return target.layout.isEmpty() && target.isIn ? tr("none") : target.layout;
    }
}

QVariant DraftTargets::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DraftTarget &target = m_targets.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return textOf(target, index.column());
    case Qt::CheckStateRole:
        return index.column() == Triple ? QVariant(target.isIn ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole:
        return toolTipText(target.why.isEmpty() ? textOf(target, index.column())
                                                : tr("%1 was not proposed: %2.").arg(target.output, target.why));
    default:
        return {};
    }
}

bool DraftTargets::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || m_readOnly)
        return false;
    const DraftTarget target = m_targets.at(index.row());
    const bool isTick = role == Qt::CheckStateRole && index.column() == Triple;
    const bool isName = role == Qt::EditRole && index.column() == Archive && value.toString() != target.archive;
    if (isTick)
        Q_EMIT tickRequested(target, value.toInt() == Qt::Checked);
    if (isName)
        Q_EMIT archiveEdited(target.triple, value.toString());
    return isTick || isName;
}

Qt::ItemFlags DraftTargets::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || m_readOnly)
        return flags;
    if (index.column() == Triple)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == Archive && m_targets.at(index.row()).isIn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant DraftTargets::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Target"), tr("Flake output"), tr("Archive"), tr("Layout")};
    return names.value(section);
}

} // namespace unmoor
