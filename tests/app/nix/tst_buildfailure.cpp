// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/buildverdict.h"
#include "app/nix/buildfailure.h"
#include "tests/app/buildlog/recordedstream.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QString fails = u"/nix/store/2kcb23bs3h4cciqm4hb690r41r8xkyv6-demo-fails.drv"_s;

BuildFailure failureOf(const QString &stream)
{
    return failureOfRun(monitorOfLog(recordedStream(stream)));
}

} // namespace

class BuildFailureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// As Debian sets the daemon up.
    void aDaemonForAGroupAloneNamesTheGroup()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"daemon-socket"_s));
        const QString socket = folder.filePath(u"daemon-socket/socket"_s);
        const BuildFailure failure =
            classifyFailure({u"error: getting status of '%1': Permission denied"_s.arg(socket)});
        QCOMPARE(failure.subject, QFileInfo(folder.path()).group());
        QVERIFY2(failure.hint.contains(failure.subject), qPrintable(failure.hint));
        QVERIFY2(failure.message.contains("group"_L1), qPrintable(failure.message));
    }

    void kindOfText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *kind, const QString &text) {
            QTest::addRow("%s: %.50s", kind, qPrintable(text)) << text << QString::fromLatin1(kind);
        };
        row("interrupted", u"error: interrupted by the user"_s);
        row("hash-mismatch",
            u"error: hash mismatch in fixed-output derivation '/nix/store/x.drv':\n  specified: sha256-a\n     got:    sha256-b"_s);
        row("lock-file-outdated",
            u"error: flake 'git+file:///s' requires lock file changes but they're not allowed due to"_s);
        row("missing-attribute", u"error: flake 'x' does not provide attribute 'packages.y', 'z'"_s);
        row("feature-disabled", u"error: experimental Nix feature 'flakes' is disabled; add"_s);
        row("file-not-in-git",
            u"error: path '/nix/store/1521zsaah5p7mys8h8gkmk51fkndnal5-source/nix/x.nix' does not exist"_s);
        row("file-not-in-git", u"error: Path 'nix/x.nix' in the repository \"/s\" is not tracked by Git."_s);
        row("disk-full", u"error: writing to file: No space left on device"_s);
        row("disk-full",
            u"error: executing SQLite statement 'insert into ValidPaths': database or disk is full (in '/nix/var/nix/db/db.sqlite')"_s);
        row("host-key-changed", u"@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @"_s);
        row("host-unknown", u"Host key verification failed."_s);
        row("host-unknown", u"No ED25519 host key is known for mac-mini and you have requested strict checking."_s);
        row("key-refused", u"root@127.0.0.1: Permission denied (publickey)."_s);
        row("key-refused", u"bob@mac: Permission denied (password,keyboard-interactive)."_s);
        row("key-refused", u"Received disconnect from 10.0.0.5 port 22:2: Too many authentication failures"_s);
        row("connection-lost", u"Connection closed by 10.0.0.5 port 22"_s);
        row("connection-lost", u"Connection reset by 10.0.0.5 port 22"_s);
        row("host-unreachable", u"ssh: connect to host 127.0.0.1 port 2: Connection refused"_s);
        row("host-unreachable", u"ssh: Could not resolve hostname nowhere: Name or service not known"_s);
        row("host-unreachable", u"kex_exchange_identification: read: Connection reset by peer"_s);
        row("nix-not-on-host", u"bash: line 1: nix-daemon: command not found"_s);
        row("nix-not-on-host", u"zsh:1: command not found: nix-daemon"_s);
        row("nix-not-on-host", u"sh: 1: nix-daemon: not found"_s);
        row("nix-not-on-host", u"bash: line 1: /opt/nix/bin/nix-daemon: No such file or directory"_s);
        row("nix-not-on-host", u"fish: Unknown command: nix-daemon"_s);
        row("connection-lost", u"Timeout, server 10.0.0.5 not responding."_s);
        row("connection-lost", u"client_loop: send disconnect: Broken pipe"_s);
        row("connection-lost", u"error: Nix daemon disconnected unexpectedly (maybe it crashed?)"_s);
        row("connection-lost", u"Connection to 127.0.0.1 closed by remote host."_s);
        row("no-builder", u"error: a 'aarch64-darwin' with features {} is required to build '/nix/store/x.drv', but"_s);
        row("no-builder",
            u"error: Cannot build '/nix/store/x.drv'.\nReason: platform mismatch\nRequired system: 'aarch64-darwin'"_s);
        row("no-builder", u"error:\n   Unable to start any build;\n   remote machines may not"_s);
        row("no-builder", u"Failed to find a machine for remote build!\nderivation: x.drv"_s);
        row("unsigned-path", u"error: cannot add path '/nix/store/x' because it lacks a signature by a trusted key"_s);
        row("timed-out", u"error: building of '/nix/store/x.drv^out' from .drv file timed out after 3 seconds"_s);
        row("timed-out", u"error: building of 'x' timed out after 60 seconds of silence"_s);
        row("log-limit", u"error: 'x' killed after writing more than 100 bytes of log output"_s);
        row("killed", u"error: builder for '/nix/store/x.drv' failed due to signal 9 (Killed)"_s);
        row("killed", u"error: Cannot build 'x'.\nReason: builder failed due to signal 9 (Killed)."_s);
        row("not-reproducible", u"error: derivation 'x' may not be deterministic: output 'y' differs"_s);
        row("hook-failed", u"error: program '/src/hookfail.sh' failed with exit code 3"_s);
        row("no-output", u"error: builder for 'x' failed to produce output path for output 'out' at 'y'"_s);
        row("no-output", u"error: Cannot build 'x'.\nReason: builder failed to produce output path for output 'out'"_s);
        row("daemon-down",
            u"error: cannot connect to socket at '/nix/var/nix/daemon-socket/socket': Connection refused"_s);
        row("daemon-down", u"error: getting status of '/nix/var/nix/daemon-socket/socket': Permission denied"_s);
        row("git-ownership",
            u"error: opening Git repository \"/x\": repository path '/x' is not owned by current user"_s);
        row("builder-failed", u"error: builder for '/nix/store/x.drv' failed with exit code 101"_s);
        row("builder-failed", u"error: Cannot build '/nix/store/x.drv'.\nReason: builder failed with exit code 101."_s);
        row("builder-failed", u"error: builder for '/nix/store/x.drv' failed due to signal 11 (Segmentation fault)"_s);
        row("builder-failed", u"error: 1 dependencies of derivation 'x' failed to build"_s);
        row("builder-failed", u"error: Cannot build 'x'.\nReason: 1 dependency failed."_s);
        row("evaluation-error", u"error: undefined variable 'foo'\n       at /s/flake.nix:1:22:\n            1| foo"_s);
        row("other", u"error: could not find a flake.nix file"_s);
    }
    void kindOfText()
    {
        QFETCH(QString, text);
        const BuildFailure failure = classifyFailure({text});
        QTEST(failureKindName(failure.kind), "kind");
        QVERIFY(!failure.message.isEmpty() && !failure.hint.isEmpty());
        QVERIFY2(!(failure.message + failure.hint).contains(u'%'), qPrintable(failure.message + failure.hint));
        QCOMPARE(failure.detail, text.trimmed());
    }

    void stream_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("derivation");
        QTest::addColumn<QString>("said"); ///< a part of the message
        const auto row = [](const char *stream, const char *kind, const QString &derivation, const QString &said) {
            QTest::newRow(stream) << QString::fromLatin1(kind) << derivation << said;
        };
        row("builder-killed", "killed", u"demo-killed"_s, u"memory"_s);
        row("cancel-local", "interrupted", {}, u"canceled"_s);
        row("cancel-remote-store", "interrupted", {}, u"canceled"_s);
        row("connection-lost-builders", "connection-lost", {}, u"lost"_s);
        row("connection-lost-ssh", "connection-lost", {}, u"lost"_s);
        row("connection-lost-store", "connection-lost", {}, u"lost"_s);
        row("copy-from-unsigned", "unsigned-path", {}, u"main-1.0.5"_s);
        row("disk-full", "disk-full", {}, u"disk is full"_s);
        row("eval-error", "evaluation-error", {}, u"must match ortVersion (1.23.2)"_s);
        row("fail", "builder-failed", u"demo-fails"_s, u"exit code 101"_s);
        row("failing-dep-keep-going", "builder-failed", u"demo-fails"_s, u"exit code 101"_s);
        row("hash-mismatch", "hash-mismatch", u"libmozjs.tar.gz"_s,
            u"sha256-tcoNLtrg1nwpXcMwjB0bNkpVFrIv56wmM8T7tW7fUNs="_s);
        row("missing-attr", "missing-attribute", {}, u"packages.x86_64-linux.minne-relase"_s);
        row("nix-2.8-fail", "builder-failed", u"demo-fails"_s, u"exit code 101"_s);
        row("no-builder-for-system", "no-builder", u"minne-deps"_s, u"aarch64-darwin"_s);
        row("no-builder-for-system-with-builders", "no-builder", u"minne-deps"_s, u"aarch64-darwin"_s);
        row("post-build-hook-fails", "hook-failed", {}, u"/src/hookfail.sh"_s);
        row("rebuild-differs", "not-reproducible", u"demo-not-reproducible"_s, u"another result"_s);
        row("remote-builders-fail", "builder-failed", u"demo-fails"_s, u"exit code 101"_s);
        row("remote-builders-hash-mismatch", "hash-mismatch", u"libmozjs.tar.gz"_s, u"sha256-e5kW8HTg"_s);
        row("remote-store-fail", "builder-failed", u"demo-fails"_s, u"exit code 101"_s);
        row("remote-store-hash-mismatch", "hash-mismatch", u"libmozjs.tar.gz"_s, u"sha256-e5kW8HTg"_s);
        row("ssh-host-key-changed", "host-key-changed", {}, u"host key"_s);
        row("ssh-permission-denied", "key-refused", {}, u"root@127.0.0.1"_s);
        row("ssh-refused-builders", "host-unreachable", {}, u"127.0.0.1"_s);
        row("syntax-error", "evaluation-error", {}, u"syntax error, unexpected ';'"_s);
        row("timeout", "timed-out", u"demo-slow"_s, u"3 seconds"_s);
    }
    void stream()
    {
        QFETCH(QString, said);
        const BuildFailure failure = failureOf(QString::fromLatin1(QTest::currentDataTag()));
        QTEST(failureKindName(failure.kind), "kind");
        QTEST(failure.derivation, "derivation");
        QVERIFY2(failure.message.contains(said), qPrintable(failure.message));
        QVERIFY(!failure.detail.contains(u'\x1b'));
    }

    /// Nix 2.29 and newer.
    void newWordingNamesTheStep_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("kind");
        QTest::newRow("code") << u"builder failed with exit code 101."_s << u"builder-failed"_s;
        QTest::newRow("signal") << u"builder failed due to signal 9 (Killed)."_s << u"killed"_s;
        QTest::newRow("output") << u"builder failed to produce output path for output 'out' at '/nix/store/x'."_s
                                << u"no-output"_s;
        QTest::newRow("platform") << u"platform mismatch\nRequired system: 'aarch64-darwin'"_s << u"no-builder"_s;
        QTest::newRow("dependency") << u"1 dependency failed."_s << u"builder-failed"_s;
    }
    void newWordingNamesTheStep()
    {
        QFETCH(QString, reason);
        const BuildFailure failure =
            classifyFailure({u"error: Cannot build '%1'.\n       Reason: %2\n       Output paths:\n"
                             "         /nix/store/2kcb23bs3h4cciqm4hb690r41r8xkyv6-demo-fails"_s.arg(fails, reason)});
        QTEST(failureKindName(failure.kind), "kind");
        QCOMPARE(failure.derivation, u"demo-fails"_s);
        QCOMPARE(failure.derivationPath, fails);
    }

    void causeWinsInTheNewWordingToo()
    {
        const BuildFailure failure = classifyFailure(
            {u"error: Cannot build '/nix/store/4h6pmdmr61m7pv09ngjn5znzlimqplyi-top.drv'.\n       Reason: 1 dependency failed."_s,
             u"error: Cannot build '%1'.\n       Reason: builder failed with exit code 2."_s.arg(fails)});
        QCOMPARE(failure.derivation, u"demo-fails"_s);
        QVERIFY(failure.message.contains(u"exit code 2"_s));
    }

    void stepsThatDidNotRunAreNamed()
    {
        QCOMPARE(failureOf(u"failing-dep-keep-going"_s).notRun, QStringList{u"demo-failing-dep"_s});
        QVERIFY(failureOf(u"fail"_s).notRun.isEmpty());
        QVERIFY(failureOf(u"eval-error"_s).notRun.isEmpty());
    }

    void recordedNotice_data()
    {
        QTest::addColumn<QString>("said");
        QTest::newRow("dirty-tree") << u"not what the tag has"_s;
        QTest::newRow("substitute-unsigned") << u"not signed with a key"_s;
        QTest::newRow("substitute-cache-down") << u"cannot be reached"_s;
    }
    void recordedNotice()
    {
        QFETCH(QString, said);
        const QString stream = QString::fromLatin1(QTest::currentDataTag());
        const QStringList notices = noticesIn(monitorOfLog(recordedStream(stream)).messages());
        QCOMPARE(notices.size(), 1);
        QVERIFY2(notices.first().contains(said), qPrintable(notices.first()));
    }

    void hashMismatchTellsBothHashes()
    {
        const BuildFailure failure = failureOf(u"hash-mismatch"_s);
        QCOMPARE(failure.specified, u"sha256-e5kW8HTg6Hrd3sGgU9bqFNTTf7wJCChFOwKE3xyYT4Q="_s);
        QCOMPARE(failure.got, u"sha256-tcoNLtrg1nwpXcMwjB0bNkpVFrIv56wmM8T7tW7fUNs="_s);
        QVERIFY(failure.derivationPath.endsWith(u"-libmozjs.tar.gz.drv"_s));
    }

    void missingAttributeOffersTheSuggestion()
    {
        QVERIFY(failureOf(u"missing-attr"_s).hint.contains(u"“minne-release”"_s));
    }

    void nestedEvaluationErrorIsItsLastBlock()
    {
        const BuildFailure failure = failureOf(u"eval-error"_s);
        QCOMPARE(failure.message,
                 u"The flake does not evaluate: pkgs.onnxruntime.version (1.22.0) must match ortVersion (1.23.2)"_s);
        QVERIFY(failure.file.endsWith(u"-source/nix/release.nix"_s));
        QCOMPARE(failure.line, 243);
        QCOMPARE(failure.column, 18);
        QVERIFY(failure.hint.contains(u"nix/release.nix:243"_s));
    }

    void failedStepComesWithTheEndOfItsLog()
    {
        QVERIFY(failureOf(u"fail"_s).detail.endsWith(u"error: linker 'cc' failed: undefined symbol: OrtGetApiBase"_s));
    }

    void changedHostKeyShowsItsFingerprint()
    {
        QVERIFY(failureOf(u"ssh-host-key-changed"_s)
                    .detail.contains(u"SHA256:PQGfMZHNgBpFXBw/TGM1JClgOKO40aPWABBed3221Zo"_s));
    }

    void causeWinsOverItsConsequence()
    {
        const BuildFailure failure = classifyFailure({u"error: 1 dependencies of derivation 'x' failed to build"_s,
                                                      u"error: builder for '%1' failed with exit code 2"_s.arg(fails)});
        QCOMPARE(failure.derivation, u"demo-fails"_s);
        QVERIFY(failure.message.contains(u"exit code 2"_s));
    }

    void quotedLogOfABuilderIsNotJudged()
    {
        const BuildFailure failure = classifyFailure({u"error: builder for '%1' failed with exit code 1;\n       last "
                                                      u"1 log lines:\n       > interrupted by the user\n"
                                                      "       For full logs, run:"_s.arg(fails)});
        QCOMPARE(failure.kind, BuildFailure::Kind::BuilderFailed);
    }

    void quotedSourceIsNotJudged()
    {
        const BuildFailure failure = classifyFailure(
            {u"error: undefined variable 'x'\n       at /s/flake.nix:1:2:\n            1| \"No space left on device\"\n"_s});
        QCOMPARE(failure.kind, BuildFailure::Kind::EvaluationError);
    }

    void builderOutputIsNotJudged()
    {
        BuildMonitor monitor;
        monitor.apply({.action = NixEvent::Action::Result,
                       .id = 1,
                       .type = NixEvent::LogLine,
                       .text = u"No space left on device"_s},
                      0);
        monitor.apply({.action = NixEvent::Action::Message,
                       .text = u"error: builder for '%1' failed with exit code 1"_s.arg(fails)},
                      0);
        QCOMPARE(failureOfRun(monitor).kind, BuildFailure::Kind::BuilderFailed);
    }

    void silenceIsOther()
    {
        const BuildFailure failure = classifyFailure({});
        QCOMPARE(failure.kind, BuildFailure::Kind::Other);
        QVERIFY(!failure.message.isEmpty());
    }

    void documentHasItsKeys()
    {
        const QJsonObject document = toJson(failureOf(u"fail"_s));
        QCOMPARE(document.keys(), QStringList({u"derivation"_s, u"hint"_s, u"kind"_s, u"message"_s}));
        QCOMPARE(document["kind"_L1].toString(), u"builder-failed"_s);
    }

    void notice_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("dirty") << u"warning: Git tree '/src/flake' is dirty"_s << u"/src/flake"_s;
        QTest::newRow("unsigned")
            << u"warning: ignoring substitute for '/nix/store/x' from 'http://c', as it's not signed by any of the keys in 'trusted-public-keys'"_s
            << u"http://c"_s;
        QTest::newRow("setting")
            << u"warning: ignoring the client-specified setting 'builders', because it is a restricted setting"_s
            << u"builders"_s;
        QTest::newRow("substituter")
            << u"warning: ignoring untrusted substituter 'http://c', you are not a trusted user."_s << u"http://c"_s;
        QTest::newRow("slow") << u"warning: error: unable to download 'http://c/x': timeout; retrying in 285 ms"_s
                              << u"http://c/x"_s;
    }
    void notice()
    {
        QFETCH(QString, text);
        QFETCH(QString, said);
        const QStringList notices = noticesIn({text, text});
        QCOMPARE(notices.size(), 1);
        QVERIFY2(notices.first().contains(said), qPrintable(notices.first()));
    }

    void goodRunHasNoNotices()
    {
        QVERIFY(noticesIn(monitorOfLog(recordedStream(u"success"_s)).messages()).isEmpty());
        // Every build on another machine, through a daemon that does not trust whoever asks.
        QVERIFY(
            noticesIn({u"warning: ignoring the client-specified setting 'store', because it is a restricted setting "
                       "and you are not a trusted user"_s})
                .isEmpty());
        QCOMPARE(noticesIn(monitorOfLog(recordedStream(u"substitute-cache-down"_s)).messages()).size(), 1);
    }
};

QTEST_GUILESS_MAIN(BuildFailureTest)
#include "tst_buildfailure.moc"
