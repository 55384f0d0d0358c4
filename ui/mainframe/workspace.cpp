// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/workspace.h"

#include "app/account/tokenreport.h"
#include "app/core/chain.h"
#include "ui/archive/archivedesk.h"
#include "ui/archive/archivepage.h"
#include "ui/archive/comparedialog.h"
#include "ui/build/buildpage.h"
#include "ui/build/failuredesk.h"
#include "ui/history/historydesk.h"
#include "ui/history/historypage.h"
#include "ui/mainframe/changedesk.h"
#include "ui/mainframe/nextstep.h"
#include "ui/mainframe/noticedesk.h"
#include "ui/mainframe/pagestack.h"
#include "ui/mainframe/placedesk.h"
#include "ui/mainframe/problemspane.h"
#include "ui/mainframe/projectlinks.h"
#include "ui/mainframe/rootsdesk.h"
#include "ui/mainframe/stepstates.h"
#include "ui/mainframe/trustdesk.h"
#include "ui/matrix/matrixmodel.h"
#include "ui/matrix/matrixpane.h"
#include "ui/matrix/matrixsplit.h"
#include "ui/matrix/matrixview.h"
#include "ui/notes/notesdesk.h"
#include "ui/notes/notespage.h"
#include "ui/plan/planpage.h"
#include "ui/plan/preparedesk.h"
#include "ui/publish/publishdesk.h"
#include "ui/publish/publishpage.h"
#include "ui/runs/runsdesk.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

Workspace::Workspace(Session &session, QWidget *parent, Fill when)
    : QWidget(parent)
    , m_session(session)
    , m_rail(new StepRail(this))
    , m_model(new MatrixModel(this))
    , m_matrixPane(new MatrixPane)
    , m_matrix(m_matrixPane->view())
    , m_untrusted(new Banner(this))
    , m_changed(new Banner(this))
    , m_notice(new Banner(this))
    , m_unfinished(new Banner(this))
    , m_pages(new PageStack(this))
    , m_next(new NextStepButtons(this))
    , m_problemsPane(new ProblemsPane(this))
    , m_notices(new NoticeDesk(m_notice, this))
{
    makePages();
    m_matrixPane->setMatrixModel(m_model);
    m_unfinished->clear();

    auto *below = new QWidget;
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins({});
    column->setSpacing(0);
    for (QWidget *banner : {m_untrusted, m_changed, m_notice, m_unfinished})
        column->addWidget(banner);
    column->addWidget(m_pages, 1);
    column->addWidget(m_problemsPane);
    m_problemsPane->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addWidget(new MatrixSplit(m_matrixPane, below), 1);

    connectPages();
    if (when == Fill::Now)
        fill();
}

Workspace::~Workspace()
{
    // The runs are no longer seen when the pages go, which they tell.
    m_session.runs().disconnect(this);
}

void Workspace::makePages()
{
    addPage(StepRail::Plan, m_plan = new PlanPage(this));
    m_prepareDesk = new PrepareDesk(m_session, m_plan);
    addPage(StepRail::Build, m_build = new BuildPage(this));
    m_failureDesk = new FailureDesk(m_session, m_build, this);
    m_runsDesk = new RunsDesk(m_session, m_build, this);
    m_archiveDesk = new ArchiveDesk(m_session, this);
    addPage(StepRail::Archives, m_archive = m_archiveDesk->page());
    m_notesDesk = new NotesDesk(m_session, this);
    addPage(StepRail::Notes, m_notes = m_notesDesk->page());
    m_publishDesk = new PublishDesk(m_session, m_model, m_unfinished, this);
    addPage(StepRail::Publish, m_publish = m_publishDesk->page());
    m_historyDesk = new HistoryDesk(m_session, this);
    m_pages->addPage(m_history = m_historyDesk->page());
    m_trust = new TrustDesk(m_session, m_untrusted, this);
    m_changes = new ChangeDesk(m_session, m_changed, this);
    m_places = new PlaceDesk(m_session, m_matrix, m_plan, m_build, this);
}

/// A page in whose header a button can lead on.
void Workspace::addPage(StepRail::Step step, QWidget *page)
{
    m_pages->addPage(page);
    m_next->add(step, page);
}

