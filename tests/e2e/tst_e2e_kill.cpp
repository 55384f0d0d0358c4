// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

#include <QUuid>

using namespace e2e;

namespace {

/// Processes that were started by whoever has \a mark in its environment, and are no zombies.
QStringList processesWith(const QByteArray &mark)
{
    QStringList found;
    for (const QString &number : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const QString folder = u"/proc/"_s + number;
        if (read(folder + u"/environ"_s).contains(mark))
            found += number + u' ' + QString::fromUtf8(read(folder + u"/cmdline"_s).replace('\0', ' '));
    }
    return found;
}

} // namespace

/// A killed Unmoor leaves nothing behind that runs or waits.
class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChildEndsWithUnmoor_data()
    {
        QTest::addColumn<int>("bytes"); // of what it says, before it is killed
        for (const int bytes : {1, 100, 300, 600, 1000, 2000, 4000, 8000, 16000})
            QTest::addRow("after %d bytes", bytes) << bytes;
    }

    void everyChildEndsWithUnmoor()
    {
        QFETCH(int, bytes);
        const QTemporaryDir folder;
        const QByteArray mark = QUuid::createUuid().toByteArray();
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"UNMOOR_TEST_MARK"_s, QString::fromLatin1(mark));
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        start(process, {u"rehearse"_s, u"--state-dir"_s, folder.path()}, environment);
        QTRY_VERIFY_WITH_TIMEOUT(process.bytesAvailable() >= bytes || process.state() == QProcess::NotRunning, 120'000);
        // Else what is looked for below would never be found.
        QVERIFY(process.state() == QProcess::NotRunning || !processesWith(mark).isEmpty());
        process.kill();
        QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished());
        QTRY_COMPARE_WITH_TIMEOUT(processesWith(mark).join(u'\n'), QString(), 30'000);
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "tst_e2e_kill.moc"
