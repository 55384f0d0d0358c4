// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/publishplan.h"

#include "app/core/hash.h"
#include "tests/app/publish/hostmodel.h"

#include <QTest>
#include <random>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QString built = u"de53020f00000000000000000000000000000001"_s;
const QString other = u"abc1234f00000000000000000000000000000002"_s;

DesiredRelease desiredRelease()
{
    DesiredRelease desired{u"owner/tool"_s, u"v1.0.5"_s, built, u"tool v1.0.5"_s, u"Notes.\n"_s};
    desired.files = {{u"a.tar.xz"_s, u"x86_64-unknown-linux-gnu"_s, u"/a"_s, 100, sha256Of("a")},
                     {u"b.zip"_s, u"x86_64-pc-windows-msvc"_s, u"/b"_s, 200, sha256Of("b")}};
    return desired;
}

github::Asset assetOf(const DesiredFile &file, qint64 id)
{
    return {id, file.name, u"uploaded"_s, file.bytes, file.sha256, {}};
}

/// The draft as an undisturbed run leaves it.
RemoteRelease draft()
{
    const DesiredRelease desired = desiredRelease();
    RemoteRelease remote{desired.repository, desired.tag};
    github::Release release;
    release.id = 42;
    release.tagName = desired.tag;
    release.targetCommitish = built;
    release.name = desired.title;
    release.body = desired.body;
    release.draft = true;
    remote.release = release;
    remote.assets = {assetOf(desired.files[0], 1), assetOf(desired.files[1], 2)};
    return remote;
}

RemoteRelease published()
{
    RemoteRelease remote = draft();
    remote.release->draft = false;
    remote.tagCommit = built;
    return remote;
}

QStringList namesOf(const QList<PublishStep> &steps)
{
    QStringList names;
    for (const PublishStep &step : steps)
        names += (stepName(step.kind) + u' ' + step.file).trimmed();
    return names;
}

using Change = std::function<void(RemoteRelease &)>;

} // namespace

class PublishPlanTest : public QObject
{
    Q_OBJECT

    static RemoteRelease reachable(std::mt19937 &random, QMap<qint64, QByteArray> &bytes)
    {
        const auto dice = [&random](int sides) { return int(random() % unsigned(sides)); };
        RemoteRelease remote = dice(2) ? published() : draft();
        remote.assets.clear();
        if (dice(5) == 0)
            remote.release->name = u"Old"_s;
        if (remote.release->draft && dice(4) == 0)
            remote.release->targetCommitish = u"main"_s;
        if (remote.release->draft && dice(3) == 0)
            remote.tagCommit = built;
        if (!remote.release->draft && dice(8) == 0)
            remote.tagCommit.reset();
        for (const DesiredFile &file : desiredRelease().files)
            for (const QString &name : {file.name, temporaryName(file.name)})
                if (dice(3) > 0)
                    remote.assets += someAsset(file, name, qint64(remote.assets.size()) + 1, dice, bytes);
        if (dice(4) == 0)
            remote.assets += github::Asset{90, u"extra.txt"_s, u"uploaded"_s, 7, sha256Of("x"), {}};
        if (remote.release->draft && dice(5) == 0)
            remote = RemoteRelease{remote.repository, remote.tag, remote.tagCommit};
        remote.latestRead = dice(4) > 0;
        const QStringList latest{u"v1.0.4"_s, u"v1.1.0"_s, u"other-1"_s};
        if (dice(4) > 0) {
            remote.latest = github::Release{.id = 7, .tagName = latest[dice(3)]};
            if (dice(4) == 0 && remote.release && !remote.release->draft)
                remote.latest = remote.release;
        }
        for (int i = dice(4); i > 2; --i)
            remote.otherDrafts += github::Release{.id = 50 + i, .tagName = remote.tag, .draft = true};
        return remote;
    }

    static DesiredRelease wanted(std::mt19937 &random)
    {
        DesiredRelease desired = desiredRelease();
        desired.draftOnly = random() % 5 == 0;
        desired.prerelease = random() % 4 == 0;
        desired.latest = random() % 3 > 0;
        desired.latestByVersion = random() % 4 > 0;
        return desired;
    }

