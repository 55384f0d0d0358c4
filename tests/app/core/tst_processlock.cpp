// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/processlock.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// This program once more, which takes the lock \a path and keeps it until its input ends.
class OtherProcess
{
public:
    explicit OtherProcess(const QString &path)
    {
        m_process.start(QCoreApplication::applicationFilePath(), {u"hold"_s, path});
        m_process.waitForReadyRead();
        m_says = m_process.readLine().trimmed();
    }

    QByteArray says() const { return m_says; }
    qint64 processId() const { return m_process.processId(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
    QByteArray m_says;
};

int hold(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto lock = ProcessLock::take(app.arguments().value(1));
    std::puts(lock ? "taken" : "refused");
    std::fflush(stdout);
    (void)std::getchar();
    return 0;
}

UNMOOR_OTHER_PROCESS(hold)

} // namespace

class ProcessLockTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path() const { return m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

private Q_SLOTS:
    void otherProcessHasItUntilItDies()
    {
        OtherProcess other(path());
        QCOMPARE(other.says(), "taken");
        const QString name = u"another Unmoor (process %1)"_s.arg(other.processId());
        QCOMPARE(ProcessLock::holder(path()), name);
        const auto refused = ProcessLock::take(path());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QCOMPARE(refused.error().message, name);

        other.kill();
        QCOMPARE(ProcessLock::holder(path()), QString());
        QVERIFY(ProcessLock::take(path()));
    }

    void lookingDoesNotEndIt()
    {
        const auto lock = ProcessLock::take(path());
        QVERIFY(lock);
        QVERIFY(!ProcessLock::holder(path()).isEmpty());
        QVERIFY(!ProcessLock::take(path()));
        OtherProcess other(path());
        QCOMPARE(other.says(), "refused");
    }

    void processIdThatWasGivenToAnotherProgramIsNobody_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray pid = QByteArray::number(QCoreApplication::applicationPid());
        const QByteArray machine = QSysInfo::machineHostName().toUtf8();
        QTest::newRow("as it is written now") << pid + '\n' + machine + '\n';
        QTest::newRow("as it was written before") << pid + "\nunmoor\n" + machine + '\n';
        QTest::newRow("nothing, after a power cut") << QByteArray();
    }
    void processIdThatWasGivenToAnotherProgramIsNobody()
    {
        QFETCH(QByteArray, content);
        write(path(), content);
        QCOMPARE(ProcessLock::holder(path()), QString());
        QVERIFY(ProcessLock::take(path()));
    }

    void folderThatCannotBeWrittenIsAnErrorOfThisMachine()
    {
        const auto lock = ProcessLock::take(path() + u"/not there/lock"_s);
        QVERIFY(!lock);
        QCOMPARE(lock.error().kind, Error::Kind::Io);
        QVERIFY(lock.error().message.contains(u"not there"_s));
    }
};

QTEST_GUILESS_MAIN(ProcessLockTest)
#include "tst_processlock.moc"
