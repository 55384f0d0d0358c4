// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/format.h"

#include "app/core/words.h"

#include <QList>
#include <QLocale>
#include <QStringList>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace unmoor {

QString formatBytes(qint64 bytes)
{
    if (bytes < 1024)
        return u"%1 B"_s.arg(bytes);
    static constexpr std::array units{u"KiB", u"MiB", u"GiB", u"TiB"};
    double value = double(bytes) / 1024;
    size_t unit = 0;
    while (value >= 1023.95 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    return u"%1 %2"_s.arg(QLocale().toString(value, 'f', 1), QString::fromUtf16(units[unit]));
}

QString formatSeconds(double seconds)
{
    if (seconds < 10)
        return u"%1 s"_s.arg(QLocale().toString(seconds, 'f', 1));
    const qint64 whole = qRound64(seconds);
    if (whole < 60)
        return u"%1 s"_s.arg(whole);
    if (whole < 3600)
        return u"%1 m %2 s"_s.arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
    return u"%1 h %2 m"_s.arg(whole / 3600).arg(whole / 60 % 60, 2, 10, QLatin1Char('0'));
}

QString counted(qint64 count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(count);
}

QString someOf(const QStringList &names, qsizetype most)
{
    if (names.size() <= most)
        return names.join(", "_L1);
    return Words::tr("%1 and %2 more").arg(names.first(most).join(", "_L1)).arg(names.size() - most);
}

QString shortCommit(const QString &commit)
{
    return commit.left(7);
}

namespace {

qsizetype editDistance(QStringView a, QStringView b)
{
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.last();
}

} // namespace

QString nearestWord(const QString &word, const QStringList &known)
{
    QString nearest;
    qsizetype best = std::max<qsizetype>(2, word.size() / 2) + 1;
    for (const QString &candidate : known) {
        const qsizetype distance = editDistance(word, candidate);
        if (distance < best) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace unmoor
