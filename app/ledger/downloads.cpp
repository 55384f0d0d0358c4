// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/ledger.h"

#include "app/ledger/statement.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// How many downloads of a host are kept and looked at.
constexpr int kept = 10;

} // namespace

Result<void> Ledger::recordDownload(const QString &host, qint64 bytes, double seconds)
{
    const QSqlDatabase database = QSqlDatabase::database(m_connection);
    return Statement(database, u"INSERT INTO downloads (host, bytes, seconds) VALUES (:host, :bytes, :seconds)"_s)
        .bind(u":host"_s, host)
        .bind(u":bytes"_s, bytes)
        .bind(u":seconds"_s, seconds)
        .run()
        .and_then([&] {
            return Statement(database, uR"(DELETE FROM downloads WHERE host = :host AND id NOT IN
                                     (SELECT id FROM downloads WHERE host = :host ORDER BY id DESC LIMIT :kept))"_s)
                .bind(u":host"_s, host)
                .bind(u":kept"_s, kept)
                .run();
        });
}

Result<std::optional<double>> Ledger::downloadRate(const QString &host) const
{
    Statement select(QSqlDatabase::database(m_connection),
                     u"SELECT sum(bytes) AS bytes, sum(seconds) AS seconds FROM downloads WHERE host = :host"_s);
    select.bind(u":host"_s, host);
    return select.run().transform([&] {
        const bool known = select.next() && select.real("seconds") > 0;
        return known ? std::optional(select.real("bytes") / select.real("seconds")) : std::nullopt;
    });
}

} // namespace unmoor
