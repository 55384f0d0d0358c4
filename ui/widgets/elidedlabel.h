// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>
#include <optional>

namespace unmoor {

/// One line of text that gives way: it takes the width that is left, elides, and shows the whole text as its tooltip
/// where it had to. It never widens its window.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    ElidedLabel(const QString &text, theme::Type type, bool secondary = false, QWidget *parent = nullptr);

    void setElideMode(Qt::TextElideMode mode);
    /// Paints the text in the color of words beside \a state; nullopt: in the label's own.
    void setState(std::optional<theme::State> state);
    bool isElided() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
    std::optional<theme::State> m_state;
};

} // namespace unmoor
