// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <functional>

class QAbstractItemView;
class QPushButton;
class QWidget;

namespace unmoor {

/// Calls \a run on \a keys wherever in the window the focus is, as long as \a page is shown.
void addPageShortcut(QWidget *page, const QKeySequence &keys, std::function<void()> run);

/// The accent button in \a page that can be pressed; null: there is none now.
QPushButton *accentButtonOf(const QWidget &page);
void clickAccentButton(const QWidget &page); ///< where there is one

/// Space opens what is chosen in \a view as Return does.
void openOnSpace(QAbstractItemView *view);

} // namespace unmoor
