// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/pages.h"

#include "app/build/nixbuild.h"
#include "ui/archive/archivemodel.h"
#include "ui/archive/archivepage.h"
#include "ui/archive/archivetree.h"
#include "ui/archive/compareview.h"
#include "ui/archive/entrymenu.h"
#include "ui/archive/layoutplacedialog.h"
#include "ui/archive/sizeview.h"
#include "ui/build/buildpage.h"
#include "ui/build/logdialog.h"
#include "ui/history/changeview.h"
#include "ui/history/historypage.h"
#include "ui/history/releasepane.h"
#include "ui/history/rootsdialog.h"
#include "ui/mainframe/commandpalette.h"
#include "ui/mainframe/headerbar.h"
#include "ui/mainframe/problemspane.h"
#include "ui/mainframe/shortcutsheet.h"
#include "ui/mainframe/statusline.h"
#include "ui/matrix/matrixmodel.h"
#include "ui/matrix/matrixpane.h"
#include "ui/matrix/matrixview.h"
#include "ui/plan/planpage.h"
#include "ui/publish/publishpage.h"
#include "ui/settings/machinespage.h"
#include "ui/settings/settingsdesk.h"
#include "ui/settings/settingswindow.h"
#include "ui/settings/storagepage.h"
#include "ui/start/startpage.h"
#include "ui/steprail/steprail.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

namespace unmoor::samples {

using namespace Qt::StringLiterals;
using theme::State;

QWidget *stateSheet()
{
    auto *sheet = new QWidget;
    auto *grid = new QGridLayout(sheet);
    for (int i = 0; i <= int(State::Skipped); ++i) {
        auto *large = new QLabel;
        large->setPixmap(theme::stateIcon(State(i)).pixmap(48));
        grid->addWidget(large, i / 6, i % 6);
    }
    int i = 0;
    for (const QString &file : QDir(u":/symbols"_s).entryList()) {
        auto *symbol = new QLabel;
        symbol->setPixmap(theme::symbol(file.chopped(4)).pixmap(24));
        grid->addWidget(symbol, 2 + i / 10, i % 10);
        ++i;
    }
    return sheet;
}

QWidget *partsPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    auto *header = new PageHeader(u"Build"_s);
    header->setTitle(u"main-x86_64-unknown-linux-gnu.tar.xz"_s, true);
    header->setState(State::Error);
    header->setSummary(u"61.2 MiB · 20 files · sha256 9f2c41d7, and a summary that goes on"_s);
    header->addWidget(new SegmentedControl({u"Contents"_s, u"Against v1.0.4"_s}));
    header->addButton(u"Smoke run…"_s);
    header->addButton(u"Build again"_s, true);
    column->addWidget(header);
    for (const State state : {State::Warning, State::Error, State::Running}) {
        auto *banner = new Banner;
        banner->showMessage(
            state, u"No output for 3 min 10 s. It may be linking, or stuck."_s,
            u"This step has been quiet for up to 2 min 41 s in earlier builds. mac-mini answers in 12 ms; its load is 7.8."_s);
        banner->addAction(u"Show processes"_s);
        banner->addAction(u"Cancel this target"_s, state == State::Error);
        column->addWidget(banner);
    }
    column->addWidget(new QLineEdit(u"text"_s));
    column->addStretch();
    return page;
}

QWidget *planPage()
{
    auto *page = new PlanPage;
    page->setTag(u"v1.0.5"_s);
    page->setGates(gates(), false);
    page->setTargets(plannedTargets());
    page->setPlaces(QList<QList<PlaceChoice>>(5, places()));
    return page;
}

SettingsSample::SettingsSample(SettingsWindow::Page page)
    : m_engine(m_folder.path())
    , m_desk(m_engine, {})
    , m_window(new SettingsWindow(m_desk, this))
{
    (void)m_desk.change(
        [](Settings &settings) { settings = {.hosts = hosts(), .nixFeatures = {u"ca-derivations"_s}}; });
    m_desk.setReport(u"arm-box"_s, changedKey());
    m_window->setWindowFlags(Qt::Widget);
    m_window->setPage(page);
    m_window->machines()->choose(u"arm-box"_s);
    m_window->storage()->setUse(storage());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_window);
}

QWidget *settingsWith(const QString &host, const ProbeReport &report)
{
    auto *sample = new SettingsSample(SettingsWindow::Machines);
    auto *window = sample->findChild<SettingsWindow *>();
    sample->desk().setReport(host, report);
    window->machines()->choose(host);
    return sample;
}

