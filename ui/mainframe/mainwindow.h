// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"
#include "ui/mainframe/headerbar.h"
#include "ui/mainframe/paletteitem.h"
#include "ui/steprail/steprail.h"

#include <QDeadlineTimer>
#include <QMainWindow>
#include <QPointer>
#include <functional>
#include <memory>

class QMenu;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace unmoor {

class AccountDesk;
class BrokenPage;
class GuidePage;
class ProjectOpener;
class SettingsGlue;
class StartDesk;
class StartPage;
class StatusLine;
class WindowMemory;
class Workspace;

/// The one window: start page or a project at work, the bar above and the line below.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// \a engine outlives this. \a options: for the sessions of projects that are opened here.
    MainWindow(Engine &engine, SessionOptions options, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Is as large and divided as it was left last, and keeps how it is left now.
    void rememberLook();

    /// Opens the project in \a directory; one without unmoor.toml is set up first.
    void openProject(const QString &directory);
    void startRehearsal(const QString &project = {}); ///< of the sample, where none is named
    /// Shows a session that somebody else owns and keeps alive.
    void showSession(Session &session);
    void showStart();

    Workspace *workspace() const { return m_workspace; } ///< null on the start page
    StartPage *startPage() const { return m_start; }
    GuidePage *guidePage() const; ///< null unless a project is being set up
    BrokenPage *brokenPage() const; ///< null unless an unmoor.toml cannot be read
    HeaderBar *header() const { return m_header; }
    StatusLine *status() const { return m_status; }
    SettingsGlue *settings() const { return m_settings; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Command
    {
        QAction *action = nullptr;
        std::function<QString()> whyNot; ///< none: it can always be done
    };

    void makeFrame();
    void makeActions();
    /// \a whyNot: why it cannot be done now; empty: it can.
    QAction *addCommand(const QString &text, const QKeySequence &key, std::function<void()> run,
                        std::function<QString()> whyNot = {});
    /// One that needs an open project.
    QAction *addProjectCommand(const QString &text, const QKeySequence &key, std::function<void(Workspace &)> run,
                               std::function<QString(const Workspace &)> whyNot = {});
    void makeMenu();
    void showPage(QWidget *page);
    void dropPage();
    void showGuide(const QString &directory);
    void showBroken(const QString &directory);
    void openRecent(const RecentProject &project);
    void chooseProject();
    void takeOpened(Session &session);
    void showWorkspace(Workspace *workspace);
    void showFailure(const QString &message);
    bool leaveSession(); ///< false while something runs in it, which is said
    void closeSession();
    void askToDiscard(const std::function<void()> &agreed);
    void askToSignIn();
    void takeSignIn(const QUrl &apiUrl, const QByteArray &held);
    HeaderBar::Account accountShown() const;
    void confirmPublish(bool draftOnly);
    void showPalette();
    QList<PaletteItem> paletteItems();
    void showAbout();
    void setAppearance(theme::Appearance appearance);
    void updateFrame();
    void updateStatus();
    void showFreeBytes();
    void remember();
    Session *session() const;
    void withWorkspace(const std::function<void(Workspace &)> &run);

    Engine &m_engine;
    std::unique_ptr<WindowMemory> m_memory; ///< null: it is not to be remembered
    ProjectOpener *m_opener;
    AccountDesk *m_accounts;
    QList<Command> m_commands;
    qsizetype m_menuFrom = 0; ///< the commands from here on are in the menu
    HeaderBar *m_header = nullptr;
    QStackedWidget *m_stack = nullptr;
    QScrollArea *m_startArea = nullptr;
    StartPage *m_start = nullptr;
    StartDesk *m_startDesk = nullptr;
    QPointer<QScrollArea> m_page; ///< beside the start page: of a project that is not open yet
    QPointer<GuidePage> m_guide;
    QPointer<BrokenPage> m_broken;
    Workspace *m_coming = nullptr; ///< of the project that was opened, while it is not filled yet
    Workspace *m_workspace = nullptr;
    StatusLine *m_status = nullptr;
    SettingsGlue *m_settings = nullptr;
    qint64 m_freeBytes = -1; ///< where the state folder is; below 0: not asked yet
    QDeadlineTimer m_freeAskedAgain; ///< when it expires
    bool m_closing = false; ///< a person agreed to stop what runs
};

} // namespace unmoor
