// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/migrations.h"

#include "app/core/words.h"
#include "app/ledger/statement.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

Result<int> versionOf(QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return std::unexpected(ledgerError(database, query.lastError()));
    return query.value(0).toInt();
}

Result<void> execute(QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        return std::unexpected(ledgerError(database, query.lastError()));
    return {};
}

Result<void> take(QSqlDatabase &database, const Migration &migration, int version)
{
    for (const QString &sql : migration) {
        if (const Result<void> done = execute(database, sql); !done)
            return done;
    }
    return execute(database, u"PRAGMA user_version = %1"_s.arg(version));
}

} // namespace

const QList<Migration> &ledgerMigrations()
{
    static const QList<Migration> migrations{
        {
            uR"(CREATE TABLE builds (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                project TEXT NOT NULL,
                revision TEXT NOT NULL,
                dirty INTEGER NOT NULL,
                version TEXT NOT NULL,
                triple TEXT NOT NULL,
                outcome TEXT NOT NULL,
                host TEXT NOT NULL,
                drv_path TEXT NOT NULL,
                store_path TEXT NOT NULL,
                archive_path TEXT NOT NULL,
                bytes INTEGER NOT NULL,
                sha256 BLOB NOT NULL,
                gc_root TEXT NOT NULL,
                log_file TEXT NOT NULL,
                seconds REAL NOT NULL,
                failure_kind TEXT NOT NULL,
                failure_message TEXT NOT NULL,
                started_at TEXT NOT NULL))"_s,
            u"CREATE INDEX builds_by_revision ON builds (project, revision, triple, id)"_s,
            uR"(CREATE TABLE uploads (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                repository TEXT NOT NULL,
                tag TEXT NOT NULL,
                file_name TEXT NOT NULL,
                release_id INTEGER NOT NULL,
                asset_id INTEGER NOT NULL,
                bytes INTEGER NOT NULL,
                sha256 BLOB NOT NULL,
                digest BLOB NOT NULL,
                seconds REAL NOT NULL,
                uploaded_at TEXT NOT NULL,
                UNIQUE (repository, asset_id)))"_s,
            u"CREATE INDEX uploads_by_tag ON uploads (repository, tag, id)"_s,
            uR"(CREATE TABLE releases (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                project TEXT NOT NULL,
                repository TEXT NOT NULL,
                version TEXT NOT NULL,
                tag TEXT NOT NULL,
                revision TEXT NOT NULL,
                state TEXT NOT NULL,
                url TEXT NOT NULL,
                files INTEGER NOT NULL,
                bytes INTEGER NOT NULL,
                build_seconds REAL NOT NULL,
                note TEXT NOT NULL,
                updated_at TEXT NOT NULL,
                UNIQUE (project, tag)))"_s,
            uR"(CREATE TABLE durations (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL,
                host TEXT NOT NULL,
                seconds REAL NOT NULL))"_s,
            u"CREATE INDEX durations_by_name ON durations (name, host, id)"_s,
        },
        {
            uR"(CREATE TABLE acceptances (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                project TEXT NOT NULL,
                tag TEXT NOT NULL,
                triple TEXT NOT NULL,
                code TEXT NOT NULL,
                path TEXT NOT NULL,
                reason TEXT NOT NULL,
                accepted_at TEXT NOT NULL,
                UNIQUE (project, tag, triple, code, path)))"_s,
        },
        {
            // How much there was to build: "no-op", "cached", "warm", "cold"; empty where that was not asked.
            u"ALTER TABLE builds ADD COLUMN forecast TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE durations ADD COLUMN longest_silence REAL NOT NULL DEFAULT 0"_s,
            uR"(CREATE TABLE places (
                project TEXT NOT NULL,
                triple TEXT NOT NULL,
                place TEXT NOT NULL,
                PRIMARY KEY (project, triple)))"_s,
        },
        {
            uR"(CREATE TABLE downloads (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                host TEXT NOT NULL,
                bytes INTEGER NOT NULL,
                seconds REAL NOT NULL))"_s,
            u"CREATE INDEX downloads_by_host ON downloads (host, id)"_s,
        },
        {
            uR"(CREATE TABLE attempts (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                project TEXT NOT NULL,
                repository TEXT NOT NULL,
                tag TEXT NOT NULL,
                revision TEXT NOT NULL,
                outcome TEXT NOT NULL,
                steps INTEGER NOT NULL,
                steps_done INTEGER NOT NULL,
                message TEXT NOT NULL,
                body TEXT NOT NULL,
                ended_at TEXT NOT NULL))"_s,
            u"CREATE INDEX attempts_by_tag ON attempts (project, tag, id)"_s,
            u"CREATE INDEX builds_by_triple ON builds (project, triple, id)"_s,
            u"CREATE INDEX releases_by_time ON releases (project, updated_at, id)"_s,
        },
        {
            // What a file came from that GitHub Actions built: run, attempt, job, artifact, digest, commit.
            u"ALTER TABLE builds ADD COLUMN origin TEXT NOT NULL DEFAULT ''"_s,
        },
    };
    return migrations;
}

Result<void> migrate(QSqlDatabase &database, const QList<Migration> &migrations)
{
    for (;;) {
        // IMMEDIATE: another process that migrates at this moment is waited for before the version is read.
        if (const Result<void> begun = execute(database, u"BEGIN IMMEDIATE"_s); !begun)
            return begun;
        const Result<int> version = versionOf(database);
        const bool isStep = version && *version < migrations.size();
        Result<void> taken = isStep ? take(database, migrations[*version], *version + 1) : Result<void>();
        if (taken && isStep)
            taken = execute(database, u"COMMIT"_s);
        if (!taken || !isStep)
            execute(database, u"ROLLBACK"_s);
        if (!version)
            return std::unexpected(version.error());
        if (*version > migrations.size())
            return failure(
                Error::Kind::Io,
                Words::tr("The ledger %1 was written by a newer Unmoor (its version is %2, this Unmoor knows "
                          "%3). Use the newer one, or choose another folder with --state-dir.")
                    .arg(database.databaseName())
                    .arg(*version)
                    .arg(migrations.size()));
        if (!taken || !isStep)
            return taken;
    }
}

} // namespace unmoor
