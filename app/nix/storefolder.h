// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

// Nix names paths /nix/store/HASH-NAME wherever their files lie. For most people that is their place as well; without
// rights to /nix a store lies in a folder of the user's own (a "chroot store").

/// The place of the store's files for most.
inline const QString usualStoreFolder = QStringLiteral("/nix/store");

/// The folder that holds the files of a store, by Nix's setting `store` ("auto", "/home/mara/root",
/// "local?root=/home/mara/root", "local?real=/mnt/store"). Stores of other machines have none: usualStoreFolder.
/// \a ownRoot: where Nix goes with "auto" when it finds no /nix; empty: it has found one.
QString storeFolderOf(const QString &setting, const QString &ownRoot);

/// Where Nix keeps a store of this user's own when neither /nix/var/nix nor a daemon is there; empty where one is.
QString ownStoreRoot();

/// The file or folder that is \a storePath, in a store whose files lie in \a folder.
QString realPath(const QString &storePath, const QString &folder);

/// Bytes that are free for a store in \a folder; where it is not there yet, on the disk of the system.
qint64 freeBytesOfStore(const QString &folder);

} // namespace unmoor
