// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/markdownhighlighter.h"

#include "app/changelog/linestart.h"
#include "ui/theme/theme.h"

#include <QRegularExpression>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The state after a line: 0, in a comment, or in a fence whose mark and length it holds.
constexpr int comment = 1, backticks = 2, tildes = 3;

int stateOf(FenceStart fence)
{
    return (int(fence.length) << 2) | (fence.mark == '`' ? backticks : tildes);
}

bool isFence(int state)
{
    return state > 0 && (state & 3) >= backticks;
}

FenceStart fenceOf(int state)
{
    return {(state & 3) == backticks ? '`' : '~', state >> 2};
}

int indentOf(const QString &text)
{
    qsizetype indent = 0;
    while (indent < text.size() && (text[indent] == u' ' || text[indent] == u'\t'))
        ++indent;
    return int(indent);
}

const QRegularExpression &inlineComment()
{
    static const QRegularExpression pattern(u"<!--.*?(-->|$)"_s);
    return pattern;
}

template <typename Function>
void forEachMatch(const QRegularExpression &pattern, const QString &text, Function function)
{
    for (const QRegularExpressionMatch &match : pattern.globalMatch(text))
        function(match);
}

} // namespace

MarkdownHighlighter::MarkdownHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
}

void MarkdownHighlighter::setPalette(const QPalette &palette)
{
    if (palette == m_palette)
        return;
    m_palette = palette;
    rehighlight();
}

void MarkdownHighlighter::setPart(int begin, int tail)
{
    m_begin = begin;
    m_tail = tail;
}

bool MarkdownHighlighter::isInPart(const QTextBlock &block) const
{
    return m_begin >= 0 && block.position() >= m_begin && block.position() <= document()->characterCount() - 1 - m_tail;
}

bool MarkdownHighlighter::isInCode(const QTextBlock &block)
{
    return isFence(block.userState()) || isFence(block.previous().userState());
}

void MarkdownHighlighter::highlightBlock(const QString &text)
{
    setCurrentBlockState(0);
    if (!isInPart(currentBlock())) {
        setFormat(0, int(text.size()), theme::color(theme::Role::SecondaryText, m_palette));
        return;
    }
    if (continueBlock(text) || startFence(text))
        return;
    highlightStart(text);
    highlightInline(text);
}

bool MarkdownHighlighter::continueBlock(const QString &text)
{
    const int before = previousBlockState();
    if (isFence(before)) {
        color(0, text.size(), theme::stateColor(theme::State::Waiting, m_palette));
        setCurrentBlockState(endsFence(text.trimmed().toUtf8(), fenceOf(before)) ? 0 : before);
        return true;
    }
    if (before != comment)
        return false;
    color(0, text.size(), theme::color(theme::Role::SecondaryText, m_palette));
    setCurrentBlockState(text.contains(u"-->") ? 0 : comment);
    return true;
}

bool MarkdownHighlighter::startFence(const QString &text)
{
    const FenceStart fence = fenceStart(text.trimmed().toUtf8());
    if (!fence.mark)
        return false;
    color(0, text.size(), theme::stateColor(theme::State::Waiting, m_palette));
    setCurrentBlockState(stateOf(fence));
    return true;
}

void MarkdownHighlighter::highlightStart(const QString &text)
{
    const int indent = indentOf(text);
    const QByteArray words = text.sliced(indent).toUtf8();
    const QColor accent = theme::color(theme::Role::Accent, m_palette);
    if (headingLevel(words)) {
        QTextCharFormat heading;
        heading.setForeground(accent);
        heading.setFontWeight(QFont::DemiBold);
        add(0, text.size(), heading);
    } else if (isThematicBreak(words) || words.startsWith('>')) {
        color(indent, isThematicBreak(words) ? text.size() : 1, accent);
    } else if (const ListStart list = listStart(words); list.width) {
        color(indent, list.contentAt, accent);
    }
}

/// Code comes first: what stands in it is no markup. Its characters are blanked for the patterns after it.
void MarkdownHighlighter::highlightInline(QString text)
{
    static const QRegularExpression code(uR"((?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`))"_s);
    static const QRegularExpression bold(uR"((\*\*|__)(?=\S)(.+?)(?<=\S)\1)"_s);
    static const QRegularExpression italic(
        uR"((?<![\w*])\*(?=[^\s*])[^*]+(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])[^_]+(?<=[^\s_])_(?![\w_]))"_s);
    static const QRegularExpression link(uR"(!?\[[^\[\]]*\](\([^()]*(\([^()]*\)[^()]*)*\)|\[[^\[\]]*\]))"_s);
    static const QRegularExpression url(uR"(<?https?://[^\s<>)\]]+>?)"_s);
    static const QRegularExpression reference(uR"((?<![\w/&])#\d+\b)"_s);
    const auto blank = [&text](const QRegularExpressionMatch &match) {
        text.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u'\x01'));
    };

    forEachMatch(code, QString(text), [&](const QRegularExpressionMatch &match) {
        color(match.capturedStart(), match.capturedLength(), theme::stateColor(theme::State::Waiting, m_palette));
        blank(match);
    });
    forEachMatch(inlineComment(), QString(text), [&](const QRegularExpressionMatch &match) {
        color(match.capturedStart(), match.capturedLength(), theme::color(theme::Role::SecondaryText, m_palette));
        if (match.capturedLength(1) == 0)
            setCurrentBlockState(comment);
        blank(match);
    });
    const QColor teal = theme::stateColor(theme::State::Cached, m_palette);
    for (const QRegularExpression *pattern : {&link, &url, &reference}) {
        forEachMatch(*pattern, text, [&](const QRegularExpressionMatch &match) {
            color(match.capturedStart(), match.capturedLength(), teal);
        });
    }
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    forEachMatch(bold, text, [&](const auto &match) { add(match.capturedStart(), match.capturedLength(), strong); });
    QTextCharFormat emphasis;
    emphasis.setFontItalic(true);
    forEachMatch(italic, text,
                 [&](const auto &match) { add(match.capturedStart(), match.capturedLength(), emphasis); });
}

void MarkdownHighlighter::color(qsizetype start, qsizetype length, const QColor &color)
{
    QTextCharFormat format;
    format.setForeground(color);
    add(start, length, format);
}

/// Formats pile up: bold code in a heading keeps all three.
void MarkdownHighlighter::add(qsizetype start, qsizetype length, const QTextCharFormat &format)
{
    for (qsizetype i = start; i < start + length; ++i) {
        QTextCharFormat merged = this->format(int(i));
        merged.merge(format);
        setFormat(int(i), 1, merged);
    }
}

} // namespace unmoor
