// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/entrytree.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QStringView lastPart(QStringView path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

/// Where reading ended, and not what is wrong with the entry that it names: that is the last one which is whole.
bool isAboutTheStream(const Finding &finding)
{
    return finding.code.startsWith("stream-"_L1) || finding.code == "limit-reached"_L1;
}

} // namespace

EntryTree::EntryTree()
    : m_folders{EntryFolder{}}
{
}

EntryTree::EntryTree(const Inspection &inspection)
    : m_report(inspection.report)
    , m_chains(inspection.chains)
    , m_folders{EntryFolder{}}
{
    const QList<ArchiveEntry> &entries = inspection.contents.entries;
    m_nodes.reserve(entries.size() + m_report.missing.size());
    append(entries, 0, entries.size());
    m_breaksOff = std::ranges::any_of(m_report.findings, isAboutTheStream);
    addGhosts();
    attachFindings();
    countProblems();
    noteLaunchers();
    m_isJudged = true;
}

void EntryTree::append(const QList<ArchiveEntry> &batch, qsizetype from, qsizetype count)
{
    if (m_batches.isEmpty() || m_batches.last().constData() != batch.constData())
        m_batches.append(batch);
    for (qsizetype i = from; i < from + count; ++i)
        appendEntry(m_batches.last().at(i));
}

void EntryTree::appendEntry(const ArchiveEntry &entry)
{
    const QStringView path = entry.path;
    const qsizetype nameAt = path.lastIndexOf(u'/') + 1;
    const int parent = folderOf(path, nameAt);
    const EntryFolder &in = m_folders[parent];
    if (entry.type == ArchiveEntry::Type::Directory && in.depth < mostDepth) {
        const QStringView name = path.sliced(nameAt);
        const int known = knownFolder(parent, name);
        if (known < 0) {
            addFolder(parent, name, path, &entry);
            return;
        }
        if (EntryNode &node = m_nodes[m_folders[known].node]; !node.entry) {
            node.entry = &entry;
            return;
        }
    }
    addNode({.entry = &entry, .parent = parent});
    if (entry.type != ArchiveEntry::Type::Directory) {
        for (int up = parent; up != 0; up = m_folders[up].parent)
            ++m_folders[up].files;
        ++m_folders.first().files;
    }
}

int EntryTree::addNode(const EntryNode &node)
{
    m_nodes.append(node);
    return int(m_nodes.size()) - 1;
}

/// The folder that holds what begins at \a nameAt; it and those around it are made where they are not known yet.
int EntryTree::folderOf(QStringView path, qsizetype nameAt)
{
    if (nameAt == 0)
        return 0;
    if (m_latestFolder != 0 && m_folders[m_latestFolder].path == path.first(nameAt - 1))
        return m_latestFolder;
    int folder = 0;
    qsizetype at = 0;
    while (at < nameAt && m_folders[folder].depth < mostDepth) {
        const qsizetype end = path.indexOf(u'/', at);
        const QStringView name = path.sliced(at, end - at);
        const int known = knownFolder(folder, name);
        folder = known >= 0 ? known : addFolder(folder, name, path.first(end), nullptr);
        at = end + 1;
    }
    m_latestFolder = folder;
    return folder;
}

int EntryTree::knownFolder(int parent, QStringView name) const
{
    const auto found = m_folderByName.find({parent, name});
    return found == m_folderByName.end() ? -1 : found->second;
}

int EntryTree::addFolder(int parent, QStringView name, QStringView path, const ArchiveEntry *entry)
{
    const int folder = int(m_folders.size());
    const int node = addNode({.entry = entry, .parent = parent, .folder = folder});
    m_folders.append({.path = path, .node = node, .parent = parent, .depth = m_folders[parent].depth + 1});
    m_folderByName.emplace(std::pair(parent, name), folder);
    return folder;
}

/// What is missing stands in the nearest folder that is there.
void EntryTree::addGhosts()
{
    for (int i = 0; i < m_report.missing.size(); ++i) {
        const QStringView path = m_report.missing[i];
        int folder = 0;
        for (qsizetype at = 0, end = 0; (end = path.indexOf(u'/', at)) >= 0; at = end + 1) {
            const int next = knownFolder(folder, path.sliced(at, end - at));
            if (next < 0)
                break;
            folder = next;
        }
        addNode({.parent = folder, .ghost = i});
    }
}

