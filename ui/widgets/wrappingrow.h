// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace unmoor {

/// Buttons and labels beside each other; what has no room goes on the next line. Its height is that of its lines, so
/// that what is around it need not ask for the height of a width.
class WrappingRow : public QWidget
{
    Q_OBJECT
public:
    explicit WrappingRow(QWidget *parent = nullptr);

    void addWidget(QWidget *widget); ///< at the end; takes it over
    void clear(); ///< removes all, as soon as the events of now are done

    QSize sizeHint() const override; ///< all on one line
    QSize minimumSizeHint() const override; ///< as wide as what cannot become narrower

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QList<QWidget *> m_parts;
};

} // namespace unmoor
