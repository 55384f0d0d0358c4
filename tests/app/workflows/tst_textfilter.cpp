// SPDX-License-Identifier: GPL-3.0-or-later
// The replay of awk and sed is held against the programs themselves.
#include "app/workflows/textfilter.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class TextFilterTest : public QObject
{
    Q_OBJECT

    const QStringList lines{u"# Changelog"_s,
                            u""_s,
                            u"## [Unreleased]"_s,
                            u""_s,
                            u"## [1.0.5] - 2026-06-24"_s,
                            u""_s,
                            u"### Fixed"_s,
                            u"- One / two"_s,
                            u"- Two"_s,
                            u""_s,
                            u"## 1.0.4 (2026-05-02)"_s,
                            u""_s,
                            u"- Three"_s};

private Q_SLOTS:
    void commandsPrintWhatTheyPrint_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto add = [](const QStringList &words) { QTest::newRow(qPrintable(words.join(u' '))) << words; };
        for (const char *program :
             {"/^## \\[1.0.5\\]/{flag=1; next} /^## /{flag=0} flag", "/^## \\[1.0.5\\]/{f=1;next} /^## \\[/{f=0} f",
              "/^## \\[1.0.5\\]/,/^## 1.0.4/", "/^## /{if(found) exit; if ($2 == \"[1.0.5]\") {found=1; next}} found",
              "$0 ~ \"^## \\\\[\" \"1.0.5\" {found=1; next} found && /^## / {exit} found {print}", "NR==1{print $2}",
              "/^- /{print substr($0, 3)}", "/^- /{n++} n==2", "index($0, \"1.0.4\"){print $NF}", "!/^#/",
              "/^## /{c++} c==2{print; next} c>2 && !/^$/{print $0}",
              "BEGIN{p=0} /^## \\[1\\.0\\.5\\]/{p=1;next} /^## /{p=0} p==1{print}", "length($0) > 20",
              "/^## [[]1/{print \"got \" $2}", "/^### (Fixed|Added)$/ { print }\n# comment\n/^- T/",
              "{ if ($0 ~ /^## /) n = 0; else if (n) print; if ($0 ~ /1.0.5/) n = 1 }"})
            add({u"awk"_s, QString::fromLatin1(program)});
        add({u"awk"_s, u"-v"_s, u"ver=1.0.4"_s, u"$2 == ver {p=1; next} p"_s});
        add({u"awk"_s, u"-vver=1.0.5"_s, u"$0 ~ \"^## .?\" ver {print}"_s});
        for (const char *program :
             {"/^## \\[1.0.5\\]/,/^## /p", "/^## \\[1.0.5\\]/,/^## /{//!p;}", "/1.0.5/,/^## /{/^## /!p}",
              "/1.0.5/,/1.0.5/p", "5,7p", "$p", "/^## \\[1/,$p", "1,3!p", "/Fixed/{p;q}"})
            add({u"sed"_s, u"-n"_s, QString::fromLatin1(program)});
        for (const char *program : {"1d;$d", "1,/^## \\[1.0.5\\]/d;/^## /Q", "/^$/d", "s/- //", "s|/|:|g", "2q",
                                    "s/^\\(##\\) //", "/^##* *1\\{0,1\\}/d"})
            add({u"sed"_s, QString::fromLatin1(program)});
        add({u"sed"_s, u"-E"_s, u"s/^#+ (Change|X)//"_s});
        add({u"sed"_s, u"-e"_s, u"1,2d"_s, u"-e"_s, u"/^## 1/,$d"_s});
        add({u"head"_s, u"-n"_s, u"3"_s});
        add({u"head"_s, u"-n"_s, u"-2"_s});
        add({u"head"_s, u"-4"_s});
        add({u"tail"_s, u"-n"_s, u"+5"_s});
        add({u"tail"_s, u"-n2"_s});
        add({u"cut"_s, u"-c3-"_s});
        add({u"cut"_s, u"-d "_s, u"-f2"_s});
        add({u"tr"_s, u"-d"_s, u"["_s});
    }

    void commandsPrintWhatTheyPrint()
    {
        QFETCH(QStringList, words);
        const auto printed = filteredLines(words, lines);
        QVERIFY(printed.has_value());
        QProcess process;
        process.start(words.first(), words.sliced(1));
        process.write(lines.join(u'\n').toUtf8() + '\n');
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QString expected = QString::fromUtf8(process.readAllStandardOutput());
        QCOMPARE(printed->isEmpty() ? QString() : printed->join(u'\n') + u'\n', expected);
    }

    void whatIsNotUnderstoodIsNotGuessed_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto add = [](const QStringList &words) { QTest::newRow(qPrintable(words.join(u' '))) << words; };
        for (const char *program : {"{while(1) print}",
                                    "{for(i=0;i<9;i++) print}",
                                    "END{print NR}",
                                    "{system(\"id\")}",
                                    "{print > \"x\"}",
                                    "{printf \"%s\", $0}",
                                    "{gsub(/a/,\"b\"); print}",
                                    "{getline; print}",
                                    "function f(x){return x} {print}",
                                    "{a[$1]=1}",
                                    "BEGIN{RS=\"\"} {print}",
                                    "BEGIN{FS=\":\"} {print $1}",
                                    "{print $1, $2}",
                                    "{print $(1+1)}",
                                    "/\\<word\\>/",
                                    "$0 ~ \"\\[x\"",
                                    "/unclosed",
                                    "{",
                                    "x = 1 + 1",
                                    "/(/",
                                    "{next",
                                    "\"open"})
            add({u"awk"_s, QString::fromLatin1(program)});
        for (const char *program : {"N;P;D", ":a;ta", "s/a/\\1/", "s/a/&/", "y/a/b/", "/a/i text", "w file", "e id",
                                    "r x", "{p", "p}", "s/a", "/a/,", "//p", "1~2p"})
            add({u"sed"_s, u"-n"_s, QString::fromLatin1(program)});
        add({u"sed"_s, u"-i"_s, u"s/a/b/"_s});
        add({u"awk"_s, u"-f"_s, u"x"_s});
        add({u"awk"_s, u"-F:"_s, u"{print $1}"_s});
        add({u"awk"_s, u"-v"_s, u"x=a\\nb"_s, u"{print x}"_s});
        add({u"perl"_s, u"-ne"_s, u"print"_s});
        add({u"grep"_s, u"x"_s});
        add({});
    }

    void whatIsNotUnderstoodIsNotGuessed()
    {
        QFETCH(QStringList, words);
        QVERIFY(!filteredLines(words, lines).has_value());
    }

    void programsThatTakeLongEnd()
    {
        const QStringList many(2000, QString(60, u'a'));
        (void)filteredLines({u"awk"_s, u"/(a|aa)+$b/"_s}, many);
        (void)filteredLines({u"sed"_s, u"-nE"_s, u"/(a*)*b/p"_s}, many);
        (void)filteredLines({u"awk"_s, QString(u"("_s).repeated(5000)}, many);
        (void)filteredLines({u"awk"_s, QString(u"!"_s).repeated(5000) + u'x'}, many);
        (void)filteredLines({u"awk"_s, QString(u"{"_s).repeated(5000)}, many);
        (void)filteredLines({u"sed"_s, QString(u"{"_s).repeated(5000)}, many);
        (void)filteredLines({u"awk"_s, u"{a = a a a a a $0}"_s}, many);
    }
};

QTEST_APPLESS_MAIN(TextFilterTest)
#include "tst_textfilter.moc"
