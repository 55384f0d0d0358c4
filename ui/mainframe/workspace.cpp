// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainframe/workspace.h"

#include "archive/archivepage.h"
#include "build/buildpage.h"
#include "history/historypage.h"
#include "mainframe/archivedesk.h"
#include "mainframe/failuredesk.h"
#include "mainframe/historycsv.h"
#include "mainframe/notesdesk.h"
#include "mainframe/placedesk.h"
#include "mainframe/publishdesk.h"
#include "mainframe/rootsdesk.h"
#include "mainframe/stepstates.h"
#include "matrix/matrixmodel.h"
#include "matrix/matrixview.h"
#include "notes/notespage.h"
#include "plan/planpage.h"
#include "publish/publishpage.h"
#include "widgets/banner.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

Workspace::Workspace(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_rail(new StepRail(this))
    , m_model(new MatrixModel(this))
    , m_matrix(new MatrixView(this))
    , m_notice(new Banner(this))
    , m_unfinished(new Banner(this))
    , m_pages(new QStackedWidget(this))
{
    makePages();
    m_matrix->setMatrixModel(m_model);
    m_matrix->setAccessibleName(tr("Targets"));
    m_notice->clear();
    m_unfinished->clear();

    auto *right = new QVBoxLayout;
    right->setContentsMargins({});
    right->setSpacing(0);
    right->addWidget(m_matrix);
    right->addWidget(m_notice);
    right->addWidget(m_unfinished);
    right->addWidget(m_pages, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(right, 1);

    connectPages();
    connectSession();
    showProject();
}

void Workspace::makePages()
{
    m_pages->addWidget(m_plan = new PlanPage(this));
    m_pages->addWidget(m_build = new BuildPage(this));
    m_failureDesk = new FailureDesk(m_session, m_build, this);
    m_pages->addWidget(m_archive = new ArchivePage(this));
    m_archiveDesk = new ArchiveDesk(m_session, m_archive, this);
    m_pages->addWidget(m_notes = new NotesPage(this));
    m_notesDesk = new NotesDesk(m_session, m_notes, this);
    m_pages->addWidget(m_publish = new PublishPage(this));
    m_pages->addWidget(m_history = new HistoryPage(this));
    m_places = new PlaceDesk(m_session, m_matrix, m_plan, m_build, this);
    m_publishDesk = new PublishDesk(m_session, m_publish, m_model, m_unfinished, this);
}

void Workspace::connectPages()
{
    connect(m_rail, &StepRail::currentChanged, this, &Workspace::setStep);
    connect(m_matrix, &MatrixView::currentRowChanged, this, &Workspace::showTarget);

    connect(m_plan, &PlanPage::checkRequested, this, &Workspace::check);
    connect(m_plan, &PlanPage::buildRequested, this, [this] { buildRows(m_session.rowsToBuild()); });
    connect(m_plan, &PlanPage::adoptRequested, this, &Workspace::adopt);
    connect(m_plan, &PlanPage::leaveOutRequested, this, [this](int row) { leaveOut(row, true); });
    connect(m_plan, &PlanPage::takeBackRequested, this, [this](int row) { leaveOut(row, false); });
    connect(m_plan, &PlanPage::placeActivated, this, [this](const QString &file, int) {
        Q_EMIT openLinkRequested(QUrl::fromLocalFile(m_session.directory() + u'/' + file));
    });

    connect(m_build, &BuildPage::buildRequested, this, [this] { buildRows(m_session.rowsToBuild()); });
    connect(m_build, &BuildPage::buildTargetRequested, this, [this] { buildRows({row()}); });
    connect(m_build, &BuildPage::cancelTargetRequested, this, [this] { m_session.cancelBuild(row()); });
    connect(m_build, &BuildPage::cancelAllRequested, this, [this] { m_session.cancel(); });
    connect(m_build, &BuildPage::openLogRequested, this, [this] {
        if (target())
            Q_EMIT openLinkRequested(QUrl::fromLocalFile(target()->record.logFile));
    });
    connect(m_places, &PlaceDesk::ended, this, &Workspace::say);
    connect(m_places, &PlaceDesk::machineRequested, this, &Workspace::machineSetUpRequested);
    connect(m_places, &PlaceDesk::buildRequested, this, [this](int wanted) { buildRows({wanted}); });
    connect(m_places, &PlaceDesk::adoptRequested, this, &Workspace::adopt);
    connect(m_places, &PlaceDesk::leaveOutRequested, this, &Workspace::leaveOut);
    connect(m_places, &PlaceDesk::openLogRequested, this, [this](int wanted) {
        Q_EMIT openLinkRequested(QUrl::fromLocalFile(m_session.targets()[wanted].record.logFile));
    });
    connect(m_build, &BuildPage::adoptRequested, this, [this] { adopt(row()); });
    connect(m_build, &BuildPage::leaveOutRequested, this, [this] { leaveOut(row(), true); });

    connect(m_failureDesk, &FailureDesk::buildRequested, this, [this](int failed) { buildRows({failed}); });
    connect(m_failureDesk, &FailureDesk::openLinkRequested, this, &Workspace::openLinkRequested);
    connect(m_failureDesk, &FailureDesk::historyRequested, this, [this] { setStep(StepRail::History); });
    connect(m_failureDesk, &FailureDesk::hostSettingsRequested, this, &Workspace::hostSettingsRequested);
    connect(m_failureDesk, &FailureDesk::ended, this, &Workspace::say);

    connect(m_archive, &ArchivePage::inspectAgainRequested, this, [this] {
        if (target() && target()->hasArchive())
            m_session.inspect(row());
    });
    connect(m_archiveDesk, &ArchiveDesk::ended, this, &Workspace::say);
    connect(m_archive, &ArchivePage::cancelRequested, this, [this] { m_session.cancel(); });
    connect(m_archive, &ArchivePage::buildRequested, this, [this] { buildRows({row()}); });
    connect(m_archive, &ArchivePage::openFileRequested, this, [this](const QString &path) { inspectFile(path); });

    connect(m_notesDesk, &NotesDesk::failed, this, &Workspace::say);
    connect(m_notes, &NotesPage::editedChanged, this, &Workspace::showSteps);
    connect(m_notes, &NotesPage::openFileRequested, this,
            [this] { Q_EMIT openLinkRequested(QUrl::fromLocalFile(m_session.changelogPath())); });
    connect(m_notes, &NotesPage::publishRequested, this, [this] { setStep(StepRail::Publish); });
    connect(m_notes, &NotesPage::linkActivated, this, &Workspace::openLinkRequested);

    connect(m_history, &HistoryPage::releaseActivated, this,
            [this](const QString &url) { Q_EMIT openLinkRequested(QUrl(url)); });
    connect(m_history, &HistoryPage::planRequested, this, [this] { setStep(StepRail::Plan); });
    connect(m_history, &HistoryPage::exportRequested, this, &Workspace::exportHistory);
    connect(m_history, &HistoryPage::freeSpaceRequested, this, [this] { openRoots(m_session, this); });

    connect(m_publishDesk, &PublishDesk::changed, this, &Workspace::showSteps);
    connect(m_publishDesk, &PublishDesk::ended, this, &Workspace::showHistory);
    connect(m_publishDesk, &PublishDesk::confirmationRequested, this, &Workspace::publishConfirmationRequested);
    connect(m_publishDesk, &PublishDesk::signInRequested, this, &Workspace::signInRequested);
    connect(m_publishDesk, &PublishDesk::pageRequested, this, [this] { setStep(StepRail::Publish); });
    connect(m_publishDesk, &PublishDesk::openLinkRequested, this, &Workspace::openLinkRequested);
}

void Workspace::connectSession()
{
    connect(&m_session, &Session::projectChanged, this, &Workspace::showProject);
    connect(&m_session, &Session::gatesChanged, this, &Workspace::showPlan);
    connect(&m_session, &Session::tasksChanged, this, [this] {
        showPlan();
        if (!m_session.isBusy())
            m_publishDesk->show();
    });
    connect(&m_session, &Session::targetChanged, this, [this](int changed) {
        m_model->updateTarget(changed, m_session.targets()[changed]);
        if (changed == row()) {
            showBuild();
            showArchive();
        }
        m_plan->setTargets(m_session.targets());
        showSteps();
    });
    connect(&m_session, &Session::buildProgressed, this, [this](int changed) {
        if (changed != row())
            return;
        if (m_session.monitor(changed) == m_shownMonitor)
            m_build->refresh();
        else
            showBuild();
    });
    connect(&m_session, &Session::entriesRead, this, [this](int changed, const QList<ArchiveEntry> &batch) {
        if (changed == m_readingRow)
            m_archive->appendEntries(batch);
    });
    connect(&m_session, &Session::warned, this, &Workspace::warn);
    connect(&m_session, &Session::notesChanged, this, &Workspace::showNotes);
}

// --- What a person asks for ------------------------------------------------------------------------------------------

void Workspace::refresh()
{
    m_session.signIn().then(this, [this](const Result<StoredToken> &token) {
        if (token)
            m_session.checkToken();
        check();
        m_publishDesk->readHost();
        for (int i = 0; i < m_session.targets().size(); ++i)
            if (m_session.targets()[i].hasArchive() && m_session.targets()[i].archive == TargetState::Archive::None)
                m_session.inspect(i);
    });
}

void Workspace::check()
{
    m_session.check().then(this, [this](const Result<void> &checked) {
        say(checked, tr("The plan could not be checked"));
        showProject();
    });
}

void Workspace::buildRows(const QList<int> &rows)
{
    if (rows.isEmpty() || rows.first() < 0)
        return;
    setStep(StepRail::Build);
    if (!rows.contains(row()))
        m_matrix->setCurrentRow(rows.first());
    m_session.build(rows).then(this, [this](const Result<void> &built) {
        say(built, tr("The build did not start"));
        showHistory();
        m_publishDesk->readHost();
    });
}

void Workspace::adopt(int row)
{
    auto *dialog =
        new QFileDialog(this, tr("Adopt a finished archive for %1").arg(m_session.targets()[row].target.triple));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, row](const QString &file) {
        m_session.adopt(row, file).then(this, [this](const Result<void> &adopted) {
            say(adopted, tr("The archive was not adopted"));
            m_publishDesk->readHost();
        });
    });
    dialog->open();
}

