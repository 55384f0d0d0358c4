// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/nixbuild.h"

#include "nix/buildverdict.h"
#include "nix/logtail.h"
#include "nix/nixcommand.h"

#include <QCoreApplication>
#include <QPromise>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// 20 looks at the log a second, each short enough for a window to stay smooth.
constexpr int tickMsec = 50;
constexpr int sliceMsec = 10;
constexpr int signalMsec = 45; ///< a little less than a tick, which may come early

QStringList buildArguments(const NixBuildRequest &request)
{
    const QString attribute =
        request.attribute.isEmpty() ? packageAttribute(request.system, request.output) : request.attribute;
    QStringList arguments{u"build"_s, installable(flakeReference(request.directory), attribute), u"--log-format"_s,
                          u"internal-json"_s, u"--json"_s};
    if (request.outLink.isEmpty())
        arguments += u"--no-link"_s;
    else
        arguments += {u"--out-link"_s, request.outLink};
    return arguments;
}

Command buildCommand(const NixBuildRequest &request)
{
    Command command = nixCommand(buildArguments(request), request.directory);
    command.stderrFile = request.logFile;
    return command;
}

/// Every run has a log of its own, from its first byte.
Result<void> makeLogFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return {};
    return failure(Error::Kind::Io,
                   QCoreApplication::translate("NixBuild",
                                               "The build log %1 cannot be written: %2. Make sure that its "
                                               "folder exists and has space, then build again.")
                       .arg(path, file.errorString()));
}

} // namespace

class NixBuild::Private
{
public:
    Private(NixBuild *build, NixBuildRequest what)
        : q(build)
        , request(std::move(what))
    {
        ticker.setInterval(tickMsec);
        // Behind a fast writer, slices follow each other with only the window's own events between them.
        QObject::connect(&ticker, &QTimer::timeout, q, [this] { ticker.setInterval(readSlice() ? 0 : tickMsec); });
    }

    QFuture<Result<NixBuildResult>> start(std::stop_token outer);
    void abandon();

private:
    Result<void> prepare();
    bool readSlice();
    void drain();
    void judge();
    void verify(const BuiltOutput &built);
    void finish(const Result<NixBuildResult> &result);
    NixBuildResult resultOf(NixBuildResult::Outcome outcome) const;
    NixBuildResult failed(BuildFailure why) const;

    NixBuild *q;
    NixBuildRequest request;
    QPromise<Result<NixBuildResult>> promise;
    std::stop_source stop; ///< of the run: asked to stop from outside or by the end of this object
    std::optional<std::stop_callback<std::function<void()>>> onOuterStop;
    QTimer ticker;
    QElapsedTimer clock;
    LogTail tail;
    QDeadlineTimer nextSignal{0};
    bool untold = false; ///< the monitor changed since progressed() was emitted
    Result<ProcessExit> run;
    double seconds = 0;
    bool running = false;

public:
    BuildMonitor monitor;
};

QFuture<Result<NixBuildResult>> NixBuild::Private::start(std::stop_token outer)
{
    auto future = promise.future();
    promise.start();
    running = true;
    clock.start();
    if (const auto ready = prepare(); !ready) {
        finish(std::unexpected(ready.error()));
        return future;
    }
    onOuterStop.emplace(std::move(outer), [source = stop]() mutable { source.request_stop(); });
    ticker.start();
    runProcess(buildCommand(request), stop.get_token()).then(q, [this](const Result<ProcessExit> &exit) {
        run = exit;
        seconds = double(clock.elapsed()) / 1000;
        ticker.stop();
        drain();
    });
    return future;
}

Result<void> NixBuild::Private::prepare()
{
    if (const auto made = makeLogFile(request.logFile); !made)
        return made;
    if (tail.open(request.logFile))
        return {};
    return failure(Error::Kind::Io,
                   QCoreApplication::translate("NixBuild", "The build log %1 cannot be read: %2.")
                       .arg(request.logFile, tail.errorString()));
}

