// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/format.h"
#include "app/core/hash.h"

#include <QLocale>
#include <QScopeGuard>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class FormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << u"0 B"_s;
        QTest::newRow("below a unit") << qint64(1023) << u"1023 B"_s;
        QTest::newRow("unit") << qint64(1024) << u"1.0 KiB"_s;
        QTest::newRow("archive") << qint64(64'172'851) << u"61.2 MiB"_s;
        QTest::newRow("rounds up into the next unit") << qint64(1024 * 1024 - 1) << u"1.0 MiB"_s;
        QTest::newRow("large") << (qint64(3) << 40) << u"3.0 TiB"_s;
    }
    void bytes()
    {
        QFETCH(qint64, bytes);
        QTEST(formatBytes(bytes), "text");
    }

    void seconds_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("short") << 0.31 << u"0.3 s"_s;
        QTest::newRow("whole") << 41.7 << u"42 s"_s;
        QTest::newRow("minutes") << 252.0 << u"4 m 12 s"_s;
        QTest::newRow("padded") << 245.0 << u"4 m 05 s"_s;
        QTest::newRow("hours") << 4920.0 << u"1 h 22 m"_s;
    }
    void seconds()
    {
        QFETCH(double, seconds);
        QTEST(formatSeconds(seconds), "text");
    }

    void numbersAreTheLocales()
    {
        const QLocale before;
        const auto restored = qScopeGuard([before] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(formatBytes(64'172'851), u"61,2 MiB"_s);
        QCOMPARE(formatSeconds(0.31), u"0,3 s"_s);
    }

    void nearestWordForgivesTyposOnly()
    {
        const QStringList known{u"changelog"_s, u"repository"_s, u"tag"_s};
        QCOMPARE(nearestWord(u"changelgo"_s, known), u"changelog"_s);
        QCOMPARE(nearestWord(u"tga"_s, known), u"tag"_s);
        QCOMPARE(nearestWord(u"completely-other"_s, known), QString());
    }

    void hashesAFile()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("abc");
        file.close();
        QCOMPARE(sha256OfFile(file.fileName()).value(),
                 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QCOMPARE(sha256OfFile(u"/no/such/file"_s).error().kind, Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(FormatTest)
#include "tst_format.moc"
