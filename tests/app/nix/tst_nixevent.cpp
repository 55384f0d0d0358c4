// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/loglinescanner.h"
#include "app/nix/nixevent.h"
#include "app/nix/nixtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class NixEventTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsStartWithFields()
    {
        const auto event = parseNixLine(
            "@nix "
            "{\"action\":\"start\",\"fields\":[\"/nix/store/"
            "x.drv\",\"\",1,1],\"id\":123282741264393,\"level\":3,\"parent\":7,\"text\":\"building\",\"type\":105}");
        QCOMPARE(event.action, NixEvent::Action::Start);
        QCOMPARE(event.id, 123282741264393u);
        QCOMPARE(event.parent, 7u);
        QCOMPARE(event.type, int(NixEvent::Build));
        QCOMPARE(event.level, 3);
        QCOMPARE(event.text, u"building"_s);
        QCOMPARE(event.fields.first().toString(), u"/nix/store/x.drv"_s);
    }

    void keepsIdsBeyondDoublePrecision()
    {
        constexpr quint64 id = (quint64(1) << 54) + 1;
        const auto line = [&](const char *form) { return QByteArray(form).replace("ID", QByteArray::number(id)); };
        QCOMPARE(parseNixLine(line("@nix {\"action\":\"stop\",\"id\":ID}")).id, id);
        QCOMPARE(parseNixLine(line("@nix {\"action\":\"result\",\"fields\":[\"x\"],\"id\":ID,\"type\":101}")).id, id);
    }

    void logLineText_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("   Compiling libc") << u"   Compiling libc"_s;
        QTest::newRow("empty") << QByteArray("") << QString();
        QTest::newRow("UTF-8") << QByteArray("日本 🚢") << u"日本 🚢"_s;
        QTest::newRow("escape code") << QByteArray("\\u001b[1mred\\u001b[0m") << u"\x1b[1mred\x1b[0m"_s;
        QTest::newRow("every short escape") << QByteArray("\\\"\\\\\\/\\b\\f\\n\\r\\t") << u"\"\\/\b\f\n\r\t"_s;
        QTest::newRow("surrogates") << QByteArray("\\ud83d\\udea2") << u"🚢"_s;
        QTest::newRow("NUL") << QByteArray("a\\u0000b") << QString::fromUtf16(u"a\0b", 3);
        QTest::newRow("looks like the end")
            << QByteArray("\\\"],\\\"id\\\":1,\\\"type\\\":101}") << u"\"],\"id\":1,\"type\":101}"_s;
        QTest::newRow("ends in a backslash") << QByteArray("C:\\\\") << u"C:\\"_s;
    }
    void logLineText()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, text);
        const QByteArray record =
            QByteArray("{\"action\":\"result\",\"fields\":[\"TEXT\"],\"id\":5,\"type\":101}").replace("TEXT", json);
        QVERIFY(scanLogLine(record));
        const auto fast = parseNixLine("@nix " + record);
        QCOMPARE(fast.text, text);
        // The same record with a space takes the JSON parser's way.
        const QByteArray spaced = "{ " + record.sliced(1);
        QVERIFY(!scanLogLine(spaced));
        QCOMPARE(parseNixLine("@nix " + spaced), fast);
    }

    void leavesOddRecordsToTheJsonParser_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *name, const char *record, bool valid) {
            QTest::newRow(name) << QByteArray(record) << valid;
        };
        row("two fields", "{\"action\":\"result\",\"fields\":[\"a\",\"b\"],\"id\":5,\"type\":101}", true);
        row("bare quotes", "{\"action\":\"result\",\"fields\":[\"a\"b\"c\"],\"id\":5,\"type\":101}", false);
        row("bad escape", "{\"action\":\"result\",\"fields\":[\"a\\q\"],\"id\":5,\"type\":101}", true);
        row("short unicode", "{\"action\":\"result\",\"fields\":[\"a\\u00\"],\"id\":5,\"type\":101}", false);
        row("no id", "{\"action\":\"result\",\"fields\":[\"a\"],\"id\":,\"type\":101}", false);
        row("huge id", "{\"action\":\"result\",\"fields\":[\"a\"],\"id\":99999999999999999999999,\"type\":101}", true);
    }
    void leavesOddRecordsToTheJsonParser()
    {
        QFETCH(QByteArray, record);
        QVERIFY(!scanLogLine(record));
        const auto event = parseNixLine("@nix " + record);
        QTEST(event.action == NixEvent::Action::Result, "valid");
    }

    void readsMessageWithPosition()
    {
        const auto event = parseNixLine(
            "@nix "
            "{\"action\":\"msg\",\"column\":7,\"file\":\"/"
            "x.nix\",\"level\":0,\"line\":2,\"msg\":\"\\u001b[31merror:\\u001b[0m no\",\"raw_msg\":\"no\"}");
        QCOMPARE(event.action, NixEvent::Action::Message);
        QCOMPARE(event.text, u"\x1b[31merror:\x1b[0m no"_s);
        QCOMPARE(event.rawMessage, u"no"_s);
        QCOMPARE(event.file, u"/x.nix"_s);
        QCOMPARE(event.line, 2);
        QCOMPARE(event.column, 7);
    }

    void keepsWhatItDoesNotKnow()
    {
        const auto action = parseNixLine("@nix {\"action\":\"dance\",\"id\":3,\"type\":9}");
        QCOMPARE(action.action, NixEvent::Action::Unknown);
        QCOMPARE(action.id, 3u);
        const auto type = parseNixLine("@nix {\"action\":\"start\",\"id\":4,\"parent\":0,\"text\":\"t\",\"type\":113}");
        QCOMPARE(type.action, NixEvent::Action::Start);
        QCOMPARE(type.type, 113);
    }

    void otherLinesAreText_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("text");
        QTest::newRow("ssh") << QByteArray("Connection closed.\r") << u"Connection closed."_s;
        QTest::newRow("cut short") << QByteArray("@nix {\"action\":\"res") << u"@nix {\"action\":\"res"_s;
        QTest::newRow("no object") << QByteArray("@nix [1]") << u"@nix [1]"_s;
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void otherLinesAreText()
    {
        QFETCH(QByteArray, line);
        const auto event = parseNixLine(line);
        QCOMPARE(event.action, NixEvent::Action::Text);
        QTEST(event.text, "text");
    }

    void escapesAreRemoved_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        QTest::newRow("none") << u"plain"_s << u"plain"_s;
        QTest::newRow("colors") << u"\x1b[31;1merror:\x1b[0m no"_s << u"error: no"_s;
        QTest::newRow("link") << u"\x1b]8;;http://example.invalid/\alink\x1b]8;;\x1b\\!"_s << u"link!"_s;
        QTest::newRow("cut short") << u"a\x1b["_s << u"a"_s;
        QTest::newRow("lone escape") << u"a\x1b"_s << u"a"_s;
    }
    void escapesAreRemoved()
    {
        QFETCH(QString, text);
        QTEST(withoutEscapes(text), "plain");
    }

    void derivationNames()
    {
        QCOMPARE(derivationName(u"/nix/store/5nz3q6ym2npw7lfdx9wyb6ffbg7xagk9-minne-1.0.5.drv"_s), u"minne-1.0.5"_s);
        QCOMPARE(derivationName(u"hglvjd237s6fif6al95djs1jadk9swmy-minne-deps.drv"_s), u"minne-deps"_s);
        QCOMPARE(derivationName(QString()), QString());
    }
};

QTEST_GUILESS_MAIN(NixEventTest)
#include "tst_nixevent.moc"
