// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/logfollower.h"
#include "app/release/repair.h"
#include "app/release/runs.h"

#include <QScopedPointer>
#include <QWidget>
#include <memory>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace unmoor {

class ElidedLabel;
class EmptyState;
class FailureBox;
class LogPanel;
class StateIcon;

/// One run or one job of it: how it stands, what it waits for, why it failed, its log, and what can be done about it.
class RunDetail : public QWidget
{
    Q_OBJECT
public:
    explicit RunDetail(QWidget *parent = nullptr);

    void setIndexBytes(qint64 bytes) { m_indexBytes = bytes; } ///< see LogStore
    void showRun(const RunDetails &details, const QDateTime &now);
    /// \a here: the targets that \a job builds and that a machine here could build.
    void showJob(const RunDetails &details, const github::RunJob &job, const QStringList &here, const QDateTime &now);
    /// What is known of the shown job's log; nullopt: it is being read.
    void setReading(const std::optional<Result<JobReading>> &reading);

    qint64 shownRun() const { return m_details.run.id; } ///< 0: nothing is shown
    qint64 shownJob() const { return m_job ? m_job->id : 0; } ///< 0: a run is shown

Q_SIGNALS:
    void rerunRequested(qint64 run); ///< its failed jobs
    void rerunJobRequested(qint64 job);
    void cancelRequested(qint64 run);
    void reviewRequested(qint64 run, const unmoor::github::PendingDeployment &environment, bool approve);
    void buildRequested(const QStringList &triples); ///< here
    void logRequested(); ///< again
    void pageRequested(const QUrl &url); ///< of the host
    void linkActivated(const QUrl &link); ///< in the log, as it stands there

private:
    void connectParts();
    void update(const QDateTime &now);
    void updateHead(const QDateTime &now);
    void updateButtons();
    void updateApprovals();
    void updateFailure();
    void updateAnnotations();
    void updateLog();
    void showLog(const JobLog &log);
    void act(const FailureOffer &offer);
    QString factsOfRun() const;
    QString factsOfJob() const;
    bool hasCard() const;

    qint64 m_indexBytes;
    RunDetails m_details;
    std::optional<github::RunJob> m_job;
    QStringList m_here;
    std::optional<Result<JobReading>> m_reading; ///< of m_job

    StateIcon *m_icon;
    ElidedLabel *m_name;
    ElidedLabel *m_summary;
    ElidedLabel *m_facts;
    QPushButton *m_rerun;
    QPushButton *m_rerunJob;
    QPushButton *m_cancel;
    QPushButton *m_open;
    QWidget *m_approvals;
    FailureBox *m_failureBox;
    QWidget *m_annotations;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    LogPanel *m_log;
    std::unique_ptr<LogFollower, QScopedPointerDeleteLater> m_follower;
    std::optional<std::pair<qint64, QList<github::PendingDeployment>>> m_shownApprovals; ///< and of which run
    std::optional<std::pair<BuildFailure, FailureRepair>> m_shownFailure;
    QStringList m_shownAnnotations;
};

} // namespace unmoor
