// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/invocation.h"
#include "app/release/session.h"

#include <QFuture>

namespace unmoor {

/// `unmoor build --rebuild-check`: builds once more what is built, and says whether it comes out the same.
QFuture<int> runRebuildCheck(const Invocation &invocation, Session &session, const Console &console);

} // namespace unmoor
