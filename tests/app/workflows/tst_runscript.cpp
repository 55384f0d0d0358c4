// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/expression.h"
#include "app/workflows/runscript.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class RunScriptTest : public QObject
{
    Q_OBJECT

    static ScriptReading read(const QString &script)
    {
        return readRunScript(script, {{u"GITHUB_REF_NAME"_s, u"v1.0.5"_s}, {u"GITHUB_REF"_s, u"refs/tags/v1.0.5"_s}});
    }

private Q_SLOTS:
    void wordsAreThoseOfBash_data()
    {
        QTest::addColumn<QString>("script"); // its last command prints
        for (const char *script :
             {"printf '%s\\n' \"${GITHUB_REF_NAME#v}\"", "printf '%s\\n' ${GITHUB_REF##*/}",
              "printf '%s\\n' ${GITHUB_REF#refs/tags/}", "V=${GITHUB_REF_NAME//./\\\\.}; printf '%s\\n' \"$V\"",
              "printf '%s\\n' \"/^## \\[$GITHUB_REF_NAME\\]/{f=1;next}\"",
              "printf '%s\\n' '$a \\[ \"'\"$GITHUB_REF\"'x'",
              "V=$(echo \"$GITHUB_REF_NAME\" | sed 's/^v//'); printf '%s\\n' \"$V\"",
              "V=$(echo $GITHUB_REF | cut -d/ -f3); printf '%s\\n' $V",
              "V=$(echo $GITHUB_REF_NAME | cut -c2-); printf '%s\\n' $V",
              "V=\"$(echo $GITHUB_REF_NAME | tr -d v)\"; printf '%s\\n' $V", "printf '%s\\n' \"a\\\nb\"",
              "cat <<'END'\nprintf nothing $(\nEND\nprintf '%s\\n' after", "printf '%s\\n' ${GITHUB_REF_NAME%.*}",
              "printf '%s\\n' ${GITHUB_REF_NAME%%.*}", "printf '%s\\n' ${GITHUB_REF_NAME/v/x}",
              "export A=b; printf '%s\\n' \"${A}c\"", "printf '%s\\n' \\\"a\\ b\\\""})
            QTest::newRow(script) << QString::fromLatin1(script);
    }

    void wordsAreThoseOfBash()
    {
        QFETCH(QString, script);
        const ScriptReading reading = read(script);
        QVERIFY(!reading.pipelines.isEmpty());
        QProcess bash;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"GITHUB_REF_NAME"_s, u"v1.0.5"_s);
        environment.insert(u"GITHUB_REF"_s, u"refs/tags/v1.0.5"_s);
        bash.setProcessEnvironment(environment);
        bash.start(u"bash"_s, {u"-c"_s, QString(script).replace(u"printf nothing"_s, u"true"_s)});
        QVERIFY(bash.waitForFinished());
        const QString printed = QString::fromUtf8(bash.readAllStandardOutput());
        QCOMPARE(reading.pipelines.constLast().commands.constFirst().words.constLast(),
                 printed.section(u'\n', script.startsWith("cat"_L1) ? 1 : 0).chopped(1));
    }

    void whatMayBeOtherwiseIsNotKnown_data()
    {
        QTest::addColumn<QString>("script");
        for (const char *script :
             {"echo $HOME", "echo $1", "echo \"$(date)\"", "echo `date`", "V=1; if true; then V=2; fi; echo $V",
              "V=1; true && V=2; echo $V", "for V in a b; do :; done; echo $V", "V=1; read V; echo $V", "echo $((1+1))",
              "echo ${UNSET:-x}", "echo ${GITHUB_REF_NAME^^}", "V=1; unset V; echo $V"})
            QTest::newRow(script) << QString::fromLatin1(script);
    }

    void whatMayBeOtherwiseIsNotKnown()
    {
        QFETCH(QString, script);
        const ScriptReading reading = read(script);
        QVERIFY(isUnknownText(reading.pipelines.constLast().commands.constFirst().words.constLast()));
    }

    void outputsOfTheStepAreKept()
    {
        const ScriptReading reading = read(u"echo \"version=${GITHUB_REF_NAME#v}\" >> \"$GITHUB_OUTPUT\"\n"
                                           "echo \"TAG=$GITHUB_REF_NAME\" >>$GITHUB_ENV\n"
                                           "echo ::set-output name=old::${GITHUB_REF##*/}\n"
                                           "if true; then echo maybe=1 >> $GITHUB_OUTPUT; fi\n"
                                           "echo other=1 >> elsewhere\n"_s);
        QCOMPARE(reading.outputs.value(u"version"_s), u"1.0.5"_s);
        QCOMPARE(reading.outputs.value(u"old"_s), u"v1.0.5"_s);
        QCOMPARE(reading.exports.value(u"TAG"_s), u"v1.0.5"_s);
        QVERIFY(isUnknownText(reading.outputs.value(u"maybe"_s)));
        QVERIFY(!reading.outputs.contains(u"other"_s));
    }

    void pipelinesHaveTheirLines()
    {
        const ScriptReading reading = read(u"# nothing\n\nNOTES=$(\n  awk x a | sed y\n)\ncat <b >c\n"_s);
        QCOMPARE(reading.pipelines.size(), 2);
        QCOMPARE(reading.pipelines.at(0).line, 3);
        QCOMPARE(reading.pipelines.at(0).commands.size(), 2);
        QCOMPARE(reading.pipelines.at(1).line, 5);
        QCOMPARE(reading.pipelines.at(1).commands.at(0).input, u"b"_s);
        QCOMPARE(reading.pipelines.at(1).commands.at(0).output, u"c"_s);
    }

    void anyTextEnds_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("open substitution") << QString(u"$("_s).repeated(5000);
        QTest::newRow("open expansion") << QString(u"${a#"_s).repeated(5000);
        QTest::newRow("open quote") << u"echo \"$("_s;
        QTest::newRow("only signs") << QString(u"|&;<>()"_s).repeated(5000);
        QTest::newRow("backslash at the end") << u"echo \\"_s;
        QTest::newRow("dollar at the end") << u"echo $"_s;
        QTest::newRow("brace at the end") << u"echo ${"_s;
        QTest::newRow("escaped brace at the end") << u"echo ${a\\"_s;
        QTest::newRow("redirection at the end") << u"echo >"_s;
        QTest::newRow("patterns") << u"A=%1; echo ${A#*a*a*a*a*a*a*a*a*b}"_s.arg(QString(4000, u'a'));
        QTest::newRow("words that grow") << u"A=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"_s
                + QString(u"A=$A$A$A$A\n"_s).repeated(100) + u"echo $A"_s;
    }

    void anyTextEnds()
    {
        QFETCH(QString, script);
        (void)read(script);
    }
};

QTEST_APPLESS_MAIN(RunScriptTest)
#include "tst_runscript.moc"
