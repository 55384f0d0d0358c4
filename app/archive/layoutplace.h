// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/expectedlayout.h"

#include <optional>

namespace unmoor {

/// Where a layout speaks of an entry.
struct LayoutPlace
{
    int line = 0; ///< of the text that layoutToToml() makes, from 0
    bool isAllowed = false; ///< it need not be there, and is no surprise; else it is asked for

    bool operator==(const LayoutPlace &) const = default;
};

/// The line of \a layout, its templates expanded, that asks for the entry at \a path or allows it; nullopt: none does.
/// \a path as the archive has it, or as the finding of a missing entry names it: with the root.
std::optional<LayoutPlace> layoutPlaceOf(const ExpectedLayout &layout, const QString &path);

} // namespace unmoor
