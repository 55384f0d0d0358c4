// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

bool turnsDirection(char16_t c)
{
    return c == 0x200e || c == 0x200f || c == 0x061c || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool isLineOrTab(QChar c)
{
    return c == u'\n' || c == u'\t';
}

/// Puts signs for what \a isHidden says.
template <typename Predicate>
QString withSigns(const QString &text, Predicate isHidden)
{
    if (!std::ranges::any_of(text, isHidden))
        return text;
    QString visible;
    for (const QChar c : text)
        visible += isHidden(c) ? visibleSign(c) : QString(c);
    return visible;
}

} // namespace

bool isInvisible(QChar c)
{
    const char16_t code = c.unicode();
    return code < 0x20 || (code >= 0x7f && code <= 0x9f) || code == 0x2028 || code == 0x2029 || turnsDirection(code);
}

QString visibleSign(QChar c)
{
    const char16_t code = c.unicode();
    if (code < 0x20)
        return QChar(char16_t(0x2400 + code));
    if (code == 0x7f)
        return QChar(u'\u2421');
    return u"<%1>"_s.arg(QString::number(code, 16).toUpper().rightJustified(4, u'0'));
}

QString withVisibleSigns(const QString &text)
{
    return withSigns(text, isInvisible);
}

QString forTerminal(const QString &text)
{
    return withSigns(text, [](QChar c) { return isInvisible(c) && !isLineOrTab(c); });
}

} // namespace unmoor
