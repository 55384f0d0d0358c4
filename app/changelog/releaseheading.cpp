// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/releaseheading.h"

#include "app/changelog/writtendate.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr auto caseless = QRegularExpression::CaseInsensitiveOption;

/// The text as a reader sees it: links by their label, no emphasis, code marks, tags, emoji by name and backslashes.
QString withoutMarkup(QString text)
{
    static const QRegularExpression tag(u"<[^>]*>"_s);
    static const QRegularExpression link(uR"(\[([^\[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])?)"_s);
    static const QRegularExpression marks(uR"([*`]|~~|\\(?=[[:punct:]])|^_|_$)"_s);
    static const QRegularExpression emoji(uR"((?<![\w:]):[a-z0-9_+-]*[a-z][a-z0-9_+-]*:(?![\w:]))"_s);
    text.remove(tag);
    text.replace(link, u"\\1"_s).remove(marks).remove(emoji);
    return text.simplified();
}

/// What stands before the first letter or number: emoji, brackets, dashes.
QString withoutSymbols(QString text)
{
    static const QRegularExpression symbols(uR"(^[^\p{L}\p{N}]+)"_s);
    return text.remove(symbols);
}

/// Takes the first date out of \a text.
QDate takeDate(QString &text)
{
    const std::optional<WrittenDate> found = findDate(text);
    if (!found)
        return {};
    text.remove(found->at, found->length);
    return found->date;
}

/// A date of which something is left open: "2026-xx-xx", "2026-??-??", "YYYY-MM-DD".
const QString openDate =
    uR"((?:[\dyx]{4}|\?{4})[-/.][\dmx?]{2}[-/.](?:[dx]{2}|\?{2})|[\dyx]{4}[-/.](?:[mx]{2}|\?{2})\b)"_s;

/// Words that are never a release's title.
const QRegularExpression &notYetWords()
{
    static const QRegularExpression words(
        uR"((?<!\w)(?:unreleased|un-released|not (?:yet )?(?:been )?released(?: yet)?|to be (?:released|announced|determined)|tb[adc]|)"_s
            + openDate + uR"()(?![\w-])|🚧)"_s,
        caseless);
    return words;
}

const QString stageName =
    uR"((?:release[ -]candidate|rc|alpha|beta|pre-?release|preview|nightly|snapshot|milestone|canary|dev(?:elopment)?|early access))"_s;

/// What people write where a date would stand, or about the whole release.
void removeRemarks(QString &text)
{
    static const QRegularExpression remarks(
        uR"(\b(yanked|released( on)?|latest)\b|^[\s(\[–—-]*)"_s + stageName + uR"([ .-]?#?\d*\b)"_s, caseless);
    text.remove(notYetWords()).remove(remarks);
}

bool hasWords(const QString &text)
{
    static const QRegularExpression word(uR"([\p{L}\p{N}])"_s);
    return text.contains(word);
}

std::optional<ReleaseHeading> parseUnreleased(const QString &plain)
{
    static const QRegularExpression pattern(
        u"^(?:(?<name>\\p{L}[\\w.@/-]*)\\s*[:,|–—-]\\s+)?unreleased( changes)?(?![\\w-])"_s, caseless);
    const QRegularExpressionMatch match = pattern.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    QString rest = plain.sliced(match.capturedEnd());
    ReleaseHeading heading{.name = match.captured(u"name"_s), .date = takeDate(rest), .unreleased = true};
    removeRemarks(rest);
    heading.form = hasWords(rest) ? ReleaseHeading::Form::GoesOn : ReleaseHeading::Form::Complete;
    return heading;
}

/// "1.0.5 [Full changelog](https://…)": a link stands apart as words do after a dash.
bool hasLinkAfter(const QString &version, const QString &text)
{
    const qsizetype at = text.indexOf(version);
    static const QRegularExpression link(uR"(^\]?(\([^)]*\))?[*_`]*\s+\[[^\[\]]*\]\()"_s);
    return at >= 0 && link.matchView(QStringView(text).sliced(at + version.size())).hasMatch();
}

/// What follows the version decides whether the heading is one, and how surely.
std::optional<ReleaseHeading> withRest(ReleaseHeading heading, QString rest, bool hasLink)
{
    static const QRegularExpression separator(uR"(^\s*[-–—:;,|/(\["“«])"_s);
    const bool isSeparated = hasLink || separator.match(rest).hasMatch();
    if (const QDate date = takeDate(rest); date.isValid())
        heading.date = date;
    removeRemarks(rest);
    heading.isSure = heading.isSure || heading.date.isValid();
    if (!hasWords(rest))
        return heading;
    if (!isSeparated && !heading.date.isValid())
        return std::nullopt;
    if (heading.name.isEmpty())
        heading.form = ReleaseHeading::Form::GoesOn;
    return heading;
}

