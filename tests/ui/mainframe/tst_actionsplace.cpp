// SPDX-License-Identifier: GPL-3.0-or-later
// GitHub Actions as a place in the window, with real widgets and a stand-in whose runs move.
#include "standin/runs.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/ownsession.h"
#include "tests/standin/teststandin.h"
#include "ui/build/actionsview.h"
#include "ui/build/buildpage.h"
#include "ui/mainframe/workspace.h"
#include "ui/matrix/matrixmodel.h"
#include "ui/matrix/matrixview.h"
#include "ui/matrix/targetmenu.h"
#include "ui/plan/planpage.h"
#include "ui/plan/workflowrow.h"
#include "ui/runs/rundetail.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace unmoor;

namespace {

constexpr int patience = 60'000;
const QByteArray macManifest = "schema = 1\n[project]\nname = \"demo\"\nrepository = \"owner/demo\"\n"
                               "version = { literal = \"1.0.5\" }\n"
                               "[[target]]\ntriple = \"aarch64-apple-darwin\"\nsystem = \"aarch64-darwin\"\n"
                               "output = \"o\"\narchive = \"demo-{triple}.tar\"\n"
                               "[target.actions]\nworkflow = \"release.yml\"\njob = \"build ({triple})\"\n"
                               "artifact = \"demo-{triple}.tar\"\n";
/// Two findings: a version that is written out, and an action by its branch.
const QByteArray workflowText = "on: { push: { tags: [\"v*\"] } }\n"
                                "permissions: { contents: write }\n"
                                "concurrency: ${{ github.ref }}\n"
                                "jobs:\n"
                                "  build:\n"
                                "    runs-on: macos-14\n"
                                "    steps:\n"
                                "      - uses: example/install-nix@main\n";

} // namespace

class ActionsPlaceTest : public QObject
{
    Q_OBJECT

    const QString mac = u"aarch64-apple-darwin"_s;
    const QString path = u".github/workflows/release.yml"_s;
    const QString name = u"owner/demo"_s;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<TestStandIn> m_host;
    std::unique_ptr<OwnSession> m_session;
    std::unique_ptr<Workspace> m_work;

    QString commit() const { return m_project->git({u"rev-parse"_s, u"HEAD"_s}); }

    /// A plain tar, by the real program.
    QByteArray archive() const
    {
        QProcess tar;
        tar.setWorkingDirectory(m_dir->path());
        tar.start(u"sh"_s, {u"-c"_s, u"mkdir -p demo && echo text > demo/README && tar -cf - demo"_s});
        return tar.waitForFinished() ? tar.readAllStandardOutput() : QByteArray();
    }

    qint64 startRun() const
    {
        rehearsal::RunFile file;
        file.name = u"demo-%1.tar"_s.arg(mac);
        file.bytes = archive();
        rehearsal::JobPlan job{.name = u"build (%1)"_s.arg(mac)};
        job.after = 5;
        job.files = {file};
        m_host->setWorkflow(name, {.path = path, .name = u"Release"_s, .isDispatched = true, .jobs = {job}});
        return *m_host->startRun(name, path, u"push"_s, u"main"_s, commit());
    }

    void pass(qint64 seconds) const
    {
        m_host->changeActions(name, [seconds](rehearsal::Actions &actions) { actions.clock += seconds; });
    }

    QString cell(int column) const
    {
        return m_work->findChild<MatrixModel *>()->index(0, column).data(MatrixModel::WordRole).toString();
    }

    bool says(const QString &text) const
    {
        const auto labels = m_work->buildPage()->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

    void chooseActions() const
    {
        Q_EMIT m_work->matrix()->placeMenuRequested(0, QPoint());
        auto *menu = m_work->matrix()->findChild<TargetMenu *>();
        QVERIFY(menu);
        const auto actions = menu->actions();
        const auto place = std::ranges::find(actions, u"GitHub Actions"_s, &QAction::text);
        QVERIFY(place != actions.end());
        (*place)->trigger();
        menu->close();
    }

private Q_SLOTS:
    void initTestCase()
    {
        isolateGit();
        theme::apply(*qApp, theme::Appearance::Light);
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_project = std::make_unique<GitRepository>();
        m_project->write(path, workflowText);
        m_project->commit(u"unmoor.toml"_s, macManifest);
        m_host = std::make_unique<TestStandIn>(m_dir->filePath(u"host"_s));
        QVERIFY(m_host->start());
        QVERIFY(m_host->push(name, u"main"_s, commit()));
        m_session = std::make_unique<OwnSession>(m_dir->filePath(u"state"_s),
                                                 SessionOptions{.apiUrl = m_host->apiUrl(), .token = m_host->token()});
        m_session->actions().setPace([](std::chrono::seconds) { return 1ms; });
        const auto opened = m_session->open(m_project->path());
        QTRY_VERIFY_WITH_TIMEOUT(opened.isFinished(), patience);
        QVERIFY(opened.result());
        m_work = std::make_unique<Workspace>(*m_session);
        m_work->resize(1280, 800);
        m_work->show();
        m_work->refresh(false);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->planner().isChecked() && !m_session->isBusy(), patience);
    }

    void cleanup()
    {
        m_work.reset();
        m_session.reset();
        m_host.reset();
    }

