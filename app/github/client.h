// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/github/actiontypes.h"
#include "app/github/answer.h"
#include "app/github/types.h"

#include <QFuture>
#include <QNetworkAccessManager>
#include <QObject>
#include <functional>
#include <stop_token>

namespace unmoor::github {

/// Calls GitHub's REST API (X-GitHub-Api-Version 2022-11-28). Answers are typed values; every failure is an Error whose
/// kind tells what to do (see core/result.h) and whose message names the request, the status and the host's own words.
/// GETs use ETags; lists follow Link to the last page. The token goes to the API's host and to the upload host that the
/// API named, nowhere else: redirects to other hosts carry none. Futures finish on the thread of this object.
///
/// It has a function for each request that Unmoor makes, and a file for each kind of them; what they share is in
/// Private.
class Client : public QObject
{
    Q_OBJECT
public:
    /// \a apiUrl: "https://api.github.com", or "https://HOST/api/v3" of an Enterprise server, or a test server.
    /// \a network outlives this client.
    Client(QNetworkAccessManager &network, QUrl apiUrl, QObject *parent = nullptr);
    ~Client() override;

    QUrl apiUrl() const;
    void setToken(const QByteArray &token); ///< empty: anonymous
    bool hasToken() const;
    RateLimit rateLimit() const;
    /// Scopes of a classic token, as the last answers named them; nullopt for other tokens, and before any answer.
    std::optional<QStringList> tokenScopes() const;
    /// No bytes moved for this long ends a call as Network. Default 60 s.
    void setStallTimeout(std::chrono::milliseconds timeout);
    /// The clock by which an answer is too slow: less than 32 KiB of a body in 60 s end a call as Network.
    void setClock(std::function<std::chrono::steady_clock::time_point()> now);

    QFuture<Result<User>> user(std::stop_token stop = {});
    QFuture<Result<Repository>> repository(const QString &repository, std::stop_token stop = {});
    QFuture<Result<bool>> hasCommit(const QString &repository, const QString &commit, std::stop_token stop = {});
    /// Commit that \a tag points at, annotated tags peeled; nullopt where the tag is not there.
    QFuture<Result<std::optional<QString>>> tagCommit(const QString &repository, const QString &tag,
                                                      std::stop_token stop = {});
    /// The same, with what the host says of the tag's signature.
    QFuture<Result<std::optional<Tag>>> tag(const QString &repository, const QString &tag, std::stop_token stop = {});
    QFuture<Result<void>> createTag(const QString &repository, const QString &tag, const QString &commit,
                                    std::stop_token stop = {});

    /// Whether publishing freezes a release; nullopt where the token may not know (it takes an administrator's).
    QFuture<Result<std::optional<bool>>> immutableReleases(const QString &repository, std::stop_token stop = {});

    /// All releases that this token may see, drafts included, newest first.
    QFuture<Result<QList<Release>>> releases(const QString &repository, std::stop_token stop = {});
    QFuture<Result<Release>> release(const QString &repository, qint64 id, std::stop_token stop = {});
    QFuture<Result<std::optional<Release>>> latestRelease(const QString &repository, std::stop_token stop = {});
    QFuture<Result<Release>> createRelease(const QString &repository, const ReleaseFields &fields,
                                           std::stop_token stop = {});
    QFuture<Result<Release>> updateRelease(const QString &repository, qint64 id, const ReleaseFields &fields,
                                           std::stop_token stop = {});

    /// Deletes it with its files; the tag stays. One that is gone already is as good.
    QFuture<Result<void>> deleteRelease(const QString &repository, qint64 id, std::stop_token stop = {});

    QFuture<Result<PullRequest>> createPullRequest(const QString &repository, const PullRequestFields &fields,
                                                   std::stop_token stop = {});
    QFuture<Result<PullRequest>> pullRequest(const QString &repository, qint64 number, std::stop_token stop = {});
    /// Those of the repository's own branch \a head, closed ones included, newest first.
    QFuture<Result<QList<PullRequest>>> pullRequests(const QString &repository, const QString &head,
                                                     std::stop_token stop = {});

    /// Notes out of the pull requests since \a previousTag (empty: GitHub guesses); nothing is saved. \a tag need not
    /// be there yet when \a commit is.
    QFuture<Result<QString>> generatedNotes(const QString &repository, const QString &tag, const QString &commit,
                                            const QString &previousTag, std::stop_token stop = {});