const QString versionPattern =
    uR"((?<version>\d+(?:\.\d+)+(?:[._]?[a-z][0-9a-z.]*(?<!\.))?(?:-[0-9a-z.-]*[0-9a-z])?(?:\+[0-9a-z.-]*[0-9a-z])?))"
    uR"((?=$|[\s:;,()\[\]/|!–—-]))"_s;

/// Words before a version that tell of it instead of naming a package: "Migration to 2.0.0".
bool isNoName(const QString &name)
{
    static const QRegularExpression words(
        uR"((?:^|\s)(?:from|in|to|as|of|for|with|since|until|before|after|and|or|than|at|by|on|via|about|the|a|an|is|)"
        uR"(migrat\w+|upgrad\w+|updat\w+|support\w*|dropp?\w*|requir\w+|minimum|breaking|changes?|changelog|notes?|guide|)"
        uR"(highlights?|known|issues?|new|added|removed|fixed|deprecat\w+|released|compatib\w+|bump\w*)(?=\s|$))"_s,
        caseless);
    return words.match(name).hasMatch();
}

/// "[1.0.5](https://…)", "v1.0.5", "Version 0.2.7", "minne 1.0.5", "minne-v1.0.5", "`minne` - [1.0.5](…)".
std::optional<ReleaseHeading> parseVersion(const QString &plain, const QString &text)
{
    static const QRegularExpression alone(
        uR"(^(?:(?:version|release|ver\.?|rel\.?|upcoming|(?:next|upcoming) (?:version|release))[\s:-]+)?v?\.?\s?)"_s
            + versionPattern,
        caseless);
    static const QRegularExpression named(
        uR"(^(?:release\s+)?(?<name>\p{L}[\w.@/+-]*?(?:\s[\w.@/+&'-]+?){0,3}?))"
        uR"((?<joint>[)\]]?\s*[,:|–—]?\s+(?:-\s+)?(?:version\s|release\s)?|[@:]\s?|[-_/](?=v?\d))v?\.?\s?)"_s
            + versionPattern,
        caseless);
    QRegularExpressionMatch match = alone.match(plain);
    ReleaseHeading heading{.version = match.captured(u"version"_s)};
    if (!match.hasMatch()) {
        match = named.match(plain);
        if (!match.hasMatch())
            return std::nullopt;
        heading = {.form = ReleaseHeading::Form::Named,
                   .name = match.captured(u"name"_s),
                   .version = match.captured(u"version"_s)};
        heading.isSure = match.captured(u"joint"_s).trimmed() == u"@"
            || (match.captured(u"joint"_s).trimmed().size() == 1 && plain[match.capturedStart("version") - 1] == u'v');
        if (heading.name.contains(u' ') && isNoName(heading.name))
            return std::nullopt;
    }
    return withRest(heading, plain.sliced(match.capturedEnd("version")), hasLinkAfter(heading.version, text));
}

/// "2026-11-20, Version 22.1.0 (Current)": the date comes first.
std::optional<ReleaseHeading> parseDated(const QString &plain, const QString &text)
{
    static const QRegularExpression separator(uR"(^[\])]?\s*[-–—:;,|/]?\s+)"_s);
    const std::optional<WrittenDate> date = findDate(plain);
    // With dots it is a version after the calendar, more likely.
    if (!date || date->at > 0 || plain.first(date->length).contains(u'.'))
        return std::nullopt;
    const QString rest = plain.sliced(date->length);
    const QRegularExpressionMatch match = separator.match(rest);
    if (!match.hasMatch())
        return std::nullopt;
    auto heading = parseVersion(withoutSymbols(rest.sliced(match.capturedLength())), text);
    if (heading)
        heading->date = date->date;
    return heading;
}

/// The parts of \a text that stand apart: in brackets, or between dashes, commas and the like.
QStringList partsStandingApart(const QString &text)
{
    static const QRegularExpression borders(uR"(\s[-–—|/]\s|[()\[\]{}:;,|/])"_s);
    QStringList parts;
    for (const QString &part : text.split(borders, Qt::SkipEmptyParts))
        parts.append(part.trimmed());
    return parts;
}

QString firstMatch(const QStringList &parts, const QRegularExpression &pattern)
{
    for (const QString &part : parts) {
        if (const QRegularExpressionMatch match = pattern.match(part); match.hasMatch())
            return match.captured();
    }
    return {};
}

/// Most headings of a long file can be told apart at a glance.
bool mayNameRelease(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); })
        || text.contains(u"unreleased"_s, Qt::CaseInsensitive);
}

/// "1.0.5 (2026-06-24)" says nothing else.
bool mayHaveRemarks(const QString &text, const QString &plain, const QString &version)
{
    const QString rest = plain.startsWith(version) ? plain.sliced(version.size()) : plain;
    return text.contains(u"~~"_s) || text.contains(u"🚧"_s)
        || std::ranges::any_of(rest, [](QChar c) { return c.isLetter() || c == u'?'; });
}

} // namespace

