// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/reffilter.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

bool matchesRefPattern(const QString &name, const QString &pattern)
{
    QString expression;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern.at(i);
        const qsizetype close = c == u'[' ? pattern.indexOf(u']', i + 1) : -1;
        if (c == u'*' && i + 1 < pattern.size() && pattern.at(i + 1) == u'*') {
            expression += ".*"_L1;
            ++i;
        } else if (c == u'*') {
            expression += "[^/]*"_L1;
        } else if (c == u'?' || c == u'+') {
            expression += c;
        } else if (close > 0) {
            expression += pattern.sliced(i, close - i + 1);
            i = close;
        } else if (c == u'\\' && i + 1 < pattern.size()) {
            expression += QRegularExpression::escape(pattern.sliced(++i, 1));
        } else {
            expression += QRegularExpression::escape(QString(c));
        }
    }
    // Bounded: the pattern is of a file that came from anywhere.
    const QRegularExpression whole(u"(*LIMIT_MATCH=100000)\\A(?:%1)\\z"_s.arg(expression));
    return whole.isValid() && whole.match(name).hasMatch();
}

bool matchesRefFilter(const QString &name, const QStringList &patterns)
{
    bool matches = false;
    for (const QString &pattern : patterns) {
        const bool takesAway = pattern.startsWith(u'!');
        if (matchesRefPattern(name, takesAway ? pattern.sliced(1) : pattern))
            matches = !takesAway;
    }
    return matches;
}

} // namespace unmoor
