// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: what its header and status line say.
#include "mainframe/mainwindow.h"

#include "account/tokenwords.h"
#include "mainframe/headerbar.h"
#include "mainframe/statusline.h"
#include "mainframe/stepstates.h"
#include "mainframe/workspace.h"

#include <QStorageInfo>
#include <QTime>

using namespace Qt::StringLiterals;

namespace unmoor {

HeaderBar::Account MainWindow::accountShown() const
{
    using Level = TokenStanding::Level;
    const Session *open = session();
    const QUrl apiUrl = open ? open->options().apiUrl : m_options.apiUrl;
    if (m_rehearsal || apiUrl.host() == u"127.0.0.1")
        return {.host = tr("stand-in"), .detail = tr("rehearsal"), .state = theme::State::Note};
    HeaderBar::Account account{.host = tokenHost(apiUrl), .detail = tr("not signed in")};
    if (!open || !open->isSignedIn())
        return account;
    account.user = open->account();
    account.detail = tr("signed in");
    account.state = theme::State::Done;
    if (const auto &report = open->tokenReport()) {
        const TokenStanding standing = standingOf(*report, QDateTime::currentDateTimeUtc());
        if (account.user.isEmpty())
            account.user = report->login;
        if (standing.level != Level::Good)
            account.detail = standing.words;
        account.state = standing.level == Level::Good ? theme::State::Done
            : standing.level == Level::Attention      ? theme::State::Warning
                                                      : theme::State::Error;
    }
    return account;
}

void MainWindow::updateFrame()
{
    const Session *open = session();
    m_header->setAccount(accountShown());
    if (open) {
        m_header->setProject(open->manifest().name);
        m_header->setVersion(open->version().value_or(tr("version unknown")), open->tag());
        m_header->setSource(
            HeaderBar::Source{open->checkout().branch, open->checkout().commit, !open->checkout().isClean()});
        setWindowTitle(tr("%1 %2 – Unmoor").arg(open->manifest().name, open->tag()));
    } else {
        m_header->setProject({});
        m_header->setVersion({}, {});
        m_header->setSource(std::nullopt);
        setWindowTitle(tr("Unmoor"));
    }
    updateStatus();
}

void MainWindow::updateStatus()
{
    const Session *open = session();
    if (!open) {
        m_status->hideProblems();
        m_status->setMessage(std::nullopt, tr("No project open"));
        m_status->setFreeBytes(-1);
        m_status->setCallsLeft(-1);
        return m_status->setRightText(tr("Unmoor %1").arg(QLatin1String(UNMOOR_VERSION)));
    }
    m_status->setRightText({});
    const ProblemCount problems = problemsOf(*open);
    m_status->setProblems(problems.errors, problems.warnings);
    m_status->setFreeBytes(QStorageInfo(m_options.stateDir).bytesAvailable());
    m_status->setCallsLeft(m_workspace->session().client().rateLimit().remaining);
    using Task = Session::Task;
    const StepState build = buildStepState(*open);
    const int wait = m_workspace->publishWait();
    if (open->isRunning(Task::Publishing) && wait > 0)
        m_status->setMessage(
            theme::State::Waiting,
            tr("Waiting for GitHub until %1").arg(QTime::currentTime().addSecs(wait).toString(u"HH:mm:ss"_s)));
    else if (open->isRunning(Task::Publishing))
        m_status->setMessage(theme::State::Running, tr("Publishing %1").arg(open->tag()));
    else if (open->isRunning(Task::Building))
        m_status->setMessage(theme::State::Running, tr("Building: %1").arg(build.summary), build.progress);
    else if (open->isRunning(Task::Checking))
        m_status->setMessage(theme::State::Running, tr("Checking the plan"));
    else if (open->isRunning(Task::Inspecting))
        m_status->setMessage(theme::State::Running, tr("Reading archives"));
    else if (open->isRunning(Task::Reconciling))
        m_status->setMessage(theme::State::Running, tr("Reading the host"));
    else if (isComplete(*open))
        m_status->setMessage(theme::State::Verified, tr("%1 is published and verified").arg(open->tag()));
    else
        m_status->setMessage(theme::State::Note, tr("%1: %2").arg(open->tag(), publishStepState(*open).summary));
}

} // namespace unmoor
