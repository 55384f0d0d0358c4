// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/state.h"

namespace unmoor::rehearsal {

/// The page behind a release's html_url, for a browser: HTML in UTF-8. It shows drafts as well, and says so, since a
/// browser has no token and whoever rehearses wants to look.
QByteArray releasePage(const Repository &repository, const Release &release);

} // namespace unmoor::rehearsal
