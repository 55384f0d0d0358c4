// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/nix/sampleproject.h"
#include "tests/app/release/ownsession.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr int patience = 120'000;
const QString triple = u"x86_64-unknown-linux-gnu"_s;

/// A session on a copy of the sample whose state folder it shares with others.
class SampleSession : public OwnSession
{
public:
    SampleSession(const SampleProject &sample, const QString &state)
        : OwnSession(state, {}, {.program = QStringLiteral(UNMOOR_PROGRAM)})
    {
        finish(open(sample.path()));
        finish(planner().forecast(snapshot()));
    }

    template <typename T>
    static Result<T> finish(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
            qFatal("a task never finished");
        return future.result();
    }

    const TargetState &linux() const { return row(triple); }
};

/// The next version of \a sample, of which nothing is built.
void bump(const SampleProject &sample)
{
    sample.replace(u"nix/versions.nix"_s, "1.0.5-test", "1.0.6-test");
    sample.commit();
}

} // namespace

class SessionEstimateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondBuildIsEstimatedFromTheFirst()
    {
        const SampleProject sample;
        const QTemporaryDir state;
        double took = 0;
        {
            SampleSession session(sample, state.path());
            const TargetState &target = session.linux();
            QVERIFY(target.outlook);
            QVERIFY(target.outlook->steps.size() >= 2);
            QVERIFY(!target.estimateSeconds);
            QVERIFY(SampleSession::finish(session.build({triple})));
            QVERIFY(target.hasArchive());
            QVERIFY(!target.record.forecast.isEmpty());
            took = target.record.seconds;
            QVERIFY(session.engine().ledger()->usualSilence(durationKey(u"main-"_s + sample.version()), {}).value());
        }
        bump(sample);
        SampleSession session(sample, state.path());
        const TargetState &target = session.linux();
        QCOMPARE(target.forecast.state, BuildForecast::State::Warm);
        QVERIFY(target.estimateSeconds);
        QVERIFY2(*target.estimateSeconds > 0 && *target.estimateSeconds <= took,
                 qPrintable(u"%1 of %2"_s.arg(*target.estimateSeconds).arg(took)));

        // The archive's step waits for the program's.
        const QString main = target.outlook->steps.keys().filter(u"-main-"_s).value(0);
        QCOMPARE(target.outlook->steps.value(main).needs.size(), 1);

        QSignalSpy changes(&session.targets(), &Targets::ticked);
        bool hadRemaining = false;
        connect(&session.targets(), &Targets::ticked, this, [&] {
            hadRemaining =
                hadRemaining || (target.build == TargetState::Build::Running && target.remainingSeconds.has_value());
        });
        QVERIFY(SampleSession::finish(session.build({triple})));
        QVERIFY(hadRemaining);
        QVERIFY(!target.remainingSeconds);
        QCOMPARE(target.record.forecast, u"warm"_s);
        QCOMPARE(session.engine().ledger()->builds(session.project().checkout.root)->first().forecast, u"warm"_s);
    }

    void stepsThatSucceededCountWhereTheRunFailed()
    {
        const SampleProject sample;
        const QTemporaryDir state;
        // The archive's step fails, after the program's was built.
        sample.replace(u"nix/release.nix"_s, "archive=main-${triple}\n", "sleep 0.2; exit 3\n");
        sample.commit();
        SampleSession session(sample, state.path());
        QVERIFY(SampleSession::finish(session.build({triple})));
        QCOMPARE(session.linux().build, TargetState::Build::Failed);
        QTRY_VERIFY_WITH_TIMEOUT(hasDuration(session, u"minne-"_s + sample.version()), patience);
        QVERIFY(!hasDuration(session, u"main-"_s + sample.version()));
    }

private:
    static bool hasDuration(const Session &session, const QString &name)
    {
        return session.engine().ledger()->usualSeconds(durationKey(name), {}).value().has_value();
    }
};

QTEST_MAIN(SessionEstimateTest)
#include "tst_sessionestimate.moc"
