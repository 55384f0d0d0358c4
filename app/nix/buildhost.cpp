// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/buildhost.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// A file name as a word of ssh's configuration, in which % and " mean something.
QString quoted(QString path)
{
    return u'"' + path.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'%', u"%%"_s) + u'"';
}

/// An IPv6 address without the brackets that URLs put around it.
QString bareAddress(const BuildHost &host)
{
    const bool bracketed = host.address.startsWith(u'[') && host.address.endsWith(u']');
    return bracketed ? host.address.sliced(1, host.address.size() - 2) : host.address;
}

QString userOf(const BuildHost &host)
{
    return host.user.isEmpty() ? QString() : host.user + u'@';
}

QString urlOf(const BuildHost &host)
{
    const QString address = bareAddress(host);
    return u"ssh-ng://"_s + userOf(host) + (address.contains(u':') ? u'[' + address + u']' : address);
}

/// A folder for configurations whose name is one word for every Nix.
QString configurationFolder(const QString &stateDir)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9/._+@,:-]+$"_s);
    const QString folder = QDir(stateDir).absoluteFilePath(u"ssh"_s);
    if (plain.match(folder).hasMatch()) {
        QDir().mkpath(folder);
        return folder;
    }
    static const QTemporaryDir plainFolder;
    return plainFolder.path();
}

void keep(const QString &path, const QByteArray &content)
{
    QFile old(path);
    if (old.open(QIODevice::ReadOnly) && old.readAll() == content)
        return;
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size())
        file.commit();
}

} // namespace

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

QString sshDestination(const BuildHost &host)
{
    return userOf(host) + bareAddress(host);
}

QString sshConfiguration(const BuildHost &host, const QString &stateDir)
{
    QStringList lines{u"# Written by Unmoor for %1; changes are lost."_s.arg(host.name),
                      u"Host "_s + bareAddress(host)};
    if (host.port > 0)
        lines += u"Port %1"_s.arg(host.port);
    if (!host.keyFile.isEmpty())
        lines += {u"IdentityFile "_s + quoted(host.keyFile), u"IdentitiesOnly yes"_s};
    lines += {u"StrictHostKeyChecking yes"_s,
              u"UserKnownHostsFile %1 ~/.ssh/known_hosts ~/.ssh/known_hosts2"_s.arg(quoted(knownHostsFile(stateDir))),
              u"Match all"_s, u"Include ~/.ssh/config"_s, u"Include /etc/ssh/ssh_config"_s};
    return lines.join(u'\n') + u'\n';
}

RemoteStore remoteStore(const BuildHost &host, const QString &stateDir)
{
    QString url = urlOf(host);
    if (!host.remoteProgram.isEmpty())
        url += u"?remote-program="_s + QString::fromLatin1(QUrl::toPercentEncoding(host.remoteProgram, "/"));
    const QString file = QDir(configurationFolder(stateDir)).filePath(host.name + u".conf"_s);
    keep(file, sshConfiguration(host, stateDir).toUtf8());
    return {.host = host.name, .url = url, .sshOptions = {u"-F"_s, file}};
}

} // namespace unmoor
