// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace unmoor {

/// One line of the difference between two texts.
struct DiffLine
{
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    int line = 0; ///< from 1: in the old text where Removed, else in the new one
    QString text; ///< without its end

    bool operator==(const DiffLine &) const = default;
};

/// The lines that differ between \a before and \a after (UTF-8), with up to \a context equal lines around them; what
/// is removed stands before what is added in its place. Empty: the lines are the same.
QList<DiffLine> lineDiff(QByteArrayView before, QByteArrayView after, int context = 1);

} // namespace unmoor
