// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/buildmonitor.h"
#include "tests/app/buildlog/recordedstream.h"

#include <QDir>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Kind = DerivationState::Kind;
using Phase = DerivationState::Phase;

namespace {

qsizetype begun(const BuildMonitor &monitor, Kind kind)
{
    return std::ranges::count_if(monitor.derivations(), [kind](const DerivationState &state) {
        return state.kind == kind && state.startedMsec >= 0;
    });
}

QList<LogLine> linesOf(const BuildMonitor &monitor)
{
    return monitor.log()->lines(0, monitor.lineCount());
}

qsizetype runLines(const BuildMonitor &monitor)
{
    return std::ranges::count(linesOf(monitor), -1, &LogLine::derivation);
}

const DerivationState *find(const BuildMonitor &monitor, const QString &name)
{
    const auto &states = monitor.derivations();
    const auto found = std::ranges::find(states, name, &DerivationState::name);
    return found == states.cend() ? nullptr : &*found;
}

QStringList linesOf(const BuildMonitor &monitor, const QString &name)
{
    QStringList texts;
    for (const LogLine &line : linesOf(monitor)) {
        if (line.derivation >= 0 && monitor.derivations()[line.derivation].name == name)
            texts += line.text;
    }
    return texts;
}

NixEvent startOf(quint64 id, int type, const QString &path, const QString &host = {}, quint64 parent = 0)
{
    return {.action = NixEvent::Action::Start, .id = id, .parent = parent, .type = type, .fields = {path, host}};
}

NixEvent stopOf(quint64 id)
{
    return {.action = NixEvent::Action::Stop, .id = id};
}

const QString drv = u"/nix/store/5nz3q6ym2npw7lfdx9wyb6ffbg7xagk9-minne-1.0.5.drv"_s;

} // namespace

class BuildMonitorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stream_data()
    {
        QTest::addColumn<int>("plannedBuilds");
        QTest::addColumn<int>("plannedFetches");
        QTest::addColumn<int>("builds");
        QTest::addColumn<int>("fetches");
        QTest::addColumn<int>("logLines");
        QTest::addColumn<int>("runLines");
        QTest::newRow("builder-killed") << 1 << 0 << 1 << 0 << 1 << 3;
        QTest::newRow("cancel-local") << 1 << 0 << 1 << 0 << 3 << 3;
        QTest::newRow("cancel-remote-store") << 0 << 0 << 1 << 0 << 3 << 3;
        QTest::newRow("connection-lost-builders") << 1 << 0 << 1 << 0 << 3 << 4;
        QTest::newRow("connection-lost-ssh") << 1 << 0 << 1 << 0 << 3 << 3;
        QTest::newRow("connection-lost-store") << 1 << 0 << 1 << 0 << 3 << 4;
        QTest::newRow("copy-from-unsigned") << 0 << 0 << 0 << 0 << 0 << 1;
        QTest::newRow("disk-full") << 0 << 0 << 0 << 0 << 0 << 4;
        QTest::newRow("dirty-tree") << 2 << 0 << 2 << 0 << 10 << 4;
        QTest::newRow("dry-run-substitutable") << 0 << 2 << 0 << 0 << 0 << 3;
        QTest::newRow("dry-run") << 6 << 0 << 0 << 0 << 0 << 7;
        QTest::newRow("eval-error") << 0 << 0 << 0 << 0 << 0 << 9;
        QTest::newRow("fail") << 1 << 0 << 1 << 0 << 5 << 3;
        QTest::newRow("failing-dep-keep-going") << 2 << 0 << 1 << 0 << 5 << 5;
        QTest::newRow("hash-mismatch") << 1 << 0 << 1 << 0 << 2 << 5;
        QTest::newRow("lock-wait") << 3 << 0 << 2 << 0 << 12 << 4;
        QTest::newRow("many-lines") << 1 << 0 << 1 << 0 << 2000 << 2;
        QTest::newRow("missing-attr") << 0 << 0 << 0 << 0 << 0 << 2;
        QTest::newRow("nix-2.8-fail") << 0 << 0 << 1 << 0 << 5 << 1;
        QTest::newRow("nix-2.8-noop") << 0 << 0 << 0 << 0 << 0 << 0;
        QTest::newRow("no-builder-for-system-with-builders") << 3 << 0 << 0 << 0 << 0 << 11;
        QTest::newRow("no-builder-for-system") << 3 << 0 << 0 << 0 << 0 << 5;
        QTest::newRow("noop") << 0 << 0 << 0 << 0 << 0 << 0;
        QTest::newRow("odd-bytes") << 1 << 0 << 1 << 0 << 9 << 3;
        QTest::newRow("post-build-hook-fails") << 3 << 0 << 1 << 0 << 3 << 5;
        QTest::newRow("post-build-hook") << 3 << 0 << 3 << 0 << 17 << 4;
        QTest::newRow("rebuild-differs") << 0 << 0 << 1 << 0 << 1 << 1;
        QTest::newRow("remote-builders-fail") << 1 << 0 << 1 << 0 << 5 << 12;
        QTest::newRow("remote-builders-hash-mismatch") << 1 << 0 << 1 << 0 << 2 << 6;
        QTest::newRow("remote-builders-ssh-ng") << 4 << 0 << 4 << 4 << 18 << 5;
        QTest::newRow("remote-builders-ssh") << 4 << 0 << 4 << 4 << 18 << 5;
        QTest::newRow("remote-plain-ssh") << 4 << 0 << 4 << 0 << 18 << 5;
        QTest::newRow("remote-store-fail") << 0 << 0 << 1 << 0 << 5 << 11;
        QTest::newRow("remote-store-hash-mismatch") << 0 << 0 << 1 << 0 << 2 << 5;
        QTest::newRow("remote-store-noop") << 0 << 0 << 0 << 0 << 0 << 0;
        QTest::newRow("remote-store") << 0 << 0 << 4 << 0 << 18 << 2;
        QTest::newRow("ssh-host-key-changed") << 0 << 0 << 0 << 0 << 0 << 16;
        QTest::newRow("ssh-permission-denied") << 0 << 0 << 0 << 0 << 0 << 2;
        QTest::newRow("ssh-refused-builders") << 4 << 0 << 0 << 0 << 0 << 18;
        QTest::newRow("substitute-60mib") << 0 << 1 << 0 << 1 << 0 << 2;
        QTest::newRow("substitute-and-build") << 2 << 2 << 2 << 2 << 8 << 6;
        QTest::newRow("substitute-cache-down") << 4 << 0 << 4 << 0 << 22 << 10;
        QTest::newRow("substitute-unsigned") << 0 << 1 << 4 << 0 << 22 << 4;
        QTest::newRow("success") << 7 << 0 << 7 << 0 << 32 << 8;
        QTest::newRow("syntax-error") << 0 << 0 << 0 << 0 << 0 << 6;
        QTest::newRow("system-flag-trap") << 4 << 0 << 4 << 0 << 18 << 5;
        QTest::newRow("timeout") << 1 << 0 << 1 << 0 << 4 << 3;
        QTest::newRow("verbose-rebuild") << 0 << 0 << 1 << 0 << 6 << 0;
        QTest::newRow("warm-version-bump") << 2 << 0 << 2 << 0 << 8 << 3;
    }
    void stream()
    {
        const BuildMonitor monitor = monitorOfLog(recordedStream(QString::fromLatin1(QTest::currentDataTag())));
        QFETCH(int, builds);
        QFETCH(int, fetches);
        QTEST(monitor.plannedBuilds(), "plannedBuilds");
        QTEST(monitor.plannedFetches(), "plannedFetches");
        QCOMPARE(begun(monitor, Kind::Build), builds);
        QCOMPARE(begun(monitor, Kind::Fetch), fetches);
        QCOMPARE(linesOf(monitor).size(), monitor.lineCount());
        QTEST(int(monitor.lineCount() - runLines(monitor)), "logLines");
        QTEST(int(runLines(monitor)), "runLines");
        QVERIFY(monitor.progress() >= 0 && monitor.progress() <= 1);
    }

    void everyStreamHasARow()
    {
        // A stream that is added and forgotten here would test nothing.
        QCOMPARE(QDir(QStringLiteral(UNMOOR_TEST_DATA "/nix-logs")).entryList({u"*.log"_s}).size(), 49);
    }

    void progressNeverLeavesItsBounds()
    {
        for (const QString &name : QDir(QStringLiteral(UNMOOR_TEST_DATA "/nix-logs")).entryList({u"*.log"_s})) {
            BuildMonitor monitor;
            for (const QByteArray &line : recordedStream(name.chopped(4)).split('\n')) {
                monitor.apply(parseNixLine(line), 0);
                QVERIFY2(monitor.progress() >= 0 && monitor.progress() <= 1, qPrintable(name));
            }
        }
    }

    void successIsAllDone()
    {
        const BuildMonitor monitor = monitorOfLog(recordedStream(u"success"_s));
        QCOMPARE(monitor.buildsDone(), 7);
        QCOMPARE(monitor.buildsRunning(), 0);
        QCOMPARE(monitor.progress(), 1.0);
        QCOMPARE(monitor.currentName(), QString());
        QCOMPARE(monitor.derivations().first().name, u"libmozjs.tar.gz"_s);
        QCOMPARE(find(monitor, u"minne-1.0.5"_s)->buildPhase, u"checkPhase"_s);
        QCOMPARE(linesOf(monitor, u"minne-deps"_s).at(1), u"   Compiling libc"_s);
        QVERIFY(monitor.messages().isEmpty());
    }

    void remoteBuilderIsOneDerivationWithItsHost()
    {
        const BuildMonitor monitor = monitorOfLog(recordedStream(u"remote-builders-ssh-ng"_s));
        const DerivationState *minne = find(monitor, u"minne-1.0.5"_s);
        QCOMPARE(minne->host, u"ssh-ng://rhost"_s);
        QCOMPARE(minne->phase, Phase::Done);
        QVERIFY(minne->logLines > 0);
        QCOMPARE(monitor.buildsDone(), 4);
    }

    void remoteBuildEndsWithItsOuterActivity()
    {
        BuildMonitor monitor;
        monitor.apply(startOf(1, NixEvent::Build, drv, u"ssh-ng://rhost"_s), 10);
        monitor.apply(startOf(2, NixEvent::Build, drv, {}, 9), 20);
        monitor.apply(stopOf(2), 30);
        QCOMPARE(monitor.buildsRunning(), 1);
        QCOMPARE(monitor.currentName(), u"minne-1.0.5"_s);
        monitor.apply(stopOf(1), 40);
        QCOMPARE(monitor.buildsDone(), 1);
        QCOMPARE(monitor.derivations().first().startedMsec, 10);
        QCOMPARE(monitor.derivations().first().endedMsec, 40);
    }

    void repeatedStartIsOneActivity()
    {
        BuildMonitor monitor;
        monitor.apply(startOf(1, NixEvent::Build, drv), 0);
        monitor.apply(startOf(1, NixEvent::Build, drv), 1);
        monitor.apply(stopOf(1), 2);
        monitor.apply(stopOf(1), 3);
        QCOMPARE(monitor.buildsDone(), 1);
        QCOMPARE(monitor.derivations().first().endedMsec, 2);
    }

    void idOfAnotherActivityTakesOver()
    {
        BuildMonitor monitor;
        monitor.apply(startOf(1, NixEvent::Build, drv), 0);
        monitor.apply(startOf(1, NixEvent::Build, u"/nix/store/b7slx8286piv3wsm7jqqr6cxhw0687q9-minne-deps.drv"_s), 5);
        QCOMPARE(monitor.buildsDone(), 1);
        QCOMPARE(monitor.currentName(), u"minne-deps"_s);
    }

    void lockWaitNamesWhatItWaitsFor()
    {
        BuildMonitor monitor;
        QString waitedFor;
        for (const QByteArray &line : recordedStream(u"lock-wait"_s).split('\n')) {
            monitor.apply(parseNixLine(line), 0);
            const DerivationState *deps = find(monitor, u"minne-deps"_s);
            if (deps && deps->phase == Phase::Waiting)
                waitedFor = deps->waitingFor;
        }
        QVERIFY(waitedFor.startsWith(u"waiting for lock on '/nix/store/"_s));
        QCOMPARE(find(monitor, u"minne-deps"_s)->phase, Phase::Planned);
        monitor.end(0, true);
        QCOMPARE(find(monitor, u"minne-deps"_s)->phase, Phase::Done);
    }

    void downloadCountsItsBytes()
    {
        const BuildMonitor monitor = monitorOfLog(recordedStream(u"substitute-60mib"_s));
        const DerivationState &blob = monitor.derivations().first();
        QCOMPARE(blob.name, u"big-blob"_s);
        QCOMPARE(blob.kind, Kind::Fetch);
        QCOMPARE(blob.phase, Phase::Done);
        QCOMPARE(blob.host, u"http://127.0.0.1:8099"_s);
        QCOMPARE(blob.expectedBytes, 62'914'840);
        QCOMPARE(blob.doneBytes, blob.expectedBytes);
    }

    void refusedDownloadIsBuiltInstead()
    {
        BuildMonitor monitor = monitorOfLog(recordedStream(u"substitute-unsigned"_s));
        monitor.end(0, true);
        QCOMPARE(monitor.buildsDone(), 4);
        QCOMPARE(monitor.derivations().first().phase, Phase::Stopped);
        QCOMPARE(monitor.progress(), 1.0);
    }

    void canceledBuildIsStopped()
    {
        BuildMonitor monitor = monitorOfLog(recordedStream(u"cancel-remote-store"_s));
        QCOMPARE(monitor.buildsRunning(), 1);
        monitor.end(77, false);
        QCOMPARE(monitor.buildsRunning(), 0);
        QCOMPARE(monitor.derivations().first().phase, Phase::Stopped);
        QCOMPARE(monitor.derivations().first().endedMsec, 77);
        QCOMPARE(monitor.currentName(), QString());
    }

    /// Nix told of its end as of any other, but never counted it.
    void buildThatTheCancelEndedIsStopped()
    {
        BuildMonitor monitor = monitorOfLog(recordedStream(u"cancel-local"_s));
        QCOMPARE(monitor.derivations().first().phase, Phase::Done);
        monitor.end(77, false);
        QCOMPARE(monitor.derivations().first().phase, Phase::Stopped);
    }

    void buildsBeforeTheEndOfAFailedRunStayDone()
    {
        BuildMonitor monitor = monitorOfLog(recordedStream(u"dirty-tree"_s));
        const QByteArray another = "/nix/store/1akhswnk9x73cy84zy3hxs3a4y2szv8n-another.drv";
        monitor.apply({.action = NixEvent::Action::Start,
                       .id = 5,
                       .type = NixEvent::Build,
                       .fields = {QString::fromLatin1(another)}},
                      90);
        monitor.apply({.action = NixEvent::Action::Stop, .id = 5}, 95);
        monitor.end(95, false);
        QCOMPARE(find(monitor, u"minne-deps"_s)->phase, Phase::Done);
        QCOMPARE(find(monitor, u"another"_s)->phase, Phase::Stopped);
        QCOMPARE(find(monitor, u"another"_s)->endedMsec, 95);
    }

    void hookLinesBelongToTheirDerivation()
    {
        const BuildMonitor monitor = monitorOfLog(recordedStream(u"post-build-hook"_s));
        QCOMPARE(linesOf(monitor, u"check-ort-version"_s).last(), u"to the cache"_s);
    }

    void oddBytesArriveWhole()
    {
        const QStringList lines = linesOf(monitorOfLog(recordedStream(u"odd-bytes"_s)), u"demo-odd-bytes"_s);
        const auto has = [&](const QString &text) {
            return std::ranges::any_of(lines, [&](const QString &line) { return line.contains(text); });
        };
        QVERIFY(has(u"\x1b[1;31mred\x1b[0m"_s));
        QVERIFY(has(u"日本 🚢"_s));
        QVERIFY(has(QString(QChar::ReplacementCharacter)));
        QVERIFY(has(QString(100'000, u'x')));
        QCOMPARE(lines.last(), u"last line without newline"_s);
    }

    void plannedPathsAreInOrder()
    {
        const BuildMonitor monitor = monitorOfLog(recordedStream(u"dry-run"_s));
        QCOMPARE(monitor.derivations().at(1).name, u"minne-deps"_s);
        QCOMPARE(monitor.derivations().at(1).phase, Phase::Planned);
        QVERIFY2(monitor.messages().isEmpty(), "a plan is no failure");
    }

    void messagesKeepTheirLevelAndText()
    {
        const BuildMonitor monitor = monitorOfLog(recordedStream(u"connection-lost-store"_s));
        QCOMPARE(monitor.messages(),
                 QStringList({u"Connection to 127.0.0.1 closed by remote host."_s,
                              u"error: Nix daemon disconnected unexpectedly (maybe it crashed?)"_s}));
        QCOMPARE(linesOf(monitor).last().level, 0);
        QVERIFY(linesOf(monitor).last().text.contains(u'\x1b'));
    }

    void longestSilenceIsKept()
    {
        BuildMonitor monitor;
        const NixEvent line{.action = NixEvent::Action::Result, .id = 1, .type = NixEvent::LogLine, .text = u"x"_s};
        monitor.apply(startOf(1, NixEvent::Build, drv), 1000);
        QCOMPARE(monitor.derivations().first().lastLineMsec, 1000);
        monitor.apply(line, 1500);
        monitor.apply(line, 9500);
        monitor.apply(line, 9600);
        QCOMPARE(monitor.derivations().first().lastLineMsec, 9600);
        QCOMPARE(monitor.derivations().first().longestSilenceMsec, 8000);
        monitor.apply(stopOf(1), 20'000);
        QCOMPARE(monitor.derivations().first().longestSilenceMsec, 10'400);
    }

    void aDownloadHasTheRateOfItsLastSeconds()
    {
        BuildMonitor monitor;
        const auto progress = [](qint64 done) {
            return NixEvent{.action = NixEvent::Action::Result,
                            .id = 1,
                            .type = NixEvent::Progress,
                            .fields = {done, 100'000'000, 0, 0}};
        };
        monitor.apply(startOf(1, NixEvent::CopyPath, drv), 0);
        monitor.apply(progress(0), 0);
        for (qint64 second = 1; second <= 10; ++second)
            monitor.apply(progress(second * 1'000'000), second * 1000);
        const DerivationState &fetch = monitor.derivations().first();
        QCOMPARE(fetch.bytesPerSecond, 1'000'000);
        for (qint64 second = 11; second <= 20; ++second)
            monitor.apply(progress(10'000'000 + (second - 10) * 2'000'000), second * 1000);
        QCOMPARE(fetch.bytesPerSecond, 2'000'000);
        QCOMPARE(fetch.lastLineMsec, 20'000);
        monitor.apply(progress(30'000'000), 29'000); // said again: no sign of life
        QCOMPARE(fetch.lastLineMsec, 20'000);
        monitor.apply(stopOf(1), 30'000);
        QCOMPARE(fetch.bytesPerSecond, 0);
    }

    void unknownTypesAreIgnored()
    {
        BuildMonitor monitor;
        QVERIFY(!monitor.apply({.action = NixEvent::Action::Start, .id = 1, .type = 113, .text = u"new"_s}, 0));
        QVERIFY(!monitor.apply({.action = NixEvent::Action::Result, .id = 1, .type = 109}, 0));
        QVERIFY(!monitor.apply({.action = NixEvent::Action::Unknown}, 0));
        QVERIFY(monitor.derivations().isEmpty());
    }

    void lineOfAnUnknownActivityIsKept()
    {
        BuildMonitor monitor;
        const NixEvent orphan{.action = NixEvent::Action::Result, .id = 99, .type = NixEvent::LogLine, .text = u"o"_s};
        QCOMPARE(monitor.apply(orphan, 3), LogOrigin());
        QCOMPARE(monitor.lineCount(), 1);
    }
};

QTEST_GUILESS_MAIN(BuildMonitorTest)
#include "tst_buildmonitor.moc"