    void targetIsPlacedThereByItsMenuFollowedAndTaken()
    {
        // Nothing here builds it, so that it is proposed to come from there.
        QCOMPARE(cell(MatrixModel::Where), u"GitHub Actions"_s);
        const qint64 id = startRun();
        chooseActions();
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->isBusy(), patience);
        QCOMPARE(*m_session->engine().ledger()->places(m_project->path()),
                 (QMap<QString, QString>{{mac, u"actions"_s}}));

        QTest::mouseClick(m_work->planPage()->buildButton(), Qt::LeftButton);
        QCOMPARE(m_work->step(), StepRail::Build);
        QTRY_COMPARE_WITH_TIMEOUT(cell(MatrixModel::Build), u"queued at GitHub"_s, patience);
        QTRY_VERIFY(says(u"run %1"_s.arg(id)));
        QVERIFY(says(u"waits for a machine of GitHub's"_s));
        pass(40);
        QTRY_COMPARE_WITH_TIMEOUT(cell(MatrixModel::Build), u"step 2 of 3"_s, patience);
        QTRY_VERIFY(says(u"Complete job"_s)); // its steps are listed
        QVERIFY(says(u"build (%1)"_s.arg(mac)));
        pass(60);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->row(mac).counts() && !m_session->isBusy(), patience);
        QCOMPARE(cell(MatrixModel::Build), u"run %1"_s.arg(id));
        QVERIFY(says(u"It came out of run %1, job build (%2)"_s.arg(id).arg(mac)));
    }

    void cancelStopsTheFollowingAndSaysThatTheRunGoesOn()
    {
        startRun();
        chooseActions();
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->isBusy(), patience);
        QTest::mouseClick(m_work->planPage()->buildButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(cell(MatrixModel::Build), u"queued at GitHub"_s, patience);
        m_work->cancelBuilds();
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->isBusy(), patience);
        QCOMPARE(cell(MatrixModel::Build), u"canceled"_s);
        QVERIFY(says(u"What was started at GitHub goes on there"_s));
        QCOMPARE(m_host->requestCount("POST", u"/cancel"_s), 0);
    }

    void failedRunIsAProblemUntilItSucceeds()
    {
        rehearsal::JobPlan job{.name = u"build (%1)"_s.arg(mac)};
        job.conclusions = {u"failure"_s, u"success"_s};
        m_host->setWorkflow(name, {.path = path, .name = u"Release"_s, .isDispatched = true, .jobs = {job}});
        const qint64 id = *m_host->startRun(name, path, u"push"_s, u"main"_s, commit());
        const auto problem = [this]() -> std::optional<Problem> {
            const QList<Problem> problems = problemsOf(*m_session);
            const auto found = std::ranges::find_if(problems, [](const Problem &one) { return one.run > 0; });
            return found == problems.end() ? std::nullopt : std::optional(*found);
        };
        m_session->runs().setPace([](std::chrono::seconds) { return 1ms; });
        const auto signedIn = m_session->signIn();
        QTRY_VERIFY_WITH_TIMEOUT(signedIn.isFinished(), patience);
        m_work->showRuns();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->runs().standing(), Runs::Standing::Known, patience);
        QVERIFY(!problem()); // it goes on
        pass(60);
        QTRY_VERIFY_WITH_TIMEOUT(problem(), patience);
        QCOMPARE(problem()->run, id);
        QCOMPARE(problem()->severity, Severity::Warning);
        QVERIFY(problem()->text.contains(job.name));

        m_work->setStep(StepRail::Plan);
        m_work->showProblem(*problem());
        QCOMPARE(m_work->step(), StepRail::Build);
        auto *detail = m_work->buildPage()->findChild<RunDetail *>();
        QTRY_VERIFY_WITH_TIMEOUT(detail->isVisible() && detail->shownJob() == problem()->job, patience);

        const auto again = m_session->runs().rerun(id, github::Client::Rerun::Failed);
        QTRY_VERIFY_WITH_TIMEOUT(again.isFinished(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!problem(), patience); // its newest attempt goes on
        pass(60);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->runs().find(id)->run.hasSucceeded(), patience);
        QVERIFY(!problem());
    }

    void findingsOfWorkflowsStandBelowTheGates()
    {
        const auto rows = [this] { return m_work->planPage()->findChildren<WorkflowRow *>(); };
        QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 1, patience);
        const WorkflowRow *row = rows().first();
        QCOMPARE(row->found().line, 8);
        QVERIFY(row->accessibleName().startsWith(u"release.yml:8: "_s));

        const QList<Problem> problems = problemsOf(*m_session);
        const auto problem =
            std::ranges::find_if(problems, [](const Problem &one) { return one.workflow.has_value(); });
        QVERIFY(problem != problems.end());
        QCOMPARE(problem->severity, Severity::Warning);
        QCOMPARE(whereText(*problem), u"Plan · release.yml:8"_s);
        m_work->setStep(StepRail::Build);
        m_work->showProblem(*problem);
        QCOMPARE(m_work->step(), StepRail::Plan);
        QVERIFY(row->isChecked());
        for (auto *button : row->findChildren<QPushButton *>())
            if (button->text() == u"Copy"_s)
                button->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(path + u":8\n"_s));

        // It is mended on disk: the next reading of the project knows.
        m_project->write(path, QByteArray(workflowText).replace("@main", "@v1"));
        m_work->refresh(false);
        QTRY_VERIFY_WITH_TIMEOUT(rows().isEmpty(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->isBusy(), patience);
    }
};

QTEST_MAIN(ActionsPlaceTest)
#include "tst_actionsplace.moc"
