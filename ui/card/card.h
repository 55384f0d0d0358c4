// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace unmoor {

/// A framed panel with a bar in the color of a state: what failed, what was found. Its content is its layout's.
class Card : public QWidget
{
    Q_OBJECT
public:
    enum class Fill { Base, Tint };

    explicit Card(theme::State state, Fill fill, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    theme::State m_state;
    Fill m_fill;
};

} // namespace unmoor
