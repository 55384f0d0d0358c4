// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/estimator.h"

#include "app/nix/dryrun.h"
#include "app/nix/nixanswers.h"
#include "app/nix/nixquestion.h"
#include "app/nix/storecommands.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Phase = DerivationState::Phase;
using State = BuildForecast::State;

bool wasBuilt(const DerivationState &state)
{
    return state.kind == DerivationState::Kind::Build && state.phase == Phase::Done && state.startedMsec >= 0
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
            (state.kind == DerivationState::Kind::Build ? builds : fetches) += state.path;
    return planState(builds, fetches);
}

} // namespace

bool isToBeForecast(const TargetState &target)
{
    return target.isIn() && !target.counts() && target.build != TargetState::Build::Running
        && target.build != TargetState::Build::Waiting;
}

Estimator::Estimator(Engine &engine, Targets &targets, Places &places)
    : m_engine(engine)
    , m_targets(targets)
    , m_places(places)
{
}

BuildOutlook Estimator::outlook(const TargetState &target, const BuildForecast &forecast,
                                const DerivationGraph &graph) const
{
    const QString host = hostWord(target.place);
    BuildOutlook made =
        outlookOf(forecast.willBuild, graph, m_places.nix() ? m_places.nix()->maxJobs : 1, usualSecondsAt(host));
    made.fetchBytes = forecast.fetchBytes;
    made.bytesPerSecond = m_engine.ledger()->downloadRate(host).value_or(std::nullopt);
    return made;
}

UsualSeconds Estimator::usualSecondsAt(const QString &host) const
{
    return [this, host](const QString &name) {
        return m_engine.ledger()->usualSeconds(durationKey(name), host).value_or(std::nullopt);
    };
}

void Estimator::setForecast(const QString &triple, const BuildForecast &forecast, const DerivationGraph &graph)
{
    TargetState *target = m_targets.edit(triple);
    if (!target)
        return;
    const bool unbuildable = forecast.state == State::Unbuildable;
    target->forecast = forecast;
    target->forecastIsSpent = false;
    target->outlook =
        saysHowMuch(forecast.state) ? std::make_shared<const BuildOutlook>(outlook(*target, forecast, graph)) : nullptr;
    target->estimateSeconds = target->outlook ? estimateSeconds(*target->outlook) : std::nullopt;
    target->where = unbuildable ? QString() : placeName(target->place);
    if (unbuildable) {
        target->build = TargetState::Build::Unbuildable;
        target->failure = BuildFailure{.kind = BuildFailure::Kind::NoBuilder, .message = forecast.message};
    } else if (target->build != TargetState::Build::Failed && target->build != TargetState::Build::Canceled
               && !target->hasArchive()) {
        target->build = TargetState::Build::Planned;
        target->failure.reset();
    }
    m_targets.touch(triple);
}

void Estimator::begin(const QString &triple)
{
    TargetState *target = m_targets.edit(triple);
    if (!target)
        return;
    const bool isFresh = !std::exchange(target->forecastIsSpent, true) && saysHowMuch(target->forecast.state);
    target->record.forecast = isFresh ? forecastName(target->forecast.state) : QString();
    target->remainingSeconds = isFresh ? target->estimateSeconds : std::nullopt;
    target->isOverdue = false;
}

void Estimator::update(const QString &triple, const BuildMonitor &run)
{
    TargetState *target = m_targets.edit(triple);
    if (!target)
        return;
    addSurprises(*target, run);
    const qint64 now = target->startedAt.msecsTo(QDateTime::currentDateTimeUtc());
    const auto remaining = remainingSeconds(*target->outlook, run, now);
    const bool isOverdue = std::ranges::any_of(run.derivations(), [&](const DerivationState &state) {
        const auto pace = paceOf(*target->outlook, state, now);
        return pace && pace->isOverdue();
    });
    if (remaining == target->remainingSeconds && isOverdue == target->isOverdue)
        return;
    target->remainingSeconds = remaining;
    target->isOverdue = isOverdue;
    m_targets.tick(triple);
}

/// Steps that no forecast announced have their history too.
void Estimator::addSurprises(TargetState &target, const BuildMonitor &run) const
{
    QStringList builds;
    for (const DerivationState &state : run.derivations())
        if (state.kind == DerivationState::Kind::Build
            && !(target.outlook && target.outlook->steps.contains(state.path)))
            builds += state.path;
    if (target.outlook && builds.isEmpty())
        return;
    const QString host = hostWord(target.place);
    BuildOutlook grown = target.outlook ? *target.outlook : outlookOf({}, {}, 1, {});
    grown.steps.insert(outlookOf(builds, {}, 1, usualSecondsAt(host)).steps);
    if (!target.outlook)
        grown.bytesPerSecond = m_engine.ledger()->downloadRate(host).value_or(std::nullopt);
    target.outlook = std::make_shared<const BuildOutlook>(grown);
}

// --- What the next builds learn --------------------------------------------------------------------------------------

void Estimator::record(const QString &triple, const BuildMonitor &run, bool succeeded, const FlakeSource &flake)
{
    TargetState *target = m_targets.edit(triple);
    if (!target)
        return;
    target->remainingSeconds.reset();
    target->isOverdue = false;
    const QList<DerivationState> derivations = run.derivations();
    const QString host = target->record.host;
    if (const DownloadPace pace = downloadPaceOf(derivations); pace.seconds > 0)
        m_engine.warnUnless(m_engine.ledger()->recordDownload(host, pace.bytes, pace.seconds));
    if (!succeeded)
        return recordSuccesses(*target, derivations, flake);
    QList<DurationRecord> durations;
    for (const DerivationState &state : derivations)
        if (wasBuilt(state))
            durations += durationOf(state, host);
    if (!durations.isEmpty())
        m_engine.warnUnless(m_engine.ledger()->recordDurations(durations));
    if (target->record.forecast.isEmpty())
        target->record.forecast = forecastName(stateOfRun(derivations));
}

/// Of a run that failed or was canceled, those steps count whose outputs are in the store: an activity ends the same
/// way whether its builder succeeded or was stopped.
void Estimator::recordSuccesses(const TargetState &target, const QList<DerivationState> &derivations,
                                const FlakeSource &flake)
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
    const RemoteStore store = m_places.storeOf(target.place);
    if (!writeSshConfiguration(store))
        return;
    const QStringList arguments = QStringList{u"path-info"_s, u"--json"_s} + atStore(store) + ended.keys();
    askNix<QStringList>(nixCommand(arguments, flake.directory, store.sshOptions), {}, parsePathInfo)
        .then(&m_engine, [&engine = m_engine, ended](const Result<QStringList> &valid) {
            QList<DurationRecord> durations;
            for (const QString &output : valid.value_or(QStringList()))
                if (const auto known = ended.constFind(output); known != ended.cend())
                    durations += *known;
            if (!durations.isEmpty())
                engine.warnUnless(engine.ledger()->recordDurations(durations));
        });
}

} // namespace unmoor
