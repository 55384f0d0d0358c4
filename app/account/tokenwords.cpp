// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/tokenwords.h"

#include "app/core/format.h"
#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Right = TokenReport::Right;

constexpr qint64 day = 24 * 3600; // seconds
constexpr qint64 soon = 14 * day;

QString kindWords(TokenReport::Kind kind)
{
    switch (kind) {
    case TokenReport::Kind::Classic:
        return Words::tr("a classic token");
    case TokenReport::Kind::OAuth:
        return Words::tr("a token of a browser sign-in");
    case TokenReport::Kind::FineGrained:
        return Words::tr("a fine-grained token");
    case TokenReport::Kind::App:
        return Words::tr("a token of a GitHub App");
    case TokenReport::Kind::Actions:
        return Words::tr("the token of an Actions run");
    case TokenReport::Kind::Unknown:
        break;
    }
    return Words::tr("a token");
}

QString who(const TokenReport &report)
{
    const QString kind = report.scopes.isEmpty()
        ? kindWords(report.kind)
        : Words::tr("%1 with the scopes %2").arg(kindWords(report.kind), report.scopes.join(u", "_s));
    return report.login.isEmpty() ? Words::tr("%1: %2").arg(report.host, kind)
                                  : Words::tr("%1 at %2: %3").arg(report.login, report.host, kind);
}

} // namespace

QString endWords(const QDateTime &expires, const QDateTime &now)
{
    if (!expires.isValid())
        return {};
    const qint64 left = now.secsTo(expires);
    if (left <= 0)
        return Words::tr("ended on %1").arg(expires.toLocalTime().date().toString(Qt::ISODate));
    if (left < 3600)
        return Words::tr("ends within an hour");
    if (left < 2 * day)
        return counted(left / 3600, Words::tr("ends in 1 hour"), Words::tr("ends in %1 hours"));
    if (left < 60 * day)
        return counted(left / day, Words::tr("ends in 1 day"), Words::tr("ends in %1 days"));
    return Words::tr("ends on %1").arg(expires.toLocalTime().date().toString(Qt::ISODate));
}

TokenStanding standingOf(const TokenReport &report, const QDateTime &now)
{
    using Level = TokenStanding::Level;
    if (!report.accepted)
        return {Level::Bad, Words::tr("not taken by the host")};
    if (report.expires.isValid() && report.expires <= now)
        return {Level::Bad, endWords(report.expires, now)};
    if (report.publish == Right::No)
        return {Level::Bad, Words::tr("cannot publish")};
    if (report.expires.isValid() && now.secsTo(report.expires) < soon)
        return {Level::Attention, endWords(report.expires, now)};
    return {Level::Good, report.publish == Right::Yes ? Words::tr("works") : Words::tr("signed in")};
}

QString rightsWords(const TokenReport &report)
{
    switch (report.publish) {
    case Right::Yes:
        return report.workflows == Right::Yes ? Words::tr("releases, workflows") : Words::tr("releases");
    case Right::No:
        return report.accepted ? Words::tr("reading only") : Words::tr("nothing");
    case Right::Unknown:
        break;
    }
    return Words::tr("not known");
}

QString describe(const TokenReport &report, const QDateTime &now)
{
    QStringList lines{who(report) + u'.'};
    if (const QString end = endWords(report.expires, now); !end.isEmpty())
        lines += Words::tr("It %1.").arg(end);
    lines += report.message;
    lines += report.hint;
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace unmoor
