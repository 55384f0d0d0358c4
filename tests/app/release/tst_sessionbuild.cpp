// SPDX-License-Identifier: GPL-3.0-or-later
#include "../project/gitrepository.h"
#include "release/session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Build = TargetState::Build;

namespace {

constexpr int patience = 60'000;

/// Each output waits for a word on its own pipe: "go" makes an archive, anything else fails.
const QByteArray flake = R"nix({
  outputs = { self }: {
    packages.x86_64-linux = builtins.listToAttrs (map (name: {
      inherit name;
      value = derivation {
        inherit name;
        system = "x86_64-linux";
        builder = "/bin/sh";
        PATH = "/usr/bin:/bin";
        args = [ "-c" ''
          read word < FOLDER/pipe-${name}
          [ "$word" = go ] || { echo "error: told to fail"; exit 1; }
          mkdir $out; echo NONCE > file; tar -cf $out/${name}.tar file
        '' ];
      };
    }) [ "one" "two" "three" ]);
  };
}
)nix";

QByteArray manifest()
{
    QByteArray text = "schema = 1\n[project]\nname = \"minne\"\nversion = { literal = \"1.0.5\" }\n";
    for (const auto &[triple, output] : {std::pair("x86_64-unknown-linux-gnu", "one"),
                                         {"x86_64-unknown-linux-musl", "two"},
                                         {"x86_64-unknown-freebsd", "three"}})
        text += QByteArray("[[target]]\ntriple = \"") + triple + "\"\nsystem = \"x86_64-linux\"\noutput = \"" + output
            + "\"\narchive = \"" + output + ".tar\"\n";
    return text;
}

} // namespace

