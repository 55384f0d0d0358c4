// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/archivemodel.h"

#include "app/core/format.h"
#include "ui/archive/entrytext.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int quickNodes = 10'000; ///< up to here a tree is put together at once
constexpr qsizetype portion = 500; ///< entries between two looks at the clock
constexpr int turnMilliseconds = 8;

/// How a row is written into an index: two bits of kind, then the folder and the page, or the node.
constexpr int kindShift = 60;
constexpr int folderShift = 24;
static_assert(sizeof(quintptr) == 8, "rows are written into 64 bits");

/// What putting its tree together takes.
qsizetype nodesOf(const Inspection &inspection)
{
    return inspection.contents.entries.size() + inspection.report.missing.size() + inspection.report.findings.size();
}

} // namespace

ArchiveModel::ArchiveModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_growing(std::make_shared<EntryTree>())
    , m_tree(m_growing)
    , m_turn(new QTimer(this))
{
    m_turn->setInterval(0);
    connect(m_turn, &QTimer::timeout, this, &ArchiveModel::appendSome);
}

ArchiveModel::~ArchiveModel()
{
    stopArranging();
    dispose(std::move(m_tree));
}

// --- Filling it ------------------------------------------------------------------------------------------------------

void ArchiveModel::clear()
{
    stopArranging();
    beginResetModel();
    m_queue.clear();
    m_queueAt = 0;
    m_turn->stop();
    m_growing.reset();
    dispose(std::move(m_tree));
    m_growing = std::make_shared<EntryTree>();
    m_tree = m_growing;
    m_arrangement = {};
    endResetModel();
}

void ArchiveModel::appendEntries(const QList<ArchiveEntry> &batch)
{
    if (!m_growing)
        clear();
    if (batch.isEmpty())
        return;
    m_queue.append(batch);
    if (!m_turn->isActive())
        appendSome();
}

void ArchiveModel::appendSome()
{
    QElapsedTimer clock;
    clock.start();
    const int from = m_growing->nodeCount();
    while (!m_queue.isEmpty() && clock.elapsed() < turnMilliseconds) {
        const qsizetype count = std::min(portion, m_queue.first().size() - m_queueAt);
        m_growing->append(m_queue.first(), m_queueAt, count);
        m_queueAt += count;
        if (m_queueAt == m_queue.first().size()) {
            m_queue.removeFirst();
            m_queueAt = 0;
        }
    }
    showNodes(from);
    if (m_queue.isEmpty())
        m_turn->stop();
    else
        m_turn->start();
    Q_EMIT entriesShown();
}

/// Neighbors of one folder are inserted in one go, since archives hold thousands of them in a row.
void ArchiveModel::showNodes(int from)
{
    while (from < m_growing->nodeCount()) {
        const int folder = m_growing->node(from).parent;
        int end = from + 1;
        while (end < m_growing->nodeCount() && m_growing->node(end).parent == folder)
            ++end;
        showRun(folder, from, end - from);
        from = end;
    }
}

void ArchiveModel::showRun(int folder, int from, int count)
{
    while (count > 0) {
        const int there = int(m_arrangement.nodesIn(folder).size());
        const int page = there / EntryArrangement::mostRows - 1; // -1: they stand in the folder itself
        const int row = there % EntryArrangement::mostRows;
        const int some = std::min(count, EntryArrangement::mostRows - row);
        if (page < 0)
            beginInsertRows(indexOfFolder(folder), row, row + some - 1);
        else if (row > 0)
            beginInsertRows(indexOfPage(folder, page), row, row + some - 1);
        else
            beginInsertRows(indexOfFolder(folder), EntryArrangement::mostRows + page,
                            EntryArrangement::mostRows + page);
        for (int i = 0; i < some; ++i)
            m_arrangement.append(*m_growing, from + i);
        endInsertRows();
        from += some;
        count -= some;
    }
}

void ArchiveModel::setInspection(const Inspection &inspection)
{
    m_queue.clear();
    m_queueAt = 0;
    m_turn->stop();
    if (!m_growing && nodesOf(inspection) > quickNodes)
        clear(); // another archive must not stand there in the meantime
    arrange(std::make_shared<Inspection>(inspection));
}

void ArchiveModel::setRules(const ArrangementRules &rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    const bool waitsForTree = m_growing || (m_watcher && m_makesTree);
    if (!waitsForTree)
        arrange(nullptr);
}