QWidget *startPage()
{
    auto *page = new StartPage;
    const QDateTime now = QDateTime::currentDateTime();
    const QString home = QDir::homePath();
    page->setProjects(
        {{home + u"/src/minne"_s, u"minne"_s, State::Warning, u"v1.0.5: draft to finish"_s, now},
         {home + u"/src/unmoor"_s, u"unmoor"_s, State::Running, u"v0.4.0: building 1 of 2"_s, now, true, false, true},
         {home + u"/work/saltmarsh"_s, u"saltmarsh"_s, State::Verified, u"v2.3.1 verified"_s, now.addDays(-2)},
         {home + u"/src/tidegate-cli"_s, u"tidegate-cli"_s, State::Planned, u"v0.9.0: planned"_s, now.addDays(-60)},
         {u"/srv/git/lockkeeper"_s, u"lockkeeper"_s, State::Planned, {}, now.addDays(-200), false}});
    page->setMachine({{State::Done, u"Nix 2.26.3"_s},
                      {State::Done, u"git 2.47.2"_s},
                      {State::Done, u"ssh 10.0p1"_s},
                      {State::Done, u"Keychain: KWallet"_s}});
    return page;
}

QWidget *historyPage()
{
    auto *page = new HistoryPage;
    page->setBuilds(builds());
    page->setReleases(releases());
    return page;
}

QWidget *rootsDialog()
{
    auto *dialog = new RootsDialog(u"minne"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->setOverview(roots());
    return dialog;
}

QWidget *buildPage()
{
    auto *page = new BuildPage;
    page->setRunsView(new QWidget);
    page->setMonitor(&buildRun());
    page->setTarget(runningTarget());
    page->setRunSummary({.running = 1});
    return page;
}

QWidget *buildPageBesideTrouble()
{
    auto *page = static_cast<BuildPage *>(buildPage());
    page->setRunSummary({.running = 2,
                         .failed = 1,
                         .failedTriples = {u"x86_64-pc-windows-msvc"_s},
                         .silentTriples = {u"aarch64-apple-darwin"_s}});
    return page;
}

QWidget *shortcutSheet()
{
    QList<QAction *> actions;
    for (const auto &[name, keys] :
         {std::pair(u"Show Plan"_s, QKeySequence(Qt::Key_F1)), std::pair(u"Next problem"_s, QKeySequence(Qt::Key_F8)),
          std::pair(u"Find or run a command"_s, QKeySequence(Qt::CTRL | Qt::Key_K))}) {
        actions += new QAction(name, qApp);
        actions.last()->setShortcut(keys);
    }
    auto *sheet = new ShortcutSheet(actions);
    sheet->setAttribute(Qt::WA_DeleteOnClose, false);
    return sheet;
}

/// One view of an archive's page, below the page's header.
QWidget *archivePage(QWidget *view, int segment)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *header = new PageHeader(QString());
    header->setTitle(u"main-x86_64-unknown-linux-gnu.tar.xz"_s, true);
    header->setState(State::Done);
    header->setSummary(u"61.2 MiB · 20 files"_s);
    auto *segments = new SegmentedControl({u"Contents"_s, u"Sizes"_s, u"Against v1.0.4"_s});
    segments->setCurrentIndex(segment);
    header->addWidget(segments);
    header->addButton(u"Choose release…"_s);
    header->addButton(u"Go to Notes"_s, true);
    column->addWidget(header);
    column->addWidget(view, 1);
    return page;
}

QWidget *comparePage()
{
    auto *view = new CompareView;
    view->setComparison(comparison());
    view->goToChange();
    view->goToChange();
    return archivePage(view, 2);
}

QWidget *sizesPage()
{
    auto *view = new SizeView;
    view->setBreakdown(sizes());
    view->choose(u"main-x86_64-unknown-linux-gnu/.server-bin"_s);
    return archivePage(view, 1);
}

QWidget *archivePage(const TargetState &target)
{
    auto *page = new ArchivePage;
    page->setSizesView(new QWidget);
    page->setCompareView(new QWidget);
    page->setTarget(target);
    page->goToProblem();
    return page;
}

QWidget *archivePageAt(const TargetState &target, const QString &path)
{
    auto *page = static_cast<ArchivePage *>(archivePage(target));
    page->findChild<ArchiveTree *>()->choose(page->model()->reveal(path));
    return page;
}

QWidget *readingPage(const TargetState &target)
{
    auto *page = new ArchivePage;
    page->beginReading(target.inspection->contents.fileName);
    page->appendEntries(target.inspection->contents.entries.first(9));
    page->setProgress(38, 100);
    return page;
}

/// A page of a build with the log of a recorded run; \a monitor outlives it.
QWidget *buildPage(const TargetState &target, const BuildMonitor &monitor, const std::optional<FailureRepair> &repair)
{
    auto *page = new BuildPage;
    page->setRunsView(new QWidget);
    page->setMonitor(&monitor);
    page->setTarget(target);
    page->setRepair(repair);
    return page;
}

