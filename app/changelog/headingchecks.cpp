// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog/headingchecks.h"

#include "changelog/headingstyle.h"
#include "changelog/markdownlines.h"
#include "changelog/versionorder.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeadingChecks)
};

/// Sections of releases, without Unreleased.
QList<const ChangelogSection *> releasesOf(const Changelog &changelog)
{
    QList<const ChangelogSection *> releases;
    for (const ChangelogSection &section : changelog.sections()) {
        if (!section.unreleased)
            releases.append(&section);
    }
    return releases;
}

class HeadingCheck
{
public:
    HeadingCheck(const Changelog &changelog, const ChangelogSection &section, const NotesContext &context)
        : m_changelog(changelog)
        , m_section(section)
        , m_context(context)
        , m_releases(releasesOf(changelog))
    {
    }

    QList<NotesProblem> run()
    {
        checkDate();
        checkOrder();
        checkTags();
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
            if (compareVersions(other->version, m_section.version) < 0
                && (!found || compareVersions(other->version, found->version) > 0))
                found = other;
        }
        return found;
    }

    static QString written(QDate date) { return date.toString(Qt::ISODate); }

    void checkDate()
    {
        const ChangelogSection *before = older();
        if (!m_section.date.isValid()) {
            if (before && before->date.isValid())
                add(Severity::Warning, u"date-missing"_s,
                    Words::tr("The heading of %1 has no date; that of %2 has.").arg(m_section.version, before->version),
                    Words::tr("Write the day of the release into the heading."), withToday(*before));
            return;
        }
        if (m_context.today.isValid() && m_section.date > m_context.today.addDays(1))
            add(Severity::Warning, u"date-future"_s,
                Words::tr("%1 is dated %2, which is yet to come.").arg(m_section.version, written(m_section.date)),
                Words::tr("Write the day on which it is released."));
        if (before && before->date.isValid() && m_section.date < before->date)
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

    /// Where the file goes from new to old, or from old to new, this section does, too.
    void checkOrder()
    {
        const auto self = std::ranges::find(m_releases, m_section.headingLine, &ChangelogSection::headingLine);
        if (m_releases.size() < 2 || self == m_releases.end())
            return;
        const bool rises = compareVersions(m_releases.first()->version, m_releases.last()->version) < 0;
        const ChangelogSection *below = self + 1 == m_releases.end() ? nullptr : *(self + 1);
        const ChangelogSection *above = self == m_releases.begin() ? nullptr : *(self - 1);
        const auto isWrong = [&](const ChangelogSection *first, const ChangelogSection *second) {
            if (!first || !second)
                return false;
            const auto order = compareVersions(first->version, second->version);
            return rises ? order > 0 : order < 0;
        };
        const ChangelogSection *other = isWrong(&m_section, below) ? below
            : isWrong(above, &m_section)                           ? above
                                                                   : nullptr;
        if (other)
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
            if (compareVersions(version, before->version) > 0 && compareVersions(version, m_section.version) < 0
                && !version.contains(u'-'))
                skipped.append(version);
        }
        if (skipped.isEmpty())
            return;
        add(Severity::Warning, u"version-skipped"_s,
            Words::tr("git has a tag for %1, but %2 has no section between %3 and %4.")
                .arg(QLocale().createSeparatedList(skipped), m_context.fileName, before->version, m_section.version),
            Words::tr("Insert a section that says what it brought, if only that it was not announced."));
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
