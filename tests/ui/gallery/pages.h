// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/gallery/samples.h"
#include "ui/history/changeview.h"
#include "ui/history/releasepane.h"
#include "ui/mainframe/commandpalette.h"
#include "ui/mainframe/problemspane.h"
#include "ui/matrix/matrixmodel.h"
#include "ui/matrix/matrixpane.h"
#include "ui/matrix/matrixrows.h"
#include "ui/settings/settingsdesk.h"
#include "ui/settings/settingswindow.h"
#include "ui/steprail/steprail.h"

#include <QTemporaryDir>

/// Pages, dialogs and menus with invented but plausible content: for pictures, and for tests of how they are laid out.
namespace unmoor::samples {

/// A window as the program's own, with \a page below the matrix.
class Frame : public QWidget
{
public:
    Frame(StepRail::Step step, const QList<TargetState> &targets, QWidget *page, int row = 1);

    MatrixPane *matrix() const { return m_pane; }

private:
    StepRail *m_rail;
    MatrixModel m_model;
    MatrixPane *m_pane;
};

/// The settings on a state folder of their own, which goes with the window.
class SettingsSample : public QWidget
{
public:
    explicit SettingsSample(SettingsWindow::Page page);

    SettingsDesk &desk() { return m_desk; }

private:
    QTemporaryDir m_folder;
    Engine m_engine;
    SettingsDesk m_desk;
    SettingsWindow *m_window;
};

QWidget *stateSheet(); ///< every state and symbol
QWidget *partsPage(); ///< header and banners
QWidget *planPage(); ///< one gate failed
QWidget *settingsWith(const QString &host, const ProbeReport &report); ///< the machines of the settings, \a host chosen
QWidget *startPage();
QWidget *historyPage();
QWidget *rootsDialog();
QWidget *buildPage();
QWidget *buildPageBesideTrouble();
QWidget *shortcutSheet();
QWidget *archivePage(QWidget *view, int segment);
QWidget *comparePage();
QWidget *sizesPage();
QWidget *archivePage(const TargetState &target);
QWidget *archivePageAt(const TargetState &target, const QString &path); ///< with an entry chosen
QWidget *readingPage(const TargetState &target); ///< while it is read
QWidget *buildPage(const TargetState &target, const BuildMonitor &monitor, const std::optional<FailureRepair> &repair);
BuildMonitor recordedRun(const QString &name);
QWidget *publishPage(const RemoteRelease &remote);
QWidget *publishingPage(int wait); ///< half-way; above 0: seconds of a pause
QWidget *endedTokenPage();
QWidget *manyTargets(const MatrixFilter &filter, int sortedBy);
QWidget *severalTargets();
QWidget *releasePage(ReleasePane::Part part);
QWidget *changePage(ChangeView::Part part);
QWidget *logDialog();
QWidget *entryMenu();
QWidget *layoutPlace();
bool isAsking(const QWidget &widget); ///< whether the machine's answers are still to come
CommandPalette *palette(const QString &typed);
ProblemsPane *problemsPane();

} // namespace unmoor::samples
