// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/releasestate.h"
#include "app/core/chain.h"
#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QFuture<int> runStatus(const Invocation &invocation, Session &session, const Console &console)
{
    return inEitherCase(openAndReconcile(invocation, session), &session, [&session, console](const Result<void> &read) {
        if (!read)
            return exitWith(console.fail(read.error()));
        return readStatusRuns(session, console.stop()).then(&session, [&session, console](const StatusRuns &runs) {
            return reportStatus(session, console, runs);
        });
    });
}

} // namespace

CliCommand statusCommand()
{
    return {.id = Invocation::Command::Status,
            .name = u"status"_s,
            .usage = {},
            .summary = Words::tr("compare this machine, the ledger and the host"),
            .options = {},
            .run = runStatus};
}

} // namespace unmoor
