// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/core/trust.h"
#include "app/github/client.h"
#include "app/release/manifestproposal.h"

#include <functional>
#include <stop_token>

namespace unmoor {

/// How a folder is looked through for a proposal.
struct ProposalSurvey
{
    Trust trust = Trust::Withheld; ///< Withheld: its flake is read as text, and git's filters do not run
    std::stop_token stop = {};
    std::function<void(const QString &)> said = [](const QString &) { }; ///< gets a line about what cannot be had
    /// Hears what is asked next, and what is known by then.
    std::function<void(ProposalSource, const ProposalFacts &)> asks = [](ProposalSource, const ProposalFacts &) { };
};

/// Asks git, the flake and the host what a first unmoor.toml of \a directory is proposed from. What cannot be had stays
/// empty; ProposalFacts::missing says why.
QFuture<ProposalFacts> gatherProposalFacts(const QString &directory, github::Client &client,
                                           const ProposalSurvey &survey);

/// Whether an unmoor.toml that is there is replaced.
enum class Overwrite { No, Yes };

/// Writes \a text to \a directory/unmoor.toml and gives its path. Errors: Io, InvalidInput (a link leads out of the
/// folder), Conflict (it is there, and is not to be replaced).
Result<QString> writeManifest(const QString &directory, const QString &text, Overwrite overwrite);

} // namespace unmoor
