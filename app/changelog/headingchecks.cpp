// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/headingchecks.h"

#include "app/changelog/headingstyle.h"
#include "app/changelog/linestart.h"
#include "app/changelog/markdownlines.h"
#include "app/changelog/writtendate.h"
#include "app/core/words.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

class HeadingCheck
{
public:
    HeadingCheck(const Changelog &changelog, const ChangelogSection &section, const NotesContext &context)
        : m_changelog(changelog)
        , m_section(section)
        , m_context(context)
        , m_releases(changelog.releases())
    {
    }

    QList<NotesProblem> run()
    {
        checkRemarks();
        checkDate();
        checkOrder();
        checkTags();
        checkConflicts();
        return m_problems;
    }

private:
    void add(Severity severity, const QString &code, const QString &message, const QString &hint,
             const std::optional<NotesFix> &fix = {})
    {
        m_problems.append({{severity, code, m_context.fileName, message, hint}, m_section.headingLine, 0, 0, fix});
    }

    /// The newest release that is older by version.
    const ChangelogSection *older() const
    {
        const ChangelogSection *found = nullptr;
        for (const ChangelogSection *other : m_releases) {
            if (m_changelog.order(other->version, m_section.version) < 0
                && (!found || m_changelog.order(other->version, found->version) > 0))
                found = other;
        }
        return found;
    }

    static QString written(QDate date) { return date.toString(Qt::ISODate); }

    /// What the heading says that a release does not have.
    void checkRemarks()
    {
        const HeadingRemarks &remarks = m_section.remarks;
        if (!remarks.notYet.isEmpty())
            add(Severity::Error, u"heading-unreleased"_s,
                Words::tr("The heading \"%1\" says that %2 is not released yet: \"%3\".")
                    .arg(m_section.heading, m_section.version, remarks.notYet),
                Words::tr("Write the day of the release in its place."), withDateFor(remarks.notYet));
        if (!remarks.stage.isEmpty() && !isEarlyVersion(m_section.version, m_changelog.reading().scheme))
            add(Severity::Error, u"heading-stage"_s,
                Words::tr("The heading \"%1\" says another stage than the version %2: \"%3\".")
                    .arg(m_section.heading, m_section.version, remarks.stage),
                Words::tr("Take it out if this is the release itself; a pre-release has it in its version, as in "
                          "%1-rc.1.")
                    .arg(m_section.version));
        if (!remarks.withdrawn.isEmpty())
            add(Severity::Error, u"heading-yanked"_s,
                Words::tr("The heading \"%1\" says that %2 was withdrawn: \"%3\".")
                    .arg(m_section.heading, m_section.version, remarks.withdrawn),
                Words::tr("Release the next version instead, or take it out if this one is good."));
    }

    /// The day of today where \a remark stands in the heading.
    std::optional<NotesFix> withDateFor(const QString &remark) const
    {
        const QByteArray heading =
            m_changelog.bytes().sliced(m_section.headingBegin, m_section.bodyBegin - m_section.headingBegin);
        const qsizetype at = heading.indexOf(remark.toUtf8());
        if (!m_context.today.isValid() || m_section.date.isValid() || at < heading.indexOf(m_section.version.toUtf8()))
            return std::nullopt;
        const ChangelogSection *before = older();
        const auto like = before ? findDateBeside(before->version, before->heading) : std::nullopt;
        const QString date = like ? writtenLike(before->heading.sliced(like->at, like->length), m_context.today)
                                  : written(m_context.today);
        return NotesFix{Words::tr("Date it %1").arg(written(m_context.today)),
                        {{m_section.headingBegin + at, remark.toUtf8().size(), date.toUtf8()}}};
    }

