// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/packedartifact.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class PackedArtifactTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString path(const QString &name) const { return m_dir->filePath(name); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QByteArray read(const QString &file) const
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    /// A ZIP of \a names, made by zip(1).
    void zip(const QStringList &names) const
    {
        QProcess process;
        process.setWorkingDirectory(m_dir->path());
        process.start(u"zip"_s, QStringList{u"-q"_s, u"download"_s} + names);
        QVERIFY(process.waitForFinished() && process.exitCode() == 0);
        QVERIFY(QFile::rename(path(u"download.zip"_s), path(u"download"_s)));
    }

    Result<QString> take(const QString &artifact, const QString &member) const
    {
        QDir().mkpath(path(u"out"_s));
        return takeOutOfArtifact(
            {.path = path(u"download"_s), .artifactName = artifact, .member = member, .folder = path(u"out"_s)});
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void oneFileComesOutOfAZip()
    {
        const QByteArray large(3 << 20, 'x');
        write(u"main-linux.tar.xz"_s, large);
        write(u"main-linux.tar.xz.sha256"_s, "sum");
        zip({u"main-linux.tar.xz"_s, u"main-linux.tar.xz.sha256"_s});
        const auto taken = take(u"release-linux"_s, u"main-linux.tar.xz"_s);
        QCOMPARE(taken, path(u"out/main-linux.tar.xz"_s));
        QCOMPARE(read(*taken), large);
    }

    void aFileInAFolderIsFoundByItsName()
    {
        write(u"a/b/main.zip"_s, "PK of its own");
        zip({u"a/b/main.zip"_s});
        QCOMPARE(take(u"release"_s, u"main.zip"_s), path(u"out/main.zip"_s));
        QCOMPARE(take(u"release"_s, u"a/**/main.zip"_s), path(u"out/main.zip"_s));
        QVERIFY(!take(u"release"_s, u"b/main.zip"_s));
    }

    void aBareFileIsTakenAsItIs()
    {
        write(u"download"_s, "tar.xz bytes");
        const auto taken = take(u"main-linux.tar.xz"_s, u"main-*.tar.xz"_s);
        QCOMPARE(taken, path(u"out/main-linux.tar.xz"_s));
        QCOMPARE(read(*taken), "tar.xz bytes");
    }

    void aBareZipIsNotLookedInto()
    {
        write(u"main.zip"_s, "inner");
        zip({u"main.zip"_s});
        const QByteArray whole = read(path(u"download"_s));
        const auto taken = take(u"main.zip"_s, u"main.zip"_s);
        QVERIFY(taken);
        QCOMPARE(read(*taken), whole);
    }

    void whatIsNotThereIsSaid()
    {
        write(u"a.tar.xz"_s, "a");
        write(u"b.tar.xz"_s, "b");
        zip({u"a.tar.xz"_s, u"b.tar.xz"_s});
        const auto missing = take(u"release"_s, u"c.tar.xz"_s);
        QCOMPARE(missing.error().kind, Error::Kind::NotFound);
        QVERIFY2(missing.error().message.contains(u"a.tar.xz, b.tar.xz"_s), qPrintable(missing.error().message));
        QCOMPARE(take(u"release"_s, u"*.tar.xz"_s).error().kind, Error::Kind::InvalidInput);
        QVERIFY(QDir(path(u"out"_s)).isEmpty());
        write(u"download"_s, "no zip");
        QCOMPARE(take(u"release"_s, u"a.tar.xz"_s).error().kind, Error::Kind::NotFound);
    }

    void aBrokenZipLeavesNothing()
    {
        write(u"a.tar.xz"_s, QByteArray(100'000, 'a'));
        zip({u"a.tar.xz"_s});
        QByteArray bytes = read(path(u"download"_s));
        write(u"download"_s, bytes.first(bytes.size() / 2));
        QCOMPARE(take(u"release"_s, u"a.tar.xz"_s).error().kind, Error::Kind::Corrupt);
        // A size in the directory that what is packed does not have, as a bomb has it.
        const qsizetype directory = bytes.indexOf("PK\1\2");
        QVERIFY(directory > 0);
        bytes.replace(directory + 24, 4, QByteArray("\x10\0\0\0", 4));
        write(u"download"_s, bytes);
        QCOMPARE(take(u"release"_s, u"a.tar.xz"_s).error().kind, Error::Kind::Corrupt);
        QVERIFY(QDir(path(u"out"_s)).isEmpty());
    }

    /// The sizes are true, and a small artifact would fill the disk.
    void aBombIsNotUnpacked()
    {
        QFile zeros(path(u"a.tar.xz"_s));
        QVERIFY(zeros.open(QIODevice::WriteOnly) && zeros.resize(100 << 20));
        zip({u"a.tar.xz"_s});
        const auto taken = take(u"release"_s, u"a.tar.xz"_s);
        QCOMPARE(taken.error().kind, Error::Kind::Corrupt);
        QVERIFY2(taken.error().message.contains(u"no archive of a release"_s), qPrintable(taken.error().message));
        QVERIFY(QDir(path(u"out"_s)).isEmpty());
    }

    void cancelingLeavesNothing()
    {
        write(u"a.tar.xz"_s, QByteArray(100'000, 'a'));
        zip({u"a.tar.xz"_s});
        std::stop_source stop;
        stop.request_stop();
        QDir().mkpath(path(u"out"_s));
        const auto taken = takeOutOfArtifact({.path = path(u"download"_s),
                                              .artifactName = u"release"_s,
                                              .member = u"a.tar.xz"_s,
                                              .folder = path(u"out"_s)},
                                             stop.get_token());
        QCOMPARE(taken.error().kind, Error::Kind::Canceled);
        QVERIFY(QDir(path(u"out"_s)).isEmpty());
    }
};

QTEST_APPLESS_MAIN(PackedArtifactTest)
#include "tst_packedartifact.moc"
