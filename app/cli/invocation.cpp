// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/invocation.h"

#include "account/tokenreport.h"
#include "core/format.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

struct CommandSyntax
{
    Invocation::Command command;
    QString name;
    QString usage; ///< what follows the name
    QString summary;
    QStringList options; ///< names it takes beside the common ones
    int minPositional = 0;
    int maxPositional = 0;
};

const QList<CommandSyntax> &commands()
{
    using C = Invocation::Command;
    static const QList<CommandSyntax> all{
        {C::Init,
         u"init"_s,
         u"[--force] [--from [TRIPLE=]ARCHIVE]… [--from-release]"_s,
         tr("write a commented unmoor.toml for this project"),
         {u"force"_s, u"from"_s, u"from-release"_s}},
        {C::Plan, u"plan"_s, {}, tr("check the gates and say what each target would build, fetch or reuse"), {}},
        {C::Build,
         u"build"_s,
         u"[--target TRIPLE]… [--on HOST] [--adopt TRIPLE=FILE]… [--without TRIPLE]… | --rebuild-check [--target TRIPLE]…"_s,
         tr("build targets and inspect their archives, or check that they build identically"),
         {u"target"_s, u"on"_s, u"adopt"_s, u"without"_s, u"rebuild-check"_s}},
        {C::Inspect,
         u"inspect"_s,
         u"ARCHIVE [--target TRIPLE] [--against ARCHIVE | --against-release TAG|previous]"_s,
         tr("judge an archive against its layout, and compare it with another"),
         {u"target"_s, u"against"_s, u"against-release"_s},
         1,
         1},
        {C::Notes,
         u"notes"_s,
         u"[--version V] [--check | --promote | [--insert] [--from-commits [--authors] | --from-github]]"_s,
         tr("print the release body out of the changelog, or give the changelog a section for the version"),
         {u"version"_s, u"check"_s, u"promote"_s, u"insert"_s, u"from-commits"_s, u"from-github"_s, u"authors"_s}},
        {C::Status, u"status"_s, {}, tr("compare this machine, the ledger and the host"), {}},
        {C::Publish,
         u"publish"_s,
         u"[--draft-only] [--dry-run] [--yes] [--accept CODE=REASON]…"_s,
         tr("publish the release, or finish one that stopped half-way"),
         {u"draft-only"_s, u"dry-run"_s, u"yes"_s, u"accept"_s}},
        {C::Host,
         u"host"_s,
         u"list | add NAME [USER@]ADDRESS[:PORT] | probe NAME | trust NAME | remove NAME"_s,
         tr("the machines that build over SSH"),
         {u"system"_s, u"key"_s, u"remote-program"_s, u"jobs"_s, u"fingerprint"_s},
         1,
         3},
        {C::Token,
         u"token"_s,
         u"set|login|check|list|use|forget [--host H] [--account A] [--client-id ID]"_s,
         tr("keep tokens in the keychain, and say what they may do"),
         {u"host"_s, u"account"_s, u"client-id"_s},
         1,
         1},
        {C::Rehearse,
         u"rehearse"_s,
         u"[--window] [--screenshots DIR]"_s,
         tr("the whole release against a stand-in for GitHub on this machine"),
         {u"window"_s, u"screenshots"_s}},
    };
    return all;
}

