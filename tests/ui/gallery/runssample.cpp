// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/runssample.h"

#include "standin/runs.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/actionsdemo.h"
#include "tests/app/release/ownsession.h"
#include "tests/standin/teststandin.h"
#include "ui/build/buildpage.h"
#include "ui/build/logpanel.h"
#include "ui/build/logview.h"
#include "ui/runs/rundetail.h"
#include "ui/runs/runsdesk.h"
#include "ui/runs/runspane.h"

#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor::samples {

namespace {

constexpr int runsPatience = 60'000;
const QString runsRepository = u"owner/demo"_s;
const QString runsWorkflow = u".github/workflows/release.yml"_s;

rehearsal::WorkflowPlan workflowPlan(RunMoment moment)
{
    rehearsal::JobPlan mac{.name = u"build (aarch64-apple-darwin)"_s, .log = actionsdemo::failedEnd};
    mac.conclusions = {u"failure"_s};
    rehearsal::JobPlan linux{.name = u"build (x86_64-unknown-linux-gnu)"_s, .log = {}};
    if (moment == RunMoment::Waiting) {
        mac.conclusions = {u"success"_s};
        linux.environment = u"production"_s;
    }
    return {.path = runsWorkflow, .name = u"Release"_s, .isDispatched = true, .jobs = {mac, linux}};
}

class RunsSample : public QWidget
{
public:
    explicit RunsSample(RunMoment moment)
        : m_host(m_folder.filePath(u"host"_s))
        , m_page(std::make_unique<BuildPage>())
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins({});
        column->addWidget(m_page.get());
        m_isThere = open(moment) && read(moment);
    }

    bool isThere() const { return m_isThere; }

private:
    bool open(RunMoment moment)
    {
        m_project.write(runsWorkflow, actionsdemo::workflow);
        const QString commit = m_project.commit(u"unmoor.toml"_s, actionsdemo::manifest);
        if (!m_host.start() || !m_host.push(runsRepository, u"main"_s, commit))
            return false;
        m_host.setWorkflow(runsRepository, workflowPlan(moment));
        if (!m_host.startRun(runsRepository, runsWorkflow, u"push"_s, u"main"_s, commit))
            return false;
        m_host.changeActions(runsRepository, [](rehearsal::Actions &actions) { actions.clock += 100; });
        m_session = std::make_unique<OwnSession>(m_folder.filePath(u"state"_s),
                                                 SessionOptions{.apiUrl = m_host.apiUrl(), .token = m_host.token()});
        const auto opening = m_session->open(m_project.path());
        return QTest::qWaitFor([&opening] { return opening.isFinished(); }, runsPatience) && opening.result();
    }

    bool read(RunMoment moment)
    {
        m_session->places().setNix(NixInfo{.systems = {u"aarch64-darwin"_s}});
        m_desk = std::make_unique<RunsDesk>(*m_session, m_page.get());
        m_page->showRuns(true);
        m_session->runs().setSeen(true);
        const auto isRead = [this, moment] {
            const RunDetails *details = m_session->runs().find(m_desk->pane()->detail()->shownRun());
            if (moment == RunMoment::Waiting)
                return details && !details->waitsFor.isEmpty();
            return m_desk->pane()->detail()->findChild<LogPanel *>()->view()->rowCount() > 0;
        };
        return QTest::qWaitFor(isRead, runsPatience);
    }

    QTemporaryDir m_folder;
    GitRepository m_project;
    TestStandIn m_host;
    std::unique_ptr<OwnSession> m_session;
    std::unique_ptr<BuildPage> m_page; // goes before what it shows
    std::unique_ptr<RunsDesk> m_desk;
    bool m_isThere = false;
};

} // namespace

QWidget *runsPage(RunMoment moment)
{
    isolateGit();
    auto sample = std::make_unique<RunsSample>(moment);
    return sample->isThere() ? sample.release() : nullptr;
}

} // namespace unmoor::samples
