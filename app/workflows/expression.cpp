// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/expression.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype longestExpanded = 256 * 1024; // characters

/// Where the expression that begins at \a from ends: behind its "}}", which does not count within quotes; -1: nowhere.
qsizetype endOfExpression(QStringView text, qsizetype from)
{
    bool isQuoted = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text.at(i) == u'\'')
            isQuoted = !isQuoted;
        else if (!isQuoted && text.sliced(i).startsWith(u"}}"))
            return i + 2;
    }
    return -1;
}

std::optional<QString> operandValue(QStringView operand, const ExpressionLookup &lookup)
{
    static const QRegularExpression literal(u"\\A'((?:[^']|'')*)'\\z"_s);
    static const QRegularExpression name(u"\\A[A-Za-z_][\\w-]*(?:\\.[A-Za-z_][\\w-]*)*\\z"_s);
    const QString text = operand.trimmed().toString();
    if (const auto match = literal.match(text); match.hasMatch())
        return match.captured(1).replace("''"_L1, "'"_L1);
    return name.match(text).hasMatch() ? lookup(text) : std::nullopt;
}

} // namespace

bool hasExpression(const QString &text)
{
    return text.contains("${{"_L1);
}

std::optional<QString> expressionValue(const QString &expression, const ExpressionLookup &lookup)
{
    for (const QString &operand : expression.split(u"||"_s)) {
        const auto value = operandValue(operand, lookup);
        if (!value || !value->isEmpty())
            return value; // what is not known may be what counts
    }
    return QString();
}

QString expandExpressions(const QString &text, const ExpressionLookup &lookup)
{
    QString expanded;
    qsizetype at = 0;
    while (expanded.size() < longestExpanded) {
        const qsizetype begin = text.indexOf("${{"_L1, at);
        const qsizetype end = begin < 0 ? -1 : endOfExpression(text, begin + 3);
        if (end < 0)
            return expanded + text.sliced(at);
        expanded += QStringView(text).sliced(at, begin - at);
        expanded += expressionValue(text.sliced(begin + 3, end - begin - 5), lookup).value_or(unknownPart);
        at = end;
    }
    return unknownPart;
}

} // namespace unmoor
