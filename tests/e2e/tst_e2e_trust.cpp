// SPDX-License-Identifier: GPL-3.0-or-later
// Projects whose own code leaves a mark where it runs: who looks at one runs nothing of it, who trusts one does.
#include "tests/app/project/gitrepository.h"
#include "tests/e2e/program.h"

using namespace Qt::StringLiterals;
using namespace unmoor;

class TrustTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GitRepository> m_repository;
    std::unique_ptr<QTemporaryDir> m_dir;

    QString mark() const { return m_dir->filePath(u"mark"_s); }
    bool wasStarted() const { return QFile::exists(mark()); }
    QString statement() const { return u": > %1"_s.arg(mark()); }

    /// A program that leaves the mark and hands on what it reads.
    QString program() const
    {
        const QString path = m_dir->filePath(u"program"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(u"#!/bin/sh\n%1\ncat\n"_s.arg(statement()).toUtf8()) < 0)
            qFatal("could not write %s", qPrintable(path));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    QStringList words(const QStringList &command) const
    {
        return command + QStringList{u"--project"_s,   m_repository->path(),
                                     u"--state-dir"_s, m_dir->filePath(u"state"_s),
                                     u"--api-url"_s,   u"http://127.0.0.1:1/api/v3"_s};
    }
    e2e::Ended run(const QStringList &command, const QProcessEnvironment &environment = e2e::cleanEnvironment()) const
    {
        return e2e::run(words(command), environment);
    }

    void writeFlake(const QString &version) const
    {
        const QString name = QFileInfo(m_dir->path()).fileName(); // built anew by each test
        m_repository->commit(
            u"flake.nix"_s,
            u"{ nixConfig.post-build-hook = \"%1\"; outputs = _: let step = text: derivation { name = \"%2\"; "
            "system = \"x86_64-linux\"; builder = \"/bin/sh\"; args = [ \"-c\" text ]; }; in { lib.version = %3; "
            "packages.x86_64-linux.default = step \"PATH=/usr/bin:/bin; mkdir $out; echo made > made; "
            "tar -cf $out/demo-1.0.5.tar made\"; }; }\n"_s.arg(program(), name, version)
                .toUtf8());
    }

    /// `git status` starts the filter of a file that may have changed.
    void setFilter() const
    {
        m_repository->commit(u".gitattributes"_s, "* filter=mark\n");
        m_repository->git({u"config"_s, u"filter.mark.clean"_s, program()});
        QFile touched(m_repository->filePath(u"CHANGELOG.md"_s));
        QVERIFY(touched.open(QIODevice::ReadWrite));
        QVERIFY(touched.setFileTime(QDateTime::fromSecsSinceEpoch(1'700'000'000), QFileDevice::FileModificationTime));
        touched.close();
        m_repository->git({u"--no-optional-locks"_s, u"status"_s});
        QVERIFY2(wasStarted(), "the attack itself does not work");
        QFile::remove(mark());
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_repository = std::make_unique<GitRepository>();
        m_dir = std::make_unique<QTemporaryDir>();
        m_repository->write(u"unmoor.toml"_s,
                            "schema = 1\n[project]\nname = \"demo\"\nrepository = \"owner/demo\"\n"
                            "version = { eval = \"lib.version\" }\n[[target]]\ntriple = \"x86_64-unknown-linux-gnu\"\n"
                            "system = \"x86_64-linux\"\noutput = \"default\"\narchive = \"demo-{version}.tar\"\n");
        m_repository->write(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5\n\n- What is new\n");
    }

    void lookingRunsNothing_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("status") << QStringList{u"status"_s};
        QTest::newRow("notes") << QStringList{u"notes"_s};
        QTest::newRow("notes of a version") << QStringList{u"notes"_s, u"--version"_s, u"1.0.5"_s};
        QTest::newRow("notes, check") << QStringList{u"notes"_s, u"--check"_s};
        QTest::newRow("inspect") << QStringList{u"inspect"_s, u"FLAKE"_s};
        QTest::newRow("host") << QStringList{u"host"_s, u"list"_s};
        QTest::newRow("token") << QStringList{u"token"_s, u"check"_s};
        QTest::newRow("trust") << QStringList{u"trust"_s};
    }
    void lookingRunsNothing()
    {
        QFETCH(QStringList, command);
        command.replaceInStrings(u"FLAKE"_s, m_repository->filePath(u"flake.nix"_s));
        writeFlake(u"import (step \"%1; echo '\\\"1.0.5\\\"' > $out\")"_s.arg(statement()));
        setFilter();
        const e2e::Ended ended = run(command);
        QVERIFY2(!wasStarted(), ended.err.constData());
        const bool evaluates = command == QStringList{u"status"_s} || command == QStringList{u"notes"_s};
        if (evaluates) {
            QVERIFY2(ended.err.contains("unmoor trust add"), ended.err.constData());
            QVERIFY(ended.code != 0);
        }
    }

    void trustIsGivenAndTakenBack()
    {
        writeFlake(u"\"1.0.5\""_s);
        setFilter();
        QCOMPARE(run({u"notes"_s}).code, 2);
        QCOMPARE(run({u"trust"_s, u"add"_s}).code, 0);
        QCOMPARE(run({u"notes"_s}).out, QByteArray("- What is new\n"));
        (void)run({u"status"_s});
        QVERIFY(wasStarted()); // else the other tests prove nothing
        // The column is as wide as its words, in German as well.
        QProcessEnvironment german = e2e::cleanEnvironment();
        german.insert(u"UNMOOR_LANGUAGE"_s, u"de"_s);
        QCOMPARE(run({u"trust"_s, u"list"_s}, german).out,
                 "vertraut" + QByteArray(qsizetype(strlen("nicht ")), ' ') + "  " + m_repository->path().toUtf8()
                     + '\n');
        const QJsonArray folders = run({u"trust"_s, u"list"_s, u"--json"_s}).json()[u"folders"_s].toArray();
        QCOMPARE(folders.size(), 1);
        QCOMPARE(folders[0][u"directory"_s].toString(), m_repository->path());
        QVERIFY(folders[0][u"trusted"_s].toBool());
        QCOMPARE(run({u"trust"_s, u"remove"_s, m_repository->path()}).code, 0);
        QVERIFY(run({u"trust"_s, u"list"_s, u"--json"_s}).json()[u"folders"_s].toArray().isEmpty());
        QCOMPARE(run({u"notes"_s}).code, 2);
    }

    /// Calling plan is trust in what the flake evaluates to; what an evaluation would build waits for a build.
    void planBuildsNothing()
    {
        writeFlake(u"import (step \"%1; echo '\\\"1.0.5\\\"' > $out\")"_s.arg(statement()));
        const e2e::Ended plan = run({u"plan"_s, u"--json"_s});
        QVERIFY(!wasStarted());
        QCOMPARE(plan.code, 1);
        QVERIFY2(plan.out.contains("import from derivation"), plan.out.constData());
    }

    /// A flake brings settings of Nix along; they are not taken, whatever Nix's own settings say of such.
    void settingsOfTheFlakeAreNotTaken()
    {
        writeFlake(u"\"1.0.5\""_s);
        QProcessEnvironment environment = e2e::cleanEnvironment();
        environment.insert(u"NIX_CONFIG"_s,
                           environment.value(u"NIX_CONFIG"_s)
                               + u"\naccept-flake-config = true\n"_s
                                 "experimental-features = nix-command flakes\n");
        const e2e::Ended build = run({u"build"_s, u"--json"_s}, environment);
        QCOMPARE(build.json()[u"targets"_s][0][u"outcome"_s].toString(), u"built"_s);
        QVERIFY(!wasStarted());
        // What the commit was built as is known from then on, without evaluating it again.
        QCOMPARE(run({u"notes"_s}).out, QByteArray("- What is new\n"));
    }
};

QTEST_GUILESS_MAIN(TrustTest)
#include "tst_e2e_trust.moc"
