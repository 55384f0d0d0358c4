// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/invocation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class InvocationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostCommandTakesItsWords()
    {
        const auto added = parseInvocation({u"host"_s, u"add"_s, u"mac-mini"_s, u"me@mac:22"_s, u"--system"_s,
                                            u"aarch64-darwin"_s, u"--jobs"_s, u"2"_s, u"--key"_s, u"/k"_s});
        QVERIFY(added);
        QCOMPARE(added->command, Invocation::Command::Host);
        QCOMPARE(added->hostAction, u"add"_s);
        QCOMPARE(added->hostName, u"mac-mini"_s);
        QCOMPARE(added->hostAddress, u"me@mac:22"_s);
        QCOMPARE(added->systems, QStringList{u"aarch64-darwin"_s});
        QCOMPARE(added->jobs, 2);
        for (const QStringList &words : {QStringList{u"host"_s},
                                         {u"host"_s, u"probe"_s},
                                         {u"host"_s, u"add"_s, u"a"_s},
                                         {u"host"_s, u"list"_s, u"a"_s},
                                         {u"host"_s, u"sing"_s, u"a"_s}})
            QVERIFY(!parseInvocation(words));
        QVERIFY(!parseInvocation({u"host"_s, u"list"_s, u"--jobs"_s, u"0"_s}));
    }

    void noWordsOpenTheWindowHere()
    {
        const auto invocation = parseInvocation({});
        QCOMPARE(invocation->command, Invocation::Command::Window);
        QVERIFY(!invocation->projectGiven);
        QCOMPARE(invocation->apiUrl, QUrl(u"https://api.github.com"_s));
    }

    void theTokenIsTakenOutOfTheEnvironment()
    {
        qputenv("UNMOOR_TEST_TOKEN", " s3cret\n");
        const auto invocation = parseInvocation({u"plan"_s, u"--token-env"_s, u"UNMOOR_TEST_TOKEN"_s});
        QCOMPARE(invocation->token, "s3cret");
        QVERIFY(!qEnvironmentVariableIsSet("UNMOOR_TEST_TOKEN"));
        const auto again = parseInvocation({u"plan"_s, u"--token-env"_s, u"UNMOOR_TEST_TOKEN"_s});
        QVERIFY(again.error().message.contains(u"UNMOOR_TEST_TOKEN"_s));
    }

    void folderOpensTheWindowThere()
    {
        const auto invocation = parseInvocation({u"/tmp"_s});
        QCOMPARE(invocation->command, Invocation::Command::Window);
        QCOMPARE(invocation->project, u"/tmp"_s);
    }

    void projectFileOpensItsFolder()
    {
        const QString sample = QStringLiteral(UNMOOR_SOURCE_DIR "/resources/sample");
        const auto invocation = parseInvocation({sample + u"/unmoor.toml"_s});
        QCOMPARE(invocation->command, Invocation::Command::Window);
        QCOMPARE(invocation->project, sample);
        QVERIFY(!parseInvocation({sample + u"/flake.nix"_s}));
    }

    void completeTakesWhateverWasTyped()
    {
        const auto invocation = parseInvocation({u"complete"_s, u"build"_s, u"--help"_s, u"--no-such"_s, {}});
        QCOMPARE(invocation->command, Invocation::Command::Complete);
        QCOMPARE(invocation->typed, (QStringList{u"build"_s, u"--help"_s, u"--no-such"_s, {}}));
    }

    void publishTakesAllItsOptions()
    {
        const auto invocation =
            parseInvocation({u"publish"_s, u"--draft-only"_s, u"--yes"_s, u"--json"_s, u"--accept"_s,
                             u"not-stripped=known, see #4"_s, u"--project"_s, u"/tmp"_s});
        QVERIFY(invocation->draftOnly && invocation->yes && invocation->json);
        QCOMPARE(invocation->accept.value(u"not-stripped"_s), u"known, see #4"_s);
        QCOMPARE(invocation->project, u"/tmp"_s);
    }

    void buildTakesSeveralTargetsAndFiles()
    {
        const auto invocation = parseInvocation({u"build"_s, u"--target"_s, u"a"_s, u"--target"_s, u"b"_s, u"--adopt"_s,
                                                 u"c=/x/y=z.zip"_s, u"--without"_s, u"d"_s});
        QCOMPARE(invocation->targets, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(invocation->adopt.value(u"c"_s), u"/x/y=z.zip"_s);
        QCOMPARE(invocation->without, QStringList{u"d"_s});
    }

    void tokenOfAnEnterpriseHostIsCheckedThere()
    {
        QCOMPARE(parseInvocation({u"token"_s, u"check"_s, u"--host"_s, u"git.example.org"_s})->apiUrl,
                 QUrl(u"https://git.example.org/api/v3"_s));
        QCOMPARE(parseInvocation({u"token"_s, u"check"_s, u"--host"_s, u"github.com"_s})->apiUrl,
                 QUrl(u"https://api.github.com"_s));
    }

    void noOptionTakesTheTokenItself()
    {
        QVERIFY(!parseInvocation({u"publish"_s, u"--token"_s, u"secret"_s}));
        QVERIFY(!parseInvocation({u"token"_s, u"set"_s, u"secret"_s}));
    }

    void inspectComparesWithAFileOrARelease()
    {
        QCOMPARE(parseInvocation({u"inspect"_s, u"a"_s, u"--against"_s, u"b"_s})->against, u"b"_s);
        QCOMPARE(parseInvocation({u"inspect"_s, u"a"_s, u"--against-release"_s, u"v1"_s})->againstRelease, u"v1"_s);
    }

    void initTakesSeveralArchives()
    {
        const auto invocation =
            parseInvocation({u"init"_s, u"--from"_s, u"a"_s, u"--from"_s, u"t=b"_s, u"--from-release"_s});
        QCOMPARE(invocation->from, (QStringList{u"a"_s, u"t=b"_s}));
        QVERIFY(invocation->fromRelease);
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown command") << QStringList{u"publihs"_s} << u"Did you mean 'publish'?"_s;
        QTest::newRow("option of another command") << QStringList{u"status"_s, u"--yes"_s} << u"no option --yes"_s;
        QTest::newRow("unknown option") << QStringList{u"plan"_s, u"--frobnicate"_s}
                                        << u"There is no option --frobnicate."_s;
        QTest::newRow("unknown options") << QStringList{u"plan"_s, u"--fro"_s, u"-b"_s}
                                         << u"There are no options --fro, -b."_s;
        QTest::newRow("option without its value")
            << QStringList{u"plan"_s, u"--api-url"_s} << u"--api-url takes a value: --api-url "_s;
        QTest::newRow("option with a value that it does not take")
            << QStringList{u"publish"_s, u"--yes=3"_s, u"--json"_s} << u"--yes takes no value."_s;
        QTest::newRow("too many words") << QStringList{u"plan"_s, u"now"_s} << u"Usage: unmoor plan"_s;
        QTest::newRow("two things to compare with")
            << QStringList{u"inspect"_s, u"a"_s, u"--against"_s, u"b"_s, u"--against-release"_s, u"v1"_s}
            << u"Give one of them"_s;
        QTest::newRow("nothing to compare with")
            << QStringList{u"inspect"_s, u"a"_s, u"--against"_s, QString()} << u"--against is empty"_s;
        QTest::newRow("token without action") << QStringList{u"token"_s} << u"set|login|check"_s;
        QTest::newRow("token with another action") << QStringList{u"token"_s, u"show"_s} << u"\"show\""_s;
        QTest::newRow("accept without reason") << QStringList{u"publish"_s, u"--accept"_s, u"x="_s} << u"CODE=REASON"_s;
        QTest::newRow("ftp address") << QStringList{u"plan"_s, u"--api-url"_s, u"ftp://x"_s} << u"--api-url"_s;
    }
    void wrongUsage()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, says);
        const auto invocation = parseInvocation(words);
        QVERIFY(!invocation);
        QCOMPARE(invocation.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(invocation.error().message.contains(says), qPrintable(invocation.error().message));
        QVERIFY(!invocation.error().message.contains(u'\n'));
    }

    void helpNamesEveryCommand()
    {
        for (const QString &name : {u"init"_s, u"plan"_s, u"build"_s, u"inspect"_s, u"notes"_s, u"status"_s,
                                    u"publish"_s, u"token"_s, u"rehearse"_s})
            QVERIFY2(helpText().contains(u"unmoor "_s + name), qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(InvocationTest)
#include "tst_invocation.moc"
