// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runsdesk.h"

#include "ui/build/buildpage.h"
#include "ui/runs/rundetail.h"
#include "ui/runs/runspane.h"
#include "ui/runs/runtext.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/question.h"

using namespace Qt::StringLiterals;

namespace unmoor {

RunsDesk::RunsDesk(Session &session, BuildPage *page, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(page)
    , m_pane(new RunsPane(session.runs()))
{
    m_pane->setBuildableHere([this](const QStringList &triples) { return buildableHere(triples); });
    m_page->setRunsView(m_pane);
    connect(m_pane, &RunsPane::seen, &m_session.runs(), &Runs::setSeen);
    connect(m_pane, &RunsPane::lookRequested, &m_session.runs(), &Runs::look);
    connect(m_pane, &RunsPane::signInRequested, this, &RunsDesk::signInRequested);
    connect(m_pane, &RunsPane::jobShown, this, &RunsDesk::readLog);
    connect(&m_session.runs(), &Runs::changed, this, &RunsDesk::show);
    connectDetail();
    show();
}

void RunsDesk::connectDetail()
{
    RunDetail *detail = m_pane->detail();
    connect(detail, &RunDetail::rerunRequested, this, [this](qint64 run) {
        tell(m_session.runs().rerun(run, github::Client::Rerun::Failed), tr("The jobs were not run again"));
    });
    connect(detail, &RunDetail::rerunJobRequested, this,
            [this](qint64 job) { tell(m_session.runs().rerunJob(job), tr("The job was not run again")); });
    connect(detail, &RunDetail::cancelRequested, this, &RunsDesk::askToCancel);
    connect(detail, &RunDetail::reviewRequested, this, &RunsDesk::askToReview);
    connect(detail, &RunDetail::buildRequested, this, &RunsDesk::buildHere);
    connect(detail, &RunDetail::pageRequested, this, &RunsDesk::pageRequested);
    connect(detail, &RunDetail::linkActivated, this, &RunsDesk::linkActivated);
}

void RunsDesk::show()
{
    m_pane->detail()->setIndexBytes(m_session.engine().settings().logIndexBytes());
    m_pane->refresh();
    const RunsStanding standing = runsStanding(m_session.runs());
    m_page->setRunsStanding(standing.state, standing.text);
}

void RunsDesk::readLog(const github::RunJob &job)
{
    m_pane->detail()->setReading(std::nullopt);
    if (!job.hasEnded() || job.conclusion == "skipped"_L1)
        return;
    m_session.runs().read(job).then(this, [this, id = job.id](const Result<JobReading> &reading) {
        if (m_pane->detail()->shownJob() == id)
            m_pane->detail()->setReading(reading);
    });
}

void RunsDesk::tell(QFuture<Result<void>> asked, const QString &what)
{
    asked.then(this, [this, what](const Result<void> &done) { Q_EMIT ended(done, what); });
}

QString RunsDesk::nameOf(qint64 run) const
{
    const RunDetails *details = m_session.runs().find(run);
    return details ? runName(details->run) : QString::number(run);
}

void RunsDesk::askToCancel(qint64 run)
{
    ask(m_pane,
        {.title = tr("Cancel a run"),
         .text = tr("Cancel %1 at GitHub?").arg(nameOf(run)),
         .detail = tr("Its jobs stop, for everybody. What they kept so far stays, and the run can be run again."),
         .yes = tr("&Cancel the run"),
         .no = tr("&Let it go on"),
         .isWarning = true},
        [this, run] { tell(m_session.runs().cancelRun(run), tr("The run was not canceled")); });
}

void RunsDesk::askToReview(qint64 run, const github::PendingDeployment &environment, bool approve)
{
    const QString name = environment.environment;
    ask(m_pane,
        {.title = approve ? tr("Approve an environment") : tr("Reject an environment"),
         .text = approve ? tr("Let %1 go on into the environment %2?").arg(nameOf(run), name)
                         : tr("Keep %1 out of the environment %2?").arg(nameOf(run), name),
         .detail = approve
             ? tr("The jobs that wait for %1 begin at once, with the secrets of that environment. This cannot be taken "
                  "back.")
                   .arg(name)
             : tr("The jobs that wait for %1 end as failed.").arg(name),
         .yes = approve ? tr("&Approve %1").arg(buttonLabel(name)) : tr("&Reject %1").arg(buttonLabel(name)),
         .no = tr("&Not now"),
         .isWarning = true},
        [this, run, environment, approve, name] {
            tell(m_session.runs().review(run, environment, approve),
                 approve ? tr("%1 was not approved").arg(name) : tr("%1 was not rejected").arg(name));
        });
}

QStringList RunsDesk::buildableHere(QStringList triples) const
{
    triples.removeIf([this](const QString &triple) {
        const TargetState *target = m_session.targets().find(triple);
        return !target || !target->isIn() || m_session.places().thatBuild(target->target.system).isEmpty();
    });
    return triples;
}

void RunsDesk::buildHere(const QStringList &triples)
{
    for (const QString &triple : buildableHere(triples)) {
        const TargetState *target = m_session.targets().find(triple);
        const QList<BuildPlace> places = m_session.places().thatBuild(target->target.system);
        if (!places.contains(target->place))
            (void)m_session.places().use(triple, places.constFirst()); // which it has just named
    }
    Q_EMIT buildRequested(buildableHere(triples));
}

} // namespace unmoor
