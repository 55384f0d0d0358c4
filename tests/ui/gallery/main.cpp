// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/nixbuild.h"
#include "tests/ui/gallery/guidesamples.h"
#include "tests/ui/gallery/logsample.h"
#include "tests/ui/gallery/notessamples.h"
#include "tests/ui/gallery/samples.h"
#include "ui/archive/acceptdialog.h"
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
#include "ui/matrix/targetmenu.h"
#include "ui/matrix/targetsmenu.h"
#include "ui/plan/planpage.h"
#include "ui/publish/confirmpublish.h"
#include "ui/publish/publishpage.h"
#include "ui/settings/hostdialog.h"
#include "ui/settings/hostkeydialog.h"
#include "ui/settings/machinespage.h"
#include "ui/settings/settingsdesk.h"
#include "ui/settings/settingswindow.h"
#include "ui/settings/storagepage.h"
#include "ui/signin/signindialog.h"
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

using namespace unmoor;
using namespace Qt::StringLiterals;
using theme::State;

namespace {

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
    page->setGates(samples::gates(), false);
    page->setTargets(samples::plannedTargets());
    page->setPlaces(QList<QList<PlaceChoice>>(5, samples::places()));
    return page;
}

/// The settings on a state folder of their own, which goes with the window.
class SettingsSample : public QWidget
{
public:
    explicit SettingsSample(SettingsWindow::Page page)
        : m_engine(m_folder.path())
        , m_desk(m_engine, {})
        , m_window(new SettingsWindow(m_desk, this))
    {
        (void)m_desk.change(
            [](Settings &settings) { settings = {.hosts = samples::hosts(), .nixFeatures = {u"ca-derivations"_s}}; });
        m_desk.setReport(u"arm-box"_s, samples::changedKey());
        m_window->setWindowFlags(Qt::Widget);
        m_window->setPage(page);
        m_window->machines()->choose(u"arm-box"_s);
        m_window->storage()->setUse(samples::storage());
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_window);
    }

    SettingsDesk &desk() { return m_desk; }

private:
    QTemporaryDir m_folder;
    Engine m_engine;
    SettingsDesk m_desk;
    SettingsWindow *m_window;
};

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
    page->setBuilds(samples::builds());
    page->setReleases(samples::releases());
    return page;
}

QWidget *rootsDialog()
{
    auto *dialog = new RootsDialog(u"minne"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->setOverview(samples::roots());
    return dialog;
}

QWidget *buildPage()
{
    auto *page = new BuildPage;
    page->setMonitor(&samples::buildRun());
    page->setTarget(samples::runningTarget());
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
    view->setComparison(samples::comparison());
    view->goToChange();
    view->goToChange();
    return archivePage(view, 2);
}

QWidget *sizesPage()
{
    auto *view = new SizeView;
    view->setBreakdown(samples::sizes());
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
        samples::desired(), remote,
        {{u"unexpected-entry, dbghelp.dll of x86_64-pc-windows-msvc"_s, u"dbghelp.dll is part of Windows"_s}});
    const PublishPlan plan = planPublish(samples::desired(), remote);
    page->setPlan(plan);
    page->setComplete(plan.isComplete());
    page->setReadAt(QDateTime::currentDateTimeUtc().addSecs(-12));
    QList<ExpectedArchive> archives;
    for (const DesiredFile &file : samples::desired().files)
        if (!file.name.endsWith(u".sha256"_s))
            archives.append({file.target, file.name});
    page->setStory(tellRelease(samples::desired(), remote, plan, archives));
    return page;
}

/// Half-way through finishing: one file sent, one on its way, then a pause.
QWidget *publishingPage(int wait)
{
    auto *page = static_cast<PublishPage *>(publishPage(samples::brokenDraft()));
    page->setRunning(true);
    const PublishPlan plan = planPublish(samples::desired(), samples::brokenDraft());
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
    auto *page = static_cast<PublishPage *>(publishPage(samples::brokenDraft()));
    PublishOutcome outcome;
    outcome.error = Error{
        Error::Kind::Unauthorized,
        u"Could not upload main-x86_64-pc-windows-msvc.zip: uploads.github.com answered HTTP 401, Bad credentials."_s};
    page->setOutcome(outcome);
    return page;
}

/// A window as the program's own, with \a page below the matrix.
class Frame : public QWidget
{
public:
    Frame(StepRail::Step step, const QList<TargetState> &targets, QWidget *page, int row = 1)
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

