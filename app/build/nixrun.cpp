// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/nixrun.h"

#include "app/buildlog/logfollower.h"
#include "app/core/privatefile.h"
#include "app/core/words.h"

#include <QElapsedTimer>
#include <QFile>
#include <QPromise>

using namespace Qt::StringLiterals;

namespace unmoor {

class NixRun::Private
{
public:
    Private(NixRun *run, QString file, qint64 mostIndexBytes)
        : q(run)
        , logFile(std::move(file))
        , indexBytes(mostIndexBytes)
    {
    }

    Result<void> open();
    QFuture<Result<ProcessExit>> run(Command command, std::stop_token stop);
    void end(bool succeeded);

    QString host; ///< the machine that builds, where it is not this one
    std::unique_ptr<LogFollower> follower; ///< null before open()
    BuildMonitor none;
    std::optional<double> endSeconds;
    double secondsNow() const { return endSeconds.value_or(clock.isValid() ? double(clock.elapsed()) / 1000 : 0); }

private:
    void readRest(const Result<ProcessExit> &exit);

    NixRun *q;
    QString logFile;
    qint64 indexBytes;
    QPromise<Result<ProcessExit>> promise;
    QElapsedTimer clock;
};

Result<void> NixRun::Private::open()
{
    clock.start();
    follower =
        std::make_unique<LogFollower>(logFile, indexBytes, LogFollowing{.isLive = true, .clock = clock, .host = host});
    QObject::connect(follower.get(), &LogFollower::progressed, q, &NixRun::progressed);
    QFile file(logFile);
    const bool canWrite = openPrivate(file, QIODevice::WriteOnly | QIODevice::Truncate);
    if (canWrite && follower->open())
        return {};
    return failure(Error::Kind::Io,
                   Words::tr("The build log %1 cannot be written: %2. Make sure that its "
                             "folder exists and has space, then build again.")
                       .arg(logFile, canWrite ? follower->errorString() : file.errorString()));
}

QFuture<Result<ProcessExit>> NixRun::Private::run(Command command, std::stop_token stop)
{
    command.stderrFile = logFile;
    promise = {};
    promise.start();
    auto future = promise.future();
    follower->start();
    runProcess(command, std::move(stop)).then(q, [this](const Result<ProcessExit> &exit) { readRest(exit); });
    return future;
}

void NixRun::Private::readRest(const Result<ProcessExit> &exit)
{
    follower->finish().then(q, [this, exit] {
        // Who waits may delete this run in its continuation: the promise outlives it here.
        auto ending = std::move(promise);
        ending.addResult(exit);
        ending.finish();
    });
}

void NixRun::Private::end(bool succeeded)
{
    endSeconds = secondsNow();
    follower->end(qint64(*endSeconds * 1000), succeeded);
}

NixRun::NixRun(QString logFile, qint64 mostIndexBytes, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(logFile), mostIndexBytes))
{
}

NixRun::~NixRun() = default;

void NixRun::setHost(const QString &host)
{
    d->host = host;
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
    return d->follower ? d->follower->monitor() : d->none;
}

double NixRun::seconds() const
{
    return d->secondsNow();
}

} // namespace unmoor
