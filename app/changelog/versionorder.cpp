// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/versionorder.h"

#include <QMap>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Parts
{
    QStringList numbers;
    QStringList preRelease;
};

Parts partsOf(const QString &version)
{
    static const QRegularExpression pattern(uR"(^(?<numbers>\d+(?:\.\d+)*)[-.]?(?<rest>[^+]*))"_s);
    const QRegularExpressionMatch match = pattern.match(version);
    return {match.captured(u"numbers"_s).split(u'.'), match.captured(u"rest"_s).split(u'.', Qt::SkipEmptyParts)};
}

/// Digits of any length; an empty text is 0.
std::strong_ordering compareNumbers(const QString &a, const QString &b)
{
    static const QRegularExpression zeros(u"^0+"_s);
    const QString left = QString(a).remove(zeros);
    const QString right = QString(b).remove(zeros);
    if (left.size() != right.size())
        return left.size() <=> right.size();
    return left.compare(right) <=> 0;
}

bool isNumber(const QString &text)
{
    static const QRegularExpression digits(u"^\\d+$"_s);
    return digits.match(text).hasMatch();
}

std::strong_ordering compareIdentifiers(const QString &a, const QString &b)
{
    if (isNumber(a) && isNumber(b))
        return compareNumbers(a, b);
    if (isNumber(a) != isNumber(b))
        return isNumber(a) ? std::strong_ordering::less : std::strong_ordering::greater;
    return a.compare(b) <=> 0;
}

std::strong_ordering comparePreReleases(const QStringList &a, const QStringList &b)
{
    if (a.isEmpty() != b.isEmpty())
        return a.isEmpty() ? std::strong_ordering::greater : std::strong_ordering::less;
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (const auto order = compareIdentifiers(a[i], b[i]); order != 0)
            return order;
    }
    return a.size() <=> b.size();
}

/// How early a word makes a version: 5 is the release itself.
constexpr int releaseRank = 5;
constexpr int laterRank = 6;

int rankOfWord(const QString &word, bool isCounted)
{
    static const QMap<QString, int> ranks{
        {u"dev"_s, 0},   {u"snapshot"_s, 0},  {u"nightly"_s, 0}, {u"canary"_s, 0},  {u"alpha"_s, 1},
        {u"beta"_s, 2},  {u"milestone"_s, 3}, {u"pre"_s, 4},     {u"preview"_s, 4}, {u"rc"_s, 4},
        {u"cr"_s, 4},    {u"final"_s, 5},     {u"release"_s, 5}, {u"ga"_s, 5},      {u"stable"_s, 5},
        {u"post"_s, 6},  {u"rev"_s, 6},       {u"r"_s, 6},       {u"p"_s, 6},       {u"pl"_s, 6},
        {u"patch"_s, 6}, {u"hotfix"_s, 6},    {u"sp"_s, 6},      {u"u"_s, 6},       {u"update"_s, 6},
    };
    static const QMap<QString, int> letters{{u"a"_s, 1}, {u"b"_s, 2}, {u"m"_s, 3}, {u"c"_s, 4}};
    // "1.0a1" is an alpha, "1.0.2a" the release after 1.0.2.
    if (word.size() == 1 && isCounted && letters.contains(word))
        return letters.value(word);
    return ranks.value(word, word.size() == 1 ? laterRank : 1);
}

/// What follows a version's numbers, by meaning: "rc1.dev2" is {4, "", 1}, {0, "", 2}.
struct Stage
{
    int rank = releaseRank;
    QString word; ///< where its rank says too little
    QString count;
};

QList<Stage> stagesOf(const QString &version, VersionScheme scheme)
{
    static const QRegularExpression numbers(uR"(^\d+(?:\.\d+)*)"_s);
    static const QRegularExpression stage(uR"((?<word>[a-z]+)?[-._]?(?<count>\d+)?)"_s);
    const QString rest = version.sliced(numbers.match(version).capturedLength()).section(u'+', 0, 0).toLower();
    QList<Stage> stages;
    for (const QRegularExpressionMatch &match : stage.globalMatch(rest)) {
        const QString word = match.captured(u"word"_s);
        const QString count = match.captured(u"count"_s);
        if (word.isEmpty() && count.isEmpty())
            continue;
        const bool isCounted = !count.isEmpty() || scheme == VersionScheme::Pep440;
        const int rank = word.isEmpty() ? laterRank : rankOfWord(word, isCounted);
        const bool isLetter = rank == laterRank && word.size() == 1;
        stages.append({rank, word == u"a" && !isLetter ? u"alpha"_s : rank == 1 || isLetter ? word : QString(), count});
    }
    return stages;
}

