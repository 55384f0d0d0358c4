// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/project/gitrepository.h"
#include "tests/app/release/ownsession.h"

#include <QTest>
#include <QUuid>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace unmoor {

using namespace Qt::StringLiterals;
using Build = TargetState::Build;

inline constexpr int patience = 60'000;

/// Each output waits for a word on its own pipe: "go" makes an archive, anything else fails.
inline const QByteArray pipedFlake = R"nix({
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

inline QByteArray pipedManifest()
{
    QByteArray text = "schema = 1\n[project]\nname = \"minne\"\nversion = { literal = \"1.0.5\" }\n";
    for (const auto &[triple, output] : {std::pair("x86_64-unknown-linux-gnu", "one"),
                                         {"x86_64-unknown-linux-musl", "two"},
                                         {"x86_64-unknown-freebsd", "three"}})
        text += QByteArray("[[target]]\ntriple = \"") + triple + "\"\nsystem = \"x86_64-linux\"\noutput = \"" + output
            + "\"\narchive = \"" + output + ".tar\"\n";
    return text;
}

/// A project with three targets and real Nix; each build goes on when the test says so.
class PipedProject : public QObject
{
public:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<GitRepository> m_repository;
    std::unique_ptr<OwnSession> m_session;
    QMap<QString, int> m_pipes; ///< open for reading too, so that writing waits for nobody

    Build build(int row) const { return m_session->targets().rows()[row].build; }

    int running() const
    {
        return int(std::ranges::count(m_session->targets().rows(), Build::Running, &TargetState::build));
    }

    /// Lets the build of \a name go on, now or as soon as it runs.
    void tell(const QString &name, const QByteArray &word) const
    {
        QCOMPARE(::write(m_pipes.value(name), (word + '\n').constData(), size_t(word.size()) + 1), word.size() + 1);
    }

    void open(int jobs, const InspectionProcess &inspector = {})
    {
        m_session = std::make_unique<OwnSession>(m_dir->filePath(u"state"_s), SessionOptions(), inspector);
        const auto opened = m_session->open(m_repository->path());
        QTRY_VERIFY_WITH_TIMEOUT(opened.isFinished(), patience);
        QVERIFY2(opened.result(), opened.result() ? "" : qPrintable(opened.result().error().message));
        Settings settings = m_session->engine().settings();
        settings.jobsHere = jobs;
        QVERIFY(m_session->setSettings(settings));
    }

    void setUp()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        isolateGit();
        m_repository = std::make_unique<GitRepository>();
        QByteArray text = pipedFlake;
        text.replace("FOLDER", m_dir->path().toUtf8()).replace("NONCE", QUuid::createUuid().toByteArray());
        m_repository->write(u"flake.nix"_s, text);
        m_repository->write(u"unmoor.toml"_s, pipedManifest());
        m_repository->git({u"add"_s, u"-A"_s});
        m_repository->commit(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5\n\nFirst.\n");
        for (const QString &name : {u"one"_s, u"two"_s, u"three"_s}) {
            const QByteArray pipe = m_dir->filePath(u"pipe-"_s + name).toLocal8Bit();
            QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
            m_pipes[name] = ::open(pipe.constData(), O_RDWR | O_CLOEXEC);
            QVERIFY(m_pipes[name] >= 0);
        }
    }

    void tearDown()
    {
        m_session.reset();
        for (const int pipe : std::as_const(m_pipes))
            ::close(pipe);
    }
};

} // namespace unmoor
