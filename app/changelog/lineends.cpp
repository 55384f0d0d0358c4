// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/lineends.h"

using namespace Qt::StringLiterals;

namespace unmoor {

QByteArray usualLineEnd(const QByteArray &bytes)
{
    const qsizetype crlf = bytes.count("\r\n");
    const qsizetype lf = bytes.count('\n') - crlf;
    const qsizetype cr = bytes.count('\r') - crlf;
    if (crlf > lf && crlf >= cr)
        return "\r\n";
    return cr > lf ? "\r" : "\n";
}

QStringList wordLines(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    QStringList lines = text.split(u'\n');
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
        lines.removeFirst();
    return lines;
}

} // namespace unmoor
