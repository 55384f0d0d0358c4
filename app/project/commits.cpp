// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/commits.h"

#include "app/core/chain.h"
#include "app/core/plainfile.h"
#include "app/core/words.h"
#include "app/project/git.h"
#include "app/project/gitanswers.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Range = Result<CommitRange>;

QFuture<Range> log(const QString &directory, const QString &since, std::stop_token stop)
{
    const QString range = since.isEmpty() ? u"HEAD"_s : u"refs/tags/%1..HEAD"_s.arg(since);
    return runProcess(gitCommand({u"log"_s, u"-z"_s, u"--topo-order"_s, u"--reverse"_s, commitFormat(), range, u"--"_s},
                                 directory),
                      stop)
        .then(QCoreApplication::instance(), [directory, since](const Result<ProcessExit> &exit) -> Range {
            if (!exit)
                return std::unexpected(exit.error());
            if (exit->code != 0)
                return std::unexpected(gitError(*exit, directory));
            return CommitRange{since, parseCommits(exit->out)};
        });
}

/// Commits whose parents are not in the clone. \a out: of `git rev-parse --git-path shallow`; the file is there in
/// shallow clones alone.
QSet<QString> cutCommits(const QByteArray &out, const QString &directory)
{
    const auto text = readPlainFile({.path = QDir(directory).filePath(QString::fromUtf8(out).trimmed())});
    QSet<QString> cut;
    for (const QByteArray &line : text.value_or(QByteArray()).split('\n'))
        cut.insert(QString::fromLatin1(line.trimmed()));
    return cut;
}

/// A range that reaches the end of a shallow clone's history is not whole.
QFuture<Range> unlessCut(const CommitRange &range, const QString &directory, std::stop_token stop)
{
    return runProcess(gitCommand({u"rev-parse"_s, u"--git-path"_s, u"shallow"_s}, directory), stop)
        .then(QCoreApplication::instance(), [directory, range](const Result<ProcessExit> &exit) -> Range {
            if (!exit)
                return std::unexpected(exit.error());
            const QSet<QString> cut = cutCommits(exit->out, directory);
            const bool isCut =
                std::ranges::any_of(range.commits, [&](const Commit &commit) { return cut.contains(commit.id); });
            if (!isCut)
                return range;
            return failure(
                Error::Kind::Failed,
                Words::tr("This clone is shallow: it lacks commits of this release, and which tag was before "
                          "it is not known. Fetch the history, then run it again: %1")
                    .arg(fetchHistoryCommand()));
        });
}

} // namespace

QFuture<Range> readCommits(const QString &directory, const QString &tags, const QString &except, std::stop_token stop)
{
    QStringList describe{u"describe"_s, u"--tags"_s, u"--abbrev=0"_s, u"--match"_s, tags};
    if (!except.isEmpty())
        describe += {u"--exclude"_s, except};
    const auto described = runProcess(gitCommand(describe + QStringList{u"HEAD"_s}, directory), stop);
    const auto listed = andThen(described, QCoreApplication::instance(), [directory, stop](const ProcessExit &exit) {
        // Without such a tag git fails; whatever else is wrong, the next question meets it again.
        return log(directory, exit.code == 0 ? QString::fromUtf8(exit.out).trimmed() : QString(), stop);
    });
    return andThen(listed, QCoreApplication::instance(),
                   [directory, stop](const CommitRange &range) { return unlessCut(range, directory, stop); });
}

} // namespace unmoor
