// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

namespace unmoor {

/// For each line of \a before its place in \a after, or -1 where it is gone: the longest run of lines that both texts
/// have in the same order.
///
/// What both texts begin and end with is always found. Between them up to 4 million pairs of lines (2,000 lines against
/// 2,000) are compared, which takes milliseconds and 16 MB. In larger texts everything between counts as changed.
QList<qsizetype> keptLines(const QStringList &before, const QStringList &after);

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
/// is removed stands before what is added in its place. Empty: the lines are the same. Large texts: see keptLines().
QList<DiffLine> lineDiff(QByteArrayView before, QByteArrayView after, int context = 1);

} // namespace unmoor
