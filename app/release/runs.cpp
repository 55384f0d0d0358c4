// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/runs.h"

#include "app/core/chain.h"
#include "app/core/glob.h"
#include "app/core/pool.h"
#include "app/release/workflowsreport.h"

#include <QDir>
#include <QThreadPool>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace unmoor {

namespace {

constexpr auto pauseWhenEnded = 60s;
constexpr int looksAfterAsking = 4; // a quarter of a minute apart, until what was asked for shows

bool hasWorkflows(const QString &root)
{
    const QDir folder(root + u"/.github/workflows"_s);
    return !root.isEmpty() && !folder.entryList({u"*.yml"_s, u"*.yaml"_s}, QDir::Files).isEmpty();
}

/// The project's commit, and that of the release's tag where it is another one.
QList<CommitRuns> commitsOf(const Project &project)
{
    const QString head = project.checkout.commit;
    const QString tag = project.tag();
    const QString tagged = tag.isEmpty() ? QString() : project.checkout.tags.value(tag);
    QList<CommitRuns> commits;
    if (!head.isEmpty())
        commits.append({.commit = head, .tag = tagged == head ? tag : QString(), .view = {}});
    if (!tagged.isEmpty() && tagged != head)
        commits.append({.commit = tagged, .tag = tag, .view = {}});
    return commits;
}

bool isSameCommit(const CommitRuns &a, const CommitRuns &b)
{
    return a.commit == b.commit && a.tag == b.tag;
}

/// Why there is no log, as far as the job tells.
Error noLog(const github::RunJob &job, const Error &error)
{
    if (error.kind != Error::Kind::NotFound)
        return error;
    if (job.conclusion == "cancelled"_L1)
        return {error.kind, Runs::tr("The job was canceled, and GitHub keeps no log of it.")};
    if (job.conclusion == "skipped"_L1)
        return {error.kind, Runs::tr("The job was skipped, so it has no log.")};
    return {error.kind,
            Runs::tr("GitHub has no log of this job: it has expired or was deleted, or it comes in a moment. %1")
                .arg(error.message)};
}

} // namespace

Runs::Runs(github::Client &client, HostLogin &login, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_login(login)
    , m_pace([](std::chrono::seconds pause) { return std::chrono::milliseconds(pause); })
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Runs::begin);
    connect(&m_login, &HostLogin::changed, this, [this] {
        if (std::exchange(m_wasSignedIn, m_login.isSignedIn()) == m_login.isSignedIn())
            return;
        begin();
        Q_EMIT changed();
    });
}

Runs::~Runs()
{
    blockSignals(true);
    ++m_round;
    m_stop.request_stop();
    // What they come to reaches a whole object yet.
    qDeleteAll(findChildren<RunWatch *>(Qt::FindDirectChildrenOnly));
}

void Runs::setProject(const ProjectPtr &project)
{
    m_project = project;
    const QList<CommitRuns> commits = commitsOf(*project);
    const bool isSame = m_repository == project->repository() && std::ranges::equal(m_commits, commits, isSameCommit)
        && m_hasWorkflows == hasWorkflows(project->checkout.root);
    if (isSame)
        return;
    m_repository = project->repository();
    m_hasWorkflows = hasWorkflows(project->checkout.root);
    m_wasSignedIn = m_login.isSignedIn();
    m_commits = commits;
    m_readAt = {};
    m_trouble.clear();
    begin();
    Q_EMIT changed();
}

void Runs::setSeen(bool seen)
{
    if (std::exchange(m_isSeen, seen) == seen)
        return;
    seen ? begin() : stop();
    Q_EMIT changed();
}

void Runs::look()
{
    begin();
    Q_EMIT changed();
}

// --- Looking ---------------------------------------------------------------------------------------------------------

void Runs::begin()
{
    stop();
    if (!m_isSeen || obstacle() != Standing::Known)
        return;
    m_trouble.clear();
    for (qsizetype index = 0; index < m_commits.size(); ++index)
        watch(index);
    m_leastLooks = 1;
}

