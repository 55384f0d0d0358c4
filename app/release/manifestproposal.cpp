// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/manifestproposal.h"

#include "archive/layoutproposal.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// A TOML basic string.
QString quoted(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + text + u'"';
}

QString tripleOf(const FlakeOutput &output)
{
    static const QMap<QString, QString> triples{{u"x86_64-linux"_s, u"x86_64-unknown-linux-gnu"_s},
                                                {u"aarch64-linux"_s, u"aarch64-unknown-linux-gnu"_s},
                                                {u"x86_64-darwin"_s, u"x86_64-apple-darwin"_s},
                                                {u"aarch64-darwin"_s, u"aarch64-apple-darwin"_s}};
    if (output.output.contains(u"windows"_s, Qt::CaseInsensitive))
        return output.system.startsWith(u"aarch64"_s) ? u"aarch64-pc-windows-msvc"_s : u"x86_64-pc-windows-msvc"_s;
    return triples.value(output.system);
}

/// Outputs that look like release archives; "default" where none does. One for each triple.
QList<FlakeOutput> releaseOutputs(const QList<FlakeOutput> &outputs)
{
    static const QRegularExpression release(u"release|dist|archive|tarball|bundle"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression image(u"docker|image|oci"_s, QRegularExpression::CaseInsensitiveOption);
    QList<FlakeOutput> chosen;
    const auto take = [&](auto &&wanted) {
        for (const FlakeOutput &output : outputs) {
            const QString triple = tripleOf(output);
            const bool taken =
                std::ranges::any_of(chosen, [&](const FlakeOutput &other) { return tripleOf(other) == triple; });
            if (wanted(output) && !triple.isEmpty() && !taken)
                chosen.append(output);
        }
    };
    take([](const FlakeOutput &output) {
        return release.match(output.output).hasMatch() && !image.match(output.output).hasMatch();
    });
    if (chosen.isEmpty())
        take([](const FlakeOutput &output) { return output.output == u"default"; });
    return chosen;
}

QString archiveOf(const ProposalFacts &facts, const QString &triple, bool &guessed)
{
    const QString version = proposedVersion(facts);
    for (QString asset : facts.assets) {
        if (!asset.contains(triple) || !isArchiveName(asset))
            continue;
        asset.replace(triple, u"{triple}"_s);
        return version.isEmpty() ? asset : asset.replace(version, u"{version}"_s);
    }
    guessed = true;
    return u"%1-{triple}.%2"_s.arg(facts.name, triple.contains(u"windows"_s) ? u"zip"_s : u"tar.xz"_s);
}

/// What each triple's layout is called; equal ones share a name.
QMap<QString, QString> layoutNames(const QMap<QString, ExpectedLayout> &layouts)
{
    QMap<QString, ExpectedLayout> named;
    QMap<QString, QString> names;
    for (auto it = layouts.begin(); it != layouts.end(); ++it) {
        const bool isWindows = it.key().contains("windows"_L1);
        const QString system = isWindows ? u"windows"_s : it.key().contains("darwin"_L1) ? u"macos"_s : u"linux"_s;
        for (const QString &name : {isWindows ? u"windows"_s : u"unix"_s, system, it.key()}) {
            if (named.contains(name) && named[name] != *it)
                continue;
            named.insert(name, *it);
            names.insert(it.key(), name);
            break;
        }
    }
    return names;
}

QString layoutsText(const ProposalFacts &facts)
{
    const QMap<QString, QString> names = layoutNames(facts.layouts);
    QMap<QString, QString> texts;
    for (auto it = names.begin(); it != names.end(); ++it)
        texts.insert(*it, layoutToToml(facts.layouts[it.key()], *it));
    return u"# What an archive must hold, as the ones at hand do. Prune it: what may come and go belongs in \"allow\".\n"_s
        + QStringList(texts.values()).join(u'\n');
}

QString targetText(const ProposalFacts &facts, const FlakeOutput &output)
{
    const QString triple = tripleOf(output);
    bool guessed = false;
    const QString archive = archiveOf(facts, triple, guessed);
    const QString layout = layoutNames(facts.layouts).value(triple);
    return u"[[target]]\ntriple = %1\nsystem = %2\noutput = %3\narchive = %4%5\n%6\n"_s.arg(
        quoted(triple), quoted(output.system), quoted(output.output), quoted(archive),
        guessed ? u"                # a guess: the file that the output holds"_s : QString(),
        layout.isEmpty() ? QString() : u"layout = %1\n"_s.arg(quoted(layout)));
}

/// The attribute named after the project, before a version of something that it bundles.
QString versionAttribute(const ProposalFacts &facts)
{
    QString best = facts.versions.isEmpty() ? QString() : facts.versions.firstKey();
    for (const QString &attribute : facts.versions.keys())
        if (attribute.contains(facts.name, Qt::CaseInsensitive) || attribute == u"lib.version")
            best = attribute;
    return best;
}

QString versionText(const ProposalFacts &facts)
{
    if (facts.versions.isEmpty())
        return u"version = { literal = \"0.1.0\" }         # better: { eval = \"lib.version\" } or { file = "
               u"\"Cargo.toml\", "
               "regex = '^version = \"(.*)\"' }\n"_s;
    return u"version = { eval = %1 }   # now %2\n"_s.arg(quoted(versionAttribute(facts)), proposedVersion(facts));
}

QString tagText(const ProposalFacts &facts)
{
    static const QRegularExpression plain(uR"(^\d+\.\d+)"_s);
    const bool bare = std::ranges::any_of(facts.tags, [](const QString &tag) { return plain.match(tag).hasMatch(); });
    return bare ? u"tag = \"{version}\"\n"_s : u"tag = \"v{version}\"\n"_s;
}

} // namespace

