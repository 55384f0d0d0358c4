// SPDX-License-Identifier: GPL-3.0-or-later
// Session: how long builds take, before and while they run, and what is kept of that for the next ones.
#include "nix/dryrun.h"
#include "nix/nixanswers.h"
#include "nix/nixquestion.h"
#include "release/session.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Kind = DerivationState::Kind;
using Phase = DerivationState::Phase;
using State = BuildForecast::State;

bool wasBuilt(const DerivationState &state)
{
    return state.kind == Kind::Build && state.phase == Phase::Done && state.startedMsec >= 0
        && state.endedMsec >= state.startedMsec;
}

DurationRecord durationOf(const DerivationState &state, const QString &host)
{
    return {.name = durationKey(state.name),
            .host = host,
            .seconds = double(state.endedMsec - state.startedMsec) / 1000,
            .longestSilence = double(state.longestSilenceMsec) / 1000};
}

bool saysHowMuch(State state)
{
    return state == State::NoOp || state == State::Cached || state == State::Warm || state == State::Cold;
}

/// How much there was to do, by what a run did.
State stateOfRun(const QList<DerivationState> &derivations)
{
    QStringList builds;
    QStringList fetches;
    for (const DerivationState &state : derivations)
        if (state.startedMsec >= 0)
            (state.kind == Kind::Build ? builds : fetches) += state.path;
    return planState(builds, fetches);
}

bool isToBeForecast(const TargetState &target)
{
    return target.isIn() && !target.hasArchive() && target.build != TargetState::Build::Running
        && target.build != TargetState::Build::Waiting;
}

} // namespace

/// \a place as the ledger's durations and builds name it.
QString Session::hostWord(const BuildPlace &place)
{
    return place == BuildPlace{} ? QString() : placeWord(place);
}

/// Asks Nix what the plan's derivations need, then sets the forecast with its estimate.
QFuture<void> Session::takeForecast(int row, const BuildForecast &forecast, std::stop_token stop)
{
    return askDerivationGraph(m_directory, forecast.willBuild, std::move(stop))
        .then(this, [this, row, forecast](const Result<DerivationGraph> &graph) {
            // The project may have been read anew meanwhile, or a build begun.
            if (row < m_targets.size() && isToBeForecast(m_targets[row]))
                setForecast(row, forecast, graph.value_or(DerivationGraph()));
        });
}

BuildOutlook Session::outlook(int row, const BuildForecast &forecast, const DerivationGraph &graph) const
{
    const QString host = hostWord(m_targets[row].place);
    BuildOutlook made = outlookOf(forecast.willBuild, graph, m_nix ? m_nix->maxJobs : 1, usualSecondsAt(host));
    made.fetchBytes = forecast.fetchBytes;
    made.bytesPerSecond = m_ledger->downloadRate(host).value_or(std::nullopt);
    return made;
}

UsualSeconds Session::usualSecondsAt(const QString &host) const
{
    return [this, host](const QString &name) {
        return m_ledger->usualSeconds(durationKey(name), host).value_or(std::nullopt);
    };
}

void Session::setForecast(int row, const BuildForecast &forecast, const DerivationGraph &graph)
{
    TargetState &target = m_targets[row];
    const bool unbuildable = forecast.state == State::Unbuildable;
    target.forecast = forecast;
    target.forecastIsSpent = false;
    target.outlook =
        saysHowMuch(forecast.state) ? std::make_shared<const BuildOutlook>(outlook(row, forecast, graph)) : nullptr;
    target.estimateSeconds = target.outlook ? estimateSeconds(*target.outlook) : std::nullopt;
    target.where = unbuildable ? QString() : placeName(target.place);
    if (unbuildable) {
        target.build = TargetState::Build::Unbuildable;
        target.failure = BuildFailure{.kind = BuildFailure::Kind::NoBuilder, .message = forecast.message};
    } else if (target.build != TargetState::Build::Failed && target.build != TargetState::Build::Canceled) {
        target.build = TargetState::Build::Planned;
        target.failure.reset();
    }
    Q_EMIT targetChanged(row);
}

/// A build begins: its record says how much there is to do, its target how long that takes.
void Session::beginEstimate(int row)
{
    TargetState &target = m_targets[row];
    const bool isFresh = !std::exchange(target.forecastIsSpent, true) && saysHowMuch(target.forecast.state);
    target.record.forecast = isFresh ? forecastName(target.forecast.state) : QString();
    target.remainingSeconds = isFresh ? target.estimateSeconds : std::nullopt;
    target.isOverdue = false;
    m_estimateTimer.start();
}

