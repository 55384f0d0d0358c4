// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/client.h"
#include "standin/runs.h"
#include "tests/standin/teststandin.h"

#include "tests/contract/prism.h"
#include "tests/standin/browser.h"

#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {
const QString repository = u"perstarkse/minne"_s;
const QString commit(40, u'a');
} // namespace

/// The client talks to the stand-in through Prism, which knows GitHub's own description of both sides. Uploads go
/// around it, since it spoils binary bodies: the stand-in names its own address for them, as GitHub does.
class ContractTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_storage;
    TestStandIn m_host{m_storage.path()};
    Prism m_prism;
    QNetworkAccessManager m_network;
    std::unique_ptr<github::Client> m_client;

    QUrl apiUrl() { return m_prism.url(); } ///< Prism puts the host's /api/v3 in front

    /// A client that has seen nothing yet: to one that has, answers are 304, which the description leaves out.
    github::Client &client()
    {
        m_client = std::make_unique<github::Client>(m_network, apiUrl());
        m_client->setToken(m_host.token());
        return *m_client;
    }

    template <typename T>
    Result<T> outcome(QFuture<Result<T>> future)
    {
        QFutureWatcher<Result<T>> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(future);
        if (!future.isFinished() && !finished.wait(20000))
            return failure(Error::Kind::Network, u"no answer"_s);
        return future.result();
    }

    /// What the call comes to; its error fails the test with Prism's words.
    template <typename T>
    T wanted(QFuture<Result<T>> future)
    {
        const Result<T> result = outcome(future);
        if (result)
            return *result;
        QTest::qFail(qPrintable(result.error().message + u'\n' + m_prism.log().right(3000)), __FILE__, __LINE__);
        return T{};
    }

    github::Release draft(const QString &tag)
    {
        return wanted(client().createRelease(repository,
                                             {.tagName = tag,
                                              .targetCommitish = commit,
                                              .name = u"minne "_s + tag,
                                              .body = u"## Added\n\n- A thing"_s,
                                              .draft = true,
                                              .prerelease = false}));
    }

    QString fileWith(const QByteArray &bytes)
    {
        QFile file(m_storage.filePath(u"upload"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    github::Asset uploaded(const github::Release &release, const QString &name)
    {
        github::Client &uploader = client();
        wanted(uploader.release(repository, release.id)); // by which it learns to trust the upload host
        return wanted(uploader.uploadAsset(release, name, fileWith("the bytes of " + name.toUtf8())));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!qEnvironmentVariable("UNMOOR_CONTRACT").isEmpty(), "Start it through tests/contract/run.sh.");
        QVERIFY(m_host.start());
        QVERIFY(m_host.push(repository, u"main"_s, commit));
        QVERIFY2(m_prism.start(m_host.apiUrl()), qPrintable(m_prism.log()));
    }

    /// A path that Prism does not know is 404 there, which would pass for the host's own.
    void cleanup() { QVERIFY2(!m_prism.log().contains(u"NO_PATH_MATCHED"_s), qPrintable(m_prism.log().right(3000))); }

    void whoAndWhere()
    {
        QVERIFY(!wanted(client().user()).login.isEmpty());
        const github::Repository known = wanted(client().repository(repository));
        QCOMPARE(known.fullName, repository);
        QVERIFY(known.canPush);
        QVERIFY(wanted(client().hasCommit(repository, commit)));
    }

    void aRunOfActions()
    {
        const QString path = u".github/workflows/release.yml"_s;
        rehearsal::RunFile kept;
        kept.name = u"release-linux"_s;
        kept.bytes = "the bytes";
        rehearsal::JobPlan build{.name = u"build"_s};
        build.files = {kept};
        rehearsal::JobPlan publish{.name = u"publish"_s};
        publish.conclusions = {u"failure"_s};
        publish.environment = u"production"_s;
        m_host.setWorkflow(repository,
                           {.path = path, .name = u"Release"_s, .isDispatched = true, .jobs = {build, publish}});
        const qint64 id = *m_host.startRun(repository, path, u"push"_s, u"main"_s, commit);
        const auto pass = [this](qint64 seconds) {
            m_host.changeActions(repository, [seconds](rehearsal::Actions &actions) { actions.clock += seconds; });
        };
        github::RunQuery query;
        query.headSha = commit;
        QCOMPARE(wanted(client().runs(repository, query)).runs.size(), 1);
        query.workflow = u"release.yml"_s;
        QCOMPARE(wanted(client().runs(repository, query)).runs.first().id, id);
        for (const int seconds : {0, 30, 30}) { // queued, in progress, done
            pass(seconds);
            QCOMPARE(wanted(client().jobs(repository, id)).size(), 2);
        }
        const auto waiting = wanted(client().pendingDeployments(repository, id));
        QCOMPARE(waiting.size(), 1);
        QVERIFY(outcome(client().reviewDeployments(repository, id, {waiting.first().environmentId}, true, u"go"_s)));
        QCOMPARE(wanted(client().run(repository, id)).status, u"in_progress"_s);
        QVERIFY(outcome(client().cancelRun(repository, id)));
        QCOMPARE(wanted(client().artifacts(repository, id)).size(), 1);
        QVERIFY(outcome(client().rerun(repository, id, github::Client::Rerun::Failed)));
        QCOMPARE(wanted(client().run(repository, id)).attempt, 2);
        QVERIFY(outcome(client().cancelRun(repository, id)));
        QVERIFY(outcome(client().rerun(repository, id, github::Client::Rerun::All)));
        QVERIFY(outcome(client().cancelRun(repository, id)));
        const qint64 job = wanted(client().jobs(repository, id)).first().id;
        QVERIFY(outcome(client().rerunJob(repository, job)));
        QVERIFY(wanted(client().dispatch(repository, u"release.yml"_s, u"main"_s, {})).has_value());
        m_host.setWorkflow(
            repository,
            {.path = path, .name = u"Release"_s, .isDispatched = true, .inputs = {u"a"_s}, .jobs = {build}});
        QVERIFY(wanted(client().dispatch(repository, u"release.yml"_s, u"main"_s, {{u"a"_s, u"b"_s}})).has_value());
    }

    void aWholeRelease()
    {
        QVERIFY(wanted(client().releases(repository)).isEmpty());
        const github::Release made = draft(u"v1.0.5"_s);
        QCOMPARE(wanted(client().releases(repository)).size(), 1);
        QCOMPARE(wanted(client().release(repository, made.id)).tagName, u"v1.0.5"_s);

        const github::Asset asset = uploaded(made, u"main.tar.xz"_s);
        QCOMPARE(wanted(client().assets(repository, made.id)).value(0), asset);
        QCOMPARE(wanted(client().asset(repository, asset.id)), asset);

        const github::Release named =
            wanted(client().updateRelease(repository, made.id, {.tagName = u"v1.0.5"_s, .name = u"minne 1.0.5"_s}));
        QCOMPARE(named.name, u"minne 1.0.5"_s);
        const github::Release out = wanted(
            client().updateRelease(repository, made.id, {.tagName = u"v1.0.5"_s, .draft = false, .makeLatest = true}));
        QVERIFY(!out.draft);

        QCOMPARE(wanted(client().latestRelease(repository))->id, made.id);
        QCOMPARE(wanted(client().tagCommit(repository, u"v1.0.5"_s)), commit);
    }

    void assetsAreRenamedAndDeleted()
    {
        const github::Release made = draft(u"v2.0.0"_s);
        const github::Asset asset = uploaded(made, u"new.tar.xz"_s);
        QCOMPARE(wanted(client().renameAsset(repository, asset.id, u"main.tar.xz"_s)).name, u"main.tar.xz"_s);
        QVERIFY(outcome(client().deleteAsset(repository, asset.id)));
        QVERIFY(wanted(client().assets(repository, made.id)).isEmpty());
    }

    void anAssetWithoutADigestIsAllowed()
    {
        const github::Release made = draft(u"v3.0.0"_s);
        m_host.addFault({.method = "POST", .pathContains = u"/assets"_s, .kind = Fault::Kind::NoDigest});
        QVERIFY(uploaded(made, u"main.tar.xz"_s).digest.isEmpty());
        QCOMPARE(wanted(client().assets(repository, made.id)).size(), 1);
    }

    void draftsAreDeleted()
    {
        const github::Release made = draft(u"v6.0.0"_s);
        QVERIFY(outcome(client().deleteRelease(repository, made.id)));
        QCOMPARE(outcome(client().release(repository, made.id)).error().kind, Error::Kind::NotFound);
    }

    void tagsTellOfTheirSignature()
    {
        const QString object(40, u'c');
        QVERIFY(m_host.pushTagObject(repository, u"v7.0.0"_s, object, commit, u"unknown_key"_s));
        const auto tag = wanted(client().tag(repository, u"v7.0.0"_s));
        QCOMPARE(tag->object, object);
        QCOMPARE(tag->commit, commit);
        QVERIFY(!tag->signature->verified);
        QCOMPARE(tag->signature->reason, u"unknown_key"_s);
    }

    void pullRequestsAreOpenedAndMerged()
    {
        const QString head(40, u'd');
        QVERIFY(m_host.push(repository, u"release/v8.0.0"_s, head));
        const github::PullRequest made = wanted(client().createPullRequest(
            repository,
            {.title = u"Release v8.0.0"_s, .head = u"release/v8.0.0"_s, .base = u"main"_s, .body = u"Notes"_s}));
        QCOMPARE(made.state, u"open"_s);
        QCOMPARE(made.head, head);
        QCOMPARE(wanted(client().pullRequests(repository, u"release/v8.0.0"_s)).size(), 1);
        QVERIFY(m_host.mergePull(repository, made.number, head));
        const github::PullRequest merged = wanted(client().pullRequest(repository, made.number));
        QVERIFY(merged.merged);
        QCOMPARE(merged.mergeCommit, head);
        QVERIFY(m_host.push(repository, u"main"_s, commit));
    }

    void tagsAreMadeAndPeeled()
    {
        QVERIFY(outcome(client().createTag(repository, u"v4.0.0"_s, commit)));
        QVERIFY(m_host.pushTag(repository, u"v5.0.0"_s, commit, true));
        QCOMPARE(wanted(client().tagCommit(repository, u"v4.0.0"_s)), commit);
        QCOMPARE(wanted(client().tagCommit(repository, u"v5.0.0"_s)), commit);
        QCOMPARE(wanted(client().tagCommit(repository, u"v6.0.0"_s)), std::nullopt);
    }

    void refusalsAreDocumentsOfGitHubs_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        const QJsonObject none;
        const QJsonObject wrongTarget{{u"tag_name"_s, u"v9"_s}, {u"target_commitish"_s, u"none"_s}};
        const QJsonObject knownRef{{u"ref"_s, u"refs/heads/main"_s}, {u"sha"_s, commit}};
        QTest::newRow("release") << "GET"_ba << u"/releases/99"_s << none << 404;
        QTest::newRow("release's tag") << "GET"_ba << u"/releases/tags/v99"_s << none << 404;
        QTest::newRow("asset") << "GET"_ba << u"/releases/assets/99"_s << none << 404;
        QTest::newRow("ref") << "GET"_ba << u"/git/ref/tags%2Fv99"_s << none << 404;
        QTest::newRow("commit") << "GET"_ba << u"/commits/fffffff"_s << none << 422;
        QTest::newRow("target") << "POST"_ba << u"/releases"_s << wrongTarget << 422;
        QTest::newRow("ref twice") << "POST"_ba << u"/git/refs"_s << knownRef << 422;
    }

    void refusalsAreDocumentsOfGitHubs()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QJsonObject, body);
        QFETCH(int, status);
        Browser browser;
        browser.token = m_host.token();
        const QUrl url(apiUrl().toString() + u"/repos/"_s + repository + path);
        const Seen seen = body.isEmpty() ? browser.send(method, url) : browser.send(method, url, body);
        QVERIFY2(seen.status == status, seen.body);
        QVERIFY(!seen.text(u"message").isEmpty());
        QVERIFY(!seen.text(u"documentation_url").isEmpty());
    }

    void listsThatUnmoorDoesNotReadAreRightToo_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"/branches", "/tags", "/git/matching-refs/tags%2Fv", "/releases?per_page=1&page=2"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void listsThatUnmoorDoesNotReadAreRightToo()
    {
        QFETCH(QString, path);
        Browser browser;
        browser.token = m_host.token();
        const Seen seen = browser.get(QUrl(apiUrl().toString() + u"/repos/"_s + repository + path));
        QVERIFY2(seen.status == 200, seen.body);
        QVERIFY(!seen.list().isEmpty());
    }

    void theLimitIsADocumentOfGitHubs()
    {
        const Seen seen = Browser().get(QUrl(apiUrl().toString() + u"/rate_limit"_s));
        QVERIFY2(seen.status == 200, seen.body);
        QCOMPARE(seen.json()[u"rate"][u"limit"].toInt(), 60);
    }

    void prismSeesAWrongAnswer()
    {
        const github::Release made = draft(u"v7.0.0"_s);
        m_host.addFault(
            {.method = "GET", .pathContains = u"/releases/%1"_s.arg(made.id), .kind = Fault::Kind::Garbled});
        Browser browser;
        browser.token = m_host.token();
        const Seen seen =
            browser.get(QUrl(u"%1/repos/%2/releases/%3"_s.arg(apiUrl().toString(), repository).arg(made.id)));
        QCOMPARE(seen.status, 500);
        QVERIFY2(seen.body.contains("VIOLATIONS") && seen.body.contains("tag_name"), seen.body);
    }

    void prismSeesAWrongRequest()
    {
        Browser browser;
        browser.token = m_host.token();
        const int before = m_host.requestCount("POST", u"/releases"_s);
        const Seen seen = browser.send("POST", QUrl(apiUrl().toString() + u"/repos/"_s + repository + u"/releases"_s),
                                       {{u"tag_name"_s, u"v8"_s}, {u"tag_commitish"_s, commit}});
        QCOMPARE(seen.status, 422);
        QVERIFY2(seen.body.contains("tag_commitish"), seen.body);
        QCOMPARE(m_host.requestCount("POST", u"/releases"_s), before);
    }
};

QTEST_GUILESS_MAIN(ContractTest)
#include "tst_contract.moc"
