// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

/// The client id that this build brings for signing in at \a host with a browser: that of the CMake setting
/// UNMOOR_OAUTH_CLIENT_ID, which is of an OAuth app of github.com. Empty: it brings none.
QString shippedClientId(const QString &host);
/// The same for a build whose setting is \a setting.
QString shippedClientId(const QString &host, const QString &setting);

} // namespace unmoor
