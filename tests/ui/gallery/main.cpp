// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/guidesamples.h"
#include "tests/ui/gallery/logsample.h"
#include "tests/ui/gallery/notessamples.h"
#include "tests/ui/gallery/pages.h"
#include "tests/ui/gallery/runssample.h"
#include "tests/ui/gallery/samples.h"
#include "ui/archive/acceptdialog.h"
#include "ui/build/buildpage.h"
#include "ui/history/historypage.h"
#include "ui/matrix/matrixview.h"
#include "ui/matrix/targetmenu.h"
#include "ui/matrix/targetsmenu.h"
#include "ui/publish/confirmpublish.h"
#include "ui/publish/publishpage.h"
#include "ui/settings/hostdialog.h"
#include "ui/settings/hostkeydialog.h"
#include "ui/signin/signindialog.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <array>

using namespace unmoor;
using namespace unmoor::samples;
using namespace Qt::StringLiterals;
using theme::State;

namespace {

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
        for (const auto &[moment, name] :
             {std::pair(RunMoment::Failed, u"runs-failed"_s), std::pair(RunMoment::Waiting, u"runs-waiting"_s)})
            if (QWidget *runs = runsPage(moment))
                save(new Frame(StepRail::Build, samples::buildingTargets(), runs), name, small);
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
    using theme::Appearance;
    const auto appearances = app.arguments().value(3) == u"contrast"
        ? std::array{Appearance::HighContrastLight, Appearance::HighContrastDark}
        : std::array{Appearance::Light, Appearance::Dark};
    for (const Appearance appearance : appearances) {
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
