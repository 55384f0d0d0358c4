// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/linkify.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

const QRegularExpression &pattern()
{
    // First what stays as it is, then what becomes a link.
    static const QRegularExpression expression(
        uR"((?<stays>(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)|!?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])|)"
        uR"(^\s*\[[^\[\]]+\]:.*$|<[^<>]+>|https?://\S+|\w[\w.+-]*@[\w-]+\.\w+)|)"
        uR"((?<![\w/])(?<repo>[A-Za-z0-9][\w.-]*/[\w.-]+)?#(?<issue>[1-9]\d*)\b|)"
        uR"((?<![\w/@.`])@(?<user>[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38})(?![\w/-])|)"
        uR"((?<![\w/#])(?<commit>[0-9a-f]{40})\b)"_s);
    return expression;
}

QString linkOf(const QRegularExpressionMatch &match, const QString &webUrl)
{
    const QString host = webUrl.section(u'/', 0, -3);
    if (match.hasCaptured(u"issue"_s)) {
        const QString repository = match.captured(u"repo"_s);
        const QString page = repository.isEmpty() ? webUrl : host + u'/' + repository;
        return u"[%1](%2/issues/%3)"_s.arg(match.captured(), page, match.captured(u"issue"_s));
    }
    if (match.hasCaptured(u"user"_s))
        return u"[%1](%2/%3)"_s.arg(match.captured(), host, match.captured(u"user"_s));
    const QString commit = match.captured(u"commit"_s);
    return u"[`%1`](%2/commit/%3)"_s.arg(commit.first(7), webUrl, commit);
}

} // namespace

QString linkified(const QString &line, const QString &webUrl)
{
    if (webUrl.isEmpty())
        return line;
    QString out;
    qsizetype at = 0;
    for (const QRegularExpressionMatch &match : pattern().globalMatch(line)) {
        if (match.hasCaptured(u"stays"_s))
            continue;
        out += line.sliced(at, match.capturedStart() - at) + linkOf(match, webUrl);
        at = match.capturedEnd();
    }
    return out + line.sliced(at);
}

} // namespace unmoor
