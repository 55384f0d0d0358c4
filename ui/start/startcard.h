// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace unmoor {

/// A numbered offer: what it is, what it means, the button that does it.
class StartCard : public QWidget
{
    Q_OBJECT
public:
    StartCard(int number, const QString &title, const QString &text, const QString &action, QWidget *parent = nullptr);

    QPushButton *button() const { return m_button; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number;
    QPushButton *m_button;
};

/// Paints the ground of a card: Base, a line, rounded corners.
void paintCard(QWidget &widget);

} // namespace unmoor