void Workspace::leaveOut(int row, bool out)
{
    say(m_session.setLeftOut(row, out, out ? tr("left out of this release by choice") : QString()),
        tr("The choice was not recorded"));
    m_plan->setTargets(m_session.targets());
    m_publishDesk->readHost();
}

void Workspace::inspectFile(const QString &path)
{
    m_readingRow = -1;
    m_archiveDesk->setRow(-1);
    m_archive->beginReading(QFileInfo(path).fileName());
    m_session.inspectFile(path, row()).then(this, [this](const Result<Inspection> &inspection) {
        if (inspection)
            m_archive->setInspection(*inspection);
        else
            m_archive->setProblem(inspection.error().message);
    });
}

void Workspace::exportHistory()
{
    auto *dialog = new QFileDialog(this, tr("Export the history as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(m_session.manifest().name + u"-releases.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto releases = m_session.ledger()->releases(m_session.checkout().root);
        say(releases ? writeHistoryCsv(*releases, path) : Result<void>(std::unexpected(releases.error())),
            tr("The history was not exported"));
    });
    dialog->open();
}

void Workspace::publish(bool draftOnly)
{
    m_publishDesk->publish(draftOnly);
}

int Workspace::publishWait() const
{
    return m_publishDesk->wait();
}

void Workspace::goOnSignedIn()
{
    if (!m_publishDesk->goOn())
        refresh();
}

