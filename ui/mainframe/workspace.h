// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"
#include "ui/mainframe/problemlist.h"

#include <QWidget>

namespace unmoor {

class ArchiveDesk;
class ArchivePage;
class Banner;
class BuildPage;
class ChangeDesk;
class FailureDesk;
class HistoryDesk;
class HistoryPage;
class MatrixModel;
class MatrixPane;
class MatrixView;
class NextStepButtons;
class NotesDesk;
class NotesPage;
class NoticeDesk;
class PageStack;
class PlaceDesk;
class PlanPage;
class PrepareDesk;
class ProblemsPane;
class PublishDesk;
class PublishPage;
class RunsDesk;
class TrustDesk;

/// One project at work: the rail, the matrix and the pages, showing one session and asking it for what a person wants.
/// What the window's commands ask of it stands in workspacecommands.cpp.
class Workspace : public QWidget
{
    Q_OBJECT
public:
    enum class Fill {
        Now,
        Later, ///< by fill()
    };
    /// \a session outlives this.
    explicit Workspace(Session &session, QWidget *parent = nullptr, Fill when = Fill::Now);
    ~Workspace() override;
    void fill(); ///< the pages, with the session; once

    Session &session() { return m_session; }
    const Session &session() const { return m_session; }
    void setStep(StepRail::Step step); ///< and puts the focus into its page
    StepRail::Step step() const;
    void moveTarget(int by); ///< the row above or below
    void chooseTarget(const QString &triple);
    void filterTargets(); ///< lets a name be typed, by which the matrix is filtered
    void goToProblem(bool forward);
    void showProblem(const Problem &problem);
    void showRuns(); ///< of GitHub Actions
    void toggleProblems(); ///< the list of them, below the page
    bool hasAccentButton() const; ///< the page; one that can be pressed now
    void clickAccentButton();
    void saveNotes();
    void buildAll(); ///< what is not built yet
    void cancelBuilds();
    void prepareRelease(); ///< opens what prepares the next one
    // Why a command would do nothing now; empty: it does something.
    QString whyNoProblem() const;
    QString whyNotBuildAll() const;
    QString whyNotCancelBuilds() const;
    QString whyNotSaveNotes() const;
    QString whyNotPrepare() const;

    void discardNotes(); ///< what was typed and not saved, before the window closes
    bool hasUnsavedNotes() const;
    bool keepsUnsavedNotes() const; ///< they outlive this window
    /// Reads plan and host anew. \a runsChecks: with the checks of the flake, which build.
    void refresh(bool runsChecks = true);
    /// What opening a project does first: asks whether it is trusted, and reads what may be read.
    void begin();

    PlanPage *planPage() const { return m_plan; }
    BuildPage *buildPage() const { return m_build; }
    ArchivePage *archivePage() const { return m_archive; }
    NotesPage *notesPage() const { return m_notes; }
    PublishPage *publishPage() const { return m_publish; }
    HistoryPage *historyPage() const { return m_history; }
    ProblemsPane *problems() const { return m_problemsPane; }
    MatrixView *matrix() const { return m_matrix; }
    bool hasProjectChanged() const; ///< on disk, since it was read
    MatrixPane *matrixPane() const { return m_matrixPane; }
    int publishWait() const; ///< seconds of a pause; 0: none
    StepRail *rail() const { return m_rail; }

Q_SIGNALS:
    void changed(); ///< something that the frame around shows
    void openLinkRequested(const QUrl &url);
    void machineSetUpRequested(const QString &system); ///< one that builds this
    void publishConfirmationRequested(bool draftOnly);
    void hostSettingsRequested(const QString &host); ///< of a machine; empty: of machines
    void signInRequested();

public Q_SLOTS:
    void publish(bool draftOnly, const PublishAgreement &agreement);
    /// Goes on with what stopped because the token had ended.
    void goOnSignedIn();

private:
    void makePages();
    void connectPages();
    void connectSession();
    void check(bool runsChecks);
    void build(const QStringList &triples);
    void startBuild(const QStringList &triples);
    void adopt(const QString &triple);
    void letGo(const QString &triple);
    void leaveOut(const QStringList &triples, bool out);
    void showLastLog(const QString &triple);
    void openLog(const BuildRecord &build);
    bool hasEarlierLog(const TargetState &target) const;
    void inspectFile(const QString &path);
    void showBanner();
    void showStep(StepRail::Step step);
    void addPage(StepRail::Step step, QWidget *page);

    void showProject();
    void showPlan();
    void showTargets();
    void showTarget(int row);
    void showBuild();
    void showArchive();
    void showNotes();
    void showSteps();
    int row() const;
    QString triple() const; ///< of the chosen target; empty where there is none
    const TargetState *target() const; ///< the chosen one; null where there is none

    Session &m_session;
    StepRail *m_rail;
    MatrixModel *m_model;
    MatrixPane *m_matrixPane;
    MatrixView *m_matrix;
    Banner *m_untrusted; ///< nothing of the project may run
    Banner *m_changed; ///< the project is another on disk
    Banner *m_notice; ///< what went wrong last and belongs to no page
    Banner *m_unfinished; ///< a release that is on GitHub and not complete
    PageStack *m_pages;
    NextStepButtons *m_next; ///< lead on from a page whose step is done
    ProblemsPane *m_problemsPane;
    NoticeDesk *m_notices;
    PlanPage *m_plan;
    PrepareDesk *m_prepareDesk;
    BuildPage *m_build;
    FailureDesk *m_failureDesk;
    RunsDesk *m_runsDesk;
    ArchivePage *m_archive;
    ArchiveDesk *m_archiveDesk;
    PlaceDesk *m_places;
    NotesPage *m_notes;
    NotesDesk *m_notesDesk;
    PublishPage *m_publish;
    PublishDesk *m_publishDesk;
    HistoryPage *m_history;
    HistoryDesk *m_historyDesk;
    TrustDesk *m_trust;
    ChangeDesk *m_changes;
    std::optional<Problem> m_problem; ///< that was gone to last
    const BuildMonitor *m_shownMonitor = nullptr;
    QString m_reading; ///< the target whose entries the archive page shows while they come
};

} // namespace unmoor
