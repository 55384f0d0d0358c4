// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace unmoor {

/// Holds the card of a failure, or what such a card says: as tall as that where there is room, else it scrolls, so that
/// what is below stays in sight.
class FailureBox : public QScrollArea
{
    Q_OBJECT
public:
    enum class Holds { Card, Words };
    explicit FailureBox(Holds holds, QWidget *parent = nullptr); ///< a card has room around it

    void setCard(QWidget *card); ///< in place of the one before; null: none

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int leastHeight() const;

    QWidget *m_content;
    QWidget *m_card = nullptr;
    int m_leastHeight; ///< pixels
};

} // namespace unmoor
