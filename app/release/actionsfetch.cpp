// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/actionsfetch.h"

#include "app/core/chain.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QFuture<Result<void>> fetchOne(Session &session, const ActionsFetch &fetch, const QString &triple, std::stop_token stop)
{
    const TargetState *row = session.targets().find(triple);
    if (!row)
        return finished<void>(std::unexpected(noSuchTarget(triple)));
    const ProjectPtr project = session.snapshot();
    const ArtifactTask task{.project = project,
                            .target = row->target,
                            .runId = fetch.runId,
                            .mayStart = fetch.mayStart,
                            .say = fetch.say,
                            .show = {}};
    return andThen(session.actions().fetch(task, std::move(stop)), &session,
                   [&session, triple, project](const FetchedArtifact &file) {
                       return session.archives()
                           .adopt(triple, file.path, project, file.from)
                           .then(&session, [folder = file.folder](const Result<void> &adopted) { return adopted; });
                   });
}

/// One after the other. \a first: what an earlier one failed with.
QFuture<Result<void>> fetchNext(Session &session, ActionsFetch fetch, std::stop_token stop, const Result<void> &first)
{
    if (fetch.triples.isEmpty())
        return finished<void>(first);
    const QString triple = fetch.triples.takeFirst();
    return inEitherCase(fetchOne(session, fetch, triple, stop), &session,
                        [&session, fetch, triple, stop, first](const Result<void> &outcome) {
                            if (!outcome && outcome.error().kind == Error::Kind::Canceled)
                                return finished<void>(outcome);
                            if (!outcome && !first && fetch.say)
                                fetch.say(u"%1> %2"_s.arg(triple, outcome.error().message));
                            return fetchNext(session, fetch, stop, first ? outcome : first);
                        });
}

} // namespace

QFuture<Result<void>> fetchFromActions(Session &session, const ActionsFetch &fetch, std::stop_token stop)
{
    return fetchNext(session, fetch, std::move(stop), {});
}

} // namespace unmoor
