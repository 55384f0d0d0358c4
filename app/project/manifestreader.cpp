// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/words.h"
#include "app/project/manifestparts.h"
#include "app/project/manifesttext.h"
#include "app/project/nextsettings.h"
#include "app/project/tagtemplate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qint64 knownSchema = 1;

/// A newer schema may have any keys: its number is looked at before them.
void checkSchema(const TomlTable &root)
{
    const auto schema = root.integer("schema"_L1);
    if (!root.has("schema"_L1))
        root.refuseMissing(Words::tr("The key \"schema\" is missing. Begin the file with: schema = 1"));
    else if (schema && *schema > knownSchema)
        root.refuse("schema"_L1,
                    Words::tr("Schema %1 is newer than this Unmoor knows, which is %2. A newer Unmoor is needed.")
                        .arg(QString::number(*schema), QString::number(knownSchema)));
    else if (schema && *schema < knownSchema)
        root.refuse("schema"_L1, Words::tr("There is no schema %1. Write: schema = 1").arg(*schema));
}

void readVersionKind(const TomlTable &table, VersionSource &source)
{
    if (table.has("eval"_L1)) {
        source.kind = VersionSource::Kind::Eval;
        source.eval = table.requiredString("eval"_L1);
    } else if (table.has("literal"_L1)) {
        source.kind = VersionSource::Kind::Literal;
        source.literal = table.requiredString("literal"_L1);
    } else {
        source.kind = VersionSource::Kind::File;
        source.match = fileMatch(table);
    }
}

void refuseSeveralVersions(const TomlTable &table)
{
    QStringList kinds;
    for (const auto key : {"eval"_L1, "literal"_L1, "file"_L1}) {
        if (table.has(key))
            kinds += key;
        if (kinds.size() > 1)
            return table.refuse(key,
                                Words::tr("The version comes from one place: keep \"%1\" or \"%2\", not both.")
                                    .arg(kinds[0], kinds[1]));
    }
    if (kinds.isEmpty())
        table.refuseMissing(Words::tr("%1 needs one of \"eval\", \"literal\" or \"file\" with \"regex\".")
                                .arg(Words::tr("\"version\" of [project]")));
    else if (kinds[0] != u"file" && table.has("regex"_L1))
        table.refuse("regex"_L1, Words::tr("%1 belongs to \"file\".").arg(table.label("regex"_L1)));
}

VersionSource readVersion(const TomlTable &project)
{
    VersionSource source;
    const QString label = project.label("version"_L1);
    if (!project.has("version"_L1)) {
        project.refuseMissing(Words::tr("[project] needs the key \"version\", such as: version = { eval = "
                                        "\"lib.version\" }"));
    } else if (project.isString("version"_L1)) {
        project.refuse(
            "version"_L1,
            Words::tr("%1 must say where it comes from: { eval = \"lib.version\" }, { file = \"Cargo.toml\", "
                      "regex = '^version = \"(.*)\"' } or { literal = \"%2\" }.")
                .arg(label, project.string("version"_L1)));
    } else if (const auto table =
                   project.table("version"_L1, label, {u"eval"_s, u"literal"_s, u"file"_s, u"regex"_s})) {
        refuseSeveralVersions(*table);
        if (table->has("eval"_L1) || table->has("literal"_L1) || table->has("file"_L1))
            readVersionKind(*table, source);
    }
    return source;
}

QString readRepository(const TomlTable &project)
{
    static const QRegularExpression expression(uR"(\A[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+\z)"_s);
    const QString repository = project.string("repository"_L1);
    if (project.isString("repository"_L1) && !expression.match(repository).hasMatch())
        project.refuse("repository"_L1,
                       Words::tr("%1 must have the form \"owner/name\", not \"%2\".")
                           .arg(project.label("repository"_L1), repository));
    return repository;
}

/// The tag's version is read back from tags, so it must stand in the template exactly once.
QString readTag(const TomlTable &project, const QString &name)
{
    const QString tag =
        templateText(project, "tag"_L1, {u"name"_s, u"version"_s}, project.string("tag"_L1, u"v{version}"_s));
    if (tag.count(u"{version}"_s) != 1)
        project.refuse("tag"_L1, Words::tr("%1 must hold {version} once.").arg(project.label("tag"_L1)));
    else if (const QString problem = tagProblem(TagTemplate(tag, name).tagOf(u"1.2.3"_s)); !problem.isEmpty())
        project.refuse("tag"_L1,
                       Words::tr("%1 makes tags that git refuses: %2. See git help check-ref-format.")
                           .arg(project.label("tag"_L1), problem));
    return tag;
}

