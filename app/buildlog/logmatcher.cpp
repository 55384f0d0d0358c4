// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logmatcher.h"

#include "app/core/words.h"

#include <QVarLengthArray>
#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Whether the inside of a JSON string stands for its own bytes, all of which are seen as they are.
bool isPlain(QByteArrayView text)
{
    bool special = false;
    for (const char c : text) // the whole text: quicker than to stop at the first
        special |= c < ' ' || c > '~' || c == '\\';
    return !special;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

} // namespace

LogMatcher LogMatcher::forText(const QString &text)
{
    LogMatcher matcher;
    matcher.m_text = text;
    matcher.m_matcher.setPattern(text);
    const QString folded = text.toCaseFolded();
    if (std::ranges::all_of(folded, [](QChar c) { return c.unicode() < 0x80; }))
        matcher.m_bytes = folded.toLatin1();
    return matcher;
}

Result<LogMatcher> LogMatcher::forPattern(const QString &pattern)
{
    LogMatcher matcher;
    matcher.m_text = pattern;
    matcher.m_isRegex = true;
    matcher.m_regex = QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
    matcher.m_regex.optimize();
    if (matcher.m_regex.isValid())
        return matcher;
    return failure(Error::Kind::InvalidInput,
                   Words::tr("Not a regular expression: %1, at character %2.")
                       .arg(matcher.m_regex.errorString())
                       .arg(matcher.m_regex.patternErrorOffset() + 1));
}

bool LogMatcher::isIn(const QString &line) const
{
    if (isEmpty())
        return false;
    return m_isRegex ? m_regex.matchView(line).hasMatch() : m_matcher.indexIn(line) >= 0;
}

std::optional<bool> LogMatcher::isInRecord(QByteArrayView text) const
{
    if (m_isRegex || !isPlain(text))
        return {};
    if (m_bytes.isEmpty() || m_bytes.size() > text.size())
        return false;
    QVarLengthArray<char, 1024> lowered(text.size());
    std::ranges::transform(text, lowered.begin(), lower);
    return memmem(lowered.constData(), size_t(lowered.size()), m_bytes.constData(), size_t(m_bytes.size())) != nullptr;
}

QList<LogHit> LogMatcher::hitsIn(const QString &line) const
{
    QList<LogHit> hits;
    if (isEmpty())
        return hits;
    if (!m_isRegex) {
        const qsizetype length = m_text.size();
        for (qsizetype at = m_matcher.indexIn(line); at >= 0; at = m_matcher.indexIn(line, at + length))
            hits.append({at, length});
        return hits;
    }
    for (const QRegularExpressionMatch &match : m_regex.globalMatchView(line)) {
        if (match.capturedLength() > 0)
            hits.append({match.capturedStart(), match.capturedLength()});
    }
    return hits;
}

} // namespace unmoor
