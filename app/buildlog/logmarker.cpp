// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logmarker.h"

#include "app/buildlog/ansitext.h"

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace unmoor {

using Problem = LogEntry::Problem;

namespace {

/// Beyond this a line is data, not a message.
constexpr qsizetype longestLooked = 4096;

constexpr auto phaseWords = "Running phase: "_L1;
// How the runner of GitHub Actions marks a step's part of a log, and what went wrong.
constexpr std::array groupBeginnings{"##[group]"_L1, "::group::"_L1};
constexpr std::array groupEnds{"##[endgroup]"_L1, "::endgroup::"_L1};
constexpr auto runnerError = "##[error]"_L1;
constexpr auto runnerWarning = "##[warning]"_L1;

Problem problemByWords(QStringView text)
{
    const QStringView start = text.trimmed();
    if (start.startsWith(runnerError))
        return Problem::Error;
    if (start.startsWith(runnerWarning))
        return Problem::Warning;
    if (start.startsWith("error"_L1) && (start.size() == 5 || !start[5].isLetterOrNumber()))
        return Problem::Error;
    if (text.contains("error:"_L1))
        return Problem::Error;
    if (text.contains("warning:"_L1))
        return Problem::Warning;
    return Problem::None;
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
    for (const QLatin1StringView words : {phaseWords, LogMarker::groupWords(text)})
        if (!words.isEmpty() && text.startsWith(words))
            return text.sliced(words.size()).trimmed().toString();
    return {};
}

LogMark::Group groupIn(QStringView text)
{
    if (!LogMarker::groupWords(text).isEmpty())
        return LogMark::Group::Begins;
    const auto ends = [text](QLatin1StringView words) { return text.trimmed() == words; };
    return std::ranges::any_of(groupEnds, ends) ? LogMark::Group::Ends : LogMark::Group::None;
}

bool has(QByteArrayView text, QByteArrayView word)
{
    return memmem(text.data(), size_t(text.size()), word.data(), size_t(word.size()));
}

} // namespace

QLatin1StringView LogMarker::groupWords(QStringView line)
{
    const auto found = std::ranges::find_if(groupBeginnings, [line](auto words) { return line.startsWith(words); });
    return found == groupBeginnings.end() ? QLatin1StringView() : *found;
}

bool LogMarker::needs(qint32 derivation, QByteArrayView json) const
{
    if (!m_open.isEmpty() && m_open.contains(derivation))
        return true;
    return has(json, "rror") || has(json, "arning") || json.startsWith(phaseWords.data());
}

LogMark LogMarker::mark(const LogOrigin &origin, const QString &line, bool goesOn)
{
    const QString text = plainLine(line.size() > longestLooked ? line.left(longestLooked) : line);
    LogMark mark;
    if (origin.level < 0)
        mark.phase = phaseIn(text);
    if (origin.level < 0 && origin.derivation < 0)
        mark.group = groupIn(text); // builders' lines come between each other's, so that theirs are no groups
    const Problem said = problemByWords(text);
    const bool isNixProblem = origin.level == 0 || origin.level == 1;
    if (const auto open = m_open.constFind(origin.derivation); open != m_open.cend()) {
        const bool isInside = said == Problem::None || text.startsWith(u' ');
        if ((isNixProblem && goesOn && isInside)
            || (said == Problem::None && (looksContinued(text) || isNumberedSource(text)))) {
            mark.problem = *open;
            return mark;
        }
        m_open.erase(open);
    }
    mark.problem = said;
    if (said == Problem::None && isNixProblem)
        mark.problem = origin.level == 0 ? Problem::Error : Problem::Warning;
    mark.isHead = mark.problem != Problem::None;
    if (mark.isHead)
        m_open.insert(origin.derivation, mark.problem);
    return mark;
}

} // namespace unmoor