void Workspace::connectPages()
{
    const auto openLink = [this](const QUrl &link) { openLinkOfProject(this, m_session, link); };
    const auto openPage = [this](const QUrl &link) { openPageOfHost(this, m_session, link); };
    connect(m_rail, &StepRail::currentChanged, this, &Workspace::showStep);
    connect(m_next, &NextStepButtons::chosen, this, [this](StepRail::Step from) {
        if (const auto onward = nextStepAfter(from, m_session, m_notes->isEdited()))
            setStep(onward->step);
    });
    connect(m_notices, &NoticeDesk::changed, this, &Workspace::showBanner);
    connect(m_matrix, &MatrixView::currentRowChanged, this, &Workspace::showTarget);
    connect(m_problemsPane, &ProblemsPane::problemActivated, this, &Workspace::showProblem);
    connect(m_problemsPane, &ProblemsPane::closeRequested, this, &Workspace::toggleProblems);

    connect(m_plan, &PlanPage::checkRequested, this, [this] { check(true); });
    connect(m_prepareDesk, &PrepareDesk::changed, this, [this] { refresh(false); });
    connect(m_plan, &PlanPage::buildRequested, this, [this] { build(m_session.targets().triplesToBuild()); });
    connect(m_plan, &PlanPage::adoptRequested, this,
            [this](int row) { adopt(m_session.targets().triples().value(row)); });
    connect(m_plan, &PlanPage::leaveOutRequested, this,
            [this](int row) { leaveOut({m_session.targets().triples().value(row)}, true); });
    connect(m_plan, &PlanPage::takeBackRequested, this,
            [this](int row) { leaveOut({m_session.targets().triples().value(row)}, false); });
    connect(m_plan, &PlanPage::placeActivated, this, [this, openLink](const QString &file, int) {
        openLink(QUrl::fromLocalFile(m_session.project().directory + u'/' + file));
    });

    connect(m_plan, &PlanPage::workflowActivated, this, [this, openLink](const QString &file, int) {
        openLink(QUrl::fromLocalFile(m_session.project().checkout.root + u'/' + file));
    });

    connect(m_build, &BuildPage::buildRequested, this, [this] { build(m_session.targets().triplesToBuild()); });
    connect(m_build, &BuildPage::buildTargetRequested, this, [this] { build({triple()}); });
    connect(m_build, &BuildPage::cancelTargetRequested, this, [this] { m_session.builds().cancel(triple()); });
    connect(m_build, &BuildPage::cancelAllRequested, this, [this] { m_session.builds().cancel(); });
    connect(m_build, &BuildPage::openLogRequested, this, [this] {
        if (target())
            Q_EMIT openLinkRequested(QUrl::fromLocalFile(target()->record.logFile));
    });
    connect(m_trust, &TrustDesk::ended, m_notices, &NoticeDesk::say);
    connect(m_trust, &TrustDesk::changed, this, [this] { refresh(false); });
    connect(m_changes, &ChangeDesk::changed, this, &Workspace::showPlan);
    connect(m_changes, &ChangeDesk::takeOverRequested, this, [this] { refresh(false); });
    connect(m_places, &PlaceDesk::ended, m_notices, &NoticeDesk::say);
    connect(m_places, &PlaceDesk::machineRequested, this, &Workspace::machineSetUpRequested);
    connect(m_places, &PlaceDesk::buildRequested, this, &Workspace::build);
    connect(m_places, &PlaceDesk::adoptRequested, this, &Workspace::adopt);
    connect(m_places, &PlaceDesk::letGoRequested, this, &Workspace::letGo);
    connect(m_places, &PlaceDesk::showLogRequested, this, &Workspace::showLastLog);
    connect(m_build, &BuildPage::earlierLogRequested, this, [this] { showLastLog(triple()); });
    connect(m_places, &PlaceDesk::leaveOutRequested, this, &Workspace::leaveOut);
    connect(m_places, &PlaceDesk::openLogRequested, this, [this](const QString &wanted) {
        Q_EMIT openLinkRequested(QUrl::fromLocalFile(m_session.targets().find(wanted)->record.logFile));
    });
    connect(m_build, &BuildPage::targetRequested, this,
            [this](const QString &triple) { m_matrix->setCurrentRow(m_session.targets().rowOf(triple)); });
    connect(m_build, &BuildPage::adoptRequested, this, [this] { adopt(triple()); });
    connect(m_build, &BuildPage::leaveOutRequested, this, [this] { leaveOut({triple()}, true); });

    connect(m_failureDesk, &FailureDesk::buildRequested, this, [this](const QString &failed) { startBuild({failed}); });
    connect(m_failureDesk, &FailureDesk::openLinkRequested, this, &Workspace::openLinkRequested);
    connect(m_failureDesk, &FailureDesk::linkActivated, this, openLink);
    connect(m_build, &BuildPage::linkActivated, this, openLink);
    connect(m_failureDesk, &FailureDesk::historyRequested, this, [this] { setStep(StepRail::History); });
    connect(m_failureDesk, &FailureDesk::hostSettingsRequested, this, &Workspace::hostSettingsRequested);
    connect(m_failureDesk, &FailureDesk::ended, m_notices, &NoticeDesk::say);
    connect(m_runsDesk, &RunsDesk::ended, m_notices, &NoticeDesk::say);
    connect(m_runsDesk, &RunsDesk::buildRequested, this, &Workspace::build);
    connect(m_runsDesk, &RunsDesk::signInRequested, this, &Workspace::signInRequested);
    connect(m_runsDesk, &RunsDesk::pageRequested, this, openPage);
    connect(m_runsDesk, &RunsDesk::linkActivated, this, openLink);

    connect(m_archive, &ArchivePage::inspectAgainRequested, this, [this] {
        if (target() && target()->hasArchive())
            m_session.archives().inspect(triple(), m_session.snapshot());
    });
    connect(m_archiveDesk, &ArchiveDesk::ended, m_notices, &NoticeDesk::say);
    connect(m_archive, &ArchivePage::cancelRequested, this, [this] {
        if (m_reading.isEmpty())
            m_session.archives().cancelLooking();
        else
            m_session.archives().cancel(m_reading);
    });
    connect(m_archive, &ArchivePage::buildRequested, this, [this] { build({triple()}); });
    connect(m_archive, &ArchivePage::openFileRequested, this, [this](const QString &path) { inspectFile(path); });

    connect(m_notesDesk, &NotesDesk::failed, m_notices, &NoticeDesk::say);
    connect(m_notes, &NotesPage::editedChanged, this, &Workspace::showSteps);
    connect(m_notes, &NotesPage::openFileRequested, this,
            [this, openLink] { openLink(QUrl::fromLocalFile(m_session.project().changelogPath())); });
    connect(m_notes, &NotesPage::publishRequested, this, [this] { setStep(StepRail::Publish); });
    connect(m_notes, &NotesPage::linkActivated, this, openLink);

    connect(m_history, &HistoryPage::releaseActivated, this, [openPage](const QString &url) { openPage(QUrl(url)); });
    connect(m_history, &HistoryPage::planRequested, this, [this] { setStep(StepRail::Plan); });
    connect(m_historyDesk, &HistoryDesk::ended, m_notices, &NoticeDesk::say);
    connect(m_historyDesk, &HistoryDesk::logRequested, this, &Workspace::openLog);
    connect(m_historyDesk, &HistoryDesk::archivesRequested, this,
            [this](const ArchivePair &pair, const QString &before, const QString &after) {
                (new CompareDialog(m_session, pair, before, after, this))->show();
            });
    connect(m_history, &HistoryPage::freeSpaceRequested, this, [this] { openRoots(m_session, this); });

    connect(m_publishDesk, &PublishDesk::changed, this, &Workspace::showSteps);
    connect(m_publishDesk, &PublishDesk::ended, m_historyDesk, &HistoryDesk::show);
    connect(m_publishDesk, &PublishDesk::ended, m_prepareDesk, &PrepareDesk::show);
    connect(m_publishDesk, &PublishDesk::confirmationRequested, this, &Workspace::publishConfirmationRequested);
    connect(m_publishDesk, &PublishDesk::withdrawn, m_historyDesk, &HistoryDesk::show);
    connect(m_publishDesk, &PublishDesk::patchRequested, this, [this] {
        setStep(StepRail::Plan);
        m_prepareDesk->open(u"patch"_s);
    });
    connect(m_history, &HistoryPage::withdrawRequested, m_publishDesk, &PublishDesk::takeBack);
    connect(m_publishDesk, &PublishDesk::signInRequested, this, &Workspace::signInRequested);
    connect(m_publishDesk, &PublishDesk::pageRequested, this, [this] { setStep(StepRail::Publish); });
    connect(m_publishDesk, &PublishDesk::openLinkRequested, this, openPage);
}