    MatrixPane *matrix() const { return m_pane; }

private:
    StepRail *m_rail;
    MatrixModel m_model;
    MatrixPane *m_pane;
};

QWidget *manyTargets(const MatrixFilter &filter, int sortedBy)
{
    auto *frame = new Frame(StepRail::Plan, samples::manyTargets(), planPage(), 0);
    frame->matrix()->view()->setFilter(filter);
    frame->matrix()->view()->sortBy(sortedBy);
    return frame;
}

QWidget *severalTargets()
{
    auto *frame = new Frame(StepRail::Plan, samples::plannedTargets(), planPage(), 0);
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
    page->releaseView()->setDetails(samples::details());
    page->releaseView()->setPart(part);
    return page;
}

QWidget *changePage(ChangeView::Part part)
{
    auto *page = static_cast<HistoryPage *>(historyPage());
    for (QPushButton *button : page->findChildren<QPushButton *>())
        if (button->text().remove(u'&') == u"Compare"_s)
            button->click();
    page->changeView()->setChange(samples::change());
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
                          .findings = {samples::readTargets()[0].inspection->report.findings[1]}});
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
    for (const TargetState &target : samples::readTargets()) {
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
    const TargetState read = samples::readTargets()[0];
    for (const Finding &finding : read.inspection->report.findings)
        if (finding.severity != Severity::Info)
            problems += Problem{finding.severity, StepRail::Archives, read.target.triple,
                                finding.path,     finding.message,    finding.hint};
    auto *pane = new ProblemsPane;
    pane->setProblems(problems);
    pane->setCurrent(problems.last());
    return pane;
}

class Gallery
{
public:
    explicit Gallery(const QDir &folder)
        : m_folder(folder)
    {
    }

    void save(QWidget *widget, const QString &name, const QSize &size)
    {
        const std::unique_ptr<QWidget> owner(widget);
        widget->resize(size);
        widget->show();
        for (QElapsedTimer clock; !clock.isValid() || (isAsking(*widget) && clock.elapsed() < 5000);) {
            if (!clock.isValid())
                clock.start();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        }
        QCoreApplication::processEvents();
        const QString shade = theme::isDark(QApplication::palette()) ? u"-dark"_s : QString();
        widget->grab().save(m_folder.filePath(name + shade + u".png"_s));
        if (widget->width() > size.width() || widget->height() > size.height())
            qWarning("%s needs %d x %d.", qPrintable(name), widget->width(), widget->height());
    }

