// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/withdrawnotice.h"
#include "app/release/releaselock.h"
#include "app/withdraw/withdrawal.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/ownsession.h"
#include "tests/app/release/plainmanifest.h"
#include "tests/standin/teststandin.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// A project whose releases are on the stand-in, and one of which is broken.
class WithdrawTest : public QObject
{
    Q_OBJECT

    const QString m_repository = u"owner/minne"_s;
    const QByteArray m_changelog = "# Changelog\n\n## Unreleased\n\n## [1.0.5] - 2026-07-08\n\n- Words\n\n"
                                   "## [1.0.4] - 2026-06-01\n\n- Words\n";
    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<TestStandIn> m_host;
    std::unique_ptr<OwnSession> m_session;
    QString m_commit;

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

    github::Client &client() { return m_session->client(); }

    github::Release released(const QString &tag, bool latest = true)
    {
        const github::Release draft = valueOf(client().createRelease(
            m_repository,
            {.tagName = tag, .targetCommitish = m_commit, .name = tag, .body = u"- Words\n"_s, .draft = true}));
        m_project->write(u".git/file"_s, "the bytes of " + tag.toUtf8());
        valueOf(client().uploadAsset(draft, u"one.tar.gz"_s, m_project->filePath(u".git/file"_s)));
        return valueOf(
            client().updateRelease(m_repository, draft.id, {.tagName = tag, .draft = false, .makeLatest = latest}));
    }

    github::Release draftOf(const QString &tag)
    {
        return valueOf(
            client().createRelease(m_repository, {.tagName = tag, .targetCommitish = m_commit, .draft = true}));
    }

