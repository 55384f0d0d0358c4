// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/checkout.h"
#include "app/project/git.h"
#include "app/project/gitanswers.h"
#include "tests/app/project/gitrepository.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

Result<Checkout> read(const QString &directory)
{
    const auto reading = readCheckout(directory, Trust::Given);
    if (!QTest::qWaitFor([&] { return reading.isFinished(); }))
        return failure(Error::Kind::Canceled, u"readCheckout() did not finish"_s);
    return reading.result();
}

/// The checkout, or an empty one that a comparison will not be content with.
Checkout checkoutOf(const GitRepository &repository)
{
    const auto checkout = read(repository.path());
    if (!checkout)
        qWarning("%s", qPrintable(checkout.error().message));
    return checkout.value_or(Checkout());
}

} // namespace

class CheckoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void readsACleanCheckout()
    {
        const GitRepository repository;
        const QString commit = repository.commit(u"a.txt"_s, "a\n");
        const Checkout checkout = checkoutOf(repository);
        QCOMPARE(checkout.root, repository.path());
        QCOMPARE(checkout.commit, commit);
        QCOMPARE(checkout.commit.size(), 40);
        QCOMPARE(checkout.branch, u"main"_s);
        QVERIFY(checkout.isClean());
        QVERIFY(checkout.tags.isEmpty());
        QCOMPARE(checkout.remoteUrl, QString());
    }

    /// What git itself says names a repository, as a hook gets it; configuration is the person's own.
    void everyVariableThatNamesARepositoryIsUnset()
    {
        const GitRepository repository;
        const QStringList names = repository.git({u"rev-parse"_s, u"--local-env-vars"_s}).split(u'\n');
        QVERIFY(names.contains(u"GIT_INDEX_FILE"_s));
        const auto environment = gitCommand({}, repository.path()).environment;
        for (const QString &name : names)
            if (!name.startsWith(u"GIT_CONFIG"_s))
                QVERIFY2(environment.contains(name) && environment[name].isNull(), qPrintable(name));
    }

    void listsEveryKindOfChange()
    {
        const GitRepository repository;
        for (const QString &name : {u"changed"_s, u"deleted"_s, u"moved"_s, u"staged"_s})
            repository.commit(name, name.toUtf8() + " with some text to find it by\n");
        repository.write(u"changed"_s, "other");
        repository.write(u"staged"_s, "other");
        repository.write(u"added"_s, "new");
        repository.git({u"add"_s, u"staged"_s, u"added"_s});
        repository.git({u"mv"_s, u"moved"_s, u"moved to"_s});
        QVERIFY(QFile::remove(repository.filePath(u"deleted"_s)));
        const Checkout checkout = checkoutOf(repository);
        QVERIFY(!checkout.isClean());
        QCOMPARE(checkout.changedFiles,
                 (QStringList{u"added"_s, u"changed"_s, u"deleted"_s, u"moved"_s, u"moved to"_s, u"staged"_s}));
        QVERIFY(checkout.untrackedFiles.isEmpty());
    }

    void listsConflicts()
    {
        const GitRepository repository;
        repository.commit(u"a file"_s, "base\n");
        repository.git({u"checkout"_s, u"-q"_s, u"-b"_s, u"other"_s});
        repository.commit(u"a file"_s, "theirs\n");
        repository.git({u"checkout"_s, u"-q"_s, u"main"_s});
        repository.commit(u"a file"_s, "ours\n");
        QProcess merge;
        merge.setWorkingDirectory(repository.path());
        merge.start(u"git"_s, {u"merge"_s, u"-q"_s, u"other"_s});
        QVERIFY(merge.waitForFinished());
        QCOMPARE(merge.exitCode(), 1);
        QCOMPARE(checkoutOf(repository).changedFiles, QStringList{u"a file"_s});
    }

    void listsUntrackedFilesOneByOneWithTheirOwnNames()
    {
        const GitRepository repository;
        repository.commit(u".gitignore"_s, "result\n");
        repository.write(u"result"_s, "ignored");
        repository.write(u"new/a b"_s, "");
        repository.write(u"new/ä\n\"→\""_s, "");
        const Checkout checkout = checkoutOf(repository);
        QVERIFY(checkout.changedFiles.isEmpty());
        QCOMPARE(checkout.untrackedFiles, (QStringList{u"new/a b"_s, u"new/ä\n\"→\""_s}));
    }

    void settingsOfTheUserHideNothing()
    {
        const GitRepository repository;
        repository.commit(u"a"_s, "a");
        repository.git({u"config"_s, u"status.showUntrackedFiles"_s, u"no"_s});
        repository.write(u"new"_s, "");
        QCOMPARE(checkoutOf(repository).untrackedFiles, QStringList{u"new"_s});
    }

    void peelsAnnotatedTags()
    {
        const GitRepository repository;
        const QString first = repository.commit(u"a"_s, "1");
        repository.git({u"tag"_s, u"light"_s});
        repository.git({u"tag"_s, u"-a"_s, u"-m"_s, u"A tag"_s, u"annotated/v1.0"_s});
        const QString second = repository.commit(u"a"_s, "2");
        repository.git({u"tag"_s, u"-a"_s, u"-m"_s, u"Another"_s, u"v2.0"_s});
        QVERIFY(repository.git({u"rev-parse"_s, u"v2.0"_s}) != second);
        const QMap<QString, QString> expected{{u"light"_s, first}, {u"annotated/v1.0"_s, first}, {u"v2.0"_s, second}};
        QCOMPARE(checkoutOf(repository).tags, expected);
    }

    void detachedHeadHasNoBranch()
    {
        const GitRepository repository;
        const QString commit = repository.commit(u"a"_s, "1");
        repository.commit(u"a"_s, "2");
        repository.git({u"checkout"_s, u"-q"_s, u"--detach"_s, commit});
        const Checkout checkout = checkoutOf(repository);
        QCOMPARE(checkout.branch, QString());
        QCOMPARE(checkout.commit, commit);
    }

    void repositoryWithoutCommitsHasNoCommit()
    {
        const GitRepository repository;
        repository.write(u"a"_s, "1");
        const Checkout checkout = checkoutOf(repository);
        QCOMPARE(checkout.commit, QString());
        QCOMPARE(checkout.branch, u"main"_s);
        QCOMPARE(checkout.untrackedFiles, QStringList{u"a"_s});
    }

    void folderBelowTheTopSeesTheWholeRepository()
    {
        const GitRepository repository;
        repository.commit(u"sub/a"_s, "1");
        repository.write(u"new"_s, "");
        const auto checkout = read(repository.filePath(u"sub"_s));
        QVERIFY(checkout.has_value());
        QCOMPARE(checkout->root, repository.path());
        QCOMPARE(checkout->untrackedFiles, QStringList{u"new"_s});
    }

    void remote_data()
    {
        QTest::addColumn<QStringList>("remotes"); // "name url"
        QTest::addColumn<QString>("url");
        const QString a = u"git@github.com:owner/a.git"_s;
        const QString b = u"https://github.com/owner/b"_s;
        QTest::newRow("origin") << QStringList{u"origin "_s + a} << a;
        QTest::newRow("origin among others") << QStringList{u"fork "_s + b, u"origin "_s + a} << a;
        QTest::newRow("the only one") << QStringList{u"upstream "_s + b} << b;
        QTest::newRow("none that is the one") << QStringList{u"fork "_s + a, u"upstream "_s + b} << QString();
        QTest::newRow("path with spaces")
            << QStringList{u"origin /srv/my git/a (fetch)"_s} << u"/srv/my git/a (fetch)"_s;
        QTest::newRow("password") << QStringList{u"origin https://me:ghp_secret@github.com/owner/b"_s} << b;
        QTest::newRow("scheme in capitals") << QStringList{u"origin HTTPS://me:ghp_secret@github.com/owner/b"_s} << b;
        QTest::newRow("token as the user") << QStringList{u"origin https://ghp_secret@github.com/owner/b"_s} << b;
    }
    void remote()
    {
        QFETCH(QStringList, remotes);
        const GitRepository repository;
        for (const QString &remote : remotes)
            repository.git({u"remote"_s, u"add"_s, remote.section(u' ', 0, 0), remote.section(u' ', 1)});
        QTEST(checkoutOf(repository).remoteUrl, "url");
    }

    void everyRemoteIsListedWithoutItsPassword()
    {
        const GitRepository repository;
        repository.git({u"remote"_s, u"add"_s, u"origin"_s, u"https://codeberg.org/owner/a"_s});
        repository.git({u"remote"_s, u"add"_s, u"mirror"_s, u"https://me:secret@github.com/owner/b"_s});
        QCOMPARE(checkoutOf(repository).remoteUrls,
                 (QStringList{u"https://github.com/owner/b"_s, u"https://codeberg.org/owner/a"_s}));
    }

    /// What is called git may be anything.
    void answerWithoutAFolderIsAnError()
    {
        QVERIFY(!parseTop({}));
        QVERIFY(!parseTop("true"));
        QVERIFY(!parseTop("true\n"));
        QCOMPARE(parseTop("true\n/a\nb\n").value(), (CheckoutTop{.isShallow = true, .root = u"/a\nb"_s}));
    }

    void variablesOfAnotherRepositoryDoNotMatter()
    {
        const GitRepository repository;
        const QString commit = repository.commit(u"a"_s, "1");
        const GitRepository other;
        qputenv("GIT_DIR", other.filePath(u".git"_s).toUtf8());
        qputenv("GIT_INDEX_FILE", other.filePath(u".git/index"_s).toUtf8());
        const Checkout checkout = checkoutOf(repository);
        qunsetenv("GIT_DIR");
        qunsetenv("GIT_INDEX_FILE");
        QCOMPARE(checkout.commit, commit);
        QVERIFY(checkout.isClean());
    }

    void readingDoesNotTouchTheIndex()
    {
        const GitRepository repository;
        repository.commit(u"a"_s, "1");
        // Written again with the same text: `git status` would refresh the index where it may take the lock.
        repository.write(u"a"_s, "1");
        const auto indexText = [&] {
            QFile index(repository.filePath(u".git/index"_s));
            return index.open(QIODevice::ReadOnly) ? index.readAll() : QByteArray();
        };
        const QByteArray before = indexText();
        QVERIFY(checkoutOf(repository).isClean());
        QCOMPARE(indexText(), before);
    }

    void folderOutsideARepositoryIsNotFound()
    {
        const QTemporaryDir dir;
        qputenv("GIT_CEILING_DIRECTORIES", QFileInfo(dir.path()).path().toUtf8());
        const auto checkout = read(dir.path());
        qunsetenv("GIT_CEILING_DIRECTORIES");
        QCOMPARE(checkout.error().kind, Error::Kind::NotFound);
        QVERIFY(checkout.error().message.startsWith(dir.path() + u" is not in a git repository"_s));
        QVERIFY(!checkout.error().message.contains(u'\n'));
    }

    void missingFolderIsNotFound()
    {
        const auto checkout = read(u"/no/such/folder"_s);
        QCOMPARE(checkout.error().kind, Error::Kind::NotFound);
        QCOMPARE(checkout.error().message, u"There is no folder /no/such/folder."_s);
    }

    void repositoryWithoutAWorkingTreeIsNotFound()
    {
        const GitRepository repository;
        const auto checkout = read(repository.filePath(u".git"_s));
        QCOMPARE(checkout.error().kind, Error::Kind::NotFound);
        QVERIFY(checkout.error().message.contains(u"without a working tree"));
    }

    void repositoryOfSomebodyElseNamesTheRemedy()
    {
        const GitRepository repository;
        repository.commit(u"a"_s, "1");
        qputenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
        const auto checkout = read(repository.path());
        qunsetenv("GIT_TEST_ASSUME_DIFFERENT_OWNER");
        QCOMPARE(checkout.error().kind, Error::Kind::Failed);
        QVERIFY(checkout.error().message.contains(u"belongs to another user"));
        QVERIFY(
            checkout.error().message.contains(u"git config --global --add safe.directory %1"_s.arg(repository.path())));
    }

    void damagedRepositoryTellsGitsOwnWords()
    {
        const GitRepository repository;
        repository.commit(u"a"_s, "1");
        repository.write(u".git/index"_s, "no index");
        const auto checkout = read(repository.path());
        QCOMPARE(checkout.error().kind, Error::Kind::Failed);
        QVERIFY2(checkout.error().message.contains(u"index file"), qPrintable(checkout.error().message));
    }

    void missingGitIsNotFound()
    {
        const QTemporaryDir empty;
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", empty.path().toUtf8());
        const auto checkout = read(empty.path());
        qputenv("PATH", path);
        QCOMPARE(checkout.error().kind, Error::Kind::NotFound);
        QVERIFY(checkout.error().message.contains(u"Could not start git"));
    }

    void stopBeforeTheStartIsCanceled()
    {
        const GitRepository repository;
        std::stop_source stop;
        stop.request_stop();
        const auto reading = readCheckout(repository.path(), Trust::Given, stop.get_token());
        QTRY_VERIFY(reading.isFinished());
        QCOMPARE(reading.result().error().kind, Error::Kind::Canceled);
    }
};

QTEST_GUILESS_MAIN(CheckoutTest)
#include "tst_checkout.moc"
