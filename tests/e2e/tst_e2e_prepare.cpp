// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

#include "tests/app/project/gitrepository.h"
#include "tests/app/release/plainmanifest.h"
#include "tests/standin/gitbehind.h"
#include "tests/standin/teststandin.h"

using namespace e2e;
using namespace unmoor;

/// From the next version to the pushed tag by command, with a real remote and the pull requests of the stand-in.
class PrepareCommandTest : public QObject
{
    Q_OBJECT

    const QString m_repository = u"owner/minne"_s;
    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<TestStandIn> m_host;
    std::shared_ptr<GitBehind> m_behind;

    QString git(const QStringList &arguments) const { return m_project->git(arguments); }
    QString inRemote(const QString &ref) const { return m_behind->git({u"rev-parse"_s, ref}); }

    QStringList words(const QStringList &options) const
    {
        return QStringList{u"prepare"_s} + options
            + QStringList{u"--project"_s,   m_project->path(),      u"--state-dir"_s,
                          m_state->path(),  u"--api-url"_s,         m_host->apiUrl().toString(),
                          u"--token-env"_s, u"UNMOOR_TEST_TOKEN"_s, u"--json"_s};
    }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromLatin1(m_host->token()));
        return environment;
    }

    Ended prepare(const QStringList &options) const { return run(words(options), environment()); }

    void commit(const QByteArray &manifestLines, const QByteArray &changelog) const
    {
        QByteArray manifest = plainManifest;
        manifest.replace("tag = \"v{version}\"\n",
                         "tag = \"v{version}\"\nrepository = \"owner/minne\"\n" + manifestLines);
        m_project->write(u"unmoor.toml"_s, manifest);
        m_project->commit(u"CHANGELOG.md"_s, changelog);
    }

    void push() const
    {
        git({u"remote"_s, u"add"_s, u"origin"_s, m_behind->path()});
        git({u"push"_s, u"-q"_s, u"-u"_s, u"origin"_s, u"main"_s});
        m_behind->tell();
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_state = std::make_unique<QTemporaryDir>();
        m_project = std::make_unique<GitRepository>();
        m_host = std::make_unique<TestStandIn>(m_state->filePath(u"host"_s));
        QVERIFY(m_host->start());
        m_behind = std::make_shared<GitBehind>(*m_host, m_repository);
        m_host->setInterceptor(m_behind);
        commit({}, "# Changelog\n\n## Unreleased\n\n- A crash\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        git({u"tag"_s, u"v1.0.5"_s});
        m_project->commit(u"a.txt"_s, "more");
    }

    void protectedBranchGoesByAPullRequest()
    {
        push();
        m_behind->hook(
            u"update"_s,
            "[ $1 != refs/heads/main ] || { echo 'error: GH006: Protected branch update failed' >&2; exit 1; }\n");
        const Ended refused = prepare({u"--push"_s, u"--yes"_s});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("GH006") && refused.err.contains("--pull-request"), refused.err.constData());
        QVERIFY(m_behind->git({u"tag"_s, u"-l"_s, u"v1.0.6"_s}).isEmpty());

        const Ended opened = prepare({u"--pull-request"_s, u"--yes"_s});
        QVERIFY2(opened.code == 0, opened.err.constData());
        QCOMPARE(opened.json()[u"pull_request"_s][u"number"_s].toInt(), 1);
        QCOMPARE(inRemote(u"release/v1.0.6"_s), git({u"rev-parse"_s, u"HEAD"_s}));

        const Ended waiting = prepare({u"--continue"_s, u"--yes"_s});
        QCOMPARE(waiting.code, 1);
        QVERIFY2(waiting.err.contains("not merged yet"), waiting.err.constData());
        const Ended undone = prepare({u"--undo"_s});
        QVERIFY2(undone.code == 1 && undone.err.contains("pull request"), undone.err.constData());

        const QString merged = m_behind->git({u"commit-tree"_s, u"release/v1.0.6^{tree}"_s, u"-m"_s, u"Merge"_s,
                                              u"-p"_s, u"main"_s, u"-p"_s, u"release/v1.0.6"_s});
        m_behind->git({u"update-ref"_s, u"refs/heads/main"_s, merged});
        QVERIFY(m_host->mergePull(m_repository, 1, merged));
        const Ended done = prepare({u"--continue"_s, u"--yes"_s});
        QVERIFY2(done.code == 0, done.err.constData());
        QVERIFY(done.json()[u"pushed"_s].toBool());
        QCOMPARE(inRemote(u"v1.0.6^{commit}"_s), merged);
        QCOMPARE(git({u"rev-parse"_s, u"HEAD"_s}), merged);
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());
    }

    void whatFollowsIsBegunPushedAndBegunOnce()
    {
        commit("dev-suffix = \"-dev\"\n", "# Changelog\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        git({u"tag"_s, u"-f"_s, u"v1.0.5"_s});
        push();
        const QString released = git({u"rev-parse"_s, u"HEAD"_s});
        const Ended looked = prepare({u"--begin-next"_s, u"--dry-run"_s});
        QVERIFY2(looked.code == 0, looked.err.constData());
        QCOMPARE(looked.json()[u"version"_s].toString(), u"1.0.6-dev"_s);
        QVERIFY(looked.json()[u"tag"_s].isNull());
        QCOMPARE(looked.json()[u"edits"_s].toArray().size(), 2);
        QCOMPARE(git({u"rev-parse"_s, u"HEAD"_s}), released);

        const Ended begun = prepare({u"--begin-next"_s, u"--yes"_s});
        QVERIFY2(begun.code == 0, begun.err.constData());
        QCOMPARE(git({u"log"_s, u"-1"_s, u"--format=%s"_s}), u"Begin 1.0.6-dev"_s);
        QCOMPARE(git({u"tag"_s, u"--points-at"_s, u"HEAD"_s}), QString());
        const Ended undone = prepare({u"--undo"_s});
        QVERIFY2(undone.code == 0, undone.err.constData());
        QCOMPARE(git({u"rev-parse"_s, u"HEAD"_s}), released);

        const Ended pushed = prepare({u"--begin-next"_s, u"--as"_s, u"minor"_s, u"--push"_s, u"--yes"_s});
        QVERIFY2(pushed.code == 0, pushed.err.constData());
        QCOMPARE(inRemote(u"main"_s), git({u"rev-parse"_s, u"HEAD"_s}));
        QVERIFY(m_behind->git({u"show"_s, u"main:unmoor.toml"_s}).contains(u"1.1.0-dev"_s));
        QVERIFY(m_behind->git({u"show"_s, u"main:CHANGELOG.md"_s}).startsWith(u"# Changelog\n\n## Unreleased\n"_s));

        const Ended again = prepare({u"--begin-next"_s, u"--yes"_s});
        QVERIFY2(again.code == 0, again.err.constData());
        QVERIFY(again.json()[u"edits"_s].toArray().isEmpty());
        QCOMPARE(inRemote(u"main"_s), git({u"rev-parse"_s, u"HEAD"_s}));
    }

    void secondProcessIsToldWhoPrepares()
    {
        const QString hook = m_project->path() + u"/.git/hooks/pre-commit"_s;
        QVERIFY(QDir().mkpath(QFileInfo(hook).path()));
        write(hook,
              "#!/bin/sh\ntouch '" + m_state->filePath(u"there"_s).toUtf8() + "'\nwhile [ ! -e '"
                  + m_state->filePath(u"on"_s).toUtf8() + "' ]; do sleep 0.02; done\n");
        QFile::setPermissions(hook, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QProcess first;
        start(first, words({u"--yes"_s}), environment());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_state->filePath(u"there"_s)), 60'000);
        const Ended second = prepare({u"--yes"_s});
        QCOMPARE(second.code, 1);
        QVERIFY2(second.err.contains("another Unmoor (process " + QByteArray::number(first.processId()) + ")"),
                 second.err.constData());
        write(m_state->filePath(u"on"_s), "1");
        const Ended ended = finish(first);
        QVERIFY2(ended.code == 0, ended.err.constData());
        QVERIFY(!git({u"tag"_s, u"-l"_s, u"v1.0.6"_s}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(PrepareCommandTest)
#include "tst_e2e_prepare.moc"
