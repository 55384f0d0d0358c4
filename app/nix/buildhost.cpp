// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/buildhost.h"

#include <QCoreApplication>
#include <QDir>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace unmoor {

QString placeName(const BuildPlace &place)
{
    switch (place.kind) {
    case BuildPlace::Kind::ThisMachine:
        return QCoreApplication::translate("BuildPlace", "this machine");
    case BuildPlace::Kind::Host:
        return place.host;
    case BuildPlace::Kind::Builders:
        return QCoreApplication::translate("BuildPlace", "Nix's builders");
    }
    Q_UNREACHABLE_RETURN({});
}

QString placeWord(const BuildPlace &place)
{
    switch (place.kind) {
    case BuildPlace::Kind::ThisMachine:
        return u"this"_s;
    case BuildPlace::Kind::Host:
        return place.host;
    case BuildPlace::Kind::Builders:
        return u"builders"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

BuildPlace placeOfWord(const QString &word)
{
    if (word.isEmpty() || word == "this"_L1)
        return {};
    if (word == "builders"_L1)
        return {.kind = BuildPlace::Kind::Builders};
    return {.kind = BuildPlace::Kind::Host, .host = word};
}

QString knownHostsFile(const QString &stateDir)
{
    return QDir(stateDir).filePath(u"known_hosts"_s);
}

RemoteStore remoteStore(const BuildHost &host, const QString &stateDir)
{
    QUrl url;
    url.setScheme(u"ssh-ng"_s);
    url.setHost(host.address);
    if (!host.user.isEmpty())
        url.setUserName(host.user);
    if (!host.remoteProgram.isEmpty()) {
        QUrlQuery query;
        query.addQueryItem(u"remote-program"_s, host.remoteProgram);
        url.setQuery(query);
    }
    QStringList options{u"-o"_s, u"StrictHostKeyChecking=yes"_s, u"-o"_s,
                        u"UserKnownHostsFile=%1 ~/.ssh/known_hosts"_s.arg(knownHostsFile(stateDir))};
    if (host.port > 0)
        options += {u"-p"_s, QString::number(host.port)};
    if (!host.keyFile.isEmpty())
        options += {u"-i"_s, host.keyFile, u"-o"_s, u"IdentitiesOnly=yes"_s};
    return {.host = host.name, .url = url.toString(QUrl::FullyEncoded), .sshOptions = options};
}

} // namespace unmoor
