// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/ansitext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class TestAnsiText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTextWithoutEscapes_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"Compiling common v1.0.5"_s << u"Compiling common v1.0.5"_s;
        QTest::newRow("colors") << u"\x1b[1;31mred\x1b[0m end"_s << u"red end"_s;
        QTest::newRow("256 colors") << u"\x1b[38;5;208morange\x1b[m"_s << u"orange"_s;
        QTest::newRow("link ended by BEL") << u"\x1b]8;;http://example.invalid/\x07link\x1b]8;;\x07."_s << u"link."_s;
        QTest::newRow("link ended by ST") << u"\x1b]8;id=1;http://x/\x1b\\link\x1b]8;;\x1b\\."_s << u"link."_s;
        QTest::newRow("window title") << u"\x1b]0;title\x07text"_s << u"text"_s;
        QTest::newRow("cursor and erase") << u"\x1b[2K\x1b[1Atext\x1b[?25l"_s << u"text"_s;
        QTest::newRow("character set") << u"\x1b(Btext"_s << u"text"_s;
        QTest::newRow("device control") << u"a\x1bPq#0\x1b\\b"_s << u"ab"_s;
        QTest::newRow("carriage return") << u"10 %\r 50 %\r100 %"_s << u"100 %"_s;
        QTest::newRow("carriage return at the end") << u"text\r"_s << u"text"_s;
        QTest::newRow("carriage return, then only a color") << u"text\r\x1b[0m"_s << u"text"_s;
        QTest::newRow("carriage return, then erased") << u"text\r\x1b[K"_s << u""_s;
        QTest::newRow("tab") << u"ab\tc\td"_s << u"ab      c       d"_s;
        QTest::newRow("control characters") << u"a\u0000b\x07 c\b\x7f"_s << u"a\u2400b\u2407 c\u2408\u2421"_s;
        QTest::newRow("turned direction") << u"a\u202eb"_s << u"a<202E>b"_s;
        QTest::newRow("cut in an escape") << u"text\x1b["_s << u"text"_s;
        QTest::newRow("only an escape") << u"text\x1b"_s << u"text"_s;
        QTest::newRow("escape without an end") << u"\x1b[31\x01text"_s << u"\u2401text"_s;
        QTest::newRow("wide and joined") << u"日本 🚢 عربي 👨‍💻"_s
                                         << u"日本 🚢 عربي 👨‍💻"_s;
    }

    void showsTextWithoutEscapes()
    {
        QFETCH(QString, line);
        QFETCH(QString, text);
        QCOMPARE(parseAnsi(line).text, text);
        QCOMPARE(plainLine(line), text);
    }

    void readsAttributesAsSpans_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QList<AnsiSpan>>("spans");
        const AnsiColor red{1};
        QTest::newRow("none") << u"text"_s << QList<AnsiSpan>{};
        QTest::newRow("red and bold") << u"a \x1b[1;31mred\x1b[0m b"_s
                                      << QList<AnsiSpan>{{2, 3, {.foreground = red, .bold = true}}};
        QTest::newRow("bright") << u"\x1b[91mx"_s << QList<AnsiSpan>{{0, 1, {.foreground = AnsiColor{9}}}};
        QTest::newRow("background") << u"\x1b[44;103mx"_s << QList<AnsiSpan>{{0, 1, {.background = AnsiColor{11}}}};
        QTest::newRow("low of 256") << u"\x1b[38;5;1mx"_s << QList<AnsiSpan>{{0, 1, {.foreground = red}}};
        QTest::newRow("cube") << u"\x1b[38;5;208mx"_s
                              << QList<AnsiSpan>{{0, 1, {.foreground = AnsiColor{-1, 0xff8700}}}};
        QTest::newRow("gray") << u"\x1b[48;5;232mx"_s
                              << QList<AnsiSpan>{{0, 1, {.background = AnsiColor{-1, 0x080808}}}};
        QTest::newRow("true color, then bold")
            << u"\x1b[38;2;1;2;300;1mx"_s
            << QList<AnsiSpan>{{0, 1, {.foreground = AnsiColor{-1, 0x0102ff}, .bold = true}}};
        QTest::newRow("faint off again") << u"\x1b[2ma\x1b[22mb"_s << QList<AnsiSpan>{{0, 1, {.faint = true}}};
        QTest::newRow("color off again") << u"\x1b[4;31ma\x1b[39mb\x1b[24mc"_s
                                         << QList<AnsiSpan>{{0, 1, {.foreground = red, .underline = true}},
                                                            {1, 1, {.underline = true}}};
        QTest::newRow("with colons") << u"\x1b[38:2::1:2:3;1mx"_s
                                     << QList<AnsiSpan>{{0, 1, {.foreground = AnsiColor{-1, 0x010203}, .bold = true}}};
        QTest::newRow("waved underline, then none")
            << u"\x1b[4:3ma\x1b[4:0mb"_s << QList<AnsiSpan>{{0, 1, {.underline = true}}};
        QTest::newRow("joined") << u"\x1b[31ma\x1b[31mb"_s << QList<AnsiSpan>{{0, 2, {.foreground = red}}};
        QTest::newRow("kept over a return") << u"\x1b[31ma\rbc"_s << QList<AnsiSpan>{{0, 2, {.foreground = red}}};
        QTest::newRow("link outlives a reset")
            << u"\x1b]8;;http://x/\x07l\x1b[0mk\x1b]8;;\x07."_s << QList<AnsiSpan>{{0, 2, {.link = u"http://x/"_s}}};
    }

    void readsAttributesAsSpans()
    {
        QFETCH(QString, line);
        QFETCH(QList<AnsiSpan>, spans);
        QCOMPARE(parseAnsi(line).spans, spans);
    }

    void readsWhatARealBuildWrote()
    {
        QFile log(QStringLiteral(UNMOOR_TEST_DATA) + u"/nix-logs/odd-bytes.log"_s);
        QVERIFY(log.open(QIODevice::ReadOnly));
        QStringList lines;
        while (!log.atEnd()) {
            const QJsonObject event = QJsonDocument::fromJson(log.readLine().sliced(5)).object();
            if (event[u"type"_s] == 101 && event[u"fields"_s][0].isString())
                lines.append(parseAnsi(event[u"fields"_s][0].toString()).text);
        }
        QVERIFY(lines.contains(u"colour: red link"_s));
        QVERIFY(lines.contains(u"nul: a\u2400b  bell:\u2407  tab:  |  backspace: abc\u2408\u2408X"_s));
        QVERIFY(lines.contains(u"wide: 日本 🚢 rtl: عربي zwj: 👨\u200d💻"_s));
        QVERIFY(std::ranges::any_of(lines, [](const QString &line) { return line.size() >= 100'000; }));
    }
};

QTEST_MAIN(TestAnsiText)
#include "tst_ansitext.moc"
