// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/sectionedit.h"

#include "app/changelog/byteedit.h"
#include "app/changelog/headingstyle.h"
#include "app/changelog/lineends.h"
#include "app/changelog/linkdefinitions.h"
#include "app/core/words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The releases of \a changelog around \a version by order.
struct Neighbors
{
    const ChangelogSection *older = nullptr; ///< the newest that is older than the version
    const ChangelogSection *newer = nullptr; ///< the oldest that is newer
};

Neighbors neighborsOf(const Changelog &changelog, const QString &version)
{
    Neighbors neighbors;
    const auto takeNearest = [&](const ChangelogSection *&nearest, const ChangelogSection *section,
                                 std::strong_ordering wanted) {
        if (!nearest || changelog.order(section->version, nearest->version) == wanted)
            nearest = section;
    };
    for (const ChangelogSection *section : changelog.releases()) {
        const auto order = changelog.order(section->version, version);
        if (order < 0)
            takeNearest(neighbors.older, section, std::strong_ordering::greater);
        else if (order > 0)
            takeNearest(neighbors.newer, section, std::strong_ordering::less);
    }
    return neighbors;
}

/// The anchors above the heading of \a like that name its version, as they are for \a version.
QByteArray anchorsLike(const Changelog &changelog, const ChangelogSection &like, const QString &version)
{
    const QByteArray above = changelog.bytes().sliced(like.begin, like.headingBegin - like.begin);
    QByteArray anchors;
    for (const MarkdownLine &line : markdownLines(above)) {
        const QString text = QString::fromUtf8(above.sliced(line.begin, line.end - line.begin));
        const QString own = withVersions(text, {{like.version, version}});
        const bool isRoom = line.kind == MarkdownLine::Kind::Blank && !anchors.isEmpty();
        if (line.kind != MarkdownLine::Kind::Comment && (isRoom || own != text))
            anchors += own.toUtf8();
    }
    return anchors;
}

QByteArray newHeading(const Changelog &changelog, const Neighbors &neighbors, const NewSection &section)
{
    if (neighbors.older)
        return headingLike(changelog, *neighbors.older, section.version, section.date);
    if (neighbors.newer)
        return headingLike(changelog, *neighbors.newer, section.version, section.date);
    return plainHeading(changelog, section.version, section.date);
}

bool isFor(const LinkDefinition &definition, const QString &version)
{
    return definition.label == version || definition.label == u'v' + version;
}

/// Keeps the definitions that compare one version with the next true after a version came between them.
class LinkMender
{
public:
    LinkMender(const Changelog &changelog, const Neighbors &neighbors, const QString &version)
        : m_bytes(changelog.bytes())
        , m_lines(markdownLines(m_bytes))
        , m_definitions(linkDefinitions(m_bytes, m_lines))
        , m_unreleased(changelog.unreleased())
        , m_neighbors(neighbors)
        , m_version(version)
    {
    }

    QList<ByteEdit> edits()
    {
        if (const ChangelogSection *above = m_neighbors.newer ? m_neighbors.newer : m_unreleased;
            above && m_neighbors.older)
            moveHeading(*above);
        if (m_definitions.isEmpty())
            return m_edits;
        const LinkDefinition *newer = m_neighbors.newer ? find(m_neighbors.newer->version) : findUnreleased();
        const LinkDefinition *older = m_neighbors.older ? find(m_neighbors.older->version) : nullptr;
        if (newer && m_neighbors.older)
            moveBase(*newer);
        if (const LinkDefinition *own = find(m_version))
            endAtVersion(*own);
        else
            addOwn(newer, older);
        return m_edits;
    }

private:
    const LinkDefinition *find(const QString &version) const
    {
        const auto found = std::ranges::find_if(
            m_definitions, [&](const LinkDefinition &definition) { return isFor(definition, version); });
        return found == m_definitions.end() ? nullptr : &*found;
    }

    const LinkDefinition *findUnreleased() const
    {
        const auto found = std::ranges::find_if(m_definitions, [this](const LinkDefinition &definition) {
            return definition.label.compare(u"unreleased"_s, Qt::CaseInsensitive) == 0
                || (m_unreleased && m_unreleased->heading.startsWith(u'[' + definition.label + u']'));
        });
        return found == m_definitions.end() ? nullptr : &*found;
    }

    QString textOf(const LinkDefinition &definition) const
    {
        const MarkdownLine &line = m_lines[definition.line];
        return QString::fromUtf8(m_bytes.sliced(line.begin, line.textEnd - line.begin));
    }

