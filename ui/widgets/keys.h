// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <functional>

class QAbstractItemView;
class QApplication;
class QPushButton;
class QWidget;

namespace unmoor {

/// Calls \a run on \a keys wherever in the window the focus is, as long as \a page is shown.
void addPageShortcut(QWidget *page, const QKeySequence &keys, std::function<void()> run);

/// The accent button in \a page that can be pressed; null: there is none now.
QPushButton *accentButtonOf(const QWidget &page);
void clickAccentButton(const QWidget &page); ///< where there is one

/// Shift+F10 asks for the menu of what has the focus, in all windows of \a app. Qt knows it on Windows alone; elsewhere
/// only the Menu key does that, which many keyboards lack.
void openMenusOnShiftF10(QApplication &app);

/// Space opens what is chosen in \a view as Return does.
void openOnSpace(QAbstractItemView *view);

} // namespace unmoor
