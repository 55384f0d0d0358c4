// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/releasenotes.h"

#include "app/changelog/bodychecks.h"
#include "app/changelog/foreignmarkup.h"
#include "app/changelog/headingchecks.h"
#include "app/changelog/linestart.h"
#include "app/changelog/markdownlines.h"
#include "app/changelog/sectionedit.h"
#include "app/core/format.h"
#include "app/core/words.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Whether anything is there to read: headings, rules, comments and link definitions say nothing by themselves.
bool saysSomething(const QString &body)
{
    return std::ranges::any_of(markdownLines(body.toUtf8()), &MarkdownLine::isWords);
}

/// The version heading that was meant, most likely: a near one, or else the first of the file.
const ChangelogSection *nearestSection(const Changelog &changelog, const QString &version)
{
    QStringList versions;
    const QList<const ChangelogSection *> releases = changelog.releases();
    for (const ChangelogSection *section : releases)
        versions.append(section->version);
    if (versions.isEmpty())
        return nullptr;
    const QString near = nearestWord(version, versions);
    return near.isEmpty() ? releases.first() : releases[versions.indexOf(near)];
}

Finding missing(const Changelog &changelog, const QString &version, const QString &fileName)
{
    Finding finding{Severity::Error, u"section-missing"_s, fileName};
    const ChangelogSection *near = nearestSection(changelog, version);
    if (near) {
        finding.message = Words::tr("%1 has no section for %2.").arg(fileName, version);
        finding.hint =
            Words::tr("The nearest heading is \"%1\" in line %2. Add a heading \"## %3\" with its entries, or "
                      "correct the version.")
                .arg(near->heading, QString::number(near->headingLine), version);
    } else {
        finding.message = Words::tr("%1 has no section for %2, nor for any other version.").arg(fileName, version);
        finding.hint = Words::tr("Add a heading \"## %1\" with its entries below.").arg(version);
    }
    return finding;
}

Finding unreleasedOnly(const ChangelogSection &section, const QString &version, const QString &fileName)
{
    return {Severity::Error, u"section-unreleased-only"_s, fileName,
            Words::tr("%1 has no section for %2; only \"%3\" in line %4 has new entries.")
                .arg(fileName, version, section.heading, QString::number(section.headingLine)),
            Words::tr("Put a heading \"%1 %2\" below line %3, above the entries that this release brings.")
                .arg(QString(section.level, u'#'), version)
                .arg(section.headingLine)};
}

/// The numbers as they are, and what follows without punctuation: "2.0.0rc1" out of "2.0.0-rc.1".
QString inPlainWords(const QString &version)
{
    static const QRegularExpression rest(u"[^0-9.].*$"_s);
    static const QRegularExpression punctuation(u"[^0-9a-z]"_s, QRegularExpression::CaseInsensitiveOption);
    const QString tail = rest.match(version).captured();
    return version.chopped(tail.size()) + QString(tail).remove(punctuation).toLower();
}

/// A heading of the same version in other words, "4.8" for 4.8.0 or "2.0.0rc1" for 2.0.0-rc.1: the release's section,
/// most likely, but not by its name.
std::optional<NotesProblem> sameInOtherWords(const Changelog &changelog, const NotesContext &context)
{
    for (const ChangelogSection *release : changelog.releases()) {
        const ChangelogSection &section = *release;
        const QString stage = section.remarks.stage.toLower();
        static const QRegularExpression candidate(u"release[ -]candidate"_s);
        const bool isSame = changelog.order(section.version, context.version) == 0
            || inPlainWords(section.version) == inPlainWords(context.version)
            || (!stage.isEmpty()
                && inPlainWords(section.version + QString(stage).replace(candidate, u"rc"_s))
                    == inPlainWords(context.version));
        if (!isSame)
            continue;
        NotesProblem problem{
            {Severity::Error, u"heading-near"_s, context.fileName,
             Words::tr("The heading \"%1\" in line %2 is not that of %3: it says %4.")
                 .arg(section.heading, QString::number(section.headingLine), context.version, section.version),
             Words::tr("Write both in the same way, in the heading or where the version comes from.")},
            section.headingLine};
        const QByteArray heading =
            changelog.bytes().sliced(section.headingBegin, section.bodyBegin - section.headingBegin);
        if (const qsizetype at = heading.indexOf(section.version.toUtf8()); at >= 0)
            problem.fix =
                NotesFix{Words::tr("Make it %1").arg(context.version),
                         {{section.headingBegin + at, section.version.toUtf8().size(), context.version.toUtf8()}}};
        return problem;
    }
    return std::nullopt;
}

/// The whole file after an edit that makes a section, as a fix.
std::optional<NotesFix> fixBy(const Result<QByteArray> &edited, const QString &label, const Changelog &changelog)
{
    if (!edited)
        return std::nullopt;
    return NotesFix{label, {{0, changelog.bytes().size(), *edited}}};
}

