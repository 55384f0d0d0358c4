// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/findingcatalog.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/project/manifestparts.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

const QMap<QString, std::optional<Severity>> &levels()
{
    static const QMap<QString, std::optional<Severity>> words{{u"error"_s, Severity::Error},
                                                              {u"warning"_s, Severity::Warning},
                                                              {u"info"_s, Severity::Info},
                                                              {u"off"_s, std::nullopt}};
    return words;
}

QStringList findingCodes()
{
    QStringList codes;
    for (const FindingKind &kind : findingKinds())
        codes.append(kind.code);
    return codes;
}

void refuseUnknownCode(const TomlTable &table, const QString &code)
{
    if (code.isEmpty() || findingKind(code))
        return;
    const QString nearest = nearestWord(code, findingCodes());
    table.refuse("code"_L1,
                 nearest.isEmpty()
                     ? Words::tr("There is no finding \"%1\"; the manual lists the codes, in docs/checks.md.").arg(code)
                     : Words::tr("There is no finding \"%1\": did you mean \"%2\"?").arg(code, nearest));
}

void refuseFirm(const TomlTable &table, QLatin1StringView key, const QString &code)
{
    if (isFirm(code))
        table.refuse(key, Words::tr("%1 says that an archive cannot be read whole: it is always an error.").arg(code));
}

Acceptance readAcceptance(const TomlTable &table)
{
    const Acceptance acceptance{.code = table.requiredString("code"_L1),
                                .path = table.string("path"_L1),
                                .triple = table.string("target"_L1),
                                .reason = table.requiredString("reason"_L1),
                                .source = u"unmoor.toml"_s};
    refuseUnknownCode(table, acceptance.code);
    refuseFirm(table, "code"_L1, acceptance.code);
    return acceptance;
}

void readLimit(const TomlTable &table, QLatin1StringView key, qint64 least, qint64 &limit)
{
    const auto given = table.integer(key);
    if (!given)
        return;
    if (*given < least)
        table.refuse(key, Words::tr("%1 must be at least %2.").arg(table.label(key), QString::number(least)));
    else
        limit = *given;
}

} // namespace

CheckSettings readChecks(const TomlTable &root)
{
    CheckSettings settings;
    if (const auto table = root.table("checks"_L1, u"[checks]"_s, findingCodes())) {
        for (const QString &code : table->keys()) {
            const QByteArray latin = code.toLatin1();
            const QLatin1StringView key(latin);
            const QString level = table->requiredString(key);
            if (!levels().contains(level))
                table->refuse(key,
                              Words::tr("%1 must be \"error\", \"warning\", \"info\" or \"off\", not \"%2\".")
                                  .arg(table->label(key), level));
            refuseFirm(*table, key, code);
            settings.severities.insert(code, levels().value(level));
        }
    }
    const QStringList known{u"code"_s, u"path"_s, u"target"_s, u"reason"_s};
    for (const TomlTable &table : root.tables("accept"_L1, u"[[accept]]"_s, known))
        settings.accepted += readAcceptance(table);
    return settings;
}

ScanLimits readLimits(const TomlTable &root)
{
    ScanLimits limits;
    const auto table =
        root.table("limits"_L1, u"[limits]"_s,
                   {u"entries"_s, u"unpacked-bytes"_s, u"ratio"_s, u"member-bytes"_s, u"depth"_s, u"path-bytes"_s});
    if (!table)
        return limits;
    qint64 ratio = qint64(limits.ratio);
    readLimit(*table, "entries"_L1, 1, limits.entries);
    readLimit(*table, "unpacked-bytes"_L1, 1, limits.unpackedBytes);
    readLimit(*table, "ratio"_L1, 1, ratio);
    readLimit(*table, "member-bytes"_L1, 1 << 20, limits.memberBytes);
    readLimit(*table, "depth"_L1, 1, limits.depth);
    readLimit(*table, "path-bytes"_L1, 1, limits.pathBytes);
    limits.ratio = double(ratio);
    return limits;
}

} // namespace unmoor
