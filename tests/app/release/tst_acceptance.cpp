// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/ownsession.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QByteArray manifest = R"(schema = 1
[project]
name = "minne"
repository = "unmoor-sample/minne"
version = { literal = "1.0.5" }
[[target]]
triple = "x86_64-unknown-linux-gnu"
system = "x86_64-linux"
output = "release"
archive = "main.tar"
)";

} // namespace

/// A session on a real checkout, with an adopted archive that holds a set-user-id program; archives are read in a
/// process of their own.
class AcceptanceTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_state;
    std::unique_ptr<GitRepository> m_repository;
    std::unique_ptr<OwnSession> m_session;

    bool done(const QFuture<Result<void>> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
            return false;
        if (!future.result())
            qWarning("%s", qPrintable(future.result().error().message));
        return future.result().has_value();
    }

    bool openSession(const QString &program = QStringLiteral(UNMOOR_PROGRAM))
    {
        m_session =
            std::make_unique<OwnSession>(m_state.path(), SessionOptions(), InspectionProcess{.program = program});
        return done(m_session->open(m_repository->path()));
    }

    QString evilArchive()
    {
        QDir(m_state.path()).mkpath(u"out"_s);
        QFile program(m_state.filePath(u"out/su"_s));
        if (!program.open(QIODevice::WriteOnly) || program.write("x") != 1)
            return {};
        program.close();
        QProcess tar;
        tar.start(u"tar"_s,
                  {u"--mode=4755"_s, u"--owner=0"_s, u"--group=0"_s, u"-C"_s, m_state.filePath(u"out"_s), u"-cf"_s,
                   m_state.filePath(u"evil.tar"_s), u"su"_s});
        return tar.waitForFinished() && tar.exitCode() == 0 ? m_state.filePath(u"evil.tar"_s) : QString();
    }

    Finding setuid() const
    {
        const QList<Finding> &findings = m_session->targets().rows().at(0).inspection->report.findings;
        const auto found = std::ranges::find(findings, u"setuid"_s, &Finding::code);
        return found == findings.end() ? Finding() : *found;
    }

    bool isObstacle() const
    {
        return std::ranges::any_of(m_session->publishing().view().obstacles,
                                   [](const QString &line) { return line.contains("(setuid)"_L1); });
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_repository = std::make_unique<GitRepository>();
        m_repository->write(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5\n\nNew: all of it.\n");
        m_repository->commit(u"unmoor.toml"_s, manifest);
        QVERIFY(openSession());
        QVERIFY(done(m_session->archives().adopt(m_session->at(0), evilArchive(), m_session->snapshot())));
    }

    void cleanup()
    {
        m_session.reset();
        m_repository.reset();
    }

    void anAcceptedFindingStandsAgainstNothingAndIsShownEverAfter()
    {
        QCOMPARE(setuid().severity, Severity::Error);
        QVERIFY(isObstacle());

        QVERIFY(m_session->acceptances().accept(m_session->at(0), setuid(), u"  The helper needs it. "_s).has_value());

        QCOMPARE(setuid().severity, Severity::Info);
        QCOMPARE(setuid().accepted, (Finding::Accepted{Severity::Error, u"The helper needs it."_s, u"for v1.0.5"_s}));
        QVERIFY(!isObstacle());
        QCOMPARE(m_session->acceptances().accepted().values(), QStringList{u"The helper needs it."_s});

        QVERIFY(openSession()); // another day
        QVERIFY(done(m_session->archives().inspect(m_session->at(0), m_session->snapshot())));
        QCOMPARE(setuid().accepted->reason, u"The helper needs it."_s);
    }

    void whatWasAcceptedCanBeTakenBack()
    {
        QVERIFY(m_session->acceptances().accept(m_session->at(0), setuid(), u"r"_s).has_value());
        QVERIFY(m_session->acceptances().withdraw(m_session->at(0), setuid()).has_value());
        QCOMPARE(setuid().severity, Severity::Error);
        QVERIFY(isObstacle());
    }

    void aCodeAcceptedForThisRunIsForgottenAfterIt()
    {
        QVERIFY(m_session->acceptances().acceptAll(u"setuid"_s, u"r"_s).has_value());
        QVERIFY(!isObstacle());
        QVERIFY(openSession());
        QVERIFY(done(m_session->archives().inspect(m_session->at(0), m_session->snapshot())));
        QVERIFY(isObstacle());
    }

    void acceptingNeedsAReasonAndAnArchiveThatWasReadWhole()
    {
        QVERIFY(!m_session->acceptances().accept(m_session->at(0), setuid(), u"  "_s).has_value());
        Finding damage = setuid();
        damage.code = u"stream-corrupt"_s;
        QVERIFY(!m_session->acceptances().accept(m_session->at(0), damage, u"r"_s).has_value());
        QVERIFY(!m_session->acceptances().acceptAll(u"no-such-code"_s, u"r"_s).has_value());
    }

    void aReaderThatCrashesLeavesTheSessionAtWork()
    {
        QVERIFY(openSession(u"/bin/false"_s));
        QVERIFY(!done(m_session->archives().inspect(m_session->at(0), m_session->snapshot())));
        QCOMPARE(m_session->targets().rows().at(0).archive, TargetState::Archive::Unreadable);
        QVERIFY(m_session->targets().rows().at(0).archiveProblem.contains(u"ended with code 1"_s));
        QVERIFY(!m_session->isBusy());
    }
};

QTEST_GUILESS_MAIN(AcceptanceTest)
#include "tst_acceptance.moc"
