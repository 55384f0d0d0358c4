// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QWidget;

namespace unmoor {

/// The one button of a page that the eye must find.
QPushButton *accentButton(const QString &text, QWidget *parent = nullptr);
/// A text action: the words of a link, the behavior of a button.
QPushButton *linkButton(const QString &text, QWidget *parent = nullptr);
/// A button of a symbol alone, as high as a line of text; \a name is its tooltip and what screen readers say.
QPushButton *symbolButton(const QString &symbol, const QString &name, QWidget *parent = nullptr);
/// Three dots that open the button's menu, which is empty yet; \a name is what screen readers say.
QToolButton *moreButton(const QString &name, QWidget *parent = nullptr);
/// Turns the accent of \a button on or off.
void setAccent(QPushButton &button, bool accent);

/// To how many pixels \a button may be narrowed: enough for a short word or the begin of a long one.
int leastButtonWidth(const QPushButton &button);

/// Puts a button into \a line that empties it, which screen readers can name.
void addClearButton(QLineEdit *line);
/// The same, and the sign of a search in front of what is typed.
void addSearchButtons(QLineEdit *line);

/// A label of one of the design's types; \a secondary paints it muted, and follows the palette.
QLabel *textLabel(const QString &text, theme::Type type, bool secondary = false, QWidget *parent = nullptr);

} // namespace unmoor
