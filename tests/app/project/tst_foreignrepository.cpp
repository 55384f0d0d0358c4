// SPDX-License-Identifier: GPL-3.0-or-later
// Repositories whose settings name programs. Each of these leaves a mark where it is started; plain git starts it.
#include "app/project/checkout.h"
#include "app/project/commits.h"
#include "tests/app/project/gitrepository.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

class Marks
{
public:
    /// A program that leaves a mark, and then does nothing.
    QString program() const
    {
        const QString path = m_folder.filePath(u"program"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(script().toUtf8()) < 0)
            qFatal("could not write %s", qPrintable(path));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    bool wasStarted() const { return QFile::exists(mark()); }
    void clear() const { QFile::remove(mark()); }

private:
    QString mark() const { return m_folder.filePath(u"mark"_s); }
    QString script() const { return u"#!/bin/sh\ntouch '%1'\n"_s.arg(mark()); }

    QTemporaryDir m_folder;
};

/// What opening a project and drafting its notes ask of git.
void lookAt(const QString &directory)
{
    const auto checkout = readCheckout(directory, Trust::Given);
    QTRY_VERIFY(checkout.isFinished());
    const auto commits = readCommits(directory, u"v*"_s, {});
    QTRY_VERIFY(commits.isFinished());
}

/// \a plain: what git does by itself, so that a program that nothing would have started proves nothing.
void expectNoStart(const GitRepository &repository, const Marks &marks, const QStringList &plain)
{
    QProcess git;
    git.setWorkingDirectory(repository.path());
    git.start(u"git"_s, plain);
    QVERIFY(git.waitForFinished());
    QVERIFY2(marks.wasStarted(), "the attack itself does not work");
    marks.clear();
    lookAt(repository.path());
    QVERIFY(!marks.wasStarted());
}

} // namespace

class ForeignRepositoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void fileSystemMonitor()
    {
        const GitRepository repository;
        const Marks marks;
        (void)repository.commit(u"a"_s, "a");
        repository.git({u"config"_s, u"core.fsmonitor"_s, marks.program()});
        expectNoStart(repository, marks, {u"status"_s});
    }

    /// Filters are of use where there is trust: without them what Git LFS keeps looks changed.
    void cleanFilter()
    {
        const GitRepository repository;
        const Marks marks;
        (void)repository.commit(u".gitattributes"_s, "* filter=mark\n");
        repository.git({u"tag"_s, u"v1"_s});
        repository.git({u"config"_s, u"filter.mark.clean"_s, marks.program()});
        QFile touched(repository.filePath(u".gitattributes"_s));
        QVERIFY(touched.open(QIODevice::ReadWrite));
        QVERIFY(touched.setFileTime(QDateTime::fromSecsSinceEpoch(1'700'000'000), QFileDevice::FileModificationTime));
        touched.close();
        const auto looked = readCheckout(repository.path(), Trust::Withheld);
        QTRY_VERIFY(looked.isFinished());
        QVERIFY(!marks.wasStarted());
        const Checkout checkout = looked.result().value();
        QVERIFY(!checkout.isTreeKnown && !checkout.isClean() && !checkout.isDirty());
        QCOMPARE(checkout.branch, u"main"_s);
        QCOMPARE(checkout.commit, repository.git({u"rev-parse"_s, u"HEAD"_s}));
        QCOMPARE(checkout.tags.value(u"v1"_s), checkout.commit);
        const auto trusted = readCheckout(repository.path(), Trust::Given);
        QTRY_VERIFY(trusted.isFinished());
        QVERIFY2(marks.wasStarted(), "the attack itself does not work");
    }

    void repositoryWithoutCommitsThatIsNotTrusted()
    {
        const GitRepository repository;
        const auto looked = readCheckout(repository.path(), Trust::Withheld);
        QTRY_VERIFY(looked.isFinished());
        QCOMPARE(looked.result().value().commit, QString());
        QCOMPARE(looked.result().value().branch, u"main"_s);
    }

    void fileSystemMonitorOfASubmodule()
    {
        const GitRepository repository;
        const GitRepository library;
        const Marks marks;
        (void)library.commit(u"a"_s, "a");
        repository.git({u"-c"_s, u"protocol.file.allow=always"_s, u"submodule"_s, u"--quiet"_s, u"add"_s,
                        library.path(), u"library"_s});
        (void)repository.commit(u"a"_s, "a");
        repository.git({u"-C"_s, u"library"_s, u"config"_s, u"core.fsmonitor"_s, marks.program()});
        expectNoStart(repository, marks, {u"status"_s});
    }

    void signatureProgram()
    {
        const GitRepository repository;
        const Marks marks;
        (void)repository.commit(u"a"_s, "a");
        const QByteArray commit = repository.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s}).toUtf8();
        repository.write(u".git/signed"_s,
                         QByteArray(commit).replace("\n\n",
                                                    "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n aGk=\n -----END PGP "
                                                    "SIGNATURE-----\n\n")
                             + '\n');
        const QString id = repository.git({u"hash-object"_s, u"-t"_s, u"commit"_s, u"-w"_s, u".git/signed"_s});
        repository.git({u"reset"_s, u"-q"_s, u"--hard"_s, id});
        repository.git({u"config"_s, u"log.showSignature"_s, u"true"_s});
        repository.git({u"config"_s, u"gpg.program"_s, marks.program()});
        expectNoStart(repository, marks, {u"log"_s});
    }

    void fetchOfWhatIsMissing()
    {
        const GitRepository repository;
        const Marks marks;
        (void)repository.commit(u"a"_s, "a");
        const QString tree = repository.git({u"rev-parse"_s, u"HEAD^{tree}"_s});
        repository.git({u"config"_s, u"core.repositoryFormatVersion"_s, u"1"_s});
        repository.git({u"config"_s, u"extensions.partialClone"_s, u"origin"_s});
        repository.git({u"config"_s, u"protocol.ext.allow"_s, u"always"_s});
        repository.git({u"config"_s, u"remote.origin.promisor"_s, u"true"_s});
        repository.git({u"config"_s, u"remote.origin.url"_s, u"ext::"_s + marks.program()});
        QVERIFY(QFile::remove(repository.filePath(u".git/objects/"_s + tree.left(2) + u'/' + tree.sliced(2))));
        QVERIFY(QFile::remove(repository.filePath(u".git/index"_s))); // it knows what is in the tree
        expectNoStart(repository, marks, {u"status"_s});
    }

    void repositoryThatMerelyLiesInAFolder()
    {
        const GitRepository repository;
        const Marks marks;
        (void)repository.commit(u"a"_s, "a");
        const QString inner = repository.filePath(u"docs"_s);
        QDir().mkpath(inner);
        repository.git({u"init"_s, u"-q"_s, u"--bare"_s, inner});
        repository.git({u"--git-dir"_s, inner, u"config"_s, u"core.bare"_s, u"false"_s});
        repository.git({u"--git-dir"_s, inner, u"config"_s, u"core.worktree"_s, u"."_s});
        repository.git({u"--git-dir"_s, inner, u"config"_s, u"core.fsmonitor"_s, marks.program()});
        QProcess git;
        git.setWorkingDirectory(inner);
        git.start(u"git"_s, {u"status"_s});
        QVERIFY(git.waitForFinished());
        QVERIFY2(marks.wasStarted(), "the attack itself does not work");
        marks.clear();
        lookAt(inner);
        QVERIFY(!marks.wasStarted());
    }

    void hook()
    {
        const GitRepository repository;
        const Marks marks;
        (void)repository.commit(u"a"_s, "a");
        const QString hooks = repository.filePath(u".git/hooks"_s);
        QDir().mkpath(hooks);
        QVERIFY(QFile::copy(marks.program(), hooks + u"/post-index-change"_s));
        QVERIFY(QFile(repository.filePath(u"a"_s)).setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QFile touched(repository.filePath(u"a"_s));
        QVERIFY(touched.open(QIODevice::ReadWrite));
        QVERIFY(touched.setFileTime(QDateTime::fromSecsSinceEpoch(1'700'000'000), QFileDevice::FileModificationTime));
        touched.close();
        lookAt(repository.path());
        QVERIFY(!marks.wasStarted());
        repository.git({u"status"_s});
        QVERIFY2(marks.wasStarted(), "the attack itself does not work");
    }
};

QTEST_GUILESS_MAIN(ForeignRepositoryTest)
#include "tst_foreignrepository.moc"