void Workspace::connectSession()
{
    connect(&m_session, &Session::projectChanged, this, &Workspace::showProject);
    connect(&m_session.targets(), &Targets::ticked, this, [this](const QString &ticked) {
        m_model->updateTarget(m_session.targets().rowOf(ticked), *m_session.targets().find(ticked));
        if (ticked == triple())
            m_build->setTarget(*target());
    });
    connect(&m_session.planner(), &Planner::gatesChanged, this, &Workspace::showPlan);
    connect(&m_session.workflows(), &WorkflowsCheck::changed, this, &Workspace::showPlan);
    connect(&m_session.runs(), &Runs::changed, this, &Workspace::showSteps); // a run that failed is a problem
    connect(&m_session, &Session::activityChanged, this, [this] {
        showPlan();
        if (!m_session.isBusy())
            m_publishDesk->show();
    });
    connect(&m_session.targets(), &Targets::changed, this, [this](const QString &changed) {
        m_model->updateTarget(m_session.targets().rowOf(changed), *m_session.targets().find(changed));
        if (changed == triple()) {
            showBuild();
            showArchive();
        } else {
            m_build->setRunSummary(runSummaryOf(m_session));
        }
        m_plan->setTargets(m_session.targets().rows());
        showSteps();
    });
    connect(&m_session.builds(), &BuildQueue::progressed, this, [this](const QString &changed) {
        if (changed != triple())
            return;
        if (m_session.builds().monitor(changed) == m_shownMonitor)
            m_build->refresh();
        else
            showBuild();
    });
    connect(&m_session.archives(), &Archives::entriesRead, this,
            [this](const QString &changed, const QList<ArchiveEntry> &batch) {
                if (changed == m_reading)
                    m_archive->appendEntries(batch);
            });
    connect(&m_session.engine(), &Engine::warned, m_notices, &NoticeDesk::warn);
    connect(&m_session.notes(), &NotesBook::changed, this, &Workspace::showNotes);
}

