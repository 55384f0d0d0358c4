// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/artifactchoice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ArtifactChoiceTest : public QObject
{
    Q_OBJECT

    const QString commit = QString(40, u'a');
    const QDateTime begin = QDateTime(QDate(2026, 11, 29), QTime(10, 0), QTimeZone::UTC);

    ArtifactWish wish() const
    {
        return {
            .commit = commit, .workflow = u"release.yml"_s, .job = u"build (linux*)"_s, .artifact = u"release-linux"_s};
    }

    github::RunArtifact artifact(qint64 id, const QString &name, int minutes) const
    {
        github::RunArtifact made;
        made.id = id;
        made.name = name;
        made.size = 10;
        made.createdAt = begin.addSecs(60 * minutes);
        made.expiresAt = begin.addDays(90);
        made.headSha = commit;
        return made;
    }

    RunDetails details() const
    {
        RunDetails made;
        made.run.id = 12;
        made.run.path = u".github/workflows/release.yml"_s;
        made.run.headSha = commit;
        made.run.status = u"completed"_s;
        made.run.conclusion = u"failure"_s;
        for (const auto &[name, conclusion] :
             {std::pair(u"build (linux-x64)"_s, u"success"_s), std::pair(u"build (windows)"_s, u"failure"_s)}) {
            github::RunJob job;
            job.id = made.jobs.size() + 1;
            job.name = name;
            job.status = u"completed"_s;
            job.conclusion = conclusion;
            job.startedAt = begin;
            made.jobs.append(job);
        }
        made.artifacts = {artifact(1, u"release-linux"_s, 5), artifact(2, u"other"_s, 6)};
        return made;
    }

    static QString why(const ArtifactChoice &choice) { return choice.why.message; }

private Q_SLOTS:
    void aGoodJobOfAFailedRunIsTaken()
    {
        const ArtifactChoice choice = chooseArtifact(details(), wish());
        QCOMPARE(choice.state, ArtifactState::Ready);
        QCOMPARE(choice.source->artifact.id, 1);
        QCOMPARE(choice.source->job->name, u"build (linux-x64)"_s);
        QVERIFY(!choice.source->isOfEarlierAttempt);
        const QJsonObject origin =
            QJsonDocument::fromJson(originText(u"owner/demo"_s, *choice.source).toUtf8()).object();
        QCOMPARE(origin[u"run"].toInteger(), 12);
        QCOMPARE(origin[u"job_name"].toString(), u"build (linux-x64)"_s);
        QCOMPARE(origin[u"head_sha"].toString(), commit);
    }

    void ofTwoWithOneNameTheNewerOneCounts()
    {
        RunDetails twice = details();
        twice.artifacts.append(artifact(9, u"release-linux"_s, 50));
        const ArtifactChoice choice = chooseArtifact(twice, wish());
        QCOMPARE(choice.source->artifact.id, 9);
        QCOMPARE(choice.source->olderOnes, 1);
    }

    void oneOfAnEarlierAttemptIsNamed()
    {
        RunDetails again = details();
        again.jobs[0].attempt = 2;
        again.jobs[0].startedAt = begin.addSecs(3600);
        QVERIFY(chooseArtifact(again, wish()).source->isOfEarlierAttempt);
    }

    void anotherCommitIsRefused()
    {
        RunDetails other = details();
        other.run.headSha = QString(40, u'b');
        QCOMPARE(chooseArtifact(other, wish()).why.kind, Error::Kind::Conflict);
        RunDetails mixed = details();
        mixed.artifacts[0].headSha = QString(40, u'b');
        const ArtifactChoice choice = chooseArtifact(mixed, wish());
        QCOMPARE(choice.why.kind, Error::Kind::Conflict);
        QVERIFY(why(choice).contains(u"bbbbbbb"_s));
        RunDetails workflow = details();
        workflow.run.path = u".github/workflows/ci.yml"_s;
        QCOMPARE(chooseArtifact(workflow, wish()).why.kind, Error::Kind::Conflict);
    }

    void anExpiredOneIsSaidWithItsDate()
    {
        RunDetails late = details();
        late.artifacts[0].isExpired = true;
        const ArtifactChoice choice = chooseArtifact(late, wish());
        QCOMPARE(choice.why.kind, Error::Kind::NotFound);
        QVERIFY2(why(choice).contains(u"2027-02-27"_s), qPrintable(why(choice)));
    }

    void whatComesIsWaitedFor()
    {
        RunDetails running = details();
        running.run.status = u"in_progress"_s;
        running.jobs[0].status = u"in_progress"_s;
        running.artifacts.clear();
        QCOMPARE(chooseArtifact(running, wish()).state, ArtifactState::Coming);
        running.jobs.clear(); // not made yet
        QCOMPARE(chooseArtifact(running, wish()).state, ArtifactState::Coming);
        // A job that has ended is not waited for until the whole run has.
        RunDetails half = details();
        half.run.status = u"in_progress"_s;
        QCOMPARE(chooseArtifact(half, wish()).state, ArtifactState::Ready);
    }

    void whatDoesNotComeIsSaid()
    {
        ArtifactWish windows = wish();
        windows.job = u"build (windows)"_s;
        const ArtifactChoice failed = chooseArtifact(details(), windows);
        QCOMPARE(failed.why.kind, Error::Kind::Failed);
        QVERIFY(why(failed).contains(u"failure"_s));
        ArtifactWish both = wish();
        both.job = u"build*"_s;
        QCOMPARE(chooseArtifact(details(), both).why.kind, Error::Kind::InvalidInput);
        ArtifactWish none = wish();
        none.job = u"package"_s;
        QVERIFY(why(chooseArtifact(details(), none)).contains(u"build (windows)"_s));
        ArtifactWish unnamed = wish();
        unnamed.artifact = u"gone-*"_s;
        QVERIFY(why(chooseArtifact(details(), unnamed)).contains(u"release-linux, other"_s));
        ArtifactWish ambiguous = wish();
        ambiguous.artifact = u"*"_s;
        QCOMPARE(chooseArtifact(details(), ambiguous).why.kind, Error::Kind::InvalidInput);
        ArtifactWish anyJob = wish();
        anyJob.job.clear();
        QCOMPARE(chooseArtifact(details(), anyJob).state, ArtifactState::Ready);
    }
};

QTEST_APPLESS_MAIN(ArtifactChoiceTest)
#include "tst_artifactchoice.moc"
