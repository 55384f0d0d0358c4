// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/shellpattern.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// \a pattern as sh matches it.
QRegularExpression shellPattern(QStringView pattern)
{
    QString expression;
    for (const QChar c : pattern)
        expression += c == u'*' ? u".*"_s : c == u'?' ? u"."_s : QRegularExpression::escape(QString(c));
    return QRegularExpression(u"(*LIMIT_MATCH=10000)\\A(?:%1)\\z"_s.arg(expression),
                              QRegularExpression::DotMatchesEverythingOption);
}

} // namespace

QString withoutMatch(const QString &value, const QString &pattern, bool atEnd, bool longest)
{
    const QRegularExpression expression = shellPattern(pattern);
    for (qsizetype i = 0; i <= value.size(); ++i) {
        const qsizetype length = longest ? value.size() - i : i;
        const QString part = atEnd ? value.last(length) : value.first(length);
        if (expression.match(part).hasMatch())
            return atEnd ? value.chopped(length) : value.sliced(length);
    }
    return value;
}

} // namespace unmoor
