// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace unmoor {

/// The picture in \a bytes, of a format that GitHub shows: PNG, JPEG, GIF, WebP, BMP, icon, SVG. Null where there is
/// none, and for an SVG that names other files: Qt would open them, whatever they are.
QImage noteImage(const QByteArray &bytes);

/// Stands for a picture that is not shown. It is not null: of a null one Qt tries to load the name itself.
QImage missingImage(const QColor &color);

} // namespace unmoor
