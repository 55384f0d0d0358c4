// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/textrows.h"

#include "ui/history/releasemodel.h"
#include "ui/widgets/plaintext.h"

namespace unmoor {

using namespace Qt::StringLiterals;

TextRows::TextRows(QList<TextColumn> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

void TextRows::setRows(const QList<QList<TextCell>> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int TextRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TextRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

int TextRows::alignmentOf(int column) const
{
    return int((m_columns.at(column).isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QString TextRows::wholeText(int row, int column) const
{
    const TextCell &cell = m_rows.at(row).at(column);
    return cell.toolTip.isEmpty() ? cell.text : cell.toolTip;
}

QVariant TextRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TextCell &cell = m_rows.at(index.row()).at(index.column());
    const TextColumn &column = m_columns.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::AccessibleTextRole:
        return cell.state ? u"%1, %2"_s.arg(theme::stateWord(*cell.state), cell.text) : cell.text;
    case Qt::ToolTipRole:
        return toolTipText(wholeText(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    case ReleaseModel::StateRole:
        return cell.state ? QVariant(int(*cell.state)) : QVariant();
    case ReleaseModel::TypeRole:
        return int(column.isMono ? theme::Type::Mono : theme::Type::Body);
    case ReleaseModel::MutedRole:
        return column.isMuted;
    default:
        return {};
    }
}

QVariant TextRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_columns.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    return role == Qt::DisplayRole ? m_columns.at(section).name : QVariant();
}

} // namespace unmoor
