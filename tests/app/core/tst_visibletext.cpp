// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/visibletext.h"

#include <QTest>

using namespace unmoor;
using namespace Qt::StringLiterals;

class TestVisibleText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsOfANameAreVisibleAndNotInterpreted()
    {
        QCOMPARE(withVisibleSigns(u"a\x1b[31m\n\u202eb.md"_s), u"a\u241b[31m\u240a<202E>b.md"_s);
        QCOMPARE(withVisibleSigns(u"日本 name"_s), u"日本 name"_s);
    }

    void terminalKeepsLinesAndTabsAlone()
    {
        QCOMPARE(forTerminal(u"one\n\ttwo\n"_s), u"one\n\ttwo\n"_s);
        QCOMPARE(forTerminal(u"a\x1b]0;title\x07\rb\u009b2J"_s), u"a\u241b]0;title\u2407\u240db<009B>2J"_s);
    }
};

QTEST_GUILESS_MAIN(TestVisibleText)
#include "tst_visibletext.moc"
