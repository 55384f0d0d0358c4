// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

namespace unmoor {

/// Tells assistive programs what \a widget is, where its class does not: one that paints itself is mere filler to them.
/// Call it where the widget is made.
void setAccessibleRole(QWidget *widget, QAccessible::Role role);

} // namespace unmoor
