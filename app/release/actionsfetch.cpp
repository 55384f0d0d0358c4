// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/actionsfetch.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/pool.h"
#include "app/core/words.h"
#include "app/release/archivefile.h"
#include "app/runs/artifactchoice.h"
#include "app/runs/packedartifact.h"
#include "app/runs/runwatch.h"

#include <QDir>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int mostLooksForRun = 20; // at one that does not come, a quarter of a minute apart

/// One target on its way out of a run. It owns itself through the steps that are under way.
class TargetFetch : public std::enable_shared_from_this<TargetFetch>
{
public:
    TargetFetch(Session &session, const ActionsFetch &fetch, const ManifestTarget &target, std::stop_token stop)
        : m_session(session)
        , m_project(session.snapshot())
        , m_fetch(fetch)
        , m_target(target)
        , m_stop(std::move(stop))
        , m_repository(m_project->repository())
    {
        const TemplateValues values{.name = m_project->manifest.name,
                                    .version = m_project->versionText(),
                                    .tag = m_project->tag(),
                                    .triple = target.triple};
        m_wish = {.commit = m_project->checkout.commit,
                  .workflow = target.actions.workflow,
                  .job = expandTemplate(target.actions.job, values),
                  .artifact = expandTemplate(target.actions.artifact, values)};
        const QString member = target.actions.member.isEmpty() ? target.archive : target.actions.member;
        m_member = expandTemplate(member, values);
    }

    QFuture<Result<void>> start()
    {
        return andThen(m_fetch.runId > 0 ? ofRun(m_fetch.runId) : ofCommit(), &m_session,
                       [self = shared_from_this()](const ArtifactSource &source) { return self->download(source); });
    }

private:
    void say(const QString &line) const
    {
        if (m_fetch.say)
            m_fetch.say(u"%1> %2"_s.arg(m_target.triple, line));
    }

