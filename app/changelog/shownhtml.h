// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace unmoor {

/// A line of Markdown whose raw HTML is gone.
struct ShownHtml
{
    /// Stands in text for each piece that GitHub leaves out; of the range that Unicode keeps for private use.
    static constexpr QChar mark{u'\uE0D0'};

    QString text;
    QStringList dropped; ///< what the marks stand for, in their order: "<iframe>", "style"

    bool operator==(const ShownHtml &) const = default;
};

/// \a line, no code block, as GitHub shows its HTML: what it leaves out (see droppedHtml()) is a mark, formatting,
/// links and images are Markdown, of other elements the content is left. Code spans stay as they are. Elements that
/// span several lines lose their tags only.
ShownHtml shownHtml(const QString &line);

} // namespace unmoor
