// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

QString fileOf(const QString &stateDir)
{
    return QDir(stateDir).filePath(u"settings.ini"_s);
}

int number(const QSettings &file, const QString &key, int otherwise, int least, int most)
{
    return std::clamp(file.value(key, otherwise).toInt(), least, most);
}

BuildHost readHost(const QSettings &file)
{
    return {.name = file.value(u"name"_s).toString(),
            .address = file.value(u"address"_s).toString(),
            .user = file.value(u"user"_s).toString(),
            .port = file.value(u"port"_s).toInt(),
            .keyFile = file.value(u"key-file"_s).toString(),
            .remoteProgram = file.value(u"remote-program"_s).toString(),
            .systems = file.value(u"systems"_s).toStringList(),
            .jobs = number(file, u"jobs"_s, 1, 1, 64),
            .probedAt = QDateTime::fromString(file.value(u"probed-at"_s).toString(), Qt::ISODate),
            .probeState = file.value(u"probe-state"_s).toString(),
            .probeMessage = file.value(u"probe-message"_s).toString(),
            .probeMsec = file.value(u"probe-msec"_s).toInt()};
}

void writeHost(QSettings &file, const BuildHost &host)
{
    file.setValue(u"name"_s, host.name);
    file.setValue(u"address"_s, host.address);
    file.setValue(u"user"_s, host.user);
    file.setValue(u"port"_s, host.port);
    file.setValue(u"key-file"_s, host.keyFile);
    file.setValue(u"remote-program"_s, host.remoteProgram);
    file.setValue(u"systems"_s, host.systems);
    file.setValue(u"jobs"_s, host.jobs);
    file.setValue(u"probed-at"_s, host.probedAt.toString(Qt::ISODate));
    file.setValue(u"probe-state"_s, host.probeState);
    file.setValue(u"probe-message"_s, host.probeMessage);
    file.setValue(u"probe-msec"_s, host.probeMsec);
}

} // namespace

const BuildHost *Settings::host(const QString &name) const
{
    const auto found = std::ranges::find(hosts, name, &BuildHost::name);
    return found == hosts.cend() ? nullptr : &*found;
}

Result<void> checkHost(const BuildHost &host, const QList<BuildHost> &others)
{
    static const QRegularExpression plainName(u"^[A-Za-z0-9][A-Za-z0-9._-]*$"_s);
    static const QRegularExpression plainAddress(u"^[A-Za-z0-9:\\[][^\\s/@?#]*$"_s);
    const auto refuse = [](const QString &why) { return failure(Error::Kind::InvalidInput, why); };
    if (!plainName.match(host.name).hasMatch())
        return refuse(Words::tr("A machine needs a name of letters, digits, dots and hyphens, such as mac-mini."));
    if (placeOfWord(host.name).kind != BuildPlace::Kind::Host)
        return refuse(Words::tr("No machine can be called %1: that word means another place. Choose another name.")
                          .arg(host.name));
    if (std::ranges::contains(others, host.name, &BuildHost::name))
        return refuse(Words::tr("There is a machine called %1 already. Choose another name.").arg(host.name));
    if (!plainAddress.match(host.address).hasMatch())
        return refuse(Words::tr("%1 needs an address that ssh can connect to: a host name, an IP address or an alias "
                                "of ~/.ssh/config, without user and port.")
                          .arg(host.name));
    static const QRegularExpression plainUser(u"^([A-Za-z0-9_][^\\s/@:?#]*)?$"_s);
    if (!plainUser.match(host.user).hasMatch())
        return refuse(Words::tr("%1 is no user name that ssh can sign in with.").arg(host.user));
    if (host.port < 0 || host.port > 65535)
        return refuse(Words::tr("The port of %1 must be between 1 and 65535.").arg(host.name));
    return {};
}

Error noSuchHost(const QString &name, const QList<BuildHost> &hosts)
{
    QStringList names;
    for (const BuildHost &host : hosts)
        names += host.name;
    return {Error::Kind::InvalidInput,
            names.isEmpty()
                ? Words::tr("There is no machine called %1: none is set up. Add it in Settings, or with "
                            "unmoor host add NAME USER@ADDRESS.")
                      .arg(name)
                : Words::tr("There is no machine called %1. There are: %2.").arg(name, names.join(u", "_s))};
}

Result<Settings> readSettings(const QString &stateDir)
{
    const auto unreadable = [&] {
        return failure(Error::Kind::Corrupt,
                       Words::tr("The settings %1 cannot be read. Mend the file, or move it away to begin with the "
                                 "defaults.")
                           .arg(fileOf(stateDir)));
    };
    // QSettings keeps what it read by the file's name, and takes a damaged file for an empty one the second time: it
    // reads a copy, which has a new name each time.
    QFile kept(fileOf(stateDir));
    QTemporaryFile copy;
    if (kept.exists() && !kept.open(QIODevice::ReadOnly))
        return unreadable();
    if (!copy.open() || (kept.isOpen() && copy.write(kept.readAll()) < 0) || !copy.flush())
        return failure(Error::Kind::Io,
                       Words::tr("The settings %1 cannot be read: %2. Make room in the folder for temporary files.")
                           .arg(kept.fileName(), copy.errorString()));
    QSettings file(copy.fileName(), QSettings::IniFormat);
    if (file.status() != QSettings::NoError)
        return unreadable();
    const Settings defaults;
    Settings settings{.jobsHere = number(file, u"building/jobs"_s, defaults.jobsHere, 1, 64),
                      .stallMinutes = number(file, u"building/stall-minutes"_s, defaults.stallMinutes, 0, 24 * 60),
                      .logMemoryMib = number(file, u"building/log-memory-mib"_s, defaults.logMemoryMib, 4, 4096),
                      .notifySeconds = number(file, u"building/notify-seconds"_s, defaults.notifySeconds, 0, 86'400),
                      .secondLookSeconds =
                          number(file, u"publishing/second-look-seconds"_s, defaults.secondLookSeconds, 0, 3600),
                      .nixFeatures = file.value(u"building/nix-features"_s).toStringList()};
    const int hosts = file.beginReadArray(u"hosts"_s);
    for (int i = 0; i < hosts; ++i) {
        file.setArrayIndex(i);
        const BuildHost host = readHost(file);
        if (checkHost(host, settings.hosts))
            settings.hosts += host;
    }
    file.endArray();
    return settings;
}

Result<void> writeSettings(const QString &stateDir, const Settings &settings)
{
    QDir().mkpath(stateDir);
    QSettings file(fileOf(stateDir), QSettings::IniFormat);
    file.setValue(u"building/jobs"_s, settings.jobsHere);
    file.setValue(u"building/stall-minutes"_s, settings.stallMinutes);
    file.setValue(u"building/log-memory-mib"_s, settings.logMemoryMib);
    file.setValue(u"building/notify-seconds"_s, settings.notifySeconds);
    file.setValue(u"publishing/second-look-seconds"_s, settings.secondLookSeconds);
    file.setValue(u"building/nix-features"_s, settings.nixFeatures);
    file.remove(u"hosts"_s);
    file.beginWriteArray(u"hosts"_s, int(settings.hosts.size()));
    for (int i = 0; i < settings.hosts.size(); ++i) {
        file.setArrayIndex(i);
        writeHost(file, settings.hosts[i]);
    }
    file.endArray();
    file.sync();
    if (file.status() == QSettings::NoError)
        return {};
    return failure(Error::Kind::Io,
                   Words::tr("The settings %1 cannot be written, so the change holds for this session alone. Make the "
                             "file and its folder writable.")
                       .arg(file.fileName()));
}

} // namespace unmoor
