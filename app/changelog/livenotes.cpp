// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/livenotes.h"

#include "app/changelog/editabletext.h"
#include "app/changelog/lineends.h"
#include "app/changelog/markdownlines.h"
#include "app/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Below this a file is read whole at every key: it takes no time.
constexpr qsizetype wholeBytes = 32 * 1024;
constexpr qsizetype bytesBelow = 8 * 1024;
constexpr int mostHeadings = 40;

Finding endsEarly(int line, const ChangelogSection &section, const QString &fileName)
{
    return {Severity::Warning, u"section-cut"_s, fileName,
            Words::tr("The heading in line %1 ends the section: what stands below it does not become part of %2.")
                .arg(QString::number(line), section.version),
            Words::tr("Take a deeper heading for parts of a release, such as \"%1 Fixed\".")
                .arg(QString(section.level + 1, u'#'))};
}

/// Whether what would be read back is what was typed.
std::optional<NotesProblem> misread(const ChangelogSection &own, const QString &typed, const QString &fileName)
{
    // A body that grew has an open fence, which is told as such.
    if (own.body == typed || own.body.size() > typed.size())
        return std::nullopt;
    return NotesProblem{endsEarly(own.lastLine + 1, own, fileName), own.lastLine + 1};
}

/// About the section's heading and its place in the file.
bool isAboutHeading(const NotesProblem &problem)
{
    static const QStringList kinds{u"date"_s, u"version"_s, u"heading"_s};
    return kinds.contains(problem.finding.code.section(u'-', 0, 0)) || problem.finding.code == u"conflict-elsewhere";
}

/// The releases below \a own, as they stand in the file: they tell which headings are releases, and what an open fence
/// would take in. Of those further below the headings alone.
QByteArray releasesBelow(const Changelog &base, const ChangelogSection &own, const QByteArray &lineEnd)
{
    QByteArray text;
    int count = 0;
    for (const ChangelogSection &section : base.sections()) {
        if (section.headingLine <= own.headingLine || (section.version == own.version && !section.isOthers))
            continue;
        const bool isWhole = text.size() + section.bodyEnd - section.begin < bytesBelow;
        const qsizetype end = isWhole ? section.bodyEnd : section.bodyBegin;
        text += base.bytes().sliced(section.begin, end - section.begin);
        if (!isWhole)
            text += lineEnd;
        if (++count == mostHeadings)
            break;
    }
    return text;
}

/// Of links, and footnotes.
QByteArray definitionsOutside(const Changelog &base, const ChangelogSection &own, const QByteArray &lineEnd)
{
    QByteArray text;
    for (const MarkdownLine &line : markdownLines(base.bytes())) {
        const bool isInside = line.begin >= own.bodyBegin && line.begin < own.bodyEnd;
        const bool isOne = line.kind == MarkdownLine::Kind::Definition || line.kind == MarkdownLine::Kind::Footnote;
        if (isOne && !isInside)
            text += base.bytes().sliced(line.begin, line.textEnd - line.begin) + lineEnd;
    }
    return text;
}

} // namespace

qsizetype charactersIn(const QString &text)
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

LiveReader::LiveReader(const Changelog &base, const ChangelogSection &section, const NotesContext &context)
    : m_section(section)
    , m_context(context)
    , m_reduced(base)
{
    const bool isReduced = base.bytes().size() > wholeBytes && reduce(base);
    if (!isReduced)
        return;
    for (const NotesProblem &problem : releaseNotes(base, context).problems) {
        if (isAboutHeading(problem) || problem.finding.code == u"section-duplicate")
            m_fixed.append(problem);
    }
}

/// Whether the smaller text has the same section; otherwise the file stays whole.
bool LiveReader::reduce(const Changelog &base)
{
    const QByteArray lineEnd = usualLineEnd(base.bytes());
    const QByteArray above = lineEnd.repeated(m_section.headingLine - 1);
    const QByteArray section = base.bytes().sliced(m_section.headingBegin, m_section.bodyEnd - m_section.headingBegin);
    const QByteArray gap = section.endsWith('\n') || section.endsWith('\r') ? QByteArray() : lineEnd;
    const Changelog reduced = base.with(above + section + gap + releasesBelow(base, m_section, lineEnd) + lineEnd
                                        + definitionsOutside(base, m_section, lineEnd));
    const ChangelogSection *found = own(reduced);
    if (!found || found->body != m_section.body || found->heading != m_section.heading)
        return false;
    m_reduced = reduced;
    m_shift = m_section.headingBegin - above.size();
    return true;
}

const ChangelogSection *LiveReader::own(const Changelog &changelog) const
{
    const auto found = std::ranges::find(changelog.sections(), m_section.headingLine, &ChangelogSection::headingLine);
    return found == changelog.sections().end() ? nullptr : &*found;
}

QList<NotesProblem> LiveReader::problemsIn(const ReleaseNotes &notes) const
{
    if (m_shift == 0 && m_fixed.isEmpty())
        return notes.problems;
    QList<NotesProblem> problems = m_fixed;
    for (NotesProblem problem : notes.problems) {
        if (isAboutHeading(problem))
            continue;
        if (problem.fix) {
            for (ByteEdit &edit : problem.fix->edits)
                edit.at += m_shift;
        }
        problems.append(problem);
    }
    return problems;
}

LiveNotes LiveReader::read(const QString &body) const
{
    const ChangelogSection *before = own(m_reduced);
    if (!before)
        return {};
    const Changelog after = m_reduced.with(m_reduced.withBody(*before, body));
    const ReleaseNotes notes = releaseNotes(after, m_context);
    LiveNotes live{.body = notes.body, .characters = charactersIn(notes.body), .problems = problemsIn(notes)};
    if (const ChangelogSection *found = own(after)) {
        if (const auto problem = misread(*found, withoutBlankEnds(body), m_context.fileName))
            live.problems.prepend(*problem);
    }
    return live;
}

} // namespace unmoor
