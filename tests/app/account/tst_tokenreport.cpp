// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/tokencheck.h"
#include "app/account/tokenwords.h"
#include "tests/app/github/scriptedserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;
using Kind = TokenReport::Kind;
using Right = TokenReport::Right;
using Level = TokenStanding::Level;

namespace {

const QUrl api(u"https://api.github.com"_s);
const QString repo = u"perstarkse/minne"_s;

github::Answer answer(int status, const QByteArray &body, const QList<std::pair<QByteArray, QByteArray>> &headers = {})
{
    github::Answer made;
    made.status = status;
    made.body = body;
    for (const auto &[name, value] : headers)
        made.headers.append(name, value);
    return made;
}

github::Answer user(const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    return answer(200, R"({"login": "perstarkse"})", headers);
}

github::Answer repository(const QByteArray &fields = R"("permissions": {"push": true})")
{
    return answer(200, "{" + fields + "}");
}

TokenAnswers classic(const QByteArray &scopes)
{
    return {.apiUrl = api,
            .kind = Kind::Classic,
            .repository = repo,
            .user = user({{"X-OAuth-Scopes", scopes}}),
            .repositoryRead = repository()};
}

TokenAnswers fineGrained(const std::optional<github::Answer> &notes)
{
    return {.apiUrl = api,
            .kind = Kind::FineGrained,
            .repository = repo,
            .user = user({}),
            .repositoryRead = repository(),
            .notesMade = notes};
}

QDateTime at(int day, int hour = 12)
{
    return QDateTime({2026, 11, day}, {hour, 0}, QTimeZone::UTC);
}

} // namespace

class TokenReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classicTokenWithRepoCanPublish()
    {
        const TokenReport report = judgeToken(classic("repo, workflow"));
        QCOMPARE(report.publish, Right::Yes);
        QCOMPARE(report.workflows, Right::Yes);
        QCOMPARE(report.login, u"perstarkse"_s);
        QCOMPARE(report.host, u"github.com"_s);
        QCOMPARE(report.scopes, QStringList({u"repo"_s, u"workflow"_s}));
        QCOMPARE(report.hint, QString());
        QCOMPARE(rightsWords(report), u"releases, workflows"_s);
    }

    void classicTokenWithoutWorkflowIsToldWhenItMatters()
    {
        const TokenReport report = judgeToken(classic("repo"));
        QCOMPARE(report.publish, Right::Yes);
        QCOMPARE(report.workflows, Right::No);
        QVERIFY(report.hint.contains(u".github/workflows"_s));
    }

    void tokenWithoutScopesIsToldWhatToCreateAndWhere()
    {
        const TokenReport report = judgeToken(classic(""));
        QCOMPARE(report.publish, Right::No);
        QVERIFY(report.accepted);
        QCOMPARE(report.page.toString(),
                 u"https://github.com/settings/tokens/new?description=Unmoor&scopes=repo,workflow"_s);
        QVERIFY(report.hint.contains(report.page.toString()));
        QVERIFY(report.hint.contains(u"Contents: write for perstarkse/minne"_s));
        QVERIFY(report.hint.contains(u"https://github.com/settings/personal-access-tokens/new"_s));
    }

    void otherScopesAreNamed()
    {
        const TokenReport report = judgeToken(classic("gist, read:org"));
        QCOMPARE(report.publish, Right::No);
        QVERIFY2(report.message.contains(u"gist, read:org"_s), qPrintable(report.message));
    }

    void publicScopeServesPublicRepositoriesOnly()
    {
        TokenAnswers answers = classic("public_repo");
        QCOMPARE(judgeToken(answers).publish, Right::Yes);
        answers.repositoryRead = repository(R"("private": true, "permissions": {"push": true})");
        QCOMPARE(judgeToken(answers).publish, Right::No);
        answers.repositoryRead = answer(404, "{}");
        QVERIFY(judgeToken(answers).hint.contains(u"scope repo"_s));
    }

    void ownerWithoutWriteRoleCannotPublish()
    {
        TokenAnswers answers = classic("repo");
        answers.repositoryRead = repository(R"("permissions": {"push": false, "pull": true})");
        const TokenReport report = judgeToken(answers);
        QCOMPARE(report.publish, Right::No);
        QVERIFY(report.hint.contains(u"role Write"_s));
    }

    void archivedRepositoryTakesNothing()
    {
        TokenAnswers answers = classic("repo");
        answers.repositoryRead = repository(R"("archived": true, "permissions": {"push": true})");
        QVERIFY(judgeToken(answers).message.contains(u"archived"_s));
        QCOMPARE(judgeToken(answers).publish, Right::No);
    }

    void fineGrainedTokenIsJudgedByTryingNotByTheUsersRight()
    {
        QCOMPARE(judgeToken(fineGrained(answer(200, R"({"name": "", "body": ""})"))).publish, Right::Yes);
        const TokenReport refused =
            judgeToken(fineGrained(answer(403, R"({"message": "Resource not accessible by personal access token"})",
                                          {{"X-Accepted-GitHub-Permissions", "contents=write"}})));
        QCOMPARE(refused.publish, Right::No);
        QVERIFY(refused.message.contains(u"contents=write"_s));
        QVERIFY(refused.hint.contains(u"https://github.com/settings/personal-access-tokens"_s));
    }

    void whatCannotBeTriedStaysUnknown()
    {
        for (const auto &notes : {std::optional<github::Answer>(), std::optional(answer(404, "{}"))}) {
            const TokenReport report = judgeToken(fineGrained(notes));
            QCOMPARE(report.publish, Right::Unknown);
            QVERIFY(report.message.contains(u"publishing will tell"_s));
        }
    }

    void repositoryThatAFineGrainedTokenDoesNotSeeIsNamed()
    {
        TokenAnswers answers = fineGrained({});
        answers.repositoryRead = answer(404, "{}");
        const TokenReport report = judgeToken(answers);
        QCOMPARE(report.publish, Right::No);
        QVERIFY(report.message.contains(repo));
        QVERIFY(report.hint.contains(u"add the repository"_s));
    }

    void actionsTokenBelongsToNobody()
    {
        TokenAnswers answers = fineGrained(answer(200, "{}"));
        answers.kind = Kind::Unknown;
        answers.user = answer(403, R"({"message": "Resource not accessible by integration"})");
        answers.repositoryRead = repository(R"("name": "minne")");
        const TokenReport report = judgeToken(answers);
        QCOMPARE(report.kind, Kind::Actions);
        QVERIFY(report.login.isEmpty());
        QCOMPARE(report.publish, Right::Yes);
        QCOMPARE(report.workflows, Right::No);
    }

    void singleSignOnIsToldWithTheLink()
    {
        TokenAnswers answers = classic("repo");
        answers.repositoryRead = answer(
            403, "{}", {{"X-GitHub-SSO", "required; url=https://github.com/orgs/acme/sso?authorization_request=A1"}});
        const TokenReport report = judgeToken(answers);
        QCOMPARE(report.publish, Right::No);
        QVERIFY(report.message.contains(u"single sign-on"_s));
        QCOMPARE(report.page.toString(), u"https://github.com/orgs/acme/sso?authorization_request=A1"_s);
    }

    void linkOfSingleSignOnIsNeverAnythingButHttps()
    {
        TokenAnswers answers = classic("repo");
        answers.repositoryRead = answer(403, "{}", {{"X-GitHub-SSO", "required; url=file:///etc/passwd"}});
        const TokenReport report = judgeToken(answers);
        QCOMPARE(report.page.scheme(), u"https"_s);
        QVERIFY(!report.hint.contains(u"passwd"_s));
    }

    void badTokenIsNotAccepted()
    {
        TokenAnswers answers = classic("repo");
        answers.user = answer(401, R"({"message": "Bad credentials"})");
        const TokenReport report = judgeToken(answers);
        QVERIFY(!report.accepted);
        QCOMPARE(report.publish, Right::No);
        QCOMPARE(standingOf(report, at(23)).level, Level::Bad);
    }

    void hostThatIsNotGitHubIsSaid()
    {
        for (const github::Answer &other : {answer(404, "<html>"), answer(200, "<html>"), answer(400, "{}")}) {
            TokenAnswers answers = classic("repo");
            answers.user = other;
            const TokenReport report = judgeToken(answers);
            QVERIFY(!report.accepted);
            QVERIFY(report.message.contains(u"GitHub's API"_s));
        }
    }

    void withoutAProjectScopesAreAllThatIsKnown()
    {
        TokenAnswers answers = classic("repo");
        answers.repositoryRead.reset();
        QCOMPARE(judgeToken(answers).publish, Right::Yes);
        TokenAnswers fine = fineGrained({});
        fine.repositoryRead.reset();
        QCOMPARE(judgeToken(fine).publish, Right::Unknown);
    }

    void ends_data()
    {
        QTest::addColumn<QDateTime>("end");
        QTest::newRow("2026-11-29 12:00:00 UTC") << at(29);
        QTest::newRow("2026-11-29 12:00:00 +0200") << at(29, 10);
        QTest::newRow("2026-11-29 12:00:00 -0130") << at(29, 13).addSecs(1800);
        QTest::newRow("2026-11-29 12:00:00") << at(29);
        QTest::newRow("") << QDateTime();
        QTest::newRow("tomorrow") << QDateTime();
    }
    void ends()
    {
        TokenAnswers answers = classic("repo");
        answers.user.headers.append("github-authentication-token-expiration", QTest::currentDataTag());
        QTEST(judgeToken(answers).expires, "end");
    }

    void standings_data()
    {
        QTest::addColumn<QDateTime>("end");
        QTest::addColumn<Level>("level");
        QTest::newRow("works") << QDateTime() << Level::Good;
        QTest::newRow("ends in 6 days") << at(29) << Level::Attention;
        QTest::newRow("ends in 1 hour") << at(23, 13) << Level::Attention;
        QTest::newRow("ends within an hour") << at(23).addSecs(60) << Level::Attention;
        QTest::newRow("ended on 2026-11-20") << at(20) << Level::Bad;
    }
    void standings()
    {
        QFETCH(QDateTime, end);
        QFETCH(Level, level);
        TokenReport report = judgeToken(classic("repo"));
        report.expires = end;
        QCOMPARE(standingOf(report, at(23)), TokenStanding({level, QString::fromLatin1(QTest::currentDataTag())}));
    }

    void reportComesBackFromItsJson()
    {
        TokenAnswers answers = classic("repo, workflow");
        answers.user.headers.append("github-authentication-token-expiration", "2026-11-29 12:00:00 UTC");
        const TokenReport report = judgeToken(answers);
        QCOMPARE(reportOf(toJson(report)), report);
        QCOMPARE(toJson(report)[u"publish"_s].toString(), u"yes"_s);
        QVERIFY(toJson(judgeToken(classic("repo")))[u"expires"_s].isNull());
    }

    void kindsOfTokens()
    {
        QCOMPARE(kindOfToken("ghp_0123"), Kind::Classic);
        QCOMPARE(kindOfToken("github_pat_0123"), Kind::FineGrained);
        QCOMPARE(kindOfToken("gho_0123"), Kind::OAuth);
        QCOMPARE(kindOfToken("ghs_0123"), Kind::Actions);
        QCOMPARE(kindOfToken("0123456789abcdef"), Kind::Unknown);
    }

    void hostsAndTheirAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("web");
        QTest::newRow("github.com") << u"https://api.github.com"_s << u"https://github.com"_s;
        QTest::newRow("git.example.org") << u"https://git.example.org/api/v3"_s << u"https://git.example.org"_s;
        QTest::newRow("acme.ghe.com") << u"https://api.acme.ghe.com"_s << u"https://acme.ghe.com"_s;
        QTest::newRow("git.example.org:8443")
            << u"https://git.example.org:8443/api/v3"_s << u"https://git.example.org:8443"_s;
        QTest::newRow("127.0.0.1:8080") << u"http://127.0.0.1:8080/api/v3"_s << u"http://127.0.0.1:8080"_s;
        QTest::newRow("localhost:8080") << u"http://localhost:8080/api/v3"_s << u"http://localhost:8080"_s;
    }
    void hostsAndTheirAddresses()
    {
        QFETCH(QString, address);
        QFETCH(QString, web);
        const QUrl url = apiUrlOfHost(QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(url.toString(), address);
        QCOMPARE(webUrl(url).toString(), web);
    }

    void whatIsNoHostHasNoAddress()
    {
        for (const QString &name : {u""_s, u"https://github.com"_s, u"git example"_s, u"user@host"_s, u"host/path"_s})
            QVERIFY2(!apiUrlOfHost(name).isValid(), qPrintable(name));
    }

    void checkAsksOnlyWhatIsNeeded()
    {
        ScriptedServer server;
        server.answer = [](const ScriptedServer::Request &request) {
            return request.target.endsWith("/user")
                ? ScriptedServer::reply(200, R"({"login": "mara"})", "X-OAuth-Scopes: repo\r\n")
                : ScriptedServer::reply(200, R"({"permissions": {"push": true}})");
        };
        QNetworkAccessManager network;
        github::Client client(network, server.url(u"/api/v3"_s));
        client.setToken("ghp_0123");
        const auto report = checkToken(client, Kind::Classic, repo);
        QTRY_VERIFY(report.isFinished());
        QCOMPARE(report.result().value().publish, Right::Yes);
        QCOMPARE(server.requests.size(), 2);
    }

    void fineGrainedTokenIsTriedWithoutWritingAnything()
    {
        ScriptedServer server;
        server.answer = [](const ScriptedServer::Request &request) {
            if (request.target.endsWith("/user"))
                return ScriptedServer::reply(200, R"({"login": "mara"})");
            if (request.method == "POST")
                return ScriptedServer::reply(403, R"({"message": "Resource not accessible by personal access token"})",
                                             "X-Accepted-GitHub-Permissions: contents=write\r\n");
            return ScriptedServer::reply(200, R"({"permissions": {"push": true}})");
        };
        QNetworkAccessManager network;
        github::Client client(network, server.url(u"/api/v3"_s));
        client.setToken("github_pat_0123");
        const auto report = checkToken(client, Kind::FineGrained, repo);
        QTRY_VERIFY(report.isFinished());
        QCOMPARE(report.result().value().publish, Right::No);
        QCOMPARE(server.requests.last().target, "/api/v3/repos/perstarkse/minne/releases/generate-notes");
    }

    void hostThatDoesNotAnswerIsAnError()
    {
        ScriptedServer server;
        server.answer = [](const ScriptedServer::Request &) { return ScriptedServer::reply(502, "<html>"); };
        QNetworkAccessManager network;
        github::Client client(network, server.url());
        client.setToken("ghp_0123");
        const auto report = checkToken(client, Kind::Classic, {});
        QTRY_VERIFY(report.isFinished());
        QCOMPARE(report.result().error().kind, Error::Kind::Server);
    }
};

QTEST_GUILESS_MAIN(TokenReportTest)
#include "tst_tokenreport.moc"
