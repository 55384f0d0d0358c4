// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/release/pipedproject.h"

#include <QTest>

using namespace unmoor;

namespace {

/// What the flake's author would see: the derivation that the commit itself gives.
QString derivationOf(const QString &directory, const QString &commit, const QString &output)
{
    const QString reference = u"git+file://%1?rev=%2#packages.x86_64-linux.%3.drvPath"_s.arg(directory, commit, output);
    QProcess nix;
    nix.start(u"nix"_s,
              {u"--extra-experimental-features"_s, u"nix-command flakes"_s, u"eval"_s, u"--raw"_s, reference});
    return nix.waitForFinished(patience) ? QString::fromUtf8(nix.readAllStandardOutput()) : QString();
}

} // namespace

/// A build is of the revision that it was started with, whatever becomes of the checkout meanwhile.
class RevisionTest : public PipedProject
{
    Q_OBJECT

    /// Two targets run and the third waits.
    QFuture<Result<void>> started()
    {
        open(2);
        const auto done = m_session->build(m_session->targets().triplesToBuild());
        if (!QTest::qWaitFor([&] { return running() == 2; }, patience))
            qFatal("The builds did not start.");
        return done;
    }

    void finish(const QFuture<Result<void>> &done) const
    {
        for (const QString &name : {u"one"_s, u"two"_s, u"three"_s})
            tell(name, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
    }

    QByteArray flakeText() const
    {
        QFile file(m_repository->filePath(u"flake.nix"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    bool read() const
    {
        const auto refreshed = m_session->refresh();
        return QTest::qWaitFor([&] { return refreshed.isFinished(); }, patience) && refreshed.result();
    }

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void editedWhileOthersRunTheThirdIsBuiltFromTheCommit()
    {
        const auto done = started();
        const QString commit = m_session->project().checkout.commit;
        QByteArray edited = flakeText();
        m_repository->write(u"flake.nix"_s, edited.replace("mkdir $out;", "mkdir $out; : edited;"));
        finish(done);
        for (int row = 0; row < 3; ++row) {
            const BuildRecord &record = m_session->row(row).record;
            QCOMPARE(build(row), Build::Built);
            QCOMPARE(record.revision, commit);
            QVERIFY(!record.dirty);
            QCOMPARE(record.drvPath, derivationOf(m_repository->path(), commit, m_session->row(row).target.output));
        }
    }

    void committedWhileOthersRunTheOldCommitIsBuiltAndDoesNotCount()
    {
        const auto done = started();
        const QString commit = m_session->project().checkout.commit;
        QByteArray edited = flakeText();
        const QString next = m_repository->commit(u"flake.nix"_s, edited.replace("mkdir $out;", "mkdir $out; : next;"));
        QVERIFY(read());
        QCOMPARE(m_session->project().checkout.commit, next);
        QCOMPARE(running(), 2); // reading anew resets nothing that runs
        finish(done);
        for (int row = 0; row < 3; ++row) {
            const TargetState &target = m_session->row(row);
            QCOMPARE(target.record.revision, commit);
            QVERIFY(target.hasArchive());
            QVERIFY(!target.counts());
            QVERIFY(target.otherRevision.contains(commit.left(7)) && target.otherRevision.contains(next.left(7)));
        }
        QCOMPARE(m_session->targets().triplesToBuild().size(), 3);
        QVERIFY(m_session->publishing().view().desired.files.isEmpty());
        const QString obstacles = m_session->publishing().view().obstacles.join(u'\n');
        QVERIFY2(obstacles.contains(commit.left(7)), qPrintable(obstacles));
    }

    void targetThatIsTakenOutWhileItRunsIsBuiltToItsEnd()
    {
        const auto done = started();
        QByteArray text = pipedManifest();
        m_repository->write(u"unmoor.toml"_s, text.first(text.lastIndexOf("[[target]]")));
        QVERIFY(read());
        QCOMPARE(m_session->targets().rows().size(), 3); // the third still waits
        finish(done);
        QCOMPARE(m_session->row(2).build, Build::Built);
        QVERIFY(read());
        QCOMPARE(m_session->targets().rows().size(), 2);
    }

    void builtFromADirtyTreeStaysSoWhateverTheTreeIsAfterwards()
    {
        const QByteArray clean = flakeText();
        QByteArray edited = clean;
        m_repository->write(u"flake.nix"_s, edited.replace("mkdir $out;", "mkdir $out; : dirty;"));
        const auto done = started();
        QVERIFY(!m_session->project().checkout.isClean());
        m_repository->write(u"flake.nix"_s, clean);
        finish(done);
        QVERIFY(read());
        QVERIFY(m_session->project().checkout.isClean());
        QVERIFY(m_session->row(0).record.dirty);
        QVERIFY(!m_session->row(0).counts());
        QVERIFY(m_session->row(0).otherRevision.contains(u"uncommitted"_s));

        open(2); // another session finds nothing of the commit
        QVERIFY(!m_session->row(0).hasArchive());
    }

    void rootOfACommitStaysWhenItsTreeIsBuiltWithChanges()
    {
        open(1);
        auto done = m_session->build({m_session->at(0)});
        tell(u"one"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        const QString root = m_session->row(0).record.gcRoot;
        const QString result = QFileInfo(root).symLinkTarget();
        QVERIFY(!result.isEmpty());

        QByteArray edited = flakeText();
        m_repository->write(u"flake.nix"_s, edited.replace("mkdir $out;", "mkdir $out; : dirty;"));
        QVERIFY(read());
        done = m_session->build({m_session->at(0)});
        tell(u"one"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        QCOMPARE(build(0), Build::Built);
        QCOMPARE(QFileInfo(root).symLinkTarget(), result);
    }

    void shallowClonesAndWorktreesAreBuiltFromTheirCommit()
    {
        const QString commit = m_repository->commit(u"more.txt"_s, "more\n");
        const QString shallow = m_dir->filePath(u"shallow clone"_s);
        m_repository->git({u"clone"_s, u"-q"_s, u"--depth"_s, u"1"_s, u"file://"_s + m_repository->path(), shallow});
        const QString worktree = m_dir->filePath(u"worktree"_s);
        m_repository->git({u"worktree"_s, u"add"_s, u"-q"_s, u"--detach"_s, worktree});
        for (const QString &directory : {shallow, worktree}) {
            const auto read = readProject(directory, Trust::Given, {}, {});
            QTRY_VERIFY_WITH_TIMEOUT(read.isFinished(), patience);
            QVERIFY2(read.result(), read.result() ? "" : qPrintable(read.result().error().message));
            const Project &project = **read.result();
            QCOMPARE(project.checkout.commit, commit);
            QVERIFY(project.flake().reference.contains(u"rev="_s + commit));
            const auto outputs = Flake(project.flake()).outputs();
            QTRY_VERIFY_WITH_TIMEOUT(outputs.isFinished(), patience);
            QVERIFY2(outputs.result(), outputs.result() ? "" : qPrintable(outputs.result().error().message));
            QCOMPARE(outputs.result()->size(), 3);
        }
    }

    void publishingNamesWhatWasNotRead()
    {
        open(1);
        const auto done = m_session->build({m_session->at(0)});
        tell(u"one"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        const auto obstacles = [this] { return m_session->publishing().view().obstacles.join(u'\n'); };
        QVERIFY(!obstacles().contains(u"was not read"_s));

        open(1); // the ledger has it, and nobody looked at it yet
        QVERIFY(m_session->row(0).counts());
        QVERIFY2(obstacles().contains(u"was not read"_s), qPrintable(obstacles()));
        const auto read = m_session->archives().inspectAll(m_session->snapshot());
        QVERIFY(obstacles().contains(u"is being read"_s));
        QTRY_VERIFY_WITH_TIMEOUT(read.isFinished(), patience);
        QVERIFY2(!obstacles().contains(m_session->at(0)), qPrintable(obstacles()));
    }
};

QTEST_GUILESS_MAIN(RevisionTest)
#include "tst_revision.moc"