std::strong_ordering compareStages(const QList<Stage> &a, const QList<Stage> &b)
{
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        const Stage left = a.value(i);
        const Stage right = b.value(i);
        if (left.rank != right.rank)
            return left.rank <=> right.rank;
        if (left.word != right.word)
            return left.word.compare(right.word) <=> 0;
        if (const auto order = compareNumbers(left.count, right.count); order != 0)
            return order;
    }
    return std::strong_ordering::equal;
}

const QMap<QString, VersionScheme> &schemes()
{
    static const QMap<QString, VersionScheme> all{{u"semver"_s, VersionScheme::SemVer},
                                                  {u"calver"_s, VersionScheme::CalVer},
                                                  {u"pep440"_s, VersionScheme::Pep440},
                                                  {u"dotted"_s, VersionScheme::Dotted}};
    return all;
}

} // namespace

QStringList versionSchemeNames()
{
    return {u"semver"_s, u"calver"_s, u"pep440"_s, u"dotted"_s};
}

std::optional<VersionScheme> versionSchemeOf(const QString &name)
{
    return schemes().contains(name) ? std::optional(schemes().value(name)) : std::nullopt;
}

QString versionSchemeName(VersionScheme scheme)
{
    return schemes().key(scheme);
}

std::strong_ordering compareVersions(const QString &a, const QString &b, VersionScheme scheme)
{
    const Parts left = partsOf(a);
    const Parts right = partsOf(b);
    for (qsizetype i = 0; i < std::max(left.numbers.size(), right.numbers.size()); ++i) {
        if (const auto order = compareNumbers(left.numbers.value(i), right.numbers.value(i)); order != 0)
            return order;
    }
    return scheme == VersionScheme::SemVer ? comparePreReleases(left.preRelease, right.preRelease)
                                           : compareStages(stagesOf(a, scheme), stagesOf(b, scheme));
}

bool isEarlyVersion(const QString &version, VersionScheme scheme)
{
    if (scheme == VersionScheme::SemVer)
        return !partsOf(version).preRelease.isEmpty();
    return std::ranges::any_of(stagesOf(version, scheme), [](const Stage &stage) { return stage.rank < releaseRank; });
}

bool isWrittenAs(const QString &version, VersionScheme scheme)
{
    static const QString stage = uR"((?:[-._]?[a-z][a-z0-9]*(?:[-._][a-z0-9]+)*|-\d+)?(?:\+[a-z0-9][a-z0-9.-]*)?\z)"_s;
    static const auto anyCase = QRegularExpression::CaseInsensitiveOption;
    static const QMap<VersionScheme, QRegularExpression> forms{
        {VersionScheme::CalVer,
         QRegularExpression(uR"(\A(?:19|2[0-9])?[0-9]{2}(?:\.[0-9]{1,9}){1,3})"_s + stage, anyCase)},
        {VersionScheme::Pep440,
         QRegularExpression(uR"(\A\d+(?:\.\d+)*(?:[-._]?(?:a|b|c|rc|alpha|beta|pre|preview)[-._]?\d*)?)"
                            uR"((?:[-._]?(?:post|rev|r)[-._]?\d*|-\d+)?(?:[-._]?dev[-._]?\d*)?(?:\+[a-z0-9.]+)?\z)"_s,
                            anyCase)},
        {VersionScheme::Dotted, QRegularExpression(uR"(\A\d+(?:\.\d+)+)"_s + stage, anyCase)},
    };
    const auto form = forms.constFind(scheme);
    return form != forms.constEnd() && form->match(version).hasMatch();
}

} // namespace unmoor
