// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace unmoor {

/// What one line of a Markdown file is, as far as finding release sections needs it.
struct MarkdownLine
{
    enum class Kind {
        Blank,
        Heading, ///< first line of a heading of the document itself, not of a list item or quote
        HeadingRest, ///< further lines of a setext heading, the underline included
        Rule, ///< a thematic break
        Comment, ///< part of an HTML comment, with nothing else on it
        Definition, ///< a link's definition, "[1.0.5]: https://…"
        Footnote, ///< a footnote's text, "[^1]: …", with the lines that go on with it
        Code, ///< fenced or indented
        Text, ///< everything else
    };

    Kind kind = Kind::Blank;
    int level = 0; ///< of a heading, 1 to 6
    qsizetype begin = 0; ///< byte offsets; a BOM belongs to no line
    qsizetype textEnd = 0; ///< without the line's end
    qsizetype end = 0; ///< with it: LF, CRLF or CR

    bool isWords() const { return kind == Kind::Text || kind == Kind::Code; } ///< something to read under a heading
};

struct MarkdownHeading
{
    int level = 0;
    QString text; ///< without "#" and underline, markup kept
    qsizetype firstLine = 0; ///< index into the lines
    qsizetype lastLine = 0;
};

/// Sorts the lines of \a bytes by CommonMark's block rules: fences, indented code, HTML blocks, lists, quotes; and
/// GitHub's footnotes. What git leaves of a merge ("<<<<<<< main") is text, and makes no headings of what it parts.
QList<MarkdownLine> markdownLines(const QByteArray &bytes);

QList<MarkdownHeading> markdownHeadings(const QByteArray &bytes, const QList<MarkdownLine> &lines);

} // namespace unmoor
