// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/ansitext.h"

#include <QPalette>
#include <QTextLayout>

namespace unmoor {

/// \a color in the window's own colors, so that it can be read on \a palette's base, light or dark.
QColor readableColor(const AnsiColor &color, const QPalette &palette);

QTextCharFormat formatOf(const AnsiStyle &style, const QPalette &palette);

/// The first \a most characters of \a spans as formats of a text layout.
QList<QTextLayout::FormatRange> formatsOf(const QList<AnsiSpan> &spans, qsizetype most, const QPalette &palette);

/// Contrast of two colors after WCAG 2, 1 to 21.
double contrast(const QColor &one, const QColor &other);

} // namespace unmoor
