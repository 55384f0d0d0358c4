// SPDX-License-Identifier: GPL-3.0-or-later
// A build that prints a million lines, without Unmoor, under the window's log, and by `unmoor build`; a finished log of
// that size; the parser.
//
// bench_buildlog [LINES [ROUNDS]]        needs nix, jq and less on PATH; built as Release, see README.md
#include "app/build/nixbuild.h"
#include "app/buildlog/logfollower.h"
#include "app/buildlog/logsave.h"
#include "ui/build/logpanel.h"
#include "ui/build/logview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

int rounds = 3;
constexpr int patience = 600'000;

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.isEmpty() ? 0 : values[values.size() / 2];
}

double milliseconds(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

/// Memory of this process that is its own, in bytes.
qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> pages = file.readAll().split(' ');
    return (pages.value(1).toLongLong() - pages.value(2).toLongLong()) * sysconf(_SC_PAGESIZE);
}

/// Seconds that a command takes; its output is thrown away unless it is redirected.
double secondsOf(const QString &commandLine)
{
    QElapsedTimer clock;
    clock.start();
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(u"bash"_s, {u"-c"_s, commandLine});
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        qFatal("failed: %s\n%s", qPrintable(commandLine), process.readAllStandardError().constData());
    return milliseconds(clock) / 1000;
}

/// The longest time between two turns of the event loop.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            m_longest = std::max(m_longest, milliseconds(m_since));
            m_since.restart();
        });
        m_since.start();
        m_timer.start();
    }
    double longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
};

/// Copies of the sample project, each of which Nix has to build anew.
class Project
{
public:
    explicit Project(qsizetype lines)
    {
        const QString source = QStringLiteral(UNMOOR_SOURCE_DIR "/resources/sample");
        QDirIterator files(source, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString to = path() + u'/' + QDir(source).relativeFilePath(files.next());
            QDir().mkpath(QFileInfo(to).path());
            QFile::copy(files.filePath(), to);
            QFile::setPermissions(to, QFile::permissions(to) | QFile::WriteOwner);
        }
        replace(u"nix/release.nix"_s, "i<=1000000", "i<=" + QByteArray::number(lines));
        // For the command, what prints has to be a target, whose output holds an archive.
        replace(u"nix/release.nix"_s, "number %d of the noisy workspace\\n\",i,i}'; touch $out",
                "number %d of the noisy workspace\\n\",i,i}'; mkdir $out; tar -czf $out/noisy.tar.gz -T /dev/null");
        replace(u"flake.nix"_s, "packages = each \"packages\";",
                "packages.x86_64-linux.noisy = (perSystem \"x86_64-linux\").legacyPackages.demo.noisy;");
        write(
            u"unmoor.toml"_s,
            "schema = 1\n[project]\nname = \"noisy\"\nversion = { literal = \"1.0.0\" }\nrepository = \"owner/noisy\"\n"
            "[[target]]\ntriple = \"x86_64-unknown-linux-gnu\"\nsystem = \"x86_64-linux\"\noutput = \"noisy\"\n"
            "archive = \"noisy.tar.gz\"\n");
        secondsOf(u"cd '%1' && git init -q"_s.arg(path()));
        renew();
    }

    QString path() const { return m_folder.filePath(u"project"_s); }
    QString file(const QString &name) const { return m_folder.filePath(name); }

    /// Changes what the step prints, so that it is built again.
    void renew()
    {
        const QByteArray nonce = QUuid::createUuid().toByteArray(QUuid::Id128).first(9);
        replace(u"nix/release.nix"_s, "noisy " + m_word, "noisy " + nonce); // as long as "workspace"
        m_word = nonce;
        secondsOf(
            u"cd '%1' && git add -A && git -c user.name=b -c user.email=b@example.invalid commit -qm x"_s.arg(path()));
    }

private:
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(path() + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the project could not be written");
    }

