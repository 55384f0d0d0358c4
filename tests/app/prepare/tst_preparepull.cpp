// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/preparepull.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/plainmanifest.h"
#include "tests/standin/gitbehind.h"
#include "tests/standin/teststandin.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// A branch that nobody may push to: a real remote with GitHub's words, the pull requests on the stand-in.
class PreparePullTest : public QObject
{
    Q_OBJECT

    const QString m_repository = u"owner/minne"_s;
    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<TestStandIn> m_host;
    std::shared_ptr<GitBehind> m_behind;
    QNetworkAccessManager m_network;
    std::unique_ptr<github::Client> m_client;
    PrepareJournal m_prepared;
    PushPreview m_preview;

    template <typename T>
    Result<T> resultOf(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000))
            qFatal("it does not end");
        return future.result();
    }

    template <typename T>
    T valueOf(const QFuture<Result<T>> &future)
    {
        const Result<T> result = resultOf(future);
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        return *result;
    }

    QString git(const QStringList &arguments) const { return m_project->git(arguments); }
    QString inRemote(const QString &ref) const { return m_behind->git({u"rev-parse"_s, ref}); }
    PullHost host() const { return {.client = m_client.get(), .repository = m_repository}; }
    QString journaledRoot() const { return m_project->path(); }

    PrepareJournal opened() { return valueOf(openPullRequest(m_prepared, m_preview, host(), m_state->path())); }

    Result<PrepareJournal> finish(const PrepareJournal &journal)
    {
        return resultOf(finishPullRequest(journal, m_preview, host(), m_state->path()));
    }

    /// As the host does it: a commit on main of \a parents with the files of \a tree.
    QString merge(const QString &tree, const QStringList &parents)
    {
        QStringList arguments{u"commit-tree"_s, tree + u"^{tree}"_s, u"-m"_s, u"Merge"_s};
        for (const QString &parent : parents)
            arguments += {u"-p"_s, parent};
        const QString commit = m_behind->git(arguments);
        m_behind->git({u"update-ref"_s, u"refs/heads/main"_s, commit});
        if (!m_host->mergePull(m_repository, 1, commit))
            qFatal("it is not merged");
        return commit;
    }

    void isReleasedAt(const QString &commit)
    {
        QCOMPARE(inRemote(u"refs/tags/v1.0.6^{commit}"_s), commit);
        QCOMPARE(git({u"rev-parse"_s, u"v1.0.6^{commit}"_s}), commit);
        QCOMPARE(git({u"rev-parse"_s, u"HEAD"_s}), commit);
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());
        QVERIFY((*readJournal(m_state->path(), journaledRoot()))->isPushed);
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_state = std::make_unique<QTemporaryDir>();
        m_project = std::make_unique<GitRepository>();
        m_project->write(u"unmoor.toml"_s, plainManifest);
        m_project->commit(u"CHANGELOG.md"_s,
                          "# Changelog\n\n## Unreleased\n\n- A crash\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        git({u"tag"_s, u"v1.0.5"_s});
        m_project->commit(u"a.txt"_s, "more");
        m_host = std::make_unique<TestStandIn>(m_state->filePath(u"host"_s));
        QVERIFY(m_host->start());
        m_behind = std::make_shared<GitBehind>(*m_host, m_repository);
        git({u"remote"_s, u"add"_s, u"origin"_s, m_behind->path()});
        git({u"push"_s, u"-q"_s, u"-u"_s, u"origin"_s, u"main"_s});
        m_behind->tell();
        m_host->setInterceptor(m_behind);
        m_behind->hook(
            u"update"_s,
            "[ $1 != refs/heads/main ] || { echo 'error: GH006: Protected branch update failed' >&2; exit 1; }\n");
        m_client = std::make_unique<github::Client>(m_network, m_host->apiUrl());
        m_client->setToken(m_host->token());
        const auto facts = valueOf(gatherPrepareFacts(m_project->path(), Trust::Given));
        m_prepared = valueOf(runPrepare(planPrepare(facts, {}).value(), m_state->path(), false));
        m_preview = valueOf(previewPush(m_prepared));
    }

    void cleanup()
    {
        m_client.reset();
        m_host.reset();
    }

    void refusalIsRecognisedAndNamesTheWayOn()
    {
        const auto refused = resultOf(pushPrepared(m_prepared, m_preview, m_state->path()));
        QCOMPARE(refused.error().kind, Error::Kind::Forbidden);
        QVERIFY(refused.error().message.contains(u"GH006"_s));
        QVERIFY(refused.error().message.contains(u"--pull-request"_s));
    }

    void requestIsOpenedKeptAndWaitedFor()
    {
        const PrepareJournal waiting = opened();
        QCOMPARE(waiting.pullNumber, 1);
        QCOMPARE(inRemote(u"refs/heads/release/v1.0.6"_s), waiting.commit);
        const auto standing = valueOf(readStanding(m_state->path(), journaledRoot()));
        QVERIFY(standing && standing->journal.pullUrl == waiting.pullUrl);
        QVERIFY(finish(waiting).error().message.contains(u"not merged yet"_s));
        QVERIFY(resultOf(undoPrepare(waiting, m_state->path())).error().message.contains(u"pull request"_s));
    }

    void whatWasMergedIsTagged()
    {
        const PrepareJournal waiting = opened();
        const QString commit = merge(waiting.commit, {inRemote(u"refs/heads/main"_s), waiting.commit});
        const auto done = finish(waiting);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        isReleasedAt(commit);
    }

    void squashedCommitIsTaggedWhereItSaysTheSame()
    {
        const PrepareJournal waiting = opened();
        const QString commit = merge(waiting.commit, {inRemote(u"refs/heads/main"_s)});
        const auto done = finish(waiting);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        isReleasedAt(commit);
    }

    void whatSaysSomethingElseIsNotTagged()
    {
        const PrepareJournal waiting = opened();
        merge(m_prepared.before, {inRemote(u"refs/heads/main"_s)});
        const auto done = finish(waiting);
        QCOMPARE(done.error().kind, Error::Kind::Conflict);
        QVERIFY(done.error().message.contains(u"something else"_s));
        QVERIFY(m_behind->git({u"tag"_s, u"-l"_s, u"v1.0.6"_s}).isEmpty());
    }

    void closedRequestIsSaid()
    {
        const PrepareJournal waiting = opened();
        QVERIFY(m_host->closePull(m_repository, waiting.pullNumber));
        QVERIFY(finish(waiting).error().message.contains(u"closed without a merge"_s));
    }

    /// Killed after the branch was pushed, and after the request was opened and not written down.
    void afterAKillItGoesOnFromWhatIsThere()
    {
        PrepareJournal waiting = opened();
        waiting.pullNumber = 0;
        waiting.pullUrl.clear();
        QVERIFY(writeJournal(m_state->path(), waiting));
        const auto again = finish(waiting);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE(again->pullNumber, 1);

        // The branch here is at what was merged, and its tag was not made yet.
        const QString commit = merge(waiting.commit, {inRemote(u"refs/heads/main"_s)});
        git({u"fetch"_s, u"-q"_s});
        git({u"tag"_s, u"-d"_s, u"v1.0.6"_s});
        git({u"reset"_s, u"-q"_s, u"--keep"_s, commit});
        const auto standing = valueOf(readStanding(m_state->path(), journaledRoot()));
        QVERIFY(standing.has_value());
        const auto done = finish(standing->journal);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        isReleasedAt(commit);
    }
};

QTEST_GUILESS_MAIN(PreparePullTest)
#include "tst_preparepull.moc"
