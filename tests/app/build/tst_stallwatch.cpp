// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/stallwatch.h"
#include "app/machines/builderprocesses.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

using Phase = DerivationState::Phase;

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;

DerivationState step(const QString &name, qint64 lastLine, Phase phase = Phase::Running)
{
    return {.name = name, .phase = phase, .startedMsec = 0, .lastLineMsec = lastLine};
}

std::optional<double> noHistory(const DerivationState &)
{
    return {};
}

UsualSilence usually(double seconds)
{
    return [seconds](const DerivationState &) { return std::optional(seconds); };
}

NixEvent started(quint64 id, const QString &name)
{
    return {.action = NixEvent::Action::Start,
            .id = id,
            .type = NixEvent::Build,
            .fields = {u"/nix/store/05r01kd53kw1vz1yvl0bq3q0b9f6g5ps-%1.drv"_s.arg(name), u""_s, 1, 1}};
}

} // namespace

class StallWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quietStepIsNamedAfterTheMinutesOfTheSetting()
    {
        const QList<DerivationState> steps{step(u"main"_s, minute)};
        QVERIFY(!findStall(steps, 4 * minute - 1, 3, noHistory));
        const auto stall = findStall(steps, 4 * minute, 3, noHistory);
        QVERIFY(stall);
        QCOMPARE(stall->name, u"main"_s);
        QCOMPARE(stall->sinceMsec, minute);
        QVERIFY(!stall->usualSeconds);
    }

    void zeroMinutesMeanNever() { QVERIFY(!findStall({step(u"main"_s, 0)}, 24 * 60 * minute, 0, noHistory)); }

    void stepThatIsUsuallyQuietForLongGetsThatTimeToo()
    {
        const QList<DerivationState> steps{step(u"main"_s, 0)};
        QVERIFY(!findStall(steps, 12 * minute, 3, usually(10 * 60)));
        const auto stall = findStall(steps, 13 * minute, 3, usually(10 * 60));
        QVERIFY(stall);
        QCOMPARE(stall->usualSeconds, 600);
    }

    void historyIsAskedOnlyAboutQuietSteps()
    {
        QStringList asked;
        const auto usual = [&asked](const DerivationState &state) {
            asked += state.name;
            return std::optional<double>();
        };
        findStall({step(u"talks"_s, 9 * minute), step(u"quiet"_s, 0)}, 10 * minute, 3, usual);
        QCOMPARE(asked, QStringList{u"quiet"_s});
    }

    void talkOfOneStepDoesNotHideTheSilenceOfAnother()
    {
        const auto stall =
            findStall({step(u"talks"_s, 10 * minute), step(u"stuck"_s, 2 * minute)}, 10 * minute, 3, noHistory);
        QVERIFY(stall);
        QCOMPARE(stall->name, u"stuck"_s);
    }

    void longestSilenceIsTold()
    {
        const auto stall = findStall({step(u"a"_s, 5 * minute), step(u"b"_s, 2 * minute), step(u"c"_s, 4 * minute)},
                                     20 * minute, 3, noHistory);
        QCOMPARE(stall->name, u"b"_s);
    }

    void onlyRunningStepsCanStall()
    {
        QList<DerivationState> steps;
        for (const Phase phase : {Phase::Planned, Phase::Waiting, Phase::Done, Phase::Stopped})
            steps += step(u"x"_s, 0, phase);
        QVERIFY(!findStall(steps, 60 * minute, 3, noHistory));
    }

    void progressOfADownloadIsASignOfLife()
    {
        BuildMonitor monitor;
        monitor.apply({.action = NixEvent::Action::Start,
                       .id = 1,
                       .type = NixEvent::CopyPath,
                       .fields = {u"/nix/store/05r01kd53kw1vz1yvl0bq3q0b9f6g5ps-gcc"_s, u"https://c"_s, u"daemon"_s}},
                      0);
        const auto arrived = [&monitor](qint64 bytes, qint64 msec) {
            monitor.apply({.action = NixEvent::Action::Result,
                           .id = 1,
                           .type = NixEvent::Progress,
                           .fields = {bytes, 1000, 0, 0}},
                          msec);
        };
        arrived(10, minute);
        QVERIFY(!findStall(monitor.derivations(), 3 * minute, 3, noHistory));
        QVERIFY(findStall(monitor.derivations(), 4 * minute, 3, noHistory));
        arrived(20, 4 * minute);
        QVERIFY(!findStall(monitor.derivations(), 5 * minute, 3, noHistory));
        arrived(20, 6 * minute); // said again, but nothing more came
        QVERIFY(findStall(monitor.derivations(), 8 * minute, 3, noHistory));
    }

    void lineOfALogIsASignOfLife()
    {
        BuildMonitor monitor;
        monitor.apply(started(1, u"minne-1.0.5"_s), 0);
        QVERIFY(findStall(monitor.derivations(), 5 * minute, 3, noHistory));
        monitor.apply({.action = NixEvent::Action::Result, .id = 1, .type = NixEvent::LogLine, .text = u"hello"_s},
                      4 * minute);
        QVERIFY(!findStall(monitor.derivations(), 5 * minute, 3, noHistory));
        QCOMPARE(findStall(monitor.derivations(), 7 * minute, 3, noHistory)->name, u"minne-1.0.5"_s);
    }

    void wordsCompareWithEarlierBuilds()
    {
        const Stall stall{.name = u"main"_s, .sinceMsec = minute, .usualSeconds = 161};
        QCOMPARE(stallTitle(stall, minute + 190 * second), u"No output for 3 m 10 s. It may be linking, or stuck."_s);
        QCOMPARE(stallText(stall), u"main was quiet for up to 2 m 41 s in earlier builds."_s);
        QVERIFY(!stallText({.name = u"main"_s}).contains(u'%'));
    }

    void processesBelowOursAndThoseOfBuildUsersAreListed()
    {
        const QString table =
            builderProcessTable(u"      1       0 root     08:00:00 00:00:01  0.0   1024 /sbin/init\n"
                                "    100       1 mo          10:00 00:00:01  0.1  20480 unmoor\n"
                                "    200     100 mo          05:00 00:00:02  1.0  30720 nix build .#x\n"
                                "    300       1 root        05:00 00:00:02  1.0  30720 nix-daemon\n"
                                "    310     300 nixbld1     04:58 00:04:40 99.0 921600 bash -e build\n"
                                "    311     310 nixbld1     04:50 00:04:39 98.0 921600 ld -o main\n"
                                "    400       1 eve         01:00 00:00:09  9.0  10240 game\n"_s,
                                100);
        const QStringList lines = table.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[1].endsWith(u"  nix build .#x"_s));
        QVERIFY(lines[2].endsWith(u"900.0 MiB  bash -e build"_s));
        QVERIFY(lines[3].endsWith(u"    ld -o main"_s));
        QCOMPARE(builderProcessTable({}, 100), u"Nothing builds there now."_s);
    }
};

QTEST_GUILESS_MAIN(StallWatchTest)
#include "tst_stallwatch.moc"
