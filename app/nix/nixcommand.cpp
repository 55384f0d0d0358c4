// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/nixcommand.h"

#include "nix/buildfailure.h"
#include "nix/nixtext.h"

#include <QDir>
#include <QFileInfo>
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

/// ssh takes the first value of an option, so what the user set stays.
QString sshOptions(const QStringList &options)
{
    QStringList words{qEnvironmentVariable("NIX_SSHOPTS")};
    for (const QString &option : options)
        words += option.contains(u' ') ? u"\"%1\""_s.arg(option) : option;
    words += sshManners();
    return words.join(u' ').trimmed();
}

QString encoded(const QString &path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

/// The checkout that \a directory is in; empty where it is in none.
QString gitRoot(const QString &directory)
{
    QDir dir(directory);
    do {
        if (QFileInfo::exists(dir.filePath(u".git"_s)))
            return dir.absolutePath();
    } while (dir.cdUp());
    return {};
}

QString quotedName(const QString &name)
{
    return name.contains(u'.') ? u"\"%1\""_s.arg(name) : name;
}

} // namespace

QStringList sshManners()
{
    return {u"-o"_s, u"BatchMode=yes"_s, u"-o"_s, u"ConnectTimeout=10"_s, u"-o"_s, u"ServerAliveInterval=15"_s};
}

Command nixCommand(const QStringList &arguments, const QString &directory, const NixSetup &setup)
{
    const QStringList features = QStringList{u"nix-command"_s, u"flakes"_s} + setup.features;
    QStringList all{u"--extra-experimental-features"_s, features.join(u' ')};
    all += arguments;
    if (takesFlake(arguments))
        all += u"--no-update-lock-file"_s;
    return {.program = u"nix"_s,
            .arguments = all,
            .workingDirectory = directory,
            .environment = {{u"NIX_SSHOPTS"_s, sshOptions(setup.sshOptions)}, {u"LC_ALL"_s, u"C"_s}}};
}

QString flakeReference(const QString &directory)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9/._+-]+$"_s);
    const QString path = QDir(directory).absolutePath();
    if (plain.match(path).hasMatch())
        return path;
    const QString root = gitRoot(path);
    if (root.isEmpty())
        return u"path:"_s + encoded(path);
    const QString inside = QDir(root).relativeFilePath(path);
    const QString query = inside == "."_L1 ? QString() : u"?dir="_s + encoded(inside);
    return u"git+file://"_s + encoded(root) + query;
}

QString packageAttribute(const QString &system, const QString &output)
{
    return u"packages.%1.%2"_s.arg(quotedName(system), quotedName(output));
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

Error nixError(const ProcessExit &exit)
{
    const BuildFailure failure = classifyFailure(messagesOf(exit.err));
    return {.kind = Error::Kind::Failed, .message = failure.message + u' ' + failure.hint};
}

} // namespace unmoor
