// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/github/client.h"
#include "app/release/manifestproposal.h"

namespace unmoor {

/// Asks git, the flake and the host what a first unmoor.toml of \a directory is proposed from. What cannot be had stays
/// empty; \a said gets a line about it.
QFuture<ProposalFacts> gatherProposalFacts(const QString &directory, github::Client &client,
                                           const std::function<void(const QString &)> &said);

/// Writes the proposal to \a directory/unmoor.toml and gives its path. Errors: Io.
Result<QString> writeProposal(const QString &directory, const ProposalFacts &facts);

} // namespace unmoor
