// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/joblog.h"

#include "app/core/words.h"

#include <QDateTime>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype longestErrorLine = 500;
constexpr int mostDerivationsOfLog = 1000;

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf"); // GitHub begins each log with one

/// The path in "building '/nix/store/….drv'...".
QString derivationIn(QByteArrayView line)
{
    const qsizetype begin = line.indexOf('\'') + 1;
    return QString::fromUtf8(line.sliced(begin, std::max<qsizetype>(line.indexOf('\'', begin) - begin, 0)));
}

/// What \a line says of a cache.
JobLogReport::Cache cacheIn(QByteArrayView line)
{
    using enum JobLogReport::Cache;
    struct Saying
    {
        QByteArrayView words;
        JobLogReport::Cache cache;
    };
    static constexpr std::array sayings{Saying{"Found a cache with the given \"primary-key\"", Hit},
                                        Saying{"Found a cache using the \"restore-prefixes-first-match\"", Partial},
                                        Saying{"Found no cache(s).", None},
                                        Saying{"Failed to restore the cache.", Failed},
                                        Saying{"Failed to restore: ", Failed},
                                        Saying{"Cache not found for input keys", None},
                                        Saying{"Cache restored from key: ", Hit}};
    for (const Saying &saying : sayings)
        if (line.contains(saying.words))
            return saying.cache;
    return NotSaid;
}

} // namespace

/// Before a line's text stands "2026-11-29T10:00:00.0000000Z ".
JobLogLine splitJobLogLine(QByteArrayView line)
{
    if (line.startsWith(byteOrderMark))
        line = line.sliced(byteOrderMark.size());
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    const qsizetype space = line.first(std::min<qsizetype>(line.size(), 36)).indexOf(' ');
    const bool hasTime =
        space > 20 && space < 35 && line.at(4) == '-' && line.at(10) == 'T' && line.at(space - 1) == 'Z';
    if (!hasTime)
        return {.text = line};
    constexpr qsizetype toMilliseconds = 23; // of seven digits behind the point
    const QString time = QString::fromLatin1(line.first(std::min(space - 1, toMilliseconds))) + u'Z';
    const QDateTime moment = QDateTime::fromString(time, Qt::ISODateWithMs);
    return {.msec = moment.isValid() ? moment.toMSecsSinceEpoch() : -1, .text = line.sliced(space + 1)};
}

void JobLogReader::take(const QByteArray &line)
{
    const QByteArrayView text = splitJobLogLine(line).text.trimmed();
    m_report.cache = std::max(m_report.cache, cacheIn(text));
    // Nix says "building '/nix/store/….drv'..." and "copying path '/nix/store/…' from '…'..."; with -L builders' own
    // lines have a name before them.
    if (text.startsWith("building '/nix/store/")) {
        if (++m_report.built <= mostDerivationsOfLog)
            m_report.derivations += derivationIn(text);
    } else if (text.startsWith("copying path '/nix/store/"))
        ++m_report.copied;
    if (m_report.firstError.isEmpty() && text.startsWith("##[error]"))
        m_report.firstError = QString::fromUtf8(text.sliced(9)).left(longestErrorLine);
}

QString cacheName(JobLogReport::Cache cache)
{
    switch (cache) {
    case JobLogReport::Cache::NotSaid:
        return {};
    case JobLogReport::Cache::Hit:
        return u"hit"_s;
    case JobLogReport::Cache::Partial:
        return u"partial"_s;
    case JobLogReport::Cache::None:
        return u"none"_s;
    case JobLogReport::Cache::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString cacheText(const JobLogReport &report)
{
    switch (report.cache) {
    case JobLogReport::Cache::NotSaid:
        return {};
    case JobLogReport::Cache::Hit:
        return Words::tr("the cache was hit");
    case JobLogReport::Cache::Partial:
        return Words::tr("an older cache was taken");
    case JobLogReport::Cache::None:
        return Words::tr("there was no cache");
    case JobLogReport::Cache::Failed:
        return Words::tr("the cache could not be taken");
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonObject toJson(const JobLogReport &report)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{u"schema"_s, 1},
            {u"cache"_s, orNull(cacheName(report.cache))},
            {u"built"_s, report.built},
            {u"copied"_s, report.copied},
            {u"first_error"_s, orNull(report.firstError)}};
}

} // namespace unmoor
