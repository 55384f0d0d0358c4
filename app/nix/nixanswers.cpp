// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/nixanswers.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

std::unexpected<Error> notUnderstood(const QString &command)
{
    return failure(Error::Kind::Corrupt,
                   QCoreApplication::translate(
                       "Nix",
                       "Unmoor does not understand what “%1” answered. A newer Nix may have changed it: look for "
                       "an update of Unmoor.")
                       .arg(command));
}

FlakeOutput outputOf(const QString &system, const QString &output, const QJsonObject &object)
{
    return {.system = system,
            .output = output,
            .name = object["name"_L1].toString(),
            .drvPath = object["drvPath"_L1].toString(),
            .outPath = object["outputPath"_L1].toString()};
}

/// Nix 2.8: [{path, valid, …}].
QStringList validOfArray(const QJsonArray &array)
{
    QStringList valid;
    for (const QJsonValue &info : array) {
        if (info["valid"_L1].toBool(true))
            valid += info["path"_L1].toString();
    }
    return valid;
}

/// Nix 2.19 and newer: {path: info or null}; from 2.33 the keys may lack the store's folder.
QStringList validOfObject(const QJsonObject &object, const QString &storeDir)
{
    QStringList valid;
    for (const QString &path : object.keys()) {
        if (!object[path].isNull())
            valid += path.startsWith(u'/') ? path : storeDir + u'/' + path;
    }
    return valid;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &text : value.toArray())
        texts += text.toString();
    return texts;
}

} // namespace

Result<QStringList> parsePathInfo(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (document.isArray())
        return validOfArray(document.array());
    if (!document.isObject())
        return notUnderstood(u"nix path-info --json"_s);
    const QJsonObject object = document.object();
    if (!object["version"_L1].isUndefined())
        return validOfObject(object["info"_L1].toObject(), object["storeDir"_L1].toString(u"/nix/store"_s));
    return validOfObject(object, u"/nix/store"_s);
}

Result<QList<FlakeOutput>> parseOutputs(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return notUnderstood(u"nix eval --json"_s);
    QList<FlakeOutput> outputs;
    for (const QString &system : document.object().keys()) {
        const QJsonObject packages = document[system].toObject();
        for (const QString &output : packages.keys()) {
            if (packages[output].isObject())
                outputs += outputOf(system, output, packages[output].toObject());
        }
    }
    return outputs;
}

Result<FlakeOutput> parseOutput(const QByteArray &json, const QString &system, const QString &output)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return notUnderstood(u"nix eval --json"_s);
    return outputOf(system, output, document.object());
}

Result<QList<FlakeOutput>> parseOutputNames(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return notUnderstood(u"nix eval --json"_s);
    QList<FlakeOutput> outputs;
    for (const QString &system : document.object().keys()) {
        for (const QString &name : textsOf(document[system]))
            outputs += FlakeOutput{.system = system, .output = name};
    }
    return outputs;
}

Result<QString> parseValue(const QByteArray &json)
{
    // A document is an object or an array, a value need not be.
    const auto document = QJsonDocument::fromJson('[' + json + ']');
    if (!document.isArray() || document.array().size() != 1)
        return notUnderstood(u"nix eval --json"_s);
    const QJsonValue value = document.array().first();
    return value.isString() ? value.toString() : QString::fromUtf8(json.trimmed());
}

QString parseNixVersion(const QByteArray &text)
{
    // "nix (Determinate Nix 3.8.5) 2.30.2": the last one is Nix's own.
    static const QRegularExpression version(u"\\d+\\.\\d+[^\\s)]*"_s);
    QRegularExpressionMatch match;
    return QString::fromUtf8(text).lastIndexOf(version, -1, &match) < 0 ? QString() : match.captured();
}

Result<QStringList> parseBuildableSystems(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    const QJsonObject object = document.object();
    const QString system = object["system"_L1]["value"_L1].toString();
    if (system.isEmpty())
        return notUnderstood(u"nix config show --json"_s);
    QStringList systems{system};
    systems += textsOf(object["extra-platforms"_L1]["value"_L1]);
    systems.removeDuplicates();
    return systems;
}

Result<NixInfo> parseNixConfig(const QByteArray &json)
{
    return parseBuildableSystems(json).transform([&](const QStringList &systems) {
        const QJsonValue jobs = QJsonDocument::fromJson(json)["max-jobs"_L1]["value"_L1];
        return NixInfo{.systems = systems, .maxJobs = std::max(1, jobs.toInt(1))};
    });
}

Result<BuiltOutput> parseBuildResult(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    const QJsonValue built = document.array().first();
    const QJsonObject outputs = built["outputs"_L1].toObject();
    if (outputs.isEmpty())
        return notUnderstood(u"nix build --json"_s);
    const QJsonValue out = outputs.contains("out"_L1) ? outputs["out"_L1] : outputs.begin().value();
    return BuiltOutput{.drvPath = built["drvPath"_L1].toString(), .outPath = out.toString()};
}

} // namespace unmoor
