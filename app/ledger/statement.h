// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#include <utility>

namespace unmoor {

/// What went wrong with the ledger's file, for a person. Corrupt for a damaged one, Io for anything else.
Error ledgerError(const QSqlDatabase &database, const QSqlError &error);

/// A prepared statement of the ledger.
class Statement
{
public:
    Statement(const QSqlDatabase &database, const QString &sql);

    /// Binds \a value to the column's name, ":name". A null text is stored as an empty one: no column is NULL.
    Statement &bind(const QString &name, const QVariant &value);
    Statement &bind(const QString &name, const QDateTime &time); ///< UTC, ISO 8601; now, where it is invalid

    Result<void> run();
    qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }
    int changedRows() const { return m_query.numRowsAffected(); }

    bool next() { return m_query.next(); }
    QVariant value(const char *column) const;
    QString text(const char *column) const { return value(column).toString(); }
    qint64 number(const char *column) const { return value(column).toLongLong(); }
    QByteArray data(const char *column) const { return value(column).toByteArray(); }
    double real(const char *column) const { return value(column).toDouble(); }
    QDateTime time(const char *column) const;

private:
    QSqlDatabase m_database;
    QSqlQuery m_query;
    bool m_isPrepared = false;
};

} // namespace unmoor