QList<QCommandLineOption> options()
{
    return {
        {u"project"_s, tr("The project's folder; the current one unless said."), u"DIR"_s},
        {u"json"_s, tr("Print one JSON document on standard output; logs go to standard error.")},
        {u"api-url"_s, tr("Another GitHub host, such as https://HOST/api/v3."), u"URL"_s},
        {u"state-dir"_s, tr("Where ledger, logs and GC roots live."), u"DIR"_s},
        {u"token-env"_s, tr("Read the token from this environment variable instead of the keychain."), u"NAME"_s},
        {u"target"_s, tr("A target triple."), u"TRIPLE"_s},
        {u"on"_s, tr("The machine to build on: one of 'unmoor host list', \"this\", or \"builders\" for Nix's own."),
         u"HOST"_s},
        {u"adopt"_s, tr("Take a finished archive for a target."), u"TRIPLE=FILE"_s},
        {u"without"_s, tr("Leave a target out of this release."), u"TRIPLE"_s},
        {u"rebuild-check"_s, tr("Build what is built once more, and say whether it comes out the same.")},
        {u"against"_s, tr("Another archive to compare with."), u"ARCHIVE"_s},
        {u"against-release"_s,
         tr("A release whose archive of the same target to compare with; \"previous\" is the "
            "newest before this version."),
         u"TAG"_s},
        {u"version"_s, tr("The version whose section is meant."), u"V"_s},
        {u"check"_s, tr("List problems instead of printing the body.")},
        {u"promote"_s, tr("Put the entries of Unreleased under the version and today's date.")},
        {u"insert"_s, tr("Write a section for the version where it belongs.")},
        {u"from-commits"_s, tr("Draft entries from the commits since the last tag.")},
        {u"from-github"_s, tr("Take the notes that GitHub generates.")},
        {u"authors"_s, tr("Name the author of each entry.")},
        {u"draft-only"_s, tr("Stop before publishing: leave a draft.")},
        {u"dry-run"_s, tr("Print the plan, send nothing.")},
        {u"yes"_s, tr("Do not ask before publishing.")},
        {u"accept"_s, tr("Accept a finding, with the reason."), u"CODE=REASON"_s},
        {u"host"_s, tr("The host that the token is for; github.com unless said."), u"H"_s},
        {u"system"_s, tr("What the machine builds, such as aarch64-darwin; asked of it unless said."), u"SYSTEM"_s},
        {u"key"_s, tr("The private key to sign in with; ssh's own choice unless said."), u"FILE"_s},
        {u"remote-program"_s, tr("nix-daemon on the machine, where it is not on the PATH."), u"PATH"_s},
        {u"jobs"_s, tr("How many targets the machine builds at once; 1 unless said."), u"N"_s},
        {u"fingerprint"_s, tr("Trust the machine only if its key has this fingerprint."), u"SHA256:…"_s},
        {u"account"_s, tr("Whose token at the host; the one that was chosen unless said."), u"A"_s},
        {u"client-id"_s, tr("Of the OAuth app to sign in with in the browser; kept for the next time."), u"ID"_s},
        {u"force"_s, tr("Overwrite an unmoor.toml that is there.")},
        {u"from"_s, tr("An archive to propose a layout from."), u"[TRIPLE=]ARCHIVE"_s},
        {u"from-release"_s, tr("Download the newest release's archives and propose layouts from them.")},
        {u"window"_s, tr("Open the window on the rehearsal.")},
        {u"screenshots"_s, tr("Save a picture of every page in this folder."), u"DIR"_s},
    };
}

const QStringList commonOptions{u"project"_s, u"json"_s, u"api-url"_s, u"state-dir"_s, u"token-env"_s};

std::unexpected<Error> wrong(const QString &message)
{
    return failure(Error::Kind::InvalidInput, message);
}

/// "KEY=VALUE" options into a map.
Result<QMap<QString, QString>> pairs(const QStringList &values, const QString &option, const QString &form)
{
    QMap<QString, QString> map;
    for (const QString &value : values) {
        const qsizetype equals = value.indexOf(u'=');
        if (equals < 1 || equals + 1 == value.size())
            return wrong(tr("--%1 takes %2, not \"%3\".").arg(option, form, value));
        map.insert(value.left(equals), value.sliced(equals + 1));
    }
    return map;
}

const CommandSyntax *findCommand(const QString &name)
{
    for (const CommandSyntax &command : commands())
        if (command.name == name)
            return &command;
    return nullptr;
}

Result<void> checkOptions(const QCommandLineParser &parser, const CommandSyntax *syntax)
{
    const QStringList allowed = commonOptions + (syntax ? syntax->options : QStringList());
    for (const QString &option : parser.optionNames())
        if (!allowed.contains(option))
            return wrong(syntax ? tr("'unmoor %1' has no option --%2. It takes: %3. See unmoor --help.")
                                      .arg(syntax->name, option, u"--"_s + allowed.join(u", --"_s))
                                : tr("The window has no option --%1. See unmoor --help.").arg(option));
    return {};
}

QString defaultStateDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/unmoor"_s;
}

Result<void> takeHostWords(Invocation &invocation, const CommandSyntax &syntax, const QStringList &words)
{
    static const QMap<QString, qsizetype> sizes{
        {u"list"_s, 1}, {u"add"_s, 3}, {u"probe"_s, 2}, {u"trust"_s, 2}, {u"remove"_s, 2}};
    if (sizes.value(words.first()) != words.size())
        return wrong(tr("Usage: unmoor %1 %2").arg(syntax.name, syntax.usage));
    invocation.hostAction = words.first();
    invocation.hostName = words.value(1);
    invocation.hostAddress = words.value(2);
    return {};
}