HeadingRemarks remarksIn(const QString &text)
{
    // Each is a whole part of what follows the version: "1.0.5 – The draft editor" is a title.
    static const QRegularExpression version(uR"((?:^|[\s(\[@/:v-])\d+(?:\.\d+)+[\w.+-]*)"_s);
    static const QRegularExpression notYet(
        uR"(^(?:(?:still |currently )?(?:in|under) (?:development|progress|work)|work in progress|wip|upcoming|pending|next|)"
        uR"(draft|coming (?:soon|next)|soon|future|(?:planned|expected|scheduled|targeted)(?:\s(?:for|in|on|at)\b.*)?)$)"_s,
        caseless);
    static const QRegularExpression ahead(uR"(^\W*(?:upcoming\b|next (?:release|version)\b))"_s, caseless);
    static const QRegularExpression stage(u'^' + stageName + uR"([ .-]?#?\d*$)"_s, caseless);
    static const QRegularExpression withdrawn(
        uR"(^(?:yanked\b.*|(?:withdrawn|retracted|revoked|recalled|unpublished|pulled)(?:\s(?:on|for|because|due|as|since|)"
        uR"(from|see|use)\b.*)?[.!]*|do not use.*)$)"_s,
        caseless);
    static const QRegularExpression struck(uR"(~~[^~]*\d\.\d[^~]*~~)"_s);
    const QString plain = withoutMarkup(text);
    const QRegularExpressionMatch own = version.match(plain);
    const QString before = own.hasMatch() ? plain.first(own.capturedStart()) : QString();
    QString after = own.hasMatch() ? plain.sliced(own.capturedEnd()) : plain;
    if (const auto date = findDate(after))
        after.replace(date->at, date->length, u"|"_s);
    const QStringList parts = partsStandingApart(after);
    HeadingRemarks remarks{notYetWords().match(plain).captured(), firstMatch(parts, stage),
                           firstMatch(parts + partsStandingApart(before), withdrawn)};
    if (remarks.notYet.isEmpty())
        remarks.notYet = firstMatch(parts, notYet);
    if (remarks.notYet.isEmpty())
        remarks.notYet = ahead.match(before).captured();
    if (remarks.withdrawn.isEmpty() && struck.match(text).hasMatch())
        remarks.withdrawn = struck.match(text).captured();
    return remarks;
}

bool namesUnreleased(const QString &heading)
{
    static const QRegularExpression words(
        uR"(^(?:(?:the|our|current|latest|changes|commits|on|in|to|for|since|last|a|an)\s)*)"
        uR"((?:unreleased|upcoming|next|head|main|master|trunk|develop(?:ment)?|devel|dev|tip|nightly|edge|canary|snapshot|)"
        uR"((?:in|under) (?:development|progress)|work in progress|wip|pending|future|coming (?:soon|next|up)|unpublished|)"
        uR"(v\.?next|to be released|tb[ad]|last release|not (?:yet )?released(?: yet)?)(?:[\s:,/()\[\]–—-]+)"
        uR"((?:unreleased|upcoming|next|head|main|master|trunk|branch|release|releases|version|changes|development|build|builds|)"
        uR"(milestone|major|minor|patch|tbd|wip|only|not (?:yet )?released))*\W*$)"_s,
        caseless);
    QString plain = withoutSymbols(withoutMarkup(heading));
    (void)takeDate(plain);
    return words.match(plain.trimmed()).hasMatch();
}

bool isSamePackage(const QString &a, const QString &b)
{
    const auto plain = [](const QString &name) {
        static const QRegularExpression marks(uR"([-_.\s]+)"_s);
        static const QRegularExpression at(u"^@"_s);
        return QString(name).remove(at).replace(marks, u"-"_s).toCaseFolded();
    };
    return plain(a) == plain(b);
}

std::optional<ReleaseHeading> parseReleaseHeading(const QString &text)
{
    if (!mayNameRelease(text))
        return std::nullopt;
    static const QRegularExpression url(uR"(\]\(\w+:)"_s);
    static const QRegularExpression ofRelease(uR"(\]\(\w+:\S*/(compare|releases|tag|tags|tree|commits)/)"_s);
    const QString plain = withoutSymbols(withoutMarkup(text));
    std::optional<ReleaseHeading> heading = parseUnreleased(plain);
    if (!heading)
        heading = parseDated(plain, text);
    if (!heading)
        heading = parseVersion(plain, text);
    if (!heading)
        return std::nullopt;
    heading->hasUrl = text.contains(url);
    heading->isSure = heading->isSure || ofRelease.match(text).hasMatch();
    if (!heading->unreleased && mayHaveRemarks(text, plain, heading->version))
        heading->remarks = remarksIn(text);
    return heading;
}

} // namespace unmoor
