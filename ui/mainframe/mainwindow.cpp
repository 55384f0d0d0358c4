// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/mainwindow.h"

#include "app/core/format.h"
#include "ui/archive/archivepage.h"
#include "ui/desktop/buildnews.h"
#include "ui/desktop/runnews.h"
#include "ui/guide/brokenpage.h"
#include "ui/guide/guidepage.h"
#include "ui/mainframe/closequestion.h"
#include "ui/mainframe/commandpalette.h"
#include "ui/mainframe/headerbar.h"
#include "ui/mainframe/problemlist.h"
#include "ui/mainframe/projectopener.h"
#include "ui/mainframe/settingsglue.h"
#include "ui/mainframe/shortcutsheet.h"
#include "ui/mainframe/startdesk.h"
#include "ui/mainframe/statusline.h"
#include "ui/mainframe/stepstates.h"
#include "ui/mainframe/windowmemory.h"
#include "ui/mainframe/workspace.h"
#include "ui/mainframe/workspaceitems.h"
#include "ui/notes/notespage.h"
#include "ui/publish/confirmpublish.h"
#include "ui/publish/publishpage.h"
#include "ui/signin/accountdesk.h"
#include "ui/start/startpage.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/openlink.h"
#include "ui/widgets/question.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

MainWindow::MainWindow(Engine &engine, SessionOptions options, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_opener(new ProjectOpener(engine, std::move(options), this))
    , m_accounts(new AccountDesk(engine, [this] { return session(); }, m_opener->options(), this))
{
    setWindowTitle(tr("Unmoor"));
    setWindowIcon(QIcon(u":/unmoor.svg"_s));
    resize(1280, 800);
    setMinimumSize(1024, 700);
    makeFrame();
    makeActions();
    makeMenu();
    showStart();
}

void MainWindow::rememberLook()
{
    m_memory = std::make_unique<WindowMemory>(m_engine.stateDir());
    m_memory->restoreWindow(*this);
}

MainWindow::~MainWindow()
{
    closeSession();
}

void MainWindow::makeFrame()
{
    auto *frame = new QWidget(this);
    m_header = new HeaderBar(frame);
    m_stack = new QStackedWidget(frame);
    m_start = new StartPage;
    m_startArea = new QScrollArea(m_stack); // for large text in a small window
    m_startArea->setFrameShape(QFrame::NoFrame);
    m_startArea->setFocusPolicy(Qt::NoFocus);
    m_startArea->setWidgetResizable(true);
    m_startArea->setWidget(m_start);
    m_status = new StatusLine(frame);
    m_stack->addWidget(m_startArea);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_status);
    setCentralWidget(frame);

    connect(m_header, &HeaderBar::openProjectRequested, this, &MainWindow::chooseProject);
    connect(m_header, &HeaderBar::recentProjectRequested, this, &MainWindow::openRecent);
    connect(m_header, &HeaderBar::startPageRequested, this, &MainWindow::showStart);
    connect(m_header, &HeaderBar::commandPaletteRequested, this, &MainWindow::showPalette);
    connect(m_header, &HeaderBar::accountActivated, this, &MainWindow::askToSignIn);
    connect(m_header, &HeaderBar::sourceActivated, this,
            [this] { withWorkspace([](Workspace &workspace) { workspace.setStep(StepRail::Plan); }); });
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseProject);
    connect(m_start, &StartPage::setUpRequested, this, &MainWindow::chooseProject);
    connect(m_start, &StartPage::projectActivated, this, &MainWindow::openRecent);
    connect(m_start, &StartPage::rehearsalRequested, this, [this] { startRehearsal(); });
    connect(m_start, &StartPage::signInRequested, this, &MainWindow::askToSignIn);
    m_startDesk = new StartDesk(m_opener->recent(), m_start);
    connect(m_startDesk, &StartDesk::changed, this, [this] { m_header->setRecentProjects(m_opener->recent().all()); });
    connect(m_startDesk, &StartDesk::cloned, this, &MainWindow::openProject);
    connect(m_opener, &ProjectOpener::began, m_status,
            [this](const QString &what) { m_status->setMessage(theme::State::Running, what); });
    connect(m_opener, &ProjectOpener::opened, this, &MainWindow::takeOpened);
    connect(m_opener, &ProjectOpener::failed, this, &MainWindow::showFailure);
    connect(m_opener, &ProjectOpener::manifestMissing, this, &MainWindow::showGuide);
    connect(m_opener, &ProjectOpener::manifestBroken, this, &MainWindow::showBroken);
    connect(m_accounts, &AccountDesk::signedIn, this, &MainWindow::takeSignIn);
    connect(m_accounts, &AccountDesk::accountChanged, this,
            [this] { withWorkspace([](Workspace &workspace) { workspace.refresh(); }); });
    connect(m_accounts, &AccountDesk::said, m_status,
            [this](theme::State state, const QString &text) { m_status->setMessage(state, text); });
    connect(m_status, &StatusLine::problemsActivated, this, [this] { withWorkspace(&Workspace::toggleProblems); });
    m_settings = new SettingsGlue(m_engine, m_opener->options(), this);
    m_settings->setAppearance(m_opener->recent().appearance());
    m_settings->setLanguage(m_opener->recent().language());
    connect(m_settings, &SettingsGlue::languageChosen, this,
            [this](const QString &language) { m_opener->recent().setLanguage(language); });
    connect(m_settings, &SettingsGlue::signInRequested, this, &MainWindow::askToSignIn);
    connect(m_settings, &SettingsGlue::appearanceChosen, this, &MainWindow::setAppearance);
}

