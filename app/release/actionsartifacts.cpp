// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/actionsartifacts.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/pool.h"
#include "app/core/words.h"
#include "app/nix/dryrun.h"
#include "app/release/archivefile.h"
#include "app/runs/artifactchoice.h"
#include "app/runs/joblog.h"
#include "app/runs/packedartifact.h"
#include "app/runs/runwatch.h"

#include <QDir>
#include <QFile>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using FetchPhase = ActionsStage::Phase;

constexpr int mostLooksForRun = 20; // at one that does not come, a quarter of a minute apart
constexpr qint64 longestJobLogLine = 64 * 1024; // bytes; the rest of a longer one counts as another

/// "cold", "warm" or "cached", as the log in the file at \a path says; empty: it does not.
QString howMuchWasBuilt(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    JobLogReader reader;
    while (!file.atEnd())
        reader.take(file.readLine(longestJobLogLine));
    const JobLogReport &report = reader.report();
    if (report.built == 0)
        return report.copied > 0 ? forecastName(BuildForecast::State::Cached) : QString();
    const bool hadNothing = report.cache == JobLogReport::Cache::None || report.cache == JobLogReport::Cache::Failed;
    return forecastName(hadNothing ? BuildForecast::State::Cold : planState(report.derivations, {}));
}

} // namespace

/// One target on its way out of a run. It owns itself through the steps that are under way.
class ActionsArtifacts::TargetFetch : public std::enable_shared_from_this<TargetFetch>
{
public:
    TargetFetch(ActionsArtifacts &service, const ArtifactTask &task, std::stop_token stop)
        : m_service(service)
        , m_task(task)
        , m_stop(std::move(stop))
        , m_repository(task.project->repository())
    {
        const ManifestTarget &target = task.target;
        const TemplateValues values{.name = task.project->manifest.name,
                                    .version = task.project->versionText(),
                                    .tag = task.project->tag(),
                                    .triple = target.triple};
        m_wish = {.commit = task.project->checkout.commit,
                  .workflow = target.actions.workflow,
                  .job = expandTemplate(target.actions.job, values),
                  .artifact = expandTemplate(target.actions.artifact, values)};
        const QString member = target.actions.member.isEmpty() ? target.archive : target.actions.member;
        m_member = expandTemplate(member, values);
        for (const auto &[name, value] : target.actions.inputs.asKeyValueRange())
            m_inputs.insert(name, expandTemplate(value, values));
    }

    QFuture<Result<FetchedArtifact>> start()
    {
        show({.phase = FetchPhase::Looking, .workflow = m_wish.workflow});
        auto fetched =
            andThen(m_task.runId > 0 ? ofRun(m_task.runId) : ofCommit(), &m_service,
                    [self = shared_from_this()](const ArtifactSource &source) { return self->download(source); });
        return andThen(fetched, &m_service,
                       [self = shared_from_this()](const FetchedArtifact &file) { return self->withLog(file); });
    }

private:
    void say(const QString &line) const
    {
        if (m_task.say)
            m_task.say(u"%1> %2"_s.arg(m_task.target.triple, line));
    }

    void show(const ActionsStage &stage)
    {
        m_stage = stage;
        if (m_task.show)
            m_task.show(stage);
    }

    QFuture<Result<ArtifactSource>> ofRun(qint64 id)
    {
        return andThen(readRun(m_service.m_client, m_repository, id, m_stop), &m_service,
                       [self = shared_from_this(), id](const RunDetails &details) {
                           self->show(stageOf(details, self->m_wish));
                           const ArtifactChoice choice = chooseArtifact(details, self->m_wish);
                           if (choice.state == ArtifactState::Ready)
                               return finished<ArtifactSource>(*choice.source);
                           if (choice.state == ArtifactState::Missing)
                               return finished<ArtifactSource>(std::unexpected(choice.why));
                           return self->follow(id);
                       });
    }

    /// The newest run of the workflow for the commit that does not rule itself out.
    static std::optional<RunDetails> runIn(const RunsView &view, const ArtifactWish &wish, qint64 id)
    {
        for (const RunDetails &details : view.runs)
            if (id > 0 ? details.run.id == id : details.run.path.section(u'/', -1) == wish.workflow)
                return details;
        return {};
    }

    QFuture<Result<ArtifactSource>> ofCommit()
    {
        return andThen(readRuns(m_service.m_client, m_repository, m_wish.commit, m_stop), &m_service,
                       [self = shared_from_this()](const RunsView &view) {
                           if (const auto run = runIn(view, self->m_wish, 0))
                               return self->ofRun(run->run.id);
                           return self->startOrRefuse();
                       });
    }

