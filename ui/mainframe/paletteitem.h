// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <functional>

namespace unmoor {

/// A line of the palette: something to go to, or to do.
struct PaletteItem
{
    QString kind; ///< "command", "target", "file" …, as a person reads it
    QString text;
    QString detail; ///< what tells it from others of the same text; may be empty
    QString keys; ///< its shortcut; may be empty
    QString whyNot; ///< why it cannot be done now; empty: it can
    std::function<void()> run;
};

/// The rows of \a items that \a typed finds, at most \a most: what can be done now first, then the best fit, then their
/// own order. Each word of \a typed has to fit: its letters in this order in the text, or as they stand in kind or
/// detail. With nothing typed all rows fit.
QList<int> findItems(const QList<PaletteItem> &items, const QString &typed, int most);

} // namespace unmoor
