// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainframe/mainwindow.h"

#include "core/format.h"
#include "desktop/buildnews.h"
#include "mainframe/accountdesk.h"
#include "mainframe/commandpalette.h"
#include "mainframe/headerbar.h"
#include "mainframe/settingsglue.h"
#include "mainframe/statusline.h"
#include "mainframe/stepstates.h"
#include "mainframe/workspace.h"
#include "notes/notespage.h"
#include "publish/confirmpublish.h"
#include "publish/publishpage.h"
#include "rehearsal/rehearsal.h"
#include "release/proposalfacts.h"
#include "start/startpage.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

MainWindow::MainWindow(SessionOptions options, QWidget *parent)
    : QMainWindow(parent)
    , m_options(std::move(options))
    , m_recent(m_options.stateDir)
    , m_accounts(new AccountDesk([this] { return session(); }, m_options, this))
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

MainWindow::~MainWindow()
{
    leaveSession();
}

void MainWindow::makeFrame()
{
    auto *frame = new QWidget(this);
    m_header = new HeaderBar(frame);
    m_stack = new QStackedWidget(frame);
    m_start = new StartPage(m_stack);
    m_status = new StatusLine(frame);
    m_stack->addWidget(m_start);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_status);
    setCentralWidget(frame);

    connect(m_header, &HeaderBar::openProjectRequested, this, &MainWindow::chooseProject);
    connect(m_header, &HeaderBar::recentProjectRequested, this, &MainWindow::openProject);
    connect(m_header, &HeaderBar::startPageRequested, this, &MainWindow::showStart);
    connect(m_header, &HeaderBar::commandPaletteRequested, this, &MainWindow::showPalette);
    connect(m_header, &HeaderBar::accountActivated, this, &MainWindow::askToSignIn);
    connect(m_header, &HeaderBar::sourceActivated, this,
            [this] { withWorkspace([](Workspace &workspace) { workspace.setStep(StepRail::Plan); }); });
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseProject);
    connect(m_start, &StartPage::setUpRequested, this, [this] { chooseFolder(&MainWindow::setUpProject); });
    connect(m_start, &StartPage::projectActivated, this, &MainWindow::openProject);
    connect(m_start, &StartPage::rehearsalRequested, this, &MainWindow::startRehearsal);
    connect(m_start, &StartPage::signInRequested, this, &MainWindow::askToSignIn);
    connect(m_start, &StartPage::forgetMissingRequested, this, [this] {
        m_recent.forgetMissing();
        fillStart();
    });
    connect(m_accounts, &AccountDesk::signedIn, this, &MainWindow::takeSignIn);
    connect(m_accounts, &AccountDesk::accountChanged, this,
            [this] { withWorkspace([](Workspace &workspace) { workspace.refresh(); }); });
    connect(m_accounts, &AccountDesk::said, m_status,
            [this](theme::State state, const QString &text) { m_status->setMessage(state, text); });
    connect(m_accounts, &AccountDesk::openLinkRequested, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(m_status, &StatusLine::problemsActivated, this,
            [this] { withWorkspace([](Workspace &workspace) { workspace.goToProblem(true); }); });
    m_settings = new SettingsGlue(m_options, this);
    m_settings->setAppearance(m_recent.appearance());
    connect(m_settings, &SettingsGlue::signInRequested, this, &MainWindow::askToSignIn);
    connect(m_settings, &SettingsGlue::appearanceChosen, this, &MainWindow::setAppearance);
}

QAction *MainWindow::addCommand(const QString &text, const QKeySequence &key, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    m_commands.append(action);
    return action;
}

