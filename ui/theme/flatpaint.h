// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

class QStyleOption;
class QStyleOptionSpinBox;

namespace unmoor::theme {

// What the flat style is painted with.

void paintBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line,
              double radius = size::controlRadius);
/// Around what has the focus.
void paintRing(QPainter *painter, const QRect &rect, const QColor &color, double radius = size::controlRadius);
/// Points down; turned by \a degrees.
void paintChevron(QPainter *painter, const QRectF &rect, const QColor &color, double degrees);

/// \a fill a little towards the text: hovered and pressed.
QColor touched(const QColor &fill, const QStyleOption &option);
QColor controlLine(const QPalette &palette);
/// What of a bar is still to come: told from the color that fills it, and from what it stands on.
QColor grooveColor(const QPalette &palette);

void paintCheckBox(const QStyleOption &option, QPainter *painter);
void paintRadioButton(const QStyleOption &option, QPainter *painter);
void paintSpinBox(const QStyleOptionSpinBox &option, const QRect &up, const QRect &down, QPainter *painter);

} // namespace unmoor::theme
