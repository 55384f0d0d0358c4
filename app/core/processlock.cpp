// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/processlock.h"

#include "app/core/privatefile.h"
#include "app/core/words.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <cerrno>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The whole file, for the one who writes what it does.
struct flock wholeFile()
{
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

/// What the holder of \a file wrote about itself: its process and its machine.
QString holderIn(QFile &file)
{
    file.seek(0);
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    const QString process = lines.value(0);
    const QString machine = lines.value(1);
    if (process.isEmpty())
        return Words::tr("another Unmoor"); // it has just taken the lock
    if (machine != QSysInfo::machineHostName())
        return Words::tr("another Unmoor (process %1 on %2)").arg(process, machine);
    return Words::tr("another Unmoor (process %1)").arg(process);
}

} // namespace

ProcessLock::ProcessLock(const QString &path)
    : m_file(path)
{
}

Result<std::unique_ptr<ProcessLock>> ProcessLock::take(const QString &path)
{
    std::unique_ptr<ProcessLock> lock(new ProcessLock(path));
    QFile &file = lock->m_file;
    // A lock of the open file, not of the process: two in one process are two, and closing another look at the file
    // does not end it.
    struct flock whole = wholeFile();
    const bool isOpen = openPrivate(file, QIODevice::ReadWrite | QIODevice::Unbuffered);
    if (isOpen && ::fcntl(file.handle(), F_OFD_SETLK, &whole) == 0) {
        const QString self = u"%1\n%2\n"_s.arg(QCoreApplication::applicationPid()).arg(QSysInfo::machineHostName());
        file.resize(0);
        file.write(self.toUtf8());
        return lock;
    }
    if (isOpen && (errno == EAGAIN || errno == EACCES))
        return failure(Error::Kind::Conflict, holderIn(file));
    return failure(Error::Kind::Io,
                   Words::tr("The lock %1 cannot be written. Make its folder writable, or name another folder with "
                             "--state-dir.")
                       .arg(path));
}

QString ProcessLock::holder(const QString &path)
{
    QFile file(path);
    struct flock whole = wholeFile();
    if (!file.open(QIODevice::ReadOnly) || ::fcntl(file.handle(), F_OFD_GETLK, &whole) != 0 || whole.l_type == F_UNLCK)
        return {};
    return holderIn(file);
}

} // namespace unmoor
