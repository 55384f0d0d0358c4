// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/releasemanifest.h"

#include "project/semver.h"
#include "project/targettriple.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseManifest)
};

/// A manifest is a page; what is larger is something else.
constexpr qint64 largestManifest = 1024 * 1024;

QStringList expandAll(QStringList texts, const TemplateValues &values)
{
    for (QString &text : texts)
        text = expandTemplate(text, values);
    return texts;
}

} // namespace

Result<ReleaseManifest> readManifest(const QString &directory)
{
    const QString path = QDir::cleanPath(QDir(directory).filePath(u"unmoor.toml"_s));
    QFile file(path);
    if (!file.exists())
        return failure(
            Error::Kind::NotFound,
            Text::tr("There is no %1. Run 'unmoor init' in the project's folder: it proposes one.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Io, Text::tr("Could not read %1: %2.").arg(path, file.errorString()));
    const QByteArray toml = file.read(largestManifest + 1);
    if (toml.size() > largestManifest)
        return failure(Error::Kind::InvalidInput,
                       Text::tr("%1 is larger than 1 MiB, so it is no release manifest. Run 'unmoor init' in another "
                                "folder to see one.")
                           .arg(path));
    return parseManifest(toml, path);
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
    const auto triple = TargetTriple::parse(target.triple);
    if (!triple || triple->os() == TargetTriple::Os::Other)
        return {};
    const PortabilityTarget::Os os = triple->os() == TargetTriple::Os::Linux ? PortabilityTarget::Os::Linux
        : triple->os() == TargetTriple::Os::MacOs                            ? PortabilityTarget::Os::MacOs
                                                                             : PortabilityTarget::Os::Windows;
    return PortabilityTarget{.os = os,
                             .machine = triple->machine(),
                             .triple = target.triple,
                             .glibcFloor = target.glibcFloor,
                             .macOsFloor = target.macOsFloor,
                             .isMusl = triple->abi.startsWith("musl"_L1)};
}

InspectionRules inspectionRules(const ReleaseManifest &manifest, const ManifestTarget *target,
                                const TemplateValues &values)
{
    InspectionRules rules{.checks = manifest.checks, .limits = manifest.limits};
    if (target) {
        rules.layout = layoutOf(manifest, *target, values);
        rules.target = portabilityTarget(*target);
    }
    return rules;
}

bool isPreRelease(const ReleaseManifest &manifest, const QString &version)
{
    if (manifest.prerelease != Choice::Auto)
        return manifest.prerelease == Choice::Yes;
    const auto parsed = SemVer::parse(version);
    return parsed && parsed->isPreRelease();
}

} // namespace unmoor