/// The version's sections in a file of several packages, none of which is known to be the project's.
std::optional<NotesProblem> ofOtherPackage(const Changelog &changelog, const NotesContext &context)
{
    const auto found = std::ranges::find_if(changelog.sections(), [&](const ChangelogSection &section) {
        return section.isOthers && section.version == context.version;
    });
    const bool isThere = found != changelog.sections().end();
    const QString project = changelog.reading().package;
    if (!changelog.rivals().isEmpty())
        return NotesProblem{{Severity::Error, u"section-other-package"_s, context.fileName,
                             Words::tr("%1 tells of several packages (%2), and none of them is called %3.")
                                 .arg(context.fileName, changelog.rivals().join(u", "_s), project),
                             Words::tr("Write the name that the headings have as \"name\" of [project] in unmoor.toml, "
                                       "or %1 into the headings of its releases.")
                                 .arg(project)},
                            isThere ? found->headingLine : changelog.sections().first().headingLine};
    if (!isThere || changelog.unreleased())
        return std::nullopt;
    return NotesProblem{
        {Severity::Error, u"section-other-package"_s, context.fileName,
         Words::tr("%1 has no section for %2 of %3; \"%4\" in line %5 is that of another package.")
             .arg(context.fileName, context.version, project, found->heading, QString::number(found->headingLine)),
         Words::tr("Add a section for %1, or correct the version.").arg(context.version)},
        found->headingLine};
}

NotesProblem absence(const Changelog &changelog, const NotesContext &context)
{
    const auto &[version, fileName, today] = std::tie(context.version, context.fileName, context.today);
    if (const auto unread = unreadHeading(changelog, context))
        return *unread;
    if (const auto foreign = foreignHeading(changelog, context))
        return *foreign;
    if (const auto others = ofOtherPackage(changelog, context))
        return *others;
    if (const auto near = sameInOtherWords(changelog, context))
        return *near;
    for (const ChangelogSection &section : changelog.sections()) {
        if (!section.unreleased || section.isOthers || !saysSomething(section.body))
            continue;
        NotesProblem problem{unreleasedOnly(section, version, fileName), section.headingLine};
        if (today.isValid())
            problem.fix = fixBy(promoteUnreleased(changelog, {version, today, {}}),
                                Words::tr("Make it %1").arg(version), changelog);
        return problem;
    }
    const ChangelogSection *near = nearestSection(changelog, version);
    NotesProblem problem{missing(changelog, version, fileName), near ? near->headingLine : 0};
    if (today.isValid())
        problem.fix = fixBy(insertSection(changelog, {version, today, {}}),
                            Words::tr("Insert a section for %1").arg(version), changelog);
    return problem;
}

Finding duplicate(const QList<ChangelogSection> &sections, const QString &version, const QString &fileName)
{
    QStringList lines;
    for (const ChangelogSection &section : sections)
        lines.append(QString::number(section.headingLine));
    const QString last = lines.takeLast();
    return {Severity::Error, u"section-duplicate"_s, fileName,
            Words::tr("%1 has %2 sections for %3, in lines %4 and %5.")
                .arg(fileName, QString::number(sections.size()), version, lines.join(u", "_s), last),
            Words::tr("Keep one of them: it cannot be known which one is meant.")};
}

Finding empty(const ChangelogSection &section, const QString &fileName)
{
    const QString message = section.body.isEmpty()
        ? Words::tr("The section \"%1\" in line %2 of %3 is empty.")
        : Words::tr("The section \"%1\" in line %2 of %3 holds only headings, comments or links' definitions.");
    return {Severity::Error, u"section-empty"_s, fileName,
            message.arg(section.heading, QString::number(section.headingLine), fileName),
            Words::tr("Write below the heading what this release brings.")};
}

Finding tooLong(const ChangelogSection &section, qsizetype count, const QString &fileName)
{
    return {Severity::Error, u"body-too-long"_s, fileName,
            Words::tr("The section in lines %1 to %2 of %3 has %4 characters; a release's body holds %5 at most.")
                .arg(section.headingLine)
                .arg(section.lastLine)
                .arg(fileName)
                .arg(count)
                .arg(maxReleaseBody),
            Words::tr("Cut %1 characters, for example by a link to the full text.").arg(count - maxReleaseBody)};
}

struct Footnote
{
    QString label; ///< "[^1]"
    QString text; ///< its lines
};

/// The footnotes of the file outside of \a section.
QList<Footnote> footnotesOutside(const QByteArray &bytes, const QList<MarkdownLine> &lines,
                                 const ChangelogSection &section)
{
    QList<Footnote> footnotes;
    QString blank; ///< lines that are part of a footnote if more of it follows
    bool isOpen = false;
    for (const MarkdownLine &line : lines) {
        const bool isInside = line.begin >= section.bodyBegin && line.begin < section.bodyEnd;
        const QByteArray text = bytes.sliced(line.begin, line.textEnd - line.begin);
        if (line.kind == MarkdownLine::Kind::Blank && isOpen) {
            blank += u'\n';
        } else if (line.kind != MarkdownLine::Kind::Footnote || isInside) {
            isOpen = false;
        } else if (isFootnote(text.trimmed())) {
            const QString first = QString::fromUtf8(text.trimmed());
            footnotes.append({first.first(first.indexOf(u"]:"_s) + 1), first});
            isOpen = true;
            blank.clear();
        } else if (isOpen) {
            footnotes.last().text += blank + u'\n' + QString::fromUtf8(text);
            blank.clear();
        }
    }
    return footnotes;
}