void Workspace::fill()
{
    connectSession();
    showProject();
}

// --- What a person asks for ------------------------------------------------------------------------------------------

void Workspace::begin()
{
    m_trust->askOnce();
    refresh(false);
}

void Workspace::refresh(bool runsChecks)
{
    m_session.signIn().then(this, [this, runsChecks](const Result<StoredToken> &token) {
        if (token)
            m_session.login().checkToken(m_session.loginProject());
        check(runsChecks);
        m_publishDesk->readHost();
        for (const QString &triple : m_session.targets().triples()) {
            const TargetState &target = *m_session.targets().find(triple);
            if (target.hasArchive() && target.archive == TargetState::Archive::None)
                m_session.archives().inspect(triple, m_session.snapshot());
        }
    });
}

void Workspace::check(bool runsChecks)
{
    m_session.check(runsChecks).then(this, [this](const Result<void> &checked) {
        m_notices->say(checked, tr("The plan could not be checked"));
        showProject();
    });
}

void Workspace::build(const QStringList &triples)
{
    if (triples.isEmpty() || triples.first().isEmpty())
        return;
    m_build->showRuns(false);
    setStep(StepRail::Build);
    if (!triples.contains(triple()))
        m_matrix->setCurrentRow(m_session.targets().rowOf(triples.first()));
    startBuild(triples);
}

/// Whoever asked may look at another page by now.
void Workspace::startBuild(const QStringList &triples)
{
    // What a person sees in the checkout now is what is built, not what it was when it was read.
    auto built = andThen(m_session.refresh(), this, [this, triples] { return m_session.build(triples); });
    built.then(this, [this](const Result<void> &outcome) {
        m_notices->say(outcome, tr("The build did not start"));
        m_historyDesk->show();
        m_publishDesk->readHost();
    });
}

