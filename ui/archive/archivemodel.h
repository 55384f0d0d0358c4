// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/entryarrangement.h"

#include <QAbstractItemModel>
#include <QFutureWatcher>
#include <memory>

class QTimer;

namespace unmoor {

/// The entries of an archive as a tree: folders hold what lies in them in the archive's own order, also those that
/// only follow from their files' names. What is missing stands as a ghost at the head of its folder. Or all of it as a
/// list, in the archive's order.
///
/// No call takes long, whatever the archive: rows of large batches come one portion per turn of the event loop, and
/// large trees are put together in a thread. Eight of its public functions are QAbstractItemModel's.
class ArchiveModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Mode, Size, What, Verdict, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, ///< int: theme::State of the verdict; absent before the report
        SymbolRole, ///< QString: name of the theme's symbol
        PathRole, ///< QString: in the archive, as it is; absent for what stands for several entries
        MissingRole, ///< bool: a ghost
        ProblemRole, ///< bool: has a finding of severity error or warning
        InsideStateRole, ///< int: theme::State of the problems in a folder; absent where there are none
        InsideRole, ///< QString: "2 problems", in a folder
        FoldRole, ///< bool: stands for rows that unfold() shows
    };

    explicit ArchiveModel(QObject *parent = nullptr);
    ~ArchiveModel() override;

    void clear();
    /// Rows while the archive is read. Ends with entriesShown().
    void appendEntries(const QList<ArchiveEntry> &batch);
    /// Everything about a read archive, in place of what was appended. Ends with arranged(), for an archive of usual
    /// size before this returns.
    void setInspection(const Inspection &inspection);
    /// Shows other rows. Ends with arranged(), like setInspection(). While an archive is read, the rules wait.
    void setRules(const ArrangementRules &rules);
    const ArrangementRules &rules() const { return m_rules; }
    bool isArranging() const { return m_watcher != nullptr; }

    int entryCount() const { return m_tree->fileCount(); } ///< without folders
    int ghostCount() const { return m_tree->ghostCount(); }
    int problemCount() const { return m_tree->problemCount(); } ///< rows with ProblemRole, shown or not
    const EntryTree &tree() const { return *m_tree; }

    const ArchiveEntry *entryAt(const QModelIndex &index) const; ///< null for ghosts and folders without an entry
    QList<Finding> findingsAt(const QModelIndex &index) const;
    QList<ResolutionStep> chainAt(const QModelIndex &index) const;
    /// Where the entry is shown; unfolds what hides it. Invalid: not in the archive, or not shown by the rules.
    QModelIndex reveal(const QString &path);
    QModelIndex indexOfPath(const QString &path) const; ///< invalid for what is folded away, too
    /// The next (or previous) row with a problem that is shown, from top to bottom, going on at the other end.
    QModelIndex nextProblem(const QModelIndex &from, bool forward) const;
    /// Shows the rows that \a fold stands for in its place.
    void unfold(const QModelIndex &fold);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void entriesShown();
    void arranged();

private:
    /// What a row stands for: a node, a page of a large folder, or the files that are all right at its end.
    struct Row
    {
        enum class Kind { Node, Page, Fold };
        Kind kind = Kind::Node;
        int at = 0; ///< node, or index of the folder
        int page = 0;
    };
    struct Arranged
    {
        std::shared_ptr<const EntryTree> tree;
        EntryArrangement arrangement;
    };

    static Row rowAt(const QModelIndex &index);
    QModelIndex indexOf(int row, int column, Row what) const;
    QModelIndex indexOfNode(int node, int column = Name) const;
    QModelIndex indexOfFolder(int folder) const;
    QModelIndex indexOfPage(int folder, int page) const;
    int rowsIn(int folder) const;
    int rowsInPage(int folder, int page) const;
    QList<int> placeOf(const QModelIndex &index) const;
    QList<int> placeOfNode(int node) const;

    void appendSome();
    void showNodes(int from);
    void showRun(int folder, int from, int count);
    void arrange(std::shared_ptr<const Inspection> inspection);
    void take(Arranged result);
    void stopArranging();
    static void dispose(std::shared_ptr<const EntryTree> tree);

    QVariant nodeData(int node, int role) const;
    QString columnText(int node, int column) const;
    QString whatText(int node) const;
    QString verdictText(int node) const;
    QString nameText(int node) const;
    QVariant pageData(Row page, int column, int role) const;
    QVariant foldData(Row fold, int column, int role) const;

    std::shared_ptr<EntryTree> m_growing; ///< while an archive is read
    std::shared_ptr<const EntryTree> m_tree;
    EntryArrangement m_arrangement;
    ArrangementRules m_rules; ///< that are wanted
    QList<QList<ArchiveEntry>> m_queue;
    qsizetype m_queueAt = 0; ///< in its first batch
    QTimer *m_turn;
    QFutureWatcher<Arranged> *m_watcher = nullptr; ///< while a thread works
    bool m_makesTree = false; ///< what it works on is a new archive
    int m_cutFolder = -1; ///< while its fold is replaced: shows m_cutRow rows
    int m_cutRow = 0;
    std::stop_source m_stop;
};

} // namespace unmoor
