// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/client.h"

#include "app/core/hash.h"
#include "tests/app/github/scriptedserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;
using namespace unmoor::github;

namespace {

const QString repo = u"owner/tool"_s;
const QString commit = u"de53020f00000000000000000000000000000000"_s;

/// JSON written with single quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray releaseJson(int id, const QByteArray &uploadUrl = "http://127.0.0.1/up{?name,label}")
{
    return json("{'id':") + QByteArray::number(id)
        + json(",'tag_name':'v1','draft':true,'target_commitish':'main','upload_url':'") + uploadUrl + "\"}";
}

QByteArray assetJson(int id, const QByteArray &name)
{
    return json("{'id':") + QByteArray::number(id) + json(",'name':'") + name
        + json("','state':'uploaded','size':3,'digest':'sha256:") + sha256Of("abc") + json("'}");
}

} // namespace

class ClientTest : public QObject
{
    Q_OBJECT

    struct Bench
    {
        ScriptedServer server;
        QNetworkAccessManager network;
        Client client{network, server.url(u"/api/v3"_s)};

        explicit Bench(const QByteArray &always = {})
        {
            server.answer = [always](const ScriptedServer::Request &) { return always; };
            client.setToken("s3cret");
        }
    };

    static Release releaseAt(const QUrl &uploads)
    {
        Release release;
        release.id = 1;
        release.tagName = u"v1"_s;
        release.uploadUrl = uploads.toString();
        return release;
    }

private Q_SLOTS:
    void sendsWhatGitHubAsksFor()
    {
        Bench bench(ScriptedServer::reply(200, json("{'login':'me'}"), "X-OAuth-Scopes: repo, workflow\r\n"));
        const auto user = bench.client.user();
        QTRY_VERIFY(user.isFinished());
        QCOMPARE(user.result(), User({u"me"_s, {u"repo"_s, u"workflow"_s}, true}));
        const auto headers = bench.server.requests.first().headers;
        QVERIFY(headers["user-agent"].startsWith("Unmoor/"));
        QCOMPARE(headers["accept"], "application/vnd.github+json");
        QCOMPARE(headers["x-github-api-version"], "2022-11-28");
        QCOMPARE(headers["authorization"], "Bearer s3cret");
        QCOMPARE(bench.server.requests.first().target, "/api/v3/user");
    }

    void followsLinksToTheLastPage()
    {
        Bench bench;
        bench.server.answer = [&bench](const ScriptedServer::Request &request) {
            if (request.target.contains("page=2"))
                return ScriptedServer::reply(200, "[" + assetJson(2, "b") + "," + assetJson(1, "a") + "]");
            return ScriptedServer::reply(
                200, "[" + assetJson(1, "a") + "]",
                "Link: <" + bench.server.url(u"/api/v3/x?page=9"_s).toEncoded() + ">; rel=\"last\", <"
                    + bench.server.url(u"/api/v3/repos/owner/tool/releases/7/assets?page=2"_s).toEncoded()
                    + ">; rel=\"next\"\r\n");
        };
        const auto assets = bench.client.assets(repo, 7);
        QTRY_VERIFY(assets.isFinished());
        QVERIFY2(assets.result(), qPrintable(assets.result().error_or(Error()).message));
        QCOMPARE(assets.result()->size(), 2); // what shifted to the next page is not counted twice
        QCOMPARE(bench.server.requests.size(), 2);
        QVERIFY(bench.server.requests.first().target.endsWith("/releases/7/assets?per_page=100"));
    }

    void anEndlessListIsAnError()
    {
        Bench bench;
        bench.server.answer = [&bench](const ScriptedServer::Request &) {
            return ScriptedServer::reply(200, "[]",
                                         "Link: <" + bench.server.url(u"/loop"_s).toEncoded() + ">; rel=\"next\"\r\n");
        };
        const auto releases = bench.client.releases(repo);
        QTRY_VERIFY(releases.isFinished());
        QCOMPARE(releases.result().error().kind, Error::Kind::Server);
    }