    void checkDate()
    {
        const ChangelogSection *before = older();
        if (!m_section.date.isValid()) {
            if (before && before->date.isValid() && m_section.remarks.notYet.isEmpty())
                add(Severity::Warning, u"date-missing"_s,
                    Words::tr("The heading of %1 has no date; that of %2 has.").arg(m_section.version, before->version),
                    Words::tr("Write the day of the release into the heading."), withToday(*before));
            return;
        }
        if (m_context.today.isValid() && m_section.date > m_context.today.addDays(1))
            add(Severity::Warning, u"date-future"_s,
                Words::tr("%1 is dated %2, which is yet to come.").arg(m_section.version, written(m_section.date)),
                Words::tr("Write the day on which it is released."));
        if (before && before->date.isValid() && m_section.date < before->date && !isInOrderOfDates())
            add(Severity::Warning, u"date-order"_s,
                Words::tr("%1 is dated %2, before %3 of %4.")
                    .arg(m_section.version, written(m_section.date), before->version, written(before->date)),
                Words::tr("Correct the date that is wrong."));
    }

    std::optional<NotesFix> withToday(const ChangelogSection &like) const
    {
        if (!m_context.today.isValid() || m_section.level != like.level)
            return std::nullopt;
        const QByteArray heading = headingLike(m_changelog, like, m_section.version, m_context.today);
        const QByteArray old =
            m_changelog.bytes().sliced(m_section.headingBegin, m_section.bodyBegin - m_section.headingBegin);
        const qsizetype end = old.endsWith("\r\n") ? 2 : old.endsWith('\n') || old.endsWith('\r') ? 1 : 0;
        return NotesFix{Words::tr("Date it %1").arg(written(m_context.today)),
                        {{m_section.headingBegin, old.size() - end, heading}}};
    }

    /// Whether the file begins with the oldest: most dates tell, or else the versions.
    bool datesRise() const
    {
        qsizetype rising = 0;
        for (qsizetype i = 1; i < m_releases.size(); ++i) {
            const QDate above = m_releases[i - 1]->date;
            const QDate below = m_releases[i]->date;
            if (above.isValid() && below.isValid())
                rising += (above < below) - (below < above);
        }
        if (m_releases.size() > 2 && rising != 0)
            return rising > 0;
        return m_changelog.order(m_releases.first()->version, m_releases.last()->version) < 0;
    }

    /// Whether the section stands among the others as its date wants it. A file in the order of dates has previews of
    /// the next version between releases of this one.
    bool isInOrderOfDates() const
    {
        const auto self = std::ranges::find(m_releases, m_section.headingLine, &ChangelogSection::headingLine);
        if (m_releases.size() < 2 || self == m_releases.end())
            return false;
        const bool rises = datesRise();
        const auto follows = [rises](const ChangelogSection *first, const ChangelogSection *second) {
            return first->date.isValid() && second->date.isValid()
                && (rises ? first->date <= second->date : first->date >= second->date);
        };
        return (self == m_releases.begin() || follows(*(self - 1), *self))
            && (self + 1 == m_releases.end() || follows(*self, *(self + 1)));
    }

    /// Where the file goes from new to old, or from old to new, this section does, too.
    void checkOrder()
    {
        const auto self = std::ranges::find(m_releases, m_section.headingLine, &ChangelogSection::headingLine);
        if (m_releases.size() < 2 || self == m_releases.end())
            return;
        const bool rises = m_changelog.order(m_releases.first()->version, m_releases.last()->version) < 0;
        const ChangelogSection *below = self + 1 == m_releases.end() ? nullptr : *(self + 1);
        const ChangelogSection *above = self == m_releases.begin() ? nullptr : *(self - 1);
        const auto isWrong = [&](const ChangelogSection *first, const ChangelogSection *second) {
            if (!first || !second)
                return false;
            const auto order = m_changelog.order(first->version, second->version);
            return rises ? order > 0 : order < 0;
        };
        const ChangelogSection *other = isWrong(&m_section, below) ? below
            : isWrong(above, &m_section)                           ? above
                                                                   : nullptr;
        if (other && !isInOrderOfDates())
            add(Severity::Warning, u"version-order"_s,
                Words::tr("%1 stands on the wrong side of %2 in line %3.")
                    .arg(m_section.version, other->version)
                    .arg(other->headingLine),
                Words::tr("Move the section to where its version belongs."));
    }

