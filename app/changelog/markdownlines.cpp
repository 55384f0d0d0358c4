// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog/markdownlines.h"

#include "changelog/linestart.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Kind = MarkdownLine::Kind;

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
    Kind kindOf(qsizetype index)
    {
        measure(textOf(m_bytes, m_lines[index]));
        if (isInsideBlock())
            return m_fence.mark ? fenced() : html();
        if (m_text.isEmpty()) {
            endParagraph();
            return Kind::Blank;
        }
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

    Kind fenced()
    {
        if (m_indent - m_blockIndent < 4 && endsFence(m_text, m_fence))
            m_fence = {};
        return Kind::Code;
    }

    Kind html()
    {
        const HtmlStart html = m_html;
        const bool ends = endsHtml(m_text, html);
        if (ends)
            m_html = HtmlStart::None;
        if (html == HtmlStart::Comment) {
            const bool hasMore = ends && !m_text.sliced(m_text.indexOf("-->") + 3).trimmed().isEmpty();
            return hasMore ? Kind::Text : Kind::Comment;
        }
        return m_text.isEmpty() ? Kind::Blank : Kind::Text;
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
            || htmlStart(m_text) != HtmlStart::None || m_text.startsWith('>')
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
    Kind listed(int indent)
    {
        m_paragraph = -1;
        if (indent >= 4 && !m_isInParagraph)
            return Kind::Code;
        if (indent < 4 && startFenceOrHtml(m_lists.last()))
            return m_fence.mark ? Kind::Code : html();
        if (indent < 4 && !isThematicBreak(m_text) && startList())
            return Kind::Text;
        m_isInParagraph = !headingLevel(m_text) && !isThematicBreak(m_text);
        return Kind::Text;
    }

    Kind topLevel(qsizetype index)
    {
        if (m_indent >= 4)
            return m_isInParagraph ? Kind::Text : Kind::Code;
        if (const int level = headingLevel(m_text))
            return heading(index, level);
        if (const int level = underlineLevel(m_text); level && m_paragraph >= 0)
            return underline(index, level);
        if (isThematicBreak(m_text)) {
            endParagraph();
            return Kind::Rule;
        }
        if (startFenceOrHtml(0))
            return m_fence.mark ? Kind::Code : html();
        if (startList())
            return Kind::Text;
        return text(index);
    }

    Kind heading(qsizetype index, int level)
    {
        endParagraph();
        m_lines[index].level = level;
        return Kind::Heading;
    }

    Kind underline(qsizetype index, int level)
    {
        m_lines[m_paragraph].kind = Kind::Heading;
        m_lines[m_paragraph].level = level;
        for (qsizetype i = m_paragraph + 1; i < index; ++i)
            m_lines[i].kind = Kind::HeadingRest;
        endParagraph();
        return Kind::HeadingRest;
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

    Kind text(qsizetype index)
    {
        if (!m_isInParagraph && isDefinition(m_text))
            return Kind::Definition;
        if (m_text.startsWith('>'))
            m_paragraph = -1;
        else if (!m_isInParagraph)
            m_paragraph = index;
        m_isInParagraph = true;
        return Kind::Text;
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
        if (lines[i].kind != Kind::Heading)
            continue;
        MarkdownHeading heading{lines[i].level, headingText(bytes, lines[i]), i, i};
        while (heading.lastLine + 1 < lines.size() && lines[heading.lastLine + 1].kind == Kind::HeadingRest)
            ++heading.lastLine;
        for (qsizetype more = i + 1; more < heading.lastLine; ++more)
            heading.text += u' ' + QString::fromUtf8(textOf(bytes, lines[more]).trimmed());
        headings.append(heading);
    }
    return headings;
}

} // namespace unmoor
