// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/shellquote.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ShellQuoteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsComeOutOfAShellAsTheyWere_data()
    {
        QTest::addColumn<QString>("word");
        for (const QString &word : {u"main"_s,
                                    u""_s,
                                    u"a b"_s,
                                    u"x;touch$IFS/tmp/mark"_s,
                                    u"$(id)"_s,
                                    u"`id`"_s,
                                    u"it's"_s,
                                    u"''"_s,
                                    u"a\"b"_s,
                                    u"a\\b"_s,
                                    u"~"_s,
                                    u"*"_s,
                                    u"#x"_s,
                                    u"{a,b}"_s,
                                    u"A=b"_s,
                                    u"=ls"_s,
                                    u"!!"_s,
                                    u"line\nline"_s,
                                    u"esc\x1b]52;c;eA==\x07'\\"_s,
                                    u"turn\u202e"_s,
                                    u"日本"_s,
                                    u"\u009b1m"_s})
            QTest::newRow(qPrintable(word)) << word;
    }
    void wordsComeOutOfAShellAsTheyWere()
    {
        QFETCH(QString, word);
        const QString quoted = shellQuoted(word);
        for (const QChar c : quoted)
            QVERIFY(c.unicode() >= 0x20 && (c.unicode() < 0x7f || c.unicode() > 0x9f) && c != u'\u202e');
        QProcess bash;
        bash.start(u"bash"_s, {u"-c"_s, u"printf %s "_s + quoted});
        QVERIFY(bash.waitForFinished());
        QCOMPARE(QString::fromUtf8(bash.readAllStandardOutput()), word);
        QCOMPARE(bash.readAllStandardError(), "");
    }

    void plainWordsStayReadable()
    {
        for (const QString &word : {u"main"_s, u"/src/my-project"_s, u"me@host:22"_s, u"--host"_s, u"v1.0+b_1,%"_s})
            QCOMPARE(shellQuoted(word), word);
    }

    void fileIsNoOption()
    {
        QCOMPARE(shellQuotedFile(u"-rf"_s), u"./-rf"_s);
        QCOMPARE(shellQuotedFile(u"a b"_s), u"'a b'"_s);
    }
};

QTEST_GUILESS_MAIN(ShellQuoteTest)
#include "tst_shellquote.moc"
