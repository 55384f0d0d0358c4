// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace unmoor {

/// Names the columns of rows that are widgets, in the look of a table's header.
class ColumnHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ColumnHeader(QWidget *parent = nullptr);

    void addColumn(const QString &name, int width, Qt::Alignment alignment = Qt::AlignLeft); ///< 0: what is left

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
};

} // namespace unmoor
