// SPDX-License-Identifier: GPL-3.0-or-later
// `unmoor notes` as a program, in a real repository.
#include "standin/standin.h"
#include "tests/app/project/gitrepository.h"
#include "tests/e2e/program.h"

#include <QDate>
#include <QNetworkAccessManager>
#include <QNetworkReply>

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

    /// The day on which this was made, and all days since: midnight may pass in a test.
    struct Days
    {
        const QDate first = QDate::currentDate();

        /// Whether one of them stands in \a text, at DAY in \a line.
        bool areIn(const QByteArray &text, const QByteArray &line) const
        {
            for (QDate day = first; day <= QDate::currentDate(); day = day.addDays(1))
                if (text.contains(QByteArray(line).replace("DAY", day.toString(Qt::ISODate).toLatin1())))
                    return true;
            return false;
        }
    };

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void promotesAndThenPrints()
    {
        const Project project("# Changelog\n\n## Unreleased\n\n- Fix: a\n\n## 1.0.4 (2026-06-24)\n\n- b\n");
        QCOMPARE(project.notes().code, 1);
        const Days days;
        const e2e::Ended promoted = project.notes({u"--promote"_s, u"--json"_s});
        QCOMPARE(promoted.code, 0);
        QCOMPARE(promoted.json()[u"action"].toString(), u"promote"_s);
        QCOMPARE(promoted.json()[u"text"].toString(), u"- Fix: a"_s);
        QVERIFY(days.areIn(project.file(), "## Unreleased\n\n## 1.0.5 (DAY)\n\n- Fix: a\n"));
        QCOMPARE(project.notes().out, "- Fix: a\n");
        QCOMPARE(project.notes({u"--promote"_s}).code, 1);
    }

    void nothingIsWrittenThroughALinkOutOfTheProject()
    {
        const QTemporaryDir outside;
        const QByteArray text = "# Changelog\n\n## Unreleased\n\n- Fix: a\n";
        const Project project(text);
        QVERIFY(QFile::rename(project.repository.filePath(u"CHANGELOG.md"_s), outside.filePath(u"x.md"_s)));
        QVERIFY(QFile::link(outside.filePath(u"x.md"_s), project.repository.filePath(u"CHANGELOG.md"_s)));
        for (const QString &edit : {u"--promote"_s, u"--insert"_s}) {
            const e2e::Ended ended = project.notes({edit});
            QCOMPARE(ended.code, 2);
            QVERIFY2(ended.err.contains(outside.filePath(u"x.md"_s).toUtf8()), ended.err);
            QCOMPARE(project.file(), text);
        }
        QVERIFY(QFile::link(project.state.filePath(u"written.toml"_s), outside.filePath(u"unmoor.toml"_s)));
        const e2e::Ended away =
            e2e::run({u"init"_s, u"--force"_s, u"--project"_s, outside.path(), u"--state-dir"_s, project.state.path()});
        QCOMPARE(away.code, 2);
        QVERIFY2(away.err.contains("written.toml"), away.err); // said why, and not failed before
        QVERIFY(!QFile::exists(project.state.filePath(u"written.toml"_s)));
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

    void everyEditKeepsCrlfAndByteOrderMark_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("promote") << QStringList{u"--promote"_s};
        QTest::newRow("insert") << QStringList{u"--insert"_s};
        QTest::newRow("insert from commits") << QStringList{u"--insert"_s, u"--from-commits"_s, u"--authors"_s};
    }
    void everyEditKeepsCrlfAndByteOrderMark()
    {
        QFETCH(QStringList, options);
        const QByteArray older = "## [1.0.4] - 2026-06-24\r\n\r\n- b\r\n\r\n";
        const QByteArray before = "\xEF\xBB\xBF# Changelog\r\n\r\n## [Unreleased]\r\n\r\n- a\r\n\r\n" + older
            + "[Unreleased]: https://e.org/compare/v1.0.4...HEAD\r\n[1.0.4]: https://e.org/tag/v1.0.4";
        const Project project(before);
        project.repository.git({u"tag"_s, u"v1.0.4"_s});
        project.commit(u"fix: keep CRLF"_s);
        const Days days;
        QCOMPARE(project.notes(options).code, 0);
        const QByteArray after = project.file();
        QVERIFY(after.startsWith(before.first(before.indexOf("## [Unr"))) && after.contains(older));
        QVERIFY2(days.areIn(after, "## [1.0.5] - DAY\r\n"), after);
        QVERIFY2(after.contains("[Unreleased]: https://e.org/compare/v1.0.5...HEAD\r\n"), after);
        QVERIFY2(after.contains("[1.0.5]: https://e.org/tag/v1.0.5\r\n[1.0.4]: https://e.org/tag/v1.0.4"), after);
        QVERIFY(after.endsWith("v1.0.4"));
        QCOMPARE(after.count('\n'), after.count("\r\n"));
    }

    void takesWhatGitHubGenerates()
    {
        const Project project("# Changelog\r\n\r\n## 1.0.4 (2026-06-24)\r\n\r\n- b\r\n");
        project.repository.git({u"tag"_s, u"v1.0.4"_s});
        const QString head = QString::fromLatin1(e2e::git(project.repository.path(), {u"rev-parse"_s, u"HEAD"_s}));
        QTemporaryDir storage;
        StandIn host(storage.path());
        QVERIFY(host.start());
        QVERIFY(host.push(u"owner/minne"_s, u"main"_s, head));
        QVERIFY(host.pushTag(u"owner/minne"_s, u"v1.0.4"_s, head));
        const auto fromGitHub = [&](const QStringList &more, const QByteArray &token) {
            QProcessEnvironment environment = e2e::cleanEnvironment();
            environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromLatin1(token));
            return e2e::run(QStringList{u"notes"_s, u"--from-github"_s, u"--project"_s, project.repository.path(),
                                        u"--state-dir"_s, project.state.path(), u"--api-url"_s,
                                        host.apiUrl().toString(), u"--token-env"_s, u"UNMOOR_TEST_TOKEN"_s}
                                + more,
                            environment);
        };
        const QByteArray before = project.file();
        const e2e::Ended drafted = fromGitHub({}, host.token());
        QVERIFY2(drafted.out.startsWith("**Full Changelog**: http")
                     && drafted.out.endsWith("/compare/v1.0.4...v1.0.5\n"),
                 drafted.out + drafted.err);
        QCOMPARE(project.file(), before);
        QVERIFY(fromGitHub({u"--insert"_s}, "not the token").code != 0);
        QCOMPARE(project.file(), before);
        QCOMPARE(fromGitHub({u"--insert"_s}, host.token()).code, 0);
        QCOMPARE(project.notes().out, drafted.out);
        QCOMPARE(project.file().count('\n'), project.file().count("\r\n"));
    }

    void anEditOnGitHubIsNotReplacedInSilence()
    {
        const Project project("## 1.0.5\n\n- a\n");
        QTemporaryDir storage;
        StandIn host(storage.path());
        QVERIFY(host.start());
        const auto unmoor = [&](const QStringList &command) {
            QProcessEnvironment environment = e2e::cleanEnvironment();
            environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromLatin1(host.token()));
            return e2e::run(command
                                + QStringList{u"--json"_s, u"--project"_s, project.repository.path(), u"--state-dir"_s,
                                              project.state.path(), u"--api-url"_s, host.apiUrl().toString(),
                                              u"--token-env"_s, u"UNMOOR_TEST_TOKEN"_s},
                            environment);
        };
        project.repository.write(u"flake.nix"_s, "{ outputs = _: { }; }\n");
        project.repository.git({u"add"_s, u"-A"_s});
        project.commit(u"Release"_s);
        const QString path = project.repository.path();
        QVERIFY(
            host.push(u"owner/minne"_s, u"main"_s, QString::fromLatin1(e2e::git(path, {u"rev-parse"_s, u"HEAD"_s}))));
        const e2e::Ended drafted = unmoor({u"publish"_s, u"--yes"_s, u"--draft-only"_s});
        QVERIFY2(drafted.code == 0, drafted.out + drafted.err);
        const auto updateStep = [&] {
            for (const QJsonValue &step : unmoor({u"status"_s}).json()[u"plan"].toArray())
                if (step[u"step"].toString() == u"update-release")
                    return step[u"why"].toString();
            return QString();
        };
        QCOMPARE(updateStep(), QString());

        // As GitHub's page sends it.
        const qint64 id = unmoor({u"status"_s}).json()[u"release"][u"id"].toInteger();
        QNetworkRequest request(QUrl(host.apiUrl().toString() + u"/repos/owner/minne/releases/%1"_s.arg(id)));
        request.setRawHeader("Authorization", "Bearer " + host.token());
        request.setRawHeader("User-Agent", "test");
        QNetworkAccessManager network;
        QScopedPointer<QNetworkReply> reply(network.sendCustomRequest(
            request, "PATCH", R"({"tag_name": "v1.0.5", "body": "- a\r\n- from the web\r\n"})"));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);

        QVERIFY2(updateStep().contains(u"edited on GitHub"), qPrintable(updateStep()));
        const e2e::Ended again = unmoor({u"publish"_s, u"--yes"_s, u"--draft-only"_s});
        QCOMPARE(again.code, 0);
        QVERIFY2(again.err.contains("edited on GitHub"), again.err);
        QCOMPARE(updateStep(), QString());
    }

    void aClaimWithoutArchivesIsNotJudged()
    {
        const Project project("## 1.0.5\n\n- Intel Macs run the Apple silicon archive under Rosetta 2.\n");
        const e2e::Ended ended = project.notes({u"--check"_s});
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.out.contains("no problems"), ended.out + ended.err);
    }

    void fileThatIsNotThereIsMadeWhenASectionIsAskedFor()
    {
        const Project project("");
        const QString path = project.repository.path() + u"/CHANGELOG.md"_s;
        QVERIFY(QFile::remove(path));
        const e2e::Ended check = project.notes({u"--check"_s});
        QCOMPARE(check.code, 2);
        QVERIFY2(check.err.contains("There is no changelog at"), check.err);
        QVERIFY(!QFile::exists(path));
        QCOMPARE(project.notes({u"--insert"_s}).code, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.startsWith("# Changelog\n\n## 1.0.5 ("), bytes);
    }

    void bodyIsMeasuredWithItsBlocks()
    {
        const Project project("## 1.0.5\n\n- " + QByteArray(124'900, 'x') + "\n",
                              "[notes]\nblocks = [\"install\"]\ninstall = \"" + QByteArray(200, 'y') + "\"\n");
        const e2e::Ended ended = project.notes({u"--check"_s});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.out.startsWith("error: unmoor.toml [body-too-long] "), ended.out + ended.err);
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
        QVERIFY2(out.contains("- **macOS Intel**: no archive: Apple silicon only."), out);
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
