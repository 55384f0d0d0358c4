// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/preparerun.h"
#include "tests/app/machines/secondmachine.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/plainmanifest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// Pushing to a real sshd on loopback.
class PrepareSshTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_state;

    template <typename T>
    Result<T> resultOf(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000))
            qFatal("it does not end");
        return future.result();
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }
    void cleanupTestCase() { qunsetenv("GIT_SSH_COMMAND"); }

    void hookOfTheRemoteIsHeardAndNothingIsPushedOverSsh()
    {
        if (const QString refusal = SecondMachine::refusal(); !refusal.isEmpty())
            QSKIP(qPrintable(refusal));
        SecondMachine machine;
        machine.start();
        machine.trustIn(m_state.path());
        const BuildHost host = machine.host();
        qputenv("GIT_SSH_COMMAND",
                u"ssh -F /dev/null -o BatchMode=yes -o IdentitiesOnly=yes -o UserKnownHostsFile=%1 -i %2"_s
                    .arg(knownHostsFile(m_state.path()), host.keyFile)
                    .toUtf8());
        const GitRepository project;
        project.write(u"unmoor.toml"_s, plainManifest);
        project.commit(u"CHANGELOG.md"_s,
                       "# Changelog\n\n## Unreleased\n\n- A crash\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        project.git({u"tag"_s, u"v1.0.5"_s});
        const QString bare = machine.path(u"project.git"_s);
        project.git({u"init"_s, u"-q"_s, u"--bare"_s, u"-b"_s, u"main"_s, bare});
        project.git({u"remote"_s, u"add"_s, u"origin"_s,
                     u"ssh://%1@%2:%3%4"_s.arg(host.user, host.address).arg(host.port).arg(bare)});
        for (const auto &[key, program] :
             {std::pair{u"receivepack"_s, u"git-receive-pack"_s}, {u"uploadpack"_s, u"git-upload-pack"_s}})
            project.git({u"config"_s, u"remote.origin."_s + key, u"/usr/bin/"_s + program}); // its PATH is another one
        project.git({u"push"_s, u"-q"_s, u"-u"_s, u"origin"_s, u"main"_s});
        QFile hook(bare + u"/hooks/pre-receive"_s);
        QVERIFY(hook.open(QIODevice::WriteOnly) && hook.write("#!/bin/sh\necho not on a Friday >&2; exit 1\n") > 0);
        QVERIFY(hook.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        hook.close();

        const auto facts = resultOf(gatherPrepareFacts(project.path(), Trust::Given));
        const auto journal = resultOf(runPrepare(planPrepare(*facts, {}).value(), m_state.path(), false));
        QVERIFY2(journal, journal ? "" : qPrintable(journal.error().message));
        const auto preview = resultOf(previewPush(*journal));
        const auto refused = resultOf(pushPrepared(*journal, *preview, m_state.path()));
        QVERIFY(!refused && refused.error().message.contains(u"not on a Friday"_s));
        const auto inRemote = [&](const QString &ref) {
            return project.git({u"ls-remote"_s, u"origin"_s, ref}).section(u'\t', 0, 0);
        };
        QVERIFY(inRemote(u"refs/heads/main"_s) != journal->commit && inRemote(u"refs/tags/v1.0.6"_s).isEmpty());

        QVERIFY(QFile::remove(hook.fileName()));
        QStringList said;
        const PrepareListener listener{.said = [&said](const QString &line) { said += line; }, .began = {}};
        const auto pushed = resultOf(pushPrepared(*journal, *preview, m_state.path(), listener));
        QVERIFY2(pushed, pushed ? "" : qPrintable(pushed.error().message));
        QCOMPARE(inRemote(u"refs/heads/main"_s), journal->commit);
        QVERIFY(!inRemote(u"refs/tags/v1.0.6"_s).isEmpty());
        QVERIFY(!said.isEmpty());
    }
};

QTEST_GUILESS_MAIN(PrepareSshTest)
#include "tst_preparessh.moc"
