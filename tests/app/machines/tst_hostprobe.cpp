// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machines/hostanswers.h"
#include "app/machines/hostprobe.h"
#include "tests/app/machines/secondmachine.h"

#include <QNetworkInterface>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Failure = BuildFailure::Kind;
using Kind = ProbeStep::Kind;
using Outcome = ProbeStep::Outcome;

namespace {

constexpr int patience = 90'000;

ProbeReport probe(const BuildHost &host, const QString &stateDir)
{
    const auto future = probeHost(host, stateDir);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        qFatal("the probe never finished");
    return future.result();
}

/// Everything before \a kind passed, it failed, nothing after it was tried.
bool endsAt(const ProbeReport &report, Kind kind)
{
    return std::ranges::all_of(report.steps, [&](const ProbeStep &step) {
        return step.outcome
            == (step.kind < kind        ? Outcome::Passed
                    : step.kind == kind ? Outcome::Failed
                                        : Outcome::NotTried);
    });
}

QString said(const ProbeReport &report)
{
    QStringList lines{report.message, report.hint};
    for (const ProbeStep &step : report.steps)
        lines += probeStepName(step.kind) + u' ' + QString::number(int(step.outcome)) + u' ' + step.detail;
    return lines.join(u'\n');
}

#define VERIFY_ENDS_AT(report, kind) QVERIFY2(endsAt(report, kind), qPrintable(said(report)))

} // namespace

class HostProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (const QString why = SecondMachine::refusal(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_machine = std::make_unique<SecondMachine>();
        // With blanks, which neither Nix nor ssh may stumble over.
        m_state = std::make_unique<QTemporaryDir>();
        m_stateDir = m_state->filePath(u"state dir 100%"_s);
        m_machine->trustIn(m_stateDir);
    }

    void cleanup()
    {
        m_machine.reset();
        m_state.reset();
    }

    void everyStepPassesOnAMachineThatIsReady()
    {
        m_machine->alsoBuild(u"aarch64-darwin"_s);
        m_machine->start();
        BuildHost host = m_machine->host();
        host.systems.clear(); // it says itself what it builds
        const ProbeReport report = probe(host, m_stateDir);
        QVERIFY2(report.ok(), qPrintable(said(report)));
        QVERIFY(report.message.isEmpty());
        QVERIFY(report.trusted);
        QVERIFY2(report.nixVersion.startsWith(u"2."_s), qPrintable(report.nixVersion));
        QCOMPARE(report.systems, (QStringList{u"x86_64-linux"_s, u"aarch64-darwin"_s}));
        QVERIFY(report.freeBytes > 0);
        QCOMPARE(report.offered, m_machine->hostKeys());
        QVERIFY(report.known.isEmpty());
        QCOMPARE(report.steps.size(), 8);
        QVERIFY(!report.failedStep());
    }

    void ipv6AddressIsReached_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("as ssh takes it") << u"::1"_s;
        QTest::newRow("as URLs take it") << u"[::1]"_s;
    }
    void ipv6AddressIsReached()
    {
        if (!QNetworkInterface::allAddresses().contains(QHostAddress(QHostAddress::LocalHostIPv6)))
            QSKIP("this machine has no IPv6");
        QFETCH(QString, address);
        m_machine->moveTo(u"::1"_s);
        m_machine->trustIn(m_stateDir);
        m_machine->start();
        BuildHost host = m_machine->host();
        host.address = address;
        const ProbeReport report = probe(host, m_stateDir);
        QVERIFY2(report.ok(), qPrintable(said(report)));
        QCOMPARE(report.offered, m_machine->hostKeys());
    }

    void reportIsWrittenDownWithTheMachine()
    {
        m_machine->start();
        BuildHost host = m_machine->host();
        host.systems = {u"aarch64-darwin"_s};
        const QDateTime when = QDateTime::fromSecsSinceEpoch(1'800'000'000);
        const ProbeReport good = probe(host, m_stateDir);
        const BuildHost ready = withProbe(host, good, when);
        QCOMPARE(ready.probedAt, when);
        QCOMPARE(ready.probeState, u"ready"_s);
        QVERIFY(ready.probeMessage.isEmpty());
        QCOMPARE(ready.systems, good.systems);

        m_machine->stop();
        const BuildHost down = withProbe(ready, probe(host, m_stateDir), when.addSecs(1));
        QCOMPARE(down.probedAt, when.addSecs(1));
        QCOMPARE(down.probeState, u"port"_s);
        QVERIFY(down.probeMessage.contains(u"second"_s));
        QCOMPARE(down.systems, ready.systems);
    }

    void wrongNameDoesNotResolve()
    {
        BuildHost host = m_machine->host();
        host.address = u"no-such-machine.invalid"_s;
        const ProbeReport report = probe(host, m_stateDir);
        VERIFY_ENDS_AT(report, Kind::NameResolves);
        QCOMPARE(report.failure, Failure::HostUnreachable);
        QVERIFY(report.message.contains(u"no-such-machine.invalid"_s));
        QVERIFY(report.message.contains(u"second"_s));
    }

    void closedPortIsNamed()
    {
        const ProbeReport report = probe(m_machine->host(), m_stateDir);
        VERIFY_ENDS_AT(report, Kind::PortAnswers);
        QCOMPARE(report.failure, Failure::HostUnreachable);
        QVERIFY(report.message.contains(QString::number(m_machine->host().port)));
        QVERIFY(!report.hint.isEmpty());
    }

    void anotherServersPortIsNoSshServer()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        connect(&other, &QTcpServer::newConnection, &other, [&other] {
            while (QTcpSocket *socket = other.nextPendingConnection())
                socket->write("HTTP/1.1 400 Bad Request\r\n\r\n"), socket->disconnectFromHost();
        });
        BuildHost host = m_machine->host();
        host.port = other.serverPort();
        const ProbeReport report = probe(host, m_stateDir);
        VERIFY_ENDS_AT(report, Kind::HostKeyKnown);
        QCOMPARE(report.failure, Failure::HostUnreachable);
    }

    void unknownHostKeyShowsItsFingerprintAndGoesNoFurther()
    {
        m_machine->start();
        QVERIFY(QFile::remove(knownHostsFile(m_stateDir)));
        const ProbeReport report = probe(m_machine->host(), m_stateDir);
        VERIFY_ENDS_AT(report, Kind::HostKeyKnown);
        QVERIFY(report.isHostKeyUnknown());
        QVERIFY(!report.isHostKeyChanged());
        QCOMPARE(report.offered, m_machine->hostKeys());
        QVERIFY(report.known.isEmpty());
        QVERIFY(!m_machine->words().contains("Accepted publickey"));

        QVERIFY(KnownHosts::change(knownHostsFile(m_stateDir),
                                   [&](KnownHosts &known) { return known.add(report.offered); }));
        const ProbeReport confirmed = probe(m_machine->host(), m_stateDir);
        QVERIFY2(confirmed.ok(), qPrintable(said(confirmed)));
    }

    void changedHostKeyStopsWithBothFingerprints()
    {
        const HostKeys before = m_machine->hostKeys();
        m_machine->changeHostKey();
        m_machine->start();
        const ProbeReport report = probe(m_machine->host(), m_stateDir);
        VERIFY_ENDS_AT(report, Kind::HostKeyKnown);
        QVERIFY(report.isHostKeyChanged());
        QCOMPARE(report.known, before);
        QCOMPARE(report.offered, m_machine->hostKeys());
        QVERIFY(report.known.keys[0].fingerprint() != report.offered.keys[0].fingerprint());
        QVERIFY(!m_machine->words().contains("Accepted publickey"));
    }

    void refusedKeyIsNamed()
    {
        m_machine->start();
        BuildHost host = m_machine->host();
        host.keyFile = m_machine->path(u"stranger"_s);
        const ProbeReport report = probe(host, m_stateDir);
        VERIFY_ENDS_AT(report, Kind::KeyAccepted);
        QCOMPARE(report.failure, Failure::KeyRefused);
        QVERIFY(report.message.contains(host.keyFile));
    }

    void nixOffThePathIsFoundAndThenUsed()
    {
        m_machine->start();
        m_machine->setNixOnPath(false);
        BuildHost host = m_machine->host();
        const ProbeReport report = probe(host, m_stateDir);
        VERIFY_ENDS_AT(report, Kind::NixThere);
        QCOMPARE(report.failure, Failure::NixNotOnHost);
        QVERIFY(report.message.contains(u"second"_s));
        QCOMPARE(report.remoteProgram, u"/usr/bin/nix-daemon"_s);
        QVERIFY(report.hint.contains(report.remoteProgram));

        host.remoteProgram = report.remoteProgram;
        const ProbeReport mended = probe(host, m_stateDir);
        QVERIFY2(mended.ok(), qPrintable(said(mended)));

        host.remoteProgram = u"/opt/nix's/nix-daemon"_s;
        const ProbeReport wrong = probe(host, m_stateDir);
        VERIFY_ENDS_AT(wrong, Kind::NixThere);
        QVERIFY(wrong.message.contains(host.remoteProgram));
    }

    void untrustedStoreIsSaidAndSuffices()
    {
        m_machine->distrust();
        m_machine->start();
        const ProbeReport report = probe(m_machine->host(), m_stateDir);
        QVERIFY2(report.ok(), qPrintable(said(report)));
        QVERIFY(!report.trusted);
        QVERIFY(report.steps[int(Kind::StoreTrusted)].detail.contains(u"not trusted"_s));
    }

    void fullDiskIsFound()
    {
        m_machine->start(8);
        m_machine->fillDisk();
        const ProbeReport report = probe(m_machine->host(), m_stateDir);
        QVERIFY(!report.ok());
        QCOMPARE(report.failure, Failure::DiskFull);
        QVERIFY(report.message.contains(u"second"_s));
    }

    void forcedCommandIsNoShell()
    {
        m_machine->forceCommand(u"true"_s);
        m_machine->start();
        const ProbeReport report = probe(m_machine->host(), m_stateDir);
        VERIFY_ENDS_AT(report, Kind::NixThere);
        QVERIFY(report.message.contains(u"does not run commands"_s));
    }

    void stopEndsItAtOnce()
    {
        QTcpServer silent; // takes the connection and never says a word
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        BuildHost host = m_machine->host();
        host.port = silent.serverPort();
        std::stop_source stop;
        const auto future = probeHost(host, m_stateDir, stop.get_token());
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), patience);
        stop.request_stop();
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result().canceled);
        QCOMPARE(withProbe(host, future.result(), QDateTime::currentDateTime()), host);
    }

    void answersOfAMacAreRead()
    {
        const QByteArray out = "version nix-daemon (Determinate Nix 3.8.5) 2.30.2\n"
                               "config {\"system\":{\"value\":\"aarch64-darwin\"},\"extra-platforms\":{\"value\":"
                               "[\"x86_64-darwin\"]}}\n"
                               "space Filesystem 1024-blocks Used Available Capacity Mounted on /dev/disk3s7 482797652 "
                               "90000000 2048 19% /nix\nend\n";
        const auto answers = parseHostAnswers(out);
        QVERIFY(answers);
        QCOMPARE(answers->nixVersion, u"2.30.2"_s);
        QCOMPARE(answers->systems, (QStringList{u"aarch64-darwin"_s, u"x86_64-darwin"_s}));
        QCOMPARE(answers->freeBytes, qint64(2) << 20);
        QVERIFY(!parseHostAnswers(out.chopped(4)));
    }

    void settingsOfSshAreRead()
    {
        const SshSettings settings = parseSshSettings("user builder\nhostname 10.0.0.5\nport 2222\nproxyjump gate\n"
                                                      "hostkeyalias mac\nglobalknownhostsfile /etc/a /etc/b\n");
        QCOMPARE(settings,
                 (SshSettings{.user = u"builder"_s,
                              .address = u"10.0.0.5"_s,
                              .port = 2222,
                              .hostKeyAlias = u"mac"_s,
                              .proxy = u"gate"_s,
                              .globalKnownHosts = {u"/etc/a"_s, u"/etc/b"_s}}));
        QVERIFY(parseSshSettings("proxycommand none\n").proxy.isEmpty());
    }

private:
    std::unique_ptr<SecondMachine> m_machine;
    std::unique_ptr<QTemporaryDir> m_state;
    QString m_stateDir;
};

QTEST_GUILESS_MAIN(HostProbeTest)
#include "tst_hostprobe.moc"
