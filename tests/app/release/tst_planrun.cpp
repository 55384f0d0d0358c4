// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/planrun.h"

#include "tests/app/github/scriptedserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QJsonObject release(const QString &tag, bool isDraft)
{
    return {{u"id"_s, 1},
            {u"tag_name"_s, tag},
            {u"draft"_s, isDraft},
            {u"target_commitish"_s, u"main"_s},
            {u"name"_s, u"a"_s},
            {u"body"_s, QString()},
            {u"prerelease"_s, false},
            {u"assets"_s, QJsonArray()},
            {u"html_url"_s, u"http://127.0.0.1/a"_s},
            {u"upload_url"_s, u"http://127.0.0.1/b"_s},
            {u"created_at"_s, u"2026-01-01T00:00:00Z"_s},
            {u"published_at"_s, u"2026-01-01T00:00:00Z"_s}};
}

} // namespace

class PlanRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A host that stumbles once over each question does not end a release.
    void gatesAskAHostThatFailsInPassingAgain_data()
    {
        QTest::addColumn<QByteArray>("stumble");
        QTest::newRow("500") << ScriptedServer::reply(500, "{}");
        QTest::newRow("502") << ScriptedServer::reply(502, "<html>Bad gateway</html>");
        QTest::newRow("reset") << QByteArray("close");
    }
    void gatesAskAHostThatFailsInPassingAgain()
    {
        QFETCH(QByteArray, stumble);
        const QString commit(40, u'a');
        ScriptedServer server;
        QSet<QByteArray> asked;
        server.answer = [&](const ScriptedServer::Request &request) {
            if (!asked.contains(request.target)) {
                asked += request.target;
                return stumble;
            }
            if (request.target.contains("/releases?"))
                return ScriptedServer::reply(
                    200, QJsonDocument(QJsonArray{release(u"v1.0.4"_s, false), release(u"v9.0.0"_s, true)}).toJson());
            const QByteArray sha = "\"sha\": \"" + commit.toLatin1() + '"';
            return ScriptedServer::reply(200,
                                         request.target.contains("/commits/")
                                             ? '{' + sha + '}'
                                             : "{\"object\": {\"type\": \"commit\", " + sha + "}}");
        };
        QNetworkAccessManager network;
        github::Client client(network, server.url());
        const QTemporaryDir folder;
        Checkout checkout;
        checkout.root = folder.path();
        checkout.commit = commit;
        PlanQuestion question{.manifest = {},
                              .checkout = checkout,
                              .directory = folder.path(),
                              .flake = flakeInFolder(folder.path()),
                              .version = u"1.0.5"_s,
                              .tag = u"v1.0.5"_s,
                              .repository = u"owner/name"_s,
                              .heading = {},
                              .section = {}};
        question.manifest.tag = u"v{version}"_s;
        question.trust = Trust::Given;
        question.reading.pause = [](auto, auto, auto, auto) { return finished<void>({}); };
        PlanRun run(question, client);
        const auto answer = run.start({});
        QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 60'000);
        int seen = 0;
        for (const Gate &gate : answer.result().gates) {
            if (gate.name == u"Version"_s)
                QCOMPARE(gate.message, u"1.0.5 follows 1.0.4"_s);
            else if (gate.name != u"Commit is on GitHub"_s && gate.name != u"Tag is free"_s)
                continue;
            ++seen;
            QVERIFY2(gate.outcome == Gate::Outcome::Passed, qPrintable(gate.name + u": "_s + gate.message));
        }
        QCOMPARE(seen, 3);
    }

    /// What would run the project's code is skipped, not passed, and says so.
    void planOfAProjectThatIsNotTrusted()
    {
        ScriptedServer server;
        QNetworkAccessManager network;
        github::Client client(network, server.url());
        const QTemporaryDir folder;
        Checkout checkout;
        checkout.root = folder.path();
        checkout.commit = QString(40, u'a');
        checkout.isTreeKnown = false;
        PlanQuestion question{.manifest = {},
                              .checkout = checkout,
                              .directory = folder.path(),
                              .flake = flakeInFolder(folder.path()),
                              .version = failure(Error::Kind::Untrusted, u"not trusted"_s),
                              .tag = {},
                              .repository = failure(Error::Kind::NotFound, u"nobody"_s),
                              .heading = {},
                              .section = {}};
        ManifestGate check;
        check.name = u"Checks"_s;
        check.flakeCheck = true;
        ManifestGate pin;
        pin.name = u"Pin"_s;
        pin.eval = u"lib.pin"_s;
        pin.equals = u"1"_s;
        question.manifest.gates = {check, pin};
        PlanRun run(question, client);
        const auto answer = run.start({});
        QTRY_VERIFY(answer.isFinished());
        QStringList skipped;
        for (const Gate &gate : answer.result().gates)
            if (gate.outcome == Gate::Outcome::Skipped)
                skipped += gate.name;
        for (const QString &name : {u"Clean checkout"_s, u"Lock file"_s, u"Version"_s, u"Checks"_s, u"Pin"_s})
            QVERIFY2(skipped.contains(name), qPrintable(name));
        QCOMPARE(answer.result().outputs.error().kind, Error::Kind::Untrusted);
    }
};

QTEST_GUILESS_MAIN(PlanRunTest)
#include "tst_planrun.moc"