    void saveAll()
    {
        const QSize usual(1280, 800);
        const QSize small(1024, 700);
        save(new Frame(StepRail::Publish, samples::readTargets(), publishPage(samples::nothingRemote())),
             u"publish-ready"_s, usual);
        save(new Frame(StepRail::Publish, samples::readTargets(), publishPage(samples::brokenDraft())),
             u"publish-recovery"_s, usual);
        save(new Frame(StepRail::Publish, samples::readTargets(), publishPage(samples::brokenDraft())),
             u"publish-recovery-small"_s, small);
        save(new Frame(StepRail::Publish, samples::readTargets(), publishingPage(42)), u"publish-waiting"_s, usual);
        save(new Frame(StepRail::Publish, samples::readTargets(), publishingPage(0)), u"publish-running"_s, small);
        save(new Frame(StepRail::Publish, samples::readTargets(), endedTokenPage()), u"publish-token-ended"_s, usual);
        save(new ConfirmPublish(samples::desired(), planPublish(samples::desired(), samples::brokenDraft()),
                                {{u"unexpected-entry"_s, u"dbghelp.dll is part of Windows"_s}},
                                {.host = u"github.com"_s,
                                 .account = u"perstarkse"_s,
                                 .takesLatest = true,
                                 .leftOut = {u"aarch64-apple-darwin: comes out of CI later"_s},
                                 .warnings = 2}),
             u"publish-confirm"_s, {540, 460});
        save(new SignInDialog(u"github.com"_s), u"signin"_s, {560, 340});
        auto *code = new SignInDialog(u"github.com"_s);
        code->showCode({"d", u"WDJB-MJHT"_s, QUrl(u"https://github.com/login/device"_s), 900, 5});
        save(code, u"signin-code"_s, {560, 340});
        auto *app = new SignInDialog(u"github.com"_s);
        app->askForClientId(howToSetUpDeviceLogin(QUrl(u"https://api.github.com"_s)));
        save(app, u"signin-client-id"_s, {560, 420});
        auto *page = new SignInDialog(u"github.com"_s);
        page->offerTokenPage(howToSetUpDeviceLogin(QUrl(u"https://api.github.com"_s)));
        save(page, u"signin-token-page"_s, {560, 340});
        auto *refused = new SignInDialog(u"github.com"_s);
        refused->showProblem(u"github.com does not take this token: it is mistyped, has ended or was revoked. Create "
                             "one at https://github.com/settings/tokens/new with the scopes repo and workflow, or a "
                             "fine-grained one for perstarkse/minne with Contents: write."_s);
        save(refused, u"signin-problem"_s, {560, 340});
        auto *weak = new SignInDialog(u"github.com"_s);
        weak->showReport(samples::weakToken());
        save(weak, u"signin-report"_s, {560, 340});
        save(stateSheet(), u"states"_s, {500, 400});
        save(new Frame(StepRail::Plan, samples::plannedTargets(), planPage()), u"plan"_s, usual);
        save(new Frame(StepRail::Plan, samples::plannedTargets(), planPage()), u"plan-small"_s, small);
        saveHistory();
        saveMatrix();
        save(rootsDialog(), u"roots"_s, {760, 460});
        save(new Frame(StepRail::Build, samples::buildingTargets(), buildPage()), u"build"_s, usual);
        save(new Frame(StepRail::Build, samples::buildingTargets(), buildPage()), u"build-small"_s, small);
        save(new Frame(StepRail::Build, samples::buildingTargets(), buildPageBesideTrouble()), u"build-trouble"_s,
             small);
        save(shortcutSheet(), u"shortcuts"_s, {520, 560});
        save(palette({}), u"palette"_s, {680, 430});
        save(palette(u"main"_s), u"palette-files"_s, {680, 300});
        save(palette(u"zzz"_s), u"palette-nothing"_s, {680, 300});
        save(problemsPane(), u"problems"_s, {848, 160});
        const QList<TargetState> read = samples::readTargets();
        const QString top = u"main-x86_64-unknown-linux-gnu/"_s;
        save(new Frame(StepRail::Archives, read, archivePage(read[0]), 0), u"archives"_s, usual);
        save(new Frame(StepRail::Archives, read, archivePage(read[0]), 0), u"archives-small"_s, small);
        save(new Frame(StepRail::Archives, read, archivePageAt(read[0], top + u"main"_s), 0), u"archives-text"_s,
             usual);
        save(new Frame(StepRail::Archives, read, archivePageAt(read[0], top + u"lib/libonnxruntime.so.1"_s), 0),
             u"archives-link"_s, small);
        save(new Frame(StepRail::Archives, read, archivePageAt(read[0], top + u"env-vars"_s), 0),
             u"archives-accepted"_s, usual);
        save(new Frame(StepRail::Archives, read, archivePage(read[1]), 1), u"archives-no-layout"_s, usual);
        save(new Frame(StepRail::Archives, read, readingPage(read[0]), 0), u"archives-reading"_s, small);
        saveNotes();
        save(new AcceptDialog(read[0].inspection->report.findings[1]), u"accept"_s, {520, 240});
        save(new SettingsSample(SettingsWindow::Machines), u"settings-machines"_s, {922, 640});
        save(new SettingsSample(SettingsWindow::Machines), u"settings-machines-small"_s, {820, 460});
        save(settingsWith(u"mac-mini"_s, samples::ready()), u"settings-ready"_s, {922, 640});
        save(new SettingsSample(SettingsWindow::Building), u"settings-building"_s, {922, 640});
        save(new SettingsSample(SettingsWindow::Look), u"settings-look"_s, {922, 640});
        save(new SettingsSample(SettingsWindow::Storage), u"settings-storage"_s, {922, 640});
        save(new SettingsSample(SettingsWindow::Building), u"settings-building-small"_s, {820, 460});
        const auto keep = [](const BuildHost &) { return Result<void>(); };
        save(new HostDialog({}, keep), u"settings-add"_s, {560, 380});
        save(new HostDialog(samples::hosts().last(), keep), u"settings-edit"_s, {560, 380});
        save(new HostKeyDialog(samples::hosts().last(), samples::changedKey()), u"settings-key-changed"_s, {600, 420});
        save(new HostKeyDialog(samples::hosts().last(), samples::unknownKey()), u"settings-key-new"_s, {600, 320});
        save(new TargetMenu(samples::plannedTargets()[1], samples::places(), TargetMenu::Part::Where), u"menu-where"_s,
             {300, 200});
        save(new TargetMenu(samples::plannedTargets()[0], samples::places(), TargetMenu::Part::All), u"menu-target"_s,
             {240, 220});
        saveStart();
        save(new Frame(StepRail::Build, samples::buildingTargets(), partsPage()), u"parts"_s, usual);
        save(new Frame(StepRail::Build, samples::troubledTargets(), partsPage()), u"parts-small"_s, small);
        save(new Frame(StepRail::Build, samples::troubledTargets(), samples::failedLog(), 1), u"log"_s, usual);
        save(new Frame(StepRail::Build, samples::buildingTargets(), samples::warningsOfALog(), 1), u"log-small"_s,
             small);
        saveBuilds();
        save(new Frame(StepRail::Publish, samples::publishedTargets(), partsPage()), u"published"_s, usual);
        save(new Frame(StepRail::Archives, samples::publishedTargets(), comparePage()), u"compare"_s, usual);
        save(new Frame(StepRail::Archives, samples::publishedTargets(), comparePage()), u"compare-small"_s, small);
        save(new Frame(StepRail::Archives, samples::publishedTargets(), sizesPage()), u"sizes"_s, usual);
        save(new Frame(StepRail::Archives, samples::publishedTargets(), sizesPage()), u"sizes-small"_s, small);
    }

