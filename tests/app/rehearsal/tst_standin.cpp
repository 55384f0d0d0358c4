// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal/standin.h"

#include "browser.h"
#include "core/hash.h"

#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {
const QString repository = u"perstarkse/minne"_s;
const QString commit(40, u'a');
const QString laterCommit(40, u'b');
} // namespace

class StandInTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_storage;
    std::unique_ptr<StandIn> m_host;
    std::unique_ptr<Browser> m_owner; ///< with the token
    std::unique_ptr<Browser> m_stranger;

    QUrl at(const QString &path) const { return QUrl(m_host->apiUrl().toString() + u"/repos/"_s + repository + path); }
    QUrl at(const QString &path, const QJsonObject &release) const
    {
        return at(u"/releases/%1%2"_s.arg(release[u"id"].toInteger()).arg(path));
    }

    void startHost()
    {
        m_host = std::make_unique<StandIn>(m_storage->path());
        QVERIFY(m_host->start());
        m_owner = std::make_unique<Browser>();
        m_owner->token = m_host->token();
        m_stranger = std::make_unique<Browser>();
    }

    QJsonObject draft(const QString &tag = u"v1.0.5"_s)
    {
        const QJsonObject fields{{u"tag_name"_s, tag}, {u"target_commitish"_s, commit}, {u"draft"_s, true}};
        return m_owner->send("POST", at(u"/releases"_s), fields).json();
    }

    QJsonObject change(const QJsonObject &release, const QJsonObject &fields)
    {
        return m_owner->send("PATCH", at({}, release), fields).json();
    }

    QJsonObject published(const QString &tag = u"v1.0.5"_s)
    {
        return change(draft(tag), {{u"tag_name"_s, tag}, {u"draft"_s, false}});
    }

    QUrl uploadUrl(const QJsonObject &release, const QString &name)
    {
        const QString url = release[u"upload_url"].toString().section(u'{', 0, 0);
        return QUrl(url + u"?name="_s + QString::fromLatin1(QUrl::toPercentEncoding(name)));
    }

    Seen upload(const QJsonObject &release, const QString &name, const QByteArray &bytes = "the bytes")
    {
        return m_owner->send("POST", uploadUrl(release, name), bytes, "application/octet-stream");
    }

    QJsonArray assetsOf(const QJsonObject &release) { return m_owner->get(at(u"/assets"_s, release)).list(); }

