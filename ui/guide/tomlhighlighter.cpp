// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/tomlhighlighter.h"

#include "ui/theme/theme.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The index behind \a quote from \a from on; -1: it does not come. A backslash hides what follows it in basic strings.
qsizetype endOfQuote(const QString &text, qsizetype from, const QString &quote)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text.at(i) == u'\\' && quote.at(0) == u'"')
            ++i;
        else if (QStringView(text).sliced(i).startsWith(quote))
            return i + quote.size();
    }
    return -1;
}

} // namespace

void TomlHighlighter::setPalette(const QPalette &palette)
{
    m_palette = palette;
    rehighlight();
}

qsizetype TomlHighlighter::endOfString(const QString &text, qsizetype begin)
{
    const QString one = text.mid(begin, 1);
    const QString three = one + one + one;
    const bool isLong = QStringView(text).sliced(begin).startsWith(three);
    const QString &quote = isLong ? three : one;
    const qsizetype end = endOfQuote(text, begin + quote.size(), quote);
    if (end < 0 && isLong)
        setCurrentBlockState(one == u"\""_s ? BasicText : LiteralText);
    return end < 0 ? text.size() : end;
}

void TomlHighlighter::highlightBlock(const QString &text)
{
    setCurrentBlockState(Nothing);
    qsizetype i = 0;
    if (previousBlockState() != Nothing) {
        const qsizetype end = endOfQuote(text, 0, previousBlockState() == BasicText ? u"\"\"\""_s : u"'''"_s);
        if (end < 0)
            return setCurrentBlockState(previousBlockState());
        i = end;
    } else if (text.startsWith(u'[')) {
        QTextCharFormat strong;
        strong.setFontWeight(QFont::DemiBold);
        setFormat(0, int(text.size()), strong);
    }
    while (i < text.size() && text.at(i) != u'#')
        i = text.at(i) == u'"' || text.at(i) == u'\'' ? endOfString(text, i) : i + 1;
    QTextCharFormat muted;
    muted.setForeground(theme::color(theme::Role::SecondaryText, m_palette));
    if (i < text.size())
        setFormat(int(i), int(text.size() - i), muted);
}

} // namespace unmoor
