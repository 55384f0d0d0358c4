// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/words.h"
#include "app/ledger/ledger.h"

#include "app/ledger/statement.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

void bindBuild(Statement &statement, const BuildRecord &build)
{
    statement.bind(u":project"_s, build.project)
        .bind(u":revision"_s, build.revision)
        .bind(u":dirty"_s, build.dirty)
        .bind(u":version"_s, build.version)
        .bind(u":triple"_s, build.triple)
        .bind(u":outcome"_s, build.outcome)
        .bind(u":host"_s, build.host)
        .bind(u":drv_path"_s, build.drvPath)
        .bind(u":store_path"_s, build.storePath)
        .bind(u":archive_path"_s, build.archivePath)
        .bind(u":bytes"_s, build.bytes)
        .bind(u":sha256"_s, build.sha256)
        .bind(u":gc_root"_s, build.gcRoot)
        .bind(u":log_file"_s, build.logFile)
        .bind(u":seconds"_s, build.seconds)
        .bind(u":failure_kind"_s, build.failureKind)
        .bind(u":failure_message"_s, build.failureMessage)
        .bind(u":started_at"_s, build.startedAt)
        .bind(u":origin"_s, build.origin)
        .bind(u":forecast"_s, build.forecast);
}

BuildRecord buildFrom(const Statement &row)
{
    return {.id = row.number("id"),
            .project = row.text("project"),
            .revision = row.text("revision"),
            .dirty = row.value("dirty").toBool(),
            .version = row.text("version"),
            .triple = row.text("triple"),
            .outcome = row.text("outcome"),
            .host = row.text("host"),
            .drvPath = row.text("drv_path"),
            .storePath = row.text("store_path"),
            .archivePath = row.text("archive_path"),
            .bytes = row.number("bytes"),
            .sha256 = row.data("sha256"),
            .gcRoot = row.text("gc_root"),
            .logFile = row.text("log_file"),
            .seconds = row.real("seconds"),
            .failureKind = row.text("failure_kind"),
            .failureMessage = row.text("failure_message"),
            .startedAt = row.time("started_at"),
            .origin = row.text("origin"),
            .forecast = row.text("forecast")};
}

Result<QList<BuildRecord>> allOf(Statement &select)
{
    return select.run().transform([&] {
        QList<BuildRecord> builds;
        while (select.next())
            builds.append(buildFrom(select));
        return builds;
    });
}

} // namespace

Result<qint64> Ledger::startBuild(const BuildRecord &build)
{
    BuildRecord running = build;
    running.outcome = u"running"_s;
    Statement insert(
        QSqlDatabase::database(m_connection),
        uR"(INSERT INTO builds (project, revision, dirty, version, triple, outcome, host, drv_path, store_path,
                archive_path, bytes, sha256, gc_root, log_file, seconds, failure_kind, failure_message, started_at,
                origin, forecast)
            VALUES (:project, :revision, :dirty, :version, :triple, :outcome, :host, :drv_path, :store_path,
                :archive_path, :bytes, :sha256, :gc_root, :log_file, :seconds, :failure_kind, :failure_message,
                :started_at, :origin, :forecast))"_s);
    bindBuild(insert, running);
    return insert.run().transform([&] { return insert.insertedId(); });
}

Result<void> Ledger::finishBuild(const BuildRecord &build)
{
    Statement update(QSqlDatabase::database(m_connection),
                     uR"(UPDATE builds SET project = :project, revision = :revision, dirty = :dirty, version = :version,
                triple = :triple, outcome = :outcome, host = :host, drv_path = :drv_path, store_path = :store_path,
                archive_path = :archive_path, bytes = :bytes, sha256 = :sha256, gc_root = :gc_root,
                log_file = :log_file, seconds = :seconds, failure_kind = :failure_kind,
                failure_message = :failure_message, started_at = :started_at, origin = :origin,
                forecast = :forecast
            WHERE id = :id)"_s);
    bindBuild(update, build);
    update.bind(u":id"_s, build.id);
    const Result<void> done = update.run();
    if (done && update.changedRows() == 0)
        return failure(Error::Kind::NotFound,
                       Words::tr("The ledger knows no build number %1, so its end was not recorded.").arg(build.id));
    return done;
}

Result<QList<BuildRecord>> Ledger::buildsOf(const QString &project, const QString &revision,
                                            const QString &triple) const
{
    Statement select(QSqlDatabase::database(m_connection), uR"(SELECT * FROM builds
                         WHERE project = :project AND revision = :revision AND triple = :triple
                         ORDER BY id DESC)"_s);
    select.bind(u":project"_s, project).bind(u":revision"_s, revision).bind(u":triple"_s, triple);
    return allOf(select);
}

Result<void> Ledger::clearGcRoot(const QString &link)
{
    return Statement(QSqlDatabase::database(m_connection), u"UPDATE builds SET gc_root = '' WHERE gc_root = :link"_s)
        .bind(u":link"_s, link)
        .run();
}

Result<QList<BuildRecord>> Ledger::builds(const QString &project, int most) const
{
    Statement select(QSqlDatabase::database(m_connection),
                     u"SELECT * FROM builds WHERE project = :project ORDER BY id DESC LIMIT :most"_s);
    select.bind(u":project"_s, project).bind(u":most"_s, most);
    return allOf(select);
}

Result<QList<BuildRecord>> Ledger::buildsOfRevision(const QString &project, const QString &revision, int most) const
{
    Statement select(QSqlDatabase::database(m_connection), uR"(SELECT * FROM builds
                         WHERE project = :project AND revision = :revision
                         ORDER BY id DESC LIMIT :most)"_s);
    select.bind(u":project"_s, project).bind(u":revision"_s, revision).bind(u":most"_s, most);
    return allOf(select);
}

Result<QList<BuildRecord>> Ledger::buildsWithLog(const QString &project, const QString &triple, int most) const
{
    Statement select(QSqlDatabase::database(m_connection), uR"(SELECT * FROM builds
                         WHERE project = :project AND triple = :triple AND log_file != ''
                         ORDER BY id DESC LIMIT :most)"_s);
    select.bind(u":project"_s, project).bind(u":triple"_s, triple).bind(u":most"_s, most);
    return allOf(select);
}

Result<QStringList> Ledger::projects() const
{
    Statement select(QSqlDatabase::database(m_connection), u"SELECT DISTINCT project FROM builds ORDER BY project"_s);
    return select.run().transform([&] {
        QStringList projects;
        while (select.next())
            projects.append(select.text("project"));
        return projects;
    });
}

} // namespace unmoor
