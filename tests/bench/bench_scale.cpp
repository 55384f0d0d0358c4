// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a project with 40 targets, 300 releases of 60 files each, and 5,000 builds in the ledger: how long it
// takes to open, to show each page, and what it costs to stand still. How long a start takes is start.py's.
//
// bench_scale [IDLE_SECONDS]    needs git on PATH and a screen; built as Release, see README.md
#include "app/ledger/ledger.h"
#include "app/release/session.h"
#include "tests/app/project/gitrepository.h"
#include "ui/mainframe/mainwindow.h"
#include "ui/mainframe/workspace.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr int targets = 40, releases = 300, filesOfARelease = 60, builds = 5000, rounds = 5;

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.isEmpty() ? 0 : values[values.size() / 2];
}

/// Memory of this process that is its own, in MiB.
double residentMiB()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> pages = file.readAll().split(' ');
    return double((pages.value(1).toLongLong() - pages.value(2).toLongLong()) * sysconf(_SC_PAGESIZE)) / (1 << 20);
}

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

QString tripleOf(int target)
{
    return u"x86_64-part%1-linux-gnu"_s.arg(target);
}

QByteArray manifest()
{
    QByteArray text = "schema = 1\n[project]\nname = \"large\"\nversion = { literal = \"300.0.0\" }\n"
                      "repository = \"owner/large\"\ntag = \"v{version}\"\n";
    for (int target = 0; target < targets; ++target)
        text +=
            u"[[target]]\ntriple = \"%1\"\nsystem = \"x86_64-linux\"\noutput = \"o%2\"\narchive = \"o%2.tar.gz\"\n"_s
                .arg(tripleOf(target))
                .arg(target)
                .toUtf8();
    return text;
}

QByteArray changelog()
{
    QByteArray text = "# Changelog\n\n";
    for (int release = releases; release > 0; --release)
        text += u"## %1.0.0 (2026-01-01)\n\n- Words about what came with it\n- More words\n\n"_s.arg(release).toUtf8();
    return text;
}

bool fillLedger(Ledger &ledger, const QString &project, const QString &head)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    bool isWritten = true;
    for (int build = 0; build < builds; ++build) {
        BuildRecord record{
            .project = project,
            .revision = build + targets < builds ? QString::number(build / targets).rightJustified(40, u'a') : head,
            .version = u"%1.0.0"_s.arg(build * releases / builds),
            .triple = tripleOf(build % targets),
            .outcome = u"failed"_s,
            .seconds = 60.0 + build % 600,
            .startedAt = now.addSecs(build - builds)};
        const auto id = ledger.startBuild(record);
        isWritten = isWritten && id.has_value();
        record.id = id.value_or(0);
        isWritten = isWritten && ledger.finishBuild(record).has_value();
    }
    for (int release = 1; release <= releases; ++release) {
        const QString tag = u"v%1.0.0"_s.arg(release);
        isWritten = isWritten
            && ledger
                   .recordRelease({.project = project,
                                   .repository = u"owner/large"_s,
                                   .version = u"%1.0.0"_s.arg(release),
                                   .tag = tag,
                                   .revision = head,
                                   .state = u"verified"_s,
                                   .files = filesOfARelease,
                                   .bytes = qint64(release) << 20,
                                   .buildSeconds = 600,
                                   .updatedAt = now.addDays(release - releases)})
                   .has_value();
        for (int file = 0; file < filesOfARelease; ++file)
            isWritten = isWritten
                && ledger
                       .recordUpload({.repository = u"owner/large"_s,
                                      .tag = tag,
                                      .fileName = u"o%1.tar.gz"_s.arg(file),
                                      .releaseId = release,
                                      .assetId = release * filesOfARelease + file,
                                      .bytes = 1 << 20,
                                      .sha256 = QByteArray(64, 'a'),
                                      .uploadedAt = now})
                       .has_value();
    }
    return isWritten;
}

void settle()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents();
}

/// Milliseconds until \a show has put something on the screen.
double millisecondsOf(const std::function<void()> &show)
{
    QElapsedTimer clock;
    clock.start();
    show();
    settle();
    return double(clock.nsecsElapsed()) / 1e6;
}

bool waitFor(const QFuture<Result<void>> &future)
{
    QFutureWatcher<Result<void>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result().has_value();
}

void report(const QString &what, const QList<double> &values, const QString &unit = u"ms"_s)
{
    std::printf("%-48s %8.1f %s (worst %.1f)\n", qPrintable(what), median(values), qPrintable(unit),
                *std::ranges::max_element(values));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    theme::apply(app, theme::Appearance::Light);
    isolateGit();
    const int idleSeconds = argc > 1 ? QByteArray(argv[1]).toInt() : 20;
    QTemporaryDir state;
    GitRepository repository;
    repository.write(u"unmoor.toml"_s, manifest());
    const QString head = repository.commit(u"CHANGELOG.md"_s, changelog());
    Engine engine(state.path());
    if (!engine.open() || !fillLedger(*engine.ledger(), repository.path(), head))
        qFatal("the ledger could not be filled");

    QList<double> start, open;
    QMap<int, QList<double>> pages;
    const QStringList names{u"Plan"_s, u"Build"_s, u"Archives"_s, u"Notes"_s, u"Publish"_s, u"History"_s};
    for (int round = 0; round < rounds; ++round) {
        SessionOptions options;
        options.trust = Trust::Given;
        std::unique_ptr<MainWindow> window;
        start += millisecondsOf([&] {
            window = std::make_unique<MainWindow>(engine, options);
            window->show();
        });
        auto session = std::make_unique<Session>(engine, options);
        open += millisecondsOf([&] {
            if (!waitFor(session->open(repository.path())))
                qFatal("the project did not open");
            window->showSession(*session);
        });
        for (int step = StepRail::StepCount - 1; step >= 0; --step)
            pages[step] += millisecondsOf([&] { window->workspace()->setStep(StepRail::Step(step)); });
        window.reset();
    }
    report(u"start page"_s, start);
    report(u"open the project"_s, open);
    for (const auto &[step, values] : pages.asKeyValueRange())
        report(u"show "_s + names[step], values);

    Session session(engine, {}); // outlives the window
    MainWindow window(engine, {});
    window.show();
    if (!waitFor(session.open(repository.path())))
        qFatal("the project did not open");
    window.showSession(session);
    const auto standStill = [](int seconds) {
        QEventLoop idle;
        QTimer::singleShot(seconds * 1000, &idle, &QEventLoop::quit);
        idle.exec();
    };
    standStill(2); // what opening has set off ends
    const double before = processorSeconds();
    standStill(idleSeconds);
    std::printf("%-48s %8.3f s in %d s\n", "processor time while nothing happens", processorSeconds() - before,
                idleSeconds);
    std::printf("%-48s %8.1f MiB\n", "memory of its own", residentMiB());
    return 0;
}