void Workspace::say(const Result<void> &result, const QString &what)
{
    m_notice->clear();
    if (!result && result.error().kind != Error::Kind::Canceled)
        m_notice->showMessage(theme::State::Error, what, result.error().message);
    else if (!m_warning.isEmpty())
        warn(m_warning);
    showBanner();
}

/// Stays until a person has put it away: what it tells of stops nothing and would be overlooked.
void Workspace::warn(const QString &message)
{
    m_warning = message;
    if (m_notice->isHidden())
        connect(m_notice->addAction(tr("&Put away")), &QPushButton::clicked, this, [this] {
            m_warning.clear();
            m_notice->clear();
        });
    m_notice->showMessage(theme::State::Warning, tr("Not everything was written down"), message);
    showBanner();
}

/// What went wrong goes before what is merely not done yet, and the page of publishing tells that itself.
void Workspace::showBanner()
{
    m_publishDesk->setBannerWanted(step() != StepRail::Publish && m_notice->isHidden());
}

// --- Showing ---------------------------------------------------------------------------------------------------------

int Workspace::row() const
{
    return m_matrix->currentRow();
}

const TargetState *Workspace::target() const
{
    const int chosen = row();
    return chosen >= 0 && chosen < m_session.targets().size() ? &m_session.targets()[chosen] : nullptr;
}

