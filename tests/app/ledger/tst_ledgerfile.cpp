// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/ledger.h"
#include "app/ledger/migrations.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <latch>
#include <thread>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

/// The ledger's file, opened past the Ledger.
class RawDatabase
{
public:
    explicit RawDatabase(const QString &path)
    {
        database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        database.setDatabaseName(path);
        database.open();
    }
    ~RawDatabase()
    {
        database = {};
        QSqlDatabase::removeDatabase(u"raw"_s);
    }
    Q_DISABLE_COPY_MOVE(RawDatabase)

    QVariant query(const QString &sql)
    {
        QSqlQuery query(database);
        return query.exec(sql) && query.next() ? query.value(0) : QVariant();
    }

    QSqlDatabase database;
};

BuildRecord someBuild(const QString &project = u"/p"_s)
{
    return {.project = project, .revision = QString(40, u'a'), .triple = u"t"_s};
}

void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class LedgerFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        m_path = m_folder->filePath(u"ledger.sqlite"_s);
    }

    void missingFoldersAreMade()
    {
        const QString folder = m_folder->filePath(u"state/of/unmoor"_s);
        QVERIFY(Ledger::open(folder).has_value());
        QVERIFY(QFile::exists(folder + u"/ledger.sqlite"_s));
    }

    void newLedgerIsInWalModeAndOfTheNewestVersion()
    {
        QVERIFY(Ledger::open(m_folder->path()).has_value());
        RawDatabase raw(m_path);
        QCOMPARE(raw.query(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
        QCOMPARE(raw.query(u"PRAGMA user_version"_s).toInt(), ledgerMigrations().size());
    }

    void recordsOutliveTheLedger()
    {
        QVERIFY(Ledger::open(m_folder->path()).value()->startBuild(someBuild()).has_value());
        QCOMPARE(Ledger::open(m_folder->path()).value()->builds(u"/p"_s).value().size(), 1);
    }

    void twoOpenLedgersSeeEachOthersRecords()
    {
        const auto one = Ledger::open(m_folder->path()).value();
        const auto two = Ledger::open(m_folder->path()).value();
        const qint64 first = one->startBuild(someBuild()).value();
        const qint64 second = two->startBuild(someBuild()).value();
        QVERIFY(first != second);
        QCOMPARE(one->builds(u"/p"_s).value(), two->builds(u"/p"_s).value());
        QCOMPARE(one->builds(u"/p"_s).value().size(), 2);
    }

    void openedAndWrittenByManyAtOnceNothingIsLost()
    {
        constexpr int writers = 8;
        constexpr int each = 20;
        std::atomic<int> recorded = 0;
        {
            std::latch start(writers);
            std::vector<std::jthread> threads;
            for (int i = 0; i < writers; ++i) {
                threads.emplace_back([&, folder = m_folder->path()] {
                    start.arrive_and_wait();
                    const auto ledger = Ledger::open(folder);
                    for (int n = 0; n < each && ledger; ++n)
                        recorded += (*ledger)->startBuild(someBuild()).has_value() ? 1 : 0;
                });
            }
        }
        QCOMPARE(recorded, writers * each);
        const auto ledger = Ledger::open(m_folder->path()).value();
        QCOMPARE(ledger->builds(u"/p"_s, 1000).value().size(), writers * each);
    }

    void laterMigrationKeepsTheRecords()
    {
        QVERIFY(Ledger::open(m_folder->path()).value()->startBuild(someBuild()).has_value());
        RawDatabase raw(m_path);
        QList<Migration> migrations = ledgerMigrations();
        migrations.append({u"ALTER TABLE builds ADD COLUMN extra TEXT NOT NULL DEFAULT 'none'"_s});
        QVERIFY(migrate(raw.database, migrations).has_value());
        QCOMPARE(raw.query(u"SELECT extra FROM builds"_s).toString(), u"none"_s);
        QCOMPARE(raw.query(u"PRAGMA user_version"_s).toInt(), migrations.size());
    }

    void failedMigrationLeavesTheDatabaseAsItWas()
    {
        QVERIFY(Ledger::open(m_folder->path()).has_value());
        {
            RawDatabase raw(m_path);
            QList<Migration> migrations = ledgerMigrations();
            migrations.append({u"CREATE TABLE half (id INTEGER)"_s, u"no statement"_s});
            const Result<void> migrated = migrate(raw.database, migrations);
            QCOMPARE(migrated.error().kind, Error::Kind::Io);
            QCOMPARE(raw.query(u"SELECT count(*) FROM sqlite_master WHERE name = 'half'"_s).toInt(), 0);
        }
        QVERIFY(Ledger::open(m_folder->path()).has_value());
    }

    void ledgerOfANewerUnmoorIsLeftAlone()
    {
        QVERIFY(Ledger::open(m_folder->path()).has_value());
        {
            RawDatabase raw(m_path);
            raw.query(u"PRAGMA user_version = 4711"_s);
        }
        const auto ledger = Ledger::open(m_folder->path());
        QCOMPARE(ledger.error().kind, Error::Kind::Io);
        QVERIFY2(ledger.error().message.contains(u"newer Unmoor"_s), qPrintable(ledger.error().message));
        RawDatabase raw(m_path);
        QCOMPARE(raw.query(u"PRAGMA user_version"_s).toInt(), 4711);
    }

    void fileInTheFoldersPlaceIsAnIoError()
    {
        const QString file = m_folder->filePath(u"taken"_s);
        overwrite(file, 0, "x");
        for (const QString &folder : {file, file + u"/below"_s}) {
            const auto ledger = Ledger::open(folder);
            QCOMPARE(ledger.error().kind, Error::Kind::Io);
            QVERIFY(ledger.error().message.contains(folder));
        }
    }

    void folderInTheFilesPlaceIsAnIoError()
    {
        QVERIFY(QDir().mkpath(m_path));
        const auto ledger = Ledger::open(m_folder->path());
        QCOMPARE(ledger.error().kind, Error::Kind::Io);
        QVERIFY(ledger.error().message.contains(m_path));
    }

    void damagedFileIsNamedAndKept_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no database") << qint64(0) << QByteArray(5000, 'x');
        QTest::newRow("damaged page") << qint64(4096) << QByteArray(8192, '\xff');
    }
    void damagedFileIsNamedAndKept()
    {
        QFETCH(qint64, at);
        QFETCH(QByteArray, bytes);
        QVERIFY(Ledger::open(m_folder->path()).value()->startBuild(someBuild()).has_value());
        overwrite(m_path, at, bytes);
        const auto ledger = Ledger::open(m_folder->path());
        QCOMPARE(ledger.error().kind, Error::Kind::Corrupt);
        QVERIFY2(ledger.error().message.contains(u"Move it away"_s) && ledger.error().message.contains(m_path),
                 qPrintable(ledger.error().message));
        QVERIFY(QFile::exists(m_path));
    }

    /// SQLite takes it for a new one, and everything would seem never to have been.
    void fileOfNoBytesIsDamage()
    {
        QVERIFY(Ledger::open(m_folder->path()).value()->startBuild(someBuild()).has_value());
        QVERIFY(QFile::resize(m_path, 0));
        const auto ledger = Ledger::open(m_folder->path());
        QVERIFY(!ledger);
        QCOMPARE(ledger.error().kind, Error::Kind::Corrupt);
        QVERIFY2(ledger.error().message.contains(u"is empty"_s) && ledger.error().message.contains(m_path)
                     && ledger.error().message.contains(u"move it away"_s),
                 qPrintable(ledger.error().message));
        QCOMPARE(QFileInfo(m_path).size(), 0);
    }

    void newLedgerIsWholeAndItsOwnersAlone()
    {
        const QString folder = m_folder->filePath(u"state"_s);
        const auto ledger = Ledger::open(folder);
        QVERIFY(ledger);
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(folder).permissions() & others));
        QStringList names;
        for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files)) {
            QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
            names += file.fileName();
        }
        QCOMPARE(names, (QStringList{u"ledger.sqlite"_s, u"ledger.sqlite-shm"_s, u"ledger.sqlite-wal"_s}));
    }

    void movedAwayTheDamagedFileIsReplacedByANewOne()
    {
        overwrite(m_path, 0, QByteArray(5000, 'x'));
        QVERIFY(!Ledger::open(m_folder->path()).has_value());
        QVERIFY(QFile::rename(m_path, m_path + u".broken"_s));
        QVERIFY(Ledger::open(m_folder->path()).has_value());
    }

private:
    std::optional<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(LedgerFileTest)
#include "tst_ledgerfile.moc"
