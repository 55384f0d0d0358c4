// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/nix/sampleproject.h"
#include "tests/app/release/ownsession.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

using Kind = BuildFailure::Kind;
using Build = TargetState::Build;
using Offer = FailureOffer;

const QByteArray goodHash = "sha256-tcoNLtrg1nwpXcMwjB0bNkpVFrIv56wmM8T7tW7fUNs=";

template <typename T>
Result<T> outcome(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 120'000))
        return failure(Error::Kind::Failed, u"never finished"_s);
    return future.result();
}

template <typename T>
QByteArray why(const Result<T> &result)
{
    return result ? QByteArray() : result.error().message.toUtf8();
}

} // namespace

/// A session whose build fails for a reason in the checkout; real git, real Nix.
class SessionRepairTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_state;
    std::unique_ptr<SampleProject> m_project;
    std::unique_ptr<OwnSession> m_session;

    bool open()
    {
        m_session = std::make_unique<OwnSession>(m_state.path());
        return outcome(m_session->open(m_project->path())).has_value();
    }

    const TargetState &built()
    {
        outcome(m_session->build({m_session->at(0)}));
        return m_session->targets().rows().at(0);
    }

    QByteArray gitStatus() const
    {
        QProcess git;
        git.setWorkingDirectory(m_project->path());
        git.start(u"git"_s, {u"status"_s, u"--porcelain"_s});
        git.waitForFinished();
        return git.readAllStandardOutput();
    }

