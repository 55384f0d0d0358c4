// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/nix/buildfailure.h"

#include <QFuture>
#include <QStringList>
#include <optional>
#include <stop_token>

namespace unmoor {

/// The machines that Nix itself was configured to build on.
struct NixBuilders
{
    QStringList systems; ///< what they build; empty: none is configured
    bool trusted = false; ///< whether Nix heeds us when we ask for them

    bool canBuild(const QString &system) const { return trusted && systems.contains(system); }
    bool operator==(const NixBuilders &) const = default;
};

/// The systems in Nix's setting `builders`: entries separated by line ends or semicolons, or files of such after an @.
/// \a ownSystem: what an entry builds that names none.
QStringList systemsOfBuilders(const QString &setting, const QString &ownSystem);

/// Asks this machine's Nix.
QFuture<Result<NixBuilders>> configuredBuilders(const QString &directory, std::stop_token stop = {});

/// Why \a builders cannot build for \a system: Nix would drop the setting and build here, or fail late. Nothing where
/// they can.
std::optional<BuildFailure> refusalOf(const NixBuilders &builders, const QString &system);

} // namespace unmoor
