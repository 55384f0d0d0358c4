// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/buildmonitor.h"

#include "app/nix/dryrun.h"

#include <QRegularExpression>
#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Phase = DerivationState::Phase;

/// Level of a builder's output, and of text that is not from Nix.
constexpr qint8 outputLevel = -1;
constexpr int talkativeLevel = 4;

/// What a rate is taken over, and how close its samples stand.
constexpr qint64 rateMsec = 5000;
constexpr qint64 sampleMsec = 250;

QString fieldText(const NixEvent &event, int field)
{
    return event.fields.at(field).toString();
}

int linesIn(const QString &text)
{
    return int(text.count(u'\n')) + 1;
}

/// Copies to another machine are not what this run waits to have here.
bool arrivesHere(const QString &store)
{
    return store.isEmpty() || store == "local"_L1 || store == "daemon"_L1 || store.startsWith("unix:"_L1);
}

double shareDone(const DerivationState &state)
{
    if (state.phase == Phase::Done || state.phase == Phase::Stopped)
        return state.phase == Phase::Done ? 1 : 0;
    return state.expectedBytes > 0 ? double(state.doneBytes) / double(state.expectedBytes) : 0;
}

} // namespace

std::optional<LogOrigin> BuildMonitor::apply(const NixEvent &event, qint64 msec)
{
    m_lastMsec = qMax(m_lastMsec, msec);
    switch (event.action) {
    case NixEvent::Action::Start:
        applyStart(event, msec);
        break;
    case NixEvent::Action::Stop:
        applyStop(event, msec);
        break;
    case NixEvent::Action::Result:
        return applyResult(event, msec);
    case NixEvent::Action::Message:
        return applyMessage(event, msec);
    case NixEvent::Action::Text:
        m_messages += withoutEscapes(event.text);
        return addLines({.derivation = -1, .level = outputLevel}, 1, msec);
    case NixEvent::Action::Unknown:
        break;
    }
    return {};
}

LogOrigin BuildMonitor::applyOutput(quint64 id, int lines, qint64 msec)
{
    m_lastMsec = qMax(m_lastMsec, msec);
    return addLines({.derivation = derivationOfActivity(id), .level = outputLevel}, lines, msec);
}

void BuildMonitor::end(qint64 msec, bool succeeded)
{
    m_succeeded = succeeded;
    m_activities.clear();
    m_running.clear();
    m_active.fill(0);
    if (!succeeded)
        stopUncounted();
    for (DerivationState &state : m_derivations) {
        if (state.phase == Phase::Done)
            continue;
        if (state.phase == Phase::Running)
            state.endedMsec = msec;
        state.bytesPerSecond = 0;
        const bool here = state.kind == DerivationState::Kind::Build || state.startedMsec >= 0;
        state.phase = succeeded && here ? Phase::Done : Phase::Stopped;
        state.waitingFor.clear();
    }
}

void BuildMonitor::stopUncounted()
{
    const int counted = std::accumulate(m_counted.cbegin(), m_counted.cend(), 0);
    for (qsizetype last = counted; last < m_ended.size(); ++last)
        m_derivations[m_ended[last]].phase = Phase::Stopped;
}

int BuildMonitor::indexOf(const QString &path, DerivationState::Kind kind)
{
    if (const auto known = m_byPath.constFind(path); known != m_byPath.cend())
        return *known;
    const int index = int(m_derivations.size());
    m_byPath.insert(path, index);
    m_derivations += DerivationState{.path = path, .name = derivationName(path), .kind = kind};
    m_active += 0;
    return index;
}

int BuildMonitor::derivationOfActivity(quint64 id) const
{
    const auto activity = m_activities.constFind(id);
    return activity == m_activities.cend() ? -1 : activity->derivation;
}

/// A lock is named by the output that it guards, a slot by the derivation.
int BuildMonitor::waitingDerivation(const QString &text) const
{
    static const QRegularExpression quoted(u"'(/[^']+)'"_s);
    const QString path = quoted.match(text).captured(1);
    if (const auto known = m_byPath.constFind(path); known != m_byPath.cend())
        return *known;
    const auto found = std::ranges::find_if(m_derivations, [name = derivationName(path)](const DerivationState &state) {
        return state.kind == DerivationState::Kind::Build && state.phase != Phase::Done && state.name == name;
    });
    return found == m_derivations.cend() ? -1 : int(found - m_derivations.cbegin());
}

