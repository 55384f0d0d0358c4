// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/targets.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Build = TargetState::Build;

/// What a new session makes of what earlier ones wrote down.
class TargetsTest : public QObject
{
    Q_OBJECT

    const QString triple = u"x86_64-unknown-linux-gnu"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Ledger> m_ledger;

    ProjectPtr project() const
    {
        auto made = std::make_shared<Project>();
        made->directory = m_folder->path();
        made->checkout.root = m_folder->path();
        made->checkout.commit = QString(40, u'1');
        made->version = u"1.0.5"_s;
        made->manifest.targets = {ManifestTarget{.triple = triple, .system = u"x86_64-linux"_s}};
        return made;
    }

    void record(BuildRecord build)
    {
        build.project = m_folder->path();
        build.revision = QString(40, u'1');
        build.version = u"1.0.5"_s;
        build.triple = triple;
        const QString outcome = build.outcome;
        build.id = *m_ledger->startBuild(build);
        build.outcome = outcome;
        QVERIFY(m_ledger->finishBuild(build));
    }

    /// The record of an archive that is there.
    BuildRecord archive(const QString &outcome) const
    {
        const QString path = m_folder->filePath(u"a.tar.gz"_s);
        QFile file(path);
        if (!file.open(QFile::WriteOnly) || file.write("1234") != 4)
            qFatal("no archive");
        return {.outcome = outcome, .archivePath = path, .bytes = 4, .sha256 = QByteArray(64, 'a')};
    }

    TargetState restored() const
    {
        Targets targets;
        targets.refresh(project(), *m_ledger);
        return targets.rows().first();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_ledger = Ledger::open(m_folder->path()).value();
    }

    void aBuildThatFailedIsToldAsThatWithItsLog()
    {
        record({.outcome = u"failed"_s, .logFile = u"/logs/1.log"_s, .failureMessage = u"The step foo failed."_s});
        const TargetState row = restored();
        QCOMPARE(row.build, Build::Failed);
        QVERIFY(row.failure);
        QCOMPARE(row.failure->message, u"The step foo failed."_s);
        QCOMPARE(row.record.logFile, u"/logs/1.log"_s);
        QVERIFY(!row.hasArchive());
    }

    void aCanceledBuildIsToldAsThat()
    {
        record({.outcome = u"canceled"_s, .seconds = 12});
        QCOMPARE(restored().build, Build::Canceled);
        QCOMPARE(restored().record.seconds, 12.0);
    }

    void anArchiveThatIsThereCountsMoreThanALaterFailure()
    {
        record(archive(u"built"_s));
        record({.outcome = u"failed"_s, .failureMessage = u"No space left."_s});
        QCOMPARE(restored().build, Build::Cached);
    }

    void whatIsTakenBackInIsWhatItWas()
    {
        record(archive(u"adopted"_s));
        Targets targets;
        targets.refresh(project(), *m_ledger);
        QVERIFY(targets.setLeftOut(triple, true, u"not today"_s, *m_ledger));
        QCOMPARE(targets.rows().first().build, Build::LeftOut);
        QCOMPARE(restored().build, Build::LeftOut);
        QVERIFY(targets.setLeftOut(triple, false, {}, *m_ledger));
        QCOMPARE(targets.rows().first().build, Build::Adopted);
        QVERIFY(!targets.rows().first().leftOutByChoice);
        QCOMPARE(restored().build, Build::Adopted);
    }

    void whatIsLetGoOfGivesWayToWhatWasBuilt()
    {
        record(archive(u"built"_s));
        record(archive(u"adopted"_s));
        Targets targets;
        targets.refresh(project(), *m_ledger);
        QCOMPARE(targets.rows().first().build, Build::Adopted);
        QVERIFY(targets.letGoOfAdopted(triple, *m_ledger));
        QCOMPARE(targets.rows().first().build, Build::Cached);
        QCOMPARE(restored().build, Build::Cached);
        QVERIFY(!targets.letGoOfAdopted(triple, *m_ledger)); // nothing is adopted now
        record(archive(u"adopted"_s));
        QCOMPARE(restored().build, Build::Adopted);
    }

    void whatIsLetGoOfAndWasNeverBuiltIsToBeBuilt()
    {
        record({.outcome = u"failed"_s, .failureMessage = u"No space left."_s});
        record(archive(u"adopted"_s));
        Targets targets;
        targets.refresh(project(), *m_ledger);
        QVERIFY(targets.letGoOfAdopted(triple, *m_ledger));
        const TargetState row = targets.rows().first();
        QCOMPARE(row.build, Build::Failed);
        QVERIFY(!row.hasArchive());
        QCOMPARE(targets.triplesToBuild(), QStringList{triple});
    }

    void leavingOutHoldsForTheReleaseAndNotForTheNext()
    {
        Targets targets;
        targets.refresh(project(), *m_ledger);
        QVERIFY(targets.setLeftOut(triple, true, u"not today"_s, *m_ledger));
        auto committed = std::make_shared<Project>(*project());
        committed->checkout.commit = QString(40, u'2');
        targets.refresh(committed, *m_ledger);
        QVERIFY(targets.rows().first().leftOutByChoice);
        QCOMPARE(targets.rows().first().leftOutReason, u"not today"_s);
        auto next = std::make_shared<Project>(*committed);
        next->version = u"1.0.6"_s;
        targets.refresh(next, *m_ledger);
        QVERIFY(targets.rows().first().isIn());
        QVERIFY(!targets.rows().first().leftOutByChoice);
    }

    void whatWasLeftOutTwiceAndTakenInOnceIsOut()
    {
        for (const QString &outcome : {u"left-out"_s, u"taken-in"_s, u"left-out"_s})
            record({.outcome = outcome});
        QCOMPARE(restored().build, Build::LeftOut);
    }
};

QTEST_GUILESS_MAIN(TargetsTest)
#include "tst_targets.moc"
