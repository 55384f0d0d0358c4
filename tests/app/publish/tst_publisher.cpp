// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/documents.h"

#include "tests/app/publish/publishbench.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

class PublisherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishesFromNothing()
    {
        PublishBench bench;
        const PublishOutcome outcome = bench.publish();
        QVERIFY2(outcome.complete, why(outcome));
        QCOMPARE(namesOf(outcome.steps),
                 QStringList({u"check-tag done"_s, u"create-draft done"_s, u"upload done"_s, u"upload done"_s,
                              u"publish done"_s, u"read-back done"_s}));
        QCOMPARE(outcome.remote.tagCommit, std::optional(built));
        QVERIFY(!outcome.remote.release->draft);
        QVERIFY(!outcome.url.isEmpty());
        QVERIFY(planPublish(bench.desired, outcome.remote).isComplete());
    }

    void aSecondRunHasNothingToDo()
    {
        PublishBench bench;
        bench.published();
        const int uploads = bench.host.requestCount("POST", u"/assets"_s);
        const PublishOutcome again = bench.publish();
        QVERIFY2(again.complete, why(again));
        QVERIFY(again.steps.isEmpty());
        QCOMPARE(bench.host.requestCount("POST", u"/assets"_s), uploads);
    }

    void stopsAtTheDraftWhereAsked()
    {
        PublishBench bench;
        bench.desired.draftOnly = true;
        const PublishOutcome outcome = bench.publish();
        QVERIFY2(outcome.complete, why(outcome));
        QVERIFY(outcome.remote.release->draft);
        QVERIFY(!outcome.remote.tagCommit);
        bench.desired.draftOnly = false;
        const PublishOutcome later = bench.publish();
        QVERIFY2(later.complete, why(later));
        QCOMPARE(later.remote.release->id, outcome.remote.release->id);
        QCOMPARE(bench.host.requestCount("POST", u"/assets"_s), 2);
    }

    void recovers_data()
    {
        using Kind = Fault::Kind;
        QTest::addColumn<QList<Fault>>("faults");
        const auto row = [](const char *name, const QList<Fault> &faults) { QTest::newRow(name) << faults; };
        row("upload answered 502", {{"POST", u"/assets"_s, Kind::Status}});
        row("upload stored, then 502", {{"POST", u"/assets"_s, Kind::StatusAfter}});
        row("upload broke off and left a starter", {{"POST", u"/assets"_s, Kind::Reset}});
        row("upload arrived damaged", {{"POST", u"/assets"_s, Kind::CorruptUpload}});
        row("no digest", {{"POST", u"/assets"_s, Kind::NoDigest}});
        row("rate limit while uploading", {{"POST", u"/assets"_s, Kind::RateLimit}});
        row("draft answered 502", {{"POST", u"/releases"_s, Kind::Status}});
        row("draft made, then 502", {{"POST", u"/releases"_s, Kind::StatusAfter}});
        row("publishing answered 502", {{"PATCH", u"/releases/"_s, Kind::Status}});
        row("published, then 502", {{"PATCH", u"/releases/"_s, Kind::StatusAfter}});
        row("list answered 502", {{"GET", u"/releases"_s, Kind::Status}});
        row("all at once",
            {{"POST", u"/releases"_s, Kind::StatusAfter},
             {"POST", u"/assets"_s, Kind::Reset},
             {"POST", u"/assets"_s, Kind::StatusAfter},
             {"POST", u"/assets"_s, Kind::CorruptUpload},
             {"DELETE", u"/assets"_s, Kind::StatusAfter},
             {"PATCH", u"/releases/"_s, Kind::StatusAfter}});
    }
    void recovers()
    {
        QFETCH(QList<Fault>, faults);
        PublishBench bench;
        for (const auto &fault : faults)
            bench.host.addFault(fault);
        const PublishOutcome outcome = bench.publish();
        QVERIFY2(outcome.complete, why(outcome));
        QVERIFY(outcome.remote.otherDrafts.isEmpty());
        QCOMPARE(outcome.remote.assets.size(), 2);
        for (const StepResult &result : outcome.steps)
            QCOMPARE(outcomeName(result.outcome), u"done"_s);
    }

    void aReleaseThatStoppedIsFinishedByTheSameCall()
    {
        PublishBench bench;
        for (int i = 0; i < 2; ++i)
            bench.host.addFault({"POST", u"tool-mac"_s, Fault::Kind::Reset});
        const PublishOutcome stopped = bench.publish(PublishBench::quick(2));
        QVERIFY(!stopped.complete);
        QCOMPARE(stopped.error->kind, Error::Kind::Network);
        QVERIFY(namesOf(stopped.steps).contains(u"publish skipped"_s));
        const PublishOutcome outcome = bench.publish();
        QVERIFY2(outcome.complete, why(outcome));
        QCOMPARE(bench.host.requestCount("POST", u"tool-linux"_s), 1);
    }

    void replacesAnotherFileOfAPublishedRelease()
    {
        PublishBench bench;
        const PublishOutcome first = bench.published();
        bench.desired.files.clear();
        bench.add(u"tool-linux.tar.xz"_s, QByteArray(200'000, 'L'));
        bench.add(u"tool-mac.tar.xz"_s, QByteArray(170'000, 'M'));
        const PublishOutcome outcome = bench.publish();
        QVERIFY2(outcome.complete, why(outcome));
        QCOMPARE(outcome.remote.release->id, first.remote.release->id);
        QCOMPARE(outcome.remote.assets.size(), 2);
        QCOMPARE(bench.host.requestCount("POST", u".unmoor-new"_s), 2);
    }

    void anInterruptedReplacementGoesOn_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("at the upload") << QByteArray("POST");
        QTest::newRow("at deleting the old file") << QByteArray("DELETE");
        QTest::newRow("at the rename") << QByteArray("PATCH");
    }
    void anInterruptedReplacementGoesOn()
    {
        QFETCH(QByteArray, method);
        for (const auto kind : {Fault::Kind::Status, Fault::Kind::StatusAfter}) {
            PublishBench bench;
            bench.published();
            bench.desired.files.clear();
            bench.add(u"tool-linux.tar.xz"_s, QByteArray(200'000, 'L'));
            bench.add(u"tool-mac.tar.xz"_s, QByteArray(150'000, 'm'));
            bench.host.addFault({method, u"/assets"_s, kind});
            const PublishOutcome stopped = bench.publish(PublishBench::quick(1));
            QVERIFY(!stopped.complete);
            const PublishOutcome outcome = bench.publish();
            QVERIFY2(outcome.complete, why(outcome));
            QCOMPARE(outcome.remote.assets.size(), 2);
        }
    }

    void aDamagedUploadIsGivenUpAfterItsAttempts()
    {
        PublishBench bench;
        for (int i = 0; i < 3; ++i)
            bench.host.addFault({"POST", u"tool-linux"_s, Fault::Kind::CorruptUpload});
        const PublishOutcome outcome = bench.publish(PublishBench::quick(3));
        QVERIFY(!outcome.complete);
        QCOMPARE(outcome.error->kind, Error::Kind::Corrupt);
        QVERIFY(outcome.remote.release->draft);
        QCOMPARE(bench.host.requestCount("POST", u"tool-linux"_s), 3);
    }

    void aTagElsewhereStopsBeforeAnythingIsSent()
    {
        PublishBench bench;
        QVERIFY(bench.host.pushTag(repo, u"v1.0.5"_s, other));
        const PublishOutcome outcome = bench.publish();
        QCOMPARE(outcome.error->kind, Error::Kind::Conflict);
        QVERIFY2(outcome.error->message.contains(u"abc1234"_s) && outcome.error->message.contains(u"de53020"_s),
                 why(outcome));
        QCOMPARE(bench.host.requestCount("POST", {}), 0);
    }

    void aChangedFileIsNotSent()
    {
        PublishBench bench;
        PublishBench::write(bench.desired.files.last().path, QByteArray(150'000, 'x'));
        const PublishOutcome outcome = bench.publish();
        QCOMPARE(outcome.error->kind, Error::Kind::InvalidInput);
        QVERIFY2(outcome.error->message.contains(u"tool-mac"_s), why(outcome));
        for (const StandIn::Request &request : bench.host.requests())
            QVERIFY(!request.target.contains(u"tool-mac"_s) || request.done == 0); // it never became whole
        QVERIFY(outcome.remote.release->draft);
        PublishBench::write(bench.desired.files.last().path, "shorter");
        QCOMPARE(bench.publish().error->kind, Error::Kind::InvalidInput);
    }

    void aMissingFileIsNamed()
    {
        PublishBench bench;
        QFile::remove(bench.desired.files.first().path);
        const PublishOutcome outcome = bench.publish();
        QCOMPARE(outcome.error->kind, Error::Kind::NotFound);
        QVERIFY2(outcome.error->message.contains(u"tool-linux"_s), why(outcome));
    }

    void aBadTokenStopsAtOnce()
    {
        PublishBench bench;
        bench.client->setToken("wrong");
        const PublishOutcome outcome = bench.publish();
        QVERIFY(!outcome.complete);
        QVERIFY(outcome.error->kind == Error::Kind::Unauthorized || outcome.error->kind == Error::Kind::Forbidden);
    }

    void aStopKeepsWhatIsThere()
    {
        PublishBench bench;
        std::stop_source stop;
        Publisher publisher(*bench.client, PublishBench::quick());
        connect(&publisher, &Publisher::stepFinished, this, [&](int, const StepResult &result) {
            // Two are sent at once: of the other one, as much as had arrived is sent again.
            if (result.step.kind == PublishStep::Kind::Upload && result.step.file.contains(u"tool-linux"_s))
                stop.request_stop();
        });
        const auto future = publisher.start(bench.desired, {}, stop.get_token());
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().error->kind, Error::Kind::Canceled);
        QVERIFY(!future.result().complete);
        const PublishOutcome outcome = bench.publish();
        QVERIFY2(outcome.complete, why(outcome));
        QCOMPARE(bench.host.requestCount("POST", u"tool-linux"_s), 1);
    }

    void aLongRateLimitStops()
    {
        PublishBench bench;
        Fault fault{"POST", u"/releases"_s, Fault::Kind::RateLimit};
        fault.retryAfter = 3600;
        bench.host.addFault(fault);
        const PublishOutcome outcome = bench.publish();
        QCOMPARE(outcome.error->kind, Error::Kind::RateLimited);
        QCOMPARE(outcome.error->retryAfter, 3600);
    }

    void aWaitIsAnnounced()
    {
        PublishBench bench;
        bench.host.addFault({"POST", u"/releases"_s, Fault::Kind::RateLimit});
        Publisher publisher(*bench.client, PublishBench::quick());
        QSignalSpy waiting(&publisher, &Publisher::waiting);
        QSignalSpy planned(&publisher, &Publisher::planned);
        const auto future = publisher.start(bench.desired, {}, {});
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000);
        QVERIFY(future.result().complete);
        QCOMPARE(waiting.first().first().toInt(), 1);
        QCOMPARE(waiting.last().first().toInt(), 0);
        QCOMPARE(planned.size(), 2);
    }

    void ofEightInNineTheNinthAloneIsSent()
    {
        PublishBench bench;
        bench.desired.files.clear();
        for (int i = 1; i <= 9; ++i)
            bench.add(u"tool-%1.tar.xz"_s.arg(i), QByteArray(20'000 + i, char('0' + i)));
        bench.host.addFault({.method = "POST", .pathContains = u"tool-9"_s, .kind = Fault::Kind::Reset});
        QVERIFY(!bench.publish(PublishBench::quick(1)).complete);
        const QList<PublishStep> toAgree = bench.publishAgreed({}).toAgree;
        QCOMPARE(toAgree.size(), 1);
        const qsizetype before = bench.host.requests().size();
        const PublishOutcome outcome = bench.publishAgreed(PublishBench::agreementTo(toAgree));
        QVERIFY2(outcome.complete, why(outcome));
        QStringList requests;
        for (const StandIn::Request &request : bench.host.requests().sliced(before))
            requests += QString::fromLatin1(request.method) + u' ' + request.target;
        qInfo("%lld requests:\n%s", static_cast<long long>(requests.size()), qPrintable(requests.join(u'\n')));
        QCOMPARE(requests.filter(u"POST "_s).size(), 1);
        QCOMPARE(requests.filter(u"DELETE "_s).size(), 1);
        QVERIFY(requests.size() <= 24);
    }

    void whatNobodyAgreedToIsNotTakenAway()
    {
        PublishBench bench;
        bench.published();
        bench.add(u"tool-linux.tar.xz"_s, QByteArray(200'000, 'n')); // another file of the name that users have
        const PublishOutcome stopped = bench.publishAgreed({});
        QCOMPARE(stopped.error->kind, Error::Kind::Conflict);
        QCOMPARE(stopped.toAgree.size(), 1);
        QCOMPARE(stopped.toAgree.first().kind, PublishStep::Kind::Replace);
        QCOMPARE(bench.host.requestCount("DELETE", {}), 0);

        // What was agreed to is this file: one that came after it is not meant.
        PublishAgreement another = PublishBench::agreementTo(stopped.toAgree);
        another.takes = {u"asset 1"_s};
        QVERIFY(bench.publishAgreed(another).error);
        QCOMPARE(bench.host.requestCount("DELETE", {}), 0);

        const PublishOutcome agreed = bench.publishAgreed(PublishBench::agreementTo(stopped.toAgree));
        QVERIFY2(agreed.complete, why(agreed));
    }

    void notesThatWereEditedOnTheHostAreAgreedTo()
    {
        PublishBench bench;
        bench.desired.body = u"Mine.\n"_s;
        bench.published();
        bench.desired.sentBody = u"Sent before.\n"_s; // so "Mine." is an edit of somebody on the host
        bench.desired.body = u"New.\n"_s;
        const PublishOutcome stopped = bench.publishAgreed({});
        QCOMPARE(stopped.toAgree.size(), 1);
        QCOMPARE(stopped.toAgree.first().kind, PublishStep::Kind::UpdateRelease);
        bench.desired.sentBody = u"Mine.\n"_s; // nothing was edited since
        QVERIFY(bench.publishAgreed({}).complete);
    }

    void noMoreThanTwoUploadsRunAtOnce()
    {
        PublishBench bench;
        for (const char letter : {'a', 'b', 'c', 'd', 'e'})
            bench.add(QChar::fromLatin1(letter) + u".zip"_s, QByteArray(50'000, letter));
        Publisher publisher(*bench.client, PublishBench::quick());
        int running = 0, most = 0;
        connect(&publisher, &Publisher::stepStarted, this, [&](int) { most = std::max(most, ++running); });
        connect(&publisher, &Publisher::stepFinished, this, [&](int, const StepResult &) { --running; });
        const auto future = publisher.start(bench.desired, {}, {});
        QTRY_VERIFY(future.isFinished());
        QVERIFY2(future.result().complete, why(future.result()));
        QCOMPARE(most, 2);
    }

    void writesKeepTheirDistance()
    {
        PublishBench bench;
        bench.add(u"third.zip"_s, QByteArray(1000, 't'));
        Publisher::Policy policy = PublishBench::quick();
        policy.betweenWrites = std::chrono::seconds(1000);
        QList<std::chrono::milliseconds> waits;
        policy.pause = [&waits](std::chrono::milliseconds time, std::stop_token stop, QObject *parent, const auto &) {
            waits += time;
            return pause(std::chrono::milliseconds(0), std::move(stop), parent);
        };
        QVERIFY(bench.publish(policy).complete);
        QCOMPARE(waits.size(), 5); // draft, three files, publishing
        for (qsizetype i = 0; i < waits.size(); ++i)
            QCOMPARE(std::chrono::round<std::chrono::minutes>(waits[i] - i * policy.betweenWrites).count(), 0);
    }

    void aSecondLookMendsWhatWentMeanwhile()
    {
        PublishBench bench;
        Publisher::Policy policy = PublishBench::quick();
        policy.secondLook = std::chrono::seconds(5);
        int looks = 0;
        policy.pause = [&](std::chrono::milliseconds time, std::stop_token stop, QObject *parent, const auto &) {
            if (time == std::chrono::seconds(5) && ++looks == 1)
                bench.host.deleteTag(repo, u"v1.0.5"_s);
            return pause(std::chrono::milliseconds(0), std::move(stop), parent);
        };
        const PublishOutcome outcome = bench.publish(policy);
        QVERIFY2(outcome.complete, why(outcome));
        QCOMPARE(looks, 2);
        QCOMPARE(outcome.remote.tagCommit, std::optional(built));
    }

    void aLimitWithoutATimeIsWaitedForLongerEachTime()
    {
        PublishBench bench;
        for (int i = 0; i < 3; ++i)
            bench.host.addFault({.method = "POST", .kind = Fault::Kind::RateLimit, .status = 429, .retryAfter = 0});
        Publisher::Policy policy = PublishBench::quick();
        policy.longestWait = std::chrono::hours(1);
        QList<qint64> minutes;
        policy.pause = [&](std::chrono::milliseconds time, std::stop_token stop, QObject *parent, const auto &) {
            if (time >= std::chrono::minutes(1))
                minutes += std::chrono::round<std::chrono::minutes>(time).count();
            return pause(std::chrono::milliseconds(0), std::move(stop), parent);
        };
        QVERIFY(bench.publish(policy).complete);
        QCOMPARE(minutes, QList<qint64>({1, 2, 4}));
    }

    void aDraftThatSomebodyDeletesMeanwhileIsMadeAnew()
    {
        PublishBench bench;
        Publisher publisher(*bench.client, PublishBench::quick());
        bool deleted = false;
        connect(&publisher, &Publisher::stepFinished, this, [&](int, const StepResult &result) {
            if (result.step.kind != PublishStep::Kind::CreateDraft || std::exchange(deleted, true))
                return;
            const QString path =
                u"%1/repos/%2/releases/%3"_s.arg(bench.host.apiUrl().toString(), repo, result.proof.section(u' ', 1));
            QNetworkRequest request{QUrl(path)};
            request.setRawHeader("Authorization", "Bearer " + bench.host.token());
            bench.network.deleteResource(request);
        });
        const auto future = publisher.start(bench.desired, {}, {});
        QTRY_VERIFY(future.isFinished());
        QVERIFY2(future.result().complete, why(future.result()));
        QCOMPARE(bench.host.requestCount("DELETE", u"/releases/"_s), 1);
        QCOMPARE(future.result().remote.assets.size(), 2);
    }

    void aWaitCanBeCanceled()
    {
        PublishBench bench;
        bench.host.addFault({.method = "POST", .kind = Fault::Kind::RateLimit, .retryAfter = 50});
        std::stop_source stop;
        Publisher publisher(*bench.client, PublishBench::quick());
        connect(&publisher, &Publisher::waiting, this, [&stop](int, const QString &) { stop.request_stop(); });
        const auto future = publisher.start(bench.desired, {}, stop.get_token());
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().error->kind, Error::Kind::Canceled);
    }

    void aBackportDoesNotTakeLatest()
    {
        PublishBench bench;
        bench.desired.tag = u"v1.1.0"_s;
        bench.published();
        bench.desired.tag = u"v1.0.6"_s;
        const PublishOutcome backport = bench.published();
        QCOMPARE(backport.remote.latest->tagName, u"v1.1.0"_s);
        bench.desired.tag = u"v1.2.0"_s;
        QCOMPARE(bench.published().remote.latest->tagName, u"v1.2.0"_s);
    }

    void latestThatDidNotStickIsSetAgain()
    {
        PublishBench bench;
        bench.desired.tag = u"v1.0.4"_s;
        bench.published();
        bench.desired.tag = u"v1.0.5"_s;
        bench.desired.latest = false;
        QCOMPARE(bench.published().remote.latest->tagName, u"v1.0.4"_s);
        bench.desired.latest = true;
        const PublishOutcome outcome = bench.publish();
        QVERIFY2(outcome.complete, why(outcome));
        QCOMPARE(namesOf(outcome.steps), QStringList({u"update-release done"_s, u"read-back done"_s}));
        QCOMPARE(outcome.remote.latest->tagName, u"v1.0.5"_s);
    }

    void moreDraftsAreLeftForAPerson()
    {
        PublishBench bench;
        bench.desired.draftOnly = true;
        const qint64 first = bench.published().remote.release->id;
        QNetworkAccessManager network;
        github::Client someone(network, bench.host.apiUrl());
        someone.setToken(bench.host.token());
        const auto second = someone.createRelease(repo, {.tagName = u"v1.0.5"_s, .draft = true});
        QTRY_VERIFY(second.isFinished());
        bench.desired.draftOnly = false;
        const PublishOutcome outcome = bench.publish();
        QVERIFY2(outcome.complete, why(outcome));
        QCOMPARE(outcome.remote.release->id, first);
        QCOMPARE(outcome.remote.otherDrafts.size(), 1);
        const QStringList remarks = planPublish(bench.desired, outcome.remote).remarks;
        QVERIFY2(remarks.value(0).contains(QString::number(second.result()->id)), qPrintable(remarks.join(u'\n')));
        QCOMPARE(bench.host.requestCount("DELETE", {}), 0);
    }

    void whatTheTokenMayNotIsSaidBeforeAnythingIsSent()
    {
        PublishBench bench;
        RemoteRelease remote;
        remote.scopes = QStringList{u"read:user"_s};
        const PublishPlan plan = planPublish(bench.desired, remote);
        QVERIFY(plan.steps.isEmpty());
        QCOMPARE(plan.blocker->kind, Error::Kind::Forbidden);
        QVERIFY2(plan.blocker->message.contains(u"read:user"_s), qPrintable(plan.blocker->message));
        QCOMPARE(bench.publish().remote.scopes, std::optional(QStringList({u"repo"_s, u"workflow"_s})));
    }

    void thatARepositoryFreezesReleasesIsSaidBefore()
    {
        PublishBench bench;
        bench.host.setImmutableReleases(repo, true);
        bench.desired.draftOnly = true;
        const PublishOutcome outcome = bench.publish();
        QCOMPARE(outcome.remote.freezes, std::optional(true));
        bench.desired.draftOnly = false;
        const PublishPlan plan = planPublish(bench.desired, outcome.remote);
        QVERIFY(
            std::ranges::any_of(plan.steps, [](const PublishStep &step) { return step.why.contains(u"freezes"_s); }));
    }

    void anImmutableReleaseIsLeftAlone()
    {
        PublishBench bench;
        bench.host.setImmutableReleases(repo, true);
        bench.published();
        bench.add(u"tool-windows.zip"_s, "zip");
        const PublishOutcome outcome = bench.publish();
        QCOMPARE(outcome.error->kind, Error::Kind::Conflict);
        QVERIFY2(outcome.error->message.contains(u"immutable"_s), why(outcome));
        QCOMPARE(bench.host.requestCount("DELETE", {}), 0);
    }

    void documentsHaveTheirKeys()
    {
        PublishBench bench;
        const PublishOutcome outcome = bench.published();
        const QJsonObject publish = publishToJson(outcome);
        QCOMPARE(publish[u"schema"].toInt(), 1);
        QCOMPARE(publish[u"complete"].toBool(), true);
        QCOMPARE(publish[u"steps"][0][u"step"].toString(), u"check-tag"_s);
        QCOMPARE(publish[u"steps"][0][u"outcome"].toString(), u"done"_s);
        QVERIFY(publish[u"steps"][0][u"error"].isNull());

        const QJsonObject status =
            statusToJson(bench.desired, outcome.remote, planPublish(bench.desired, outcome.remote), built);
        QCOMPARE(status[u"complete"].toBool(), true);
        QCOMPARE(status[u"release"][u"state"].toString(), u"published"_s);
        QCOMPARE(status[u"files"][0][u"verdict"].toString(), u"verified"_s);
        QCOMPARE(status[u"files"][0][u"remote"][u"digest"].toString(),
                 QString::fromLatin1(bench.desired.files.first().sha256));
        const QJsonObject absent = statusToJson(bench.desired, {}, planPublish(bench.desired, {}), built);
        QVERIFY(absent[u"release"].isNull());
        QVERIFY(absent[u"files"][0][u"remote"].isNull());
        QCOMPARE(absent[u"plan"][1][u"step"].toString(), u"create-draft"_s);
    }
};

QTEST_GUILESS_MAIN(PublisherTest)
#include "tst_publisher.moc"