    /// "compare/v1.0.4...HEAD" begins at the new version from now on. \a url: where the address begins in \a text;
    /// nullopt: it compares nothing.
    std::optional<QString> withMovedBase(QString text, qsizetype url) const
    {
        const qsizetype dots = text.indexOf(u".."_s, url);
        if (dots < 0)
            return std::nullopt;
        const QString base = text.sliced(url, dots - url);
        return text.replace(url, base.size(), withVersions(base, {{m_neighbors.older->version, m_version}}));
    }

    void moveBase(const LinkDefinition &definition)
    {
        const MarkdownLine &line = m_lines[definition.line];
        const QString text = textOf(definition);
        if (const auto moved = withMovedBase(text, text.indexOf(definition.url)))
            m_edits.append({line.begin, line.textEnd - line.begin, moved->toUtf8()});
    }

    /// The same in "## [Unreleased](…/compare/v1.0.4...HEAD)".
    void moveHeading(const ChangelogSection &above)
    {
        static const QRegularExpression link(uR"(\]\(<?[^()\s<>]+\.\.[^()\s<>]*)"_s);
        const QByteArray old = m_bytes.sliced(above.headingBegin, above.bodyBegin - above.headingBegin);
        const QString text = QString::fromUtf8(old);
        const QRegularExpressionMatch match = link.match(text);
        const auto moved = match.hasMatch() ? withMovedBase(text, match.capturedStart()) : std::nullopt;
        if (moved && *moved != text)
            m_edits.append({above.headingBegin, old.size(), moved->toUtf8()});
    }