BuildMonitor recordedRun(const QString &name)
{
    QFile file(QStringLiteral(UNMOOR_TEST_DATA "/nix-logs/%1.log").arg(name));
    return file.open(QIODevice::ReadOnly) ? monitorOfLog(file.readAll()) : BuildMonitor();
}

QWidget *publishPage(const RemoteRelease &remote)
{
    auto *page = new PublishPage;
    page->setRelease(
        desired(), remote,
        {{u"unexpected-entry, dbghelp.dll of x86_64-pc-windows-msvc"_s, u"dbghelp.dll is part of Windows"_s}});
    const PublishPlan plan = planPublish(desired(), remote);
    page->setPlan(plan);
    page->setComplete(plan.isComplete());
    page->setReadAt(QDateTime::currentDateTimeUtc().addSecs(-12));
    QList<ExpectedArchive> archives;
    for (const DesiredFile &file : desired().files)
        if (!file.name.endsWith(u".sha256"_s))
            archives.append({file.target, file.name});
    page->setStory(tellRelease(desired(), remote, plan, archives));
    return page;
}

/// Half-way through finishing: one file sent, one on its way, then a pause.
QWidget *publishingPage(int wait)
{
    auto *page = static_cast<PublishPage *>(publishPage(brokenDraft()));
    page->setRunning(true);
    const PublishPlan plan = planPublish(desired(), brokenDraft());
    page->stepStarted(0);
    page->stepFinished(0, {.step = plan.steps[0], .outcome = StepResult::Outcome::Done, .proof = u"tag is free"_s});
    page->stepStarted(1);
    page->stepFinished(1,
                       {.step = plan.steps[1], .outcome = StepResult::Outcome::Done, .proof = u"gone from the list"_s});
    page->stepStarted(2);
    page->stepProgressed(2, 18 << 20, 48 << 20);
    if (wait > 0) {
        page->setWaiting(60, u"GitHub asked for a pause: too many uploads"_s);
        page->setWaiting(wait, u"GitHub asked for a pause: too many uploads"_s);
    }
    return page;
}

QWidget *endedTokenPage()
{
    auto *page = static_cast<PublishPage *>(publishPage(brokenDraft()));
    PublishOutcome outcome;
    outcome.error = Error{
        Error::Kind::Unauthorized,
        u"Could not upload main-x86_64-pc-windows-msvc.zip: uploads.github.com answered HTTP 401, Bad credentials."_s};
    page->setOutcome(outcome);
    return page;
}

Frame::Frame(StepRail::Step step, const QList<TargetState> &targets, QWidget *page, int row)
    : m_rail(new StepRail)
{
    auto *header = new HeaderBar;
    header->setProject(u"minne"_s);
    header->setVersion(u"1.0.5"_s, u"v1.0.5"_s);
    header->setSource(HeaderBar::Source{u"main"_s, u"de53020c1f0e"_s, false});
    header->setAccount({u"github.com"_s, u"perstarkse"_s, u"signed in"_s, State::Done});
    auto *status = new StatusLine;
    status->setMessage(State::Done, u"Plan checked at 14:02, took 3.1 s"_s);
    status->setProblems(1, 0);
    status->setFreeBytes(38LL << 30);
    status->setCallsLeft(4981);
    m_rail->setState(StepRail::Plan, {State::Error, u"1 of 9 gates failed"_s});
    m_rail->setState(StepRail::Build, {State::Running, u"2 of 3 done, 1 running"_s});
    m_rail->setState(StepRail::Archives, {State::Planned, u"1 of 3 present"_s});
    m_rail->setState(StepRail::Notes, {State::Done, u"ready, 14 lines"_s});
    m_rail->setState(StepRail::Publish, {State::Waiting, u"blocked by Plan"_s});
    m_rail->setState(StepRail::History, {State::Note, u"14 releases"_s});
    m_rail->setCurrent(step);
    m_model.setTargets(targets);
    m_pane = new MatrixPane;
    m_pane->setMatrixModel(&m_model);
    m_pane->view()->setCurrentRow(row);

    auto *body = new QVBoxLayout;
    body->addWidget(m_pane);
    body->addWidget(page, 1);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_rail);
    middle->addLayout(body, 1);
    auto *all = new QVBoxLayout(this);
    all->addWidget(header);
    all->addLayout(middle, 1);
    all->addWidget(status);
    for (QLayout *layout : std::initializer_list<QLayout *>{body, middle, all}) {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
    }
}

QWidget *manyTargets(const MatrixFilter &filter, int sortedBy)
{
    auto *frame = new Frame(StepRail::Plan, manyTargets(), planPage(), 0);
    frame->matrix()->view()->setFilter(filter);
    frame->matrix()->view()->sortBy(sortedBy);
    return frame;
}

