// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/changelog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QStringList versionsIn(const QByteArray &bytes)
{
    QStringList versions;
    const Changelog changelog = Changelog::parse(bytes);
    for (const ChangelogSection &section : changelog.sections())
        versions.append(section.unreleased ? u"Unreleased"_s : section.version);
    return versions;
}

} // namespace

class ChangelogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headingStyles_data()
    {
        QTest::addColumn<QByteArray>("heading");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QDate>("date");
        const QDate day(2026, 6, 24);
        const auto row = [](const char *heading, const char *version, QDate date = {}) {
            QTest::newRow(heading) << QByteArray(heading) << QString::fromLatin1(version) << date;
        };
        row("## 1.0.5 (2026-06-24)", "1.0.5", day);
        row("## [1.0.5] - 2026-06-24", "1.0.5", day);
        row("## [1.0.5](https://example.org/a...b) (2026-06-24)", "1.0.5", day);
        row("## [1.0.5][tag] - 2026-06-24", "1.0.5", day);
        row("## [1.0.5 - 2026-06-24](https://example.org/x_(y))", "1.0.5", day);
        row("## v1.0.5", "1.0.5");
        row("## [v1.0.5]", "1.0.5");
        row("## Version 0.2.7 (2026-06-24)", "0.2.7", day);
        row("## Release 1.2.3", "1.2.3");
        row("## Release v1.2.3: 2026-06-24", "1.2.3", day);
        row("# 1.0.5", "1.0.5");
        row("### 1.0.5", "1.0.5");
        row("## 1.0.5 / 2026-06-24", "1.0.5", day);
        row("## 1.0.5, 2026/06/24", "1.0.5", day);
        row("## 1.0.5 \xE2\x80\x93 June 24, 2026", "1.0.5", day);
        row("## 1.0.5 \xE2\x80\x94 24 Jun 2026", "1.0.5", day);
        row("## 1.0.5 (24th of June, 2026)", "1.0.5", day);
        row("## 1.0.5 (released 2026-06-24)", "1.0.5", day);
        row("## 1.2.3-rc.1", "1.2.3-rc.1");
        row("## 1.2.3-rc.1 - 2026-06-24", "1.2.3-rc.1", day);
        row("## 1.2.3+build.5", "1.2.3+build.5");
        row("## 2.0.0rc1 (2026-06-24)", "2.0.0rc1", day);
        row("## 2026.6 (2026-06-24)", "2026.6", day);
        row("## [1.0.5] - 2026-06-24 [YANKED]", "1.0.5", day);
        row("## 1.0.5 (unreleased)", "1.0.5");
        row("## 1.0.5 (2026-13-45)", "1.0.5");
        row("## **1.0.5** (2026-06-24)", "1.0.5", day);
        row("## `1.0.5`", "1.0.5");
        row("## \xF0\x9F\x9A\x80 1.0.5", "1.0.5");
        row("## <a name=\"1.0.5\"></a>1.0.5 (2026-06-24)", "1.0.5", day);
        row("## minne 1.0.5 (2026-06-24)", "1.0.5", day);
        row("## minne@1.0.5", "1.0.5");
        row("## 1.0.5: Driftwood", "1.0.5");
        row("## 1.0.5 - 2026-06-24 - Driftwood", "1.0.5", day);
        row("## 1.0.5 ##", "1.0.5");
        row("## <small>1.0.5 (2026-06-24)</small>", "1.0.5", day);
        row("### 1.0.5 [Full changelog](https://example.org/5)", "1.0.5");
        row("## [1.0.5]! - 2026-06-24", "1.0.5", day);
        row("**1.0.5 / 2026-06-24**", "1.0.5", day);
        row("v1.0.5 - June 24, 2026", "1.0.5", day);
        row("##\t1.0.5", "1.0.5");
        row("   ## 1.0.5", "1.0.5");
        row("1.0.5 (2026-06-24)\n==================", "1.0.5", day);
        row("1.0.5\n-----", "1.0.5");
        row("v1.0.5 /\n2026-06-24\n---", "1.0.5", day);
        row("## [Unreleased]", "");
        row("## Unreleased", "");
        row("## UNRELEASED (2026-xx-xx)", "");
        row("## [Unreleased](https://example.org/compare) - TBD", "");
        row("Unreleased\n----------", "");
    }
    void headingStyles()
    {
        QFETCH(QByteArray, heading);
        const Changelog changelog = Changelog::parse("# Changelog\n\n" + heading + "\n\n- entry\n");
        QCOMPARE(changelog.sections().size(), 1);
        const ChangelogSection &section = changelog.sections().first();
        QTEST(section.version, "version");
        QTEST(section.date, "date");
        QCOMPARE(section.unreleased, section.version.isEmpty());
        QCOMPARE(section.headingLine, 3);
        QCOMPARE(section.body, u"- entry"_s);
    }

    void otherHeadingsNameNoRelease_data()
    {
        QTest::addColumn<QByteArray>("heading");
        for (const char *heading : {"## 3 things we learned",
                                    "## Node 20",
                                    "## 5 reasons",
                                    "## 2026-06-24",
                                    "## Upgrading from 1.0.4",
                                    "## 3.2 million users",
                                    "## Changes in 1.0.5",
                                    "## 1.x",
                                    "## 10. Tenth point",
                                    "##1.0.5",
                                    "####### 1.0.5",
                                    "    ## 1.0.5",
                                    "\t## 1.0.5",
                                    "\\## 1.0.5",
                                    "- ## 1.0.5",
                                    "> ## 1.0.5",
                                    "1.0.5",
                                    "- 1.0.5\n---",
                                    "> 1.0.5\n---",
                                    "1.0.5\n\n---",
                                    "## Unreleased-ish",
                                    "## 1.0.5 migration",
                                    "##\xC2\xA0"
                                    "1.0.5",
                                    "Released as 1.0.5 / 2026-06-24",
                                    "1.0.5 / 2026-06-24: see below",
                                    "- 1.0.5 / 2026-06-24",
                                    "**1.0.5**"})
            QTest::newRow(heading) << QByteArray(heading);
    }
    void otherHeadingsNameNoRelease()
    {
        QFETCH(QByteArray, heading);
        QCOMPARE(versionsIn("# Changelog\n\n" + heading + "\n\n- entry\n"), QStringList());
    }

    void hiddenHeadingsDoNotCount_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("fence") << "```\n## 9.9.9\n```\n"_ba;
        QTest::newRow("tildes") << "~~~ sh\n## 9.9.9\n~~~\n"_ba;
        QTest::newRow("other mark inside") << "```\n~~~\n## 9.9.9\n```\n"_ba;
        QTest::newRow("longer fence") << "````\n```\n## 9.9.9\n```\n````\n"_ba;
        QTest::newRow("closing fence has no words") << "```\n``` sh\n## 9.9.9\n```\n"_ba;
        QTest::newRow("closed by a longer one") << "```\n## 9.9.9\n`````\n"_ba;
        QTest::newRow("fence in a list item") << "- like this:\n\n  ```\n  ## 9.9.9\n  ```\n"_ba;
        QTest::newRow("fence right after a marker") << "1. ```\n   ## 9.9.9\n   ```\n"_ba;
        QTest::newRow("heading in a list item") << "- item\n\n  ## 9.9.9\n"_ba;
        QTest::newRow("heading after a nested item") << "- item\n  - nested\n\n  ## 9.9.9\n"_ba;
        QTest::newRow("setext in a list item") << "- item\n\n  9.9.9\n  -----\n"_ba;
        QTest::newRow("indented code") << "    ## 9.9.9\n"_ba;
        QTest::newRow("comment") << "<!-- ## 9.9.9 -->\n"_ba;
        QTest::newRow("comment of several lines") << "<!--\n\n## 9.9.9\n\n-->\n"_ba;
        QTest::newRow("pre") << "<pre>\n\n## 9.9.9\n</pre>\n"_ba;
        QTest::newRow("tag alone on its line") << "<br>\n## 9.9.9\n"_ba;
        QTest::newRow("details") << "<details>\n## 9.9.9\n\n</details>\n"_ba;
    }
    void hiddenHeadingsDoNotCount()
    {
        QFETCH(QByteArray, text);
        const QByteArray file = "## 1.0.5\n\n" + text + "\n## 1.0.4\n";
        QCOMPARE(versionsIn(file), QStringList({u"1.0.5"_s, u"1.0.4"_s}));
        QCOMPARE(versionsIn(QByteArray(file).replace("\n", "\r\n")), QStringList({u"1.0.5"_s, u"1.0.4"_s}));
    }

    void headingsAfterHiddenTextCount_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("code inside a line is no fence") << "```code``` and more\n"_ba;
        QTest::newRow("two marks are no fence") << "``\n"_ba;
        QTest::newRow("one-line comment") << "<!-- remark -->\n"_ba;
        QTest::newRow("comment that ends with text") << "<!--\nremark --> text\n"_ba;
        QTest::newRow("fence that its list item ends") << "- item\n  ```\n  open\n"_ba;
        QTest::newRow("paragraph without a blank line") << "words\n"_ba;
        QTest::newRow("list without a blank line") << "- item\n  - nested\n"_ba;
        QTest::newRow("quote without a blank line") << "> quoted\n"_ba;
        QTest::newRow("anchor") << "<a name=\"1.0.4\"></a>\n"_ba;
    }
    void headingsAfterHiddenTextCount()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(versionsIn("## 1.0.5\n\n" + text + "## 1.0.4\n"), QStringList({u"1.0.5"_s, u"1.0.4"_s}));
    }

    void levels_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("versions");
        const QStringList two{u"1.0.5"_s, u"1.0.4"_s};
        QTest::newRow("deeper version belongs to its section")
            << "## 1.0.5\n### 1.0.5\n### 1.0.4 migration\n## 1.0.4\n"_ba << two;
        QTest::newRow("most are of level 3") << "# History\n## Series\n### 1.0.5\n### 1.0.4\n"_ba << two;
        QTest::newRow("title with a version") << "# minne 1.0.5\n## 1.0.5\n## 1.0.4\n"_ba << two;
        QTest::newRow("tool's name in a file without names") << "## 1.0.5\n## Node 20.1\n## 1.0.4\n"_ba << two;
        QTest::newRow("other name in a file with names") << "## minne 1.0.5\n## Node 20.1\n## minne 1.0.4\n"_ba << two;
        QTest::newRow("patch releases one level deeper")
            << "### [1.0.5](https://e.org) (2026-06-24)\n### Fixes\n## [1.0.4](https://e.org) (2026-06-23)\n"
               "## [1.0.3](https://e.org) (2026-06-22)\n### [1.0.2](https://e.org) (2026-06-21)\n"
               "## [1.0.1](https://e.org) (2026-06-20)\n"_ba
            << QStringList{u"1.0.5"_s, u"1.0.4"_s, u"1.0.3"_s, u"1.0.2"_s, u"1.0.1"_s};
        QTest::newRow("Unreleased alone") << "# Changelog\n## Unreleased\n- entry\n"_ba << QStringList{u"Unreleased"_s};
        QTest::newRow("none") << "# Changelog\n\nNothing yet.\n"_ba << QStringList();
        QTest::newRow("no bytes") << ""_ba << QStringList();
    }
    void levels()
    {
        QFETCH(QByteArray, text);
        QTEST(versionsIn(text), "versions");
    }

    void sectionHoldsItsSubsectionsAndEndsAtTheNextRelease()
    {
        const Changelog changelog =
            Changelog::parse("# Changelog\n\n## 1.0.5\n\n### Added\n\n- a\n\n## 1.0.4\n\n- b\n");
        const ChangelogSection section = changelog.sectionsFor(u"1.0.5"_s).first();
        QCOMPARE(section.body, u"### Added\n\n- a"_s);
        QCOMPARE(section.headingLine, 3);
        QCOMPARE(section.lastLine, 8);
        QCOMPARE(changelog.bytes().sliced(section.bodyBegin, section.bodyEnd - section.bodyBegin),
                 "\n### Added\n\n- a\n\n");
    }

    void upperHeadingEndsTheSection()
    {
        const Changelog changelog = Changelog::parse("## 1.0.5\n- a\n# Older releases\nelsewhere\n");
        QCOMPARE(changelog.sections().first().body, u"- a"_s);
    }

    void partOfAReleaseMayHaveAHigherLevel()
    {
        const Changelog changelog = Changelog::parse("### 1.0.5\n- a\n## Bug Fixes\n- b\n### 1.0.4\n- c\n");
        QCOMPARE(changelog.sections().first().body, u"- a\n## Bug Fixes\n- b"_s);
    }

    void linesStandForHeadingsOnlyWhereThereAreNone()
    {
        QCOMPARE(versionsIn("**1.0.5 / 2026-06-24**\n- a\n\n1.0.4 / 2026-06-23\n- b\n"),
                 QStringList({u"1.0.5"_s, u"1.0.4"_s}));
        QCOMPARE(versionsIn("## 1.0.5\n\n**1.0.4 / 2026-06-23**\n- b\n"), QStringList{u"1.0.5"_s});
    }

    void headingOfTheSameLevelBelongsToTheSection()
    {
        const Changelog changelog = Changelog::parse("## 1.0.5\n- a\n## 3 things we learned\n- b\n## 1.0.4\n");
        QCOMPARE(changelog.sections().first().body, u"- a\n## 3 things we learned\n- b"_s);
    }

    void linkDefinitionsAtTheEndBelongToNoRelease()
    {
        const Changelog changelog =
            Changelog::parse("## [1.0.5]\n\n- a\n\n[1.0.5]: https://e.org/5\n\n[1.0.4]: https://e.org/4\n");
        QCOMPARE(changelog.sections().first().body, u"- a"_s);
        QCOMPARE(changelog.sections().first().lastLine, 4);
    }

    void sectionsForWantsExactlyTheVersion()
    {
        const Changelog changelog = Changelog::parse("## 1.0.5-rc.1\n- a\n## 1.0.50\n- b\n## Unreleased\n- c\n");
        QVERIFY(changelog.sectionsFor(u"1.0.5"_s).isEmpty());
        QVERIFY(changelog.sectionsFor(QString()).isEmpty());
        QCOMPARE(changelog.sectionsFor(u"1.0.5-rc.1"_s).size(), 1);
    }

    void lineEndsOfAnyKindAreFound_data()
    {
        QTest::addColumn<QByteArray>("lineEnd");
        QTest::newRow("LF") << "\n"_ba;
        QTest::newRow("CRLF") << "\r\n"_ba;
        QTest::newRow("CR") << "\r"_ba;
    }
    void lineEndsOfAnyKindAreFound()
    {
        QFETCH(QByteArray, lineEnd);
        const QByteArray file = "\xEF\xBB\xBF## 1.0.5\n\n- a\n- b\n\n## 1.0.4\n\n- c"_ba.replace("\n", lineEnd);
        const Changelog changelog = Changelog::parse(file);
        QCOMPARE(changelog.bytes(), file);
        QCOMPARE(changelog.sections().size(), 2);
        QCOMPARE(changelog.sections().first().body, u"- a\n- b"_s);
        QCOMPARE(changelog.sections().last().body, u"- c"_s);
        QCOMPARE(changelog.sections().last().headingLine, 6);
    }
};

QTEST_GUILESS_MAIN(ChangelogTest)
#include "tst_changelog.moc"
