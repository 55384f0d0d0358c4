// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/shellquote.h"

#include "app/core/visibletext.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Every byte of \a c as an escape.
QString escaped(QChar c)
{
    QString text;
    for (const char byte : QString(c).toUtf8())
        text += u"\\x%1"_s.arg(quint8(byte), 2, 16, QLatin1Char('0'));
    return text;
}

QString ansiQuoted(const QString &word)
{
    QString text = u"$'"_s;
    for (const QChar c : word) {
        if (isInvisible(c))
            text += escaped(c);
        else if (c == u'\'' || c == u'\\')
            text += u'\\' + QString(c);
        else
            text += c;
    }
    return text + u'\'';
}

} // namespace

QString shellQuoted(const QString &word)
{
    static const QRegularExpression plain(uR"(\A[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*\z)"_s);
    if (plain.match(word).hasMatch())
        return word;
    if (std::ranges::any_of(word, isInvisible))
        return ansiQuoted(word);
    QString inside = word;
    return u'\'' + inside.replace(u'\'', uR"('\'')"_s) + u'\'';
}

QString shellQuotedFile(const QString &file)
{
    return shellQuoted(file.startsWith(u'-') ? u"./"_s + file : file);
}

} // namespace unmoor
