// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/rundetail.h"

#include "app/core/format.h"
#include "app/core/when.h"
#include "ui/build/failurebox.h"
#include "ui/build/failurecard.h"
#include "ui/build/logpanel.h"
#include "ui/build/logview.h"
#include "ui/card/selectabletext.h"
#include "ui/runs/runtext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/stateicon.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostAnnotations = 5;

/// Takes the widgets out of \a column; they go when nothing that they called runs any more.
void empty(QLayout *column)
{
    while (QLayoutItem *item = column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QWidget *column()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(theme::space::l, 0, theme::space::l, theme::space::s);
    layout->setSpacing(theme::space::s);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    box->hide();
    return box;
}

bool isOver(const github::RunJob &job)
{
    return job.hasEnded() && job.conclusion != "skipped"_L1;
}

bool isFailed(const github::RunJob &job)
{
    return job.hasEnded() && stateOfRun(job.status, job.conclusion) == theme::State::Error;
}

} // namespace

RunDetail::RunDetail(QWidget *parent)
    : QWidget(parent)
    , m_indexBytes(LogStore::defaultIndexBytes)
    , m_icon(new StateIcon)
    , m_name(new ElidedLabel({}, theme::Type::Title))
    , m_summary(new ElidedLabel({}, theme::Type::Body, true))
    , m_facts(new ElidedLabel({}, theme::Type::Secondary, true))
    , m_rerun(new QPushButton(tr("&Re-run failed jobs")))
    , m_rerunJob(new QPushButton(tr("Re-run this &job")))
    , m_cancel(new QPushButton(tr("&Cancel run…")))
    , m_open(new QPushButton(tr("Open on &GitHub")))
    , m_approvals(column())
    , m_failureBox(new FailureBox(FailureBox::Holds::Card))
    , m_annotations(column())
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(QString()))
    , m_log(new LogPanel)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme::space::l, theme::space::s, theme::space::m, theme::space::xs);
    head->setSpacing(theme::space::s);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    head->addWidget(m_icon);
    head->addWidget(m_name);
    head->addWidget(m_summary, 1);
    for (QPushButton *button : {m_rerun, m_rerunJob, m_cancel, m_open})
        head->addWidget(button);
    m_facts->setContentsMargins(theme::space::l, 0, theme::space::l, theme::space::s);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_log);
    m_stack->setMinimumHeight(theme::rowHeight(140)); // what is left: the log gives way to the card down to a few lines
    m_failureBox->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_facts);
    layout->addWidget(m_approvals);
    layout->addWidget(m_failureBox);
    layout->addWidget(m_annotations);
    layout->addWidget(m_stack, 1);
    connectParts();
    updateButtons();
}

void RunDetail::connectParts()
{
    connect(m_rerun, &QPushButton::clicked, this, [this] { Q_EMIT rerunRequested(shownRun()); });
    connect(m_rerunJob, &QPushButton::clicked, this, [this] { Q_EMIT rerunJobRequested(shownJob()); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(shownRun()); });
    connect(m_open, &QPushButton::clicked, this,
            [this] { Q_EMIT pageRequested(m_job ? m_job->htmlUrl : m_details.run.htmlUrl); });
    connect(m_empty, &EmptyState::actionRequested, this, &RunDetail::logRequested);
    connect(m_log, &LogPanel::linkActivated, this, &RunDetail::linkActivated);
}

void RunDetail::showRun(const RunDetails &details, const QDateTime &now)
{
    m_details = details;
    m_job.reset();
    m_here.clear();
    m_reading.reset();
    update(now);
}

void RunDetail::showJob(const RunDetails &details, const github::RunJob &job, const QStringList &here,
                        const QDateTime &now)
{
    if (shownJob() != job.id)
        m_reading.reset();
    m_details = details;
    m_job = job;
    m_here = here;
    update(now);
}

void RunDetail::setReading(const std::optional<Result<JobReading>> &reading)
{
    m_reading = reading;
    m_facts->setText(m_job ? factsOfJob() : factsOfRun());
    updateFailure();
    updateAnnotations();
    updateLog();
}

void RunDetail::update(const QDateTime &now)
{
    updateHead(now);
    updateApprovals();
    updateFailure();
    updateAnnotations();
    updateButtons();
    updateLog();
}

