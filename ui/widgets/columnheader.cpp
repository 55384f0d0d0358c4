// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnheader.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace unmoor {

ColumnHeader::ColumnHeader(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setFixedHeight(theme::rowHeight(theme::size::columnHeader, theme::Type::Header));
    m_row->setContentsMargins(theme::space::s, 0, theme::space::s, 1);
    m_row->setSpacing(0);
}

void ColumnHeader::addColumn(const QString &name, int width, Qt::Alignment alignment)
{
    auto *label = new ElidedLabel(name, theme::Type::Header, true);
    label->setAlignment(alignment | Qt::AlignVCenter);
    if (width > 0) {
        label->setFixedWidth(theme::rowHeight(width));
        label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    }
    m_row->addWidget(label, width > 0 ? 0 : 1);
}

void ColumnHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.fillRect(0, height() - 1, width(), 1, theme::color(theme::Role::Line, palette()));
}

} // namespace unmoor
