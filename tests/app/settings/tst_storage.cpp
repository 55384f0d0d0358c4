// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/ledger.h"
#include "app/settings/storage.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace unmoor;
using namespace Qt::StringLiterals;

/// On a real folder with a real ledger.
class TestStorage : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    const QDateTime m_now = QDateTime::currentDateTimeUtc();

    QString makeFile(const QString &path, int size, int daysOld = 0) const
    {
        const QString absolute = m_dir->filePath(path);
        QDir().mkpath(QFileInfo(absolute).path());
        QFile file(absolute);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(size, 'x')) != size || !file.flush()
            || !file.setFileTime(m_now.addDays(-daysOld), QFileDevice::FileModificationTime))
            qFatal("The file was not made.");
        return absolute;
    }

    void recordBuild(const QString &version, const QString &log, int daysOld) const
    {
        const auto ledger = Ledger::open(m_dir->path());
        QVERIFY(ledger);
        QVERIFY((*ledger)->startBuild({.project = u"/src/minne"_s,
                                       .revision = QString(40, u'a'),
                                       .version = version,
                                       .triple = u"x"_s,
                                       .logFile = log,
                                       .startedAt = m_now.addDays(-daysOld)}));
    }

    void recordRelease(const QString &version, const QString &state) const
    {
        const auto ledger = Ledger::open(m_dir->path());
        QVERIFY(ledger);
        QVERIFY((*ledger)->recordRelease({.project = u"/src/minne"_s,
                                          .version = version,
                                          .tag = u'v' + version,
                                          .state = state,
                                          .updatedAt = m_now}));
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatIsThereIsTakenFromOthers()
    {
        const QString state = m_dir->filePath(u"state"_s);
        const QStringList files{u"ledger.sqlite"_s, u"ledger.sqlite-wal"_s,  u"settings.ini"_s,
                                u"accounts.json"_s, u"logs/minne-1/a.log"_s, u"notes/minne-1/1.unsaved.json"_s};
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        const auto isOpen = [&](const QString &path) { return bool(QFileInfo(path).permissions() & others); };
        for (const QString &file : files)
            QFile::setPermissions(makeFile(u"state/"_s + file, 1), QFile::ReadOwner | QFile::WriteOwner | others);
        QFile::setPermissions(state, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | others);
        const QString elsewhere = makeFile(u"elsewhere"_s, 1);
        QFile::setPermissions(elsewhere, QFile::ReadOwner | QFile::ReadOther);
        QVERIFY(QFile::link(elsewhere, state + u"/logs/link.log"_s));
        keepPrivate(state);
        QVERIFY(!isOpen(state));
        for (const QString &file : files)
            QVERIFY2(!isOpen(state + u'/' + file), qPrintable(file));
        QVERIFY(isOpen(elsewhere)); // links are not followed
        QVERIFY(QFileInfo(state + u"/ledger.sqlite"_s).isWritable());
    }

    void folderOfSomethingElseStaysAsItIs()
    {
        const QString home = m_dir->filePath(u"home"_s);
        const QString log = makeFile(u"home/logs/x.log"_s, 1);
        const auto shared = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
        QFile::setPermissions(home, shared);
        QFile::setPermissions(log, QFile::ReadOwner | QFile::ReadOther);
        keepPrivate(home);
        QVERIFY(QFileInfo(home).permissions() & QFile::ReadOther);
        QVERIFY(QFileInfo(log).permissions() & QFile::ReadOther);
    }

    void partsAreCountedByFolder()
    {
        makeFile(u"logs/minne-1/a.log"_s, 100);
        makeFile(u"logs/minne-1/a.log.index"_s, 20);
        makeFile(u"adopted/minne-1/b.tar.xz"_s, 300);
        makeFile(u"downloads/c.tar.xz"_s, 400);
        makeFile(u"rehearsal/ledger.sqlite"_s, 50);
        makeFile(u"ledger.sqlite"_s, 7);
        makeFile(u"settings.ini"_s, 3);
        QDir(m_dir->path()).mkpath(u"roots/minne-1"_s);
        QVERIFY(QFile::link(u"/nix/store/gone-file"_s, m_dir->filePath(u"roots/minne-1/x"_s)));
        QVERIFY(QFile::link(m_dir->filePath(u"adopted"_s), m_dir->filePath(u"roots/minne-1/y"_s)));
        const StorageUse use = measureStorage(m_dir->path());
        const StorageUse expected{.ledger = 7,
                                  .logs = 120,
                                  .logFiles = 1,
                                  .adopted = 300,
                                  .earlier = 400,
                                  .rehearsal = 50,
                                  .other = 3,
                                  .roots = 2};
        QVERIFY(use == expected);
        QCOMPARE(use.total(), 880);
    }

    void onlyOldLogsOfPublishedReleasesGo()
    {
        const QString published = makeFile(u"logs/minne-1/published.log"_s, 100, 40);
        const QString index = makeFile(u"logs/minne-1/published.log.index"_s, 10, 40);
        const QString young = makeFile(u"logs/minne-1/young.log"_s, 100, 2);
        const QString draft = makeFile(u"logs/minne-1/draft.log"_s, 100, 40);
        const QString never = makeFile(u"logs/minne-1/never.log"_s, 100, 40);
        const QString unknown = makeFile(u"logs/minne-1/unknown.log"_s, 100, 40);
        recordBuild(u"1.0.4"_s, published, 40);
        recordBuild(u"1.0.4"_s, young, 2);
        recordBuild(u"1.0.5"_s, draft, 40);
        recordBuild(u"1.0.6"_s, never, 40);
        recordRelease(u"1.0.4"_s, u"verified"_s);
        recordRelease(u"1.0.5"_s, u"draft"_s);

        const auto old = findOldLogs(m_dir->path(), m_now.addDays(-30));
        QVERIFY(old);
        QStringList files = old->files;
        files.sort();
        QCOMPARE(files, QStringList({published, index}));
        QCOMPARE(old->bytes, 110);
        QCOMPARE(old->kept, 3);

        QVERIFY(deleteLogs(*old));
        QVERIFY(!QFileInfo::exists(published) && !QFileInfo::exists(index));
        QVERIFY(QFileInfo::exists(draft) && QFileInfo::exists(never) && QFileInfo::exists(unknown));
        QVERIFY(deleteLogs(*old)); // gone already is no failure
    }

    void noLedgerMeansNothingIsKnown()
    {
        makeFile(u"logs/minne-1/a.log"_s, 100, 40);
        const auto old = findOldLogs(m_dir->path(), m_now);
        QVERIFY(old && old->files.isEmpty());
        QCOMPARE(old->kept, 1);
        QVERIFY(!QFileInfo::exists(m_dir->filePath(u"ledger.sqlite"_s)));
    }

    void placesFollowARenamedMachine()
    {
        const auto ledger = Ledger::open(m_dir->path());
        QVERIFY(ledger);
        QVERIFY((*ledger)->setPlace(u"/a"_s, u"x"_s, u"arm-box"_s));
        QVERIFY((*ledger)->setPlace(u"/b"_s, u"y"_s, u"arm-box"_s));
        QVERIFY((*ledger)->setPlace(u"/b"_s, u"z"_s, u"mac-mini"_s));
        QVERIFY((*ledger)->movePlaces(u"arm-box"_s, u"arm-two"_s));
        QCOMPARE((*ledger)->places(u"/a"_s)->value(u"x"_s), u"arm-two"_s);
        QCOMPARE((*ledger)->places(u"/b"_s)->value(u"y"_s), u"arm-two"_s);
        QCOMPARE((*ledger)->places(u"/b"_s)->value(u"z"_s), u"mac-mini"_s);
    }
};

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_storage.moc"