void RunDetail::updateHead(const QDateTime &now)
{
    const github::WorkflowRun &run = m_details.run;
    m_icon->setState(m_job ? stateOfRun(m_job->status, m_job->conclusion) : stateOfRun(run.status, run.conclusion));
    m_name->setText(m_job ? m_job->name : runName(run));
    m_name->updateGeometry();
    m_summary->setText(m_job ? jobSummary(*m_job, now) : runSummary(run, now));
    m_facts->setText(m_job ? factsOfJob() : factsOfRun());
    setAccessibleName(m_name->text());
}

QString RunDetail::factsOfRun() const
{
    const github::WorkflowRun &run = m_details.run;
    QStringList facts{run.title};
    facts += run.headBranch.isEmpty() ? run.event : tr("%1 of %2").arg(run.event, run.headBranch);
    if (run.createdAt.isValid())
        facts += whenText(run.createdAt.toLocalTime(), QDateTime::currentDateTime());
    QStringList kept;
    for (const github::RunArtifact &artifact : m_details.artifacts)
        kept += artifact.isExpired ? tr("%1 (expired)").arg(artifact.name) : artifact.name;
    if (!kept.isEmpty())
        facts += tr("kept %1").arg(someOf(kept));
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

QString RunDetail::factsOfJob() const
{
    QStringList facts;
    if (m_details.run.attempt > 1 && m_job->attempt < m_details.run.attempt)
        facts += tr("ran in attempt %1, and not again in attempt %2").arg(m_job->attempt).arg(m_details.run.attempt);
    else if (m_job->attempt > 1)
        facts += tr("attempt %1").arg(m_job->attempt);
    if (!m_job->labels.isEmpty())
        facts += tr("on %1").arg(m_job->labels.join(u", "_s));
    if (m_reading && *m_reading)
        facts += cacheWords((*m_reading)->log.report);
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

bool RunDetail::hasCard() const
{
    return m_job && isFailed(*m_job);
}

/// What the card offers is not offered twice.
void RunDetail::updateButtons()
{
    const github::WorkflowRun &run = m_details.run;
    const bool isRun = run.id > 0 && !m_job;
    const bool canMend = run.hasEnded() && !run.hasSucceeded() && run.conclusion != "skipped"_L1;
    m_rerun->setVisible(isRun && canMend);
    m_rerunJob->setVisible(m_job && run.hasEnded() && !hasCard());
    m_cancel->setVisible(run.id > 0 && !run.hasEnded() && !hasCard());
    m_open->setVisible(run.id > 0);
}

void RunDetail::updateApprovals()
{
    const auto wanted = std::pair(m_details.run.id, m_details.waitsFor);
    if (m_shownApprovals == wanted)
        return;
    m_shownApprovals = wanted;
    empty(m_approvals->layout());
    m_approvals->setVisible(!m_details.waitsFor.isEmpty());
    for (const github::PendingDeployment &pending : std::as_const(m_details.waitsFor)) {
        auto *banner = new Banner(m_approvals); // one without a parent would come up as a window
        QStringList words;
        if (!pending.canApprove)
            words += pending.reviewers.isEmpty()
                ? tr("You may not approve it.")
                : tr("You may not approve it; this is for %1.").arg(someOf(pending.reviewers));
        if (pending.waitMinutes > 0)
            words += tr("The environment makes jobs wait for %1 minutes.").arg(pending.waitMinutes);
        banner->showMessage(theme::State::Waiting, tr("Jobs wait for approval of %1").arg(pending.environment),
                            words.join(u' '));
        if (pending.canApprove) {
            for (const bool approve : {true, false}) {
                QPushButton *button = banner->addAction(approve ? tr("&Approve…") : tr("Re&ject…"), approve);
                button->setAccessibleName(approve ? tr("Approve %1").arg(pending.environment)
                                                  : tr("Reject %1").arg(pending.environment));
                connect(button, &QPushButton::clicked, this, [this, run = m_details.run.id, pending, approve] {
                    Q_EMIT reviewRequested(run, pending, approve);
                });
            }
        }
        m_approvals->layout()->addWidget(banner);
    }
}

void RunDetail::updateFailure()
{
    m_failureBox->setVisible(hasCard());
    if (!hasCard()) {
        m_shownFailure.reset();
        return m_failureBox->setCard(nullptr);
    }
    const bool isRead = m_reading && *m_reading;
    const BuildFailure failure = failureOfJob(*m_job, isRead ? std::optional(**m_reading) : std::nullopt);
    const FailureRepair repair = repairOfJob(m_details, *m_job, failure, m_here);
    const auto wanted = std::pair(failure, repair);
    if (m_shownFailure == wanted)
        return;
    m_shownFailure = wanted;
    auto *card = new FailureCard(failure, repair, timeOfRun(m_job->startedAt, m_job->completedAt, {}));
    connect(card, &FailureCard::offerChosen, this, &RunDetail::act);
    m_failureBox->setCard(card);
}

void RunDetail::act(const FailureOffer &offer)
{
    using Kind = FailureOffer::Kind;
    if (offer.kind == Kind::RerunFailedJobs)
        Q_EMIT rerunRequested(shownRun());
    else if (offer.kind == Kind::RerunJob)
        Q_EMIT rerunJobRequested(shownJob());
    else if (offer.kind == Kind::CancelRun)
        Q_EMIT cancelRequested(shownRun());
    else if (offer.kind == Kind::BuildHere)
        Q_EMIT buildRequested(m_here);
}

void RunDetail::updateAnnotations()
{
    QStringList wanted;
    if (m_reading && *m_reading)
        for (const github::JobAnnotation &annotation : std::as_const((*m_reading)->annotations))
            if (!saysNothing(annotation.message))
                wanted += annotationText(annotation);
    if (wanted == m_shownAnnotations)
        return;
    m_shownAnnotations = wanted;
    empty(m_annotations->layout());
    m_annotations->setVisible(!wanted.isEmpty());
    if (wanted.isEmpty())
        return;
    m_annotations->layout()->addWidget(textLabel(tr("What GitHub notes on it"), theme::Type::Secondary, true));
    const auto more = wanted.size() - mostAnnotations;
    QString text = wanted.first(std::min(wanted.size(), mostAnnotations)).join(u'\n');
    if (more > 0)
        text += u'\n' + tr("and %1 more, on its page at GitHub").arg(more);
    auto *shown = new SelectableText(text, theme::Type::Body);
    shown->setAccessibleName(tr("Annotations"));
    m_annotations->layout()->addWidget(shown);
}

void RunDetail::updateLog()
{
    m_empty->setAction({});
    const bool hasLog = m_job && m_reading && *m_reading;
    if (hasLog)
        return showLog((*m_reading)->log);
    m_stack->setCurrentIndex(0);
    if (m_follower) {
        m_log->setMonitor(nullptr);
        m_follower.reset();
    }
    if (!m_job) {
        m_empty->setSentence(m_details.run.id == 0          ? QString()
                                 : m_details.jobs.isEmpty() ? tr("The run has no jobs yet.")
                                                            : tr("Choose a job to see its log."));
    } else if (!m_job->hasEnded()) {
        m_empty->setSentence(
            m_job->status == "in_progress"_L1
                ? tr("GitHub gives the log of a job once the job has ended: there is no live log. Its steps and their "
                     "times go on beside this.")
                : m_job->status == "waiting"_L1 ? tr("The job waits until somebody approves it.")
                                                : tr("The job waits for a machine."));
    } else if (!isOver(*m_job)) {
        m_empty->setSentence(tr("The job was skipped, so it has no log."));
    } else if (!m_reading) {
        m_empty->setSentence(tr("Reading the log…"));
    } else {
        m_empty->setSentence(m_reading->error().message);
        m_empty->setAction(tr("&Try again"));
    }
}

void RunDetail::showLog(const JobLog &log)
{
    m_stack->setCurrentIndex(1);
    if (m_follower && m_follower->monitor().log()->fileName() == log.path)
        return;
    m_log->setMonitor(nullptr);
    m_follower.reset(new LogFollower(log.path, m_indexBytes, {.hasSucceeded = m_job->hasSucceeded(), .host = {}}));
    if (!m_follower->open()) {
        m_stack->setCurrentIndex(0);
        m_empty->setSentence(tr("The log could not be read: %1").arg(m_follower->errorString()));
        m_empty->setAction(tr("&Try again"));
        return;
    }
    const auto refresh = [this, follower = m_follower.get()] {
        if (follower != m_follower.get())
            return;
        m_log->setMonitor(&follower->monitor());
        m_log->refresh(follower->monitor().lastMsec());
    };
    connect(m_follower.get(), &LogFollower::progressed, this, refresh);
    m_log->view()->setGrowing(true);
    m_follower->finish().then(this, [this, refresh, follower = m_follower.get()] {
        if (follower == m_follower.get())
            m_log->view()->setGrowing(false);
        refresh();
    });
    refresh();
    m_log->setFailed(isFailed(*m_job));
}

} // namespace unmoor
