// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/sampleproject.h"

#include "app/rehearsal/rehearsal.h"
#include "tests/app/project/gitrepository.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Environment variables for the length of a test, as a git hook sets them.
class Surroundings
{
public:
    void set(const char *name, const QString &value)
    {
        m_names += name;
        qputenv(name, value.toUtf8());
    }
    ~Surroundings()
    {
        for (const char *name : std::as_const(m_names))
            qunsetenv(name);
    }

private:
    QList<const char *> m_names;
};

class SampleProjectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateGit(); }
    void init()
    {
        m_state.emplace();
        QVERIFY(QDir(m_state->path()).mkpath(u"rehearsal"_s));
    }

    void theCommitIsTheSameEverywhere()
    {
        QCOMPARE(made(), QString());
        const QString first = git(folder(), {u"rev-parse"_s, u"HEAD"_s});
        QCOMPARE(git(folder(), {u"status"_s, u"--porcelain"_s}), QString());
        QVERIFY(QFile::exists(folder() + u"/unmoor.toml"_s));
        QCOMPARE(entries(), QStringList{u"minne"_s}); // nothing of the work is left beside it

        init();
        QCOMPARE(made(), QString());
        QCOMPARE(git(folder(), {u"rev-parse"_s, u"HEAD"_s}), first);
    }

    void commitsInTheSampleStay_data()
    {
        QTest::addColumn<QList<QStringList>>("commands");
        QTest::newRow("as they are") << QList<QStringList>();
        QTest::newRow("after git gc") << QList<QStringList>{{u"gc"_s, u"-q"_s}};
        QTest::newRow("after git pack-refs") << QList<QStringList>{{u"pack-refs"_s, u"--all"_s}};
        QTest::newRow("on another branch")
            << QList<QStringList>{{u"checkout"_s, u"-q"_s, u"-b"_s, u"next"_s}, {u"branch"_s, u"-D"_s, u"main"_s}};
        QTest::newRow("while a new history begins") << QList<QStringList>{{u"checkout"_s, u"--orphan"_s, u"new"_s}};
        QTest::newRow("with refs in a table")
            << QList<QStringList>{{u"refs"_s, u"migrate"_s, u"--ref-format=reftable"_s}};
    }
    void commitsInTheSampleStay()
    {
        QFETCH(QList<QStringList>, commands);
        QCOMPARE(made(), QString());
        write(folder() + u"/mine.txt"_s, "mine");
        git(folder(), {u"add"_s, u"-A"_s});
        git(folder(), {u"commit"_s, u"-qm"_s, u"Mine"_s});
        const QString mine = git(folder(), {u"rev-parse"_s, u"HEAD"_s});
        for (const QStringList &command : commands)
            git(folder(), command);

        QCOMPARE(made(), QString());
        QCOMPARE(git(folder(), {u"cat-file"_s, u"-t"_s, mine}), u"commit"_s);
        QCOMPARE(contentOf(folder() + u"/mine.txt"_s), "mine");
        QCOMPARE(entries(), QStringList{u"minne"_s});
    }

    void whatIsInTheWayIsKept_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::newRow("half made by an earlier version")
            << QStringList{u"flake.nix"_s, u".git/HEAD"_s, u".git/config"_s};
        QTest::newRow("without its repository") << QStringList{u"flake.nix"_s, u"mine.txt"_s};
        QTest::newRow("something else") << QStringList{u"letter.txt"_s};
    }
    void whatIsInTheWayIsKept()
    {
        QFETCH(QStringList, files);
        for (const QString &file : files)
            write(folder() + u'/' + file, "mine");

        const QString aside = made();
        QCOMPARE(aside, folder() + u"-aside-1"_s);
        for (const QString &file : files)
            QCOMPARE(contentOf(aside + u'/' + file), "mine");
        QCOMPARE(git(folder(), {u"status"_s, u"--porcelain"_s}), QString());
        QVERIFY(contentOf(folder() + u"/flake.nix"_s).contains("outputs"));

        write(folder() + u"/.git/HEAD"_s, {});
        QCOMPARE(made(), folder() + u"-aside-2"_s); // and no earlier one is overwritten
        QCOMPARE(contentOf(aside + u'/' + files.last()), "mine");
    }

    void emptyFolderIsFilled()
    {
        QVERIFY(QDir().mkpath(folder()));
        QCOMPARE(made(), QString());
        QVERIFY(QFile::exists(folder() + u"/flake.nix"_s));
    }

    void repositoryAroundIsNotMeant()
    {
        const GitRepository around;
        const QString commit = around.commit(u"a"_s, "a");
        m_state.emplace(around.filePath(u"state-XXXXXX"_s));
        QCOMPARE(made(), QString());
        QVERIFY(QFileInfo(folder() + u"/.git"_s).isDir());
        QCOMPARE(around.git({u"rev-parse"_s, u"HEAD"_s}), commit);
    }

    void hooksRepositoryIsLeftAlone()
    {
        const GitRepository hooked;
        const QString commit = hooked.commit(u"a"_s, "a");
        const QByteArray index = contentOf(hooked.filePath(u".git/index"_s));
        Surroundings hook;
        hook.set("GIT_DIR", hooked.filePath(u".git"_s));
        hook.set("GIT_WORK_TREE", hooked.path());
        hook.set("GIT_INDEX_FILE", hooked.filePath(u".git/index"_s));
        hook.set("GIT_OBJECT_DIRECTORY", hooked.filePath(u".git/objects"_s));

        QCOMPARE(made(), QString());
        QVERIFY(QFileInfo(folder() + u"/.git"_s).isDir());
        QCOMPARE(contentOf(hooked.filePath(u".git/index"_s)), index);
        QCOMPARE(contentOf(hooked.filePath(u".git/refs/heads/main"_s)).trimmed(), commit.toLatin1());
    }

    void configurationOfThePersonDoesNotMatter()
    {
        QCOMPARE(made(), QString());
        const QString usual = git(folder(), {u"rev-parse"_s, u"HEAD"_s});
        init();
        Surroundings hook;
        hook.set("GIT_CONFIG_COUNT", u"1"_s);
        hook.set("GIT_CONFIG_KEY_0", u"commit.gpgSign"_s);
        hook.set("GIT_CONFIG_VALUE_0", u"true"_s);
        hook.set("GIT_TEMPLATE_DIR", m_state->path());
        QCOMPARE(made(), QString());
        qunsetenv("GIT_CONFIG_COUNT");
        QCOMPARE(git(folder(), {u"rev-parse"_s, u"HEAD"_s}), usual);
    }

    /// A project whose folder only begins like the rehearsal's is a project, not the sample.
    void projectBesideTheFolderIsNotTouched()
    {
        const QString project = m_state->filePath(u"rehearsal-x"_s);
        write(project + u"/flake.nix"_s, "mine");
        write(project + u"/.git/HEAD"_s, "mine");
        QStringList lines;
        Rehearsal rehearsal(m_state->path(), project, {});
        connect(&rehearsal, &Rehearsal::said, this, [&lines](const QString &line) { lines += line; });
        const auto prepared = rehearsal.prepare();
        QTRY_VERIFY_WITH_TIMEOUT(prepared.isFinished(), 60'000);
        QVERIFY(lines.contains(u"project: "_s + project));
        QCOMPARE(contentOf(project + u"/flake.nix"_s), "mine");
        QCOMPARE(contentOf(project + u"/.git/HEAD"_s), "mine");
    }

private:
    QString folder() const { return m_state->filePath(u"rehearsal/minne"_s); }
    QStringList entries() const
    {
        return QDir(m_state->filePath(u"rehearsal"_s))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    /// Makes the sample; comes to where it put what was in the way.
    QString made() const
    {
        const auto future = prepareSampleProject(folder());
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000))
            return u"it does not end"_s;
        return future.result() ? *future.result() : future.result().error().message;
    }

    static void write(const QString &path, const QByteArray &content)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    static QString git(const QString &directory, const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(directory);
        process.start(u"git"_s, arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    std::optional<QTemporaryDir> m_state;
};

QTEST_GUILESS_MAIN(SampleProjectTest)
#include "tst_sampleproject.moc"
