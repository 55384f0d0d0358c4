// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/apierror.h"
#include "standin/state.h"

namespace unmoor::rehearsal {

/// The JSON documents that GitHub's API answers with, as its OpenAPI description has them.
class Documents
{
public:
    /// \a base: "http://127.0.0.1:PORT".
    explicit Documents(QString base)
        : m_base(std::move(base))
    {
    }

    QString base() const { return m_base; }
    /// Where the bytes of assets lie: as on GitHub another origin than the API's, to which no token may go.
    QString storage() const
    {
        return QString(m_base).replace(QStringLiteral("127.0.0.1"), QStringLiteral("localhost"));
    }
    QString api() const { return m_base + QStringLiteral("/api/v3"); }

    QJsonObject error(const ApiError &error) const;
    QJsonObject user() const; ///< whom the token belongs to
    QJsonObject repository(const Repository &repository, bool mayPush) const;
    QJsonObject release(const Repository &repository, const Release &release) const; ///< without starters, as GitHub's
    QJsonObject asset(const Repository &repository, const Release &release, const Asset &asset) const;
    QJsonObject ref(const Repository &repository, const QString &name, const QString &object) const;
    QJsonObject tagObject(const Repository &repository, const QString &object) const;
    QJsonObject commit(const Repository &repository, const QString &commit) const;
    QJsonObject branch(const Repository &repository, const QString &name) const;
    QJsonObject tag(const Repository &repository, const QString &name) const;
    /// \a isWhole: with what lists leave out.
    QJsonObject pull(const Repository &repository, const Pull &pull, bool isWhole) const;
    QString htmlUrl(const Repository &repository) const; ///< the page of the repository

    QJsonObject workflow(const Repository &repository, const QString &path) const;
    QJsonObject run(const Repository &repository, const WorkflowRun &run) const;
    QJsonObject job(const Repository &repository, const WorkflowRun &run, const RunJob &job) const;
    QJsonObject artifact(const Repository &repository, const WorkflowRun &run, const RunFile &file) const;
    QJsonObject pendingDeployment(const Repository &repository, const RunJob &job, bool mayApprove) const;
    QJsonObject deployment(const Repository &repository, const WorkflowRun &run, const RunJob &job) const;
    QJsonObject annotation(const Repository &repository, const WorkflowRun &run) const;

private:
    QString repoUrl(const Repository &repository) const;
    QJsonObject account(const QString &login, qint64 id) const;

    QString m_base;
};

QString isoDate(const QDateTime &date); ///< "2026-11-03T10:15:00Z"

/// What the URLs of a release end in: the tag, or "untagged-…" for a draft.
QString urlTag(const Release &release);

} // namespace unmoor::rehearsal
