// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/editabletext.h"

#include "changelog/markdownlines.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString textOf(const QByteArray &bytes, const MarkdownLine &line)
{
    return QString::fromUtf8(QByteArrayView(bytes).sliced(line.begin, line.textEnd - line.begin));
}

bool isIn(const ChangelogSection &section, const MarkdownLine &line)
{
    return line.begin >= section.bodyBegin && line.begin < section.bodyEnd;
}

/// The body ends before the end of its last line: that line end is the first character of what follows.
EditableText splitAt(const Changelog &changelog, const ChangelogSection &section)
{
    const QByteArray &bytes = changelog.bytes();
    EditableText text{.body = section.body, .headingLine = section.headingLine};
    qsizetype bodyLines = section.body.count(u'\n') + 1;
    bool above = true;
    for (const MarkdownLine &line : markdownLines(bytes)) {
        const QString words = textOf(bytes, line);
        const QString end = line.end > line.textEnd ? u"\n"_s : QString();
        if (above && isIn(section, line) && !words.trimmed().isEmpty())
            above = false;
        if (above)
            text.before += words + end;
        else if (--bodyLines > 0)
            continue;
        else
            text.after += bodyLines == 0 ? end : words + end;
    }
    return text;
}

/// Where the words of an empty section will stand, found by writing some.
EditableText splitEmpty(const Changelog &changelog, const ChangelogSection &section)
{
    const Changelog filled = Changelog::parse(changelog.withBody(section, u"x"_s));
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
    EditableText text;
    for (const MarkdownLine &line : markdownLines(changelog.bytes()))
        text.before += textOf(changelog.bytes(), line) + (line.end > line.textEnd ? u"\n"_s : QString());
    return text;
}

} // namespace unmoor
