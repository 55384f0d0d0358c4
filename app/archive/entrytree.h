// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/inspection.h"

#include <QHash>
#include <map>

namespace unmoor {

/// What has a row of its own: an entry, a folder that only follows from its files' names, or a ghost. Archives hold a
/// million of them, so names are looked up where they stand.
struct EntryNode
{
    const ArchiveEntry *entry = nullptr; ///< null: a ghost, or a folder without an entry
    int parent = 0; ///< index of the folder that it lies in
    int folder = -1; ///< its own index, where things lie in it
    int ghost = -1; ///< index into LayoutReport::missing
    int worst = -1; ///< index of its worst finding
};

/// A place that entries lie in. The first is the archive itself.
struct EntryFolder
{
    QStringView path;
    int node = -1;
    int parent = 0;
    int depth = 0; ///< of what lies in it
    int files = 0; ///< below it, at any depth
    int problems = 0; ///< below it, at any depth
    bool hasErrors = false; ///< among these problems
};

/// The entries of an archive, put into their folders, with the findings about each. Grows while an archive is read; one
/// made from an inspection is complete, does not change, and may be read by other threads.
class EntryTree
{
public:
    /// Deeper folders are no longer taken apart: their entries stand with the rest of their path as their name.
    static constexpr int mostDepth = 48;

    EntryTree();
    explicit EntryTree(const Inspection &inspection);
    EntryTree(const EntryTree &) = delete; // nodes point into it
    EntryTree &operator=(const EntryTree &) = delete;

    /// New nodes come last; the entry of a folder that is known already goes to its node.
    void append(const QList<ArchiveEntry> &batch, qsizetype from, qsizetype count);

    bool isJudged() const { return m_isJudged; }
    int nodeCount() const { return int(m_nodes.size()); }
    const EntryNode &node(int node) const { return m_nodes[node]; }
    int folderCount() const { return int(m_folders.size()); }
    const EntryFolder &folder(int folder) const { return m_folders[folder]; }
    bool isFolder(int node) const;
    bool isProblem(int node) const;
    /// A file whose content is not known whole, since the archive breaks off in it or before it.
    bool isCutShort(int node) const;
    QStringView path(int node) const; ///< as it is
    QStringView name(int node) const; ///< as it is; empty where the archive has "//"
    int nodeOfPath(QStringView path) const; ///< -1: none

    const Finding *worstFinding(int node) const;
    QList<Finding> findings(int node) const;
    /// Findings that belong to no node: the stream's, or of a path that is not here.
    const QList<Finding> &findingsOfWhole() const { return m_findingsOfWhole; }

    int fileCount() const { return m_folders.first().files; }
    int ghostCount() const { return int(m_report.missing.size()); }
    int problemCount() const { return m_folders.first().problems; }
    bool hasErrors() const { return m_hasErrors; } ///< anywhere, of the whole too
    bool hasWarnings() const { return m_hasWarnings; }
    QList<ResolutionStep> chain(int node) const { return m_chains.value(path(node).toString()); }
    /// The program that a launcher starts, as far as the chains tell; empty: not known.
    QString startedBy(int node) const;

private:
    struct FindingRange
    {
        int first = 0; ///< into m_findingOrder
        int count = 0;
    };

    void appendEntry(const ArchiveEntry &entry);
    int addNode(const EntryNode &node);
    int folderOf(QStringView path, qsizetype nameAt);
    int knownFolder(int parent, QStringView name) const;
    int addFolder(int parent, QStringView name, QStringView path, const ArchiveEntry *entry);
    void addGhosts();
    void attachFindings();
    void countProblems();
    void noteLaunchers();

    QList<QList<ArchiveEntry>> m_batches; ///< kept, because nodes point into them
    LayoutReport m_report;
    QMap<QString, QList<ResolutionStep>> m_chains;
    QList<EntryNode> m_nodes;
    QList<EntryFolder> m_folders;
    /// A tree and no hash: growing a large hash would stop the window for a moment.
    std::map<std::pair<int, QStringView>, int> m_folderByName;
    int m_latestFolder = 0;
    QList<int> m_findingOrder; ///< indexes of findings, by path
    QHash<int, FindingRange> m_findingsOfNode;
    QList<Finding> m_findingsOfWhole;
    QHash<QString, QString> m_launchers; ///< from the launcher's path or name to what it starts
    bool m_isJudged = false;
    bool m_breaksOff = false;
    bool m_hasErrors = false;
    bool m_hasWarnings = false;
};

} // namespace unmoor
