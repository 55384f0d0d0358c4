// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog/versionorder.h"

#include <QRegularExpression>
#include <QStringList>

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

} // namespace

std::strong_ordering compareVersions(const QString &a, const QString &b)
{
    const Parts left = partsOf(a);
    const Parts right = partsOf(b);
    for (qsizetype i = 0; i < std::max(left.numbers.size(), right.numbers.size()); ++i) {
        if (const auto order = compareNumbers(left.numbers.value(i), right.numbers.value(i)); order != 0)
            return order;
    }
    return comparePreReleases(left.preRelease, right.preRelease);
}

} // namespace unmoor
