// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/companionfiles.h"

#include "app/core/hash.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class CompanionFilesTest : public QObject
{
    Q_OBJECT

    const QString linuxTriple = u"x86_64-unknown-linux-gnu"_s;
    const QList<DesiredFile> archives{{u"main-linux.tar.xz"_s, linuxTriple, u"/a"_s, 5, sha256Of("linux")},
                                      {u"main-mac.zip"_s, u"aarch64-apple-darwin"_s, u"/b"_s, 3, sha256Of("mac")}};

    ProvenanceFacts facts() const
    {
        const QDateTime start = QDateTime::fromString(u"2026-11-23T10:00:00Z"_s, Qt::ISODate);
        return {.repository = QUrl(u"https://github.com/owner/tool"_s),
                .tag = u"v1.0.5"_s,
                .commit = QString(40, u'a'),
                .nixVersion = u"2.26.3"_s,
                .archives = {{.name = u"main-linux.tar.xz"_s,
                              .sha256 = sha256Of("linux"),
                              .triple = linuxTriple,
                              .system = u"x86_64-linux"_s,
                              .output = u"release"_s,
                              .drvPath = u"/nix/store/x.drv"_s,
                              .storePath = u"/nix/store/y"_s,
                              .builder = u"local"_s,
                              .outcome = u"built"_s,
                              .startedAt = start,
                              .seconds = 90},
                             {.name = u"main-mac.zip"_s,
                              .sha256 = sha256Of("mac"),
                              .triple = u"aarch64-apple-darwin"_s,
                              .system = {},
                              .output = {},
                              .drvPath = {},
                              .storePath = {},
                              .builder = u"local"_s,
                              .outcome = u"adopted"_s,
                              .startedAt = start.addSecs(60),
                              .seconds = 0}}};
    }

private Q_SLOTS:
    void eachArchiveHasItsChecksumFile()
    {
        const auto files = checksumFiles(Checksums::PerFile, archives);
        QCOMPARE(files.size(), 2);
        QCOMPARE(files[0].name, u"main-linux.tar.xz.sha256"_s);
        QCOMPARE(files[0].target, linuxTriple);
        QCOMPARE(files[0].bytes, sha256Of("linux") + "  main-linux.tar.xz\n");
    }

    void oneFileHasAllChecksums()
    {
        const auto files = checksumFiles(Checksums::Sums, archives);
        QCOMPARE(files.size(), 1);
        QCOMPARE(files[0].name, u"SHA256SUMS"_s);
        QCOMPARE(files[0].bytes, sha256Of("linux") + "  main-linux.tar.xz\n" + sha256Of("mac") + "  main-mac.zip\n");
        QVERIFY(checksumFiles(Checksums::None, archives).isEmpty());
        QVERIFY(checksumFiles(Checksums::Sums, {}).isEmpty());
    }

    void sha256sumReadsThem()
    {
        QTemporaryDir dir;
        for (const auto &[name, bytes] : {std::pair("main-linux.tar.xz", "linux"), std::pair("main-mac.zip", "mac")})
            QVERIFY(writeCompanion(dir.path(), {QString::fromLatin1(name), {}, bytes}));
        for (const CompanionFile &file :
             checksumFiles(Checksums::Sums, archives) + checksumFiles(Checksums::PerFile, archives)) {
            QVERIFY(writeCompanion(dir.path(), file));
            QProcess sha256sum;
            sha256sum.setWorkingDirectory(dir.path());
            sha256sum.start(u"sha256sum"_s, {u"--check"_s, u"--strict"_s, file.name});
            QVERIFY(QTest::qWaitFor([&] { return sha256sum.state() == QProcess::NotRunning; }));
            QVERIFY2(sha256sum.exitCode() == 0, sha256sum.readAll().constData());
        }
    }

    void aFolderThatCannotBeMadeIsNamed()
    {
        const auto written = writeCompanion(u"/proc/none"_s, {u"SHA256SUMS"_s, {}, "x"});
        QCOMPARE(written.error().kind, Error::Kind::Io);
        QVERIFY(written.error().message.contains(u"/proc/none"_s));
    }

    void provenanceIsAStatementOfInToto()
    {
        const QJsonObject statement = QJsonDocument::fromJson(provenanceStatement(facts())).object();
        QCOMPARE(statement[u"_type"_s].toString(), u"https://in-toto.io/Statement/v1"_s);
        QCOMPARE(statement[u"predicateType"_s].toString(), u"https://slsa.dev/provenance/v1"_s);
        QCOMPARE(statement[u"subject"_s].toArray().size(), 2);
        QCOMPARE(statement[u"subject"_s][0][u"digest"_s][u"sha256"_s].toString(),
                 QString::fromLatin1(sha256Of("linux")));
        const QJsonValue definition = statement[u"predicate"_s][u"buildDefinition"_s];
        QCOMPARE(definition[u"externalParameters"_s][u"source"_s].toString(),
                 u"git+https://github.com/owner/tool@refs/tags/v1.0.5"_s);
        QCOMPARE(definition[u"resolvedDependencies"_s][0][u"digest"_s][u"gitCommit"_s].toString(), QString(40, u'a'));
        const QJsonValue run = statement[u"predicate"_s][u"runDetails"_s];
        QVERIFY(!run[u"builder"_s][u"id"_s].toString().isEmpty());
        QCOMPARE(run[u"builder"_s][u"version"_s][u"nix"_s].toString(), u"2.26.3"_s);
        QCOMPARE(run[u"metadata"_s][u"startedOn"_s].toString(), u"2026-11-23T10:00:00Z"_s);
        QCOMPARE(run[u"metadata"_s][u"finishedOn"_s].toString(), u"2026-11-23T10:01:30Z"_s);
        const QJsonValue how = run[u"byproducts"_s][0][u"annotations"_s];
        QCOMPARE(how[u"derivation"_s].toString(), u"/nix/store/x.drv"_s);
        QVERIFY(run[u"byproducts"_s][1][u"annotations"_s][u"derivation"_s].isUndefined()); // it was adopted
    }

    void aStatementHoldsForItsBytesAlone()
    {
        ProvenanceFacts later = facts();
        const QByteArray statement = provenanceStatement(later);
        later.archives[0].startedAt = QDateTime::currentDateTimeUtc();
        QVERIFY(isStatementOf(statement, later.commit, later.archives));
        QVERIFY(!isStatementOf(statement, QString(40, u'b'), later.archives));
        later.archives[0].sha256 = sha256Of("other");
        QVERIFY(!isStatementOf(statement, later.commit, later.archives));
        QVERIFY(!isStatementOf("not JSON", later.commit, later.archives));
    }
};

QTEST_GUILESS_MAIN(CompanionFilesTest)
#include "tst_companionfiles.moc"
