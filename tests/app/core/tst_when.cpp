// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/when.h"

#include <QLocale>
#include <QTest>

using namespace unmoor;
using namespace Qt::StringLiterals;

class TestWhen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void momentsReadAsPeopleSayThem_data()
    {
        QTest::addColumn<QDateTime>("moment");
        QTest::addColumn<QString>("text");
        const auto at = [](int y, int m, int d) { return QDateTime(QDate(y, m, d), QTime(9, 5)); };
        QTest::newRow("today") << at(2026, 6, 10) << u"today 9:05"_s;
        QTest::newRow("yesterday") << at(2026, 6, 9) << u"yesterday 9:05"_s;
        QTest::newRow("this week") << at(2026, 6, 7) << u"3 days ago"_s;
        QTest::newRow("this year") << at(2026, 5, 19) << u"19 May"_s;
        QTest::newRow("earlier") << at(2024, 5, 19) << u"19 May 2024"_s;
        QTest::newRow("never") << QDateTime() << QString();
    }

    void momentsReadAsPeopleSayThem()
    {
        QFETCH(QDateTime, moment);
        QLocale::setDefault(QLocale::c());
        QTEST(whenText(moment, QDateTime(QDate(2026, 6, 10), QTime(14, 0))), "text");
    }

    void estimatesAreCoarse()
    {
        QCOMPARE(aboutText(0.2), u"about 1 s"_s);
        QCOMPARE(aboutText(40), u"about 40 s"_s);
        QCOMPARE(aboutText(235), u"about 4 min"_s);
        QCOMPARE(aboutText(3599), u"about 1 h 0 min"_s);
        QCOMPARE(aboutText(4800), u"about 1 h 20 min"_s);
    }
};

QTEST_GUILESS_MAIN(TestWhen)
#include "tst_when.moc"