    QFuture<Result<ArtifactSource>> startOrRefuse()
    {
        if (!m_task.mayStart)
            return finished<ArtifactSource>(failure(
                Error::Kind::NotFound,
                Words::tr("%1 has no run of %2 for the commit %3. Push the tag or the branch that starts it, or "
                          "start it with: unmoor build --on actions")
                    .arg(m_repository, m_wish.workflow, shortCommit(m_wish.commit))));
        // A dispatch names a branch or tag: one that points at this commit.
        const QMap<QString, QString> &tags = m_task.project->checkout.tags;
        const QString ref = tags.value(m_task.project->tag()) == m_wish.commit ? m_task.project->tag()
                                                                               : m_task.project->checkout.branch;
        if (ref.isEmpty())
            return finished<ArtifactSource>(failure(
                Error::Kind::InvalidInput,
                Words::tr("The checkout is on no branch, so %1 cannot be started for it. Push the tag, or check "
                          "out a branch.")
                    .arg(m_wish.workflow)));
        say(Words::tr("starts %1 at %2").arg(m_wish.workflow, ref));
        show({.phase = FetchPhase::Started, .workflow = m_wish.workflow});
        return andThen(m_service.m_client.dispatch(m_repository, m_wish.workflow, ref, m_inputs, m_stop), &m_service,
                       [self = shared_from_this()](const std::optional<qint64> &id) {
                           // The branch may be elsewhere on the host: then the run is of another commit, and refused.
                           return id ? self->ofRun(*id) : self->follow(0);
                       });
    }

    /// Waits until the artifact is there, or cannot come any more. \a id: 0: whichever run of the workflow comes.
    QFuture<Result<ArtifactSource>> follow(qint64 id)
    {
        m_watch = std::make_unique<RunWatch>(m_service.m_client, m_repository, m_wish.commit);
        if (m_service.m_pace)
            m_watch->setPace(m_service.m_pace);
        QObject::connect(m_watch.get(), &RunWatch::troubled, m_watch.get(), [this](const QString &why) { say(why); });
        QObject::connect(m_watch.get(), &RunWatch::changed, m_watch.get(), [this, id](const RunsView &view) {
            if (const auto run = runIn(view, m_wish, id)) {
                say(Words::tr("run %1: %2").arg(run->run.id).arg(stateText(*run)));
                show(stageOf(*run, m_wish));
            }
        });
        m_watch->setGoal([wish = m_wish, id, looks = std::make_shared<int>(0)](const RunsView &view) {
            const auto run = runIn(view, wish, id);
            return run ? chooseArtifact(*run, wish).state != ArtifactState::Coming : ++*looks >= mostLooksForRun;
        });
        return andThen(m_watch->start(m_stop), &m_service, [self = shared_from_this(), id](const RunsView &view) {
            const auto run = runIn(view, self->m_wish, id);
            if (!run)
                return finished<ArtifactSource>(failure(
                    Error::Kind::NotFound,
                    Words::tr("%1 was started, and no run of it for the commit %2 came: the branch is elsewhere on the "
                              "host, or the run was deleted. Push the commit, then try again.")
                        .arg(self->m_wish.workflow, shortCommit(self->m_wish.commit))));
            const ArtifactChoice choice = chooseArtifact(*run, self->m_wish);
            return finished<ArtifactSource>(choice.source ? Result<ArtifactSource>(*choice.source)
                                                          : std::unexpected(choice.why));
        });
    }

    QFuture<Result<FetchedArtifact>> download(const ArtifactSource &source)
    {
        if (source.isOfEarlierAttempt)
            say(Words::tr("the artifact %1 is of an earlier attempt: the job ran again since")
                    .arg(source.artifact.name));
        else if (source.olderOnes > 0)
            say(Words::tr("takes the newest of %1 artifacts called %2")
                    .arg(source.olderOnes + 1)
                    .arg(source.artifact.name));
        say(Words::tr("downloads %1 of run %2, %3")
                .arg(source.artifact.name)
                .arg(source.run.id)
                .arg(formatBytes(source.artifact.size)));
        ActionsStage stage = m_stage;
        stage.phase = FetchPhase::Fetching;
        stage.waitsFor = Words::tr("%1, %2").arg(source.artifact.name, formatBytes(source.artifact.size));
        show(stage);
        const auto folder =
            madeFolder(u"%1/%2-%3"_s.arg(m_task.project->stateFolder(m_service.m_engine.stateDir(), u"actions"_s))
                           .arg(source.artifact.id)
                           .arg(m_task.target.triple));
        if (!folder)
            return finished<FetchedArtifact>(std::unexpected(folder.error()));
        m_folder = *folder;
        m_keeper = std::shared_ptr<void>(nullptr, [path = m_folder](void *) { QDir(path).removeRecursively(); });
        m_job = source.job;
        const QString path = m_folder + u"/download"_s;
        auto downloaded = m_service.m_client.downloadArtifact(m_repository, source.artifact.id, path, {}, m_stop);
        auto taken = andThen(downloaded, &m_service,
                             [self = shared_from_this(), source, path](const github::DownloadedFile &file) {
                                 return self->takeOut(source, path, file);
                             });
        return andThen(taken, &m_service, [self = shared_from_this(), source](const QString &file) {
            const auto &job = source.job;
            const bool isTimed = job && job->startedAt.isValid() && job->completedAt.isValid();
            return finished<FetchedArtifact>(
                FetchedArtifact{.path = file,
                                .from = {.origin = originText(self->m_repository, source),
                                         .seconds = isTimed ? double(job->startedAt.secsTo(job->completedAt)) : 0,
                                         .forecast = {}},
                                .folder = self->m_keeper});
        });
    }

