// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machines/hostprobe.h"

#include "app/core/format.h"
#include "app/core/process.h"
#include "app/core/shellquote.h"
#include "app/core/words.h"
#include "app/machines/hostanswers.h"
#include "app/machines/probewords.h"
#include "app/nix/nixanswers.h"
#include "app/nix/nixcommand.h"

#include <QDir>
#include <QElapsedTimer>
#include <QHostInfo>
#include <QPromise>
#include <QTcpSocket>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int connectMsec = 10'000;
constexpr int longestMsec = 90'000; ///< of everything: a machine that hangs is a machine that fails
constexpr qint64 leastFree = qint64(1) << 30;

/// One look at one machine; deletes itself at the end.
class Probe : public QObject
{
public:
    Probe(const BuildHost &host, const QString &stateDir, std::stop_token stop)
        : m_host(host)
        , m_stateDir(stateDir)
        , m_store(remoteStore(host, stateDir))
        , m_outer(std::move(stop))
    {
        m_report.host = host.name;
        m_report.steps = allProbeSteps();
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] { expire(); });
        m_socketTimer.setSingleShot(true);
        connect(&m_socketTimer, &QTimer::timeout, this, [this] { portFailed(QAbstractSocket::SocketTimeoutError); });
        connect(&m_socket, &QTcpSocket::connected, this, &Probe::portAnswered);
        connect(&m_socket, &QTcpSocket::errorOccurred, this, &Probe::portFailed);
    }

    QFuture<ProbeReport> start();

private:
    void askSettings();
    void lookUp();
    void connectToPort();
    void portAnswered();
    void portFailed(QAbstractSocket::SocketError error);
    void askHostKeys();
    void readKnownHosts();
    void searchKnownHosts(QStringList files);
    void judgeHostKeys();
    void askMachine();
    void machineAnswered(const ProcessExit &run);
    void askStore();
    void storeAnswered(const ProcessExit &run);
    void judgeSystems();
    void judgeSpace();

    template <typename Next>
    void run(const Command &command, Next next);
    Command ssh(const QStringList &arguments) const;
    ProbeStep &step(ProbeStep::Kind kind) { return m_report.steps[qsizetype(kind)]; }
    void pass(ProbeStep::Kind kind, const QString &detail);
    void fail(ProbeStep::Kind kind, BuildFailure::Kind why, const QString &message, const QString &hint);
    void failAsClassified(ProbeStep::Kind kind, const QByteArray &err);
    void failAsFull(ProbeStep::Kind kind);
    bool isDiskFull() const { return m_answers.freeBytes >= 0 && m_answers.freeBytes < leastFree; }
    void expire();
    void cancel();
    void finish();

    const BuildHost m_host;
    const QString m_stateDir;
    const RemoteStore m_store;
    const std::stop_token m_outer;
    std::stop_source m_stop; ///< of what runs
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
    QPromise<ProbeReport> m_promise;
    ProbeReport m_report;
    SshSettings m_settings;
    HostAnswers m_answers;
    QList<HostKey> m_knownKeys;
    QTcpSocket m_socket;
    QTimer m_socketTimer;
    QTimer m_deadline;
    QElapsedTimer m_stepClock;
    bool m_done = false;
};

QFuture<ProbeReport> Probe::start()
{
    auto future = m_promise.future();
    m_promise.start();
    m_stepClock.start();
    m_deadline.start(longestMsec);
    m_onStop.emplace(m_outer, [this] { QMetaObject::invokeMethod(this, &Probe::cancel, Qt::QueuedConnection); });
    askSettings();
    return future;
}

// --- On the way ------------------------------------------------------------------------------------------------------

void Probe::askSettings()
{
    if (const auto written = writeSshConfiguration(m_store); !written)
        return fail(ProbeStep::Kind::NameResolves, BuildFailure::Kind::Other, written.error().message, {});
    run(ssh({u"-G"_s, sshDestination(m_host)}), [this](const ProcessExit &run) {
        if (run.code != 0)
            return fail(ProbeStep::Kind::NameResolves, BuildFailure::Kind::Other,
                        Words::tr("ssh does not accept its configuration for %1: %2").arg(m_host.name, run.lastWords()),
                        Words::tr("Mend ~/.ssh/config, or the address and key of the machine."));
        m_settings = parseSshSettings(run.out);
        const QString alias = m_settings.hostKeyAlias;
        m_report.offered.host = alias.isEmpty() ? knownHostsName(m_settings.address, m_settings.port) : alias;
        if (m_settings.proxy.isEmpty())
            return lookUp();
        const QString way = Words::tr("Goes through %1.").arg(m_settings.proxy);
        pass(ProbeStep::Kind::NameResolves, way);
        pass(ProbeStep::Kind::PortAnswers, way);
        askHostKeys();
    });
}

