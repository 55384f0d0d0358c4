// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standin/standinfixture.h"

#include "app/core/hash.h"

#include <QTcpSocket>

using namespace unmoor;

class StandInTest : public StandInFixture
{
    Q_OBJECT

private Q_SLOTS:
    void draftIsVisibleToTheTokenAlone()
    {
        const QJsonObject release = draft();
        QCOMPARE(m_owner->get(at({}, release)).status, 200);
        QCOMPARE(m_owner->get(at(u"/releases"_s)).list().size(), 1);
        QCOMPARE(m_stranger->get(at({}, release)).status, 404);
        QCOMPARE(m_stranger->get(at(u"/releases"_s)).list().size(), 0);
    }

    /// Everybody on this machine can reach the port: what they send is not taken into memory.
    void aStrangersBodyIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("no token") << QByteArray() << QByteArray("HTTP/1.1 404 ");
        QTest::newRow("another token") << QByteArray("Authorization: Bearer x\r\n") << QByteArray("HTTP/1.1 401 ");
    }

    void aStrangersBodyIsNotTaken()
    {
        QFETCH(QByteArray, authorization);
        QFETCH(QByteArray, status);
        const QUrl upload(draft()[u"upload_url"].toString().section(u'{', 0, 0));
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, quint16(m_host->apiUrl().port()));
        socket.write("POST " + upload.path().toUtf8() + "?name=a HTTP/1.1\r\nHost: a\r\nUser-Agent: a\r\n"
                     + authorization + "Content-Type: text/plain\r\nContent-Length: 100000000\r\n\r\n");
        QTRY_VERIFY(socket.bytesAvailable() > 0); // of the body nothing was sent
        QVERIFY2(socket.peek(100).startsWith(status), socket.peek(100).constData());
    }

    void draftIsNotFoundByItsTag()
    {
        draft();
        QCOMPARE(m_owner->get(at(u"/releases/tags/v1.0.5"_s)).status, 404);
    }

    void draftHasAnUntaggedUrlAndNoDateOfPublishing()
    {
        const QJsonObject release = draft();
        QVERIFY(release[u"html_url"].toString().section(u'/', -1).startsWith(u"untagged-"_s));
        QVERIFY(release[u"published_at"].isNull());
        QCOMPARE(release[u"tag_name"].toString(), u"v1.0.5"_s);
    }

    void publishingMakesTheTagAtTheTarget()
    {
        QVERIFY(m_host->push(repository, u"main"_s, laterCommit));
        QCOMPARE(m_stranger->get(at(u"/git/ref/tags/v1.0.5"_s)).status, 404);
        published();
        const Seen ref = m_stranger->get(at(u"/git/ref/tags/v1.0.5"_s));
        QCOMPARE(ref.json()[u"object"][u"sha"].toString(), commit);
        QCOMPARE(m_stranger->get(at(u"/releases/tags/v1.0.5"_s)).status, 200);
    }

    void publishingWithoutATargetTagsTheHeadOfTheDefaultBranch()
    {
        QVERIFY(m_host->push(repository, u"main"_s, laterCommit));
        m_owner->send("POST", at(u"/releases"_s), {{u"tag_name"_s, u"v1"_s}});
        const Seen ref = m_stranger->get(at(u"/git/ref/tags/v1"_s));
        QCOMPARE(ref.json()[u"object"][u"sha"].toString(), laterCommit);
    }

    void anEditWithoutTheTagUntagsADraft()
    {
        const QJsonObject release = change(draft(), {{u"name"_s, u"minne"_s}, {u"draft"_s, false}});
        QVERIFY(release[u"tag_name"].toString().startsWith(u"untagged-"_s));
        QCOMPARE(m_stranger->get(at(u"/git/ref/tags/v1.0.5"_s)).status, 404);
    }

    void publishingAloneMayLeaveTheTagOut()
    {
        QCOMPARE(change(draft(), {{u"draft"_s, false}})[u"tag_name"].toString(), u"v1.0.5"_s);
    }

    void aSecondPublishedReleaseOfATagIsRefused()
    {
        published();
        const Seen second = m_owner->send("POST", at(u"/releases"_s), {{u"tag_name"_s, u"v1.0.5"_s}});
        QCOMPARE(second.status, 422);
        QCOMPARE(second.refusal(), u"tag_name: already_exists"_s);
        QCOMPARE(draft()[u"draft"].toBool(), true);
    }

    void anUnknownTargetIsRefused()
    {
        const Seen seen = m_owner->send("POST", at(u"/releases"_s),
                                        {{u"tag_name"_s, u"v1"_s}, {u"target_commitish"_s, u"no-such"_s}});
        QCOMPARE(seen.status, 422);
        QCOMPARE(seen.refusal(), u"target_commitish: invalid"_s);
    }

    void latestIsWhatWasPublishedAsLatest()
    {
        const QJsonObject first = published(u"v2"_s);
        change(draft(u"v1"_s), {{u"tag_name"_s, u"v1"_s}, {u"draft"_s, false}, {u"make_latest"_s, u"false"_s}});
        QCOMPARE(m_stranger->get(at(u"/releases/latest"_s)).json()[u"id"], first[u"id"]);
    }

    void generatedNotesNameAllChanges()
    {
        const auto generated = [this](const QJsonObject &fields) {
            return m_owner->send("POST", at(u"/releases/generate-notes"_s), fields);
        };
        const QString page = m_host->apiUrl().resolved(QUrl(u"/"_s + repository)).toString();
        QCOMPARE(generated({{u"tag_name"_s, u"v1.0.4"_s}}).json()[u"body"].toString(),
                 u"**Full Changelog**: %1/commits/v1.0.4"_s.arg(page));
        published(u"v1.0.4"_s);
        QCOMPARE(generated({{u"tag_name"_s, u"v1.0.5"_s}}).json()[u"body"].toString(),
                 u"**Full Changelog**: %1/compare/v1.0.4...v1.0.5"_s.arg(page));
        QCOMPARE(generated({{u"tag_name"_s, u"v1.0.5"_s}, {u"previous_tag_name"_s, u"v1.0.3"_s}}).status, 422);
        QCOMPARE(generated({}).status, 422);
        QCOMPARE(m_owner->get(at(u"/releases"_s)).list().size(), 1);
    }

    void listsArePagedByLinks()
    {
        for (const QString &tag : {u"v1"_s, u"v2"_s, u"v3"_s})
            draft(tag);
        const Seen first = m_owner->get(at(u"/releases?per_page=2"_s));
        QCOMPARE(first.list().size(), 2);
        QCOMPARE(first.list().at(0)[u"tag_name"].toString(), u"v3"_s);
        const QString next = first.header(u"link").section(u'<', 1).section(u'>', 0, 0);
        QVERIFY(first.header(u"link").contains(u"rel=\"next\""_s));
        const Seen second = m_owner->get(QUrl(next));
        QCOMPARE(second.list().size(), 1);
        QVERIFY(!second.header(u"link").contains(u"rel=\"next\""_s));
    }

    void anUploadGetsItsRealDigest()
    {
        const QJsonObject release = draft();
        const QByteArray bytes(300000, 'x');
        const Seen seen = upload(release, u"main.tar.xz"_s, bytes);
        QCOMPARE(seen.status, 201);
        QCOMPARE(seen.text(u"digest"), u"sha256:"_s + QString::fromLatin1(sha256Of(bytes)));
        QCOMPARE(seen.json()[u"size"].toInteger(), bytes.size());
        QCOMPARE(seen.text(u"state"), u"uploaded"_s);
        QCOMPARE(assetsOf(release).size(), 1);
    }

    void aSecondAssetOfANameIsRefused()
    {
        const QJsonObject release = draft();
        upload(release, u"a b.txt"_s);
        const Seen second = upload(release, u"a.b.txt"_s);
        QCOMPARE(second.status, 422);
        QCOMPARE(second.refusal(), u"name: already_exists"_s);
    }

    void anEmptyAssetIsRefused() { QCOMPARE(upload(draft(), u"empty"_s, "").status, 422); }

    void assetNamesAreRewritten_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("stored");
        QTest::newRow("plain") << u"main-x86_64.tar.xz"_s << u"main-x86_64.tar.xz"_s;
        QTest::newRow("space") << u"my file.txt"_s << u"my.file.txt"_s;
        QTest::newRow("tilde") << u"minne_1.0~rc1.deb"_s << u"minne_1.0.rc1.deb"_s;
        QTest::newRow("plus") << u"minne_1.0+b.deb"_s << u"minne_1.0+b.deb"_s;
        QTest::newRow("leading dot") << u".env"_s << u"default.env"_s;
        QTest::newRow("umlaut") << u"größe.txt"_s << u"gr.e.txt"_s;
    }

    void assetNamesAreRewritten()
    {
        QFETCH(QString, asked);
        QFETCH(QString, stored);
        QCOMPARE(upload(draft(), asked).text(u"name"), stored);
    }

    void aDownloadIsRedirectedToStorageThatRefusesTokens()
    {
        const QByteArray bytes(100000, 'y');
        const Seen asset = upload(draft(), u"a"_s, bytes);
        m_owner->extra.append(QHttpHeaders::WellKnownHeader::Accept, "application/octet-stream");
        const Seen moved = m_owner->get(QUrl(asset.text(u"url")));
        QCOMPARE(moved.status, 302);
        const QUrl storage(moved.header(u"location"));
        QCOMPARE(m_owner->get(storage).status, 400);
        QCOMPARE(m_stranger->get(storage).body, bytes);
    }

    void aRestartGoesOnFromThere()
    {
        const QJsonObject release = draft();
        const Seen asset = upload(release, u"a"_s);
        const QByteArray token = m_host->token();
        m_host.reset();
        startHost();
        QCOMPARE(m_host->token(), token);
        QCOMPARE(m_owner->get(at({}, release)).text(u"tag_name"), u"v1.0.5"_s);
        QCOMPARE(assetsOf(release).at(0)[u"digest"].toString(), asset.text(u"digest"));
        QVERIFY(draft(u"v2"_s)[u"id"].toInteger() > asset.json()[u"id"].toInteger());
    }

    void aRefusedUploadLeavesNothing()
    {
        const QJsonObject release = draft();
        QCOMPARE(m_stranger->send("POST", uploadUrl(release, u"a"_s), "bytes", "text/plain").status, 404);
        QCOMPARE(upload(release, QString()).status, 422);
        QCOMPARE(assetsOf(release).size(), 0);
    }

    void anAssetCanBeRenamedToAFreeName()
    {
        const QJsonObject release = draft();
        const QUrl asset(upload(release, u"new"_s).text(u"url"));
        upload(release, u"taken"_s);
        QCOMPARE(m_owner->send("PATCH", asset, {{u"name"_s, u"taken"_s}}).refusal(), u"name: already_exists"_s);
        QCOMPARE(m_owner->send("PATCH", asset, {{u"name"_s, u"free"_s}}).text(u"name"), u"free"_s);
    }

    void aDeletedReleaseLeavesItsTag()
    {
        const QJsonObject release = published();
        QCOMPARE(m_owner->send("DELETE", at({}, release)).status, 204);
        QCOMPARE(m_owner->get(at({}, release)).status, 404);
        QCOMPARE(m_stranger->get(at(u"/git/ref/tags/v1.0.5"_s)).status, 200);
    }

    void anImmutableReleaseTakesNoMoreFilesAndBurnsItsTag()
    {
        QCOMPARE(m_owner->get(at(u"/immutable-releases"_s)).status, 404);
        m_host->setImmutableReleases(repository, true);
        QCOMPARE(m_owner->get(at(u"/immutable-releases"_s)).status, 200);
        const QJsonObject release = published();
        QCOMPARE(release[u"immutable"].toBool(), true);
        QCOMPARE(upload(release, u"a"_s).status, 422);
        QCOMPARE(change(release, {{u"tag_name"_s, u"v1.0.5"_s}, {u"body"_s, u"better"_s}})[u"body"], u"better"_s);

        QCOMPARE(m_owner->send("DELETE", at({}, release)).status, 204);
        const Seen again = m_owner->send("POST", at(u"/releases"_s), {{u"tag_name"_s, u"v1.0.5"_s}});
        QCOMPARE(again.status, 422);
        QVERIFY(again.body.contains("tag_name was used by an immutable release"));
    }

    void anAnnotatedTagPointsAtAnObjectThatPointsAtTheCommit()
    {
        QVERIFY(m_host->pushTag(repository, u"v1"_s, commit, true));
        const QJsonValue object = m_owner->get(at(u"/git/ref/tags/v1"_s)).json()[u"object"];
        QCOMPARE(object[u"type"].toString(), u"tag"_s);
        const Seen tag = m_owner->get(at(u"/git/tags/"_s + object[u"sha"].toString()));
        QCOMPARE(tag.json()[u"object"][u"sha"].toString(), commit);
    }

    void aRefIsMadeOnce()
    {
        const QJsonObject ref{{u"ref"_s, u"refs/tags/v1"_s}, {u"sha"_s, commit}};
        QCOMPARE(m_owner->send("POST", at(u"/git/refs"_s), ref).status, 201);
        QCOMPARE(m_owner->send("POST", at(u"/git/refs"_s), ref).status, 422);
        QCOMPARE(m_owner->get(at(u"/git/matching-refs/tags/v"_s)).list().size(), 1);
    }

    void aCommitIsKnownOncePushed()
    {
        QCOMPARE(m_stranger->get(at(u"/commits/"_s + commit)).text(u"sha"), commit);
        QCOMPARE(m_stranger->get(at(u"/commits/"_s + laterCommit)).status, 422);
        QVERIFY(m_host->push(repository, u"main"_s, laterCommit));
        QCOMPARE(m_stranger->get(at(u"/commits/main"_s)).text(u"sha"), laterCommit);
    }

    void aBadTokenIsRefusedEverywhere()
    {
        m_stranger->token = "no such token";
        QCOMPARE(m_stranger->get(at({})).status, 401);
        QCOMPARE(m_stranger->get(at({})).text(u"message"), u"Bad credentials"_s);
    }

    void strangersMayNotWrite()
    {
        QCOMPARE(m_stranger->send("POST", at(u"/releases"_s), {{u"tag_name"_s, u"v1"_s}}).status, 401);
        QCOMPARE(m_stranger->get(QUrl(m_host->apiUrl().toString() + u"/user"_s)).status, 401);
    }

    void whoDoesNotSayWhatItIsGetsAPage()
    {
        QTcpSocket socket; // QNetworkAccessManager always says so
        socket.connectToHost(u"127.0.0.1"_s, quint16(m_host->apiUrl().port()));
        socket.write("GET /api/v3/rate_limit HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTRY_VERIFY(socket.peek(10000).contains("User-Agent header"));
        const QByteArray answer = socket.readAll();
        QVERIFY(answer.startsWith("HTTP/1.1 403"));
        QVERIFY(answer.contains("text/html"));
    }

    void anAnswerSeenBeforeIsNotSentAgain()
    {
        const Seen first = m_owner->get(at(u"/releases"_s));
        m_owner->extra.append(QHttpHeaders::WellKnownHeader::IfNoneMatch, first.headers.value("etag"));
        const Seen second = m_owner->get(at(u"/releases"_s));
        QCOMPARE(second.status, 304);
        QCOMPARE(second.header(u"x-ratelimit-used"), first.header(u"x-ratelimit-used"));
        draft();
        QCOMPARE(m_owner->get(at(u"/releases"_s)).status, 200);
    }

    void aPortThatIsTakenIsSaid()
    {
        QTemporaryDir other;
        TestStandIn second(other.path());
        const Result<void> started = second.start(quint16(m_host->apiUrl().port()));
        QCOMPARE(started.error().kind, Error::Kind::Io);
    }

    void aSpoiledStateIsNotOverwritten()
    {
        QTemporaryDir other;
        QFile file(other.filePath(u"state.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("half a docum") > 0);
        file.close();
        TestStandIn second(other.path());
        QCOMPARE(second.start().error().kind, Error::Kind::Corrupt);
        QVERIFY(!second.push(repository, u"main"_s, commit));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "half a docum");
    }

    void aHeadIsAGetWithoutItsBody()
    {
        const Seen seen = m_owner->send("HEAD", at(u"/releases"_s));
        QCOMPARE(seen.status, 200);
        QCOMPARE(seen.header(u"etag"), m_owner->get(at(u"/releases"_s)).header(u"etag"));
        QVERIFY(seen.body.isEmpty());
    }

    void aBrowserSeesAPageOfTheRelease()
    {
        const QJsonObject release = change(draft(), {{u"tag_name"_s, u"v1.0.5"_s}, {u"body"_s, u"<b>new</b>"_s}});
        const Seen asset = upload(release, u"main.tar.xz"_s);
        const Seen page = m_stranger->get(QUrl(release[u"html_url"].toString()));
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("Draft"));
        QVERIFY(page.body.contains("&lt;b&gt;new"));
        QVERIFY(page.body.contains(asset.text(u"digest").section(u':', 1).toLatin1()));
    }

    void aPublishedFileIsDownloadedByItsAddress()
    {
        const QJsonObject release = draft();
        upload(release, u"a"_s, "the bytes");
        change(release, {{u"draft"_s, false}});
        const QUrl address(assetsOf(release).at(0)[u"browser_download_url"].toString());
        const Seen moved = m_stranger->get(address);
        QCOMPARE(moved.status, 302);
        QCOMPARE(m_stranger->get(QUrl(moved.header(u"location"))).body, "the bytes");
    }

    void graphqlAnswersWhatIsThereAndRefusesTheRest()
    {
        draft();
        const QUrl address(m_host->apiUrl().resolved(QUrl(u"/api/graphql"_s)));
        const auto ask = [&](const QString &query) {
            const QJsonObject variables{{u"tag"_s, u"v1.0.5"_s}};
            return m_owner->send("POST", address, QJsonObject{{u"query"_s, query}, {u"variables"_s, variables}});
        };
        const QString found = u"query Q($tag:String!){repository(owner:\"perstarkse\",name:\"minne\"){"
                              "one:release(tagName:$tag){tagName,isDraft}}}"_s;
        QCOMPARE(ask(found).json()[u"data"][u"repository"][u"one"].toObject(),
                 QJsonObject({{u"tagName"_s, u"v1.0.5"_s}, {u"isDraft"_s, true}}));
        for (const QString &query :
             {QString(found).replace(u"isDraft"_s, u"stars"_s), QString(found).replace(u"minne"_s, u"nobody"_s),
              u"mutation{deleteRelease{id}}"_s, u"{a{b{"_s, u"{...F}"_s, QString()}) {
            const QJsonObject answer = ask(query).json();
            QVERIFY2(!answer[u"errors"][0][u"message"].toString().isEmpty() && !answer[u"data"].isObject(),
                     qPrintable(query));
        }
        QCOMPARE(m_stranger->send("POST", address, QJsonObject{{u"query"_s, found}}).status, 401);
    }

    void onlyTheOwnerMayReadTheState()
    {
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_storage->filePath(u"state.json"_s)) & others));
    }
};

QTEST_GUILESS_MAIN(StandInTest)
#include "tst_standin.moc"