    github::Release now(const github::Release &release) { return valueOf(client().release(m_repository, release.id)); }
    QString latest()
    {
        const auto release = valueOf(client().latestRelease(m_repository));
        return release ? release->tagName : QString();
    }
    QByteArray changelog() const
    {
        QFile file(m_project->filePath(u"CHANGELOG.md"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    WithdrawPlan plan(const WithdrawRequest &request)
    {
        return planWithdraw(valueOf(gatherWithdrawFacts(*m_session, request.tag)), request);
    }

    WithdrawOutcome run(const WithdrawRequest &request) { return run(request, plan(request).keys()); }

    WithdrawOutcome run(const WithdrawRequest &request, const QStringList &agreed)
    {
        const auto future = withdrawRelease(*m_session, request, agreed);
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000))
            qFatal("it does not end");
        return future.result();
    }

    static const char *why(const WithdrawOutcome &outcome)
    {
        static QByteArray text;
        text = outcome.error.value_or(Error()).message.toUtf8();
        return text.constData();
    }

    static WithdrawRequest request(WithdrawWay way, const QString &reason = {})
    {
        return {.way = way, .tag = u"v1.0.5"_s, .reason = reason};
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_session.reset();
        m_state = std::make_unique<QTemporaryDir>();
        m_project = std::make_unique<GitRepository>();
        QByteArray manifest = plainManifest;
        m_project->write(u"unmoor.toml"_s,
                         manifest.replace("name = \"minne\"\n", "name = \"minne\"\nrepository = \"owner/minne\"\n"));
        m_commit = m_project->commit(u"CHANGELOG.md"_s, m_changelog);
        m_host = std::make_unique<TestStandIn>(m_state->filePath(u"host"_s));
        QVERIFY(m_host->start() && m_host->push(m_repository, u"main"_s, m_commit));
        m_session = std::make_unique<OwnSession>(
            m_state->filePath(u"state"_s),
            SessionOptions{.apiUrl = m_host->apiUrl(),
                           .token = m_host->token(),
                           .policy = {.attempts = 5,
                                      .firstDelay = std::chrono::milliseconds(1),
                                      .betweenWrites = std::chrono::milliseconds(0),
                                      .longestWait = std::chrono::minutes(1),
                                      .secondLook = std::chrono::milliseconds(0),
                                      .pause = [](std::chrono::milliseconds, std::stop_token, QObject *,
                                                  const std::function<void(int)> &) { return finished<void>({}); }}});
        QVERIFY(resultOf(m_session->open(m_project->path())));
        valueOf(m_session->signIn());
    }

    void cleanup() { m_session.reset(); }

    void planSaysAllOfItAndChangesNothing()
    {
        released(u"v1.0.4"_s);
        const github::Release bad = released(u"v1.0.5"_s);
        const WithdrawPlan made = plan(request(WithdrawWay::Demote, u"It eats data."_s));
        QVERIFY(!made.blocker);
        QCOMPARE(made.steps.size(), 3);
        QCOMPARE(made.steps.at(0).kind, WithdrawStep::Kind::MoveLatest);
        QVERIFY(made.steps.at(0).what.contains(u"v1.0.4"_s));
        QVERIFY(made.notice.contains(u"It eats data."_s) && made.notice.contains(u"Use v1.0.4 instead"_s));
        QVERIFY(unifiedText(*made.changelog).contains(u"+ ## [1.0.5] - 2026-07-08 [YANKED]"_s));
        QVERIFY(made.remarks.join(u' ').contains(u"--as patch"_s));
        QCOMPARE(now(bad), bad);
        QCOMPARE(changelog(), m_changelog);
    }

    void demotedAndPutBackItIsWhatItWas()
    {
        released(u"v1.0.4"_s);
        const github::Release bad = released(u"v1.0.5"_s);
        const auto files = valueOf(client().assets(m_repository, bad.id));
        const WithdrawOutcome done = run(request(WithdrawWay::Demote, u"It eats data."_s));
        QVERIFY2(done.complete, why(done));
        QCOMPARE(latest(), u"v1.0.4"_s);
        QVERIFY(now(bad).prerelease && !now(bad).draft);
        QVERIFY(hasWithdrawNotice(now(bad).body) && now(bad).body.endsWith(u"- Words\n"_s));
        QCOMPARE(valueOf(client().assets(m_repository, bad.id)), files);
        QVERIFY(changelog().contains("## [1.0.5] - 2026-07-08 [YANKED]\n"));
        QVERIFY(plan(request(WithdrawWay::Demote)).isComplete());
        QCOMPARE(m_session->engine().ledger()->releases(m_project->path())->first().state, u"withdrawn"_s);

        const WithdrawOutcome back = run(request(WithdrawWay::Restore));
        QVERIFY2(back.complete, why(back));
        QCOMPARE(now(bad).body, bad.body);
        QVERIFY(!now(bad).prerelease);
        QCOMPARE(latest(), u"v1.0.5"_s);
        QCOMPARE(changelog(), m_changelog);
        QVERIFY(plan(request(WithdrawWay::Restore)).isComplete());
        QCOMPARE(m_session->engine().ledger()->releases(m_project->path())->first().state, u"published"_s);
    }

    void newestGoodReleaseIsNoPreReleaseAndNotTakenBackItself()
    {
        released(u"v1.0.3"_s);
        released(u"v1.0.4"_s);
        released(u"v1.0.5"_s);
        QVERIFY(run({.way = WithdrawWay::Demote, .tag = u"v1.0.4"_s, .reason = {}}).complete);
        QCOMPARE(latest(), u"v1.0.5"_s); // it was not the latest
        QVERIFY(run(request(WithdrawWay::Demote)).complete);
        QCOMPARE(latest(), u"v1.0.3"_s);
    }

    void statusKnowsItAndPublishingLeavesIt()
    {
        const github::Release bad = released(u"v1.0.5"_s);
        QVERIFY(run(request(WithdrawWay::Demote)).complete);
        m_project->git({u"commit"_s, u"-qam"_s, u"Mark it"_s}); // the tag is elsewhere now
        valueOf(
            m_session->refresh().then([](const Result<void> &read) { return read.transform([] { return true; }); }));
        valueOf(m_session->publishing().reconcile().then(
            [](const Result<void> &read) { return read.transform([] { return true; }); }));
        const ReleaseView &view = m_session->publishing().view();
        QVERIFY(view.isWithdrawn && !view.isComplete);
        QVERIFY(!m_session->publishing().plan().blocker && m_session->publishing().plan().steps.isEmpty());

        Publisher publisher(client(), m_session->options().policy);
        const auto published =
            publisher.start({.repository = m_repository, .tag = u"v1.0.5"_s, .commit = m_commit}, {}, {});
        QTRY_VERIFY(published.isFinished());
        QVERIFY(!published.result().complete);
        QVERIFY(published.result().error->message.contains(u"--restore"_s));
        QVERIFY(hasWithdrawNotice(now(bad).body));
    }

    void backToDraftKeepsTheFiles()
    {
        released(u"v1.0.4"_s);
        const github::Release bad = released(u"v1.0.5"_s);
        const WithdrawOutcome done = run(request(WithdrawWay::ToDraft));
        QVERIFY2(done.complete, why(done));
        QVERIFY(now(bad).draft);
        QCOMPARE(now(bad).tagName, u"v1.0.5"_s);
        QCOMPARE(latest(), u"v1.0.4"_s);
        QCOMPARE(valueOf(client().assets(m_repository, bad.id)).size(), 1);
        QVERIFY(plan(request(WithdrawWay::ToDraft)).isComplete());
    }

    void immutableReleaseIsNoDraftAgain()
    {
        m_host->setImmutableReleases(m_repository, true);
        released(u"v1.0.5"_s);
        QVERIFY(plan(request(WithdrawWay::ToDraft)).blocker->message.contains(u"immutable"_s));
        const WithdrawOutcome done = run(request(WithdrawWay::Demote));
        QVERIFY2(done.complete, why(done));
    }

    void nothingIsTakenBackThatUsersDoNotHave()
    {
        QVERIFY(plan(request(WithdrawWay::Demote)).blocker->message.contains(u"no release"_s));
        draftOf(u"v1.0.5"_s);
        QVERIFY(plan(request(WithdrawWay::Demote)).blocker->message.contains(u"is a draft"_s));
    }

    void tidyDeletesSecondDraftsAndBrokenUploadsAlone()
    {
        const github::Release good = released(u"v1.0.5"_s);
        const github::Release second = draftOf(u"v1.0.5"_s);
        const github::Release other = draftOf(u"v2.0.0"_s);
        m_host->addFault({.method = "POST", .pathContains = u"name=broken"_s, .kind = Fault::Kind::Reset});
        m_project->write(u".git/file"_s, QByteArray(300'000, 'x'));
        QVERIFY(!resultOf(client().uploadAsset(good, u"broken.zip"_s, m_project->filePath(u".git/file"_s))));
        QCOMPARE(valueOf(client().assets(m_repository, good.id)).size(), 2);
        const WithdrawOutcome done = run(request(WithdrawWay::Tidy));
        QVERIFY2(done.complete, why(done));
        QCOMPARE(done.steps.size(), 2);
        QCOMPARE(resultOf(client().release(m_repository, second.id)).error().kind, Error::Kind::NotFound);
        QVERIFY(now(other).draft);
        const auto files = valueOf(client().assets(m_repository, good.id));
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().name, u"one.tar.gz"_s);
    }

    /// Somebody publishes the draft after it was looked at.
    void whatNobodyAgreedToIsNotDone()
    {
        released(u"v1.0.5"_s);
        const github::Release second = draftOf(u"v1.0.5"_s);
        const WithdrawOutcome done = run(request(WithdrawWay::Tidy), {});
        QVERIFY(!done.complete);
        QCOMPARE(done.error->kind, Error::Kind::Conflict);
        QVERIFY(now(second).draft);
    }

    void projectsOwnWordsAreUsed()
    {
        QByteArray manifest = plainManifest;
        m_project->commit(u"unmoor.toml"_s,
                          manifest.replace("name = \"minne\"\n", "name = \"minne\"\nrepository = \"owner/minne\"\n")
                              + "[withdraw]\nnotice = \"{name} {version} is gone: {reason}\"\nmark = \" (pulled)\"\n");
        QVERIFY(resultOf(m_session->open(m_project->path())));
        released(u"v1.0.5"_s);
        const WithdrawPlan made = plan(request(WithdrawWay::Demote, u"bad"_s));
        QCOMPARE(made.notice, u"minne 1.0.5 is gone: bad"_s);
        QVERIFY(made.changelog->after.contains("## [1.0.5] - 2026-07-08 (pulled)\n"));
    }

    void itIsFinishedWhateverTheHostDoes_data()
    {
        QTest::addColumn<Fault::Kind>("kind");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("skip");
        using enum Fault::Kind;
        for (const auto &[name, kind] : {std::pair{"refused", Status},
                                         {"done, then 502", StatusAfter},
                                         {"reset", ResetAfter},
                                         {"limited", RateLimit}})
            for (const int write : {0, 1})
                QTest::addRow("%s, write %d", name, write) << kind << "PATCH"_ba << write;
        QTest::addRow("a list is refused") << Status << "GET"_ba << 3;
    }
    void itIsFinishedWhateverTheHostDoes()
    {
        QFETCH(Fault::Kind, kind);
        QFETCH(QByteArray, method);
        QFETCH(int, skip);
        released(u"v1.0.4"_s);
        const github::Release bad = released(u"v1.0.5"_s);
        const QStringList agreed = plan(request(WithdrawWay::Demote)).keys();
        m_host->addFault({.method = method, .kind = kind, .skip = skip});
        const WithdrawOutcome done = run(request(WithdrawWay::Demote), agreed);
        QVERIFY2(done.complete, why(done));
        for (const WithdrawResult &result : done.steps)
            QCOMPARE(result.outcome, StepResult::Outcome::Done);
        QCOMPARE(latest(), u"v1.0.4"_s);
        QVERIFY(now(bad).prerelease);
        QCOMPARE(now(bad).body.count(u"unmoor: withdrawn"_s), 1);
    }

    void noticeIsFoundAndTakenOff()
    {
        const QString body = u"## Fixed\n\n- A crash\n"_s;
        const QString with = withWithdrawNotice(body, u"> Gone"_s);
        QVERIFY(hasWithdrawNotice(with) && !hasWithdrawNotice(body));
        QCOMPARE(withoutWithdrawNotice(with), body);
        QCOMPARE(withWithdrawNotice(with, u"> Gone"_s), with);
        QCOMPARE(withoutWithdrawNotice(QString(with).replace(u"\n"_s, u"\r\n"_s)),
                 QString(body).replace(u"\n"_s, u"\r\n"_s));
    }

    void anotherProcessAtItIsNamedAndNothingIsDone()
    {
        const github::Release broken = released(u"v1.0.5"_s);
        const auto asked = request(WithdrawWay::ToDraft);
        const QStringList keys = plan(asked).keys();
        {
            const auto held = holdRelease(m_session->project(), m_session->engine().stateDir());
            QVERIFY(held);
            const WithdrawOutcome refused = run(asked, keys);
            QCOMPARE(refused.error.value_or(Error()).kind, Error::Kind::Conflict);
            QVERIFY2(QByteArray(why(refused)).contains("another Unmoor (process"), why(refused));
            QVERIFY(!now(broken).draft);
        }
        const WithdrawOutcome done = run(asked, keys);
        QVERIFY2(done.complete, why(done));
        QVERIFY(now(broken).draft);
    }
};

QTEST_GUILESS_MAIN(WithdrawTest)
#include "tst_withdraw.moc"