    /// "[1.0.5]: …/compare/v1.0.4...HEAD" was written before the release: it ends at the version from now on.
    void endAtVersion(const LinkDefinition &own)
    {
        static const QRegularExpression compare(uR"(^.*/(?<base>[^/]*?)\.{2,3}(?<head>[^/.][^/]*)$)"_s);
        const QRegularExpressionMatch match = compare.match(own.url);
        if (!match.hasMatch() || !m_neighbors.older)
            return;
        const QString base = match.captured(u"base"_s);
        const QString head = withVersions(base, {{m_neighbors.older->version, m_version}});
        static const QRegularExpression branch(u"^(head|main|master|trunk|dev|devel|develop)$"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        if (head == base || !branch.match(match.captured(u"head"_s)).hasMatch())
            return;
        const MarkdownLine &line = m_lines[own.line];
        QString text = textOf(own);
        const qsizetype at = text.indexOf(own.url) + match.capturedStart(u"head"_s);
        text.replace(at, match.capturedLength(u"head"_s), head);
        m_edits.append({line.begin, line.textEnd - line.begin, text.toUtf8()});
    }

    /// The definition of the version itself, beside those of its neighbors.
    void addOwn(const LinkDefinition *newer, const LinkDefinition *older)
    {
        QString text = older ? likeOlder(*older) : QString();
        if (text.isEmpty() && newer)
            text = likeNewer(*newer);
        if (text.isEmpty())
            return;
        const QByteArray lineEnd = usualLineEnd(m_bytes);
        if (older && !(newer && newer->line > older->line)) {
            m_edits.append({m_lines[older->line].begin, 0, text.toUtf8() + lineEnd});
            return;
        }
        const MarkdownLine &line = m_lines[newer && !older ? newer->line : older->line];
        const bool isEnded = line.end > line.textEnd;
        m_edits.append({line.end, 0, isEnded ? text.toUtf8() + lineEnd : lineEnd + text.toUtf8()});
    }

    QString likeOlder(const LinkDefinition &older) const
    {
        const QString label = withVersions(older.label, {{m_neighbors.older->version, m_version}});
        const QString url = linkAfter(older.url, m_neighbors.older->version, m_version);
        // An address without the version is that of the older release alone.
        return url == older.url ? QString() : u"[%1]: %2"_s.arg(label, url);
    }

    /// "[Unreleased]: …/compare/v1.0.4...HEAD" tells how the version's own link is written.
    QString likeNewer(const LinkDefinition &newer) const
    {
        static const QRegularExpression compare(uR"(^(.*/compare/)(.*?)(\.{2,3})[^/]*$)"_s);
        const QRegularExpressionMatch match = compare.match(newer.url);
        if (!match.hasMatch() || !m_neighbors.older)
            return {};
        const QString base = match.captured(2);
        const QString own = withVersions(base, {{m_neighbors.older->version, m_version}});
        const QString label = newer.label.startsWith(u'v') ? u'v' + m_version : m_version;
        return own == base ? QString()
                           : u"[%1]: %2%3%4%5"_s.arg(label, match.captured(1), base, match.captured(3), own);
    }

    const QByteArray &m_bytes;
    QList<MarkdownLine> m_lines;
    QList<LinkDefinition> m_definitions;
    const ChangelogSection *m_unreleased;
    const Neighbors &m_neighbors;
    const QString &m_version;
    QList<ByteEdit> m_edits;
};

std::unexpected<Error> isThere(const ChangelogSection &section)
{
    return failure(Error::Kind::Conflict,
                   Words::tr("The changelog has a section for %1 already, in line %2. Edit that one.")
                       .arg(section.version)
                       .arg(section.headingLine));
}

/// "## 1.0.5 (unreleased)": the version is known, its day was not.
bool awaitsRelease(const ChangelogSection &section)
{
    return !section.date.isValid() && !section.remarks.notYet.isEmpty();
}

Result<QByteArray> dated(const Changelog &changelog, const ChangelogSection &awaiting, const NewSection &section)
{
    const QByteArray &bytes = changelog.bytes();
    const Neighbors neighbors = neighborsOf(changelog, section.version);
    const QByteArray heading = newHeading(changelog, neighbors, section);
    const QByteArray old = bytes.sliced(awaiting.headingBegin, awaiting.bodyBegin - awaiting.headingBegin);
    const qsizetype words = old.size() - (old.endsWith("\r\n") ? 2 : old.endsWith('\n') || old.endsWith('\r') ? 1 : 0);
    QList<ByteEdit> edits = LinkMender(changelog, neighbors, section.version).edits();
    edits.append({awaiting.headingBegin, words, heading});
    return applied(bytes, edits);
}

/// The line ends that are missing at the end of \a bytes for a heading to follow, one blank line between.
QByteArray gapAfter(const QByteArray &bytes, const QByteArray &lineEnd)
{
    if (bytes.isEmpty() || bytes == "\xEF\xBB\xBF")
        return {};
    const auto endsWithLine = [](QByteArrayView text) { return text.endsWith('\n') || text.endsWith('\r'); };
    if (!endsWithLine(bytes))
        return lineEnd + lineEnd;
    const QByteArrayView above = QByteArrayView(bytes).chopped(bytes.endsWith("\r\n") ? 2 : 1);
    return endsWithLine(above) ? QByteArray() : lineEnd;
}

/// "[Unreleased]: …/compare/v1.0.5...HEAD" above the link of \a newest, where that compares. Nothing where it does not.
QList<ByteEdit> unreleasedLink(const QByteArray &bytes, const ChangelogSection &newest)
{
    static const QRegularExpression compare(uR"(^(.*/compare/)[^/]*?(\.{2,3})([^/]+)$)"_s);
    const QList<MarkdownLine> lines = markdownLines(bytes);
    for (const LinkDefinition &definition : linkDefinitions(bytes, lines)) {
        const QRegularExpressionMatch match = compare.match(definition.url);
        if (!isFor(definition, newest.version) || !match.hasMatch())
            continue;
        const QString link =
            u"[Unreleased]: "_s + match.captured(1) + match.captured(3) + match.captured(2) + u"HEAD"_s;
        return {{lines[definition.line].begin, 0, link.toUtf8() + usualLineEnd(bytes)}};
    }
    return {};
}

/// Whether the releases stand in the order of their dates, and not of their versions: a preview of the next version
/// between releases of this one.
bool isByDates(const Changelog &changelog, const QList<const ChangelogSection *> &releases)
{
    bool isInverted = false;
    for (qsizetype i = 1; i < releases.size(); ++i) {
        const ChangelogSection &above = *releases[i - 1];
        const ChangelogSection &below = *releases[i];
        if (!above.date.isValid() || !below.date.isValid() || above.date < below.date)
            return false;
        isInverted = isInverted || changelog.order(above.version, below.version) < 0;
    }
    return isInverted;
}

/// Where a section for \a version begins: before the first that comes after it in the file's own direction, anchors
/// above that one's heading included.
qsizetype placeFor(const Changelog &changelog, const NewSection &own)
{
    const QList<const ChangelogSection *> releases = changelog.releases();
    const bool isOldestFirst =
        releases.size() > 1 && changelog.order(releases.first()->version, releases.last()->version) < 0;
    if (!isOldestFirst && isByDates(changelog, releases) && own.date >= releases.first()->date)
        return releases.first()->begin;
    for (const ChangelogSection *section : releases) {
        const auto order = changelog.order(section->version, own.version);
        if (isOldestFirst ? order > 0 : order < 0)
            return section->begin;
    }
    return changelog.sections().isEmpty() ? changelog.bytes().size() : changelog.sections().last().bodyEnd;
}

} // namespace