private Q_SLOTS:
    void init() { m_project = std::make_unique<SampleProject>(); }
    void cleanup()
    {
        m_session.reset();
        m_project.reset();
    }

    void staleHashIsReplacedAndTheBuildGoesOn()
    {
        const NixHash stale{u"sha256"_s,
                            QByteArray::fromHex(QUuid::createUuid().toString(QUuid::Id128).toLatin1())
                                + QByteArray(16, '\7')};
        m_project->replace(u"nix/versions.nix"_s, goodHash, sriText(stale).toLatin1());
        m_project->replace(u"nix/versions.nix"_s, "\n", "\r\n");
        m_project->commit();
        QVERIFY(open());
        QCOMPARE(built().build, Build::Failed);
        QCOMPARE(m_session->targets().rows().at(0).failure->kind, Kind::HashMismatch);
        QVERIFY(!m_session->targets().rows().at(0).failure->notRun.isEmpty());

        const auto repair = outcome(m_session->repairs().examine(m_session->at(0), m_session->snapshot()));
        QCOMPARE(why(repair), QByteArray());
        const Offer offer = repair->offers.first();
        QCOMPARE(offer.label, u"Apply edit to nix/versions.nix"_s);
        QCOMPARE(repair->specifiedAt, u"nix/versions.nix:%1"_s.arg(offer.edit->line()));

        const QByteArray before = m_project->read(u"nix/versions.nix"_s);
        QCOMPARE(why(outcome(m_session->applyRepair(m_session->at(0), offer))), QByteArray());
        QByteArray expected = before;
        expected.replace(sriText(stale).toLatin1(), goodHash);
        QCOMPARE(m_project->read(u"nix/versions.nix"_s), expected);
        QCOMPARE(m_session->project().checkout.changedFiles, QStringList{u"nix/versions.nix"_s});

        QCOMPARE(built().build, Build::Built);
        QVERIFY(m_session->targets().rows().at(0).record.dirty);
    }

    void editOfAFileThatChangedMeanwhileIsRefused()
    {
        m_project->replace(u"nix/versions.nix"_s, goodHash, "sha256-AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=");
        m_project->commit();
        QVERIFY(open());
        QCOMPARE(built().build, Build::Failed);
        const auto repair = outcome(m_session->repairs().examine(m_session->at(0), m_session->snapshot()));
        QVERIFY(repair);
        m_project->replace(u"nix/versions.nix"_s, "{\n", "{\n  # mine\n");
        const QByteArray mine = m_project->read(u"nix/versions.nix"_s);
        const auto done = outcome(m_session->applyRepair(m_session->at(0), repair->offers.first()));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Conflict);
        QCOMPARE(m_project->read(u"nix/versions.nix"_s), mine);
    }

    void untrackedFileIsAddedToGitAndTheBuildGoesOn()
    {
        m_project->replace(u"flake.nix"_s, "import ./nix/versions.nix", "import ./nix/numbers.nix");
        m_project->commit();
        m_project->write(u"nix/numbers.nix"_s, m_project->read(u"nix/versions.nix"_s));
        m_project->write(
            u"unmoor.toml"_s,
            m_project->read(u"unmoor.toml"_s).replace("{ eval = \"lib.minneVersion\" }", "{ literal = \"1.0.5\" }"));
        QVERIFY(open());
        QCOMPARE(built().build, Build::Failed);
        QCOMPARE(m_session->targets().rows().at(0).failure->kind, Kind::FileNotInGit);
        const auto repair = outcome(m_session->repairs().examine(m_session->at(0), m_session->snapshot()));
        QVERIFY(repair);
        QCOMPARE(repair->offers.first().label, u"Add nix/numbers.nix to git"_s);
        QCOMPARE(why(outcome(m_session->applyRepair(m_session->at(0), repair->offers.first()))), QByteArray());
        QVERIFY2(gitStatus().contains(" A nix/numbers.nix"), gitStatus().constData());
        QVERIFY(built().build != Build::Failed);
    }

    void lockFileIsProposedThenWritten()
    {
        QDir().mkpath(m_project->beside(u"extra"_s));
        m_project->replace(u"flake.nix"_s, "  outputs =\n    { self }:",
                           "  inputs.extra = { url = \"path:" + m_project->beside(u"extra"_s).toUtf8()
                               + "\"; flake = false; };\n  outputs =\n    { self, extra }:");
        m_project->replace(u"unmoor.toml"_s, "{ eval = \"lib.minneVersion\" }", "{ literal = \"1.0.5\" }");
        m_project->commit();
        QVERIFY(open());
        QCOMPARE(built().build, Build::Failed);
        QCOMPARE(m_session->targets().rows().at(0).failure->kind, Kind::LockFileOutdated);
        const auto repair = outcome(m_session->repairs().examine(m_session->at(0), m_session->snapshot()));
        QCOMPARE(repair->offers.first().kind, Offer::Kind::UpdateLockFile);

        const auto edit = outcome(m_session->repairs().proposeLockFile(m_session->snapshot()));
        QCOMPARE(why(edit), QByteArray());
        QCOMPARE(edit->file, u"flake.lock"_s);
        QVERIFY(edit->after.contains("\"extra\""));
        QVERIFY(!QFile::exists(m_project->filePath(u"flake.lock"_s)));

        const Offer offer{.kind = Offer::Kind::ApplyEdit, .edit = *edit};
        QCOMPARE(why(outcome(m_session->applyRepair(m_session->at(0), offer))), QByteArray());
        QCOMPARE(m_project->read(u"flake.lock"_s), edit->after);
        QVERIFY(built().build != Build::Failed);

        const auto again = outcome(m_session->repairs().proposeLockFile(m_session->snapshot()));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Conflict);
    }

    void evaluationErrorOpensTheLineThatThrows()
    {
        m_project->replace(u"nix/release.nix"_s, "  mozjs-archive = mozjsArchive mozjsHash;",
                           "  mozjs-archive = throw \"pins differ\";");
        m_project->commit();
        QVERIFY(open());
        QCOMPARE(built().build, Build::Failed);
        QCOMPARE(m_session->targets().rows().at(0).failure->kind, Kind::EvaluationError);
        const auto repair = outcome(m_session->repairs().examine(m_session->at(0), m_session->snapshot()));
        const Offer offer = repair->offers.first();
        QCOMPARE(offer.kind, Offer::Kind::OpenFile);
        QCOMPARE(offer.position.file, u"nix/release.nix"_s);
        const auto lines = m_project->read(u"nix/release.nix"_s).split('\n');
        QVERIFY(lines.at(offer.position.line - 1).contains("throw \"pins differ\""));
    }

    void featureIsSwitchedOnForOurRunsAlone()
    {
        QVERIFY(open());
        const Offer offer{.kind = Offer::Kind::EnableFeature, .text = u"pipe-operators"_s};
        QVERIFY(outcome(m_session->applyRepair(m_session->at(0), offer)).has_value());
        QVERIFY(outcome(m_session->applyRepair(m_session->at(0), offer)).has_value());
        QCOMPARE(readSettings(m_state.path())->nixFeatures, QStringList{u"pipe-operators"_s});
        QVERIFY(m_session->setSettings({}).has_value());
    }

    void disabledFeatureIsNamedByRealNix()
    {
        m_project->replace(u"nix/release.nix"_s, "  mozjs-archive = mozjsArchive mozjsHash;",
                           "  mozjs-archive = mozjsHash |> mozjsArchive;");
        m_project->commit();
        QVERIFY(open());
        QCOMPARE(built().build, Build::Failed);
        const BuildFailure failure = *m_session->targets().rows().at(0).failure;
        QCOMPARE(failure.kind, Kind::FeatureDisabled);
        QCOMPARE(failure.subject, u"pipe-operators"_s);
        const auto repair = outcome(m_session->repairs().examine(m_session->at(0), m_session->snapshot()));
        QVERIFY(outcome(m_session->applyRepair(m_session->at(0), repair->offers.first())).has_value());
        QCOMPARE(built().build, Build::Built);
        QVERIFY(m_session->setSettings({}).has_value());
    }

    void wrongOutputIsMendedInTheManifest()
    {
        m_project->replace(u"unmoor.toml"_s, "output = \"minne-release-windows\"", "output = \"minne-relase-windows\"");
        m_project->commit();
        QVERIFY(open());
        outcome(m_session->build({m_session->at(2)}));
        QCOMPARE(m_session->targets().rows().at(2).failure->kind, Kind::MissingAttribute);
        const auto repair = outcome(m_session->repairs().examine(m_session->at(2), m_session->snapshot()));
        const Offer offer = repair->offers.first();
        QCOMPARE(offer.label, u"Apply edit to unmoor.toml"_s);
        QVERIFY(offer.edit->after.contains("\"minne-release-windows\""));
    }

    void wholeLogOfAStepIsShown()
    {
        m_project->replace(u"nix/release.nix"_s, "echo \"   Compiling $c\"", "echo \"about to fail\"; exit 7");
        m_project->commit();
        QVERIFY(open());
        QCOMPARE(built().build, Build::Failed);
        const BuildFailure failure = *m_session->targets().rows().at(0).failure;
        QCOMPARE(failure.kind, Kind::BuilderFailed);
        QVERIFY2(failure.tail.contains(u"about to fail"_s), qPrintable(failure.tail));
        const auto log =
            outcome(m_session->repairs().nixLog(m_session->at(0), failure.derivationPath, m_session->snapshot()));
        QCOMPARE(why(log), QByteArray());
        QVERIFY(log->contains(u"about to fail"_s));
        QVERIFY(!outcome(m_session->repairs().nixLog(
            m_session->at(0), u"/nix/store/00000000000000000000000000000000-none.drv"_s, m_session->snapshot())));
    }

    void processesOfARunningBuildAreListed()
    {
        QVERIFY(open());
        m_project->replace(u"nix/release.nix"_s, "echo \"   Compiling $c\"", "echo here; sleep 61");
        QVERIFY(outcome(m_session->refresh()).has_value());
        const auto build = m_session->build({m_session->at(0)});
        QString table;
        QTRY_VERIFY_WITH_TIMEOUT(
            (table = outcome(m_session->repairs().builderProcesses(m_session->at(0))).value_or(QString()))
                .contains(u"sleep 61"_s),
            60'000);
        QVERIFY(table.startsWith(u"     PID"_s));
        m_session->cancel();
        outcome(build);
    }

    void targetThatDidNotFailHasNothingToExamine()
    {
        QVERIFY(open());
        const auto repair = outcome(m_session->repairs().examine(m_session->at(0), m_session->snapshot()));
        QVERIFY(!repair);
        QCOMPARE(repair.error().kind, Error::Kind::NotFound);
    }

    /// Last: it spoils the ledger of them all.
    void ledgerThatCannotBeWrittenIsWarnedOf()
    {
        QVERIFY(open());
        QSignalSpy warned(&m_session->engine(), &Engine::warned);
        const auto build = m_session->build({m_session->at(0)});
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(m_state.filePath(u"ledger.sqlite"_s));
            QVERIFY(other.open());
            QVERIFY(QSqlQuery(other).exec(u"ALTER TABLE builds RENAME TO gone"_s));
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        QVERIFY(outcome(build).has_value());
        QVERIFY(m_session->targets().rows().at(0).hasArchive());
        QVERIFY(warned.size() >= 1);
        QVERIFY(!warned.first().first().toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SessionRepairTest)
#include "tst_sessionrepair.moc"
