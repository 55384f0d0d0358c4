// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/derivationgraph.h"
#include "app/nix/flake.h"
#include "tests/app/buildlog/recordedstream.h"
#include "tests/app/nix/sampleproject.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr auto app = "/nix/store/5nz3q6ym2npw7lfdx9wyb6ffbg7xagk9-minne-1.0.5.drv"_L1;
constexpr auto deps = "/nix/store/00000000000000000000000000000000-minne-deps.drv"_L1;

} // namespace

class DerivationGraphTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheAnswerOfNix226()
    {
        const auto graph = parseDerivationGraph(recordedAnswer(u"derivation-show-recursive.json"_s));
        QVERIFY(graph);
        const DerivationNode node = graph->value(app);
        QCOMPARE(node.name, u"minne-1.0.5"_s);
        QCOMPARE(node.system, u"x86_64-linux"_s);
        QCOMPARE(node.inputs.size(), 1);
        QVERIFY(node.inputs.first().endsWith(u"-minne-deps.drv"_s));
        QVERIFY(graph->contains(node.inputs.first()));
        QCOMPARE(node.outputs.size(), 1);
        QVERIFY(node.outputs.first().endsWith(u"-minne-1.0.5"_s));
    }

    /// The same two derivations in the forms of the other versions.
    void readsEveryForm_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("2.8") << QByteArray(R"({"/nix/store/5nz3q6ym2npw7lfdx9wyb6ffbg7xagk9-minne-1.0.5.drv":
            {"outputs":{"out":{"path":"/nix/store/1-minne-1.0.5"}}, "system":"x86_64-linux",
             "inputDrvs":{"/nix/store/00000000000000000000000000000000-minne-deps.drv":["out"]}}})");
        QTest::newRow("2.26") << QByteArray(R"({"/nix/store/5nz3q6ym2npw7lfdx9wyb6ffbg7xagk9-minne-1.0.5.drv":
            {"name":"minne-1.0.5","outputs":{"out":{"path":"/nix/store/1-minne-1.0.5"}}, "system":"x86_64-linux",
             "inputDrvs":{"/nix/store/00000000000000000000000000000000-minne-deps.drv":
                          {"dynamicOutputs":{},"outputs":["out"]}}}})");
        QTest::newRow("2.32") << QByteArray(R"({"5nz3q6ym2npw7lfdx9wyb6ffbg7xagk9-minne-1.0.5.drv":
            {"name":"minne-1.0.5","outputs":{"out":{"path":"1-minne-1.0.5"}}, "system":"x86_64-linux", "version":3,
             "inputDrvs":{"00000000000000000000000000000000-minne-deps.drv":{"dynamicOutputs":{},"outputs":["out"]}}}})");
        QTest::newRow("2.33") << QByteArray(R"({"version":4,"derivations":
            {"5nz3q6ym2npw7lfdx9wyb6ffbg7xagk9-minne-1.0.5.drv":
            {"name":"minne-1.0.5","outputs":{"out":{"path":"1-minne-1.0.5"}}, "system":"x86_64-linux", "version":4,
             "inputs":{"srcs":[],"drvs":
                {"00000000000000000000000000000000-minne-deps.drv":{"dynamicOutputs":{},"outputs":["out"]}}}}}})");
    }

    void readsEveryForm()
    {
        QFETCH(QByteArray, json);
        const auto graph = parseDerivationGraph(json);
        QVERIFY(graph);
        QCOMPARE(graph->size(), 1);
        QCOMPARE(graph->value(app),
                 (DerivationNode{.name = u"minne-1.0.5"_s,
                                 .system = u"x86_64-linux"_s,
                                 .inputs = {deps},
                                 .outputs = {u"/nix/store/1-minne-1.0.5"_s}}));
    }

    void leavesOutOutputsThatAreNotKnownYet()
    {
        const auto graph =
            parseDerivationGraph(R"({"/nix/store/x-a.drv":{"name":"a","outputs":{"out":{"method":"nar"}}}})");
        QVERIFY(graph);
        QVERIFY(graph->value(u"/nix/store/x-a.drv"_s).outputs.isEmpty());
    }

    void refusesWhatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << recordedAnswer(u"derivation-show-recursive.json"_s).chopped(5);
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("other keys") << QByteArray(R"({"meta":{}})");
        QTest::newRow("version alone") << QByteArray(R"({"version":4})");
    }

    void refusesWhatIsNoAnswer()
    {
        QFETCH(QByteArray, json);
        const auto graph = parseDerivationGraph(json);
        QVERIFY(!graph);
        QCOMPARE(graph.error().kind, Error::Kind::Corrupt);
    }

    void asksNixForThePlanOfATarget()
    {
        const SampleProject sample;
        const Flake flake(sample.path());
        const auto outputs = flake.outputs();
        QVERIFY(QTest::qWaitFor([&] { return outputs.isFinished(); }, 60'000) && outputs.result());
        const QList<FlakeOutput> all = *outputs.result();
        const auto release = std::ranges::find_if(all, [](const FlakeOutput &output) {
            return output.system == "x86_64-linux"_L1 && output.output == "minne-release"_L1;
        });
        const auto forecast = flake.forecast(*release);
        QVERIFY(QTest::qWaitFor([&] { return forecast.isFinished(); }, 60'000) && forecast.result());
        QVERIFY(forecast.result()->willBuild.contains(release->drvPath));

        const auto graph = askDerivationGraph(sample.path(), forecast.result()->willBuild);
        QVERIFY(QTest::qWaitFor([&] { return graph.isFinished(); }, 60'000) && graph.result());
        QCOMPARE(graph.result()->size(), forecast.result()->willBuild.size());
        const DerivationGraph found = *graph.result();
        const DerivationNode node = found.value(release->drvPath);
        QCOMPARE(node.name, u"main-"_s + sample.version());
        QVERIFY(std::ranges::any_of(node.inputs, [&](const QString &input) {
            return found.value(input).name == u"minne-"_s + sample.version();
        }));
    }

    void saysWhyNixHasNoAnswer()
    {
        const QTemporaryDir folder;
        const auto graph = askDerivationGraph(folder.path(), {u"/nix/store/00000000000000000000000000000000-x.drv"_s});
        QVERIFY(QTest::qWaitFor([&] { return graph.isFinished(); }, 60'000));
        QVERIFY(!graph.result());
        QVERIFY(!graph.result().error().message.isEmpty());
    }
};

QTEST_MAIN(DerivationGraphTest)
#include "tst_derivationgraph.moc"
