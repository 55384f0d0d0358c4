// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/recordtable.h"

#include "ui/history/releasedelegate.h"
#include "ui/history/textrows.h"
#include "ui/widgets/keys.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace unmoor {

void setUpTable(QTableView &table)
{
    table.setItemDelegate(new ReleaseDelegate(&table));
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.verticalHeader()->hide();
    table.verticalHeader()->setMinimumSectionSize(1);
    table.verticalHeader()->setDefaultSectionSize(theme::rowHeight(theme::size::step));
    table.horizontalHeader()->setStretchLastSection(true);
    table.horizontalHeader()->setSectionsClickable(false);
    table.horizontalHeader()->setFixedHeight(theme::rowHeight(theme::size::columnHeader, theme::Type::Header));
}

RecordTable::RecordTable(TextRows *rows, const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_rows(rows)
{
    rows->setParent(this);
    setModel(rows);
    setUpTable(*this);
    setAccessibleName(name);
    for (int column = 0; column < rows->columns().size(); ++column)
        if (const int width = rows->columns().at(column).width; width > 0)
            setColumnWidth(column, theme::rowHeight(width));
    auto *copy = new QAction(tr("&Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &RecordTable::copyRows);
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    openOnSpace(this);
    connect(rows, &QAbstractItemModel::modelReset, this, [this] {
        if (m_rows->rowCount() > 0)
            setCurrentIndex(m_rows->index(0, 0));
    });
}

/// What stands in a cell's tooltip is the whole of it, as with a digest of which the first letters are shown.
void RecordTable::copyRows() const
{
    QStringList lines;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < m_rows->columnCount(); ++column)
            cells.append(m_rows->wholeText(index.row(), column));
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace unmoor
