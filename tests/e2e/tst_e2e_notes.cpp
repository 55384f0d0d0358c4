// SPDX-License-Identifier: GPL-3.0-or-later
// `unmoor notes` as a program, in a real repository.
#include "../app/project/gitrepository.h"
#include "program.h"

#include <QDate>

using namespace Qt::StringLiterals;
using namespace unmoor;

class NotesCommandTest : public QObject
{
    Q_OBJECT

    struct Project
    {
        GitRepository repository;
        QTemporaryDir state;

        explicit Project(const QByteArray &changelog, const QByteArray &more = {})
        {
            repository.write(u"unmoor.toml"_s,
                             "schema = 1\n[project]\nname = \"minne\"\nrepository = \"owner/minne\"\n"
                             "version = { literal = \"1.0.5\" }\n"
                                 + more);
            repository.commit(u"CHANGELOG.md"_s, changelog);
        }

        e2e::Ended notes(const QStringList &options = {}) const
        {
            return e2e::run(QStringList{u"notes"_s, u"--project"_s, repository.path(), u"--state-dir"_s, state.path()}
                            + options);
        }
        QByteArray file() const { return e2e::read(repository.filePath(u"CHANGELOG.md"_s)); }
        void commit(const QString &message) const
        {
            repository.git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, message});
        }
    };

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void promotesAndThenPrints()
    {
        const Project project("# Changelog\n\n## Unreleased\n\n- Fix: a\n\n## 1.0.4 (2026-06-24)\n\n- b\n");
        QCOMPARE(project.notes().code, 1);
        const e2e::Ended promoted = project.notes({u"--promote"_s, u"--json"_s});
        QCOMPARE(promoted.code, 0);
        QCOMPARE(promoted.json()[u"action"].toString(), u"promote"_s);
        QCOMPARE(promoted.json()[u"text"].toString(), u"- Fix: a"_s);
        QVERIFY(project.file().contains("## Unreleased\n\n## 1.0.5 ("
                                        + QDate::currentDate().toString(Qt::ISODate).toLatin1() + ")\n\n- Fix: a\n"));
        QCOMPARE(project.notes().out, "- Fix: a\n");
        QCOMPARE(project.notes({u"--promote"_s}).code, 1);
    }

    void checkNamesLineAndFix()
    {
        const Project project("## 1.0.5\n\n- [a](CHANGELOG.md)\n\n## 1.0.4\n");
        const e2e::Ended checked = project.notes({u"--check"_s});
        QCOMPARE(checked.code, 0);
        QVERIFY2(checked.out.startsWith("warning: CHANGELOG.md:3 [link-relative] "), checked.out);
        const QJsonObject finding = project.notes({u"--json"_s}).json()[u"findings"][0].toObject();
        QCOMPARE(finding[u"line"].toInt(), 3);
        QCOMPARE(finding[u"column"].toInt(), 7);
        QCOMPARE(finding[u"fix"].toString(), u"Link to it at v1.0.5"_s);
    }

    void draftsFromCommitsAndInserts()
    {
        const Project project("# Changelog\n\n## 1.0.4 (2026-06-24)\n\n- Fix: b\n");
        project.repository.git({u"tag"_s, u"v1.0.4"_s});
        project.commit(u"feat: ask several questions"_s);
        project.commit(u"chore: tidy"_s);
        QCOMPARE(project.notes({u"--from-commits"_s}).out, "- Feature: Ask several questions\n");
        QVERIFY(project.notes({u"--from-commits"_s}).err.contains("1 of 2 commits since v1.0.4"));
        QCOMPARE(project.notes({u"--insert"_s, u"--from-commits"_s}).code, 0);
        QCOMPARE(project.notes().out, "- Feature: Ask several questions\n");
        QCOMPARE(project.notes({u"--insert"_s}).code, 1);
    }

    void nothingToDraftIsSaid()
    {
        const Project project("## 1.0.4\n- b\n");
        project.repository.git({u"tag"_s, u"v1.0.4"_s});
        const e2e::Ended ended = project.notes({u"--from-commits"_s});
        QCOMPARE(ended.code, 1);
        QVERIFY(ended.out.isEmpty());
    }

    void blocksFollowTheSection()
    {
        const Project project("## 1.0.5\n\n- a\n",
                              "[notes]\nblocks = [\"downloads\", \"notices\", \"compare\"]\n"
                              "[[target]]\ntriple = \"x86_64-apple-darwin\"\ndropped = \"Apple silicon only.\"\n");
        project.repository.git({u"tag"_s, u"v1.0.4"_s});
        const QByteArray out = project.notes().out;
        QVERIFY2(out.startsWith("- a\n\n<!-- "), out);
        QVERIFY2(!out.contains("Downloads"), "there is no file");
        QVERIFY2(out.contains("- **macOS Intel**: no archive. Apple silicon only."), out);
        QVERIFY2(out.contains("(https://github.com/owner/minne/compare/v1.0.4...v1.0.5)"), out);
    }

    void wrongUsageIsExitTwo_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("two things") << QStringList{u"--check"_s, u"--promote"_s};
        QTest::newRow("two drafts") << QStringList{u"--from-commits"_s, u"--from-github"_s};
        QTest::newRow("authors of what") << QStringList{u"--authors"_s};
    }
    void wrongUsageIsExitTwo()
    {
        QFETCH(QStringList, options);
        const Project project("## 1.0.5\n- a\n");
        QCOMPARE(project.notes(options).code, 2);
    }
};

QTEST_GUILESS_MAIN(NotesCommandTest)
#include "tst_e2e_notes.moc"
