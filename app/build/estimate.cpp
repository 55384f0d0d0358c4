// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/estimate.h"

#include "app/nix/nixtext.h"

#include <QSet>
#include <algorithm>
#include <queue>
#include <vector>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Phase = DerivationState::Phase;

/// A step as the simulation sees it.
struct Job
{
    QString name;
    QString path;
    QStringList needs;
    double seconds = 0;
    bool runs = false; ///< has its slot already
};
using Jobs = QList<Job>;

/// Puts jobs on slots: one that is ready takes the first free slot, by name among several, which is Nix's own order.
class Schedule
{
public:
    Schedule(Jobs jobs, int slotCount)
        : m_jobs(std::move(jobs))
        , m_free(std::max(1, slotCount))
        , m_dependents(size_t(m_jobs.size()))
        , m_open(size_t(m_jobs.size()))
    {
        std::ranges::sort(m_jobs, {}, [](const Job &job) { return std::tie(job.name, job.path); });
        QHash<QString, int> byPath;
        byPath.reserve(m_jobs.size());
        for (int i = 0; i < m_jobs.size(); ++i)
            byPath.insert(m_jobs[i].path, i);
        for (int i = 0; i < m_jobs.size(); ++i)
            add(i, byPath);
    }

    double run()
    {
        double now = 0;
        startReady(now);
        while (!m_running.empty()) {
            const auto [end, job] = m_running.top();
            m_running.pop();
            ++m_free;
            now = std::max(now, end);
            finish(job);
            startReady(now);
        }
        return now;
    }

private:
    using Running = std::pair<double, int>; ///< end, job
    template <typename T>
    using Queue = std::priority_queue<T, std::vector<T>, std::greater<>>;

    void add(int index, const QHash<QString, int> &byPath)
    {
        const Job &job = m_jobs.at(index);
        if (job.runs) {
            --m_free; // below 0 where the run has more slots than were known
            m_running.emplace(job.seconds, index);
            return;
        }
        for (const QString &need : job.needs) {
            if (const auto needed = byPath.constFind(need); needed != byPath.cend()) {
                ++m_open[size_t(index)];
                m_dependents[size_t(*needed)].push_back(index);
            }
        }
        if (m_open[size_t(index)] == 0)
            m_ready.push(index);
    }

    void startReady(double now)
    {
        while (m_free > 0 && !m_ready.empty()) {
            const int job = m_ready.top();
            m_ready.pop();
            --m_free;
            m_running.emplace(now + m_jobs.at(job).seconds, job);
        }
    }

    void finish(int job)
    {
        for (const int dependent : m_dependents[size_t(job)]) {
            if (--m_open[size_t(dependent)] == 0)
                m_ready.push(dependent);
        }
    }

    Jobs m_jobs; ///< in Nix's order: the index is the rank
    int m_free;
    std::vector<std::vector<int>> m_dependents;
    std::vector<int> m_open; ///< needs that are not done
    Queue<int> m_ready;
    Queue<Running> m_running;
};

std::optional<double> downloadSeconds(qint64 bytes, std::optional<double> bytesPerSecond)
{
    if (bytes <= 0)
        return 0;
    if (!bytesPerSecond || *bytesPerSecond <= 0)
        return std::nullopt;
    return double(bytes) / *bytesPerSecond;
}

std::optional<Jobs> jobsOf(const QHash<QString, OutlookStep> &steps)
{
    Jobs jobs;
    for (auto step = steps.constBegin(); step != steps.constEnd(); ++step) {
        if (!step->usualSeconds)
            return std::nullopt;
        jobs.append({.name = step->name, .path = step.key(), .needs = step->needs, .seconds = *step->usualSeconds});
    }
    return jobs;
}

/// The steps that a run still has before it.
QHash<QString, OutlookStep> openSteps(const BuildOutlook &outlook, const BuildMonitor &run)
{
    QHash<QString, OutlookStep> open;
    const bool knowsPlan = run.plannedBuilds() + run.plannedFetches() > 0;
    if (!knowsPlan)
        open = outlook.steps;
    for (const DerivationState &state : run.derivations()) {
        if (state.kind != DerivationState::Kind::Build)
            continue;
        if (state.phase == Phase::Done || state.phase == Phase::Stopped)
            open.remove(state.path);
        else
            open.insert(state.path, outlook.steps.value(state.path, {.name = state.name}));
    }
    return open;
}

std::optional<double> rateOf(const BuildOutlook &outlook, const QList<DerivationState> &derivations)
{
    qint64 rate = 0;
    for (const DerivationState &state : derivations)
        rate += state.kind == DerivationState::Kind::Fetch && state.phase == Phase::Running ? state.bytesPerSecond : 0;
    return rate > 0 ? std::optional(double(rate)) : outlook.bytesPerSecond;
}