void Probe::lookUp()
{
    QHostInfo::lookupHost(m_settings.address, this, [this](const QHostInfo &info) {
        if (m_done)
            return;
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
            return fail(ProbeStep::Kind::NameResolves, BuildFailure::Kind::HostUnreachable,
                        Words::tr("The name %1 of %2 does not resolve.").arg(m_settings.address, m_host.name),
                        Words::tr("Check its spelling, or give an IP address or an alias of ~/.ssh/config."));
        const QString address = info.addresses().first().toString();
        pass(ProbeStep::Kind::NameResolves,
             address == m_settings.address ? address : Words::tr("%1 is %2.").arg(m_settings.address, address));
        connectToPort();
    });
}

void Probe::connectToPort()
{
    m_socketTimer.start(connectMsec);
    m_socket.connectToHost(m_settings.address, quint16(m_settings.port));
}

void Probe::portAnswered()
{
    m_socketTimer.stop();
    m_socket.abort();
    pass(ProbeStep::Kind::PortAnswers, Words::tr("Port %1 answers.").arg(m_settings.port));
    askHostKeys();
}

void Probe::portFailed(QAbstractSocket::SocketError error)
{
    if (m_done || step(ProbeStep::Kind::PortAnswers).outcome != ProbeStep::Outcome::NotTried)
        return;
    const auto [message, hint] = portWords(m_host.name, m_settings.port, error);
    fail(ProbeStep::Kind::PortAnswers, BuildFailure::Kind::HostUnreachable, message, hint);
}

// --- Host keys -------------------------------------------------------------------------------------------------------

/// Behind a proxy only ssh itself gets through; it says what is wrong with the key, without fingerprints.
void Probe::askHostKeys()
{
    if (!m_settings.proxy.isEmpty())
        return askMachine();
    run({.program = u"ssh-keyscan"_s,
         .arguments = {u"-T"_s, u"10"_s, u"-p"_s, QString::number(m_settings.port), m_settings.address}},
        [this](const ProcessExit &run) {
            m_report.offered.keys = parseHostKeys(run.out);
            if (m_report.offered.isEmpty())
                return fail(
                    ProbeStep::Kind::HostKeyKnown, BuildFailure::Kind::HostUnreachable,
                    Words::tr("Port %1 of %2 answers, but not as an SSH server.").arg(m_settings.port).arg(m_host.name),
                    Words::tr("Check the port. If it is right, wait a minute: a server that saw many failed "
                              "connections refuses more for a while."));
            readKnownHosts();
        });
}

void Probe::readKnownHosts()
{
    const auto own = KnownHosts::read(knownHostsFile(m_stateDir));
    if (!own)
        return fail(ProbeStep::Kind::HostKeyKnown, BuildFailure::Kind::Other, own.error().message, {});
    m_knownKeys = own->keysOf(m_report.offered.host).keys;
    const QDir home = QDir::home();
    QStringList files{home.filePath(u".ssh/known_hosts"_s), home.filePath(u".ssh/known_hosts2"_s)};
    files += m_settings.globalKnownHosts;
    files.removeIf([](const QString &file) { return !QFile::exists(file); });
    searchKnownHosts(files);
}

/// The files of the user and the system can have hashed names, which ssh-keygen looks up.
void Probe::searchKnownHosts(QStringList files)
{
    if (files.isEmpty())
        return judgeHostKeys();
    const QString file = files.takeFirst();
    run({.program = u"ssh-keygen"_s, .arguments = {u"-F"_s, m_report.offered.host, u"-f"_s, file}},
        [this, files](const ProcessExit &run) {
            m_knownKeys += parseHostKeys(run.out);
            searchKnownHosts(files);
        });
}

