// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

/// What sh makes of "${value#pattern}" and its like: \a value without what fits \a pattern ("*" and "?") at its start,
/// or at its end (\a atEnd, "%"); \a longest: as much of it as fits ("##", "%%"). The whole where nothing fits.
QString withoutMatch(const QString &value, const QString &pattern, bool atEnd, bool longest);

} // namespace unmoor
