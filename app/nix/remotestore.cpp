// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/remotestore.h"

#include "app/core/words.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace unmoor {

Result<void> writeSshConfiguration(const RemoteStore &store)
{
    if (store.isLocal())
        return {};
    QFile old(store.sshFile);
    if (old.open(QIODevice::ReadOnly) && old.readAll() == store.sshConfiguration)
        return {};
    const QString folder = QFileInfo(store.sshFile).path();
    QDir().mkpath(QFileInfo(folder).path());
    QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(store.sshFile);
    if (file.open(QIODevice::WriteOnly) && file.write(store.sshConfiguration) == store.sshConfiguration.size()
        && file.commit())
        return {};
    return failure(Error::Kind::Io,
                   Words::tr("The ssh configuration %1 for the machine %2 cannot be written: %3. Make its folder "
                             "writable, or name another folder with --state-dir.")
                       .arg(store.sshFile, store.host, file.errorString()));
}

} // namespace unmoor
