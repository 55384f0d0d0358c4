// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/client.h"
#include "tests/app/github/scriptedserver.h"
#include "tests/contract/recorded.h"
#include "tests/standin/standinfixture.h"

using namespace unmoor;
using recorded::Exchange;

/// What api.github.com really answered, once: our client reads it to what it says, and the stand-in, asked the same,
/// answers with the same fields and statuses.
class RecordedTest : public StandInFixture
{
    Q_OBJECT

    /// Answers as the host did: each request with its next recorded answer.
    class Replay : public ScriptedServer
    {
    public:
        Replay()
        {
            answer = [this](const Request &request) {
                const QString key = QString::fromLatin1(request.method + ' ' + request.target);
                if (!m_answers.contains(key) || m_answers[key].isEmpty())
                    return reply(500, "{\"message\": \"nothing was recorded for " + key.toUtf8() + "\"}");
                return asReply(m_answers[key].takeFirst());
            };
        }

        void add(const Exchange &exchange)
        {
            addAs(QString::fromLatin1(exchange.method) + u' ' + exchange.path, exchange);
        }
        /// The client asks for the same by another path.
        void addAs(const QString &request, const Exchange &exchange) { m_answers[request].append(exchange); }

    private:
        QByteArray here(QByteArray bytes) const
        {
            for (const char *host : {"https://api.github.com", "https://uploads.github.com"})
                bytes.replace(host, url().toString().toUtf8());
            return bytes;
        }

        QByteArray asReply(const Exchange &exchange) const
        {
            static const QStringList ofTheTransport{u"content-length"_s, u"connection"_s, u"content-type"_s,
                                                    u"transfer-encoding"_s, u"content-encoding"_s};
            QByteArray headers;
            for (auto it = exchange.headers.begin(); it != exchange.headers.end(); ++it)
                if (!ofTheTransport.contains(it.key()))
                    headers += it.key().toLatin1() + ": " + here(it->toString().toUtf8()) + "\r\n";
            return reply(exchange.status, here(exchange.bytes()), headers);
        }

        QMap<QString, QList<Exchange>> m_answers;
    };

    template <typename T>
    static Result<T> outcome(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
            qFatal("no answer");
        return future.result();
    }

