// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "release/proposalfacts.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

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
        .then(&session, [=](const ProposalFacts &facts) {
            const auto written = writeProposal(directory, facts);
            if (!written)
                return console.fail(written.error());
            console.print(QJsonObject{{u"schema"_s, 1}, {u"path"_s, *written}});
            console.print(Session::tr("Wrote %1. Read it through, then: unmoor plan\n").arg(*written));
            return 0;
        });
}

} // namespace unmoor
