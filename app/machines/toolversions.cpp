// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machines/toolversions.h"

#include "app/core/chain.h"
#include "app/core/words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// ssh says it on standard error.
ToolVersion versionSaid(const QString &program, const Result<ProcessExit> &exit)
{
    if (!exit)
        return {program, {}, exit.error().message};
    const QString version = versionInText(QString::fromUtf8(exit->out + exit->err));
    const QString problem = exit->code == 0 && !version.isEmpty()
        ? QString()
        : Words::tr("%1 was started and did not tell its version: %2").arg(program, exit->lastWords());
    return {program, problem.isEmpty() ? version : QString(), problem};
}

QFuture<QList<ToolVersion>> askTools(QList<Command> commands, QList<ToolVersion> known, std::stop_token stop)
{
    if (commands.isEmpty())
        return QtFuture::makeReadyValueFuture(known);
    const Command command = commands.takeFirst();
    return inEitherCase(runProcess(command, stop), [=](const Result<ProcessExit> &exit) {
        return askTools(commands, known + QList{versionSaid(command.program, exit)}, stop);
    });
}

Command versionCommand(const QString &program, const QString &argument)
{
    Command command;
    command.program = program;
    command.arguments = QStringList{argument};
    return command;
}

} // namespace

QString versionInText(const QString &text)
{
    static const QRegularExpression version(uR"((?<![0-9.])\d+(?:\.\d+)+[0-9A-Za-z]*)"_s);
    return version.match(text.left(1000)).captured();
}

QFuture<QList<ToolVersion>> toolVersions(std::stop_token stop)
{
    return askTools({versionCommand(u"nix"_s, u"--version"_s), versionCommand(u"git"_s, u"--version"_s),
                     versionCommand(u"ssh"_s, u"-V"_s)},
                    {}, std::move(stop));
}

} // namespace unmoor