BuildMonitor::Activity BuildMonitor::activityOf(const NixEvent &event)
{
    Activity activity{.type = event.type, .nested = event.parent != 0};
    const QString path = fieldText(event, 0);
    switch (event.type) {
    case NixEvent::Build:
        activity.owns = !path.isEmpty();
        activity.derivation = activity.owns ? indexOf(path, DerivationState::Kind::Build) : -1;
        break;
    case NixEvent::Substitute:
        activity.owns = !path.isEmpty();
        activity.derivation = activity.owns ? indexOf(path, DerivationState::Kind::Fetch) : -1;
        break;
    case NixEvent::CopyPath:
        activity.derivation = derivationOfActivity(event.parent);
        if (activity.derivation < 0 && !path.isEmpty() && arrivesHere(fieldText(event, 2))) {
            activity.owns = true;
            activity.derivation = indexOf(path, DerivationState::Kind::Fetch);
        }
        break;
    case NixEvent::FileTransfer:
        activity.derivation = derivationOfActivity(event.parent);
        break;
    case NixEvent::PostBuildHook:
        activity.derivation = m_byPath.value(path, -1);
        break;
    case NixEvent::BuildWaiting:
        activity.derivation = waitingDerivation(event.text);
        break;
    default:
        break;
    }
    return activity;
}

void BuildMonitor::applyStart(const NixEvent &event, qint64 msec)
{
    const Activity activity = activityOf(event);
    if (const auto old = m_activities.constFind(event.id); old != m_activities.cend()) {
        // A remote store's ids come unchanged, so that one can be said twice or be that of a local activity.
        if (old->type == activity.type && old->derivation == activity.derivation)
            return;
        leave(*old, msec);
    }
    m_activities.insert(event.id, activity);
    if (activity.derivation < 0)
        return;
    DerivationState &state = m_derivations[activity.derivation];
    if (activity.owns) {
        // The store of the run itself is named by nothing, or by its scheme alone.
        if (const QString host = fieldText(event, 1); !host.isEmpty() && !host.endsWith("://"_L1))
            state.host = host;
        else if (state.host.isEmpty())
            state.host = m_host;
        begin(activity.derivation, msec);
    } else if (activity.type == NixEvent::BuildWaiting && state.phase == Phase::Planned) {
        state.phase = Phase::Waiting;
        state.waitingFor = withoutEscapes(event.text);
    }
}

void BuildMonitor::begin(int derivation, qint64 msec)
{
    DerivationState &state = m_derivations[derivation];
    if (m_active[derivation]++ > 0)
        return;
    state.phase = Phase::Running;
    state.waitingFor.clear();
    if (state.startedMsec < 0)
        state.startedMsec = msec;
    state.endedMsec = -1;
    m_ended.removeOne(derivation);
    state.lastLineMsec = msec; // a pause between two runs is no silence
    m_running += derivation;
}

void BuildMonitor::applyStop(const NixEvent &event, qint64 msec)
{
    if (const auto activity = m_activities.constFind(event.id); activity != m_activities.cend()) {
        leave(*activity, msec);
        m_activities.erase(activity);
    }
}

void BuildMonitor::leave(const Activity &activity, qint64 msec)
{
    if (activity.derivation < 0)
        return;
    DerivationState &state = m_derivations[activity.derivation];
    if (activity.type == NixEvent::BuildWaiting && state.phase == Phase::Waiting) {
        state.phase = Phase::Planned;
        state.waitingFor.clear();
    }
    if (!activity.owns || --m_active[activity.derivation] > 0)
        return;
    state.phase = Phase::Done;
    state.endedMsec = msec;
    if (state.kind == DerivationState::Kind::Build)
        m_ended += activity.derivation;
    state.bytesPerSecond = 0;
    noteLife(activity.derivation, msec);
    m_samples.remove(activity.derivation);
    m_running.removeOne(activity.derivation);
}

std::optional<LogOrigin> BuildMonitor::applyResult(const NixEvent &event, qint64 msec)
{
    switch (event.type) {
    case NixEvent::LogLine:
    case NixEvent::PostBuildLogLine:
        return applyOutput(event.id, linesIn(event.text), msec);
    case NixEvent::SetPhase:
        if (const int derivation = derivationOfActivity(event.id); derivation >= 0) {
            m_derivations[derivation].buildPhase = event.text;
            noteLife(derivation, msec);
        }
        break;
    case NixEvent::Progress:
        applyProgress(event, msec);
        break;
    default:
        break;
    }
    return {};
}

void BuildMonitor::applyProgress(const NixEvent &event, qint64 msec)
{
    const auto activity = m_activities.constFind(event.id);
    if (activity == m_activities.cend())
        return;
    const qint64 done = event.fields.at(0).toInteger();
    const qint64 expected = event.fields.at(1).toInteger();
    constexpr qint64 most = 1'000'000;
    if (activity->type == NixEvent::Builds && !activity->nested) {
        m_expectedBuilds = int(qBound(qint64(0), expected, most));
        m_counted[event.id] = int(qBound(qint64(0), done + event.fields.at(3).toInteger(), most));
    } else if (activity->type == NixEvent::CopyPath || activity->type == NixEvent::FileTransfer) {
        setBytes(*activity, done, expected, msec);
    }
}