/// Puts \a inspection's tree together, or null: arranges the one that is there anew.
void ArchiveModel::arrange(std::shared_ptr<const Inspection> inspection)
{
    stopArranging();
    m_stop = std::stop_source();
    const auto work = [inspection, tree = m_tree, rules = m_rules, stop = m_stop.get_token()] {
        const auto used = inspection ? std::make_shared<const EntryTree>(*inspection) : tree;
        return Arranged{used, EntryArrangement(*used, rules, stop)};
    };
    const qsizetype nodes = inspection ? nodesOf(*inspection) : m_tree->nodeCount();
    if (nodes <= quickNodes) {
        take(work());
        return;
    }
    m_watcher = new QFutureWatcher<Arranged>(this);
    m_makesTree = inspection != nullptr;
    connect(m_watcher, &QFutureWatcherBase::finished, this, [this] {
        Arranged result = m_watcher->future().takeResult();
        m_watcher->deleteLater();
        m_watcher = nullptr;
        take(std::move(result));
    });
    m_watcher->setFuture(QtConcurrent::run(work));
}

void ArchiveModel::take(Arranged result)
{
    beginResetModel();
    m_growing.reset();
    if (m_tree != result.tree)
        dispose(std::exchange(m_tree, std::move(result.tree)));
    m_arrangement = std::move(result.arrangement);
    endResetModel();
    if (m_arrangement.rules() != m_rules) // they changed while the tree was put together
        arrange(nullptr);
    else
        Q_EMIT arranged();
}

void ArchiveModel::stopArranging()
{
    m_stop.request_stop();
    if (!m_watcher)
        return;
    m_watcher->disconnect(this);
    m_watcher->deleteLater();
    m_watcher = nullptr;
}

/// Freeing a million names takes longer than a window may stand still.
void ArchiveModel::dispose(std::shared_ptr<const EntryTree> tree)
{
    if (tree && tree->nodeCount() > quickNodes)
        QThreadPool::globalInstance()->start([tree = std::move(tree)]() mutable { tree.reset(); });
}

// --- Rows ------------------------------------------------------------------------------------------------------------

ArchiveModel::Row ArchiveModel::rowAt(const QModelIndex &index)
{
    const quintptr id = index.internalId();
    const auto kind = Row::Kind(id >> kindShift);
    if (kind == Row::Kind::Node)
        return {.at = int(id)};
    const quintptr rest = id & ((quintptr(1) << kindShift) - 1);
    return {.kind = kind, .at = int(rest >> folderShift), .page = int(rest & ((1 << folderShift) - 1))};
}

QModelIndex ArchiveModel::indexOf(int row, int column, Row what) const
{
    const quintptr at = what.kind == Row::Kind::Node ? quintptr(what.at) : quintptr(what.at) << folderShift;
    return createIndex(row, column, quintptr(what.kind) << kindShift | at | quintptr(what.page));
}

QModelIndex ArchiveModel::indexOfNode(int node, int column) const
{
    const int row = m_arrangement.rowOf(node);
    if (row < 0)
        return {};
    const int fold = m_arrangement.foldOf(m_arrangement.parentOf(*m_tree, node));
    return fold >= 0 && row >= fold ? QModelIndex() : indexOf(row % EntryArrangement::mostRows, column, {.at = node});
}

QModelIndex ArchiveModel::indexOfFolder(int folder) const
{
    return folder == 0 ? QModelIndex() : indexOfNode(m_tree->folder(folder).node);
}

QModelIndex ArchiveModel::indexOfPage(int folder, int page) const
{
    return indexOf(EntryArrangement::mostRows + page, Name, {Row::Kind::Page, folder, page});
}

int ArchiveModel::rowsIn(int folder) const
{
    if (folder == m_cutFolder)
        return m_cutRow;
    if (const int fold = m_arrangement.foldOf(folder); fold >= 0)
        return fold + 1;
    const int nodes = int(m_arrangement.nodesIn(folder).size());
    return nodes <= EntryArrangement::mostRows ? nodes
                                               : EntryArrangement::mostRows + (nodes - 1) / EntryArrangement::mostRows;
}

int ArchiveModel::rowsInPage(int folder, int page) const
{
    return std::min(EntryArrangement::mostRows,
                    int(m_arrangement.nodesIn(folder).size()) - (page + 1) * EntryArrangement::mostRows);
}

QModelIndex ArchiveModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Row above = parent.isValid() ? rowAt(parent) : Row{.kind = Row::Kind::Fold};
    if (above.kind == Row::Kind::Page)
        return indexOf(row, column,
                       {.at = m_arrangement.nodesIn(above.at)[(above.page + 1) * EntryArrangement::mostRows + row]});
    const int folder = parent.isValid() ? m_tree->node(above.at).folder : 0;
    if (row == m_arrangement.foldOf(folder))
        return indexOf(row, column, {Row::Kind::Fold, folder});
    if (row >= EntryArrangement::mostRows)
        return indexOf(row, column, {Row::Kind::Page, folder, row - EntryArrangement::mostRows});
    return indexOf(row, column, {.at = m_arrangement.nodesIn(folder)[row]});
}

