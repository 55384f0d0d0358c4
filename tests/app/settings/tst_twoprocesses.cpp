// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/accountbook.h"
#include "app/machines/knownhosts.h"
#include "app/settings/settingsstore.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr int processes = 4;
constexpr int changes = 25;

QString nameOf(int process, int change)
{
    return u"p%1-%2"_s.arg(process).arg(change);
}

HostKeys keysOf(const QString &host)
{
    return {.host = host, .keys = {{.type = u"ssh-ed25519"_s, .blob = host.toUtf8().toBase64()}}};
}

/// One of the processes: adds what is its own, one after the other. addAll WHAT STATE-DIR PROCESS
int addAll(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString what = app.arguments().value(1);
    const QString stateDir = app.arguments().value(2);
    const int process = app.arguments().value(3).toInt();
    for (int change = 0; change < changes; ++change) {
        const QString name = nameOf(process, change);
        const auto done = what == "settings"_L1
            ? changeSettings(stateDir,
                             [&](Settings &settings) { settings.hosts += {.name = name, .address = u"127.0.0.1"_s}; })
                  .transform([](const Settings &) {})
            : what == "accounts"_L1
            ? changeAccounts(stateDir, [&](AccountBook &book) { book.put({.host = u"h"_s, .login = name}); })
                  .transform([](const AccountBook &) {})
            : KnownHosts::change(knownHostsFile(stateDir), [&](KnownHosts &known) { return known.add(keysOf(name)); });
        if (!done) {
            qWarning("%s", qPrintable(done.error().message));
            return 1;
        }
    }
    return 0;
}

UNMOOR_OTHER_PROCESS(addAll)

} // namespace

/// What several processes keep in one state folder at once: real processes, each changing many times.
class TwoProcessesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QStringList entries(const QString &what) const
    {
        QStringList names;
        const Settings settings = readSettings(m_dir.path()).value_or(Settings());
        const AccountBook book = readAccounts(m_dir.path()).value_or(AccountBook());
        const KnownHosts known = KnownHosts::read(knownHostsFile(m_dir.path())).value_or(KnownHosts());
        for (int process = 0; process < processes; ++process)
            for (int change = 0; change < changes; ++change) {
                const QString name = nameOf(process, change);
                if (what == "settings"_L1       ? settings.host(name) != nullptr
                        : what == "accounts"_L1 ? book.find(u"h"_s, name) != nullptr
                                                : known.keysOf(name) == keysOf(name))
                    names += name;
            }
        return names;
    }

private Q_SLOTS:
    void changesAtOnceLoseNothing_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"settings", "accounts", "known_hosts"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void changesAtOnceLoseNothing()
    {
        QFETCH(QString, what);
        std::array<QProcess, processes> running;
        for (int process = 0; process < processes; ++process) {
            running[size_t(process)].setProcessChannelMode(QProcess::ForwardedErrorChannel);
            running[size_t(process)].start(QCoreApplication::applicationFilePath(),
                                           {u"addAll"_s, what, m_dir.path(), QString::number(process)});
        }
        for (QProcess &process : running) {
            QVERIFY(process.waitForFinished(120'000));
            QCOMPARE(process.exitCode(), 0);
        }
        QStringList expected;
        for (int process = 0; process < processes; ++process)
            for (int change = 0; change < changes; ++change)
                expected += nameOf(process, change);
        QStringList found = entries(what);
        found.sort();
        expected.sort();
        QCOMPARE(found, expected);
    }

    void changesOfAnotherProcessAreNoticed()
    {
        const QTemporaryDir dir;
        SettingsStore store(dir.path());
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"addAll"_s, u"settings"_s, dir.path(), u"0"_s});
        QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, 120'000);
        QCOMPARE(other.exitCode(), 0);
        QTRY_COMPARE(store.settings().hosts.size(), changes);
    }
};

QTEST_GUILESS_MAIN(TwoProcessesTest)
#include "tst_twoprocesses.moc"