    /// Every asset, broken uploads ("starter") included.
    QFuture<Result<QList<Asset>>> assets(const QString &repository, qint64 releaseId, std::stop_token stop = {});
    /// Streams \a filePath to the release's upload URL with constant memory. \a progress gets bytes sent. A file whose
    /// SHA-256 is not \a sha256 (64 hex digits; empty: not known) is not sent to its end: InvalidInput.
    QFuture<Result<Asset>> uploadAsset(const Release &release, const QString &name, const QString &filePath,
                                       std::function<void(qint64 sent)> progress = {}, std::stop_token stop = {},
                                       const QByteArray &sha256 = {});
    QFuture<Result<void>> deleteAsset(const QString &repository, qint64 assetId, std::stop_token stop = {});
    QFuture<Result<Asset>> renameAsset(const QString &repository, qint64 assetId, const QString &name,
                                       std::stop_token stop = {});
    QFuture<Result<Asset>> asset(const QString &repository, qint64 assetId, std::stop_token stop = {});
    /// Downloads an asset and hashes it: SHA-256, 64 hex digits. \a bytes becomes how many came.
    QFuture<Result<QByteArray>> assetSha256(const QString &repository, qint64 assetId, std::stop_token stop = {},
                                            std::shared_ptr<qint64> bytes = {});
    /// Downloads an asset to \a path, which holds either all of it or what was there before; gives its size in bytes.
    /// An answer that is cut short is an Error, a wrong content is not: compare with Asset::digest. \a progress gets
    /// bytes received. Errors of this machine: Io.
    QFuture<Result<qint64>> downloadAsset(const QString &repository, qint64 assetId, const QString &path,
                                          std::function<void(qint64 received)> progress = {},
                                          std::stop_token stop = {});

    // --- GitHub Actions ---

    /// Runs that fit \a query, newest first; of more than 1,000 the host lists the newest.
    QFuture<Result<RunList>> runs(const QString &repository, const RunQuery &query, std::stop_token stop = {});
    QFuture<Result<WorkflowRun>> run(const QString &repository, qint64 id, std::stop_token stop = {});
    /// The jobs of its newest attempt.
    QFuture<Result<QList<RunJob>>> jobs(const QString &repository, qint64 runId, std::stop_token stop = {});
    /// What its jobs kept, of all attempts. A list that is not whole is an Error.
    QFuture<Result<QList<RunArtifact>>> artifacts(const QString &repository, qint64 runId, std::stop_token stop = {});
    /// Downloads an artifact as it lies in storage (a ZIP, or a file as it is) to \a path, which holds either all of it
    /// or what was there before; compare with RunArtifact::digest. NotFound: it expired. Errors of this machine: Io.
    QFuture<Result<DownloadedFile>> downloadArtifact(const QString &repository, qint64 artifactId, const QString &path,
                                                     std::function<void(qint64 received)> progress = {},
                                                     std::stop_token stop = {});
    /// The log of a job that has ended. NotFound: it has not, or it was canceled and has none.
    QFuture<Result<DownloadedFile>> downloadJobLog(const QString &repository, qint64 jobId, const QString &path,
                                                   std::stop_token stop = {});
    /// What the host notes on the job of the check run \a checkRunId, the first 100 of it.
    QFuture<Result<QList<JobAnnotation>>> annotations(const QString &repository, qint64 checkRunId,
                                                      std::stop_token stop = {});
    enum class Rerun { All, Failed };
    QFuture<Result<void>> rerun(const QString &repository, qint64 runId, Rerun which, std::stop_token stop = {});
    QFuture<Result<void>> rerunJob(const QString &repository, qint64 jobId, std::stop_token stop = {});
    QFuture<Result<void>> cancelRun(const QString &repository, qint64 runId, std::stop_token stop = {});
    /// Starts \a workflow (a file name) at \a ref, a branch or tag. The run's id where the host says it; nullopt where
    /// it does not, then the run is to be looked for.
    QFuture<Result<std::optional<qint64>>> dispatch(const QString &repository, const QString &workflow,
                                                    const QString &ref, const QMap<QString, QString> &inputs,
                                                    std::stop_token stop = {});
    QFuture<Result<QList<PendingDeployment>>> pendingDeployments(const QString &repository, qint64 runId,
                                                                 std::stop_token stop = {});
    /// Lets what waits for \a environments go on, or ends it.
    QFuture<Result<void>> reviewDeployments(const QString &repository, qint64 runId, const QList<qint64> &environments,
                                            bool approve, const QString &comment, std::stop_token stop = {});

    // --- What the token may do; refusals (401, 403, 404) are answers here ---

    QFuture<Result<Answer>> lookAtUser(std::stop_token stop = {});
    QFuture<Result<Answer>> lookAtRepository(const QString &repository, std::stop_token stop = {});
    /// Lets the host draft release notes, which takes the right to write releases and keeps nothing.
    QFuture<Result<Answer>> tryNotes(const QString &repository, std::stop_token stop = {});

Q_SIGNALS:
    void rateLimitChanged();

private:
    QFuture<Result<DownloadedFile>> download(const Result<Request> &request, const QString &path,
                                             std::function<void(qint64)> progress, std::stop_token stop);

    class Private;
    std::unique_ptr<Private> d;
};

/// The name under which GitHub would store \a fileName: special characters become ".".
QString storedAssetName(const QString &fileName);

} // namespace unmoor::github