    void saveStart()
    {
        const QSize usual(1280, 728);
        const QSize small(1024, 628);
        save(startPage(), u"start"_s, usual);
        save(startPage(), u"start-small"_s, small);
        save(samples::emptyStart(), u"start-empty"_s, usual);
        save(samples::emptyStart(), u"start-empty-small"_s, small);
        save(samples::guide(), u"guide"_s, usual);
        save(samples::guide(), u"guide-small"_s, small);
        save(samples::guideAsking(), u"guide-asking"_s, usual);
        save(samples::guideUntrusted(), u"guide-untrusted"_s, small);
        save(samples::guideProblem(), u"guide-problem"_s, usual);
        save(samples::guideWithLayouts(), u"guide-layouts"_s, {1280, 900});
        save(samples::brokenManifest(), u"broken-manifest"_s, small);
        save(samples::cloneReady(), u"clone"_s, {560, 240});
        save(samples::cloneRefused(), u"clone-refused"_s, {560, 240});
    }

    void saveNotes()
    {
        const QSize usual(1280, 800);
        const QSize small(1024, 700);
        const auto saveIn = [&](QWidget *page, const QString &name, const QSize &size) {
            save(new Frame(StepRail::Notes, samples::readTargets(), page), name, size);
        };
        saveIn(samples::notesPage(), u"notes"_s, usual);
        saveIn(samples::notesPage(), u"notes-large"_s, {1440, 900});
        saveIn(samples::notesPage(), u"notes-small"_s, small);
        saveIn(samples::notesPageEditedOnGitHub(), u"notes-host"_s, usual);
        saveIn(samples::notesPageMerging(), u"notes-merge"_s, usual);
        saveIn(samples::notesPageMerging(), u"notes-merge-small"_s, small);
        saveIn(samples::notesPageSetAside(), u"notes-aside"_s, small);
        saveIn(samples::notesPageRestored(), u"notes-restored"_s, usual);
        saveIn(samples::notesPageWithoutSection(), u"notes-missing"_s, usual);
        saveIn(samples::notesPageWithoutFile(), u"notes-no-file"_s, usual);
        saveIn(samples::notesPageFinding(), u"notes-find"_s, small);
    }

