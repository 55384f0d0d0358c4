// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/rootsmodel.h"

#include "app/core/format.h"
#include "app/core/when.h"
#include "app/core/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plaintext.h"

#include <algorithm>
#include <array>

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

QString stateText(GcRoot::State state)
{
    switch (state) {
    case GcRoot::State::Published:
        return Words::tr("published");
    case GcRoot::State::Replaced:
        return Words::tr("replaced by another commit");
    case GcRoot::State::Open:
        break;
    }
    return Words::tr("not published");
}

} // namespace

void RootsModel::setOverview(const RootsOverview &overview)
{
    beginResetModel();
    m_overview = overview;
    m_chosen.clear();
    for (const GcRoot &root : overview.roots)
        if (root.state == GcRoot::State::Published)
            m_chosen.insert(root.link);
    endResetModel();
}

QStringList RootsModel::chosenLinks() const
{
    QStringList links;
    for (const GcRoot &root : m_overview.roots)
        if (m_chosen.contains(root.link))
            links += root.link;
    return links;
}

bool RootsModel::isChosen(GcRoot::State state) const
{
    return std::ranges::any_of(m_overview.roots,
                               [&](const GcRoot &root) { return root.state == state && m_chosen.contains(root.link); });
}

int RootsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_overview.roots.size());
}

int RootsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RootsModel::textOf(const GcRoot &root, int column) const
{
    switch (column) {
    case Version:
        return root.version.isEmpty() ? tr("unknown") : root.version;
    case Target:
        return root.triple;
    case Commit:
        return shortCommit(root.revision);
    case State:
        return stateText(root.state);
    case Size: {
        const qint64 bytes = m_overview.bytesOf(root);
        return bytes > 0 ? formatBytes(bytes) : tr("gone");
    }
    default:
        return {};
    }
}

QVariant RootsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GcRoot &root = m_overview.roots.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(root, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Version
            ? tr("%1 for %2, %3, %4").arg(textOf(root, Version), root.triple, stateText(root.state), textOf(root, Size))
            : textOf(root, index.column());
    case Qt::ToolTipRole:
        return toolTipText(
            tr("%1, built %2").arg(root.storePath, whenText(root.builtAt, QDateTime::currentDateTime())));
    case Qt::CheckStateRole:
        return index.column() == Version ? QVariant(m_chosen.contains(root.link) ? Qt::Checked : Qt::Unchecked)
                                         : QVariant();
    case Qt::FontRole:
        return index.column() == Target || index.column() == Commit ? QVariant(theme::font(theme::Type::Mono))
                                                                    : QVariant();
    case Qt::TextAlignmentRole:
        return int((index.column() == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

bool RootsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Version)
        return false;
    const QString link = m_overview.roots.at(index.row()).link;
    if (value.toInt() == Qt::Checked)
        m_chosen.insert(link);
    else
        m_chosen.remove(link);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags RootsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Version ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant RootsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::array names{tr("Version"), tr("Target"), tr("Commit"), tr("Release"), tr("Size")};
    return names.at(size_t(section));
}

} // namespace unmoor
