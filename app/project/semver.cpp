// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/semver.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

// The expression that semver.org suggests, with ASCII digits spelled out.
const QRegularExpression &semVerExpression()
{
    static const QRegularExpression expression(
        uR"(\A(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*))"
        uR"((?:-((?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?)"
        uR"((?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?\z)"_s);
    return expression;
}

bool isNumber(const QString &identifier)
{
    return std::ranges::all_of(identifier, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::strong_ordering compareText(const QString &a, const QString &b)
{
    return a.compare(b) <=> 0;
}

/// Numbers may be longer than any integer type: without leading zeros, the longer one is the larger one.
std::strong_ordering compareIdentifiers(const QString &a, const QString &b)
{
    const bool aIsNumber = isNumber(a);
    const bool bIsNumber = isNumber(b);
    if (aIsNumber != bIsNumber)
        return aIsNumber ? std::strong_ordering::less : std::strong_ordering::greater;
    if (aIsNumber && a.size() != b.size())
        return a.size() <=> b.size();
    return compareText(a, b);
}

std::strong_ordering comparePreReleases(const QStringList &a, const QStringList &b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() <=> b.isEmpty(); // a version without pre-release parts is the newer one
    return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end(), compareIdentifiers);
}

} // namespace

std::optional<SemVer> SemVer::parse(QStringView text)
{
    const auto match = semVerExpression().matchView(text);
    if (!match.hasMatch())
        return {};
    bool fits[3] = {};
    SemVer version{match.capturedView(1).toULongLong(&fits[0]), match.capturedView(2).toULongLong(&fits[1]),
                   match.capturedView(3).toULongLong(&fits[2]), match.captured(4).split(u'.', Qt::SkipEmptyParts),
                   match.captured(5)};
    if (!std::ranges::all_of(fits, std::identity()))
        return {};
    return version;
}

QString SemVer::toString() const
{
    QString text = u"%1.%2.%3"_s.arg(major).arg(minor).arg(patch);
    if (!preRelease.isEmpty())
        text += u'-' + preRelease.join(u'.');
    if (!build.isEmpty())
        text += u'+' + build;
    return text;
}

std::strong_ordering operator<=>(const SemVer &a, const SemVer &b)
{
    if (const auto order = std::tie(a.major, a.minor, a.patch) <=> std::tie(b.major, b.minor, b.patch); order != 0)
        return order;
    return comparePreReleases(a.preRelease, b.preRelease);
}

bool isVersion(const QString &version, VersionScheme scheme)
{
    return scheme == VersionScheme::SemVer ? SemVer::parse(version).has_value() : isWrittenAs(version, scheme);
}

std::optional<VersionScheme> likelyScheme(const QString &version)
{
    // "2026.11" begins with a year; "1.2.3rc1" and "1.2.post1" have a word without a dash, which Python's have.
    static const QRegularExpression year(u"\\A(19|20)\\d\\d\\."_s);
    static const QRegularExpression word(u"\\A[0-9.]+\\.?(a|b|rc|post|dev)[0-9]"_s);
    if (isVersion(version, VersionScheme::SemVer))
        return VersionScheme::SemVer;
    if (year.match(version).hasMatch() && isVersion(version, VersionScheme::CalVer))
        return VersionScheme::CalVer;
    if (word.match(version).hasMatch() && isVersion(version, VersionScheme::Pep440))
        return VersionScheme::Pep440;
    return isVersion(version, VersionScheme::Dotted) ? std::optional(VersionScheme::Dotted) : std::nullopt;
}

} // namespace unmoor
