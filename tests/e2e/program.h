// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/project/samplemanifest.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

/// Shared by the end-to-end tests: the program as a process, and projects made from the sample.
namespace e2e {

using namespace Qt::StringLiterals;

struct Ended
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

inline QProcessEnvironment cleanEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    for (const QString &who : {u"AUTHOR"_s, u"COMMITTER"_s}) {
        environment.insert(u"GIT_%1_NAME"_s.arg(who), u"Test"_s);
        environment.insert(u"GIT_%1_EMAIL"_s.arg(who), u"test@unmoor.invalid"_s);
    }
    // No keychain in tests: a session bus that is not there.
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    environment.remove(u"DISPLAY"_s);
    return environment;
}

inline void start(QProcess &process, const QStringList &arguments,
                  const QProcessEnvironment &environment = cleanEnvironment())
{
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(UNMOOR_PROGRAM), arguments);
}

/// Waits for the end while this process's own event loop runs (a stand-in may live in it).
inline Ended finish(QProcess &process)
{
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 120'000))
        process.kill();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline Ended run(const QStringList &arguments, const QProcessEnvironment &environment = cleanEnvironment())
{
    QProcess process;
    start(process, arguments, environment);
    return finish(process);
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(bytes);
}

inline QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void replaceIn(const QString &path, const QByteArray &before, const QByteArray &after)
{
    QByteArray text = read(path);
    QVERIFY2(text.contains(before), qPrintable(path + u" lacks "_s + QString::fromUtf8(before)));
    write(path, text.replace(before, after));
}

inline QByteArray git(const QString &directory, const QStringList &arguments)
{
    QProcess git;
    git.setWorkingDirectory(directory);
    git.setProcessEnvironment(cleanEnvironment());
    git.start(u"git"_s, arguments);
    git.waitForFinished();
    return git.readAllStandardOutput().trimmed();
}

inline void commitAll(const QString &directory)
{
    git(directory, {u"add"_s, u"-A"_s});
    git(directory, {u"commit"_s, u"-qm"_s, u"Change"_s});
}

/// The sample project in \a directory as a git repository, without its GitHub Actions. A nonce in the dependency layer
/// makes real builds of all of it, whatever the store has; without one, what earlier tests built is used.
enum class Nonce { No, Yes };
inline void makeProject(const QString &directory, Nonce withNonce = Nonce::No)
{
    const QString source = QStringLiteral(UNMOOR_SOURCE_DIR) + u"/resources/sample"_s;
    QDirIterator it(source, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = it.next();
        const QString target = QDir(directory).filePath(file.sliced(source.size() + 1));
        QDir().mkpath(QFileInfo(target).path());
        QVERIFY(QFile::copy(file, target));
        QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    }
    write(directory + u"/unmoor.toml"_s, withoutActions(read(directory + u"/unmoor.toml"_s)));
    QVERIFY(QDir(directory + u"/.github"_s).removeRecursively());
    const QByteArray nonce = QByteArray::number(QRandomGenerator::global()->generate64(), 16);
    if (withNonce == Nonce::Yes)
        replaceIn(directory + u"/nix/release.nix"_s, "for c in libc serde", "for c in nonce-" + nonce + " libc serde");
    git(directory, {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
    commitAll(directory);
}

inline QString headOf(const QString &directory)
{
    return QString::fromLatin1(git(directory, {u"rev-parse"_s, u"HEAD"_s}));
}

inline QJsonObject targetIn(const QJsonObject &document, const QString &triple)
{
    for (const QJsonValue &target : document[u"targets"_s].toArray())
        if (target[u"triple"_s] == triple)
            return target.toObject();
    return {};
}

inline QJsonObject gateIn(const QJsonObject &document, const QString &name)
{
    for (const QJsonValue &gate : document[u"gates"_s].toArray())
        if (gate[u"name"_s] == name)
            return gate.toObject();
    return {};
}

inline constexpr auto linuxTriple = "x86_64-unknown-linux-gnu"_L1;
inline constexpr auto windowsTriple = "x86_64-pc-windows-msvc"_L1;
inline constexpr auto macTriple = "aarch64-apple-darwin"_L1;

} // namespace e2e
