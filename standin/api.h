// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/documents.h"
#include "standin/store.h"

#include <QHttpHeaders>
#include <QUrlQuery>
#include <functional>

namespace unmoor::rehearsal {

/// One request, taken apart.
struct Call
{
    QByteArray method; ///< "GET" for HEAD, too
    bool wantsBody = true; ///< false: HEAD
    QString path; ///< as sent: still percent-encoded where that matters
    QUrlQuery query;
    QHttpHeaders headers;
    QByteArray body;
    bool authorized = false; ///< carries the token

    QStringList args; ///< what the route's groups caught after owner and name
    Repository *repository = nullptr;

    QString argument(const QString &name) const; ///< of the query, decoded
    QJsonObject json() const;
};

struct Reply
{
    int status = 200;
    QByteArray body;
    QByteArray type = "application/json; charset=utf-8";
    QHttpHeaders headers;
    QString file; ///< whose bytes are the body, instead of body

    static Reply of(const QJsonObject &json, int status = 200);
    static Reply of(const QJsonArray &json);
    static Reply empty() { return {.status = 204}; }
};

/// An upload that was let in; its bytes are still to be written.
struct Upload
{
    QString repository;
    qint64 releaseId = 0;
    qint64 assetId = 0;
};

/// GitHub's REST API over a Store: from a request to an answer, without a socket in sight.
/// A file each for releases, for assets, for runs of Actions, for pull requests, and for the rest; they share nothing
/// but the store.
class Api
{
public:
    Api(Store &store, Documents documents)
        : m_store(store)
        , m_documents(std::move(documents))
    {
    }

    const Documents &documents() const { return m_documents; }
    Answer<Reply> answer(Call &call); ///< everything but uploads

    static bool isUpload(const QByteArray &method, const QString &path);
    /// Refusals, or a "starter" made for the bytes.
    Answer<Upload> beginUpload(const Call &call, qint64 size);
    Answer<Reply> finishUpload(const Upload &upload, qint64 size, const QByteArray &sha256);

private:
    struct Route;
    static const QList<Route> &routes();
    Answer<Reply> run(const Route &route, Call &call);
    /// \a key: the page is an object with the list below that name. \a total: how many there are, where not all are
    /// listed.
    Answer<Reply> page(const Call &call, const QJsonArray &all, const QString &key = {}, qsizetype total = 0) const;
    /// The same of \a count objects, of which \a at makes those of the page.
    Answer<Reply> page(const Call &call, qsizetype count, const std::function<QJsonObject(qsizetype)> &at,
                       const QString &key, qsizetype total) const;

    Answer<Reply> user(Call &call);
    Answer<Reply> rateLimit(Call &call);
    Answer<Reply> repository(Call &call);
    Answer<Reply> immutableReleases(Call &call);
    Answer<Reply> branches(Call &call);
    Answer<Reply> tags(Call &call);
    Answer<Reply> commit(Call &call);
    Answer<Reply> ref(Call &call);
    Answer<Reply> matchingRefs(Call &call);
    Answer<Reply> createRef(Call &call);
    Answer<Reply> tagObject(Call &call);

    Answer<Reply> pulls(Call &call);
    Answer<Reply> createPull(Call &call);
    Answer<Reply> pull(Call &call);

    Answer<Reply> releases(Call &call);
    Answer<Reply> createRelease(Call &call);
    Answer<Reply> generateNotes(Call &call);
    Answer<Reply> latestRelease(Call &call);
    Answer<Reply> releaseByTag(Call &call);
    Answer<Reply> release(Call &call);
    Answer<Reply> updateRelease(Call &call);
    Answer<Reply> deleteRelease(Call &call);

    Answer<Reply> assets(Call &call);
    Answer<Reply> asset(Call &call);
    Answer<Reply> updateAsset(Call &call);
    Answer<Reply> deleteAsset(Call &call);
    Answer<Reply> download(Call &call);
    Answer<Reply> stored(Call &call);
    Answer<Reply> releasePage(Call &call);

    Answer<Reply> workflows(Call &call);
    Answer<Reply> workflow(Call &call);
    Answer<Reply> runs(Call &call);
    Answer<Reply> run(Call &call);
    Answer<Reply> runJobs(Call &call);
    Answer<Reply> runJob(Call &call);
    Answer<Reply> jobLog(Call &call);
    Answer<Reply> runArtifacts(Call &call);
    Answer<Reply> artifactZip(Call &call);
    Answer<Reply> rerun(Call &call);
    Answer<Reply> rerunJob(Call &call);
    Answer<Reply> cancelRun(Call &call);
    Answer<Reply> dispatch(Call &call);
    Answer<Reply> pendingDeployments(Call &call);
    Answer<Reply> reviewDeployments(Call &call);
    Answer<Reply> annotations(Call &call);
    void lookAtRuns(Repository &repository); ///< time goes on, and jobs that have ended keep their files

    /// The release that \a call may see: a draft is not there for strangers.
    Release *visibleRelease(const Call &call) const;
    Reply redirect(const Asset &asset) const { return redirectTo(asset.id); }
    Reply redirectTo(qint64 storedId) const;
    QString signature(qint64 storedId) const;

    Store &m_store;
    Documents m_documents;
};

} // namespace unmoor::rehearsal
