// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/proposalfacts.h"
#include "app/release/session.h"

namespace unmoor {

/// What gatherProposalFacts() finds for \a session, which need not have a project open, signed in where a token is at
/// hand: a private repository tells nobody else of its releases.
QFuture<ProposalFacts> surveyProject(Session &session, const QString &directory, const ProposalSurvey &survey);

} // namespace unmoor
