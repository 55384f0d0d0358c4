// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/ledger.h"

#include "app/ledger/statement.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

UploadRecord uploadFrom(const Statement &row)
{
    return {.repository = row.text("repository"),
            .tag = row.text("tag"),
            .fileName = row.text("file_name"),
            .releaseId = row.number("release_id"),
            .assetId = row.number("asset_id"),
            .bytes = row.number("bytes"),
            .sha256 = row.data("sha256"),
            .digest = row.data("digest"),
            .seconds = row.real("seconds"),
            .uploadedAt = row.time("uploaded_at")};
}

ReleaseRecord releaseFrom(const Statement &row)
{
    return {.project = row.text("project"),
            .repository = row.text("repository"),
            .version = row.text("version"),
            .tag = row.text("tag"),
            .revision = row.text("revision"),
            .state = row.text("state"),
            .url = row.text("url"),
            .files = int(row.number("files")),
            .bytes = row.number("bytes"),
            .buildSeconds = row.real("build_seconds"),
            .note = row.text("note"),
            .updatedAt = row.time("updated_at")};
}

Result<QList<ReleaseRecord>> releasesFrom(Statement &select)
{
    return select.run().transform([&] {
        QList<ReleaseRecord> releases;
        while (select.next())
            releases.append(releaseFrom(select));
        return releases;
    });
}

} // namespace

Result<void> Ledger::recordUpload(const UploadRecord &upload)
{
    // Replaced, the row gets a new number: the newest upload stays the first of the list.
    return Statement(QSqlDatabase::database(m_connection),
                     uR"(INSERT OR REPLACE INTO uploads (repository, tag, file_name, release_id, asset_id, bytes,
                             sha256, digest, seconds, uploaded_at)
                         VALUES (:repository, :tag, :file_name, :release_id, :asset_id, :bytes, :sha256, :digest,
                             :seconds, :uploaded_at))"_s)
        .bind(u":repository"_s, upload.repository)
        .bind(u":tag"_s, upload.tag)
        .bind(u":file_name"_s, upload.fileName)
        .bind(u":release_id"_s, upload.releaseId)
        .bind(u":asset_id"_s, upload.assetId)
        .bind(u":bytes"_s, upload.bytes)
        .bind(u":sha256"_s, upload.sha256)
        .bind(u":digest"_s, upload.digest)
        .bind(u":seconds"_s, upload.seconds)
        .bind(u":uploaded_at"_s, upload.uploadedAt)
        .run();
}

Result<QList<UploadRecord>> Ledger::uploads(const QString &repository, const QString &tag) const
{
    Statement select(QSqlDatabase::database(m_connection),
                     u"SELECT * FROM uploads WHERE repository = :repository AND tag = :tag ORDER BY id DESC"_s);
    select.bind(u":repository"_s, repository).bind(u":tag"_s, tag);
    return select.run().transform([&] {
        QList<UploadRecord> uploads;
        while (select.next())
            uploads.append(uploadFrom(select));
        return uploads;
    });
}

Result<void> Ledger::recordRelease(const ReleaseRecord &release)
{
    return Statement(QSqlDatabase::database(m_connection),
                     uR"(INSERT OR REPLACE INTO releases (project, repository, version, tag, revision, state, url,
                             files, bytes, build_seconds, note, updated_at)
                         VALUES (:project, :repository, :version, :tag, :revision, :state, :url, :files, :bytes,
                             :build_seconds, :note, :updated_at))"_s)
        .bind(u":project"_s, release.project)
        .bind(u":repository"_s, release.repository)
        .bind(u":version"_s, release.version)
        .bind(u":tag"_s, release.tag)
        .bind(u":revision"_s, release.revision)
        .bind(u":state"_s, release.state)
        .bind(u":url"_s, release.url)
        .bind(u":files"_s, release.files)
        .bind(u":bytes"_s, release.bytes)
        .bind(u":build_seconds"_s, release.buildSeconds)
        .bind(u":note"_s, release.note)
        .bind(u":updated_at"_s, release.updatedAt)
        .run();
}

Result<QList<ReleaseRecord>> Ledger::releases(const QString &project) const
{
    Statement select(QSqlDatabase::database(m_connection),
                     u"SELECT * FROM releases WHERE project = :project ORDER BY updated_at DESC, id DESC"_s);
    select.bind(u":project"_s, project);
    return releasesFrom(select);
}

Result<QList<ReleaseRecord>> Ledger::releasesBefore(const QString &project, const QString &tag, int most) const
{
    Statement select(QSqlDatabase::database(m_connection), uR"(SELECT * FROM releases
                         WHERE project = :project AND (:tag = '' OR (updated_at, id) <
                             (SELECT updated_at, id FROM releases WHERE project = :project AND tag = :tag))
                         ORDER BY updated_at DESC, id DESC LIMIT :most)"_s);
    select.bind(u":project"_s, project).bind(u":tag"_s, tag).bind(u":most"_s, most);
    return releasesFrom(select);
}

Result<int> Ledger::releaseCount(const QString &project) const
{
    Statement select(QSqlDatabase::database(m_connection),
                     u"SELECT count(*) AS count FROM releases WHERE project = :project"_s);
    select.bind(u":project"_s, project);
    return select.run().transform([&] { return select.next() ? int(select.number("count")) : 0; });
}

} // namespace unmoor
