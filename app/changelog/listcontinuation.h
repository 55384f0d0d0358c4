// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace unmoor {

/// A line of Markdown that begins with a list's marker.
struct ListItem
{
    QString next; ///< what the next item begins with: "- ", "  3. ", "- [ ] "
    qsizetype contentAt = 0;
    bool isEmpty = false; ///< a marker and nothing else
};

/// nullopt where \a line is no list item.
std::optional<ListItem> listItem(const QString &line);

} // namespace unmoor
