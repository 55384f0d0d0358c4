// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/nix/sampleproject.h"
#include "tests/app/release/ownsession.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Outcome = RebuildResult::Outcome;

namespace {

constexpr int patience = 120'000;
const QString triple = u"x86_64-unknown-linux-gnu"_s;

template <typename T>
Result<T> finish(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        qFatal("a task never finished");
    return future.result();
}

/// Archives of \a sample hold the moment of their build.
void makeUnreproducible(const SampleProject &sample)
{
    sample.replace(u"nix/release.nix"_s, "          chmod -R u+w $root\n          find root -exec touch -h",
                   "          chmod -R u+w $root\n          date +%s%N > $root/README.md\n"
                   "          find root -exec touch -h");
    sample.commit();
}

/// Whether the log of a second build in \a state has \a word.
bool hasLogWith(const QString &state, const QByteArray &word)
{
    QDirIterator logs(state, {u"*-again-*.log"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (logs.hasNext()) {
        QFile log(logs.next());
        if (log.open(QIODevice::ReadOnly) && log.readAll().contains(word))
            return true;
    }
    return false;
}

} // namespace

class SessionRebuildTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnSession> built(const SampleProject &sample, const QString &state)
    {
        auto session = std::make_unique<OwnSession>(state, SessionOptions(),
                                                    InspectionProcess{.program = QStringLiteral(UNMOOR_PROGRAM)});
        if (!finish(session->open(sample.path())) || !finish(session->planner().forecast(session->snapshot()))
            || !finish(session->build({triple})))
            qFatal("the sample does not build");
        return session;
    }

    QByteArray run(const SampleProject &sample, const QString &state, const QStringList &arguments, int &code)
    {
        QProcess process;
        process.start(
            QStringLiteral(UNMOOR_PROGRAM),
            QStringList{u"build"_s, u"--rebuild-check"_s, u"--project"_s, sample.path(), u"--state-dir"_s, state}
                + arguments);
        if (!process.waitForFinished(patience))
            qFatal("the program never finished");
        code = process.exitCode();
        return process.readAllStandardOutput() + process.readAllStandardError();
    }

private Q_SLOTS:
    void archiveThatComesOutTheSameIsIdentical()
    {
        const SampleProject sample;
        const QTemporaryDir state;
        const auto session = built(sample, state.path());
        auto checking = session->rebuilds().check(triple, session->snapshot());
        QVERIFY(session->row(triple).isRebuilding);
        QCOMPARE(finish(session->rebuilds().check(triple, session->snapshot())).error().kind, Error::Kind::Conflict);
        const auto report = finish(checking);
        QVERIFY(report);
        QCOMPARE(report->outcome, Outcome::Identical);
        QCOMPARE(report->message, u"Built again: identical."_s);
        QVERIFY(QFile::exists(report->logFile));
        QVERIFY(!session->row(triple).isRebuilding);
        QVERIFY(session->row(triple).rebuild);
        QVERIFY(!session->isBusy());

        int code = -1;
        QVERIFY(run(sample, state.path(), {}, code).contains("Built again: identical."));
        QCOMPARE(code, 0);
    }

    void archiveThatDiffersIsComparedFileByFile()
    {
        const SampleProject sample;
        makeUnreproducible(sample);
        const QTemporaryDir state;
        const auto session = built(sample, state.path());
        const auto report = finish(session->rebuilds().check(triple, session->snapshot()));
        QVERIFY(report);
        QCOMPARE(report->outcome, Outcome::Differs);
        QVERIFY(report->other);
        QCOMPARE(report->filesDiffering, 1);
        QVERIFY(report->files > 1);
        QCOMPARE(report->message, u"Built again: 1 of %1 files differ."_s.arg(report->files));
        QVERIFY(session->row(triple).hasArchive()); // the first result stays

        int code = -1;
        const QByteArray said = run(sample, state.path(), {u"--target"_s, triple, u"--json"_s}, code);
        QCOMPARE(code, 1);
        const QJsonObject check = QJsonDocument::fromJson(said)["rebuild"_L1].toArray().first().toObject();
        QVERIFY2(check["result"_L1].toString() == "differs"_L1, said.constData());
        QCOMPARE(check["files_differing"_L1].toInt(), 1);
        QVERIFY(said.contains("README.md"));
    }

    void whatWasNotBuiltHereCannotBeBuiltAgain()
    {
        const SampleProject sample;
        const QTemporaryDir state;
        OwnSession session(state.path());
        QVERIFY(finish(session.open(sample.path())));
        const auto report = finish(session.rebuilds().check(triple, session.snapshot()));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::InvalidInput);
        QVERIFY(!session.isBusy());

        int code = -1;
        QVERIFY(run(sample, state.path(), {}, code).contains("Run unmoor build first."));
        QCOMPARE(code, 1);
    }

    void stopEndsTheRebuildAsCanceled()
    {
        const SampleProject sample;
        sample.replace(u"nix/release.nix"_s, "          archive=main-${triple}\n",
                       "          if test -e /tmp/unmoor-slow-" + sample.version().toLatin1()
                           + "; then sleep 600; fi\n          archive=main-${triple}\n");
        sample.commit();
        const QTemporaryDir state;
        const auto session = built(sample, state.path());
        QFile slow(u"/tmp/unmoor-slow-"_s + sample.version());
        QVERIFY(slow.open(QIODevice::WriteOnly));
        const auto checking = session->rebuilds().check(triple, session->snapshot());
        QTRY_VERIFY_WITH_TIMEOUT(hasLogWith(state.path(), "installPhase"), patience);
        session->cancel();
        const auto report = finish(checking);
        slow.remove();
        QVERIFY(report);
        QCOMPARE(report->outcome, Outcome::Canceled);
    }
};

QTEST_MAIN(SessionRebuildTest)
#include "tst_sessionrebuild.moc"
