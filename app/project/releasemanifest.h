// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/inspection.h"
#include "app/changelog/versionorder.h"
#include "app/core/result.h"

#include <QMap>
#include <optional>

namespace unmoor {

/// Text that a regular expression's first group picks out of a file of the checkout.
struct FileMatch
{
    QString file; ///< relative to the project
    QString regex;

    bool operator==(const FileMatch &) const = default;
};

struct VersionSource
{
    enum class Kind { Eval, File, Literal };

    Kind kind = Kind::Literal;
    QString eval; ///< flake attribute, such as "lib.minneVersion"
    FileMatch match;
    QString literal;

    bool operator==(const VersionSource &) const = default;
};

enum class TagKind { Lightweight, Annotated, Signed };
QString tagKindName(TagKind kind); ///< "lightweight", "annotated", "signed": as unmoor.toml has it

/// A [[gate]]: exactly one of flake check, eval against something, or files without a hard-coded version.
struct ManifestGate
{
    QString name;
    bool flakeCheck = false;
    QString eval;
    std::optional<QString> equals;
    QString equalsEval;
    std::optional<FileMatch> matchesFile;
    QStringList noVersionIn; ///< globs of files that must not name the version
    int line = 0; ///< in unmoor.toml, 1-based

    bool operator==(const ManifestGate &) const = default;
};

/// [target.actions]: where a workflow of GitHub Actions keeps the file of a target. Templates as in the archive's name.
struct ManifestActions
{
    QString workflow; ///< file name: "release.yml"; empty: the target is not built there
    QString job; ///< glob for the job's name with its matrix: "build ({triple})"; empty: any
    QString artifact; ///< glob for the artifact's name
    QString member; ///< glob for the file in it; empty: the archive's name
    QMap<QString, QString> inputs; ///< of workflow_dispatch, by name: templates of what they are started with

    bool isGiven() const { return !workflow.isEmpty(); }
    bool operator==(const ManifestActions &) const = default;
};

/// A file of the release that is made of the project: the archive or program of a [[target]], or an [[asset]].
struct ManifestTarget
{
    QString triple; ///< of an asset: its name template, by which it is known in its place
    QString system; ///< Nix's name, such as "x86_64-linux"; empty: nothing is built
    QString output; ///< attribute under packages.<system>; empty: a file of the checkout
    QString archive; ///< file name template with {triple}, {version}, {tag}, {name}
    bool isAsset = false; ///< of the whole release, not of one target
    QString file; ///< of an asset: template of its name in the output (a glob may stand in it) or path in the checkout
    QString layout; ///< key of ReleaseManifest::layouts; empty: none
    QString glibcFloor; ///< "2.35"; empty: not checked
    QString macOsFloor; ///< "11.0"; empty: not checked
    QString label; ///< what people call it, instead of peopleName(); may be empty
    QString notice; ///< what users of its archive should know, in Markdown; may be empty
    QString dropped; ///< the reason, where this target is no longer shipped; then the other keys are empty
    ManifestActions actions = {};

    bool isDropped() const { return !dropped.isEmpty(); }
    bool isFromCheckout() const { return isAsset && output.isEmpty(); }
    /// The triple; empty for a file of the whole release.
    QString releaseTarget() const { return isAsset ? QString() : triple; }
    bool operator==(const ManifestTarget &) const = default;
};

struct ManifestImage
{
    QString output;
    QString repository;
    bool latestStableOnly = true; ///< "stable-only"; otherwise "never"

    bool operator==(const ManifestImage &) const = default;
};

/// "auto", true or false.
enum class Choice { Auto, Yes, No };

/// How the release tells the SHA-256 of its archives: a file for each, one for all, or only the host's own digests.
enum class Checksums { PerFile, Sums, None };

/// [notes]: what a release's body has below the changelog's section.
struct NotesSettings
{
    QStringList blocks; ///< of "downloads", "install", "notices", "compare", in their order
    QString install; ///< Markdown with {name}, {version} and {tag}

    bool operator==(const NotesSettings &) const = default;
};

/// [withdraw]: how a release that is taken back says so.
struct WithdrawSettings
{
    QString notice; ///< Markdown with {name}, {version}, {tag}, {reason} and {latest}; on top of the release's notes
    QString mark; ///< at the end of the changelog's heading, with the blank before it; empty: as other headings have it

    bool operator==(const WithdrawSettings &) const = default;
};

/// unmoor.toml, schema 1.
struct ReleaseManifest
{
    QString name;
    QString repository; ///< "owner/name"; empty: the git remote's
    QString changelog; ///< path; "CHANGELOG.md" unless said
    QString flake; ///< folder of flake.nix below the project's; empty: the project's own
    bool submodules = false; ///< git submodules belong to the flake's source
    VersionSource version;
    VersionScheme scheme = VersionScheme::SemVer; ///< how versions are written and ordered
    QList<FileMatch> bump; ///< further places that say the version, for `unmoor prepare`
    QStringList postBump; ///< a command that follows the bump, by words; empty: none
    std::optional<TagKind> tagKind; ///< nullopt: as git is set up
    QString commitMessage; ///< template of the release's commit, "Release {tag}" unless said
    QString tag; ///< template, "v{version}" unless said
    QString title; ///< template, "{name} {tag}" unless said
    Choice prerelease = Choice::Auto;
    Choice latest = Choice::Auto;
    Checksums checksums = Checksums::PerFile;
    bool provenance = false; ///< a statement of how the archives were built goes with them
    QList<ManifestGate> gates;
    QList<ManifestTarget> targets; ///< every [[target]], then every [[asset]]
    QMap<QString, ExpectedLayout> layouts;
    NotesSettings notes;
    WithdrawSettings withdraw;
    CheckSettings checks;
    ScanLimits limits;
    std::optional<ManifestImage> image;

    bool operator==(const ReleaseManifest &) const = default;
};

/// Parses the text of unmoor.toml. Unknown keys, wrong types, missing keys and references to layouts that are not
/// there fail (InvalidInput) with "FILE:LINE:COLUMN: …" and the nearest known key.
Result<ReleaseManifest> parseManifest(const QByteArray &toml, const QString &fileName);

/// Reads and parses \a directory/unmoor.toml. NotFound names 'unmoor init' as the next step.
Result<ReleaseManifest> readManifest(const QString &directory);

/// Values for the {placeholders} of templates.
struct TemplateValues
{
    QString name;
    QString version;
    QString tag;
    QString triple;
};

/// Replaces {name}, {version}, {tag} and {triple}; an unknown placeholder stays as it is.
QString expandTemplate(const QString &text, const TemplateValues &values);

/// The layout of \a target with its templates expanded; nullopt where the target names none.
std::optional<ExpectedLayout> layoutOf(const ReleaseManifest &manifest, const ManifestTarget &target,
                                       const TemplateValues &values);

/// What an archive of \a target is made for; nullopt where its triple is of a system without checks.
std::optional<PortabilityTarget> portabilityTarget(const ManifestTarget &target);

/// By what an archive of \a target is judged; of no target (null): whatever holds for any archive of the project.
InspectionRules inspectionRules(const ReleaseManifest &manifest, const ManifestTarget *target,
                                const TemplateValues &values);

/// What the scheme takes for a pre-release decides where the manifest says "auto".
bool isPreRelease(const ReleaseManifest &manifest, const QString &version);

} // namespace unmoor