    static github::Asset someAsset(const DesiredFile &file, const QString &name, qint64 id,
                                   const std::function<int(int)> &dice, QMap<qint64, QByteArray> &bytes)
    {
        github::Asset asset{id, name, u"uploaded"_s, file.bytes, file.sha256, {}};
        switch (dice(6)) {
        case 0:
            asset.state = u"starter"_s;
            asset.size = 0;
            asset.digest.clear();
            break;
        case 1:
            asset.size /= 2;
            asset.digest = sha256Of("half");
            break;
        case 2:
            asset.digest = sha256Of("another");
            break;
        case 3:
            asset.digest.clear();
            bytes[id] = file.sha256;
            break;
        case 4:
            asset.digest.clear();
            bytes[id] = sha256Of("another");
            break;
        }
        return asset;
    }

private Q_SLOTS:
    void steps_data()
    {
        QTest::addColumn<RemoteRelease>("remote");
        QTest::addColumn<QStringList>("steps");
        const auto row = [](const char *name, RemoteRelease remote, const Change &change, const QStringList &steps) {
            change(remote);
            QTest::newRow(name) << remote << steps;
        };
        const QString a = u"a.tar.xz"_s;
        const QString temporary = temporaryName(a);
        row("nothing there", {}, [](auto &) { },
            {u"check-tag"_s, u"create-draft"_s, u"upload a.tar.xz"_s, u"upload b.zip"_s, u"publish"_s, u"read-back"_s});
        row("whole draft", draft(), [](auto &) { }, {u"check-tag"_s, u"publish"_s, u"read-back"_s});
        row("tag is there already", draft(), [](auto &r) { r.tagCommit = built; }, {u"publish"_s, u"read-back"_s});
        row("complete", published(), [](auto &) { }, {});
        row("line ends of the web page", published(), [](auto &r) { r.release->body = u"Notes.\r\n"_s; }, {});
        row("other notes", published(), [](auto &r) { r.release->body = u"Old"_s; },
            {u"update-release"_s, u"read-back"_s});
        row("draft at a branch", draft(), [](auto &r) { r.release->targetCommitish = u"main"_s; },
            {u"check-tag"_s, u"update-release"_s, u"publish"_s, u"read-back"_s});
        row("branch does not matter beside a tag", published(), [](auto &r) { r.release->targetCommitish = u"main"_s; },
            {});
        row("starter", draft(),
            [](auto &r) {
                r.assets[0].state = u"starter"_s;
                r.assets[0].size = 0;
            },
            {u"check-tag"_s, u"delete-broken a.tar.xz"_s, u"upload a.tar.xz"_s, u"publish"_s, u"read-back"_s});
        row("wrong size on a draft", draft(), [](auto &r) { r.assets[0].size = 1; },
            {u"check-tag"_s, u"delete-broken a.tar.xz"_s, u"upload a.tar.xz"_s, u"publish"_s, u"read-back"_s});
        row("wrong size that users have", published(), [](auto &r) { r.assets[0].size = 1; },
            {u"replace a.tar.xz"_s, u"read-back"_s});
        row("starter on a published release", published(), [](auto &r) { r.assets[0].state = u"starter"_s; },
            {u"delete-broken a.tar.xz"_s, u"upload a.tar.xz"_s, u"read-back"_s});
        row("missing from a published release", published(), [](auto &r) { r.assets.removeFirst(); },
            {u"upload a.tar.xz"_s, u"read-back"_s});
        row("other bytes", published(), [](auto &r) { r.assets[0].digest = sha256Of("x"); },
            {u"replace a.tar.xz"_s, u"read-back"_s});
        row("no digest", published(), [](auto &r) { r.assets[0].digest.clear(); },
            {u"verify a.tar.xz"_s, u"read-back"_s});
        row("no digest, downloaded and right", published(),
            [](auto &r) {
                r.assets[0].digest.clear();
                r.downloaded[1] = sha256Of("a");
            },
            {});
        row("no digest, downloaded and other", published(),
            [](auto &r) {
                r.assets[0].digest.clear();
                r.downloaded[1] = sha256Of("x");
            },
            {u"replace a.tar.xz"_s, u"read-back"_s});
        row("replacement stopped before deleting", published(),
            [=](auto &r) {
                r.assets += r.assets[0];
                r.assets.last().name = temporary;
                r.assets[0].digest = sha256Of("x");
            },
            {u"replace a.tar.xz"_s, u"read-back"_s});
        row("replacement stopped before the rename", published(), [=](auto &r) { r.assets[0].name = temporary; },
            {u"replace a.tar.xz"_s, u"read-back"_s});
        row("replacement left without digest, old one gone", published(),
            [=](auto &r) {
                r.assets[0].name = temporary;
                r.assets[0].digest.clear();
            },
            {u"replace a.tar.xz"_s, u"read-back"_s});
        row("replacement broke off", published(),
            [=](auto &r) {
                r.assets += github::Asset{9, temporary, u"starter"_s};
                r.assets[0].digest = sha256Of("x");
            },
            {u"delete-broken a.tar.xz.unmoor-new"_s, u"replace a.tar.xz"_s, u"read-back"_s});
        row("leftover beside the right file", published(),
            [=](auto &r) {
                r.assets += r.assets[0];
                r.assets.last().name = temporary;
            },
            {u"delete-broken a.tar.xz.unmoor-new"_s, u"read-back"_s});
        row("unexpected file", published(), [](auto &r) { r.assets += github::Asset{9, u"extra"_s, u"uploaded"_s, 5}; },
            {});
        row("published without its tag", published(), [](auto &r) { r.tagCommit.reset(); },
            {u"check-tag"_s, u"read-back"_s});
    }
    void steps()
    {
        QFETCH(RemoteRelease, remote);
        const PublishPlan plan = planPublish(desiredRelease(), remote);
        QVERIFY(!plan.blocker);
        QTEST(namesOf(plan.steps), "steps");
        QCOMPARE(plan.isComplete(), plan.steps.isEmpty());
    }

