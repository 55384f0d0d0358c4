// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/flake.h"

#include "app/core/chain.h"
#include "app/nix/builders.h"
#include "app/nix/flakesurvey.h"
#include "app/nix/flaketexts.h"
#include "app/nix/nixanswers.h"
#include "app/nix/nixcommand.h"
#include "app/nix/nixquestion.h"
#include "app/nix/remotefailure.h"
#include "app/nix/storecommands.h"
#include "app/nix/storefolder.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

Result<void> nothing(const QByteArray &)
{
    return {};
}

Result<BuildForecast> noOp()
{
    return BuildForecast{.state = BuildForecast::State::NoOp};
}

/// A dry run that Nix refuses leaves the forecast open; the build will say the same again.
Result<BuildForecast> forecastOf(const Result<ProcessExit> &run)
{
    if (!run)
        return std::unexpected(run.error());
    if (run->code != 0)
        return BuildForecast{.message = nixError(*run).message};
    return parseDryRun(QString::fromUtf8(run->err));
}

/// What is to be said of an output that \a run could not evaluate.
BuildForecast forecastWithout(const Result<ProcessExit> &run, const QString &directory)
{
    using State = BuildForecast::State;
    if (!run)
        return {.state = State::Unbuildable, .message = run.error().message};
    if (run->code == 0)
        return {};
    const bool needsBuild = classifyFailure(messagesOf(run->err)).kind == BuildFailure::Kind::ImportFromDerivation;
    return {.state = needsBuild ? State::Unknown : State::Unbuildable, .message = nixError(*run, directory).message};
}

/// What a machine cannot say: why, in words that name it.
BuildForecast unknownAt(const RemoteStore &store, const ProcessExit &run)
{
    const BuildFailure why = failureAtHost(classifyFailure(messagesOf(run.err)), store.host, usualStoreFolder);
    return {.message = why.message + u' ' + why.hint};
}

/// `nix build --dry-run` of \a output, at \a store.
Command dryRunCommand(const FlakeSource &source, const FlakeOutput &output, const RemoteStore &store)
{
    const QString what = installable(source.reference, packageAttribute(output.system, output.output));
    return nixCommand(QStringList{u"build"_s, what, u"--dry-run"_s, u"--no-link"_s} + builtAtStore(store),
                      source.directory, store.sshOptions);
}

/// A machine that has the output already is still to be copied from.
BuildForecast withCopy(BuildForecast forecast, const FlakeOutput &output)
{
    if (forecast.state == BuildForecast::State::NoOp) {
        forecast.state = BuildForecast::State::Cached;
        forecast.willFetch = {output.outPath};
    }
    return forecast;
}

QFuture<Result<NixInfo>> withBuilders(const QString &directory, std::stop_token stop, const NixInfo &info)
{
    return configuredBuilders(directory, stop).then([info](const Result<NixBuilders> &builders) -> Result<NixInfo> {
        NixInfo all = info;
        if (builders && builders->trusted)
            all.builderSystems = builders->systems;
        return all;
    });
}

/// What \a dryRun says of \a output at \a store, which must have its derivation by now.
QFuture<Result<BuildForecast>> askForecastAt(const RemoteStore &store, const Command &dryRun, const FlakeOutput &output,
                                             std::stop_token stop)
{
    return runProcess(dryRun, std::move(stop))
        .then([store, output](const Result<ProcessExit> &run) -> Result<BuildForecast> {
            if (run && run->code != 0)
                return unknownAt(store, *run);
            return forecastOf(run).transform([&](const BuildForecast &forecast) { return withCopy(forecast, output); });
        });
}

} // namespace

Flake::Flake(FlakeSource source)
    : m_source(std::move(source))
{
}

Flake::Flake(const QString &directory)
    : Flake(flakeInFolder(directory))
{
}

QFuture<Result<NixInfo>> nixSettings(const QString &directory, std::stop_token stop)
{
    const auto ask = [directory, stop](const QStringList &arguments) {
        return askNix<NixInfo>(nixCommand(arguments, directory), stop, parseNixConfig);
    };
    return inEitherCase(ask({u"config"_s, u"show"_s, u"--json"_s}), [ask](const Result<NixInfo> &config) {
        // Its name up to Nix 2.18.
        const bool retry = !config && config.error().kind == Error::Kind::Failed;
        return retry ? ask({u"show-config"_s, u"--json"_s}) : finished(config);
    });
}

QFuture<Result<QString>> storeFolder(const QString &directory, std::stop_token stop)
{
    return nixSettings(directory, std::move(stop)).then([](const Result<NixInfo> &nix) {
        return nix.transform([](const NixInfo &info) { return info.storeFolder; });
    });
}

