// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <expected>

namespace unmoor::rehearsal {

/// A field that a GraphQL query asks for, with what it asks of it.
struct GraphField
{
    QString name;
    QString key; ///< in the answer: the alias, or the name
    QJsonObject arguments; ///< variables filled in
    QList<GraphField> fields;
};

/// Reads a query of GraphQL (https://spec.graphql.org/October2021/): fields, aliases, arguments and variables.
/// Fragments, directives, mutations and several operations are refused; the error says what was in the way.
std::expected<QList<GraphField>, QString> parseGraphQuery(const QString &text, const QJsonObject &variables);

} // namespace unmoor::rehearsal
