// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runspane.h"

#include "ui/build/logpanel.h"
#include "ui/runs/rundetail.h"
#include "ui/runs/runsmodel.h"
#include "ui/runs/runstree.h"
#include "ui/runs/runtext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"

#include <QHideEvent>
#include <QPushButton>
#include <QShowEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace unmoor {

RunsPane::RunsPane(const Runs &runs, QWidget *parent)
    : QWidget(parent)
    , m_runs(runs)
    , m_buildableHere([](const QStringList &) { return QStringList(); })
    , m_model(new RunsModel(this))
    , m_trouble(new Banner)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(QString()))
    , m_tree(new RunsTree(*m_model))
    , m_detail(new RunDetail)
{
    m_tree->setMinimumWidth(220);
    m_detail->findChild<LogPanel *>()->setGivingWay(m_tree);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"runs"_s); // by which its place is remembered
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({380, 723});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_trouble);
    column->addWidget(m_stack, 1);
    m_trouble->clear();
    m_clock.setInterval(1s);
    connect(&m_clock, &QTimer::timeout, this, &RunsPane::refresh);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        m_runs.standing() == Runs::Standing::SignedOut ? Q_EMIT signInRequested() : Q_EMIT lookRequested();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_isFilling)
            return;
        m_wasChosen = true;
        showChosen();
    });
    connect(m_detail, &RunDetail::logRequested, this, [this] {
        m_shownJob = {};
        showChosen();
    });
    // Who does something about what is shown has chosen it.
    const auto keep = [this] { m_wasChosen = true; };
    connect(m_detail, &RunDetail::rerunRequested, this, keep);
    connect(m_detail, &RunDetail::rerunJobRequested, this, keep);
    connect(m_detail, &RunDetail::cancelRequested, this, keep);
    refresh();
}

void RunsPane::setBuildableHere(std::function<QStringList(const QStringList &)> filter)
{
    m_buildableHere = std::move(filter);
}

void RunsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        Q_EMIT seen(true);
    refresh();
}

/// A window that is put away is one that is waited for.
void RunsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous())
        return;
    m_clock.stop();
    Q_EMIT seen(false);
}

bool RunsPane::goesOn() const
{
    return std::ranges::any_of(m_runs.commits(), [](const CommitRuns &commit) { return !commit.view.haveEnded(); });
}

void RunsPane::refresh()
{
    const QString nothing = nothingText(m_runs);
    const auto standing = m_runs.standing();
    m_stack->setCurrentIndex(nothing.isEmpty() ? 1 : 0);
    m_empty->setSentence(nothing);
    m_empty->setAction(standing == Runs::Standing::SignedOut        ? tr("&Sign in…")
                           : standing == Runs::Standing::Unreadable ? tr("&Try again")
                           : standing == Runs::Standing::Known      ? tr("&Look again")
                                                                    : QString());
    updateTrouble();
    m_isFilling = true;
    m_model->setCommits(m_runs.commits(), QDateTime::currentDateTimeUtc());
    m_tree->openWhatIsOfInterest();
    chooseWhatMatters();
    m_isFilling = false;
    showChosen();
    if (isVisible() && goesOn() != m_clock.isActive())
        goesOn() ? m_clock.start() : m_clock.stop();
}

/// What was read before is shown still.
void RunsPane::updateTrouble()
{
    if (m_runs.trouble().isEmpty() || m_runs.standing() != Runs::Standing::Known)
        return m_trouble->clear();
    const QString title =
        m_runs.triesAgain() ? tr("The runs could not be read; it is tried again") : tr("The runs could not be read");
    if (m_trouble->title() == title && m_trouble->text() == m_runs.trouble() && m_trouble->isVisibleTo(this))
        return;
    m_trouble->clearActions();
    m_trouble->showMessage(theme::State::Warning, title, m_runs.trouble());
    connect(m_trouble->addAction(tr("&Try again")), &QPushButton::clicked, this, &RunsPane::lookRequested);
}

/// As long as nobody chose: a job that failed, else one that runs, else the first run. What is shown already gives way
/// to a failure alone, and a run to one of its jobs.
void RunsPane::chooseWhatMatters()
{
    const QModelIndex current = m_tree->currentIndex();
    if (m_wasChosen && current.isValid())
        return;
    qint64 run = 0;
    qint64 job = 0;
    const auto look = [&](theme::State wanted) {
        for (const CommitRuns &commit : m_runs.commits())
            for (const RunDetails &details : commit.view.runs)
                for (const github::RunJob &one : details.jobs)
                    if (job == 0 && stateOfRun(one.status, one.conclusion) == wanted) {
                        run = details.run.id;
                        job = one.id;
                    }
    };
    look(theme::State::Error);
    const bool isFailed = theme::State(current.data(RunsModel::StateRole).toInt()) == theme::State::Error;
    const bool isJob = current.data(RunsModel::JobRole).toLongLong() > 0;
    if (current.isValid() && isJob && (job == 0 || isFailed))
        return;
    look(theme::State::Running);
    if (current.isValid() && job == 0)
        return;
    for (const CommitRuns &commit : m_runs.commits())
        if (run == 0 && !commit.view.runs.isEmpty())
            run = commit.view.runs.constFirst().run.id;
    if (run > 0)
        m_tree->setCurrentIndex(m_model->indexOf(run, job));
}

void RunsPane::choose(qint64 run, qint64 job)
{
    if (const QModelIndex index = m_model->indexOf(run, job); index.isValid())
        m_tree->setCurrentIndex(index);
}

void RunsPane::showChosen()
{
    const QModelIndex index = m_tree->currentIndex();
    const qint64 jobId = index.data(RunsModel::JobRole).toLongLong();
    const RunDetails *details = m_runs.find(index.data(RunsModel::RunRole).toLongLong());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_detail->setVisible(details);
    if (!details)
        return;
    const auto job = std::ranges::find(details->jobs, jobId, &github::RunJob::id);
    if (jobId == 0 || job == details->jobs.end()) {
        m_shownJob = {};
        return m_detail->showRun(*details, now);
    }
    m_detail->showJob(*details, *job, m_buildableHere(m_runs.triplesOf(details->run, *job)), now);
    const auto shown = std::pair(job->id, job->hasEnded());
    if (std::exchange(m_shownJob, shown) != shown)
        Q_EMIT jobShown(*job);
}

} // namespace unmoor
