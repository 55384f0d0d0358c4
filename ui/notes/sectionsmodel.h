// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/changelog.h"

#include <QAbstractTableModel>

namespace unmoor {

/// The sections of a changelog, in its order: version, date, and whether git has a tag for it.
class SectionsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Version, Date, ColumnCount };
    enum Role { LineRole = Qt::UserRole, CurrentRole };

    explicit SectionsModel(QObject *parent = nullptr);

    /// \a current: the version whose notes are edited.
    void setSections(const QList<ChangelogSection> &sections, const QStringList &tagged, const QString &current);
    int currentRow() const; ///< -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString version; ///< empty: Unreleased
        QString date;
        int line = 0;
        bool isTagged = false;
        bool isCurrent = false;
        bool operator==(const Row &) const = default;
    };

    QString words(const Row &row) const;

    QList<Row> m_rows;
};

} // namespace unmoor
