// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/changelog.h"

#include "app/changelog/lineends.h"
#include "app/changelog/markdownlines.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The bytes of a section's body, in three: blank lines, words, blank lines.
struct BodyParts
{
    QByteArray before;
    QByteArray after; ///< begins with the line end of the last line with words
    bool hasWords = false;
};

BodyParts partsOf(const QByteArray &region)
{
    const QList<MarkdownLine> lines = markdownLines(region);
    const auto isBlank = [&](const MarkdownLine &line) {
        return QByteArrayView(region).sliced(line.begin, line.textEnd - line.begin).trimmed().isEmpty();
    };
    const auto first = std::ranges::find_if_not(lines, isBlank);
    if (first == lines.end())
        return {.before = region};
    const auto last = std::ranges::find_if_not(lines.rbegin(), lines.rend(), isBlank);
    return {region.first(first->begin), region.sliced(last->textEnd), true};
}

/// An empty section gets the blank lines that a filled one has: one above the words, at least one below.
BodyParts roomIn(const QByteArray &blank, const QByteArray &lineEnd, bool hasHeadingLineEnd, bool isLast)
{
    const QList<MarkdownLine> lines = markdownLines(blank);
    BodyParts parts;
    if (!hasHeadingLineEnd)
        parts.before = lineEnd;
    parts.before += lines.isEmpty() ? lineEnd : blank.first(lines.first().end);
    const QByteArray rest = lines.isEmpty() ? QByteArray() : blank.sliced(lines.first().end);
    if (isLast)
        parts.after = hasHeadingLineEnd ? lineEnd + rest : rest;
    else
        parts.after = lineEnd + (rest.isEmpty() ? lineEnd : rest);
    return parts;
}

/// Whether the line at \a at would go on with a paragraph above it instead of being what it is: a link's definition, or
/// a heading that is underlined.
bool needsRoomAbove(const QByteArray &bytes, qsizetype at)
{
    const QList<MarkdownLine> lines = markdownLines(bytes);
    const auto line = std::ranges::find(lines, at, &MarkdownLine::begin);
    if (line == lines.end())
        return false;
    const bool isUnderlined = line->kind == MarkdownLine::Kind::Heading
        && !bytes.sliced(line->begin, line->textEnd - line->begin).trimmed().startsWith('#');
    return line->kind == MarkdownLine::Kind::Definition || line->kind == MarkdownLine::Kind::Footnote || isUnderlined;
}

} // namespace

QByteArray Changelog::withBody(const ChangelogSection &section, const QString &body) const
{
    const QStringList lines = wordLines(body);
    // A file with mixed line ends keeps them where nothing changes.
    if (lines.join(u'\n') == section.body)
        return m_bytes;
    const QByteArray lineEnd = usualLineEnd(m_bytes);
    const QByteArray region = m_bytes.sliced(section.bodyBegin, section.bodyEnd - section.bodyBegin);
    BodyParts parts = partsOf(region);
    const QByteArray above = m_bytes.first(section.bodyBegin);
    if (!parts.hasWords)
        parts =
            roomIn(region, lineEnd, above.endsWith('\n') || above.endsWith('\r'), section.bodyEnd == m_bytes.size());
    const bool isOneLineEnd = parts.after == "\n" || parts.after == "\r\n" || parts.after == "\r";
    if (isOneLineEnd && !lines.isEmpty() && needsRoomAbove(m_bytes, section.bodyEnd))
        parts.after += lineEnd;
    const QByteArray words = lines.join(QString::fromLatin1(lineEnd)).toUtf8();
    return above + parts.before + words + parts.after + m_bytes.sliced(section.bodyEnd);
}

} // namespace unmoor