void Probe::judgeHostKeys()
{
    if (haveCommonKey(m_knownKeys, m_report.offered.keys)) {
        const auto known = std::ranges::find_if(m_report.offered.keys,
                                                [this](const HostKey &key) { return m_knownKeys.contains(key); });
        pass(ProbeStep::Kind::HostKeyKnown, known->typeName() + u' ' + known->fingerprint());
        return askMachine();
    }
    if (!m_knownKeys.isEmpty())
        m_report.known = {.host = m_report.offered.host, .keys = m_knownKeys};
    const auto why = m_knownKeys.isEmpty() ? BuildFailure::Kind::HostUnknown : BuildFailure::Kind::HostKeyChanged;
    const auto [message, hint] = probeWords(why, m_host);
    fail(ProbeStep::Kind::HostKeyKnown, why, message, hint);
}

// --- On the machine --------------------------------------------------------------------------------------------------

void Probe::askMachine()
{
    Command command = ssh({sshDestination(m_host), u"exec sh"_s});
    command.input = hostQuestions(m_host.remoteProgram);
    run(command, [this](const ProcessExit &run) { machineAnswered(run); });
}

void Probe::machineAnswered(const ProcessExit &run)
{
    const auto answers = parseHostAnswers(run.out);
    if (!answers && run.code == 255)
        return failAsClassified(ProbeStep::Kind::KeyAccepted, run.err);
    if (step(ProbeStep::Kind::HostKeyKnown).outcome == ProbeStep::Outcome::NotTried)
        pass(ProbeStep::Kind::HostKeyKnown, Words::tr("Known to ssh."));
    pass(ProbeStep::Kind::KeyAccepted, Words::tr("As %1.").arg(m_settings.user));
    if (!answers)
        return fail(ProbeStep::Kind::NixThere, BuildFailure::Kind::Other,
                    Words::tr("%1 lets us in, but does not run commands as a shell would: %2")
                        .arg(m_host.name, run.lastWords()),
                    Words::tr("Give the user there an ordinary login shell, without a forced command."));
    m_answers = *answers;
    if (m_answers.nixMissing) {
        m_report.remoteProgram = m_answers.foundDaemon;
        const auto [message, hint] = nixMissingWords(m_host, m_answers.foundDaemon);
        return fail(ProbeStep::Kind::NixThere, BuildFailure::Kind::NixNotOnHost, message, hint);
    }
    m_report.nixVersion = m_answers.nixVersion;
    pass(ProbeStep::Kind::NixThere,
         m_answers.nixVersion.isEmpty() ? Words::tr("Nix of a version that it does not say.")
                                        : Words::tr("Nix %1.").arg(m_answers.nixVersion));
    askStore();
}

void Probe::askStore()
{
    run(nixCommand({u"store"_s, u"info"_s, u"--json"_s, u"--store"_s, m_store.url}, {}, m_store.sshOptions),
        [this](const ProcessExit &run) { storeAnswered(run); });
}

void Probe::storeAnswered(const ProcessExit &run)
{
    const bool tooOld = run.err.contains("is not a recognised command");
    if (run.code != 0 && !tooOld && isDiskFull())
        return failAsFull(ProbeStep::Kind::StoreTrusted);
    if (run.code != 0 && !tooOld)
        return failAsClassified(ProbeStep::Kind::StoreTrusted, run.err);
    const auto trusted = parseTrusted(run.out);
    m_report.trusted = trusted.value_or(false);
    pass(ProbeStep::Kind::StoreTrusted,
         !trusted ? Words::tr("Its store answers; this version of Nix does not say whether it trusts us.")
             : *trusted
             ? Words::tr("%1 is trusted there.").arg(m_settings.user)
             : Words::tr("%1 is not trusted there: builds work, settings of ours are ignored.").arg(m_settings.user));
    judgeSystems();
}

void Probe::judgeSystems()
{
    m_report.systems = m_answers.systems.isEmpty() ? m_host.systems : m_answers.systems;
    if (m_report.systems.isEmpty())
        return fail(ProbeStep::Kind::Systems, BuildFailure::Kind::NoBuilder,
                    Words::tr("Nix on %1 does not say which systems it builds.").arg(m_host.name),
                    Words::tr("Name the systems of the machine yourself, such as aarch64-darwin."));
    pass(ProbeStep::Kind::Systems, m_report.systems.join(u", "_s));
    judgeSpace();
}