/// Among entries of one path the last wins when unpacked, but the first is where a person looks.
void EntryTree::attachFindings()
{
    const QList<Finding> &findings = m_report.findings;
    m_findingOrder.resize(findings.size());
    for (int i = 0; i < findings.size(); ++i)
        m_findingOrder[i] = i;
    const auto keyOf = [&](int i) {
        return isAboutTheStream(findings[i]) ? QStringView() : QStringView(findings[i].path);
    };
    std::ranges::stable_sort(m_findingOrder, {}, keyOf);

    QHash<QStringView, FindingRange> byPath;
    for (int i = 0; i < m_findingOrder.size(); ++i) {
        const Finding &finding = findings[m_findingOrder[i]];
        m_hasErrors |= finding.severity == Severity::Error;
        m_hasWarnings |= finding.severity == Severity::Warning;
        FindingRange &range = byPath[keyOf(m_findingOrder[i])];
        if (range.count++ == 0)
            range.first = i;
    }
    for (int node = 0; node < m_nodes.size() && !byPath.isEmpty(); ++node) {
        const auto found = byPath.constFind(path(node));
        if (found == byPath.cend())
            continue;
        if (!found.key().isEmpty()) {
            m_findingsOfNode.insert(node, *found);
            for (int i = found->first; i < found->first + found->count; ++i) {
                int &worst = m_nodes[node].worst;
                if (worst < 0 || findings[m_findingOrder[i]].severity < findings[worst].severity)
                    worst = m_findingOrder[i];
            }
            byPath.erase(found);
        }
    }
    QList<int> rest;
    for (const FindingRange &range : std::as_const(byPath))
        rest += m_findingOrder.sliced(range.first, range.count);
    std::ranges::sort(rest);
    for (const int i : std::as_const(rest))
        m_findingsOfWhole.append(findings[i]);
}

void EntryTree::countProblems()
{
    for (int id = 0; id < m_nodes.size(); ++id) {
        if (!isProblem(id))
            continue;
        const Finding *worst = worstFinding(id);
        const bool isError = worst ? worst->severity == Severity::Error : m_nodes[id].ghost >= 0;
        for (int up = m_nodes[id].parent;; up = m_folders[up].parent) {
            ++m_folders[up].problems;
            m_folders[up].hasErrors |= isError;
            if (up == 0)
                break;
        }
    }
}

/// A chain whose paths come from a launcher ("LD_LIBRARY_PATH of main") belongs to what this launcher starts. A
/// launcher of several programs says nothing.
void EntryTree::noteLaunchers()
{
    const QLatin1StringView of(" of ");
    for (const auto &[program, steps] : m_chains.asKeyValueRange()) {
        for (const ResolutionStep &step : steps) {
            const qsizetype at = step.via.lastIndexOf(of);
            if (at < 0)
                continue;
            QString &started = m_launchers[step.via.sliced(at + of.size())];
            started = started.isEmpty() || started == program ? program : u"/"_s;
        }
    }
}

QString EntryTree::startedBy(int node) const
{
    const ArchiveEntry *entry = m_nodes[node].entry;
    if (!entry || !entry->content || entry->content->text.isEmpty())
        return {};
    if (const QList<ResolutionStep> own = chain(node); !own.isEmpty())
        return own.first().path;
    QString started = m_launchers.value(entry->path);
    if (started.isEmpty())
        started = m_launchers.value(lastPart(entry->path).toString());
    return started == entry->path || started == "/"_L1 ? QString() : started;
}

bool EntryTree::isFolder(int node) const
{
    const EntryNode &n = m_nodes[node];
    return n.folder >= 0 || (n.entry && n.entry->type == ArchiveEntry::Type::Directory);
}

bool EntryTree::isProblem(int node) const
{
    const Finding *worst = worstFinding(node);
    return isCutShort(node) || (worst ? worst->severity != Severity::Info : m_nodes[node].ghost >= 0);
}

bool EntryTree::isCutShort(int node) const
{
    const ArchiveEntry *entry = m_nodes[node].entry;
    return m_breaksOff && entry && entry->type == ArchiveEntry::Type::File && entry->sha256.isEmpty();
}

QStringView EntryTree::path(int node) const
{
    const EntryNode &n = m_nodes[node];
    if (n.folder >= 0)
        return m_folders[n.folder].path;
    return n.entry ? QStringView(n.entry->path) : QStringView(m_report.missing[n.ghost]);
}

QStringView EntryTree::name(int node) const
{
    const QStringView whole = path(node);
    const int parent = m_nodes[node].parent;
    return parent == 0 ? whole : whole.sliced(std::min(whole.size(), m_folders[parent].path.size() + 1));
}

int EntryTree::nodeOfPath(QStringView wanted) const
{
    int parent = 0;
    qsizetype at = 0;
    while (m_folders[parent].depth < mostDepth) {
        const qsizetype slash = wanted.indexOf(u'/', at);
        const int next = knownFolder(parent, wanted.sliced(at, (slash < 0 ? wanted.size() : slash) - at));
        if (slash < 0 && next >= 0)
            return m_folders[next].node;
        if (slash < 0 || next < 0)
            break;
        parent = next;
        at = slash + 1;
    }
    const EntryNode *nodes = m_nodes.constData();
    for (int node = 0, count = nodeCount(); node < count; ++node) {
        if (nodes[node].parent == parent && path(node) == wanted)
            return node;
    }
    return -1;
}

const Finding *EntryTree::worstFinding(int node) const
{
    const int worst = m_nodes[node].worst;
    return worst < 0 ? nullptr : &m_report.findings[worst];
}

QList<Finding> EntryTree::findings(int node) const
{
    QList<Finding> found;
    const FindingRange range = m_findingsOfNode.value(node);
    for (int i = range.first; i < range.first + range.count; ++i)
        found.append(m_report.findings[m_findingOrder[i]]);
    return found;
}

} // namespace unmoor