QModelIndex ArchiveModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Row row = rowAt(index);
    if (row.kind != Row::Kind::Node)
        return indexOfFolder(row.at);
    const int folder = m_arrangement.parentOf(*m_tree, row.at);
    const int at = m_arrangement.rowOf(row.at);
    return at < EntryArrangement::mostRows ? indexOfFolder(folder)
                                           : indexOfPage(folder, at / EntryArrangement::mostRows - 1);
}

int ArchiveModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return rowsIn(0);
    const Row row = rowAt(parent);
    if (parent.column() > 0 || row.kind == Row::Kind::Fold)
        return 0;
    if (row.kind == Row::Kind::Page)
        return rowsInPage(row.at, row.page);
    const int folder = m_tree->node(row.at).folder;
    return folder < 0 ? 0 : rowsIn(folder);
}

int ArchiveModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool ArchiveModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

Qt::ItemFlags ArchiveModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return index.isValid() && !hasChildren(index.siblingAtColumn(Name)) ? flags | Qt::ItemNeverHasChildren : flags;
}

void ArchiveModel::unfold(const QModelIndex &fold)
{
    if (!fold.isValid() || rowAt(fold).kind != Row::Kind::Fold)
        return;
    const int folder = rowAt(fold).at;
    const int first = m_arrangement.foldOf(folder);
    const QModelIndex parent = indexOfFolder(folder);
    beginRemoveRows(parent, first, first);
    m_cutFolder = folder;
    m_cutRow = first;
    endRemoveRows();
    beginInsertRows(parent, first, int(m_arrangement.nodesIn(folder).size()) - 1);
    m_cutFolder = -1;
    m_arrangement.unfold(folder);
    endInsertRows();
}

// --- Finding rows ----------------------------------------------------------------------------------------------------

QModelIndex ArchiveModel::indexOfPath(const QString &path) const
{
    const int node = m_tree->nodeOfPath(path);
    return node < 0 ? QModelIndex() : indexOfNode(node);
}

QModelIndex ArchiveModel::reveal(const QString &path)
{
    const int node = m_tree->nodeOfPath(path);
    if (node < 0 || m_arrangement.rowOf(node) < 0)
        return {};
    const int folder = m_arrangement.parentOf(*m_tree, node);
    if (const int fold = m_arrangement.foldOf(folder); fold >= 0 && m_arrangement.rowOf(node) >= fold)
        unfold(indexOf(fold, Name, {Row::Kind::Fold, folder}));
    return indexOfNode(node);
}

/// The rows that lead to it from the top, counted as if there were no pages: they sort as the tree does.
QList<int> ArchiveModel::placeOfNode(int node) const
{
    QList<int> place;
    while (node >= 0) {
        place.prepend(m_arrangement.rowOf(node));
        node = m_tree->folder(m_arrangement.parentOf(*m_tree, node)).node;
    }
    return place;
}

QList<int> ArchiveModel::placeOf(const QModelIndex &index) const
{
    const Row row = rowAt(index);
    if (row.kind == Row::Kind::Node)
        return placeOfNode(row.at);
    QList<int> place = placeOfNode(m_tree->folder(row.at).node);
    if (row.kind == Row::Kind::Fold)
        place << m_arrangement.foldOf(row.at);
    else
        place << (row.page + 1) * EntryArrangement::mostRows - 1
              << std::numeric_limits<int>::max(); // right before its first
    return place;
}

QModelIndex ArchiveModel::nextProblem(const QModelIndex &from, bool forward) const
{
    const QList<int> &problems = m_arrangement.problems();
    if (problems.isEmpty())
        return {};
    if (!from.isValid())
        return indexOfNode(forward ? problems.first() : problems.last());
    const auto less = [](const QList<int> &a, const QList<int> &b) {
        return std::ranges::lexicographical_compare(a, b);
    };
    const auto placed = [this](int node) { return placeOfNode(node); };
    if (forward) {
        const auto next = std::ranges::upper_bound(problems, placeOf(from), less, placed);
        return indexOfNode(next == problems.end() ? problems.first() : *next);
    }
    const auto here = std::ranges::lower_bound(problems, placeOf(from), less, placed);
    return indexOfNode(here == problems.begin() ? problems.last() : *(here - 1));
}

const ArchiveEntry *ArchiveModel::entryAt(const QModelIndex &index) const
{
    const Row row = rowAt(index);
    return index.isValid() && row.kind == Row::Kind::Node ? m_tree->node(row.at).entry : nullptr;
}

QList<Finding> ArchiveModel::findingsAt(const QModelIndex &index) const
{
    const Row row = rowAt(index);
    return index.isValid() && row.kind == Row::Kind::Node ? m_tree->findings(row.at) : QList<Finding>();
}

QList<ResolutionStep> ArchiveModel::chainAt(const QModelIndex &index) const
{
    const Row row = rowAt(index);
    return index.isValid() && row.kind == Row::Kind::Node ? m_tree->chain(row.at) : QList<ResolutionStep>();
}

} // namespace unmoor
