// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/previousarchive.h"

#include "app/core/hash.h"
#include "tests/standin/standinfixture.h"

#include <QDir>

using namespace unmoor;

namespace {

const QString triple = u"x86_64-unknown-linux-gnu"_s;
const QString fileName = u"main-x86_64-unknown-linux-gnu.tar.xz"_s;

PreviousArchiveQuery queryFor(const QString &version, const QString &archive = u"main-{triple}.tar.xz"_s)
{
    return {.repository = u"perstarkse/minne"_s,
            .name = u"minne"_s,
            .tagTemplate = u"v{version}"_s,
            .archive = archive,
            .triple = triple,
            .version = version};
}

github::Release release(const QString &tag, bool prerelease = false, bool draft = false)
{
    github::Release made;
    made.tagName = tag;
    made.prerelease = prerelease;
    made.draft = draft;
    return made;
}

QStringList tagsOf(const QList<github::Release> &releases)
{
    QStringList tags;
    for (const github::Release &release : releases)
        tags.append(release.tagName);
    return tags;
}

} // namespace

class PreviousArchiveTest : public StandInFixture
{
    Q_OBJECT

    QNetworkAccessManager m_network;

    Result<PreviousArchive> fetch(PreviousArchiveQuery query)
    {
        query.stateDir = m_storage->filePath(u"state"_s);
        github::Client client(m_network, m_host->apiUrl());
        const auto future = fetchPreviousArchive(client, query);
        return QTest::qWaitFor([&future] { return future.isFinished(); }, 20000)
            ? future.result()
            : failure(Error::Kind::Failed, u"it did not end"_s);
    }

