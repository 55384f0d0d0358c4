// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/entrytree.h"

namespace unmoor {

/// Which nodes of an EntryTree are shown, and how.
struct ArrangementRules
{
    bool inArchiveOrder = false; ///< as one list with whole paths; otherwise by folder
    bool problemsOnly = false; ///< with the folders around them
    QString needle; ///< names that hold it, whatever their case; paths in a list

    bool showsAll() const { return !problemsOnly && needle.isEmpty(); }
    bool operator==(const ArrangementRules &) const = default;
};

/// The rows of an EntryTree by some rules. Making one of a million entries takes a while: do it in a thread.
///
/// A view lays out everything in an open folder at once, so that no row may have more than mostRows below it: of a
/// larger folder the first stand as they are, the rest in pages.
class EntryArrangement
{
public:
    static constexpr int mostRows = 4000;

    /// What is to be seen of the rows in a page, which is closed at first.
    struct Page
    {
        int problems = 0;
        bool hasErrors = false;
    };

    EntryArrangement() = default;
    EntryArrangement(const EntryTree &tree, const ArrangementRules &rules, std::stop_token stop = {});

    const ArrangementRules &rules() const { return m_rules; }
    int rowOf(int node) const { return node < m_rows.size() ? m_rows[node] : -1; } ///< in its parent; -1: not shown
    int parentOf(const EntryTree &tree, int node) const; ///< index of the folder
    const QList<int> &nodesIn(int folder) const;
    /// Problems that are shown, from top to bottom.
    const QList<int> &problems() const { return m_problems; }
    Page page(int folder, int page) const { return m_pages.value({folder, page}); }

    /// Where the end of a folder holds nothing but files that are all right, and something else needs to be seen: the
    /// first row that can be folded away. -1: none.
    int foldOf(int folder) const { return m_folds.value(folder, -1); }
    void unfold(int folder) { m_folds.remove(folder); }

    /// Shows \a node, which is new, as the last in its folder.
    void append(const EntryTree &tree, int node);

private:
    void selectNodes(const EntryTree &tree, std::stop_token stop);
    void listProblems(const EntryTree &tree);
    void notePages(const EntryTree &tree);
    void noteFolds(const EntryTree &tree);

    ArrangementRules m_rules;
    QList<QList<int>> m_nodes; ///< by folder
    QList<int> m_rows; ///< by node
    QList<int> m_problems;
    QHash<std::pair<int, int>, Page> m_pages; ///< those with problems
    QHash<int, int> m_folds;
};

} // namespace unmoor
