// SPDX-License-Identifier: GPL-3.0-or-later
// Workspace: what commands and menus ask of it, and why they would do nothing now.
#include "ui/archive/archivedesk.h"
#include "ui/archive/archivepage.h"
#include "ui/build/buildpage.h"
#include "ui/build/logdialog.h"
#include "ui/build/logpanel.h"
#include "ui/mainframe/changedesk.h"
#include "ui/mainframe/noticedesk.h"
#include "ui/mainframe/pagestack.h"
#include "ui/mainframe/problemspane.h"
#include "ui/mainframe/projectlinks.h"
#include "ui/mainframe/workspace.h"
#include "ui/matrix/matrixpane.h"
#include "ui/matrix/matrixview.h"
#include "ui/notes/notesdesk.h"
#include "ui/notes/notespage.h"
#include "ui/plan/planpage.h"
#include "ui/plan/preparedesk.h"
#include "ui/publish/publishdesk.h"
#include "ui/runs/runsdesk.h"
#include "ui/runs/runspane.h"
#include "ui/widgets/filedialog.h"

#include <QApplication>
#include <QFileDialog>
#include <QTreeWidget>

namespace unmoor {

void Workspace::moveTarget(int by)
{
    m_matrix->moveCurrentRow(by);
}

void Workspace::filterTargets()
{
    m_matrixPane->find();
}

void Workspace::chooseTarget(const QString &triple)
{
    if (const int row = m_session.targets().rowOf(triple); row >= 0)
        m_matrix->setCurrentRow(row);
}

/// In a log and in a comparison the next place there; elsewhere the next problem of the release, on whatever page.
void Workspace::goToProblem(bool forward)
{
    const LogPanel *log = m_build->logPanel();
    if (step() == StepRail::Build && log && log->isAncestorOf(QApplication::focusWidget()))
        return m_build->goToProblem(forward);
    if (step() == StepRail::Archives && m_archive->view() == ArchivePage::Compare)
        return m_archiveDesk->goToProblem(forward);
    if (const auto next = nextProblem(problemsOf(m_session), m_problem, step(), forward))
        showProblem(*next);
}

void Workspace::showProblem(const Problem &problem)
{
    m_problem = problem;
    m_problemsPane->setCurrent(problem);
    chooseTarget(problem.triple);
    setStep(problem.step);
    if (problem.step == StepRail::Build)
        m_build->showRuns(problem.run > 0);
    if (problem.run > 0)
        m_runsDesk->pane()->choose(problem.run, problem.job);
    if (problem.workflow)
        m_plan->showWorkflow(*problem.workflow);
    else if (problem.step == StepRail::Plan)
        m_plan->showGate(problem.place);
    else if (problem.step == StepRail::Archives && !problem.place.isEmpty())
        m_archive->showPath(problem.place);
    else if (problem.step == StepRail::Notes)
        m_notes->showProblem(problem.text);
}

void Workspace::showRuns()
{
    setStep(StepRail::Build);
    m_build->showRuns(true);
}

void Workspace::toggleProblems()
{
    const bool shows = m_problemsPane->isHidden();
    const bool hadFocus = m_problemsPane->isAncestorOf(QApplication::focusWidget());
    m_problemsPane->setVisible(shows);
    if (shows)
        m_problemsPane->list()->setFocus(Qt::ShortcutFocusReason);
    else if (hadFocus)
        m_pages->focusPage();
}

bool Workspace::hasProjectChanged() const
{
    return m_changes->hasChanges();
}

void Workspace::clickAccentButton()
{
    m_pages->clickAccentButton();
}

void Workspace::saveNotes()
{
    m_notesDesk->save();
}

void Workspace::buildAll()
{
    build(m_session.targets().triplesToBuild());
}

void Workspace::cancelBuilds()
{
    m_session.builds().cancel();
}

void Workspace::prepareRelease()
{
    setStep(StepRail::Plan);
    m_prepareDesk->open();
}

QString Workspace::whyNotPrepare() const
{
    return m_prepareDesk->whyNot();
}

bool Workspace::hasAccentButton() const
{
    return m_pages->accentButton();
}

QString Workspace::whyNoProblem() const
{
    return problemsOf(m_session).isEmpty() ? tr("there is no problem") : QString();
}

QString Workspace::whyNotBuildAll() const
{
    if (m_session.project().trust != Trust::Given)
        return tr("the project is not trusted");
    return m_session.targets().triplesToBuild().isEmpty() ? tr("nothing is left to build") : QString();
}

QString Workspace::whyNotCancelBuilds() const
{
    return m_session.builds().isRunning() ? QString() : tr("nothing is being built");
}

QString Workspace::whyNotSaveNotes() const
{
    return m_notes->isEdited() ? QString() : tr("nothing was changed");
}

void Workspace::adopt(const QString &triple)
{
    auto *dialog = fileDialog(this, tr("Adopt a finished archive for %1").arg(triple));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, triple](const QString &file) {
        m_session.archives().adopt(triple, file, m_session.snapshot()).then(this, [this](const Result<void> &adopted) {
            m_notices->say(adopted, tr("The archive was not adopted"));
            m_publishDesk->readHost();
        });
    });
    dialog->open();
}

