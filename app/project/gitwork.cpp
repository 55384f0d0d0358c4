// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/gitwork.h"

#include "app/core/chain.h"
#include "app/core/gitplace.h"
#include "app/core/words.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// A command that answers with nothing where there is nothing, which is no failure.
QFuture<Result<QString>> answerOf(const QStringList &arguments, const QString &directory, std::stop_token stop)
{
    return runProcess(gitWorkCommand(arguments, directory), std::move(stop)).then([](const Result<ProcessExit> &exit) {
        return exit.transform([](const ProcessExit &ended) {
            return ended.code == 0 ? QString::fromUtf8(ended.out).trimmed() : QString();
        });
    });
}

QString underwayIn(const QString &gitFolder)
{
    const QDir folder(gitFolder);
    const QList<std::pair<QString, QString>> signs{{u"rebase-merge"_s, Words::tr("a rebase")},
                                                   {u"rebase-apply"_s, Words::tr("a rebase")},
                                                   {u"MERGE_HEAD"_s, Words::tr("a merge")},
                                                   {u"CHERRY_PICK_HEAD"_s, Words::tr("a cherry-pick")},
                                                   {u"REVERT_HEAD"_s, Words::tr("a revert")},
                                                   {u"BISECT_LOG"_s, Words::tr("a bisection")},
                                                   {u"index.lock"_s, Words::tr("another git command")}};
    for (const auto &[name, words] : signs)
        if (folder.exists(name))
            return words;
    return {};
}

} // namespace

Command gitWorkCommand(const QStringList &arguments, const QString &directory)
{
    QMap<QString, QString> environment = withoutGitPlace();
    environment.insert({{u"GIT_TERMINAL_PROMPT"_s, u"0"_s}, {u"LC_ALL"_s, u"C.UTF-8"_s}});
    return {.program = u"git"_s, .arguments = arguments, .workingDirectory = directory, .environment = environment};
}

QFuture<Result<QByteArray>> gitWork(const QStringList &arguments, const QString &directory, const QString &what,
                                    std::stop_token stop, const std::function<void(const QString &)> &said)
{
    return runProcess(gitWorkCommand(arguments, directory), std::move(stop))
        .then([what, said](const Result<ProcessExit> &exit) -> Result<QByteArray> {
            if (!exit)
                return std::unexpected(exit.error());
            if (said)
                for (const QByteArray &line : (exit->err + exit->out).split('\n'))
                    if (!line.trimmed().isEmpty())
                        said(QString::fromUtf8(line));
            if (exit->code == 0)
                return exit->out;
            // A hook may have said why on either output.
            const QString words = QString::fromUtf8(exit->err + exit->out).trimmed();
            return failure(Error::Kind::Failed, Words::tr("%1: git says: %2").arg(what, words.right(4000)));
        });
}

QFuture<Result<GitStanding>> readGitStanding(const QString &directory, std::stop_token stop)
{
    auto standing = std::make_shared<GitStanding>();
    const auto ask = [directory, stop](const QStringList &arguments) { return answerOf(arguments, directory, stop); };
    auto folder = andThen(ask({u"rev-parse"_s, u"--absolute-git-dir"_s}), [=](const QString &path) {
        standing->underway = underwayIn(path);
        return ask({u"symbolic-ref"_s, u"--quiet"_s, u"--short"_s, u"HEAD"_s});
    });
    auto branch = andThen(folder, [=](const QString &name) {
        standing->branch = name;
        return ask({u"rev-parse"_s, u"--abbrev-ref"_s, u"--symbolic-full-name"_s, u"@{upstream}"_s});
    });
    auto upstream = andThen(branch, [=](const QString &name) {
        standing->upstream = name;
        return ask({u"config"_s, u"branch.%1.remote"_s.arg(standing->branch)});
    });
    auto remote = andThen(upstream, [=](const QString &name) {
        standing->remote = name;
        return ask({u"remote"_s});
    });
    auto remotes = andThen(remote, [=](const QString &names) {
        const QStringList all = names.split(u'\n', Qt::SkipEmptyParts);
        if (standing->remote.isEmpty())
            standing->remote = all.contains(u"origin"_s) ? u"origin"_s : all.size() == 1 ? all.first() : QString();
        return ask({u"config"_s, u"--type=bool"_s, u"tag.gpgSign"_s});
    });
    auto signs = andThen(remotes, [=](const QString &value) {
        standing->signsTags = value == "true"_L1;
        return ask({u"var"_s, u"GIT_COMMITTER_IDENT"_s});
    });
    return andThen(signs, [=](const QString &identity) {
        standing->hasIdentity = !identity.isEmpty();
        return finished<GitStanding>(*standing);
    });
}

} // namespace unmoor
