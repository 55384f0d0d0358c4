// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/releaserule.h"

#include "app/changelog/foreignmarkup.h"

#include <QMap>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Form = ReleaseHeading::Form;

QList<ReleaseStart> candidatesAmong(const QList<MarkdownHeading> &headings)
{
    QList<ReleaseStart> candidates;
    for (const MarkdownHeading &heading : headings) {
        if (const auto release = parseReleaseHeading(heading.text))
            candidates.append({heading, *release});
    }
    return candidates;
}

/// In a file without release headings, lines that stand for them: the first of a paragraph, nothing but a version and
/// its date, "**4.2.5 / 2023-06-22**".
QList<ReleaseStart> linesForHeadings(const QByteArray &bytes, const QList<MarkdownLine> &lines)
{
    static const QRegularExpression start(uR"(^(\*\*|__)?[^\w\s>|+*=-]{0,4} ?\[?v?\d)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto textOf = [&](qsizetype line) {
        return QString::fromUtf8(bytes.sliced(lines[line].begin, lines[line].textEnd - lines[line].begin));
    };
    QList<ReleaseStart> candidates;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].kind != MarkdownLine::Kind::Text || (i > 0 && lines[i - 1].isWords())
            || lines[i].textEnd - lines[i].begin > 100)
            continue;
        const QString text = textOf(i);
        if (!start.match(text).hasMatch() || (i + 1 < lines.size() && isUnderline(textOf(i + 1), text)))
            continue;
        const auto release = parseReleaseHeading(text);
        if (release && release->form == Form::Complete && release->date.isValid())
            candidates.append({{ChangelogSection::noHeading, text.trimmed(), i, i}, *release});
    }
    return candidates;
}

/// The level that most headings of one form have, the upper one in a tie, and how many these are; {0, 0}: none.
std::pair<int, int> usualLevel(const QList<ReleaseStart> &candidates, Form form, bool unreleased)
{
    QMap<int, int> counts;
    for (const ReleaseStart &candidate : candidates) {
        if (candidate.release.form == form && candidate.release.unreleased == unreleased)
            ++counts[candidate.heading.level];
    }
    const auto most = std::ranges::max_element(counts);
    return most == counts.end() ? std::pair(0, 0) : std::pair(most.key(), *most);
}

/// Which of the headings that name a version begin a release's section. The release level is the one that most
/// headings have which name nothing but a version. Such headings count at that level and above; below it only with
/// a date, the way semantic-release and its kin write patch releases. At the release level itself,
/// headings that go on ("1.0.5 – Driftwood") count too, and those of packages ("minne 1.0.5"): where the name is the
/// project's or begins with it, or comes again, or the version does, or the heading has a date; and in a file without
/// plain versions those whose versions have as many numbers: "Node 20.1" tells of a tool.
class ReleaseRule
{
public:
    ReleaseRule(const QList<ReleaseStart> &candidates, const QString &package)
        : m_package(package)
    {
        const auto [named, names] = usualLevel(candidates, Form::Named, false);
        for (const Form form : {Form::Complete, Form::GoesOn}) {
            const auto [level, count] = usualLevel(candidates, form, false);
            if (m_level == 0 && !(named > 0 && named < level && names >= count))
                m_level = level;
        }
        m_isPlain = m_level > 0;
        if (m_level == 0)
            m_level = named;
        if (m_level == 0)
            m_level = usualLevel(candidates, Form::Complete, true).first;
        for (const ReleaseStart &candidate : candidates) {
            if (candidate.heading.level != m_level || candidate.release.unreleased)
                continue;
            ++m_versions[candidate.release.version];
            if (candidate.release.form != Form::Named)
                continue;
            const int times = ++m_names[candidate.release.name.toCaseFolded()];
            if (times > m_most) {
                m_most = times;
                m_numbers = candidate.release.version.count(u'.');
            }
        }
    }

    int level() const { return m_level; }

    bool counts(const ReleaseStart &candidate) const
    {
        const auto &[heading, release, isOthers] = candidate;
        switch (release.form) {
        case Form::Complete:
            return heading.level <= m_level || release.date.isValid();
        case Form::GoesOn:
            return heading.level == m_level;
        case Form::Named:
            return heading.level == m_level && countsNamed(release);
        }
        Q_UNREACHABLE_RETURN(false);
    }

private:
    bool countsNamed(const ReleaseHeading &release) const
    {
        const int times = m_names.value(release.name.toCaseFolded());
        const bool isUsual = !m_isPlain && (times == m_most || release.version.count(u'.') == m_numbers);
        return isUsual || release.isSure || times > 1 || m_versions.value(release.version) > 1
            || isOfPackage(release.name);
    }

    /// "demo" and "demo-core" of demo.
    bool isOfPackage(const QString &name) const
    {
        const qsizetype size = m_package.size();
        if (size == 0 || name.size() <= size)
            return isSamePackage(name, m_package);
        return isSamePackage(name.first(size), m_package) && !name[size].isLetterOrNumber();
    }

