// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/preparerun.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/plainmanifest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// Real repositories, remotes and keys.
class PrepareTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<QTemporaryDir> m_state;
    QStringList m_said;

    const QByteArray m_changelog =
        "# Changelog\n\n## Unreleased\n\n### Fixed\n\n- A crash\n\n## 1.0.5 (2026-07-08)\n\n- Words\n";

    template <typename T>
    T valueOf(const QFuture<Result<T>> &future)
    {
        const Result<T> result = resultOf(future);
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        return *result;
    }

    template <typename T>
    Result<T> resultOf(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000))
            qFatal("it does not end");
        return future.result();
    }

    PrepareFacts facts() { return valueOf(gatherPrepareFacts(m_project->path(), Trust::Given)); }

    PreparePlan plan(const QString &wanted = {}) { return planPrepare(facts(), wanted).value(); }

    Result<PrepareJournal> run(const PreparePlan &plan, bool keepsEdits = false)
    {
        const PrepareListener listener{.said = [this](const QString &line) { m_said += line; }, .began = {}};
        return resultOf(runPrepare(plan, m_state->path(), keepsEdits, listener));
    }

    void hook(const QString &folder, const QString &name, const QByteArray &script)
    {
        QFile file(folder + u"/hooks/"_s + name);
        QVERIFY(QDir().mkpath(folder + u"/hooks"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + script) > 0);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    QString git(const QStringList &arguments) { return m_project->git(arguments); }
    QString head() { return git({u"rev-parse"_s, u"HEAD"_s}); }

    void addManifest(const QByteArray &lines)
    {
        QByteArray text = plainManifest;
        text.replace("tag = \"v{version}\"\n", "tag = \"v{version}\"\n" + lines);
        m_project->commit(u"unmoor.toml"_s, text);
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_said.clear();
        m_state = std::make_unique<QTemporaryDir>();
        m_project = std::make_unique<GitRepository>();
        m_project->write(u"unmoor.toml"_s, plainManifest);
        m_project->commit(u"CHANGELOG.md"_s, m_changelog);
        git({u"tag"_s, u"v1.0.5"_s});
        m_project->commit(u"a.txt"_s, "more");
    }

    void planSaysAllOfIt()
    {
        const PreparePlan made = plan();
        QCOMPARE(made.version, u"1.0.6"_s);
        QCOMPARE(made.tag, u"v1.0.6"_s);
        QCOMPARE(made.message, u"Release v1.0.6"_s);
        QVERIFY2(made.obstacles.isEmpty(), qPrintable(made.obstacles.join(u' ')));
        QCOMPARE(made.edits.size(), 2);
        QVERIFY(made.tagMessage.startsWith(u"minne v1.0.6\n"_s) && made.tagMessage.contains(u"- A crash"_s));
        QCOMPARE(plan(u"minor"_s).version, u"1.1.0"_s);
        QVERIFY(plan(u"pre"_s).isPreRelease);
        QVERIFY(!planPrepare(facts(), u"1.0.4"_s));
        QVERIFY(!planPrepare(facts(), u"banana"_s));
    }

    void commitHoldsItsFilesAndTheTagIsAtIt()
    {
        const auto done = run(plan());
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QCOMPARE(done->commit, head());
        QCOMPARE(git({u"diff-tree"_s, u"-r"_s, u"--no-commit-id"_s, u"--name-only"_s, u"HEAD"_s}),
                 u"CHANGELOG.md\nunmoor.toml"_s);
        QCOMPARE(git({u"rev-parse"_s, u"v1.0.6^{commit}"_s}), head());
        QCOMPARE(git({u"cat-file"_s, u"-t"_s, u"v1.0.6"_s}), u"tag"_s);
        QVERIFY(git({u"tag"_s, u"-l"_s, u"--format=%(contents)"_s, u"v1.0.6"_s}).contains(u"### Fixed"_s));
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());
        QCOMPARE(valueOf(readProject(m_project->path(), Trust::Given, {}, {}))->versionText(), u"1.0.6"_s);
    }

    void lightweightWhereTheManifestSaysSo()
    {
        addManifest("tag-kind = \"lightweight\"\ncommit-message = \"{name} {version}\"\n");
        QVERIFY(run(plan()));
        QCOMPARE(git({u"cat-file"_s, u"-t"_s, u"v1.0.6"_s}), u"commit"_s);
        QCOMPARE(git({u"log"_s, u"-1"_s, u"--format=%s"_s}), u"minne 1.0.6"_s);
    }

    void signedWithAKeyThatGitVerifies()
    {
        const QString key = m_state->filePath(u"key"_s);
        QProcess made;
        made.start(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, {}, u"-f"_s, key});
        QVERIFY(made.waitForFinished() && made.exitCode() == 0);
        QFile allowed(m_state->filePath(u"allowed"_s)), publicKey(key + u".pub"_s);
        QVERIFY(publicKey.open(QIODevice::ReadOnly) && allowed.open(QIODevice::WriteOnly));
        allowed.write("mo@example.invalid " + publicKey.readAll());
        allowed.close();
        for (const auto &[name, value] : {std::pair{u"gpg.format"_s, u"ssh"_s},
                                          {u"user.signingkey"_s, key + u".pub"_s},
                                          {u"gpg.ssh.allowedSignersFile"_s, allowed.fileName()},
                                          {u"tag.gpgSign"_s, u"true"_s},
                                          {u"commit.gpgSign"_s, u"true"_s}})
            git({u"config"_s, name, value});
        const PreparePlan signedPlan = plan();
        QCOMPARE(signedPlan.tagKind, TagKind::Signed);
        const auto done = run(signedPlan);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        git({u"tag"_s, u"-v"_s, u"v1.0.6"_s}); // ends the test where it is not verified
        git({u"verify-commit"_s, u"HEAD"_s});
    }

    void signedWithAKeyOfGpg()
    {
        QTemporaryDir home; // 0700, and short enough for the sockets of gpg-agent
        qputenv("GNUPGHOME", home.path().toUtf8());
        const auto gpg = [](const QString &program, const QStringList &arguments) {
            QProcess process;
            process.start(program, arguments);
            return process.waitForFinished() && process.exitCode() == 0;
        };
        QVERIFY(gpg(u"gpg"_s,
                    {u"--batch"_s,
                     u"--quiet"_s,
                     u"--passphrase"_s,
                     {},
                     u"--quick-gen-key"_s,
                     u"Mo Oring <mo@example.invalid>"_s,
                     u"ed25519"_s,
                     u"sign"_s,
                     u"never"_s}));
        git({u"config"_s, u"user.signingkey"_s, u"mo@example.invalid"_s});
        git({u"config"_s, u"tag.gpgSign"_s, u"true"_s});
        git({u"config"_s, u"commit.gpgSign"_s, u"true"_s});
        const auto done = run(plan());
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        git({u"tag"_s, u"-v"_s, u"v1.0.6"_s}); // ends the test where it is not verified
        git({u"verify-commit"_s, u"HEAD"_s});
        const auto checkout = valueOf(readCheckout(m_project->path(), Trust::Given));
        QCOMPARE(checkout.signedTags, QStringList{u"v1.0.6"_s});
        QCOMPARE(checkout.tagObjects.value(u"v1.0.6"_s), git({u"rev-parse"_s, u"v1.0.6"_s}));
        QVERIFY(gpg(u"gpgconf"_s, {u"--kill"_s, u"all"_s}));
        qunsetenv("GNUPGHOME");
    }

    void linkedWorktreeIsPreparedByItself()
    {
        const QString tree = m_state->filePath(u"tree"_s);
        git({u"worktree"_s, u"add"_s, u"-q"_s, u"-b"_s, u"release"_s, tree});
        const auto known = valueOf(gatherPrepareFacts(tree, Trust::Given));
        QCOMPARE(known.git.branch, u"release"_s);
        const auto done = run(planPrepare(known, {}).value());
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QCOMPARE(git({u"rev-parse"_s, u"release"_s}), done->commit);
        QVERIFY(git({u"rev-parse"_s, u"main"_s}) != done->commit);
        QVERIFY(resultOf(undoPrepare(*done, m_state->path())));
        QVERIFY(git({u"tag"_s, u"-l"_s, u"v1.0.6"_s}).isEmpty());
    }

    void detachedHeadIsTaggedAndNotPushed()
    {
        git({u"checkout"_s, u"-q"_s, u"--detach"_s});
        const auto done = run(plan());
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QCOMPARE(git({u"rev-parse"_s, u"v1.0.6^{commit}"_s}), head());
        QVERIFY(resultOf(previewPush(*done)).error().message.contains(u"on no branch"_s));
    }

    void shallowCloneSaysHowToBecomeWhole()
    {
        QTemporaryDir clone;
        git({u"clone"_s, u"-q"_s, u"--depth"_s, u"1"_s, u"--no-tags"_s, u"file://"_s + m_project->path(),
             clone.path()});
        const auto known = resultOf(gatherPrepareFacts(clone.path(), Trust::Given));
        QVERIFY(!known && known.error().message.contains(u"--unshallow"_s));
    }

    void withoutAKeyNothingIsLeftBehind()
    {
        addManifest("tag-kind = \"signed\"\n");
        git({u"config"_s, u"gpg.program"_s, u"/nonexistent"_s});
        const QString before = head();
        const auto done = run(plan());
        QVERIFY(!done && done.error().message.contains(u"The tag was not signed"_s));
        QCOMPARE(head(), before);
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());
        QVERIFY(!readJournal(m_state->path(), m_project->path()).value());
    }

    void aHookThatRefusesIsHeardAndLeavesTheTree()
    {
        hook(m_project->path() + u"/.git"_s, u"pre-commit"_s, "echo the linter is not happy; exit 1\n");
        const QString before = head();
        const auto done = run(plan());
        QVERIFY(!done && done.error().message.contains(u"the linter is not happy"_s));
        QCOMPARE(head(), before);
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());

        QVERIFY(!run(plan(), true));
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).contains(u"CHANGELOG.md"_s));
        QVERIFY(!readJournal(m_state->path(), m_project->path()).value()); // they are the person's now
    }

    void obstaclesAreToldAndNothingIsDone()
    {
        m_project->write(u"b.txt"_s, "not committed");
        QVERIFY(plan().obstacles.join(u' ').contains(u"b.txt"_s));
        QCOMPARE(run(plan()).error().kind, Error::Kind::Conflict);
        QFile::remove(m_project->filePath(u"b.txt"_s));
        git({u"tag"_s, u"v1.0.6"_s, u"v1.0.5"_s});
        QVERIFY(plan(u"1.0.6"_s).obstacles.join(u' ').contains(u"there already"_s));
        git({u"tag"_s, u"-d"_s, u"v1.0.6"_s});
        m_project->write(u".git/MERGE_HEAD"_s, head().toLatin1() + '\n');
        QVERIFY(plan().obstacles.join(u' ').contains(u"a merge"_s));
        QFile::remove(m_project->filePath(u".git/MERGE_HEAD"_s));
        QVERIFY(QDir().mkpath(m_project->filePath(u".git/rebase-merge"_s)));
        QVERIFY(plan().obstacles.join(u' ').contains(u"a rebase"_s));
    }

    void noNotesNoRelease()
    {
        m_project->commit(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        QVERIFY(!plan().obstacles.isEmpty());
    }

    void commandAfterTheBumpIsRunAndItsFilesGoAlong()
    {
        m_project->write(u"lock.txt"_s, "locked 1.0.5\n");
        addManifest("post-bump = [\"sh\", \"-c\", \"echo locking; sed -i s/1.0.5/1.0.6/ lock.txt\"]\n");
        QVERIFY(run(plan()));
        QVERIFY(m_said.contains(u"locking"_s));
        QVERIFY(git({u"show"_s, u"--name-only"_s, u"--format="_s}).contains(u"lock.txt"_s));
        valueOf(undoPrepare(*readJournal(m_state->path(), m_project->path()).value(), m_state->path())
                    .then([](const Result<void> &undone) { return undone.transform([] { return true; }); }));
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());
    }

    void aCommandThatFailsLeavesTheTree()
    {
        m_project->write(u"lock.txt"_s, "locked 1.0.5\n");
        addManifest("post-bump = [\"sh\", \"-c\", \"echo x > lock.txt; exit 3\"]\n");
        const auto done = run(plan());
        QVERIFY(!done && done.error().message.contains(u"code 3"_s));
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());
        QVERIFY(!readJournal(m_state->path(), m_project->path()).value());
    }

    void whatBumpAndCommandBothChangeIsTakenBackWhole()
    {
        addManifest("post-bump = [\"sh\", \"-c\", \"echo >> CHANGELOG.md\"]\n");
        hook(m_project->path() + u"/.git"_s, u"pre-commit"_s, "exit 1\n");
        QVERIFY(!run(plan()));
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());
    }

    void undoTakesBackTagAndCommit()
    {
        const QString before = head();
        const auto done = run(plan());
        QVERIFY(done);
        QVERIFY(resultOf(undoPrepare(*done, m_state->path())));
        QCOMPARE(head(), before);
        QVERIFY(git({u"tag"_s, u"-l"_s, u"v1.0.6"_s}).isEmpty());
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());
        QVERIFY(!readJournal(m_state->path(), m_project->path()).value());
    }

    void undoLeavesWhatSomebodyBuiltUponIt()
    {
        const auto done = run(plan());
        const QString later = m_project->commit(u"c.txt"_s, "later");
        const auto undone = resultOf(undoPrepare(*done, m_state->path()));
        QCOMPARE(undone.error().kind, Error::Kind::Conflict);
        QCOMPARE(head(), later);
        QCOMPARE(git({u"rev-parse"_s, u"v1.0.6^{commit}"_s}), done->commit); // the tag, too
        QVERIFY(!valueOf(standingOf(*done)).isTakenApart());
    }

    void whatSomebodyUndidWithGitIsInNobodysWay()
    {
        const auto done = run(plan());
        git({u"tag"_s, u"-d"_s, u"v1.0.6"_s});
        git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~1"_s});
        QVERIFY(valueOf(standingOf(*done)).isTakenApart());
    }

    void killedAfterEachStepTheTrueStateIsKnown()
    {
        const PreparePlan made = plan();
        const auto done = run(made);
        QVERIFY(done);
        // The commit was made and not written down.
        PrepareJournal early = *done;
        early.commit.clear();
        early.isTagged = false;
        const PrepareJournal known = valueOf(standingOf(early)).journal;
        QCOMPARE(known.commit, done->commit);
        QVERIFY(known.isTagged);
        // Nothing but edits.
        QVERIFY(resultOf(undoPrepare(known, m_state->path())));
        for (const FileEdit &edit : made.edits)
            QVERIFY(applyEdit(m_project->path(), edit));
        PrepareJournal edited = early;
        QVERIFY(valueOf(standingOf(edited)).journal.commit.isEmpty());
        QVERIFY(resultOf(undoPrepare(edited, m_state->path())));
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());
    }

    void branchAndTagArePushedTogetherOrNotAtAll()
    {
        const QString folder = u".github/workflows/"_s;
        m_project->write(folder + u"release.yml"_s,
                         "on: {push: {tags: ['v*']}}\njobs: {a: {runs-on: x, steps: [{run: 'true'}]}}\n");
        m_project->write(folder + u"check.yml"_s,
                         "on: {push: {branches: [main]}}\njobs: {a: {runs-on: x, steps: [{run: 'true'}]}}\n");
        m_project->commit(folder + u"broken.yml"_s, "on: {push: {tags: ['v*']}}\njobs: {a: [\n");
        QTemporaryDir remote;
        m_project->git({u"clone"_s, u"-q"_s, u"--bare"_s, m_project->path(), remote.path()});
        git({u"remote"_s, u"add"_s, u"origin"_s, remote.path()});
        git({u"fetch"_s, u"-q"_s});
        git({u"branch"_s, u"--set-upstream-to=origin/main"_s});
        const auto done = run(plan());
        QVERIFY(done);
        const PushPreview preview = valueOf(previewPush(*done));
        QCOMPARE(preview.commits.size(), 1);
        QVERIFY(preview.commits.first().endsWith(u"Release v1.0.6"_s));
        QCOMPARE(preview.workflows, QStringList{folder + u"release.yml"_s});

        hook(remote.path(), u"update"_s, "case $1 in refs/tags/*) echo tags are protected here >&2; exit 1;; esac\n");
        const auto refused = resultOf(pushPrepared(*done, preview, m_state->path()));
        QVERIFY(!refused && refused.error().message.contains(u"tags are protected here"_s));
        const auto inRemote = [&](const QString &name) {
            return m_project->git({u"ls-remote"_s, remote.path(), name}).section(u'\t', 0, 0);
        };
        QVERIFY(inRemote(u"refs/heads/main"_s) != done->commit);

        QFile::remove(remote.path() + u"/hooks/update"_s);
        QVERIFY(resultOf(pushPrepared(*done, preview, m_state->path())));
        QCOMPARE(inRemote(u"refs/heads/main"_s), done->commit);
        QVERIFY(!inRemote(u"refs/tags/v1.0.6"_s).isEmpty());
        QVERIFY(readJournal(m_state->path(), m_project->path()).value()->isPushed);
        QCOMPARE(valueOf(standingOf(*done)).remotes, u"origin/main"_s);
        QCOMPARE(resultOf(undoPrepare(*done, m_state->path())).error().kind, Error::Kind::Conflict);
    }
};

QTEST_GUILESS_MAIN(PrepareTest)
#include "tst_prepare.moc"
