// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

#include "standin/standin.h"

using namespace e2e;
using namespace unmoor;

/// Each thing that a user can get wrong ends in one clear line and exit 2, or in a failed gate.
class BadInputTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<StandIn> m_host;

    QString project() const { return m_dir->filePath(u"project"_s); }
    QString file(const QString &name) const { return project() + u'/' + name; }

    Ended unmoor(const QStringList &words, QProcessEnvironment environment = cleanEnvironment(),
                 const QString &apiUrl = {}) const
    {
        environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromLatin1(m_host->token()));
        return run(words
                       + QStringList{u"--project"_s, project(), u"--state-dir"_s, m_dir->filePath(u"state"_s),
                                     u"--api-url"_s, apiUrl.isEmpty() ? m_host->apiUrl().toString() : apiUrl,
                                     u"--token-env"_s, u"UNMOOR_TEST_TOKEN"_s},
                   environment);
    }

    /// A folder of links to the programs that a run needs, all but \a missing.
    QString pathWithout(const QString &missing) const
    {
        const QString bin = m_dir->filePath(u"bin"_s);
        QDir().mkpath(bin);
        for (const QString &program : {u"git"_s, u"nix"_s, u"sh"_s, u"tar"_s, u"xz"_s})
            if (program != missing)
                QFile::link(QStandardPaths::findExecutable(program), bin + u'/' + program);
        return bin;
    }

    static void verifyOneLine(const Ended &ended, int code, const QByteArray &words)
    {
        QVERIFY2(ended.code == code, ended.err.constData());
        QVERIFY2(ended.err.contains(words), ended.err.constData());
        QCOMPARE(ended.err.trimmed().count('\n'), 0);
        QVERIFY(ended.out.isEmpty());
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        makeProject(project());
        m_host = std::make_unique<StandIn>(m_dir->filePath(u"host"_s));
        QVERIFY(m_host->start().has_value());
        QVERIFY(m_host->push(u"unmoor-sample/minne"_s, u"main"_s, headOf(project())).has_value());
    }

    void usage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("unknown command") << QStringList{u"bild"_s} << QByteArray("Did you mean 'build'?");
        QTest::newRow("unknown option") << QStringList{u"plan"_s, u"--frobnicate"_s} << QByteArray("frobnicate");
        QTest::newRow("option of another command")
            << QStringList{u"plan"_s, u"--yes"_s} << QByteArray("no option --yes");
        QTest::newRow("no archive") << QStringList{u"inspect"_s} << QByteArray("Usage: unmoor inspect");
        QTest::newRow("adopt without file")
            << QStringList{u"build"_s, u"--adopt"_s, u"x"_s} << QByteArray("TRIPLE=FILE");
        QTest::newRow("token of no variable")
            << QStringList{u"plan"_s, u"--token-env"_s, u"NO_SUCH_VARIABLE_X"_s} << QByteArray("NO_SUCH_VARIABLE_X");
        QTest::newRow("bad address") << QStringList{u"plan"_s, u"--api-url"_s, u"nowhere"_s} << QByteArray("--api-url");
        QTest::newRow("not an archive") << QStringList{u"inspect"_s, u"/etc/hostname"_s} << QByteArray("hostname");
        QTest::newRow("archive is not there")
            << QStringList{u"inspect"_s, u"/no/such.tar.xz"_s} << QByteArray("/no/such.tar.xz");
        QTest::newRow("name that a terminal would obey")
            << QStringList{u"inspect"_s, u"/no/\x1b[31msuch.tar.xz"_s} << QByteArray("/no/\u241b[31msuch.tar.xz");
        QTest::newRow("window without a screen") << QStringList{} << QByteArray("DISPLAY");
    }
    void usage()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, says);
        QProcessEnvironment environment = cleanEnvironment();
        environment.remove(u"QT_QPA_PLATFORM"_s);
        environment.remove(u"WAYLAND_DISPLAY"_s);
        verifyOneLine(run(words, environment), 2, says);
    }

    void noManifest()
    {
        QVERIFY(QFile::remove(file(u"unmoor.toml"_s)));
        verifyOneLine(unmoor({u"plan"_s}), 2, "unmoor init");
    }

    void brokenToml()
    {
        write(file(u"unmoor.toml"_s), "schema = 1\n[project\nname = \"x\"\n");
        verifyOneLine(unmoor({u"plan"_s}), 2, "unmoor.toml:2:");
    }

    void unknownKey()
    {
        replaceIn(file(u"unmoor.toml"_s), "changelog =", "changelgo =");
        verifyOneLine(unmoor({u"plan"_s}), 2, "changelog");
    }

    void noGit()
    {
        QVERIFY(QDir(file(u".git"_s)).removeRecursively());
        verifyOneLine(unmoor({u"plan"_s}), 2, "git");
    }

    void gitProgramMissing()
    {
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"PATH"_s, pathWithout(u"git"_s));
        verifyOneLine(unmoor({u"plan"_s}, environment), 2, "git");
    }

    void nixProgramMissing()
    {
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"PATH"_s, pathWithout(u"nix"_s));
        const Ended plan = unmoor({u"plan"_s, u"--json"_s}, environment);
        QCOMPARE(plan.code, 1);
        QCOMPARE(gateIn(plan.json(), u"Version"_s)[u"outcome"_s].toString(), u"failed"_s);
        QVERIFY(gateIn(plan.json(), u"Version"_s)[u"message"_s].toString().contains(u"nix"_s));
        const Ended build = unmoor({u"build"_s, u"--json"_s}, environment);
        QCOMPARE(build.code, 1);
        QVERIFY(targetIn(build.json(), linuxTriple)[u"failure"_s][u"message"_s].toString().contains(u"nix"_s));
    }

    void noFlake()
    {
        QVERIFY(QFile::remove(file(u"flake.nix"_s)));
        commitAll(project());
        const Ended plan = unmoor({u"plan"_s, u"--json"_s});
        QCOMPARE(plan.code, 1);
        QVERIFY2(gateIn(plan.json(), u"Version"_s)[u"message"_s].toString().contains(u"flake"_s), plan.out.constData());
    }

    void noNetwork()
    {
        const Ended plan = unmoor({u"plan"_s, u"--json"_s}, cleanEnvironment(), u"http://127.0.0.1:1/api/v3"_s);
        QCOMPARE(gateIn(plan.json(), u"Commit is on GitHub"_s)[u"outcome"_s].toString(), u"skipped"_s);
        QVERIFY(!gateIn(plan.json(), u"Commit is on GitHub"_s)[u"message"_s].toString().isEmpty());
        QCOMPARE(unmoor({u"trust"_s, u"add"_s}).code, 0); // else the version is not evaluated
        const Ended status = unmoor({u"status"_s}, cleanEnvironment(), u"http://127.0.0.1:1/api/v3"_s);
        QCOMPARE(status.code, 1);
        QVERIFY(status.err.contains("127.0.0.1"));
    }

    void wrongToken()
    {
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"WRONG"_s, u"wrong-token-value"_s);
        QCOMPARE(unmoor({u"trust"_s, u"add"_s}).code, 0);
        const Ended status = run({u"status"_s, u"--project"_s, project(), u"--state-dir"_s, m_dir->filePath(u"state"_s),
                                  u"--api-url"_s, m_host->apiUrl().toString(), u"--token-env"_s, u"WRONG"_s},
                                 environment);
        QCOMPARE(status.code, 1);
        QVERIFY(status.err.contains("token"));
        QVERIFY(!status.err.contains("wrong-token-value"));
    }

    void stateFolderThatCannotBeMade()
    {
        // A file in its place refuses root as well.
        write(m_dir->filePath(u"state"_s), "in the way");
        verifyOneLine(unmoor({u"plan"_s}), 2, "--state-dir");
    }

    void changelogMissing()
    {
        QVERIFY(QFile::remove(file(u"CHANGELOG.md"_s)));
        commitAll(project());
        verifyOneLine(unmoor({u"notes"_s, u"--version"_s, u"1.0.5"_s}), 2, "CHANGELOG.md");
        const Ended plan = unmoor({u"plan"_s, u"--json"_s});
        QCOMPARE(plan.code, 1);
        QCOMPARE(gateIn(plan.json(), u"Changelog"_s)[u"outcome"_s].toString(), u"failed"_s);
    }

    void dirtyTreeFailsItsGate()
    {
        write(file(u"new.txt"_s), "x");
        const Ended plan = unmoor({u"plan"_s, u"--json"_s});
        QCOMPARE(plan.code, 1);
        QVERIFY(gateIn(plan.json(), u"Clean checkout"_s)[u"message"_s].toString().contains(u"new.txt"_s));
    }

    void planIsInOneLanguage()
    {
        write(file(u"new.txt"_s), "x");
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"UNMOOR_LANGUAGE"_s, u"de"_s);
        const Ended plan = unmoor({u"plan"_s}, environment);
        QCOMPARE(plan.code, 1);
        for (const char *word : {"gescheitert", "bestanden", "Sauberer Checkout"})
            QVERIFY2(plan.out.contains(word), plan.out.constData());
        for (const char *word : {"failed", "passed", "skipped", "Clean checkout", " at "})
            QVERIFY2(!plan.out.contains(word), plan.out.constData());
        const QJsonObject document = unmoor({u"plan"_s, u"--json"_s}, environment).json();
        QCOMPARE(gateIn(document, u"Clean checkout"_s)[u"outcome"_s].toString(), u"failed"_s);
    }

    void unpushedCommitFailsItsGate()
    {
        write(file(u"new.txt"_s), "x");
        commitAll(project());
        const Ended plan = unmoor({u"plan"_s, u"--json"_s});
        QCOMPARE(plan.code, 1);
        QCOMPARE(gateIn(plan.json(), u"Commit is on GitHub"_s)[u"outcome"_s].toString(), u"failed"_s);
    }

    void archiveMissingFromTheOutput()
    {
        replaceIn(file(u"unmoor.toml"_s), "archive = \"main-{triple}.tar.xz\"", "archive = \"other-{triple}.tar.xz\"");
        const Ended build = unmoor({u"build"_s, u"--json"_s, u"--target"_s, linuxTriple});
        QCOMPARE(build.code, 1);
        const QString message = targetIn(build.json(), linuxTriple)[u"failure"_s][u"message"_s].toString();
        QVERIFY2(message.contains(u"other-x86_64-unknown-linux-gnu.tar.xz"_s) && message.contains(u"main-x86_64"_s),
                 qPrintable(message));
    }

    void twoArchivesInTheOutput()
    {
        replaceIn(file(u"nix/release.nix"_s), "echo \"wrote $archive.tar.xz",
                  "cp $out/$archive.tar.xz $out/second.tar.xz; echo \"wrote $archive.tar.xz");
        const Ended build = unmoor({u"build"_s, u"--json"_s, u"--target"_s, linuxTriple});
        QCOMPARE(build.code, 1);
        const QString message = targetIn(build.json(), linuxTriple)[u"failure"_s][u"message"_s].toString();
        QVERIFY2(message.contains(u"second.tar.xz"_s), qPrintable(message));
    }

    void targetThatThisMachineCannotBuildSaysWhatToDo()
    {
        const Ended build = unmoor({u"build"_s, u"--json"_s, u"--target"_s, macTriple});
        QCOMPARE(build.code, 1);
        const QJsonObject mac = targetIn(build.json(), macTriple);
        QCOMPARE(mac[u"outcome"_s].toString(), u"unbuildable"_s);
        QVERIFY(mac[u"failure"_s][u"message"_s].toString().contains(u"Adopt"_s));
    }

    void publishWithoutArchivesSendsNothing()
    {
        const Ended published = unmoor({u"publish"_s, u"--yes"_s});
        QCOMPARE(published.code, 1);
        QVERIFY(published.err.contains("has no archive"));
        QCOMPARE(m_host->requestCount("POST", {}), 0);
    }

    void initDoesNotOverwrite()
    {
        const QByteArray before = read(file(u"unmoor.toml"_s));
        verifyOneLine(unmoor({u"init"_s}), 2, "--force");
        QCOMPARE(read(file(u"unmoor.toml"_s)), before);
    }

    void initFromAFileWithoutATripleWritesNothing()
    {
        QVERIFY(QFile::remove(file(u"unmoor.toml"_s)));
        const Ended proposed = unmoor({u"init"_s, u"--from"_s, u"main.tar.xz"_s});
        QCOMPARE(proposed.code, 2);
        QVERIFY2(proposed.err.contains("--from TRIPLE=main.tar.xz"), proposed.err.constData());
        QVERIFY(!QFile::exists(file(u"unmoor.toml"_s)));
    }

    void initProposesAManifestThatPlanAccepts()
    {
        QVERIFY(QFile::remove(file(u"unmoor.toml"_s)));
        const Ended proposed = unmoor({u"init"_s});
        QVERIFY2(proposed.code == 0, proposed.err.constData());
        const QByteArray text = read(file(u"unmoor.toml"_s));
        QVERIFY(text.contains("x86_64-pc-windows-msvc"));
        QVERIFY(text.contains("# [layout.unix]"));
        QVERIFY(text.contains("lib.minneVersion"));
        const Ended plan = unmoor({u"plan"_s, u"--json"_s});
        QCOMPARE(plan.json()[u"version"_s].toString(), u"1.0.5"_s);
    }
};

QTEST_GUILESS_MAIN(BadInputTest)
#include "tst_e2e_badinput.moc"