void Workspace::letGo(const QString &triple)
{
    m_session.archives().letGo(triple, m_session.snapshot()).then(this, [this](const Result<void> &gone) {
        m_notices->say(gone, tr("The archive was not let go of"));
        m_publishDesk->readHost();
    });
}

void Workspace::leaveOut(const QStringList &triples, bool out)
{
    const QString reason = out ? tr("left out of this release by choice") : QString();
    Result<void> recorded;
    for (const QString &triple : triples)
        if (recorded)
            recorded = m_session.targets().setLeftOut(triple, out, reason, *m_session.engine().ledger());
    m_notices->say(recorded, tr("The choice was not recorded"));
    m_plan->setTargets(m_session.targets().rows());
    m_publishDesk->readHost();
}

/// The log of a build that runs is on its page; of others, the last one that was kept.
void Workspace::showLastLog(const QString &triple)
{
    const TargetState *target = m_session.targets().find(triple);
    if (target && target->build == TargetState::Build::Running) {
        m_matrix->setCurrentRow(m_session.targets().rowOf(triple));
        return setStep(StepRail::Build);
    }
    m_session.history().lastLog(m_session.snapshot(), triple).then(this, [this](const Result<BuildRecord> &build) {
        m_notices->say(build.transform([](const BuildRecord &) { }), tr("No log was shown"));
        if (build)
            openLog(*build);
    });
}

void Workspace::openLog(const BuildRecord &build)
{
    auto *dialog = new LogDialog(build, m_session.engine().settings().logIndexBytes(), this);
    connect(dialog, &LogDialog::linkActivated, this,
            [this](const QUrl &link) { openLinkOfProject(this, m_session, link); });
    dialog->show();
}

/// One that is not shown as the target's own.
bool Workspace::hasEarlierLog(const TargetState &target) const
{
    const Ledger *ledger = m_session.engine().ledger();
    const auto builds = ledger ? ledger->buildsWithLog(m_session.project().checkout.root, target.target.triple, 10)
                               : Result<QList<BuildRecord>>();
    return builds && std::ranges::any_of(*builds, [&](const BuildRecord &build) {
               return build.logFile != target.record.logFile && build.outcome != u"running"
                   && build.outcome != u"cached";
           });
}

void Workspace::discardNotes()
{
    m_notesDesk->discard();
}

bool Workspace::hasUnsavedNotes() const
{
    return m_notes->isEdited();
}

bool Workspace::keepsUnsavedNotes() const
{
    return m_notesDesk->isKept();
}

void Workspace::publish(bool draftOnly, const PublishAgreement &agreement)
{
    m_publishDesk->publish(draftOnly, agreement);
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

} // namespace unmoor
