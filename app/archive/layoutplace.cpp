// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/layoutplace.h"

#include "app/core/glob.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int firstFileLine = 3; ///< after the table's name, the root and "file = ["

} // namespace

std::optional<LayoutPlace> layoutPlaceOf(const ExpectedLayout &layout, const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    const QString root = layout.root.isEmpty() ? QString() : layout.root + u'/';
    if (!clean.startsWith(root))
        return std::nullopt;
    const QString below = clean.sliced(root.size());
    const auto speaksOf = [&](const QString &pattern) { return pattern == below || Glob(pattern).matches(below); };
    for (int i = 0; i < layout.files.size(); ++i)
        if (speaksOf(layout.files[i].path))
            return LayoutPlace{firstFileLine + i, false};
    for (const QString &pattern : layout.allow)
        if (speaksOf(pattern))
            return LayoutPlace{firstFileLine + int(layout.files.size()) + 1, true};
    return std::nullopt;
}

} // namespace unmoor
