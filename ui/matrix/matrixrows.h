// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace unmoor {

class MatrixModel;

/// Which targets a person wants to see.
struct MatrixFilter
{
    enum class Which {
        All,
        Attention, ///< an error or a warning in some column
        ToBuild, ///< in this release, without an archive of it, and nothing runs
        Running, ///< something runs, or waits for its turn
        Done, ///< has the archive of this release, and nothing is wrong
        LeftOut,
    };

    QString name; ///< a part of the target's name or place; empty: any
    Which which = Which::All;

    bool isActive() const { return !name.isEmpty() || which != Which::All; }
    bool operator==(const MatrixFilter &) const = default;
};

/// The rows of a MatrixModel that a filter lets through, in an order that can be given up again: column -1 is that of
/// unmoor.toml. Sorted by what is worst first, then by the words.
class MatrixRows : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit MatrixRows(QObject *parent = nullptr);

    void setFilter(const MatrixFilter &filter);
    const MatrixFilter &filter() const { return m_filter; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool isWanted(int row) const;

    MatrixFilter m_filter;
    QCollator m_collator;
};

} // namespace unmoor
