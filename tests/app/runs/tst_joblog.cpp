// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/joblog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class JobLogTest : public QObject
{
    Q_OBJECT

    static JobLogReport read(const QByteArrayList &lines)
    {
        JobLogReader reader;
        for (const QByteArray &line : lines)
            reader.take(line);
        return reader.report();
    }

private Q_SLOTS:
    void nixLinesAreCounted()
    {
        const JobLogReport report =
            read({"2026-11-29T10:00:00.0000000Z ##[group]Run nix build .#release -L\n",
                  "2026-11-29T10:00:01.0000000Z copying path '/nix/store/abc-x' from 'https://cache.example'...\n",
                  "2026-11-29T10:00:02.0000000Z building '/nix/store/abc-minne.drv'...\n",
                  "building '/nix/store/abc-other.drv'...\n",
                  "2026-11-29T10:00:03.0000000Z minne> building '/nix/store/is the builder's own line\n"});
        QCOMPARE(report.built, 2);
        QCOMPARE(report.derivations, (QStringList{u"/nix/store/abc-minne.drv"_s, u"/nix/store/abc-other.drv"_s}));
        QCOMPARE(report.copied, 1);
        QCOMPARE(report.cache, JobLogReport::Cache::NotSaid);
        QVERIFY(cacheText(report).isEmpty());
        QVERIFY(report.firstError.isEmpty());
    }

    void cacheIsAsItsStepSays_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("name");
        QTest::newRow("exact") << QByteArray("Found a cache with the given \"primary-key\".") << u"hit"_s;
        QTest::newRow("prefix") << QByteArray("Found a cache using the \"restore-prefixes-first-match\".")
                                << u"partial"_s;
        QTest::newRow("none") << QByteArray("Found no cache(s).") << u"none"_s;
        QTest::newRow("failed") << QByteArray("##[warning]Failed to restore the cache.") << u"failed"_s;
        QTest::newRow("actions/cache") << QByteArray("Cache not found for input keys: a, b") << u"none"_s;
        QTest::newRow("another line") << QByteArray("Searching for a cache with the key") << QString();
    }

    void cacheIsAsItsStepSays()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, name);
        QCOMPARE(cacheName(read({"2026-11-29T10:00:00.0000000Z " + line + '\n'}).cache), name);
    }

    void ofSeveralCachesThePoorestCounts()
    {
        QCOMPARE(read({"Cache restored from key: a", "Found no cache(s)."}).cache, JobLogReport::Cache::None);
        QCOMPARE(read({"Found no cache(s).", "Cache restored from key: a"}).cache, JobLogReport::Cache::None);
    }

    void firstErrorIsKept()
    {
        const JobLogReport report = read({"error: not marked", "2026-11-29T10:00:00.0000000Z ##[error]builder failed\n",
                                          "##[error]Process completed with exit code 1.\n"});
        QCOMPARE(report.firstError, u"builder failed"_s);
        QCOMPARE(read({"##[error]" + QByteArray(10'000, 'x')}).firstError.size(), 500);
    }
};

QTEST_APPLESS_MAIN(JobLogTest)
#include "tst_joblog.moc"