QFuture<Result<NixInfo>> Flake::info(std::stop_token stop) const
{
    const auto version = [](const QByteArray &text) -> Result<QString> { return parseNixVersion(text); };
    const auto asked = askNix<QString>(nixCommand({u"--version"_s}, m_source.directory), stop, version);
    const auto known = andThen(asked, [directory = m_source.directory, stop](const QString &number) {
        return andThen(nixSettings(directory, stop), [number](NixInfo info) {
            info.version = number;
            return finished<NixInfo>(info);
        });
    });
    return andThen(known, [directory = m_source.directory, stop](const NixInfo &info) {
        return withBuilders(directory, stop, info);
    });
}

QFuture<Result<QList<FlakeOutput>>> Flake::outputs(std::stop_token stop) const
{
    return surveyOutputs(m_source, std::move(stop));
}

QFuture<Result<QString>> Flake::evalText(const QString &attribute, std::stop_token stop) const
{
    const QString what = installable(m_source.reference, attribute);
    return askNix<QString>(nixCommand({u"eval"_s, u"--json"_s, what}, m_source.directory), std::move(stop), parseValue);
}

QFuture<Result<QMap<QString, QString>>> Flake::textsBelow(const QString &attribute, std::stop_token stop) const
{
    return surveyTexts(m_source, attribute, std::move(stop));
}

QFuture<BuildForecast> Flake::whyNotEvaluated(const QString &system, const QString &output, std::stop_token stop) const
{
    QString name = output;
    name.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u"${"_s, u"\\${"_s);
    const QString packages = installable(m_source.reference, u"packages."_s + quotedAttribute(system));
    const Command hasIt =
        nixCommand({u"eval"_s, u"--json"_s, packages, u"--apply"_s, u"p: builtins.hasAttr \"%1\" p"_s.arg(name)},
                   m_source.directory);
    return inEitherCase(
        askNix<QString>(hasIt, stop, parseValue), [self = *this, system, output, stop](const Result<QString> &isThere) {
            if (isThere.value_or(QString()) != "true"_L1)
                return QtFuture::makeReadyValueFuture(BuildForecast());
            const QString what = installable(self.m_source.reference, packageAttribute(system, output) + u".drvPath"_s);
            const QString directory = self.m_source.directory;
            return runProcess(nixCommand({u"eval"_s, u"--json"_s, what}, directory), stop)
                .then([directory](const Result<ProcessExit> &run) { return forecastWithout(run, directory); });
        });
}

QFuture<Result<void>> Flake::checkLockFile(std::stop_token stop) const
{
    const QStringList arguments{u"flake"_s, u"metadata"_s, u"--json"_s, m_source.reference};
    return askNix<void>(nixCommand(arguments, m_source.directory), std::move(stop), nothing);
}

QFuture<Result<void>> Flake::check(std::stop_token stop) const
{
    const QStringList arguments{u"flake"_s, u"check"_s, m_source.reference};
    return askNix<void>(nixCommand(arguments, m_source.directory), std::move(stop), nothing);
}

QFuture<Result<QStringList>> Flake::validPaths(const QStringList &paths, std::stop_token stop) const
{
    if (paths.isEmpty())
        return finished<QStringList>({});
    const QStringList arguments = QStringList{u"path-info"_s, u"--json"_s} + paths;
    return askNix<QStringList>(nixCommand(arguments, m_source.directory), std::move(stop), parsePathInfo);
}

QFuture<Result<BuildForecast>> Flake::forecast(const FlakeOutput &output, std::stop_token stop) const
{
    const Command dryRun = dryRunCommand(m_source, output, {});
    return andThen(validPaths({output.outPath}, stop), [dryRun, stop](const QStringList &valid) {
        return valid.isEmpty() ? runProcess(dryRun, stop).then(forecastOf) : finished(noOp());
    });
}

QFuture<Result<BuildForecast>> Flake::forecastAt(const RemoteStore &store, const FlakeOutput &output,
                                                 std::stop_token stop) const
{
    if (const auto written = writeSshConfiguration(store); !written)
        return finished<BuildForecast>(std::unexpected(written.error()));
    const Command send = sendCommand(output.drvPath, store);
    const Command dryRun = dryRunCommand(m_source, output, store);
    return andThen(validPaths({output.outPath}, stop), [=](const QStringList &valid) {
        if (!valid.isEmpty())
            return finished(noOp());
        return andThen(runProcess(send, stop), [=](const ProcessExit &sent) {
            return sent.code == 0 ? askForecastAt(store, dryRun, output, stop)
                                  : finished<BuildForecast>(unknownAt(store, sent));
        });
    });
}

} // namespace unmoor
