// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/versionfiles.h"

#include "app/project/gates.h"
#include "app/project/projectfiles.h"
#include "app/project/tomltable.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// A file that tells a version is a page, and a workspace has members, not thousands.
constexpr qsizetype largestVersionFile = 4 * 1024 * 1024;
constexpr qsizetype mostMembers = 500;

QByteArray textOf(const QString &root, const QString &file)
{
    return readProjectFile(root, file, largestVersionFile).value_or(QByteArray());
}

toml::table tomlOf(const QString &root, const QString &file)
{
    const QByteArray text = textOf(root, file);
    toml::parse_result parsed = toml::parse(std::string_view(text.constData(), size_t(text.size())));
    return parsed ? std::move(parsed).table() : toml::table();
}

QString stringAt(const toml::table &table, std::string_view path)
{
    const auto value = table.at_path(path).value<std::string>();
    return value ? QString::fromStdString(*value) : QString();
}

bool isVersion(const QString &text)
{
    static const QRegularExpression version(uR"(\A\d+(\.\d+)+([-+.]?[0-9A-Za-z][0-9A-Za-z.+-]*)?\z)"_s);
    static const QRegularExpression placeholder(uR"(\A0+(\.0+)*([-+].*)?\z)"_s);
    return version.match(text).hasMatch() && !placeholder.match(text).hasMatch();
}

/// The first of \a expressions that reads \a version out of \a file, as unmoor.toml would.
std::optional<FoundVersion> readableBy(const QString &root, const QString &file, const QString &version,
                                       const QStringList &expressions)
{
    if (!isVersion(version))
        return {};
    for (const QString &expression : expressions) {
        const FileMatch match{.file = file, .regex = expression};
        if (textOfFileMatch(match, root).value_or(QString()) == version)
            return FoundVersion{match, version};
    }
    return {};
}

/// `version = "1.2.3"` in the table \a header of a TOML file. In front of others, it is the first in the file.
QStringList expressionsFor(const QString &header)
{
    return {u"^version *= *\"(.*)\""_s,
            u"(?s)^\\[%1\\]\\n(?:(?!\\n\\[).)*?\\nversion *= *\"([^\"]+)\""_s.arg(QRegularExpression::escape(header)),
            u"(?s)^\\[%1\\]\\nversion *= *\"([^\"]+)\""_s.arg(QRegularExpression::escape(header))};
}

QStringList memberManifests(const QString &root, const toml::table &workspace)
{
    QStringList files;
    const toml::array *members = workspace.at_path("workspace.members").as_array();
    if (!members)
        return files;
    for (const toml::node &member : *members)
        if (const auto glob = member.value<std::string>(); glob && files.size() < mostMembers)
            files += projectFiles(root, QString::fromStdString(*glob) + u"/Cargo.toml"_s);
    files.removeDuplicates();
    return files;
}

/// The member that is called as the project is; where none is, what all members agree on.
std::optional<FoundVersion> inMembers(const QString &root, const QStringList &files, const QString &name)
{
    std::optional<FoundVersion> first;
    bool agree = true;
    for (const QString &file : files) {
        const toml::table member = tomlOf(root, file);
        const auto found = readableBy(root, file, stringAt(member, "package.version"), expressionsFor(u"package"_s));
        if (!found)
            continue;
        if (stringAt(member, "package.name").compare(name, Qt::CaseInsensitive) == 0)
            return found;
        agree = agree && (!first || first->version == found->version);
        if (!first)
            first = found;
    }
    return agree ? first : std::nullopt;
}

std::optional<FoundVersion> inCargo(const QString &root, const QString &name)
{
    const QString file = u"Cargo.toml"_s;
    const toml::table cargo = tomlOf(root, file);
    if (const auto own = readableBy(root, file, stringAt(cargo, "package.version"), expressionsFor(u"package"_s)))
        return own;
    if (const auto shared = readableBy(root, file, stringAt(cargo, "workspace.package.version"),
                                       expressionsFor(u"workspace.package"_s)))
        return shared;
    return inMembers(root, memberManifests(root, cargo), name);
}

std::optional<FoundVersion> inPackageJson(const QString &root)
{
    const QString file = u"package.json"_s;
    const QJsonObject package = QJsonDocument::fromJson(textOf(root, file)).object();
    return readableBy(root, file, package[u"version"].toString(),
                      {u"^ {0,4}\\t?\"version\": *\"(.*)\""_s, u"\"version\"\\s*:\\s*\"([^\"]+)\""_s});
}

std::optional<FoundVersion> inPyProject(const QString &root)
{
    const QString file = u"pyproject.toml"_s;
    const toml::table project = tomlOf(root, file);
    if (const auto found = readableBy(root, file, stringAt(project, "project.version"), expressionsFor(u"project"_s)))
        return found;
    return readableBy(root, file, stringAt(project, "tool.poetry.version"), expressionsFor(u"tool.poetry"_s));
}

std::optional<FoundVersion> inVersionFile(const QString &root)
{
    for (const QString &file : {u"VERSION"_s, u"VERSION.txt"_s, u"version.txt"_s, u".version"_s}) {
        const QString line = QString::fromUtf8(textOf(root, file)).section(u'\n', 0, 0).trimmed();
        const QString version = line.startsWith(u'v') ? line.sliced(1) : line;
        if (const auto found = readableBy(root, file, version, {uR"(\Av?(\S+))"_s}))
            return found;
    }
    return {};
}

/// `minneVersion = "1.0.5";` in a .nix file, where the name before "Version" is the project's: a plain `version` may be
/// anything's.
std::optional<FoundVersion> inNixFiles(const QString &root, const QString &name)
{
    static const QRegularExpression assignment(u"\\b(\\w*)[vV]ersion *= *\"([^\"$]+)\""_s);
    static const QRegularExpression noLetter(u"[^a-z0-9]"_s);
    const QString wanted = name.toLower().remove(noLetter);
    for (const QString &file : projectFiles(root, u"*.nix"_s) + projectFiles(root, u"*/*.nix"_s)) {
        const QString text = QString::fromUtf8(textOf(root, file));
        for (const auto &match : assignment.globalMatch(text)) {
            const QString whose = match.captured(1).toLower().remove(noLetter);
            const QString variable = match.captured(0).section(u'=', 0, 0).trimmed();
            const auto here = readableBy(root, file, match.captured(2), {u"\\b%1 *= *\"([^\"]+)\""_s.arg(variable)});
            if (here && !wanted.isEmpty() && whose == wanted)
                return here;
        }
    }
    return {};
}

} // namespace

QList<FoundVersion> versionsInFiles(const QString &root, const QString &name)
{
    QList<FoundVersion> all;
    for (const auto &found :
         {inCargo(root, name), inPackageJson(root), inPyProject(root), inVersionFile(root), inNixFiles(root, name)})
        if (found)
            all.append(*found);
    return all;
}

} // namespace unmoor
