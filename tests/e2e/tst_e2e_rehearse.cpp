// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

using namespace e2e;

class RehearseTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_state;
    QJsonObject m_first;

    QStringList rehearse() const { return {u"rehearse"_s, u"--json"_s, u"--state-dir"_s, m_state.path()}; }
    static QStringList kinds(const QJsonObject &document)
    {
        QStringList kinds;
        for (const QJsonValue &step : document[u"publish"_s][u"steps"_s].toArray())
            kinds.append(step[u"step"_s].toString());
        return kinds;
    }

private Q_SLOTS:
    void wholeReleaseOfTheSampleIsComplete()
    {
        const Ended ended = run(rehearse());
        QVERIFY2(ended.code == 0, ended.err.constData());
        m_first = ended.json();
        QCOMPARE(m_first[u"schema"_s].toInt(), 1);
        QVERIFY(m_first[u"complete"_s].toBool());
        QVERIFY(m_first[u"publish"_s][u"complete"_s].toBool());
        QVERIFY(m_first[u"status"_s][u"complete"_s].toBool());
        QCOMPARE(m_first[u"status"_s][u"release"_s][u"state"_s].toString(), u"published"_s);
        QCOMPARE(m_first[u"inspect"_s].toArray().size(), 3);
        for (const QJsonValue &inspection : m_first[u"inspect"_s].toArray())
            QCOMPARE(inspection[u"verdict"_s].toString(), u"pass"_s);
    }

    void targetsAreBuiltOrComeOutOfARun()
    {
        const QJsonObject build = m_first[u"build"_s].toObject();
        QVERIFY(QStringList({u"built"_s, u"cached"_s}).contains(targetIn(build, linuxTriple)[u"outcome"_s].toString()));
        QVERIFY(targetIn(build, windowsTriple)[u"archive"_s].toString().endsWith(u".zip"_s));
        const QJsonObject mac = targetIn(build, macTriple);
        QCOMPARE(mac[u"outcome"_s].toString(), u"adopted"_s);
        QVERIFY(mac[u"origin"_s][u"run"_s].toInteger() > 0);
        QCOMPARE(mac[u"origin"_s][u"job_name"_s].toString(), u"build (%1)"_s.arg(macTriple));
        QCOMPARE(mac[u"origin"_s][u"head_sha"_s], m_first[u"prepare"_s][u"commit"_s]);
    }

    void releaseBeganWithItsCommitAndTag()
    {
        const QJsonObject prepared = m_first[u"prepare"_s].toObject();
        QCOMPARE(prepared[u"tag"_s].toString(), u"v1.0.5"_s);
        QVERIFY(prepared[u"tagged"_s].toBool() && prepared[u"pushed"_s].toBool());
        const QString remote = m_state.filePath(u"rehearsal/remote.git"_s);
        QCOMPARE(QString::fromLatin1(git(remote, {u"rev-parse"_s, u"v1.0.5^{commit}"_s})),
                 prepared[u"commit"_s].toString());
        QCOMPARE(m_first[u"status"_s][u"release"_s][u"state"_s].toString(), u"published"_s);
    }

    void everyFileIsVerifiedByDigest()
    {
        const QJsonArray files = m_first[u"status"_s][u"files"_s].toArray();
        QCOMPARE(files.size(), 6);
        for (const QJsonValue &file : files) {
            QCOMPARE(file[u"verdict"_s].toString(), u"verified"_s);
            QVERIFY(file[u"remote"_s][u"digest"_s].toString().contains(file[u"local"_s][u"sha256"_s].toString()));
        }
    }

    void secondRehearsalBuildsAndUploadsNothing()
    {
        const Ended ended = run(rehearse());
        QVERIFY2(ended.code == 0, ended.err.constData());
        const QJsonObject second = ended.json();
        QVERIFY(second[u"complete"_s].toBool());
        QCOMPARE(targetIn(second[u"build"_s].toObject(), linuxTriple)[u"outcome"_s].toString(), u"cached"_s);
        QCOMPARE(targetIn(second[u"build"_s].toObject(), windowsTriple)[u"outcome"_s].toString(), u"cached"_s);
        QCOMPARE(targetIn(second[u"build"_s].toObject(), macTriple)[u"origin"_s],
                 targetIn(m_first[u"build"_s].toObject(), macTriple)[u"origin"_s]);
        QVERIFY2(!kinds(second).contains(u"upload"_s), qPrintable(kinds(second).join(u' ')));
        for (int i = 0; i < 6; ++i)
            QCOMPARE(second[u"status"_s][u"files"_s][i][u"remote"_s][u"id"_s],
                     m_first[u"status"_s][u"files"_s][i][u"remote"_s][u"id"_s]);
    }

    void targetOfAnotherProjectThatOnlyARunGivesIsLeftOut()
    {
        const QTemporaryDir folder;
        const QString project = folder.filePath(u"project"_s);
        makeProject(project);
        replaceIn(project + u"/unmoor.toml"_s, "triple = \"aarch64-apple-darwin\"",
                  "triple = \"aarch64-apple-darwin\"\nactions = { workflow = \"release.yml\", artifact = \"mac\" }");
        commitAll(project);
        const Ended ended =
            run({u"rehearse"_s, u"--json"_s, u"--state-dir"_s, folder.filePath(u"state"_s), u"--project"_s, project});
        QVERIFY2(ended.code == 0, ended.err.constData());
        const QJsonObject mac = targetIn(ended.json()[u"build"_s].toObject(), macTriple);
        QCOMPARE(mac[u"outcome"_s].toString(), u"left-out"_s);
        QVERIFY(mac[u"reason"_s].toString().contains(u"runs no workflow"_s));
    }

    void rehearsalThatStopsAtOncePrintsItsDocument()
    {
        const QTemporaryDir folder;
        const Ended ended = run(
            {u"rehearse"_s, u"--json"_s, u"--state-dir"_s, folder.filePath(u"state"_s), u"--project"_s, folder.path()});
        QCOMPARE(ended.code, 2);
        const QJsonObject document = ended.json();
        QCOMPARE(document[u"schema"_s].toInt(), 1);
        QVERIFY(document.contains(u"complete"_s) && !document[u"complete"_s].toBool(true));
        QVERIFY2(document[u"error"_s].toString().contains(u"unmoor.toml"_s), ended.out.constData());
        for (const QString &part : {u"build"_s, u"inspect"_s, u"publish"_s, u"status"_s})
            QVERIFY(document.contains(part));
    }

    void standardOutputHoldsNothingButTheDocument()
    {
        const Ended ended = run(rehearse());
        QJsonParseError error;
        QJsonDocument::fromJson(ended.out, &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
    }
};

QTEST_GUILESS_MAIN(RehearseTest)
#include "tst_e2e_rehearse.moc"