Result<QByteArray> promoteUnreleased(const Changelog &changelog, const NewSection &section)
{
    if (const auto own = changelog.sectionsFor(section.version); !own.isEmpty())
        return awaitsRelease(own.first()) ? dated(changelog, own.first(), section) : isThere(own.first());
    const ChangelogSection *unreleased = changelog.unreleased();
    if (!unreleased)
        return failure(Error::Kind::NotFound,
                       Words::tr("The changelog has no Unreleased section to take the entries from. Insert a section "
                                 "for %1 instead.")
                           .arg(section.version));
    if (unreleased->body.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       Words::tr("\"%1\" in line %2 of the changelog says nothing. Write below it what %3 brings.")
                           .arg(unreleased->heading)
                           .arg(unreleased->headingLine)
                           .arg(section.version));
    const QByteArray lineEnd = usualLineEnd(changelog.bytes());
    const Neighbors neighbors = neighborsOf(changelog, section.version);
    QList<ByteEdit> edits = LinkMender(changelog, neighbors, section.version).edits();
    const ChangelogSection *like = neighbors.older ? neighbors.older : neighbors.newer;
    const QByteArray anchors = like ? anchorsLike(changelog, *like, section.version) : QByteArray();
    edits.append({unreleased->bodyBegin, 0, lineEnd + anchors + newHeading(changelog, neighbors, section) + lineEnd});
    return applied(changelog.bytes(), edits);
}

Result<QByteArray> insertSection(const Changelog &changelog, const NewSection &section)
{
    if (const auto own = changelog.sectionsFor(section.version); !own.isEmpty())
        return isThere(own.first());
    const QByteArray &bytes = changelog.bytes();
    const QByteArray lineEnd = usualLineEnd(bytes);
    const Neighbors neighbors = neighborsOf(changelog, section.version);
    const ChangelogSection *like = neighbors.older ? neighbors.older : neighbors.newer;
    QByteArray text = like ? anchorsLike(changelog, *like, section.version) : QByteArray();
    text += newHeading(changelog, neighbors, section) + lineEnd + lineEnd;
    for (const QString &line : wordLines(section.body))
        text += line.toUtf8() + lineEnd;
    const qsizetype at = placeFor(changelog, section);
    const bool isLast = QByteArrayView(bytes).sliced(at).trimmed().isEmpty();
    if (!isLast && !section.body.isEmpty())
        text += lineEnd;
    QList<ByteEdit> edits = LinkMender(changelog, neighbors, section.version).edits();
    edits.append({at, 0, gapAfter(bytes.first(at), lineEnd) + text});
    return applied(bytes, edits);
}

Result<QByteArray> withUnreleased(const Changelog &changelog)
{
    if (const ChangelogSection *there = changelog.unreleased())
        return failure(Error::Kind::Conflict,
                       Words::tr("The changelog has a section \"%1\" already, in line %2.")
                           .arg(there->heading)
                           .arg(there->headingLine));
    const QByteArray &bytes = changelog.bytes();
    const QByteArray lineEnd = usualLineEnd(bytes);
    const QList<const ChangelogSection *> releases = changelog.releases();
    const ChangelogSection *newest = nullptr;
    for (const ChangelogSection *release : releases)
        if (!newest || changelog.order(release->version, newest->version) > 0)
            newest = release;
    const bool isNewestFirst = releases.isEmpty() || newest == releases.first() || newest != releases.last();
    const qsizetype end = changelog.sections().isEmpty() ? bytes.size() : changelog.sections().last().bodyEnd;
    const qsizetype at = !isNewestFirst || releases.isEmpty() ? end : releases.first()->begin;
    const QByteArray below = QByteArrayView(bytes).sliced(at).trimmed().isEmpty() ? QByteArray() : lineEnd;
    QList<ByteEdit> edits{{at, 0, gapAfter(bytes.first(at), lineEnd) + unreleasedHeading(changelog) + lineEnd + below}};
    if (newest)
        edits += unreleasedLink(bytes, *newest);
    const auto made = applied(bytes, edits);
    const Changelog after = changelog.with(made);
    if (after.unreleased() && after.releases().size() == releases.size())
        return made;
    return failure(Error::Kind::InvalidInput,
                   Words::tr("The changelog has no section for what is not released, and its form is none that one "
                             "could be written in. Write its heading yourself, such as ## Unreleased."));
}

Result<QByteArray> newChangelog(const NewSection &section)
{
    return insertSection(Changelog::parse("# Changelog\n"), section);
}

} // namespace unmoor
