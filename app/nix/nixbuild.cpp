// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/nixbuild.h"

#include "nix/buildverdict.h"
#include "nix/flake.h"
#include "nix/nixanswers.h"

#include <QPromise>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

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
    return nixCommand(buildArguments(request), request.directory, {.features = request.features});
}

} // namespace

class NixBuild::Private
{
public:
    Private(NixBuild *build, NixBuildRequest what)
        : q(build)
        , request(std::move(what))
        , log(request.logFile, request.logIndexBytes)
    {
        QObject::connect(&log, &NixRun::progressed, q, &NixBuild::progressed);
    }

    QFuture<Result<NixBuildResult>> start(std::stop_token outer);
    void abandon();

private:
    void built(const Result<ProcessExit> &run);
    void verify(const BuiltOutput &output);
    void succeed(const BuiltOutput &output);
    void fail(const BuildFailure &why);
    void cancel();
    void finish(const Result<NixBuildResult> &result);

    NixBuild *q;
    NixBuildRequest request;
    QPromise<Result<NixBuildResult>> promise;
    std::stop_source stop; ///< of the build: asked to stop from outside or by the end of this object
    std::optional<std::stop_callback<std::function<void()>>> onOuterStop;
    bool running = false;

public:
    NixRun log;
};

QFuture<Result<NixBuildResult>> NixBuild::Private::start(std::stop_token outer)
{
    auto future = promise.future();
    promise.start();
    running = true;
    if (const auto ready = log.open(); !ready) {
        finish(std::unexpected(ready.error()));
        return future;
    }
    onOuterStop.emplace(std::move(outer), [source = stop]() mutable { source.request_stop(); });
    log.run(buildCommand(request), stop.get_token()).then(q, [this](const Result<ProcessExit> &run) { built(run); });
    return future;
}

void NixBuild::Private::built(const Result<ProcessExit> &run)
{
    if (!run && run.error().kind == Error::Kind::Canceled)
        return cancel();
    if (!run && run.error().kind == Error::Kind::NotFound)
        return finish(std::unexpected(run.error()));
    if (!run)
        return fail(crashOfNix(run.error()));
    if (run->code != 0)
        return fail(failureOfRun(log.monitor()));
    if (const auto output = parseBuildResult(run->out))
        verify(*output);
    else
        fail(crashOfNix(output.error()));
}

/// Nix's exit code is believed once its store has the path.
void NixBuild::Private::verify(const BuiltOutput &output)
{
    Flake(request.directory)
        .validPaths({output.outPath}, stop.get_token())
        .then(q, [this, output](const Result<QStringList> &valid) {
            if (!valid && valid.error().kind == Error::Kind::Canceled)
                return cancel();
            if (!valid || !valid->contains(output.outPath))
                return fail(pathMissing(output.outPath));
            succeed(output);
        });
}

void NixBuild::Private::succeed(const BuiltOutput &output)
{
    log.end(true);
    const bool isNew = builtAnything(log.monitor());
    finish(NixBuildResult{.outcome = isNew ? NixBuildResult::Outcome::Built : NixBuildResult::Outcome::Cached,
                          .drvPath = output.drvPath,
                          .storePath = output.outPath,
                          .seconds = log.seconds()});
}

void NixBuild::Private::fail(const BuildFailure &why)
{
    log.end(false);
    finish(NixBuildResult{.outcome = NixBuildResult::Outcome::Failed, .seconds = log.seconds(), .failure = why});
}

void NixBuild::Private::cancel()
{
    log.end(false);
    finish(NixBuildResult{.outcome = NixBuildResult::Outcome::Canceled, .seconds = log.seconds()});
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
    finish(NixBuildResult{.outcome = NixBuildResult::Outcome::Canceled, .seconds = log.seconds()});
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
    return d->log.monitor();
}

} // namespace unmoor
