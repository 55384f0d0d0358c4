// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/linediff.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

/// "1 a|2-b|2+B" of a difference.
QString drawn(const QList<DiffLine> &diff)
{
    QStringList lines;
    for (const DiffLine &line : diff) {
        const QChar mark = line.kind == DiffLine::Kind::Same ? u' ' : line.kind == DiffLine::Kind::Added ? u'+' : u'-';
        lines += QString::number(line.line) + mark + line.text;
    }
    return lines.join(u'|');
}

} // namespace

class LineDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void difference_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("diff");
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after, const QString &diff) {
            QTest::newRow(name) << before << after << diff;
        };
        row("same", "a\nb\n", "a\nb\n", {});
        row("one line in the middle", "a\nb\nc\n", "a\nB\nc\n", u"1 a|2-b|2+B|3 c"_s);
        row("first line", "a\nb\n", "A\nb\n", u"1-a|1+A|2 b"_s);
        row("last line without an end", "a\nb", "a\nc", u"1 a|2-b|2+c"_s);
        row("only an end", "a\nb", "a\nb\n", {});
        row("Windows lines", "a\r\nb\r\n", "a\r\nc\r\n", u"1 a|2-b|2+c"_s);
        row("new file", "", "a\nb\n", u"1+a|2+b"_s);
        row("removed lines", "a\nb\nc\nd\n", "a\nd\n", u"1 a|2-b|3-c|2 d"_s);
        row("two places far apart", "a\nb\nc\nd\ne\nf\ng\n", "A\nb\nc\nd\ne\nf\nG\n", u"1-a|1+A|2 b|6 f|7-g|7+G"_s);
        row("what is removed stands first", "x\na\nb\ny\n", "x\nc\nd\ny\n", u"1 x|2-a|3-b|2+c|3+d|4 y"_s);
        row("moved numbers", "a\nc\nd\n", "a\nb\nc\nD\n", u"1 a|2+b|3 c|3-d|4+D"_s);
    }
    void difference()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QTEST(drawn(lineDiff(before, after)), "diff");
    }

    void keptLinesAreTheLongestRunInOrder_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QList<qsizetype>>("places");
        const auto row = [](const char *name, const QString &before, const QString &after,
                            const QList<qsizetype> &places) { QTest::newRow(name) << before << after << places; };
        row("same", u"a b"_s, u"a b"_s, {0, 1});
        row("one gone", u"a b c"_s, u"a c"_s, {0, -1, 1});
        row("one more", u"a c"_s, u"a b c"_s, {0, 2});
        row("swapped", u"a b c d"_s, u"c d a b c"_s, {2, 3, 4, -1});
        row("one line many times", u"a a b a"_s, u"a b a"_s, {0, -1, 1, 2});
        row("nothing in common", u"a b"_s, u"c"_s, {-1, -1});
    }
    void keptLinesAreTheLongestRunInOrder()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(keptLines(before.split(u' '), after.split(u' ')), "places");
    }

    void beyondTheBoundOnlyBothEndsAreKept()
    {
        // Every line but the first and the last has moved by one: a table would keep nearly all of them.
        QStringList before{u"first"_s};
        QStringList after{u"first"_s, u"new"_s};
        for (int i = 0; i < 2100; ++i) {
            before += QString::number(i);
            after += QString::number(i);
        }
        before += {u"old"_s, u"last"_s};
        after += {u"last"_s};
        const QList<qsizetype> places = keptLines(before, after);
        QCOMPARE(places.first(), 0);
        QCOMPARE(places.last(), after.size() - 1);
        QCOMPARE(places.count(-1), before.size() - 2);
        QCOMPARE(keptLines(before.sliced(200), after.sliced(200)).count(-1), 1);
    }

    void enormousDifferenceIsOneBlock()
    {
        QByteArray before;
        QByteArray after;
        for (int i = 0; i < 3000; ++i) {
            before += QByteArray::number(i) + '\n';
            after += QByteArray::number(-i - 1) + '\n';
        }
        const auto diff = lineDiff(before, after);
        QCOMPARE(diff.size(), 6000);
        QCOMPARE(diff.at(2999).kind, DiffLine::Kind::Removed);
        QCOMPARE(diff.at(3000).kind, DiffLine::Kind::Added);
    }
};

QTEST_GUILESS_MAIN(LineDiffTest)
#include "tst_linediff.moc"
