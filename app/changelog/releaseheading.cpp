// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog/releaseheading.h"

#include "changelog/writtendate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

/// The text as a reader sees it: links by their label, no emphasis, code marks, tags and backslashes.
QString withoutMarkup(QString text)
{
    static const QRegularExpression tag(u"<[^>]*>"_s);
    static const QRegularExpression link(uR"(\[([^\[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])?)"_s);
    static const QRegularExpression marks(uR"([*`]|~~|\\(?=[[:punct:]])|^_|_$)"_s);
    static const QRegularExpression symbols(uR"(^[^\p{L}\p{N}]+)"_s);
    text.remove(tag);
    text.replace(link, u"\\1"_s).remove(marks);
    return text.remove(symbols).simplified();
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

/// What people write where a date would stand, or about the whole release.
void removeRemarks(QString &text)
{
    static const QRegularExpression remarks(
        uR"(\b(yanked|released( on)?|unreleased|not yet released|tb[ad]|[\dyx]{4}-[\dmx]{2}-[dx]{2}|latest)\b)"_s,
        anyCase);
    text.remove(remarks);
}

bool hasWords(const QString &text)
{
    static const QRegularExpression word(uR"([\p{L}\p{N}])"_s);
    return text.contains(word);
}

std::optional<ReleaseHeading> parseUnreleased(const QString &plain)
{
    static const QRegularExpression pattern(u"^unreleased( changes)?(?![\\w-])"_s, anyCase);
    const QRegularExpressionMatch match = pattern.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    QString rest = plain.sliced(match.capturedEnd());
    ReleaseHeading heading{.date = takeDate(rest), .unreleased = true};
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
    heading.date = takeDate(rest);
    removeRemarks(rest);
    if (!hasWords(rest))
        return heading;
    if (!heading.name.isEmpty() || (!isSeparated && !heading.date.isValid()))
        return std::nullopt;
    heading.form = ReleaseHeading::Form::GoesOn;
    return heading;
}

} // namespace

std::optional<ReleaseHeading> parseReleaseHeading(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^(?:(?:version|release|ver\.?|rel\.?|(?<name>\p{L}[\w.@/-]*?))[\s:@]+)?v?\.?\s?)"
        uR"((?<version>\d+(?:\.\d+)+(?:[a-z][0-9a-z.]*)?(?:-[0-9a-z.-]*[0-9a-z])?(?:\+[0-9a-z.-]*[0-9a-z])?))"
        uR"((?=$|[\s:;,()\[\]/|!–—-]))"_s,
        anyCase);
    static const QRegularExpression url(uR"(\]\(\w+:)"_s);
    const QString plain = withoutMarkup(text);
    std::optional<ReleaseHeading> heading = parseUnreleased(plain);
    if (const QRegularExpressionMatch match = pattern.match(plain); !heading && match.hasMatch()) {
        const QString name = match.captured(u"name"_s);
        const auto form = name.isEmpty() ? ReleaseHeading::Form::Complete : ReleaseHeading::Form::Named;
        const QString version = match.captured(u"version"_s);
        heading = withRest({.form = form, .name = name, .version = version}, plain.sliced(match.capturedEnd("version")),
                           hasLinkAfter(version, text));
    }
    if (heading)
        heading->hasUrl = text.contains(url);
    return heading;
}

} // namespace unmoor
