// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standin/standinfixture.h"

#include "app/core/hash.h"

using namespace unmoor;

class StandInFaultsTest : public StandInFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aBrokenUploadLeavesAStarterThatOnlyTheAssetListShows()
    {
        const QJsonObject release = draft();
        for (int i = 0; i < 4; ++i) // QNetworkAccessManager repeats what broke on a connection used before
            m_host->addFault({.method = "POST", .pathContains = u"/assets"_s, .kind = Fault::Kind::Reset});
        const Seen seen = upload(release, u"big"_s, QByteArray(20'000'000, 'x'));
        QCOMPARE(seen.status, 0);
        QVERIFY(seen.error != QNetworkReply::NoError);
        QTRY_COMPARE(assetsOf(release).size(), 1);
        QCOMPARE(assetsOf(release).at(0)[u"state"].toString(), u"starter"_s);
        QCOMPARE(m_owner->get(at({}, release)).json()[u"assets"].toArray().size(), 0);
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
        m_host->addFault({.method = "POST", .pathContains = u"name=a"_s, .kind = Fault::Kind::Reset});
        upload(release, u"a"_s, QByteArray(1'000'000, 'x'));
        QTRY_COMPARE(assetsOf(release).size(), 1);
        QCOMPARE(upload(release, u"a"_s).refusal(), u"name: already_exists"_s);
        const qint64 id = assetsOf(release).at(0)[u"id"].toInteger();
        QCOMPARE(m_owner->send("DELETE", at(u"/releases/assets/%1"_s.arg(id))).status, 204);
        QCOMPARE(upload(release, u"a"_s).status, 201);
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
        m_host->addFault({.method = "POST", .pathContains = u"/assets"_s, .kind = Fault::Kind::StatusAfter});
        QCOMPARE(upload(release, u"a"_s).status, 502);
        QCOMPARE(assetsOf(release).at(0)[u"state"].toString(), u"uploaded"_s);
    }

    void anUploadCanBeStoredWrong()
    {
        m_host->addFault({.method = "POST", .pathContains = u"/assets"_s, .kind = Fault::Kind::CorruptUpload});
        const QByteArray bytes = "the bytes";
        const Seen seen = upload(draft(), u"a"_s, bytes);
        QCOMPARE(seen.status, 201);
        QCOMPARE(seen.json()[u"size"].toInteger(), bytes.size());
        QVERIFY(seen.text(u"digest") != u"sha256:"_s + QString::fromLatin1(sha256Of(bytes)));
    }

    void anUploadCanLackItsDigest()
    {
        m_host->addFault({.method = "POST", .pathContains = u"/assets"_s, .kind = Fault::Kind::NoDigest});
        QVERIFY(upload(draft(), u"a"_s).json()[u"digest"].isNull());
    }

    void aLimitSaysWhenToComeBack()
    {
        m_host->addFault({.method = "GET", .kind = Fault::Kind::RateLimit, .retryAfter = 7});
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
        m_host->addFault({.method = "GET", .pathContains = u"/storage/"_s, .kind = Fault::Kind::Close});
        const Seen seen = m_stranger->get(storage);
        // Not seen.error: QNetworkAccessManager says of a cut body now and then that all is well.
        QCOMPARE(seen.header(u"content-length"), QString::number(bytes.size()));
        QCOMPARE(seen.body, bytes.first(bytes.size() / 2));
    }

    void aConnectionCanBreakAfterTheDeed()
    {
        const QJsonObject release = draft();
        m_host->addFault({.method = "DELETE", .kind = Fault::Kind::ResetAfter});
        m_host->addFault({.method = "DELETE", .kind = Fault::Kind::ResetAfter}); // for Qt's own second try
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
};

QTEST_GUILESS_MAIN(StandInFaultsTest)
#include "tst_standinfaults.moc"
