// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/manifestproposal.h"

namespace unmoor {

/// What one source told for a proposal, in words for a person.
struct ProposalFinding
{
    enum class State {
        Found,
        Absent, ///< it was looked for, and there is none
        Unknown, ///< it could not be looked for, or not in full
    };

    ProposalSource source = ProposalSource::Checkout;
    State state = State::Found;
    QString text;

    bool operator==(const ProposalFinding &) const = default;
};

/// One finding for each source, in a fixed order.
QList<ProposalFinding> findingsOf(const ProposalFacts &facts);

QString proposalSourceName(ProposalSource source); ///< "Flake"
QString proposalQuestion(ProposalSource source); ///< what is done while it is asked: "Evaluating the flake"

} // namespace unmoor