/// A download counts its compressed bytes, the copy around it the unpacked ones: where both are told, the download is
/// what people wait for.
void BuildMonitor::setBytes(const Activity &activity, qint64 done, qint64 expected, qint64 msec)
{
    if (activity.derivation < 0 || expected <= 0)
        return;
    if (activity.type == NixEvent::FileTransfer)
        m_downloads.insert(activity.derivation);
    else if (m_downloads.contains(activity.derivation))
        return;
    DerivationState &state = m_derivations[activity.derivation];
    state.expectedBytes = expected;
    const qint64 before = std::exchange(state.doneBytes, qBound(qint64(0), done, expected));
    if (state.doneBytes == before) // Nix repeats itself
        return;
    noteLife(activity.derivation, msec);
    noteRate(activity.derivation, msec);
}

void BuildMonitor::noteRate(int derivation, qint64 msec)
{
    QList<Sample> &samples = m_samples[derivation];
    DerivationState &state = m_derivations[derivation];
    if (!samples.isEmpty() && state.doneBytes < samples.last().bytes)
        samples.clear(); // another transfer of the same path
    if (samples.isEmpty() || msec - samples.last().msec >= sampleMsec)
        samples += {msec, state.doneBytes};
    while (samples.size() > 2 && msec - samples[1].msec >= rateMsec)
        samples.removeFirst();
    const Sample &oldest = samples.first();
    if (msec > oldest.msec)
        state.bytesPerSecond = (state.doneBytes - oldest.bytes) * 1000 / (msec - oldest.msec);
}

void BuildMonitor::noteLife(int derivation, qint64 msec)
{
    DerivationState &state = m_derivations[derivation];
    if (state.lastLineMsec >= 0)
        state.longestSilenceMsec = qMax(state.longestSilenceMsec, msec - state.lastLineMsec);
    state.lastLineMsec = msec;
}

std::optional<LogOrigin> BuildMonitor::applyMessage(const NixEvent &event, qint64 msec)
{
    if (event.level >= talkativeLevel)
        return {};
    const QString text = withoutEscapes(event.text);
    if (!applyPlan(text) && event.level <= 1)
        m_messages += text;
    return addLines({.derivation = -1, .level = qint8(event.level)}, linesIn(event.text), msec);
}

/// Returns whether \a line was part of a plan.
bool BuildMonitor::applyPlan(const QString &line)
{
    if (const auto heading = planHeading(line)) {
        m_planKind = heading->builds ? DerivationState::Kind::Build : DerivationState::Kind::Fetch;
        return m_inPlan = true;
    }
    const QString path = plannedPath(line);
    if (!m_inPlan || path.isEmpty())
        return m_inPlan = false;
    plan(path);
    return true;
}

void BuildMonitor::plan(const QString &path)
{
    if (m_byPath.contains(path))
        return;
    indexOf(path, m_planKind);
    ++(m_planKind == DerivationState::Kind::Build ? m_plannedBuilds : m_plannedFetches);
}

LogOrigin BuildMonitor::addLines(LogOrigin origin, qsizetype lines, qint64 msec)
{
    m_lineCount += lines;
    if (origin.derivation >= 0) {
        m_derivations[origin.derivation].logLines += int(lines);
        noteLife(origin.derivation, msec);
    }
    return origin;
}

int BuildMonitor::buildsDone() const
{
    return int(std::ranges::count_if(m_derivations, [](const DerivationState &state) {
        return state.kind == DerivationState::Kind::Build && state.phase == Phase::Done;
    }));
}

int BuildMonitor::buildsRunning() const
{
    return int(std::ranges::count_if(m_running,
                                     [this](int i) { return m_derivations[i].kind == DerivationState::Kind::Build; }));
}

double BuildMonitor::progress() const
{
    if (m_succeeded)
        return 1;
    // Nix counts what it fetches among the builds too, so its own number serves only where it announced no plan.
    const bool planned = m_plannedBuilds + m_plannedFetches > 0;
    const qsizetype total = qMax(m_derivations.size(), planned ? qsizetype(0) : qsizetype(m_expectedBuilds));
    double done = 0;
    for (const DerivationState &state : m_derivations)
        done += shareDone(state);
    return total > 0 ? qBound(0.0, done / double(total), 1.0) : 0;
}

QString BuildMonitor::currentName() const
{
    return m_running.isEmpty() ? QString() : m_derivations[m_running.last()].name;
}

} // namespace unmoor
