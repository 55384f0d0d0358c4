// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/machines.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr int patience = 60'000;

BuildHost machine(const QString &name, int port)
{
    return {.name = name, .address = u"127.0.0.1"_s, .port = port};
}

HostKeys keys(const QByteArray &blob)
{
    return {.host = u"[127.0.0.1]:2222"_s, .keys = {{.type = u"ssh-ed25519"_s, .blob = blob.toBase64()}}};
}

} // namespace

/// What a probe finds is in tst_hostprobe; here nobody listens at the machines' ports, or somebody who says nothing.
class MachinesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<Machines> m_machines;

    QString probeState(const QString &name) const
    {
        const auto settings = readSettings(m_dir->path());
        return settings->host(name) ? settings->host(name)->probeState : u"no such machine"_s;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<SettingsStore>(m_dir->path());
        m_machines = std::make_unique<Machines>(*m_settings);
    }

    void cleanup()
    {
        m_machines.reset();
        m_settings.reset();
    }

    void whatAProbeFoundIsKeptBesideWhatOthersChange()
    {
        QVERIFY(m_machines->add(machine(u"down"_s, 1)));
        const auto probe = m_machines->probe(u"down"_s);
        QVERIFY(m_machines->isProbing(u"down"_s));
        // Another process, of which no turn of the event loop has told.
        QVERIFY(changeSettings(m_dir->path(), [](Settings &settings) { settings.hosts += machine(u"second"_s, 2); }));
        QTRY_VERIFY_WITH_TIMEOUT(probe.isFinished(), patience);
        QVERIFY(!probe.result().ok());
        QVERIFY(!m_machines->isProbing(u"down"_s));
        QVERIFY(m_machines->report(u"down"_s) && *m_machines->report(u"down"_s) == probe.result());
        QCOMPARE(probeState(u"down"_s), u"port"_s);
        QCOMPARE(probeState(u"second"_s), QString());
    }

    void canceledProbeIsAReportAndChangesNothing()
    {
        QTcpServer silent; // takes the connection and never says a word
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QVERIFY(m_machines->add(machine(u"silent"_s, silent.serverPort())));
        const auto probe = m_machines->probe(u"silent"_s);
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), patience);
        m_machines->cancel();
        QTRY_VERIFY(probe.isFinished());
        QVERIFY(probe.result().canceled);
        QCOMPARE(probeState(u"silent"_s), QString());

        // Canceled and started again at once works.
        const auto again = m_machines->probe(u"silent"_s);
        QVERIFY(!again.isFinished() && m_machines->isProbing(u"silent"_s));
        m_machines->cancel();
        QTRY_VERIFY(again.isFinished());
    }

    void secondProbeOfAMachineTakesThePlaceOfTheFirst()
    {
        QVERIFY(m_machines->add(machine(u"down"_s, 1)));
        const auto first = m_machines->probe(u"down"_s);
        const auto second = m_machines->probe(u"down"_s);
        QTRY_VERIFY_WITH_TIMEOUT(first.isFinished() && second.isFinished(), patience);
        QVERIFY(first.result().canceled);
        QVERIFY(!second.result().canceled);
        QVERIFY(*m_machines->report(u"down"_s) == second.result());
    }

    void reportOfAMachineThatWasSetUpOtherwiseMeanwhileIsNotKept()
    {
        QVERIFY(m_machines->add(machine(u"down"_s, 1)));
        const auto probe = m_machines->probe(u"down"_s);
        QVERIFY(changeSettings(m_dir->path(), [](Settings &settings) { settings.hosts[0].user = u"another"_s; }));
        QTRY_VERIFY_WITH_TIMEOUT(probe.isFinished(), patience);
        QCOMPARE(probeState(u"down"_s), QString());

        const auto gone = m_machines->probe(u"down"_s);
        QVERIFY(m_machines->remove(u"down"_s));
        QTRY_VERIFY_WITH_TIMEOUT(gone.isFinished(), patience);
        QVERIFY(!m_machines->report(u"down"_s));
        QCOMPARE(probeState(u"down"_s), u"no such machine"_s);
    }

    void machineThatThereIsNotIsAReportOfItsOwn()
    {
        const auto nobody = m_machines->probe(u"third"_s);
        QVERIFY(nobody.isFinished());
        QVERIFY(nobody.result().message.contains(u"third"_s));
        QVERIFY(!nobody.result().hint.isEmpty());
    }

    void nameThatAnotherProcessTookIsRefused()
    {
        QVERIFY(changeSettings(m_dir->path(), [](Settings &settings) { settings.hosts += machine(u"taken"_s, 1); }));
        QCOMPARE(m_machines->add(machine(u"taken"_s, 2)).error().kind, Error::Kind::InvalidInput);
        QVERIFY(m_machines->add(machine(u"other"_s, 2)));
        QCOMPARE(m_machines->replace(u"other"_s, machine(u"taken"_s, 2)).error().kind, Error::Kind::InvalidInput);
        QCOMPARE(readSettings(m_dir->path())->host(u"taken"_s)->port, 1);
        QVERIFY(m_machines->replace(u"other"_s, machine(u"new-name"_s, 3)));
        QCOMPARE(readSettings(m_dir->path())->host(u"new-name"_s)->port, 3);
        QCOMPARE(m_machines->remove(u"other"_s).error().kind, Error::Kind::InvalidInput);
    }

    void otherHostKeyIsOnlyReplacedExplicitly()
    {
        QVERIFY(m_machines->trustHostKey(keys("before")));
        QCOMPARE(m_machines->trustHostKey(keys("after")).error().kind, Error::Kind::Conflict);
        QVERIFY(m_machines->replaceHostKey(keys("after")));
        const auto known = KnownHosts::read(knownHostsFile(m_dir->path()));
        QCOMPARE(known->keysOf(u"[127.0.0.1]:2222"_s), keys("after"));
        QCOMPARE(m_machines->trustHostKey({}).error().kind, Error::Kind::InvalidInput);
    }

    void resultThatCannotBeKeptIsSaid()
    {
        QVERIFY(m_machines->add(machine(u"down"_s, 1)));
        QFile file(settingsFile(m_dir->path()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("]damaged") > 0);
        file.close();
        QSignalSpy warned(m_machines.get(), &Machines::warned);
        m_machines->takeReport({.host = u"down"_s});
        QCOMPARE(warned.size(), 1);
        QVERIFY(warned[0][0].toString().contains(u"settings.ini"_s));
    }
};

QTEST_GUILESS_MAIN(MachinesTest)
#include "tst_machines.moc"
