// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/nextversion.h"

#include "app/core/words.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Kind = NextVersion::Kind;

/// A version in the parts that counting needs: "1.2.0-rc.3" is {1, 2, 0}, "-rc.", 3.
struct Counted
{
    QList<qint64> numbers;
    QString word; ///< what stands between the numbers and the count of a pre-release, as it is written
    qint64 count = 0;

    bool isPreRelease() const { return !word.isEmpty(); }

    QString base() const
    {
        QStringList texts;
        for (const qint64 number : numbers)
            texts += QString::number(number);
        return texts.join(u'.');
    }
};

std::optional<Counted> countedOf(const QString &version)
{
    static const QRegularExpression pattern(
        uR"(\A(?<numbers>\d{1,15}(?:\.\d{1,15})*)(?:(?<word>[-.]?[A-Za-z]+[-._]?)(?<count>\d{1,9})?)?(?:\+.*)?\z)"_s);
    const QRegularExpressionMatch match = pattern.match(version);
    if (!match.hasMatch())
        return {};
    Counted counted{.numbers = {}, .word = match.captured(u"word"_s), .count = match.captured(u"count"_s).toLongLong()};
    for (const QString &number : match.captured(u"numbers"_s).split(u'.'))
        counted.numbers += number.toLongLong();
    return counted;
}

/// The number at \a index one up, those behind it 0.
Counted raised(Counted version, qsizetype index)
{
    version.word.clear();
    while (version.numbers.size() <= index)
        version.numbers += 0;
    ++version.numbers[index];
    std::fill(version.numbers.begin() + index + 1, version.numbers.end(), 0);
    return version;
}

Kind wantedKind(const Counted &last, ChangeWeight weight)
{
    if (weight == ChangeWeight::Breaking)
        return last.numbers.value(0) == 0 ? Kind::Minor : Kind::Major;
    return weight == ChangeWeight::Feature ? Kind::Minor : Kind::Patch;
}

QString firstPreRelease(const QString &base, VersionScheme scheme)
{
    return base + (scheme == VersionScheme::SemVer ? u"-rc.1"_s : u"rc1"_s);
}

NextVersion release(Kind kind, const Counted &version)
{
    return {.kind = kind, .version = version.base()};
}

/// Of what is on its way: the next of its kind, and the release itself.
QList<NextVersion> afterPreRelease(const Counted &last)
{
    const NextVersion next{.kind = Kind::PreRelease,
                           .version = last.base() + last.word + QString::number(last.count + 1),
                           .isPreRelease = true};
    Counted final = last;
    final.word.clear();
    return {release(Kind::Final, final), next};
}

QList<NextVersion> afterRelease(const Counted &last, VersionScheme scheme, Kind wanted)
{
    QList<NextVersion> next{release(Kind::Patch, raised(last, 2)), release(Kind::Minor, raised(last, 1)),
                            release(Kind::Major, raised(last, 0))};
    const auto base = std::ranges::find(next, wanted, &NextVersion::kind);
    base->isProposed = true;
    next += {.kind = Kind::PreRelease, .version = firstPreRelease(base->version, scheme), .isPreRelease = true};
    return next;
}

/// The year as \a last writes it, the month, and a number where that month had one already.
QList<NextVersion> afterCalendar(const QString &last, const QDate &today)
{
    const QStringList parts = last.split(u'.');
    const bool hasLongYear = parts.value(0).size() == 4;
    const int year = hasLongYear ? today.year() : today.year() % 100;
    const bool isPadded = parts.value(1).startsWith(u'0');
    const QString month = QString::number(today.month()).rightJustified(isPadded ? 2 : 1, u'0');
    const bool isSameMonth = parts.value(0).toInt() == year && parts.value(1).toInt() == today.month();
    const bool hasCount = parts.size() > 2;
    QString version = u"%1.%2"_s.arg(year).arg(month);
    if (isSameMonth)
        version += u".%1"_s.arg(parts.value(2).toInt() + 1);
    else if (hasCount)
        version += u".0"_s;
    return {{.kind = Kind::Patch, .version = version, .isProposed = true}};
}

QString whyOf(ChangeWeight weight)
{
    switch (weight) {
    case ChangeWeight::Breaking:
        return Words::tr("something breaks for users");
    case ChangeWeight::Feature:
        return Words::tr("something is new");
    case ChangeWeight::Fix:
        return Words::tr("fixes alone");
    case ChangeWeight::Nothing:
        return Words::tr("nothing that users notice was found");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString nextVersionName(NextVersion::Kind kind)
{
    switch (kind) {
    case Kind::Patch:
        return u"patch"_s;
    case Kind::Minor:
        return u"minor"_s;
    case Kind::Major:
        return u"major"_s;
    case Kind::PreRelease:
        return u"pre"_s;
    case Kind::Final:
        return u"final"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QList<NextVersion> nextVersions(const QString &last, VersionScheme scheme, ChangeWeight weight, const QDate &today)
{
    const auto counted = countedOf(last);
    if (!isVersion(last, scheme) || !counted)
        return {};
    if (scheme == VersionScheme::CalVer)
        return afterCalendar(last, today);
    QList<NextVersion> next = isEarlyVersion(last, scheme) && counted->isPreRelease()
        ? afterPreRelease(*counted)
        : afterRelease(*counted, scheme, wantedKind(*counted, weight));
    if (const auto proposed = std::ranges::find(next, true, &NextVersion::isProposed); proposed != next.end())
        proposed->why = whyOf(weight);
    else
        next.first().isProposed = true; // what was tried as a candidate is released
    return next;
}

} // namespace unmoor
