// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/core/trust.h"

#include <QString>

namespace unmoor {

/// What a person said of a project's folder when asked whether they trust who made it. It holds for this folder in
/// this checkout: another checkout that comes to lie around it, or inside it, is asked about anew.
struct TrustAnswer
{
    QString directory; ///< where unmoor.toml is; canonical
    QString root; ///< top of the checkout; canonical; empty: of none
    Trust trust = Trust::Withheld;

    bool isAbout(const TrustAnswer &other) const { return directory == other.directory && root == other.root; }
    bool operator==(const TrustAnswer &) const = default;
};

/// The folder that an answer about \a directory would be about, with trust withheld. Runs no program.
TrustAnswer trustPlace(const QString &directory);

/// That \a what of a project in \a directory needs trust, and how it is given. Error::Kind::Untrusted.
Error needsTrust(const QString &what, const QString &directory);

} // namespace unmoor
