// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/ledger.h"

#include "app/ledger/statement.h"

using namespace Qt::StringLiterals;

namespace unmoor {

Result<void> Ledger::setPlace(const QString &project, const QString &triple, const QString &place)
{
    return Statement(QSqlDatabase::database(m_connection),
                     uR"(INSERT INTO places (project, triple, place) VALUES (:project, :triple, :place)
                         ON CONFLICT (project, triple) DO UPDATE SET place = :place)"_s)
        .bind(u":project"_s, project)
        .bind(u":triple"_s, triple)
        .bind(u":place"_s, place)
        .run();
}

Result<QMap<QString, QString>> Ledger::places(const QString &project) const
{
    Statement select(QSqlDatabase::database(m_connection),
                     u"SELECT triple, place FROM places WHERE project = :project"_s);
    select.bind(u":project"_s, project);
    return select.run().transform([&] {
        QMap<QString, QString> places;
        while (select.next())
            places.insert(select.text("triple"), select.text("place"));
        return places;
    });
}

Result<void> Ledger::movePlaces(const QString &place, const QString &newPlace)
{
    return Statement(QSqlDatabase::database(m_connection),
                     u"UPDATE places SET place = :new_place WHERE place = :place"_s)
        .bind(u":place"_s, place)
        .bind(u":new_place"_s, newPlace)
        .run();
}

} // namespace unmoor
