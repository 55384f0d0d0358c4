// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/yamltree.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class YamlTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesKnowWhereTheyStand()
    {
        const auto document = readYaml("name: x\n"
                                       "jobs:\n"
                                       "  build: &b\n"
                                       "    run: |\n"
                                       "      one\n"
                                       "      two\n"
                                       "  again: *b\n");
        QVERIFY(document);
        QCOMPARE((*document)->textAt(u"name"), u"x"_s);
        const YamlValue *jobs = (*document)->find(u"jobs");
        QCOMPARE(jobs->entry(u"build")->line, 3);
        const YamlValue *run = jobs->find(u"build")->find(u"run");
        QCOMPARE(run->text, u"one\ntwo\n"_s);
        QCOMPARE(run->line, 4);
        QVERIFY(run->isLiteral);
        QCOMPARE(jobs->find(u"again"), jobs->find(u"build"));
    }

    void onIsNoBoolean()
    {
        const auto document = readYaml("on: [push]\nyes: ~\nquoted: '~'\n");
        QVERIFY((*document)->find(u"on")->isSequence());
        QVERIFY((*document)->find(u"yes")->isNull());
        QVERIFY(!(*document)->find(u"quoted")->isNull());
        QVERIFY((*readYaml({}))->isNull());
    }

    void hostileTextsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 30; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1);
            bomb += 'a' + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " ["
                + QByteArrayList(10, before).join(", ") + "]\n";
        }
        QByteArray ladder = "a0: &a0 [x]\n";
        for (int i = 1; i < 200; ++i)
            ladder += 'a' + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [*a" + QByteArray::number(i - 1)
                + "]\n";
        QTest::newRow("aliases that multiply") << bomb << u"100000"_s;
        QTest::newRow("aliases that nest") << ladder << u"nested"_s;
        QTest::newRow("brackets") << QByteArray(100'000, '[') << u"nested"_s;
        QTest::newRow("indents") << [] {
            QByteArray text;
            for (int i = 0; i < 500; ++i)
                text += QByteArray(i, ' ') + "a:\n";
            return text;
        }() << u"nested"_s;
        QTest::newRow("itself") << QByteArray("a: &a [*a]\n") << u"*a"_s;
        QTest::newRow("size") << QByteArray("a: ") + QByteArray(2 << 20, 'x') << u"KiB"_s;
        QTest::newRow("a key twice") << QByteArray("a: 1\nb: 2\na: 3\n") << u"twice"_s;
        QTest::newRow("a list as key") << QByteArray("? [a]\n: b\n") << u"no text"_s;
        QTest::newRow("an alias as key") << QByteArray("a: &x y\n*x : b\n") << u"no text"_s;
        QTest::newRow("two documents") << QByteArray("a: 1\n---\nb: 2\n") << u"second"_s;
        QTest::newRow("a tab") << QByteArray("a:\n\t- b\n") << u"token"_s;
        QTest::newRow("an open quote") << QByteArray("a: \"b\nc: d\n") << u"quoted"_s;
        QTest::newRow("no text at all") << QByteArray("a: \x80\xff\n") << u"UTF-8"_s;
        QTest::newRow("a control character") << QByteArray("a: \x01\n") << u"control"_s;
    }

    void hostileTextsAreRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        const auto document = readYaml(text);
        QVERIFY(!document);
        QVERIFY2(document.error().message.contains(why), qPrintable(document.error().message));
        QVERIFY(document.error().line > 0 || why == u"KiB"_s);
    }

    void theKeyThatIsTwiceIsNamedWithItsPlace()
    {
        const auto document = readYaml("a: 1\nb:\n  c: 1\n  c: 2\n");
        QCOMPARE(document.error().line, 4);
        QCOMPARE(document.error().column, 3);
        QVERIFY(document.error().message.contains(u"\"c\""_s));
    }
};

QTEST_APPLESS_MAIN(YamlTreeTest)
#include "tst_yamltree.moc"
