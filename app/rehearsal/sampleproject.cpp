// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal/sampleproject.h"

#include "core/process.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SampleProject", text);
}

Result<void> copySample(const QString &directory)
{
    const QString source = u":/sample"_s;
    QDirIterator it(source, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = it.next();
        const QString target = QDir(directory).filePath(file.sliced(source.size() + 1));
        QFile::remove(target);
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(file, target)
            || !QFile::setPermissions(target,
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther))
            return failure(Error::Kind::Io,
                           tr("Could not write the sample project's %1. Make the folder writable, or name another with "
                              "--state-dir.")
                               .arg(target));
    }
    return {};
}

/// One script, so that a run that was killed in between starts anew: the repository counts once it has a commit.
Command initRepository(const QString &directory)
{
    return {.program = u"sh"_s,
            .arguments = {u"-ec"_s,
                          u"rm -rf .git; git init -q -b main; git add -A; git commit -q -m 'Sample: minne 1.0.5'"_s},
            .workingDirectory = directory,
            .environment = {{u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s},
                            {u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s},
                            {u"GIT_AUTHOR_NAME"_s, u"Unmoor sample"_s},
                            {u"GIT_AUTHOR_EMAIL"_s, u"sample@unmoor.invalid"_s},
                            {u"GIT_AUTHOR_DATE"_s, u"2026-07-08T12:00:00Z"_s},
                            {u"GIT_COMMITTER_NAME"_s, u"Unmoor sample"_s},
                            {u"GIT_COMMITTER_EMAIL"_s, u"sample@unmoor.invalid"_s},
                            {u"GIT_COMMITTER_DATE"_s, u"2026-07-08T12:00:00Z"_s}}};
}

} // namespace

QFuture<Result<void>> prepareSampleProject(const QString &directory, std::stop_token stop)
{
    if (QFile::exists(QDir(directory).filePath(u".git/refs/heads/main"_s)))
        return QtFuture::makeReadyValueFuture(Result<void>());
    if (auto copied = copySample(directory); !copied)
        return QtFuture::makeReadyValueFuture(copied);
    return runProcess(initRepository(directory), stop)
        .then([directory](const Result<ProcessExit> &exit) -> Result<void> {
            if (!exit)
                return std::unexpected(exit.error());
            if (exit->code != 0)
                return failure(Error::Kind::Failed,
                               tr("Could not make %1 a git repository: %2").arg(directory, exit->lastWords()));
            return {};
        });
}

} // namespace unmoor