    void saveHistory()
    {
        const QSize usual(1280, 800);
        const QSize small(1024, 700);
        const auto saveIn = [&](QWidget *page, const QString &name, const QSize &size) {
            save(new Frame(StepRail::History, samples::publishedTargets(), page), name, size);
        };
        save(new Frame(StepRail::History, {}, new HistoryPage), u"history-empty"_s, small);
        saveIn(historyPage(), u"history"_s, usual);
        saveIn(historyPage(), u"history-small"_s, small);
        saveIn(releasePage(ReleasePane::Events), u"history-events"_s, usual);
        saveIn(releasePage(ReleasePane::Events), u"history-events-small"_s, small);
        saveIn(releasePage(ReleasePane::Notes), u"history-notes"_s, small);
        saveIn(releasePage(ReleasePane::Files), u"history-files"_s, small);
        saveIn(releasePage(ReleasePane::Builds), u"history-builds"_s, small);
        saveIn(releasePage(ReleasePane::Accepted), u"history-accepted"_s, small);
        saveIn(changePage(ChangeView::Files), u"history-change"_s, usual);
        saveIn(changePage(ChangeView::Files), u"history-change-small"_s, small);
        saveIn(changePage(ChangeView::Notes), u"history-change-notes"_s, small);
        saveIn(changePage(ChangeView::Archives), u"history-change-archives"_s, small);
        save(logDialog(), u"log-dialog"_s, {900, 480});
    }

    void saveMatrix()
    {
        using Which = MatrixFilter::Which;
        const QSize small(1024, 700);
        save(manyTargets({}, -1), u"matrix-many"_s, {1280, 800});
        save(manyTargets({}, MatrixModel::Build), u"matrix-sorted"_s, small);
        save(manyTargets({.which = Which::Attention}, MatrixModel::Target), u"matrix-attention"_s, small);
        save(manyTargets({.name = u"wasm"_s}, -1), u"matrix-none"_s, small);
        save(severalTargets(), u"matrix-several"_s, small);
        save(new TargetsMenu(samples::plannedTargets(), QList<QList<PlaceChoice>>(5, samples::places())),
             u"menu-targets"_s, {300, 180});
        TargetState adopted = samples::plannedTargets()[0];
        adopted.build = TargetState::Build::Adopted;
        save(new TargetMenu(adopted, samples::places(), TargetMenu::Part::All), u"menu-adopted"_s, {260, 260});
        save(entryMenu(), u"menu-entry"_s, {300, 180});
        save(layoutPlace(), u"layout-place"_s, {640, 360});
    }

private:
    void saveBuilds()
    {
        const QSize usual(1280, 800);
        const QSize small(1024, 700);
        const QList<TargetState> troubled = samples::troubledTargets();
        const auto saveFailure = [&](const QString &name, const BuildMonitor &run, const BuildFailure &failure,
                                     const RepairContext &context) {
            TargetState target = troubled[1];
            target.failure = failure;
            target.record.seconds = 64;
            for (const auto &[size, suffix] : {std::pair{usual, QString()}, {small, u"-small"_s}})
                save(new Frame(StepRail::Build, troubled, buildPage(target, run, repairOf(failure, context))),
                     name + suffix, size);
        };
        const BuildMonitor mismatch = recordedRun(u"hash-mismatch"_s);
        saveFailure(u"build-failed"_s, mismatch, samples::hashFailure(), samples::hashContext());
        const BuildMonitor failed = recordedRun(u"fail"_s);
        saveFailure(u"build-failed-step"_s, failed, samples::stepFailure(), {});
        saveFailure(u"build-failed-host"_s, failed, samples::hostFailure(),
                    {.place = {BuildPlace::Kind::Host, u"mac-mini"_s}, .otherPlaces = {{}}});

        const BuildMonitor running = recordedRun(u"success"_s);
        TargetState stalled = samples::buildingTargets()[1];
        stalled.startedAt = QDateTime::currentDateTimeUtc().addSecs(-302);
        stalled.stall = Stall{.name = u"main-1.0.5"_s, .sinceMsec = 112'000, .usualSeconds = 161};
        save(new Frame(StepRail::Build, samples::buildingTargets(), buildPage(stalled, running, std::nullopt)),
             u"build-stalled"_s, usual);
    }

    QDir m_folder;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QDir folder(app.arguments().value(1, u"."_s));
    folder.mkpath(u"."_s);
    for (const auto appearance : {theme::Appearance::Light, theme::Appearance::Dark}) {
        theme::apply(app, appearance);
        Gallery gallery(folder);
        const QString part = app.arguments().value(2);
        if (part == u"notes")
            gallery.saveNotes();
        else if (part == u"history")
            gallery.saveHistory();
        else if (part == u"matrix")
            gallery.saveMatrix();
        else if (part == u"start")
            gallery.saveStart();
        else
            gallery.saveAll();
    }
    return 0;
}
