// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/ledger.h"

#include "app/core/privatefile.h"
#include "app/core/words.h"
#include "app/ledger/migrations.h"
#include "app/ledger/statement.h"

#include <QDir>
#include <QTemporaryFile>
#include <QUuid>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

Result<void> makeFolder(const QString &directory)
{
    const QFileInfo folder(directory);
    const bool isMade = folder.isDir()
        || (QDir().mkpath(folder.absolutePath()) && (QDir().mkdir(directory, privateFolder) || folder.isDir()));
    if (isMade)
        return {};
    return failure(Error::Kind::Io,
                   Words::tr("Could not make the folder %1 for the ledger. Make sure that you may write to the folder "
                             "above it and that no file has its name, or choose another with --state-dir.")
                       .arg(directory));
}

Result<void> checkWhole(const QSqlDatabase &database)
{
    Statement check(database, u"PRAGMA quick_check(1)"_s);
    if (const Result<void> checked = check.run(); !checked)
        return checked;
    const QString verdict = check.next() ? check.text("quick_check") : QString();
    if (verdict == "ok"_L1)
        return {};
    return std::unexpected(ledgerError(database, QSqlError({}, verdict, QSqlError::StatementError, u"11"_s)));
}

/// SQLite takes a file of no bytes for a new database, and what was in it would seem never to have been.
Result<void> checkNotCutOff(const QFileInfo &file)
{
    if (!file.isFile() || file.size() > 0)
        return {};
    return failure(
        Error::Kind::Corrupt,
        Words::tr("The ledger %1 is empty: a full disk or another program took what was in it. Bring it back "
                  "from a copy. Or move it away together with %1-wal and %1-shm, if they are there, and "
                  "start again: Unmoor begins a new one. Releases are not affected; only what was built is "
                  "no longer known.")
            .arg(file.filePath()));
}

/// Puts \a made in the place of \a path, unless another process was quicker.
bool putInPlace(const QString &made, const QString &path)
{
    const QByteArray from = QFile::encodeName(made);
    const QByteArray to = QFile::encodeName(path);
    if (::link(from.constData(), to.constData()) == 0 || errno == EEXIST)
        return true;
    return std::rename(from.constData(), to.constData()) == 0; // a file system without hard links
}

/// Lets readers go on while one process writes. Where the file system cannot share memory, SQLite keeps its rollback
/// journal, which is as safe; hence no error. The disk is waited for when the log is folded in, not for every record:
/// the window would stand still meanwhile. A machine that loses its power may lose the last records, never the ledger,
/// and what is not in it counts as not built.
void configure(const QSqlDatabase &database)
{
    QSqlQuery(database).exec(u"PRAGMA journal_mode = WAL"_s);
    QSqlQuery(database).exec(u"PRAGMA synchronous = NORMAL"_s);
    QSqlQuery(database).exec(u"PRAGMA foreign_keys = ON"_s);
}

} // namespace

Result<void> Ledger::connect(const QString &path)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (database.open())
        return {};
    return std::unexpected(ledgerError(database, database.lastError()));
}

/// A new ledger appears whole, so that one of no bytes is never a new one.
Result<void> Ledger::make(const QString &path)
{
    QTemporaryFile file(path + u".XXXXXX"_s); // for its owner alone
    const bool isOpen = file.open();
    file.close();
    Ledger ledger;
    if (const auto connected = ledger.connect(isOpen ? file.fileName() : path); !isOpen || !connected)
        return connected; // without a place for the other file, SQLite says why
    {
        QSqlDatabase database = QSqlDatabase::database(ledger.m_connection);
        if (const Result<void> migrated = migrate(database); !migrated)
            return migrated;
        database.close();
    }
    if (putInPlace(file.fileName(), path))
        return {};
    return failure(Error::Kind::Io,
                   Words::tr("Could not make the ledger %1: %2. Make sure that you may write to its folder, or choose "
                             "another with --state-dir.")
                       .arg(path, QString::fromLocal8Bit(std::strerror(errno))));
}

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &directory)
{
    const QString path = QDir(directory).absoluteFilePath(u"ledger.sqlite"_s);
    if (const Result<void> made = makeFolder(directory); !made)
        return std::unexpected(made.error());
    if (const Result<void> whole = checkNotCutOff(QFileInfo(path)); !whole)
        return std::unexpected(whole.error());
    if (!QFileInfo::exists(path))
        if (const Result<void> made = make(path); !made)
            return std::unexpected(made.error());
    std::unique_ptr<Ledger> ledger(new Ledger);
    if (const Result<void> connected = ledger->connect(path); !connected)
        return std::unexpected(connected.error());
    QSqlDatabase database = QSqlDatabase::database(ledger->m_connection);
    if (const Result<void> whole = checkWhole(database); !whole)
        return std::unexpected(whole.error());
    configure(database);
    return migrate(database).transform([&] {
        ledger->changedElsewhere();
        return std::move(ledger);
    });
}

Result<std::unique_ptr<Ledger>> Ledger::openToRead(const QString &directory)
{
    std::unique_ptr<Ledger> ledger(new Ledger);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, ledger->m_connection);
    database.setDatabaseName(QDir(directory).absoluteFilePath(u"ledger.sqlite"_s));
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (!database.open())
        return std::unexpected(ledgerError(database, database.lastError()));
    return ledger;
}

Ledger::Ledger()
    : m_connection(u"ledger-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

bool Ledger::changedElsewhere()
{
    Statement version(QSqlDatabase::database(m_connection), u"PRAGMA data_version"_s);
    if (!version.run() || !version.next())
        return false;
    const qint64 now = version.number("data_version");
    return std::exchange(m_seenVersion, now) != now;
}

Ledger::~Ledger()
{
    QSqlDatabase::removeDatabase(m_connection);
}

} // namespace unmoor
