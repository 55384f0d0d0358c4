// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "app/core/sharedfile.h"
#include "app/core/words.h"

#include <QDir>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

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

void writeTrust(QSettings &file, const QList<TrustAnswer> &answers)
{
    file.remove(u"trust"_s);
    file.beginWriteArray(u"trust"_s, int(answers.size()));
    for (int i = 0; i < answers.size(); ++i) {
        file.setArrayIndex(i);
        file.setValue(u"directory"_s, answers[i].directory);
        file.setValue(u"root"_s, answers[i].root);
        file.setValue(u"given"_s, answers[i].trust == Trust::Given);
    }
    file.endArray();
}

QList<TrustAnswer> readTrust(QSettings &file)
{
    QList<TrustAnswer> answers;
    const int count = file.beginReadArray(u"trust"_s);
    for (int i = 0; i < count; ++i) {
        file.setArrayIndex(i);
        answers += TrustAnswer{.directory = file.value(u"directory"_s).toString(),
                               .root = file.value(u"root"_s).toString(),
                               .trust = file.value(u"given"_s).toBool() ? Trust::Given : Trust::Withheld};
    }
    file.endArray();
    return answers;
}

void writeAll(QSettings &file, const Settings &settings)
{
    file.setValue(u"building/jobs"_s, settings.jobsHere);
    file.setValue(u"building/stall-minutes"_s, settings.stallMinutes);
    file.setValue(u"building/log-memory-mib"_s, settings.logMemoryMib);
    file.setValue(u"building/notify-seconds"_s, settings.notifySeconds);
    file.setValue(u"publishing/second-look-seconds"_s, settings.secondLookSeconds);
    file.setValue(u"building/nix-features"_s, settings.nixFeatures);
    writeTrust(file, settings.trust);
    file.remove(u"hosts"_s);
    file.beginWriteArray(u"hosts"_s, int(settings.hosts.size()));
    for (int i = 0; i < settings.hosts.size(); ++i) {
        file.setArrayIndex(i);
        writeHost(file, settings.hosts[i]);
    }
    file.endArray();
}

Settings readAll(QSettings &file)
{
    const Settings defaults;
    Settings settings{.jobsHere = number(file, u"building/jobs"_s, defaults.jobsHere, 1, 64),
                      .stallMinutes = number(file, u"building/stall-minutes"_s, defaults.stallMinutes, 0, 24 * 60),
                      .logMemoryMib = number(file, u"building/log-memory-mib"_s, defaults.logMemoryMib, 4, 4096),
                      .notifySeconds = number(file, u"building/notify-seconds"_s, defaults.notifySeconds, 0, 86'400),
                      .secondLookSeconds =
                          number(file, u"publishing/second-look-seconds"_s, defaults.secondLookSeconds, 0, 3600),
                      .trust = readTrust(file),
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

/// The list of machines ends with how many there are: a file that was cut off has machines, and says nothing of them.
bool isCutShort(QSettings &file)
{
    file.beginGroup(u"hosts"_s);
    const bool differs = file.value(u"size"_s).toInt() != file.childGroups().size();
    file.endGroup();
    return differs;
}

/// The bytes of a settings file, in QSettings. QSettings works on files alone, remembers them by their name, and takes
/// a damaged one for an empty one the second time: it gets a copy, which has a new name each time.
class SettingsText
{
public:
    /// \a path is where the bytes come from, for messages.
    static Result<std::unique_ptr<SettingsText>> of(const QString &path, const QByteArray &bytes)
    {
        std::unique_ptr<SettingsText> text(new SettingsText);
        if (!text->m_copy.open() || text->m_copy.write(bytes) != bytes.size() || !text->m_copy.flush())
            return noRoom(path, text->m_copy.errorString());
        text->m_ini = std::make_unique<QSettings>(text->m_copy.fileName(), QSettings::IniFormat);
        (void)text->m_ini->allKeys(); // reads what it else reads when asked, so that the status is of the whole file
        if (text->m_ini->status() == QSettings::NoError && !isCutShort(*text->m_ini))
            return text;
        return failure(Error::Kind::Corrupt,
                       Words::tr("The settings %1 cannot be read. Mend the file, or move it away to begin with the "
                                 "defaults.")
                           .arg(path));
    }

    Settings settings() { return readAll(*m_ini); }

    /// The bytes with \a settings in them.
    Result<QByteArray> with(const QString &path, const Settings &settings)
    {
        writeAll(*m_ini, settings);
        m_ini->sync();
        const auto bytes = readSharedFile(m_ini->fileName());
        return m_ini->status() == QSettings::NoError && bytes ? bytes : noRoom(path, m_copy.errorString());
    }

private:
    SettingsText() = default;

    static std::unexpected<Error> noRoom(const QString &path, const QString &why)
    {
        return failure(Error::Kind::Io,
                       Words::tr("The settings %1 need a temporary file, which cannot be written: %2. Make room in the "
                                 "folder for temporary files.")
                           .arg(path, why));
    }

    QTemporaryFile m_copy;
    std::unique_ptr<QSettings> m_ini;
};

} // namespace

const BuildHost *Settings::host(const QString &name) const
{
    const auto found = std::ranges::find(hosts, name, &BuildHost::name);
    return found == hosts.cend() ? nullptr : &*found;
}

const TrustAnswer *Settings::trustAnswer(const QString &directory) const
{
    const TrustAnswer place = trustPlace(directory);
    const auto found = std::ranges::find_if(trust, [&](const TrustAnswer &answer) { return answer.isAbout(place); });
    return found == trust.cend() ? nullptr : &*found;
}

bool Settings::trusts(const QString &directory) const
{
    const TrustAnswer *answer = trustAnswer(directory);
    return answer && answer->trust == Trust::Given;
}

void Settings::setTrust(const QString &directory, Trust given)
{
    TrustAnswer place = trustPlace(directory);
    trust.removeIf([&](const TrustAnswer &answer) { return answer.isAbout(place); });
    place.trust = given;
    trust += place;
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

QString settingsFile(const QString &stateDir)
{
    return QDir(stateDir).filePath(u"settings.ini"_s);
}

Result<Settings> readSettings(const QString &stateDir)
{
    const QString path = settingsFile(stateDir);
    return readSharedFile(path)
        .and_then([&](const QByteArray &bytes) { return SettingsText::of(path, bytes); })
        .transform([](const std::unique_ptr<SettingsText> &text) { return text->settings(); });
}

Result<Settings> changeSettings(const QString &stateDir, const std::function<void(Settings &)> &change)
{
    const QString path = settingsFile(stateDir);
    Settings settings;
    return changeSharedFile(path,
                            [&](const QByteArray &present) -> Result<QByteArray> {
                                const auto text = SettingsText::of(path, present);
                                if (!text)
                                    return std::unexpected(text.error());
                                settings = (*text)->settings();
                                const Settings before = settings;
                                change(settings);
                                return settings == before ? present : (*text)->with(path, settings);
                            })
        .transform([&] { return settings; });
}

} // namespace unmoor
