// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace unmoor {

/// Holds the card of a failure: as tall as that where there is room, else it scrolls, so that the log below stays in
/// sight.
class FailureBox : public QScrollArea
{
    Q_OBJECT
public:
    explicit FailureBox(QWidget *parent = nullptr);

    void setCard(QWidget *card); ///< in place of the one before; null: none

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_content;
    QWidget *m_card = nullptr;
};

} // namespace unmoor
