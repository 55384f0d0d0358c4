// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/rebuildcheck.h"

#include "app/build/buildverdict.h"
#include "app/core/chain.h"
#include "app/nix/flake.h"
#include "app/nix/nixcommand.h"
#include "app/nix/storefolder.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

Command rebuildCommand(const RebuildRequest &request)
{
    return nixCommand({u"build"_s, request.drvPath + u"^*"_s, u"--rebuild"_s, u"--keep-failed"_s, u"--no-link"_s,
                       u"--log-format"_s, u"internal-json"_s},
                      request.directory);
}

} // namespace

RebuildCheck::RebuildCheck(RebuildRequest request, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_run(m_request.logFile)
{
}

QFuture<Result<RebuildResult>> RebuildCheck::start(std::stop_token stop)
{
    if (const auto ready = m_run.open(); !ready)
        return finished<RebuildResult>(std::unexpected(ready.error()));
    return inEitherCase(m_run.run(rebuildCommand(m_request), stop), this, [this, stop](const Result<ProcessExit> &run) {
        const auto result = resultOf(run);
        const bool differs = result && result->outcome == RebuildResult::Outcome::Differs;
        return differs ? withOtherPath(*result, stop) : finished(result);
    });
}

/// Nix leaves what came out now beside the first result.
QFuture<Result<RebuildResult>> RebuildCheck::withOtherPath(const RebuildResult &result, std::stop_token stop)
{
    return storeFolder(m_request.directory, std::move(stop))
        .then(this, [this, result](const Result<QString> &folder) -> Result<RebuildResult> {
            RebuildResult whole = result;
            const QString other = realPath(m_request.storePath, folder.value_or(usualStoreFolder)) + u".check"_s;
            if (QFileInfo::exists(other))
                whole.otherPath = other;
            return whole;
        });
}

Result<RebuildResult> RebuildCheck::resultOf(const Result<ProcessExit> &run)
{
    const bool identical = run && run->code == 0;
    m_run.end(identical);
    RebuildResult result{.seconds = m_run.seconds()};
    if (identical) {
        result.outcome = RebuildResult::Outcome::Identical;
    } else if (!run && run.error().kind == Error::Kind::Canceled) {
        result.outcome = RebuildResult::Outcome::Canceled;
    } else if (!run && run.error().kind == Error::Kind::NotFound) {
        return std::unexpected(run.error());
    } else {
        result.failure = run ? failureOfRun(m_run.monitor()) : crashOfNix(run.error());
        if (result.failure->kind != BuildFailure::Kind::NotReproducible)
            return result;
        result.outcome = RebuildResult::Outcome::Differs;
        result.failure.reset();
    }
    return result;
}

} // namespace unmoor
