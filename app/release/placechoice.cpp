// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/placechoice.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PlaceChoice)
};

QString whyNotHere(const QString &system, const Result<NixInfo> &nix)
{
    if (!nix)
        return Words::tr("Nix does not answer here");
    if (nix->systems.isEmpty() || nix->systems.contains(system))
        return {};
    return Words::tr("builds %1").arg(nix->systems.join(u", "_s));
}

QString whyNotOn(const BuildHost &host, const QString &system)
{
    if (host.systems.contains(system))
        return {};
    if (host.systems.isEmpty())
        return Words::tr("probe it first: its systems are not known");
    return Words::tr("builds %1").arg(host.systems.join(u", "_s));
}

} // namespace

QList<PlaceChoice> placeChoices(const TargetState &target, const Settings &settings, const Result<NixInfo> &nix)
{
    const QString &system = target.target.system;
    QList<PlaceChoice> choices{{.place = {}, .whyNot = whyNotHere(system, nix)}};
    for (const BuildHost &host : settings.hosts)
        choices.append(
            {.place = {.kind = BuildPlace::Kind::Host, .host = host.name}, .whyNot = whyNotOn(host, system)});
    choices.append({.place = {.kind = BuildPlace::Kind::Builders}});
    const bool runs = target.build == TargetState::Build::Running || target.build == TargetState::Build::Waiting;
    for (PlaceChoice &choice : choices) {
        choice.isCurrent = choice.place == target.place;
        if (runs)
            choice.whyNot = Words::tr("the target is being built");
    }
    return choices;
}

QList<PlaceChoice> suitablePlaces(QList<PlaceChoice> choices)
{
    choices.removeIf([](const PlaceChoice &choice) {
        return !choice.isPossible() || choice.isCurrent || choice.place.kind == BuildPlace::Kind::Builders;
    });
    return choices;
}

} // namespace unmoor
