// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/logindex.h"

#include "build/ansitext.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Beyond this a line is data, not a message.
constexpr qsizetype longestLooked = 4096;

std::optional<Severity> severityByWords(QStringView text)
{
    const QStringView start = text.trimmed();
    if (start.startsWith("error"_L1) && (start.size() == 5 || !start[5].isLetterOrNumber()))
        return Severity::Error;
    if (text.contains("error:"_L1))
        return Severity::Error;
    if (text.contains("warning:"_L1))
        return Severity::Warning;
    return {};
}

/// The lines with which rustc, and Nix for hashes, go on below the first line of a message.
bool looksContinued(QStringView text)
{
    const QStringView start = text.trimmed();
    if (start.isEmpty() || start.size() == text.size())
        return false;
    static constexpr std::array beginnings{"-->"_L1, "|"_L1, "="_L1, "specified:"_L1, "got:"_L1};
    return std::ranges::any_of(beginnings, [start](QLatin1StringView word) { return start.startsWith(word); });
}

/// "212 |     let …": source lines that rustc shows.
bool isNumberedSource(QStringView text)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits].isDigit())
        ++digits;
    return digits > 0 && text.sliced(digits).startsWith(" |"_L1);
}

QString phaseIn(QStringView text)
{
    static constexpr auto words = "Running phase: "_L1;
    return text.startsWith(words) ? text.sliced(words.size()).trimmed().toString() : QString();
}

} // namespace

bool LogIndex::extend(const QList<LogLine> &lines, qsizetype most)
{
    const qsizetype end = std::min(lines.size(), m_read + most);
    for (; m_read < end; ++m_read)
        read(lines, m_read);
    return m_read < lines.size();
}

void LogIndex::read(const QList<LogLine> &lines, qsizetype at)
{
    const LogLine &line = lines[at];
    const QString text = plainLine(line.text.size() > longestLooked ? line.text.left(longestLooked) : line.text);
    const QString phase = line.level < 0 ? phaseIn(text) : QString();
    if (!phase.isEmpty())
        m_phases[line.derivation].append({at, line.derivation, line.msec, phase});

    const std::optional<Severity> said = severityByWords(text);
    const bool isNixProblem = line.level == 0 || line.level == 1;
    if (const auto last = m_lastProblem.constFind(line.derivation); last != m_lastProblem.cend()) {
        const LogProblem above = m_problems[*last];
        const LogLine &before = lines[above.line];
        const bool isInside = !said || text.startsWith(u' ');
        const bool sameMessage = isNixProblem && before.level == line.level && before.msec == line.msec && isInside;
        if (sameMessage || (!said && (looksContinued(text) || isNumberedSource(text))))
            return add({at, above.severity, false});
        m_lastProblem.erase(last);
    }
    if (said)
        add({at, *said, true});
    else if (isNixProblem)
        add({at, line.level == 0 ? Severity::Error : Severity::Warning, true});
    else
        return;
    m_lastProblem[line.derivation] = m_problems.size() - 1;
}

void LogIndex::add(const LogProblem &problem)
{
    m_problems.append(problem);
    if (problem.isHead)
        ++(problem.severity == Severity::Error ? m_errors : m_warnings);
}

const LogProblem *LogIndex::problemAt(qsizetype line) const
{
    const auto found = std::ranges::lower_bound(m_problems, line, {}, &LogProblem::line);
    return found != m_problems.cend() && found->line == line ? &*found : nullptr;
}

const LogPhase *LogIndex::phaseAt(qsizetype line, qint32 derivation) const
{
    const auto phases = m_phases.constFind(derivation);
    if (phases == m_phases.cend())
        return nullptr;
    const auto next = std::ranges::upper_bound(*phases, line, {}, &LogPhase::line);
    return next == phases->cbegin() ? nullptr : &*std::prev(next);
}

const LogPhase *LogIndex::phaseAfter(const LogPhase &phase) const
{
    const auto phases = m_phases.constFind(phase.derivation);
    const auto next = std::ranges::upper_bound(*phases, phase.line, {}, &LogPhase::line);
    return next == phases->cend() ? nullptr : &*next;
}

} // namespace unmoor