Result<void> takePositional(Invocation &invocation, const CommandSyntax &syntax, const QStringList &words)
{
    if (words.size() < syntax.minPositional || words.size() > syntax.maxPositional)
        return wrong(tr("Usage: unmoor %1 %2").arg(syntax.name, syntax.usage).trimmed());
    if (syntax.command == Invocation::Command::Inspect)
        invocation.archive = words.first();
    if (syntax.command == Invocation::Command::Host)
        return takeHostWords(invocation, syntax, words);
    if (syntax.command == Invocation::Command::Token) {
        invocation.tokenAction = words.first();
        const QStringList actions{u"set"_s, u"login"_s, u"check"_s, u"list"_s, u"use"_s, u"forget"_s};
        if (!actions.contains(invocation.tokenAction))
            return wrong(tr("'unmoor token' takes %1, not \"%2\".").arg(actions.join(u", "_s), invocation.tokenAction));
    }
    return {};
}

/// What `unmoor notes` shall do: one thing at a time.
Result<void> takeNotesOptions(Invocation &invocation, const QCommandLineParser &parser)
{
    invocation.promote = parser.isSet(u"promote"_s);
    invocation.insert = parser.isSet(u"insert"_s);
    invocation.fromCommits = parser.isSet(u"from-commits"_s);
    invocation.fromGitHub = parser.isSet(u"from-github"_s);
    invocation.authors = parser.isSet(u"authors"_s);
    const bool drafts = invocation.fromCommits || invocation.fromGitHub;
    if (int(invocation.check) + int(invocation.promote) + int(invocation.insert || drafts) > 1)
        return wrong(tr("--check, --promote and --insert each do one thing. Give one of them."));
    if (invocation.fromCommits && invocation.fromGitHub)
        return wrong(tr("--from-commits and --from-github are two drafts. Give one of them."));
    if (invocation.authors && !invocation.fromCommits)
        return wrong(tr("--authors goes with --from-commits."));
    return {};
}

} // namespace

