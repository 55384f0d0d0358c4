// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/nametarget.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class NameTargetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nameTellsTheTarget_data()
    {
        QTest::addColumn<QString>("target");
        const auto row = [](const char *name, const QString &target) { QTest::newRow(name) << target; };
        row("main-x86_64-unknown-linux-gnu.tar.xz", u"x86_64-unknown-linux-gnu"_s);
        row("demo-v1.2.3-aarch64-unknown-linux-musl.tar.gz", u"aarch64-unknown-linux-musl"_s);
        row("demo-armv7-unknown-linux-gnueabihf", u"armv7-unknown-linux-gnueabihf"_s);
        row("demo-x86_64-pc-windows-msvc.zip", u"x86_64-pc-windows-msvc"_s);
        row("demo-x86_64-pc-windows-gnu.exe", u"x86_64-pc-windows-gnu"_s);
        row("demo-aarch64-apple-darwin.tar.gz", u"aarch64-apple-darwin"_s);
        row("demo-universal-apple-darwin.tar.gz", u"universal-apple-darwin"_s);
        row("demo-1.2.3-darwin-x86_64.gz", u"x86_64-apple-darwin"_s);
        row("demo_1.2.3_linux_amd64.tar.gz", u"x86_64-unknown-linux"_s);
        row("demo_Linux_x86_64.tar.gz", u"x86_64-unknown-linux"_s);
        row("demo_Darwin_arm64.tar.gz", u"aarch64-apple-darwin"_s);
        row("demo_windows_386.zip", u"i686-pc-windows"_s);
        row("demo-linux-x86-64", u"x86_64-unknown-linux"_s);
        row("demo-linux-aarch_64.tar.gz", u"aarch64-unknown-linux"_s);
        row("demo-linuxarm64.tar.gz", u"aarch64-unknown-linux"_s);
        row("demo-winx64.zip", u"x86_64-pc-windows"_s);
        row("demo-osx64.zip", u"x86_64-apple-darwin"_s);
        row("demo-macos-apple-silicon.tar.gz", u"aarch64-apple-darwin"_s);
        row("demo_Darwin_all.tar.gz", u"universal-apple-darwin"_s);
        row("demo-linux64.tar.xz", u"x86_64-unknown-linux"_s);
        row("demo-win64.zip", u"x86_64-pc-windows"_s);
        row("demo-win32-x64.zip", u"x86_64-pc-windows"_s);
        row("demo-macos14-arm64.zip", u"aarch64-apple-darwin"_s);
        row("demo-macos-x64-arm64.zip", u"universal-apple-darwin"_s);
        row("demo_1.2.3-1_amd64.deb", u"x86_64-unknown-linux"_s);
        row("demo-1.2.3-1.fc40.aarch64.rpm", u"aarch64-unknown-linux"_s);
        row("Demo-1.2.3-x86_64.AppImage", u"x86_64-unknown-linux"_s);
        row("demo-1.2-cp312-cp312-manylinux_2_17_x86_64.whl", u"x86_64-unknown-linux-gnu"_s);
        row("demo-1.2-cp312-cp312-musllinux_1_2_aarch64.whl", u"aarch64-unknown-linux-musl"_s);
        row("demo-1.2-cp312-cp312-macosx_11_0_arm64.whl", u"aarch64-apple-darwin"_s);
        row("demo-1.2-cp312-cp312-win_amd64.whl", u"x86_64-pc-windows"_s);
        row("demo-freebsd-amd64.tar.gz", u"x86_64-unknown-freebsd"_s);
        row("demo-aarch64-linux-android.tar.gz", u"aarch64-unknown-android"_s);
        // A system without a processor is what can be judged.
        row("demo.exe", u"windows"_s);
        row("demo-linux.tar.gz", u"linux"_s);
        row("demo_1.2.3_all.deb", u"linux"_s);
        row("demo-macos.zip", u"darwin"_s);
        row("demo-linux-x64-arm64.tar.gz", u"linux"_s); // which of the two is not told
        // And these tell none.
        row("demo-1.2.3.tar.gz", QString());
        row("demo-x86_64.tar.gz", QString());
        row("darwinian-1.0.zip", QString());
        row("winner-1.0.zip", QString());
        row("demo-linux-to-windows.zip", QString());
        row("demo-1.2.3-py3-none-any.whl", QString());
        row("demo.jar", QString());
        row("", QString());
    }

    void nameTellsTheTarget()
    {
        QFETCH(QString, target);
        const auto told = targetInName(QString::fromLatin1(QTest::currentDataTag()));
        const auto text = [](const TargetTriple &triple) {
            return triple.arch.isEmpty() ? triple.system : triple.toString();
        };
        QCOMPARE(told ? text(*told) : QString(), target);
    }

    void whatIsNotToldIsNotAskedFor()
    {
        const auto linux = portabilityTarget(*targetInName(u"demo-linux.tar.gz"_s));
        QCOMPARE(linux->os, PortabilityTarget::Os::Linux);
        QVERIFY(linux->machine.isEmpty());
        QVERIFY(!linux->isMusl);
        QVERIFY(!portabilityTarget(*targetInName(u"demo-freebsd-amd64.tar.gz"_s)));
        QVERIFY(portabilityTarget(*targetInName(u"demo-x86_64-unknown-linux-musl"_s))->isMusl);
    }
};

QTEST_APPLESS_MAIN(NameTargetTest)
#include "tst_nametarget.moc"
