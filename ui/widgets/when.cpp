// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/when.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text, int number = -1)
{
    return QCoreApplication::translate("unmoor::when", text, nullptr, number);
}

} // namespace

QString whenText(const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    const QString time = local.toString(u"H:mm"_s);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return say(QT_TRANSLATE_NOOP("unmoor::when", "today %1")).arg(time);
    if (days == 1)
        return say(QT_TRANSLATE_NOOP("unmoor::when", "yesterday %1")).arg(time);
    if (days > 1 && days < 7)
        return say(QT_TRANSLATE_NOOP("unmoor::when", "%n days ago"), int(days));
    const bool sameYear = local.date().year() == now.toLocalTime().date().year();
    return QLocale().toString(local.date(), sameYear ? u"d MMMM"_s : u"d MMMM yyyy"_s);
}

QString agoText(const QDateTime &moment, const QDateTime &now)
{
    const qint64 minutes = moment.secsTo(now) / 60;
    if (!moment.isValid() || minutes < 0 || minutes >= 60)
        return whenText(moment, now);
    return minutes == 0 ? say(QT_TRANSLATE_NOOP("unmoor::when", "just now"))
                        : say(QT_TRANSLATE_NOOP("unmoor::when", "%1 min ago")).arg(minutes);
}

QString aboutText(double seconds)
{
    const int whole = int(std::lround(seconds));
    if (whole < 60)
        return say(QT_TRANSLATE_NOOP("unmoor::when", "about %1 s")).arg(std::max(1, whole));
    const int minutes = int(std::lround(seconds / 60));
    if (minutes < 60)
        return say(QT_TRANSLATE_NOOP("unmoor::when", "about %1 min")).arg(minutes);
    return say(QT_TRANSLATE_NOOP("unmoor::when", "about %1 h %2 min")).arg(minutes / 60).arg(minutes % 60);
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
        return say(QT_TRANSLATE_NOOP("unmoor::when", "just now"));
    if (seconds < 60)
        return say(QT_TRANSLATE_NOOP("unmoor::when", "%1 s ago")).arg(seconds);
    return say(QT_TRANSLATE_NOOP("unmoor::when", "%1 min ago")).arg(seconds / 60);
}

} // namespace unmoor
