// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivediff.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

namespace unmoor {

/// What became of each file, under a row for each kind of change.
class CompareModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Path, Before, After, Change, Size, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, ///< int: theme::State
        KindRole, ///< int: EntryChange::Kind, of sections too
        CountRole, ///< int: of a section, before any filter
        ChangeRole, ///< bool: is not the same in both
        LibraryRole, ///< bool
        ModeRole, ///< bool: the mode changed
        SizesRole, ///< QList<double>: old and new size as shares of the largest; below 0: not there
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setDiff(const ArchiveDiff &diff);
    /// What the columns of both archives are called, such as their tags, and the folder that paths lie in.
    void setLabels(const QString &before, const QString &after, const QString &folder);

    const EntryChange *changeAt(const QModelIndex &index) const; ///< null for sections
    static bool isSection(const QModelIndex &index) { return index.isValid() && !index.parent().isValid(); }

    int changeCount() const { return m_changeCount; } ///< of what is not the same
    int entryCount() const { return int(m_diff.changes.size()); }
    int libraryCount() const { return m_libraryCount; }
    int modeCount() const { return m_modeCount; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Section
    {
        EntryChange::Kind kind;
        int first = 0; ///< in the diff's changes
        int count = 0;
    };

    QVariant sectionData(const Section &section, int column, int role) const;
    QVariant changeData(const EntryChange &change, int column, int role) const;
    QVariant display(const EntryChange &change, int column) const;

    ArchiveDiff m_diff;
    QList<Section> m_sections;
    QString m_before;
    QString m_after;
    QString m_folder;
    qint64 m_largest = 0;
    int m_changeCount = 0;
    int m_libraryCount = 0;
    int m_modeCount = 0;
};

/// The rows of a CompareModel that a person wants to see. Sections stay while anything in them does.
class CompareFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Scope { Changed, All, Libraries, Modes };

    explicit CompareFilter(QObject *parent = nullptr);
    void setScope(Scope scope);
    void setNeedle(const QString &needle);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    Scope m_scope = Scope::Changed;
    QString m_needle;
};

} // namespace unmoor
