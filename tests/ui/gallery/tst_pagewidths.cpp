// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/language.h"
#include "tests/ui/gallery/guidesamples.h"
#include "tests/ui/gallery/logsample.h"
#include "tests/ui/gallery/notessamples.h"
#include "tests/ui/gallery/pages.h"
#include "tests/ui/gallery/runssample.h"
#include "ui/build/buildpage.h"
#include "ui/history/historypage.h"
#include "ui/mainframe/pagestack.h"

#include <QApplication>
#include <QScrollArea>
#include <QTest>
#include <functional>

using namespace Qt::StringLiterals;
using namespace unmoor;
using namespace unmoor::samples;

namespace {

constexpr QSize smallest(1024, 700); ///< window that everything is to be usable in

using Maker = std::function<QWidget *()>;

QWidget *failedBuild(const BuildFailure &failure, const RepairContext &context)
{
    static const BuildMonitor log = recordedRun(u"fail"_s);
    TargetState target = troubledTargets()[1];
    target.failure = failure;
    target.record.seconds = 64;
    target.record.logFile = u"/somewhere/build.log"_s;
    QWidget *page = buildPage(target, log, repairOf(failure, context));
    static_cast<BuildPage *>(page)->setRunSummary({.toBuild = 12, .failed = 12});
    static_cast<BuildPage *>(page)->setHasEarlierLog(true);
    return page;
}

QWidget *builtTarget()
{
    static const BuildMonitor log = recordedRun(u"success"_s);
    TargetState target = readTargets()[0];
    target.record.logFile = u"/somewhere/build.log"_s;
    QWidget *page = buildPage(target, log, std::nullopt);
    static_cast<BuildPage *>(page)->setRunSummary({.toBuild = 12});
    return page;
}

QWidget *stalledBuild()
{
    TargetState target = runningTarget();
    target.startedAt = QDateTime::currentDateTimeUtc().addSecs(-302);
    target.stall = Stall{.name = u"main-1.0.5"_s, .sinceMsec = 112'000, .usualSeconds = 161};
    target.record.logFile = u"/somewhere/build.log"_s;
    QWidget *page = buildPage(target, buildRun(), std::nullopt);
    static_cast<BuildPage *>(page)->setRunSummary({.waiting = 2, .running = 2});
    return page;
}

/// Those of an open project, right of the rail.
const std::vector<std::pair<const char *, Maker>> pages{
    {"plan", planPage},
    {"build", [] { return buildPage(); }},
    {"build, others in trouble", buildPageBesideTrouble},
    {"build, done", builtTarget},
    {"build, stalled", stalledBuild},
    {"build, hash", [] { return failedBuild(hashFailure(), hashContext()); }},
    {"build, step", [] { return failedBuild(stepFailure(), {}); }},
    {"build, host",
     [] {
         return failedBuild(hostFailure(), {.place = {BuildPlace::Kind::Host, u"mac-mini"_s}, .otherPlaces = {{}}});
     }},
    {"runs, failed", [] { return runsPage(RunMoment::Failed); }},
    {"runs, waiting", [] { return runsPage(RunMoment::Waiting); }},
    {"log", failedLog},
    {"archives", [] { return archivePage(readTargets()[0]); }},
    {"archives, file",
     [] { return archivePageAt(readTargets()[0], u"main-x86_64-unknown-linux-gnu/lib/libonnxruntime.so.1"_s); }},
    {"archives, no layout", [] { return archivePage(readTargets()[1]); }},
    {"archives, reading", [] { return readingPage(readTargets()[0]); }},
    {"archives, compare", comparePage},
    {"archives, sizes", sizesPage},
    {"notes", notesPage},
    {"notes, host", notesPageEditedOnGitHub},
    {"notes, merge", notesPageMerging},
    {"notes, set aside", notesPageSetAside},
    {"notes, restored", notesPageRestored},
    {"notes, no section", notesPageWithoutSection},
    {"notes, no file", notesPageWithoutFile},
    {"notes, find", notesPageFinding},
    {"publish", [] { return publishPage(nothingRemote()); }},
    {"publish, recovery", [] { return publishPage(brokenDraft()); }},
    {"publish, waiting", [] { return publishingPage(42); }},
    {"publish, token ended", endedTokenPage},
    {"history", historyPage},
    {"history, empty", [] { return new HistoryPage; }},
    {"history, events", [] { return releasePage(ReleasePane::Events); }},
    {"history, builds", [] { return releasePage(ReleasePane::Builds); }},
    {"history, change", [] { return changePage(ChangeView::Files); }},
};

/// Those that have the window's width.
const std::vector<std::pair<const char *, Maker>> wholePages{
    {"start", startPage},
    {"start, empty", emptyStart},
    {"guide", guide},
    {"guide, asking", guideAsking},
    {"guide, not trusted", guideUntrusted},
    {"guide, problem", guideProblem},
    {"guide, layouts", guideWithLayouts},
    {"broken unmoor.toml", brokenManifest},
    {"frame", [] { return new Frame(StepRail::Plan, troubledTargets(), new QWidget); }},
    {"settings, machines", [] { return new SettingsSample(SettingsWindow::Machines); }},
    {"settings, building", [] { return new SettingsSample(SettingsWindow::Building); }},
    {"settings, look", [] { return new SettingsSample(SettingsWindow::Look); }},
    {"settings, trust", [] { return new SettingsSample(SettingsWindow::Trust); }},
    {"settings, storage", [] { return new SettingsSample(SettingsWindow::Storage); }},
};

/// What stands beside each other in every deepest part that is wider than \a width, with what each asks for.
QStringList rowsOf(const QWidget &part, int width)
{
    QStringList rows;
    QStringList asked;
    const auto children = part.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (const QWidget *child : children) {
        if (child->isHidden() || child->isWindow())
            continue;
        const int least = std::max(child->minimumWidth(), child->minimumSizeHint().width());
        if (least > width)
            rows += rowsOf(*child, width);
        asked += u"%1 \"%2\" %3"_s
                     .arg(QString::fromLatin1(child->metaObject()->className()),
                          child->accessibleName() + child->property("text").toString())
                     .arg(least);
    }
    if (rows.isEmpty())
        rows += u"%1 %2: %3"_s.arg(QString::fromLatin1(part.metaObject()->className()))
                    .arg(part.minimumSizeHint().width())
                    .arg(asked.join(u", "_s));
    return rows;
}

} // namespace

/// At 1024 × 700, with text at 150 % too, and in German, no page has to be moved sideways.
class PageWidthsTest : public QObject
{
    Q_OBJECT

