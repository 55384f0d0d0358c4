// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/nixanswers.h"

#include "app/core/words.h"
#include "app/nix/storefolder.h"

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
                   Words::tr("Unmoor does not understand what “%1” answered. A newer Nix may have changed it: look for "
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

/// Text, or from Nix 2.33 an object.
QString hashOf(const QJsonValue &info)
{
    const QJsonValue hash = info["narHash"_L1];
    return hash.isObject() ? QString::fromUtf8(QJsonDocument(hash.toObject()).toJson(QJsonDocument::Compact))
                           : hash.toString();
}

/// Nix 2.8: [{path, valid, …}].
QMap<QString, QString> hashesOfArray(const QJsonArray &array)
{
    QMap<QString, QString> hashes;
    for (const QJsonValue &info : array) {
        if (info["valid"_L1].toBool(true))
            hashes.insert(info["path"_L1].toString(), hashOf(info));
    }
    return hashes;
}

/// Nix 2.19 and newer: {path: info or null}; from 2.33 the keys may lack the store's folder.
QMap<QString, QString> hashesOfObject(const QJsonObject &object, const QString &storeDir)
{
    QMap<QString, QString> hashes;
    for (const QString &path : object.keys()) {
        if (!object[path].isNull())
            hashes.insert(path.startsWith(u'/') ? path : storeDir + u'/' + path, hashOf(object[path]));
    }
    return hashes;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &text : value.toArray())
        texts += text.toString();
    return texts;
}

} // namespace

Result<QMap<QString, QString>> parsePathHashes(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (document.isArray())
        return hashesOfArray(document.array());
    if (!document.isObject())
        return notUnderstood(u"nix path-info --json"_s);
    const QJsonObject object = document.object();
    if (!object["version"_L1].isUndefined())
        return hashesOfObject(object["info"_L1].toObject(), object["storeDir"_L1].toString(u"/nix/store"_s));
    return hashesOfObject(object, u"/nix/store"_s);
}

Result<QStringList> parsePathInfo(const QByteArray &json)
{
    return parsePathHashes(json).transform([](const QMap<QString, QString> &hashes) { return hashes.keys(); });
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
        const QJsonObject settings = QJsonDocument::fromJson(json).object();
        return NixInfo{.systems = systems,
                       .maxJobs = std::max(1, settings["max-jobs"_L1]["value"_L1].toInt(1)),
                       .storeFolder = storeFolderOf(settings["store"_L1]["value"_L1].toString(), ownStoreRoot())};
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

std::optional<bool> parseTrusted(const QByteArray &json)
{
    const QJsonValue trusted = QJsonDocument::fromJson(json).object()["trusted"_L1];
    if (trusted.isDouble())
        return trusted.toInt() == 1;
    return trusted.isBool() ? std::optional(trusted.toBool()) : std::nullopt;
}

} // namespace unmoor