/// Those that \a body refers to, and those that these refer to.
QStringList borrowedFootnotes(QList<Footnote> footnotes, QString body)
{
    QStringList borrowed;
    for (qsizetype i = 0; i < footnotes.size();) {
        const Footnote footnote = footnotes[i];
        const bool isThere = (u'\n' + body).contains(u'\n' + footnote.label + u':', Qt::CaseInsensitive);
        if (isThere || !body.contains(footnote.label, Qt::CaseInsensitive)) {
            ++i;
            continue;
        }
        borrowed.append(footnote.text);
        body += u'\n' + footnote.text;
        footnotes.removeAt(i);
        i = 0;
    }
    return borrowed;
}

/// Definitions from elsewhere in the file of links that \a text, the section's body with its footnotes, uses, so that
/// they work on the release's page too.
QStringList borrowedDefinitions(const Changelog &changelog, const QList<MarkdownLine> &lines,
                                const ChangelogSection &section, const QString &used)
{
    QStringList definitions;
    QStringList labels;
    for (const MarkdownLine &line : lines) {
        const bool isInside = line.begin >= section.bodyBegin && line.begin < section.bodyEnd;
        if (line.kind != MarkdownLine::Kind::Definition || isInside)
            continue;
        const QString text =
            QString::fromUtf8(changelog.bytes().sliced(line.begin, line.textEnd - line.begin)).trimmed();
        const QString label = text.first(text.indexOf(u"]:"_s) + 1);
        const bool isUsed = used.contains(label, Qt::CaseInsensitive);
        // The first definition of a label counts, and the section's own before any other.
        const bool isKnown =
            labels.contains(label, Qt::CaseInsensitive) || section.body.contains(label + u':', Qt::CaseInsensitive);
        if (isUsed && !isKnown) {
            labels.append(label);
            definitions.append(text);
        }
    }
    return definitions;
}

/// The section's body with the definitions of links and the footnotes that stand elsewhere in the file.
QString wholeBody(const Changelog &changelog, const ChangelogSection &section)
{
    const QList<MarkdownLine> lines = markdownLines(changelog.bytes());
    const QStringList footnotes = borrowedFootnotes(footnotesOutside(changelog.bytes(), lines, section), section.body);
    QStringList parts{section.body};
    const QString used = section.body + u'\n' + footnotes.join(u'\n');
    if (const QStringList definitions = borrowedDefinitions(changelog, lines, section, used); !definitions.isEmpty())
        parts.append(definitions.join(u'\n'));
    if (!footnotes.isEmpty())
        parts.append(footnotes.join(u'\n'));
    return parts.join(u"\n\n"_s);
}

} // namespace

int firstBodyLine(const Changelog &changelog, const ChangelogSection &section)
{
    const QList<MarkdownLine> lines = markdownLines(changelog.bytes());
    const auto first = std::ranges::find_if(lines, [&section](const MarkdownLine &line) {
        return line.begin >= section.bodyBegin && line.kind != MarkdownLine::Kind::Blank;
    });
    return int(first - lines.begin()) + 1;
}

ReleaseNotes releaseNotes(const Changelog &changelog, const NotesContext &context)
{
    const auto &[version, fileName] = std::tie(context.version, context.fileName);
    ReleaseNotes notes{.version = version};
    const QList<ChangelogSection> sections = changelog.sectionsFor(version);
    if (sections.isEmpty()) {
        notes.problems.append(absence(changelog, context));
    } else {
        const ChangelogSection &section = sections.first();
        notes.heading = section.heading;
        notes.body = wholeBody(changelog, section);
        if (sections.size() > 1)
            notes.problems.append({duplicate(sections, version, fileName), sections.last().headingLine});
        if (!saysSomething(section.body))
            notes.problems.append({empty(section, fileName), section.headingLine});
        if (const qsizetype count = notes.body.toUcs4().size(); count > maxReleaseBody)
            notes.problems.append({tooLong(section, count, fileName), section.headingLine});
        notes.problems += headingProblems(changelog, context);
        notes.problems += bodyProblems(changelog, section, context);
        if (const auto foreign = foreignMarkup(changelog, section, context))
            notes.problems.append(*foreign);
    }
    for (const NotesProblem &problem : std::as_const(notes.problems))
        notes.findings.append(problem.finding);
    return notes;
}

ReleaseNotes releaseNotes(const Changelog &changelog, const QString &version, const QString &fileName)
{
    return releaseNotes(changelog, NotesContext{.version = version, .fileName = fileName});
}

} // namespace unmoor
