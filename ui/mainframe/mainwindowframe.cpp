// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: what its header and status line say.
#include "ui/mainframe/mainwindow.h"

#include "app/account/tokenwords.h"
#include "ui/mainframe/headerbar.h"
#include "ui/mainframe/problemlist.h"
#include "ui/mainframe/projectopener.h"
#include "ui/mainframe/statusline.h"
#include "ui/mainframe/stepstates.h"
#include "ui/mainframe/workspace.h"

#include <QStorageInfo>
#include <QTime>

using namespace Qt::StringLiterals;

namespace unmoor {

HeaderBar::Account MainWindow::accountShown() const
{
    using Level = TokenStanding::Level;
    const Session *open = session();
    const QUrl apiUrl = open ? open->options().apiUrl : m_opener->options().apiUrl;
    if (open && open->options().isRehearsal)
        return {.host = tr("stand-in"), .detail = tr("rehearsal"), .state = theme::State::Note};
    HeaderBar::Account account{.host = tokenHost(apiUrl), .detail = tr("not signed in")};
    if (!open || !open->login().isSignedIn())
        return account;
    account.user = open->login().account();
    account.detail = tr("signed in");
    account.state = theme::State::Done;
    if (const auto &report = open->login().report()) {
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
        m_header->setProject(open->project().manifest.name);
        m_header->setVersion(open->project().version.value_or(tr("version unknown")), open->project().tag());
        m_header->setSource(HeaderBar::Source{open->project().checkout.branch, open->project().checkout.commit,
                                              open->project().checkout.isDirty(), open->project().checkout.isTreeKnown,
                                              m_workspace->hasProjectChanged()});
        setWindowTitle(tr("%1 %2 – Unmoor").arg(open->project().manifest.name, open->project().tag()));
    } else {
        m_header->setProject({});
        m_header->setVersion({}, {});
        m_header->setSource(std::nullopt);
        setWindowTitle(tr("Unmoor"));
    }
    updateStatus();
}

/// The file system is not asked with every change that the window shows.
void MainWindow::showFreeBytes()
{
    if (!m_freeAskedAgain.hasExpired() && m_freeBytes >= 0)
        return m_status->setFreeBytes(m_freeBytes);
    m_freeAskedAgain.setRemainingTime(std::chrono::seconds(2));
    m_freeBytes = QStorageInfo(m_engine.stateDir()).bytesAvailable();
    m_status->setFreeBytes(m_freeBytes);
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
    const QList<Problem> problems = problemsOf(*open);
    const auto errors = std::ranges::count(problems, Severity::Error, &Problem::severity);
    m_status->setProblems(int(errors), int(problems.size() - errors));
    showFreeBytes();
    m_status->setCallsLeft(m_workspace->session().client().rateLimit().remaining);
    const StepState build = buildStepState(*open);
    const int wait = m_workspace->publishWait();
    if (open->isPublishing() && wait > 0)
        m_status->setMessage(
            theme::State::Waiting,
            tr("Waiting for GitHub until %1").arg(QTime::currentTime().addSecs(wait).toString(u"HH:mm:ss"_s)));
    else if (open->isPublishing())
        m_status->setMessage(theme::State::Running, tr("Publishing %1").arg(open->project().tag()));
    else if (open->builds().isRunning())
        m_status->setMessage(build.state, tr("Building: %1").arg(build.summary), build.progress);
    else if (open->planner().isRunning())
        m_status->setMessage(theme::State::Running, tr("Checking the plan"));
    else if (open->archives().isReading())
        m_status->setMessage(theme::State::Running, tr("Reading archives"));
    else if (open->publishing().isReconciling())
        m_status->setMessage(theme::State::Running, tr("Reading the host"));
    else if (open->publishing().view().isComplete)
        m_status->setMessage(theme::State::Verified, tr("%1 is published and verified").arg(open->project().tag()));
    else
        m_status->setMessage(theme::State::Note,
                             tr("%1: %2").arg(open->project().tag(), publishStepState(*open).summary));
}

} // namespace unmoor
