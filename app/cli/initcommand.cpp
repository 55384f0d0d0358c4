// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "github/chain.h"
#include "release/layoutsource.h"
#include "release/proposalfacts.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Where archives are at hand, the proposal has their layouts.
QFuture<Result<ProposalFacts>> withLayouts(const ProposalFacts &facts, const Invocation &invocation, Session &session,
                                           const Console &console)
{
    const auto read = withLayoutsOfFiles(facts, invocation.from); // nothing else runs in this process
    if (!read || !invocation.fromRelease)
        return finished<ProposalFacts>(read);
    return withLayoutsOfRelease(*read, session.client(), invocation.stateDir,
                                [console](const QString &line) { console.log(line); });
}

} // namespace

QFuture<int> runInit(const Invocation &invocation, Session &session, const Console &console)
{
    const QString directory = QDir(invocation.project).absolutePath();
    const QString path = QDir(directory).filePath(u"unmoor.toml"_s);
    if (!QDir(directory).exists())
        return exitWith(console.fail({Error::Kind::NotFound, Session::tr("There is no folder %1.").arg(directory)}));
    if (QFile::exists(path) && !invocation.force)
        return exitWith(console.fail(
            {Error::Kind::InvalidInput, Session::tr("%1 is there already. Overwrite it with --force.").arg(path)}));
    return session.signIn()
        .then(&session,
              [=, &session](const Result<StoredToken> &) {
                  return gatherProposalFacts(directory, session.client(),
                                             [console](const QString &line) { console.log(line); });
              })
        .unwrap()
        .then(&session,
              [=, &session](const ProposalFacts &facts) { return withLayouts(facts, invocation, session, console); })
        .unwrap()
        .then(&session, [=](const Result<ProposalFacts> &facts) {
            if (!facts)
                return console.fail(facts.error());
            const auto written = writeProposal(directory, *facts);
            if (!written)
                return console.fail(written.error());
            console.print(QJsonObject{{u"schema"_s, 1}, {u"path"_s, *written}});
            console.print(Session::tr("Wrote %1. Read it through, then: unmoor plan\n").arg(*written));
            return 0;
        });
}

} // namespace unmoor