    QFuture<Result<ArtifactSource>> ofRun(qint64 id)
    {
        return andThen(readRun(m_session.client(), m_repository, id, m_stop), &m_session,
                       [self = shared_from_this(), id](const RunDetails &details) {
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
        return andThen(readRuns(m_session.client(), m_repository, m_wish.commit, m_stop), &m_session,
                       [self = shared_from_this()](const RunsView &view) {
                           if (const auto run = runIn(view, self->m_wish, 0))
                               return self->ofRun(run->run.id);
                           return self->startOrRefuse();
                       });
    }

    QFuture<Result<ArtifactSource>> startOrRefuse()
    {
        if (!m_fetch.mayStart)
            return finished<ArtifactSource>(failure(
                Error::Kind::NotFound,
                Words::tr("%1 has no run of %2 for the commit %3. Push the tag or the branch that starts it, or "
                          "start it with: unmoor build --on actions")
                    .arg(m_repository, m_wish.workflow, shortCommit(m_wish.commit))));
        // A dispatch names a branch or tag: one that points at this commit.
        const QMap<QString, QString> &tags = m_project->checkout.tags;
        const QString ref =
            tags.value(m_project->tag()) == m_wish.commit ? m_project->tag() : m_project->checkout.branch;
        if (ref.isEmpty())
            return finished<ArtifactSource>(failure(
                Error::Kind::InvalidInput,
                Words::tr("The checkout is on no branch, so %1 cannot be started for it. Push the tag, or check "
                          "out a branch.")
                    .arg(m_wish.workflow)));
        say(Words::tr("starts %1 at %2").arg(m_wish.workflow, ref));
        return andThen(m_session.client().dispatch(m_repository, m_wish.workflow, ref, {}, m_stop), &m_session,
                       [self = shared_from_this()](const std::optional<qint64> &id) {
                           // The branch may be elsewhere on the host: then the run is of another commit, and refused.
                           return id ? self->ofRun(*id) : self->follow(0);
                       });
    }

    /// Waits until the artifact is there, or cannot come any more. \a id: 0: whichever run of the workflow comes.
    QFuture<Result<ArtifactSource>> follow(qint64 id)
    {
        m_watch = std::make_unique<RunWatch>(m_session.client(), m_repository, m_wish.commit);
        if (m_fetch.pace)
            m_watch->setPace(m_fetch.pace);
        QObject::connect(m_watch.get(), &RunWatch::troubled, m_watch.get(), [this](const QString &why) { say(why); });
        QObject::connect(m_watch.get(), &RunWatch::changed, m_watch.get(), [this, id](const RunsView &view) {
            if (const auto run = runIn(view, m_wish, id))
                say(Words::tr("run %1: %2").arg(run->run.id).arg(stateText(*run)));
        });
        m_watch->setGoal([wish = m_wish, id, looks = std::make_shared<int>(0)](const RunsView &view) {
            const auto run = runIn(view, wish, id);
            return run ? chooseArtifact(*run, wish).state != ArtifactState::Coming : ++*looks >= mostLooksForRun;
        });
        return andThen(m_watch->start(m_stop), &m_session, [self = shared_from_this(), id](const RunsView &view) {
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

    QFuture<Result<void>> download(const ArtifactSource &source)
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
        const auto folder =
            madeFolder(u"%1/%2"_s.arg(m_project->stateFolder(m_session.engine().stateDir(), u"actions"_s))
                           .arg(source.artifact.id));
        if (!folder)
            return finished<void>(std::unexpected(folder.error()));
        m_folder = *folder;
        const QString path = m_folder + u"/download"_s;
        auto downloaded = m_session.client().downloadArtifact(m_repository, source.artifact.id, path, {}, m_stop);
        auto taken = andThen(downloaded, &m_session,
                             [self = shared_from_this(), source, path](const github::DownloadedFile &file) {
                                 return self->takeOut(source, path, file);
                             });
        auto adopted = andThen(taken, &m_session, [self = shared_from_this(), source](const QString &file) {
            return self->m_session.archives().adopt(self->m_target.triple, file, self->m_project,
                                                    originText(self->m_repository, source));
        });
        // What was adopted was copied.
        return adopted.then(&m_session, [self = shared_from_this()](const Result<void> &outcome) {
            QDir(self->m_folder).removeRecursively();
            return outcome;
        });
    }

    QFuture<Result<QString>> takeOut(const ArtifactSource &source, const QString &path,
                                     const github::DownloadedFile &file)
    {
        const QByteArray &digest = source.artifact.digest;
        const bool isOther = digest.isEmpty() ? file.bytes != source.artifact.size : file.sha256 != digest;
        if (isOther)
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

    Session &m_session;
    ProjectPtr m_project;
    ActionsFetch m_fetch;
    ManifestTarget m_target;
    std::stop_token m_stop;
    QString m_repository;
    ArtifactWish m_wish;
    QString m_member;
    QString m_folder;
    std::unique_ptr<RunWatch> m_watch;
};

QFuture<Result<void>> fetchOne(Session &session, const ActionsFetch &fetch, const QString &triple, std::stop_token stop)
{
    const TargetState *row = session.targets().find(triple);
    if (!row)
        return finished<void>(std::unexpected(noSuchTarget(triple)));
    if (!row->target.actions.isGiven())
        return finished<void>(
            failure(Error::Kind::InvalidInput,
                    Words::tr("unmoor.toml does not say what of GitHub Actions %1 is. Give it a [target.actions] with "
                              "`workflow` and `artifact`.")
                        .arg(triple)));
    return std::make_shared<TargetFetch>(session, fetch, row->target, std::move(stop))->start();
}

/// One after the other. \a first: what an earlier one failed with.
QFuture<Result<void>> fetchNext(Session &session, ActionsFetch fetch, std::stop_token stop, const Result<void> &first)
{
    if (fetch.triples.isEmpty())
        return finished<void>(first);
    const QString triple = fetch.triples.takeFirst();
    return inEitherCase(fetchOne(session, fetch, triple, stop), &session,
                        [&session, fetch, triple, stop, first](const Result<void> &outcome) {
                            if (!outcome && outcome.error().kind == Error::Kind::Canceled)
                                return finished<void>(outcome);
                            if (!outcome && !first && fetch.say)
                                fetch.say(u"%1> %2"_s.arg(triple, outcome.error().message));
                            return fetchNext(session, fetch, stop, first ? outcome : first);
                        });
}

} // namespace

QFuture<Result<void>> fetchFromActions(Session &session, const ActionsFetch &fetch, std::stop_token stop)
{
    const Project &project = session.project();
    if (project.checkout.isDirty())
        return finished<void>(failure(Error::Kind::InvalidInput,
                                      Words::tr("The checkout has uncommitted changes, which no run has built. Commit "
                                                "them, or build here.")));
    if (project.repository().isEmpty())
        return finished<void>(failure(Error::Kind::NotFound,
                                      Words::tr("It is not known which repository this is. Name it in unmoor.toml: "
                                                "repository = \"owner/name\".")));
    return andThen(
        session.signIn().then(
            &session, [](const Result<StoredToken> &token) { return token.transform([](const StoredToken &) { }); }),
        &session, [&session, fetch, stop] { return fetchNext(session, fetch, stop, {}); });
}

} // namespace unmoor
