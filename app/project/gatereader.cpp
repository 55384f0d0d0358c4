// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/words.h"
#include "app/project/manifestparts.h"

#include "app/project/projectfiles.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QList<QLatin1StringView> present(const TomlTable &table, std::initializer_list<QLatin1StringView> keys)
{
    QList<QLatin1StringView> found;
    for (const auto key : keys)
        if (table.has(key))
            found += key;
    return found;
}

void readExpectation(const TomlTable &table, ManifestGate &gate)
{
    if (table.has("equals"_L1))
        gate.equals = table.string("equals"_L1);
    if (table.has("equals-eval"_L1))
        gate.equalsEval = table.requiredString("equals-eval"_L1);
    const QString label = table.label("matches-file"_L1);
    if (const auto match = table.table("matches-file"_L1, label, {u"file"_s, u"regex"_s}))
        gate.matchesFile = fileMatch(*match);
}

void readEval(const TomlTable &table, ManifestGate &gate)
{
    gate.eval = table.requiredString("eval"_L1);
    const auto expectations = present(table, {"equals"_L1, "equals-eval"_L1, "matches-file"_L1});
    if (expectations.isEmpty())
        table.refuseMissing(Words::tr("A gate with \"eval\" needs what it is compared with: \"equals\", "
                                      "\"equals-eval\" or \"matches-file\"."));
    if (expectations.size() > 1)
        table.refuse(expectations[1],
                     Words::tr("A gate compares with one thing: keep \"%1\" or \"%2\", not both.")
                         .arg(expectations[0], expectations[1]));
    readExpectation(table, gate);
}

void readFlakeCheck(const TomlTable &table, ManifestGate &gate)
{
    const auto value = table.boolean("flake-check"_L1);
    gate.flakeCheck = value.value_or(true);
    if (!gate.flakeCheck)
        table.refuse("flake-check"_L1,
                     Words::tr("%1 can only be true. Remove the gate where it is not wanted.")
                         .arg(table.label("flake-check"_L1)));
}

void readNoVersionIn(const TomlTable &table, ManifestGate &gate)
{
    gate.noVersionIn = table.strings("no-version-in"_L1);
    if (table.isEmptyArray("no-version-in"_L1))
        table.refuse("no-version-in"_L1,
                     Words::tr("%1 must name at least one file.").arg(table.label("no-version-in"_L1)));
    for (const QString &glob : gate.noVersionIn)
        checkInside(table, "no-version-in"_L1, glob);
}

void refuseStrayExpectations(const TomlTable &table)
{
    for (const auto key : present(table, {"equals"_L1, "equals-eval"_L1, "matches-file"_L1}))
        table.refuse(key, Words::tr("%1 belongs to a gate with \"eval\".").arg(table.label(key)));
}

void readKind(const TomlTable &table, ManifestGate &gate)
{
    const auto kinds = present(table, {"flake-check"_L1, "eval"_L1, "no-version-in"_L1});
    if (kinds.isEmpty())
        table.refuseMissing(Words::tr("A gate needs one of \"flake-check\", \"eval\" or \"no-version-in\"."));
    if (kinds.size() > 1)
        table.refuse(kinds[1],
                     Words::tr("A gate checks one thing: make \"%1\" and \"%2\" two gates.").arg(kinds[0], kinds[1]));
    if (table.has("eval"_L1))
        readEval(table, gate);
    else
        refuseStrayExpectations(table);
    if (table.has("flake-check"_L1))
        readFlakeCheck(table, gate);
    if (table.has("no-version-in"_L1))
        readNoVersionIn(table, gate);
}

} // namespace

QList<ManifestGate> readGates(const TomlTable &root)
{
    static const QStringList known{u"name"_s,        u"flake-check"_s,  u"eval"_s,         u"equals"_s,
                                   u"equals-eval"_s, u"matches-file"_s, u"no-version-in"_s};
    QList<ManifestGate> gates;
    QSet<QString> names;
    for (const TomlTable &table : root.tables("gate"_L1, u"[[gate]]"_s, known)) {
        ManifestGate gate{.name = table.requiredString("name"_L1), .line = table.line()};
        if (names.contains(gate.name) && !gate.name.isEmpty())
            table.refuse("name"_L1, Words::tr("There are two gates \"%1\". Rename one.").arg(gate.name));
        names.insert(gate.name);
        readKind(table, gate);
        gates += gate;
    }
    return gates;
}

} // namespace unmoor
