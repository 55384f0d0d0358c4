// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivemodel.h"

#include "archive/entrytext.h"
#include "build/ansitext.h"
#include "core/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString folderOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? QString() : path.left(slash);
}

QString lastPart(const QString &path)
{
    const QString part = withVisibleSigns(path.sliced(path.lastIndexOf(u'/') + 1));
    return part.isEmpty() ? u"/"_s : part;
}

} // namespace

void ArchiveModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_nodes = {Node{.isFolder = true}};
    m_byPath.clear();
    m_findings.clear();
    m_findingsOfWhole.clear();
    m_entryCount = m_problemCount = 0;
    m_hasReport = false;
    endResetModel();
}

void ArchiveModel::setInspection(const Inspection &inspection)
{
    clear();
    appendEntries(inspection.contents.entries);
    setReport(inspection.report);
}

/// Neighbors of one folder are inserted in one go, since archives hold thousands of them in a row.
void ArchiveModel::appendEntries(const QList<ArchiveEntry> &batch)
{
    QList<Node> pending;
    QString pendingFolder;
    const auto flush = [&] {
        if (pending.isEmpty())
            return;
        const int parent = folderNode(pendingFolder);
        insertNodes(parent, std::exchange(pending, {}), int(m_nodes[parent].children.size()));
    };
    for (const ArchiveEntry &entry : batch) {
        const int at = int(m_entries.size());
        m_entries.append(entry);
        const bool isFolder = entry.type == ArchiveEntry::Type::Directory;
        if (isFolder) {
            flush();
            if (takeKnownFolder(entry, at))
                continue;
        }
        if (const QString folder = folderOf(entry.path); folder != pendingFolder) {
            flush();
            pendingFolder = folder;
        }
        pending.append({.name = lastPart(entry.path), .path = entry.path, .entry = at, .isFolder = isFolder});
    }
    flush();
}

/// A folder that followed from the names of its files gets its own entry late.
bool ArchiveModel::takeKnownFolder(const ArchiveEntry &entry, int at)
{
    const int known = m_byPath.value(entry.path, -1);
    if (known < 0 || !m_nodes[known].isFolder || m_nodes[known].entry >= 0)
        return false;
    m_nodes[known].entry = at;
    Q_EMIT dataChanged(indexOfNode(known), indexOfNode(known, ColumnCount - 1));
    return true;
}

int ArchiveModel::folderNode(const QString &path)
{
    if (path.isEmpty())
        return 0;
    if (const int known = m_byPath.value(path, -1); known >= 0 && m_nodes[known].isFolder)
        return known;
    const int parent = folderNode(folderOf(path));
    insertNodes(parent, {{.name = lastPart(path), .path = path, .isFolder = true}},
                int(m_nodes[parent].children.size()));
    return int(m_nodes.size()) - 1;
}

void ArchiveModel::insertNodes(int parent, QList<Node> nodes, int row)
{
    const int first = int(m_nodes.size());
    beginInsertRows(indexOfNode(parent), row, row + int(nodes.size()) - 1);
    QList<int> ids;
    for (Node &node : nodes) {
        const int id = int(m_nodes.size());
        node.parent = parent;
        node.row = row + int(ids.size());
        ids.append(id);
        // A folder takes the place of a file of the same path, because more will lie in it.
        if (!m_byPath.contains(node.path) || (node.isFolder && !m_nodes[m_byPath[node.path]].isFolder))
            m_byPath[node.path] = id;
        m_nodes.append(std::move(node));
    }
    QList<int> &children = m_nodes[parent].children;
    if (row == children.size()) {
        children += ids;
    } else {
        for (qsizetype i = 0; i < ids.size(); ++i)
            children.insert(row + i, ids[i]);
        for (qsizetype i = row; i < children.size(); ++i)
            m_nodes[children[i]].row = int(i);
    }
    endInsertRows();
    for (int id = first; id < m_nodes.size(); ++id)
        countFile(id);
}

void ArchiveModel::countFile(int node)
{
    if (m_nodes[node].isFolder || m_nodes[node].isMissing)
        return;
    ++m_entryCount;
    for (int up = m_nodes[node].parent; up != 0; up = m_nodes[up].parent)
        ++m_nodes[up].files;
}

void ArchiveModel::addMissing(const QString &path)
{
    QString folder = folderOf(path);
    while (!folder.isEmpty() && !(m_byPath.contains(folder) && m_nodes[m_byPath[folder]].isFolder))
        folder = folderOf(folder);
    const int parent = folder.isEmpty() ? 0 : m_byPath[folder];
    const QString name = folder.isEmpty() ? path : path.sliced(folder.size() + 1);
    int row = 0;
    const QList<int> &children = m_nodes[parent].children;
    while (row < children.size() && m_nodes[children[row]].isMissing)
        ++row;
    insertNodes(parent, {{.name = withVisibleSigns(name), .path = path, .isMissing = true}}, row);
}

void ArchiveModel::setReport(const LayoutReport &report)
{
    for (const QString &path : report.missing)
        addMissing(path);
    attachFindings(report);
    m_hasReport = true;
    m_problemCount = int(std::ranges::count_if(m_nodes, [this](const Node &node) { return isProblem(node); }));
    for (int id = 0; id < m_nodes.size(); ++id) {
        const QList<int> &children = m_nodes[id].children;
        if (!children.isEmpty())
            Q_EMIT dataChanged(indexOfNode(children.first()), indexOfNode(children.last(), ColumnCount - 1));
    }
}

