// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/builders.h"

#include "app/core/chain.h"
#include "app/core/words.h"
#include "app/nix/nixanswers.h"
#include "app/nix/nixcommand.h"
#include "app/nix/nixquestion.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Entries without their comments; files of such are read, but no files named in them.
QStringList entriesOf(const QString &setting, bool readsFiles = true)
{
    static const QRegularExpression separator(u"[\\n;]"_s);
    QStringList entries;
    for (const QString &part : setting.split(separator)) {
        const QString entry = part.section(u'#', 0, 0).simplified();
        if (entry.startsWith(u'@')) {
            QFile file(entry.sliced(1));
            if (readsFiles && file.open(QIODevice::ReadOnly))
                entries += entriesOf(QString::fromUtf8(file.readAll()), false);
        } else if (!entry.isEmpty()) {
            entries += entry;
        }
    }
    return entries;
}

Result<NixBuilders> parseSettings(const QByteArray &json)
{
    return parseBuildableSystems(json).transform([&](const QStringList &own) {
        const QString setting = QJsonDocument::fromJson(json).object()["builders"_L1]["value"_L1].toString();
        return NixBuilders{.systems = systemsOfBuilders(setting, own.value(0))};
    });
}

/// A Nix without an answer (before 2.19) is taken for one that trusts nobody.
Result<bool> parseTrust(const QByteArray &json)
{
    return parseTrusted(json).value_or(false);
}

} // namespace

QStringList systemsOfBuilders(const QString &setting, const QString &ownSystem)
{
    QStringList systems;
    for (const QString &entry : entriesOf(setting)) {
        const QString named = entry.section(u' ', 1, 1);
        systems += named.isEmpty() || named == "-"_L1 ? QStringList{ownSystem} : named.split(u',', Qt::SkipEmptyParts);
    }
    systems.removeDuplicates();
    return systems;
}

QFuture<Result<NixBuilders>> configuredBuilders(const QString &directory, std::stop_token stop)
{
    const Command show = nixCommand({u"config"_s, u"show"_s, u"--json"_s}, directory);
    return andThen(askNix<NixBuilders>(show, stop, parseSettings), [directory, stop](const NixBuilders &builders) {
        if (builders.systems.isEmpty())
            return finished<NixBuilders>(builders);
        const Command info = nixCommand({u"store"_s, u"info"_s, u"--json"_s}, directory);
        return andThen(askNix<bool>(info, stop, parseTrust), [systems = builders.systems](bool trusted) {
            return finished<NixBuilders>(NixBuilders{.systems = systems, .trusted = trusted});
        });
    });
}

std::optional<BuildFailure> refusalOf(const NixBuilders &builders, const QString &system)
{
    if (builders.systems.isEmpty())
        return BuildFailure{.kind = BuildFailure::Kind::NoBuilder,
                            .message = Words::tr("Nix has no builders of its own configured here."),
                            .hint = Words::tr("Configure them (builders in nix.conf, or /etc/nix/machines), or choose "
                                              "another place for this target.")};
    if (!builders.trusted)
        return BuildFailure{.kind = BuildFailure::Kind::NoBuilder,
                            .message = Words::tr("Nix does not trust this user, so it would ignore its builders and "
                                                 "build here instead."),
                            .hint = Words::tr("Add the user to trusted-users in nix.conf, or set the machine up in "
                                              "Settings, where no trust is needed.")};
    if (!builders.systems.contains(system))
        return BuildFailure{.kind = BuildFailure::Kind::NoBuilder,
                            .message = Words::tr("None of Nix's builders builds %1; they build %2.")
                                           .arg(system, builders.systems.join(u", "_s)),
                            .hint = Words::tr("Choose another place for this target.")};
    return {};
}

} // namespace unmoor
