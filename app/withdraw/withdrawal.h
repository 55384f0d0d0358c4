// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publish/publisher.h"
#include "app/release/session.h"
#include "app/withdraw/withdrawplan.h"

namespace unmoor {

/// Reads the host and the changelog for taking \a tag back. Errors: InvalidInput (it is not known which repository),
/// the client's.
QFuture<Result<WithdrawFacts>> gatherWithdrawFacts(Session &session, const QString &tag, std::stop_token stop = {});

/// How one step came out.
struct WithdrawResult
{
    WithdrawStep step;
    StepResult::Outcome outcome = StepResult::Outcome::Skipped;
    std::optional<Error> error;
};

struct WithdrawOutcome
{
    bool complete = false; ///< the host and the changelog are as was asked for, read back
    QUrl url;
    QList<WithdrawResult> steps;
    QStringList remarks;
    std::optional<Error> error; ///< what stopped it
};

/// Carries planWithdraw() out: reads, plans, does one step after the other, reads back. Starting again after any stop
/// is the same call. After a 5xx, a reset or a timeout the host is read again and planned anew before anything is
/// repeated. What \a agreed, WithdrawPlan::keys(), does not name is not done: where the host has changed so that
/// something else would have to be, it stops (Conflict), as it does while another process changes the release. \a
/// finished: called for each step. What came of it is kept in the ledger. The future always finishes; it is dropped
/// when \a session goes.
QFuture<WithdrawOutcome> withdrawRelease(Session &session, const WithdrawRequest &request, const QStringList &agreed,
                                         std::function<void(const WithdrawResult &)> finished = {},
                                         std::stop_token stop = {});

QJsonObject withdrawToJson(const WithdrawRequest &request, const WithdrawPlan &plan,
                           const std::optional<WithdrawOutcome> &outcome);

} // namespace unmoor
