// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/hostlogin.h"
#include "app/core/activity.h"
#include "app/release/joblogfile.h"
#include "app/release/project.h"
#include "app/runs/runwatch.h"

#include <QTemporaryDir>
#include <memory>

namespace unmoor {

/// The runs of one commit.
struct CommitRuns
{
    QString commit;
    QString tag; ///< the release's, where it points at this commit; else empty
    bool isRead = false; ///< the host was asked
    RunsView view;

    bool operator==(const CommitRuns &) const = default;
};

/// What a job that has ended left behind.
struct JobReading
{
    JobLog log;
    QList<github::JobAnnotation> annotations; ///< of a job that failed
};

/// What GitHub Actions makes of the project's commit, and of the commit of the release's tag where that is another one.
/// The host is asked while somebody looks, and only then.
class Runs : public QObject
{
    Q_OBJECT
public:
    /// Why there is nothing to show, or that there is.
    enum class Standing {
        NoRepository, ///< it is not known where the project is published
        NoWorkflows, ///< the checkout has no .github/workflows
        NoCommit,
        SignedOut,
        Unasked, ///< nobody has looked yet
        Reading, ///< for the first time
        Known, ///< as of readAt(); where trouble() is not empty, that is old
        Unreadable, ///< see trouble()
    };

    /// \a client and \a login outlive this.
    Runs(github::Client &client, HostLogin &login, QObject *parent = nullptr);
    ~Runs() override;

    void setProject(const ProjectPtr &project); ///< what was read of other commits is forgotten
    void setSeen(bool seen); ///< somebody looks at them
    void look(); ///< asks the host now, where somebody looks

    Standing standing() const;
    const QList<CommitRuns> &commits() const { return m_commits; } ///< the project's commit first
    /// Why the last look came to nothing, a message; empty: it did not.
    const QString &trouble() const { return m_trouble; }
    bool triesAgain() const { return m_triesAgain; } ///< with trouble(): without being asked
    const QDateTime &readAt() const { return m_readAt; }
    /// How many requests the host still takes, where that is little: then it is asked less often. nullopt: it is much.
    std::optional<github::RateLimit> lowLimit() const;
    /// The workflow files, by path, that a push of the release's tag starts.
    QStringList workflowsForTag() const;
    /// The run of \a id as it was read last; null: there is none.
    const RunDetails *find(qint64 id) const;
    /// The targets that \a job of \a run builds, by their [target.actions].
    QStringList triplesOf(const github::WorkflowRun &run, const github::RunJob &job) const;

    // Each asks the host for something; what came of it is looked for at once. Errors: those of github::Client.
    QFuture<Result<void>> rerun(qint64 runId, github::Client::Rerun which);
    QFuture<Result<void>> rerunJob(qint64 jobId);
    QFuture<Result<void>> cancelRun(qint64 runId);
    /// Lets the jobs go on that wait for \a environment, or ends them.
    QFuture<Result<void>> review(qint64 runId, const github::PendingDeployment &environment, bool approve);

    /// Log and annotations of \a job, which has ended. They are kept as long as this lives. Errors: NotFound (there is
    /// no log: the message says why), those of github::Client, Io, Canceled.
    QFuture<Result<JobReading>> read(const github::RunJob &job);

    void cancel(); ///< looking, and everything that was asked for
    /// How long a pause really takes; for tests.
    void setPace(std::function<std::chrono::milliseconds(std::chrono::seconds)> pace) { m_pace = std::move(pace); }

Q_SIGNALS:
    void changed(); ///< what is known, or when it was read
    void runEnded(const unmoor::RunDetails &details); ///< it went on when it was looked at before

private:
    void begin();
    void stop();
    void watch(qsizetype index);
    void take(qsizetype index, const RunsView &view);
    void end(const Result<RunsView> &result);
    void setTrouble(const QString &message, bool triesAgain);
    Standing obstacle() const;
    QFuture<Result<void>> lookAfter(QFuture<Result<void>> asked);
    Result<QString> logFolder();

    github::Client &m_client;
    HostLogin &m_login;
    ProjectPtr m_project;
    QString m_repository;
    bool m_hasWorkflows = false;
    bool m_wasSignedIn = false;
    bool m_isSeen = false;
    QList<CommitRuns> m_commits;
    QString m_trouble;
    bool m_triesAgain = false;
    QDateTime m_readAt;
    std::stop_source m_stop; ///< of the looks under way
    int m_round = 0; ///< counts begin() and stop(): what an earlier round comes to is dropped
    int m_leastLooks = 1; ///< before a round ends: what was asked for shows after a while
    QTimer m_again; ///< when all runs have ended: others may begin
    Activity m_asking;
    std::unique_ptr<QTemporaryDir> m_logs;
    QHash<qint64, JobReading> m_readings; ///< by job, which has another number in each attempt
    std::function<std::chrono::milliseconds(std::chrono::seconds)> m_pace;
};

} // namespace unmoor