QString optionalText(const TomlTable &table, QLatin1StringView key, const QString &fallback)
{
    return table.has(key) ? table.requiredString(key) : fallback;
}

Checksums readChecksums(const TomlTable &project)
{
    const QString word = project.string("checksums"_L1, u"per-file"_s);
    if (word == u"sha256sums")
        return Checksums::Sums;
    if (word == u"none")
        return Checksums::None;
    if (word != u"per-file")
        project.refuse("checksums"_L1,
                       Words::tr("%1 must be \"per-file\", \"sha256sums\" or \"none\", not \"%2\".")
                           .arg(project.label("checksums"_L1), word));
    return Checksums::PerFile;
}

VersionScheme readScheme(const TomlTable &project)
{
    const QString word = project.string("version-scheme"_L1, u"semver"_s);
    const auto scheme = versionSchemeOf(word);
    if (!scheme)
        project.refuse("version-scheme"_L1,
                       Words::tr("%1 must be one of %2, not \"%3\".")
                           .arg(project.label("version-scheme"_L1), versionSchemeNames().join(u", "_s), word));
    return scheme.value_or(VersionScheme::SemVer);
}

std::optional<TagKind> readTagKind(const TomlTable &project)
{
    const QString word = project.string("tag-kind"_L1);
    for (const TagKind kind : {TagKind::Lightweight, TagKind::Annotated, TagKind::Signed})
        if (word == tagKindName(kind))
            return kind;
    if (project.has("tag-kind"_L1))
        project.refuse("tag-kind"_L1,
                       Words::tr("%1 must be \"lightweight\", \"annotated\" or \"signed\", not \"%2\".")
                           .arg(project.label("tag-kind"_L1), word));
    return {};
}

QList<FileMatch> readBump(const TomlTable &project)
{
    QList<FileMatch> places;
    for (const TomlTable &place : project.tables("bump"_L1, u"an entry of \"bump\""_s, {u"file"_s, u"regex"_s}))
        places += fileMatch(place);
    return places;
}

NextSettings readNext(const TomlTable &project)
{
    return {.devSuffix = project.string("dev-suffix"_L1),
            .message = templateText(project, "next-message"_L1, {u"name"_s, u"version"_s},
                                    optionalText(project, "next-message"_L1, u"Begin {version}"_s))};
}

void readProject(const TomlTable &project, ReleaseManifest &manifest, NextSettings &next)
{
    manifest.name = project.requiredString("name"_L1);
    manifest.repository = readRepository(project);
    manifest.changelog = optionalText(project, "changelog"_L1, u"CHANGELOG.md"_s);
    checkInside(project, "changelog"_L1, manifest.changelog);
    manifest.flake = optionalText(project, "flake"_L1, {});
    if (project.has("flake"_L1))
        checkInside(project, "flake"_L1, manifest.flake);
    manifest.submodules = project.boolean("submodules"_L1).value_or(false);
    manifest.version = readVersion(project);
    manifest.scheme = readScheme(project);
    manifest.bump = readBump(project);
    manifest.postBump = project.strings("post-bump"_L1);
    manifest.tagKind = readTagKind(project);
    manifest.commitMessage = templateText(project, "commit-message"_L1, {u"name"_s, u"version"_s, u"tag"_s},
                                          optionalText(project, "commit-message"_L1, u"Release {tag}"_s));
    next = readNext(project);
    manifest.tag = readTag(project, manifest.name);
    manifest.title = templateText(project, "title"_L1, {u"name"_s, u"version"_s, u"tag"_s},
                                  optionalText(project, "title"_L1, u"{name} {tag}"_s));
    manifest.prerelease = choice(project, "prerelease"_L1);
    manifest.latest = choice(project, "latest"_L1);
    manifest.checksums = readChecksums(project);
    manifest.provenance = project.boolean("provenance"_L1).value_or(false);
}

ManifestImage readImage(const TomlTable &table)
{
    const QString latest = table.string("latest"_L1, u"stable-only"_s);
    if (latest != u"stable-only" && latest != u"never")
        table.refuse(
            "latest"_L1,
            Words::tr("%1 must be \"stable-only\" or \"never\", not \"%2\".").arg(table.label("latest"_L1), latest));
    return {.output = table.requiredString("output"_L1),
            .repository = table.requiredString("repository"_L1),
            .latestStableOnly = latest == u"stable-only"};
}

NotesSettings readNotes(const TomlTable &table)
{
    static const QStringList known{u"downloads"_s, u"install"_s, u"notices"_s, u"compare"_s};
    const NotesSettings notes{table.strings("blocks"_L1), table.string("install"_L1)};
    for (const QString &block : notes.blocks) {
        if (!known.contains(block))
            table.refuse("blocks"_L1,
                         Words::tr("There is no block \"%1\". Choose from: %2.").arg(block, known.join(u", "_s)));
    }
    if (notes.blocks.contains(u"install") && notes.install.trimmed().isEmpty())
        table.refuse("blocks"_L1,
                     Words::tr("The block \"install\" needs its text: install = \"\"\"…\"\"\" in [notes]."));
    return notes;
}