void MainWindow::makeActions()
{
    const QList<QString> steps{tr("Show Plan"),  tr("Show Build"),   tr("Show Archives"),
                               tr("Show Notes"), tr("Show Publish"), tr("Show History")};
    for (int i = 0; i < steps.size(); ++i)
        addCommand(steps[i], QKeySequence(int(Qt::Key_F1) + i),
                   [this, i] { withWorkspace([i](Workspace &workspace) { workspace.setStep(StepRail::Step(i)); }); });
    addCommand(tr("Do what the page's main button says"), QKeySequence(Qt::CTRL | Qt::Key_Return),
               [this] { withWorkspace([](Workspace &workspace) { workspace.clickAccentButton(); }); });
    addCommand(tr("Next problem"), QKeySequence(Qt::Key_F8),
               [this] { withWorkspace([](Workspace &workspace) { workspace.goToProblem(true); }); });
    addCommand(tr("Previous problem"), QKeySequence(Qt::SHIFT | Qt::Key_F8),
               [this] { withWorkspace([](Workspace &workspace) { workspace.goToProblem(false); }); });
    addCommand(tr("Next target"), QKeySequence(Qt::ALT | Qt::Key_Down),
               [this] { withWorkspace([](Workspace &workspace) { workspace.moveTarget(1); }); });
    addCommand(tr("Previous target"), QKeySequence(Qt::ALT | Qt::Key_Up),
               [this] { withWorkspace([](Workspace &workspace) { workspace.moveTarget(-1); }); });
    addCommand(tr("Save CHANGELOG"), {}, // the notes page has Ctrl+S
               [this] { withWorkspace([](Workspace &workspace) { workspace.saveNotes(); }); });
    const QList<std::pair<QString, void (NotesPage::*)()>> notes{
        {tr("Make Unreleased the notes' section"), &NotesPage::promote},
        {tr("Insert a section for this version"), &NotesPage::insert},
        {tr("Insert entries from the commits since the last release"), &NotesPage::commitsRequested},
        {tr("Insert the notes that GitHub generates"), &NotesPage::generatedRequested},
        {tr("Take back the last change of the whole changelog"), &NotesPage::undoRewrite}};
    for (const auto &[text, run] : notes)
        addCommand(text, {}, [this, run] {
            withWorkspace([run](Workspace &workspace) {
                workspace.setStep(StepRail::Notes);
                (workspace.notesPage()->*run)();
            });
        });
    addCommand(tr("Check everything again"), QKeySequence::Refresh, [this] {
        withWorkspace([](Workspace &workspace) { workspace.refresh(); });
    })->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_R)});
    addCommand(tr("&Open project…"), QKeySequence::Open, [this] { chooseProject(); });
    addCommand(tr("&Rehearse a release on the sample project"), {}, [this] { startRehearsal(); });
    addCommand(tr("&Sign in…"), {}, [this] { askToSignIn(); });
    addCommand(tr("S&ettings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { m_settings->show(); });
    addCommand(tr("Show the start page"), {}, [this] { showStart(); });
    addCommand(tr("Light appearance"), {}, [this] { setAppearance(theme::Appearance::Light); });
    addCommand(tr("Dark appearance"), {}, [this] { setAppearance(theme::Appearance::Dark); });
    addCommand(tr("Appearance of the system"), {}, [this] { setAppearance(theme::Appearance::System); });
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
    for (QAction *command : m_commands.sliced(m_commands.size() - 10))
        menu->addAction(command);
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
    if (session() && session()->isBusy())
        return m_status->setMessage(theme::State::Warning, tr("Something runs. Cancel it first, or wait for it."));
    leaveSession();
    fillStart();
    m_stack->setCurrentWidget(m_start);
    updateFrame();
}

void MainWindow::fillStart()
{
    m_start->setProjects(m_recent.all());
    QList<MachineFact> facts;
    for (const QString &program : {u"nix"_s, u"git"_s}) {
        const bool there = !QStandardPaths::findExecutable(program).isEmpty();
        facts.append({there ? theme::State::Done : theme::State::Error,
                      there ? program : tr("%1 is not installed").arg(program)});
    }
    m_start->setMachine(facts);
    QList<HeaderBar::Project> recent;
    for (const RecentProject &project : m_recent.all())
        recent.append({project.name, project.path});
    m_header->setRecentProjects(recent);
}

void MainWindow::chooseProject()
{
    chooseFolder(&MainWindow::openProject);
}

void MainWindow::chooseFolder(void (MainWindow::*use)(const QString &))
{
    auto *dialog = new QFileDialog(this, tr("Choose the project's folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, use);
    dialog->open();
}

void MainWindow::setUpProject(const QString &directory)
{
    if (QFileInfo::exists(QDir(directory).filePath(u"unmoor.toml"_s)))
        return openProject(directory);
    leaveSession();
    m_session = std::make_unique<Session>(m_options);
    m_status->setMessage(theme::State::Running, tr("Reading flake, changelog and newest release of %1").arg(directory));
    gatherProposalFacts(directory, m_session->client(), [](const QString &) {
    }).then(this, [this, directory](const ProposalFacts &facts) {
        const auto written = writeProposal(directory, facts);
        if (!written)
            return m_status->setMessage(theme::State::Error, written.error().message);
        QDesktopServices::openUrl(QUrl::fromLocalFile(*written));
        // Not from within a continuation of the session that opening replaces.
        QMetaObject::invokeMethod(this, [this, directory] { openProject(directory); }, Qt::QueuedConnection);
    });
}

void MainWindow::openProject(const QString &directory)
{
    if (session() && session()->isBusy())
        return m_status->setMessage(theme::State::Warning, tr("Something runs. Cancel it first, or wait for it."));
    leaveSession();
    m_session = std::make_unique<Session>(optionsFor(directory));
    m_status->setMessage(theme::State::Running, tr("Opening %1").arg(directory));
    m_session->open(directory).then(this, [this, directory](const Result<void> &opened) {
        if (!opened) {
            m_session.release()->deleteLater(); // this is its own continuation
            fillStart();
            m_stack->setCurrentWidget(m_start);
            updateFrame();
            return m_status->setMessage(theme::State::Error, opened.error().message);
        }
        showSession(*m_session);
        m_workspace->refresh();
    });
}

/// A project that somebody signed in for at another host is released there again.
SessionOptions MainWindow::optionsFor(const QString &directory) const
{
    SessionOptions options = m_options;
    const auto book = readAccounts(options.stateDir);
    const QString host = book ? book->hosts.value(QDir(directory).absolutePath()) : QString();
    if (!host.isEmpty() && options.apiUrl == SessionOptions().apiUrl)
        options.apiUrl = apiUrlOfHost(host);
    return options;
}

void MainWindow::startRehearsal()
{
    if (session() && session()->isBusy())
        return m_status->setMessage(theme::State::Warning, tr("Something runs. Cancel it first, or wait for it."));
    leaveSession();
    m_rehearsal = std::make_unique<Rehearsal>(m_options.stateDir, QString(), m_options.inspector);
    m_status->setMessage(theme::State::Running, tr("Preparing the sample project"));
    m_rehearsal->prepare().then(this, [this](const Result<void> &prepared) {
        if (!prepared)
            return m_status->setMessage(theme::State::Error, prepared.error().message);
        showSession(m_rehearsal->session());
        m_workspace->refresh();
    });
}

void MainWindow::showSession(Session &session)
{
    m_workspace = new Workspace(session, m_stack);
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    new BuildNews(session, this, m_workspace);
    connect(m_workspace, &Workspace::changed, this, &MainWindow::updateFrame);
    connect(&session.client(), &github::Client::rateLimitChanged, m_workspace, [this] { updateStatus(); });
    connect(m_workspace, &Workspace::openLinkRequested, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(m_workspace, &Workspace::machineSetUpRequested, m_settings, &SettingsGlue::addMachine);
    connect(m_workspace, &Workspace::hostSettingsRequested, m_settings, &SettingsGlue::showMachine);
    connect(m_workspace, &Workspace::publishConfirmationRequested, this, &MainWindow::confirmPublish);
    m_settings->setSession(&session);
    connect(m_workspace, &Workspace::signInRequested, m_accounts, &AccountDesk::askToSignIn);
    remember();
    updateFrame();
}

void MainWindow::leaveSession()
{
    m_settings->setSession(nullptr);
    if (m_workspace) {
        remember();
        m_workspace->disconnect(this);
        delete std::exchange(m_workspace, nullptr);
    }
    m_session.reset();
    m_rehearsal.reset();
}

/// Keeps how the project stands for the start page.
void MainWindow::remember()
{
    const Session *open = session();
    if (!open || !open->isOpen())
        return;
    const StepState publish = publishStepState(*open);
    m_recent.put({.path = open->directory(),
                  .name = open->manifest().name,
                  .state = publish.state == theme::State::Running ? theme::State::Warning : publish.state,
                  .summary = open->tag().isEmpty() ? publish.summary : u"%1: %2"_s.arg(open->tag(), publish.summary),
                  .when = QDateTime::currentDateTime()});
}

// --- Asking ----------------------------------------------------------------------------------------------------------

void MainWindow::askToSignIn()
{
    if (m_rehearsal)
        return m_status->setMessage(theme::State::Note,
                                    tr("The rehearsal needs no account: its host is on this machine."));
    m_accounts->showMenu();
}

void MainWindow::takeSignIn(const QUrl &apiUrl, const QByteArray &held)
{
    m_start->setSignedIn(true);
    const bool isElsewhere = tokenHost(apiUrl) != tokenHost(m_options.apiUrl);
    m_options.apiUrl = apiUrl;
    m_options.token = held;
    m_settings->accountChanged(apiUrl, held);
    if (m_workspace && !isElsewhere)
        return m_workspace->goOnSignedIn();
    const QString directory = session() && m_session ? session()->directory() : QString();
    if (directory.isEmpty() || session()->isBusy())
        return updateFrame();
    if (const auto changed =
            changeAccounts(m_options.stateDir, [&](AccountBook &book) { book.hosts[directory] = tokenHost(apiUrl); });
        !changed)
        m_status->setMessage(theme::State::Warning, changed.error().message);
    openProject(directory);
}

void MainWindow::confirmPublish(bool draftOnly)
{
    const Session &open = *session();
    DesiredRelease desired = open.desired();
    desired.draftOnly = draftOnly;
    auto *dialog = new ConfirmPublish(desired, open.publishPlan(), open.accepted(), this);
    connect(dialog, &QDialog::accepted, this,
            [this, draftOnly] { withWorkspace([draftOnly](Workspace &workspace) { workspace.publish(draftOnly); }); });
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool busy = session() && session()->isBusy();
    const bool unsaved = m_workspace && m_workspace->hasUnsavedNotes();
    if (m_closing || (!busy && !unsaved)) {
        remember();
        return event->accept();
    }
    event->ignore();
    confirmClose();
}

void MainWindow::confirmClose()
{
    const bool unsaved = m_workspace->hasUnsavedNotes();
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Close Unmoor"),
                                unsaved ? tr("CHANGELOG.md has unsaved changes.") : tr("Work is still running."),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(unsaved ? tr("Closing now loses them.")
                                    : tr("Closing stops it. Nothing is lost: the next start goes on from there."));
    auto *yes = box->addButton(unsaved ? tr("&Close without saving") : tr("&Stop and close"), QMessageBox::AcceptRole);
    box->addButton(tr("&Keep open"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, yes](const QAbstractButton *clicked) {
        if (clicked != yes)
            return;
        m_closing = true;
        if (Session *open = session())
            open->cancel();
        close();
    });
    box->open();
}

void MainWindow::showPalette()
{
    auto *palette = new CommandPalette(m_commands, this);
    palette->move(mapToGlobal(QPoint((width() - palette->width()) / 2, theme::size::header)));
    palette->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Unmoor"),
                                tr("Unmoor %1").arg(QLatin1String(UNMOOR_VERSION)), QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(windowIcon().pixmap(64));
    box->setInformativeText(
        tr("Build, check and publish a release, and see each step. Free software under the GNU GPL, "
           "version 3 or later."));
    box->open();
}

void MainWindow::setAppearance(theme::Appearance appearance)
{
    m_recent.setAppearance(appearance);
    theme::apply(*qApp, appearance);
    m_settings->setAppearance(appearance);
}

} // namespace unmoor
