// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/nixbuild.h"
#include "app/buildlog/logfollower.h"
#include "app/buildlog/logsearch.h"
#include "app/buildlog/logtail.h"
#include "tests/app/nix/sampleproject.h"

#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Outcome = NixBuildResult::Outcome;

namespace {

constexpr int patience = 90'000;

const QString linux = u"x86_64-linux"_s;

/// Finishes \a future while the event loop runs.
NixBuildResult resultOf(const QFuture<Result<NixBuildResult>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        qFatal("the build never finished");
    if (!future.result())
        qFatal("%s", qPrintable(future.result().error().message));
    return *future.result();
}

NixBuildRequest requestFor(const SampleProject &sample, const QString &output)
{
    return {.flake = flakeInFolder(sample.path()),
            .system = linux,
            .output = output,
            .outLink = sample.beside(u"result"_s),
            .logFile = sample.beside(u"build.log"_s)};
}

NixBuildRequest demoRequest(const SampleProject &sample, const QString &name)
{
    NixBuildRequest request = requestFor(sample, name);
    request.attribute = u"legacyPackages.x86_64-linux.demo."_s + name;
    return request;
}

NixBuildResult build(const NixBuildRequest &request)
{
    NixBuild run(request);
    return resultOf(run.start({}));
}

/// Processes whose command line has \a word.
int processesWith(const QByteArray &word)
{
    int count = 0;
    for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile commandLine(u"/proc/%1/cmdline"_s.arg(pid));
        if (commandLine.open(QIODevice::ReadOnly) && commandLine.readAll().contains(word))
            ++count;
    }
    return count;
}

} // namespace

class NixBuildTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildsThenFindsEverythingThere()
    {
        const SampleProject sample;
        const NixBuildRequest request = requestFor(sample, u"minne-release"_s);
        NixBuild first(request);
        QSignalSpy progressed(&first, &NixBuild::progressed);
        const NixBuildResult built = resultOf(first.start({}));
        QCOMPARE(built.outcome, Outcome::Built);
        QVERIFY(!built.failure);
        QVERIFY(built.drvPath.endsWith(u"-main-%1.drv"_s.arg(sample.version())));
        QVERIFY(built.storePath.endsWith(u"-main-"_s + sample.version()));
        QVERIFY(built.seconds > 0);
        QVERIFY(QFile::exists(built.storePath + u"/main-x86_64-unknown-linux-gnu.tar.xz"_s));
        QCOMPARE(QFile::symLinkTarget(request.outLink), built.storePath);
        QVERIFY(progressed.count() > 0);
        QCOMPARE(first.monitor().progress(), 1.0);
        QVERIFY(first.monitor().buildsDone() >= 2);

        const NixBuildResult again = build(request);
        QCOMPARE(again.outcome, Outcome::Cached);
        QCOMPARE(again.storePath, built.storePath);
    }

    void keptLogReplaysTheRun()
    {
        const SampleProject sample;
        const NixBuildRequest request = requestFor(sample, u"minne"_s);
        NixBuild run(request);
        QCOMPARE(resultOf(run.start({})).outcome, Outcome::Built);
        LogFollower kept(request.logFile, LogStore::defaultIndexBytes, {.hasSucceeded = true});
        QVERIFY(kept.open());
        const auto read = kept.finish();
        QTRY_VERIFY(read.isFinished());
        const qsizetype count = run.monitor().lineCount();
        QCOMPARE(kept.monitor().lineCount(), count);
        QCOMPARE(kept.monitor().log()->lines(0, count), run.monitor().log()->lines(0, count));
        QVERIFY(kept.monitor().log()->line(count - 1).msec >= 0);
        QCOMPARE(kept.monitor().buildsDone(), run.monitor().buildsDone());
        QCOMPARE(kept.monitor().progress(), 1.0);
    }

    void withoutALinkThereIsNone()
    {
        const SampleProject sample;
        NixBuildRequest request = requestFor(sample, u"minne"_s);
        request.outLink.clear();
        QCOMPARE(build(request).outcome, Outcome::Built);
        QVERIFY(!QFile::exists(sample.filePath(u"result"_s)));
    }

    void hashMismatchTellsBothHashes()
    {
        const SampleProject sample;
        const QByteArray right = "sha256-tcoNLtrg1nwpXcMwjB0bNkpVFrIv56wmM8T7tW7fUNs=";
        const QByteArray wrong = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        sample.replace(u"nix/versions.nix"_s, right, wrong);
        sample.commit();
        const NixBuildResult result = build(requestFor(sample, u"minne-release"_s));
        QCOMPARE(result.outcome, Outcome::Failed);
        QCOMPARE(result.storePath, QString());
        QCOMPARE(result.failure->kind, BuildFailure::Kind::HashMismatch);
        QCOMPARE(result.failure->specified, QString::fromLatin1(wrong));
        QCOMPARE(result.failure->got, QString::fromLatin1(right));
        QCOMPARE(result.failure->derivation, u"libmozjs.tar.gz"_s);
    }

    void failingStepComesWithItsLog()
    {
        const SampleProject sample;
        const NixBuildResult result = build(demoRequest(sample, u"failing-dep"_s));
        QCOMPARE(result.outcome, Outcome::Failed);
        QCOMPARE(result.failure->kind, BuildFailure::Kind::BuilderFailed);
        QCOMPARE(result.failure->derivation, u"demo-fails"_s);
        QVERIFY(result.failure->message.contains(u"exit code 101"_s));
        QVERIFY(result.failure->detail.contains(u"undefined symbol: OrtGetApiBase"_s));
        QVERIFY(!QFile::exists(sample.beside(u"result"_s)));
    }

    void evaluationErrorHasItsPosition()
    {
        const SampleProject sample;
        const NixBuildResult result = build(demoRequest(sample, u"eval-error"_s));
        QCOMPARE(result.failure->kind, BuildFailure::Kind::EvaluationError);
        QVERIFY(result.failure->message.contains(u"must match ortVersion"_s));
        QVERIFY(result.failure->file.endsWith(u"nix/release.nix"_s));
        QVERIFY(result.failure->line > 0);
    }

    void missingOutputIsNamed()
    {
        const SampleProject sample;
        const NixBuildResult result = build(requestFor(sample, u"minne-relase"_s));
        QCOMPARE(result.failure->kind, BuildFailure::Kind::MissingAttribute);
        QVERIFY(result.failure->hint.contains(u"minne-release"_s));
    }

    void otherSystemHasNoBuilderHere()
    {
        const SampleProject sample;
        NixBuildRequest request = requestFor(sample, u"minne-release"_s);
        request.system = u"aarch64-darwin"_s;
        const NixBuildResult result = build(request);
        QCOMPARE(result.outcome, Outcome::Failed);
        QCOMPARE(result.failure->kind, BuildFailure::Kind::NoBuilder);
        QVERIFY(result.failure->message.contains(u"aarch64-darwin"_s));
    }

    void untrackedFileIsNotInGit()
    {
        const SampleProject sample;
        sample.replace(u"nix/versions.nix"_s, "minneVersion =", "extra = import ./extra.nix; minneVersion =");
        sample.replace(u"nix/release.nix"_s, "inherit (versions) minneVersion",
                       "inherit (versions) extra minneVersion");
        sample.replace(u"nix/release.nix"_s, "\"minne-deps\"", "\"minne-deps${extra}\"");
        sample.commit();
        sample.write(u"nix/extra.nix"_s, "\"\"");
        const NixBuildResult result = build(requestFor(sample, u"minne-release"_s));
        QCOMPARE(result.failure->kind, BuildFailure::Kind::FileNotInGit);
        QVERIFY2(result.failure->hint.contains(u"git add nix/extra.nix"_s), qPrintable(result.failure->hint));
    }

    void cancelEndsTheBuilderToo()
    {
        const SampleProject sample;
        // A line of the builder's script, hence in its command line, that no other run has.
        const QByteArray nonce = sample.version().toLatin1();
        sample.replace(u"nix/release.nix"_s, "echo \"slow $i\"", "echo \"slow " + nonce + " $i\"");
        sample.commit();
        NixBuild run(demoRequest(sample, u"slow"_s));
        std::stop_source stop;
        const auto future = run.start(stop.get_token());
        QTRY_VERIFY_WITH_TIMEOUT(run.monitor().lineCount() > 3, patience);
        QCOMPARE(run.monitor().currentName(), u"demo-slow"_s);
        QVERIFY(processesWith(nonce) > 0);

        stop.request_stop();

        const NixBuildResult result = resultOf(future);
        QCOMPARE(result.outcome, Outcome::Canceled);
        QVERIFY(!result.failure);
        QTRY_COMPARE(processesWith(nonce), 0);
        QCOMPARE(run.monitor().buildsRunning(), 0);
        QVERIFY(QFile::exists(sample.beside(u"build.log"_s)));
    }

    void destructionCancelsAndFinishes()
    {
        const SampleProject sample;
        const QByteArray nonce = sample.version().toLatin1();
        sample.replace(u"nix/release.nix"_s, "echo \"slow $i\"", "echo \"slow " + nonce + " $i\"");
        sample.commit();
        auto run = std::make_unique<NixBuild>(demoRequest(sample, u"slow"_s));
        const auto future = run->start({});
        QTRY_VERIFY_WITH_TIMEOUT(processesWith(nonce) > 0, patience);
        run.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result()->outcome, Outcome::Canceled);
        QTRY_COMPARE(processesWith(nonce), 0);
    }

    void stopBeforeTheStartIsCanceled()
    {
        const SampleProject sample;
        std::stop_source stop;
        stop.request_stop();
        NixBuild run(requestFor(sample, u"minne"_s));
        QCOMPARE(resultOf(run.start(stop.get_token())).outcome, Outcome::Canceled);
    }

    void missingLogFolderIsAnError()
    {
        const SampleProject sample;
        NixBuildRequest request = requestFor(sample, u"minne"_s);
        request.logFile = sample.beside(u"nowhere/build.log"_s);
        NixBuild run(request);
        const auto future = run.start({});
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().kind, Error::Kind::Io);
        QVERIFY(future.result().error().message.contains(request.logFile));
    }

    void missingNixIsAnError()
    {
        const SampleProject sample;
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        NixBuild run(requestFor(sample, u"minne"_s));
        const auto future = run.start({});
        QTRY_VERIFY(future.isFinished());
        qputenv("PATH", path);
        QCOMPARE(future.result().error().kind, Error::Kind::NotFound);
    }

    void everyLineOfALongLogArrives()
    {
        const SampleProject sample;
        sample.replace(u"nix/release.nix"_s, "i<=1000000", "i<=50000");
        sample.replace(u"nix/release.nix"_s, "noisy workspace", "noisy " + sample.version().toLatin1());
        sample.commit();
        NixBuild run(demoRequest(sample, u"noisy"_s));
        QCOMPARE(resultOf(run.start({})).outcome, Outcome::Built);
        const auto &log = run.monitor().log();
        QCOMPARE(log->lineCount(), run.monitor().lineCount());
        const auto numbered = LogMatcher::forPattern(u"^line [0-9]{7}:"_s);
        QCOMPARE(linesThatMatch(*log, 0, log->lineCount(), {}, *numbered, {}).size(), 50'000);
        const QList<LogLine> last = log->lastLines({.derivation = log->entry(log->lineCount() - 1).derivation}, 2);
        QVERIFY(last.first().text.startsWith(u"line 0049999:"_s));
        QVERIFY(last.last().text.startsWith(u"line 0050000:"_s));
        QVERIFY(last.last().msec > 0);
    }

    void followerCanGoAtAnyTime()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(QByteArray("line\n").repeated(500'000));
        file.flush();
        for (int i = 0; i < 20; ++i) {
            LogFollower follower(file.fileName(), LogStore::defaultIndexBytes, {});
            QVERIFY(follower.open());
            const auto read = follower.finish();
            if (i % 2 == 0)
                QTRY_VERIFY(follower.monitor().lineCount() > 0);
        }
    }

    void severalLogsAreFollowedAtOnce()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(QByteArray("line\n").repeated(100'000));
        file.flush();
        std::vector<std::unique_ptr<LogFollower>> followers;
        for (int i = 0; i < 4; ++i) {
            followers.push_back(std::make_unique<LogFollower>(file.fileName(), 1, LogFollowing{}));
            QVERIFY(followers.back()->open());
            followers.back()->finish();
        }
        for (const auto &follower : followers) {
            QTRY_VERIFY_WITH_TIMEOUT(follower->isFinished(), patience);
            QCOMPARE(follower->monitor().lineCount(), 100'000);
        }
    }

    void tailHandsOverWholeLinesOnly()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        LogTail tail;
        QVERIFY(tail.open(file.fileName()));
        QByteArrayList lines;
        QList<qint64> offsets;
        const auto sink = [&](QByteArrayView line, qint64 offset) {
            lines += line.toByteArray();
            offsets += offset;
        };
        const auto append = [&](const QByteArray &bytes) {
            file.write(bytes);
            file.flush();
        };

        append("one\ntw");
        QVERIFY(!tail.read(sink, QDeadlineTimer::Forever));
        QCOMPARE(lines, QByteArrayList{"one"});
        append("o\n\n" + QByteArray(600'000, 'x') + "\nrest");
        QVERIFY(!tail.read(sink, QDeadlineTimer::Forever));
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[1], "two");
        QCOMPARE(lines[2], "");
        QCOMPARE(lines[3].size(), 600'000);
        tail.finish(sink);
        QCOMPARE(lines.last(), "rest");
        QCOMPARE(offsets, (QList<qint64>{0, 4, 8, 9, 600'010}));
    }

    void tailStopsAtItsDeadline()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(QByteArray("line\n").repeated(10'000));
        file.flush();
        LogTail tail;
        QVERIFY(tail.open(file.fileName()));
        int lines = 0;
        const auto sink = [&](QByteArrayView, qint64) { ++lines; };
        QVERIFY(tail.read(sink, QDeadlineTimer(0)));
        QVERIFY(lines > 0 && lines < 10'000);
        QVERIFY(!tail.read(sink, QDeadlineTimer::Forever));
        QCOMPARE(lines, 10'000);
    }
};

QTEST_GUILESS_MAIN(NixBuildTest)
#include "tst_nixbuild.moc"
