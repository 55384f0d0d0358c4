// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/ledger.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QString project = u"/home/mara/minne"_s;
const QString revision(40, u'a');
const QString triple = u"x86_64-unknown-linux-gnu"_s;

BuildRecord startedBuild()
{
    return {.project = project,
            .revision = revision,
            .dirty = true,
            .version = u"1.0.5"_s,
            .triple = triple,
            .outcome = u"running"_s,
            .host = u"build.example.org"_s,
            .drvPath = u"/nix/store/x-minne-1.0.5.drv"_s,
            .startedAt = QDateTime({2026, 6, 24}, {12, 30, 15, 250}, QTimeZone::utc())};
}

UploadRecord upload(qint64 assetId, const QString &fileName)
{
    return {.repository = u"perstarkse/minne"_s,
            .tag = u"v1.0.5"_s,
            .fileName = fileName,
            .releaseId = 7,
            .assetId = assetId,
            .bytes = qint64(5) << 32,
            .sha256 = QByteArray(64, 'a'),
            .digest = QByteArray(64, 'a'),
            .seconds = 4.5,
            .uploadedAt = QDateTime({2026, 6, 24}, {12, 30}, QTimeZone::utc())};
}

ReleaseRecord release(const QString &version, int day)
{
    return {.project = project,
            .repository = u"perstarkse/minne"_s,
            .version = version,
            .tag = u'v' + version,
            .revision = revision,
            .state = u"draft"_s,
            .url = u"https://github.com/perstarkse/minne/releases/1"_s,
            .files = 6,
            .bytes = 400'000'000,
            .buildSeconds = 812.5,
            .note = u"without Windows: “no runner”"_s,
            .updatedAt = QDateTime({2026, 6, day}, {8, 0}, QTimeZone::utc())};
}

AcceptanceRecord acceptance(const QString &path, const QString &reason)
{
    return {.project = project,
            .tag = u"v1.0.5"_s,
            .triple = triple,
            .code = u"setuid"_s,
            .path = path,
            .reason = reason,
            .acceptedAt = QDateTime({2026, 6, 24}, {12, 30}, QTimeZone::utc())};
}

} // namespace

class LedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        m_ledger = Ledger::open(m_folder->path()).value();
    }

    void newLedgerIsEmpty()
    {
        QVERIFY(m_ledger->builds(project).value().isEmpty());
        QVERIFY(m_ledger->uploads(u"perstarkse/minne"_s, u"v1.0.5"_s).value().isEmpty());
        QVERIFY(m_ledger->releases(project).value().isEmpty());
        QVERIFY(m_ledger->buildsOf(project, revision, triple).value().isEmpty());
        QCOMPARE(m_ledger->usualSeconds(u"minne"_s, {}).value(), std::nullopt);
    }

    void startedBuildComesBackAsItWas()
    {
        BuildRecord build = startedBuild();
        build.id = m_ledger->startBuild(build).value();
        QCOMPARE(m_ledger->builds(project).value(), QList{build});
    }

    void startedBuildIsRunningWhateverItSays()
    {
        BuildRecord build = startedBuild();
        build.outcome = u"built"_s;
        QVERIFY(m_ledger->startBuild(build).has_value());
        QCOMPARE(m_ledger->builds(project).value().first().outcome, u"running"_s);
    }

    void finishedBuildComesBackAsItWas()
    {
        BuildRecord build = startedBuild();
        build.id = m_ledger->startBuild(build).value();
        build.outcome = u"failed"_s;
        build.storePath = u"/nix/store/y-minne-1.0.5"_s;
        build.archivePath = build.storePath + u"/main.tar.xz"_s;
        build.bytes = qint64(3) << 33;
        build.sha256 = QByteArray(64, 'f');
        build.gcRoot = u"/state/roots/1"_s;
        build.logFile = u"/state/logs/1.log"_s;
        build.seconds = 612.25;
        build.failureKind = u"hash-mismatch"_s;
        build.failureMessage = u"'quoted'; DROP TABLE builds; -- größer"_s;
        QVERIFY(m_ledger->finishBuild(build).has_value());
        QCOMPARE(m_ledger->builds(project).value(), QList{build});
    }

    void unknownBuildCannotBeFinished()
    {
        BuildRecord build = startedBuild();
        build.id = 42;
        QCOMPARE(m_ledger->finishBuild(build).error().kind, Error::Kind::NotFound);
    }

    void timesAreKeptInUtc()
    {
        BuildRecord build = startedBuild();
        build.startedAt = QDateTime({2026, 6, 24}, {14, 30, 15, 250}, QTimeZone::fromSecondsAheadOfUtc(7200));
        QVERIFY(m_ledger->startBuild(build).has_value());
        const QDateTime time = m_ledger->builds(project).value().first().startedAt;
        QCOMPARE(time.timeSpec(), Qt::UTC);
        QCOMPARE(time.toString(Qt::ISODateWithMs), u"2026-06-24T12:30:15.250Z"_s);
    }

    void buildsOfATargetComeNewestFirstWhateverTheyEndedAs()
    {
        const qint64 built = finished(u"built"_s);
        const qint64 failed = finished(u"failed"_s);
        const QList<BuildRecord> builds = m_ledger->buildsOf(project, revision, triple).value();
        QCOMPARE(builds.size(), 2);
        QCOMPARE(builds.first().id, failed);
        QCOMPARE(builds.last().id, built);
    }

    void buildsOfATargetAreOfExactlyThisRevisionTargetAndProject()
    {
        finished(u"built"_s);
        QVERIFY(m_ledger->buildsOf(project, QString(40, u'b'), triple).value().isEmpty());
        QVERIFY(m_ledger->buildsOf(project, revision, u"aarch64-apple-darwin"_s).value().isEmpty());
        QVERIFY(m_ledger->buildsOf(u"/elsewhere"_s, revision, triple).value().isEmpty());
    }

    void buildsAreListedNewestFirstUpToALimit()
    {
        finished(u"built"_s);
        const qint64 second = finished(u"built"_s);
        const qint64 third = finished(u"failed"_s);
        const QList<BuildRecord> builds = m_ledger->builds(project, 2).value();
        QCOMPARE(builds.size(), 2);
        QCOMPARE(builds[0].id, third);
        QCOMPARE(builds[1].id, second);
    }

    void uploadsComeBackNewestFirst()
    {
        const UploadRecord first = upload(1, u"main.tar.xz"_s);
        const UploadRecord second = upload(2, u"main.zip"_s);
        QVERIFY(m_ledger->recordUpload(first).has_value());
        QVERIFY(m_ledger->recordUpload(second).has_value());
        QCOMPARE(m_ledger->uploads(first.repository, first.tag).value(), (QList{second, first}));
        QVERIFY(m_ledger->uploads(first.repository, u"v1.0.4"_s).value().isEmpty());
    }

    void uploadOfTheSameAssetReplacesTheRecord()
    {
        UploadRecord record = upload(1, u"main.tar.xz"_s);
        QVERIFY(m_ledger->recordUpload(record).has_value());
        record.digest = {};
        record.bytes = 3;
        QVERIFY(m_ledger->recordUpload(record).has_value());
        QCOMPARE(m_ledger->uploads(record.repository, record.tag).value(), QList{record});
    }

    void assetNumbersOfOtherRepositoriesDoNotCollide()
    {
        const UploadRecord one = upload(1, u"main.tar.xz"_s);
        UploadRecord other = one;
        other.repository = u"someone/else"_s;
        QVERIFY(m_ledger->recordUpload(one).has_value());
        QVERIFY(m_ledger->recordUpload(other).has_value());
        QCOMPARE(m_ledger->uploads(one.repository, one.tag).value(), QList{one});
    }

    void releasesComeBackNewestFirst()
    {
        const ReleaseRecord older = release(u"1.0.4"_s, 1);
        const ReleaseRecord newer = release(u"1.0.5"_s, 2);
        QVERIFY(m_ledger->recordRelease(newer).has_value());
        QVERIFY(m_ledger->recordRelease(older).has_value());
        QCOMPARE(m_ledger->releases(project).value(), (QList{newer, older}));
        QCOMPARE(m_ledger->releaseCount(project).value(), 2);
    }

    void releaseOfTheSameTagReplacesTheRecord()
    {
        ReleaseRecord record = release(u"1.0.5"_s, 1);
        QVERIFY(m_ledger->recordRelease(record).has_value());
        record.state = u"published"_s;
        QVERIFY(m_ledger->recordRelease(record).has_value());
        QCOMPARE(m_ledger->releases(project).value(), QList{record});
    }

    void downloadRateIsThatOfTheLastTenThere()
    {
        QCOMPARE(m_ledger->downloadRate({}).value(), std::nullopt);
        QVERIFY(m_ledger->recordDownload({}, 1, 1000));
        for (int i = 0; i < 10; ++i)
            QVERIFY(m_ledger->recordDownload({}, 300, 3));
        QVERIFY(m_ledger->recordDownload(u"mac-mini"_s, 50, 10));
        QCOMPARE(m_ledger->downloadRate({}).value(), 100.0);
        QCOMPARE(m_ledger->downloadRate(u"mac-mini"_s).value(), 5.0);
    }

    void freedRootLeavesTheBuildInTheHistory()
    {
        BuildRecord build = startedBuild();
        build.gcRoot = u"/state/roots/minne/a-linux"_s;
        QVERIFY(m_ledger->startBuild(build).has_value());
        QVERIFY(m_ledger->clearGcRoot(u"/state/roots/minne/b-linux"_s));
        QCOMPARE(m_ledger->builds(project).value().first().gcRoot, build.gcRoot);
        QVERIFY(m_ledger->clearGcRoot(build.gcRoot));
        QCOMPARE(m_ledger->builds(project).value().first().gcRoot, QString());
    }

    void usualDurationIsTheMedian_data()
    {
        QTest::addColumn<QList<double>>("seconds");
        QTest::addColumn<double>("usual");
        QTest::newRow("one") << QList{5.0} << 5.0;
        QTest::newRow("odd") << QList{9.0, 1.0, 2.0} << 2.0;
        QTest::newRow("even") << QList{9.0, 1.0, 2.0, 4.0} << 3.0;
        QTest::newRow("last ten") << QList{900.0, 900.0, 900.0, 900.0, 900.0, 1.0, 2.0, 3.0,
                                           4.0,   5.0,   6.0,   7.0,   8.0,   9.0, 10.0}
                                  << 5.5;
    }
    void usualDurationIsTheMedian()
    {
        QFETCH(QList<double>, seconds);
        QList<DurationRecord> durations;
        for (const double value : seconds)
            durations.append({u"minne"_s, {}, value});
        durations.append({u"minne"_s, u"elsewhere"_s, 1e6});
        durations.append({u"other"_s, {}, 1e6});
        QVERIFY(m_ledger->recordDurations(durations).has_value());
        QTEST(m_ledger->usualSeconds(u"minne"_s, {}).value().value(), "usual");
    }

    void durationKeys_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("minne-1.0.5") << u"minne"_s;
        QTest::newRow("minne-1.0.5.drv") << u"minne"_s;
        QTest::newRow("minne-1.0.5-rc.1") << u"minne"_s;
        QTest::newRow("minne-1.0.5-vendor") << u"minne-vendor"_s;
        QTest::newRow("glibc-2.40-66") << u"glibc"_s;
        QTest::newRow("nixpkgs-unstable-2026-01-02") << u"nixpkgs-unstable"_s;
        QTest::newRow("python3.12-toml-0.10") << u"python3.12-toml"_s;
        QTest::newRow("x86_64-linux-stage") << u"x86_64-linux-stage"_s;
        QTest::newRow("source") << u"source"_s;
        QTest::newRow("1.0.5") << u"1.0.5"_s;
    }
    void durationKeys() { QTEST(durationKey(QString::fromLatin1(QTest::currentDataTag())), "key"); }

