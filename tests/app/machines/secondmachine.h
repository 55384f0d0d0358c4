// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/machines/buildhost.h"
#include "app/machines/knownhosts.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

/// A machine to build on: a real sshd on loopback whose sessions see a /nix, a home and users of their own, in
/// namespaces of their own. When the test ends, in whatever way, everything on it ends.
class SecondMachine
{
public:
    /// Why there cannot be one here; empty where there can.
    static QString refusal()
    {
        if (::geteuid() != 0)
            return QStringLiteral("a second machine needs root: it mounts a /nix of its own");
        if (runs(QStringLiteral("unshare"), namespaces() + QStringList{QStringLiteral("true")}) != 0)
            return QStringLiteral("a second machine needs mount and process namespaces, which are refused here");
        if (QFileInfo(program(QStringLiteral("nix"))).canonicalFilePath().startsWith(QLatin1String("/nix/")))
            return QStringLiteral("a second machine needs a nix outside of /nix/store");
        return {};
    }

    SecondMachine()
    {
        for (const char *folder : {"nix", "run/sshd", "home/.ssh", "bin", "etc"})
            QDir().mkpath(path(QLatin1String(folder)));
        makePrograms();
        makeUsers();
        makeKey(QStringLiteral("key"));
        makeKey(QStringLiteral("stranger")); // a key that is not let in
        changeHostKey();
        write(QStringLiteral("home/.ssh/authorized_keys"), read(QStringLiteral("key.pub")));
        alsoBuild({});
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        m_port = free.serverPort();
    }
    ~SecondMachine() { stop(); }

