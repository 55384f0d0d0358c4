// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/byteview.h"

#include <QTest>
#include <limits>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr quint64 Huge = std::numeric_limits<quint64>::max();

} // namespace

class ByteViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeFileHasNoGap()
    {
        const ByteView view("abcdef");
        QCOMPARE(view.size(), 6);
        QVERIFY(!view.hasGap());
        QCOMPARE(*view.bytes(2, 3), QByteArrayView("cde"));
    }

    void bytesBehindTheEndAreNotThere()
    {
        const ByteView view("abcdef");
        QVERIFY(view.bytes(6, 0));
        QVERIFY(!view.bytes(6, 1));
        QVERIFY(!view.bytes(0, 7));
        QVERIFY(!view.bytes(Huge, 1));
        QVERIFY(!view.bytes(1, Huge));
        QVERIFY(!view.bytes(Huge, Huge));
    }

    void lastBytesAreReadBehindTheGap()
    {
        const ByteView view("abc", "xyz", 100);
        QVERIFY(view.hasGap());
        QCOMPARE(*view.bytes(0, 3), QByteArrayView("abc"));
        QCOMPARE(*view.bytes(97, 3), QByteArrayView("xyz"));
        QVERIFY(!view.bytes(97, 4));
    }

    void bytesInTheGapAreInTheFileButNotThere()
    {
        const ByteView view("abc", "xyz", 100);
        QVERIFY(view.contains(50, 10));
        QVERIFY(!view.bytes(50, 10));
        QVERIFY(!view.bytes(2, 2));
        QVERIFY(!view.bytes(96, 2));
    }

    void numberHasTheByteOrderOfTheFile()
    {
        const ByteView view(QByteArrayView("\x01\x02\x03\x04", 4));
        QCOMPARE(*view.number<quint32>(0, true), 0x01020304u);
        QCOMPARE(*view.number<quint32>(0, false), 0x04030201u);
        QVERIFY(!view.number<quint32>(1, true));
        QVERIFY(!view.number<quint64>(0, true));
    }

    void textEndsAtItsNul()
    {
        const ByteView view(QByteArrayView("one\0two\0three", 13));
        QCOMPARE(*view.text(0), QByteArrayView("one"));
        QCOMPARE(*view.text(4), QByteArrayView("two"));
        QCOMPARE(*view.text(3), QByteArrayView(""));
        QVERIFY(!view.text(8)); // no NUL up to the end of the file
        QVERIFY(!view.text(13));
        QVERIFY(!view.text(Huge));
    }

    void textLongerThanTheLimitIsNone()
    {
        const ByteView view(QByteArrayView("12345\0", 6));
        QVERIFY(!view.text(0, 5));
        QCOMPARE(*view.text(0, 6), QByteArrayView("12345"));
    }

    void textDoesNotRunIntoTheGap()
    {
        const ByteView view("abc", QByteArrayView("x\0z", 3), 100);
        QVERIFY(!view.text(1));
        QVERIFY(!view.text(50));
        QCOMPARE(*view.text(97), QByteArrayView("x"));
    }

    void partCountsFromItsOwnStart()
    {
        const ByteView part = ByteView("abcdef").part(2, 3);
        QCOMPARE(part.size(), 3);
        QCOMPARE(*part.bytes(0, 3), QByteArrayView("cde"));
        QVERIFY(!part.bytes(0, 4));
    }

    void partIsCutToTheFile()
    {
        QCOMPARE(ByteView("abcdef").part(4, Huge).size(), 2);
        QCOMPARE(ByteView("abcdef").part(6, 1).size(), 0);
        QCOMPARE(ByteView("abcdef").part(Huge, Huge).size(), 0);
    }

    void partAcrossTheGapKeepsBothEnds()
    {
        const ByteView part = ByteView("abc", "xyz", 100).part(1, 98);
        QCOMPARE(part.size(), 98);
        QVERIFY(part.hasGap());
        QCOMPARE(*part.bytes(0, 2), QByteArrayView("bc"));
        QCOMPARE(*part.bytes(96, 2), QByteArrayView("xy"));
        QVERIFY(!part.bytes(2, 1));
        QVERIFY(!part.bytes(95, 1));
    }

    void partWithinTheGapHasNoBytes()
    {
        const ByteView part = ByteView("abc", "xyz", 100).part(10, 20);
        QCOMPARE(part.size(), 20);
        QVERIFY(part.hasGap());
        QVERIFY(!part.bytes(0, 1));
        QVERIFY(!part.bytes(19, 1));
    }

    void partBehindTheGapIsWhole()
    {
        const ByteView part = ByteView("abc", "xyz", 100).part(98, 2);
        QVERIFY(!part.hasGap());
        QCOMPARE(*part.bytes(0, 2), QByteArrayView("yz"));
    }
};

QTEST_APPLESS_MAIN(ByteViewTest)
#include "tst_byteview.moc"
