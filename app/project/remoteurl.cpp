// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/checkout.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Remote
{
    QString host;
    QString path;
};

/// "git@github.com:owner/name.git", which is no URL. As in git, a slash before the first colon makes it a path; a
/// single letter before it is a drive of Windows.
Remote parseScpForm(const QString &text)
{
    static const QRegularExpression expression(uR"(\A(?:[^@/:]+@)?(?:\[([^\]/]+)\]|([^:/\[\]]{2,})):([^:].*)\z)"_s);
    const auto match = expression.match(text);
    return {match.captured(1) + match.captured(2), match.captured(3)};
}

Remote parseRemote(const QString &text)
{
    if (!text.contains(u"://"_s))
        return parseScpForm(text);
    const QUrl url(text);
    static const QStringList schemes{u"https"_s, u"http"_s, u"ssh"_s, u"git"_s, u"git+ssh"_s, u"ssh+git"_s};
    if (!url.isValid() || !schemes.contains(url.scheme()))
        return {};
    return {url.host(), url.path(QUrl::FullyDecoded)};
}

} // namespace

QString repositoryOfRemote(const QString &url)
{
    static const QRegularExpression expression(uR"(\A/*([A-Za-z0-9_.-]+)/([A-Za-z0-9_.-]+?)(?:\.git)?/*\z)"_s);
    const Remote remote = parseRemote(url.trimmed());
    const auto match = expression.match(remote.path);
    if (remote.host.isEmpty() || !match.hasMatch())
        return {};
    return match.captured(1) + u'/' + match.captured(2);
}

QString hostOfRemote(const QString &url)
{
    const QString host = parseRemote(url.trimmed()).host.toLower();
    // GitHub answers ssh on port 443 under a name of its own.
    return host == u"ssh.github.com" ? u"github.com"_s : host;
}

bool isAtHost(const QString &remoteHost, const QString &host)
{
    static const QString separators = u"-_."_s;
    if (remoteHost == host || !remoteHost.contains(u'.'))
        return true;
    // "github.com-work", "work.github.com"
    const bool begins = remoteHost.startsWith(host) && separators.first(2).contains(remoteHost[host.size()]);
    const bool ends = remoteHost.endsWith(host) && separators.contains(remoteHost[remoteHost.size() - host.size() - 1]);
    return begins || ends;
}

} // namespace unmoor
