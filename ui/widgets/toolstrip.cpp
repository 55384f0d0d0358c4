// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toolstrip.h"

#include "ui/theme/theme.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <algorithm>
#include <utility>

namespace unmoor {

namespace {

constexpr int stripSpacing = theme::space::s;

/// As a layout takes it.
int leastStripWidth(QWidget &widget)
{
    return QWidgetItem(&widget).minimumSize().width();
}

/// What is to be read whole, before a line is broken for it.
int readableStripWidth(QWidget &widget)
{
    return qobject_cast<SegmentedControl *>(&widget) ? widget.sizeHint().width() : leastStripWidth(widget);
}

int stripHeight(int lines)
{
    const int further = theme::rowHeight(theme::size::toolStrip - theme::space::xs); // close to the one above
    return theme::rowHeight(theme::size::toolStrip) + (lines - 1) * further;
}

} // namespace

ToolStrip::ToolStrip(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setContentsMargins(theme::space::m, 0, theme::space::s, 0);
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    setFixedHeight(stripHeight(1));
}

void ToolStrip::addWidget(QWidget *widget, int stretch)
{
    widget->setParent(this);
    m_items += {widget, stretch, std::exchange(m_mayBreak, false), -1};
    arrange();
}

void ToolStrip::addStretch()
{
    m_items += {nullptr, 0, std::exchange(m_mayBreak, false), -1};
    arrange();
}

void ToolStrip::allowBreak()
{
    m_mayBreak = true;
}

void ToolStrip::setGivingWay(QWidget *neighbor)
{
    m_neighbor = neighbor;
}

int ToolStrip::margins() const
{
    const QMargins around = contentsMargins();
    return around.left() + around.right();
}

/// Of what stands from \a begin to the next break, with the space before each.
int ToolStrip::widthOf(qsizetype begin, int (*measure)(QWidget &)) const
{
    int width = 0;
    for (qsizetype i = begin; i < m_items.size() && (i == begin || !m_items[i].mayBegin); ++i)
        if (QWidget *widget = m_items[i].widget; widget && !widget->isHidden())
            width += stripSpacing + measure(*widget);
    return width;
}

/// Which line each item stands on.
QList<int> ToolStrip::linesFor(int width) const
{
    QList<int> lines;
    int line = 0;
    int used = 0;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (i == 0 || m_items[i].mayBegin) {
            const int wanted = widthOf(i, &readableStripWidth);
            if (used > 0 && wanted > 0 && used + wanted > width - margins() + stripSpacing) {
                ++line;
                used = 0;
            }
            used += wanted;
        }
        lines += line;
    }
    return lines;
}

int ToolStrip::wholeWidth() const
{
    int width = margins() - stripSpacing;
    for (qsizetype i = 0; i < m_items.size(); ++i)
        if (i == 0 || m_items[i].mayBegin)
            width += widthOf(i, &readableStripWidth);
    return width;
}

QSize ToolStrip::minimumSizeHint() const
{
    int width = 0;
    for (qsizetype i = 0; i < m_items.size(); ++i)
        if (i == 0 || m_items[i].mayBegin)
            width = std::max(width, widthOf(i, &leastStripWidth) - stripSpacing);
    return {width + margins(), height()};
}

QList<QWidget *> ToolStrip::firstLine() const
{
    QList<QWidget *> shown;
    for (const Item &item : m_items)
        if (item.widget && item.line == 0 && !item.widget->isHidden())
            shown += item.widget;
    return shown;
}

/// Something on \a line takes what is left over, however much.
bool ToolStrip::takesAll(int line) const
{
    return std::ranges::any_of(m_items, [line](const Item &item) {
        const bool grows = !item.widget || (item.stretch > 0 && item.widget->maximumWidth() == QWIDGETSIZE_MAX);
        return item.line == line && grows;
    });
}

/// Moves the items to the lines that they belong on now. The order of the focus stays that of reading.
void ToolStrip::arrange()
{
    const QList<int> lines = linesFor(width());
    const auto isThere = [](int line, const Item &item) { return line == item.line; };
    if (std::ranges::equal(lines, m_items, isThere))
        return;
    for (QHBoxLayout *line : std::as_const(m_lines))
        while (QLayoutItem *item = line->takeAt(0))
            delete item;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        Item &item = m_items[i];
        item.line = lines[i];
        if (item.line == m_lines.size()) {
            m_lines += new QHBoxLayout;
            m_lines.last()->setSpacing(stripSpacing);
            m_column->addLayout(m_lines.last(), 1);
        }
        if (item.widget)
            m_lines[item.line]->addWidget(item.widget, item.stretch);
        else
            m_lines[item.line]->addStretch();
    }
    for (qsizetype line = 0; line < m_lines.size(); ++line)
        if (!takesAll(int(line)))
            m_lines[line]->addStretch(1); // what stands on it begins where reading does
    m_lineCount = lines.last() + 1;
    setFixedHeight(stripHeight(m_lineCount));
    updateGeometry();
}

/// Takes from the neighbor what is lacking to one line, where it has that.
void ToolStrip::giveWay()
{
    auto *splitter = m_neighbor ? qobject_cast<QSplitter *>(m_neighbor->parentWidget()) : nullptr;
    const int lacking = wholeWidth() - width();
    if (!splitter || lacking <= 0 || m_neighbor->isHidden()
        || m_neighbor->width() - leastStripWidth(*m_neighbor) < lacking)
        return;
    QWidget *own = this;
    while (own && own->parentWidget() != splitter)
        own = own->parentWidget();
    QList<int> sizes = splitter->sizes();
    const int given = splitter->indexOf(m_neighbor);
    const int taken = own ? splitter->indexOf(own) : -1;
    if (taken < 0 || sizes.value(given) < lacking)
        return;
    sizes[given] -= lacking;
    sizes[taken] += lacking;
    splitter->setSizes(sizes);
}

bool ToolStrip::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        giveWay();
        arrange();
        updateGeometry();
    }
    return QWidget::event(event);
}

void ToolStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    if (m_neighbor && m_lineCount > 1)
        QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest)); // when the splitter is done
}

} // namespace unmoor