void Runs::stop()
{
    ++m_round;
    m_again.stop();
    std::exchange(m_stop, std::stop_source()).request_stop();
    // One of them may be what calls this.
    for (RunWatch *watch : findChildren<RunWatch *>(Qt::FindDirectChildrenOnly)) {
        watch->disconnect(this);
        watch->deleteLater();
    }
}

void Runs::watch(qsizetype index)
{
    auto *watch = new RunWatch(m_client, m_repository, m_commits.at(index).commit, this);
    watch->setPace(m_pace);
    watch->setGoal([least = m_leastLooks, looks = 0](const RunsView &view) mutable {
        return ++looks >= least && !view.runs.isEmpty() && view.haveEnded();
    });
    connect(watch, &RunWatch::looked, this, [this, index](const RunsView &view) { take(index, view); });
    connect(watch, &RunWatch::troubled, this, [this](const QString &message) { setTrouble(message, true); });
    watch->start(m_stop.get_token()).then(this, [this, round = m_round](const Result<RunsView> &result) {
        if (round == m_round)
            end(result);
    });
}

void Runs::take(qsizetype index, const RunsView &view)
{
    const CommitRuns before = std::exchange(
        m_commits[index],
        {.commit = m_commits.at(index).commit, .tag = m_commits.at(index).tag, .isRead = true, .view = view});
    m_readAt = QDateTime::currentDateTimeUtc();
    m_trouble.clear();
    Q_EMIT changed();
    if (!before.isRead)
        return;
    for (const RunDetails &details : view.runs) {
        const auto old =
            std::ranges::find(before.view.runs, details.run.id, [](const RunDetails &known) { return known.run.id; });
        const bool wentOn =
            old != before.view.runs.end() && (!old->run.hasEnded() || old->run.attempt != details.run.attempt);
        if (wentOn && details.run.hasEnded())
            Q_EMIT runEnded(details);
    }
}

/// All runs have ended, or the host cannot be asked.
void Runs::end(const Result<RunsView> &result)
{
    if (!result && result.error().kind != Error::Kind::Canceled)
        setTrouble(result.error().message, false);
    else if (result)
        m_again.start(m_pace(pauseWhenEnded));
}

void Runs::setTrouble(const QString &message, bool triesAgain)
{
    m_trouble = message;
    m_triesAgain = triesAgain;
    Q_EMIT changed();
}

void Runs::cancel()
{
    stop();
    m_asking.cancel();
}

// --- What is known ---------------------------------------------------------------------------------------------------

/// What keeps the host from being asked; Known: nothing.
Runs::Standing Runs::obstacle() const
{
    if (m_repository.isEmpty())
        return Standing::NoRepository;
    if (!m_hasWorkflows)
        return Standing::NoWorkflows;
    if (m_commits.isEmpty())
        return Standing::NoCommit;
    return m_login.isSignedIn() ? Standing::Known : Standing::SignedOut;
}

Runs::Standing Runs::standing() const
{
    if (const Standing standing = obstacle(); standing != Standing::Known)
        return standing;
    if (std::ranges::any_of(m_commits, &CommitRuns::isRead))
        return Standing::Known;
    if (!m_trouble.isEmpty())
        return Standing::Unreadable;
    return m_isSeen ? Standing::Reading : Standing::Unasked;
}

std::optional<github::RateLimit> Runs::lowLimit() const
{
    const github::RateLimit limit = m_client.rateLimit();
    constexpr int tenth = 10;
    const bool isLow = limit.limit > 0 && limit.remaining >= 0 && limit.remaining < limit.limit / tenth;
    return isLow && limit.reset > QDateTime::currentDateTimeUtc() ? std::optional(limit) : std::nullopt;
}

QStringList Runs::workflowsForTag() const
{
    return m_project && !m_project->tag().isEmpty() ? unmoor::workflowsForTag(m_project->directory, m_project->tag())
                                                    : QStringList();
}

const RunDetails *Runs::find(qint64 id) const
{
    for (const CommitRuns &commit : m_commits)
        for (const RunDetails &details : commit.view.runs)
            if (details.run.id == id)
                return &details;
    return nullptr;
}

