// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/flake.h"

#include "nix/builders.h"
#include "nix/flakesurvey.h"
#include "nix/nixanswers.h"
#include "nix/nixcommand.h"
#include "nix/nixquestion.h"
#include "nix/remotebuild.h"

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

QFuture<Result<NixInfo>> configOf(const QString &directory, std::stop_token stop)
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

/// What a machine cannot say: why, in words that name it.
BuildForecast unknownAt(const RemoteStore &store, const ProcessExit &run)
{
    const BuildFailure why = failureAtHost(classifyFailure(messagesOf(run.err)), store.host);
    return {.message = why.message + u' ' + why.hint};
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

Flake::Flake(QString directory)
    : m_directory(std::move(directory))
{
}

QFuture<Result<NixInfo>> Flake::info(std::stop_token stop) const
{
    const auto version = [](const QByteArray &text) -> Result<QString> { return parseNixVersion(text); };
    return askNix<QString>(nixCommand({u"--version"_s}, m_directory), stop, version)
        .then([directory = m_directory, stop](const Result<QString> &known) {
            if (!known)
                return QtFuture::makeReadyValueFuture(Result<NixInfo>(std::unexpected(known.error())));
            return configOf(directory, stop).then([known](const Result<NixInfo> &config) {
                return config.transform([&](NixInfo info) {
                    info.version = *known;
                    return info;
                });
            });
        })
        .unwrap()
        .then([directory = m_directory, stop](const Result<NixInfo> &info) {
            return withBuilders(directory, stop, info);
        })
        .unwrap();
}

QFuture<Result<QList<FlakeOutput>>> Flake::outputs(std::stop_token stop) const
{
    return surveyOutputs(m_directory, std::move(stop));
}

QFuture<Result<QString>> Flake::evalText(const QString &attribute, std::stop_token stop) const
{
    const QString what = installable(flakeReference(m_directory), attribute);
    return askNix<QString>(nixCommand({u"eval"_s, u"--json"_s, what}, m_directory), std::move(stop), parseValue);
}

QFuture<Result<void>> Flake::checkLockFile(std::stop_token stop) const
{
    const QStringList arguments{u"flake"_s, u"metadata"_s, u"--json"_s, flakeReference(m_directory)};
    return askNix<void>(nixCommand(arguments, m_directory), std::move(stop), nothing);
}

QFuture<Result<void>> Flake::check(std::stop_token stop) const
{
    const QStringList arguments{u"flake"_s, u"check"_s, flakeReference(m_directory)};
    return askNix<void>(nixCommand(arguments, m_directory), std::move(stop), nothing);
}

QFuture<Result<QStringList>> Flake::validPaths(const QStringList &paths, std::stop_token stop) const
{
    if (paths.isEmpty())
        return QtFuture::makeReadyValueFuture(Result<QStringList>(QStringList()));
    const QStringList arguments = QStringList{u"path-info"_s, u"--json"_s} + paths;
    return askNix<QStringList>(nixCommand(arguments, m_directory), std::move(stop), parsePathInfo);
}

QFuture<Result<BuildForecast>> Flake::forecast(const FlakeOutput &output, std::stop_token stop) const
{
    const Command dryRun = dryRunCommand(m_directory, output, {});
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
    const Command send = sendCommand(output.drvPath, store);
    const Command dryRun = dryRunCommand(m_directory, output, store);
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
