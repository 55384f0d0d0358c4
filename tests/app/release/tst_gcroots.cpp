// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/nix/sampleproject.h"
#include "tests/app/release/ownsession.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr int patience = 120'000;
const QString triple = u"x86_64-unknown-linux-gnu"_s;
const QString commitA(40, u'a');
const QString commitB(40, u'b');
const QString commitC(40, u'c');

template <typename T>
Result<T> finish(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        qFatal("a task never finished");
    return future.result();
}

GcRoot root(const QString &revision)
{
    return {.link = u"/roots/"_s + revision, .revision = revision, .triple = triple};
}

BuildRecord build(const QString &revision, const QString &version, int day)
{
    return {.revision = revision,
            .version = version,
            .triple = triple,
            .outcome = u"built"_s,
            .gcRoot = u"/roots/"_s + revision,
            .startedAt = QDateTime(QDate(2026, 6, day), QTime(9, 0), QTimeZone::UTC)};
}

ReleaseRecord release(const QString &revision, const QString &version, const QString &state)
{
    return {.version = version, .revision = revision, .state = state};
}

QList<GcRoot::State> statesOf(const QList<GcRoot> &roots)
{
    QList<GcRoot::State> states;
    for (const GcRoot &root : roots)
        states += root.state;
    return states;
}

} // namespace