    void aTagElsewhereBlocks()
    {
        RemoteRelease remote = draft();
        remote.tagCommit = other;
        const PublishPlan plan = planPublish(desiredRelease(), remote);
        QVERIFY(plan.steps.isEmpty());
        QCOMPARE(plan.blocker->kind, Error::Kind::Conflict);
        QVERIFY(plan.blocker->message.contains(u"abc1234"_s) && plan.blocker->message.contains(u"de53020"_s));
        QVERIFY(!plan.isComplete());
    }

    void anImmutableReleaseThatLacksAFileBlocks()
    {
        RemoteRelease remote = published();
        remote.release->immutable = true;
        QVERIFY(planPublish(desiredRelease(), remote).isComplete());
        remote.assets.removeFirst();
        const PublishPlan plan = planPublish(desiredRelease(), remote);
        QVERIFY(plan.steps.isEmpty());
        QVERIFY2(plan.blocker->message.contains(u"a.tar.xz is missing"_s), qPrintable(plan.blocker->message));
        QVERIFY(plan.blocker->message.contains(u"next version"_s));
    }

    void aDraftOnlyReleaseIsCompleteAsDraft()
    {
        DesiredRelease desired = desiredRelease();
        desired.draftOnly = true;
        QVERIFY(planPublish(desired, draft()).isComplete());
    }

    void stepsSayWhatAndWhy()
    {
        const PublishPlan plan = planPublish(desiredRelease(), {});
        QCOMPARE(plan.steps[1].what, u"Create draft v1.0.5 at de53020"_s);
        QCOMPARE(plan.steps[2].what, u"Upload a.tar.xz, 100 B"_s);
        QCOMPARE(plan.steps[2].why, u"Not on GitHub"_s);
        QVERIFY(plan.steps[2].proof.startsWith(u"digest = "_s));
        QCOMPARE(plan.steps[4].what, u"Publish v1.0.5 as latest"_s);
    }

    void whatIsRightIsListedWithItsProof()
    {
        const PublishPlan plan = planPublish(desiredRelease(), published());
        QCOMPARE(
            namesOf(plan.done),
            QStringList({u"check-tag"_s, u"publish"_s, u"update-release"_s, u"upload a.tar.xz"_s, u"upload b.zip"_s}));
        QVERIFY(plan.done[3].proof.startsWith(u"sha256 "_s));
    }

