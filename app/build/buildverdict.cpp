// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/buildverdict.h"

#include "app/buildlog/logstore.h"
#include "app/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype tailLines = 25;

/// The last lines of the log of the step \a drvPath, without escape codes.
QStringList logTail(const BuildMonitor &monitor, const QString &drvPath)
{
    const auto &states = monitor.derivations();
    const auto state = std::ranges::find(states, drvPath, &DerivationState::path);
    QStringList last;
    if (state == states.cend() || !monitor.log())
        return last;
    const LogFilter filter{.derivation = qint32(state - states.cbegin())};
    for (const LogLine &line : monitor.log()->lastLines(filter, tailLines))
        last += withoutEscapes(line.text);
    return last;
}

/// Steps that were planned and never began.
QStringList neverBegun(const BuildMonitor &monitor)
{
    QStringList names;
    for (const DerivationState &state : monitor.derivations())
        if (state.kind == DerivationState::Kind::Build && state.startedMsec < 0)
            names += state.name;
    return names;
}

} // namespace

bool builtAnything(const BuildMonitor &monitor)
{
    return std::ranges::any_of(monitor.derivations(), [](const DerivationState &state) {
        return state.kind == DerivationState::Kind::Build && state.startedMsec >= 0;
    });
}

BuildFailure failureOfRun(const BuildMonitor &monitor, qsizetype passedOver)
{
    BuildFailure failure = classifyFailure(monitor.messages().mid(passedOver));
    const QStringList log = logTail(monitor, failure.derivationPath);
    failure.tail = log.join(u'\n');
    if (!log.isEmpty())
        failure.detail += u'\n' + failure.tail;
    if (!failure.derivation.isEmpty())
        failure.notRun = neverBegun(monitor);
    return failure;
}

BuildFailure crashOfNix(const Error &error)
{
    return {.kind = BuildFailure::Kind::Other,
            .message = error.message,
            .hint = Words::tr("Run it again; the steps that have finished are kept.")};
}

BuildFailure pathMissing(const QString &path)
{
    return {.kind = BuildFailure::Kind::NoOutput,
            .message = Words::tr("Nix reported success, but %1 is not in the store: something removed it.").arg(path),
            .hint = Words::tr("Make sure that no garbage collection runs, then build "
                              "again.")};
}

} // namespace unmoor
