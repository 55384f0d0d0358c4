// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/glob.h"
#include "app/core/words.h"
#include "app/project/manifestparts.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QStringList assetPlaceholders()
{
    return {u"name"_s, u"version"_s, u"tag"_s};
}

/// The name that users see: what is said, else that of the file.
QString assetName(const TomlTable &table, const QString &file)
{
    const QString said = table.has("name"_L1)
        ? templateText(table, "name"_L1, assetPlaceholders(), table.requiredString("name"_L1))
        : file.section(u'/', -1);
    const QLatin1StringView key = table.has("name"_L1) ? "name"_L1 : "file"_L1;
    if (said.contains(u'/') || said == u"." || said == u"..")
        table.refuse(key, Words::tr("%1 must be a file name, without folders.").arg(table.label(key)));
    if (table.has("name"_L1) && said.contains(u'*'))
        table.refuse(key, Words::tr("%1 must be one name: a wildcard belongs into \"file\".").arg(table.label(key)));
    return said;
}

ManifestTarget readAsset(const TomlTable &table)
{
    ManifestTarget asset{.isAsset = true};
    const bool isOutput = table.has("output"_L1) || table.has("system"_L1);
    if (isOutput) {
        asset.system = nixSystem(table);
        asset.output = table.requiredString("output"_L1);
    }
    if (table.has("file"_L1) || !isOutput || !table.has("name"_L1))
        asset.file = templateText(table, "file"_L1, assetPlaceholders(), table.requiredString("file"_L1));
    if (isOutput && asset.file.contains(u'/'))
        table.refuse("file"_L1,
                     Words::tr("%1 of an output must be a file name, without folders: it is looked for in all of them.")
                         .arg(table.label("file"_L1)));
    else if (!isOutput)
        checkInside(table, "file"_L1, asset.file);
    if (!isOutput && !Glob::isPlain(QString(asset.file).remove(u"{name}"_s).remove(u"{version}"_s).remove(u"{tag}"_s)))
        table.refuse("file"_L1,
                     Words::tr("%1 of the checkout must be one file, without wildcards.").arg(table.label("file"_L1)));
    asset.archive = assetName(table, asset.file);
    asset.triple = asset.archive;
    if (asset.file.isEmpty())
        asset.file = asset.archive;
    asset.label = table.string("label"_L1);
    return asset;
}

} // namespace

QList<ManifestTarget> readAssets(const TomlTable &root, const QList<ManifestTarget> &targets)
{
    static const QStringList known{u"name"_s, u"file"_s, u"output"_s, u"system"_s, u"label"_s};
    QSet<QString> names;
    for (const ManifestTarget &target : targets)
        names += {target.triple, expandTemplate(target.archive, {.triple = target.triple})};
    QList<ManifestTarget> assets;
    for (const TomlTable &table : root.tables("asset"_L1, u"[[asset]]"_s, known)) {
        const ManifestTarget asset = readAsset(table);
        if (!asset.archive.isEmpty() && names.contains(asset.archive))
            table.refuse(table.has("name"_L1) ? "name"_L1 : "file"_L1,
                         Words::tr("Another file of the release is named %1, too. Give one of them another \"name\".")
                             .arg(asset.archive));
        names += asset.archive;
        assets += asset;
    }
    return assets;
}

} // namespace unmoor
