// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/nixcommand.h"

#include "app/core/gitplace.h"
#include "app/nix/buildfailure.h"
#include "app/nix/failuretable.h"
#include "app/nix/nixtext.h"
#include "app/nix/submodules.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

bool takesFlake(const QStringList &arguments)
{
    static const QStringList commands{u"build"_s, u"eval"_s, u"flake"_s};
    return !arguments.isEmpty() && commands.contains(arguments.first());
}

/// Whether the run answers a question, so that nothing is to be built for it.
bool onlyAsks(const QStringList &arguments)
{
    const QString command = arguments.value(0);
    return command == "eval"_L1 || (command == "build"_L1 && arguments.contains(u"--dry-run"_s))
        || (command == "flake"_L1 && arguments.value(1) != "check"_L1);
}

/// ssh takes the first value of an option, so what the user set stays.
QString sshOptions(const QStringList &options)
{
    QStringList words{qEnvironmentVariable("NIX_SSHOPTS")};
    for (const QString &option : options)
        words += option.contains(u' ') ? u"\"%1\""_s.arg(option) : option;
    words += sshManners();
    return words.join(u' ').trimmed();
}

QStringList &nixFeatures()
{
    static QStringList features;
    return features;
}

} // namespace

QStringList sshManners()
{
    return {u"-o"_s, u"BatchMode=yes"_s, u"-o"_s, u"ConnectTimeout=10"_s, u"-o"_s, u"ServerAliveInterval=15"_s};
}

void setNixFeatures(const QStringList &features)
{
    nixFeatures() = features;
}

Command nixCommand(const QStringList &arguments, const QString &directory, const QStringList &options)
{
    const QStringList features = QStringList{u"nix-command"_s, u"flakes"_s} + nixFeatures();
    QStringList all{u"--extra-experimental-features"_s, features.join(u' ')};
    all += arguments;
    if (takesFlake(arguments))
        all += {u"--no-update-lock-file"_s, u"--no-accept-flake-config"_s};
    if (onlyAsks(arguments))
        all += u"--no-allow-import-from-derivation"_s;
    QMap<QString, QString> environment = withoutGitPlace(); // a flake of a checkout is read through git
    environment.insert({{u"NIX_SSHOPTS"_s, sshOptions(options)}, {u"LC_ALL"_s, u"C"_s}});
    return {.program = u"nix"_s, .arguments = all, .workingDirectory = directory, .environment = environment};
}

QString quotedAttribute(const QString &name)
{
    return name.contains(u'.') ? u"\"%1\""_s.arg(name) : name;
}

QString packageAttribute(const QString &system, const QString &output)
{
    return u"packages.%1.%2"_s.arg(quotedAttribute(system), quotedAttribute(output));
}

QString installable(const QString &reference, const QString &attribute)
{
    return reference + u'#' + QString::fromLatin1(QUrl::toPercentEncoding(attribute, "\"^*"));
}

QStringList messagesOf(const QByteArray &standardError)
{
    static const QRegularExpression start(u"\\n(?=(?:error|warning|trace):)"_s);
    return withoutEscapes(QString::fromUtf8(standardError)).split(start, Qt::SkipEmptyParts);
}

Error nixError(const ProcessExit &exit, const QString &directory)
{
    const BuildFailure failure = withSubmoduleNamed(classifyFailure(messagesOf(exit.err)), directory);
    // A question keeps no log that could be read.
    const QString hint = failure.hint == readTheLog() ? QString() : u' ' + failure.hint;
    return {.kind = Error::Kind::Failed, .message = failure.message + hint};
}

} // namespace unmoor
