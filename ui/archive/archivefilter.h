// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace unmoor {

/// The rows of an ArchiveModel whose name holds a text, or which have problems, with the folders around them.
class ArchiveFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ArchiveFilter(QObject *parent = nullptr);
    void setNeedle(const QString &needle);
    void setProblemsOnly(bool only);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_needle;
    bool m_problemsOnly = false;
};

} // namespace unmoor
