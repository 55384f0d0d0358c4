// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/places.h"

#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

Places::Places(Engine &engine, Targets &targets)
    : m_engine(engine)
    , m_targets(targets)
    , m_nix(failure(Error::Kind::NotFound, Words::tr("Nix was not asked yet.")))
{
}

QList<BuildPlace> Places::thatBuild(const QString &system) const
{
    QList<BuildPlace> places;
    if (m_nix && m_nix->systems.contains(system))
        places += BuildPlace{};
    for (const BuildHost &host : m_engine.settings().hosts)
        if (host.systems.contains(system))
            places += BuildPlace{.kind = BuildPlace::Kind::Host, .host = host.name};
    if (m_nix && m_nix->builderSystems.contains(system))
        places += BuildPlace{.kind = BuildPlace::Kind::Builders};
    return places;
}

QList<BuildPlace> Places::placesFor(const ManifestTarget &target) const
{
    QList<BuildPlace> places = thatBuild(target.system);
    if (target.actions.isGiven())
        places += BuildPlace{.kind = BuildPlace::Kind::Actions};
    return places;
}

Result<void> Places::use(const QString &triple, const BuildPlace &place)
{
    TargetState *target = m_targets.edit(triple);
    if (!target)
        return std::unexpected(noSuchTarget(triple));
    if (place.kind == BuildPlace::Kind::Host && !m_engine.settings().host(place.host))
        return std::unexpected(noSuchHost(place.host, m_engine.settings().hosts));
    target->place = place;
    target->placeIsChosen = true;
    target->where = placeName(place);
    if (target->build == TargetState::Build::Unbuildable) {
        target->build = TargetState::Build::Planned; // as far as is known of the new place
        target->forecast = {};
        target->failure.reset();
    }
    m_targets.touch(triple);
    return {};
}

Result<void> Places::choose(const QString &triple, const BuildPlace &place, const QString &root)
{
    return use(triple, place).and_then([&] { return m_engine.ledger()->setPlace(root, triple, placeWord(place)); });
}

void Places::propose(const QString &triple)
{
    TargetState *target = m_targets.edit(triple);
    if (!target)
        return;
    const BuildPlace &place = target->place;
    const bool isGone = (place.kind == BuildPlace::Kind::Host && !m_engine.settings().host(place.host))
        || (place.kind == BuildPlace::Kind::Actions && !target->target.actions.isGiven());
    if (!target->placeIsChosen || isGone)
        target->place = placesFor(target->target).value(0);
}

QString Places::whyNot(const ManifestTarget &target, const BuildPlace &place) const
{
    const BuildHost *host = m_engine.settings().host(place.host);
    switch (place.kind) {
    case BuildPlace::Kind::ThisMachine:
        if (!m_nix || m_nix->systems.contains(target.system))
            return {};
        if (target.actions.isGiven())
            return Words::tr(
                       "Needs %1; this machine builds %2. Take it out of GitHub Actions (unmoor build --on actions), "
                       "build it on another machine, or leave it out of this release.")
                .arg(target.system, m_nix->systems.value(0));
        return Words::tr("Needs %1; this machine builds %2. Adopt a finished archive, build it on another machine, "
                         "or leave it out of this release.")
            .arg(target.system, m_nix->systems.value(0));
    case BuildPlace::Kind::Host:
        if (!host)
            return noSuchHost(place.host, m_engine.settings().hosts).message;
        if (host->systems.isEmpty() || host->systems.contains(target.system))
            return {};
        return Words::tr("Needs %1; %2 builds %3. Choose another place for it.")
            .arg(target.system, host->name, host->systems.join(u", "_s));
    case BuildPlace::Kind::Actions:
        return target.actions.isGiven() ? QString()
                                        : Words::tr("unmoor.toml has no [target.actions] for it, which says what of "
                                                    "GitHub Actions it is. Add one, or choose another place.");
    case BuildPlace::Kind::Builders:
        if (!m_nix || m_nix->builderSystems.contains(target.system))
            return {};
        return Words::tr("Needs %1; Nix has no builder of its own for it that it would heed us about. Choose another "
                         "place for it.")
            .arg(target.system);
    }
    Q_UNREACHABLE_RETURN({});
}

RemoteStore Places::storeOf(const BuildPlace &place) const
{
    const BuildHost *host = place.kind == BuildPlace::Kind::Host ? m_engine.settings().host(place.host) : nullptr;
    return host ? remoteStore(*host, m_engine.stateDir()) : RemoteStore();
}

int Places::jobsAt(const BuildPlace &place) const
{
    // Of one workflow one run is started: each target looks for its run once the one before has found its own.
    if (place.kind == BuildPlace::Kind::Actions)
        return 1;
    const BuildHost *host = m_engine.settings().host(place.host);
    return place.kind == BuildPlace::Kind::Host ? (host ? host->jobs : 1) : m_engine.settings().jobsHere;
}

} // namespace unmoor