    QString fileWith(const QByteArray &bytes) const
    {
        const QString path = m_storage->filePath(u"test-upload.txt"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }

    static QString words(const auto &result) { return result ? QString() : result.error().message; }

    /// Where \a ours and the recorded \a theirs differ in their fields, apart from what is meant.
    static QStringList differences(const QJsonValue &theirs, const QJsonValue &ours,
                                   const QMap<QString, QString> &meant = {})
    {
        QMap<QString, QString> wanted;
        QMap<QString, QString> given;
        recorded::shapeOf(theirs, {}, wanted);
        recorded::shapeOf(ours, {}, given);
        QStringList found;
        for (const QString &field : wanted.keys() + given.keys()) {
            const QString inside = field.section(u"[]."_s, -1);
            const bool isMeant = std::ranges::any_of(meant.keys(), [&](const QString &known) {
                return inside == known || inside.startsWith(known + u'.') || inside.endsWith(u'.' + known);
            });
            const bool isEither = wanted.value(field) == "null"_L1 || given.value(field) == "null"_L1;
            if (!isMeant && wanted.value(field) != given.value(field) && !(isEither && given.contains(field)))
                found.append(u"%1: %2 there, %3 here"_s.arg(field, wanted.value(field, u"nothing"_s),
                                                            given.value(field, u"nothing"_s)));
        }
        found.removeDuplicates();
        return found;
    }

    QJsonObject releaseWithAsset()
    {
        const QJsonObject release = published(u"v1.0.0"_s);
        upload(release, u"test-upload.txt"_s, "Hello, world!\n");
        return release;
    }

private Q_SLOTS:
    // --- The client, asked to read what was recorded ---

    void clientReadsReleaseAndAssets()
    {
        const QList<Exchange> exchanges = recorded::scenario(u"release-assets"_s);
        Replay host;
        for (const Exchange &exchange : exchanges.sliced(3))
            host.add(exchange);
        const QString name = u"octokit-fixture-org/release-assets"_s;
        const QString base = u"/repos/"_s + name + u"/releases"_s;
        host.addAs(u"GET "_s + base + u"/1000"_s, exchanges[0]); // the client asks by id: drafts have no tag
        host.addAs(u"POST "_s + base + u"/1000/assets?name=test-upload.txt"_s, exchanges[1]); // it gives no label
        host.addAs(u"GET "_s + base + u"/1000/assets?per_page=100"_s, exchanges[2]); // it asks for long pages
        QNetworkAccessManager network;
        github::Client client(network, host.url());
        client.setToken("token");

        const auto release = outcome(client.release(name, 1000));
        QVERIFY2(release, qPrintable(words(release)));
        const QJsonObject said = exchanges[0].body.toObject();
        QCOMPARE(release->id, said[u"id"].toInteger());
        QCOMPARE(release->tagName, said[u"tag_name"].toString());
        QCOMPARE(release->targetCommitish, said[u"target_commitish"].toString());
        QCOMPARE(release->name, said[u"name"].toString());
        QCOMPARE(release->draft, said[u"draft"].toBool());
        QCOMPARE(release->prerelease, said[u"prerelease"].toBool());
        QCOMPARE(release->publishedAt, QDateTime::fromString(said[u"published_at"].toString(), Qt::ISODate));
        QVERIFY(release->publishedAt.isValid());
        QCOMPARE(release->uploadUrl, host.url(base + u"/1000/assets"_s).toString());

        const auto uploaded = outcome(client.uploadAsset(*release, u"test-upload.txt"_s, fileWith("Hello, world!\n")));
        QVERIFY2(uploaded, qPrintable(words(uploaded)));
        QCOMPARE(host.requests.last().body, QByteArray("Hello, world!\n"));
        QCOMPARE(uploaded->id, 1000);
        QCOMPARE(uploaded->state, u"uploaded"_s);
        QCOMPARE(uploaded->size, exchanges[1].body[u"size"].toInteger());
        QVERIFY(uploaded->digest.isEmpty()); // recorded before the host told digests

        const auto assets = outcome(client.assets(name, 1000));
        QVERIFY2(assets, qPrintable(words(assets)));
        QCOMPARE(*assets, QList<github::Asset>{*uploaded});
        const auto one = outcome(client.asset(name, 1000));
        QVERIFY2(one, qPrintable(words(one)));
        QCOMPARE(*one, *uploaded);
        const auto renamed = outcome(client.renameAsset(name, 1000, u"new-filename.txt"_s));
        QVERIFY2(renamed, qPrintable(words(renamed)));
        QCOMPARE(renamed->name, u"new-filename.txt"_s);
        const auto gone = outcome(client.deleteAsset(name, 1000));
        QVERIFY2(gone, qPrintable(words(gone)));
    }

    void clientReadsAnUploadWhoseNameIsTaken()
    {
        const QList<Exchange> exchanges = recorded::scenario(u"release-assets-conflict"_s);
        const QString base = u"/repos/octokit-fixture-org/release-assets-conflict/releases"_s;
        Replay host;
        host.addAs(u"GET "_s + base + u"/1000"_s, exchanges[0]);
        host.addAs(u"POST "_s + base + u"/1000/assets?name=test-upload.txt"_s, exchanges[1]);
        host.addAs(u"POST "_s + base + u"/1000/assets?name=test-upload.txt"_s, exchanges[4]);
        host.add(exchanges[3]);
        QNetworkAccessManager network;
        github::Client client(network, host.url());
        const QString name = u"octokit-fixture-org/release-assets-conflict"_s;
        const auto release = outcome(client.release(name, 1000));
        QVERIFY2(release, qPrintable(words(release)));
        const auto refused = outcome(client.uploadAsset(*release, u"test-upload.txt"_s, fileWith("Hello, world!\n")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QVERIFY2(refused.error().message.contains(u"Validation Failed"_s)
                     && refused.error().message.contains(u"already_exists"_s),
                 qPrintable(refused.error().message));
        QVERIFY(outcome(client.deleteAsset(name, 1000)));
        const auto second = outcome(client.uploadAsset(*release, u"test-upload.txt"_s, fileWith("Hello, world!\n")));
        QVERIFY2(second, qPrintable(words(second)));
        QCOMPARE(second->id, 1001);
    }

    void clientReadsWhatAFieldWasRefusedFor()
    {
        const Exchange refusal = recorded::scenario(u"errors"_s).first();
        Replay host;
        host.addAs(u"POST /repos/o/n/releases"_s, refusal); // any write is refused in this form
        QNetworkAccessManager network;
        github::Client client(network, host.url());
        const auto made = outcome(client.createRelease(u"o/n"_s, {.tagName = u"v1"_s}));
        QVERIFY(!made);
        QCOMPARE(made.error().kind, Error::Kind::Conflict);
        QVERIFY2(made.error().message.contains(u"color"_s), qPrintable(made.error().message));
    }

    void clientReadsRefs()
    {
        const QList<Exchange> exchanges = recorded::scenario(u"git-refs"_s);
        Replay host;
        host.addAs(u"POST /repos/o/n/git/refs"_s, exchanges[1]);
        host.addAs(u"GET /repos/o/n/git/ref/tags/test"_s, exchanges[2]); // one ref, as for a tag
        QNetworkAccessManager network;
        github::Client client(network, host.url());
        client.setToken("token");
        const auto made = outcome(client.createTag(u"o/n"_s, u"test"_s, exchanges[1].sent[u"sha"].toString()));
        QVERIFY2(made, qPrintable(words(made)));
        const auto tagged = outcome(client.tagCommit(u"o/n"_s, u"test"_s));
        QVERIFY2(tagged, qPrintable(words(tagged)));
        QCOMPARE(*tagged, exchanges[2].body[u"object"][u"sha"].toString());
    }

    /// The recorded pages are of issues; how a page names the next is the same for every list.
    void clientFollowsTheRecordedPagesToTheLast()
    {
        const QList<Exchange> pages = recorded::scenario(u"paginate-issues"_s);
        const QJsonArray one = recorded::scenario(u"release-assets"_s)[2].body.toArray();
        Replay host;
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QJsonObject asset = one.first().toObject();
            asset[u"id"] = 1000 + i;
            Exchange page = pages[i];
            page.body = QJsonArray{asset};
            if (i == 0)
                host.addAs(u"GET /repos/o/n/releases/1/assets?per_page=100"_s, page);
            else
                host.add(page);
        }
        QNetworkAccessManager network;
        github::Client client(network, host.url());
        const auto assets = outcome(client.assets(u"o/n"_s, 1));
        QVERIFY2(assets, qPrintable(words(assets)));
        QCOMPARE(assets->size(), pages.size());
    }

    void clientReadsARepositoryAlsoUnderItsOldName()
    {
        const Exchange plain = recorded::scenario(u"get-repository"_s).first();
        const QList<Exchange> renamed = recorded::scenario(u"rename-repository"_s);
        Replay host;
        host.add(plain);
        host.add(renamed[1]);
        host.add(renamed[2]);
        QNetworkAccessManager network;
        github::Client client(network, host.url());
        client.setToken("token");
        const auto repositoryThere = outcome(client.repository(u"octokit-fixture-org/hello-world"_s));
        QVERIFY2(repositoryThere, qPrintable(words(repositoryThere)));
        QCOMPARE(repositoryThere->fullName, u"octokit-fixture-org/hello-world"_s);
        QCOMPARE(repositoryThere->defaultBranch, plain.body[u"default_branch"].toString());
        QCOMPARE(repositoryThere->canPush, plain.body[u"permissions"][u"push"].toBool());
        const auto moved = outcome(client.repository(u"octokit-fixture-org/rename-repository"_s));
        QVERIFY2(moved, qPrintable(words(moved)));
        QCOMPARE(moved->fullName, u"octokit-fixture-org/rename-repository-newname"_s);
    }

    // --- The stand-in, asked the same ---

    void standInAnswersWithTheSameFields_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<int>("index");
        QTest::newRow("release by its tag") << u"release-assets"_s << 0;
        QTest::newRow("upload") << u"release-assets"_s << 1;
        QTest::newRow("list of assets") << u"release-assets"_s << 2;
        QTest::newRow("asset") << u"release-assets"_s << 3;
        QTest::newRow("asset renamed") << u"release-assets"_s << 4;
        QTest::newRow("asset deleted") << u"release-assets"_s << 5;
        QTest::newRow("name taken") << u"release-assets-conflict"_s << 1;
        QTest::newRow("ref made") << u"git-refs"_s << 1;
        QTest::newRow("repository") << u"get-repository"_s << 0;
    }
    void standInAnswersWithTheSameFields()
    {
        QFETCH(QString, scenario);
        QFETCH(int, index);
        const Exchange exchange = recorded::scenario(scenario)[index];
        // Asked before, and while its first asset was uploaded.
        const QJsonObject release =
            index < 2 && scenario == "release-assets"_L1 ? published(u"v1.0.0"_s) : releaseWithAsset();
        const QString asset = QString::number(assetsOf(release).at(0)[u"id"].toInteger());
        QString path = exchange.path;
        static const QRegularExpression owner(u"^/repos/[^/]+/[^/]+"_s);
        path.remove(owner);
        path.replace(u"/assets/1000"_s, u"/assets/"_s + asset);
        path.replace(u"/releases/1000"_s, u"/releases/"_s + QString::number(release[u"id"].toInteger()));
        Seen seen;
        if (path.contains(u"?name="_s)) {
            const QUrl url(uploadUrl(release, u"test-upload.txt"_s).toString() + u"&label=test"_s);
            seen = m_owner->send("POST", url, QByteArray("Hello, world!\n"), "text/plain");
        } else {
            QJsonObject fields = exchange.sent.toObject();
            if (fields.contains(u"sha"_s))
                fields[u"sha"] = commit;
            seen = fields.isEmpty() ? m_owner->send(exchange.method, at(path))
                                    : m_owner->send(exchange.method, at(path), fields);
        }
        QCOMPARE(seen.status, exchange.status);
        if (exchange.bytes().isEmpty()) {
            QCOMPARE(seen.body, QByteArray());
            return;
        }
        const QJsonDocument ours = QJsonDocument::fromJson(seen.body);
        const QStringList found =
            differences(exchange.body, ours.isArray() ? QJsonValue(ours.array()) : ours.object(), whatIsMeant());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    /// The same relations between pages, in the same order of meaning: a client that finds its way here finds it there.
    void standInNamesPagesAsTheHostDoes()
    {
        const QList<Exchange> pages = recorded::scenario(u"paginate-issues"_s);
        const QJsonObject release = published(u"v1.0.0"_s);
        for (int i = 0; i < 13; ++i)
            upload(release, u"file-%1.txt"_s.arg(i));
        static const QRegularExpression relation(u"[?&]page=(\\d+)[^>]*>; rel=\"(\\w+)\""_s);
        const auto relations = [](const QString &link) {
            QMap<QString, QString> named;
            for (const auto &match : relation.globalMatch(link))
                named.insert(match.captured(2), match.captured(1));
            return named;
        };
        for (qsizetype i = 0; i < pages.size(); ++i) {
            const Seen seen = m_owner->get(at(u"/assets?per_page=3&page=%1"_s.arg(i + 1), release));
            QCOMPARE(relations(seen.header("link")), relations(pages[i].headers[u"link"].toString()));
        }
    }

private:
    /// Fields in which the stand-in and the recordings differ, and why.
    static QMap<QString, QString> whatIsMeant()
    {
        return {{u"digest"_s, u"told since 2025, and the recordings are older"_s},
                {u"immutable"_s, u"told since 2025"_s},
                {u"has_discussions"_s, u"told since 2022"_s},
                {u"status"_s, u"repeated in every refusal since 2024"_s},
                {u"request_id"_s, u"a mark in the host's own logs"_s},
                {u"organization"_s, u"owners of the stand-in are users"_s},
                {u"topics[]"_s, u"its repositories have no topics"_s},
                {u"temp_clone_token"_s, u"a secret, for clones of private repositories"_s}};
    }
};

QTEST_GUILESS_MAIN(RecordedTest)
#include "tst_recorded.moc"
