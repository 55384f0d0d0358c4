// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/linestart.h"

#include <QRegularExpression>
#include <QString>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

qsizetype runLength(QByteArrayView text, char mark)
{
    return std::ranges::find_if(text, [mark](char c) { return c != mark; }) - text.begin();
}

bool matches(const QRegularExpression &pattern, QByteArrayView text)
{
    return pattern.match(QString::fromUtf8(text)).hasMatch();
}

} // namespace

int headingLevel(QByteArrayView text)
{
    const qsizetype level = runLength(text, '#');
    const bool ends = level == text.size() || isSpace(text[level]);
    return level >= 1 && level <= 6 && ends ? int(level) : 0;
}

int underlineLevel(QByteArrayView text)
{
    const QByteArrayView line = text.trimmed();
    if (line.isEmpty() || runLength(line, line.front()) != line.size())
        return 0;
    return line.front() == '=' ? 1 : line.front() == '-' ? 2 : 0;
}

bool isThematicBreak(QByteArrayView text)
{
    if (text.isEmpty() || !QByteArrayView("-_*").contains(text.front()))
        return false;
    return std::ranges::all_of(text, [&](char c) { return c == text.front() || isSpace(c); })
        && std::ranges::count(text, text.front()) >= 3;
}

bool isDefinition(QByteArrayView text)
{
    static const QRegularExpression pattern(uR"(^\[[^\[\]^][^\[\]]*\]:[ \t]*\S+)"_s);
    return text.startsWith('[') && matches(pattern, text);
}

bool isFootnote(QByteArrayView text)
{
    static const QRegularExpression pattern(uR"(^\[\^[^\[\]\s]+\]:)"_s);
    return text.startsWith("[^") && matches(pattern, text);
}

char conflictMark(QByteArrayView text)
{
    constexpr qsizetype length = 7;
    if (text.isEmpty() || !QByteArrayView("<|=>").contains(text.front()) || runLength(text, text.front()) != length)
        return 0;
    const bool isAlone = text.size() == length;
    return isAlone || (text.front() != '=' && isSpace(text[length])) ? text.front() : char(0);
}

FenceStart fenceStart(QByteArrayView text)
{
    if (text.isEmpty() || (text.front() != '`' && text.front() != '~'))
        return {};
    const FenceStart fence{text.front(), runLength(text, text.front())};
    // "```code```" is code inside a line.
    const bool isInline = fence.mark == '`' && text.sliced(fence.length).contains('`');
    return fence.length < 3 || isInline ? FenceStart{} : fence;
}

bool endsFence(QByteArrayView text, FenceStart fence)
{
    const qsizetype length = runLength(text, fence.mark);
    return length >= fence.length && text.sliced(length).trimmed().isEmpty();
}

ListStart listStart(QByteArrayView text)
{
    qsizetype marker = 0;
    while (marker < text.size() && marker < 9 && text[marker] >= '0' && text[marker] <= '9')
        ++marker;
    const bool isOrdered = marker > 0;
    const QByteArrayView ends = isOrdered ? QByteArrayView(".)") : QByteArrayView("-+*");
    if (marker == text.size() || !ends.contains(text[marker]))
        return {};
    const bool isOne = text.first(marker) == "1";
    ++marker;
    if (marker == text.size())
        return {int(marker) + 1, false, marker};
    if (!isSpace(text[marker]))
        return {};
    qsizetype content = marker;
    while (content < text.size() && text[content] == ' ')
        ++content;
    const bool isEmpty = text.sliced(marker).trimmed().isEmpty();
    // Five spaces or more, or a tab: the item begins with indented code, or is empty.
    if (content - marker > 4 || content == marker || isEmpty)
        content = marker + 1;
    return {int(content), (!isOrdered || isOne) && !isEmpty, content};
}

HtmlStart htmlStart(QByteArrayView text)
{
    static const QRegularExpression raw(uR"(^<(pre|script|style|textarea)([\s>]|$))"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression block(
        uR"(^</?(address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|)"
        uR"(div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|)"
        uR"(li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|)"
        uR"(tfoot|th|thead|title|tr|track|ul)(\s|/?>|$))"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (!text.startsWith('<'))
        return HtmlStart::None;
    if (text.startsWith("<!--"))
        return HtmlStart::Comment;
    if (matches(raw, text))
        return HtmlStart::Raw;
    return matches(block, text) ? HtmlStart::Block : HtmlStart::None;
}

bool isLoneTag(QByteArrayView text)
{
    static const QRegularExpression tag(
        uR"(^<(/[a-z][a-z0-9-]*\s*|[a-z][a-z0-9-]*(\s+[a-z_:][\w.:-]*(\s*=\s*([^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*/?)>\s*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.startsWith('<') && matches(tag, text);
}

bool endsHtml(QByteArrayView text, HtmlStart html)
{
    static const QRegularExpression rawEnd(u"</(pre|script|style|textarea)>"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (html == HtmlStart::Comment)
        return text.contains("-->");
    return html == HtmlStart::Raw ? matches(rawEnd, text) : text.trimmed().isEmpty();
}

} // namespace unmoor
