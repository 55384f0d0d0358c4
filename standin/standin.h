// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QObject>
#include <QUrl>
#include <functional>
#include <memory>

namespace unmoor {

namespace rehearsal {
class Interceptor;
struct Actions;
struct WorkflowPlan;
} // namespace rehearsal

/// A stand-in for GitHub's release API on loopback: releases, assets, tags and commits of any number of repositories,
/// kept on disk, with real digests. It behaves as GitHub does where that matters: drafts are invisible by tag and to
/// strangers, uploads go to upload_url, lists are paged, names are rewritten, a second asset of a name or a second
/// published release of a tag is 422, publishing makes the tag, a broken upload leaves a "starter".
class StandIn : public QObject
{
    Q_OBJECT
public:
    /// \a storage: folder that holds everything; a restart goes on from there.
    explicit StandIn(QString storage, QObject *parent = nullptr);
    ~StandIn() override;

    /// Listens on 127.0.0.1 at a free port, or \a port. Errors: Io.
    Result<void> start(quint16 port = 0);
    QUrl apiUrl() const; ///< "http://127.0.0.1:PORT/api/v3", valid after start
    QByteArray token() const; ///< the one token that may write

    /// Makes \a commit known, as a push would; the first push makes the repository.
    Result<void> push(const QString &repository, const QString &branch, const QString &commit);
    /// \a annotated: the tag points at a tag object, which points at \a commit.
    Result<void> pushTag(const QString &repository, const QString &tag, const QString &commit, bool annotated = false);
    /// An annotated tag that is \a object, of whose signature \a reason is said ("valid", "unknown_key"; empty: it has
    /// none).
    Result<void> pushTagObject(const QString &repository, const QString &tag, const QString &object,
                               const QString &commit, const QString &reason);
    /// Merges a pull request, as somebody at the host would: its base is at \a commit then. NotFound: it is not open.
    Result<void> mergePull(const QString &repository, qint64 number, const QString &commit);
    /// Closes it without a merge. NotFound: it is not open.
    Result<void> closePull(const QString &repository, qint64 number);
    void deleteTag(const QString &repository, const QString &tag);
    /// Switches GitHub's immutable releases on for a repository that was pushed to: publishing then freezes a release.
    void setImmutableReleases(const QString &repository, bool on);

    /// Says what a workflow file of a repository that was pushed to does when it runs: in \a commit, which is the
    /// newest one; where that is empty, in all commits.
    void setWorkflow(const QString &repository, const rehearsal::WorkflowPlan &plan, const QString &commit = {});
    /// Starts it, as an event does. NotFound: there is no such workflow.
    Result<qint64> startRun(const QString &repository, const QString &path, const QString &event, const QString &branch,
                            const QString &commit);
    /// The same of a run that has ended by now, and whose jobs keep what they keep.
    Result<qint64> addEndedRun(const QString &repository, const QString &path, const QString &event,
                               const QString &branch, const QString &commit);
    /// Lets \a change the runs of a repository: time that passes, artifacts that expire.
    void changeActions(const QString &repository, const std::function<void(rehearsal::Actions &)> &change);

    /// Lets \a interceptor have its way with all requests from now on; the one before is let go of.
    void setInterceptor(std::shared_ptr<rehearsal::Interceptor> interceptor);

    /// A request as it came, for tests.
    struct Request
    {
        QByteArray method;
        QString target; ///< path and query
        int done = 0; ///< status of what was really done, whatever was answered; 0: nothing
        bool spoiled = false; ///< an upload whose bytes were stored wrong

        bool operator==(const Request &) const = default;
    };
    QList<Request> requests() const;
    int requestCount(const QByteArray &method, const QString &pathContains) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace unmoor
