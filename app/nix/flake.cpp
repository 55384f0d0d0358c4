// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/flake.h"

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

QFuture<Result<NixInfo>> withBuilders(const QString &directory, std::stop_token stop, const Result<NixInfo> &info)
{
    if (!info)
        return QtFuture::makeReadyValueFuture(info);
    return configuredBuilders(directory, stop).then([info](const Result<NixBuilders> &builders) -> Result<NixInfo> {
        NixInfo all = *info;
        if (builders && builders->trusted)
            all.builderSystems = builders->systems;
        return all;
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
    return ask({u"config"_s, u"show"_s, u"--json"_s})
        .then([ask](const Result<NixInfo> &config) {
            // Its name up to Nix 2.18.
            const bool retry = !config && config.error().kind == Error::Kind::Failed;
            return retry ? ask({u"show-config"_s, u"--json"_s}) : QtFuture::makeReadyValueFuture(config);
        })
        .unwrap();
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
    return askNix<QString>(nixCommand({u"--version"_s}, m_source.directory), stop, version)
        .then([directory = m_source.directory, stop](const Result<QString> &known) {
            if (!known)
                return QtFuture::makeReadyValueFuture(Result<NixInfo>(std::unexpected(known.error())));
            return nixSettings(directory, stop).then([known](const Result<NixInfo> &config) {
                return config.transform([&](NixInfo info) {
                    info.version = *known;
                    return info;
                });
            });
        })
        .unwrap()
        .then([directory = m_source.directory, stop](const Result<NixInfo> &info) {
            return withBuilders(directory, stop, info);
        })
        .unwrap();
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
    return askNix<QString>(hasIt, stop, parseValue)
        .then([self = *this, system, output, stop](const Result<QString> &isThere) {
            if (isThere.value_or(QString()) != "true"_L1)
                return QtFuture::makeReadyValueFuture(BuildForecast());
            const QString what = installable(self.m_source.reference, packageAttribute(system, output) + u".drvPath"_s);
            const QString directory = self.m_source.directory;
            return runProcess(nixCommand({u"eval"_s, u"--json"_s, what}, directory), stop)
                .then([directory](const Result<ProcessExit> &run) { return forecastWithout(run, directory); });
        })
        .unwrap();
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
        return QtFuture::makeReadyValueFuture(Result<QStringList>(QStringList()));
    const QStringList arguments = QStringList{u"path-info"_s, u"--json"_s} + paths;
    return askNix<QStringList>(nixCommand(arguments, m_source.directory), std::move(stop), parsePathInfo);
}

QFuture<Result<BuildForecast>> Flake::forecast(const FlakeOutput &output, std::stop_token stop) const
{
    const Command dryRun = dryRunCommand(m_source, output, {});
    return validPaths({output.outPath}, stop)
        .then([dryRun, stop](const Result<QStringList> &valid) {
            if (!valid)
                return QtFuture::makeReadyValueFuture(Result<BuildForecast>(std::unexpected(valid.error())));
            return valid->isEmpty() ? runProcess(dryRun, stop).then(forecastOf)
                                    : QtFuture::makeReadyValueFuture(noOp());
        })
        .unwrap();
}

QFuture<Result<BuildForecast>> Flake::forecastAt(const RemoteStore &store, const FlakeOutput &output,
                                                 std::stop_token stop) const
{
    const auto ready = [](const Result<BuildForecast> &forecast) { return QtFuture::makeReadyValueFuture(forecast); };
    if (const auto written = writeSshConfiguration(store); !written)
        return ready(std::unexpected(written.error()));
    const Command send = sendCommand(output.drvPath, store);
    const Command dryRun = dryRunCommand(m_source, output, store);
    return validPaths({output.outPath}, stop)
        .then([=](const Result<QStringList> &valid) {
            if (!valid)
                return ready(std::unexpected(valid.error()));
            if (!valid->isEmpty())
                return ready(noOp());
            return runProcess(send, stop)
                .then([=](const Result<ProcessExit> &sent) {
                    if (!sent)
                        return ready(std::unexpected(sent.error()));
                    if (sent->code != 0)
                        return ready(unknownAt(store, *sent));
                    return runProcess(dryRun, stop).then([=](const Result<ProcessExit> &run) -> Result<BuildForecast> {
                        if (run && run->code != 0)
                            return unknownAt(store, *run);
                        return forecastOf(run).transform(
                            [&](const BuildForecast &forecast) { return withCopy(forecast, output); });
                    });
                })
                .unwrap();
        })
        .unwrap();
}

} // namespace unmoor