    QFont m_usual;

    static void addRows(const std::vector<std::pair<const char *, Maker>> &made)
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<double>("textSize");
        QTest::addColumn<Maker>("make");
        for (const char *language : {"en", "de"}) // in this order: what is translated stays so
            for (const double size : {1.0, 1.5})
                for (const auto &[name, make] : made)
                    QTest::addRow("%s, %s, %d %%", name, language, int(size * 100))
                        << QString::fromLatin1(language) << size << make;
    }

    /// As the row of the test says.
    void beginRow()
    {
        QFETCH(QString, language);
        QFETCH(double, textSize);
        const bool isGerman = !qApp->findChildren<QTranslator *>().isEmpty();
        if (isGerman && language == u"en")
            qDeleteAll(qApp->findChildren<QTranslator *>());
        else if (!isGerman && language != u"en")
            speak(language);
        QFont font = m_usual;
        font.setPointSizeF(m_usual.pointSizeF() * textSize);
        qApp->setFont(font);
    }

    static void fits(const PageStack &stack)
    {
        const auto *area = qobject_cast<const QScrollArea *>(stack.currentWidget());
        const QWidget &page = *area->widget();
        QVERIFY2(page.width() <= area->viewport()->width(),
                 qPrintable(u"%1 in %2. %3"_s.arg(page.width())
                                .arg(area->viewport()->width())
                                .arg(rowsOf(page, area->viewport()->width()).join(u"; "_s))));
    }

    static void showIn(PageStack &stack, QWidget *page, const QSize &size)
    {
        stack.addPage(page);
        stack.resize(size);
        stack.show();
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents(); // layouts that follow each other
    }

private Q_SLOTS:
    void initTestCase()
    {
        theme::apply(*qApp, theme::Appearance::Light);
        m_usual = qApp->font();
    }

    void cleanupTestCase()
    {
        qDeleteAll(qApp->findChildren<QTranslator *>());
        qApp->setFont(m_usual);
    }

    void pageIsNoWiderThanItsView_data() { addRows(pages); }

    void pageIsNoWiderThanItsView()
    {
        beginRow();
        QFETCH(Maker, make);
        QWidget *page = make();
        QVERIFY(page);
        const StepRail rail;
        PageStack stack;
        showIn(stack, page, smallest - QSize(rail.width(), 340));
        fits(stack);
    }

    void wholePageIsNoWiderThanTheWindow_data() { addRows(wholePages); }

    void wholePageIsNoWiderThanTheWindow()
    {
        beginRow();
        QFETCH(Maker, make);
        PageStack stack;
        showIn(stack, make(), smallest - QSize(0, 120));
        fits(stack);
    }
};

QTEST_MAIN(PageWidthsTest)
#include "tst_pagewidths.moc"
