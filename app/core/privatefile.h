// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDevice>

namespace unmoor {

/// What a file of the state folder gets when it is made: logs, notes and the ledger are nobody else's to read.
inline constexpr QFileDevice::Permissions privateFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
inline constexpr QFileDevice::Permissions privateFolder = privateFile | QFileDevice::ExeOwner;

/// Opens \a file, a QFile or QSaveFile, to write a file that its owner alone can read; an existing one becomes so.
template <typename File>
bool openPrivate(File &file, QIODevice::OpenMode mode)
{
    const bool isOpen = file.open(mode);
    if (isOpen)
        file.setPermissions(privateFile); // some file systems have none
    return isOpen;
}

} // namespace unmoor
