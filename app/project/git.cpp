// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/git.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Checkout)
};

} // namespace

Command gitCommand(const QStringList &arguments, const QString &directory)
{
    return {.program = u"git"_s,
            .arguments = arguments,
            .workingDirectory = directory,
            .environment = {{u"GIT_TERMINAL_PROMPT"_s, u"0"_s},
                            {u"GIT_OPTIONAL_LOCKS"_s, u"0"_s},
                            {u"LC_ALL"_s, u"C"_s},
                            // The folder alone decides, even where Unmoor was started by a hook of another repository.
                            {u"GIT_DIR"_s, {}},
                            {u"GIT_WORK_TREE"_s, {}},
                            {u"GIT_INDEX_FILE"_s, {}},
                            {u"GIT_COMMON_DIR"_s, {}},
                            {u"GIT_OBJECT_DIRECTORY"_s, {}},
                            {u"GIT_NAMESPACE"_s, {}}}};
}

Error gitError(const ProcessExit &exit, const QString &directory)
{
    if (exit.err.contains("dubious ownership"))
        return {Error::Kind::Failed,
                Text::tr("git refuses to read %1 because it belongs to another user. If you trust it, run: "
                         "git config --global --add safe.directory '%1'")
                    .arg(directory)};
    if (exit.err.contains("not a git repository"))
        return {Error::Kind::NotFound,
                Text::tr("%1 is not in a git repository, and a release is a commit. Choose a project's folder, or run "
                         "'git init' there and commit.")
                    .arg(directory)};
    if (exit.err.contains("must be run in a work tree"))
        return {
            Error::Kind::NotFound,
            Text::tr("%1 is a git repository without a working tree. Clone it, and open the clone.").arg(directory)};
    return {Error::Kind::Failed, Text::tr("git could not read %1: %2").arg(directory, exit.lastWords())};
}

} // namespace unmoor