QWidget *severalTargets()
{
    auto *frame = new Frame(StepRail::Plan, plannedTargets(), planPage(), 0);
    auto *view = frame->matrix()->view();
    view->setSelectionMode(QAbstractItemView::MultiSelection);
    for (const int row : {1, 2})
        view->selectRow(row);
    return frame;
}

QWidget *releasePage(ReleasePane::Part part)
{
    auto *page = static_cast<HistoryPage *>(historyPage());
    page->table()->setCurrentIndex(page->table()->model()->index(0, 0));
    Q_EMIT page->table()->activated(page->table()->currentIndex());
    page->releaseView()->setDetails(details());
    page->releaseView()->setPart(part);
    return page;
}

QWidget *changePage(ChangeView::Part part)
{
    auto *page = static_cast<HistoryPage *>(historyPage());
    for (QPushButton *button : page->findChildren<QPushButton *>())
        if (button->text().remove(u'&') == u"Compare"_s)
            button->click();
    page->changeView()->setChange(change());
    page->changeView()->setPart(part);
    return page;
}

QWidget *logDialog()
{
    BuildRecord build{.revision = u"de53020c1f0e"_s, .version = u"1.0.4"_s, .triple = u"x86_64-unknown-linux-gnu"_s};
    build.outcome = u"failed"_s;
    build.logFile = QStringLiteral(UNMOOR_TEST_DATA "/nix-logs/hash-mismatch.log");
    build.startedAt = QDateTime::currentDateTimeUtc().addDays(-3);
    auto *dialog = new LogDialog(build, 64 << 20);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

QWidget *entryMenu()
{
    return new EntryMenu({.path = u"main-x86_64-unknown-linux-gnu/.main-bin"_s,
                          .whyNoFile = {},
                          .whyNoLayout = u"No line of the layout names it."_s,
                          .findings = {readTargets()[0].inspection->report.findings[1]}});
}

QWidget *layoutPlace()
{
    auto *dialog = new LayoutPlaceDialog({.root = u"main"_s,
                                          .files = {{.path = u"main"_s, .mode = ExpectedFile::Mode::Executable},
                                                    {.path = u"LICENSE"_s},
                                                    {.path = u"lib/*.so*"_s, .minCount = 1, .maxCount = -1}},
                                          .allow = {u"share/**"_s}},
                                         u"unix"_s, u"main/LICENSE"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

/// Whether the machine's answers are still to come.
bool isAsking(const QWidget &widget)
{
    const auto *window = widget.findChild<SettingsWindow *>();
    return window && window->machines()->isVisible()
        && window->machines()->table()->model()->index(0, 3).data().toString() == u"asking Nix"_s;
}

CommandPalette *palette(const QString &typed)
{
    const auto item = [](const QString &kind, const QString &text, const QString &detail, const QString &keys = {},
                         const QString &whyNot = {}) {
        return PaletteItem{.kind = kind, .text = text, .detail = detail, .keys = keys, .whyNot = whyNot, .run = [] { }};
    };
    QList<PaletteItem> items{item(u"command"_s, u"Show Plan"_s, {}, u"F1"_s),
                             item(u"command"_s, u"Do what the page's main button says"_s, {}, u"Ctrl+Return"_s),
                             item(u"command"_s, u"Cancel all builds"_s, {}, {}, u"nothing is being built"_s),
                             item(u"command"_s, u"Save CHANGELOG"_s, {}, {}, u"nothing was changed"_s)};
    for (const TargetState &target : readTargets()) {
        items += item(u"target"_s, target.target.triple, target.name());
        for (const ArchiveEntry &entry :
             target.inspection ? target.inspection->contents.entries : QList<ArchiveEntry>())
            items += item(u"file"_s, entry.path, target.target.triple);
    }
    items += item(u"section"_s, u"1.0.5 (2026-06-24)"_s, u"CHANGELOG.md"_s);
    items += item(u"setting"_s, u"Machines, accounts"_s, {});
    auto *shown = new CommandPalette(items);
    shown->setAttribute(Qt::WA_DeleteOnClose, false);
    shown->findChild<QLineEdit *>()->setText(typed);
    return shown;
}

ProblemsPane *problemsPane()
{
    QList<Problem> problems{{.step = StepRail::Plan,
                             .place = u"Lock file"_s,
                             .text = u"flake.lock does not fit flake.nix: the input crane has no entry."_s,
                             .mend = u"Run nix flake lock and commit flake.lock."_s}};
    const TargetState read = readTargets()[0];
    for (const Finding &finding : read.inspection->report.findings)
        if (finding.severity != Severity::Info)
            problems += Problem{finding.severity, StepRail::Archives, read.target.triple,
                                finding.path,     finding.message,    finding.hint};
    auto *pane = new ProblemsPane;
    pane->setProblems(problems);
    pane->setCurrent(problems.last());
    return pane;
}

} // namespace unmoor::samples
