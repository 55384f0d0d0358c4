// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/invocation.h"

#include "app/cli/command.h"
#include "app/core/childenvironment.h"
#include "app/core/format.h"
#include "app/core/words.h"

#include <QDir>
#include <QStandardPaths>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QStringList namesOf(const QList<QCommandLineOption> &options)
{
    QStringList names;
    for (const QCommandLineOption &option : options)
        names += option.names();
    return names;
}

/// Every option of every command: which command is meant is known only once all are told from words.
QList<QCommandLineOption> allOptions()
{
    QList<QCommandLineOption> all = commonOptions();
    for (const CliCommand &command : commands())
        for (const QCommandLineOption &option : command.options)
            if (!namesOf(all).contains(option.names().first()))
                all.append(option);
    return all;
}

/// Why \a arguments cannot be told apart; \a given has failed at them.
QString wrongOptions(const QCommandLineParser &given, const QStringList &arguments,
                     const QList<QCommandLineOption> &options)
{
    if (const QStringList unknown = given.unknownOptionNames(); !unknown.isEmpty()) {
        QStringList names;
        for (const QString &name : unknown)
            names.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
        return names.size() == 1 ? Words::tr("There is no option %1.").arg(names.first())
                                 : Words::tr("There are no options %1.").arg(names.join(u", "_s));
    }
    for (const QCommandLineOption &option : options)
        for (const QString &name : option.names()) {
            const QString written = u"--"_s + name;
            const bool takesValue = !option.valueName().isEmpty();
            if (takesValue && arguments.constLast() == written)
                return Words::tr("%1 takes a value: %1 %2.").arg(written, option.valueName());
            if (!takesValue && std::ranges::any_of(arguments, [&](const QString &argument) {
                    return argument.startsWith(written + u'=');
                }))
                return Words::tr("%1 takes no value.").arg(written);
        }
    return given.errorText();
}

Result<void> checkOptions(const QCommandLineParser &given, const CliCommand *command)
{
    const QStringList allowed = namesOf(commonOptions() + (command ? command->options : QList<QCommandLineOption>()));
    for (const QString &option : given.optionNames())
        if (!allowed.contains(option))
            return wrongUsage(command ? Words::tr("'unmoor %1' has no option --%2. It takes: %3. See unmoor --help.")
                                            .arg(command->name, option, u"--"_s + allowed.join(u", --"_s))
                                      : Words::tr("The window has no option --%1. See unmoor --help.").arg(option));
    return {};
}

Result<void> takeCommonOptions(Invocation &invocation, const QCommandLineParser &given)
{
    invocation.json = given.isSet(u"json"_s);
    invocation.projectGiven = given.isSet(u"project"_s);
    if (invocation.projectGiven)
        invocation.project = given.value(u"project"_s);
    if (given.isSet(u"api-url"_s)) {
        invocation.apiUrl = QUrl(given.value(u"api-url"_s), QUrl::StrictMode);
        if (!invocation.apiUrl.isValid() || !invocation.apiUrl.scheme().startsWith(u"http"_s)
            || invocation.apiUrl.host().isEmpty())
            return wrongUsage(Words::tr("--api-url takes an address such as https://HOST/api/v3, not \"%1\".")
                                  .arg(given.value(u"api-url"_s)));
    }
    invocation.stateDir =
        QDir(given.isSet(u"state-dir"_s) ? given.value(u"state-dir"_s) : defaultStateDir()).absolutePath();
    if (!given.isSet(u"token-env"_s))
        return {};
    const QString variable = given.value(u"token-env"_s);
    invocation.token = takeVariable(variable.toLocal8Bit()).trimmed();
    if (invocation.token.isEmpty())
        return wrongUsage(Words::tr("--token-env: there is no environment variable %1, or it is empty.").arg(variable));
    return {};
}

/// Without a command, one word is the folder that the window opens, or the unmoor.toml in it, as desktops hand over.
Result<void> takeFolder(Invocation &invocation, const QStringList &words)
{
    if (words.isEmpty())
        return {};
    const QFileInfo named(words.first());
    const bool isManifest = named.isFile() && named.fileName() == "unmoor.toml"_L1;
    if (words.size() > 1 || !(named.isDir() || isManifest)) {
        QStringList names;
        for (const CliCommand &command : commands())
            names.append(command.name);
        const QString near = nearestWord(words.first(), names);
        return wrongUsage(Words::tr("There is neither a command nor a folder \"%1\".").arg(words.first())
                          + (near.isEmpty() ? QString() : u' ' + Words::tr("Did you mean '%1'?").arg(near)) + u' '
                          + Words::tr("See unmoor --help."));
    }
    invocation.project = isManifest ? named.absolutePath() : words.first();
    invocation.projectGiven = true;
    return {};
}

} // namespace

QString defaultStateDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/unmoor"_s;
}

Result<Invocation> parseInvocation(const QStringList &arguments)
{
    Invocation invocation;
    if (arguments.value(0) == "complete"_L1) {
        invocation.command = Invocation::Command::Complete;
        invocation.typed = arguments.sliced(1);
        return invocation;
    }
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s)) {
        invocation.command = Invocation::Command::Help;
        return invocation;
    }
    if (arguments == QStringList{u"--version"_s}) {
        invocation.command = Invocation::Command::Version;
        return invocation;
    }
    QCommandLineParser given;
    const QList<QCommandLineOption> options = allOptions();
    given.addOptions(options);
    if (!given.parse(QStringList{u"unmoor"_s} + arguments))
        return wrongUsage(wrongOptions(given, arguments, options) + u' ' + Words::tr("See unmoor --help."));

    QStringList words = given.positionalArguments();
    const CliCommand *command = words.isEmpty() ? nullptr : findCommand(words.first());
    const auto taken = checkOptions(given, command)
                           .and_then([&] { return takeCommonOptions(invocation, given); })
                           .and_then([&]() -> Result<void> {
                               if (!command)
                                   return takeFolder(invocation, words);
                               invocation.command = command->id;
                               words.removeFirst();
                               if (words.size() < command->minWords || words.size() > command->maxWords)
                                   return wrongUsage(usageOf(*command));
                               return command->take ? command->take(invocation, given, words) : Result<void>();
                           });
    if (!taken)
        return std::unexpected(taken.error());
    return invocation;
}

QString helpText()
{
    QString text = Words::tr("Unmoor %1: cut a release of a project whose artifacts come out of a Nix flake.\n\n")
                       .arg(QLatin1String(UNMOOR_VERSION));
    text += Words::tr("unmoor [DIR]   opens the window\n");
    for (const CliCommand &command : commands())
        text += u"unmoor %1\n    %2\n"_s.arg((command.name + u' ' + command.usage).trimmed(), command.summary);
    text += u'\n' + Words::tr("Options of every command:\n");
    for (const QCommandLineOption &option : commonOptions()) {
        const QString left = u"--%1 %2"_s.arg(option.names().first(), option.valueName()).trimmed();
        text += u"  %1  %2\n"_s.arg(left, -18).arg(option.description());
    }
    text +=
        u'\n'
        + Words::tr(
            "Exit: 0 done or ready, 1 something to do or failed, 2 wrong usage or unreadable input, 130 canceled.\n");
    return text;
}

} // namespace unmoor
