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

    void addRow(QWidget *row); ///< takes it over
    void clear();

    QSize minimumSizeHint() const override;

private:
    QVBoxLayout *m_column;
};

} // namespace unmoor