    QStringList downloaded() const
    {
        return QDir(m_storage->filePath(u"state/downloads"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }

    int downloads() const { return m_host->requestCount("GET", u"/releases/assets/"_s); }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void earlierReleasesComeNewestFirstAndStableOnesFirst()
    {
        const QList<github::Release> releases{
            release(u"v1.0.10"_s),     release(u"v1.0.9"_s), release(u"v1.0.4"_s), release(u"other-9"_s),
            release(u"v1.0.5-rc.1"_s), release(u"v1.0.5"_s), release(u"v0.9.0"_s), release(u"v1.0.3"_s, false, true),
            release(u"v1.0.2"_s, true)};
        QCOMPARE(tagsOf(candidates(releases, queryFor(u"1.0.9"_s))),
                 (QStringList{u"v1.0.5"_s, u"v1.0.4"_s, u"v0.9.0"_s, u"v1.0.5-rc.1"_s, u"v1.0.2"_s}));
        QCOMPARE(tagsOf(candidates({release(u"v1.0.5-rc.1"_s)}, queryFor(u"1.0.5"_s))), QStringList{u"v1.0.5-rc.1"_s});
        PreviousArchiveQuery byTag = queryFor({});
        byTag.tag = u"other-9"_s;
        QCOMPARE(tagsOf(candidates(releases, byTag)), QStringList{u"other-9"_s});
    }

    void archiveIsDownloadedAndVerified()
    {
        upload(published(u"v1.0.4"_s), fileName, "old archive");
        const auto found = fetch(queryFor(u"1.0.5"_s));
        QVERIFY2(found, qPrintable(found.error_or(Error()).message));
        QCOMPARE(found->tag, u"v1.0.4"_s);
        QVERIFY(found->publishedAt.isValid());
        QVERIFY(found->isVerified);
        QCOMPARE(QFileInfo(found->path).fileName(), fileName);
        QCOMPARE(contentOf(found->path), "old archive");
        QCOMPARE(downloaded(), QStringList{QString::fromLatin1(sha256Of("old archive"))});
        QCOMPARE(found->assets.size(), 1);
    }

    void verifiedCopyIsNotDownloadedAgain()
    {
        upload(published(u"v1.0.4"_s), fileName, "old archive");
        QVERIFY(fetch(queryFor(u"1.0.5"_s)));
        const int before = downloads();
        const auto again = fetch(queryFor(u"1.0.5"_s));
        QVERIFY(again && again->isVerified);
        QCOMPARE(downloads(), before);
    }

    void copyThatWasChangedIsDownloadedAgain()
    {
        upload(published(u"v1.0.4"_s), fileName, "old archive");
        const auto first = fetch(queryFor(u"1.0.5"_s));
        QVERIFY(first);
        QFile file(first->path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("OLD archive") > 0);
        file.close();
        QVERIFY(fetch(queryFor(u"1.0.5"_s)));
        QCOMPARE(contentOf(first->path), "old archive");
    }

    void hostWithoutADigestGivesTheSizeOnly()
    {
        const QJsonObject made = published(u"v1.0.4"_s);
        m_host->addFault({.method = "POST", .pathContains = u"/assets"_s, .kind = Fault::Kind::NoDigest});
        upload(made, fileName, "old archive");
        const auto found = fetch(queryFor(u"1.0.5"_s));
        QVERIFY2(found, qPrintable(found.error_or(Error()).message));
        QVERIFY(!found->isVerified);
        QVERIFY(downloaded().first().startsWith(u"asset-"_s));
    }

    void releaseWithoutThisTargetIsPassedBy()
    {
        upload(published(u"v1.0.3"_s), fileName, "older");
        upload(published(u"v1.0.4"_s), u"main-aarch64-apple-darwin.tar.xz"_s, "mac");
        const auto found = fetch(queryFor(u"1.0.5"_s));
        QVERIFY(found);
        QCOMPARE(found->tag, u"v1.0.3"_s);
    }

    void versionInTheArchivesNameIsThatOfItsRelease()
    {
        const QJsonObject made = published(u"v1.0.4"_s);
        upload(made, u"m-1.0.5-x.zip"_s, "wrong");
        upload(made, u"m-1.0.4-x.zip"_s, "right");
        const auto found = fetch(queryFor(u"1.0.5"_s, u"m-{version}-*.zip"_s));
        QVERIFY(found);
        QCOMPARE(contentOf(found->path), "right");
    }

    void draftIsNotCompared()
    {
        upload(draft(u"v1.0.4"_s), fileName);
        const auto found = fetch(queryFor(u"1.0.5"_s));
        QCOMPARE(found.error_or(Error()).kind, Error::Kind::NotFound);
        QVERIFY(found.error().message.contains(u"1.0.5"_s));
    }

    void tagThatIsNotThereIsNamed()
    {
        upload(published(u"v1.0.4"_s), fileName);
        PreviousArchiveQuery query = queryFor({});
        query.tag = u"v9"_s;
        const auto found = fetch(query);
        QCOMPARE(found.error_or(Error()).kind, Error::Kind::NotFound);
        QVERIFY(found.error().message.contains(u"v9"_s));
        query.tag = u"v1.0.4"_s;
        QVERIFY(fetch(query));
    }

    void wrongContentIsRefusedAndNotKept()
    {
        const QJsonObject made = published(u"v1.0.4"_s);
        upload(made, fileName, "old archive");
        github::Asset asset{.id = assetsOf(made)[0][u"id"].toInteger(),
                            .name = fileName,
                            .state = u"uploaded"_s,
                            .size = 11,
                            .digest = sha256Of("another")};
        github::Client client(m_network, m_host->apiUrl());
        const auto refused = fetchAsset(client, repository, asset, m_storage->filePath(u"state"_s));
        QTRY_VERIFY(refused.isFinished());
        QCOMPARE(refused.result().error_or(Error()).kind, Error::Kind::Corrupt);
        const QDir kept(m_storage->filePath(u"state/downloads/"_s + QString::fromLatin1(asset.digest)));
        QTRY_VERIFY(kept.isEmpty());

        asset.size = 3;
        const auto tooLong = fetchAsset(client, repository, asset, m_storage->filePath(u"state"_s));
        QTRY_VERIFY(tooLong.isFinished());
        QCOMPARE(tooLong.result().error_or(Error()).kind, Error::Kind::Corrupt);
    }

    void nameOfTheHostIsNoPath()
    {
        const QJsonObject made = published(u"v1.0.4"_s);
        upload(made, fileName, "abc");
        const github::Asset asset{.id = assetsOf(made)[0][u"id"].toInteger(),
                                  .name = u"../../evil"_s,
                                  .state = u"uploaded"_s,
                                  .size = 3,
                                  .digest = sha256Of("abc")};
        github::Client client(m_network, m_host->apiUrl());
        const auto path = fetchAsset(client, repository, asset, m_storage->filePath(u"state"_s));
        QTRY_VERIFY(path.isFinished());
        QVERIFY(path.result());
        QVERIFY(path.result()->endsWith(QString::fromLatin1(asset.digest) + u"/evil"_s));
    }
};

QTEST_GUILESS_MAIN(PreviousArchiveTest)
#include "tst_previousarchive.moc"
