// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowlist.h"

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

void RowList::setRows(const QList<QWidget *> &rows)
{
    for (int i = m_column->count() - 2; i >= 0; --i) {
        QWidget *row = m_column->itemAt(i)->widget();
        if (rows.contains(row))
            continue;
        m_column->removeWidget(row);
        row->hide();
        row->deleteLater(); // It may hold the button that is being clicked.
    }
    for (int i = 0; i < rows.size(); ++i) {
        if (m_column->itemAt(i)->widget() == rows.at(i))
            continue;
        m_column->removeWidget(rows.at(i));
        m_column->insertWidget(i, rows.at(i));
    }
}

QSize RowList::minimumSizeHint() const
{
    return {200, 60};
}

} // namespace unmoor
