// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/ledger.h"

#include "app/ledger/statement.h"

using namespace Qt::StringLiterals;

namespace unmoor {

Result<void> Ledger::recordAcceptance(const AcceptanceRecord &acceptance)
{
    return Statement(QSqlDatabase::database(m_connection),
                     uR"(INSERT OR REPLACE INTO acceptances (project, tag, triple, code, path, reason, accepted_at)
                         VALUES (:project, :tag, :triple, :code, :path, :reason, :accepted_at))"_s)
        .bind(u":project"_s, acceptance.project)
        .bind(u":tag"_s, acceptance.tag)
        .bind(u":triple"_s, acceptance.triple)
        .bind(u":code"_s, acceptance.code)
        .bind(u":path"_s, acceptance.path)
        .bind(u":reason"_s, acceptance.reason)
        .bind(u":accepted_at"_s, acceptance.acceptedAt)
        .run();
}

Result<void> Ledger::removeAcceptance(const AcceptanceRecord &acceptance)
{
    return Statement(QSqlDatabase::database(m_connection),
                     uR"(DELETE FROM acceptances WHERE project = :project AND tag = :tag AND triple = :triple
                             AND code = :code AND path = :path)"_s)
        .bind(u":project"_s, acceptance.project)
        .bind(u":tag"_s, acceptance.tag)
        .bind(u":triple"_s, acceptance.triple)
        .bind(u":code"_s, acceptance.code)
        .bind(u":path"_s, acceptance.path)
        .run();
}

Result<QList<AcceptanceRecord>> Ledger::acceptances(const QString &project, const QString &tag) const
{
    Statement select(QSqlDatabase::database(m_connection),
                     u"SELECT * FROM acceptances WHERE project = :project AND tag = :tag ORDER BY id"_s);
    select.bind(u":project"_s, project).bind(u":tag"_s, tag);
    return select.run().transform([&] {
        QList<AcceptanceRecord> acceptances;
        while (select.next())
            acceptances.append({.project = select.text("project"),
                                .tag = select.text("tag"),
                                .triple = select.text("triple"),
                                .code = select.text("code"),
                                .path = select.text("path"),
                                .reason = select.text("reason"),
                                .acceptedAt = select.time("accepted_at")});
        return acceptances;
    });
}

} // namespace unmoor
