// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/entryarrangement.h"

#include <algorithm>

namespace unmoor {

namespace {

constexpr int stopEvery = 1 << 12; ///< nodes between two looks at the stop token
constexpr int neverFolded = 4; ///< rows at the head of a folder
constexpr int leastFolded = 6;

bool matches(const EntryTree &tree, int node, const ArrangementRules &rules)
{
    if (rules.problemsOnly && !tree.isProblem(node))
        return false;
    return rules.needle.isEmpty()
        || (rules.inArchiveOrder ? tree.path(node) : tree.name(node)).contains(rules.needle, Qt::CaseInsensitive);
}

/// Marks \a node and the folders around it.
void markWithFolders(const EntryTree &tree, int node, QList<bool> &marks)
{
    while (node >= 0 && !marks[node]) {
        marks[node] = true;
        node = tree.folder(tree.node(node).parent).node;
    }
}

/// Folders that got their entry late stand before it otherwise.
void sortAsArchived(const EntryTree &tree, QList<int> &nodes)
{
    std::ranges::stable_sort(nodes, std::less<>(), [&](int node) { return tree.node(node).entry; });
}

} // namespace

EntryArrangement::EntryArrangement(const EntryTree &tree, const ArrangementRules &rules, std::stop_token stop)
    : m_rules(rules)
{
    selectNodes(tree, stop);
    if (stop.stop_requested())
        return;
    listProblems(tree);
    notePages(tree);
    noteFolds(tree);
}

void EntryArrangement::selectNodes(const EntryTree &tree, std::stop_token stop)
{
    const int count = tree.nodeCount();
    QList<bool> marks(count, false);
    for (int node = 0; node < count; ++node) {
        if (node % stopEvery == 0 && stop.stop_requested())
            return;
        if (!matches(tree, node, m_rules))
            continue;
        if (m_rules.inArchiveOrder)
            marks[node] = tree.node(node).entry || tree.node(node).ghost >= 0;
        else
            markWithFolders(tree, node, marks);
    }
    m_nodes.resize(tree.folderCount());
    m_rows.fill(-1, count);
    // Ghosts are the last nodes, and stand first.
    const int firstGhost = count - tree.ghostCount();
    for (int i = 0; i < count; ++i) {
        const int node = (i + firstGhost) % count;
        if (marks[node])
            m_nodes[parentOf(tree, node)].append(node);
    }
    if (m_rules.inArchiveOrder)
        sortAsArchived(tree, m_nodes.first());
    for (const QList<int> &nodes : std::as_const(m_nodes)) {
        for (int row = 0; row < nodes.size(); ++row)
            m_rows[nodes[row]] = row;
    }
}

void EntryArrangement::listProblems(const EntryTree &tree)
{
    struct Place
    {
        int folder;
        qsizetype row;
    };
    QList<Place> stack{{0, 0}};
    while (!stack.isEmpty()) {
        Place &place = stack.last();
        if (place.row == m_nodes[place.folder].size()) {
            stack.removeLast();
            continue;
        }
        const int node = m_nodes[place.folder][place.row++];
        if (tree.isProblem(node))
            m_problems.append(node);
        if (const int folder = tree.node(node).folder; folder >= 0 && !m_rules.inArchiveOrder)
            stack.append({folder, 0});
    }
}

void EntryArrangement::notePages(const EntryTree &tree)
{
    const auto note = [&](int node, int problems, bool hasErrors) {
        const int row = m_rows[node];
        if (row < mostRows || problems == 0)
            return;
        Page &page = m_pages[{parentOf(tree, node), row / mostRows - 1}];
        page.problems += problems;
        page.hasErrors |= hasErrors;
    };
    for (const int node : std::as_const(m_problems)) {
        const Finding *worst = tree.worstFinding(node);
        note(node, 1, !worst || worst->severity == Severity::Error);
    }
    for (int folder = 1; folder < tree.folderCount() && !m_rules.inArchiveOrder; ++folder) {
        const EntryFolder &inside = tree.folder(folder);
        if (m_rows[inside.node] >= 0)
            note(inside.node, inside.problems, inside.hasErrors);
    }
}

void EntryArrangement::noteFolds(const EntryTree &tree)
{
    if (!m_rules.showsAll() || m_rules.inArchiveOrder || m_problems.isEmpty())
        return;
    for (int folder = 1; folder < m_nodes.size(); ++folder) {
        const QList<int> &nodes = m_nodes[folder];
        if (nodes.size() > mostRows)
            continue;
        qsizetype first = nodes.size();
        while (first > neverFolded && !tree.isFolder(nodes[first - 1]) && !tree.worstFinding(nodes[first - 1]))
            --first;
        if (nodes.size() - first >= leastFolded)
            m_folds.insert(folder, int(first));
    }
}

int EntryArrangement::parentOf(const EntryTree &tree, int node) const
{
    return m_rules.inArchiveOrder ? 0 : tree.node(node).parent;
}

const QList<int> &EntryArrangement::nodesIn(int folder) const
{
    static const QList<int> none;
    return folder < m_nodes.size() ? m_nodes[folder] : none;
}

void EntryArrangement::append(const EntryTree &tree, int node)
{
    const int parent = tree.node(node).parent;
    if (m_nodes.size() <= parent)
        m_nodes.resize(parent + 1);
    if (m_rows.size() <= node)
        m_rows.resize(node + 1, -1);
    m_rows[node] = int(m_nodes[parent].size());
    m_nodes[parent].append(node);
}

} // namespace unmoor
