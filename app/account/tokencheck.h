// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/tokenreport.h"
#include "app/github/client.h"

namespace unmoor {

/// Asks the host of \a client what its token may do, for \a repository ("owner/name"; empty: in general). \a kind: of
/// kindOfToken(). Nothing is written on the host. A token that the host does not take is a report, too; Errors:
/// Network, Server, RateLimited, Canceled.
QFuture<Result<TokenReport>> checkToken(github::Client &client, TokenReport::Kind kind, const QString &repository,
                                        std::stop_token stop = {});

} // namespace unmoor