Result<Invocation> parseInvocation(const QStringList &arguments)
{
    Invocation invocation;
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s)) {
        invocation.command = Invocation::Command::Help;
        return invocation;
    }
    if (arguments == QStringList{u"--version"_s}) {
        invocation.command = Invocation::Command::Version;
        return invocation;
    }
    QCommandLineParser parser;
    parser.addOptions(options());
    if (!parser.parse(QStringList{u"unmoor"_s} + arguments))
        return wrong(parser.errorText() + u' ' + tr("See unmoor --help."));

    QStringList words = parser.positionalArguments();
    const CommandSyntax *syntax = words.isEmpty() ? nullptr : findCommand(words.first());
    if (auto allowed = checkOptions(parser, syntax); !allowed)
        return std::unexpected(allowed.error());

    invocation.json = parser.isSet(u"json"_s);
    invocation.projectGiven = parser.isSet(u"project"_s);
    if (invocation.projectGiven)
        invocation.project = parser.value(u"project"_s);
    if (parser.isSet(u"api-url"_s)) {
        invocation.apiUrl = QUrl(parser.value(u"api-url"_s), QUrl::StrictMode);
        if (!invocation.apiUrl.isValid() || !invocation.apiUrl.scheme().startsWith(u"http"_s)
            || invocation.apiUrl.host().isEmpty())
            return wrong(tr("--api-url takes an address such as https://HOST/api/v3, not \"%1\".")
                             .arg(parser.value(u"api-url"_s)));
    }
    invocation.stateDir =
        QDir(parser.isSet(u"state-dir"_s) ? parser.value(u"state-dir"_s) : defaultStateDir()).absolutePath();
    invocation.tokenEnvironment = parser.value(u"token-env"_s);
    if (parser.isSet(u"token-env"_s)
        && qEnvironmentVariableIsEmpty(invocation.tokenEnvironment.toLocal8Bit().constData()))
        return wrong(
            tr("--token-env: there is no environment variable %1, or it is empty.").arg(invocation.tokenEnvironment));

    if (!syntax) {
        if (words.size() > 1 || (words.size() == 1 && !QFileInfo(words.first()).isDir())) {
            QStringList names;
            for (const CommandSyntax &command : commands())
                names.append(command.name);
            const QString near = nearestWord(words.first(), names);
            return wrong(tr("There is neither a command nor a folder \"%1\".").arg(words.first())
                         + (near.isEmpty() ? QString() : u' ' + tr("Did you mean '%1'?").arg(near)) + u' '
                         + tr("See unmoor --help."));
        }
        if (!words.isEmpty()) {
            invocation.project = words.first();
            invocation.projectGiven = true;
        }
        return invocation;
    }

    words.removeFirst();
    invocation.command = syntax->command;
    if (auto taken = takePositional(invocation, *syntax, words); !taken)
        return std::unexpected(taken.error());
    const auto adopt = pairs(parser.values(u"adopt"_s), u"adopt"_s, u"TRIPLE=FILE"_s);
    const auto accept = pairs(parser.values(u"accept"_s), u"accept"_s, u"CODE=REASON"_s);
    if (!adopt || !accept)
        return std::unexpected((adopt ? accept : adopt).error());
    invocation.adopt = *adopt;
    invocation.accept = *accept;
    invocation.targets = parser.values(u"target"_s);
    invocation.without = parser.values(u"without"_s);
    invocation.host = syntax->command == Invocation::Command::Build ? parser.value(u"on"_s) : parser.value(u"host"_s);
    invocation.account = parser.value(u"account"_s);
    invocation.clientId = parser.value(u"client-id"_s);
    if (!invocation.host.isEmpty() && syntax->command == Invocation::Command::Token && !parser.isSet(u"api-url"_s)) {
        invocation.apiUrl = apiUrlOfHost(invocation.host);
        if (!invocation.apiUrl.isValid())
            return wrong(tr("--host takes a host such as git.example.org, not \"%1\".").arg(invocation.host));
    }
    invocation.against = parser.value(u"against"_s);
    invocation.againstRelease = parser.value(u"against-release"_s);
    if (parser.isSet(u"against"_s) && parser.isSet(u"against-release"_s))
        return wrong(tr("--against and --against-release name two things to compare with. Give one of them."));
    for (const QString &option : {u"against"_s, u"against-release"_s})
        if (parser.isSet(option) && parser.value(option).isEmpty())
            return wrong(tr("--%1 is empty. Name what to compare with.").arg(option));
    invocation.systems = parser.values(u"system"_s);
    invocation.keyFile = parser.isSet(u"key"_s) ? QFileInfo(parser.value(u"key"_s)).absoluteFilePath() : QString();
    invocation.remoteProgram = parser.value(u"remote-program"_s);
    if (parser.isSet(u"jobs"_s) && ((invocation.jobs = parser.value(u"jobs"_s).toInt()) < 1 || invocation.jobs > 64))
        return wrong(tr("--jobs takes a number from 1 to 64, not \"%1\".").arg(parser.value(u"jobs"_s)));
    invocation.fingerprint = parser.value(u"fingerprint"_s);
    invocation.version = parser.value(u"version"_s);
    invocation.check = parser.isSet(u"check"_s);
    invocation.rebuildCheck = parser.isSet(u"rebuild-check"_s);
    if (invocation.rebuildCheck
        && (!invocation.host.isEmpty() || !invocation.adopt.isEmpty() || !invocation.without.isEmpty()))
        return wrong(tr("--rebuild-check builds again what this machine built. It takes --target alone."));
    if (auto taken = takeNotesOptions(invocation, parser); !taken)
        return std::unexpected(taken.error());
    invocation.draftOnly = parser.isSet(u"draft-only"_s);
    invocation.dryRun = parser.isSet(u"dry-run"_s);
    invocation.yes = parser.isSet(u"yes"_s);
    invocation.force = parser.isSet(u"force"_s);
    invocation.from = parser.values(u"from"_s);
    invocation.fromRelease = parser.isSet(u"from-release"_s);
    invocation.window = parser.isSet(u"window"_s);
    invocation.screenshots = parser.value(u"screenshots"_s);
    return invocation;
}

QString helpText()
{
    QString text = tr("Unmoor %1: cut a release of a project whose artifacts come out of a Nix flake.\n\n")
                       .arg(QLatin1String(UNMOOR_VERSION));
    text += tr("unmoor [DIR]   opens the window\n");
    for (const CommandSyntax &command : commands())
        text += u"unmoor %1\n    %2\n"_s.arg((command.name + u' ' + command.usage).trimmed(), command.summary);
    text += u'\n' + tr("Options of every command:\n");
    for (const QCommandLineOption &option : options()) {
        if (!commonOptions.contains(option.names().first()))
            continue;
        const QString left = u"--%1 %2"_s.arg(option.names().first(), option.valueName()).trimmed();
        text += u"  %1  %2\n"_s.arg(left, -18).arg(option.description());
    }
    text += u'\n'
        + tr("Exit: 0 done or ready, 1 something to do or failed, 2 wrong usage or unreadable input, 130 canceled.\n");
    return text;
}

} // namespace unmoor