WithdrawSettings readWithdraw(const TomlTable &table)
{
    return {.notice = templateText(table, "notice"_L1, {u"name"_s, u"version"_s, u"tag"_s, u"reason"_s, u"latest"_s},
                                   table.string("notice"_L1)),
            .mark = table.string("mark"_L1)};
}

ReleaseManifest readRoot(const TomlTable &root, NextSettings &next)
{
    static const QStringList projectKeys{
        u"name"_s,     u"repository"_s,     u"changelog"_s,      u"version"_s,     u"tag"_s,
        u"title"_s,    u"prerelease"_s,     u"latest"_s,         u"checksums"_s,   u"provenance"_s,
        u"flake"_s,    u"submodules"_s,     u"version-scheme"_s, u"bump"_s,        u"post-bump"_s,
        u"tag-kind"_s, u"commit-message"_s, u"dev-suffix"_s,     u"next-message"_s};
    ReleaseManifest manifest;
    if (!root.has("project"_L1))
        root.refuseMissing(Words::tr("The table [project] is missing. It needs the keys \"name\" and \"version\"."));
    if (const auto project = root.table("project"_L1, u"[project]"_s, projectKeys))
        readProject(*project, manifest, next);
    manifest.gates = readGates(root);
    manifest.layouts = readLayouts(root);
    manifest.targets = readTargets(root, manifest.layouts.keys());
    manifest.targets += readAssets(root, manifest.targets);
    if (const auto notes = root.table("notes"_L1, u"[notes]"_s, {u"blocks"_s, u"install"_s}))
        manifest.notes = readNotes(*notes);
    if (const auto withdraw = root.table("withdraw"_L1, u"[withdraw]"_s, {u"notice"_s, u"mark"_s}))
        manifest.withdraw = readWithdraw(*withdraw);
    manifest.checks = readChecks(root);
    manifest.limits = readLimits(root);
    if (const auto image = root.table("image"_L1, u"[image]"_s, {u"output"_s, u"repository"_s, u"latest"_s}))
        manifest.image = readImage(*image);
    return manifest;
}

/// Empty where there are problems.
std::optional<ReleaseManifest> readText(const QByteArray &toml, TomlProblems &problems, NextSettings &next)
{
    const toml::parse_result parsed = toml::parse(std::string_view(toml.constData(), size_t(toml.size())));
    if (!parsed) {
        const std::string_view why = parsed.error().description();
        problems.add(parsed.error().source().begin,
                     Words::tr("This is not TOML: %1.").arg(QString::fromUtf8(why.data(), qsizetype(why.size()))));
        return {};
    }
    const QString top = Words::tr("the top level");
    checkSchema(TomlTable(parsed.table(), top, {}, problems));
    if (!problems.isEmpty())
        return {};
    const ReleaseManifest manifest =
        readRoot(TomlTable(parsed.table(), top,
                           {u"schema"_s, u"project"_s, u"gate"_s, u"target"_s, u"asset"_s, u"layout"_s, u"notes"_s,
                            u"withdraw"_s, u"checks"_s, u"accept"_s, u"limits"_s, u"image"_s},
                           problems),
                 next);
    return problems.isEmpty() ? std::optional(manifest) : std::nullopt;
}

} // namespace

Result<ReleaseManifest> parseManifest(const QByteArray &toml, const QString &fileName)
{
    TomlProblems problems(fileName);
    NextSettings next;
    const auto manifest = readText(toml, problems, next);
    return manifest ? Result<ReleaseManifest>(*manifest) : std::unexpected(problems.error());
}

Result<NextSettings> parseNextSettings(const QByteArray &toml, const QString &fileName)
{
    TomlProblems problems(fileName);
    NextSettings next;
    return readText(toml, problems, next) ? Result<NextSettings>(next) : std::unexpected(problems.error());
}

Result<NextSettings> readNextSettings(const QString &directory)
{
    return readManifestText(directory).and_then(
        [&](const QByteArray &text) { return parseNextSettings(text, manifestPath(directory)); });
}

std::optional<ManifestProblem> findManifestProblem(const QByteArray &toml)
{
    TomlProblems problems({});
    NextSettings next;
    if (readText(toml, problems, next))
        return {};
    return ManifestProblem{.line = problems.line(), .column = problems.column(), .message = problems.message()};
}

} // namespace unmoor
