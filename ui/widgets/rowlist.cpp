// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rowlist.h"

#include <QVBoxLayout>

namespace unmoor {

RowList::RowList(QWidget *parent)
    : QScrollArea(parent)
{
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch();
    setWidget(page);
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Base);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Base);
}

void RowList::addRow(QWidget *row)
{
    m_column->insertWidget(m_column->count() - 1, row);
}

void RowList::clear()
{
    while (m_column->count() > 1) {
        QLayoutItem *item = m_column->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater(); // It may hold the button that is being clicked.
        delete item;
    }
}

QSize RowList::minimumSizeHint() const
{
    return {200, 60};
}

} // namespace unmoor