/// Returns true where more is waiting.
bool NixBuild::Private::readSlice()
{
    const auto take = [this](QByteArrayView line) {
        monitor.apply(parseNixLine(line), clock.elapsed());
        untold = true;
    };
    const bool more = tail.read(take, QDeadlineTimer(sliceMsec));
    if (untold && nextSignal.hasExpired()) {
        untold = false;
        nextSignal.setRemainingTime(signalMsec);
        Q_EMIT q->progressed();
    }
    return more;
}

/// The rest of the log after the end of the run, slice by slice.
void NixBuild::Private::drain()
{
    if (readSlice()) {
        QTimer::singleShot(0, q, [this] { drain(); });
        return;
    }
    tail.finish([this](QByteArrayView line) { monitor.apply(parseNixLine(line), clock.elapsed()); });
    judge();
}

void NixBuild::Private::judge()
{
    const bool succeeded = run && run->code == 0;
    monitor.end(qint64(seconds * 1000), succeeded);
    Q_EMIT q->progressed();
    if (!run && run.error().kind == Error::Kind::Canceled)
        return finish(resultOf(NixBuildResult::Outcome::Canceled));
    if (!run && run.error().kind == Error::Kind::NotFound)
        return finish(std::unexpected(run.error()));
    if (!succeeded)
        return finish(failed(run ? failureOfRun(monitor) : crashOfNix(run.error())));
    if (const auto built = parseBuildResult(run->out))
        verify(*built);
    else
        finish(failed(crashOfNix(built.error())));
}

/// Nix's exit code is believed once its store has the path.
void NixBuild::Private::verify(const BuiltOutput &built)
{
    Flake(request.directory)
        .validPaths({built.outPath}, stop.get_token())
        .then(q, [this, built](const Result<QStringList> &valid) {
            if (!valid && valid.error().kind == Error::Kind::Canceled)
                return finish(resultOf(NixBuildResult::Outcome::Canceled));
            if (!valid || !valid->contains(built.outPath))
                return finish(failed(pathMissing(built.outPath)));
            NixBuildResult result =
                resultOf(builtAnything(monitor) ? NixBuildResult::Outcome::Built : NixBuildResult::Outcome::Cached);
            result.drvPath = built.drvPath;
            result.storePath = built.outPath;
            finish(result);
        });
}

NixBuildResult NixBuild::Private::resultOf(NixBuildResult::Outcome outcome) const
{
    return {.outcome = outcome, .seconds = seconds};
}

NixBuildResult NixBuild::Private::failed(BuildFailure why) const
{
    NixBuildResult result = resultOf(NixBuildResult::Outcome::Failed);
    result.failure = std::move(why);
    return result;
}

void NixBuild::Private::finish(const Result<NixBuildResult> &result)
{
    running = false;
    onOuterStop.reset();
    // Who waits may delete this build in its continuation: the promise outlives it here.
    auto ending = std::move(promise);
    ending.addResult(result);
    ending.finish();
}

/// The object goes: its run is asked to stop and nobody waits for it.
void NixBuild::Private::abandon()
{
    if (!running)
        return;
    stop.request_stop();
    seconds = double(clock.elapsed()) / 1000;
    finish(resultOf(NixBuildResult::Outcome::Canceled));
}

NixBuild::NixBuild(NixBuildRequest request, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(request)))
{
}

NixBuild::~NixBuild()
{
    d->abandon();
}

QFuture<Result<NixBuildResult>> NixBuild::start(std::stop_token stop)
{
    return d->start(std::move(stop));
}

const BuildMonitor &NixBuild::monitor() const
{
    return d->monitor;
}

BuildMonitor monitorOfLog(const QByteArray &log)
{
    BuildMonitor monitor;
    const auto apply = [&](QByteArrayView line) { monitor.apply(parseNixLine(line), 0); };
    qsizetype from = 0;
    for (qsizetype end = log.indexOf('\n'); end >= 0; end = log.indexOf('\n', from)) {
        apply(QByteArrayView(log).sliced(from, end - from));
        from = end + 1;
    }
    if (from < log.size())
        apply(QByteArrayView(log).sliced(from));
    return monitor;
}

} // namespace unmoor
