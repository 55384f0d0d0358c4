// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/sharedfile.h"

#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// That processes lose nothing of each other is in tst_twoprocesses.
class SharedFileTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void changeSeesWhatIsThereAndPutsItsOwnInItsPlace()
    {
        const QString path = m_dir->filePath(u"new/folder/file"_s);
        QVERIFY(changeSharedFile(path, [](const QByteArray &present) -> Result<QByteArray> {
            return present.isNull() ? QByteArray("one") : QByteArray("not new");
        }));
        QCOMPARE(readSharedFile(path).value(), "one");
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(
            changeSharedFile(path, [](const QByteArray &present) -> Result<QByteArray> { return present + " two"; }));
        QCOMPARE(readSharedFile(path).value(), "one two");
        QVERIFY(!QFileInfo::exists(path + u".lock"_s));
    }

    void refusedChangeLeavesNothingBehind()
    {
        const QString path = m_dir->filePath(u"file"_s);
        const auto refused = changeSharedFile(
            path, [](const QByteArray &) -> Result<QByteArray> { return failure(Error::Kind::Conflict, u"no"_s); });
        QCOMPARE(refused.error().message, u"no"_s);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    }

    void emptyFileIsAnotherThanNone()
    {
        const QString path = m_dir->filePath(u"file"_s);
        QVERIFY(readSharedFile(path)->isNull());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(readSharedFile(path)->isEmpty() && !readSharedFile(path)->isNull());
        QCOMPARE(readSharedFile(m_dir->path()).error().kind, Error::Kind::Io);
    }

    void lockOfAProcessThatDiedIsTakenOver()
    {
        const QString path = m_dir->filePath(u"file"_s);
        QFile lock(path + u".lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("999999999\nunmoor\n" + QSysInfo::machineHostName().toLocal8Bit() + '\n'); // no such process
        lock.close();
        QVERIFY(changeSharedFile(path, [](const QByteArray &) -> Result<QByteArray> { return "new"; }));
        QCOMPARE(readSharedFile(path).value(), "new");
    }

    void watchTellsOfAFileThatComesChangesAndGoes()
    {
        const QString path = m_dir->filePath(u"later/file"_s);
        SharedFileWatch watch(path);
        QSignalSpy changed(&watch, &SharedFileWatch::changed);
        QVERIFY(changeSharedFile(path, [](const QByteArray &) -> Result<QByteArray> { return "one"; }));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(changeSharedFile(path, [](const QByteArray &) -> Result<QByteArray> { return "two"; }));
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(QFile::remove(path));
        QTRY_COMPARE(changed.size(), 3);
    }
};

QTEST_GUILESS_MAIN(SharedFileTest)
#include "tst_sharedfile.moc"
