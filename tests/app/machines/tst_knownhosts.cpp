// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machines/knownhosts.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const HostKey oldKey{.type = u"ssh-ed25519"_s,
                     .blob = "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"};
const HostKey newKey{.type = u"ssh-ed25519"_s,
                     .blob = "AAAAC3NzaC1lZDI1NTE5AAAAIJ1nwvWBrXvAfDLEuMUGOsVcnZ1mCVKmHOVZvYQZsj6z"};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class KnownHostsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fingerprintIsTheOneOfSshKeygen()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"key.pub"_s);
        write(file, oldKey.type.toLatin1() + ' ' + oldKey.blob + '\n');
        QProcess keygen;
        keygen.start(u"ssh-keygen"_s, {u"-lf"_s, file});
        QVERIFY(keygen.waitForFinished());
        const QString printed = QString::fromUtf8(keygen.readAllStandardOutput());
        QVERIFY2(printed.contains(oldKey.fingerprint()), qPrintable(printed));
        QVERIFY2(printed.contains(u'(' + oldKey.typeName() + u')'), qPrintable(printed));
    }

    void anotherPortIsPartOfTheName()
    {
        QCOMPARE(knownHostsName(u"mac-mini.local"_s, 22), u"mac-mini.local"_s);
        QCOMPARE(knownHostsName(u"mac-mini.local"_s, 2222), u"[mac-mini.local]:2222"_s);
        QCOMPARE(knownHostsName(u"::1"_s, 2222), u"[::1]:2222"_s);
    }

    void keysOfAScanAreRead()
    {
        const QByteArray scan = "# 10.0.0.5:22 SSH-2.0-OpenSSH_10.0\n10.0.0.5 ssh-ed25519 " + oldKey.blob
            + "\n\n@cert-authority * ssh-rsa AAAA\nbroken\n10.0.0.5 ssh-ed25519 " + oldKey.blob + " comment\n";
        QCOMPARE(parseHostKeys(scan), QList{oldKey});
    }

    void addedKeysAreFoundAgainByUsAndBySsh()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"state dir/known_hosts"_s);
        QVERIFY(KnownHosts::read(file)->keysOf(u"[10.0.0.5]:2222"_s).isEmpty());
        QVERIFY(KnownHosts::change(
            file, [](KnownHosts &hosts) { return hosts.add({.host = u"[10.0.0.5]:2222"_s, .keys = {oldKey}}); }));

        QCOMPARE(KnownHosts::read(file)->keysOf(u"[10.0.0.5]:2222"_s).keys, QList{oldKey});
        QVERIFY(KnownHosts::read(file)->keysOf(u"10.0.0.5"_s).isEmpty());
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QProcess keygen;
        keygen.start(u"ssh-keygen"_s, {u"-F"_s, u"[10.0.0.5]:2222"_s, u"-f"_s, file});
        QVERIFY(keygen.waitForFinished());
        QCOMPARE(keygen.exitCode(), 0);
    }

    void otherKeysAreOnlyReplacedExplicitly()
    {
        KnownHosts hosts;
        QVERIFY(hosts.add({.host = u"mac"_s, .keys = {oldKey}}));
        const auto refused = hosts.add({.host = u"mac"_s, .keys = {newKey}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QCOMPARE(hosts.keysOf(u"mac"_s).keys, QList{oldKey});

        hosts.replace({.host = u"mac"_s, .keys = {newKey}});
        QCOMPARE(hosts.keysOf(u"mac"_s).keys, QList{newKey});
    }

    void aKeyInCommonMakesTheOthersWelcome()
    {
        KnownHosts hosts;
        QVERIFY(hosts.add({.host = u"mac"_s, .keys = {oldKey}}));
        QVERIFY(hosts.add({.host = u"mac"_s, .keys = {oldKey, newKey}}));
        QCOMPARE(hosts.keysOf(u"mac"_s).keys, (QList{oldKey, newKey}));
    }

    void otherHostsAndCommentsStay()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"known_hosts"_s);
        const QByteArray others = "# mine\n@revoked * ssh-rsa AAAA\nlinux,10.0.0.7 ssh-ed25519 " + oldKey.blob + '\n';
        write(file, others);
        QCOMPARE(KnownHosts::read(file)->keysOf(u"10.0.0.7"_s).keys, QList{oldKey});
        QVERIFY(KnownHosts::change(file, [](KnownHosts &hosts) {
            hosts.replace({.host = u"mac"_s, .keys = {newKey}});
            return Result<void>();
        }));
        QCOMPARE(contentOf(file), others + "mac ssh-ed25519 " + newKey.blob + '\n');
    }

    void refusedChangeLeavesTheFileAsItIs()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"known_hosts"_s);
        const QByteArray content = "mac ssh-ed25519 " + oldKey.blob + '\n';
        write(file, content);
        const auto refused =
            KnownHosts::change(file, [](KnownHosts &hosts) { return hosts.add({.host = u"mac"_s, .keys = {newKey}}); });
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QCOMPARE(contentOf(file), content);
    }

    void unwritableFolderIsSaidPlainly()
    {
        const auto written = KnownHosts::change(u"/proc/nowhere/known_hosts"_s, [](KnownHosts &hosts) {
            return hosts.add({.host = u"mac"_s, .keys = {oldKey}});
        });
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Io);
        QVERIFY(written.error().message.contains(u"/proc/nowhere/known_hosts"_s));
    }
};

QTEST_GUILESS_MAIN(KnownHostsTest)
#include "tst_knownhosts.moc"
