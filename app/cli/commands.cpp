// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/command.h"
#include "app/core/chain.h"
#include "app/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

const QList<CliCommand> &commands()
{
    static const QList<CliCommand> all{initCommand(),     prepareCommand(),  planCommand(),      buildCommand(),
                                       inspectCommand(),  notesCommand(),    statusCommand(),    publishCommand(),
                                       withdrawCommand(), runsCommand(),     workflowsCommand(), hostCommand(),
                                       tokenCommand(),    rehearseCommand(), trustCommand()};
    return all;
}

const CliCommand *findCommand(const QString &name)
{
    const auto found = std::ranges::find(commands(), name, &CliCommand::name);
    return found == commands().end() ? nullptr : &*found;
}

QList<QCommandLineOption> commonOptions()
{
    return {
        {u"project"_s, Words::tr("The project's folder; the current one unless said."), u"DIR"_s},
        {u"json"_s, Words::tr("Print one JSON document on standard output; logs go to standard error.")},
        {u"api-url"_s, Words::tr("Another GitHub host, such as https://HOST/api/v3."), u"URL"_s},
        {u"state-dir"_s, Words::tr("Where ledger, logs and GC roots live."), u"DIR"_s},
        {u"token-env"_s, Words::tr("Read the token from this environment variable instead of the keychain."),
         u"NAME"_s},
    };
}

QString usageOf(const CliCommand &command)
{
    return Words::tr("Usage: unmoor %1 %2").arg(command.name, command.usage).trimmed();
}

QCommandLineOption targetOption()
{
    return {u"target"_s, Words::tr("A target triple."), u"TRIPLE"_s};
}

std::unexpected<Error> wrongUsage(const QString &message)
{
    return failure(Error::Kind::InvalidInput, message);
}

Result<QMap<QString, QString>> keyValues(const QCommandLineParser &given, const QString &name, const QString &form)
{
    QMap<QString, QString> map;
    for (const QString &value : given.values(name)) {
        const qsizetype equals = value.indexOf(u'=');
        if (equals < 1 || equals + 1 == value.size())
            return wrongUsage(Words::tr("--%1 takes %2, not \"%3\".").arg(name, form, value));
        map.insert(value.left(equals), value.sliced(equals + 1));
    }
    return map;
}

SessionOptions sessionOptions(const Invocation &invocation)
{
    const auto command = std::ranges::find(commands(), invocation.command, &CliCommand::id);
    return {.apiUrl = invocation.apiUrl,
            .token = invocation.token,
            .account = invocation.account,
            .version = invocation.version,
            .trust = command == commands().end() ? Trust::Withheld : command->trust};
}

QFuture<Result<void>> openSignedIn(const Invocation &invocation, Session &session)
{
    return andThen(session.open(invocation.project), &session, [&session] {
        return session.signIn().then(&session, [](const Result<StoredToken> &) { return Result<void>(); });
    });
}

QFuture<int> runCommand(const Invocation &invocation, Session &session, const Console &console)
{
    QObject::connect(&session.engine(), &Engine::warned, &session,
                     [console](const QString &message) { console.log(message); });
    const auto command = std::ranges::find(commands(), invocation.command, &CliCommand::id);
    Q_ASSERT(command != commands().end() && command->run);
    return command->run(invocation, session, console);
}

} // namespace unmoor
