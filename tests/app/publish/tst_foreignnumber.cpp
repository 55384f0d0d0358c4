// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/publish/publishbench.h"

#include <QTest>

namespace {

/// Puts \a instead into the answer to the first upload.
class WrongNumber : public rehearsal::Interceptor
{
public:
    explicit WrongNumber(const QJsonObject &instead)
        : m_instead(std::make_shared<std::optional<QJsonObject>>(instead))
    {
    }

    std::unique_ptr<rehearsal::Interception> intercept(const QByteArray &, const QString &) override
    {
        return std::make_unique<Answer>(m_instead);
    }

private:
    class Answer : public rehearsal::Interception
    {
    public:
        explicit Answer(std::shared_ptr<std::optional<QJsonObject>> instead)
            : m_instead(std::move(instead))
        {
        }

        rehearsal::Reply afterwards(const QString &, const rehearsal::Call &call,
                                    const rehearsal::Reply &reply) override
        {
            if (!rehearsal::Api::isUpload(call.method, call.path) || !*m_instead)
                return reply;
            QJsonObject json = QJsonDocument::fromJson(reply.body).object();
            const QJsonObject instead = **m_instead;
            m_instead->reset();
            for (auto it = instead.begin(); it != instead.end(); ++it)
                json[it.key()] = it.value();
            return rehearsal::Reply::of(json, reply.status);
        }

    private:
        std::shared_ptr<std::optional<QJsonObject>> m_instead;
    };

    std::shared_ptr<std::optional<QJsonObject>> m_instead;
};

} // namespace

/// A host that answers an upload with the number of a file that was there before.
class ForeignNumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerWithAnotherFilesNumberTouchesNothing_data()
    {
        QTest::addColumn<QJsonObject>("instead");
        QTest::addColumn<bool>("replaces"); // else: is sent for the first time
        QTest::addColumn<bool>("ofOwnRelease");
        QTest::newRow("too short") << QJsonObject{{u"size"_s, 7}} << false << false;
        QTest::newRow("too short, digest of something")
            << QJsonObject{{u"size"_s, 7}, {u"digest"_s, u"sha256:"_s + QString(64, u'0')}} << false << false;
        QTest::newRow("another content") << QJsonObject{{u"digest"_s, u"sha256:"_s + QString(64, u'0')}} << false
                                         << false;
        QTest::newRow("another name") << QJsonObject{{u"name"_s, u"old.zip"_s}} << false << false;
        QTest::newRow("before it would be renamed") << QJsonObject() << true << false;
        QTest::newRow("that of the file to replace") << QJsonObject() << true << true;
    }
    void anAnswerWithAnotherFilesNumberTouchesNothing()
    {
        QFETCH(QJsonObject, instead);
        QFETCH(bool, replaces);
        QFETCH(bool, ofOwnRelease);
        PublishBench bench;
        const DesiredRelease wanted = bench.desired;
        bench.desired.tag = u"v1.0.4"_s;
        bench.desired.title = u"tool v1.0.4"_s;
        bench.desired.files = {wanted.files.first()};
        const github::Asset old = bench.published().remote.assets.first();
        bench.desired = wanted;
        if (replaces) {
            const github::Asset own = bench.published().remote.assets.first();
            bench.add(own.name, QByteArray(120'000, 'n'));
            instead[u"id"_s] = ofOwnRelease ? own.id : old.id;
        } else {
            instead[u"id"_s] = old.id;
        }
        bench.host.setInterceptor(std::make_shared<WrongNumber>(instead));
        const PublishOutcome outcome = bench.publish();
        for (const StandIn::Request &request : bench.host.requests())
            QVERIFY2(request.method == "GET" || request.method == "POST"
                         || !request.target.endsWith(u"/assets/%1"_s.arg(old.id)),
                     qPrintable(QString::fromLatin1(request.method) + request.target));
        const auto kept = bench.client->asset(repo, old.id);
        QTRY_VERIFY(kept.isFinished());
        QCOMPARE(kept.result()->name, old.name);
        // Another name could be the host's way with this one; whatever else was wrong is mended by asking again.
        const bool stops = instead.contains(u"name");
        QVERIFY2(outcome.complete != stops, why(outcome));
    }
};

QTEST_GUILESS_MAIN(ForeignNumberTest)
#include "tst_foreignnumber.moc"
