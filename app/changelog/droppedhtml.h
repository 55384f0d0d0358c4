// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace unmoor {

/// A piece of raw HTML that GitHub takes out before it shows a page.
struct DroppedHtml
{
    QString what; ///< "iframe"; of an attribute: "style"
    qsizetype at = 0; ///< in characters: of the element's tag, or of the space before the attribute
    qsizetype length = 0;
    bool isAttribute = false;
    bool isPlaceholder = false; ///< no element of HTML: "<version>", "Vec<T>"; it was meant to be read

    bool operator==(const DroppedHtml &) const = default;
};

/// The opening tags in one line of Markdown, code already blanked, that are not among those which GitHub lets through
/// (its html-pipeline's list), and attributes that carry style or scripts. An escaped "\<" is text.
QList<DroppedHtml> droppedHtml(const QString &line);

} // namespace unmoor
