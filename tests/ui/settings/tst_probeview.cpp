// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settings/samplereport.h"
#include "ui/settings/hostdialog.h"
#include "ui/settings/probeview.h"

#include <QTest>

using namespace unmoor;
using namespace Qt::StringLiterals;
using theme::State;

namespace {

const BuildHost armBox{.name = u"arm-box"_s, .address = u"10.0.4.20"_s, .user = u"nix"_s};

} // namespace

class TestProbeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAfterTheFirstFailureAreNotTried()
    {
        const ProbeReport report = sampleReport(ProbeStep::Kind::PortAnswers, BuildFailure::Kind::HostUnreachable);
        const ProbeView view = probeView(armBox, &report, false);
        QCOMPARE(view.lines.size(), 8);
        QVERIFY(view.lines.at(0).state == State::Done);
        QVERIFY(view.lines.at(1).state == State::Error);
        QVERIFY(view.lines.at(2).state == State::Skipped);
        QCOMPARE(view.lines.at(2).detail, u"not tried"_s);
        QCOMPARE(view.word, u"no answer"_s);
        QCOMPARE(view.text, u"What failed and why. What to do."_s);
        QVERIFY(view.offer == ProbeView::Offer::Nothing);
    }

    void changedKeyShowsBothFingerprintsAndOffersToCompare()
    {
        const ProbeReport report = changedKeyReport();
        const ProbeView view = probeView(armBox, &report, false);
        QVERIFY(view.state == State::Error);
        QCOMPARE(view.word, u"host key changed"_s);
        QCOMPARE(view.title, u"arm-box shows a different host key than before"_s);
        QVERIFY(view.lines.at(2).detail.contains(u"known  SHA256:"_s));
        QVERIFY(view.lines.at(2).detail.contains(u"now  SHA256:"_s));
        QVERIFY(view.offer == ProbeView::Offer::CompareKeys);
    }

    void unknownKeyIsAQuestionAndNoError()
    {
        const ProbeReport report = unknownKeyReport();
        const ProbeView view = probeView(armBox, &report, false);
        QVERIFY(view.state == State::Warning);
        QVERIFY(view.offer == ProbeView::Offer::TrustKey);
    }

    void nixOffThePathIsOfferedToBeUsed()
    {
        ProbeReport report = sampleReport(ProbeStep::Kind::NixThere, BuildFailure::Kind::NixNotOnHost);
        report.remoteProgram = u"/nix/var/nix/profiles/default/bin/nix-daemon"_s;
        const ProbeView view = probeView(armBox, &report, false);
        QVERIFY(view.offer == ProbeView::Offer::UseRemoteProgram);
        QCOMPARE(view.remoteProgram, report.remoteProgram);
    }

    void allPassedIsReady()
    {
        const ProbeReport report = readyReport();
        const ProbeView view = probeView(armBox, &report, false);
        QVERIFY(view.state == State::Done);
        QCOMPARE(view.word, u"ready"_s);
    }

    void whatIsRememberedIsShownUntilTheNextProbe()
    {
        QCOMPARE(probeView(armBox, nullptr, false).word, u"not probed yet"_s);
        BuildHost host = armBox;
        host.probeState = u"key"_s;
        host.probeMessage = u"The key was refused."_s;
        const ProbeView view = probeView(host, nullptr, false);
        QCOMPARE(view.word, u"key refused"_s);
        QCOMPARE(view.text, u"The key was refused."_s);
        QVERIFY(view.lines.isEmpty());
        QVERIFY(probeView(host, nullptr, true).state == State::Running);
    }

    void addressesAreShownAsNixNamesThem()
    {
        QCOMPARE(addressText(armBox), u"ssh-ng://nix@10.0.4.20"_s);
        QCOMPARE(addressText({.address = u"fe80::1"_s, .port = 2222}), u"ssh-ng://[fe80::1]:2222"_s);
    }

    void pastedAddressesAreTakenApart_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("port");
        QTest::newRow("plain") << u" mac-mini.local "_s << u"me"_s << u"mac-mini.local"_s << 0;
        QTest::newRow("user") << u"builder@mac-mini.local"_s << u"builder"_s << u"mac-mini.local"_s << 0;
        QTest::newRow("url") << u"ssh-ng://nix@10.0.4.20:2222"_s << u"nix"_s << u"10.0.4.20"_s << 2222;
        QTest::newRow("port") << u"nix@box:22"_s << u"nix"_s << u"box"_s << 22;
    }

    void pastedAddressesAreTakenApart()
    {
        QFETCH(QString, typed);
        const BuildHost host = withAddress({.user = u"me"_s}, typed);
        QTEST(host.user, "user");
        QTEST(host.address, "address");
        QTEST(host.port, "port");
    }

    void systemsAreWordsThatNixKnows()
    {
        QCOMPARE(systemsOf(u"aarch64-darwin, x86_64-darwin aarch64-darwin"_s).value(),
                 QStringList({u"aarch64-darwin"_s, u"x86_64-darwin"_s}));
        QCOMPARE(systemsOf({}).value(), QStringList());
        const auto refused = systemsOf(u"aarch64-darwin Mac"_s);
        QVERIFY(!refused && refused.error().message.startsWith(u"Mac is no system"_s));
    }
};

QTEST_MAIN(TestProbeView)
#include "tst_probeview.moc"
