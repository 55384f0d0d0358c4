// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/sizebreakdown.h"

#include "app/archive/entrypath.h"
#include "app/archive/filekind.h"
#include "app/core/format.h"
#include "app/core/words.h"

#include <QHash>
#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int mostLevels = 24; ///< deeper folders become part of a name: a hostile path may have very many
constexpr int mostLargest = 20;

struct Node
{
    SizePart part;
    QList<int> children;
    bool isFolder = true;
};

bool isLarger(const SizePart &a, const SizePart &b)
{
    return a.bytes != b.bytes ? a.bytes > b.bytes : a.path < b.path;
}

/// Adds files to a tree of folders, then turns it into parts.
class Adder
{
public:
    explicit Adder(const ArchiveContents &contents)
        : m_contents(contents)
    {
        m_nodes.append(Node{.part = {.name = contents.fileName.section(u'/', -1), .kind = u"folder"_s}});
    }

    SizeBreakdown run(int mostParts)
    {
        findCopies();
        for (const ArchiveEntry *entry : std::as_const(m_files))
            addFile(*entry);
        std::ranges::sort(m_breakdown.largest, isLarger);
        // Children come after their folder, so from the end every folder is reached with its parts complete.
        for (qsizetype at = m_nodes.size() - 1; at >= 0; --at)
            gather(m_nodes[at], mostParts);
        m_breakdown.whole = std::move(m_nodes.first().part);
        return std::move(m_breakdown);
    }

private:
    /// Of the entries of one path the last is what extraction keeps; of links nothing takes room.
    void findCopies()
    {
        QHash<QString, qsizetype> byPath;
        for (const ArchiveEntry &entry : m_contents.entries) {
            if (entry.type != ArchiveEntry::Type::File)
                continue;
            const QString path = placedParts(entry.path).join(u'/');
            if (path.isEmpty())
                continue;
            if (const auto known = byPath.constFind(path); known != byPath.constEnd()) {
                m_files[*known] = &entry;
                continue;
            }
            byPath.insert(path, m_files.size());
            m_files.append(&entry);
        }
        for (const ArchiveEntry *entry : std::as_const(m_files))
            if (!entry->sha256.isEmpty() && entry->size > 0)
                ++m_copies[entry->sha256];
        for (const ArchiveEntry *entry : std::as_const(m_files))
            if (m_copies.value(entry->sha256) > 1 && std::exchange(m_seen[entry->sha256], true))
                m_breakdown.duplicateBytes += entry->size;
    }

    void addFile(const ArchiveEntry &entry)
    {
        const QStringList parts = placedParts(entry.path);
        const qsizetype folders = std::min<qsizetype>(parts.size() - 1, mostLevels);
        int parent = 0;
        for (qsizetype level = 0; level < folders; ++level)
            parent = folder(parent, parts[level], parts.first(level + 1));
        SizePart part{.name = parts.sliced(folders).join(u'/'),
                      .path = parts.join(u'/'),
                      .bytes = entry.size,
                      .kind = fileKindName(fileKind(entry)),
                      .isDuplicate = m_copies.value(entry.sha256) > 1,
                      .symbolBytes = entry.binary() ? std::min(entry.binary()->symbolBytes(), entry.size) : 0};
        m_breakdown.symbolBytes += part.symbolBytes;
        keepIfLarge(part);
        m_nodes[parent].children.append(int(m_nodes.size()));
        m_nodes.append(Node{.part = std::move(part), .isFolder = false});
    }

    void keepIfLarge(const SizePart &part)
    {
        QList<SizePart> &largest = m_breakdown.largest;
        const auto smallest = std::ranges::max_element(largest, isLarger);
        if (largest.size() < mostLargest)
            largest.append(part);
        else if (isLarger(part, *smallest))
            *smallest = part;
    }

    int folder(int parent, const QString &name, const QStringList &parts)
    {
        int &known = m_folders[{parent, name}];
        if (known == 0) {
            known = int(m_nodes.size());
            m_nodes[parent].children.append(known);
            m_nodes.append(Node{.part = {.name = name, .path = parts.join(u'/'), .kind = u"folder"_s}});
        }
        return known;
    }

    void gather(Node &node, int mostParts)
    {
        if (!node.isFolder)
            return;
        for (const int child : std::as_const(node.children)) {
            SizePart &part = m_nodes[child].part;
            node.part.bytes += part.bytes;
            node.part.symbolBytes += part.symbolBytes;
            node.part.parts.append(std::move(part));
        }
        std::ranges::sort(node.part.parts, isLarger);
        if (node.part.parts.size() > mostParts)
            joinSmall(node.part.parts, std::max(mostParts - 1, 0));
    }

    static void joinSmall(QList<SizePart> &parts, int kept)
    {
        const QString many = Words::tr("%1 smaller parts");
        SizePart rest{.name = counted(parts.size() - kept, Words::tr("1 smaller part"), many), .kind = u"other"_s};
        for (qsizetype i = kept; i < parts.size(); ++i) {
            rest.bytes += parts[i].bytes;
            rest.symbolBytes += parts[i].symbolBytes;
        }
        parts.resize(kept);
        parts.append(rest);
    }

    const ArchiveContents &m_contents;
    QList<const ArchiveEntry *> m_files;
    QHash<QByteArray, int> m_copies; ///< of each content
    QHash<QByteArray, bool> m_seen;
    QList<Node> m_nodes;
    QHash<std::pair<int, QString>, int> m_folders; ///< by parent and name
    SizeBreakdown m_breakdown;
};

QJsonObject partToJson(const SizePart &part)
{
    return {{u"path"_s, part.path.isEmpty() ? QJsonValue() : QJsonValue(part.path)},
            {u"name"_s, part.name},
            {u"bytes"_s, part.bytes},
            {u"kind"_s, part.kind},
            {u"duplicate"_s, part.isDuplicate},
            {u"symbol_bytes"_s, part.symbolBytes}};
}

QJsonArray partsToJson(const QList<SizePart> &parts)
{
    QJsonArray array;
    for (const SizePart &part : parts)
        array.append(partToJson(part));
    return array;
}

} // namespace

SizeBreakdown breakDownSizes(const ArchiveContents &contents, int mostParts)
{
    return Adder(contents).run(mostParts);
}

QJsonObject toJson(const SizeBreakdown &breakdown)
{
    // A single top folder says nothing: what lies in it does.
    const SizePart *top = &breakdown.whole;
    while (top->parts.size() == 1 && !top->parts.first().parts.isEmpty())
        top = &top->parts.first();
    return {{u"bytes"_s, breakdown.whole.bytes},
            {u"duplicate_bytes"_s, breakdown.duplicateBytes},
            {u"symbol_bytes"_s, breakdown.symbolBytes},
            {u"parts"_s, partsToJson(top->parts)},
            {u"largest"_s, partsToJson(breakdown.largest)}};
}

} // namespace unmoor
