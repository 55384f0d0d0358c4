// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/git.h"

#include "app/core/gitplace.h"
#include "app/core/shellquote.h"
#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// What a repository's own configuration may name and git would start or ask, for runs that only look. Given as
/// arguments: they win over every file of settings, and git passes them on to the programs of its own that it starts.
const QStringList &nothingForeign()
{
    static const QStringList options = [] {
        QStringList all;
        for (const QString &setting :
             {u"core.fsmonitor=false"_s, u"core.hooksPath=/dev/null"_s, u"log.showSignature=false"_s,
              u"safe.bareRepository=explicit"_s, u"protocol.allow=never"_s, u"protocol.ext.allow=never"_s})
            all += {u"-c"_s, setting};
        return all;
    }();
    return options;
}

} // namespace

Command gitCommand(const QStringList &arguments, const QString &directory)
{
    QMap<QString, QString> environment = withoutGitPlace();
    environment.insert({{u"GIT_TERMINAL_PROMPT"_s, u"0"_s},
                        {u"GIT_OPTIONAL_LOCKS"_s, u"0"_s},
                        {u"GIT_NO_LAZY_FETCH"_s, u"1"_s},
                        {u"GIT_EXTERNAL_DIFF"_s, {}},
                        {u"LC_ALL"_s, u"C"_s}});
    return {.program = u"git"_s,
            .arguments = nothingForeign() + arguments,
            .workingDirectory = directory,
            .environment = environment};
}

QString fetchHistoryCommand()
{
    return u"git fetch --unshallow --tags"_s;
}

Error gitError(const ProcessExit &exit, const QString &directory)
{
    if (exit.err.contains("dubious ownership"))
        return {Error::Kind::Failed,
                Words::tr("git refuses to read %1 because it belongs to another user. If you trust it, run: "
                          "git config --global --add safe.directory %2")
                    .arg(directory, shellQuoted(directory))};
    if (exit.err.contains("not a git repository"))
        return {Error::Kind::NotFound,
                Words::tr("%1 is not in a git repository, and a release is a commit. Choose a project's folder, or run "
                          "'git init' there and commit.")
                    .arg(directory)};
    if (exit.err.contains("must be run in a work tree"))
        return {
            Error::Kind::NotFound,
            Words::tr("%1 is a git repository without a working tree. Clone it, and open the clone.").arg(directory)};
    return {Error::Kind::Failed, Words::tr("git could not read %1: %2").arg(directory, exit.lastWords())};
}

} // namespace unmoor
