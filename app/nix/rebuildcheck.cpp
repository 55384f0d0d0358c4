// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/rebuildcheck.h"

#include "nix/buildverdict.h"
#include "nix/nixcommand.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Outcome = RebuildResult::Outcome;

Command rebuildCommand(const RebuildRequest &request)
{
    return nixCommand({u"build"_s, request.drvPath + u"^*"_s, u"--rebuild"_s, u"--keep-failed"_s, u"--no-link"_s,
                       u"--log-format"_s, u"internal-json"_s},
                      request.directory, {.features = request.features});
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
        return QtFuture::makeReadyValueFuture(Result<RebuildResult>(std::unexpected(ready.error())));
    return m_run.run(rebuildCommand(m_request), std::move(stop)).then(this, [this](const Result<ProcessExit> &run) {
        return resultOf(run);
    });
}

Result<RebuildResult> RebuildCheck::resultOf(const Result<ProcessExit> &run)
{
    const bool identical = run && run->code == 0;
    m_run.end(identical);
    RebuildResult result{.seconds = m_run.seconds()};
    if (identical) {
        result.outcome = Outcome::Identical;
    } else if (!run && run.error().kind == Error::Kind::Canceled) {
        result.outcome = Outcome::Canceled;
    } else if (!run && run.error().kind == Error::Kind::NotFound) {
        return std::unexpected(run.error());
    } else {
        result.failure = run ? failureOfRun(m_run.monitor()) : crashOfNix(run.error());
        if (result.failure->kind != BuildFailure::Kind::NotReproducible)
            return result;
        result.outcome = Outcome::Differs;
        result.failure.reset();
        if (const QString other = m_request.storePath + u".check"_s; QFileInfo::exists(other))
            result.otherPath = other;
    }
    return result;
}

} // namespace unmoor
