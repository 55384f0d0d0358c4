// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processlock.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSysInfo>
#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProcessLock)
};

bool isAlive(qint64 processId)
{
    return ::kill(pid_t(processId), 0) == 0 || errno == EPERM;
}

} // namespace

ProcessLock::ProcessLock(const QString &path)
    : m_file(path)
{
    m_file.setStaleLockTime(0); // a build may take hours; that its process lives is what counts
}

Result<std::unique_ptr<ProcessLock>> ProcessLock::take(const QString &path)
{
    std::unique_ptr<ProcessLock> lock(new ProcessLock(path));
    if (lock->m_file.tryLock())
        return lock;
    if (lock->m_file.error() == QLockFile::LockFailedError)
        return failure(Error::Kind::Conflict, holder(path));
    return failure(Error::Kind::Io,
                   Words::tr("The lock %1 cannot be written. Make its folder writable, or name another folder with "
                             "--state-dir.")
                       .arg(path));
}

QString ProcessLock::holder(const QString &path)
{
    if (!QFileInfo::exists(path))
        return {};
    const QLockFile file(path);
    qint64 processId = 0;
    QString machine;
    QString application;
    if (!file.getLockInfo(&processId, &machine, &application))
        return {};
    // Of another machine, which shares this folder, nobody here can say whether the process lives.
    if (machine != QSysInfo::machineHostName())
        return Words::tr("another Unmoor (process %1 on %2)").arg(processId).arg(machine);
    return isAlive(processId) ? Words::tr("another Unmoor (process %1)").arg(processId) : QString();
}

} // namespace unmoor
