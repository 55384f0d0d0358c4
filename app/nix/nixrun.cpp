// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/nixrun.h"

#include "nix/logtail.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPromise>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// 20 looks at the log a second, each short enough for a window to stay smooth.
constexpr int tickMsec = 50;
constexpr int sliceMsec = 10;
constexpr int signalMsec = 45; ///< a little less than a tick, which may come early

} // namespace

class NixRun::Private
{
public:
    Private(NixRun *run, QString file)
        : q(run)
        , logFile(std::move(file))
    {
        ticker.setInterval(tickMsec);
        // Behind a fast writer, slices follow each other with only the window's own events between them.
        QObject::connect(&ticker, &QTimer::timeout, q, [this] { ticker.setInterval(readSlice() ? 0 : tickMsec); });
    }

    Result<void> open();
    QFuture<Result<ProcessExit>> run(Command command, std::stop_token stop);
    void end(bool succeeded);

private:
    bool readSlice();
    void drain();
    void apply(QByteArrayView line) { monitor.apply(parseNixLine(line), clock.elapsed()); }

    NixRun *q;
    QString logFile;
    QPromise<Result<ProcessExit>> promise;
    Result<ProcessExit> exit;
    QTimer ticker;
    QElapsedTimer clock;
    LogTail tail;
    QDeadlineTimer nextSignal{0};
    bool untold = false; ///< the monitor changed since progressed() was emitted

public:
    BuildMonitor monitor;
    std::optional<double> endSeconds;
    double secondsNow() const { return endSeconds.value_or(clock.isValid() ? double(clock.elapsed()) / 1000 : 0); }
};

Result<void> NixRun::Private::open()
{
    clock.start();
    QFile file(logFile);
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate) && tail.open(logFile))
        return {};
    return failure(Error::Kind::Io,
                   QCoreApplication::translate("NixBuild",
                                               "The build log %1 cannot be written: %2. Make sure that its "
                                               "folder exists and has space, then build again.")
                       .arg(logFile, file.error() != QFile::NoError ? file.errorString() : tail.errorString()));
}

QFuture<Result<ProcessExit>> NixRun::Private::run(Command command, std::stop_token stop)
{
    command.stderrFile = logFile;
    promise = {};
    promise.start();
    auto future = promise.future();
    ticker.start();
    runProcess(command, std::move(stop)).then(q, [this](const Result<ProcessExit> &ended) {
        ticker.stop();
        exit = ended;
        drain();
    });
    return future;
}

bool NixRun::Private::readSlice()
{
    const bool more = tail.read(
        [this](QByteArrayView line) {
            apply(line);
            untold = true;
        },
        QDeadlineTimer(sliceMsec));
    if (untold && nextSignal.hasExpired()) {
        untold = false;
        nextSignal.setRemainingTime(signalMsec);
        Q_EMIT q->progressed();
    }
    return more;
}

/// The rest of the log after the end of a process, slice by slice.
void NixRun::Private::drain()
{
    if (readSlice()) {
        QTimer::singleShot(0, q, [this] { drain(); });
        return;
    }
    tail.finish([this](QByteArrayView line) { apply(line); });
    // Who waits may delete this run in its continuation: the promise outlives it here.
    auto ending = std::move(promise);
    ending.addResult(exit);
    ending.finish();
}

void NixRun::Private::end(bool succeeded)
{
    endSeconds = secondsNow();
    monitor.end(qint64(*endSeconds * 1000), succeeded);
    Q_EMIT q->progressed();
}

NixRun::NixRun(QString logFile, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(logFile)))
{
}

NixRun::~NixRun() = default;

void NixRun::setHost(const QString &host)
{
    d->monitor.setHost(host);
}

Result<void> NixRun::open()
{
    return d->open();
}

QFuture<Result<ProcessExit>> NixRun::run(Command command, std::stop_token stop)
{
    return d->run(std::move(command), std::move(stop));
}

void NixRun::end(bool succeeded)
{
    d->end(succeeded);
}

const BuildMonitor &NixRun::monitor() const
{
    return d->monitor;
}

double NixRun::seconds() const
{
    return d->secondsNow();
}

} // namespace unmoor