QStringList Runs::triplesOf(const github::WorkflowRun &run, const github::RunJob &job) const
{
    QStringList triples;
    if (!m_project)
        return triples;
    for (const ManifestTarget &target : m_project->manifest.targets) {
        const ManifestActions &actions = target.actions;
        if (!actions.isGiven() || actions.job.isEmpty() || run.path.section(u'/', -1) != actions.workflow)
            continue;
        const QString pattern = expandTemplate(actions.job,
                                               {.name = m_project->manifest.name,
                                                .version = m_project->versionText(),
                                                .tag = m_project->tag(),
                                                .triple = target.triple});
        if (Glob(pattern).matches(job.name))
            triples += target.triple;
    }
    return triples;
}

// --- What is asked for -----------------------------------------------------------------------------------------------

QFuture<Result<void>> Runs::lookAfter(QFuture<Result<void>> asked)
{
    return asked.then(this, [this](const Result<void> &done) {
        m_asking.end();
        // Also of what was refused: then the run is another than is shown.
        m_leastLooks = looksAfterAsking;
        begin();
        return done;
    });
}

QFuture<Result<void>> Runs::rerun(qint64 runId, github::Client::Rerun which)
{
    return lookAfter(m_client.rerun(m_repository, runId, which, m_asking.begin()));
}

QFuture<Result<void>> Runs::rerunJob(qint64 jobId)
{
    return lookAfter(m_client.rerunJob(m_repository, jobId, m_asking.begin()));
}

QFuture<Result<void>> Runs::cancelRun(qint64 runId)
{
    return lookAfter(m_client.cancelRun(m_repository, runId, m_asking.begin()));
}

QFuture<Result<void>> Runs::review(qint64 runId, const github::PendingDeployment &environment, bool approve)
{
    const QString comment = approve ? u"Approved with Unmoor"_s : u"Rejected with Unmoor"_s;
    return lookAfter(m_client.reviewDeployments(m_repository, runId, {environment.environmentId}, approve, comment,
                                                m_asking.begin()));
}

Result<QString> Runs::logFolder()
{
    if (!m_logs)
        m_logs = std::make_unique<QTemporaryDir>();
    if (!m_logs->isValid())
        return failure(
            Error::Kind::Io,
            tr("There is no place for logs: %1. Free some space for temporary files.").arg(m_logs->errorString()));
    return m_logs->path();
}

QFuture<Result<JobReading>> Runs::read(const github::RunJob &job)
{
    if (const auto known = m_readings.constFind(job.id); known != m_readings.cend())
        return finished<JobReading>(*known);
    const auto folder = logFolder();
    if (!folder)
        return finished<JobReading>(std::unexpected(folder.error()));
    const std::stop_token stop = m_asking.begin();
    const QString path = u"%1/%2.log"_s.arg(*folder).arg(job.id);
    const QString packed = path + u".download"_s;
    auto unpacked = andThen(m_client.downloadJobLog(m_repository, job.id, packed, stop), this,
                            [packed, path, stop](const github::DownloadedFile &) {
                                return runInPool(*QThreadPool::globalInstance(), [packed, path, stop] {
                                    const Result<JobLog> log = unpackJobLog(packed, path, stop);
                                    QFile::remove(packed);
                                    return log;
                                });
                            });
    auto whole = andThen(unpacked, this, [this, job, stop](const JobLog &log) {
        const bool hasAnnotations = job.checkRunId > 0 && !job.hasSucceeded();
        auto annotations = hasAnnotations ? m_client.annotations(m_repository, job.checkRunId, stop)
                                          : finished<QList<github::JobAnnotation>>({});
        return annotations.then(this, [log](const Result<QList<github::JobAnnotation>> &list) -> Result<JobReading> {
            return JobReading{log, list.value_or(QList<github::JobAnnotation>())}; // the log says it, too
        });
    });
    return whole.then(this, [this, job](const Result<JobReading> &reading) -> Result<JobReading> {
        m_asking.end();
        if (!reading)
            return std::unexpected(noLog(job, reading.error()));
        m_readings.insert(job.id, *reading);
        return *reading;
    });
}

} // namespace unmoor
