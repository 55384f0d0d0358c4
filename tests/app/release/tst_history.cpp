// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/history.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// What is read of a real ledger in a state folder.
class HistoryTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<Engine> m_engine;
    ProjectPtr m_project;

    Ledger &ledger() { return *m_engine->ledger(); }

    ReleaseRecord release(int number)
    {
        return {.project = m_project->checkout.root,
                .repository = u"mara/minne"_s,
                .version = u"1.0.%1"_s.arg(number),
                .tag = u"v1.0.%1"_s.arg(number),
                .revision = QString(40, u'a'),
                .state = u"verified"_s,
                .updatedAt = QDateTime({2026, 6, 1}, {8, 0}, QTimeZone::utc()).addDays(number)};
    }

    BuildRecord build(const QString &outcome, const QString &log)
    {
        BuildRecord record{.project = m_project->checkout.root,
                           .revision = QString(40, u'a'),
                           .triple = u"linux"_s,
                           .outcome = outcome,
                           .logFile = log};
        record.id = *ledger().startBuild(record);
        if (!ledger().finishBuild(record))
            qFatal("no build");
        return record;
    }

    QString logFile(const QString &name)
    {
        const QString path = m_state->filePath(name);
        QFile file(path);
        if (!file.open(QFile::WriteOnly))
            qFatal("no log");
        return path;
    }

    template <typename T>
    T await(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            qFatal("it does not end");
        const Result<T> result = future.result();
        if (!result)
            qFatal("%s", qUtf8Printable(result.error().message));
        return *result;
    }

private Q_SLOTS:
    void init()
    {
        m_state = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<Engine>(m_state->path());
        QVERIFY(m_engine->open());
        auto project = std::make_shared<Project>();
        project->checkout.root = u"/home/mara/minne"_s;
        m_project = project;
    }

    void releasesComeInParts()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(ledger().recordRelease(release(i)));
        History history(*m_engine);
        const ReleasePart first = await(history.releases(m_project, {}, 2));
        QCOMPARE(first.releases, QList<ReleaseRecord>({release(4), release(3)}));
        QVERIFY(first.hasMore);
        const ReleasePart last = await(history.releases(m_project, first.releases.last().tag, 3));
        QCOMPARE(last.releases, QList<ReleaseRecord>({release(2), release(1), release(0)}));
        QVERIFY(!last.hasMore);
        QCOMPARE(*ledger().releaseCount(m_project->checkout.root), 5);
    }

    void allThatIsKeptOfAReleaseIsThere()
    {
        QVERIFY(ledger().recordRelease(release(1)));
        for (const char digest : {'x', 'y'}) // sent twice
            QVERIFY(ledger().recordUpload({.repository = u"mara/minne"_s,
                                           .tag = u"v1.0.1"_s,
                                           .fileName = u"a.zip"_s,
                                           .assetId = digest,
                                           .sha256 = QByteArray(64, digest)}));
        QVERIFY(ledger().recordAcceptance(
            {.project = m_project->checkout.root, .tag = u"v1.0.1"_s, .code = u"setuid"_s, .reason = u"It must."_s}));
        QVERIFY(ledger().recordAttempt({.project = m_project->checkout.root,
                                        .tag = u"v1.0.1"_s,
                                        .outcome = u"draft"_s,
                                        .steps = 4,
                                        .stepsDone = 3,
                                        .body = u"# Notes"_s}));
        QVERIFY(ledger().recordAttempt({.project = m_project->checkout.root,
                                        .tag = u"v1.0.1"_s,
                                        .outcome = u"stopped"_s,
                                        .message = u"HTTP 500."_s}));
        build(u"built"_s, {});
        History history(*m_engine);
        const ReleaseDetails details = await(history.details(m_project, release(1)));
        QCOMPARE(details.files.size(), 1);
        QCOMPARE(details.files.first().sha256, QByteArray(64, 'y'));
        QCOMPARE(details.accepted.size(), 1);
        QCOMPARE(details.builds.size(), 1);
        QCOMPARE(details.attempts.size(), 2);
        QCOMPARE(details.attempts.first().message, u"HTTP 500."_s);
        QCOMPARE(details.notes, u"# Notes"_s); // the last that the host was known to have
    }

    void lastLogIsThatOfABuildThatDidSomething()
    {
        build(u"failed"_s, logFile(u"failed.log"_s));
        build(u"built"_s, logFile(u"built.log"_s));
        build(u"built"_s, m_state->filePath(u"taken-away.log"_s));
        build(u"cached"_s, logFile(u"cached.log"_s));
        History history(*m_engine);
        QCOMPARE(await(history.lastLog(m_project, u"linux"_s)).logFile, m_state->filePath(u"built.log"_s));
    }

    void logThatWasNeverKeptIsSaid()
    {
        History history(*m_engine);
        auto asked = history.lastLog(m_project, u"linux"_s);
        QTRY_VERIFY(asked.isFinished());
        QVERIFY(!asked.result());
        QCOMPARE(asked.result().error().kind, Error::Kind::NotFound);
    }

    void readingNeedsALedger()
    {
        Engine closed(m_state->path());
        History history(closed);
        auto asked = history.releases(m_project);
        QTRY_VERIFY(asked.isFinished());
        QCOMPARE(asked.result().error().kind, Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
