// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/comparemodel.h"

#include "app/core/format.h"
#include "app/core/visibletext.h"
#include "ui/archive/comparetext.h"
#include "ui/widgets/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

void CompareModel::setDiff(const ArchiveDiff &diff)
{
    beginResetModel();
    m_diff = diff;
    m_sections.clear();
    m_largest = 0;
    m_libraryCount = m_modeCount = 0;
    for (int i = 0; i < m_diff.changes.size(); ++i) {
        const EntryChange &change = m_diff.changes[i];
        if (m_sections.isEmpty() || m_sections.last().kind != change.kind)
            m_sections.append({change.kind, i, 0});
        ++m_sections.last().count;
        m_largest = std::max({m_largest, change.oldSize, change.newSize});
        m_libraryCount += isLibraryPath(change.path);
        m_modeCount += change.modeChanged();
    }
    m_changeCount = int(m_diff.changes.size()) - m_diff.count(EntryChange::Kind::Same);
    endResetModel();
}

void CompareModel::setLabels(const QString &before, const QString &after, const QString &folder)
{
    m_before = before;
    m_after = after;
    m_folder = folder;
    Q_EMIT headerDataChanged(Qt::Horizontal, Path, ColumnCount - 1);
}

const EntryChange *CompareModel::changeAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_diff.changes[m_sections[qsizetype(index.internalId()) - 1].first + index.row()];
}

/// Sections have the id 0, what lies in them the number of its section.
QModelIndex CompareModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex CompareModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, quintptr(0));
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_sections.size());
    return parent.internalId() == 0 && parent.column() == 0 ? m_sections[parent.row()].count : 0;
}

int CompareModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Before || section == After))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return QAbstractItemModel::headerData(section, orientation, role);
    switch (section) {
    case Path:
        return m_folder.isEmpty() ? tr("Path") : tr("Path in %1/").arg(withVisibleSigns(m_folder));
    case Before:
        return m_before.isEmpty() ? tr("Before") : m_before;
    case After:
        return m_after.isEmpty() ? tr("Now") : m_after;
    case Change:
        return tr("Change");
    case Size:
        return tr("Size");
    default:
        return {};
    }
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const EntryChange *change = changeAt(index))
        return changeData(*change, index.column(), role);
    return sectionData(m_sections[index.row()], index.column(), role);
}

QVariant CompareModel::sectionData(const Section &section, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == Path ? sectionName(section.kind) : QString();
    case Qt::AccessibleTextRole:
        return column == Path
            ? u"%1, %2"_s.arg(sectionName(section.kind), counted(section.count, tr("1 file"), tr("%1 files")))
            : QString();
    case KindRole:
        return int(section.kind);
    case CountRole:
        return section.count;
    default:
        return {};
    }
}

QVariant CompareModel::display(const EntryChange &change, int column) const
{
    switch (column) {
    case Path:
        return withVisibleSigns(change.path);
    case Before:
        return sideText(change, false);
    case After:
        return sideText(change, true);
    case Change:
        return changeText(change);
    default:
        return {};
    }
}

QVariant CompareModel::changeData(const EntryChange &change, int column, int role) const
{
    const auto share = [this](int entry, qint64 size) {
        return entry < 0 ? -1 : m_largest > 0 ? double(size) / double(m_largest) : 0;
    };
    switch (role) {
    case Qt::DisplayRole:
        return display(change, column);
    case Qt::ToolTipRole:
        return toolTipText(column == Size ? sizeChangeText(change.oldSize, change.newSize)
                                          : display(change, column).toString());
    case Qt::TextAlignmentRole:
        return int((column == Before || column == After ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        if (column == Size)
            return sizeChangeText(change.oldSize, change.newSize);
        if (column != Path)
            return display(change, column);
        return QStringList{display(change, Path).toString(), sectionName(change.kind).toLower(),
                           theme::stateWord(stateOf(change)), changeText(change)}
            .join(u", "_s);
    case StateRole:
        return int(stateOf(change));
    case KindRole:
        return int(change.kind);
    case ChangeRole:
        return change.kind != EntryChange::Kind::Same;
    case LibraryRole:
        return isLibraryPath(change.path);
    case ModeRole:
        return change.modeChanged();
    case SizesRole:
        return QVariant::fromValue(
            QList<double>{share(change.oldEntry, change.oldSize), share(change.newEntry, change.newSize)});
    default:
        return {};
    }
}

CompareFilter::CompareFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void CompareFilter::setScope(Scope scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    invalidateFilter();
}

void CompareFilter::setNeedle(const QString &needle)
{
    if (needle == m_needle)
        return;
    m_needle = needle;
    invalidateFilter();
}

/// With Changed what is the same stays too: it is folded.
bool CompareFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!parent.isValid())
        return false; // a section is there for what lies in it
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_scope == Scope::Libraries && !index.data(CompareModel::LibraryRole).toBool())
        return false;
    if (m_scope == Scope::Modes && !index.data(CompareModel::ModeRole).toBool())
        return false;
    return m_needle.isEmpty() || index.data().toString().contains(m_needle, Qt::CaseInsensitive);
}

} // namespace unmoor
