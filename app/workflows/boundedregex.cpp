// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/boundedregex.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The bracket expression at \a from in PCRE's words; \a end becomes where it ends. A backslash stands for itself in
/// it.
QString bracketExpression(const QString &pattern, qsizetype from, qsizetype &end)
{
    qsizetype i = from + 1;
    QString inside;
    if (i < pattern.size() && pattern.at(i) == u'^')
        inside += pattern.at(i++);
    if (i < pattern.size() && pattern.at(i) == u']')
        inside += u"\\]"_s, ++i;
    while (i < pattern.size() && pattern.at(i) != u']') {
        if (QStringView(pattern).sliced(i).startsWith(u"[:")) {
            const qsizetype close = pattern.indexOf(":]"_L1, i);
            const qsizetype next = close < 0 ? pattern.size() : close + 2;
            inside += QStringView(pattern).sliced(i, next - i);
            i = next;
        } else {
            inside += pattern.at(i) == u'[' ? u"\\["_s : pattern.at(i) == u'\\' ? u"\\\\"_s : QString(pattern.at(i));
            ++i;
        }
    }
    end = i;
    return u'[' + inside + u']';
}

/// \a isBasic: "\(" and the like have the meaning that "(" has in the extended form, and the other way round.
std::optional<QRegularExpression> posixRegex(const QString &pattern, bool isBasic)
{
    const QStringView swapped = u"(){}|+?";
    QString expression;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern.at(i);
        if (c == u'[') {
            expression += bracketExpression(pattern, i, i);
            if (i >= pattern.size())
                return {};
        } else if (c == u'\\') {
            if (++i >= pattern.size())
                return {};
            const QChar escaped = pattern.at(i);
            const bool isPlain = escaped == u't' || escaped == u'n' || escaped == u's';
            if ((escaped.isLetterOrNumber() && !isPlain) || QStringView(u"<>`'").contains(escaped))
                return {}; // \y, \<word\> and the like: each program has its own
            expression += isBasic && swapped.contains(escaped) ? QString(escaped) : u'\\' + QString(escaped);
        } else if (isBasic && swapped.contains(c)) {
            expression += u'\\' + QString(c);
        } else if (isBasic && c == u'*' && expression.isEmpty()) {
            expression += u"\\*"_s;
        } else {
            expression += c;
        }
    }
    return boundedRegex(expression);
}

} // namespace

std::optional<QRegularExpression> boundedRegex(const QString &pattern)
{
    if (pattern.size() > 2000)
        return {};
    const QRegularExpression expression(u"(*LIMIT_MATCH=20000)(?:%1)"_s.arg(pattern));
    return expression.isValid() ? std::optional(expression) : std::nullopt;
}

std::optional<QRegularExpression> extendedRegex(const QString &pattern)
{
    return posixRegex(pattern, false);
}

std::optional<QRegularExpression> basicRegex(const QString &pattern)
{
    return posixRegex(pattern, true);
}

} // namespace unmoor
