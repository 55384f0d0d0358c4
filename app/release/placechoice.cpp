// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/placechoice.h"

#include "app/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

PlaceChoice here(const QString &system, const Result<NixInfo> &nix)
{
    if (!nix)
        return {.place = {}, .whyNot = Words::tr("Nix does not answer here")};
    if (nix->systems.isEmpty())
        return {.place = {}};
    if (nix->systems.contains(system))
        return {.place = {}, .isSure = true};
    return {.place = {}, .whyNot = Words::tr("builds %1").arg(nix->systems.constFirst())};
}

PlaceChoice on(const BuildHost &host, const QString &system)
{
    const BuildPlace place{.kind = BuildPlace::Kind::Host, .host = host.name};
    if (host.systems.contains(system))
        return {.place = place, .isSure = true};
    if (host.systems.isEmpty())
        return {.place = place, .whyNot = Words::tr("probe it first: its systems are not known")};
    return {.place = place, .whyNot = Words::tr("builds %1").arg(host.systems.join(u", "_s))};
}

PlaceChoice onBuilders(const std::optional<NixBuilders> &builders, const QString &system)
{
    const BuildPlace place{.kind = BuildPlace::Kind::Builders};
    if (!builders || builders->canBuild(system))
        return {.place = place, .isSure = builders.has_value()};
    if (builders->systems.isEmpty())
        return {.place = place, .whyNot = Words::tr("none is configured")};
    if (!builders->trusted)
        return {.place = place, .whyNot = Words::tr("Nix does not trust this user")};
    return {.place = place, .whyNot = Words::tr("build %1").arg(builders->systems.join(u", "_s))};
}

} // namespace

QList<PlaceChoice> placeChoices(const TargetState &target, const Settings &settings, const Result<NixInfo> &nix,
                                const std::optional<NixBuilders> &builders)
{
    const QString &system = target.target.system;
    if (target.target.isFromCheckout())
        return {{.place = {}, .isCurrent = true, .isSure = true, .whyNot = {}}};
    QList<PlaceChoice> choices{here(system, nix)};
    for (const BuildHost &host : settings.hosts)
        choices.append(on(host, system));
    choices.append(onBuilders(builders, system));
    const BuildPlace actions{.kind = BuildPlace::Kind::Actions};
    if (target.target.actions.isGiven())
        choices.append({.place = actions, .isSure = true, .whyNot = {}});
    else if (target.place == actions)
        choices.append({.place = actions, .whyNot = Words::tr("unmoor.toml has no [target.actions] for it")});
    const bool runs = target.build == TargetState::Build::Running || target.build == TargetState::Build::Waiting;
    for (PlaceChoice &choice : choices) {
        choice.isCurrent = choice.place == target.place;
        if (runs)
            choice.whyNot = Words::tr("the target is being built");
    }
    return choices;
}

QList<JointChoice> jointChoices(const QList<TargetPlaces> &targets)
{
    QList<JointChoice> joint;
    for (const auto &[triple, choices] : targets) {
        for (const PlaceChoice &choice : choices) {
            auto known = std::ranges::find(joint, choice.place, &JointChoice::place);
            if (known == joint.end())
                known = joint.insert(joint.end(), {.place = choice.place, .triples = {}, .isCurrent = true});
            known->isCurrent = known->isCurrent && choice.isCurrent;
            if (choice.isPossible())
                known->triples.append(triple);
            else if (known->whyNot.isEmpty())
                known->whyNot = Words::tr("%1: %2").arg(triple, choice.whyNot);
        }
    }
    return joint;
}

QList<PlaceChoice> suitablePlaces(QList<PlaceChoice> choices)
{
    choices.removeIf(
        [](const PlaceChoice &choice) { return !choice.isPossible() || choice.isCurrent || !choice.isSure; });
    return choices;
}

} // namespace unmoor