void Workspace::setStep(StepRail::Step step)
{
    m_rail->setCurrent(step);
    m_pages->setCurrentIndex(int(step));
    showBanner();
    Q_EMIT changed();
}

StepRail::Step Workspace::step() const
{
    return m_rail->current();
}

void Workspace::moveTarget(int by)
{
    m_matrix->moveCurrentRow(by);
}

void Workspace::goToProblem(bool forward)
{
    switch (step()) {
    case StepRail::Build:
        m_build->goToProblem(forward);
        break;
    case StepRail::Notes:
        m_notes->showNextProblem(forward ? 1 : -1);
        break;
    default:
        setStep(StepRail::Archives);
        m_archiveDesk->goToProblem(forward);
    }
}

void Workspace::clickAccentButton()
{
    for (auto *button : m_pages->currentWidget()->findChildren<QPushButton *>())
        if (button->property("accent").toBool() && button->isVisible() && button->isEnabled())
            return button->click();
}

void Workspace::saveNotes()
{
    m_notesDesk->save();
}

bool Workspace::hasUnsavedNotes() const
{
    return m_notes->isEdited();
}

void Workspace::showProject()
{
    showTargets();
    showPlan();
    showNotes();
    m_publishDesk->show();
    showHistory();
}

void Workspace::showPlan()
{
    m_plan->setTag(m_session.tag());
    m_plan->setGates(m_session.gates(), m_session.isRunning(Session::Task::Checking));
    m_plan->setTargets(m_session.targets());
    showSteps();
}

void Workspace::showTargets()
{
    m_model->setTargets(m_session.targets());
    if (row() < 0 && !m_session.targets().isEmpty())
        m_matrix->setCurrentRow(0);
    showTarget(row());
}

void Workspace::showTarget(int)
{
    m_readingRow = -1;
    showBuild();
    showArchive();
}

void Workspace::showBuild()
{
    const TargetState *shown = target();
    if (!shown)
        return;
    // The monitor first: the page must let go of one that is gone before it looks at the target.
    const BuildMonitor *monitor = m_session.monitor(row());
    if (std::exchange(m_shownMonitor, monitor) != monitor || !monitor)
        m_build->setMonitor(monitor);
    m_build->setTarget(*shown);
    m_failureDesk->setRow(row());
    const auto count = [this](TargetState::Build build) {
        return int(std::ranges::count(m_session.targets(), build, &TargetState::build));
    };
    m_build->setRunSummary({.toBuild = int(m_session.rowsToBuild().size()),
                            .waiting = count(TargetState::Build::Waiting),
                            .running = count(TargetState::Build::Running),
                            .failed = count(TargetState::Build::Failed),
                            .canceled = count(TargetState::Build::Canceled)});
}

void Workspace::showArchive()
{
    const TargetState *shown = target();
    m_archiveDesk->setRow(shown ? row() : -1);
    if (!shown)
        return;
    if (shown->archive != TargetState::Archive::Reading) {
        m_readingRow = -1;
        m_archive->setTarget(*shown);
    } else if (std::exchange(m_readingRow, row()) != row()) {
        m_archive->beginReading(m_session.archiveName(row()));
    }
}

void Workspace::showNotes()
{
    m_notesDesk->show();
    showSteps();
}

void Workspace::showHistory()
{
    if (!m_session.ledger())
        return;
    m_history->setReleases(m_session.ledger()->releases(m_session.checkout().root).value_or(QList<ReleaseRecord>()));
    m_history->setBuilds(m_session.ledger()->builds(m_session.checkout().root).value_or(QList<BuildRecord>()));
}

void Workspace::showSteps()
{
    m_rail->setState(StepRail::Plan, planStepState(m_session));
    m_rail->setState(StepRail::Build, buildStepState(m_session));
    m_rail->setState(StepRail::Archives, archivesStepState(m_session));
    m_rail->setState(StepRail::Notes, notesStepState(m_session, m_notes->isEdited()));
    m_rail->setState(StepRail::Publish, publishStepState(m_session, m_publishDesk->wait()));
    m_rail->setState(StepRail::History, historyStepState(m_session));
    Q_EMIT changed();
}

} // namespace unmoor
