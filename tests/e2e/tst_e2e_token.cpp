// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/standin.h"
#include "tests/e2e/program.h"

using namespace Qt::StringLiterals;
using namespace unmoor;
using namespace e2e;

/// `unmoor token` against the stand-in, on a machine without a keychain.
class TokenTest : public QObject
{
    Q_OBJECT

    Ended token(const QStringList &arguments, const QByteArray &secret = {}) const
    {
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromUtf8(secret));
        // Nobody asked for these.
        environment.insert(u"GITHUB_TOKEN"_s, QString::fromLatin1(m_host->token()));
        environment.insert(u"GH_TOKEN"_s, QString::fromLatin1(m_host->token()));
        QStringList all{u"token"_s};
        all << arguments << u"--api-url"_s << m_host->apiUrl().toString() << u"--state-dir"_s
            << m_folder->filePath(u"state"_s);
        if (!secret.isEmpty())
            all << u"--token-env"_s << u"UNMOOR_TEST_TOKEN"_s;
        return run(all, environment);
    }

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        m_host.emplace(m_folder->filePath(u"host"_s));
        QVERIFY(m_host->start());
    }

    void checkSaysWhatTheTokenMayDo()
    {
        const Ended text = token({u"check"_s}, m_host->token());
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("repo, workflow"));
        const Ended json = token({u"check"_s, u"--json"_s}, m_host->token());
        QCOMPARE(json.code, 0);
        QCOMPARE(json.json()[u"publish"_s].toString(), u"yes"_s);
        QCOMPARE(json.json()[u"workflows"_s].toString(), u"yes"_s);
        QVERIFY(json.json()[u"expires"_s].isNull());
        QVERIFY(!json.out.contains(m_host->token()) && !json.err.contains(m_host->token()));
    }

    void checkOfAProjectIsAboutItsRepository()
    {
        const QString project = m_folder->filePath(u"project"_s);
        makeProject(project);
        const Ended unseen = token({u"check"_s, u"--json"_s, u"--project"_s, project}, m_host->token());
        QCOMPARE(unseen.code, 1); // nothing was pushed to the stand-in yet
        const QString repository = unseen.json()[u"repository"_s].toString();
        QVERIFY(!repository.isEmpty());
        QCOMPARE(unseen.json()[u"publish"_s].toString(), u"no"_s);
        QVERIFY(unseen.err.contains(repository.toUtf8()));

        QVERIFY(m_host->push(repository, u"main"_s, headOf(project)));
        const Ended seen = token({u"check"_s, u"--json"_s, u"--project"_s, project}, m_host->token());
        QCOMPARE(seen.code, 0);
        QCOMPARE(seen.json()[u"message"_s].toString(), u"It can publish to %1."_s.arg(repository));
    }

    void badTokenIsToldWhatToCreateAndWhere()
    {
        const Ended bad = token({u"check"_s, u"--json"_s}, "ghp_bad");
        QCOMPARE(bad.code, 1);
        QCOMPARE(bad.json()[u"accepted"_s].toBool(true), false);
        QVERIFY(bad.err.contains("/settings/tokens/new"));
        QVERIFY(!bad.err.contains("ghp_bad") && !bad.out.contains("ghp_bad"));
    }

    void variablesThatNobodyNamedAreNotRead()
    {
        const Ended nobody = token({u"check"_s});
        QCOMPARE(nobody.code, 1);
        QVERIFY(nobody.err.contains("--token-env"));
        QCOMPARE(m_host->requestCount("GET", u"/user"_s), 0);
    }

    void loginWithoutAClientIdSaysWhatToSetUp()
    {
        const Ended unset = token({u"login"_s});
        QCOMPARE(unset.code, 2);
        QVERIFY(unset.err.contains("/settings/applications/new"));
    }

    /// git and nix stand on the PATH as scripts that write down what they could see, and go on to the real git.
    void programsThatAreStartedSeeNoToken()
    {
        const QString project = m_folder->filePath(u"project"_s);
        makeProject(project);
        const QString seen = m_folder->filePath(u"seen"_s);
        const QByteArray look =
            "#!/bin/sh\n{ echo \"${0##*/}\"; env; tr '\\0' '\\n' </proc/$PPID/environ | grep UNMOOR; "
            "grep core /proc/$PPID/limits; } >>"
            + seen.toUtf8() + '\n';
        QVERIFY(QDir().mkpath(m_folder->filePath(u"bin"_s)));
        const QByteArray realGit = QStandardPaths::findExecutable(u"git"_s).toUtf8();
        for (const auto &[name, rest] :
             {std::pair(u"git"_s, "exec " + realGit + " \"$@\"\n"), {u"nix"_s, "exit 1\n"}}) {
            const QString program = m_folder->filePath(u"bin/"_s + name);
            write(program, look + rest);
            QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        }
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"PATH"_s, m_folder->filePath(u"bin"_s) + u':' + environment.value(u"PATH"_s));
        environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromLatin1(m_host->token()));
        environment.insert(u"GITHUB_TOKEN"_s, u"ghp_nobodyasked"_s);
        const Ended plan =
            run({u"plan"_s, u"--project"_s, project, u"--api-url"_s, m_host->apiUrl().toString(), u"--state-dir"_s,
                 m_folder->filePath(u"state"_s), u"--token-env"_s, u"UNMOOR_TEST_TOKEN"_s},
                environment);
        QVERIFY2(plan.code == 1, plan.err.constData());
        QVERIFY(m_host->requestCount("GET", u"/repos/"_s) > 0);

        const QByteArray found = read(seen);
        QVERIFY2(found.startsWith("git\n") && found.contains("\nnix\n"), found.constData());
        QVERIFY2(!found.contains(m_host->token()) && !found.contains("ghp_nobodyasked"), found.constData());
        // The kernel writes no core of a process whose limit is one byte.
        static const QRegularExpression limit(u"Max core file size +1 "_s);
        QVERIFY2(limit.match(QString::fromUtf8(found)).hasMatch(), found.constData());
    }

    void listWithoutAccountsIsEmpty()
    {
        const Ended none = token({u"list"_s, u"--json"_s});
        QCOMPARE(none.code, 0);
        QCOMPARE(none.json()[u"accounts"_s].toArray().size(), 0);
        const Ended text = token({u"list"_s});
        QCOMPARE(text.code, 0);
        QVERIFY2(text.out.contains("No account is known") && text.out.contains("unmoor token set"),
                 text.out.constData());
    }

private:
    std::optional<QTemporaryDir> m_folder;
    std::optional<StandIn> m_host;
};

QTEST_GUILESS_MAIN(TokenTest)
#include "tst_e2e_token.moc"
