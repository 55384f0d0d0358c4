// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion.h"

#include "app/cli/command.h"
#include "app/cli/invocation.h"
#include "app/settings/settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QStringList valuesOf(const Completion &completion)
{
    QStringList values;
    for (const Completion::Candidate &candidate : completion.candidates)
        values += candidate.value;
    return values;
}

} // namespace

/// What the shells offer, in the sample project, with a machine that is set up.
class CompletionTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_state;

    QStringList complete(const QString &line) const
    {
        QStringList words = line.split(u' ');
        words.insert(0, u"--state-dir="_s + m_state.path());
        words.insert(0, QStringLiteral("--project=" UNMOOR_SOURCE_DIR "/resources/sample"));
        return valuesOf(completeWords(words));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(changeSettings(m_state.path(), [](Settings &settings) {
            settings.hosts = {BuildHost{.name = u"mac-mini"_s, .address = u"mac.example"_s}};
        }));
    }

    void words_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *line, const QStringList &expected) {
            QTest::newRow(line) << QString::fromLatin1(line) << expected;
        };
        row("pla", {u"plan"_s});
        row("nothing-like-it", {});
        row("host ", {u"list"_s, u"add"_s, u"probe"_s, u"trust"_s, u"remove"_s});
        row("host trust ", {u"mac-mini"_s});
        row("host add ",
            {u"--project"_s, u"--api-url"_s, u"--state-dir"_s, u"--token-env"_s, u"--system"_s, u"--key"_s,
             u"--remote-program"_s, u"--jobs"_s, u"--fingerprint"_s, u"--json"_s});
        row("host probe mac-mini --j", {u"--json"_s, u"--jobs"_s});
        row("token ch", {u"check"_s});
        row("build --on ", {u"mac-mini"_s, u"this"_s, u"builders"_s});
        row("build --on=m", {u"--on=mac-mini"_s});
        row("build --target x86_64-u", {u"x86_64-unknown-linux-gnu"_s});
        row("build --adopt aarch64", {u"aarch64-apple-darwin="_s});
        row("build --target x86_64-apple", {}); // dropped
        row("notes --version 1.0.5", {u"1.0.5"_s});
        row("inspect a.tar --against-release pre", {u"previous"_s});
        row("inspect a.tar --against-release v1.0.5", {u"v1.0.5"_s});
        row("publish --accept pe-vc-r", {u"pe-vc-runtime="_s});
        row("publish --yes --y", {}); // a flag that is there is not offered again
        row("prepare --as mi", {u"minor"_s});
    }
    void words()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, expected);
        QStringList found = complete(line);
        found.sort();
        expected.sort();
        QCOMPARE(found, expected);
    }

    void filesAreTheShells()
    {
        QVERIFY(completeWords({u"inspect"_s, {}}).files);
        QVERIFY(completeWords({u"inspect"_s, u"a.tar"_s, u"--against"_s, {}}).files);
        QVERIFY(completeWords({{}}).folders);
        QVERIFY(completeWords({u"trust"_s, u"add"_s, {}}).folders);
        QVERIFY(!completeWords({u"plan"_s, {}}).files);
        QVERIFY(!completeWords({u"inspect"_s, u"a.tar"_s, {}}).files);
    }

    void everyCommandIsOffered()
    {
        const QStringList names = valuesOf(completeWords({{}}));
        for (const CliCommand &command : commands())
            QVERIFY2(names.contains(command.name), qPrintable(command.name));
    }

    void whatCannotBeReadOffersNothing()
    {
        const QString nowhere = u"--project="_s + m_state.filePath(u"nowhere"_s);
        QCOMPARE(valuesOf(completeWords({u"build"_s, nowhere, u"--target"_s, {}})), QStringList());
    }

    void textIsALineEach()
    {
        const Completion completion{.candidates = {{u"plan"_s, u"what\nwould be"_s}, {u"a\nb"_s, {}}, {u"c"_s, {}}},
                                    .files = true};
        QCOMPARE(completionText(completion), u"plan\twhat would be\nc\t\n:files\n"_s);
    }
};

QTEST_GUILESS_MAIN(CompletionTest)
#include "tst_completion.moc"
