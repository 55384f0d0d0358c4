// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/nixbuild.h"
#include "app/build/rebuildcheck.h"
#include "tests/app/nix/ownstore.h"
#include "tests/app/nix/sampleproject.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Outcome = RebuildResult::Outcome;

namespace {

constexpr int patience = 90'000;

template <typename T>
T finish(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        qFatal("a run of Nix never finished");
    if (!future.result())
        qFatal("%s", qPrintable(future.result().error().message));
    return *future.result();
}

/// The demo of the sample that is called \a name, built; \a text is what its builder does.
RebuildRequest builtDemo(const SampleProject &sample, const QByteArray &text)
{
    sample.replace(u"nix/release.nix"_s, "one \"demo-not-reproducible\" \"date +%s%N > $out\"",
                   "one \"demo-" + sample.version().toLatin1() + "\" \"" + text + '"');
    sample.commit();
    NixBuild build({.flake = flakeInFolder(sample.path()),
                    .attribute = u"legacyPackages.x86_64-linux.demo.not-reproducible"_s,
                    .outLink = sample.beside(u"result"_s),
                    .logFile = sample.beside(u"build.log"_s)});
    const NixBuildResult result = finish(build.start({}));
    return {.directory = sample.path(),
            .drvPath = result.drvPath,
            .storePath = result.storePath,
            .logFile = sample.beside(u"again.log"_s)};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class RebuildCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalResultIsIdentical()
    {
        const SampleProject sample;
        RebuildCheck check(builtDemo(sample, "echo same > $out"));
        const RebuildResult result = finish(check.start({}));
        QCOMPARE(result.outcome, Outcome::Identical);
        QVERIFY(result.otherPath.isEmpty());
        QVERIFY(!result.failure);
    }

    void otherResultIsKeptBesideTheFirst()
    {
        const SampleProject sample;
        const RebuildRequest request = builtDemo(sample, "date +%s%N > $out");
        RebuildCheck check(request);
        const RebuildResult result = finish(check.start({}));
        QCOMPARE(result.outcome, Outcome::Differs);
        QCOMPARE(result.otherPath, request.storePath + u".check"_s);
        QVERIFY(!contentOf(result.otherPath).isEmpty());
        QVERIFY(contentOf(result.otherPath) != contentOf(request.storePath));
        QVERIFY(!result.failure);
    }

    void otherResultIsFoundInAStoreOfTheUsersOwn()
    {
        const OwnStore store;
        const SampleProject sample;
        const RebuildRequest request = builtDemo(sample, store.shell() + "date +%s%N > $out");
        RebuildCheck check(request);
        const RebuildResult result = finish(check.start({}));
        QCOMPARE(result.outcome, Outcome::Differs);
        QCOMPARE(result.otherPath, store.realPath(request.storePath) + u".check"_s);
        QVERIFY(contentOf(result.otherPath) != contentOf(store.realPath(request.storePath)));
    }

    void pathThatIsGoneSaysSo()
    {
        const SampleProject sample;
        RebuildRequest request = builtDemo(sample, "echo gone > $out");
        request.drvPath = u"/nix/store/00000000000000000000000000000000-gone.drv"_s;
        RebuildCheck check(request);
        const RebuildResult result = finish(check.start({}));
        QCOMPARE(result.outcome, Outcome::Failed);
        QVERIFY(result.failure && !result.failure->message.isEmpty());
    }

    void logThatCannotBeWrittenIsAnError()
    {
        RebuildCheck check({.directory = u"/"_s, .logFile = u"/no/such/folder/log"_s});
        const auto run = check.start({});
        QVERIFY(run.isFinished());
        QCOMPARE(run.result().error().kind, Error::Kind::Io);
    }
};

QTEST_MAIN(RebuildCheckTest)
#include "tst_rebuildcheck.moc"
