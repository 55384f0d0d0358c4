// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/editabletext.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Text of whole lines, with "\n" line ends and without a byte order mark.
QString textOf(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    if (text.contains(u'\r'))
        text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return text;
}

/// Where the line that begins at \a begin ends: its text, and its line end too.
std::pair<qsizetype, qsizetype> lineEnds(const QByteArray &bytes, qsizetype begin)
{
    qsizetype end = begin;
    while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r')
        ++end;
    const bool isPair = bytes.mid(end, 2) == "\r\n";
    return {end, std::min(end + (isPair ? 2 : 1), bytes.size())};
}

/// The body ends before the end of its last line: that line end is the first character of what follows. Only the
/// section's lines are looked at, however long the file is.
EditableText splitAt(const Changelog &changelog, const ChangelogSection &section)
{
    const QByteArray &bytes = changelog.bytes();
    qsizetype begin = section.bodyBegin;
    for (; begin < section.bodyEnd; begin = lineEnds(bytes, begin).second) {
        const qsizetype textEnd = lineEnds(bytes, begin).first;
        if (!QString::fromUtf8(QByteArrayView(bytes).sliced(begin, textEnd - begin)).trimmed().isEmpty())
            break;
    }
    qsizetype end = lineEnds(bytes, begin).first;
    for (qsizetype lines = section.body.count(u'\n'); lines > 0; --lines)
        end = lineEnds(bytes, lineEnds(bytes, end).second).first;
    return {.before = textOf(QByteArrayView(bytes).first(begin)),
            .body = section.body,
            .after = textOf(QByteArrayView(bytes).sliced(end)),
            .headingLine = section.headingLine};
}

/// Where the words of an empty section will stand, found by writing some.
EditableText splitEmpty(const Changelog &changelog, const ChangelogSection &section)
{
    const Changelog filled = changelog.with(changelog.withBody(section, u"x"_s));
    for (const ChangelogSection &other : filled.sections()) {
        if (other.headingLine != section.headingLine)
            continue;
        EditableText text = splitAt(filled, other);
        text.body.clear();
        return text;
    }
    return lockedText(changelog);
}

} // namespace

QString withoutBlankEnds(const QString &text)
{
    QStringList lines = text.split(u'\n');
    const auto isBlank = [](const QString &line) { return line.trimmed().isEmpty(); };
    while (!lines.isEmpty() && isBlank(lines.last()))
        lines.removeLast();
    while (!lines.isEmpty() && isBlank(lines.first()))
        lines.removeFirst();
    return lines.join(u'\n');
}

EditableText editableText(const Changelog &changelog, const ChangelogSection &section)
{
    return section.body.isEmpty() ? splitEmpty(changelog, section) : splitAt(changelog, section);
}

EditableText lockedText(const Changelog &changelog)
{
    return {.before = textOf(changelog.bytes())};
}

} // namespace unmoor
