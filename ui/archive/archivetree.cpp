// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/archivetree.h"

#include "ui/archive/archivemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keys.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <array>

namespace unmoor {

namespace {

constexpr std::array narrowWidths{360, 600}; ///< below them more columns give way, at normal text size
constexpr int mostOpened = 300; ///< rows that a person wants to see at once

theme::Type typeOf(int column)
{
    const bool isMono = column == ArchiveModel::Name || column == ArchiveModel::Mode;
    return isMono ? theme::Type::Mono : theme::Type::Body;
}

/// How many of the limits \a pixels reach.
int roomFor(int pixels)
{
    const double scale = double(theme::rowHeight(100)) / 100;
    return int(std::ranges::count_if(narrowWidths, [&](int limit) { return pixels >= limit * scale; }));
}

void setColor(QStyleOptionViewItem &option, const QColor &color)
{
    option.palette.setColor(QPalette::Text, color);
    option.palette.setColor(QPalette::HighlightedText, color);
}

/// A closed folder speaks for what is in it.
void styleVerdict(QStyleOptionViewItem &option, const QModelIndex &index)
{
    QVariant value = index.data(ArchiveModel::StateRole);
    if (!value.isValid())
        return;
    const QVariant inside = index.data(ArchiveModel::InsideStateRole);
    const bool isClosed = !(option.state & QStyle::State_Open) && (option.state & QStyle::State_Children);
    if (isClosed && inside.isValid() && theme::State(value.toInt()) != theme::State::Error) {
        value = inside;
        option.text = index.data(ArchiveModel::InsideRole).toString();
    }
    const auto state = theme::State(value.toInt());
    option.features |= QStyleOptionViewItem::HasDecoration;
    option.icon = theme::stateIcon(state);
    setColor(option, theme::stateTextColor(state, option.palette));
}

} // namespace

/// Reading a symbol's file for each row would be the most of painting it.
const QIcon &ArchiveDelegate::symbol(const QString &name) const
{
    auto known = m_symbols.find(name);
    if (known == m_symbols.end())
        known = m_symbols.insert(name, theme::symbol(name));
    return *known;
}

void ArchiveDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int column = index.column();
    const bool isFold = index.data(ArchiveModel::FoldRole).toBool();
    option->font = theme::font(typeOf(column));
    option->decorationSize = QSize(theme::size::icon, theme::size::icon);
    const QString symbolName = isFold ? QString() : index.data(ArchiveModel::SymbolRole).toString();
    const bool isLongTarget = column == ArchiveModel::What && symbolName == QLatin1StringView("link");
    option->textElideMode = column == ArchiveModel::Name || isLongTarget ? Qt::ElideMiddle : Qt::ElideRight;
    const bool isMissing = index.data(ArchiveModel::MissingRole).toBool();
    const bool isMuted = isMissing || column == ArchiveModel::Mode || column == ArchiveModel::What;
    if (isMuted && column != ArchiveModel::Verdict)
        setColor(*option, theme::color(theme::Role::SecondaryText, option->palette));
    if (isFold) {
        setColor(*option, theme::color(theme::Role::Accent, option->palette));
    } else if (column == ArchiveModel::Name) {
        option->font.setItalic(isMissing);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = symbol(symbolName);
    } else if (column == ArchiveModel::Verdict) {
        styleVerdict(*option, index);
    }
    option->fontMetrics = QFontMetrics(option->font);
}

/// Under the labels of the header, which stand 8 pixels in.
void ArchiveDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem inset = option;
    const int margin = theme::space::s - 3;
    if (index.column() != ArchiveModel::Name)
        inset.rect.adjust(margin, 0, -margin, 0);
    QStyledItemDelegate::paint(painter, inset, index);
}

QSize ArchiveDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    return {hint.width(), theme::rowHeight(theme::size::tree, typeOf(index.column()))};
}

ArchiveTree::ArchiveTree(QWidget *parent)
    : QTreeView(parent)
{
    setItemDelegate(new ArchiveDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setIndentation(18);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Entries of the archive"));
}

void ArchiveTree::setArchiveModel(ArchiveModel *model)
{
    m_archive = model;
    setModel(model);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(40);
    for (int column = 0; column < ArchiveModel::ColumnCount; ++column)
        header()->setSectionResizeMode(column,
                                       column == ArchiveModel::Name ? QHeaderView::Stretch : QHeaderView::Interactive);
    layOutColumns();
    connect(this, &QTreeView::clicked, this, &ArchiveTree::showFold);
    connect(this, &QTreeView::activated, this, &ArchiveTree::showFold);
    openOnSpace(this);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) { noteFolder(index, true); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) { noteFolder(index, false); });
}

