// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/ledger.h"

#include "ledger/migrations.h"
#include "ledger/statement.h"

#include <QCoreApplication>
#include <QDir>
#include <QUuid>
#include <utility>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Ledger)
};

Result<void> makeFolder(const QString &directory)
{
    if (QDir().mkpath(directory))
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

/// Lets readers go on while one process writes. Where the file system cannot share memory, SQLite keeps its rollback
/// journal, which is as safe; hence no error.
void configure(const QSqlDatabase &database)
{
    QSqlQuery(database).exec(u"PRAGMA journal_mode = WAL"_s);
    QSqlQuery(database).exec(u"PRAGMA foreign_keys = ON"_s);
}

} // namespace

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &directory)
{
    if (const Result<void> made = makeFolder(directory); !made)
        return std::unexpected(made.error());
    std::unique_ptr<Ledger> ledger(new Ledger(u"ledger-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, ledger->m_connection);
    database.setDatabaseName(QDir(directory).absoluteFilePath(u"ledger.sqlite"_s));
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (!database.open())
        return std::unexpected(ledgerError(database, database.lastError()));
    if (const Result<void> whole = checkWhole(database); !whole)
        return std::unexpected(whole.error());
    configure(database);
    return migrate(database).transform([&] {
        ledger->changedElsewhere();
        return std::move(ledger);
    });
}

Ledger::Ledger(QString connection)
    : m_connection(std::move(connection))
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