void ArchiveModel::attachFindings(const LayoutReport &report)
{
    for (const Finding &finding : report.findings) {
        // Among entries of one path the last wins when unpacked, but the first is where a person looks.
        const int node = finding.path.isEmpty() ? -1 : m_byPath.value(finding.path, -1);
        if (node < 0 || finding.code.startsWith("stream-"_L1)) {
            m_findingsOfWhole.append(finding);
            continue;
        }
        m_nodes[node].findings.append(int(m_findings.size()));
        m_findings.append(finding);
    }
}

const ArchiveEntry *ArchiveModel::entryAt(const QModelIndex &index) const
{
    const int entry = m_nodes[nodeOf(index)].entry;
    return entry < 0 ? nullptr : &m_entries[entry];
}

QList<Finding> ArchiveModel::findingsAt(const QModelIndex &index) const
{
    QList<Finding> findings;
    if (index.isValid()) {
        for (const int finding : m_nodes[nodeOf(index)].findings)
            findings.append(m_findings[finding]);
    }
    return findings;
}

QModelIndex ArchiveModel::indexOfPath(const QString &path) const
{
    const int node = m_byPath.value(path, -1);
    return node < 0 ? QModelIndex() : indexOfNode(node);
}

QModelIndex ArchiveModel::nextProblem(const QModelIndex &from, bool forward) const
{
    QList<int> order; // problems, and where we are among them
    const int here = nodeOf(from);
    const auto walk = [&](auto &&self, int node) -> void {
        for (const int child : m_nodes[node].children) {
            if (child == here || isProblem(m_nodes[child]))
                order.append(child);
            self(self, child);
        }
    };
    walk(walk, 0);
    const qsizetype at = from.isValid() ? order.indexOf(here) : (forward ? -1 : order.size());
    for (qsizetype step = 1; step <= order.size(); ++step) {
        const qsizetype next = (at + (forward ? step : -step) + 2 * order.size()) % order.size();
        if (isProblem(m_nodes[order[next]]))
            return indexOfNode(order[next]);
    }
    return {};
}

QModelIndex ArchiveModel::indexOfNode(int node, int column) const
{
    return node == 0 ? QModelIndex() : createIndex(m_nodes[node].row, column, quintptr(node));
}

QModelIndex ArchiveModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(m_nodes[nodeOf(parent)].children[row]));
}

QModelIndex ArchiveModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOfNode(m_nodes[nodeOf(index)].parent) : QModelIndex();
}

int ArchiveModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(m_nodes[nodeOf(parent)].children.size());
}

int ArchiveModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ArchiveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Size)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return QAbstractItemModel::headerData(section, orientation, role);
    switch (section) {
    case Name:
        return tr("Name");
    case Mode:
        return tr("Mode");
    case Size:
        return tr("Size");
    case What:
        return tr("What it is");
    case Verdict:
        return tr("Verdict");
    default:
        return {};
    }
}

QVariant ArchiveModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = m_nodes[nodeOf(index)];
    switch (role) {
    case Qt::DisplayRole:
        return columnText(node, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Size ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (const Finding *worst = worstFinding(node))
            return worst->message;
        return index.column() == Name ? withVisibleSigns(node.path) : columnText(node, index.column());
    default:
        return nameData(node, role);
    }
}

QVariant ArchiveModel::nameData(const Node &node, int role) const
{
    const Finding *worst = worstFinding(node);
    const theme::State plain = node.isMissing ? theme::State::Error : theme::State::Done;
    const theme::State state = worst ? stateOf(worst->severity) : plain;
    switch (role) {
    case Qt::AccessibleTextRole: {
        QStringList parts{node.name, whatText(node)};
        if (m_hasReport)
            parts << theme::stateWord(state) << verdictText(node);
        return parts.join(u", "_s);
    }
    case StateRole:
        return m_hasReport ? QVariant(int(state)) : QVariant();
    case SymbolRole:
        return node.isFolder ? u"folder"_s : node.entry < 0 ? u"file"_s : symbolOf(m_entries[node.entry]);
    case PathRole:
        return node.path;
    case MissingRole:
        return node.isMissing;
    case ProblemRole:
        return isProblem(node);
    default:
        return {};
    }
}

QString ArchiveModel::columnText(const Node &node, int column) const
{
    const ArchiveEntry *entry = node.entry < 0 ? nullptr : &m_entries[node.entry];
    switch (column) {
    case Name:
        return node.name;
    case Mode:
        return entry ? modeColumnText(*entry) : QString();
    case Size:
        return entry && entry->type == ArchiveEntry::Type::File ? formatBytes(entry->size) : QString();
    case What:
        return whatText(node);
    case Verdict:
        return verdictText(node);
    default:
        return {};
    }
}

QString ArchiveModel::whatText(const Node &node) const
{
    if (node.isMissing)
        return tr("required by the layout");
    if (node.isFolder)
        return node.files == 1 ? tr("1 file") : tr("%1 files").arg(node.files);
    return describeEntry(m_entries[node.entry]);
}

QString ArchiveModel::verdictText(const Node &node) const
{
    if (!m_hasReport)
        return {};
    const Finding *worst = worstFinding(node);
    return worst ? shortVerdict(*worst) : node.isMissing ? tr("missing") : tr("ok");
}

const Finding *ArchiveModel::worstFinding(const Node &node) const
{
    const Finding *worst = nullptr;
    for (const int at : node.findings) {
        if (!worst || m_findings[at].severity < worst->severity)
            worst = &m_findings[at];
    }
    return worst;
}

bool ArchiveModel::isProblem(const Node &node) const
{
    const Finding *worst = worstFinding(node);
    return node.isMissing || (worst && worst->severity != Severity::Info);
}

} // namespace unmoor
