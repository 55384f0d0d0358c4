// SPDX-License-Identifier: GPL-3.0-or-later
// Projects that strangers made, looked at by the program.
#include "tests/app/project/gitrepository.h"
#include "tests/e2e/terminal.h"

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ForeignProjectTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GitRepository> m_repository;
    std::unique_ptr<QTemporaryDir> m_state;

    QStringList words(const QStringList &command) const
    {
        return command
            + QStringList{u"--project"_s, m_repository->path(), u"--state-dir"_s, m_state->filePath(u"state"_s)};
    }

    e2e::Ended run(const QStringList &command) const { return e2e::run(words(command)); }
    QString changelog() const { return m_repository->filePath(u"CHANGELOG.md"_s); }

    /// All that the program shows in a terminal.
    QByteArray shownIn(const QStringList &command) const
    {
        e2e::Terminal terminal(words(command));
        terminal.end();
        return terminal.text();
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }
    void init()
    {
        m_repository = std::make_unique<GitRepository>();
        m_state = std::make_unique<QTemporaryDir>();
        m_repository->write(u"unmoor.toml"_s,
                            "schema = 1\n[project]\nname = \"minne\"\nrepository = \"owner/minne\"\n"
                            "version = { literal = \"1.0.5\" }\n");
    }

    void changelogThatIsNoFileIsSaidAndNotRead_data()
    {
        QTest::addColumn<QString>("target"); // empty: a pipe
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("pipe") << QString() << QByteArray("is a pipe");
        QTest::newRow("device") << u"/dev/zero"_s
                                << QByteArray("leads out of the project through a link, to /dev/zero");
        QTest::newRow("secret") << u"/etc/passwd"_s << QByteArray("leads out of the project");
    }
    void changelogThatIsNoFileIsSaidAndNotRead()
    {
        QFETCH(QString, target);
        QFETCH(QByteArray, words);
        if (target.isEmpty())
            QCOMPARE(::mkfifo(qPrintable(changelog()), 0600), 0);
        else
            QVERIFY(QFile::link(target, changelog()));
        const e2e::Ended ended = run({u"notes"_s});
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.err.contains(words), ended.err.constData());
        QVERIFY(ended.out.isEmpty());
    }

    /// ESC ] 52 puts something into the clipboard, ESC [ 2 J clears the screen; \x9b is ESC [ in one character.
    void notesAreExactInAFileAndHarmlessInATerminal()
    {
        const QByteArray body = "- a \x1b]52;c;cm0=\x07 b \x1b[2J c \xc2\x9b"
                                "2J d \xe2\x80\xae e";
        m_repository->commit(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5\n\n" + body + "\n");
        QCOMPARE(run({u"notes"_s}).out, body + '\n');
        const QByteArray shown = shownIn({u"notes"_s});
        QVERIFY2(shown.contains("\xe2\x90\x9b]52;c;cm0="), shown.constData());
        for (const char *sign : {"\x1b", "\x07", "\xc2\x9b", "\xe2\x80\xae"})
            QVERIFY2(!shown.contains(sign), shown.toPercentEncoding().constData());
    }

    void problemsAndDocumentsAreHarmlessInATerminal()
    {
        const QByteArray link = "[a \x1b[2J b \xc2\x9b"
                                "3J](none-\x1b]52;c;eA==\x07.md)";
        m_repository->commit(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5\n\n- " + link + "\n");
        for (const QStringList &more : {QStringList{u"--check"_s}, QStringList{u"--check"_s, u"--json"_s}}) {
            const QByteArray shown = shownIn(QStringList{u"notes"_s} + more);
            QVERIFY(!shown.isEmpty());
            for (const char *sign : {"\x1b", "\x07", "\xc2\x9b"})
                QVERIFY2(!shown.contains(sign), shown.toPercentEncoding().constData());
        }
        const QJsonObject document = run({u"notes"_s, u"--json"_s}).json();
        QVERIFY(document[u"body"].toString().contains(u"a \x1b[2J b \u009b3J"_s));
    }

    void tagThatGitRefusesIsAnErrorOfTheManifest()
    {
        m_repository->write(u"unmoor.toml"_s,
                            "schema = 1\n[project]\nname = \"minne\"\nversion = { literal = \"1.0.5\" }\n"
                            "tag = \"../{version}\"\n");
        const e2e::Ended ended = run({u"notes"_s});
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.err.contains("unmoor.toml:5:7"), ended.err.constData());
    }
};

QTEST_GUILESS_MAIN(ForeignProjectTest)
#include "tst_e2e_foreign.moc"