/// What runs takes less and less; what Nix builds against the plan joins it.
void Session::updateEstimates()
{
    bool anyRuns = false;
    for (int row = 0; row < m_targets.size(); ++row) {
        const BuildMonitor *run = m_builds.contains(row) ? monitor(row) : nullptr;
        if (!run || m_targets[row].build != TargetState::Build::Running)
            continue;
        anyRuns = true;
        updateEstimate(row, *run);
    }
    if (!anyRuns)
        m_estimateTimer.stop();
}

void Session::updateEstimate(int row, const BuildMonitor &run)
{
    TargetState &target = m_targets[row];
    addSurprises(target, run);
    const qint64 now = target.startedAt.msecsTo(QDateTime::currentDateTimeUtc());
    const auto remaining = remainingSeconds(*target.outlook, run, now);
    const bool isOverdue = std::ranges::any_of(run.derivations(), [&](const DerivationState &state) {
        const auto pace = paceOf(*target.outlook, state, now);
        return pace && pace->isOverdue();
    });
    if (remaining == target.remainingSeconds && isOverdue == target.isOverdue)
        return;
    target.remainingSeconds = remaining;
    target.isOverdue = isOverdue;
    Q_EMIT targetChanged(row);
}

/// Steps that no forecast announced have their history too.
void Session::addSurprises(TargetState &target, const BuildMonitor &run) const
{
    QStringList builds;
    for (const DerivationState &state : run.derivations())
        if (state.kind == Kind::Build && !(target.outlook && target.outlook->steps.contains(state.path)))
            builds += state.path;
    if (target.outlook && builds.isEmpty())
        return;
    const QString host = hostWord(target.place);
    BuildOutlook grown = target.outlook ? *target.outlook : outlookOf({}, {}, 1, {});
    grown.steps.insert(outlookOf(builds, {}, 1, usualSecondsAt(host)).steps);
    if (!target.outlook)
        grown.bytesPerSecond = m_ledger->downloadRate(host).value_or(std::nullopt);
    target.outlook = std::make_shared<const BuildOutlook>(grown);
}

// --- What the next builds learn --------------------------------------------------------------------------------------

/// The run of \a row ended: how long its steps took, and how fast it downloaded.
void Session::recordRun(int row, bool succeeded)
{
    const auto build = m_builds.find(row);
    if (build == m_builds.end())
        return;
    TargetState &target = m_targets[row];
    target.remainingSeconds.reset();
    target.isOverdue = false;
    const QList<DerivationState> derivations = build->second->monitor().derivations();
    const QString host = target.record.host;
    if (const DownloadPace pace = downloadPaceOf(derivations); pace.seconds > 0)
        warnUnless(m_ledger->recordDownload(host, pace.bytes, pace.seconds));
    if (!succeeded)
        return recordSuccesses(target, derivations);
    QList<DurationRecord> durations;
    for (const DerivationState &state : derivations)
        if (wasBuilt(state))
            durations += durationOf(state, host);
    if (!durations.isEmpty())
        warnUnless(m_ledger->recordDurations(durations));
    if (target.record.forecast.isEmpty())
        target.record.forecast = forecastName(stateOfRun(derivations));
}

/// Of a run that failed or was canceled, those steps count whose outputs are in the store: an activity ends the same
/// way whether its builder succeeded or was stopped.
void Session::recordSuccesses(const TargetState &target, const QList<DerivationState> &derivations)
{
    const auto steps = target.outlook ? target.outlook->steps : QHash<QString, OutlookStep>();
    QHash<QString, DurationRecord> ended; // by output
    for (const DerivationState &state : derivations) {
        const QStringList outputs = steps.value(state.path).outputs;
        if (wasBuilt(state) && !outputs.isEmpty())
            ended.insert(outputs.first(), durationOf(state, target.record.host));
    }
    if (ended.isEmpty())
        return;
    const BuildHost *host = m_settings.host(target.place.host);
    const RemoteStore store = host ? remoteStore(*host, m_options.stateDir) : RemoteStore();
    QStringList arguments{u"path-info"_s, u"--json"_s};
    if (!store.isLocal())
        arguments += {u"--store"_s, store.url};
    arguments += ended.keys();
    askNix<QStringList>(nixCommand(arguments, m_directory, store.sshOptions), {}, parsePathInfo)
        .then(this, [this, ended](const Result<QStringList> &valid) {
            QList<DurationRecord> durations;
            for (const QString &output : valid.value_or(QStringList()))
                if (const auto known = ended.constFind(output); known != ended.cend())
                    durations += *known;
            if (!durations.isEmpty())
                warnUnless(m_ledger->recordDurations(durations));
        });
}

/// A ledger that cannot be written does not undo what was built: it is said.
void Session::warnUnless(const Result<void> &written)
{
    if (!written)
        Q_EMIT warned(written.error().message);
}

} // namespace unmoor
