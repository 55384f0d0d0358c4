// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/buildmonitor.h"
#include "app/release/placechoice.h"
#include "app/release/repair.h"
#include "app/release/targetstate.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QListView;
class QModelIndex;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace unmoor {

class ActionsView;
class Banner;
class DerivationsModel;
class EmptyState;
class FailureBox;
class LogPanel;
class PageHeader;
class SegmentedControl;

/// How the builds of a release stand together.
struct RunSummary
{
    int toBuild = 0; ///< targets that "Build N targets" would build
    int waiting = 0;
    int running = 0;
    int failed = 0;
    int canceled = 0;
    QStringList failedTriples; ///< while others run
    QStringList silentTriples; ///< that run without a sign of life

    bool operator==(const RunSummary &) const = default;
};

/// The build of one target: what runs, its log, and why it failed.
class BuildPage : public QWidget
{
    Q_OBJECT
public:
    explicit BuildPage(QWidget *parent = nullptr);

    void setTarget(const TargetState &target);
    /// The run to show: of now, or replayed from a kept log. \a monitor lives until the next call; null: there is none.
    void setMonitor(const BuildMonitor *monitor);
    void refresh(); ///< the monitor has grown
    void setRunSummary(const RunSummary &summary);
    void setPlaces(const QList<PlaceChoice> &places); ///< for the shown target

    /// Whether a log of an earlier build of the shown target is kept, to be offered where this build has none.
    void setHasEarlierLog(bool has);

    /// What is offered about the shown target's failure; nullopt: not looked at yet.
    void setRepair(const std::optional<FailureRepair> &repair);

    /// Adds the runs of GitHub Actions, which the page takes over, as its other view. Until then there is no choice.
    void setRunsView(QWidget *view);
    void setRunsStanding(std::optional<theme::State> state, const QString &text); ///< how they stand together
    void showRuns(bool shown);
    bool isShowingRuns() const;

    void goToProblem(bool forward = true);
    LogPanel *logPanel() const; ///< of the view that is shown; null: it has none

Q_SIGNALS:
    void buildRequested(); ///< every target that is to be built
    void buildTargetRequested(); ///< the shown one, again
    void cancelTargetRequested();
    void cancelAllRequested();
    void openLogRequested();
    void earlierLogRequested(); ///< the last one that was kept of the shown target
    void adoptRequested(); ///< take a finished archive for the shown target
    void leaveOutRequested(); ///< go without the shown target
    void placeChosen(const unmoor::BuildPlace &place); ///< for the shown target
    void offerChosen(const unmoor::FailureOffer &offer); ///< about the shown failure
    void linkActivated(const QUrl &link); ///< in the log, as it stands there
    void targetRequested(const QString &triple); ///< another one is to be shown
    void processesRequested(); ///< what the shown target's build runs

private:
    QWidget *makeContent();
    void connectParts();
    void showView();
    void updateHeader();
    void updateButtons();
    bool hasAccentInCard() const;
    void updateFailure();
    void makeFailureCard();
    void updateEmpty();
    bool showsActions() const;
    void updateReason();
    void updateStall();
    void updateOthers();
    void updateDerivations();
    void chooseDerivation(const QModelIndex &current);
    void updateEarlierLog();
    bool isRunning() const { return m_target.build == TargetState::Build::Running; }
    qint64 elapsedMsec() const;

    TargetState m_target;
    QList<PlaceChoice> m_places; ///< where the shown target could be built instead
    const BuildMonitor *m_monitor = nullptr;
    RunSummary m_run;
    QTimer m_clock; ///< so that times go on while nothing happens

    PageHeader *m_header;
    SegmentedControl *m_view;
    QPushButton *m_openLog;
    QPushButton *m_earlierLog;
    QPushButton *m_cancelTarget;
    QPushButton *m_cancelAll;
    QPushButton *m_again;
    QPushButton *m_build;
    QStackedWidget *m_views; ///< the target's build, and the runs
    QWidget *m_runs = nullptr;
    std::optional<theme::State> m_runsState;
    QString m_runsText;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ActionsView *m_actions; ///< instead of a log, of what GitHub Actions builds
    Banner *m_reason; ///< why a target cannot be built
    Banner *m_stall;
    Banner *m_others; ///< targets that are not shown and need somebody
    FailureBox *m_failureBox;
    DerivationsModel *m_derivations;
    QListView *m_list;
    LogPanel *m_log;
    bool m_hasEarlierLog = false;
    QString m_toShow; ///< the first of m_others
    std::optional<BuildFailure> m_shownFailure;
    std::optional<FailureRepair> m_repair;
};

} // namespace unmoor
