// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/nixbuild.h"

#include "app/build/buildverdict.h"
#include "app/build/remotebuild.h"
#include "app/nix/builders.h"
#include "app/nix/flake.h"
#include "app/nix/nixanswers.h"
#include "app/nix/remotefailure.h"
#include "app/nix/storefolder.h"
#include "app/nix/submodules.h"

#include <QPromise>

using namespace Qt::StringLiterals;

namespace unmoor {

class NixBuild::Private
{
public:
    Private(NixBuild *build, NixBuildRequest what)
        : q(build)
        , request(std::move(what))
        , log(request.logFile, request.logIndexBytes)
    {
        log.setHost(request.store.host);
        QObject::connect(&log, &NixRun::progressed, q, &NixBuild::progressed);
    }

    QFuture<Result<NixBuildResult>> start(std::stop_token outer);
    void abandon();

private:
    void findStore();
    void begin();
    void askBuilders();
    void lookHere();
    void build(const RemoteStore &store);
    void built(const Result<ProcessExit> &run);
    void verifyThere();
    void copyBack();
    void makeRoot();
    void verify();
    void succeed();
    bool failedToRun(const Result<ProcessExit> &run);
    template <typename T, typename Next>
    void ask(const Command &command, Result<T> (*parse)(const QByteArray &), Next next);
    void fail(const BuildFailure &why);
    void cancel();
    void finish(const Result<NixBuildResult> &result);

