// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

namespace unmoor {

/// \a share (0 to 1) of \a above laid over \a below.
inline QColor tinted(const QColor &below, const QColor &above, double share)
{
    const auto part = [share](float a, float b) { return float(double(a) + double(b - a) * share); };
    return QColor::fromRgbF(part(below.redF(), above.redF()), part(below.greenF(), above.greenF()),
                            part(below.blueF(), above.blueF()));
}

/// The colors of sizes: growth is no fault, so they are neutral.
struct SizeTints
{
    explicit SizeTints(const QPalette &palette)
        : grown(theme::color(theme::Role::Accent, palette))
        , shrunk(theme::color(theme::Role::Accent, palette))
    {
        const QColor base = palette.color(QPalette::Base);
        const QColor gray = theme::color(theme::Role::SecondaryText, palette);
        track = tinted(base, gray, 0.13);
        before = tinted(base, gray, 0.30);
        after = tinted(base, theme::color(theme::Role::Accent, palette), 0.45);
        kept = tinted(base, gray, 0.55);
    }

    QColor track; ///< what is empty
    QColor before; ///< the old archive's
    QColor after; ///< the new one's
    QColor kept; ///< what a file had and has
    QColor grown;
    QColor shrunk; ///< an outline
};

} // namespace unmoor
