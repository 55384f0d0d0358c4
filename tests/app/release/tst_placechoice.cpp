// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/placechoice.h"

#include <QTest>

using namespace unmoor;
using namespace Qt::StringLiterals;

namespace {

BuildPlace on(const QString &host)
{
    return {.kind = BuildPlace::Kind::Host, .host = host};
}

Settings twoMachines()
{
    return {.hosts = {{.name = u"arm-box"_s, .address = u"10.0.4.20"_s, .systems = {u"aarch64-linux"_s}},
                      {.name = u"mac-mini"_s, .address = u"mac-mini.local"_s, .systems = {u"aarch64-darwin"_s}},
                      {.name = u"new"_s, .address = u"new.local"_s}}};
}

TargetState macTarget()
{
    TargetState target;
    target.target.system = u"aarch64-darwin"_s;
    return target;
}

const Result<NixInfo> linuxHere = NixInfo{.version = u"2.26.3"_s, .systems = {u"x86_64-linux"_s}};

} // namespace

class TestPlaceChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceSaysWhyItCannot()
    {
        const auto choices = placeChoices(macTarget(), twoMachines(), linuxHere);
        QCOMPARE(choices.size(), 5);
        QCOMPARE(choices[0].whyNot, u"builds x86_64-linux"_s);
        QVERIFY(choices[0].isCurrent);
        QCOMPARE(choices[1].whyNot, u"builds aarch64-linux"_s);
        QVERIFY(choices[2].isPossible());
        QCOMPARE(choices[3].whyNot, u"probe it first: its systems are not known"_s);
        QVERIFY(choices[4].isPossible());
    }

    void actionsAreOfferedWhereTheManifestKnowsThem()
    {
        TargetState target = macTarget();
        target.target.actions = {.workflow = u"release.yml"_s, .artifact = u"release-mac"_s};
        const auto suitable = suitablePlaces(placeChoices(target, {}, linuxHere));
        QCOMPARE(suitable.size(), 1);
        QCOMPARE(suitable[0].place.kind, BuildPlace::Kind::Actions);
        // Somebody chose it, and unmoor.toml says nothing of it any more.
        TargetState chosen = macTarget();
        chosen.place = {.kind = BuildPlace::Kind::Actions};
        QVERIFY(!placeChoices(chosen, {}, linuxHere).constLast().isPossible());
    }

    void machinesThatBuildItAreProposed()
    {
        const auto suitable = suitablePlaces(placeChoices(macTarget(), twoMachines(), linuxHere));
        QCOMPARE(suitable.size(), 1);
        QVERIFY(suitable[0].place == on(u"mac-mini"_s));
        TargetState there = macTarget();
        there.place = on(u"mac-mini"_s);
        QVERIFY(suitablePlaces(placeChoices(there, twoMachines(), linuxHere)).isEmpty());
    }

    void nothingIsRuledOutBeforeNixWasAsked()
    {
        QVERIFY(placeChoices(macTarget(), {}, NixInfo()).constFirst().isPossible());
        const auto broken = placeChoices(macTarget(), {}, failure(Error::Kind::NotFound, u"no nix"_s));
        QCOMPARE(broken.constFirst().whyNot, u"Nix does not answer here"_s);
    }

    void buildersOfNixSayWhatTheyCan_data()
    {
        QTest::addColumn<NixBuilders>("builders");
        QTest::addColumn<QString>("whyNot");
        const QStringList mac{u"aarch64-darwin"_s};
        QTest::newRow("none") << NixBuilders{} << u"none is configured"_s;
        QTest::newRow("not trusted") << NixBuilders{.systems = mac} << u"Nix does not trust this user"_s;
        QTest::newRow("other system") << NixBuilders{.systems = {u"aarch64-linux"_s}, .trusted = true}
                                      << u"build aarch64-linux"_s;
        QTest::newRow("can") << NixBuilders{.systems = mac, .trusted = true} << QString();
    }

    void buildersOfNixSayWhatTheyCan()
    {
        QFETCH(NixBuilders, builders);
        QFETCH(QString, whyNot);
        const auto choices = placeChoices(macTarget(), {}, linuxHere, builders);
        QCOMPARE(choices.constLast().whyNot, whyNot);
        QCOMPARE(suitablePlaces(choices).size(), whyNot.isEmpty() ? 1 : 0);
    }

    void noPlaceIsPossibleWhileItIsBuilt()
    {
        TargetState running = macTarget();
        running.build = TargetState::Build::Running;
        for (const PlaceChoice &choice : placeChoices(running, twoMachines(), linuxHere))
            QCOMPARE(choice.whyNot, u"the target is being built"_s);
    }
};

QTEST_APPLESS_MAIN(TestPlaceChoice)
#include "tst_placechoice.moc"
