// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/when.h"

#include "app/core/words.h"

#include <QLocale>

#include <cmath>

namespace unmoor {

using namespace Qt::StringLiterals;

QString whenText(const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    const QString time = local.toString(u"H:mm"_s);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return Words::tr("today %1").arg(time);
    if (days == 1)
        return Words::tr("yesterday %1").arg(time);
    if (days > 1 && days < 7)
        return Words::tr("%n days ago", nullptr, int(days));
    const bool sameYear = local.date().year() == now.toLocalTime().date().year();
    return QLocale().toString(local.date(), sameYear ? u"d MMMM"_s : u"d MMMM yyyy"_s);
}

QString agoText(const QDateTime &moment, const QDateTime &now)
{
    const qint64 minutes = moment.secsTo(now) / 60;
    if (!moment.isValid() || minutes < 0 || minutes >= 60)
        return whenText(moment, now);
    return minutes == 0 ? Words::tr("just now") : Words::tr("%1 min ago").arg(minutes);
}

QString aboutText(double seconds)
{
    const int whole = int(std::lround(seconds));
    if (whole < 60)
        return Words::tr("about %1 s").arg(std::max(1, whole));
    const int minutes = int(std::lround(seconds / 60));
    if (minutes < 60)
        return Words::tr("about %1 min").arg(minutes);
    return Words::tr("about %1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString countdownText(int seconds)
{
    const auto two = [](int number) { return u"%1"_s.arg(number, 2, 10, QLatin1Char('0')); };
    if (seconds < 3600)
        return u"%1:%2"_s.arg(seconds / 60).arg(two(seconds % 60));
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg(two(seconds / 60 % 60), two(seconds % 60));
}

QString ageText(const QDateTime &moment, const QDateTime &now)
{
    const qint64 seconds = moment.secsTo(now);
    if (!moment.isValid() || seconds >= 3600)
        return whenText(moment, now);
    if (seconds < 5)
        return Words::tr("just now");
    if (seconds < 60)
        return Words::tr("%1 s ago").arg(seconds);
    return Words::tr("%1 min ago").arg(seconds / 60);
}

} // namespace unmoor
