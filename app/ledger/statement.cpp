// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/statement.h"

#include "app/core/words.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

// SQLite's primary result codes.
constexpr int sqliteBusy = 5;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteNotADatabase = 26;

} // namespace

Error ledgerError(const QSqlDatabase &database, const QSqlError &error)
{
    const QString file = database.databaseName();
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const QString reason = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    if (code == sqliteCorrupt || code == sqliteNotADatabase)
        return {Error::Kind::Corrupt,
                Words::tr("The ledger %1 is damaged (%2). Move it away together with %1-wal and %1-shm, if they are "
                          "there, and start again: Unmoor begins a new one. Releases are not affected; only what was "
                          "built is no longer known.")
                    .arg(file, reason)};
    if (code == sqliteBusy)
        return {Error::Kind::Io,
                Words::tr("The ledger %1 is in use by another program and did not become free. Close other Unmoor "
                          "windows and commands, then try again.")
                    .arg(file)};
    if (code == sqliteFull)
        return {
            Error::Kind::Io,
            Words::tr("The ledger %1 could not be written: the disk is full. Free some room and try again.").arg(file)};
    return {
        Error::Kind::Io,
        Words::tr("Could not use the ledger %1: %2. Make sure that you may write to it and to its folder, or choose "
                  "another folder with --state-dir.")
            .arg(file, reason)};
}

Statement::Statement(const QSqlDatabase &database, const QString &sql)
    : m_database(database)
    , m_query(database)
{
    m_query.setForwardOnly(true);
    m_isPrepared = m_query.prepare(sql);
}

Statement &Statement::bind(const QString &name, const QVariant &value)
{
    QVariant bound = value;
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        bound = u""_s;
    else if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        bound = QByteArray("");
    m_query.bindValue(name, bound);
    return *this;
}

Statement &Statement::bind(const QString &name, const QDateTime &time)
{
    const QDateTime utc = time.isValid() ? time.toUTC() : QDateTime::currentDateTimeUtc();
    m_query.bindValue(name, utc.toString(Qt::ISODateWithMs));
    return *this;
}

Result<void> Statement::run()
{
    if (!m_isPrepared || !m_query.exec())
        return std::unexpected(ledgerError(m_database, m_query.lastError()));
    return {};
}

QVariant Statement::value(const char *column) const
{
    return m_query.value(QLatin1StringView(column));
}

QDateTime Statement::time(const char *column) const
{
    return QDateTime::fromString(text(column), Qt::ISODateWithMs).toUTC();
}

} // namespace unmoor