    /// Tags between the release before this one in the file and this one, which no section tells of.
    void checkTags()
    {
        const ChangelogSection *before = older();
        if (!before)
            return;
        QStringList skipped;
        for (const QString &version : m_context.taggedVersions) {
            if (m_changelog.order(version, before->version) > 0 && m_changelog.order(version, m_section.version) < 0
                && !isEarlyVersion(version, m_changelog.reading().scheme))
                skipped.append(version);
        }
        if (skipped.isEmpty())
            return;
        add(Severity::Warning, u"version-skipped"_s,
            Words::tr("git has a tag for %1, but %2 has no section between %3 and %4.")
                .arg(QLocale().createSeparatedList(skipped), m_context.fileName, before->version, m_section.version),
            Words::tr("Insert a section that says what it brought, if only that it was not announced."));
    }

    /// What git left of a merge outside of the section: between its two sides, the heading is part of it.
    void checkConflicts()
    {
        const QByteArray &bytes = m_changelog.bytes();
        if (!bytes.contains("<<<<<<<") && !bytes.contains(">>>>>>>"))
            return;
        int number = 0;
        int open = 0; // line
        int elsewhere = 0; // line
        bool isAround = false;
        for (const MarkdownLine &line : markdownLines(bytes)) {
            ++number;
            isAround = isAround || (open && number == m_section.headingLine);
            const char mark = conflictMark(bytes.sliced(line.begin, line.textEnd - line.begin));
            if (line.kind == MarkdownLine::Kind::Code || (mark != '<' && mark != '>'))
                continue;
            const bool isInside = line.begin >= m_section.bodyBegin && line.begin < m_section.bodyEnd;
            open = mark == '<' ? number : 0;
            if (!isInside && !elsewhere)
                elsewhere = number;
        }
        if (!elsewhere)
            return;
        add(isAround ? Severity::Error : Severity::Warning, u"conflict-elsewhere"_s,
            isAround ? Words::tr("The heading of %1 is part of a merge that was left in conflict, near line %2.")
                           .arg(m_section.version)
                           .arg(elsewhere)
                     : Words::tr("A merge was left in conflict in line %1, outside of %2's section.")
                           .arg(elsewhere)
                           .arg(m_section.version),
            Words::tr("Keep what is right of the two sides, and take the lines that git marked out."));
        m_problems.last().line = elsewhere;
    }

    const Changelog &m_changelog;
    const ChangelogSection &m_section;
    const NotesContext &m_context;
    QList<const ChangelogSection *> m_releases;
    QList<NotesProblem> m_problems;
};

} // namespace

QList<NotesProblem> headingProblems(const Changelog &changelog, const NotesContext &context)
{
    const QList<ChangelogSection> sections = changelog.sectionsFor(context.version);
    return sections.isEmpty() ? QList<NotesProblem>() : HeadingCheck(changelog, sections.first(), context).run();
}

std::optional<NotesProblem> unreadHeading(const Changelog &changelog, const NotesContext &context)
{
    const QRegularExpression pattern(
        uR"(^ {0,3}(#{1,6})([\x{a0}\x{2007}\x{202f}]|(?=[\[v\d]))\s*\[?v?%1(?![\w.+-]*\d))"_s.arg(
            QRegularExpression::escape(context.version)));
    int number = 0;
    for (const MarkdownLine &line : markdownLines(changelog.bytes())) {
        ++number;
        if (line.kind != MarkdownLine::Kind::Text || line.textEnd - line.begin > 300)
            continue;
        const QString text = QString::fromUtf8(changelog.bytes().sliced(line.begin, line.textEnd - line.begin));
        const QRegularExpressionMatch match = pattern.match(text);
        if (!match.hasMatch())
            continue;
        const qsizetype at = line.begin + match.capturedEnd(1);
        const NotesFix fix{Words::tr("Put a space there"),
                           {{at, match.captured(2).toUtf8().size(), QByteArrayLiteral(" ")}}};
        return NotesProblem{{Severity::Error, u"heading-unread"_s, context.fileName,
                             Words::tr("Line %1 looks like the heading of %2, but Markdown reads it as text.")
                                 .arg(number)
                                 .arg(context.version),
                             Words::tr("A heading needs a plain space after \"%1\".").arg(match.captured(1))},
                            number,
                            0,
                            0,
                            fix};
    }
    return std::nullopt;
}

} // namespace unmoor
