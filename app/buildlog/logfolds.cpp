// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logfolds.h"

#include <algorithm>
#include <iterator>

namespace unmoor {

void LogFolds::setGroups(const QList<LogGroup> &groups, qsizetype lines)
{
    if (lines == m_lines && groups == m_groups)
        return;
    m_groups = groups;
    m_lines = lines;
    update();
}

void LogFolds::update()
{
    m_folds.clear();
    m_hidden = 0;
    qsizetype end = 0; // of the last fold
    for (const LogGroup &group : std::as_const(m_groups)) {
        const qsizetype from = group.line + 1;
        if (from <= end || !isFolded(group) || endOf(group) <= from)
            continue; // a group within a folded one begins above its end
        end = endOf(group);
        m_folds.append({from, end, m_hidden});
        m_hidden += end - from;
    }
}

/// A group may have ended at a line that is not looked at yet.
qsizetype LogFolds::endOf(const LogGroup &group) const
{
    return group.end < 0 ? m_lines : std::min(group.end, m_lines);
}

const LogFolds::Fold *LogFolds::lastFoldFrom(qsizetype line) const
{
    const auto next = std::ranges::upper_bound(m_folds, line, {}, &Fold::from);
    return next == m_folds.cbegin() ? nullptr : &*std::prev(next);
}

bool LogFolds::hides(qsizetype line) const
{
    const Fold *fold = lastFoldFrom(line);
    return fold && line < fold->end;
}

qsizetype LogFolds::lineAt(qsizetype row) const
{
    const auto next =
        std::ranges::upper_bound(m_folds, row, {}, [](const Fold &fold) { return fold.from - fold.before; });
    if (next == m_folds.cbegin())
        return row;
    const Fold &fold = *std::prev(next);
    return row + fold.before + fold.end - fold.from;
}

qsizetype LogFolds::rowFrom(qsizetype line) const
{
    const Fold *fold = lastFoldFrom(line);
    if (!fold)
        return line;
    return std::max(line, fold->end) - fold->before - (fold->end - fold->from);
}

qsizetype LogFolds::rowOf(qsizetype line) const
{
    return hides(line) ? rowFrom(line) - 1 : rowFrom(line);
}

const LogGroup *LogFolds::groupAt(qsizetype line) const
{
    const auto found = std::ranges::lower_bound(m_groups, line, {}, &LogGroup::line);
    return found != m_groups.cend() && found->line == line ? &*found : nullptr;
}

const LogGroup *LogFolds::groupAround(qsizetype line) const
{
    const auto next = std::ranges::lower_bound(m_groups, line, {}, &LogGroup::line);
    qsizetype index = next - m_groups.cbegin() - 1;
    while (index >= 0 && endOf(m_groups[index]) <= line)
        index = m_groups[index].parent;
    return index < 0 ? nullptr : &m_groups[index];
}

bool LogFolds::isEnd(qsizetype line) const
{
    const LogGroup *around = groupAround(line);
    return around && around->end == line + 1;
}

bool LogFolds::isFolded(const LogGroup &group) const
{
    return m_chosen.value(group.line, group.errors == 0);
}

qsizetype LogFolds::linesBelow(const LogGroup &group) const
{
    return std::max<qsizetype>(endOf(group) - group.line - 1, 0);
}

void LogFolds::setFolded(const LogGroup &group, bool folded)
{
    m_chosen.insert(group.line, folded);
    update();
}

void LogFolds::setAllFolded(bool folded)
{
    for (const LogGroup &group : std::as_const(m_groups))
        m_chosen.insert(group.line, folded);
    update();
}

bool LogFolds::reveal(qsizetype line)
{
    if (!hides(line))
        return false;
    for (const LogGroup *group = groupAround(line); group;
         group = group->parent < 0 ? nullptr : &m_groups[group->parent])
        m_chosen.insert(group->line, false);
    update();
    return true;
}

} // namespace unmoor
