// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/outputtarget.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class OutputTargetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nameSaysThePlatform_data()
    {
        QTest::addColumn<QString>("triple");
        const auto row = [](const char *name, const QString &triple) { QTest::newRow(name) << triple; };
        // "SYSTEM NAME"
        row("x86_64-linux release", u"x86_64-unknown-linux-gnu"_s);
        row("aarch64-darwin release", u"aarch64-apple-darwin"_s);
        row("x86_64-darwin default", u"x86_64-apple-darwin"_s);
        row("i686-linux release", u"i686-unknown-linux-gnu"_s);
        row("armv7l-linux release", u"armv7-unknown-linux-gnueabihf"_s);
        row("riscv64-linux release", u"riscv64gc-unknown-linux-gnu"_s);
        row("x86_64-linux release-aarch64-darwin", u"aarch64-apple-darwin"_s);
        row("x86_64-linux release-aarch64-linux", u"aarch64-unknown-linux-gnu"_s);
        row("x86_64-linux release-x86_64-linux-musl", u"x86_64-unknown-linux-musl"_s);
        row("x86_64-linux release-windows", u"x86_64-pc-windows-msvc"_s);
        row("aarch64-darwin release-windows", u"x86_64-pc-windows-msvc"_s);
        row("x86_64-linux release-aarch64-windows", u"aarch64-pc-windows-msvc"_s);
        row("x86_64-linux releaseWindows", u"x86_64-pc-windows-msvc"_s);
        row("x86_64-linux release-win64", u"x86_64-pc-windows-msvc"_s);
        row("x86_64-linux demo-mingwW64", u"x86_64-pc-windows-gnu"_s);
        row("x86_64-linux demo-x86_64-w64-mingw32", u"x86_64-pc-windows-gnu"_s);
        row("x86_64-linux static", u"x86_64-unknown-linux-musl"_s);
        row("aarch64-linux demo-static", u"aarch64-unknown-linux-musl"_s);
        row("aarch64-linux demoStatic", u"aarch64-unknown-linux-musl"_s);
        row("x86_64-linux release-musl", u"x86_64-unknown-linux-musl"_s);
        row("x86_64-linux demo-musl64", u"x86_64-unknown-linux-musl"_s);
        row("x86_64-linux aarch64-multiplatform-musl", u"aarch64-unknown-linux-musl"_s);
        row("x86_64-linux demo-armv7l-hf-multiplatform", u"armv7-unknown-linux-gnueabihf"_s);
        row("x86_64-linux release-armv7-musl", u"armv7-unknown-linux-musleabihf"_s);
        row("x86_64-linux release-aarch64", u"aarch64-unknown-linux-gnu"_s);
        row("aarch64-darwin release-x86_64", u"x86_64-apple-darwin"_s);
        row("aarch64-darwin release-macos-intel", u"x86_64-apple-darwin"_s);
        row("aarch64-darwin release-universal", u"universal-apple-darwin"_s);
        row("x86_64-linux demo_linux_amd64", u"x86_64-unknown-linux-gnu"_s);
        row("x86_64-linux demo-armv7-unknown-linux-musleabihf", u"armv7-unknown-linux-musleabihf"_s);
        row("x86_64-linux x86_64-pc-windows-gnullvm", u"x86_64-pc-windows-gnullvm"_s);
        // Words that only look so.
        row("x86_64-linux darwinian", u"x86_64-unknown-linux-gnu"_s);
        row("x86_64-linux winner-armor", u"x86_64-unknown-linux-gnu"_s);
        // What cannot be told.
        row("x86_64-linux release-macos", QString());
        row("x86_64-linux linux-to-windows", QString());
        row("x86_64-linux demo-wasm", QString());
        row("x86_64-linux demo-android-aarch64", QString());
        row("lib release", QString());
    }
    void nameSaysThePlatform()
    {
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        QFETCH(QString, triple);
        QCOMPARE(tripleOfOutput(tag.section(u' ', 0, 0), tag.section(u' ', 1)), triple);
    }

    void derivationOfACrossBuildSaysItWhereTheNameDoesNot()
    {
        const QString musl = u"demo-static-x86_64-unknown-linux-musl-1.2.3"_s;
        QCOMPARE(tripleOfOutput(u"x86_64-linux"_s, u"release"_s, musl), u"x86_64-unknown-linux-musl"_s);
        QCOMPARE(tripleOfOutput(u"x86_64-linux"_s, u"release-windows"_s, musl), u"x86_64-pc-windows-msvc"_s);
        QCOMPARE(tripleOfOutput(u"x86_64-linux"_s, u"release"_s, u"demo-1.2.3"_s), u"x86_64-unknown-linux-gnu"_s);
    }
};

QTEST_APPLESS_MAIN(OutputTargetTest)
#include "tst_outputtarget.moc"
