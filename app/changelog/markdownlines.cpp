// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/markdownlines.h"

#include "app/changelog/linestart.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QList<MarkdownLine> splitLines(const QByteArray &bytes)
{
    QList<MarkdownLine> lines;
    qsizetype at = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (at < bytes.size()) {
        MarkdownLine line{.begin = at};
        while (at < bytes.size() && bytes[at] != '\n' && bytes[at] != '\r')
            ++at;
        line.textEnd = at;
        if (at < bytes.size())
            at += bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n' ? 2 : 1;
        line.end = at;
        lines.append(line);
    }
    return lines;
}

QByteArrayView textOf(const QByteArray &bytes, const MarkdownLine &line)
{
    return QByteArrayView(bytes).sliced(line.begin, line.textEnd - line.begin);
}

/// Goes through the lines once, with the state that CommonMark's block rules need.
class Sorter
{
public:
    explicit Sorter(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_lines(splitLines(bytes))
    {
    }

    QList<MarkdownLine> sorted()
    {
        for (qsizetype i = 0; i < m_lines.size(); ++i)
            m_lines[i].kind = kindOf(i);
        return m_lines;
    }

private:
    MarkdownLine::Kind kindOf(qsizetype index)
    {
        measure(textOf(m_bytes, m_lines[index]));
        if (isInsideBlock())
            return m_fence.mark ? fenced() : html();
        if (m_text.isEmpty()) {
            endParagraph();
            return MarkdownLine::Kind::Blank;
        }
        if (m_indent == 0 && isConflict(conflictMark(m_text)))
            return conflict();
        leaveLists();
        if (!m_lists.isEmpty())
            return listed(m_indent - m_lists.last());
        return topLevel(index);
    }

    void measure(QByteArrayView line)
    {
        m_indent = 0;
        qsizetype at = 0;
        for (; at < line.size() && (line[at] == ' ' || line[at] == '\t'); ++at)
            m_indent += line[at] == '\t' ? 4 - m_indent % 4 : 1;
        m_text = line.sliced(at);
    }

    /// A fence or HTML block inside a list item ends with the item.
    bool isInsideBlock()
    {
        if (!m_fence.mark && m_html == HtmlStart::None)
            return false;
        if (m_text.isEmpty() || m_indent >= m_blockIndent)
            return true;
        m_fence = {};
        m_html = HtmlStart::None;
        return false;
    }

    MarkdownLine::Kind fenced()
    {
        if (m_indent - m_blockIndent < 4 && endsFence(m_text, m_fence))
            m_fence = {};
        return MarkdownLine::Kind::Code;
    }

    MarkdownLine::Kind html()
    {
        const HtmlStart html = m_html;
        const bool ends = endsHtml(m_text, html);
        if (ends)
            m_html = HtmlStart::None;
        if (html == HtmlStart::Comment) {
            const bool hasMore = ends && !m_text.sliced(m_text.indexOf("-->") + 3).trimmed().isEmpty();
            return hasMore ? MarkdownLine::Kind::Text : MarkdownLine::Kind::Comment;
        }
        return m_text.isEmpty() ? MarkdownLine::Kind::Blank : MarkdownLine::Kind::Text;
    }

    /// "=======" is a heading's underline anywhere else, and "|||||||" may be a table.
    bool isConflict(char mark) const { return mark == '<' || mark == '>' || (mark && m_isInConflict); }

    MarkdownLine::Kind conflict()
    {
        m_isInConflict = m_text.front() != '>';
        m_isInFootnote = false;
        m_lists.clear();
        endParagraph();
        return MarkdownLine::Kind::Text;
    }

    void endParagraph()
    {
        m_paragraph = -1;
        m_isInParagraph = false;
    }

    bool startsBlock() const
    {
        const ListStart list = listStart(m_text);
        return headingLevel(m_text) || isThematicBreak(m_text) || fenceStart(m_text).mark
            || htmlStart(m_text) != HtmlStart::None || m_text.startsWith('>') || isFootnote(m_text)
            || (list.width && (list.interrupts || !m_isInParagraph));
    }

    /// A line that is indented less leaves the item, unless it goes on with the item's paragraph.
    void leaveLists()
    {
        if (m_isInParagraph && (m_indent >= 4 || !startsBlock()))
            return;
        while (!m_lists.isEmpty() && m_indent < m_lists.last()) {
            m_lists.removeLast();
            endParagraph();
        }
    }

    /// What a list item holds is no heading of the document.
    MarkdownLine::Kind listed(int indent)
    {
        m_paragraph = -1;
        if (indent >= 4 && !m_isInParagraph)
            return MarkdownLine::Kind::Code;
        if (indent < 4 && startFenceOrHtml(m_lists.last()))
            return m_fence.mark ? MarkdownLine::Kind::Code : html();
        if (indent < 4 && !isThematicBreak(m_text) && startList())
            return MarkdownLine::Kind::Text;
        m_isInParagraph = !headingLevel(m_text) && !isThematicBreak(m_text);
        return MarkdownLine::Kind::Text;
    }

    MarkdownLine::Kind topLevel(qsizetype index)
    {
        // A link's definition below a footnote is meant as one, though GitHub reads on.
        const bool isLink = isDefinition(m_text);
        if (m_isInFootnote && (m_indent >= 4 || (m_isInParagraph && !startsBlock() && !isLink)))
            return footnote();
        if (std::exchange(m_isInFootnote, false) && isLink)
            endParagraph();
        if (m_indent >= 4)
            return m_isInParagraph ? MarkdownLine::Kind::Text : MarkdownLine::Kind::Code;
        if (isFootnote(m_text))
            return footnote();
        if (const int level = headingLevel(m_text))
            return heading(index, level);
        if (const int level = underlineLevel(m_text); level && m_paragraph >= 0)
            return underline(index, level);
        if (isThematicBreak(m_text)) {
            endParagraph();
            return MarkdownLine::Kind::Rule;
        }
        if (startFenceOrHtml(0))
            return m_fence.mark ? MarkdownLine::Kind::Code : html();
        if (startList())
            return MarkdownLine::Kind::Text;
        return text(index);
    }

    MarkdownLine::Kind footnote()
    {
        m_paragraph = -1;
        m_isInParagraph = true;
        m_isInFootnote = true;
        return MarkdownLine::Kind::Footnote;
    }

    MarkdownLine::Kind heading(qsizetype index, int level)
    {
        endParagraph();
        m_lines[index].level = level;
        return MarkdownLine::Kind::Heading;
    }

    MarkdownLine::Kind underline(qsizetype index, int level)
    {
        m_lines[m_paragraph].kind = MarkdownLine::Kind::Heading;
        m_lines[m_paragraph].level = level;
        for (qsizetype i = m_paragraph + 1; i < index; ++i)
            m_lines[i].kind = MarkdownLine::Kind::HeadingRest;
        endParagraph();
        return MarkdownLine::Kind::HeadingRest;
    }

    bool startFenceOrHtml(int indent)
    {
        m_fence = fenceStart(m_text);
        m_html = m_fence.mark ? HtmlStart::None : htmlStart(m_text);
        if (m_html == HtmlStart::None && !m_isInParagraph && isLoneTag(m_text))
            m_html = HtmlStart::Block;
        if (!m_fence.mark && m_html == HtmlStart::None)
            return false;
        m_blockIndent = indent;
        endParagraph();
        return true;
    }

    bool startList()
    {
        const ListStart list = listStart(m_text);
        if (!list.width || (m_isInParagraph && m_lists.isEmpty() && !list.interrupts))
            return false;
        m_lists.append(m_indent + list.width);
        m_paragraph = -1;
        m_text = m_text.sliced(list.contentAt).trimmed();
        // "- ```" opens a fence that belongs to the item.
        if (!startFenceOrHtml(m_lists.last()))
            m_isInParagraph = !m_text.isEmpty() && !headingLevel(m_text);
        else if (m_html != HtmlStart::None)
            html();
        return true;
    }

    MarkdownLine::Kind text(qsizetype index)
    {
        if (!m_isInParagraph && isDefinition(m_text))
            return MarkdownLine::Kind::Definition;
        if (m_text.startsWith('>'))
            m_paragraph = -1;
        else if (!m_isInParagraph)
            m_paragraph = index;
        m_isInParagraph = true;
        return MarkdownLine::Kind::Text;
    }

    const QByteArray &m_bytes;
    QList<MarkdownLine> m_lines;
    QByteArrayView m_text; ///< the line without indentation
    int m_indent = 0; ///< in columns
    QList<int> m_lists; ///< columns at which the open list items' text begins
    FenceStart m_fence;
    HtmlStart m_html = HtmlStart::None;
    int m_blockIndent = 0; ///< of the list item that the fence or HTML block is in
    qsizetype m_paragraph = -1; ///< first line of the document's own paragraph that an underline would end
    bool m_isInFootnote = false; ///< also after blank lines: indented ones go on with it
    bool m_isInConflict = false; ///< after "<<<<<<<"
    bool m_isInParagraph = false; ///< of the document, a list item or a quote
};

QString headingText(const QByteArray &bytes, const MarkdownLine &line)
{
    const QByteArrayView text = textOf(bytes, line).trimmed();
    if (!headingLevel(text))
        return QString::fromUtf8(text);
    static const QRegularExpression closing(uR"((^|[ \t]+)#+$)"_s);
    return QString::fromUtf8(text.sliced(line.level)).trimmed().remove(closing);
}

} // namespace

QList<MarkdownLine> markdownLines(const QByteArray &bytes)
{
    return Sorter(bytes).sorted();
}

QList<MarkdownHeading> markdownHeadings(const QByteArray &bytes, const QList<MarkdownLine> &lines)
{
    QList<MarkdownHeading> headings;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].kind != MarkdownLine::Kind::Heading)
            continue;
        MarkdownHeading heading{lines[i].level, headingText(bytes, lines[i]), i, i};
        while (heading.lastLine + 1 < lines.size()
               && lines[heading.lastLine + 1].kind == MarkdownLine::Kind::HeadingRest)
            ++heading.lastLine;
        for (qsizetype more = i + 1; more < heading.lastLine; ++more)
            heading.text += u' ' + QString::fromUtf8(textOf(bytes, lines[more]).trimmed());
        headings.append(heading);
    }
    return headings;
}

} // namespace unmoor