void Probe::judgeSpace()
{
    m_report.freeBytes = m_answers.freeBytes;
    if (m_report.freeBytes >= 0 && m_report.freeBytes < leastFree)
        return fail(
            ProbeStep::Kind::FreeSpace, BuildFailure::Kind::DiskFull,
            Words::tr("The disk of %1 is nearly full: %2 are free.").arg(m_host.name, formatBytes(m_report.freeBytes)),
            Words::tr("Free space there, for example with “nix store gc”."));
    pass(ProbeStep::Kind::FreeSpace,
         m_report.freeBytes < 0 ? Words::tr("Not known.")
                                : Words::tr("%1 are free.").arg(formatBytes(m_report.freeBytes)));
    finish();
}

// --- Steps -----------------------------------------------------------------------------------------------------------

/// A program that cannot start fails the step that wants it.
template <typename Next>
void Probe::run(const Command &command, Next next)
{
    runProcess(command, m_stop.get_token()).then(this, [this, next](const Result<ProcessExit> &ended) {
        if (m_done)
            return;
        if (ended)
            return next(*ended);
        const auto open = std::ranges::find(m_report.steps, ProbeStep::Outcome::NotTried, &ProbeStep::outcome);
        fail(open->kind, BuildFailure::Kind::Other, ended.error().message, {});
    });
}

Command Probe::ssh(const QStringList &arguments) const
{
    return {.program = u"ssh"_s,
            .arguments = m_store.sshOptions + sshManners() + arguments,
            .environment = {{u"LC_ALL"_s, u"C"_s}}};
}

void Probe::pass(ProbeStep::Kind kind, const QString &detail)
{
    step(kind).outcome = ProbeStep::Outcome::Passed;
    step(kind).detail = detail;
    step(kind).msec = int(m_stepClock.restart());
}

void Probe::fail(ProbeStep::Kind kind, BuildFailure::Kind why, const QString &message, const QString &hint)
{
    step(kind).outcome = ProbeStep::Outcome::Failed;
    step(kind).detail = message;
    step(kind).msec = int(m_stepClock.restart());
    m_report.failure = why;
    m_report.message = message;
    m_report.hint = hint;
    finish();
}

void Probe::failAsFull(ProbeStep::Kind kind)
{
    fail(kind, BuildFailure::Kind::DiskFull,
         Words::tr("The disk of %1 is nearly full: %2 are free.").arg(m_host.name, formatBytes(m_answers.freeBytes)),
         Words::tr("Free space there, for example with “nix store gc”."));
}

void Probe::failAsClassified(ProbeStep::Kind kind, const QByteArray &err)
{
    const BuildFailure why = classifyFailure(messagesOf(err));
    const bool ofHostKey =
        why.kind == BuildFailure::Kind::HostUnknown || why.kind == BuildFailure::Kind::HostKeyChanged;
    auto [message, hint] = probeWords(why.kind, m_host);
    if (message.isEmpty()) {
        message = Words::tr("%1: %2").arg(m_host.name, why.message);
        hint = why.hint;
    }
    if (ofHostKey && m_report.offered.isEmpty())
        hint = Words::tr("It is reached through another machine, so its fingerprint is not shown here. Connect once in "
                         "a terminal, ssh %1, compare it with the machine's own and confirm it.")
                   .arg(shellQuoted(sshDestination(m_host)));
    fail(ofHostKey ? ProbeStep::Kind::HostKeyKnown : kind, why.kind, message, hint);
}

void Probe::expire()
{
    const auto open = std::ranges::find(m_report.steps, ProbeStep::Outcome::NotTried, &ProbeStep::outcome);
    fail(open->kind, BuildFailure::Kind::HostUnreachable,
         Words::tr("%1 did not answer within %2.").arg(m_host.name, formatSeconds(longestMsec / 1000)),
         Words::tr("Look whether the machine hangs or is very busy, then try again."));
}

void Probe::cancel()
{
    m_report.canceled = true;
    m_report.message = Words::tr("The look at %1 was canceled.").arg(m_host.name);
    finish();
}

void Probe::finish()
{
    if (std::exchange(m_done, true))
        return;
    m_onStop.reset();
    m_deadline.stop();
    m_socketTimer.stop();
    m_stop.request_stop();
    m_socket.abort();
    m_promise.addResult(m_report);
    m_promise.finish();
    deleteLater();
}

} // namespace

QFuture<ProbeReport> probeHost(const BuildHost &host, const QString &stateDir, std::stop_token stop)
{
    return (new Probe(host, stateDir, std::move(stop)))->start();
}

} // namespace unmoor
