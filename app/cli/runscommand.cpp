// SPDX-License-Identifier: GPL-3.0-or-later
// unmoor runs: what GitHub Actions made of the commit, or of a tag.
#include "app/cli/command.h"
#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/runs/joblog.h"
#include "app/runs/runsdocument.h"
#include "app/runs/runwatch.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <memory>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString jobLine(const github::RunJob &job)
{
    const QString state = job.hasEnded() ? job.conclusion : QString(job.status).replace(u'_', u' ');
    QString line = u"    %1  %2  %3"_s.arg(job.id).arg(job.name, -40).arg(state);
    if (job.startedAt.isValid() && job.completedAt.isValid())
        line += u"  "_s + formatSeconds(double(job.startedAt.secsTo(job.completedAt)));
    for (const github::RunStep &step : job.steps)
        if (step.conclusion == "failure"_L1 || (!job.hasEnded() && step.status == "in_progress"_L1))
            line += u"  ("_s + step.name + u')';
    return line + u'\n';
}

void printRuns(const RunsView &view, const Console &console)
{
    for (const RunDetails &details : view.runs) {
        const github::WorkflowRun &run = details.run;
        console.print(u"%1  %2  %3%4\n    %5\n"_s.arg(run.id).arg(
            run.name, stateText(details), run.attempt > 1 ? Words::tr(" (attempt %1)").arg(run.attempt) : QString(),
            run.htmlUrl.toString()));
        for (const github::RunJob &job : details.jobs)
            console.print(jobLine(job));
        for (const github::RunArtifact &artifact : details.artifacts)
            console.print(Words::tr("    artifact %1, %2, %3\n")
                              .arg(artifact.name, formatBytes(artifact.size),
                                   artifact.isExpired ? Words::tr("expired") : Words::tr("kept")));
    }
    if (view.runs.isEmpty())
        console.print(Words::tr("GitHub Actions has no run for the commit %1 of %2.\n")
                          .arg(shortCommit(view.commit), view.repository));
    if (view.total > view.runs.size())
        console.print(Words::tr("%1 of %2 runs are shown.\n").arg(view.runs.size()).arg(view.total));
}

/// 1 where a run has failed, or there is none; while all is well so far, 0.
int codeOf(const RunsView &view)
{
    const bool hasFailed = std::ranges::any_of(view.runs, [](const RunDetails &details) {
        return details.run.hasEnded() && !details.run.hasSucceeded() && details.run.conclusion != "skipped"_L1;
    });
    return view.runs.isEmpty() || hasFailed ? 1 : 0;
}

QFuture<Result<RunsView>> watched(Session &session, const QString &repository, const QString &commit,
                                  const Console &console)
{
    const auto watch = std::make_shared<RunWatch>(session.client(), repository, commit);
    QObject::connect(watch.get(), &RunWatch::troubled, watch.get(),
                     [console](const QString &message) { console.log(message); });
    QObject::connect(watch.get(), &RunWatch::changed, watch.get(), [console](const RunsView &view) {
        for (const RunDetails &details : view.runs)
            console.log(u"%1  %2: %3"_s.arg(details.run.id).arg(details.run.name, stateText(details)));
    });
    return watch->start(console.stop()).then(&session, [watch](const Result<RunsView> &view) { return view; });
}

/// How long the jobs took whose archives were taken, newest first, as the ledger has them.
QJsonArray timesOfJobs(const Session &session)
{
    constexpr int mostBuilds = 1000;
    QJsonArray times;
    const auto builds = session.engine().ledger()->builds(session.project().checkout.root, mostBuilds);
    for (const BuildRecord &build : builds.value_or(QList<BuildRecord>())) {
        const auto origin = originIn(build.origin);
        if (!origin || build.seconds <= 0)
            continue;
        times.append(QJsonObject{{u"triple"_s, build.triple},
                                 {u"version"_s, build.version},
                                 {u"run"_s, origin->run},
                                 {u"attempt"_s, origin->attempt},
                                 {u"job_name"_s, origin->job},
                                 {u"seconds"_s, build.seconds},
                                 {u"state"_s, build.forecast.isEmpty() ? QJsonValue() : QJsonValue(build.forecast)}});
    }
    return times;
}

QString summaryOf(const JobLogReport &report)
{
    QStringList parts;
    if (const QString cache = cacheText(report); !cache.isEmpty())
        parts += cache;
    if (report.built + report.copied > 0)
        parts += Words::tr("Nix built %1 derivations and copied %2 paths").arg(report.built).arg(report.copied);
    if (!report.firstError.isEmpty())
        parts += Words::tr("first error: %1").arg(report.firstError);
    return parts.join(u"; "_s);
}

