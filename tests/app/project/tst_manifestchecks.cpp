// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/releasemanifest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

Result<ReleaseManifest> parse(const QByteArray &more)
{
    return parseManifest("schema = 1\n[project]\nname = \"n\"\nversion = { literal = \"1.2.3\" }\n" + more,
                         u"unmoor.toml"_s);
}

const QByteArray target = "[[target]]\nsystem = \"x86_64-linux\"\noutput = \"o\"\narchive = \"a-{triple}.tar\"\n";

} // namespace

class ManifestChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsChecksAcceptancesAndLimits()
    {
        const auto manifest =
            parse("[checks]\nnot-stripped = \"warning\"\nmtime-not-fixed = \"off\"\n"
                  "[[accept]]\ncode = \"setuid\"\npath = \"bin/*\"\ntarget = \"t\"\nreason = \"needs it\"\n"
                  "[limits]\nentries = 5\nunpacked-bytes = 6\nratio = 7\nmember-bytes = 8388608\ndepth = 9\n"
                  "path-bytes = 10\n");
        QVERIFY2(manifest.has_value(), manifest ? "" : qPrintable(manifest.error().message));
        QCOMPARE(manifest->checks.severities,
                 (QMap<QString, std::optional<Severity>>{{u"not-stripped"_s, Severity::Warning},
                                                         {u"mtime-not-fixed"_s, std::nullopt}}));
        QCOMPARE(manifest->checks.accepted,
                 (QList<Acceptance>{{.code = u"setuid"_s,
                                     .path = u"bin/*"_s,
                                     .triple = u"t"_s,
                                     .reason = u"needs it"_s,
                                     .source = u"unmoor.toml"_s}}));
        QCOMPARE(
            manifest->limits,
            (ScanLimits{
                .entries = 5, .unpackedBytes = 6, .ratio = 7, .memberBytes = 8388608, .depth = 9, .pathBytes = 10}));
    }

    void refusesWhatMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<QString>("word");
        QTest::newRow("code") << QByteArray("[checks]\nnot-striped = \"off\"\n") << u"did you mean \"not-stripped\""_s;
        QTest::newRow("level") << QByteArray("[checks]\nsetuid = \"fatal\"\n") << u"not \"fatal\""_s;
        QTest::newRow("firm") << QByteArray("[checks]\nstream-corrupt = \"off\"\n") << u"always an error"_s;
        QTest::newRow("accepted code") << QByteArray("[[accept]]\ncode = \"setiud\"\nreason = \"r\"\n")
                                       << u"did you mean \"setuid\""_s;
        QTest::newRow("accepted firm") << QByteArray("[[accept]]\ncode = \"member-crc\"\nreason = \"r\"\n")
                                       << u"always an error"_s;
        QTest::newRow("no reason") << QByteArray("[[accept]]\ncode = \"setuid\"\n") << u"reason"_s;
        QTest::newRow("limit") << QByteArray("[limits]\nentries = 0\n") << u"at least 1"_s;
        QTest::newRow("limit's name") << QByteArray("[limits]\nentrys = 5\n") << u"did you mean \"entries\""_s;
        QTest::newRow("macOS") << target + "triple = \"aarch64-apple-darwin\"\nmacos-floor = \"Big Sur\"\n"
                               << u"version of macOS"_s;
    }

    void refusesWhatMakesNoSense()
    {
        QFETCH(QByteArray, toml);
        QFETCH(QString, word);
        const auto manifest = parse(toml);
        QVERIFY(!manifest.has_value());
        QVERIFY2(manifest.error().message.contains(word), qPrintable(manifest.error().message));
        QVERIFY(manifest.error().message.startsWith("unmoor.toml:"_L1));
    }

    void rulesOfATargetSayWhatItIsMadeFor_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<PortabilityTarget>("expected");
        QTest::newRow("Linux") << QByteArray("triple = \"x86_64-unknown-linux-gnu\"\nglibc-floor = \"2.35\"\n")
                               << PortabilityTarget{.machine = u"x86-64"_s,
                                                    .triple = u"x86_64-unknown-linux-gnu"_s,
                                                    .glibcFloor = u"2.35"_s};
        QTest::newRow("musl") << QByteArray("triple = \"aarch64-unknown-linux-musl\"\n")
                              << PortabilityTarget{.machine = u"aarch64"_s,
                                                   .triple = u"aarch64-unknown-linux-musl"_s,
                                                   .isMusl = true};
        QTest::newRow("macOS") << QByteArray("triple = \"aarch64-apple-darwin\"\nmacos-floor = \"11.0\"\n")
                               << PortabilityTarget{.os = PortabilityTarget::Os::MacOs,
                                                    .machine = u"aarch64"_s,
                                                    .triple = u"aarch64-apple-darwin"_s,
                                                    .macOsFloor = u"11.0"_s};
        QTest::newRow("Windows") << QByteArray("triple = \"i686-pc-windows-msvc\"\n")
                                 << PortabilityTarget{.os = PortabilityTarget::Os::Windows,
                                                      .machine = u"x86"_s,
                                                      .triple = u"i686-pc-windows-msvc"_s};
    }

    void rulesOfATargetSayWhatItIsMadeFor()
    {
        QFETCH(QByteArray, more);
        QFETCH(PortabilityTarget, expected);
        const auto manifest = parse(target + more);
        QVERIFY2(manifest.has_value(), manifest ? "" : qPrintable(manifest.error().message));
        const InspectionRules rules = inspectionRules(*manifest, &manifest->targets.first(), {});
        QVERIFY(rules.target.has_value());
        QVERIFY(*rules.target == expected);
    }
};

QTEST_GUILESS_MAIN(ManifestChecksTest)
#include "tst_manifestchecks.moc"