    const QString &m_package;
    int m_level = 0;
    bool m_isPlain = false; ///< versions stand without a name
    QMap<QString, int> m_names; ///< how often each stands before a version
    QMap<QString, int> m_versions; ///< how often each is named
    int m_most = 0;
    qsizetype m_numbers = 0; ///< dots in the versions of the most frequent name
};

/// Of several packages in a file, finds those that are the project.
class Ownership
{
public:
    Ownership(const QList<ReleaseStart> &starts, const QString &package)
        : m_package(package)
    {
        for (const ReleaseStart &start : starts) {
            const QString &name = start.release.name;
            if (start.release.unreleased)
                continue;
            if (name.isEmpty())
                m_isPlain = true;
            else if (!contains(m_names, name))
                m_names.append(name);
            ++m_counts[name.toCaseFolded()];
        }
        m_own = own();
    }

    bool isOthers(const ReleaseHeading &release) const
    {
        if (release.name.isEmpty() || contains(m_own, release.name))
            return false;
        return !release.unreleased || contains(m_names, release.name);
    }

    QStringList rivals() const { return m_own.isEmpty() && !m_isPlain ? m_names : QStringList(); }

private:
    static bool contains(const QStringList &names, const QString &name)
    {
        return std::ranges::any_of(names, [&name](const QString &other) { return isSamePackage(name, other); });
    }

    QStringList own() const
    {
        for (const bool scoped : {false, true}) {
            QStringList own;
            for (const QString &name : m_names) {
                if (isSamePackage(scoped ? name.section(u'/', -1) : name, m_package))
                    own.append(name);
            }
            if (!own.isEmpty())
                return own;
        }
        if (m_isPlain || (m_names.size() > 1 && !m_package.isEmpty()))
            return {};
        const auto isRarer = [this](const QString &a, const QString &b) {
            return m_counts.value(a.toCaseFolded()) < m_counts.value(b.toCaseFolded());
        };
        return m_names.isEmpty() ? QStringList() : QStringList{*std::ranges::max_element(m_names, isRarer)};
    }

    const QString &m_package;
    QStringList m_names; ///< of packages, in the file's order
    QMap<QString, int> m_counts;
    bool m_isPlain = false;
    QStringList m_own;
};

