// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArrayView>
#include <QRegularExpression>
#include <QStringMatcher>

namespace unmoor {

/// Where something was found in a line.
struct LogHit
{
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const LogHit &) const = default;
};

/// What to look for in the lines of a log, whatever its case: words as they are, or a regular expression.
class LogMatcher
{
public:
    LogMatcher() = default; ///< finds nothing
    static LogMatcher forText(const QString &text);
    /// Errors: InvalidInput; the message says what is wrong with \a pattern, and where.
    static Result<LogMatcher> forPattern(const QString &pattern);

    bool isEmpty() const { return m_text.isEmpty(); }
    /// \a line: as people see it.
    bool isIn(const QString &line) const;
    /// The same for the \a text of a record, before it is unpacked; nothing where that cannot be told from the bytes.
    std::optional<bool> isInRecord(QByteArrayView text) const;
    QList<LogHit> hitsIn(const QString &line) const; ///< none of no length

    bool operator==(const LogMatcher &other) const { return m_text == other.m_text && m_isRegex == other.m_isRegex; }

private:
    QString m_text;
    bool m_isRegex = false;
    QStringMatcher m_matcher{QString(), Qt::CaseInsensitive};
    QRegularExpression m_regex;
    QByteArray m_bytes; ///< the text without case where it is ASCII alone; else empty
};

} // namespace unmoor
