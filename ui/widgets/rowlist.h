// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace unmoor {

/// A column of rows that are widgets: as wide as the view, scrolled up and down, on the Base color.
class RowList : public QScrollArea
{
    Q_OBJECT
public:
    explicit RowList(QWidget *parent = nullptr);

    /// Shows \a rows in this order and takes them over. Rows that stay keep their focus; the others are deleted.
    void setRows(const QList<QWidget *> &rows);

    QSize minimumSizeHint() const override;

private:
    QVBoxLayout *m_column;
};

} // namespace unmoor
