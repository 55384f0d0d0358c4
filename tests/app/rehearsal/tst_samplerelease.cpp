// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/samplerelease.h"

#include "app/binary/binaryfacts.h"
#include "app/rehearsal/macprogram.h"
#include "app/rehearsal/rehearsal.h"
#include "app/rehearsal/sampleproject.h"
#include "app/runs/runsview.h"
#include "tests/app/project/gitrepository.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// The rehearsal's first step, on the real sample.
class SampleReleaseTest : public QObject
{
    Q_OBJECT

    std::optional<QTemporaryDir> m_folder;
    QStringList m_said;

    QString sample() const { return m_folder->filePath(u"minne"_s); }
    QString remote() const { return m_folder->filePath(u"remote.git"_s); }

    static QString git(const QString &directory, const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(directory);
        process.start(u"git"_s, arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    template <typename T>
    Result<T> resultOf(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000))
            qFatal("it does not end");
        return future.result();
    }

    Result<SampleRelease> release()
    {
        const PrepareListener listener{.said = [this](const QString &line) { m_said += line; }, .began = {}};
        return resultOf(releaseSample(sample(), m_folder->path(), listener));
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_said.clear();
        m_folder.emplace();
        QVERIFY(resultOf(prepareSampleProject(sample())));
    }

    void commitAndTagAreMadeAndPushed()
    {
        const auto done = release();
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QVERIFY(done->hasOwnRemote && done->journal && done->journal->isPushed);
        QCOMPARE(git(sample(), {u"log"_s, u"-1"_s, u"--format=%s"_s}), u"Release v1.0.5"_s);
        QCOMPARE(git(sample(), {u"cat-file"_s, u"-t"_s, u"v1.0.5"_s}), u"tag"_s);
        QVERIFY(git(sample(), {u"status"_s, u"--porcelain"_s}).isEmpty());
        const QString head = git(sample(), {u"rev-parse"_s, u"HEAD"_s});
        QCOMPARE(git(remote(), {u"rev-parse"_s, u"main"_s}), head);
        QCOMPARE(git(remote(), {u"rev-parse"_s, u"v1.0.5^{commit}"_s}), head);
        QVERIFY(m_said.join(u'\n').contains(u"Tagged v1.0.5"_s));

        m_said.clear();
        const auto again = release();
        QVERIFY(again && again->journal && again->journal->commit == head);
        QCOMPARE(git(sample(), {u"rev-parse"_s, u"HEAD"_s}), head);
        QVERIFY(m_said.isEmpty());
    }

    void settingsOfThePersonDoNotMatter()
    {
        QTemporaryDir home;
        const QString settings = home.filePath(u"config"_s);
        for (const auto &[name, value] : {std::pair{u"tag.gpgSign"_s, u"true"_s},
                                          {u"commit.gpgSign"_s, u"true"_s},
                                          {u"gpg.program"_s, u"/nonexistent"_s},
                                          {u"core.hooksPath"_s, home.path()}})
            git(home.path(), {u"config"_s, u"--file"_s, settings, name, value});
        QFile hook(home.filePath(u"pre-commit"_s));
        QVERIFY(hook.open(QIODevice::WriteOnly) && hook.write("#!/bin/sh\nexit 1\n") > 0);
        QVERIFY(hook.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        hook.close();
        qputenv("GIT_CONFIG_GLOBAL", settings.toUtf8());
        const auto done = release();
        qputenv("GIT_CONFIG_GLOBAL", "/dev/null");
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    }

    void whatWasInterruptedGoesOn()
    {
        QVERIFY(release());
        const QString root = QFileInfo(sample()).canonicalFilePath();
        PrepareJournal journal = **readJournal(m_folder->path(), root);
        git(sample(), {u"tag"_s, u"-d"_s, u"v1.0.5"_s});
        for (const QString &ref : {u"refs/heads/main"_s, u"refs/tags/v1.0.5"_s})
            git(remote(), {u"update-ref"_s, u"-d"_s, ref});
        git(sample(), {u"update-ref"_s, u"-d"_s, u"refs/remotes/origin/main"_s});
        journal.isTagged = journal.isPushed = false;
        QVERIFY(writeJournal(m_folder->path(), journal));
        const auto done = release();
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QCOMPARE(git(remote(), {u"rev-parse"_s, u"v1.0.5^{commit}"_s}), journal.commit);
    }

    void whatSomebodyWorkedOnStays()
    {
        git(sample(), {u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"Mine"_s});
        git(sample(), {u"tag"_s, u"mine"_s});
        const QString mine = git(sample(), {u"rev-parse"_s, u"HEAD"_s});
        const auto left = release();
        QVERIFY(left && !left->hasOwnRemote && !left->journal);
        QCOMPARE(git(sample(), {u"rev-parse"_s, u"HEAD"_s}), mine);
        QVERIFY(!QFile::exists(remote()));
    }

    void hostOfTheRehearsalKnowsTheTag()
    {
        Rehearsal rehearsal(m_folder->path(), QString(), {});
        const auto prepared = resultOf(rehearsal.prepare());
        QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().message));
        const Project &project = rehearsal.session().project();
        QCOMPARE(project.versionText(), u"1.0.5"_s);
        QCOMPARE(project.checkout.remoteUrls, QStringList{m_folder->filePath(u"rehearsal/remote.git"_s)});
        const auto tag = resultOf(rehearsal.session().client().tag(project.repository(), u"v1.0.5"_s));
        QVERIFY2(tag, tag ? "" : qPrintable(tag.error().message));
        QVERIFY(*tag && (*tag)->commit == project.checkout.commit);
        QCOMPARE(rehearsal.document()[u"prepare"_s][u"tag"_s].toString(), u"v1.0.5"_s);

        // The push started the sample's workflow, once, for the tag.
        const QString commit = project.checkout.commit;
        QVERIFY(rehearsal.push());
        const auto view = resultOf(readRuns(rehearsal.session().client(), project.repository(), commit, {}));
        QVERIFY2(view, view ? "" : qPrintable(view.error().message));
        QCOMPARE(view->runs.size(), 1);
        const RunDetails &run = view->runs.first();
        QCOMPARE(run.run.headBranch, u"v1.0.5"_s);
        QCOMPARE(run.run.conclusion, u"success"_s);
        QVERIFY(run.run.createdAt < QDateTime::currentDateTimeUtc());
        QCOMPARE(run.jobs.size(), 1);
    }

    void programsOfTheRunAreWholeOnes()
    {
        const auto facts = readBinary(ByteView(macProgram("main", "main 1.0.5\n")));
        QVERIFY(facts && facts->machO() && facts->damage.isEmpty());
        const MachOSlice program = facts->machO()->slices.first();
        QCOMPARE(program.arch, u"arm64"_s);
        QCOMPARE(program.kind, MachOSlice::Kind::Program);
        QCOMPARE(program.minOs, u"11.0"_s);
        QCOMPARE(program.signature, MachOSlice::Signature::AdHoc);
        QCOMPARE(program.pageHashes, MachOSlice::PageHashes::Match);
        QCOMPARE(program.loads.first().name, u"@rpath/libonnxruntime.dylib"_s);
        const auto library = readBinary(ByteView(macLibrary("text")));
        QVERIFY(library && library->machO() && library->damage.isEmpty());
        QCOMPARE(library->machO()->slices.first().installName, u"@rpath/libonnxruntime.dylib"_s);
    }
};

QTEST_GUILESS_MAIN(SampleReleaseTest)
#include "tst_samplerelease.moc"
