// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"

#include <QObject>

namespace unmoor {

class BuildPage;
class RunsPane;

/// Joins the runs of GitHub Actions to the page of builds: asks the host while they are seen, reads the logs of jobs,
/// and does what a person wants of a run, once it was agreed to.
class RunsDesk : public QObject
{
    Q_OBJECT
public:
    /// Makes the pane, which \a page takes over. \a session and \a page outlive this.
    RunsDesk(Session &session, BuildPage *page, QObject *parent = nullptr);

    RunsPane *pane() const { return m_pane; }

Q_SIGNALS:
    void ended(const unmoor::Result<void> &result, const QString &what); ///< \a what: how a failure is called
    void buildRequested(const QStringList &triples); ///< each at a place that can
    void signInRequested();
    void pageRequested(const QUrl &url); ///< of the host
    void linkActivated(const QUrl &link); ///< in a log, as it stands there

private:
    void connectDetail();
    void show();
    void readLog(const github::RunJob &job);
    void askToCancel(qint64 run);
    void askToReview(qint64 run, const github::PendingDeployment &environment, bool approve);
    void tell(QFuture<Result<void>> asked, const QString &what);
    QStringList buildableHere(QStringList triples) const;
    void buildHere(const QStringList &triples);
    QString nameOf(qint64 run) const;

    Session &m_session;
    BuildPage *m_page;
    RunsPane *m_pane;
};

} // namespace unmoor
