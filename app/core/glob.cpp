// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/glob.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

qsizetype closingBrace(QStringView pattern, qsizetype opening)
{
    int depth = 0;
    for (qsizetype i = opening; i < pattern.size(); ++i) {
        if (pattern[i] == u'{')
            ++depth;
        else if (pattern[i] == u'}' && --depth == 0)
            return i;
    }
    return -1;
}

/// Turns one pattern, or one part of it between braces, into a regular expression.
class Translation
{
public:
    explicit Translation(QStringView pattern)
        : m_pattern(pattern)
    {
    }

    QString expression()
    {
        while (m_at < m_pattern.size())
            m_expression += next();
        return m_expression;
    }

private:
    QString next()
    {
        if (take(u"**/"))
            return u"(?:.*/)?"_s;
        if (take(u"**"))
            return u".*"_s;
        if (take(u"*"))
            return u"[^/]*"_s;
        if (take(u"?"))
            return u"[^/]"_s;
        if (m_pattern[m_at] == u'{' && closingBrace(m_pattern, m_at) > 0)
            return choice();
        return QRegularExpression::escape(m_pattern.sliced(m_at++, 1));
    }

    bool take(QStringView word)
    {
        if (!m_pattern.sliced(m_at).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }

    QString choice()
    {
        const qsizetype end = closingBrace(m_pattern, m_at);
        const QStringView inside = m_pattern.sliced(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        QStringList parts;
        qsizetype from = 0;
        int depth = 0;
        for (qsizetype i = 0; i <= inside.size(); ++i) {
            if (i == inside.size() || (inside[i] == u',' && depth == 0)) {
                parts += Translation(inside.sliced(from, i - from)).expression();
                from = i + 1;
            } else if (inside[i] == u'{') {
                ++depth;
            } else if (inside[i] == u'}') {
                --depth;
            }
        }
        return u"(?:%1)"_s.arg(parts.join(u'|'));
    }

    QStringView m_pattern;
    QString m_expression;
    qsizetype m_at = 0;
};

} // namespace

Glob::Glob(const QString &pattern)
    // A file name may hold a line break.
    : m_expression(QRegularExpression::anchoredPattern(Translation(pattern).expression()),
                   QRegularExpression::DotMatchesEverythingOption)
{
}

bool Glob::matches(const QString &path) const
{
    return m_expression.match(path).hasMatch();
}

bool Glob::isPlain(QStringView text)
{
    return !text.contains(u'*') && !text.contains(u'?') && !text.contains(u'{');
}

QStringList Glob::components(const QString &pattern)
{
    QStringList parts{QString()};
    qsizetype choiceEnd = -1;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u'{' && i > choiceEnd)
            choiceEnd = closingBrace(pattern, i);
        if (pattern[i] == u'/' && i > choiceEnd)
            parts += QString();
        else
            parts.last() += pattern[i];
    }
    parts.removeAll(QString());
    return parts;
}

} // namespace unmoor
