// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/targettriple.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;
using Os = TargetTriple::Os;

class TargetTripleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesBack_data()
    {
        QTest::addColumn<Os>("os");
        QTest::addColumn<QString>("people");
        QTest::newRow("x86_64-unknown-linux-gnu") << Os::Linux << u"Linux x86-64"_s;
        QTest::newRow("x86_64-unknown-linux-musl") << Os::Linux << u"Linux x86-64 (musl)"_s;
        QTest::newRow("aarch64-unknown-linux-gnu") << Os::Linux << u"Linux ARM64"_s;
        QTest::newRow("armv7-unknown-linux-gnueabihf") << Os::Linux << u"Linux ARMv7"_s;
        QTest::newRow("aarch64-apple-darwin") << Os::MacOs << u"macOS Apple silicon"_s;
        QTest::newRow("x86_64-apple-darwin") << Os::MacOs << u"macOS Intel"_s;
        QTest::newRow("x86_64-pc-windows-msvc") << Os::Windows << u"Windows x86-64"_s;
        QTest::newRow("x86_64-pc-windows-gnu") << Os::Windows << u"Windows x86-64 (MinGW)"_s;
        QTest::newRow("wasm32-unknown-unknown") << Os::Other << u"wasm32-unknown-unknown"_s;
        QTest::newRow("thumbv8m.main-none-eabi") << Os::Other << u"thumbv8m.main-none-eabi"_s;
    }
    void readsAndWritesBack()
    {
        const QString text = QString::fromUtf8(QTest::currentDataTag());
        const auto triple = TargetTriple::parse(text);
        QVERIFY(triple.has_value());
        QCOMPARE(triple->toString(), text);
        QTEST(triple->os(), "os");
        QTEST(triple->peopleName(), "people");
    }

    void takesThePartsApart()
    {
        const TargetTriple expected{u"x86_64"_s, u"pc"_s, u"windows"_s, u"msvc"_s};
        QCOMPARE(TargetTriple::parse(u"x86_64-pc-windows-msvc").value(), expected);
        QVERIFY(TargetTriple::parse(u"aarch64-apple-darwin")->abi.isEmpty());
    }

    void refusesWhatIsNoTriple_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "linux", "x86_64-linux", "a-b-c-d-e", "x86_64--linux-gnu", "x86_64-unknown-linux-",
                                 "-unknown-linux", "x86_64-unknown-linux gnu", "x86_64-unknown-linux/gnu",
                                 "x86_64-unknown-linux-gnu\n", "x86_64-unknown-línux"})
            QTest::addRow("\"%s\"", text) << QString::fromUtf8(text);
    }
    void refusesWhatIsNoTriple()
    {
        QFETCH(QString, text);
        QVERIFY(!TargetTriple::parse(text).has_value());
    }
};

QTEST_GUILESS_MAIN(TargetTripleTest)
#include "tst_targettriple.moc"
