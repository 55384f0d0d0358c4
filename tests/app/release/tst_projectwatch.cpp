// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/projectwatch.h"

#include "tests/app/project/gitrepository.h"
#include "tests/app/release/plainmanifest.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QByteArray anotherTarget = "[[target]]\n"
                                 "triple = \"x86_64-pc-windows-gnu\"\n"
                                 "system = \"x86_64-linux\"\n"
                                 "output = \"two\"\n"
                                 "archive = \"two.zip\"\n";

} // namespace

/// A real repository, changed as people and git change one. Nobody tells the watch to look, unless it says so.
class ProjectWatchTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GitRepository> m_repository;
    std::unique_ptr<ProjectWatch> m_watch;

    void follow(const QString &directory)
    {
        const auto read = readProject(directory, Trust::Given, {}, {});
        QTRY_VERIFY(read.isFinished());
        QVERIFY2(read.result(), read.result() ? "" : qPrintable(read.result().error().message));
        m_watch->setProject(*read.result());
        QCOMPARE(m_watch->changes(), QStringList());
    }

    bool says(const QString &words)
    {
        const bool said = QTest::qWaitFor([&] { return m_watch->changes().join(u'\n').contains(words); }, 30'000);
        if (!said)
            qWarning().noquote() << "It says:" << m_watch->changes();
        return said;
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_repository = std::make_unique<GitRepository>();
        m_repository->write(u"unmoor.toml"_s, plainManifest);
        m_repository->write(u"src/deep/a.rs"_s, "one\n");
        m_repository->commit(u"CHANGELOG.md"_s, "# Changelog\n");
        m_watch = std::make_unique<ProjectWatch>();
        follow(m_repository->path());
    }

    void another_data()
    {
        QTest::addColumn<QStringList>("arguments"); // of git
        QTest::addColumn<QString>("words");
        QTest::newRow("commit") << QStringList{u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"Next"_s}
                                << u"and was at "_s;
        QTest::newRow("branch") << QStringList{u"switch"_s, u"-q"_s, u"-c"_s, u"fix/one"_s}
                                << u"The checkout is on fix/one now."_s;
        QTest::newRow("tag") << QStringList{u"tag"_s, u"v1.0.4"_s} << u"New tags: v1.0.4."_s;
        QTest::newRow("remote") << QStringList{u"remote"_s, u"add"_s, u"origin"_s, u"https://github.com/o/n"_s}
                                << u"The git remotes are others."_s;
        QTest::newRow("index") << QStringList{u"rm"_s, u"-q"_s, u"src/deep/a.rs"_s}
                               << u"Uncommitted now: src/deep/a.rs."_s;
    }
    void another()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        m_repository->git(arguments);
        QVERIFY(says(words));
    }

    void manifestWithAnotherTarget()
    {
        m_repository->write(u"unmoor.toml"_s, plainManifest + anotherTarget);
        QVERIFY(says(u"unmoor.toml has 1 target more: x86_64-pc-windows-gnu."_s));
        QVERIFY(says(u"Uncommitted now: unmoor.toml."_s));
        m_repository->write(u"unmoor.toml"_s, "schema = ");
        QVERIFY(says(u"unmoor.toml cannot be read any more"_s));
        m_repository->write(u"unmoor.toml"_s, plainManifest);
        QTRY_COMPARE_WITH_TIMEOUT(m_watch->changes(), QStringList(), 30'000);
    }

    /// git tells of the first edit alone.
    void changelogThatIsEditedTwice()
    {
        m_repository->write(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5\n");
        QVERIFY(says(u"Uncommitted now: CHANGELOG.md."_s));
        follow(m_repository->path());
        m_repository->write(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5\n\n- One\n");
        QVERIFY(says(u"unmoor.toml, the changelog or the lock file was edited."_s));
    }

    /// Folders deep in the checkout are not watched: coming back to the window looks.
    void deepFileIsSeenByALook()
    {
        m_repository->write(u"src/deep/a.rs"_s, "two\n");
        m_watch->look();
        QVERIFY(says(u"Uncommitted now: src/deep/a.rs."_s));
    }

    void workingTreeBesideTheFirst()
    {
        const QTemporaryDir folder;
        const QString tree = folder.filePath(u"tree"_s);
        m_repository->git({u"worktree"_s, u"add"_s, u"-q"_s, u"-b"_s, u"other"_s, tree});
        follow(tree);
        m_repository->git({u"-C"_s, tree, u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"Next"_s});
        QVERIFY(says(u"(other) and was at "_s));
        follow(tree);
        m_repository->git({u"tag"_s, u"v1.0.4"_s});
        QVERIFY(says(u"New tags: v1.0.4."_s));
    }

    void checkoutThatIsGone()
    {
        QVERIFY(QDir(m_repository->filePath(u".git"_s)).removeRecursively());
        QVERIFY(says(u"The checkout cannot be read any more"_s));
    }
};

QTEST_GUILESS_MAIN(ProjectWatchTest)
#include "tst_projectwatch.moc"
