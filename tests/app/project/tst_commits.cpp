// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/commits.h"
#include "tests/app/project/gitrepository.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class CommitsTest : public QObject
{
    Q_OBJECT

    static QStringList subjectsOf(const CommitRange &range)
    {
        QStringList subjects;
        for (const Commit &commit : range.commits)
            subjects.append(commit.subject);
        return subjects;
    }

    static void commit(const GitRepository &repository, const QString &message)
    {
        repository.git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, message});
    }

    static Result<CommitRange> read(const GitRepository &repository, const QString &except = {})
    {
        const auto range = readCommits(repository.path(), u"v*"_s, except);
        if (!QTest::qWaitFor([&] { return range.isFinished(); }, 30'000))
            qFatal("git did not answer");
        return range.result();
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void commitsSinceTheLastTagOldestFirst()
    {
        const GitRepository repository;
        commit(repository, u"One"_s);
        repository.git({u"tag"_s, u"v1.0.0"_s});
        repository.git({u"tag"_s, u"nightly"_s});
        commit(repository, u"Two\n\nWith a body\nof lines"_s);
        commit(repository, u"Drei größer"_s);
        const CommitRange range = read(repository).value();
        QCOMPARE(range.since, u"v1.0.0"_s);
        QCOMPARE(subjectsOf(range), (QStringList{u"Two"_s, u"Drei größer"_s}));
        QCOMPARE(range.commits.first().body, u"With a body\nof lines"_s);
        QCOMPARE(range.commits.first().author, u"Mo Oring"_s);
        QCOMPARE(range.commits.first().id.size(), 40);
    }

    void theTagOfTheReleaseItselfIsPassedOver()
    {
        const GitRepository repository;
        commit(repository, u"One"_s);
        repository.git({u"tag"_s, u"-a"_s, u"v1.0.0"_s, u"-m"_s, u"annotated"_s});
        commit(repository, u"Two"_s);
        repository.git({u"tag"_s, u"v1.0.1"_s});
        QVERIFY(read(repository)->commits.isEmpty());
        QCOMPARE(subjectsOf(*read(repository, u"v1.0.1"_s)), QStringList{u"Two"_s});
    }

    void withoutATagEverythingCounts()
    {
        const GitRepository repository;
        commit(repository, u"One"_s);
        commit(repository, u"Two"_s);
        const CommitRange range = read(repository).value();
        QCOMPARE(range.since, QString());
        QCOMPARE(range.commits.size(), 2);
    }

    void shallowCloneWithTheWholeRangeIsRead()
    {
        const GitRepository repository;
        commit(repository, u"One"_s);
        commit(repository, u"Two"_s);
        repository.git({u"tag"_s, u"v1.0.0"_s});
        commit(repository, u"Three"_s);
        const GitRepository clone;
        clone.git({u"fetch"_s, u"-q"_s, u"--depth=2"_s, u"--tags"_s, u"file://"_s + repository.path(), u"main"_s});
        clone.git({u"reset"_s, u"-q"_s, u"--hard"_s, u"FETCH_HEAD"_s});
        const auto range = read(clone);
        QVERIFY2(range.has_value(), range ? "" : qPrintable(range.error().message));
        QCOMPARE(subjectsOf(*range), QStringList{u"Three"_s});
    }

    void shallowCloneThatLacksCommitsSaysHowToFetchThem()
    {
        const GitRepository repository;
        commit(repository, u"One"_s);
        repository.git({u"tag"_s, u"v1.0.0"_s});
        commit(repository, u"Two"_s);
        commit(repository, u"Three"_s);
        const GitRepository clone;
        clone.git({u"fetch"_s, u"-q"_s, u"--depth=1"_s, u"file://"_s + repository.path(), u"main"_s});
        clone.git({u"reset"_s, u"-q"_s, u"--hard"_s, u"FETCH_HEAD"_s});
        const auto range = read(clone);
        QVERIFY(!range.has_value());
        QVERIFY2(range.error().message.contains(u"git fetch --unshallow --tags"_s), qPrintable(range.error().message));
    }

    void mergesAreMarked()
    {
        const GitRepository repository;
        commit(repository, u"One"_s);
        repository.git({u"checkout"_s, u"-q"_s, u"-b"_s, u"side"_s});
        commit(repository, u"Two"_s);
        repository.git({u"checkout"_s, u"-q"_s, u"main"_s});
        repository.git({u"merge"_s, u"-q"_s, u"--no-ff"_s, u"side"_s, u"-m"_s, u"Merge it"_s});
        const CommitRange range = read(repository).value();
        QCOMPARE(subjectsOf(range), (QStringList{u"One"_s, u"Two"_s, u"Merge it"_s}));
        QVERIFY(range.commits.last().isMerge && !range.commits.first().isMerge);
    }

    void repositoryWithoutCommitsAndFolderWithoutRepositoryFail()
    {
        const GitRepository repository;
        QCOMPARE(read(repository).error().kind, Error::Kind::Failed);
        QTemporaryDir folder;
        const auto range = readCommits(folder.path(), u"v*"_s, {});
        QTRY_VERIFY(range.isFinished());
        QCOMPARE(range.result().error().kind, Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(CommitsTest)
#include "tst_commits.moc"
