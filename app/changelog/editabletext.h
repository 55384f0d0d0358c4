// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/changelog.h"

namespace unmoor {

/// The lines of a changelog in three, with "\n" line ends: what stands above the body of one release's section, the
/// body, and what stands below it. Joined they are the whole file.
struct EditableText
{
    QString before; ///< empty, or ends with "\n"
    QString body; ///< without blank lines around it
    QString after; ///< empty, or begins with "\n"
    int headingLine = 0; ///< 1-based; 0: nothing can be edited

    QString whole() const { return before + body + after; }
    bool operator==(const EditableText &) const = default;
};

/// The file around the body of \a section. A section without a body is shown as it will be written: with an empty line
/// of its own between the blank ones.
EditableText editableText(const Changelog &changelog, const ChangelogSection &section);

/// The whole file as text that cannot be edited.
EditableText lockedText(const Changelog &changelog);

/// \a text without the blank lines at both ends, which a section's body never has.
QString withoutBlankEnds(const QString &text);

} // namespace unmoor
