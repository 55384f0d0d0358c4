// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace unmoor {

/// How a line of Markdown begins. Each function takes the line without its indentation and its end.

struct FenceStart
{
    char mark = 0; ///< '`' or '~'; 0: no fence
    qsizetype length = 0;
};

struct ListStart
{
    int width = 0; ///< columns of the marker and the space after it; 0: no list item
    bool interrupts = false; ///< may follow a paragraph without a blank line
    qsizetype contentAt = 0; ///< offset of what the item holds
};

enum class HtmlStart { None, Comment, Raw, Block };

int headingLevel(QByteArrayView text); ///< of "## text"; 0: no heading
int underlineLevel(QByteArrayView text); ///< 1 for "===", 2 for "---"; 0: no underline
bool isThematicBreak(QByteArrayView text);
bool isDefinition(QByteArrayView text);
bool isFootnote(QByteArrayView text); ///< begins the text of a footnote, "[^1]: …"
/// The character of a line that git leaves where a merge did not go through: '<', '|', '=' or '>'; 0: none. A line of
/// seven "=" is one only between the others.
char conflictMark(QByteArrayView text);
FenceStart fenceStart(QByteArrayView text);
bool endsFence(QByteArrayView text, FenceStart fence);
ListStart listStart(QByteArrayView text);
HtmlStart htmlStart(QByteArrayView text); ///< Raw: <pre> and its like; Block: any other block, up to a blank line
bool isLoneTag(QByteArrayView text); ///< begins a Block too, but not inside a paragraph
bool endsHtml(QByteArrayView text, HtmlStart html);

} // namespace unmoor
