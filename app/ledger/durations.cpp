// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/ledger.h"

#include "app/ledger/statement.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// How many of a derivation's durations are kept and looked at.
constexpr int durationsKept = 10;

Result<void> record(const QSqlDatabase &database, const DurationRecord &duration)
{
    return Statement(database, uR"(INSERT INTO durations (name, host, seconds, longest_silence)
                                  VALUES (:name, :host, :seconds, :longest_silence))"_s)
        .bind(u":name"_s, duration.name)
        .bind(u":host"_s, duration.host)
        .bind(u":seconds"_s, duration.seconds)
        .bind(u":longest_silence"_s, duration.longestSilence)
        .run()
        .and_then([&] {
            return Statement(database, uR"(DELETE FROM durations WHERE name = :name AND host = :host AND id NOT IN
                                     (SELECT id FROM durations WHERE name = :name AND host = :host
                                      ORDER BY id DESC LIMIT :kept))"_s)
                .bind(u":name"_s, duration.name)
                .bind(u":host"_s, duration.host)
                .bind(u":kept"_s, durationsKept)
                .run();
        });
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace

Result<void> Ledger::recordDurations(const QList<DurationRecord> &durations)
{
    const QSqlDatabase database = QSqlDatabase::database(m_connection);
    Result<void> done = Statement(database, u"BEGIN IMMEDIATE"_s).run();
    if (!done)
        return done;
    for (const DurationRecord &duration : durations) {
        if (done)
            done = record(database, duration);
    }
    if (done)
        done = Statement(database, u"COMMIT"_s).run();
    if (!done)
        Statement(database, u"ROLLBACK"_s).run();
    return done;
}

Result<std::optional<double>> Ledger::usualSeconds(const QString &name, const QString &host) const
{
    Statement select(QSqlDatabase::database(m_connection),
                     uR"(SELECT seconds FROM durations WHERE name = :name AND host = :host
                         ORDER BY id DESC LIMIT :kept)"_s);
    select.bind(u":name"_s, name).bind(u":host"_s, host).bind(u":kept"_s, durationsKept);
    return select.run().transform([&] {
        QList<double> seconds;
        while (select.next())
            seconds.append(select.real("seconds"));
        return seconds.isEmpty() ? std::nullopt : std::optional(median(seconds));
    });
}

Result<std::optional<double>> Ledger::usualSilence(const QString &name, const QString &host) const
{
    Statement select(QSqlDatabase::database(m_connection),
                     uR"(SELECT max(longest_silence) AS silence, count(*) AS successes FROM durations
                         WHERE name = :name AND host = :host)"_s);
    select.bind(u":name"_s, name).bind(u":host"_s, host);
    return select.run().transform([&] {
        const bool known = select.next() && select.number("successes") > 0;
        return known ? std::optional(select.real("silence")) : std::nullopt;
    });
}

QString durationKey(const QString &derivationName)
{
    // The words after a version tell derivations apart ("minne-1.0.5-vendor"); what counts versions does not.
    static const QRegularExpression counting(uR"(^(\d.*|(rc|alpha|beta|pre|dev)[.\d]*)$)"_s);
    QString name = derivationName;
    if (name.endsWith(".drv"_L1))
        name.chop(4);
    QStringList words = name.split(u'-');
    words.removeIf([](const QString &word) { return counting.match(word).hasMatch(); });
    return words.isEmpty() ? name : words.join(u'-');
}

} // namespace unmoor
