// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/ownsession.h"
#include "tests/app/release/plainmanifest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// A kind of tag that unmoor.toml asks for is in the way of publishing without it, and the way on is a command.
class TagKindTest : public QObject
{
    Q_OBJECT

    static QString obstacleOf(const GitRepository &project)
    {
        const QTemporaryDir state;
        OwnSession session(state.path());
        const auto opened = session.open(project.path());
        if (!QTest::qWaitFor([&opened] { return opened.isFinished(); }, 60'000) || !opened.result())
            qFatal("it does not open");
        for (const QString &obstacle : session.publishing().view().obstacles)
            if (obstacle.contains(u"wants the tag"_s))
                return obstacle;
        return {};
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void wayOnIsACommandThatWorks_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("annotated, and none there") << "annotated"_ba << false;
        QTest::newRow("annotated, and a lightweight one there") << "annotated"_ba << true;
        QTest::newRow("signed, and none there") << "signed"_ba << false;
        QTest::newRow("signed, and a lightweight one there") << "signed"_ba << true;
    }
    void wayOnIsACommandThatWorks()
    {
        QFETCH(QByteArray, kind);
        QFETCH(bool, isThere);
        const GitRepository project;
        QByteArray manifest = plainManifest;
        project.commit(u"unmoor.toml"_s, manifest.replace("tag = \"v", "tag-kind = \"" + kind + "\"\ntag = \"v"));
        if (isThere)
            project.git({u"tag"_s, u"v1.0.5"_s});
        const QString key = project.filePath(u".git/key"_s);
        QProcess made;
        made.start(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, {}, u"-f"_s, key});
        QVERIFY(made.waitForFinished() && made.exitCode() == 0);
        project.git({u"config"_s, u"gpg.format"_s, u"ssh"_s});
        project.git({u"config"_s, u"user.signingkey"_s, key + u".pub"_s});

        const QString obstacle = obstacleOf(project);
        QVERIFY2(obstacle.contains(isThere ? u"Make it anew"_s : u"Make it"_s), qPrintable(obstacle));
        const QStringList words =
            QProcess::splitCommand(obstacle.sliced(obstacle.indexOf(u"git tag"_s)).replace(u'\'', u'"').sliced(4));
        project.git(words); // ends the test where git refuses it
        QCOMPARE(obstacleOf(project), QString());
    }
};

QTEST_GUILESS_MAIN(TagKindTest)
#include "tst_tagkind.moc"
