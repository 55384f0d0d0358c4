// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/project/gitrepository.h"
#include "tests/app/publish/publishbench.h"
#include "tests/standin/gitbehind.h"

#include <QTest>

/// A release on git's own tag: a real repository, pushed to a real remote, which the stand-in stands before.
class PushTagTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<PublishBench> m_bench;
    std::shared_ptr<GitBehind> m_behind;

    QString tagInRemote() const
    {
        return m_project->git({u"ls-remote"_s, m_behind->path(), u"refs/tags/v1.0.5"_s}).section(u'\t', 0, 0);
    }

    void tag(const QStringList &arguments)
    {
        m_project->git(QStringList{u"tag"_s} + arguments + QStringList{u"-m"_s, u"minne 1.0.5"_s, u"v1.0.5"_s});
        m_bench->desired.tagObject = m_project->git({u"rev-parse"_s, u"refs/tags/v1.0.5"_s});
        m_bench->desired.root = m_project->path();
    }

    void signWithSsh()
    {
        const QString key = m_bench->folder.filePath(u"key"_s);
        QProcess made;
        made.start(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, {}, u"-f"_s, key});
        QVERIFY(made.waitForFinished() && made.exitCode() == 0);
        m_project->git({u"config"_s, u"gpg.format"_s, u"ssh"_s});
        m_project->git({u"config"_s, u"user.signingkey"_s, key + u".pub"_s});
        tag({u"--sign"_s});
        m_bench->desired.tagKind = TagKind::Signed;
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_project = std::make_unique<GitRepository>();
        m_bench = std::make_unique<PublishBench>();
        m_behind = std::make_shared<GitBehind>(m_bench->host, repo);
        m_bench->desired.commit = m_project->commit(u"a.txt"_s, "words");
        m_project->git({u"remote"_s, u"add"_s, u"origin"_s, m_behind->path()});
        m_project->git({u"push"_s, u"-q"_s, u"origin"_s, u"main"_s});
        m_bench->host.setInterceptor(m_behind);
    }

    void cleanup()
    {
        m_bench.reset();
        m_behind.reset();
    }

    void tagIsPushedBeforeTheReleaseIsPublicAndIsGits()
    {
        tag({u"--annotate"_s});
        const PublishOutcome outcome = m_bench->published();
        const QStringList names = namesOf(outcome.steps);
        QVERIFY(names.indexOf(u"push-tag done"_s) > 0);
        QVERIFY(names.indexOf(u"push-tag done"_s) < names.indexOf(u"publish done"_s));
        QCOMPARE(tagInRemote(), m_bench->desired.tagObject);
        QCOMPARE(outcome.remote.tagRef->object, m_bench->desired.tagObject);
        QCOMPARE(signatureWords(*outcome.remote.tagRef), u"annotated, not signed"_s);
        QCOMPARE(m_bench->host.requestCount("POST", u"/git/refs"_s), 0);
    }

    void whatTheHostSaysOfTheSignatureIsShown_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("words");
        QTest::newRow("verified") << u"valid"_s << u"signature verified"_s;
        QTest::newRow("unknown") << u"unknown_key"_s << u"unknown_key"_s;
    }
    void whatTheHostSaysOfTheSignatureIsShown()
    {
        QFETCH(QString, reason);
        QFETCH(QString, words);
        signWithSsh();
        m_behind->reason = reason;
        const PublishOutcome outcome = m_bench->published();
        const auto pushed = std::ranges::find_if(
            outcome.steps, [](const StepResult &one) { return one.step.kind == PublishStep::Kind::PushTag; });
        QVERIFY(pushed->proof.contains(words));
        QCOMPARE(outcome.remarks.join(u' ').contains(u"wants a signed tag"_s), reason != u"valid"_s);
    }

    void tagThatTheRemoteRefusesStopsBeforeUsersSeeAnything()
    {
        tag({u"--annotate"_s});
        m_behind->hook(u"update"_s, "case $1 in refs/tags/*) echo tags are protected here >&2; exit 1;; esac\n");
        const PublishOutcome refused = m_bench->publish();
        QVERIFY(refused.error->message.contains(u"tags are protected here"_s));
        QVERIFY(refused.remote.release->draft);
        m_behind->dropHook(u"update"_s);
        QVERIFY2(m_bench->publish().complete, "after the hook is gone");
        QCOMPARE(tagInRemote(), m_bench->desired.tagObject);
    }

    void tagThatIsThereIsNotPushedAgain()
    {
        tag({u"--annotate"_s});
        m_project->git({u"push"_s, u"-q"_s, u"origin"_s, u"v1.0.5"_s});
        const PublishOutcome outcome = m_bench->published();
        QVERIFY(!namesOf(outcome.steps).contains(u"push-tag done"_s));
    }

    void remoteOfAnotherRepositoryIsSaid()
    {
        tag({u"--annotate"_s});
        m_behind->tell();
        m_behind->isBlind = true;
        const PublishOutcome outcome = m_bench->publish(PublishBench::quick(2));
        QVERIFY(outcome.error->message.contains(u"does not show it"_s));
        QVERIFY(outcome.remote.release->draft);
    }

    void draftAloneNeedsNoTag()
    {
        tag({u"--annotate"_s});
        m_bench->desired.draftOnly = true;
        QVERIFY(m_bench->publish().complete);
        QVERIFY(tagInRemote().isEmpty());
    }
};

QTEST_GUILESS_MAIN(PushTagTest)
#include "tst_pushtag.moc"
