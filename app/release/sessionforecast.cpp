// SPDX-License-Identifier: GPL-3.0-or-later
// Session: what building each target would mean, and where.
#include "release/session.h"

#include "core/format.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QFuture<Result<void>> ready(Result<void> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

} // namespace

QFuture<Result<void>> Session::forecast()
{
    if (isRunning(Task::Checking))
        return ready(failure(Error::Kind::Conflict, tr("The plan is being checked already.")));
    const auto stop = begin(Task::Checking);
    const Flake flake(m_directory);
    return flake.info(stop)
        .then(this,
              [this, flake, stop](const Result<NixInfo> &nix) {
                  return flake.outputs(stop).then(this, [nix](const Result<QList<FlakeOutput>> &outputs) {
                      return PlanAnswer{.nix = nix, .outputs = outputs};
                  });
              })
        .unwrap()
        .then(this, [this, stop](const PlanAnswer &answer) { return forecastTargets(answer, stop); })
        .unwrap()
        .then(this, [this]() -> Result<void> {
            end(Task::Checking);
            return {};
        });
}

/// What can be said without asking Nix again; sets \a output where a dry run is worth it (state Unknown).
BuildForecast Session::quickForecast(const ManifestTarget &target, const PlanAnswer &answer, FlakeOutput &output) const
{
    const auto unbuildable = [](const QString &why) {
        return BuildForecast{.state = BuildForecast::State::Unbuildable, .message = why};
    };
    if (!answer.nix)
        return unbuildable(answer.nix.error().message);
    if (!answer.outputs)
        return unbuildable(answer.outputs.error().message);
    for (const FlakeOutput &candidate : *answer.outputs)
        if (candidate.system == target.system && candidate.output == target.output)
            output = candidate;
    if (output.outPath.isEmpty()) {
        QStringList names;
        for (const FlakeOutput &candidate : *answer.outputs)
            if (candidate.system == target.system)
                names.append(candidate.output);
        const QString near = nearestWord(target.output, names);
        return unbuildable(tr("The flake has no packages.%1.%2.").arg(target.system, target.output)
                           + (near.isEmpty() ? QString() : u' ' + tr("Did you mean %1?").arg(near)));
    }
    const QString why = whyNotBuiltThere(target, m_targets[rowOf(target.triple)].place);
    return why.isEmpty() ? BuildForecast{} : unbuildable(why);
}

QFuture<void> Session::forecastTargets(const PlanAnswer &answer, std::stop_token stop)
{
    m_nix = answer.nix;
    QList<QFuture<void>> forecasts;
    for (int row = 0; row < m_targets.size(); ++row) {
        if (!m_targets[row].isIn() || m_targets[row].hasArchive()
            || m_targets[row].build == TargetState::Build::Running)
            continue;
        FlakeOutput output;
        proposePlace(row);
        const BuildForecast known = quickForecast(m_targets[row].target, answer, output);
        if (known.state != BuildForecast::State::Unknown) {
            setForecast(row, known, {});
            continue;
        }
        const Flake flake(m_directory);
        const RemoteStore store = storeOf(m_targets[row].place);
        auto asked = store.isLocal() ? flake.forecast(output, stop) : flake.forecastAt(store, output, stop);
        forecasts.append(
            asked
                .then(this,
                      [this, row, stop](const Result<BuildForecast> &forecast) {
                          return takeForecast(
                              row, forecast ? *forecast : BuildForecast{.message = forecast.error().message}, stop);
                      })
                .unwrap());
    }
    if (forecasts.isEmpty())
        return QtFuture::makeReadyVoidFuture();
    return QtFuture::whenAll(forecasts.begin(), forecasts.end()).then(this, [](const QList<QFuture<void>> &) { });
}

// --- Places ----------------------------------------------------------------------------------------------------------

Result<void> Session::openSettings()
{
    return readSettings(m_options.stateDir).transform([this](const Settings &settings) {
        m_settings = settings;
        Q_EMIT settingsChanged();
    });
}

Result<void> Session::setSettings(const Settings &settings)
{
    if (settings == m_settings)
        return {};
    m_settings = settings;
    const auto written = writeSettings(m_options.stateDir, settings);
    Q_EMIT settingsChanged();
    return written;
}

QList<BuildPlace> Session::placesFor(int row) const
{
    const QString &system = m_targets.at(row).target.system;
    QList<BuildPlace> places;
    if (m_nix && m_nix->systems.contains(system))
        places += BuildPlace{};
    for (const BuildHost &host : m_settings.hosts)
        if (host.systems.contains(system))
            places += BuildPlace{.kind = BuildPlace::Kind::Host, .host = host.name};
    if (m_nix && m_nix->builderSystems.contains(system))
        places += BuildPlace{.kind = BuildPlace::Kind::Builders};
    return places;
}

Result<void> Session::usePlace(int row, const BuildPlace &place)
{
    TargetState &target = m_targets[row];
    if (place.kind == BuildPlace::Kind::Host && !m_settings.host(place.host))
        return std::unexpected(noSuchHost(place.host, m_settings.hosts));
    target.place = place;
    target.placeIsChosen = true;
    target.where = placeName(place);
    if (target.build == TargetState::Build::Unbuildable) {
        target.build = TargetState::Build::Planned; // as far as is known of the new place
        target.forecast = {};
        target.failure.reset();
    }
    Q_EMIT targetChanged(row);
    return {};
}

Result<void> Session::setPlace(int row, const BuildPlace &place)
{
    if (auto used = usePlace(row, place); !used)
        return used;
    return m_ledger->setPlace(m_checkout.root, m_targets[row].target.triple, placeWord(place));
}

} // namespace unmoor