private:
    qint64 finished(const QString &outcome)
    {
        BuildRecord build = startedBuild();
        build.id = m_ledger->startBuild(build).value();
        build.outcome = outcome;
        return m_ledger->finishBuild(build).transform([&] { return build.id; }).value();
    }

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<Ledger> m_ledger;

    void acceptancesAreKeptForTheirReleaseAndCanBeTakenBack()
    {
        const QTemporaryDir dir;
        const auto ledger = Ledger::open(dir.path());
        QVERIFY(ledger.has_value());
        QVERIFY((*ledger)->recordAcceptance(acceptance(u"a"_s, u"first"_s)).has_value());
        QVERIFY((*ledger)->recordAcceptance(acceptance(u"b"_s, u"other"_s)).has_value());
        QVERIFY((*ledger)->recordAcceptance(acceptance(u"a"_s, u"better"_s)).has_value());

        QCOMPARE(*(*ledger)->acceptances(project, u"v1.0.5"_s),
                 (QList{acceptance(u"b"_s, u"other"_s), acceptance(u"a"_s, u"better"_s)}));
        QCOMPARE((*ledger)->acceptances(project, u"v1.0.6"_s)->size(), 0);

        QVERIFY((*ledger)->removeAcceptance(acceptance(u"a"_s, {})).has_value());
        QCOMPARE(*(*ledger)->acceptances(project, u"v1.0.5"_s), QList{acceptance(u"b"_s, u"other"_s)});
    }
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
