// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QPoint;
class QWidget;

namespace unmoor {

// Names, messages and addresses come out of archives, logs, flakes, commits and hosts. Qt takes a text that looks like
// HTML for HTML, in labels and tooltips, unless it is told otherwise: labels are made by textLabel() or are an
// ElidedLabel, questions are asked by ask() and say(), and every other text goes through one of these.

/// For a tooltip that says \a text as it is, whatever stands in it.
QString toolTipText(const QString &text);
/// Shows \a text as a tooltip of \a widget, as it is; an empty one hides it. It stays while the mouse is in \a area.
void showToolTip(const QPoint &globalPosition, const QString &text, QWidget *widget, const QRect &area = {});
/// For a button, a check box or a menu's action, where "&" would mark the letter after it.
QString buttonLabel(QString text);

} // namespace unmoor