    void replace(const QString &name, const QByteArray &before, const QByteArray &after) const
    {
        QFile file(path() + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no sample");
        QByteArray text = file.readAll();
        if (!text.contains(before))
            qFatal("the sample is another than this program knows");
        write(name, text.replace(before, after));
    }

    QTemporaryDir m_folder;
    QByteArray m_word = "workspace";
};

struct Window
{
    Window()
    {
        panel.resize(900, 600);
        panel.show();
    }
    LogPanel panel;
};

qsizetype numberedLines(const LogStore &log)
{
    return linesThatMatch(log, 0, log.lineCount(), {}, *LogMatcher::forPattern(u"^line [0-9]{7}: "_s), {}).size();
}

/// Seconds of `unmoor build`, whose output goes into a file as a script's does. Each of \a lines has to be in it.
double secondsByCommand(const Project &project, qsizetype lines)
{
    const QString said = project.file(u"said.log"_s);
    const double seconds = secondsOf(u"'%1' build --project '%2' --state-dir '%3' > '%4' 2>&1"_s.arg(
        QStringLiteral(UNMOOR_PROGRAM), project.path(), project.file(u"state"_s), said));
    secondsOf(u"[ $(grep -c 'line [0-9]*: compiling' '%1') = %2 ]"_s.arg(said).arg(lines));
    return seconds;
}

/// (a) to (d): builds in turn without Unmoor, with the window, and by command.
QString benchBuilds(Project &project, qsizetype lines)
{
    QList<double> plain;
    QList<double> ours;
    QList<double> commands;
    QList<double> stalls;
    QList<double> shares;
    QString log;
    for (int round = 0; round < rounds; ++round) {
        project.renew();
        plain += secondsOf(u"cd '%1' && nix --extra-experimental-features 'nix-command flakes' build "
                           "'.#legacyPackages.x86_64-linux.demo.noisy' --no-link --no-update-lock-file "
                           "--log-format internal-json 2> '%2'"_s.arg(project.path(), project.file(u"plain.log"_s)));
        project.renew();
        log = project.file(u"ours-%1.log"_s.arg(round));
        Window window;
        const qint64 before = residentBytes();
        NixBuild build({.flake = flakeInFolder(project.path()),
                        .attribute = u"legacyPackages.x86_64-linux.demo.noisy"_s,
                        .logFile = log});
        window.panel.setMonitor(&build.monitor());
        bool isShown = false;
        QElapsedTimer clock;
        QObject::connect(&build, &NixBuild::progressed, &window.panel, [&] {
            if (!std::exchange(isShown, true))
                window.panel.setMonitor(&build.monitor());
            window.panel.refresh(clock.elapsed());
        });
        clock.start();
        Heartbeat heartbeat;
        const auto future = build.start({});
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience) || !future.result()
            || future.result()->outcome != NixBuildResult::Outcome::Built)
            qFatal("the build failed");
        ours += milliseconds(clock) / 1000;
        stalls += heartbeat.longest();
        const double text = double(lines) * 64;
        shares += double(residentBytes() - before) / text;
        const qsizetype counted = numberedLines(*build.monitor().log());
        std::printf("  round %d: plain %.2f s, ours %.2f s, longest stall %.0f ms, memory %.2f of the text, "
                    "%lld of %lld lines\n",
                    round + 1, plain.last(), ours.last(), stalls.last(), shares.last(), (long long)counted,
                    (long long)lines);
        if (counted != lines)
            qFatal("lines are missing");
        project.renew();
        commands += secondsByCommand(project, lines);
        std::printf("           by command %.2f s\n", commands.last());
    }
    std::printf("build: plain %.2f s, ours %.2f s, ratio %.3f; longest stall %.0f ms; memory %.2f of the text\n",
                median(plain), median(ours), median(ours) / median(plain), median(stalls), median(shares));
    std::printf("by command: %.2f s, ratio %.3f\n", median(commands), median(commands) / median(plain));
    return log;
}

double searchMilliseconds(LogView &view, const LogMatcher &matcher)
{
    QElapsedTimer clock;
    clock.start();
    view.setMatcher(matcher);
    if (!QTest::qWaitFor([&] { return view.isSettled(); }, patience))
        qFatal("the search never ended");
    return milliseconds(clock);
}