int printLog(const QString &path, const Console &console)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return console.fail({Error::Kind::Io, Words::tr("Could not read %1: %2").arg(path, file.errorString())});
    JobLogReader reader;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(64 * 1024);
        reader.take(line);
        console.printExactly(QString::fromUtf8(line));
    }
    const JobLogReport report = reader.report();
    console.print(toJson(report));
    if (const QString summary = summaryOf(report); !summary.isEmpty())
        console.log(summary);
    return 0;
}

/// The log of one job, which GitHub has when the job has ended.
QFuture<int> runLog(const Invocation &invocation, Session &session, const Console &console)
{
    const auto folder = std::make_shared<QTemporaryDir>();
    const QString path = folder->filePath(u"log"_s);
    auto fetched = andThen(openSignedIn(invocation, session), &session, [&session, invocation, console, path] {
        return session.client().downloadJobLog(session.project().repository(), invocation.logOfJob, path,
                                               console.stop());
    });
    return fetched.then(&session, [console, path, folder](const Result<github::DownloadedFile> &file) {
        if (file)
            return printLog(path, console);
        if (file.error().kind == Error::Kind::NotFound)
            console.log(Words::tr("GitHub has the log of a job once it has ended, and none of one that was canceled or "
                                  "skipped. Until then, 'unmoor runs' shows its steps."));
        return console.fail(file.error());
    });
}

QFuture<int> runRuns(const Invocation &invocation, Session &session, const Console &console)
{
    if (invocation.logOfJob > 0)
        return runLog(invocation, session, console);
    auto view = andThen(openSignedIn(invocation, session), &session, [&session, invocation, console] {
        const Project &project = session.project();
        const QString commit =
            invocation.tag.isEmpty() ? project.checkout.commit : project.checkout.tags.value(invocation.tag);
        if (commit.isEmpty())
            return finished<RunsView>(
                failure(Error::Kind::NotFound,
                        invocation.tag.isEmpty()
                            ? Words::tr("The repository has no commit yet, so there are no runs.")
                            : Words::tr("There is no tag %1 here. Fetch it: git fetch --tags").arg(invocation.tag)));
        if (project.repository().isEmpty())
            return finished<RunsView>(
                failure(Error::Kind::NotFound,
                        Words::tr("It is not known which repository this is. Name it in unmoor.toml: repository = "
                                  "\"owner/name\".")));
        return invocation.watch ? watched(session, project.repository(), commit, console)
                                : readRuns(session.client(), project.repository(), commit, console.stop());
    });
    return view.then(&session, [&session, tag = invocation.tag, console](const Result<RunsView> &runs) {
        if (!runs)
            return console.fail(runs.error());
        QJsonObject document = runsToJson(*runs, tag, session.client().rateLimit());
        document[u"times"_s] = timesOfJobs(session);
        console.print(document);
        printRuns(*runs, console);
        return codeOf(*runs);
    });
}

Result<void> takeRuns(Invocation &invocation, const QCommandLineParser &given, const QStringList &)
{
    invocation.watch = given.isSet(u"watch"_s);
    invocation.tag = given.value(u"tag"_s);
    if (given.isSet(u"log"_s)) {
        bool isNumber = false;
        invocation.logOfJob = given.value(u"log"_s).toLongLong(&isNumber);
        if (!isNumber || invocation.logOfJob < 1)
            return wrongUsage(Words::tr("--log takes the number of a job, as 'unmoor runs --json' has it, not \"%1\".")
                                  .arg(given.value(u"log"_s)));
        if (invocation.watch || !invocation.tag.isEmpty())
            return wrongUsage(Words::tr("--log shows one job. It does not go with --tag and --watch."));
    }
    return {};
}

} // namespace

CliCommand runsCommand()
{
    return {.id = Invocation::Command::Runs,
            .name = u"runs"_s,
            .usage = u"[--tag TAG] [--watch] | --log JOB"_s,
            .summary = Words::tr("show what GitHub Actions made of the commit, and wait for it"),
            .options = {{u"log"_s, Words::tr("Print the log of this job, and how much of it was cached."), u"JOB"_s},
                        {u"tag"_s, Words::tr("The tag whose runs are meant, instead of the commit's."), u"TAG"_s},
                        {u"watch"_s, Words::tr("Wait until all runs have ended, and say what changes.")}},
            .take = takeRuns,
            .run = runRuns};
}

} // namespace unmoor
