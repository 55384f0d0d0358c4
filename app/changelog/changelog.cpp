// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/changelog.h"

#include "app/changelog/releaserule.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The line at which a heading of a higher level ends the section of \a own, before \a end.
qsizetype endOf(const MarkdownHeading &own, const QList<MarkdownHeading> &headings, qsizetype end)
{
    auto other = std::ranges::upper_bound(headings, own.lastLine, {}, &MarkdownHeading::firstLine);
    for (; other != headings.end() && other->firstLine < end; ++other) {
        if (other->level < own.level && !isReleasePart(*other))
            return other->firstLine;
    }
    return end;
}

/// Link definitions and footnotes at the file's end serve the whole file, not the last release.
qsizetype withoutFooter(const QList<MarkdownLine> &lines, qsizetype first, qsizetype end)
{
    qsizetype footer = end;
    for (qsizetype i = end; i > first; --i) {
        const MarkdownLine::Kind kind = lines[i - 1].kind;
        if (kind == MarkdownLine::Kind::Definition || kind == MarkdownLine::Kind::Footnote)
            footer = i - 1;
        else if (kind != MarkdownLine::Kind::Blank && kind != MarkdownLine::Kind::Comment)
            break;
    }
    return footer;
}

QString textBetween(const QByteArray &bytes, const QList<MarkdownLine> &lines, qsizetype first, qsizetype end)
{
    QStringList text;
    for (qsizetype i = first; i < end; ++i)
        text.append(QString::fromUtf8(QByteArrayView(bytes).sliced(lines[i].begin, lines[i].textEnd - lines[i].begin)));
    const auto isBlank = [](const QString &line) { return line.trimmed().isEmpty(); };
    while (!text.isEmpty() && isBlank(text.last()))
        text.removeLast();
    while (!text.isEmpty() && isBlank(text.first()))
        text.removeFirst();
    return text.join(u'\n');
}

ChangelogSection sectionOf(const QByteArray &bytes, const QList<MarkdownLine> &lines, const ReleaseStart &start,
                           qsizetype begin, qsizetype end)
{
    const auto &[heading, release, isOthers] = start;
    const qsizetype first = heading.lastLine + 1;
    if (end == lines.size())
        end = withoutFooter(lines, first, end);
    return {.heading = heading.text,
            .level = heading.level,
            .version = release.version,
            .package = release.name,
            .date = release.date,
            .remarks = release.remarks,
            .unreleased = release.unreleased,
            .isOthers = isOthers,
            .headingLine = int(heading.firstLine) + 1,
            .lastLine = int(end),
            .begin = lines[begin].begin,
            .headingBegin = lines[heading.firstLine].begin,
            .bodyBegin = lines[heading.lastLine].end,
            .bodyEnd = lines[end - 1].end,
            .body = textBetween(bytes, lines, first, end)};
}

} // namespace

Changelog Changelog::parse(const QByteArray &bytes, const ChangelogReading &reading)
{
    Changelog changelog;
    changelog.m_bytes = bytes;
    changelog.m_reading = reading;
    const QList<MarkdownLine> lines = markdownLines(bytes);
    const QList<MarkdownHeading> headings = markdownHeadings(bytes, lines);
    const ReleaseStarts found = releaseStarts(bytes, lines, headings, reading);
    changelog.m_rivals = found.rivals;
    const SectionHeads heads(bytes, lines);
    QList<qsizetype> begins;
    for (qsizetype i = 0; i < found.starts.size(); ++i)
        begins.append(heads.beginOf(found.starts[i].heading.firstLine,
                                    i > 0 ? found.starts[i - 1].heading.lastLine + 1 : 0, i == 0));
    begins.append(lines.size());
    for (qsizetype i = 0; i < found.starts.size(); ++i) {
        const qsizetype end = endOf(found.starts[i].heading, headings, begins[i + 1]);
        changelog.m_sections.append(sectionOf(bytes, lines, found.starts[i], begins[i], end));
    }
    return changelog;
}

QList<const ChangelogSection *> Changelog::releases() const
{
    QList<const ChangelogSection *> releases;
    for (const ChangelogSection &section : m_sections) {
        if (!section.unreleased && !section.isOthers)
            releases.append(&section);
    }
    return releases;
}

const ChangelogSection *Changelog::unreleased() const
{
    const auto found = std::ranges::find_if(
        m_sections, [](const ChangelogSection &section) { return section.unreleased && !section.isOthers; });
    return found == m_sections.end() ? nullptr : &*found;
}

QList<ChangelogSection> Changelog::sectionsFor(const QString &version) const
{
    QList<ChangelogSection> found;
    for (const ChangelogSection *section : releases()) {
        if (section->version == version)
            found.append(*section);
    }
    const auto isFinal = [](const ChangelogSection &section) { return section.remarks.stage.isEmpty(); };
    if (std::ranges::any_of(found, isFinal))
        found.removeIf(std::not_fn(isFinal));
    return found;
}

} // namespace unmoor