/// Judging is pure; the rest works on a Nix store of its own, since collecting garbage touches all of it.
class GcRootsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_store;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("NIX_STORE_DIR", m_store.filePath(u"store"_s).toLocal8Bit());
        qputenv("NIX_STATE_DIR", m_store.filePath(u"var"_s).toLocal8Bit());
        qputenv("NIX_LOG_DIR", m_store.filePath(u"log"_s).toLocal8Bit());
    }

    void publishedResultsMayGoAndOpenOnesMayNot()
    {
        const QList<GcRoot> roots = judgeRoots(
            {root(commitA), root(commitB), root(commitC)},
            {build(commitA, u"1.0.4"_s, 1), build(commitB, u"1.0.5"_s, 2), build(commitC, u"1.0.5"_s, 3)},
            {release(commitA, u"1.0.4"_s, u"verified"_s), release(commitC, u"1.0.5"_s, u"draft"_s)}, commitC);
        QCOMPARE(roots.first().revision, commitC); // the newest first
        QCOMPARE(roots.first().version, u"1.0.5"_s);
        using enum GcRoot::State;
        QCOMPARE(statesOf(roots), (QList{Open, Replaced, Published}));
    }

    void versionThatWentOutFromAnotherCommitReplacesThisOne()
    {
        const QList<GcRoot> roots = judgeRoots({root(commitA)}, {build(commitA, u"1.0.4"_s, 1)},
                                               {release(commitB, u"1.0.4"_s, u"published"_s)}, commitC);
        QCOMPARE(statesOf(roots), QList{GcRoot::State::Replaced});
    }

    void rootThatTheLedgerDoesNotKnowIsOpen()
    {
        QCOMPARE(statesOf(judgeRoots({root(commitA)}, {}, {}, commitC)), QList{GcRoot::State::Open});
    }

    void closureIsReadInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("2.8") << QByteArray(R"([{"path":"/nix/store/1-a","valid":true,"narSize":10,
            "references":["/nix/store/2-b"]},{"path":"/nix/store/3-c","valid":false}])");
        QTest::newRow("2.26") << QByteArray(R"({"/nix/store/1-a":{"narSize":10,"references":["/nix/store/2-b"]},
            "/nix/store/3-c":null})");
        QTest::newRow("2.33") << QByteArray(R"({"version":2,"storeDir":"/nix/store","info":
            {"1-a":{"narSize":10,"references":["2-b"]},"3-c":null}})");
    }

    void closureIsReadInEveryForm()
    {
        QFETCH(QByteArray, json);
        const auto closure = parseClosure(json);
        QVERIFY(closure);
        QCOMPARE(*closure, (StoreClosure{{u"/nix/store/1-a"_s, {.narSize = 10, .references = {u"/nix/store/2-b"_s}}}}));
        QVERIFY(!parseClosure("no"));
    }

    void sharedPathsAreNotFreed()
    {
        const StoreClosure closure{{u"a"_s, {.narSize = 1, .references = {u"lib"_s, u"a"_s}}},
                                   {u"b"_s, {.narSize = 2, .references = {u"lib"_s}}},
                                   {u"lib"_s, {.narSize = 100}}};
        QCOMPARE(bytesHeldBy(closure, {u"a"_s}, {u"b"_s}), 1);
        QCOMPARE(bytesHeldBy(closure, {u"a"_s, u"b"_s}, {}), 103);
        QCOMPARE(bytesHeldBy(closure, {u"a"_s}, {u"a"_s}), 0);
    }

    void freedResultIsGoneAfterTheGarbageIsCollected()
    {
        const SampleProject sample;
        const QTemporaryDir state;
        OwnSession session(state.path(), {}, {.program = QStringLiteral(UNMOOR_PROGRAM)});
        QVERIFY(finish(session.open(sample.path())));
        QVERIFY(finish(session.planner().forecast(session.snapshot())));
        QVERIFY(finish(session.build({triple})));
        QVERIFY(session.row(triple).hasArchive());
        const QString path = session.row(triple).record.storePath;

        const auto overview = finish(session.storage().roots(session.snapshot()));
        QVERIFY(overview);
        QCOMPARE(overview->roots.size(), 1);
        const GcRoot kept = overview->roots.first();
        QCOMPARE(kept.storePath, path);
        QCOMPARE(kept.triple, triple);
        QCOMPARE(kept.version, sample.version());
        QCOMPARE(kept.state, GcRoot::State::Open);
        QVERIFY(overview->bytesFreedBy({kept.link}) > 0);
        QCOMPARE(overview->bytesFreedBy({}), 0);

        const auto nothing = finish(session.storage().collectGarbage(session.snapshot()));
        QVERIFY(nothing);
        QVERIFY(QFile::exists(path)); // it is kept

        QVERIFY(session.storage().free({kept.link}));
        QVERIFY(!QFileInfo(kept.link).isSymLink());
        QVERIFY(session.row(triple).record.gcRoot.isEmpty());
        QVERIFY(session.engine().ledger()->builds(session.project().checkout.root)->first().gcRoot.isEmpty());
        QVERIFY(QFile::exists(path)); // nothing is deleted yet
        QVERIFY(finish(session.storage().roots(session.snapshot()))->roots.isEmpty());

        const auto words = finish(session.storage().collectGarbage(session.snapshot()));
        QVERIFY(words);
        QVERIFY2(words->contains(u"freed"_s), qPrintable(*words));
        QVERIFY(!QFile::exists(path));
    }

    void rootWhosePathIsGoneTakesNoSpace()
    {
        const SampleProject sample;
        const QTemporaryDir state;
        OwnSession session(state.path());
        QVERIFY(finish(session.open(sample.path())));
        QVERIFY(finish(session.storage().roots(session.snapshot()))->roots.isEmpty());
        const QString key = session.project().manifest.name + u'-'
            + QString::fromLatin1(QCryptographicHash::hash(session.project().checkout.root.toUtf8(),
                                                           QCryptographicHash::Sha256)
                                      .toHex()
                                      .left(8));
        const QString folder = state.filePath(u"roots/"_s + key);
        QVERIFY(QDir().mkpath(folder));
        const QString link = folder + u'/' + commitA + u'-' + triple;
        QVERIFY(QFile::link(m_store.filePath(u"store/00000000000000000000000000000000-gone"_s), link));
        const auto overview = finish(session.storage().roots(session.snapshot()));
        QVERIFY2(overview, overview ? "" : qPrintable(overview.error().message));
        QCOMPARE(overview->roots.size(), 1);
        QCOMPARE(overview->bytesFreedBy({link}), 0);
        QVERIFY(session.storage().free({link}));
        QVERIFY(!QFileInfo(link).isSymLink());
    }
};

QTEST_MAIN(GcRootsTest)
#include "tst_gcroots.moc"