/// Building all targets of a project with real Nix; each build goes on when the test says so.
class SessionBuildTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<GitRepository> m_repository;
    std::unique_ptr<Session> m_session;
    QMap<QString, int> m_pipes; ///< open for reading too, so that writing waits for nobody

    Build build(int row) const { return m_session->targets()[row].build; }

    int running() const { return int(std::ranges::count(m_session->targets(), Build::Running, &TargetState::build)); }

    /// Lets the build of \a name go on, now or as soon as it runs.
    void tell(const QString &name, const QByteArray &word) const
    {
        QCOMPARE(::write(m_pipes.value(name), (word + '\n').constData(), size_t(word.size()) + 1), word.size() + 1);
    }

    void open(int jobs)
    {
        m_session = std::make_unique<Session>(SessionOptions{.stateDir = m_dir->filePath(u"state"_s)});
        const auto opened = m_session->open(m_repository->path());
        QTRY_VERIFY_WITH_TIMEOUT(opened.isFinished(), patience);
        QVERIFY2(opened.result(), opened.result() ? "" : qPrintable(opened.result().error().message));
        Settings settings = m_session->settings();
        settings.jobsHere = jobs;
        QVERIFY(m_session->setSettings(settings));
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_repository = std::make_unique<GitRepository>();
        QByteArray text = flake;
        text.replace("FOLDER", m_dir->path().toUtf8()).replace("NONCE", QUuid::createUuid().toByteArray());
        m_repository->write(u"flake.nix"_s, text);
        m_repository->write(u"unmoor.toml"_s, manifest());
        m_repository->git({u"add"_s, u"-A"_s});
        m_repository->commit(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5\n\nFirst.\n");
        for (const QString &name : {u"one"_s, u"two"_s, u"three"_s}) {
            const QByteArray pipe = m_dir->filePath(u"pipe-"_s + name).toLocal8Bit();
            QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
            m_pipes[name] = ::open(pipe.constData(), O_RDWR | O_CLOEXEC);
            QVERIFY(m_pipes[name] >= 0);
        }
    }

    void cleanup()
    {
        m_session.reset();
        for (const int pipe : std::as_const(m_pipes))
            ::close(pipe);
    }

    void oneAtATimeInTheOrderOfTheMatrix()
    {
        open(1);
        const auto done = m_session->build(m_session->rowsToBuild());
        QTRY_COMPARE_WITH_TIMEOUT(build(0), Build::Running, patience);
        QCOMPARE(build(1), Build::Waiting);
        QCOMPARE(build(2), Build::Waiting);
        tell(u"one"_s, "go");
        QTRY_COMPARE_WITH_TIMEOUT(build(1), Build::Running, patience);
        QCOMPARE(build(0), Build::Built);
        QCOMPARE(build(2), Build::Waiting);
        tell(u"two"_s, "go");
        QTRY_COMPARE_WITH_TIMEOUT(build(2), Build::Running, patience);
        tell(u"three"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        QVERIFY(m_session->rowsToBuild().isEmpty());
    }

    void noMoreThanTheSettingAtOnce()
    {
        open(2);
        const auto done = m_session->build(m_session->rowsToBuild());
        QTRY_COMPARE_WITH_TIMEOUT(running(), 2, patience);
        QCOMPARE(build(2), Build::Waiting);
        tell(u"two"_s, "go");
        QTRY_COMPARE_WITH_TIMEOUT(build(2), Build::Running, patience);
        QCOMPARE(running(), 2);
        tell(u"three"_s, "go");
        tell(u"one"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
    }

    void failedTargetStopsNoOtherAndAloneIsBuiltAgain()
    {
        open(1);
        const auto done = m_session->build(m_session->rowsToBuild());
        QTRY_COMPARE_WITH_TIMEOUT(build(0), Build::Running, patience);
        tell(u"one"_s, "stop");
        tell(u"two"_s, "go");
        tell(u"three"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        QCOMPARE(build(0), Build::Failed);
        QCOMPARE(build(1), Build::Built);
        QCOMPARE(build(2), Build::Built);
        QCOMPARE(m_session->rowsToBuild(), QList<int>{0});

        const auto again = m_session->build(m_session->rowsToBuild());
        tell(u"one"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(again.isFinished(), patience);
        QCOMPARE(build(0), Build::Built);
    }

    void logOfAnEarlierSessionIsReadMeanwhile()
    {
        open(1);
        const auto done = m_session->build({0});
        tell(u"one"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        const qsizetype lines = m_session->monitor(0)->lineCount();
        QVERIFY(lines > 0);

        open(1);
        const BuildMonitor *monitor = m_session->monitor(0);
        QVERIFY(monitor);
        QCOMPARE(monitor->lineCount(), 0); // nobody waited for it
        QSignalSpy progressed(m_session.get(), &Session::buildProgressed);
        QTRY_VERIFY(!m_session->isReadingLogs());
        QVERIFY(!progressed.isEmpty());
        QCOMPARE(m_session->monitor(0), monitor);
        QCOMPARE(monitor->lineCount(), lines);
        QCOMPARE(monitor->buildsRunning(), 0);
        QVERIFY(monitor->log()->hasTimes());
    }

    void sessionThatGoesAwayEndsItsBuilds()
    {
        open(2);
        const auto done = m_session->build(m_session->rowsToBuild());
        QTRY_COMPARE_WITH_TIMEOUT(running(), 2, patience);
        tell(u"one"_s, "go"); // one of them may end at any moment of the going away
        m_session.reset();
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        QVERIFY(done.isCanceled() || !done.result());
    }

    void cancelingOneLeavesTheOthers()
    {
        open(1);
        const auto done = m_session->build(m_session->rowsToBuild());
        QTRY_COMPARE_WITH_TIMEOUT(build(0), Build::Running, patience);
        m_session->cancelBuild(1); // still waits
        m_session->cancelBuild(0); // runs
        tell(u"three"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        QCOMPARE(build(0), Build::Canceled);
        QCOMPARE(build(1), Build::Canceled);
        QCOMPARE(build(2), Build::Built);
        QCOMPARE(m_session->rowsToBuild(), (QList<int>{0, 1}));
    }

    void cancelStopsAll()
    {
        open(2);
        const auto done = m_session->build(m_session->rowsToBuild());
        QTRY_COMPARE_WITH_TIMEOUT(running(), 2, patience);
        m_session->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        for (int row = 0; row < 3; ++row)
            QCOMPARE(build(row), Build::Canceled);
    }
};

QTEST_GUILESS_MAIN(SessionBuildTest)
#include "tst_sessionbuild.moc"
