// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/publish/publishbench.h"
#include "tests/e2e/gh.h"

/// Unmoor finishes a release that GitHub's own command-line program began and broke.
class PublishAfterGhTest : public QObject
{
    Q_OBJECT

    /// "draft: a.tar.xz uploaded, b.tar.xz starter", in the order of their names
    static QString leftOn(const QString &hostFolder)
    {
        QStringList all;
        for (const QJsonValue &release : releasesOn(hostFolder)) {
            QStringList files;
            for (const QJsonValue &asset : release[u"assets"_s].toArray())
                files += asset[u"name"_s].toString() + u' ' + asset[u"state"_s].toString();
            files.sort();
            all += (release[u"draft"_s].toBool() ? u"draft: "_s : u"published: "_s) + files.join(u", "_s);
        }
        return all.isEmpty() ? u"nothing"_s : all.join(u"; "_s);
    }

    static QJsonArray releasesOn(const QString &hostFolder)
    {
        QFile file(hostFolder + u"/state.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QJsonDocument::fromJson(file.readAll())[u"repositories"_s][0][u"releases"_s].toArray();
    }

    /// Names of the files that the host has as they should be.
    static QStringList goodOn(const QString &hostFolder, const DesiredRelease &desired)
    {
        QStringList good;
        for (const QJsonValue &release : releasesOn(hostFolder))
            for (const QJsonValue &asset : release[u"assets"_s].toArray()) {
                const QString path = hostFolder + u"/assets/%1"_s.arg(asset[u"id"_s].toInteger());
                for (const DesiredFile &file : desired.files)
                    if (file.name == asset[u"name"_s].toString() && asset[u"state"_s].toString() == u"uploaded"_s
                        && sha256OfFile(path) == file.sha256)
                        good += file.name;
            }
        return good;
    }

private Q_SLOTS:
    void ghBreaksAndUnmoorFinishes_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("times");
        const QStringList draft{u"--draft"_s};
        const Fault refused{.method = "POST", .pathContains = u"/api/uploads/"_s, .kind = Fault::Kind::Status};
        Fault reset = refused;
        reset.kind = Fault::Kind::Reset;
        Fault stored = refused;
        stored.kind = Fault::Kind::StatusAfter;
        Fault damaged = refused;
        damaged.kind = Fault::Kind::CorruptUpload;
        Fault stalled = refused;
        stalled.kind = Fault::Kind::StallSending;
        const Fault limit{.method = "PATCH", .pathContains = u"/releases/"_s, .kind = Fault::Kind::RateLimit};
        // What gh 2.46 makes of it, as seen: where it gives up, it deletes its draft and all that was stored with it,
        // unless a draft is what was wanted.
        QTest::newRow("502 on an upload, once") << QStringList() << refused << 1; // sends again, publishes
        QTest::newRow("502 on every upload") << QStringList() << refused << 9; // deletes the draft
        QTest::newRow("reset in an upload") << QStringList() << reset << 1; // deletes it
        QTest::newRow("502 after an upload was stored") << QStringList() << stored << 1; // deletes it
        QTest::newRow("rate limit on publishing") << QStringList() << limit << 1; // deletes it
        QTest::newRow("damaged upload") << QStringList() << damaged << 1; // publishes it so
        QTest::newRow("draft, 502 on every upload") << draft << refused << 9; // an empty draft
        QTest::newRow("draft, reset in an upload") << draft << reset << 1; // a draft with a starter
        QTest::newRow("draft, 502 after an upload was stored") << draft << stored << 1; // a draft with both files
        QTest::newRow("killed in an upload") << QStringList() << stalled << 1; // a draft with a starter
    }

    void ghBreaksAndUnmoorFinishes()
    {
        QFETCH(QStringList, options);
        QFETCH(Fault, fault);
        QFETCH(int, times);
        PublishBench bench;
        const QString hostFolder = bench.folder.filePath(u"host"_s);
        const Gh gh(bench.host, repo);
        for (int i = 0; i < times; ++i)
            bench.host.addFault(fault);
        QStringList words{u"release"_s, u"create"_s,  bench.desired.tag, u"--title"_s,
                          u"Another"_s, u"--notes"_s, u"Others"_s};
        words += options;
        for (const DesiredFile &file : bench.desired.files)
            words += file.path;
        QProcess process;
        gh.start(process, words);
        if (fault.kind == Fault::Kind::StallSending) {
            QTRY_VERIFY_WITH_TIMEOUT(
                leftOn(hostFolder).contains(u"starter"_s) && leftOn(hostFolder).contains(u"uploaded"_s), 60'000);
            process.kill();
        }
        const Gh::Ended ended = Gh::finish(process);
        qInfo().noquote() << "gh ended with" << ended.code << QString::fromUtf8(ended.err).section(u'\n', 0, 0);
        qInfo().noquote() << "gh left" << leftOn(hostFolder);
        QVERIFY(bench.host.requestCount("POST", u"/releases"_s) > 0); // it did begin
        bench.host.clearFaults();

        const QStringList good = goodOn(hostFolder, bench.desired);
        const qsizetype before = bench.host.requests().size();
        const PublishOutcome outcome = bench.publish();

        QVERIFY2(outcome.complete, why(outcome));
        QCOMPARE(wrongOnHost(hostFolder, bench.desired), QString());
        QList<StandIn::Request> requests = bench.host.requests().sliced(before);
        // An upload that gh dropped may be noticed late; only gh's have a label.
        requests.removeIf([](const StandIn::Request &request) { return request.target.contains(u"label="_s); });
        QCOMPARE(sentTwice(requests, good), QString());
        QCOMPARE(std::ranges::count_if(requests, isUpload), bench.desired.files.size() - good.size());
        QCOMPARE(releasesOn(hostFolder)[0][u"name"_s].toString(), bench.desired.title);
        const Gh::Ended list = gh.run({u"release"_s, u"list"_s, u"--json"_s, u"tagName,isDraft,isLatest"_s});
        QCOMPARE(list.out.trimmed(), R"([{"isDraft":false,"isLatest":true,"tagName":"v1.0.5"}])");
    }
};

QTEST_GUILESS_MAIN(PublishAfterGhTest)
#include "tst_publishaftergh.moc"
