// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/startdesk.h"

#include "app/core/chain.h"
#include "ui/mainframe/recentprojects.h"
#include "ui/start/clonedialog.h"
#include "ui/widgets/openlink.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// How the program is called, and what it is missed for.
struct ToolWords
{
    QString name;
    QString need;
    theme::State missing = theme::State::Error;
};

ToolWords wordsOfTool(const QString &program)
{
    if (program == "nix"_L1)
        return {u"Nix"_s, StartDesk::tr("Nix does not start: without it nothing is evaluated or built.")};
    if (program == "git"_L1)
        return {u"git"_s, StartDesk::tr("git does not start: without it no project can be read.")};
    return {u"ssh"_s, StartDesk::tr("ssh does not start. Builds on other machines and clones over ssh need it."),
            theme::State::Warning};
}

MachineFact factOf(const ToolVersion &tool)
{
    const ToolWords words = wordsOfTool(tool.program);
    if (!tool.problem.isEmpty())
        return {words.missing, words.need, tool.problem};
    return {theme::State::Done, u"%1 %2"_s.arg(words.name, tool.version)};
}

MachineFact factOf(const KeychainService &keychain)
{
    if (keychain.name.isEmpty())
        return {theme::State::Warning,
                StartDesk::tr("No keychain: a token is kept until the window closes, and is asked for again."),
                StartDesk::tr("Neither KWallet nor a Secret Service is on the session's bus.")};
    return {theme::State::Done,
            keychain.isRunning ? StartDesk::tr("Keychain: %1").arg(keychain.name)
                               : StartDesk::tr("Keychain: %1, starts when it is asked").arg(keychain.name)};
}

/// Where clones are likely to belong: beside the project that was used last.
QString usualPlace(const QList<RecentProject> &projects)
{
    for (const RecentProject &project : projects)
        if (project.exists && !project.isRehearsal)
            return QFileInfo(project.path).path();
    return QDir::homePath();
}

} // namespace

QList<MachineFact> machineFacts(const QList<ToolVersion> &tools, const KeychainService &keychain)
{
    QList<MachineFact> facts;
    for (const ToolVersion &tool : tools)
        facts += factOf(tool);
    facts += factOf(keychain);
    return facts;
}

StartDesk::StartDesk(RecentProjects &recent, StartPage *page)
    : QObject(page)
    , m_recent(recent)
    , m_page(*page)
{
    connectPage();
    m_page.setMachine({{theme::State::Running, tr("Asking nix, git, ssh and the keychain…")}});
}

void StartDesk::connectPage()
{
    connect(&m_page, &StartPage::pinRequested, this, [this](const RecentProject &project, bool pinned) {
        change([&] { m_recent.setPinned(project, pinned); });
    });
    connect(&m_page, &StartPage::forgetRequested, this,
            [this](const RecentProject &project) { change([&] { m_recent.forget(project); }); });
    connect(&m_page, &StartPage::forgetMissingRequested, this, [this] { change([&] { m_recent.forgetMissing(); }); });
    connect(&m_page, &StartPage::folderRequested, this,
            [](const RecentProject &project) { openLink(QUrl::fromLocalFile(project.path)); });
    connect(&m_page, &StartPage::cloneRequested, this, &StartDesk::clone);
}

void StartDesk::change(const std::function<void()> &change)
{
    change();
    m_page.setProjects(m_recent.all());
    Q_EMIT changed();
}

void StartDesk::show()
{
    change([] { });
    m_page.installEventFilter(this);
    m_page.update();
}

/// The machine is asked once the page is painted: the programs that answer would take the processor from that.
bool StartDesk::eventFilter(QObject *page, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        page->removeEventFilter(this);
        QMetaObject::invokeMethod(this, &StartDesk::askMachine, Qt::QueuedConnection);
    }
    return false;
}

void StartDesk::askMachine()
{
    m_asking.cancel();
    const auto tools = toolVersions(m_asking.begin());
    inEitherCase(tools, this, [this, round = ++m_round](const QList<ToolVersion> &known) {
        return findKeychain().then(this, [this, known, round](const KeychainService &keychain) {
            m_asking.end();
            if (round == m_round)
                m_page.setMachine(machineFacts(known, keychain));
        });
    });
}

void StartDesk::clone()
{
    auto *dialog = new CloneDialog(usualPlace(m_recent.all()), &m_page);
    connect(dialog, &CloneDialog::cloned, this, &StartDesk::cloned, Qt::QueuedConnection);
    dialog->open();
}

} // namespace unmoor
