// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/chain.h"

#include <QPromise>
#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ChainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stoppedChainEndsWithoutTheWork()
    {
        QPromise<Result<int>> work;
        work.start();
        std::stop_source stop;
        const auto first = unlessStopped(work.future(), this, stop.get_token(), u"canceled"_s);
        QVERIFY(!first.isFinished());
        stop.request_stop();
        QTRY_VERIFY(first.isFinished());
        QCOMPARE(first.result().error(), (Error{Error::Kind::Canceled, u"canceled"_s}));
        work.addResult(7); // unheard
        work.finish();
        QCOMPARE(first.resultCount(), 1);
    }

    void workThatEndsFirstCounts()
    {
        QPromise<Result<int>> work;
        work.start();
        std::stop_source stop;
        const auto first = unlessStopped(work.future(), this, stop.get_token(), u"canceled"_s);
        work.addResult(7);
        work.finish();
        QTRY_VERIFY(first.isFinished());
        stop.request_stop();
        QCOMPARE(first.result().value(), 7);
    }

    void stopThatCameBeforeCounts()
    {
        QPromise<Result<void>> work;
        work.start();
        std::stop_source stop;
        stop.request_stop();
        const auto first = unlessStopped(work.future(), this, stop.get_token(), u"canceled"_s);
        QTRY_VERIFY(first.isFinished());
        QCOMPARE(first.result().error().kind, Error::Kind::Canceled);
        work.addResult(Result<void>());
        work.finish();
    }

    void failureGoesOnInEitherCase()
    {
        const auto mended = inEitherCase(finished<int>(failure(Error::Kind::Io, u"lost"_s)), this,
                                         [](const Result<int> &result) { return finished<bool>(result.has_value()); });
        QTRY_VERIFY(mended.isFinished());
        QCOMPARE(mended.result().value(), false);
    }

    void whatIsNoResultGoesOnInEitherCase()
    {
        const auto doubled = [](int number) { return QtFuture::makeReadyValueFuture(2 * number); };
        const auto withContext = inEitherCase(QtFuture::makeReadyValueFuture(7), this, doubled);
        const auto without = inEitherCase(withContext, doubled);
        QTRY_VERIFY(without.isFinished());
        QCOMPARE(without.result(), 28);
    }

    void stepIsDroppedWithItsContext()
    {
        QPromise<int> work;
        work.start();
        auto context = std::make_unique<QObject>();
        bool isCalled = false;
        const auto next = inEitherCase(work.future(), context.get(), [&isCalled](int) {
            isCalled = true;
            return finished<void>({});
        });
        context.reset();
        work.addResult(7);
        work.finish();
        QTRY_VERIFY(next.isFinished());
        QVERIFY(next.isCanceled());
        QVERIFY(!isCalled);
    }
};

QTEST_GUILESS_MAIN(ChainTest)
#include "tst_chain.moc"