qint64 bytesLeft(const BuildOutlook &outlook, const BuildMonitor &run)
{
    qint64 done = 0;
    qint64 expected = 0;
    bool isOpen = run.derivations().isEmpty();
    for (const DerivationState &state : run.derivations()) {
        if (state.kind != DerivationState::Kind::Fetch)
            continue;
        const bool ended = state.phase == Phase::Done || state.phase == Phase::Stopped;
        done += ended ? state.expectedBytes : state.doneBytes;
        expected += state.expectedBytes;
        isOpen = isOpen || !ended;
    }
    return isOpen ? std::max(qint64(0), std::max(expected, outlook.fetchBytes) - done) : 0;
}

} // namespace

BuildOutlook outlookOf(const QStringList &builds, const DerivationGraph &graph, int jobs, const UsualSeconds &usual)
{
    BuildOutlook outlook{.jobs = graph.isEmpty() ? 1 : std::max(1, jobs)};
    const QSet<QString> wanted(builds.cbegin(), builds.cend());
    for (const QString &path : builds) {
        const DerivationNode node = graph.value(path);
        OutlookStep step{.name = node.name.isEmpty() ? derivationName(path) : node.name, .outputs = node.outputs};
        std::ranges::copy_if(node.inputs, std::back_inserter(step.needs),
                             [&](const QString &input) { return wanted.contains(input); });
        step.usualSeconds = usual(step.name);
        outlook.steps.insert(path, step);
    }
    return outlook;
}

std::optional<double> estimateSeconds(const BuildOutlook &outlook)
{
    const auto jobs = jobsOf(outlook.steps);
    const auto download = downloadSeconds(outlook.fetchBytes, outlook.bytesPerSecond);
    if (!jobs || !download)
        return std::nullopt;
    return *download + Schedule(*jobs, outlook.jobs).run();
}

std::optional<double> remainingSeconds(const BuildOutlook &outlook, const BuildMonitor &run, qint64 now)
{
    auto jobs = jobsOf(openSteps(outlook, run));
    const auto download = downloadSeconds(bytesLeft(outlook, run), rateOf(outlook, run.derivations()));
    if (!jobs || !download)
        return std::nullopt;
    QHash<QString, qint64> started;
    for (const DerivationState &state : run.derivations()) {
        if (state.phase == Phase::Running)
            started.insert(state.path, state.startedMsec);
    }
    for (Job &job : *jobs) {
        job.runs = started.contains(job.path);
        if (job.runs)
            job.seconds = std::max(0.0, job.seconds - double(now - started.value(job.path)) / 1000);
    }
    return *download + Schedule(*jobs, outlook.jobs).run();
}

std::optional<double> plannedSeconds(const BuildOutlook &outlook, const QList<DerivationState> &derivations)
{
    QHash<QString, OutlookStep> planned;
    for (const DerivationState &state : derivations) {
        if (state.kind == DerivationState::Kind::Build && state.phase == Phase::Planned)
            planned.insert(state.path, outlook.steps.value(state.path, {.name = state.name}));
    }
    const auto jobs = jobsOf(planned);
    return jobs ? std::optional(Schedule(*jobs, outlook.jobs).run()) : std::nullopt;
}

std::optional<StepPace> paceOf(const BuildOutlook &outlook, const DerivationState &derivation, qint64 now)
{
    const auto step = outlook.steps.constFind(derivation.path);
    if (step == outlook.steps.cend() || !step->usualSeconds || derivation.phase != Phase::Running)
        return std::nullopt;
    return StepPace{.elapsedSeconds = double(now - derivation.startedMsec) / 1000, .usualSeconds = *step->usualSeconds};
}

QStringList awaitedBy(const BuildOutlook &outlook, const DerivationState &derivation,
                      const QList<DerivationState> &derivations)
{
    const QStringList needs = outlook.steps.value(derivation.path).needs;
    QStringList names;
    for (const DerivationState &other : derivations) {
        if (other.phase != Phase::Done && needs.contains(other.path))
            names += other.name;
    }
    return names;
}

DownloadPace downloadPaceOf(const QList<DerivationState> &derivations)
{
    QList<std::pair<qint64, qint64>> spans;
    DownloadPace pace;
    for (const DerivationState &state : derivations) {
        if (state.kind != DerivationState::Kind::Fetch || state.phase != Phase::Done || state.expectedBytes <= 0
            || state.startedMsec < 0)
            continue;
        pace.bytes += state.expectedBytes;
        spans.emplaceBack(state.startedMsec, state.endedMsec);
    }
    std::ranges::sort(spans);
    qint64 until = 0;
    qint64 busy = 0;
    for (const auto &[from, to] : std::as_const(spans)) {
        busy += std::max(qint64(0), to - std::max(from, until));
        until = std::max(until, to);
    }
    pace.seconds = double(busy) / 1000;
    return pace;
}

} // namespace unmoor
