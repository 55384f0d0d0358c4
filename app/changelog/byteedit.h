// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace unmoor {

/// One change of some bytes; those of a list do not overlap.
struct ByteEdit
{
    qsizetype at = 0;
    qsizetype length = 0;
    QByteArray bytes;

    bool operator==(const ByteEdit &) const = default;
};

/// \a bytes with every edit made.
QByteArray applied(QByteArray bytes, QList<ByteEdit> edits);

} // namespace unmoor
