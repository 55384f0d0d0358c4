// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/outputsintext.h"

#include "app/project/outputtarget.h"
#include "app/project/projectfiles.h"
#include "app/release/outputchoice.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype largestText = 1024 * 1024;
constexpr qsizetype mostTexts = 100;

QStringList captures(const QRegularExpression &expression, const QString &text)
{
    QStringList found;
    for (const auto &match : expression.globalMatch(text))
        found += match.captured(1);
    found.removeDuplicates();
    return found;
}

QStringList triplesIn(const QString &text)
{
    static const QRegularExpression triple(
        uR"(\b((?:x86_64|aarch64|i686|armv7|riscv64gc)-(?:unknown|apple|pc)-(?:linux|darwin|windows)(?:-\w+)?)\b)"_s);
    return captures(triple, text);
}

QStringList systemsIn(const QString &text)
{
    static const QRegularExpression system(uR"(\b((?:x86_64|aarch64|i686|armv7l|riscv64)-(?:linux|darwin))\b)"_s);
    return captures(system, text);
}

/// Names behind ".#" and those that a matrix gives to a key such as `attr`.
QStringList outputsIn(const QString &text)
{
    static const QRegularExpression reference(uR"(\.#(?:packages\.[\w-]+\.)?"?([A-Za-z_][\w'-]*))"_s);
    static const QRegularExpression key(
        uR"(\b(?:attr|attribute|output|package|installable|flake|target)s?: *["']?([A-Za-z_][\w-]*))"_s);
    QStringList names = captures(reference, text) + captures(key, text);
    names.removeIf([](const QString &name) { return !isReleaseName(name) || !triplesIn(name).isEmpty(); });
    names.removeDuplicates();
    return names;
}

/// Attributes of .nix files that are called a release.
QStringList attributesIn(const QString &text)
{
    static const QRegularExpression attribute(uR"((?:^|[\s{])([A-Za-z_][\w'-]*)\s*(?:=(?!=)|;))"_s);
    static const QRegularExpression value(
        u"args|common|path|version|name|url|hash|suffix|prefix|profile|channel|phase|root|triple|type|flags"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList names = captures(attribute, text);
    names.removeIf([](const QString &name) { return !isReleaseName(name) || name.contains(value); });
    return names;
}

/// The system that builds \a triple natively; for others x86_64-linux, where cross builds mostly run.
QString systemFor(const QString &triple)
{
    for (const QString &system :
         {u"x86_64-linux"_s, u"aarch64-linux"_s, u"aarch64-darwin"_s, u"x86_64-darwin"_s, u"i686-linux"_s})
        if (tripleOfOutput(system, u"x"_s) == triple)
            return system;
    return u"x86_64-linux"_s;
}

/// The name of \a names that is for \a triple.
std::optional<FlakeOutput> outputFor(const QString &triple, const QStringList &names)
{
    const QString system = systemFor(triple);
    for (const QString &name : names)
        if (tripleOfOutput(system, name) == triple)
            return FlakeOutput{.system = system, .output = name};
    return {};
}

/// A list item of YAML, with the lines below it that are indented further, or a line of another text.
QStringList blocksOf(const QString &text)
{
    static const QRegularExpression item(uR"(^\s*- )"_s);
    QStringList blocks;
    for (const QString &line : text.split(u'\n')) {
        if (blocks.isEmpty() || item.match(line).hasMatch())
            blocks.append(line);
        else
            blocks.last() += u'\n' + line;
    }
    return blocks;
}

void addOnce(QList<FlakeOutput> &found, const std::optional<FlakeOutput> &output)
{
    if (output && !found.contains(*output))
        found.append(*output);
}

/// Targets that \a blocks name. An output may be named in the block itself, or anywhere in \a names.
QList<FlakeOutput> fromBlocks(const QStringList &blocks, const QStringList &names)
{
    static const QRegularExpression gone(u"~~|\\b(dropped|drop|removed|no longer)\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QList<FlakeOutput> found;
    for (const QString &block : blocks) {
        if (block.contains(gone))
            continue;
        const QStringList own = outputsIn(block);
        for (const QString &triple : triplesIn(block))
            addOnce(found, outputFor(triple, own.isEmpty() ? names : own));
        if (triplesIn(block).isEmpty())
            for (const QString &system : systemsIn(block))
                for (const QString &name : own)
                    addOnce(found, FlakeOutput{.system = system, .output = name});
    }
    return found;
}

QList<FlakeOutput> ofWorkflow(const QString &text, const QStringList &names)
{
    return fromBlocks(blocksOf(text), outputsIn(text) + names);
}

QList<FlakeOutput> ofMarkdown(const QString &text, const QStringList &)
{
    QStringList lines = text.split(u'\n');
    lines.removeIf([](const QString &line) { return outputsIn(line).isEmpty(); });
    return fromBlocks(lines, {});
}

QList<FlakeOutput> ofNix(const QString &text, const QStringList &names)
{
    static const QStringList usual{u"x86_64-linux"_s, u"aarch64-linux"_s, u"aarch64-darwin"_s, u"x86_64-darwin"_s};
    QStringList systems = systemsIn(text);
    if (systems.isEmpty() && text.contains("eachDefaultSystem"_L1))
        systems = usual;
    QList<FlakeOutput> found;
    for (const QString &system : std::as_const(systems))
        for (const QString &name : names)
            addOnce(found, FlakeOutput{.system = system, .output = name});
    return found;
}

QString textOfAll(const QDir &top, const QStringList &files)
{
    QString text;
    for (const QString &file : files.first(std::min(files.size(), mostTexts))) {
        if (const auto data = readProjectFile(top.path(), file, largestText))
            text += QString::fromUtf8(*data) + u'\n';
    }
    return text;
}

} // namespace

QList<FlakeOutput> outputsInText(const QString &directory, QString &source)
{
    const QDir top(directory);
    const QStringList nixFiles = projectFiles(directory, u"*.nix"_s) + projectFiles(directory, u"*/*.nix"_s);
    const QStringList attributes = attributesIn(textOfAll(top, nixFiles));
    struct Kind
    {
        QStringList files;
        QList<FlakeOutput> (*read)(const QString &text, const QStringList &names);
    };
    const QList<Kind> kinds{
        {projectFiles(directory, u".github/workflows/*.yml"_s) + projectFiles(directory, u".github/workflows/*.yaml"_s),
         ofWorkflow},
        {projectFiles(directory, u"*.md"_s) + projectFiles(directory, u"docs/*.md"_s), ofMarkdown}};
    for (const Kind &kind : kinds)
        for (const QString &file : kind.files)
            if (const auto found = kind.read(textOfAll(top, {file}), attributes); !found.isEmpty()) {
                source = file;
                return found;
            }
    source = u"flake.nix"_s;
    return ofNix(textOfAll(top, {u"flake.nix"_s}), attributes);
}

} // namespace unmoor