void ArchiveTree::showFold(const QModelIndex &index)
{
    if (!index.data(ArchiveModel::FoldRole).toBool())
        return;
    const int row = index.row();
    const QPersistentModelIndex parent = index.parent();
    m_archive->unfold(index);
    choose(m_archive->index(row, 0, parent));
}

void ArchiveTree::noteFolder(const QModelIndex &index, bool isOpen)
{
    const QString path = index.data(ArchiveModel::PathRole).toString();
    if (m_isOpening || path.isEmpty())
        return;
    (isOpen ? m_opened : m_closed).insert(path);
    (isOpen ? m_closed : m_opened).remove(path);
}

void ArchiveTree::forgetFolders()
{
    m_opened.clear();
    m_closed.clear();
}

void ArchiveTree::openFolders()
{
    m_isOpening = true;
    QList<QModelIndex> next;
    const auto takeRows = [&](const QModelIndex &parent) {
        const int rows = std::min(m_archive->rowCount(parent), mostOpened);
        for (int row = 0; row < rows; ++row) {
            const QModelIndex index = m_archive->index(row, 0, parent);
            if (m_archive->hasChildren(index))
                next << index;
        }
        return m_archive->rowCount(parent);
    };
    int shown = takeRows({});
    for (qsizetype i = 0; i < next.size(); ++i) {
        const QModelIndex folder = next[i]; // not a reference: the list grows
        // A lone top folder says nothing while it is closed, however much is in it.
        const bool isTop = !folder.parent().isValid() && m_archive->rowCount() == 1;
        if (m_archive->rules().showsAll() && m_closed.contains(folder.data(ArchiveModel::PathRole).toString()))
            continue;
        if (!isTop && shown + m_archive->rowCount(folder) > mostOpened)
            continue;
        expand(folder);
        shown += takeRows(folder);
    }
    for (const QString &path : std::as_const(m_opened))
        if (const QModelIndex index = m_archive->indexOfPath(path); index.isValid())
            expand(index);
    m_isOpening = false;
}

void ArchiveTree::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

/// "*" would open every folder below, which an archive can have too many of.
void ArchiveTree::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Asterisk) {
        expand(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

/// By mouse of the row below it, by keyboard of the current one.
void ArchiveTree::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    if (byKey)
        scrollTo(index);
    else
        setCurrentIndex(index);
    const QPoint below = visualRect(index.siblingAtColumn(ArchiveModel::Name)).bottomLeft();
    Q_EMIT menuRequested(byKey ? viewport()->mapToGlobal(below) : event->globalPos());
}

void ArchiveTree::layOutColumns()
{
    if (!model())
        return;
    const double scale = double(theme::rowHeight(100)) / 100;
    const int room = roomFor(viewport()->width());
    m_narrow = room < 2;
    setColumnHidden(ArchiveModel::Size, room < 1);
    setColumnHidden(ArchiveModel::Mode, m_narrow);
    setColumnHidden(ArchiveModel::What, m_narrow);
    static constexpr std::array widths{0, 86, 80, 152, 132};
    for (int column = ArchiveModel::Mode; column < ArchiveModel::ColumnCount; ++column)
        setColumnWidth(column, int(widths[size_t(column)] * scale));
}

void ArchiveTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    const int old = event->oldSize().width();
    const int now = event->size().width();
    if (old <= 0 || roomFor(old) != roomFor(now))
        layOutColumns();
}

void ArchiveTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isSelected = selectionModel() && selectionModel()->isRowSelected(index.row(), index.parent());
    if (isSelected)
        painter->fillRect(QRect(0, option.rect.y(), viewport()->width(), option.rect.height()),
                          theme::color(theme::Role::Selection, palette()));
    QTreeView::drawRow(painter, option, index);
    if (isSelected)
        painter->fillRect(QRect(0, option.rect.y(), 3, option.rect.height()),
                          theme::color(theme::Role::Accent, palette()));
}

} // namespace unmoor
