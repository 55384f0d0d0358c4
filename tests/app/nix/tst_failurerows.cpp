// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/nixbuild.h"
#include "app/release/repair.h"
#include "tests/app/project/gitrepository.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

using Offer = FailureOffer::Kind;

constexpr int patience = 60'000;

/// A flake of one step, whose script is new to the store.
QByteArray flakeThatRuns(const QByteArray &script, const QByteArray &more = {})
{
    return "{ outputs = _: { packages.x86_64-linux.x = derivation { name = \"one-step\"; system = \"x86_64-linux\"; "
           "builder = \"/bin/sh\"; nonce = \""
        + QUuid::createUuid().toByteArray(QUuid::Id128) + "\"; args = [ \"-c\" ''" + script + "'' ]; " + more
        + " }; }; }\n";
}

QByteArray flakeThatIs(const QByteArray &expression)
{
    return "{ outputs = _: { packages.x86_64-linux.x = " + expression + "; }; }\n";
}

} // namespace

/// Rows of the failure table that real Nix can be brought to say, each with what is offered then.
class FailureRowsTest : public QObject
{
    Q_OBJECT

    QByteArray m_config = qgetenv("NIX_CONFIG");
    const QTemporaryDir m_extra; ///< an input of a flake

private Q_SLOTS:
    void initTestCase() { isolateGit(); }
    void cleanup()
    {
        m_config.isNull() ? qunsetenv("NIX_CONFIG") : qputenv("NIX_CONFIG", m_config);
        qunsetenv("NIX_REMOTE");
    }

