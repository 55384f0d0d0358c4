// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QObject>
#include <functional>

namespace unmoor {

/// All of a small file; null where there is no such file. Errors: Io (not readable, a folder).
Result<QByteArray> readSharedFile(const QString &path);

/// Changes a file that several processes change: reads what it holds now (null: there is no such file), lets \a change
/// say what it shall hold instead, and puts that in its place in one step. A second change, of this process or another,
/// waits meanwhile, so that none is lost. Nothing is written where the content stays the same. A file that is made
/// anew can be read by its owner alone; folders on the way to it are made.
/// Errors: those of \a change (the file stays as it is), Io, Conflict (another process holds the file for too long).
Result<void> changeSharedFile(const QString &path,
                              const std::function<Result<QByteArray>(const QByteArray &present)> &change);

/// Tells when a file has another content than before, whoever wrote it; also when it comes to be, or goes.
class SharedFileWatch : public QObject
{
    Q_OBJECT
public:
    explicit SharedFileWatch(const QString &path, QObject *parent = nullptr);

    const QString &path() const { return m_path; }
    void look(); ///< now, without waiting for the system's word

Q_SIGNALS:
    void changed();

private:
    void follow();

    QString m_path;
    QFileSystemWatcher m_watcher;
    Result<QByteArray> m_seen;
};

} // namespace unmoor
