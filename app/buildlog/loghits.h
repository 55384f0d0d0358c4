// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <vector>

namespace unmoor {

/// A set of lines of a log: a bit for each.
class LogHits
{
public:
    void add(qsizetype line);
    void clear();

    qsizetype count() const { return m_count; }
    bool contains(qsizetype line) const;
    /// The hit after (or before) \a line, going on at the other end; -1 where there is none at all.
    qsizetype next(qsizetype line, bool forward) const;
    /// Which of the hits \a line is, from 1; 0: none.
    qsizetype numberOf(qsizetype line) const;

private:
    qsizetype firstFrom(qsizetype line) const; ///< -1: none
    qsizetype lastBefore(qsizetype line) const; ///< -1: none

    std::vector<quint64> m_words;
    std::vector<qsizetype> m_perBlock; ///< hits in every block of words
    qsizetype m_count = 0;
};

} // namespace unmoor
