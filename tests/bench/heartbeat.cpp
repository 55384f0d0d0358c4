// SPDX-License-Identifier: GPL-3.0-or-later
// Watches the event loop of a Qt program from inside, without a change to it: loaded in front of it (LD_PRELOAD), it
// posts a beat to the program's thread every few milliseconds. How late a beat is taken is how long the turn took that
// was under way. For long turns it notes where the program was, and for how long of it no core was free.
//
// UNMOOR_HEARTBEAT names the file of the report: one line of JSON for each turn longer than UNMOOR_HEARTBEAT_FROM (16
// ms), and one with all beats at the end. Times are of CLOCK_MONOTONIC, in milliseconds.
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cxxabi.h>
#include <dlfcn.h>
#include <execinfo.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr auto betweenBeats = std::chrono::milliseconds(3);
constexpr double stackEach = 30; ///< milliseconds that a beat is late, and again later, until where it is, is noted
constexpr int mostStacks = 12; ///< of a turn
constexpr int mostFrames = 60;

pthread_t watched; ///< the program's thread
pid_t watchedId = 0;
std::array<void *, mostFrames> frames;
std::atomic<int> frameCount = 0;

/// In the watched thread, in the middle of what takes so long.
void noteStack(int)
{
    frameCount = backtrace(frames.data(), mostFrames);
}

double milliseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// Times of the watched thread so far, in milliseconds: on a core, and waiting for one.
struct Usage
{
    double running = 0;
    double waiting = 0;
};

Usage usage()
{
    QFile file(u"/proc/self/task/%1/schedstat"_s.arg(watchedId));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> numbers = file.readAll().simplified().split(' ');
    return {numbers.value(0).toDouble() / 1e6, numbers.value(1).toDouble() / 1e6};
}

QString nameOf(void *address)
{
    Dl_info info{};
    if (!dladdr(address, &info) || !info.dli_sname)
        return {};
    int status = 0;
    char *plain = abi::__cxa_demangle(info.dli_sname, nullptr, nullptr, &status);
    QString name = QString::fromLatin1(status == 0 ? plain : info.dli_sname);
    free(plain);
    return name.left(name.indexOf(u'('));
}

/// Unmoor's own functions first called first; what Qt does is said by the innermost of its.
QJsonArray stackNames()
{
    QJsonArray names;
    for (int i = 2; i < frameCount; ++i)
        if (const QString name = nameOf(frames[std::size_t(i)]);
            !name.isEmpty() && (names.size() < 3 || name.startsWith("unmoor::"_L1)))
            names.append(name);
    return names;
}

class Heart
{
public:
    explicit Heart(const QString &path)
        : m_report(path)
    {
        if (!m_report.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("no heartbeat: %s", qPrintable(m_report.errorString()));
        m_from = qEnvironmentVariable("UNMOOR_HEARTBEAT_FROM", u"16"_s).toDouble();
    }

    void beatOn(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            beat(stop);
            std::this_thread::sleep_for(betweenBeats);
        }
        write({{u"beats"_s, m_beats}, {u"longest"_s, m_longest}});
    }

private:
    void beat(const std::stop_token &stop)
    {
        const Usage before = usage();
        const auto posted = Clock::now();
        m_taken = false;
        QMetaObject::invokeMethod(qApp, [this] { m_taken = true; }, Qt::QueuedConnection);
        QJsonArray stacks;
        while (!m_taken && !stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::microseconds(500));
            if (stacks.size() < mostStacks
                && milliseconds(Clock::now() - posted) > stackEach * double(stacks.size() + 1))
                stacks.append(stackNow(stop));
        }
        note(posted, before, stacks);
    }

    /// Where the watched thread is.
    QJsonArray stackNow(const std::stop_token &stop)
    {
        frameCount = 0;
        pthread_kill(watched, SIGUSR2);
        while (frameCount == 0 && !stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::microseconds(100));
        return stackNames();
    }

    void note(Clock::time_point posted, const Usage &before, const QJsonArray &stacks)
    {
        const double late = milliseconds(Clock::now() - posted);
        if (m_beats++ == 0)
            return; // the program starts, nothing can be pressed yet
        m_longest = std::max(m_longest, late);
        if (late < m_from)
            return;
        const Usage after = usage();
        write({{u"at"_s, milliseconds(posted.time_since_epoch())},
               {u"turn"_s, late},
               {u"ran"_s, after.running - before.running},
               {u"noCore"_s, after.waiting - before.waiting},
               {u"in"_s, stacks}});
    }

    void write(const QJsonObject &line)
    {
        m_report.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
        m_report.flush();
    }

    QFile m_report;
    double m_from = 0;
    std::atomic<bool> m_taken = false;
    qint64 m_beats = 0;
    double m_longest = 0;
};

/// Called by Qt once a QCoreApplication is there; the program may have one before its window's.
void startHeart()
{
    if (!qApp->inherits("QApplication"))
        return;
    const QString path = qEnvironmentVariable("UNMOOR_HEARTBEAT");
    qunsetenv("UNMOOR_HEARTBEAT");
    qunsetenv("LD_PRELOAD"); // what the program starts is not watched
    if (path.isEmpty())
        return;
    watched = pthread_self();
    watchedId = gettid();
    backtrace(frames.data(), 1); // loads what it needs before it is in a signal
    struct sigaction action = {};
    action.sa_handler = noteStack;
    action.sa_flags = SA_RESTART;
    sigaction(SIGUSR2, &action, nullptr);
    static std::jthread thread([path](const std::stop_token &stop) { Heart(path).beatOn(stop); });
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, [] {
        thread.request_stop();
        thread.join();
    });
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(startHeart)