    /// With what the job's log says of how much there was to build. The archive is good without it.
    QFuture<Result<FetchedArtifact>> withLog(const FetchedArtifact &file)
    {
        if (!m_job)
            return finished<FetchedArtifact>(file);
        const QString path = m_folder + u"/log"_s;
        auto read = andThen(m_service.m_client.downloadJobLog(m_repository, m_job->id, path, m_stop), &m_service,
                            [path](const github::DownloadedFile &) {
                                return runInPool(*QThreadPool::globalInstance(),
                                                 [path]() -> Result<QString> { return howMuchWasBuilt(path); });
                            });
        return read.then(&m_service, [file](const Result<QString> &forecast) -> Result<FetchedArtifact> {
            FetchedArtifact whole = file;
            whole.from.forecast = forecast.value_or(QString());
            return whole;
        });
    }

    QFuture<Result<QString>> takeOut(const ArtifactSource &source, const QString &path,
                                     const github::DownloadedFile &file)
    {
        const QByteArray &digest = source.artifact.digest;
        if (digest.isEmpty() && file.bytes != source.artifact.size)
            return finished<QString>(failure(
                Error::Kind::Corrupt,
                Words::tr("What came as the artifact %1 of run %2 has %3 bytes, and GitHub says %4: nothing of it is "
                          "used. Try again.")
                    .arg(source.artifact.name)
                    .arg(source.run.id)
                    .arg(QString::number(file.bytes), QString::number(source.artifact.size))));
        if (!digest.isEmpty() && file.sha256 != digest)
            return finished<QString>(
                failure(Error::Kind::Corrupt,
                        Words::tr("What came as the artifact %1 of run %2 has the SHA-256 %3, and GitHub says %4: "
                                  "nothing of it is used. Try again.")
                            .arg(source.artifact.name)
                            .arg(source.run.id)
                            .arg(QString::fromLatin1(file.sha256), QString::fromLatin1(digest))));
        const PackedArtifact packed{
            .path = path, .artifactName = source.artifact.name, .member = m_member, .folder = m_folder};
        return runInPool(*QThreadPool::globalInstance(),
                         [packed, stop = m_stop] { return takeOutOfArtifact(packed, stop); });
    }

    ActionsArtifacts &m_service;
    ArtifactTask m_task;
    std::stop_token m_stop;
    QString m_repository;
    ArtifactWish m_wish;
    QString m_member;
    QMap<QString, QString> m_inputs; ///< that the workflow is started with
    ActionsStage m_stage; ///< as shown last
    QString m_folder;
    std::shared_ptr<void> m_keeper; ///< removes m_folder
    std::optional<github::RunJob> m_job; ///< that kept the artifact
    std::unique_ptr<RunWatch> m_watch;
};

ActionsArtifacts::ActionsArtifacts(Engine &engine, github::Client &client, HostLogin &login, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_client(client)
    , m_login(login)
{
}

QFuture<Result<FetchedArtifact>> ActionsArtifacts::fetch(const ArtifactTask &task, std::stop_token stop)
{
    const auto refuse = [](Error::Kind kind, const QString &why) {
        return finished<FetchedArtifact>(failure(kind, why));
    };
    if (!task.target.actions.isGiven())
        return refuse(
            Error::Kind::InvalidInput,
            Words::tr("unmoor.toml does not say what of GitHub Actions %1 is. Give it a [target.actions] with "
                      "`workflow` and `artifact`.")
                .arg(task.target.triple));
    if (task.project->checkout.isDirty())
        return refuse(Error::Kind::InvalidInput,
                      Words::tr("The checkout has uncommitted changes, which no run has built. Commit them, or build "
                                "here."));
    if (task.project->repository().isEmpty())
        return refuse(Error::Kind::NotFound,
                      Words::tr("It is not known which repository this is. Name it in unmoor.toml: repository = "
                                "\"owner/name\"."));
    const auto fetch = std::make_shared<TargetFetch>(*this, task, stop);
    if (m_login.isSignedIn())
        return fetch->start();
    return andThen(m_login.signIn(task.project->checkout.root), this,
                   [fetch](const StoredToken &) { return fetch->start(); });
}

} // namespace unmoor
