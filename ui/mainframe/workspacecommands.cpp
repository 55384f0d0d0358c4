// SPDX-License-Identifier: GPL-3.0-or-later
// Workspace: what the window's commands ask of it, and why they would do nothing now.
#include "ui/archive/archivedesk.h"
#include "ui/archive/archivepage.h"
#include "ui/build/buildpage.h"
#include "ui/build/logpanel.h"
#include "ui/mainframe/changedesk.h"
#include "ui/mainframe/pagestack.h"
#include "ui/mainframe/problemspane.h"
#include "ui/mainframe/workspace.h"
#include "ui/matrix/matrixpane.h"
#include "ui/matrix/matrixview.h"
#include "ui/notes/notesdesk.h"
#include "ui/notes/notespage.h"
#include "ui/plan/planpage.h"

#include <QApplication>
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
    if (step() == StepRail::Build && m_build->logPanel()->isAncestorOf(QApplication::focusWidget()))
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
    if (problem.step == StepRail::Plan)
        m_plan->showGate(problem.place);
    else if (problem.step == StepRail::Archives && !problem.place.isEmpty())
        m_archive->showPath(problem.place);
    else if (problem.step == StepRail::Notes)
        m_notes->showProblem(problem.text);
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

} // namespace unmoor
