// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/semver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class SemVerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesBack_data()
    {
        QTest::addColumn<bool>("preRelease");
        for (const char *text :
             {"0.0.0", "1.0.5", "10.20.30", "1.0.0+20130313144700", "1.0.0+001.a-b", "18446744073709551615.0.0"})
            QTest::newRow(text) << false;
        for (const char *text : {"1.2.3-rc.1", "1.2.3-rc.1+5", "1.0.0-alpha", "1.0.0-0.3.7", "1.0.0-x-y-z.--",
                                 "1.0.0-0A.is.legal", "1.0.0--1", "1.0.0-99999999999999999999999"})
            QTest::newRow(text) << true;
    }
    void readsAndWritesBack()
    {
        const QString text = QString::fromUtf8(QTest::currentDataTag());
        const auto version = SemVer::parse(text);
        QVERIFY(version.has_value());
        QCOMPARE(version->toString(), text);
        QTEST(version->isPreRelease(), "preRelease");
    }

    void takesThePartsApart()
    {
        const auto version = SemVer::parse(u"1.2.3-rc.1+5.x");
        QVERIFY(version.has_value());
        QCOMPARE(version->major, 1u);
        QCOMPARE(version->minor, 2u);
        QCOMPARE(version->patch, 3u);
        QCOMPARE(version->preRelease, (QStringList{u"rc"_s, u"1"_s}));
        QCOMPARE(version->build, u"5.x"_s);
    }

    void refusesWhatIsNotSemVer_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"",           "1",      "1.2",       "1.2.3.4",  "v1.2.3",     "01.2.3",
              "1.02.3",     "1.2.03", "1.2.3-",    "1.2.3-01", "1.2.3-a..b", "1.2.3+",
              "1.2.3+a..b", "1.2.3 ", " 1.2.3",    "1.2.3\n",  "1.2.-3",     "18446744073709551616.0.0",
              "1.2.3-rc_1", "١.٢.٣",  "unreleased"})
            QTest::addRow("\"%s\"", text) << QString::fromUtf8(text);
    }
    void refusesWhatIsNotSemVer()
    {
        QFETCH(QString, text);
        QVERIFY(!SemVer::parse(text).has_value());
    }

    void ordersAsSemVerOrgDoes()
    {
        const QStringList ascending{u"0.9.9"_s,
                                    u"1.0.0-alpha"_s,
                                    u"1.0.0-alpha.1"_s,
                                    u"1.0.0-alpha.beta"_s,
                                    u"1.0.0-beta"_s,
                                    u"1.0.0-beta.2"_s,
                                    u"1.0.0-beta.11"_s,
                                    u"1.0.0-rc.1"_s,
                                    u"1.0.0"_s,
                                    u"1.0.4"_s,
                                    u"1.0.10"_s,
                                    u"1.1.0-0"_s,
                                    u"1.1.0-99999999999999999998"_s,
                                    u"1.1.0-99999999999999999999"_s,
                                    u"1.1.0"_s,
                                    u"2.0.0"_s};
        for (qsizetype i = 0; i < ascending.size(); ++i)
            for (qsizetype j = 0; j < ascending.size(); ++j)
                QCOMPARE(*SemVer::parse(ascending[i]) < *SemVer::parse(ascending[j]), i < j);
    }

    void buildIsNotPartOfTheOrder() { QCOMPARE(*SemVer::parse(u"1.0.0+1"), *SemVer::parse(u"1.0.0+2")); }
};

QTEST_GUILESS_MAIN(SemVerTest)
#include "tst_semver.moc"
