// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/ledger.h"

#include "app/ledger/statement.h"

using namespace Qt::StringLiterals;

namespace unmoor {

Result<void> Ledger::recordAttempt(const AttemptRecord &attempt)
{
    return Statement(QSqlDatabase::database(m_connection),
                     uR"(INSERT INTO attempts (project, repository, tag, revision, outcome, steps, steps_done, message,
                             body, ended_at)
                         VALUES (:project, :repository, :tag, :revision, :outcome, :steps, :steps_done, :message,
                             :body, :ended_at))"_s)
        .bind(u":project"_s, attempt.project)
        .bind(u":repository"_s, attempt.repository)
        .bind(u":tag"_s, attempt.tag)
        .bind(u":revision"_s, attempt.revision)
        .bind(u":outcome"_s, attempt.outcome)
        .bind(u":steps"_s, attempt.steps)
        .bind(u":steps_done"_s, attempt.stepsDone)
        .bind(u":message"_s, attempt.message)
        .bind(u":body"_s, attempt.body)
        .bind(u":ended_at"_s, attempt.endedAt)
        .run();
}

Result<QList<AttemptRecord>> Ledger::attempts(const QString &project, const QString &tag) const
{
    Statement select(QSqlDatabase::database(m_connection),
                     u"SELECT * FROM attempts WHERE project = :project AND tag = :tag ORDER BY id DESC"_s);
    select.bind(u":project"_s, project).bind(u":tag"_s, tag);
    return select.run().transform([&] {
        QList<AttemptRecord> attempts;
        while (select.next())
            attempts.append({.id = select.number("id"),
                             .project = select.text("project"),
                             .repository = select.text("repository"),
                             .tag = select.text("tag"),
                             .revision = select.text("revision"),
                             .outcome = select.text("outcome"),
                             .steps = int(select.number("steps")),
                             .stepsDone = int(select.number("steps_done")),
                             .message = select.text("message"),
                             .body = select.text("body"),
                             .endedAt = select.time("ended_at")});
        return attempts;
    });
}

} // namespace unmoor
