// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

#include "tests/standin/teststandin.h"

using namespace e2e;
using namespace unmoor;

/// What a release that was killed half-way looks like to the next start.
class RecoveryTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestStandIn> m_host;

    QString project() const { return m_dir->filePath(u"project"_s); }

    QStringList command(const QStringList &words) const
    {
        return words + QStringList{u"--project"_s,   project(),
                                   u"--state-dir"_s, m_dir->filePath(u"state"_s),
                                   u"--api-url"_s,   m_host->apiUrl().toString(),
                                   u"--token-env"_s, u"UNMOOR_TEST_TOKEN"_s};
    }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromLatin1(m_host->token()));
        return environment;
    }

    Ended unmoor(const QStringList &words) const { return run(command(words), environment()); }

    void buildWithoutMac()
    {
        const Ended built = unmoor({u"build"_s, u"--json"_s, u"--without"_s, macTriple});
        QVERIFY2(built.code == 0, built.err.constData());
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        // The kill tests need a build that takes its time; the others may use what is there.
        const QByteArray test = QTest::currentTestFunction();
        makeProject(project(), test.contains("buildKilled") ? Nonce::Yes : Nonce::No);
        m_host = std::make_unique<TestStandIn>(m_dir->filePath(u"host"_s));
        QVERIFY(m_host->start().has_value());
        QVERIFY(m_host->push(u"unmoor-sample/minne"_s, u"main"_s, headOf(project())).has_value());
    }

    void buildKilledHalfWayIsFinishedByTheNext()
    {
        QProcess process;
        start(process, command({u"build"_s, u"--json"_s, u"--without"_s, macTriple}), environment());
        QByteArray err;
        QVERIFY(QTest::qWaitFor([&] { return (err += process.readAllStandardError()).contains("Compiling serde"); },
                                60'000));
        process.kill();
        QVERIFY(process.waitForFinished());

        // The true state: nothing is built, nothing is on the host.
        const Ended status = unmoor({u"status"_s, u"--json"_s});
        QCOMPARE(status.code, 1);
        QVERIFY(status.json()[u"files"_s].toArray().isEmpty());

        const Ended again = unmoor({u"build"_s, u"--json"_s});
        QVERIFY2(again.code == 0, again.err.constData());
        QCOMPARE(targetIn(again.json(), linuxTriple)[u"outcome"_s].toString(), u"built"_s);
        QCOMPARE(targetIn(again.json(), macTriple)[u"outcome"_s].toString(), u"left-out"_s);
    }

    void targetThatWasBuiltBeforeTheKillIsNotBuiltAgain()
    {
        const Ended one = unmoor({u"build"_s, u"--json"_s, u"--target"_s, linuxTriple});
        QVERIFY2(one.code == 0, one.err.constData());
        const QString archive = targetIn(one.json(), linuxTriple)[u"archive"_s].toString();

        const Ended all = unmoor({u"build"_s, u"--json"_s, u"--without"_s, macTriple});
        QVERIFY2(all.code == 0, all.err.constData());
        QCOMPARE(targetIn(all.json(), linuxTriple)[u"outcome"_s].toString(), u"cached"_s);
        QCOMPARE(targetIn(all.json(), linuxTriple)[u"archive"_s].toString(), archive);
    }

    void uploadKilledHalfWayIsFinishedWithoutSendingVerifiedFilesAgain()
    {
        buildWithoutMac();
        QProcess process;
        start(process, command({u"publish"_s, u"--yes"_s}), environment());
        QVERIFY(QTest::qWaitFor([&] { return m_host->requestCount("POST", u"/assets"_s) >= 2; }, 60'000));
        process.kill();
        QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }));

        const Ended status = unmoor({u"status"_s, u"--json"_s});
        QCOMPARE(status.code, 1);
        QVERIFY(!status.json()[u"complete"_s].toBool());
        int verified = 0;
        for (const QJsonValue &file : status.json()[u"files"_s].toArray())
            verified += file[u"verdict"_s] == u"verified"_s ? 1 : 0;
        QVERIFY(verified >= 1);

        const int before = m_host->requestCount("POST", u"/assets"_s);
        const Ended again = unmoor({u"publish"_s, u"--yes"_s, u"--json"_s});
        QVERIFY2(again.code == 0, again.err.constData());
        QVERIFY(again.json()[u"complete"_s].toBool());
        QCOMPARE(m_host->requestCount("POST", u"/assets"_s) - before, 4 - verified);
        QCOMPARE(unmoor({u"status"_s}).code, 0);
    }

    void brokenUploadIsReplacedAndTheReleaseFinished()
    {
        buildWithoutMac();
        m_host->addFault({.method = "POST", .pathContains = u"/assets"_s, .kind = Fault::Kind::Reset});
        m_host->addFault(
            {.method = "POST", .pathContains = u"/assets"_s, .kind = Fault::Kind::StatusAfter, .status = 502});
        m_host->addFault({.method = "POST", .pathContains = u"/assets"_s, .kind = Fault::Kind::CorruptUpload});
        const Ended published = unmoor({u"publish"_s, u"--yes"_s, u"--json"_s});
        QVERIFY2(published.code == 0, published.err.constData());
        QVERIFY(published.json()[u"complete"_s].toBool());
        const Ended status = unmoor({u"status"_s, u"--json"_s});
        QCOMPARE(status.code, 0);
        QCOMPARE(status.json()[u"files"_s].toArray().size(), 4);
    }

    void adoptedArchiveOfAnotherMachineIsPublishedWithTheRest()
    {
        const Ended linuxBuilt = unmoor({u"build"_s, u"--json"_s, u"--target"_s, linuxTriple});
        QVERIFY2(linuxBuilt.code == 0, linuxBuilt.err.constData());
        // Stands for the archive that a Mac made: same layout, under its own top folder.
        const QString work = m_dir->filePath(u"mac"_s);
        QDir().mkpath(work);
        QProcess sh;
        sh.setWorkingDirectory(work);
        sh.start(
            u"sh"_s,
            {u"-ec"_s,
             u"tar -xJf \"$0\"; mv main-* main-aarch64-apple-darwin; mv main-*/lib/libonnxruntime.so main-aarch64-apple-darwin/lib/libonnxruntime.dylib; tar -cJf mac.tar.xz main-aarch64-apple-darwin"_s,
             targetIn(linuxBuilt.json(), linuxTriple)[u"archive"_s].toString()});
        QVERIFY(sh.waitForFinished());
        QCOMPARE(sh.exitCode(), 0);

        const Ended built =
            unmoor({u"build"_s, u"--json"_s, u"--adopt"_s, QString(macTriple) + u'=' + work + u"/mac.tar.xz"_s});
        QVERIFY2(built.code == 0, built.err.constData());
        QCOMPARE(targetIn(built.json(), macTriple)[u"outcome"_s].toString(), u"adopted"_s);
        QVERIFY(QFile::remove(work + u"/mac.tar.xz"_s)); // the state folder has its own copy

        // Its programs are this machine's own, which is told, and can be lived with.
        const Ended stopped = unmoor({u"publish"_s, u"--yes"_s, u"--json"_s});
        QCOMPARE(stopped.code, 1);
        QVERIFY2(stopped.err.contains("(wrong-format)"), stopped.err.constData());

        const Ended published = unmoor(
            {u"publish"_s, u"--yes"_s, u"--json"_s, u"--accept"_s, u"wrong-format=stands for a Mac's archive"_s});
        QVERIFY2(published.code == 0, published.err.constData());
        QCOMPARE(unmoor({u"status"_s, u"--json"_s}).json()[u"files"_s].toArray().size(), 6);

        const QStringList letGo{u"build"_s, u"--target"_s, linuxTriple, u"--let-go"_s, macTriple};
        const Ended gone = unmoor(letGo + QStringList{u"--without"_s, macTriple}); // both of the same target
        QVERIFY2(gone.code == 0, gone.err.constData());
        const Ended again = unmoor(letGo);
        QVERIFY(again.code != 0);
        QVERIFY2(again.err.contains("No finished archive was adopted"), again.err.constData());
    }

    void tagElsewhereStopsBeforeAnythingIsSent()
    {
        buildWithoutMac();
        QVERIFY(m_host->pushTag(u"unmoor-sample/minne"_s, u"v1.0.5"_s, QString(40, u'1')).has_value());
        const Ended published = unmoor({u"publish"_s, u"--yes"_s});
        QCOMPARE(published.code, 1);
        QVERIFY(published.err.contains("1111111"));
        QCOMPARE(m_host->requestCount("POST", u"/releases"_s), 0);
    }

    void checksumsInOneFileAndProvenanceGoWithTheArchives()
    {
        const QString manifest = project() + u"/unmoor.toml"_s;
        replaceIn(manifest, "checksums = \"per-file\"", "checksums = \"sha256sums\"");
        replaceIn(manifest, "provenance = false", "provenance = true");
        commitAll(project());
        QVERIFY(m_host->push(u"unmoor-sample/minne"_s, u"main"_s, headOf(project())).has_value());
        buildWithoutMac();
        const Ended published = unmoor({u"publish"_s, u"--yes"_s, u"--json"_s});
        QVERIFY2(published.code == 0, published.err.constData());
        QStringList names;
        for (const QJsonValue &file : unmoor({u"status"_s, u"--json"_s}).json()[u"files"_s].toArray())
            names += file[u"name"_s].toString();
        QCOMPARE(names.size(), 4);
        QVERIFY2(names.contains(u"SHA256SUMS"_s), qPrintable(names.join(u' ')));
        QVERIFY2(names.contains(u"minne-v1.0.5.provenance.json"_s), qPrintable(names.join(u' ')));
        const int uploads = m_host->requestCount("POST", u"/assets"_s);
        QCOMPARE(unmoor({u"publish"_s, u"--yes"_s}).code, 0); // nothing is made anew
        QCOMPARE(m_host->requestCount("POST", u"/assets"_s), uploads);
    }

    void draftOnlyLeavesADraftThatALaterRunPublishes()
    {
        buildWithoutMac();
        QCOMPARE(unmoor({u"publish"_s, u"--draft-only"_s}).code, 0);
        QCOMPARE(unmoor({u"status"_s, u"--json"_s}).json()[u"release"_s][u"state"_s].toString(), u"draft"_s);
        QCOMPARE(unmoor({u"publish"_s, u"--yes"_s}).code, 0);
        QCOMPARE(unmoor({u"status"_s, u"--json"_s}).json()[u"release"_s][u"state"_s].toString(), u"published"_s);
        QCOMPARE(m_host->requestCount("POST", u"/assets"_s), 4);
    }
};

QTEST_GUILESS_MAIN(RecoveryTest)
#include "tst_e2e_recovery.moc"
