// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/projectsurvey.h"

#include "app/core/chain.h"

namespace unmoor {

QFuture<ProposalFacts> surveyProject(Session &session, const QString &directory, const ProposalSurvey &survey)
{
    return inEitherCase(session.signIn(), &session, [=, &session](const Result<StoredToken> &) {
        return gatherProposalFacts(directory, session.client(), survey);
    });
}

} // namespace unmoor