QStringList triplesOf(const ProposalFacts &facts)
{
    QStringList triples;
    for (const FlakeOutput &output : releaseOutputs(facts.outputs))
        triples.append(tripleOf(output));
    return triples;
}

QString proposedVersion(const ProposalFacts &facts)
{
    return facts.versions.value(versionAttribute(facts));
}

bool isArchiveName(const QString &fileName)
{
    static const QRegularExpression archive(uR"(\.(tar(\.\w+)?|tgz|zip)$)"_s);
    return archive.match(fileName).hasMatch();
}

QString proposeManifest(const ProposalFacts &facts)
{
    QString text =
        u"# How Unmoor releases this project. Every key is explained in Unmoor's README.\nschema = 1\n\n[project]\n"_s;
    text += u"name = %1\n"_s.arg(quoted(facts.name));
    text += facts.repository.isEmpty()
        ? u"# repository = \"owner/name\"              # the git remote's, unless said\n"_s
        : u"repository = %1\n"_s.arg(quoted(facts.repository));
    text += u"changelog = %1%2\n"_s.arg(quoted(facts.changelog.isEmpty() ? u"CHANGELOG.md"_s : facts.changelog),
                                        facts.changelog.isEmpty() ? u"               # not there yet: write one"_s
                                                                  : QString());
    text += versionText(facts) + tagText(facts);
    text += u"title = \"{name} {tag}\"\nprerelease = \"auto\"                      # semver pre-release parts; or "
            u"true, false\n"
            "latest = \"auto\"                          # the newest stable version; or true, false\n\n"_s;
    text += u"# What must hold before a release.\n[[gate]]\nname = \"Flake checks\"\nflake-check = true\n\n"_s;
    const QList<FlakeOutput> outputs = releaseOutputs(facts.outputs);
    text += outputs.isEmpty()
        ? u"# No flake output looked like a release archive. For each:\n# [[target]]\n# triple = "
          "\"x86_64-unknown-linux-gnu\"\n# system = \"x86_64-linux\"\n# output = \"release\"\n# archive = "
          "\"%1-{triple}.tar.xz\"\n\n"_s.arg(facts.name)
        : u"# What is built and shipped: flake output packages.<system>.<output>, exactly one archive each.\n"_s;
    for (const FlakeOutput &output : outputs)
        text += targetText(facts, output);
    if (!facts.layouts.isEmpty())
        return text + layoutsText(facts);
    text +=
        u"# What an archive must hold; name it in a target with layout = \"unix\".\n# [layout.unix]\n# root = "
        u"\"%1-{triple}\"  "
        "                # the single top folder; \"\" for none\n# file = [\n#   { path = \"%1\", mode = "
        "\"executable\" },\n#   { "
        "path = \"README.md\" },\n# ]\n# allow = [\"lib/*.so*\"]                  # anything else is reported as unexpected\n"_s
            .arg(facts.name);
    return text;
}

} // namespace unmoor
