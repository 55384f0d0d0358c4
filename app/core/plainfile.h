// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

namespace unmoor {

/// A file of a project, and how it may be read.
struct PlainFile
{
    QString path;
    qint64 most = 64LL << 20; ///< bytes; a larger file is refused, not cut
    QString folder = {}; ///< links must end in it; empty: they may end anywhere
    QString name = {}; ///< as messages call the file; empty: its path
};

/// All of \a file. Projects come from anywhere, and what has a file's name may be a pipe, which waits for ever, or a
/// device, which never ends or does something when it is opened: nothing but a regular file is opened.
/// Errors: NotFound (also a link to nothing), InvalidInput (leads out of the folder, is too large), Io (is no regular
/// file, cannot be read).
Result<QByteArray> readPlainFile(const PlainFile &file);

/// The top of the checkout that \a directory is in: the nearest folder with .git; empty where there is none.
QString gitRoot(const QString &directory);
/// The folder that files of the project around \a directory may be in: the checkout's top; without git, the nearest
/// folder with unmoor.toml, else \a directory.
QString projectBounds(const QString &directory);

} // namespace unmoor