QAction *MainWindow::addCommand(const QString &text, const QKeySequence &key, std::function<void()> run,
                                std::function<QString()> whyNot)
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    // A key that can do nothing now says why, as the palette does.
    connect(action, &QAction::triggered, this, [this, text, run = std::move(run), whyNot] {
        const QString why = whyNot ? whyNot() : QString();
        if (why.isEmpty())
            return run();
        m_status->setMessage(theme::State::Note, tr("%1: %2").arg(text, why));
    });
    addAction(action);
    m_commands.append({action, std::move(whyNot)});
    return action;
}

QAction *MainWindow::addProjectCommand(const QString &text, const QKeySequence &key,
                                       std::function<void(Workspace &)> run,
                                       std::function<QString(const Workspace &)> whyNot)
{
    return addCommand(
        text, key, [this, run = std::move(run)] { withWorkspace(run); },
        [this, whyNot = std::move(whyNot)] {
            return !m_workspace ? tr("no project is open") : whyNot ? whyNot(*m_workspace) : QString();
        });
}

void MainWindow::makeActions()
{
    const QList<QString> steps{tr("Show Plan"),  tr("Show Build"),   tr("Show Archives"),
                               tr("Show Notes"), tr("Show Publish"), tr("Show History")};
    for (int i = 0; i < steps.size(); ++i)
        addProjectCommand(steps[i], QKeySequence(int(Qt::Key_F1) + i),
                          [i](Workspace &workspace) { workspace.setStep(StepRail::Step(i)); });
    addCommand(
        tr("Do what the page's main button says"), QKeySequence(Qt::CTRL | Qt::Key_Return),
        [this] { m_workspace ? m_workspace->clickAccentButton() : clickAccentButton(*m_stack->currentWidget()); },
        [this] {
            const bool has =
                m_workspace ? m_workspace->hasAccentButton() : accentButtonOf(*m_stack->currentWidget()) != nullptr;
            return has ? QString() : tr("this page has none now");
        });
    addProjectCommand(tr("Prepare the next release…"), {}, &Workspace::prepareRelease, &Workspace::whyNotPrepare);
    addProjectCommand(tr("Build what is not built yet"), {}, &Workspace::buildAll, &Workspace::whyNotBuildAll);
    addProjectCommand(tr("Show the runs of GitHub Actions"), {}, &Workspace::showRuns);
    addProjectCommand(tr("Cancel all builds"), {}, &Workspace::cancelBuilds, &Workspace::whyNotCancelBuilds);
    addProjectCommand(
        tr("Next problem"), QKeySequence(Qt::Key_F8), [](Workspace &workspace) { workspace.goToProblem(true); },
        &Workspace::whyNoProblem);
    addProjectCommand(
        tr("Previous problem"), QKeySequence(Qt::SHIFT | Qt::Key_F8),
        [](Workspace &workspace) { workspace.goToProblem(false); }, &Workspace::whyNoProblem);
    addProjectCommand(tr("List the problems"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
                      &Workspace::toggleProblems);
    addProjectCommand(tr("Next target"), QKeySequence(Qt::ALT | Qt::Key_Down),
                      [](Workspace &workspace) { workspace.moveTarget(1); });
    addProjectCommand(tr("Previous target"), QKeySequence(Qt::ALT | Qt::Key_Up),
                      [](Workspace &workspace) { workspace.moveTarget(-1); });
    addProjectCommand(tr("Filter targets"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), &Workspace::filterTargets);
    addProjectCommand(tr("Save CHANGELOG"), {}, &Workspace::saveNotes, // the notes page has Ctrl+S
                      &Workspace::whyNotSaveNotes);
    const QList<std::pair<QString, void (ArchivePage::*)()>> members{
        {tr("Open the chosen file of the archive as text"), &ArchivePage::openChosenFile},
        {tr("Save the chosen file of the archive…"), &ArchivePage::saveChosenFile}};
    for (const auto &[text, run] : members)
        addProjectCommand(
            text, {},
            [run](Workspace &workspace) {
                workspace.setStep(StepRail::Archives);
                (workspace.archivePage()->*run)();
            },
            [](const Workspace &workspace) {
                return workspace.archivePage()->hasChosenFile() ? QString() : tr("no file of an archive is chosen");
            });
    addProjectCommand(tr("Check everything again"), QKeySequence(Qt::CTRL | Qt::Key_R),
                      [](Workspace &workspace) { workspace.refresh(); });
    m_menuFrom = m_commands.size();
    addCommand(tr("&Open project…"), QKeySequence::Open, [this] { chooseProject(); });
    addCommand(tr("&Rehearse a release on the sample project"), {}, [this] { startRehearsal(); });
    addCommand(tr("&Sign in…"), {}, [this] { askToSignIn(); });
    addCommand(tr("S&ettings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { m_settings->show(); });
    addCommand(tr("Show the start page"), {}, [this] { showStart(); });
    addCommand(tr("Light appearance"), {}, [this] { setAppearance(theme::Appearance::Light); });
    addCommand(tr("Dark appearance"), {}, [this] { setAppearance(theme::Appearance::Dark); });
    addCommand(tr("High contrast appearance, black on white"), {},
               [this] { setAppearance(theme::Appearance::HighContrastLight); });
    addCommand(tr("High contrast appearance, white on black"), {},
               [this] { setAppearance(theme::Appearance::HighContrastDark); });
    addCommand(tr("Appearance of the system"), {}, [this] { setAppearance(theme::Appearance::System); });
    addCommand(tr("&Keyboard shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Slash),
               [this] { (new ShortcutSheet(actions(), this))->open(); });
    addCommand(tr("&About Unmoor"), {}, [this] { showAbout(); });
    addCommand(tr("&Quit"), QKeySequence::Quit, [this] { close(); });

    auto *palette = new QAction(tr("Find or run a command"), this);
    palette->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    connect(palette, &QAction::triggered, this, &MainWindow::showPalette);
    addAction(palette);
}

void MainWindow::makeMenu()
{
    auto *menu = new QMenu(this);
    // What the steps and pages offer themselves is left to them and the palette.
    for (const Command &command : m_commands.sliced(m_menuFrom))
        menu->addAction(command.action);
    m_header->setMenu(menu);
}

void MainWindow::withWorkspace(const std::function<void(Workspace &)> &run)
{
    if (m_workspace)
        run(*m_workspace);
}

Session *MainWindow::session() const
{
    return m_workspace ? &m_workspace->session() : nullptr;
}

// --- Opening ---------------------------------------------------------------------------------------------------------

void MainWindow::showStart()
{
    if (!leaveSession())
        return;
    m_startDesk->show();
    m_stack->setCurrentWidget(m_startArea);
    updateFrame();
}

void MainWindow::chooseProject()
{
    auto *dialog = fileDialog(this, tr("Choose the project's folder"));
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openProject);
    dialog->open();
}

void MainWindow::openProject(const QString &directory)
{
    if (leaveSession())
        m_opener->open(directory);
}

void MainWindow::startRehearsal(const QString &project)
{
    if (leaveSession())
        m_opener->rehearse(project);
}

/// As what it was opened last.
void MainWindow::openRecent(const RecentProject &project)
{
    if (project.isRehearsal)
        startRehearsal(project.path);
    else
        openProject(project.path);
}

/// In two turns of the event loop, since many pages are made: keys and mouse are heard between them.
void MainWindow::takeOpened(Session &session)
{
    m_coming = new Workspace(session, m_stack, Workspace::Fill::Later);
    QTimer::singleShot(0, m_coming, [this] {
        m_coming->fill();
        showWorkspace(std::exchange(m_coming, nullptr));
        m_workspace->begin();
    });
}

void MainWindow::showFailure(const QString &message)
{
    m_startDesk->show();
    m_stack->setCurrentWidget(m_startArea);
    updateFrame();
    m_status->setMessage(theme::State::Error, message);
}

void MainWindow::showSession(Session &session)
{
    showWorkspace(new Workspace(session, m_stack));
}

void MainWindow::showWorkspace(Workspace *workspace)
{
    m_workspace = workspace;
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    if (m_memory)
        m_memory->restoreParts(*m_workspace);
    Session &session = m_workspace->session();
    new BuildNews(session, this, m_workspace);
    new RunNews(session, this, m_workspace);
    connect(m_workspace, &Workspace::changed, this, &MainWindow::updateFrame);
    connect(&session.client(), &github::Client::rateLimitChanged, m_workspace, [this] { updateStatus(); });
    connect(m_workspace, &Workspace::openLinkRequested, this, [this](const QUrl &url) { openLinkOrSay(this, url); });
    connect(m_workspace, &Workspace::machineSetUpRequested, m_settings, &SettingsGlue::addMachine);
    connect(m_workspace, &Workspace::hostSettingsRequested, m_settings, &SettingsGlue::showMachine);
    connect(m_workspace, &Workspace::publishConfirmationRequested, this, &MainWindow::confirmPublish);
    m_settings->setSession(&session);
    connect(m_workspace, &Workspace::signInRequested, m_accounts, &AccountDesk::askToSignIn);
    remember();
    updateFrame();
}

bool MainWindow::leaveSession()
{
    if (session() && session()->isBusy()) {
        m_status->setMessage(theme::State::Warning, tr("Something runs. Cancel it first, or wait for it."));
        return false;
    }
    if (m_guide && m_guide->isEdited()) {
        askToDiscard([this] { showStart(); });
        return false;
    }
    closeSession();
    return true;
}

void MainWindow::closeSession()
{
    m_settings->setSession(nullptr);
    delete std::exchange(m_coming, nullptr);
    if (m_workspace) {
        remember();
        m_workspace->disconnect(this);
        delete std::exchange(m_workspace, nullptr);
    }
    dropPage();
    m_opener->close();
}

/// Keeps how the project stands for the start page, and how the window is laid out.
void MainWindow::remember()
{
    if (const Session *open = session())
        m_opener->remember(*open);
    if (!m_memory)
        return;
    m_memory->keepWindow(*this);
    if (m_workspace)
        m_memory->keepParts(*m_workspace);
}

// --- Asking ----------------------------------------------------------------------------------------------------------

void MainWindow::askToSignIn()
{
    if (m_opener->isRehearsal())
        return m_status->setMessage(theme::State::Note,
                                    tr("The rehearsal needs no account: its host is on this machine."));
    m_accounts->showMenu();
}

void MainWindow::takeSignIn(const QUrl &apiUrl, const QByteArray &held)
{
    m_start->setSignedIn(true);
    const bool isElsewhere = tokenHost(apiUrl) != tokenHost(m_opener->options().apiUrl);
    m_opener->useAccount(apiUrl, held);
    m_settings->accountChanged(apiUrl, held);
    if (m_workspace && !isElsewhere)
        return m_workspace->goOnSignedIn();
    const QString directory = m_workspace && m_opener->project() ? m_opener->project()->project().directory : QString();
    if (directory.isEmpty() || session()->isBusy())
        return updateFrame();
    if (const auto changed =
            m_engine.accounts().change([&](AccountBook &book) { book.hosts[directory] = tokenHost(apiUrl); });
        !changed)
        m_status->setMessage(theme::State::Warning, changed.error().message);
    openProject(directory);
}

void MainWindow::confirmPublish(bool draftOnly)
{
    const Session &open = *session();
    DesiredRelease desired = open.publishing().view().desired;
    desired.draftOnly = draftOnly;
    const auto warnings = std::ranges::count_if(problemsOf(open), [](const Problem &problem) {
        return problem.severity == Severity::Warning && problem.step != StepRail::Build;
    });
    PublishFacts facts{.host = open.project().host,
                       .account = open.login().account(),
                       .takesLatest = open.publishing().remote() && takesLatest(desired, *open.publishing().remote()),
                       .warnings = int(warnings)};
    for (const TargetState &target : open.targets().rows())
        if (!target.isIn())
            facts.leftOut +=
                target.leftOutReason.isEmpty() ? target.name() : tr("%1: %2").arg(target.name(), target.leftOutReason);
    auto *dialog = new ConfirmPublish(desired, open.publishing().plan(), open.acceptances().accepted(), facts, this);
    connect(dialog, &QDialog::accepted, this,
            [this, draftOnly, agreement = agreementTo(desired, open.publishing().plan())] {
                withWorkspace([&](Workspace &workspace) { workspace.publish(draftOnly, agreement); });
            });
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool busy = session() && session()->isBusy();
    const bool unsaved = m_workspace && m_workspace->hasUnsavedNotes();
    if (m_guide && m_guide->isEdited() && !m_closing) {
        event->ignore();
        return askToDiscard([this] { close(); });
    }
    if (m_closing || (!busy && !unsaved)) {
        remember();
        return event->accept();
    }
    event->ignore();
    askToClose(this, *m_workspace, [this] {
        m_closing = true;
        m_workspace->session().cancel();
        close();
    });
}

void MainWindow::showPalette()
{
    auto *palette = new CommandPalette(paletteItems(), this);
    palette->resize(std::min(palette->width(), width() - 2 * theme::space::xl),
                    std::min(palette->height(), height() / 2));
    palette->move(mapToGlobal(QPoint((width() - palette->width()) / 2, m_header->height())));
    palette->show();
    palette->activateWindow();
}

/// With nothing typed all stand in this order, so that the many come last.
QList<PaletteItem> MainWindow::paletteItems()
{
    QList<PaletteItem> items;
    for (const Command &command : std::as_const(m_commands))
        items += PaletteItem{.kind = tr("command"),
                             .text = command.action->text().remove(u'&'),
                             .keys = command.action->shortcut().toString(QKeySequence::NativeText),
                             .whyNot = command.whyNot ? command.whyNot() : QString(),
                             .run = [action = command.action] { action->trigger(); }};
    if (m_workspace)
        items += workspaceItems(*m_workspace);
    items += settingsItems(*m_settings, m_engine.settings().hosts);
    if (m_workspace)
        items += archiveItems(*m_workspace);
    return items;
}

void MainWindow::showAbout()
{
    QMessageBox *box =
        plainBox(QMessageBox::NoIcon, tr("About Unmoor"), tr("Unmoor %1").arg(QLatin1String(UNMOOR_VERSION)),
                 tr("Build, check and publish a release, and see each step. Free software under the GNU "
                    "GPL, version 3 or later."),
                 this);
    box->addButton(QMessageBox::Close);
    box->setIconPixmap(windowIcon().pixmap(64));
    box->open();
}

void MainWindow::setAppearance(theme::Appearance appearance)
{
    m_opener->recent().setAppearance(appearance);
    theme::apply(*qApp, appearance);
    m_settings->setAppearance(appearance);
}

} // namespace unmoor
