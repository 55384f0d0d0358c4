// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivefilter.h"

#include "archive/archivemodel.h"

namespace unmoor {

ArchiveFilter::ArchiveFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void ArchiveFilter::setNeedle(const QString &needle)
{
    if (needle == m_needle)
        return;
    m_needle = needle;
    invalidateFilter();
}

void ArchiveFilter::setProblemsOnly(bool only)
{
    if (only == m_problemsOnly)
        return;
    m_problemsOnly = only;
    invalidateFilter();
}

bool ArchiveFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_needle.isEmpty() && !m_problemsOnly)
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_problemsOnly && !index.data(ArchiveModel::ProblemRole).toBool())
        return false;
    return index.data().toString().contains(m_needle, Qt::CaseInsensitive);
}

} // namespace unmoor
