// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog/sectionedit.h"

#include "changelog/byteedit.h"
#include "changelog/headingstyle.h"
#include "changelog/lineends.h"
#include "changelog/linkdefinitions.h"
#include "changelog/versionorder.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SectionEdit)
};

const ChangelogSection *unreleasedOf(const Changelog &changelog)
{
    const auto found = std::ranges::find(changelog.sections(), true, &ChangelogSection::unreleased);
    return found == changelog.sections().end() ? nullptr : &*found;
}

/// The releases of \a changelog around \a version by order.
struct Neighbors
{
    const ChangelogSection *older = nullptr; ///< the newest that is older than the version
    const ChangelogSection *newer = nullptr; ///< the oldest that is newer
};

void takeNearest(const ChangelogSection *&nearest, const ChangelogSection &section, std::strong_ordering wanted)
{
    if (!nearest || compareVersions(section.version, nearest->version) == wanted)
        nearest = &section;
}

Neighbors neighborsOf(const Changelog &changelog, const QString &version)
{
    Neighbors neighbors;
    for (const ChangelogSection &section : changelog.sections()) {
        if (section.unreleased)
            continue;
        const auto order = compareVersions(section.version, version);
        if (order < 0)
            takeNearest(neighbors.older, section, std::strong_ordering::greater);
        else if (order > 0)
            takeNearest(neighbors.newer, section, std::strong_ordering::less);
    }
    return neighbors;
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
        , m_neighbors(neighbors)
        , m_version(version)
    {
    }

    QList<ByteEdit> edits()
    {
        if (m_definitions.isEmpty() || find(m_version))
            return {};
        const LinkDefinition *newer = m_neighbors.newer ? find(m_neighbors.newer->version) : findUnreleased();
        const LinkDefinition *older = m_neighbors.older ? find(m_neighbors.older->version) : nullptr;
        if (newer && m_neighbors.older)
            moveBase(*newer);
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
        const auto found = std::ranges::find_if(m_definitions, [](const LinkDefinition &definition) {
            return definition.label.compare(u"unreleased"_s, Qt::CaseInsensitive) == 0;
        });
        return found == m_definitions.end() ? nullptr : &*found;
    }

    QString textOf(const LinkDefinition &definition) const
    {
        const MarkdownLine &line = m_lines[definition.line];
        return QString::fromUtf8(m_bytes.sliced(line.begin, line.textEnd - line.begin));
    }

    /// "compare/v1.0.4...HEAD" begins at the new version from now on.
    void moveBase(const LinkDefinition &definition)
    {
        const MarkdownLine &line = m_lines[definition.line];
        const QString older = m_neighbors.older->version;
        QString text = textOf(definition);
        const qsizetype url = text.indexOf(definition.url);
        const qsizetype dots = text.indexOf(u".."_s, url);
        if (dots < 0)
            return;
        const QString base = withVersions(text.sliced(url, dots - url), {{older, m_version}});
        text.replace(url, dots - url, base);
        m_edits.append({line.begin, line.textEnd - line.begin, text.toUtf8()});
    }

    /// The definition of the version itself, beside those of its neighbors.
    void addOwn(const LinkDefinition *newer, const LinkDefinition *older)
    {
        const QString text = older ? likeOlder(*older) : newer ? likeNewer(*newer) : QString();
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
        return u"[%1]: %2"_s.arg(label, linkAfter(older.url, m_neighbors.older->version, m_version));
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
    static const QRegularExpression remark(u"\\b(unreleased|not yet released|tb[ad]|[\\dyx]{4}-[mx]{2}-[dx]{2})\\b"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return !section.unreleased && !section.date.isValid() && remark.match(section.heading).hasMatch();
}

Result<QByteArray> dated(const Changelog &changelog, const ChangelogSection &awaiting, const NewSection &section)
{
    const QByteArray &bytes = changelog.bytes();
    const QByteArray heading = newHeading(changelog, neighborsOf(changelog, section.version), section);
    const QByteArray old = bytes.sliced(awaiting.headingBegin, awaiting.bodyBegin - awaiting.headingBegin);
    const qsizetype words = old.size() - (old.endsWith("\r\n") ? 2 : old.endsWith('\n') || old.endsWith('\r') ? 1 : 0);
    return applied(bytes, {{awaiting.headingBegin, words, heading}});
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

/// Where a section for \a version begins: before the first that comes after it in the file's own direction.
qsizetype placeFor(const Changelog &changelog, const QString &version)
{
    QList<const ChangelogSection *> releases;
    for (const ChangelogSection &section : changelog.sections()) {
        if (!section.unreleased)
            releases.append(&section);
    }
    const bool isOldestFirst =
        releases.size() > 1 && compareVersions(releases.first()->version, releases.last()->version) < 0;
    for (const ChangelogSection *section : releases) {
        const auto order = compareVersions(section->version, version);
        if (isOldestFirst ? order > 0 : order < 0)
            return section->headingBegin;
    }
    return changelog.sections().isEmpty() ? changelog.bytes().size() : changelog.sections().last().bodyEnd;
}

} // namespace

Result<QByteArray> promoteUnreleased(const Changelog &changelog, const NewSection &section)
{
    if (const auto own = changelog.sectionsFor(section.version); !own.isEmpty())
        return awaitsRelease(own.first()) ? dated(changelog, own.first(), section) : isThere(own.first());
    const ChangelogSection *unreleased = unreleasedOf(changelog);
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
    edits.append({unreleased->bodyBegin, 0, lineEnd + newHeading(changelog, neighbors, section) + lineEnd});
    return applied(changelog.bytes(), edits);
}

Result<QByteArray> insertSection(const Changelog &changelog, const NewSection &section)
{
    if (const auto own = changelog.sectionsFor(section.version); !own.isEmpty())
        return isThere(own.first());
    const QByteArray &bytes = changelog.bytes();
    const QByteArray lineEnd = usualLineEnd(bytes);
    const Neighbors neighbors = neighborsOf(changelog, section.version);
    QByteArray text = newHeading(changelog, neighbors, section) + lineEnd + lineEnd;
    for (const QString &line : wordLines(section.body))
        text += line.toUtf8() + lineEnd;
    const qsizetype at = placeFor(changelog, section.version);
    const bool isLast = QByteArrayView(bytes).sliced(at).trimmed().isEmpty();
    if (!isLast && !section.body.isEmpty())
        text += lineEnd;
    QList<ByteEdit> edits = LinkMender(changelog, neighbors, section.version).edits();
    edits.append({at, 0, gapAfter(bytes.first(at), lineEnd) + text});
    return applied(bytes, edits);
}

Result<QByteArray> newChangelog(const NewSection &section)
{
    return insertSection(Changelog::parse("# Changelog\n"), section);
}

} // namespace unmoor
