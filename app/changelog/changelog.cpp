// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog/changelog.h"

#include "changelog/markdownlines.h"
#include "changelog/releaseheading.h"

#include <QMap>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Form = ReleaseHeading::Form;
using Kind = MarkdownLine::Kind;

struct Candidate
{
    MarkdownHeading heading;
    ReleaseHeading release;
};

QList<Candidate> candidatesAmong(const QList<MarkdownHeading> &headings)
{
    QList<Candidate> candidates;
    for (const MarkdownHeading &heading : headings) {
        if (const auto release = parseReleaseHeading(heading.text))
            candidates.append({heading, *release});
    }
    return candidates;
}

/// In a file without release headings, lines that stand for them: the first of a paragraph, nothing but a version and
/// its date, "**4.2.5 / 2023-06-22**".
QList<Candidate> linesForHeadings(const QByteArray &bytes, const QList<MarkdownLine> &lines)
{
    static const QRegularExpression start(uR"(^(\*\*|__)?[^\w\s>|+*-]{0,4} ?\[?v?\d)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QList<Candidate> candidates;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].kind != Kind::Text || (i > 0 && lines[i - 1].isWords()) || lines[i].textEnd - lines[i].begin > 100)
            continue;
        const QString text = QString::fromUtf8(bytes.sliced(lines[i].begin, lines[i].textEnd - lines[i].begin));
        if (!start.match(text).hasMatch())
            continue;
        const auto release = parseReleaseHeading(text);
        if (release && release->form == Form::Complete && release->date.isValid())
            candidates.append({{ChangelogSection::noHeading, text.trimmed(), i, i}, *release});
    }
    return candidates;
}

Form formOf(const Candidate &candidate)
{
    return candidate.release.form;
}

/// The level that most headings of one form have, the upper one in a tie; 0 where there is none.
int usualLevel(const QList<Candidate> &candidates, Form form, bool unreleased)
{
    QMap<int, int> counts;
    for (const Candidate &candidate : candidates) {
        if (formOf(candidate) == form && candidate.release.unreleased == unreleased)
            ++counts[candidate.heading.level];
    }
    const auto most = std::ranges::max_element(counts);
    return most == counts.end() ? 0 : most.key();
}

/// Which of the headings that name a version begin a release's section. The release level is the one that most
/// headings have which name nothing but a version. Such headings count at that level and above; below it only with
/// both a date and a URL, the way semantic-release and its kin write patch releases. At the release level itself,
/// headings that go on ("1.0.5 – Driftwood") count too. A name before the version ("minne 1.0.5") counts only in a
/// file that always writes it, and only that name.
class ReleaseRule
{
public:
    explicit ReleaseRule(const QList<Candidate> &candidates)
    {
        for (const Form form : {Form::Complete, Form::GoesOn, Form::Named}) {
            m_level = usualLevel(candidates, form, false);
            if (m_level && form == Form::Named)
                m_name = std::ranges::find(candidates, form, formOf)->release.name;
            if (m_level)
                break;
        }
        if (!m_level)
            m_level = usualLevel(candidates, Form::Complete, true);
    }

    bool counts(const Candidate &candidate) const
    {
        const auto &[heading, release] = candidate;
        switch (release.form) {
        case Form::Complete:
            return heading.level <= m_level || (release.hasUrl && release.date.isValid());
        case Form::GoesOn:
            return heading.level == m_level;
        case Form::Named:
            return heading.level == m_level && release.name.compare(m_name, Qt::CaseInsensitive) == 0;
        }
        Q_UNREACHABLE_RETURN(false);
    }

private:
    int m_level = 0;
    QString m_name; ///< empty where versions stand alone
};

/// Some files give the parts of a release a higher level than the release itself.
bool isPart(const MarkdownHeading &heading)
{
    static const QRegularExpression pattern(
        uR"(^((new|other|bug|breaking|internal|notable|minor|major|patch) ?)?(features?|fix(es)?|bugs?|bugfixes|changes|)"
        uR"(added|changed|deprecated|removed|fixed|security|improvements?|enhancements?|packaging|locales?|)"
        uR"(deprecations|documentation|docs|performance|tests|dependencies)(?![\w.]))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(heading.text).hasMatch();
}

/// The line at which a heading of a higher level ends the section of \a own, before \a end.
qsizetype endOf(const MarkdownHeading &own, const QList<MarkdownHeading> &headings, qsizetype end)
{
    auto other = std::ranges::upper_bound(headings, own.lastLine, {}, &MarkdownHeading::firstLine);
    for (; other != headings.end() && other->firstLine < end; ++other) {
        if (other->level < own.level && !isPart(*other))
            return other->firstLine;
    }
    return end;
}

/// Link definitions at the file's end serve the whole file, not the last release.
qsizetype withoutFooter(const QList<MarkdownLine> &lines, qsizetype first, qsizetype end)
{
    qsizetype footer = end;
    for (qsizetype i = end; i > first; --i) {
        const Kind kind = lines[i - 1].kind;
        if (kind == Kind::Definition)
            footer = i - 1;
        else if (kind != Kind::Blank && kind != Kind::Comment)
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

ChangelogSection sectionOf(const QByteArray &bytes, const QList<MarkdownLine> &lines, const Candidate &candidate,
                           qsizetype end)
{
    const auto &[heading, release] = candidate;
    const qsizetype first = heading.lastLine + 1;
    if (end == lines.size())
        end = withoutFooter(lines, first, end);
    ChangelogSection section{.heading = heading.text, .level = heading.level, .version = release.version};
    section.date = release.date;
    section.unreleased = release.unreleased;
    section.headingLine = int(heading.firstLine) + 1;
    section.lastLine = int(end);
    section.headingBegin = lines[heading.firstLine].begin;
    section.bodyBegin = lines[heading.lastLine].end;
    section.bodyEnd = lines[end - 1].end;
    section.body = textBetween(bytes, lines, first, end);
    return section;
}

} // namespace

Changelog Changelog::parse(const QByteArray &bytes)
{
    Changelog changelog;
    changelog.m_bytes = bytes;
    const QList<MarkdownLine> lines = markdownLines(bytes);
    const QList<MarkdownHeading> headings = markdownHeadings(bytes, lines);
    QList<Candidate> releases = candidatesAmong(headings);
    releases.removeIf([rule = ReleaseRule(releases)](const Candidate &candidate) { return !rule.counts(candidate); });
    if (releases.isEmpty())
        releases = linesForHeadings(bytes, lines);
    for (qsizetype i = 0; i < releases.size(); ++i) {
        const MarkdownHeading &own = releases[i].heading;
        qsizetype end = i + 1 < releases.size() ? releases[i + 1].heading.firstLine : lines.size();
        end = endOf(own, headings, end);
        changelog.m_sections.append(sectionOf(bytes, lines, releases[i], end));
    }
    return changelog;
}

QList<ChangelogSection> Changelog::sectionsFor(const QString &version) const
{
    QList<ChangelogSection> found;
    for (const ChangelogSection &section : m_sections) {
        if (!section.unreleased && section.version == version)
            found.append(section);
    }
    return found;
}

} // namespace unmoor
