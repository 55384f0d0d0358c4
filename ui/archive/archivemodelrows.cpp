// SPDX-License-Identifier: GPL-3.0-or-later
// ArchiveModel: what its rows say.
#include "ui/archive/archivemodel.h"

#include "app/core/format.h"
#include "app/core/visibletext.h"
#include "ui/archive/entrytext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plaintext.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString joined(const QStringList &parts)
{
    return parts.join(u", "_s);
}

} // namespace

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
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const Row row = rowAt(index);
    if (row.kind == Row::Kind::Page)
        return pageData(row, index.column(), role);
    if (row.kind == Row::Kind::Fold)
        return foldData(row, index.column(), role);
    switch (role) {
    case Qt::DisplayRole:
        return columnText(row.at, index.column());
    case Qt::ToolTipRole:
        if (const Finding *worst = m_tree->worstFinding(row.at))
            return toolTipText(worst->message);
        return toolTipText(index.column() == Name ? withVisibleSigns(m_tree->path(row.at).toString())
                                                  : columnText(row.at, index.column()));
    default:
        return nodeData(row.at, role);
    }
}

QVariant ArchiveModel::nodeData(int node, int role) const
{
    const EntryNode &n = m_tree->node(node);
    const Finding *worst = m_tree->worstFinding(node);
    const theme::State plain = n.ghost >= 0 ? theme::State::Error
        : m_tree->isCutShort(node)          ? theme::State::Warning
                                            : theme::State::Done;
    const theme::State state = worst ? theme::stateOf(worst->severity) : plain;
    const EntryFolder *inside = n.folder < 0 ? nullptr : &m_tree->folder(n.folder);
    switch (role) {
    case Qt::AccessibleTextRole: {
        QStringList parts{nameText(node), whatText(node)};
        if (m_tree->isJudged())
            parts << theme::stateWord(state) << verdictText(node);
        if (inside && inside->problems > 0)
            parts << tr("%1 inside").arg(nodeData(node, InsideRole).toString());
        return joined(parts);
    }
    case StateRole:
        return m_tree->isJudged() ? QVariant(int(state)) : QVariant();
    case SymbolRole:
        return m_tree->isFolder(node) ? u"folder"_s : n.entry ? symbolOf(*n.entry) : u"file"_s;
    case PathRole:
        return m_tree->path(node).toString();
    case MissingRole:
        return n.ghost >= 0;
    case ProblemRole:
        return m_tree->isProblem(node);
    case InsideStateRole:
        if (!inside || inside->problems == 0)
            return {};
        return int(inside->hasErrors ? theme::State::Error : theme::State::Warning);
    case InsideRole:
        return counted(inside ? inside->problems : 0, tr("1 problem"), tr("%1 problems"));
    default:
        return {};
    }
}

QString ArchiveModel::nameText(int node) const
{
    const QStringView name = m_arrangement.rules().inArchiveOrder ? m_tree->path(node) : m_tree->name(node);
    return name.isEmpty() ? u"/"_s : withVisibleSigns(name.toString());
}

QString ArchiveModel::columnText(int node, int column) const
{
    const ArchiveEntry *entry = m_tree->node(node).entry;
    switch (column) {
    case Name:
        return nameText(node);
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

QString ArchiveModel::whatText(int node) const
{
    const EntryNode &n = m_tree->node(node);
    if (n.ghost >= 0)
        return tr("required by the layout");
    if (m_tree->isFolder(node))
        return counted(n.folder < 0 ? 0 : m_tree->folder(n.folder).files, tr("1 file"), tr("%1 files"));
    if (const QString started = m_tree->startedBy(node); !started.isEmpty())
        return tr("starts %1").arg(withVisibleSigns(started.sliced(started.lastIndexOf(u'/') + 1)));
    return describeEntry(*n.entry);
}

QString ArchiveModel::verdictText(int node) const
{
    if (!m_tree->isJudged())
        return {};
    if (const Finding *worst = m_tree->worstFinding(node))
        return shortVerdict(*worst);
    if (m_tree->isCutShort(node))
        return tr("not read whole");
    return m_tree->node(node).ghost >= 0 ? tr("missing") : tr("ok");
}

QVariant ArchiveModel::pageData(Row page, int column, int role) const
{
    const int rows = rowsInPage(page.at, page.page);
    const int first = (page.page + 1) * EntryArrangement::mostRows + 1;
    const EntryArrangement::Page seen = m_arrangement.page(page.at, page.page);
    const QString name = tr("%L1 to %L2").arg(first).arg(first + rows - 1);
    const QString verdict = m_tree->isJudged() ? tr("ok") : QString();
    switch (role) {
    case Qt::DisplayRole:
        return column == Name   ? name
            : column == What    ? tr("%L1 more entries").arg(rows)
            : column == Verdict ? verdict
                                : QString();
    case Qt::AccessibleTextRole:
        return joined({name, tr("%L1 more entries").arg(rows),
                       seen.problems ? pageData(page, 0, InsideRole).toString() : verdict});
    case StateRole:
        return m_tree->isJudged() ? QVariant(int(theme::State::Done)) : QVariant();
    case SymbolRole:
        return u"more"_s;
    case InsideStateRole:
        if (seen.problems == 0)
            return {};
        return int(seen.hasErrors ? theme::State::Error : theme::State::Warning);
    case InsideRole:
        return counted(seen.problems, tr("1 problem"), tr("%1 problems"));
    default:
        return {};
    }
}

QVariant ArchiveModel::foldData(Row fold, int column, int role) const
{
    const int hidden = int(m_arrangement.nodesIn(fold.at).size()) - m_arrangement.foldOf(fold.at);
    const bool isName = column == Name;
    switch (role) {
    case Qt::DisplayRole:
        return isName ? tr("%L1 more, all ok").arg(hidden) : QString();
    case Qt::ToolTipRole:
        return tr("Show these files");
    case Qt::AccessibleTextRole:
        return tr("%L1 more files, all ok. Enter shows them.").arg(hidden);
    case FoldRole:
        return true;
    default:
        return {};
    }
}

} // namespace unmoor
