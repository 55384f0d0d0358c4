// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pageheader.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/stateicon.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace unmoor {

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
}

QPushButton *PageHeader::addButton(const QString &text, bool accent)
{
    auto *button = accent ? accentButton(text) : new QPushButton(text);
    addWidget(button);
    return button;
}

QSize PageHeader::minimumSizeHint() const
{
    return {QWidget::minimumSizeHint().width(), height()};
}

void PageHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(0, height() - 1, width(), 1, theme::color(theme::Role::Line, palette()));
}

} // namespace unmoor
