// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

/// Exchanges with api.github.com as @octokit/fixtures recorded them.
namespace recorded {

struct Exchange
{
    QByteArray method; ///< "GET"
    QString path; ///< with its query
    QJsonValue sent; ///< the request's body
    int status = 0;
    QJsonValue body; ///< JSON, or text
    QJsonObject headers;

    QByteArray bytes() const
    {
        return body.isString() ? body.toString().toUtf8()
            : body.isArray()   ? QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact)
                               : QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    }
};

/// The exchanges of a scenario, such as "release-assets", in their order.
inline QList<Exchange> scenario(const QString &name)
{
    QFile file(qEnvironmentVariable("UNMOOR_RECORDED") + u'/' + name + QStringLiteral("/normalized-fixture.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("There is no %s. Start this test with tests/contract/run-recorded.sh.", qPrintable(file.fileName()));
    QList<Exchange> exchanges;
    for (const QJsonValue &entry : QJsonDocument::fromJson(file.readAll()).array())
        exchanges.append({entry[u"method"].toString().toUpper().toLatin1(), entry[u"path"].toString(), entry[u"body"],
                          entry[u"status"].toInt(), entry[u"response"], entry[u"headers"].toObject()});
    return exchanges;
}

/// What a document is made of: "assets[].name" → "string". Of a list the first entry speaks for all.
inline void shapeOf(const QJsonValue &value, const QString &path, QMap<QString, QString> &shape)
{
    static const QMap<QJsonValue::Type, QString> names{
        {QJsonValue::Null, QStringLiteral("null")},     {QJsonValue::Bool, QStringLiteral("boolean")},
        {QJsonValue::Double, QStringLiteral("number")}, {QJsonValue::String, QStringLiteral("string")},
        {QJsonValue::Array, QStringLiteral("list")},    {QJsonValue::Object, QStringLiteral("object")}};
    shape.insert(path, names.value(value.type()));
    if (value.isArray() && !value.toArray().isEmpty())
        shapeOf(value.toArray().first(), path + QStringLiteral("[]"), shape);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        shapeOf(*it, path.isEmpty() ? it.key() : path + u'.' + it.key(), shape);
}

} // namespace recorded