/// Milliseconds until less, in a terminal, shows the end of \a file, which holds \a word.
double lessMilliseconds(const QString &file, const QByteArray &word)
{
    QElapsedTimer clock;
    clock.start();
    int terminal = -1;
    winsize size{.ws_row = 40, .ws_col = 120, .ws_xpixel = 0, .ws_ypixel = 0};
    const pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
    if (child == 0) {
        setenv("TERM", "xterm", 1);
        execlp("less", "less", "+G", qPrintable(file), nullptr);
        _exit(127);
    }
    QByteArray shown;
    char buffer[4096];
    while (!shown.contains(word)) {
        const ssize_t got = read(terminal, buffer, sizeof buffer);
        if (got <= 0)
            qFatal("less ended: %s", shown.constData());
        shown.append(buffer, got);
    }
    const double time = milliseconds(clock);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(terminal);
    return time;
}

/// (e): a log of an earlier session.
void benchFinishedLog(const QString &log, const QString &plainText, qsizetype lines)
{
    QList<double> painted;
    QList<double> counted;
    QList<double> words;
    QList<double> patterns;
    QList<double> less;
    QList<double> stalls;
    for (int round = 0; round < rounds; ++round) {
        Window window;
        QCoreApplication::processEvents();
        Heartbeat heartbeat;
        QElapsedTimer clock;
        clock.start();
        LogFollower follower(log, LogStore::defaultIndexBytes, {.hasSucceeded = true});
        if (!follower.open())
            qFatal("no log");
        double first = -1;
        QObject::connect(&follower, &LogFollower::progressed, &window.panel, [&] {
            window.panel.refresh(0);
            if (first < 0 && window.panel.view()->rowCount() > 40) {
                window.panel.repaint();
                first = milliseconds(clock);
            }
        });
        window.panel.setMonitor(&follower.monitor());
        const auto all = follower.finish();
        if (!QTest::qWaitFor([&] { return all.isFinished(); }, patience))
            qFatal("never read");
        painted += first;
        counted += milliseconds(clock);
        LogView &view = *window.panel.view();
        words += searchMilliseconds(view, LogMatcher::forText(u"crate number 77777"_s));
        const auto hits = view.hitCount();
        patterns += searchMilliseconds(view, *LogMatcher::forPattern(u"crate number 7{5}\\d? of"_s));
        stalls += heartbeat.longest();
        if (hits != 11 || view.hitCount() != 11)
            std::printf("  hits: %lld and %lld\n", (long long)hits, (long long)view.hitCount());
        const QByteArray last = "line " + QByteArray::number(lines).rightJustified(7, '0');
        less += lessMilliseconds(plainText, last);
    }
    std::printf(
        "finished log: first screen %.0f ms, all of it %.0f ms, search words %.0f ms, search a pattern %.0f ms, "
        "longest stall %.0f ms; less +G of its text %.0f ms\n",
        median(painted), median(counted), median(words), median(patterns), median(stalls), median(less));
}

/// (f): the records alone, on one core.
void benchParser(const QString &log, const QString &jsonLines)
{
    QFile file(log);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no log");
    const QByteArray bytes = file.readAll();
    const auto records = double(bytes.count('\n'));
    QList<double> ours;
    QList<double> jq;
    for (int round = 0; round < rounds; ++round) {
        auto store = std::make_shared<LogStore>(log);
        store->open();
        LogFeed feed(store);
        QElapsedTimer clock;
        clock.start();
        qsizetype from = 0;
        for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', from)) {
            feed.read(QByteArrayView(bytes).sliced(from, end - from), from, 0);
            from = end + 1;
        }
        ours += records / milliseconds(clock) * 1000;
        jq += records / secondsOf(u"jq -c .action '%1' > /dev/null"_s.arg(jsonLines));
    }
    std::printf("parser into monitor and index: %.0f records/s; jq -c .action: %.0f records/s; %.1f times as fast\n",
                median(ours), median(jq), median(ours) / median(jq));
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    theme::apply(app, theme::Appearance::Light);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const qsizetype lines = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    if (argc > 2)
        rounds = QByteArray(argv[2]).toInt();
    Project project(lines);
    const QString log = benchBuilds(project, lines);
    const QString jsonLines = project.file(u"records.json"_s);
    secondsOf(u"sed -n 's/^@nix //p' '%1' > '%2'"_s.arg(log, jsonLines));
    benchParser(log, jsonLines);
    const QString plainText = project.file(u"plain.txt"_s);
    secondsOf(u"jq -r 'select(.type==101) | .fields[0]' '%1' > '%2'"_s.arg(jsonLines, plainText));
    benchFinishedLog(log, plainText, lines);
    return 0;
}
