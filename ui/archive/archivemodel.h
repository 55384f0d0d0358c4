// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/inspection.h"

#include <QAbstractItemModel>
#include <QHash>

namespace unmoor {

/// The entries of an archive as a tree: folders hold what lies in them in the archive's own order, also those that
/// only follow from their files' names. What is missing stands as a ghost at the head of its folder.
class ArchiveModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Mode, Size, What, Verdict, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, ///< int: theme::State of the verdict; absent before the report
        SymbolRole, ///< QString: name of the theme's symbol
        PathRole, ///< QString: in the archive, as it is
        MissingRole, ///< bool: a ghost
        ProblemRole, ///< bool: has a finding of severity error or warning
    };

    using QAbstractItemModel::QAbstractItemModel;

    void clear();
    void appendEntries(const QList<ArchiveEntry> &batch);
    /// Ends the reading: adds what is missing and gives every entry its verdict.
    void setReport(const LayoutReport &report);
    void setInspection(const Inspection &inspection);

    int entryCount() const { return m_entryCount; } ///< without folders
    int problemCount() const { return m_problemCount; } ///< rows with ProblemRole
    /// Findings that belong to no row: the stream's, or of a path that is not here.
    const QList<Finding> &findingsOfWhole() const { return m_findingsOfWhole; }

    const ArchiveEntry *entryAt(const QModelIndex &index) const; ///< null for ghosts and folders without an entry
    QList<Finding> findingsAt(const QModelIndex &index) const;
    QModelIndex indexOfPath(const QString &path) const;
    /// The next (or previous) row with a problem in the tree's order, going on at the other end.
    QModelIndex nextProblem(const QModelIndex &from, bool forward) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node
    {
        QString name;
        QString path;
        int parent = 0;
        int row = 0; ///< in its parent
        int entry = -1; ///< index into m_entries
        int files = 0; ///< below it
        bool isFolder = false;
        bool isMissing = false;
        QList<int> children;
        QList<int> findings; ///< indexes into m_findings
    };

    int nodeOf(const QModelIndex &index) const { return index.isValid() ? int(index.internalId()) : 0; }
    QModelIndex indexOfNode(int node, int column = Name) const;
    int folderNode(const QString &path);
    void insertNodes(int parent, QList<Node> nodes, int row);
    bool takeKnownFolder(const ArchiveEntry &entry, int at);
    void countFile(int node);
    void addMissing(const QString &path);
    void attachFindings(const LayoutReport &report);

    QVariant nameData(const Node &node, int role) const;
    QString columnText(const Node &node, int column) const;
    QString whatText(const Node &node) const;
    QString verdictText(const Node &node) const;
    const Finding *worstFinding(const Node &node) const;
    bool isProblem(const Node &node) const;

    QList<ArchiveEntry> m_entries;
    QList<Node> m_nodes{Node{.isFolder = true}}; ///< the first is the invisible root
    QHash<QString, int> m_byPath; ///< first node of a path
    QList<Finding> m_findings;
    QList<Finding> m_findingsOfWhole;
    int m_entryCount = 0;
    int m_problemCount = 0;
    bool m_hasReport = false;
};

} // namespace unmoor