    void anUnchangedAnswerComesFromMemory()
    {
        Bench bench;
        bench.server.answer = [](const ScriptedServer::Request &request) {
            if (request.headers.value("if-none-match") == "\"e1\"")
                return QByteArray("HTTP/1.1 304 Not Modified\r\nETag: \"e1\"\r\n\r\n");
            return ScriptedServer::reply(200, "[" + releaseJson(5) + "]", "ETag: \"e1\"\r\n");
        };
        for (int i = 0; i < 2; ++i) {
            const auto releases = bench.client.releases(repo);
            QTRY_VERIFY(releases.isFinished());
            QCOMPARE(releases.result().value().first().id, 5);
        }
        QCOMPARE(bench.server.requests.last().headers.value("if-none-match"), "\"e1\"");
    }

    void anotherTokenDoesNotSeeWhatWasRemembered()
    {
        Bench bench(ScriptedServer::reply(200, "[]", "ETag: \"e1\"\r\n"));
        for (int i = 0; i < 2; ++i) {
            const auto releases = bench.client.releases(repo);
            QTRY_VERIFY(releases.isFinished());
            bench.client.setToken("other");
        }
        QVERIFY(!bench.server.requests.last().headers.contains("if-none-match"));
    }

    void redirectToAnotherHostCarriesNoToken()
    {
        ScriptedServer storage;
        storage.answer = [](const auto &) { return ScriptedServer::reply(200, "abc"); };
        Bench bench(ScriptedServer::reply(302, {}, "Location: " + storage.url(u"/signed"_s).toEncoded() + "\r\n"));
        const auto sha256 = bench.client.assetSha256(repo, 3);
        QTRY_VERIFY(sha256.isFinished());
        QCOMPARE(sha256.result().value(), sha256Of("abc"));
        QVERIFY(bench.server.requests.first().headers.contains("authorization"));
        QVERIFY(!storage.requests.first().headers.contains("authorization"));
    }

    void redirectOutOfTheApiCarriesNoTokenEvenOnItsHost()
    {
        Bench bench;
        bench.server.answer = [](const ScriptedServer::Request &request) {
            return request.target == "/storage" ? ScriptedServer::reply(200, "abc")
                                                : ScriptedServer::reply(302, {}, "Location: /storage\r\n");
        };
        const auto sha256 = bench.client.assetSha256(repo, 3);
        QTRY_VERIFY(sha256.isFinished());
        QVERIFY(sha256.result());
        QVERIFY(!bench.server.requests.last().headers.contains("authorization"));
    }