private Q_SLOTS:
    void init()
    {
        m_storage = std::make_unique<QTemporaryDir>();
        startHost();
        QVERIFY(m_host->push(repository, u"main"_s, commit));
    }

    void cleanup()
    {
        m_owner.reset();
        m_stranger.reset();
        m_host.reset();
    }

    void draftIsVisibleToTheTokenAlone()
    {
        const QJsonObject release = draft();
        QCOMPARE(m_owner->get(at({}, release)).status, 200);
        QCOMPARE(m_owner->get(at(u"/releases"_s)).list().size(), 1);
        QCOMPARE(m_stranger->get(at({}, release)).status, 404);
        QCOMPARE(m_stranger->get(at(u"/releases"_s)).list().size(), 0);
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

    void aBrokenUploadLeavesAStarterThatOnlyTheAssetListShows()
    {
        const QJsonObject release = draft();
        for (int i = 0; i < 4; ++i) // QNetworkAccessManager repeats what broke on a connection used before
            m_host->addFault({.method = "POST", .pathContains = u"/assets"_s, .kind = StandIn::Fault::Kind::Reset});
        const Seen seen = upload(release, u"big"_s, QByteArray(20'000'000, 'x'));
        QCOMPARE(seen.status, 0);
        QVERIFY(seen.error != QNetworkReply::NoError);
        QTRY_COMPARE(assetsOf(release).size(), 1);
        QCOMPARE(assetsOf(release).at(0)[u"state"].toString(), u"starter"_s);
        QCOMPARE(m_owner->get(at({}, release)).json()[u"assets"].toArray().size(), 0);
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

    void aCanceledUploadLeavesAStarter()
    {
        const QJsonObject release = draft();
        QNetworkAccessManager network;
        QNetworkRequest request(uploadUrl(release, u"big"_s));
        request.setRawHeader("Authorization", "Bearer " + m_host->token());
        request.setRawHeader("Content-Type", "application/octet-stream");
        const QByteArray bytes(50'000'000, 'x');
        QNetworkReply *reply = network.post(request, bytes);
        connect(reply, &QNetworkReply::uploadProgress, this, [reply](qint64 sent, qint64) {
            if (sent > 1'000'000)
                reply->abort();
        });
        QTRY_COMPARE_WITH_TIMEOUT(assetsOf(release).size(), 1, 20000);
        QCOMPARE(assetsOf(release).at(0)[u"state"].toString(), u"starter"_s);
    }

    void aStarterHoldsItsNameUntilItIsDeleted()
    {
        const QJsonObject release = draft();
        m_host->addFault({.method = "POST", .pathContains = u"name=a"_s, .kind = StandIn::Fault::Kind::Reset});
        upload(release, u"a"_s, QByteArray(1'000'000, 'x'));
        QTRY_COMPARE(assetsOf(release).size(), 1);
        QCOMPARE(upload(release, u"a"_s).refusal(), u"name: already_exists"_s);
        const qint64 id = assetsOf(release).at(0)[u"id"].toInteger();
        QCOMPARE(m_owner->send("DELETE", at(u"/releases/assets/%1"_s.arg(id))).status, 204);
        QCOMPARE(upload(release, u"a"_s).status, 201);
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

    void aFaultyStatusComesInsteadOfTheAnswer()
    {
        m_host->addFault({.method = "POST", .pathContains = u"/releases"_s, .status = 503});
        const QJsonObject fields{{u"tag_name"_s, u"v1"_s}, {u"draft"_s, true}};
        QCOMPARE(m_owner->send("POST", at(u"/releases"_s), fields).status, 503);
        QCOMPARE(m_owner->get(at(u"/releases"_s)).list().size(), 0);
        QCOMPARE(m_owner->send("POST", at(u"/releases"_s), fields).status, 201);
    }

    void aFaultyStatusMayHideThatItWasDone()
    {
        const QJsonObject release = draft();
        m_host->addFault({.method = "POST", .pathContains = u"/assets"_s, .kind = StandIn::Fault::Kind::StatusAfter});
        QCOMPARE(upload(release, u"a"_s).status, 502);
        QCOMPARE(assetsOf(release).at(0)[u"state"].toString(), u"uploaded"_s);
    }

    void anUploadCanBeStoredWrong()
    {
        m_host->addFault({.method = "POST", .pathContains = u"/assets"_s, .kind = StandIn::Fault::Kind::CorruptUpload});
        const QByteArray bytes = "the bytes";
        const Seen seen = upload(draft(), u"a"_s, bytes);
        QCOMPARE(seen.status, 201);
        QCOMPARE(seen.json()[u"size"].toInteger(), bytes.size());
        QVERIFY(seen.text(u"digest") != u"sha256:"_s + QString::fromLatin1(sha256Of(bytes)));
    }

    void anUploadCanLackItsDigest()
    {
        m_host->addFault({.method = "POST", .pathContains = u"/assets"_s, .kind = StandIn::Fault::Kind::NoDigest});
        QVERIFY(upload(draft(), u"a"_s).json()[u"digest"].isNull());
    }

    void aLimitSaysWhenToComeBack()
    {
        m_host->addFault({.method = "GET", .kind = StandIn::Fault::Kind::RateLimit, .retryAfter = 7});
        const Seen seen = m_owner->get(at({}));
        QCOMPARE(seen.status, 403);
        QCOMPARE(seen.header(u"retry-after"), u"7"_s);
        QCOMPARE(m_owner->get(at({})).status, 200);
    }

    void aDownloadCanBreakOffHalfWay()
    {
        const QByteArray bytes(1'000'000, 'y');
        const Seen asset = upload(draft(), u"a"_s, bytes);
        m_owner->extra.append(QHttpHeaders::WellKnownHeader::Accept, "application/octet-stream");
        const QUrl storage(m_owner->get(QUrl(asset.text(u"url"))).header(u"location"));
        m_host->addFault({.method = "GET", .pathContains = u"/storage/"_s, .kind = StandIn::Fault::Kind::Reset});
        const Seen seen = m_stranger->get(storage);
        // Not seen.error: QNetworkAccessManager says of a cut body now and then that all is well.
        QCOMPARE(seen.header(u"content-length"), QString::number(bytes.size()));
        QCOMPARE(seen.body, bytes.first(bytes.size() / 2));
    }

    void aConnectionCanBreakAfterTheDeed()
    {
        const QJsonObject release = draft();
        m_host->addFault({.method = "DELETE", .kind = StandIn::Fault::Kind::ResetAfter});
        m_host->addFault({.method = "DELETE", .kind = StandIn::Fault::Kind::ResetAfter}); // for Qt's own second try
        QCOMPARE(m_owner->send("DELETE", at({}, release)).status, 0);
        QCOMPARE(m_owner->get(at({}, release)).status, 404);
    }

    void faultsComeInTheirOrderAndOnce()
    {
        m_host->addFault({.method = "GET", .status = 500});
        m_host->addFault({.method = "GET", .pathContains = u"/releases"_s, .status = 501});
        QCOMPARE(m_owner->get(at(u"/releases"_s)).status, 500);
        QCOMPARE(m_owner->get(at({})).status, 200);
        QCOMPARE(m_owner->get(at(u"/releases"_s)).status, 501);
        QCOMPARE(m_owner->get(at(u"/releases"_s)).status, 200);
        QCOMPARE(m_host->requestCount("GET", u"/releases"_s), 3);
    }

    void aPortThatIsTakenIsSaid()
    {
        QTemporaryDir other;
        StandIn second(other.path());
        const Result<void> started = second.start(quint16(m_host->apiUrl().port()));
        QCOMPARE(started.error().kind, Error::Kind::Io);
    }

    void aSpoiledStateIsNotOverwritten()
    {
        QTemporaryDir other;
        QFile file(other.filePath(u"state.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("half a docum") > 0);
        file.close();
        StandIn second(other.path());
        QCOMPARE(second.start().error().kind, Error::Kind::Corrupt);
        QVERIFY(!second.push(repository, u"main"_s, commit));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "half a docum");
    }

    void onlyTheOwnerMayReadTheState()
    {
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_storage->filePath(u"state.json"_s)) & others));
    }
};

QTEST_GUILESS_MAIN(StandInTest)
#include "tst_standin.moc"
