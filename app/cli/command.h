// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/invocation.h"
#include "app/release/session.h"

#include <QCommandLineParser>
#include <QFuture>

namespace unmoor {

/// A command of the contract: what it is called with, and what it does. Each has a file of its own.
struct CliCommand
{
    Invocation::Command id;
    QString name;
    QString usage; ///< what follows the name
    QString summary; ///< one line of --help
    QList<QCommandLineOption> options; ///< beside commonOptions()
    int minWords = 0; ///< that follow the name and are no options
    int maxWords = 0;
    Trust trust = Trust::Withheld; ///< Given: it is there to evaluate or build, and calling it is trust in the project

    /// Takes what only this command knows into the invocation. InvalidInput: what is wrong and what to do. None: there
    /// is nothing to take.
    Result<void> (*take)(Invocation &invocation, const QCommandLineParser &given, const QStringList &words) = nullptr;

    /// Runs it to its exit code. The future always finishes; canceling is session.cancel(). None of rehearse, which
    /// makes a session of its own.
    QFuture<int> (*run)(const Invocation &invocation, Session &session, const Console &console) = nullptr;
};

CliCommand initCommand();
CliCommand prepareCommand();
CliCommand planCommand();
CliCommand buildCommand();
CliCommand inspectCommand();
CliCommand notesCommand();
CliCommand statusCommand();
CliCommand publishCommand();
CliCommand withdrawCommand();
CliCommand hostCommand();
CliCommand tokenCommand();
CliCommand rehearseCommand();
CliCommand runsCommand();
CliCommand workflowsCommand();
CliCommand trustCommand();

/// All of them, in the order of a release.
const QList<CliCommand> &commands();

/// Nothing for a name that is no command's.
const CliCommand *findCommand(const QString &name);

QList<QCommandLineOption> commonOptions();

/// "Usage: …", a line.
QString usageOf(const CliCommand &command);

// --- What commands share ---------------------------------------------------------------------------------------------

QCommandLineOption targetOption();

std::unexpected<Error> wrongUsage(const QString &message);

/// "KEY=VALUE" of the option \a name into a map; \a form says what it takes.
Result<QMap<QString, QString>> keyValues(const QCommandLineParser &given, const QString &name, const QString &form);

inline QFuture<int> exitWith(int code)
{
    return QtFuture::makeReadyValueFuture(code);
}

/// Opens the invocation's project and signs in; without a token what needs none still works.
QFuture<Result<void>> openSignedIn(const Invocation &invocation, Session &session);

} // namespace unmoor
