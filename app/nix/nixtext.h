// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

/// \a text without ANSI escape codes and OSC 8 links.
QString withoutEscapes(const QString &text);

/// "minne-1.0.5" of "/nix/store/<hash>-minne-1.0.5.drv", and of the same without folder.
QString derivationName(const QString &path);

} // namespace unmoor