void Workspace::inspectFile(const QString &path)
{
    m_reading.clear();
    m_archiveDesk->inspectFile(path, triple());
}

/// What went wrong goes before what is merely not done yet, and the page of publishing tells that itself.
void Workspace::showBanner()
{
    m_publishDesk->setBannerWanted(step() != StepRail::Publish && !m_notices->isShown());
}

// --- Showing ---------------------------------------------------------------------------------------------------------

int Workspace::row() const
{
    return m_matrix->currentRow();
}

QString Workspace::triple() const
{
    return m_session.targets().triples().value(row());
}

const TargetState *Workspace::target() const
{
    return m_session.targets().find(triple());
}

void Workspace::setStep(StepRail::Step step)
{
    m_rail->setCurrent(step);
    showStep(step);
    m_pages->focusPage();
}

/// Leaves the focus in the rail, where the arrow keys go from step to step.
void Workspace::showStep(StepRail::Step step)
{
    m_pages->setCurrentIndex(int(step));
    showBanner();
    Q_EMIT changed();
}

StepRail::Step Workspace::step() const
{
    return m_rail->current();
}

void Workspace::showProject()
{
    m_trust->show();
    showTargets();
    showPlan();
    showNotes();
    m_publishDesk->show();
    m_historyDesk->show();
}

void Workspace::showPlan()
{
    m_plan->setTag(m_session.project().tag());
    m_plan->setTrusted(!m_session.isOpen() || m_session.project().trust == Trust::Given);
    m_plan->setChecked(checkedText(m_session), m_session.planner().isOld() || m_changes->hasChanges());
    m_plan->setGates(m_session.planner().gates(), m_session.planner().isRunning());
    m_plan->setTargets(m_session.targets().rows());
    m_plan->setWorkflows(m_session.workflows().report());
    showSteps();
}

void Workspace::showTargets()
{
    m_model->setTargets(m_session.targets().rows());
    if (row() < 0 && !m_session.targets().rows().isEmpty())
        m_matrix->setCurrentRow(0);
    showTarget(row());
}

void Workspace::showTarget(int)
{
    m_reading.clear();
    showBuild();
    showArchive();
}

void Workspace::showBuild()
{
    const TargetState *shown = target();
    if (!shown)
        return;
    // The monitor first: the page must let go of one that is gone before it looks at the target.
    const BuildMonitor *monitor = m_session.builds().monitor(triple());
    if (std::exchange(m_shownMonitor, monitor) != monitor || !monitor)
        m_build->setMonitor(monitor);
    m_build->setTarget(*shown);
    m_build->setHasEarlierLog(shown->build != TargetState::Build::Running && hasEarlierLog(*shown));
    m_failureDesk->setTarget(triple());
    m_build->setRunSummary(runSummaryOf(m_session));
}

void Workspace::showArchive()
{
    const TargetState *shown = target();
    m_archiveDesk->setTarget(triple());
    if (!shown)
        return;
    if (shown->archive != TargetState::Archive::Reading) {
        m_reading.clear();
        m_archive->setTarget(*shown);
    } else if (std::exchange(m_reading, triple()) != triple()) {
        m_archive->beginReading(m_session.project().archiveName(shown->target, shown->record.archivePath));
    }
}

void Workspace::showNotes()
{
    m_notesDesk->show();
    showSteps();
}

void Workspace::showSteps()
{
    m_rail->setState(StepRail::Plan, planStepState(m_session));
    m_rail->setState(StepRail::Build, buildStepState(m_session));
    m_rail->setState(StepRail::Archives, archivesStepState(m_session));
    m_rail->setState(StepRail::Notes, notesStepState(m_session, m_notes->isEdited()));
    m_rail->setState(StepRail::Publish, publishStepState(m_session, m_publishDesk->wait()));
    m_rail->setState(StepRail::History, historyStepState(m_session));
    m_problemsPane->setProblems(problemsOf(m_session));
    m_next->show(m_session, m_notes->isEdited());
    Q_EMIT changed();
}

} // namespace unmoor