    NixBuild *q;
    NixBuildRequest request;
    QPromise<Result<NixBuildResult>> promise;
    std::stop_source stop; ///< of the build: asked to stop from outside or by the end of this object
    std::optional<std::stop_callback<std::function<void()>>> onOuterStop;
    bool running = false;
    RemoteStore store; ///< where this run builds: local too where the output was here already
    QString folder = usualStoreFolder; ///< of this machine's store
    BuiltOutput output;
    QString hashThere; ///< of the output, where it was built; empty: here
    qsizetype messagesBefore = 0; ///< of the log, that were said before the present process

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
    findStore();
    return future;
}

void NixBuild::Private::findStore()
{
    storeFolder(request.flake.directory, stop.get_token()).then(q, [this](const Result<QString> &answer) {
        if (!answer && answer.error().kind == Error::Kind::Canceled)
            return cancel();
        if (!answer && answer.error().kind == Error::Kind::NotFound)
            return finish(std::unexpected(answer.error()));
        folder = answer.value_or(usualStoreFolder); // a Nix that does not say is not worth failing for
        begin();
    });
}

void NixBuild::Private::begin()
{
    if (request.useBuilders)
        askBuilders();
    else if (request.store.isLocal())
        build({});
    else
        lookHere();
}

/// Builders that Nix would ignore mean a build on the wrong machine: none is begun.
void NixBuild::Private::askBuilders()
{
    configuredBuilders(request.flake.directory, stop.get_token()).then(q, [this](const Result<NixBuilders> &builders) {
        if (!builders && builders.error().kind == Error::Kind::Canceled)
            return cancel();
        if (!builders)
            return fail(crashOfNix(builders.error()));
        if (const auto refusal = refusalOf(*builders, request.system))
            return fail(*refusal);
        build({});
    });
}

/// What is here already needs no other machine; whether it is does not matter to a build that fails anyway.
void NixBuild::Private::lookHere()
{
    runProcess(outputInfoCommand(request), stop.get_token()).then(q, [this](const Result<ProcessExit> &run) {
        const bool here = run && run->code == 0 && !parsePathInfo(run->out).value_or(QStringList()).isEmpty();
        build(here ? RemoteStore() : request.store);
    });
}

void NixBuild::Private::build(const RemoteStore &where)
{
    store = where;
    if (const auto written = writeSshConfiguration(store); !written)
        return fail(crashOfNix(written.error()));
    log.run(buildCommand(request, store), stop.get_token()).then(q, [this](const Result<ProcessExit> &run) {
        built(run);
    });
}

/// Whether \a run ended badly; then this build has ended too. What it said is in the log, or in its own standard error.
bool NixBuild::Private::failedToRun(const Result<ProcessExit> &run)
{
    if (!run && run.error().kind == Error::Kind::Canceled)
        cancel();
    else if (!run && run.error().kind == Error::Kind::NotFound)
        finish(std::unexpected(run.error()));
    else if (!run)
        fail(crashOfNix(run.error()));
    else if (run->code != 0)
        fail(withSubmoduleNamed(run->err.isEmpty() ? failureOfRun(log.monitor(), messagesBefore)
                                                   : classifyFailure(messagesOf(run->err)),
                                request.flake.directory));
    else
        return false;
    return true;
}

void NixBuild::Private::built(const Result<ProcessExit> &run)
{
    if (failedToRun(run))
        return;
    const auto result = parseBuildResult(run->out);
    if (!result)
        return fail(crashOfNix(result.error()));
    output = *result;
    if (store.isLocal())
        verify();
    else
        verifyThere();
}

/// A question without a log, between the processes that have one.
template <typename T, typename Next>
void NixBuild::Private::ask(const Command &command, Result<T> (*parse)(const QByteArray &), Next next)
{
    runProcess(command, stop.get_token()).then(q, [this, parse, next](const Result<ProcessExit> &run) {
        if (failedToRun(run))
            return;
        if (const auto answer = parse(run->out))
            next(*answer);
        else
            fail(crashOfNix(answer.error()));
    });
}

void NixBuild::Private::verifyThere()
{
    ask<QMap<QString, QString>>(pathInfoCommand(output.outPath, store), parsePathHashes,
                                [this](const QMap<QString, QString> &hashes) {
                                    hashThere = hashes.value(output.outPath);
                                    if (hashThere.isEmpty())
                                        return fail(pathMissingAtHost(output.outPath, store.host));
                                    copyBack();
                                });
}

void NixBuild::Private::copyBack()
{
    messagesBefore = log.monitor().messages().size();
    log.run(copyCommand(output.outPath, store), stop.get_token()).then(q, [this](const Result<ProcessExit> &run) {
        if (!failedToRun(run))
            makeRoot();
    });
}

void NixBuild::Private::makeRoot()
{
    if (request.outLink.isEmpty())
        return verify();
    const auto nothing = [](const QByteArray &) -> Result<bool> { return true; };
    ask<bool>(rootCommand(output.outPath, request.outLink), nothing, [this](bool) { verify(); });
}

/// Nix's exit code is believed once its store has the path, with the contents that it has where it was built.
void NixBuild::Private::verify()
{
    ask<QMap<QString, QString>>(pathInfoCommand(output.outPath, {}), parsePathHashes,
                                [this](const QMap<QString, QString> &hashes) {
                                    if (!hashes.contains(output.outPath))
                                        return fail(pathMissing(output.outPath));
                                    if (!hashThere.isEmpty() && hashes.value(output.outPath) != hashThere)
                                        return fail(copyDiffers(output.outPath, store.host));
                                    succeed();
                                });
}

void NixBuild::Private::succeed()
{
    log.end(true);
    const bool isNew = builtAnything(log.monitor());
    finish(NixBuildResult{.outcome = isNew ? NixBuildResult::Outcome::Built : NixBuildResult::Outcome::Cached,
                          .drvPath = output.drvPath,
                          .storePath = output.outPath,
                          .realPath = realPath(output.outPath, folder),
                          .seconds = log.seconds()});
}

void NixBuild::Private::fail(const BuildFailure &why)
{
    log.end(false);
    finish(NixBuildResult{.outcome = NixBuildResult::Outcome::Failed,
                          .seconds = log.seconds(),
                          .failure = store.isLocal() ? why : failureAtHost(why, store.host, folder)});
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
