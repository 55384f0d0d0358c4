// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/words.h"
#include "app/project/manifestparts.h"

#include "app/core/format.h"
#include "app/project/targettriple.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

QString readTriple(const TomlTable &table)
{
    const QString triple = table.requiredString("triple"_L1);
    if (!triple.isEmpty() && !TargetTriple::parse(triple))
        table.refuse("triple"_L1,
                     Words::tr("\"%1\" is not a target triple such as \"x86_64-unknown-linux-gnu\".").arg(triple));
    return triple;
}

QString readArchive(const TomlTable &table)
{
    const QString archive = templateText(table, "archive"_L1, {u"name"_s, u"version"_s, u"tag"_s, u"triple"_s},
                                         table.requiredString("archive"_L1));
    if (archive.contains(u'/') || archive == u"." || archive == u"..")
        table.refuse("archive"_L1,
                     Words::tr("%1 must be a file name, without folders.").arg(table.label("archive"_L1)));
    return archive;
}

QString readLayoutName(const TomlTable &table, const QStringList &layouts)
{
    const QString name = table.has("layout"_L1) ? table.requiredString("layout"_L1) : QString();
    if (name.isEmpty() || layouts.contains(name))
        return name;
    const QString nearest = nearestWord(name, layouts);
    table.refuse("layout"_L1,
                 nearest.isEmpty()
                     ? Words::tr("There is no [layout.%1] in this file.").arg(name)
                     : Words::tr("There is no [layout.%1] in this file: did you mean \"%2\"?").arg(name, nearest));
    return name;
}

QString readFloor(const TomlTable &table, QLatin1StringView key, const QString &what)
{
    const QString floor = table.string(key);
    if (table.isString(key) && !matches(floor, u"[0-9]+\\.[0-9]+(\\.[0-9]+)?"_s))
        table.refuse(key, Words::tr("%1 must be %2, not \"%3\".").arg(table.label(key), what, floor));
    return floor;
}

/// GitHub's rules for inputs: names as identifiers have them, and no more than 25.
QMap<QString, QString> readInputs(const TomlTable &table, const QStringList &placeholders)
{
    constexpr qsizetype mostInputs = 25;
    QMap<QString, QString> inputs;
    for (const QString &line : table.strings("inputs"_L1)) {
        const QString name = line.section(u'=', 0, 0);
        if (!line.contains(u'=') || !matches(name, u"[A-Za-z_][A-Za-z0-9_-]*"_s))
            table.refuse("inputs"_L1,
                         Words::tr("%1 must be lines such as \"version={version}\", not \"%2\".")
                             .arg(table.label("inputs"_L1), line));
        else if (inputs.contains(name))
            table.refuse("inputs"_L1, Words::tr("%1 names %2 twice.").arg(table.label("inputs"_L1), name));
        inputs.insert(name, templateText(table, "inputs"_L1, placeholders, line.section(u'=', 1)));
    }
    if (inputs.size() > mostInputs)
        table.refuse("inputs"_L1,
                     Words::tr("%1 has %2 lines, and GitHub takes %3 inputs.")
                         .arg(table.label("inputs"_L1))
                         .arg(inputs.size())
                         .arg(mostInputs));
    return inputs;
}

ManifestActions readActions(const TomlTable &target)
{
    const auto table = target.table("actions"_L1, u"[target.actions]"_s,
                                    {u"workflow"_s, u"job"_s, u"artifact"_s, u"member"_s, u"inputs"_s});
    if (!table)
        return {};
    const QStringList placeholders{u"name"_s, u"version"_s, u"tag"_s, u"triple"_s};
    const auto text = [&](QLatin1StringView key, const QString &value) {
        return templateText(*table, key, placeholders, value);
    };
    ManifestActions actions{.workflow = table->requiredString("workflow"_L1),
                            .job = text("job"_L1, table->string("job"_L1)),
                            .artifact = text("artifact"_L1, table->requiredString("artifact"_L1)),
                            .member = text("member"_L1, table->string("member"_L1)),
                            .inputs = readInputs(*table, placeholders)};
    if (actions.workflow.contains(u'/'))
        table->refuse("workflow"_L1,
                      Words::tr("%1 must be the name of a file in .github/workflows, without folders.")
                          .arg(table->label("workflow"_L1)));
    return actions;
}

ManifestTarget readDropped(const TomlTable &table)
{
    for (const auto key : {"system"_L1, "output"_L1, "archive"_L1, "layout"_L1, "glibc-floor"_L1, "macos-floor"_L1,
                           "notice"_L1, "actions"_L1})
        if (table.has(key))
            table.refuse(key,
                         Words::tr("A target that is dropped cannot have %1. Remove it, or remove \"dropped\".")
                             .arg(table.label(key)));
    return {
        .triple = readTriple(table), .label = table.string("label"_L1), .dropped = table.requiredString("dropped"_L1)};
}

ManifestTarget readTarget(const TomlTable &table, const QStringList &layouts)
{
    if (table.has("dropped"_L1))
        return readDropped(table);
    return {.triple = readTriple(table),
            .system = nixSystem(table),
            .output = table.requiredString("output"_L1),
            .archive = readArchive(table),
            .layout = readLayoutName(table, layouts),
            .glibcFloor = readFloor(table, "glibc-floor"_L1, Words::tr("a version of glibc such as \"2.35\"")),
            .macOsFloor = readFloor(table, "macos-floor"_L1, Words::tr("a version of macOS such as \"11.0\"")),
            .label = table.string("label"_L1),
            .notice = table.string("notice"_L1),
            .actions = readActions(table)};
}

/// A release has one file of each name, and the matrix one row for each triple.
class Uniqueness
{
public:
    void check(const TomlTable &table, const ManifestTarget &target)
    {
        if (!target.triple.isEmpty() && !isNew(m_triples, target.triple))
            table.refuse("triple"_L1, Words::tr("There are two targets %1. Remove one.").arg(target.triple));
        const QString archive = expandTemplate(target.archive, {.triple = target.triple});
        if (!archive.isEmpty() && !isNew(m_archives, archive))
            table.refuse("archive"_L1,
                         Words::tr("Another target has this archive name, too. Put {triple} into %1.")
                             .arg(table.label("archive"_L1)));
    }

private:
    static bool isNew(QSet<QString> &seen, const QString &text)
    {
        const auto before = seen.size();
        seen.insert(text);
        return seen.size() > before;
    }

    QSet<QString> m_triples;
    QSet<QString> m_archives;
};

} // namespace

QString nixSystem(const TomlTable &table)
{
    const QString system = table.requiredString("system"_L1);
    if (!system.isEmpty() && !matches(system, u"[a-z0-9_]+-[a-z0-9]+"_s))
        table.refuse("system"_L1, Words::tr("\"%1\" is not a system of Nix such as \"x86_64-linux\".").arg(system));
    return system;
}

QList<ManifestTarget> readTargets(const TomlTable &root, const QStringList &layouts)
{
    static const QStringList known{u"triple"_s, u"system"_s,      u"output"_s,      u"archive"_s,
                                   u"layout"_s, u"glibc-floor"_s, u"macos-floor"_s, u"label"_s,
                                   u"notice"_s, u"dropped"_s,     u"actions"_s};
    QList<ManifestTarget> targets;
    Uniqueness uniqueness;
    for (const TomlTable &table : root.tables("target"_L1, u"[[target]]"_s, known)) {
        targets += readTarget(table, layouts);
        uniqueness.check(table, targets.last());
    }
    return targets;
}

} // namespace unmoor
