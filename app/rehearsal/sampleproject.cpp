// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/sampleproject.h"

#include "app/core/chain.h"
#include "app/core/words.h"
#include "app/project/git.h"
#include "app/rehearsal/samplerelease.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>
#include <memory>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

Error couldNotWrite(const QString &path)
{
    return {Error::Kind::Io,
            Words::tr("Could not write the sample project's %1. Make the folder writable, or name another with "
                      "--state-dir.")
                .arg(path)};
}

/// QFile::copy() waits for the disk after every file.
bool copyFile(const QString &from, const QString &to)
{
    QFile source(from);
    QFile target(to);
    return source.open(QIODevice::ReadOnly) && target.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        && target.write(source.readAll()) == source.size() && target.flush();
}

Result<void> copySample(const QString &directory)
{
    const QString source = u":/sample"_s;
    QDirIterator it(source, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = it.next();
        const QString target = QDir(directory).filePath(file.sliced(source.size() + 1));
        if (!QDir().mkpath(QFileInfo(target).path()) || !copyFile(file, target)
            || !QFile::setPermissions(target,
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther))
            return std::unexpected(couldNotWrite(target));
    }
    return {};
}

/// The files say the version and the notes of a release that is made already; the sample stands before it.
Result<void> stepBack(const QString &directory)
{
    const auto change = [&directory](const QString &name, const QByteArray &before, const QByteArray &after) {
        QFile file(QDir(directory).filePath(name));
        if (!file.open(QIODevice::ReadWrite))
            return false;
        const QByteArray text = file.readAll();
        const qsizetype at = text.indexOf(before);
        const QByteArray changed = at < 0 ? QByteArray() : text.first(at) + after + text.sliced(at + before.size());
        return at >= 0 && file.resize(0) && file.seek(0) && file.write(changed) == changed.size() && file.flush();
    };
    const QByteArray released = sampleVersion.latin1();
    const QString notes = u"CHANGELOG.md"_s;
    QFile file(QDir(directory).filePath(notes));
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(couldNotWrite(notes));
    const QByteArray text = file.readAll();
    const qsizetype from = text.indexOf("## Unreleased");
    const qsizetype at = text.indexOf("## " + released);
    const qsizetype end = text.indexOf('\n', at);
    const bool isKnown = from >= 0 && at > from && end > at;
    if (!isKnown || !change(notes, text.sliced(from, end - from), "## Unreleased")
        || !change(u"nix/versions.nix"_s, '"' + released + '"', '"' + QByteArray(sampleVersionBefore.latin1()) + '"'))
        return std::unexpected(couldNotWrite(notes));
    return {};
}

/// git without anybody's configuration, at a fixed time: the commit is the same everywhere.
Command sampleGit(const QStringList &arguments, const QString &directory)
{
    Command command = gitCommand(arguments, directory);
    command.environment.insert({{u"GIT_CONFIG"_s, {}},
                                {u"GIT_CONFIG_PARAMETERS"_s, {}},
                                {u"GIT_CONFIG_COUNT"_s, {}},
                                {u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s},
                                {u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s},
                                {u"GIT_AUTHOR_NAME"_s, u"Unmoor sample"_s},
                                {u"GIT_AUTHOR_EMAIL"_s, u"sample@unmoor.invalid"_s},
                                {u"GIT_AUTHOR_DATE"_s, u"2026-07-08T12:00:00Z"_s},
                                {u"GIT_COMMITTER_NAME"_s, u"Unmoor sample"_s},
                                {u"GIT_COMMITTER_EMAIL"_s, u"sample@unmoor.invalid"_s},
                                {u"GIT_COMMITTER_DATE"_s, u"2026-07-08T12:00:00Z"_s}});
    return command;
}

/// Whether \a directory is the top of a repository with a commit on any branch, packed or not.
QFuture<Result<bool>> hasCommit(const QString &directory, const std::stop_token &stop)
{
    const QString gitDir = QDir(directory).filePath(u".git"_s);
    if (!QFileInfo::exists(gitDir))
        return finished<bool>(false);
    // Named, so that a repository further up is not meant.
    const QStringList arguments{u"--git-dir"_s, gitDir, u"rev-list"_s, u"--all"_s, u"--max-count=1"_s};
    return runProcess(gitCommand(arguments, directory), stop)
        .then([directory](const Result<ProcessExit> &exit) -> Result<bool> {
            if (!exit)
                return std::unexpected(exit.error());
            if (exit->code == 0)
                return !exit->out.trimmed().isEmpty();
            const Error error = gitError(*exit, directory);
            if (error.kind == Error::Kind::NotFound)
                return false; // no repository: its files are missing or broken
            return std::unexpected(error);
        });
}

/// Gives what is at \a directory another name. Comes to that name; empty where nothing but an empty folder was there.
Result<QString> moveAside(const QString &directory)
{
    if (!QFileInfo::exists(directory) || QDir().rmdir(directory))
        return QString();
    for (int number = 1; number < 1000; ++number) {
        const QString aside = u"%1-aside-%2"_s.arg(directory).arg(number);
        if (!QFileInfo::exists(aside) && QDir().rename(directory, aside))
            return aside;
    }
    return std::unexpected(couldNotWrite(directory));
}

/// Runs \a commands of git in \a directory one after another, up to the first that fails.
QFuture<Result<void>> runGit(const QString &directory, QList<QStringList> commands, const std::stop_token &stop)
{
    if (commands.isEmpty())
        return finished<void>({});
    const Command command = sampleGit(commands.takeFirst(), directory);
    return andThen(runProcess(command, stop), [directory, commands, stop](const ProcessExit &exit) {
        if (exit.code != 0)
            return finished<void>(
                failure(Error::Kind::Failed,
                        Words::tr("Could not make %1 a git repository: %2").arg(directory, exit.lastWords())));
        return runGit(directory, commands, stop);
    });
}

/// Makes the sample beside \a directory, then gives it that name.
QFuture<Result<void>> makeSample(const QString &directory, const std::stop_token &stop)
{
    QDir().mkpath(QFileInfo(directory).path());
    const auto workshop = std::make_shared<QTemporaryDir>(directory + u"-XXXXXX"_s);
    const QString made = workshop->filePath(u"sample"_s);
    if (!workshop->isValid())
        return finished<void>(std::unexpected(couldNotWrite(directory)));
    if (const auto copied = copySample(made).and_then([&] { return stepBack(made); }); !copied)
        return finished<void>(copied);
    const QList<QStringList> commands{
        {u"init"_s, u"-q"_s, u"--template="_s, u"--object-format=sha1"_s, u"-b"_s, u"main"_s},
        {u"add"_s, u"-A"_s},
        {u"commit"_s, u"-q"_s, u"-m"_s, u"Sample: minne before 1.0.5"_s}};
    return andThen(runGit(made, commands, stop), [directory, stop, made, workshop] {
        if (QDir().rename(made, directory))
            return finished<void>({});
        // Another rehearsal may have made it meanwhile.
        return andThen(hasCommit(directory, stop), [directory](bool isThere) {
            return finished<void>(isThere ? Result<void>() : std::unexpected(couldNotWrite(directory)));
        });
    });
}

} // namespace

QFuture<Result<QString>> prepareSampleProject(const QString &directory, std::stop_token stop)
{
    return andThen(hasCommit(directory, stop), [directory, stop](bool isThere) {
        if (isThere)
            return finished<QString>(QString());
        const auto aside = moveAside(directory);
        if (!aside)
            return finished<QString>(aside);
        return andThen(makeSample(directory, stop), [aside] { return finished<QString>(aside); });
    });
}

} // namespace unmoor
