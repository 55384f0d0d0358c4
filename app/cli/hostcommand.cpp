// SPDX-License-Identifier: GPL-3.0-or-later
// unmoor host: the machines that build over SSH.
#include "app/cli/command.h"
#include "app/core/shellquote.h"
#include "app/core/spokenword.h"
#include "app/core/words.h"

#include "app/core/format.h"
#include "app/machines/hostprobe.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QJsonObject toJson(const BuildHost &host)
{
    return {{u"name"_s, host.name},
            {u"address"_s, host.address},
            {u"user"_s, host.user},
            {u"port"_s, host.port},
            {u"key_file"_s, host.keyFile},
            {u"remote_program"_s, host.remoteProgram},
            {u"systems"_s, QJsonArray::fromStringList(host.systems)},
            {u"jobs"_s, host.jobs},
            {u"probed_at"_s, host.probedAt.isValid() ? QJsonValue(host.probedAt.toString(Qt::ISODate)) : QJsonValue()},
            {u"state"_s, host.probeState},
            {u"message"_s, host.probeMessage}};
}

QString outcomeWord(ProbeStep::Outcome outcome)
{
    switch (outcome) {
    case ProbeStep::Outcome::NotTried:
        return u"not-tried"_s;
    case ProbeStep::Outcome::Passed:
        return u"passed"_s;
    case ProbeStep::Outcome::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonArray fingerprints(const HostKeys &keys)
{
    QJsonArray array;
    for (const HostKey &key : keys.keys)
        array.append(QJsonObject{{u"type"_s, key.type}, {u"fingerprint"_s, key.fingerprint()}});
    return array;
}

QJsonObject toJson(const ProbeReport &report)
{
    QJsonArray steps;
    for (const ProbeStep &step : report.steps)
        steps.append(QJsonObject{{u"step"_s, probeStepName(step.kind)},
                                 {u"outcome"_s, outcomeWord(step.outcome)},
                                 {u"detail"_s, step.detail},
                                 {u"milliseconds"_s, step.msec}});
    return {{u"schema"_s, 1},
            {u"host"_s, report.host},
            {u"ok"_s, report.ok()},
            {u"steps"_s, steps},
            {u"message"_s, report.message},
            {u"hint"_s, report.hint},
            {u"nix_version"_s, report.nixVersion},
            {u"trusted"_s, report.trusted},
            {u"systems"_s, QJsonArray::fromStringList(report.systems)},
            {u"free_bytes"_s, report.freeBytes < 0 ? QJsonValue() : QJsonValue(report.freeBytes)},
            {u"offered_keys"_s, fingerprints(report.offered)},
            {u"known_keys"_s, fingerprints(report.known)}};
}

QString probeText(const ProbeReport &report)
{
    QString text;
    const QString ok = Words::tr("ok");
    const QString failed = Words::tr("FAILED");
    for (const ProbeStep &step : report.steps) {
        const QString sign = step.outcome == ProbeStep::Outcome::Passed ? ok
            : step.outcome == ProbeStep::Outcome::Failed                ? failed
                                                                        : u"-"_s;
        text += u"  %1  %2  %3\n"_s.arg(sign, -columnWidth({ok, failed}))
                    .arg(step.title, -24)
                    .arg(step.detail)
                    .trimmed()
                    .prepend(u"  ")
            + u'\n';
    }
    return report.ok() ? text : text + u"%1 %2\n"_s.arg(report.message, report.hint);
}

QString keysText(const HostKeys &keys)
{
    QString text;
    for (const HostKey &key : keys.keys)
        text += u"  %1  %2\n"_s.arg(key.typeName(), -8).arg(key.fingerprint());
    return text;
}

/// "[USER@]ADDRESS[:PORT]", where an IPv6 address with a port stands in brackets.
BuildHost hostOf(const Invocation &invocation)
{
    BuildHost host{.name = invocation.hostName,
                   .address = invocation.hostAddress,
                   .keyFile = invocation.keyFile,
                   .remoteProgram = invocation.remoteProgram,
                   .systems = invocation.systems,
                   .jobs = invocation.jobs};
    if (const qsizetype at = host.address.indexOf(u'@'); at >= 0) {
        host.user = host.address.left(at);
        host.address.remove(0, at + 1);
    }
    const qsizetype colon = host.address.lastIndexOf(u':');
    const bool hasPort = colon >= 0 && (host.address.count(u':') == 1 || host.address[colon - 1] == u']');
    bool isNumber = false;
    if (const int port = host.address.sliced(colon + 1).toInt(&isNumber); hasPort && isNumber) {
        host.port = port > 0 ? port : -1;
        host.address.truncate(colon);
    }
    if (host.address.startsWith(u'[') && host.address.endsWith(u']'))
        host.address = host.address.sliced(1).chopped(1);
    return host;
}

/// As `host add` takes it.
QString addressText(const BuildHost &host)
{
    const QString port = host.port > 0 ? u":%1"_s.arg(host.port) : QString();
    const bool brackets = !port.isEmpty() && host.address.contains(u':');
    return (host.user.isEmpty() ? QString() : host.user + u'@') + (brackets ? u"[%1]"_s : u"%1"_s).arg(host.address)
        + port;
}

int listHosts(const Settings &settings, const Console &console)
{
    QJsonArray hosts;
    QString text;
    for (const BuildHost &host : settings.hosts) {
        hosts.append(toJson(host));
        const QString state = !host.probedAt.isValid() ? Words::tr("never probed")
            : host.probeState == "ready"_L1            ? Words::tr("ready")
                                                       : host.probeMessage;
        text +=
            u"%1  %2  %3  %4\n"_s.arg(host.name, -16)
                .arg(addressText(host), -32)
                .arg(host.systems.isEmpty() ? Words::tr("builds what is not known yet") : host.systems.join(u", "_s),
                     -16)
                .arg(state);
    }
    console.print(QJsonObject{{u"schema"_s, 1}, {u"hosts"_s, hosts}});
    console.print(text.isEmpty() ? Words::tr("No machine is set up. Add one: unmoor host add NAME USER@ADDRESS\n")
                                 : text);
    return 0;
}

int addHost(const Invocation &invocation, Session &session, const Console &console)
{
    const BuildHost host = hostOf(invocation);
    if (const auto added = session.engine().machines().add(host); !added)
        return console.fail(added.error());
    console.print(QJsonObject{{u"schema"_s, 1}, {u"host"_s, toJson(host)}});
    console.print(Words::tr("%1 is set up. See whether it can build: unmoor host probe %2\n")
                      .arg(host.name, shellQuoted(host.name)));
    return 0;
}

int removeHost(const QString &name, Session &session, const Console &console)
{
    if (const auto removed = session.engine().machines().remove(name); !removed)
        return console.fail(removed.error());
    console.print(QJsonObject{{u"schema"_s, 1}, {u"host"_s, name}});
    console.print(Words::tr("%1 is removed.\n").arg(name));
    return 0;
}

int reportProbe(const ProbeReport &report, const Console &console)
{
    console.print(toJson(report));
    console.print(probeText(report));
    if (report.isHostKeyUnknown())
        console.print(Words::tr("Its keys:\n%1Compare them on the machine itself, then: unmoor host trust %2\n")
                          .arg(keysText(report.offered), shellQuoted(report.host)));
    return report.canceled ? 130 : report.ok() ? 0 : 1;
}

/// Writes down the key that the machine shows; a fingerprint that was named must be among them.
int trust(const QString &fingerprint, const ProbeReport &report, Session &session, const Console &console)
{
    if (report.canceled)
        return console.fail({Error::Kind::Canceled, report.message});
    if (report.isHostKeyChanged())
        return console.fail({Error::Kind::Conflict,
                             Words::tr("%1 %2 Unmoor knows\n%3and the machine shows\n%4Nothing was changed.")
                                 .arg(report.message, report.hint, keysText(report.known), keysText(report.offered))});
    if (!report.isHostKeyUnknown()) {
        QJsonObject document = toJson(report);
        document.insert(u"trusted_keys"_s, QJsonArray()); // none is written down
        console.print(document);
        if (report.failedStep() && report.offered.isEmpty())
            return console.fail({Error::Kind::Failed, report.message + u' ' + report.hint});
        console.print(Words::tr("The key of %1 is known already.\n").arg(report.host));
        return 0;
    }
    HostKeys keys = report.offered;
    if (!fingerprint.isEmpty())
        keys.keys.removeIf([&](const HostKey &key) { return key.fingerprint() != fingerprint; });
    if (keys.isEmpty())
        return console.fail({Error::Kind::Conflict,
                             Words::tr("%1 shows no key with the fingerprint %2, but\n%3Nothing was changed.")
                                 .arg(report.host, fingerprint, keysText(report.offered))});
    if (const auto kept = session.engine().machines().trustHostKey(keys); !kept)
        return console.fail(kept.error());
    console.print(QJsonObject{{u"schema"_s, 1}, {u"host"_s, report.host}, {u"trusted_keys"_s, fingerprints(keys)}});
    console.print(Words::tr("Trusted from now on:\n%1").arg(keysText(keys)));
    return 0;
}

QFuture<int> runHost(const Invocation &invocation, Session &session, const Console &console)
{
    if (const auto read = session.engine().settingsStore().read(); !read)
        return exitWith(console.fail(read.error()));
    const QString &name = invocation.hostName;
    if (invocation.hostAction == "list"_L1)
        return exitWith(listHosts(session.engine().settings(), console));
    if (invocation.hostAction == "add"_L1)
        return exitWith(addHost(invocation, session, console));
    if (!session.engine().settings().host(name))
        return exitWith(console.fail(noSuchHost(name, session.engine().settings().hosts)));
    if (invocation.hostAction == "remove"_L1)
        return exitWith(removeHost(name, session, console));
    return session.engine().machines().probe(name).then(
        &session, [&session, invocation, console](const ProbeReport &report) {
            return invocation.hostAction == "trust"_L1 ? trust(invocation.fingerprint, report, session, console)
                                                       : reportProbe(report, console);
        });
}

Result<void> takeHost(Invocation &invocation, const QCommandLineParser &given, const QStringList &words)
{
    static const QMap<QString, qsizetype> sizes{
        {u"list"_s, 1}, {u"add"_s, 3}, {u"probe"_s, 2}, {u"trust"_s, 2}, {u"remove"_s, 2}};
    if (sizes.value(words.first()) != words.size())
        return wrongUsage(usageOf(hostCommand()));
    invocation.hostAction = words.first();
    invocation.hostName = words.value(1);
    invocation.hostAddress = words.value(2);
    invocation.systems = given.values(u"system"_s);
    invocation.keyFile = given.isSet(u"key"_s) ? QFileInfo(given.value(u"key"_s)).absoluteFilePath() : QString();
    invocation.remoteProgram = given.value(u"remote-program"_s);
    if (given.isSet(u"jobs"_s) && ((invocation.jobs = given.value(u"jobs"_s).toInt()) < 1 || invocation.jobs > 64))
        return wrongUsage(Words::tr("--jobs takes a number from 1 to 64, not \"%1\".").arg(given.value(u"jobs"_s)));
    invocation.fingerprint = given.value(u"fingerprint"_s);
    return {};
}

} // namespace

CliCommand hostCommand()
{
    return {
        .id = Invocation::Command::Host,
        .name = u"host"_s,
        .usage = u"list | add NAME [USER@]ADDRESS[:PORT] | probe NAME | trust NAME | remove NAME"_s,
        .summary = Words::tr("the machines that build over SSH"),
        .options =
            {{u"system"_s, Words::tr("What the machine builds, such as aarch64-darwin; asked of it unless said."),
              u"SYSTEM"_s},
             {u"key"_s, Words::tr("The private key to sign in with; ssh's own choice unless said."), u"FILE"_s},
             {u"remote-program"_s, Words::tr("nix-daemon on the machine, where it is not on the PATH."), u"PATH"_s},
             {u"jobs"_s, Words::tr("How many targets the machine builds at once; 1 unless said."), u"N"_s},
             {u"fingerprint"_s, Words::tr("Trust the machine only if its key has this fingerprint."), u"SHA256:…"_s}},
        .minWords = 1,
        .maxWords = 3,
        .take = takeHost,
        .run = runHost};
}

} // namespace unmoor
