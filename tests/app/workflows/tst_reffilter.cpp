// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/reffilter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class RefFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The examples of GitHub's cheat sheet, and what release workflows have.
    void patternsAreGitHubs_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("fitting");
        QTest::addColumn<QStringList>("others");
        QTest::newRow("star") << u"v1.*"_s << QStringList{u"v1.0"_s, u"v1."_s} << QStringList{u"v2.0"_s, u"v1.0/x"_s};
        QTest::newRow("two stars") << u"releases/**"_s << QStringList{u"releases/10"_s, u"releases/a/b"_s}
                                   << QStringList{u"release/1"_s};
        QTest::newRow("optional") << u"v2?"_s << QStringList{u"v"_s, u"v2"_s} << QStringList{u"v22"_s};
        QTest::newRow("repeated") << u"v[12].[0-9]+.[0-9]+"_s << QStringList{u"v1.10.1"_s, u"v2.0.0"_s}
                                  << QStringList{u"v3.0.0"_s, u"v1.0.0-rc.1"_s, u"xv1.0.0"_s};
        QTest::newRow("the reference's") << u"**[0-9]+.[0-9]+.[0-9]+*"_s
                                         << QStringList{u"v1.0.5"_s, u"1.0.5"_s, u"a/v1.0.5-rc.1"_s}
                                         << QStringList{u"v1"_s, u"latest"_s};
        QTest::newRow("a period is itself") << u"v1.0"_s << QStringList{u"v1.0"_s} << QStringList{u"v1x0"_s};
    }

    void patternsAreGitHubs()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, fitting);
        QFETCH(QStringList, others);
        for (const QString &name : fitting)
            QVERIFY2(matchesRefPattern(name, pattern), qPrintable(name));
        for (const QString &name : others)
            QVERIFY2(!matchesRefPattern(name, pattern), qPrintable(name));
    }

    void theLastPatternThatFitsCounts()
    {
        const QStringList filter{u"v*"_s, u"!v*-*"_s, u"v1.0.0-rc.1"_s};
        QVERIFY(matchesRefFilter(u"v1.0.0"_s, filter));
        QVERIFY(!matchesRefFilter(u"v1.0.0-beta"_s, filter));
        QVERIFY(matchesRefFilter(u"v1.0.0-rc.1"_s, filter));
    }

    void aPatternThatTakesLongIsNone()
    {
        QVERIFY(!matchesRefPattern(QString(200, u'a'), u"*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b"_s));
        QVERIFY(!matchesRefPattern(u"a"_s, u"+"_s));
        QVERIFY(!matchesRefPattern(u"a"_s, u"[z-a]"_s));
    }
};

QTEST_APPLESS_MAIN(RefFilterTest)
#include "tst_reffilter.moc"
