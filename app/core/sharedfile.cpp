// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/sharedfile.h"

#include "app/core/privatefile.h"
#include "app/core/words.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace unmoor {

namespace {

/// A change takes milliseconds; whoever holds the file for longer hangs.
constexpr auto longestWait = 10s;

Error notWritten(const QString &path, const QString &why)
{
    return {
        Error::Kind::Io,
        Words::tr("%1 cannot be written: %2. Make the file and its folder writable, then try again.").arg(path, why)};
}

Result<void> lock(QLockFile &file, const QString &path)
{
    if (file.tryLock(longestWait))
        return {};
    if (file.error() != QLockFile::LockFailedError)
        return std::unexpected(notWritten(path, Words::tr("its lock %1 cannot be made").arg(file.fileName())));
    qint64 processId = 0;
    QString machine;
    QString program;
    file.getLockInfo(&processId, &machine, &program);
    return failure(Error::Kind::Conflict,
                   Words::tr("%1 is being changed by another process (%2 on %3), which does not come to an end. End "
                             "that process, then try again.")
                       .arg(path)
                       .arg(processId)
                       .arg(machine));
}

} // namespace

Result<QByteArray> readSharedFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    const auto unreadable = [&](const QString &why) {
        return failure(
            Error::Kind::Io,
            Words::tr("%1 cannot be read: %2. Make the file readable, or move it away to begin anew.").arg(path, why));
    };
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    QByteArray bytes = file.readAll();
    if (file.error() != QFile::NoError)
        return unreadable(file.errorString());
    return bytes.isNull() ? QByteArray("") : bytes; // an empty file is there, too
}

Result<void> changeSharedFile(const QString &path,
                              const std::function<Result<QByteArray>(const QByteArray &present)> &change)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return std::unexpected(notWritten(path, Words::tr("the folder %1 cannot be made").arg(folder)));
    QLockFile held(path + u".lock"_s);
    if (auto locked = lock(held, path); !locked)
        return locked;
    const auto present = readSharedFile(path);
    if (!present)
        return std::unexpected(present.error());
    const auto wanted = change(*present);
    if (!wanted)
        return std::unexpected(wanted.error());
    if (*wanted == *present)
        return {};
    QSaveFile file(path);
    const bool isNew = present->isNull();
    if (file.open(QIODevice::WriteOnly) && (!isNew || file.setPermissions(privateFile))
        && file.write(*wanted) == wanted->size() && file.commit())
        return {};
    return std::unexpected(notWritten(path, file.errorString()));
}

SharedFileWatch::SharedFileWatch(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(QFileInfo(path).absoluteFilePath())
    , m_seen(readSharedFile(m_path))
{
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &SharedFileWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SharedFileWatch::look);
    follow();
}

void SharedFileWatch::look()
{
    follow();
    auto now = readSharedFile(m_path);
    if (now == m_seen)
        return;
    m_seen = std::move(now);
    Q_EMIT changed();
}

/// The file is replaced as a whole, which its folder tells; the file itself tells of an editor that writes into it.
/// Where the folder is not there yet, the nearest one above it tells when it is made.
void SharedFileWatch::follow()
{
    QString folder = QFileInfo(m_path).path();
    while (!QFileInfo::exists(folder) && !QDir(folder).isRoot())
        folder = QFileInfo(folder).path();
    QStringList others = m_watcher.directories();
    if (others.removeAll(folder) == 0)
        m_watcher.addPath(folder);
    if (!others.isEmpty())
        m_watcher.removePaths(others);
    if (m_watcher.files().isEmpty() && QFileInfo::exists(m_path))
        m_watcher.addPath(m_path);
}

} // namespace unmoor