    void downloadedAssetIsInItsFileOnceItIsWhole()
    {
        ScriptedServer storage;
        storage.answer = [](const auto &) { return ScriptedServer::reply(200, "abc"); };
        Bench bench(ScriptedServer::reply(302, {}, "Location: " + storage.url(u"/signed"_s).toEncoded() + "\r\n"));
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.tar.xz"_s);
        qint64 received = 0;
        const auto bytes = bench.client.downloadAsset(repo, 3, path, [&](qint64 count) { received = count; });
        QTRY_VERIFY(bytes.isFinished());
        QCOMPARE(bytes.result().value(), 3);
        QCOMPARE(received, 3);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "abc");
        QVERIFY(!storage.requests.first().headers.contains("authorization"));
    }

    void downloadThatIsCutShortLeavesWhatWasThere_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("refused") << ScriptedServer::reply(404, "{}");
        QTest::newRow("cut short") << QByteArray(
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\nabc");
    }
    void downloadThatIsCutShortLeavesWhatWasThere()
    {
        QFETCH(QByteArray, answer);
        Bench bench(answer);
        bench.client.setStallTimeout(std::chrono::milliseconds(300));
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"a"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("before") == 6);
        file.close();
        const auto bytes = bench.client.downloadAsset(repo, 3, file.fileName());
        QTRY_VERIFY(bytes.isFinished());
        QVERIFY(!bytes.result());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "before");
        QTRY_COMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void downloadIntoAFolderThatIsNotThereAsksNobody()
    {
        Bench bench(ScriptedServer::reply(200, "abc"));
        const auto bytes = bench.client.downloadAsset(repo, 3, u"/no/such/folder/a"_s);
        QTRY_VERIFY(bytes.isFinished());
        QCOMPARE(bytes.result().error().kind, Error::Kind::Io);
        QVERIFY(bench.server.requests.isEmpty());
    }

    void downloadStopsOnRequest()
    {
        Bench bench(QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"));
        const QTemporaryDir folder;
        std::stop_source stop;
        const auto bytes = bench.client.downloadAsset(
            repo, 3, folder.filePath(u"a"_s), [&stop](qint64) { stop.request_stop(); }, stop.get_token());
        QTRY_VERIFY(bytes.isFinished());
        QCOMPARE(bytes.result().error().kind, Error::Kind::Canceled);
        QTRY_VERIFY(QDir(folder.path()).isEmpty());
    }

    void aRenamedRepositoryIsFollowedWithTheMethodKept()
    {
        Bench bench;
        bench.server.answer = [](const ScriptedServer::Request &request) {
            return request.target.contains("/repositories/")
                ? ScriptedServer::reply(201, releaseJson(9))
                : ScriptedServer::reply(307, "{}", "Location: /api/v3/repositories/1/releases\r\n");
        };
        const auto release = bench.client.createRelease(repo, {u"v1"_s});
        QTRY_VERIFY(release.isFinished());
        QVERIFY2(release.result(), qPrintable(release.result().error_or(Error()).message));
        QCOMPARE(release.result().value().id, 9);
        QCOMPARE(bench.server.requests.last().method, "POST");
        QCOMPARE(bench.server.requests.last().body, json("{'tag_name':'v1'}"));
        QVERIFY(bench.server.requests.last().headers.contains("authorization"));
    }

    void anotherHostDoesNotNameWhereUploadsGo()
    {
        ScriptedServer stranger;
        stranger.answer = [](const auto &) { return ScriptedServer::reply(200, "[" + releaseJson(1) + "]"); };
        Bench bench(ScriptedServer::reply(302, {}, "Location: " + stranger.url().toEncoded() + "\r\n"));
        const auto releases = bench.client.releases(repo);
        QTRY_VERIFY(releases.isFinished());
        QCOMPARE(releases.result().error().kind, Error::Kind::Server);
    }

    void redirectsInACircleEnd()
    {
        Bench bench(ScriptedServer::reply(302, {}, "Location: /again\r\n"));
        const auto user = bench.client.user();
        QTRY_VERIFY(user.isFinished());
        QCOMPARE(user.result().error().kind, Error::Kind::Server);
        QCOMPARE(bench.server.requests.size(), 6);
    }

    void notesAreGeneratedSinceTheTagThatIsNamed()
    {
        Bench bench(ScriptedServer::reply(200, json("{'name':'v2','body':'* Fix by @mo'}")));
        const auto notes = bench.client.generatedNotes(repo, u"v2"_s, commit, u"v1"_s);
        QTRY_VERIFY(notes.isFinished());
        QCOMPARE(notes.result().value(), u"* Fix by @mo"_s);
        const auto &request = bench.server.requests.last();
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.target, "/api/v3/repos/owner/tool/releases/generate-notes");
        QCOMPARE(request.body,
                 json("{'previous_tag_name':'v1','tag_name':'v2','target_commitish':'") + commit.toLatin1()
                     + json("'}"));
    }

    void anAnswerWithoutNotesIsTheServersFault()
    {
        Bench bench(ScriptedServer::reply(200, json("{'name':'v2'}")));
        const auto notes = bench.client.generatedNotes(repo, u"v2"_s, commit, {});
        QTRY_VERIFY(notes.isFinished());
        QCOMPARE(notes.result().error().kind, Error::Kind::Server);
    }

    void aWriteIsNotTurnedIntoARead()
    {
        Bench bench(ScriptedServer::reply(302, {}, "Location: /elsewhere\r\n"));
        const auto release = bench.client.createRelease(repo, {u"v1"_s});
        QTRY_VERIFY(release.isFinished());
        QCOMPARE(release.result().error().kind, Error::Kind::Server);
        QCOMPARE(bench.server.requests.size(), 1);
    }

    void errors_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<int>("retryAfter");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, int status, const QByteArray &body, const QByteArray &headers,
                            Error::Kind kind, int retryAfter, const QString &says) {
            QTest::newRow(name) << ScriptedServer::reply(status, body, headers) << kind << retryAfter << says;
        };
        const QByteArray exists =
            json("{'message':'Validation "
                 "Failed','errors':[{'resource':'ReleaseAsset','code':'already_exists','field':'name'}]}");
        row("bad token", 401, json("{'message':'Bad credentials'}"), {}, Error::Kind::Unauthorized, 0,
            u"Bad credentials"_s);
        row("no right", 403, json("{'message':'Resource not accessible by personal access token'}"),
            "X-Accepted-GitHub-Permissions: contents=write\r\n", Error::Kind::Forbidden, 0, u"contents=write"_s);
        row("single sign-on", 403, json("{'message':'SAML'}"),
            "X-GitHub-SSO: required; url=https://github.com/orgs/o/sso\r\n", Error::Kind::Forbidden, 0,
            u"https://github.com/orgs/o/sso"_s);
        row("hidden on a write", 404, json("{'message':'Not Found'}"), "X-OAuth-Scopes: repo\r\n",
            Error::Kind::Forbidden, 0, u"scope workflow"_s);
        row("primary limit", 403, json("{'message':'API rate limit exceeded'}"),
            "X-RateLimit-Remaining: 0\r\nRetry-After: 7\r\n", Error::Kind::RateLimited, 7, u"rate limit"_s);
        row("secondary limit without a time", 403, json("{'message':'You have exceeded a secondary rate limit.'}"), {},
            Error::Kind::RateLimited, 0, u"wait for a minute"_s);
        row("a clock that goes wrong here", 403, json("{'message':'API rate limit exceeded'}"),
            "X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: 1000000030\r\nDate: Sun, 09 Sep 2001 01:46:40 GMT\r\n",
            Error::Kind::RateLimited, 31, u"31 s"_s);
        row("too many requests", 429, "{}", "Retry-After: 90\r\n", Error::Kind::RateLimited, 90, u"429"_s);
        row("conflict", 409, json("{'message':'Git Repository is empty.'}"), {}, Error::Kind::Conflict, 0, u"empty"_s);
        row("validation", 422, exists, {}, Error::Kind::Conflict, 0, u"ReleaseAsset.name already_exists"_s);
        row("validation in words", 422,
            json("{'message':'Validation Failed','errors':['Cannot upload assets to an immutable release.']}"), {},
            Error::Kind::Conflict, 0, u"immutable"_s);
        row("unicorn", 502, "<html>Bad gateway</html>", {}, Error::Kind::Server, 0, u"502"_s);
        row("page instead of JSON", 200, "<html>Hello</html>", {}, Error::Kind::Server, 0, u"promises"_s);
        row("truncated JSON", 200, json("{'id':5,'tag_na"), {}, Error::Kind::Server, 0, u"promises"_s);
        row("other JSON", 200, json("{'id':'five'}"), {}, Error::Kind::Server, 0, u"promises"_s);
        row("our own mistake", 400, json("{'message':'Bad Content-Length'}"), {}, Error::Kind::Failed, 0,
            u"Bad Content-Length"_s);
        QTest::newRow("connection closed") << QByteArray("close") << Error::Kind::Network << 0 << u"127.0.0.1"_s;
        QTest::newRow("body cut short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}")
                                        << Error::Kind::Network << 0 << u"nothing moved"_s;
    }
    void errors()
    {
        QFETCH(QByteArray, reply);
        Bench bench(reply);
        bench.client.setStallTimeout(std::chrono::milliseconds(500));
        const auto release = bench.client.createRelease(repo, {u"v1"_s});
        QTRY_VERIFY(release.isFinished());
        QVERIFY(!release.result());
        const Error error = release.result().error();
        QTEST(error.kind, "kind");
        QTEST(error.retryAfter, "retryAfter");
        QFETCH(QString, says);
        QVERIFY2(error.message.contains(says), qPrintable(error.message));
        QVERIFY2(error.message.contains(u"POST"), qPrintable(error.message));
        QVERIFY2(error.message.startsWith(u"Could not create the release v1: "), qPrintable(error.message));
    }

    void theTokenIsInNoMessage()
    {
        Bench bench(ScriptedServer::reply(401, json("{'message':'Bad token s3cret'}")));
        const auto user = bench.client.user();
        QTRY_VERIFY(user.isFinished());
        QVERIFY(!user.result().error().message.contains(u"s3cret"));
    }

    void aWriteWhoseConnectionClosesIsNotRepeated()
    {
        Bench bench("close");
        const auto release = bench.client.createRelease(repo, {u"v1"_s});
        QTRY_VERIFY(release.isFinished());
        QCOMPARE(release.result().error().kind, Error::Kind::Network);
        QCOMPARE(bench.server.requests.size(), 1);
    }

    void aHostThatNeverAnswersEndsTheCall()
    {
        Bench bench;
        bench.client.setStallTimeout(std::chrono::milliseconds(200));
        const auto user = bench.client.user();
        QTRY_VERIFY(user.isFinished());
        QCOMPARE(user.result().error().kind, Error::Kind::Network);
    }

    void aStopEndsTheCallAsCanceled()
    {
        Bench bench;
        std::stop_source stop;
        const auto user = bench.client.user(stop.get_token());
        QTRY_COMPARE(bench.server.requests.size(), 1);
        stop.request_stop();
        QTRY_VERIFY(user.isFinished());
        QCOMPARE(user.result().error().kind, Error::Kind::Canceled);
    }

    void keepsTheRateLimit()
    {
        Bench bench(ScriptedServer::reply(
            200, json("{'login':'me'}"),
            "X-RateLimit-Limit: 5000\r\nX-RateLimit-Remaining: 4968\r\nX-RateLimit-Reset: 1700000000\r\n"));
        const auto user = bench.client.user();
        QTRY_VERIFY(user.isFinished());
        QCOMPARE(bench.client.rateLimit().remaining, 4968);
        QCOMPARE(bench.client.rateLimit().reset.toSecsSinceEpoch(), 1700000000);
    }

    void uploadArrivesByteByByteWithItsLength()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        QByteArray bytes(3'000'000, Qt::Uninitialized);
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = char(i * 7 % 251);
        file.write(bytes);
        file.close();
        Bench bench(ScriptedServer::reply(201, assetJson(4, "a+b.zip")));
        qint64 last = 0;
        const auto asset = bench.client.uploadAsset(releaseAt(bench.server.url(u"/up"_s)), u"a+b.zip"_s,
                                                    file.fileName(), [&last](qint64 sent) { last = sent; });
        QTRY_VERIFY(asset.isFinished());
        QCOMPARE(asset.result().value().id, 4);
        const auto request = bench.server.requests.first();
        QCOMPARE(request.headers["content-length"], QByteArray::number(bytes.size()));
        QVERIFY(!request.headers.contains("transfer-encoding"));
        QCOMPARE(request.headers["content-type"], "application/octet-stream");
        QCOMPARE(request.target, "/up?name=a%2Bb.zip");
        QVERIFY(request.body == bytes);
        QCOMPARE(last, bytes.size());
    }

    void uploadHostThatTheApiNamedGetsTheToken()
    {
        ScriptedServer uploads;
        uploads.answer = [](const auto &) { return ScriptedServer::reply(201, assetJson(4, "a")); };
        Bench bench(ScriptedServer::reply(
            200, releaseJson(1, uploads.url(u"/up{?name,label}"_s).toEncoded(QUrl::DecodeReserved))));
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("abc");
        file.flush();

        const auto stranger = bench.client.uploadAsset(releaseAt(uploads.url(u"/up"_s)), u"a"_s, file.fileName());
        QTRY_VERIFY(stranger.isFinished());
        QVERIFY(!uploads.requests.last().headers.contains("authorization"));

        const auto release = bench.client.release(repo, 1);
        QTRY_VERIFY(release.isFinished());
        const auto known = bench.client.uploadAsset(release.result().value(), u"a"_s, file.fileName());
        QTRY_VERIFY(known.isFinished());
        QCOMPARE(uploads.requests.last().headers.value("authorization"), "Bearer s3cret");
    }

    void aFileThatChangesWhileItIsSentFails()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(QByteArray(1000, 'x'));
        file.flush();
        Bench bench;
        bench.server.answer = [&file](const auto &) {
            file.write("more");
            file.flush();
            return ScriptedServer::reply(201, assetJson(4, "a"));
        };
        const auto asset = bench.client.uploadAsset(releaseAt(bench.server.url(u"/up"_s)), u"a"_s, file.fileName());
        QTRY_VERIFY(asset.isFinished());
        QCOMPARE(asset.result().error().kind, Error::Kind::Io);
    }

    void anotherFileThanThePromisedOneIsNotSentToItsEnd()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(QByteArray(100'000, 'x'));
        file.flush();
        Bench bench(ScriptedServer::reply(201, assetJson(4, "a")));
        const Release release = releaseAt(bench.server.url(u"/up"_s));
        const auto other = bench.client.uploadAsset(release, u"a"_s, file.fileName(), {}, {}, sha256Of("other"));
        QTRY_VERIFY(other.isFinished());
        QCOMPARE(other.result().error().kind, Error::Kind::InvalidInput);
        QVERIFY2(other.result().error().message.contains(file.fileName()), qPrintable(other.result().error().message));
        QVERIFY(bench.server.requests.isEmpty()); // it never became a whole request
        const auto same =
            bench.client.uploadAsset(release, u"a"_s, file.fileName(), {}, {}, sha256Of(QByteArray(100'000, 'x')));
        QTRY_VERIFY(same.isFinished());
        QVERIFY(same.result());
        QCOMPARE(bench.server.requests.size(), 1);
    }

    void annotatedTagsArePeeled()
    {
        Bench bench;
        bench.server.answer = [](const ScriptedServer::Request &request) {
            if (request.target.endsWith("/git/ref/tags/v1%23x/y"))
                return ScriptedServer::reply(200, json("{'ref':'refs/tags/v1','object':{'type':'tag','sha':'aa'}}"));
            if (request.target.endsWith("/git/tags/aa"))
                return ScriptedServer::reply(200, json("{'object':{'type':'tag','sha':'bb'}}"));
            return ScriptedServer::reply(200, json("{'object':{'type':'commit','sha':'") + commit.toLatin1() + "\"}}");
        };
        const auto tag = bench.client.tagCommit(repo, u"v1#x/y"_s);
        QTRY_VERIFY(tag.isFinished());
        QCOMPARE(tag.result().value(), std::optional(commit));
        QCOMPARE(bench.server.requests.size(), 3);
    }

    void absentIsToldApartFromHidden_data()
    {
        QTest::addColumn<int>("repositoryStatus");
        QTest::addColumn<bool>("isAnswer");
        QTest::newRow("no such commit") << 200 << true;
        QTest::newRow("no such repository") << 404 << false;
    }
    void absentIsToldApartFromHidden()
    {
        QFETCH(int, repositoryStatus);
        QFETCH(bool, isAnswer);
        Bench bench;
        bench.server.answer = [repositoryStatus](const ScriptedServer::Request &request) {
            return request.target.endsWith("/repos/owner/tool")
                ? ScriptedServer::reply(repositoryStatus, json("{'full_name':'owner/tool','message':'Not Found'}"))
                : ScriptedServer::reply(404, json("{'message':'Not Found'}"));
        };
        const auto has = bench.client.hasCommit(repo, commit);
        const auto tag = bench.client.tagCommit(repo, u"v1"_s);
        const auto latest = bench.client.latestRelease(repo);
        QTRY_VERIFY(has.isFinished() && tag.isFinished() && latest.isFinished());
        if (isAnswer) {
            QCOMPARE(has.result().value(), false);
            QVERIFY(!tag.result().value());
            QVERIFY(!latest.result().value());
        } else {
            QCOMPARE(has.result().error().kind, Error::Kind::NotFound);
            QCOMPARE(tag.result().error().kind, Error::Kind::NotFound);
            QCOMPARE(latest.result().error().kind, Error::Kind::NotFound);
        }
    }

    void anUnknownShaIsNoCommit()
    {
        Bench bench(ScriptedServer::reply(422, json("{'message':'No commit found for SHA: de'}")));
        const auto has = bench.client.hasCommit(repo, commit);
        QTRY_VERIFY(has.isFinished());
        QCOMPARE(has.result().value(), false);
    }

    void changingAReleaseAlwaysNamesItsTag()
    {
        Bench bench(ScriptedServer::reply(200, releaseJson(1)));
        ReleaseFields fields{u"v1"_s};
        fields.draft = false;
        fields.makeLatest = false;
        const auto release = bench.client.updateRelease(repo, 1, fields);
        QTRY_VERIFY(release.isFinished());
        QCOMPARE(bench.server.requests.first().method, "PATCH");
        QCOMPARE(QJsonDocument::fromJson(bench.server.requests.first().body).object(),
                 QJsonObject({{u"tag_name"_s, u"v1"_s}, {u"draft"_s, false}, {u"make_latest"_s, u"false"_s}}));
    }

    void deletingWhatIsGoneSucceeds()
    {
        Bench bench(ScriptedServer::reply(404, json("{'message':'Not Found'}")));
        const auto gone = bench.client.deleteAsset(repo, 1);
        QTRY_VERIFY(gone.isFinished());
        QVERIFY(gone.result());
    }

    void deletingWhatTheTokenMayNotFails()
    {
        Bench bench;
        bench.server.answer = [](const ScriptedServer::Request &request) {
            return request.method == "GET" ? ScriptedServer::reply(200, assetJson(1, "a"))
                                           : ScriptedServer::reply(404, json("{'message':'Not Found'}"));
        };
        const auto refused = bench.client.deleteAsset(repo, 1);
        QTRY_VERIFY(refused.isFinished());
        QCOMPARE(refused.result().error().kind, Error::Kind::Forbidden);
    }

    void refusesWhatIsNoRepository()
    {
        Bench bench;
        for (const QString &name : {u"tool"_s, u"a/b/c"_s, u"owner/.."_s, u"owner/tool?x"_s}) {
            const auto releases = bench.client.releases(name);
            QTRY_VERIFY(releases.isFinished());
            QCOMPARE(releases.result().error().kind, Error::Kind::InvalidInput);
        }
        QVERIFY(bench.server.requests.isEmpty());
    }

    void namesThatGitHubStores_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("stored");
        QTest::newRow("plain") << u"main-x86_64-unknown-linux-gnu.tar.xz"_s
                               << u"main-x86_64-unknown-linux-gnu.tar.xz"_s;
        QTest::newRow("plus") << u"tool-1.0+git.zip"_s << u"tool-1.0+git.zip"_s;
        QTest::newRow("tilde") << u"tool-1.1~buster.deb"_s << u"tool-1.1.buster.deb"_s;
        QTest::newRow("run") << u"my  tool!!.zip"_s << u"my.tool..zip"_s;
        QTest::newRow("hidden") << u".env"_s << u"default.env"_s;
    }
    void namesThatGitHubStores()
    {
        QFETCH(QString, name);
        QTEST(storedAssetName(name), "stored");
    }
};

QTEST_GUILESS_MAIN(ClientTest)
#include "tst_client.moc"