    void row_data()
    {
        QTest::addColumn<QByteArray>("flake");
        QTest::addColumn<QByteArray>("config"); ///< of Nix, for this run
        QTest::addColumn<QByteArray>("remote"); ///< NIX_REMOTE
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("said"); ///< a part of the message
        QTest::addColumn<int>("offer"); ///< first
        const auto row = [](const char *name, const QByteArray &flake, const QByteArray &config, const QString &kind,
                            const QString &said, Offer offer, const QByteArray &remote = {}) {
            QTest::newRow(name) << flake << config << remote << kind << said << int(offer);
        };
        const QByteArray good = flakeThatRuns("echo > $out");
        row("exit code", flakeThatRuns("echo about to fail; exit 7"), {}, u"builder-failed"_s, u"exit code 7"_s,
            Offer::ShowNixLog);
        row("signal", flakeThatRuns("kill -SEGV $$"), {}, u"builder-failed"_s, u"signal 11"_s, Offer::ShowNixLog);
        row("killed", flakeThatRuns("kill -KILL $$"), {}, u"killed"_s, u"memory"_s, Offer::Retry);
        row("no output", flakeThatRuns("true"), {}, u"no-output"_s, u"wrote no output"_s, Offer::ShowNixLog);
        row("log limit", flakeThatRuns("while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxx; done"), "max-build-log-size = 1000",
            u"log-limit"_s, u"more log"_s, Offer::Retry);
        row("time limit", flakeThatRuns("while :; do echo x; /bin/sleep 0.2 || exit 1; done"), "timeout = 1",
            u"timed-out"_s, u"longer than the limit of 1 seconds"_s, Offer::Retry);
        row("silence", flakeThatRuns("/bin/sleep 60"), "max-silent-time = 1", u"timed-out"_s,
            u"said nothing for 1 seconds"_s, Offer::Retry);
        row("no jobs", good, "max-jobs = 0\nbuilders =", u"no-builder"_s, u"No machine can build this"_s,
            Offer::OpenSettings);
        row("other system",
            flakeThatIs("derivation { name = \"mac\"; system = \"aarch64-darwin\"; builder = \"/bin/sh\"; }"),
            "builders =", u"no-builder"_s, u"No machine for aarch64-darwin"_s, Offer::OpenSettings);
        row("missing feature",
            flakeThatIs("derivation { name = \"k\"; system = \"x86_64-linux\"; builder = \"/bin/sh\"; "
                        "requiredSystemFeatures = [ \"quantum\" ]; }"),
            "builders =", u"no-builder"_s, u"No machine"_s, Offer::OpenSettings);
        row("daemon down", good, {}, u"daemon-down"_s, u"daemon does not run"_s, Offer::CopyText,
            "unix:///tmp/there-is-no/daemon-socket/socket");
        row("switched off feature", flakeThatIs("(1 |> (x: x))"), {}, u"feature-disabled"_s, u"“pipe-operators”"_s,
            Offer::EnableFeature);
        row("import from derivation",
            flakeThatIs("derivation { name = \"x-${builtins.readFile (derivation { name = \"early\"; system = "
                        "\"x86_64-linux\"; builder = \"/bin/sh\"; args = [ \"-c\" \"echo -n y > $out\" ]; })}\"; "
                        "system = \"x86_64-linux\"; builder = \"/bin/sh\"; }"),
            "allow-import-from-derivation = false", u"import-from-derivation"_s, u"early"_s, Offer::OpenFile);
        row("throws", flakeThatIs("throw \"pins differ\""), {}, u"evaluation-error"_s, u"pins differ"_s,
            Offer::OpenFile);
        row("syntax", "{ outputs = _: { ; }; }\n", {}, u"evaluation-error"_s, u"syntax error"_s, Offer::OpenFile);
        row("undefined variable", flakeThatIs("nothing"), {}, u"evaluation-error"_s, u"undefined variable 'nothing'"_s,
            Offer::OpenFile);
        row("missing attribute", "{ outputs = _: { packages.x86_64-linux.y = 1; }; }\n", {}, u"missing-attribute"_s,
            u"packages.x86_64-linux.x"_s, Offer::OpenFile);
        row("missing file", flakeThatIs("import ./gone.nix"), {}, u"file-not-in-git"_s, u"gone.nix"_s, Offer::OpenFile);
        row("lock file",
            "{ inputs.extra = { url = \"path:" + m_extra.path().toUtf8()
                + "\"; flake = false; }; outputs = _: { }; }\n",
            {}, u"lock-file-outdated"_s, u"flake.lock"_s, Offer::UpdateLockFile);
        row("hash",
            flakeThatRuns("echo x > $out",
                          "outputHashMode = \"flat\"; outputHash = "
                          "\"sha256-AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=\";"),
            {}, u"hash-mismatch"_s, u"one-step"_s, Offer::CopyText); // Session finds the old one
        row("dependency",
            flakeThatRuns("echo ${derivation { name = \"below\"; system = \"x86_64-linux\"; builder = "
                          "\"/bin/sh\"; args = [ \"-c\" \"exit 9\" ]; }} > $out"),
            {}, u"builder-failed"_s, u"below failed with exit code 9"_s, Offer::ShowNixLog);
    }
    void row()
    {
        QFETCH(QByteArray, flake);
        QFETCH(QByteArray, config);
        QFETCH(QByteArray, remote);
        QFETCH(QString, kind);
        QFETCH(QString, said);
        const GitRepository repository;
        repository.commit(u"flake.nix"_s, flake);
        qputenv("NIX_CONFIG", m_config + "\n" + config);
        if (!remote.isEmpty())
            qputenv("NIX_REMOTE", remote);
        NixBuild build({.flake = flakeInFolder(repository.path()),
                        .system = u"x86_64-linux"_s,
                        .output = u"x"_s,
                        .logFile = repository.filePath(u".git/build.log"_s)});
        const auto ended = build.start({});
        QVERIFY(QTest::qWaitFor([&] { return ended.isFinished(); }, patience));
        QVERIFY2(ended.result().has_value(), "never ran");
        QCOMPARE(ended.result()->outcome, NixBuildResult::Outcome::Failed);
        const BuildFailure failure = *ended.result()->failure;
        QVERIFY2(failureKindName(failure.kind) == kind, qPrintable(failure.detail));
        QVERIFY2(failure.message.contains(said), qPrintable(failure.message));
        const FailureRepair repair = repairOf(failure, {.root = repository.path(), .directory = repository.path()});
        QTEST(int(repair.offers.first().kind), "offer");
    }
};

QTEST_GUILESS_MAIN(FailureRowsTest)
#include "tst_failurerows.moc"