/// Chapters of a file, "# minne" above "## 1.0.5" and "# minne-core" above "## 0.3.0": where one is called as the
/// project, the releases of the others are not its own.
void markOtherChapters(QList<ReleaseStart> &starts, const QList<MarkdownHeading> &headings, const QString &package)
{
    static const QRegularExpression archive(
        uR"(\d|\b(older|old|previous|past|earlier|archived?|history|legacy|releases?|changelog|versions?)\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression marks(u"[`*_\\[\\]]"_s);
    if (package.isEmpty())
        return;
    QStringList chapters;
    QStringList open(ChangelogSection::noHeading + 1); // of each level, the heading that one below it stands under
    auto heading = headings.begin();
    for (const ReleaseStart &start : std::as_const(starts)) {
        for (; heading != headings.end() && heading->firstLine < start.heading.firstLine; ++heading) {
            open[heading->level] = QString(heading->text).remove(marks).trimmed();
            std::fill(open.begin() + heading->level + 1, open.end(), QString());
        }
        const auto above = std::find_if(open.rend() - start.heading.level, open.rend(),
                                        [](const QString &text) { return !text.isEmpty(); });
        chapters.append(above == open.rend() ? QString() : *above);
    }
    const auto isOwn = [&package](const QString &chapter) { return isSamePackage(chapter, package); };
    if (std::ranges::none_of(chapters, isOwn))
        return;
    for (qsizetype i = 0; i < starts.size(); ++i) {
        const QString &chapter = chapters[i];
        if (!chapter.isEmpty() && !isOwn(chapter) && !archive.match(chapter).hasMatch())
            starts[i].isOthers = true;
    }
}

/// What many files call Unreleased: the one heading without a version above the newest release, at its level, with a
/// name that says so, or with parts as releases have them.
class UnreleasedSearch
{
public:
    UnreleasedSearch(const QList<ReleaseStart> &starts, const QList<MarkdownHeading> &headings, int level,
                     const ChangelogReading &reading)
        : m_headings(headings)
        , m_level(level)
        , m_reading(reading)
    {
        QList<const ReleaseStart *> own;
        for (const ReleaseStart &start : starts) {
            m_isThere = m_isThere || start.release.unreleased;
            if (!start.release.unreleased && !start.isOthers)
                own.append(&start);
        }
        if (own.isEmpty())
            return;
        m_hasReleases = true;
        m_first = own.first()->heading.firstLine;
        const bool rises =
            compareVersions(own.first()->release.version, own.last()->release.version, reading.scheme) < 0;
        m_last = rises ? own.last()->heading.firstLine : -1;
    }

    std::optional<ReleaseStart> find() const
    {
        if (m_isThere)
            return std::nullopt;
        QList<const MarkdownHeading *> named;
        QList<const MarkdownHeading *> others;
        for (const MarkdownHeading &heading : m_headings) {
            if (!isInPlace(heading) || isSamePackage(heading.text, m_reading.package))
                continue;
            if (namesUnreleased(heading.text))
                named.append(&heading);
            else if (!isReleasePart(heading))
                others.append(&heading);
        }
        if (named.size() == 1)
            return startOf(*named.first());
        const bool isTold = m_hasReleases && m_last < 0 && named.isEmpty() && others.size() == 1;
        return isTold && hasParts(*others.first()) ? std::optional(startOf(*others.first())) : std::nullopt;
    }

private:
    bool isInPlace(const MarkdownHeading &heading) const
    {
        if (!m_hasReleases)
            return true;
        return heading.level == m_level && (m_last < 0 ? heading.firstLine < m_first : heading.firstLine > m_last);
    }

    bool hasParts(const MarkdownHeading &own) const
    {
        static const QRegularExpression title(
            uR"(\b(change\s?log|changes|release notes|history|news|releases|contents|legend|about|guide)\b|\d+\.\d)"_s,
            QRegularExpression::CaseInsensitiveOption);
        return !title.match(own.text).hasMatch()
            && std::ranges::any_of(m_headings, [&](const MarkdownHeading &heading) {
                   return heading.firstLine > own.lastLine && heading.firstLine < m_first && heading.level > own.level
                       && isReleasePart(heading);
               });
    }

    static ReleaseStart startOf(const MarkdownHeading &heading)
    {
        return {.heading = heading, .release = {.unreleased = true}};
    }

    const QList<MarkdownHeading> &m_headings;
    int m_level;
    const ChangelogReading &m_reading;
    bool m_isThere = false; ///< under its own name
    bool m_hasReleases = false;
    qsizetype m_first = 0; ///< line of the project's first release
    qsizetype m_last = -1; ///< of its last, in a file that begins with the oldest
};

} // namespace

bool isReleasePart(const MarkdownHeading &heading)
{
    static const QRegularExpression pattern(
        uR"(^((new|other|bug|breaking|internal|notable|minor|major|patch) ?)?(features?|fix(es)?|bugs?|bugfixes|changes|)"
        uR"(added|changed|deprecated|removed|fixed|security|improvements?|enhancements?|packaging|locales?|)"
        uR"(deprecations|documentation|docs|performance|tests|dependencies)(?![\w.]))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(heading.text).hasMatch();
}

ReleaseStarts releaseStarts(const QByteArray &bytes, const QList<MarkdownLine> &lines,
                            const QList<MarkdownHeading> &headings, const ChangelogReading &reading)
{
    ReleaseStarts found{candidatesAmong(headings), {}};
    QList<ReleaseStart> &starts = found.starts;
    const ReleaseRule rule(starts, reading.package);
    starts.removeIf([&rule](const ReleaseStart &candidate) { return !rule.counts(candidate); });
    const Ownership ownership(starts, reading.package);
    found.rivals = ownership.rivals();
    for (ReleaseStart &start : starts)
        start.isOthers = ownership.isOthers(start.release);
    markOtherChapters(starts, headings, reading.package);
    if (const auto unreleased = UnreleasedSearch(starts, headings, rule.level(), reading).find()) {
        const auto firstLine = [](const ReleaseStart &start) { return start.heading.firstLine; };
        starts.insert(std::ranges::lower_bound(starts, unreleased->heading.firstLine, {}, firstLine), *unreleased);
    }
    if (starts.isEmpty())
        starts = linesForHeadings(bytes, lines);
    return found;
}

SectionHeads::SectionHeads(const QByteArray &bytes, const QList<MarkdownLine> &lines)
    : m_bytes(bytes)
    , m_lines(lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == MarkdownLine::Kind::Comment)
            ++m_comments[textOf(i)];
    }
}

QByteArrayView SectionHeads::textOf(qsizetype line) const
{
    return QByteArrayView(m_bytes).sliced(m_lines[line].begin, m_lines[line].textEnd - m_lines[line].begin).trimmed();
}

/// An HTML anchor that stands alone, or MyST's "(name)=".
bool SectionHeads::isAnchor(qsizetype line) const
{
    static const QRegularExpression pattern(
        uR"(^(<(a|span|div|p)\s+(name|id)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)\s*(/>|>\s*</\2>)|\([\w.:-]+\)=)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QByteArrayView text = textOf(line);
    const bool mayBe = m_lines[line].kind == MarkdownLine::Kind::Text && (text.startsWith('<') || text.startsWith('('));
    return mayBe && pattern.match(QString::fromUtf8(text)).hasMatch();
}

bool SectionHeads::isMarker(qsizetype line) const
{
    const QByteArrayView text = textOf(line);
    return m_lines[line].kind == MarkdownLine::Kind::Comment && text.startsWith("<!--") && text.endsWith("-->")
        && m_comments.value(text) > 1;
}

qsizetype SectionHeads::beginOf(qsizetype heading, qsizetype lowest, bool isFirst) const
{
    qsizetype begin = heading;
    for (qsizetype i = heading - 1; i >= lowest; --i) {
        if (isAnchor(i) || (!isFirst && isMarker(i)))
            begin = i;
        else if (m_lines[i].kind != MarkdownLine::Kind::Blank)
            break;
    }
    return begin;
}

} // namespace unmoor
