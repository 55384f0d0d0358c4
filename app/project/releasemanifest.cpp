// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/releasemanifest.h"

#include "app/core/plainfile.h"
#include "app/core/words.h"
#include "app/project/manifesttext.h"
#include "app/project/nametarget.h"
#include "app/project/semver.h"
#include "app/project/targettriple.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// A manifest is a page; what is larger is something else.
constexpr qint64 largestManifest = 1024 * 1024;

QStringList expandAll(QStringList texts, const TemplateValues &values)
{
    for (QString &text : texts)
        text = expandTemplate(text, values);
    return texts;
}

} // namespace

QString manifestPath(const QString &directory)
{
    return QDir::cleanPath(QDir(directory).filePath(u"unmoor.toml"_s));
}

Result<QByteArray> readManifestText(const QString &directory)
{
    const QString path = manifestPath(directory);
    auto toml = readPlainFile({.path = path, .most = largestManifest, .folder = projectBounds(directory)});
    if (!toml && toml.error().kind == Error::Kind::NotFound)
        return failure(
            Error::Kind::NotFound,
            Words::tr("There is no %1. Run 'unmoor init' in the project's folder: it proposes one.").arg(path));
    return toml;
}

Result<ReleaseManifest> readManifest(const QString &directory)
{
    return readManifestText(directory).and_then(
        [&](const QByteArray &text) { return parseManifest(text, manifestPath(directory)); });
}

QString expandTemplate(const QString &text, const TemplateValues &values)
{
    static const QRegularExpression expression(uR"(\{(name|version|tag|triple)\})"_s);
    QString expanded;
    qsizetype end = 0;
    // One pass: braces in a value are the value's own.
    for (const auto &match : expression.globalMatch(text)) {
        const QString key = match.captured(1);
        expanded += QStringView(text).sliced(end, match.capturedStart() - end);
        expanded += key == u"name" ? values.name
            : key == u"version"    ? values.version
            : key == u"tag"        ? values.tag
                                   : values.triple;
        end = match.capturedEnd();
    }
    expanded += QStringView(text).sliced(end);
    return expanded;
}

std::optional<ExpectedLayout> layoutOf(const ReleaseManifest &manifest, const ManifestTarget &target,
                                       const TemplateValues &values)
{
    const auto found = manifest.layouts.constFind(target.layout);
    if (target.layout.isEmpty() || found == manifest.layouts.constEnd())
        return {};
    ExpectedLayout layout = *found;
    layout.root = expandTemplate(layout.root, values);
    layout.allow = expandAll(layout.allow, values);
    for (ExpectedFile &file : layout.files)
        file.path = expandTemplate(file.path, values);
    return layout;
}

std::optional<PortabilityTarget> portabilityTarget(const ManifestTarget &target)
{
    const auto triple = target.isAsset ? targetInName(target.archive) : TargetTriple::parse(target.triple);
    auto known = triple ? portabilityTarget(*triple) : std::nullopt;
    if (!known)
        return {};
    if (!target.isAsset)
        known->triple = target.triple;
    known->glibcFloor = target.glibcFloor;
    known->macOsFloor = target.macOsFloor;
    return known;
}

InspectionRules inspectionRules(const ReleaseManifest &manifest, const ManifestTarget *target,
                                const TemplateValues &values)
{
    InspectionRules rules{.checks = manifest.checks, .limits = manifest.limits};
    if (target) {
        rules.layout = layoutOf(manifest, *target, values);
        rules.target = portabilityTarget(*target);
        rules.lone = target->isAsset ? LoneFiles::All : LoneFiles::Programs;
    }
    return rules;
}

bool isPreRelease(const ReleaseManifest &manifest, const QString &version)
{
    if (manifest.prerelease != Choice::Auto)
        return manifest.prerelease == Choice::Yes;
    return isVersion(version, manifest.scheme) && isEarlyVersion(version, manifest.scheme);
}

QString tagKindName(TagKind kind)
{
    return kind == TagKind::Signed ? u"signed"_s : kind == TagKind::Annotated ? u"annotated"_s : u"lightweight"_s;
}

} // namespace unmoor
