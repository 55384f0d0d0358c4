// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machines/buildhost.h"

#include "app/core/words.h"

#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>
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

/// A folder of this process alone, below the one for temporary files; it goes with the process. Its name is there
/// before the folder is, and nobody can guess it.
class OwnFolder
{
public:
    QString path() const { return m_path; }
    ~OwnFolder() { QDir(m_path).removeRecursively(); }

private:
    const QString m_path =
        QDir::temp().filePath(u"unmoor-ssh-%1"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QChar(u'0')));
};

/// The folder for configurations, whose name is one word for every Nix. Where \a stateDir has none, or is empty, it is
/// not below it.
QString configurationFolder(const QString &stateDir)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9/._+@,:-]+$"_s);
    static const OwnFolder ownFolder;
    const QString folder = QDir(stateDir).absoluteFilePath(u"ssh"_s);
    return !stateDir.isEmpty() && plain.match(folder).hasMatch() ? folder : ownFolder.path();
}

} // namespace

QString placeName(const BuildPlace &place)
{
    switch (place.kind) {
    case BuildPlace::Kind::ThisMachine:
        return Words::tr("this machine");
    case BuildPlace::Kind::Host:
        return place.host;
    case BuildPlace::Kind::Builders:
        return Words::tr("Nix's builders");
    case BuildPlace::Kind::Actions:
        return Words::tr("GitHub Actions");
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
    case BuildPlace::Kind::Actions:
        return u"actions"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString hostWord(const BuildPlace &place)
{
    return place == BuildPlace{} ? QString() : placeWord(place);
}

BuildPlace placeOfWord(const QString &word)
{
    if (word.isEmpty() || word == "this"_L1)
        return {};
    if (word == "builders"_L1)
        return {.kind = BuildPlace::Kind::Builders};
    if (word == "actions"_L1)
        return {.kind = BuildPlace::Kind::Actions};
    return {.kind = BuildPlace::Kind::Host, .host = word};
}

QString knownHostsFile(const QString &stateDir)
{
    return stateDir.isEmpty() ? QString() : QDir(stateDir).absoluteFilePath(u"known_hosts"_s);
}

QString sshDestination(const BuildHost &host)
{
    return userOf(host) + bareAddress(host);
}

QString sshConfiguration(const BuildHost &host, const QString &stateDir)
{
    const QString address = bareAddress(host);
    QStringList lines{u"# Written by Unmoor for %1; changes are lost."_s.arg(host.name)};
    // Of an IPv6 address in a URL some versions of Nix hand the brackets on to ssh, which does not know them.
    if (address.contains(u':'))
        lines += {u"Host %1 [%1]"_s.arg(address), u"HostName "_s + QString(address).replace(u'%', u"%%"_s)};
    else
        lines += u"Host "_s + address;
    if (host.port > 0)
        lines += u"Port %1"_s.arg(host.port);
    if (!host.keyFile.isEmpty())
        lines += {u"IdentityFile "_s + quoted(host.keyFile), u"IdentitiesOnly yes"_s};
    QStringList knownHosts{u"~/.ssh/known_hosts"_s, u"~/.ssh/known_hosts2"_s};
    if (const QString own = knownHostsFile(stateDir); !own.isEmpty())
        knownHosts.prepend(quoted(own));
    lines += {u"StrictHostKeyChecking yes"_s, u"UserKnownHostsFile "_s + knownHosts.join(u' '), u"Match all"_s,
              u"Include ~/.ssh/config"_s, u"Include /etc/ssh/ssh_config"_s};
    return lines.join(u'\n') + u'\n';
}

RemoteStore remoteStore(const BuildHost &host, const QString &stateDir)
{
    QString url = urlOf(host);
    if (!host.remoteProgram.isEmpty())
        url += u"?remote-program="_s + QString::fromLatin1(QUrl::toPercentEncoding(host.remoteProgram, "/"));
    const QString file = QDir(configurationFolder(stateDir)).filePath(host.name + u".conf"_s);
    return {.host = host.name,
            .url = url,
            .sshOptions = {u"-F"_s, file},
            .sshFile = file,
            .sshConfiguration = sshConfiguration(host, stateDir).toUtf8()};
}

} // namespace unmoor
