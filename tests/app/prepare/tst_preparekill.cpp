// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/preparer.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/plainmanifest.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

/// What the process that is killed does: prepare PROJECT STATE, then push.
int prepareAndPush(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    Preparer preparer(app.arguments().value(1), app.arguments().value(2));
    QObject::connect(&preparer, &Preparer::changed, &app, [&] {
        if (preparer.work() != Preparer::Work::None)
            return;
        if (preparer.problem() || preparer.pushed())
            return QCoreApplication::exit(preparer.pushed() ? 0 : 1);
        // Not from within the work that has just ended.
        QMetaObject::invokeMethod(
            &preparer, [&] { preparer.standing() ? preparer.push() : preparer.prepare(false); }, Qt::QueuedConnection);
    });
    preparer.read();
    return app.exec();
}

UNMOOR_OTHER_PROCESS(prepareAndPush)

} // namespace

/// A process that prepares a release is killed (SIGKILL) in the middle of each step; the next one goes on.
class PrepareKillTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<QTemporaryDir> m_remote;

    QString git(const QStringList &arguments) const { return m_project->git(arguments); }
    QString head() const { return git({u"rev-parse"_s, u"HEAD"_s}); }
    QString sign(const QString &name) const { return m_state->filePath(name); }

    /// Says that it is there, then waits until it may go on.
    QByteArray waitingScript() const
    {
        return "touch " + sign(u"there"_s).toUtf8() + "; while [ ! -e " + sign(u"on"_s).toUtf8()
            + " ]; do sleep 0.02; done\n";
    }

    void hook(const QString &name, const QByteArray &script) const
    {
        const QString path = m_project->path() + u"/.git/hooks/"_s + name;
        QVERIFY(QDir().mkpath(m_project->path() + u"/.git/hooks"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + script) > 0);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    static bool settled(const Preparer &preparer)
    {
        return QTest::qWaitFor([&] { return preparer.work() == Preparer::Work::None; }, 60'000);
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_state = std::make_unique<QTemporaryDir>();
        m_remote = std::make_unique<QTemporaryDir>();
        m_project = std::make_unique<GitRepository>();
        QByteArray manifest = plainManifest;
        const QByteArray script = "[ ! -e " + sign(u"bump"_s).toUtf8() + " ] || { " + waitingScript().trimmed() + "; }";
        m_project->write(u"unmoor.toml"_s,
                         manifest.replace("tag = \"v{version}\"\n",
                                          "tag = \"v{version}\"\npost-bump = ['sh', '-c', '" + script + "']\n"));
        m_project->commit(u"CHANGELOG.md"_s,
                          "# Changelog\n\n## Unreleased\n\n- A crash\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        git({u"tag"_s, u"v1.0.5"_s});
        git({u"clone"_s, u"-q"_s, u"--bare"_s, m_project->path(), m_remote->path()});
        git({u"remote"_s, u"add"_s, u"origin"_s, m_remote->path()});
        git({u"fetch"_s, u"-q"_s});
        git({u"branch"_s, u"--set-upstream-to=origin/main"_s});
    }

    void killedInAStepItIsFinishedByTheNext_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("condition");
        QTest::addRow("the command after the bump") << u"bump"_s << QString();
        QTest::addRow("before the commit") << u"pre-commit"_s << QString();
        QTest::addRow("after the commit, which is not written down") << u"post-commit"_s << QString();
        QTest::addRow("after the tag, which is not written down")
            << u"reference-transaction"_s << u"[ $1 = committed ] && grep -q refs/tags/ || exit 0\n"_s;
        QTest::addRow("before the push") << u"pre-push"_s << QString();
    }
    void killedInAStepItIsFinishedByTheNext()
    {
        QFETCH(QString, where);
        QFETCH(QString, condition);
        const QString before = head();
        if (where == u"bump"_s)
            QVERIFY(QFile(sign(u"bump"_s)).open(QIODevice::WriteOnly));
        else
            hook(where, condition.toUtf8() + waitingScript());
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      {u"prepareAndPush"_s, m_project->path(), m_state->path()});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(sign(u"there"_s)) || process.state() == QProcess::NotRunning, 60'000);
        QVERIFY2(process.state() == QProcess::Running, process.readAllStandardError().constData());
        process.kill();
        QVERIFY(process.waitForFinished());
        // What it had started ends, too; only then it is looked at.
        QVERIFY(QFile(sign(u"on"_s)).open(QIODevice::WriteOnly));
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(m_project->path() + u"/.git/index.lock"_s), 30'000);

        Preparer next(m_project->path(), m_state->path());
        next.read();
        QVERIFY(settled(next));
        QVERIFY2(next.standing().has_value(), "nothing is known of it");
        const PrepareJournal known = next.standing()->journal;
        QCOMPARE(known.commit.isEmpty(), where == u"bump"_s || where == u"pre-commit"_s);
        QCOMPARE(known.isTagged, where == u"reference-transaction"_s || where == u"pre-push"_s);
        if (!known.isTagged) {
            next.goOn();
            QVERIFY(settled(next));
            QVERIFY2(!next.problem(), next.problem() ? qPrintable(next.problem()->message) : "");
        }
        QCOMPARE(git({u"rev-parse"_s, u"HEAD~1"_s}), before);
        QCOMPARE(git({u"rev-parse"_s, u"v1.0.6^{commit}"_s}), head());
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());
        next.push();
        QVERIFY(settled(next));
        QVERIFY(next.pushed().has_value());
        QCOMPARE(git({u"ls-remote"_s, m_remote->path(), u"refs/heads/main"_s}).section(u'\t', 0, 0), head());
    }
};

QTEST_GUILESS_MAIN(PrepareKillTest)
#include "tst_preparekill.moc"
