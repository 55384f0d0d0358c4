// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/changelog.h"

namespace unmoor {

/// How a changelog sorts what a release brings.
struct EntryStyle
{
    enum class Kind {
        Plain, ///< "- text"
        Groups, ///< "### Added" over its entries, after keepachangelog.com
        Prefixes, ///< "- Fix: text"
    };

    Kind kind = Kind::Plain;
    QString bullet = QStringLiteral("-");
    int groupLevel = 3; ///< of the groups' headings

    bool operator==(const EntryStyle &) const = default;
};

/// The style that most of the newest sections with entries have; Plain for a file without any.
EntryStyle entryStyleOf(const Changelog &changelog);

} // namespace unmoor
