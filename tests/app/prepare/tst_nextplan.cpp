// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/nextplan.h"
#include "app/prepare/preparer.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/plainmanifest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// What follows a release: real repositories and remotes.
class NextPlanTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<QTemporaryDir> m_state;

    template <typename T>
    T valueOf(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000))
            qFatal("it does not end");
        if (!future.result())
            qFatal("%s", qPrintable(future.result().error().message));
        return *future.result();
    }

    QString git(const QStringList &arguments) const { return m_project->git(arguments); }
    QString head() const { return git({u"rev-parse"_s, u"HEAD"_s}); }
    PrepareFacts facts() { return valueOf(gatherPrepareFacts(m_project->path(), Trust::Given)); }
    PreparePlan plan(const QString &wanted = {}) { return planNext(facts(), wanted).value(); }

    void release(const QByteArray &manifestLines, const QByteArray &changelog, const QString &version = u"1.0.5"_s)
    {
        QByteArray manifest = plainManifest;
        manifest.replace("tag = \"v{version}\"\n", "tag = \"v{version}\"\n" + manifestLines);
        manifest.replace("1.0.5", version.toUtf8());
        m_project->write(u"unmoor.toml"_s, manifest);
        m_project->commit(u"CHANGELOG.md"_s, changelog);
        git({u"tag"_s, u'v' + version});
    }

    static bool settled(const Preparer &preparer)
    {
        return QTest::qWaitFor([&] { return preparer.work() == Preparer::Work::None; }, 60'000);
    }

    const QByteArray m_without = "# Changelog\n\n## 1.0.5 (2026-07-08)\n\n- Words\n";
    const QByteArray m_with = "# Changelog\n\n## Unreleased\n\n## 1.0.5 (2026-07-08)\n\n- Words\n";

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_state = std::make_unique<QTemporaryDir>();
        m_project = std::make_unique<GitRepository>();
    }

    void sectionAloneWhereTheManifestWantsNoMore()
    {
        release({}, m_without);
        const PreparePlan made = plan();
        QVERIFY2(made.obstacles.isEmpty(), qPrintable(made.obstacles.join(u' ')));
        QVERIFY(made.version.isEmpty() && !made.makesTag());
        QCOMPARE(made.edits.size(), 1);
        QCOMPARE(made.edits.first().after, m_with);
        QCOMPARE(made.message, u"Begin the next version"_s);
        QVERIFY(isNextWanted(*made.project));
        QCOMPARE(plan(u"minor"_s).version, u"1.1.0"_s); // somebody's word counts more
    }

    void versionGoesOnWithTheManifestsSuffix_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("released");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("next");
        const QByteArray dev = "dev-suffix = \"-dev\"\n";
        const QByteArray python = "dev-suffix = \".dev0\"\nversion-scheme = \"pep440\"\n";
        QTest::newRow("patch") << dev << u"1.0.5"_s << QString() << u"1.0.6-dev"_s;
        QTest::newRow("minor") << dev << u"1.0.5"_s << u"minor"_s << u"1.1.0-dev"_s;
        QTest::newRow("by name") << dev << u"1.0.5"_s << u"2.0.0-alpha"_s << u"2.0.0-alpha"_s;
        QTest::newRow("after a candidate it stays") << dev << u"1.0.5-rc.1"_s << QString() << QString();
        QTest::newRow("Python's") << python << u"1.0.5"_s << QString() << u"1.0.6.dev0"_s;
    }
    void versionGoesOnWithTheManifestsSuffix()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, released);
        release(lines, m_with, released);
        QFETCH(QString, wanted);
        QTEST(plan(wanted).version, "next");
    }

    void whatCannotFollowIsRefused()
    {
        release("dev-suffix = \"-dev\"\n", m_with);
        QVERIFY(planNext(facts(), u"1.0.5-dev"_s).error().message.contains(u"not newer"_s));
        QVERIFY(planNext(facts(), u"banana"_s).error().message.contains(u"patch (1.0.6-dev)"_s));
        git({u"tag"_s, u"-d"_s, u"v1.0.5"_s});
        QVERIFY(plan().obstacles.join(u' ').contains(u"git fetch --tags"_s));
    }

    void whatIsBegunIsNotBegunAgain()
    {
        release({}, m_with);
        QVERIFY(plan().isDone());
        QVERIFY(!isNextWanted(*facts().project));
    }

    void oneCommitWithoutATagIsMadeTakenBackAndPushed()
    {
        release("dev-suffix = \"-dev\"\nnext-message = \"{name}: on to {version}\"\n"
                "post-bump = [\"sh\", \"-c\", \"echo locked > lock.txt\"]\n",
                m_without);
        m_project->commit(u"lock.txt"_s, "1.0.5\n");
        git({u"tag"_s, u"-f"_s, u"v1.0.5"_s});
        QTemporaryDir remote;
        git({u"clone"_s, u"-q"_s, u"--bare"_s, m_project->path(), remote.path()});
        git({u"remote"_s, u"add"_s, u"origin"_s, remote.path()});
        git({u"fetch"_s, u"-q"_s});
        git({u"branch"_s, u"--set-upstream-to=origin/main"_s});
        const QString before = head();

        Preparer preparer(m_project->path(), m_state->path());
        preparer.setPurpose(Preparer::Purpose::Next);
        preparer.read();
        QVERIFY(settled(preparer));
        QCOMPARE(preparer.choices().first().version, u"1.0.6-dev"_s);
        preparer.prepare(false);
        QVERIFY(settled(preparer));
        QVERIFY2(!preparer.problem(), preparer.problem() ? qPrintable(preparer.problem()->message) : "");
        QCOMPARE(git({u"log"_s, u"-1"_s, u"--format=%s"_s}), u"minne: on to 1.0.6-dev"_s);
        QCOMPARE(git({u"diff-tree"_s, u"-r"_s, u"--no-commit-id"_s, u"--name-only"_s, u"HEAD"_s}),
                 u"CHANGELOG.md\nlock.txt\nunmoor.toml"_s);
        QVERIFY(preparer.standing() && preparer.standing()->journal.isMade());
        preparer.takeBack();
        QVERIFY(settled(preparer));
        QCOMPARE(head(), before);
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());

        preparer.prepare(false);
        QVERIFY(settled(preparer));
        preparer.push();
        QVERIFY(settled(preparer));
        QVERIFY2(!preparer.problem(), preparer.problem() ? qPrintable(preparer.problem()->message) : "");
        QCOMPARE(git({u"ls-remote"_s, remote.path(), u"refs/heads/main"_s}).section(u'\t', 0, 0), head());
        QCOMPARE(git({u"tag"_s, u"-l"_s}), u"v1.0.5"_s);
        for (const Preparer::Step &step : preparer.steps())
            QCOMPARE(step.state, Preparer::Step::State::Done);

        // The release after it counts from the last one, and writes over the version in between.
        m_project->commit(u"CHANGELOG.md"_s,
                          "# Changelog\n\n## Unreleased\n\n- A crash\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        QCOMPARE(planPrepare(facts(), {}).value().version, u"1.0.6"_s);
        QCOMPARE(planPrepare(facts(), {}).value().edits.size(), 2);
    }

    void whatWasBuiltUponItIsInNobodysWay()
    {
        release({}, m_without);
        const PrepareJournal begun = valueOf(runPrepare(plan(), m_state->path(), false));
        QVERIFY(valueOf(readStanding(m_state->path(), m_project->path())));
        m_project->commit(u"a.txt"_s, "the next feature");
        QVERIFY(!valueOf(readStanding(m_state->path(), m_project->path())));
    }

    void firstVersionThatIsWrittenAlreadyCanBeTagged()
    {
        m_project->write(u"unmoor.toml"_s, plainManifest);
        m_project->commit(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        const auto first = planPrepare(facts(), u"1.0.5"_s);
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QVERIFY(first->edits.isEmpty() && first->obstacles.isEmpty());
        git({u"tag"_s, u"v1.0.5"_s});
        QVERIFY(!planPrepare(facts(), u"1.0.5"_s));
    }

    void aSecondOneIsToldAndDoesNothing()
    {
        release({}, m_without);
        Preparer preparer(m_project->path(), m_state->path());
        preparer.setPurpose(Preparer::Purpose::Next);
        preparer.read();
        QVERIFY(settled(preparer));
        const QString before = head();
        {
            const auto held = holdPreparation(m_state->path(), m_project->path());
            QVERIFY(held);
            preparer.prepare(false);
            QVERIFY(settled(preparer));
            QVERIFY(preparer.problem() && preparer.problem()->message.contains(u"another Unmoor (process"_s));
            QCOMPARE(head(), before);
        }
        // It was done meanwhile, and what was looked at is no longer so.
        const PrepareJournal other = valueOf(runPrepare(plan(), m_state->path(), false));
        preparer.prepare(false);
        QVERIFY(settled(preparer));
        QVERIFY(preparer.problem() && preparer.problem()->message.contains(u"meanwhile"_s));
        QVERIFY(preparer.standing() && preparer.standing()->journal.commit == other.commit);
        QCOMPARE(head(), other.commit);
    }
};

QTEST_GUILESS_MAIN(NextPlanTest)
#include "tst_nextplan.moc"
