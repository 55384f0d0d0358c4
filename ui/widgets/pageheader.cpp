// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pageheader.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/stateicon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <algorithm>
#include <functional>
#include <utility>

namespace unmoor {

namespace {

/// What gives way first has the least: fields, then buttons, then choices, then what the eye must find.
int rankOf(const QWidget &part)
{
    if (qobject_cast<const QLineEdit *>(&part))
        return -1;
    return !qobject_cast<const QPushButton *>(&part) ? 1 : part.property("accent").toBool() ? 2 : 0;
}

/// The text of a button that is cut, where it has no tool tip of its own.
void showWhole(QWidget &part, bool isCut)
{
    auto *cut = qobject_cast<QPushButton *>(&part);
    if (!cut)
        return; // a choice tells it itself
    QPushButton &button = *cut;
    const bool isOurs = button.property("tellsWhole").toBool();
    if (!isOurs && (!isCut || !button.toolTip().isEmpty()))
        return;
    button.setProperty("tellsWhole", isCut);
    button.setToolTip(toolTipText(isCut ? button.text().remove(u'&') : QString()));
}

} // namespace

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel)
    , m_icon(new StateIcon)
    , m_summary(new ElidedLabel({}, theme::Type::Body, true))
    , m_row(new QHBoxLayout(this))
{
    setFixedHeight(theme::rowHeight(theme::size::pageHeader));
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_row->setContentsMargins(theme::space::l, 0, theme::space::m, 0);
    m_row->setSpacing(10);
    m_row->addWidget(m_title);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_summary, 1);
    setTitle(title);
}

void PageHeader::setTitle(const QString &title, bool monospace)
{
    QFont font = theme::font(monospace ? theme::Type::Mono : theme::Type::Title);
    if (monospace)
        font.setPointSizeF(theme::font(theme::Type::Title).pointSizeF());
    m_title->setFont(font);
    m_title->setElideMode(monospace ? Qt::ElideMiddle : Qt::ElideRight);
    m_title->setText(title);
    m_title->updateGeometry();
    setAccessibleName(title);
}

void PageHeader::setState(std::optional<theme::State> state, double progress)
{
    m_icon->setState(state, progress);
}

void PageHeader::setSummary(const QString &summary)
{
    m_summary->setText(summary);
}

QString PageHeader::summary() const
{
    return m_summary->text();
}

void PageHeader::addWidget(QWidget *widget)
{
    m_row->addWidget(widget);
    const auto *button = qobject_cast<QPushButton *>(widget);
    const bool isField = qobject_cast<QLineEdit *>(widget);
    if (isField)
        m_fields.insert(widget, {widget->minimumWidth(), widget->maximumWidth()});
    if (isField || (button && button->icon().isNull()) || qobject_cast<SegmentedControl *>(widget))
        m_giving += widget;
}

QPushButton *PageHeader::addButton(const QString &text, bool accent)
{
    auto *button = accent ? accentButton(text) : new QPushButton(text);
    addWidget(button);
    return button;
}

QSize PageHeader::minimumSizeHint() const
{
    return {widthWith(&PageHeader::leastWidth), height()};
}

int PageHeader::wholeWidth(const QWidget &part) const
{
    const auto field = m_fields.constFind(&part);
    const int most = field != m_fields.cend() ? field->most : QWIDGETSIZE_MAX;
    return std::min(part.sizeHint().width(), most);
}

int PageHeader::leastWidth(const QWidget &part) const
{
    if (const auto field = m_fields.constFind(&part); field != m_fields.cend())
        return std::min(field->least > 0 ? field->least : part.minimumSizeHint().width(), wholeWidth(part));
    const auto *button = qobject_cast<const QPushButton *>(&part);
    return button ? leastButtonWidth(*button) : part.minimumSizeHint().width();
}

/// What is shown takes, where title and summary are as narrow as they can be.
int PageHeader::widthWith(int (PageHeader::*widthOf)(const QWidget &) const) const
{
    int width = theme::space::l + theme::space::m - m_row->spacing();
    for (int i = 0; i < m_row->count(); ++i) {
        const QWidget *widget = m_row->itemAt(i)->widget();
        if (widget->isHidden())
            continue;
        const bool gives = m_giving.contains(widget);
        width += m_row->spacing() + (gives ? (this->*widthOf)(*widget) : m_row->itemAt(i)->minimumSize().width());
    }
    return width;
}

/// Takes what is lacking from fields, then from the buttons, the widest first; then from choices, and from the accent
/// button last. The begin of the title is worth more than whole words on them.
void PageHeader::fitButtons()
{
    const int seen = std::min(width(), std::max(m_visibleWidth, minimumSizeHint().width()));
    m_row->setContentsMargins(theme::space::l, 0, theme::space::m + width() - seen, 0);
    const int begin = std::min(m_title->sizeHint().width(), m_title->fontMetrics().averageCharWidth() * 12);
    int lacking = widthWith(&PageHeader::wholeWidth) + std::max(0, begin - m_title->minimumSizeHint().width()) - seen;
    QList<QWidget *> shown = m_giving;
    shown.removeIf([](const QWidget *part) { return part->isHidden(); });
    std::ranges::sort(shown, std::less(),
                      [this](const QWidget *part) { return std::pair(rankOf(*part), -wholeWidth(*part)); });
    for (QWidget *part : shown) {
        const int given = std::clamp(lacking, 0, wholeWidth(*part) - leastWidth(*part));
        lacking -= given;
        if (part->minimumWidth() != wholeWidth(*part) - given)
            part->setFixedWidth(wholeWidth(*part) - given);
        showWhole(*part, given > 0);
    }
}

void PageHeader::setVisibleWidth(int pixels)
{
    m_visibleWidth = pixels;
    fitButtons();
}

bool PageHeader::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fitButtons();
    return QWidget::event(event);
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    fitButtons();
    QWidget::resizeEvent(event);
}

void PageHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(0, height() - 1, width(), 1, theme::color(theme::Role::Line, palette()));
}

} // namespace unmoor
