// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace unmoor {

/// What people read in place of a gate's \a name: that of one that is always checked is translated, that of a [[gate]]
/// is the project's own. Documents have the name.
inline QString gateTitle(const QString &name)
{
    static constexpr const char *always[]{QT_TRANSLATE_NOOP("Unmoor", "Clean checkout"),
                                          QT_TRANSLATE_NOOP("Unmoor", "Commit is on GitHub"),
                                          QT_TRANSLATE_NOOP("Unmoor", "Tag is free"),
                                          QT_TRANSLATE_NOOP("Unmoor", "Lock file"),
                                          QT_TRANSLATE_NOOP("Unmoor", "Version"),
                                          QT_TRANSLATE_NOOP("Unmoor", "Changelog"),
                                          QT_TRANSLATE_NOOP("Unmoor", "Targets"),
                                          QT_TRANSLATE_NOOP("Unmoor", "File names"),
                                          QT_TRANSLATE_NOOP("Unmoor", "Files of the checkout"),
                                          QT_TRANSLATE_NOOP("Unmoor", "Container image")};
    for (const char *one : always)
        if (name == QLatin1StringView(one))
            return QCoreApplication::translate("Unmoor", one);
    return name;
}

} // namespace unmoor
