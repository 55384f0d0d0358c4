// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

/// The name under which a replacement of \a file is uploaded. A later plan recognises what an interruption left by it.
inline QString temporaryName(const QString &file)
{
    return file + QStringLiteral(".unmoor-new");
}

inline bool isTemporaryName(const QString &name)
{
    return name.endsWith(QStringLiteral(".unmoor-new"));
}

} // namespace unmoor