    void everyReachableStateLeadsToTheDesiredOne()
    {
        constexpr unsigned seed = 20261122;
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 4000; ++round) {
            QMap<qint64, QByteArray> bytes;
            HostModel host(wanted(random), reachable(random, bytes));
            host.bytes = bytes;
            for (int runs = 0; runs < 3 && !planPublish(host.desired, host.remote).isComplete(); ++runs) {
                host.fault.clear(); // a file that proves wrong on the way makes the plan anew
                host.carryOut(planPublish(host.desired, host.remote));
                if (!host.fault.isEmpty() && !host.fault.contains(u"not verified"_s))
                    QFAIL(qPrintable(u"round %1: %2"_s.arg(round).arg(host.fault)));
            }
            const PublishPlan left = planPublish(host.desired, host.remote);
            QVERIFY2(left.isComplete(),
                     qPrintable(u"round %1: %2"_s.arg(round).arg(namesOf(left.steps).join(u", "_s))));
        }
    }

    void anInterruptionAfterAnyWriteIsMended()
    {
        constexpr unsigned seed = 7;
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 1500; ++round) {
            QMap<qint64, QByteArray> bytes;
            HostModel host(wanted(random), reachable(random, bytes));
            host.bytes = bytes;
            for (int run = 0; run < 24 && !planPublish(host.desired, host.remote).isComplete(); ++run) {
                host.fault.clear();
                host.writesLeft = run < 12 ? 1 + int(random() % 3) : 1 << 20;
                host.carryOut(planPublish(host.desired, host.remote));
                if (!host.fault.isEmpty() && !host.fault.contains(u"not verified"_s))
                    QFAIL(qPrintable(u"round %1: %2"_s.arg(round).arg(host.fault)));
            }
            QVERIFY2(planPublish(host.desired, host.remote).isComplete(), qPrintable(u"round %1"_s.arg(round)));
        }
    }

    void latest_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<bool>("byVersion");
        QTest::addColumn<bool>("takes");
        QTest::addColumn<bool>("lacks");
        QTest::newRow("nothing") << u""_s << true << true << true;
        QTest::newRow("an older one") << u"v1.0.4"_s << true << true << true;
        QTest::newRow("a newer one") << u"v1.1.0"_s << true << false << false;
        QTest::newRow("a newer one, but asked for") << u"v1.1.0"_s << false << true << false;
        QTest::newRow("a release candidate of this one") << u"v1.0.5-rc.1"_s << true << true << true;
        QTest::newRow("another product") << u"lib-v9.0.0"_s << true << true << false;
        QTest::newRow("no version") << u"nightly"_s << true << true << false;
    }
    void latest()
    {
        QFETCH(QString, shown);
        QFETCH(bool, byVersion);
        DesiredRelease desired = desiredRelease();
        desired.latestByVersion = byVersion;
        RemoteRelease remote = published();
        remote.latestRead = true;
        if (!shown.isEmpty())
            remote.latest = github::Release{.id = 7, .tagName = shown};
        QTEST(takesLatest(desired, remote), "takes");
        QTEST(lacksLatest(desired, remote), "lacks");
        remote.latest = remote.release;
        QVERIFY(planPublish(desired, remote).isComplete());
        desired.prerelease = true;
        QVERIFY(!takesLatest(desired, remote));
    }

    void refuses_data()
    {
        using Spoil = std::function<void(DesiredRelease &)>;
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const Spoil &spoil, const QString &says) {
            QTest::newRow(name) << spoil << says;
        };
        row("a name GitHub would change", [](auto &d) { d.files[0].name = u"a b.zip"_s; }, u"a.b.zip"_s);
        row("two of one name", [](auto &d) { d.files[0].name = d.files[1].name; }, u"b.zip"_s);
        row("an empty file", [](auto &d) { d.files[0].bytes = 0; }, u"empty"_s);
        row("2 GiB", [](auto &d) { d.files[0].bytes = qint64(2) << 30; }, u"2 GiB"_s);
        row("too many files", [](auto &d) { d.files.resize(1001); }, u"1,000"_s);
        row("long notes", [](auto &d) { d.body.fill(u'x', 125'001); }, u"125,000"_s);
        row("a temporary name", [](auto &d) { d.files[0].name = u"a.unmoor-new"_s; }, u"temporary"_s);
        row("no commit", [](auto &d) { d.commit = u"main"_s; }, u"main"_s);
        row("no digest", [](auto &d) { d.files[0].sha256.clear(); }, u"SHA-256"_s);
    }
    void refuses()
    {
        QFETCH(std::function<void(DesiredRelease &)>, spoil);
        QFETCH(QString, says);
        DesiredRelease desired = desiredRelease();
        QVERIFY(checkDesired(desired));
        spoil(desired);
        const auto checked = checkDesired(desired);
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(checked.error().message.contains(says), qPrintable(checked.error().message));
    }
};

QTEST_GUILESS_MAIN(PublishPlanTest)
#include "tst_publishplan.moc"
