// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/livenotes.h"

#include "changelog/markdownlines.h"
#include "notes/editabletext.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LiveNotes)
};

/// The line of the heading that \a finding is about; 0 where it is about none.
int lineOf(const Finding &finding, const Changelog &changelog, const QString &version)
{
    const QList<ChangelogSection> sections = changelog.sectionsFor(version);
    const QStringList aboutSection{u"section-empty"_s, u"section-duplicate"_s, u"body-too-long"_s};
    if (finding.code == u"section-unreleased-only") {
        const auto found = std::ranges::find(changelog.sections(), true, &ChangelogSection::unreleased);
        return found == changelog.sections().end() ? 0 : found->headingLine;
    }
    if (sections.isEmpty() || !aboutSection.contains(finding.code))
        return 0;
    return finding.code == u"section-duplicate" ? sections.last().headingLine : sections.first().headingLine;
}

/// Where the code block or comment begins that \a body does not close; 0-based.
int openBlockLine(const QString &body)
{
    using Kind = MarkdownLine::Kind;
    const QList<MarkdownLine> lines = markdownLines(body.toUtf8());
    const auto isOpen = [](const MarkdownLine &line) { return line.kind == Kind::Code || line.kind == Kind::Comment; };
    const auto begin = std::find_if_not(lines.rbegin(), lines.rend(), isOpen);
    return int(std::clamp<qsizetype>(lines.rend() - begin, 0, std::max<qsizetype>(lines.size() - 1, 0)));
}

Finding endsEarly(int line, const ChangelogSection &section, const QString &fileName)
{
    return {Severity::Warning, u"section-cut"_s, fileName,
            Words::tr("The heading in line %1 ends the section: what stands below it does not become part of %2.")
                .arg(QString::number(line), section.version),
            Words::tr("Take a deeper heading for parts of a release, such as \"%1 Fixed\".")
                .arg(QString(section.level + 1, u'#'))};
}

Finding takesTooMuch(int line, const QString &fileName)
{
    return {
        Severity::Error, u"section-open"_s, fileName,
        Words::tr("What begins in line %1 has no end, so the releases below would become part of this one.").arg(line),
        Words::tr("Close the code block with ```, or the comment with -->.")};
}

int firstBodyLine(const Changelog &changelog, const ChangelogSection &section)
{
    const QList<MarkdownLine> lines = markdownLines(changelog.bytes());
    const auto first = std::ranges::find_if(lines, [&section](const MarkdownLine &line) {
        return line.begin >= section.bodyBegin && line.kind != MarkdownLine::Kind::Blank;
    });
    return int(first - lines.begin()) + 1;
}

/// Whether what would be read back from \a after is what was typed.
std::optional<NotesProblem> misread(const Changelog &after, const ChangelogSection &section, const QString &typed,
                                    const QString &fileName)
{
    const auto &sections = after.sections();
    const auto own = std::ranges::find(sections, section.headingLine, &ChangelogSection::headingLine);
    if (own == sections.end() || own->body == typed)
        return std::nullopt;
    if (own->body.size() < typed.size())
        return NotesProblem{endsEarly(own->lastLine + 1, section, fileName), own->lastLine + 1};
    const int line = firstBodyLine(after, *own) + openBlockLine(typed);
    return NotesProblem{takesTooMuch(line, fileName), line};
}

} // namespace

QList<NotesProblem> problemsOf(const ReleaseNotes &notes, const Changelog &changelog)
{
    QList<NotesProblem> problems;
    for (const Finding &finding : notes.findings)
        problems.append({finding, lineOf(finding, changelog, notes.version)});
    return problems;
}

LiveNotes liveNotes(const Changelog &base, const ChangelogSection &section, const QString &body,
                    const QString &fileName)
{
    const Changelog after = Changelog::parse(base.withBody(section, body));
    const ReleaseNotes notes = releaseNotes(after, section.version, fileName);
    LiveNotes live{.body = notes.body, .characters = notes.body.toUcs4().size()};
    live.problems = problemsOf(notes, after);
    if (const auto problem = misread(after, section, withoutBlankEnds(body), fileName))
        live.problems.prepend(*problem);
    return live;
}

} // namespace unmoor
