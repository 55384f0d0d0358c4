// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/loggroup.h"

#include <QHash>
#include <QList>

namespace unmoor {

/// Which lines of a log are hidden because their group is folded. A group without an error is folded until somebody
/// opens it; its first line always stays in sight. Plain value.
class LogFolds
{
public:
    /// \a groups: of a log of \a lines lines, in the order of their first ones. What was opened or folded stays so.
    void setGroups(const QList<LogGroup> &groups, qsizetype lines);

    bool hasGroups() const { return !m_groups.isEmpty(); }
    bool hides(qsizetype line) const;
    qsizetype rowCount() const { return m_lines - m_hidden; }
    qsizetype lineAt(qsizetype row) const;
    qsizetype rowFrom(qsizetype line) const; ///< of the first line from \a line on that is not hidden
    qsizetype rowOf(qsizetype line) const; ///< of \a line, or of the group that hides it

    const LogGroup *groupAt(qsizetype line) const; ///< whose first line it is; null: of none
    const LogGroup *groupAround(qsizetype line) const; ///< the innermost that has it below its first line
    bool isEnd(qsizetype line) const; ///< the last line of a group
    bool isFolded(const LogGroup &group) const;
    qsizetype linesBelow(const LogGroup &group) const; ///< how many a folded \a group hides

    void setFolded(const LogGroup &group, bool folded);
    void setAllFolded(bool folded);
    bool reveal(qsizetype line); ///< opens what hides \a line; whether that was needed

private:
    /// Lines that are hidden, and how many are above them.
    struct Fold
    {
        qsizetype from = 0;
        qsizetype end = 0;
        qsizetype before = 0;
    };

    void update();
    const Fold *lastFoldFrom(qsizetype line) const; ///< the last one that begins at \a line or above
    qsizetype endOf(const LogGroup &group) const;

    QList<LogGroup> m_groups;
    QHash<qsizetype, bool> m_chosen; ///< by first line: whether somebody has folded it
    QList<Fold> m_folds; ///< of the outermost folded groups, in order
    qsizetype m_lines = 0;
    qsizetype m_hidden = 0;
};

} // namespace unmoor
