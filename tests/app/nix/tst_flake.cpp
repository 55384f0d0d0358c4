// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/remotebuild.h"
#include "app/nix/flake.h"
#include "app/nix/nixanswers.h"
#include "tests/app/buildlog/recordedstream.h"
#include "tests/app/nix/sampleproject.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr std::chrono::seconds patience{60};

/// What \a future comes to, while the event loop runs.
template <typename T>
Result<T> outcome(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, int(std::chrono::milliseconds(patience).count())))
        return failure(Error::Kind::Failed, u"never finished"_s);
    return future.result();
}

/// Why \a result is an error; empty where it is none.
template <typename T>
QByteArray why(const Result<T> &result)
{
    return result ? QByteArray() : result.error().message.toUtf8();
}

const FlakeOutput *find(const QList<FlakeOutput> &outputs, const QString &system, const QString &output)
{
    const auto found = std::ranges::find_if(
        outputs, [&](const FlakeOutput &one) { return one.system == system && one.output == output; });
    return found == outputs.cend() ? nullptr : &*found;
}

const QString linux = u"x86_64-linux"_s;
const QString darwin = u"aarch64-darwin"_s;

} // namespace

class FlakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPathInfoOfEveryNix_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("valid");
        const QString path = u"/nix/store/ql1xc1q0ars0gi5m6cjqbkc8xn95sf76-main-1.0.5"_s;
        QTest::newRow("2.26") << recordedAnswer(u"path-info-2.26.json"_s) << QStringList{path};
        QTest::newRow("2.26 absent") << recordedAnswer(u"path-info-2.26-absent.json"_s) << QStringList();
        QTest::newRow("2.8") << QByteArray(
            R"([{"path":"/nix/store/a","valid":true},{"path":"/nix/store/b","valid":false}])")
                             << QStringList{u"/nix/store/a"_s};
        QTest::newRow("2.33") << QByteArray(
            R"({"version":2,"storeDir":"/nix/store","info":{"x-a":{"narSize":1},"x-b":null}})")
                              << QStringList{u"/nix/store/x-a"_s};
    }
    void readsPathInfoOfEveryNix()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, valid);
        QCOMPARE(parsePathInfo(json).value(), valid);
    }

    void strangeAnswerIsCorrupt()
    {
        QCOMPARE(parsePathInfo("no json").error().kind, Error::Kind::Corrupt);
        QCOMPARE(parseOutputs("[]").error().kind, Error::Kind::Corrupt);
        QCOMPARE(parseBuildResult("[]").error().kind, Error::Kind::Corrupt);
        QCOMPARE(parseBuildableSystems("{}").error().kind, Error::Kind::Corrupt);
    }

    void readsRecordedAnswers()
    {
        QCOMPARE(parseBuildResult(recordedAnswer(u"build-json.json"_s))->outPath,
                 u"/nix/store/ql1xc1q0ars0gi5m6cjqbkc8xn95sf76-main-1.0.5"_s);
        QCOMPARE(parseBuildableSystems(recordedAnswer(u"config-show-selected.json"_s))->first(2),
                 QStringList({linux, u"i686-linux"_s}));
        QCOMPARE(parseNixVersion("nix (Nix) 2.26.3\n"), u"2.26.3"_s);
        QCOMPARE(parseNixVersion("nix (Determinate Nix 3.8.5) 2.30.2"), u"2.30.2"_s);
    }

    void readsPlans_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("builds");
        QTest::addColumn<int>("fetches");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("nothing") << QString() << u"no-op"_s << 0 << 0 << qint64(0);
        QTest::newRow("recorded") << QString::fromUtf8(recordedAnswer(u"dry-run.txt"_s)) << u"cold"_s << 5 << 0
                                  << qint64(0);
        QTest::newRow("warm")
            << u"this derivation will be built:\n  /nix/store/5nz3q6ym2npw7lfdx9wyb6ffbg7xagk9-minne-1.drv\n"_s
            << u"warm"_s << 1 << 0 << qint64(0);
        QTest::newRow("crane's layer")
            << u"this derivation will be built:\n  /nix/store/5nz3q6ym2npw7lfdx9wyb6ffbg7xagk9-minne-deps-1.0.5.drv\n"_s
            << u"cold"_s << 1 << 0 << qint64(0);
        QTest::newRow("cached")
            << u"these 2 paths will be fetched (1.50 MiB download, 3 MiB unpacked):\n  /nix/store/a\n  /nix/store/b"_s
            << u"cached"_s << 0 << 2 << qint64(1'572'864);
        QTest::newRow("2.33 units")
            << u"this path will be fetched (12.5 KiB download, 1.0 GiB unpacked):\n  /nix/store/a"_s << u"cached"_s << 0
            << 1 << qint64(12'800);
        QTest::newRow("no numbers") << u"this path will be fetched:\n  /nix/store/a"_s << u"cached"_s << 0 << 1
                                    << qint64(0);
        QTest::newRow("warning before")
            << u"warning: Git tree '/x' is dirty\nthis path will be fetched:\n  /nix/store/a"_s << u"cached"_s << 0 << 1
            << qint64(0);
    }
    void readsPlans()
    {
        QFETCH(QString, text);
        const BuildForecast plan = parseDryRun(text);
        QTEST(forecastName(plan.state), "state");
        QTEST(int(plan.willBuild.size()), "builds");
        QTEST(int(plan.willFetch.size()), "fetches");
        QTEST(plan.fetchBytes, "bytes");
    }

    void neverNamesASystem()
    {
        const Command command = nixCommand({u"build"_s, u"/x#y"_s}, u"/x"_s);
        QVERIFY(!command.arguments.contains(u"--system"_s));
        QVERIFY(command.arguments.contains(u"--no-update-lock-file"_s));
        QVERIFY(command.environment[u"NIX_SSHOPTS"_s].contains(u"BatchMode=yes"_s));
        QVERIFY(command.environment.contains(u"GIT_DIR"_s) && command.environment[u"GIT_DIR"_s].isNull());
        QVERIFY(!nixCommand({u"path-info"_s}, u"/x"_s).arguments.contains(u"--no-update-lock-file"_s));
    }

    void buildBesideAnotherLeavesTheCacheOfEvaluationsAlone()
    {
        NixBuildRequest request{.flake = flakeInFolder(u"/x"_s), .system = u"x86_64-linux"_s, .output = u"y"_s};
        QVERIFY(!buildCommand(request, {}).arguments.contains(u"eval-cache"_s));
        request.useEvalCache = false;
        const QStringList arguments = buildCommand(request, {}).arguments;
        QCOMPARE(arguments.mid(arguments.indexOf(u"eval-cache"_s) - 1, 3),
                 (QStringList{u"--option"_s, u"eval-cache"_s, u"false"_s}));
    }

    void infoTellsVersionAndSystems()
    {
        const auto info = outcome(Flake(QDir::tempPath()).info());
        QVERIFY2(info.has_value(), why(info).constData());
        QVERIFY(info->version.startsWith(u"2."_s));
        QVERIFY(!info->systems.isEmpty() && info->systems.first().contains(u'-'));
    }

    void outputsOfEverySystemInOneQuestion()
    {
        const SampleProject sample;
        const auto outputs = outcome(Flake(sample.path()).outputs());
        QVERIFY2(outputs.has_value(), why(outputs).constData());
        QCOMPARE(outputs->size(), 11);
        const FlakeOutput *release = find(*outputs, linux, u"minne-release"_s);
        QVERIFY(release);
        QCOMPARE(release->name, u"main-"_s + sample.version());
        QVERIFY(release->drvPath.endsWith(release->name + u".drv"_s));
        QVERIFY(release->outPath.endsWith(release->name));
        QVERIFY(find(*outputs, darwin, u"minne-release"_s));
    }

    void outputThatCannotBeEvaluatedIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("broken");
        QTest::newRow("throws") << QByteArray("throw \"not for this system\"");
        QTest::newRow("beyond tryEval") << QByteArray("(builtins.abort \"no\")");
        QTest::newRow("is no derivation") << QByteArray("{ }");
    }
    void outputThatCannotBeEvaluatedIsLeftOut()
    {
        QFETCH(QByteArray, broken);
        const SampleProject sample;
        sample.replace(u"nix/release.nix"_s, "minne = minne-pkg;", "minne = minne-pkg; broken = " + broken + ";");
        sample.commit();
        const auto outputs = outcome(Flake(sample.path()).outputs());
        QVERIFY2(outputs.has_value(), why(outputs).constData());
        QCOMPARE(outputs->size(), 11);
        QVERIFY(!find(*outputs, linux, u"broken"_s));
    }

    /// Nothing is built in order to answer. What needs that is there, and says why no more is known.
    void whatEvaluatingWouldBuildIsNotBuilt()
    {
        const SampleProject sample;
        const QString early = u"early-"_s + QFileInfo(sample.path()).fileName();
        sample.write(
            u"flake.nix"_s,
            u"{ outputs = _: let early = derivation { name = \"%1\"; system = \"x86_64-linux\"; builder = "
            "\"/bin/sh\"; args = [ \"-c\" \"echo -n y > $out\" ]; }; step = name: derivation { inherit name; "
            "system = \"x86_64-linux\"; builder = \"/bin/sh\"; }; in { lib.version = builtins.readFile early; "
            "packages.x86_64-linux = { late = step \"x-${builtins.readFile early}\"; plain = step \"plain\"; }; "
            "}; }\n"_s.arg(early)
                .toUtf8());
        sample.commit();
        const Flake flake(sample.path());
        const auto version = outcome(flake.evalText(u"lib.version"_s));
        QVERIFY(!version);
        QVERIFY2(version.error().message.contains(u"import from derivation"_s), why(version).constData());
        const auto outputs = outcome(flake.outputs());
        QVERIFY2(outputs.has_value(), why(outputs).constData());
        QVERIFY(find(*outputs, linux, u"plain"_s) && !find(*outputs, linux, u"plain"_s)->outPath.isEmpty());
        QVERIFY(find(*outputs, linux, u"late"_s) && find(*outputs, linux, u"late"_s)->outPath.isEmpty());
        const auto late = flake.whyNotEvaluated(linux, u"late"_s);
        QTRY_VERIFY_WITH_TIMEOUT(late.isFinished(), 60'000);
        QCOMPARE(late.result().state, BuildForecast::State::Unknown);
        QVERIFY(late.result().message.contains(early));
    }

    void brokenFlakeIsAnErrorWithItsPosition()
    {
        const SampleProject sample;
        sample.write(u"flake.nix"_s, "{ outputs = _: { a = 1 } }");
        sample.commit();
        const auto outputs = outcome(Flake(sample.path()).outputs());
        QVERIFY(!outputs.has_value());
        QVERIFY2(outputs.error().message.contains(u"syntax error"_s), why(outputs).constData());
        QVERIFY2(outputs.error().message.contains(u"flake.nix:1"_s), why(outputs).constData());
    }

    void evaluatesText()
    {
        const SampleProject sample;
        const Flake flake(sample.path());
        QCOMPARE(outcome(flake.evalText(u"lib.minneVersion"_s)).value(), sample.version());
        QVERIFY(outcome(flake.evalText(u"lib"_s)).value().startsWith(u'{'));
        const auto missing = outcome(flake.evalText(u"lib.minneVersoin"_s));
        QVERIFY(!missing.has_value());
        QVERIFY2(missing.error().message.contains(u"minneVersion"_s), why(missing).constData());
    }

    void folderWithSpecialCharactersWorks()
    {
        const SampleProject sample(u"odd #dir?x é%20"_s);
        QCOMPARE(outcome(Flake(sample.path()).evalText(u"lib.ortVersion"_s)).value(), u"1.23.2"_s);
    }

    void folderInsideACheckoutAndOutsideGit()
    {
        const SampleProject sample(u"space here/outer"_s);
        QVERIFY(QDir().mkpath(sample.filePath(u"in ner"_s)));
        sample.write(u"in ner/flake.nix"_s, "{ outputs = _: { lib.x = \"inner\"; }; }");
        sample.commit();
        QCOMPARE(outcome(Flake(sample.filePath(u"in ner"_s)).evalText(u"lib.x"_s)).value(), u"inner"_s);

        QVERIFY(QDir(sample.filePath(u".git"_s)).removeRecursively());
        QCOMPARE(outcome(Flake(sample.filePath(u"in ner"_s)).evalText(u"lib.x"_s)).value(), u"inner"_s);
    }

    void lockFileIsCheckedAndNeverWritten()
    {
        const SampleProject sample;
        QVERIFY(outcome(Flake(sample.path()).checkLockFile()).has_value());

        const SampleProject input(u"input"_s);
        sample.replace(u"flake.nix"_s,
                       "outputs =", "inputs.other.url = \"path:" + input.path().toUtf8() + "\"; outputs =");
        sample.replace(u"flake.nix"_s, "{ self }", "{ self, other }");
        sample.commit();
        const auto outdated = outcome(Flake(sample.path()).checkLockFile());
        QVERIFY(!outdated.has_value());
        QVERIFY2(outdated.error().message.contains(u"flake.lock is out of date"_s), why(outdated).constData());
        QVERIFY(!QFile::exists(sample.filePath(u"flake.lock"_s)));
    }

    void checkBuildsTheChecks()
    {
        const SampleProject sample;
        const auto good = outcome(Flake(sample.path()).check());
        QVERIFY2(good.has_value(), why(good).constData());

        sample.replace(u"nix/release.nix"_s, "binaries = \"main server worker\"", "binaries = \"main server\"");
        sample.commit();
        const auto bad = outcome(Flake(sample.path()).check());
        QVERIFY(!bad.has_value());
        QVERIFY2(bad.error().message.contains(u"check-archive-layout"_s), why(bad).constData());
    }

    void forecastIsWarmForAVersionBumpAndNoOpWhenBuilt()
    {
        const SampleProject sample;
        const Flake flake(sample.path());
        // The dependency layer has no nonce: it is there once any test has built it.
        const auto outputs = outcome(flake.outputs()).value();
        const FlakeOutput release = *find(outputs, linux, u"minne-release"_s);
        const FlakeOutput deps = *find(outputs, linux, u"minne-deps"_s);
        QVERIFY(outcome(flake.check()).has_value());
        QCOMPARE(outcome(flake.forecast(deps)).value().state, BuildForecast::State::NoOp);
        QCOMPARE(outcome(flake.forecast(release)).value().state, BuildForecast::State::NoOp);
        QCOMPARE(
            outcome(flake.validPaths({deps.outPath, u"/nix/store/00000000000000000000000000000000-absent"_s})).value(),
            QStringList{deps.outPath});

        sample.replace(u"nix/versions.nix"_s, sample.version().toLatin1(), sample.version().toLatin1() + "-next");
        sample.commit();
        const FlakeOutput next = *find(outcome(flake.outputs()).value(), linux, u"minne-release"_s);
        const BuildForecast warm = outcome(flake.forecast(next)).value();
        QCOMPARE(forecastName(warm.state), u"warm"_s);
        QCOMPARE(warm.willBuild.size(), 2);

        sample.replace(u"nix/release.nix"_s, "Compiling $c", "Compiling " + sample.version().toLatin1() + " $c");
        sample.commit();
        const FlakeOutput anew = *find(outcome(flake.outputs()).value(), linux, u"minne-release"_s);
        QCOMPARE(forecastName(outcome(flake.forecast(anew)).value().state), u"cold"_s);
    }

    void stopIsCanceled()
    {
        const SampleProject sample;
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(outcome(Flake(sample.path()).outputs(stop.get_token())).error().kind, Error::Kind::Canceled);
    }

    void missingNixIsNotFound()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const auto info = outcome(Flake(QDir::tempPath()).info());
        qputenv("PATH", path);
        QCOMPARE(info.error().kind, Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(FlakeTest)
#include "tst_flake.moc"
