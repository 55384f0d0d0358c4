// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/machines/secondmachine.h"
#include "tests/e2e/program.h"

using namespace e2e;
using namespace unmoor;

/// A target built on another machine, set up and used as scripts do it.
class ElsewhereTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SecondMachine> m_machine;

    QString project() const { return m_dir->filePath(u"project"_s); }

    Ended unmoor(const QStringList &words) const
    {
        return run(words + QStringList{u"--state-dir"_s, m_dir->filePath(u"state"_s)});
    }

    Ended addMachine() const
    {
        const BuildHost host = m_machine->host();
        return unmoor(
            {u"host"_s, u"add"_s, u"second"_s, u"root@127.0.0.1:%1"_s.arg(host.port), u"--key"_s, host.keyFile});
    }

private Q_SLOTS:
    void init()
    {
        if (const QString why = SecondMachine::refusal(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_dir = std::make_unique<QTemporaryDir>();
        m_machine = std::make_unique<SecondMachine>();
        m_machine->start();
        makeProject(project(), Nonce::Yes);
        replaceIn(project() + u"/nix/release.nix"_s, "sleep 0.3", "true");
        commitAll(project());
    }

    void cleanup() { m_machine.reset(); }

    void machineIsTrustedByItsFingerprintAndThenBuilds()
    {
        const Ended added = addMachine();
        QVERIFY2(added.code == 0, added.err.constData());

        const Ended unknown = unmoor({u"host"_s, u"probe"_s, u"second"_s, u"--json"_s});
        QCOMPARE(unknown.code, 1);
        QVERIFY(!unknown.json()[u"ok"_s].toBool());
        const QString fingerprint = m_machine->hostKeys().keys.first().fingerprint();
        QCOMPARE(unknown.json()[u"offered_keys"_s][0][u"fingerprint"_s].toString(), fingerprint);

        const Ended wrong = unmoor({u"host"_s, u"trust"_s, u"second"_s, u"--fingerprint"_s, u"SHA256:other"_s});
        QCOMPARE(wrong.code, 1);
        QVERIFY(wrong.err.contains(fingerprint.toUtf8()));
        QCOMPARE(unmoor({u"host"_s, u"probe"_s, u"second"_s}).code, 1);

        QCOMPARE(unmoor({u"host"_s, u"trust"_s, u"second"_s, u"--fingerprint"_s, fingerprint}).code, 0);
        const Ended ready = unmoor({u"host"_s, u"probe"_s, u"second"_s, u"--json"_s});
        QVERIFY2(ready.code == 0, ready.out.constData());
        const Ended list = unmoor({u"host"_s, u"list"_s, u"--json"_s});
        QCOMPARE(list.json()[u"hosts"_s][0][u"state"_s].toString(), u"ready"_s);
        QCOMPARE(list.json()[u"hosts"_s][0][u"systems"_s][0].toString(), u"x86_64-linux"_s);

        const Ended built = unmoor(
            {u"build"_s, u"--json"_s, u"--project"_s, project(), u"--target"_s, linuxTriple, u"--on"_s, u"second"_s});
        QVERIFY2(built.code == 0, built.err.constData());
        const QJsonObject target = targetIn(built.json(), linuxTriple);
        QCOMPARE(target[u"outcome"_s].toString(), u"built"_s);
        QVERIFY(QFileInfo(target[u"archive"_s].toString()).size() > 0);
        QVERIFY(built.err.contains("Compiling serde"));
        // It was there that it was built.
        QVERIFY(QFileInfo::exists(m_machine->insidePath(target[u"store_path"_s].toString())));
    }

    void machineThatShowsAnotherKeyIsNotUsed()
    {
        QCOMPARE(addMachine().code, 0);
        QCOMPARE(unmoor({u"host"_s, u"trust"_s, u"second"_s}).code, 0);
        m_machine->stop();
        m_machine->changeHostKey();
        m_machine->start();

        const Ended built = unmoor(
            {u"build"_s, u"--json"_s, u"--project"_s, project(), u"--target"_s, linuxTriple, u"--on"_s, u"second"_s});
        QCOMPARE(built.code, 1);
        const QJsonObject failure = targetIn(built.json(), linuxTriple)[u"failure"_s].toObject();
        QCOMPARE(failure[u"kind"_s].toString(), u"host-key-changed"_s);
        QVERIFY(failure[u"message"_s].toString().contains(u"second"_s));
        const Ended trusted = unmoor({u"host"_s, u"trust"_s, u"second"_s});
        QCOMPARE(trusted.code, 1); // replacing a key is no matter for a command that a script repeats
        QVERIFY(trusted.err.contains(m_machine->hostKeys().keys.first().fingerprint().toUtf8()));
    }

    void machineThatNobodySetUpIsNamed()
    {
        const Ended built = unmoor({u"build"_s, u"--project"_s, project(), u"--on"_s, u"third"_s});
        QCOMPARE(built.code, 2);
        QVERIFY(built.err.contains("third"));
    }
};

QTEST_GUILESS_MAIN(ElsewhereTest)
#include "tst_e2e_elsewhere.moc"