    /// \a diskMib: size of the disk with its store; 0: as large as this machine's.
    void start(int diskMib = 0)
    {
        write(QStringLiteral("sshd_config"), configuration());
        const QString disk = diskMib > 0 ? QStringLiteral("mount -t tmpfs -o size=%1m none /nix").arg(diskMib)
                                         : QStringLiteral("mount --bind %1/nix /nix").arg(path());
        const QString script =
            QStringLiteral("set -e; %2; mount --bind %1/etc/passwd /etc/passwd; mount --bind %1/run /run; "
                           "exec /usr/sbin/sshd -D -e -f %1/sshd_config")
                .arg(path(), disk);
        // The first process of a process namespace takes all others with it, and goes with unshare, which goes with us.
        m_sshd.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        m_sshd.setProcessChannelMode(QProcess::MergedChannels);
        m_sshd.start(QStringLiteral("unshare"),
                     namespaces() + QStringList{QStringLiteral("/bin/sh"), QStringLiteral("-c"), script});
        m_words.clear();
        if (!QTest::qWaitFor(
                [this] {
                    m_words += m_sshd.readAll();
                    return m_words.contains("Server listening") || m_sshd.state() == QProcess::NotRunning;
                },
                30'000)
            || m_sshd.state() == QProcess::NotRunning)
            qFatal("sshd: %s", m_words.constData());
    }

    void stop()
    {
        if (m_sshd.state() == QProcess::NotRunning)
            return;
        m_sshd.kill();
        m_sshd.waitForFinished();
    }

    QString path(const QString &name = {}) const { return name.isEmpty() ? m_dir.path() : m_dir.filePath(name); }

    unmoor::BuildHost host() const
    {
        return {.name = QStringLiteral("second"),
                .address = m_address,
                .user = QStringLiteral("root"),
                .port = m_port,
                .keyFile = path(QStringLiteral("key")),
                .systems = {QStringLiteral("x86_64-linux")}};
    }

    /// Its host key, under the name that ssh looks it up by.
    unmoor::HostKeys hostKeys() const
    {
        const QByteArray line = "second " + read(QStringLiteral("hostkey.pub"));
        return {.host = unmoor::knownHostsName(m_address, m_port), .keys = unmoor::parseHostKeys(line)};
    }

    /// Confirms its host key, as a person would.
    void trustIn(const QString &stateDir) const
    {
        const auto trusted =
            unmoor::KnownHosts::change(unmoor::knownHostsFile(stateDir), [&](unmoor::KnownHosts &known) {
                known.replace(hostKeys());
                return unmoor::Result<void>();
            });
        if (!trusted)
            qFatal("cannot write known hosts");
    }

    /// For the next start.
    void changeHostKey() const { makeKey(QStringLiteral("hostkey")); }

    void setNixOnPath(bool there) const
    {
        for (const char *name : {"nix", "nix-daemon", "nix-store"}) {
            const QString link = path(QStringLiteral("bin/") + QLatin1String(name));
            QFile::remove(link);
            if (there && !QFile::link(program(QLatin1String(name)), link))
                qFatal("cannot make %s", qPrintable(link));
        }
    }

    /// Nix there takes itself for a machine that builds \a system too.
    void alsoBuild(const QString &system) const
    {
        write(QStringLiteral("etc/nix.conf"),
              "experimental-features = nix-command flakes daemon-trust-override\nbuild-users-group =\n"
              "sandbox = false\nsubstituters =\nextra-platforms = "
                  + system.toLatin1() + '\n');
    }

    /// Nix there no longer trusts whoever comes over SSH.
    void distrust() const
    {
        const QString name = QStringLiteral("bin/nix-daemon");
        QFile::remove(path(name));
        write(name,
              "#!/bin/sh\nexec " + program(QStringLiteral("nix-daemon")).toUtf8() + " --force-untrusted \"$@\"\n");
        QFile::setPermissions(path(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    /// It is at \a address, such as "::1"; for the next start.
    void moveTo(const QString &address) { m_address = address; }

    /// Sessions run \a command whatever they ask for; for the next start.
    void forceCommand(const QString &command) { m_forced = command; }

    /// Processes on it whose command line has \a word.
    QList<pid_t> processesWith(const QByteArray &word) const
    {
        QList<pid_t> found;
        const QString space = link(m_sshd.processId(), QStringLiteral("ns/pid_for_children"));
        for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
            const auto pid = name.toInt();
            QFile words(QStringLiteral("/proc/%1/cmdline").arg(pid));
            if (pid > 0 && link(pid, QStringLiteral("ns/pid")) == space && words.open(QIODevice::ReadOnly)
                && words.readAll().replace('\0', ' ').contains(word))
                found += pid;
        }
        return found;
    }

    /// As a cable that is pulled: what serves the connections dies, the builds on it are nobody's.
    void killConnections() const
    {
        for (const pid_t pid : processesWith("sshd-session"))
            ::kill(pid, SIGKILL);
    }

    /// Where a path of the machine is for us, while it runs.
    QString insidePath(const QString &absolute) const
    {
        const QList<pid_t> listeners = processesWith("[listener]");
        return listeners.isEmpty() ? QString() : QStringLiteral("/proc/%1/root").arg(listeners.first()) + absolute;
    }

    /// Leaves no byte free on its disk (start() with a size).
    void fillDisk() const
    {
        QFile filler(insidePath(QStringLiteral("/nix/filler")));
        if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            qFatal("cannot fill the disk");
        for (int size : {1 << 20, 1 << 12}) {
            const QByteArray block(size, 'x');
            while (filler.write(block) == block.size()) { }
        }
    }
    void freeDisk() const { QFile::remove(insidePath(QStringLiteral("/nix/filler"))); }

    /// What sshd said since its start.
    QByteArray words()
    {
        m_words += m_sshd.readAll();
        return m_words;
    }

private:
    static QStringList namespaces()
    {
        return {QStringLiteral("--mount"),      QStringLiteral("--propagation"),
                QStringLiteral("private"),      QStringLiteral("--pid"),
                QStringLiteral("--fork"),       QStringLiteral("--kill-child"),
                QStringLiteral("--mount-proc"), QStringLiteral("--")};
    }

    static QString program(const QString &name)
    {
        for (const QString &folder : qEnvironmentVariable("PATH").split(u':') + QStringList{QStringLiteral("/usr/bin")})
            if (const QString file = folder + u'/' + name; QFileInfo(file).isExecutable())
                return file;
        return name;
    }

    static int runs(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    static QString link(qint64 pid, const QString &name)
    {
        char target[64];
        const QByteArray file = QStringLiteral("/proc/%1/%2").arg(pid).arg(name).toLatin1();
        const auto size = ::readlink(file.constData(), target, sizeof target);
        return size > 0 ? QString::fromLatin1(target, size) : QString();
    }

    /// All that a session finds on its PATH.
    void makePrograms() const
    {
        for (const char *name : {"sh", "bash", "env", "df", "cat", "rm", "mkdir", "true", "sleep"})
            QFile::link(program(QLatin1String(name)), path(QStringLiteral("bin/") + QLatin1String(name)));
        setNixOnPath(true);
    }

    void makeUsers() const
    {
        write(QStringLiteral("etc/passwd"),
              "root:x:0:0:root:" + path(QStringLiteral("home")).toUtf8()
                  + ":/bin/bash\nsshd:x:990:65534::/run/sshd:/usr/sbin/nologin\n");
    }

    void makeKey(const QString &name) const
    {
        QFile::remove(path(name));
        QFile::remove(path(name + QStringLiteral(".pub")));
        if (runs(QStringLiteral("ssh-keygen"),
                 {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
                  QString(), QStringLiteral("-f"), path(name)})
            != 0)
            qFatal("ssh-keygen cannot make a key");
    }

    QByteArray configuration() const
    {
        return QStringLiteral("Port %1\nListenAddress %4\nHostKey %2/hostkey\nAuthorizedKeysFile "
                              "%2/home/.ssh/authorized_keys\nUsePAM no\nStrictModes no\nPidFile none\n"
                              "PasswordAuthentication no\nKbdInteractiveAuthentication no\nPerSourcePenalties no\n"
                              "SetEnv PATH=%2/bin NIX_CONF_DIR=%2/etc\n%3\n")
            .arg(m_port)
            .arg(path(), m_forced.isEmpty() ? QString() : QStringLiteral("ForceCommand ") + m_forced, m_address)
            .toUtf8();
    }

    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }

    QTemporaryDir m_dir;
    QProcess m_sshd;
    QByteArray m_words;
    QString m_forced;
    QString m_address = QStringLiteral("127.0.0.1");
    quint16 m_port = 0;
};
