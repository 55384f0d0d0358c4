// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/sectionedit.h"
#include "app/changelog/versionorder.h"
#include "app/changelog/writtendate.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QDate day(2026, 7, 8);

NewSection newSection(const QString &body = {})
{
    return {u"1.0.5"_s, day, body};
}

/// The same file as another editor would have saved it.
QByteArray withLineEnds(QByteArray text, const QByteArray &lineEnd)
{
    return text.replace("\n", lineEnd);
}

} // namespace

class SectionEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionsAreOrderedAsPeopleCount_data()
    {
        QTest::addColumn<QString>("older");
        QTest::addColumn<QString>("newer");
        for (const auto &[older, newer] :
             QList<std::pair<const char *, const char *>>{{"1.0.9", "1.0.10"},
                                                          {"1.0.0-rc.1", "1.0.0"},
                                                          {"1.0.0-rc.2", "1.0.0-rc.10"},
                                                          {"1.0.0-1", "1.0.0-alpha"},
                                                          {"1.0.0-rc", "1.0.0-rc.1"},
                                                          {"2.0.0rc1", "2.0.0"},
                                                          {"4.8", "4.8.1"},
                                                          {"2025.12", "2026.6"},
                                                          {"1.0.99999999999999999999", "1.1"}})
            QTest::addRow("%s", older) << QString::fromLatin1(older) << QString::fromLatin1(newer);
    }
    void versionsAreOrderedAsPeopleCount()
    {
        QFETCH(QString, older);
        QFETCH(QString, newer);
        QVERIFY(compareVersions(older, newer) < 0);
        QVERIFY(compareVersions(newer, older) > 0);
        QVERIFY(compareVersions(older, older) == 0);
    }

    void sameVersionInOtherWordsIsTheSame()
    {
        QVERIFY(compareVersions(u"4.8"_s, u"4.8.0"_s) == 0);
        QVERIFY(compareVersions(u"1.0.5+linux"_s, u"1.0.5"_s) == 0);
    }

    void datesAreWrittenLikeTheirExample_data()
    {
        QTest::addColumn<QString>("example");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *example, const char *written) {
            QTest::newRow(example) << QString::fromLatin1(example) << QString::fromLatin1(written);
        };
        row("2026-06-24", "2026-07-08");
        row("2026/6/24", "2026/7/8");
        row("2023.12.24", "2026.07.08");
        row("June 24, 2026", "July 8, 2026");
        row("Jun 24, 2026", "Jul 8, 2026");
        row("24 December, 2021", "8 July, 2026");
        row("09 November, 2021", "08 July, 2026");
        row("24th of June, 2026", "8th of July, 2026");
        row("22 dec 2021", "8 jul 2026");
    }
    void datesAreWrittenLikeTheirExample()
    {
        QFETCH(QString, example);
        QTEST(writtenLike(example, day), "written");
    }

    void promotes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after) {
            QTest::newRow(name) << before << after;
        };
        row("the reference's style", "# Changelog\n\n## Unreleased\n\n- Fix: a\n\n## 1.0.4 (2026-06-24)\n\n- b\n",
            "# Changelog\n\n## Unreleased\n\n## 1.0.5 (2026-07-08)\n\n- Fix: a\n\n## 1.0.4 (2026-06-24)\n\n- b\n");
        row("Keep a Changelog, with links",
            "## [Unreleased]\n\n### Added\n\n- a\n\n## [1.0.4] - 2026-06-24\n\n- b\n\n"
            "[Unreleased]: https://e.org/compare/v1.0.4...HEAD\n[1.0.4]: https://e.org/compare/v1.0.3...v1.0.4\n",
            "## [Unreleased]\n\n## [1.0.5] - 2026-07-08\n\n### Added\n\n- a\n\n## [1.0.4] - 2026-06-24\n\n- b\n\n"
            "[Unreleased]: https://e.org/compare/v1.0.5...HEAD\n[1.0.5]: https://e.org/compare/v1.0.4...v1.0.5\n"
            "[1.0.4]: https://e.org/compare/v1.0.3...v1.0.4\n");
        row("links that name earlier ones, too",
            "## [Unreleased]\n- a\n\n## [1.0.4] - 2026-06-24\n- b\n\n## [1.0.3] - 2026-06-01\n- c\n\n"
            "[unreleased]: https://e.org/compare/1.0.4...HEAD\n[1.0.4]: https://e.org/compare/1.0.3...1.0.4\n"
            "[1.0.3]: https://e.org/releases/tag/1.0.3",
            "## [Unreleased]\n\n## [1.0.5] - 2026-07-08\n- a\n\n## [1.0.4] - 2026-06-24\n- b\n\n"
            "## [1.0.3] - 2026-06-01\n- c\n\n"
            "[unreleased]: https://e.org/compare/1.0.5...HEAD\n[1.0.5]: https://e.org/compare/1.0.4...1.0.5\n"
            "[1.0.4]: https://e.org/compare/1.0.3...1.0.4\n[1.0.3]: https://e.org/releases/tag/1.0.3");
        row("only Unreleased has a link",
            "## [Unreleased]\n- a\n## 1.0.4\n- b\n\n"
            "[Unreleased]: https://e.org/compare/v1.0.4...HEAD",
            "## [Unreleased]\n\n## 1.0.5\n- a\n## 1.0.4\n- b\n\n"
            "[Unreleased]: https://e.org/compare/v1.0.5...HEAD\n[1.0.5]: https://e.org/compare/v1.0.4...v1.0.5");
        row("inline link",
            "## Unreleased\n- a\n## [1.0.4](https://e.org/v1.0.3...v1.0.4) (2026-06-24)\n- b\n"
            "## 1.0.3\n",
            "## Unreleased\n\n## [1.0.5](https://e.org/v1.0.4...v1.0.5) (2026-07-08)\n- a\n"
            "## [1.0.4](https://e.org/v1.0.3...v1.0.4) (2026-06-24)\n- b\n## 1.0.3\n");
        row("setext", "Unreleased\n----------\n\n- a\n\n1.0.4 / 2026-06-24\n------------------\n",
            "Unreleased\n----------\n\n1.0.5 / 2026-07-08\n------------------\n\n- a\n\n"
            "1.0.4 / 2026-06-24\n------------------\n");
        row("another level, a v, no date", "# Unreleased\n- a\n# v1.0.4\n- b\n",
            "# Unreleased\n\n# v1.0.5\n- a\n# v1.0.4\n- b\n");
        row("title and remark are not taken over", "## Unreleased\n- a\n## 1.0.4 - 2026-06-24 - Driftwood [YANKED]\n",
            "## Unreleased\n\n## 1.0.5 - 2026-07-08\n- a\n## 1.0.4 - 2026-06-24 - Driftwood [YANKED]\n");
        row("no release yet", "# Changelog\n\n## Unreleased\n\n- a\n",
            "# Changelog\n\n## Unreleased\n\n## 1.0.5 (2026-07-08)\n\n- a\n");
        row("no release yet, in brackets", "## [Unreleased]\n- a", "## [Unreleased]\n\n## [1.0.5] - 2026-07-08\n- a");
        row("section that awaits its day", "## 1.0.5 (unreleased)\n\n- a\n\n## 1.0.4 (2026-06-24)\n",
            "## 1.0.5 (2026-07-08)\n\n- a\n\n## 1.0.4 (2026-06-24)\n");
        row("small", "## Unreleased\n- a\n## <small>1.0.4 (2026-06-24)</small>\n",
            "## Unreleased\n\n## <small>1.0.5 (2026-07-08)</small>\n- a\n## <small>1.0.4 (2026-06-24)</small>\n");
    }
    void promotes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QCOMPARE(promoteUnreleased(Changelog::parse(before), newSection()).value(), after);
        const QByteArray windows = withLineEnds(before, "\r\n");
        QCOMPARE(promoteUnreleased(Changelog::parse(windows), newSection()).value(), withLineEnds(after, "\r\n"));
        const QByteArray bom = "\xEF\xBB\xBF" + before;
        QCOMPARE(promoteUnreleased(Changelog::parse(bom), newSection()).value(), "\xEF\xBB\xBF" + after);
    }

    void promotedEntriesAreReadBackAsTheVersions()
    {
        const QByteArray file = "## Unreleased\n\n- a\n\n- b\n\n## 1.0.4\n- c\n";
        const Changelog after = Changelog::parse(promoteUnreleased(Changelog::parse(file), newSection()).value());
        QCOMPARE(after.sectionsFor(u"1.0.5"_s).first().body, u"- a\n\n- b"_s);
        QVERIFY(after.sections().first().unreleased);
        QVERIFY(after.sections().first().body.isEmpty());
    }

    void promotingNeedsEntriesAndAFreeVersion()
    {
        const auto error = [](const QByteArray &file) {
            return promoteUnreleased(Changelog::parse(file), newSection()).error();
        };
        QCOMPARE(error("## 1.0.4\n- a\n").kind, Error::Kind::NotFound);
        QCOMPARE(error("## Unreleased\n\n## 1.0.4\n- a\n").kind, Error::Kind::InvalidInput);
        QCOMPARE(error("## Unreleased\n- b\n## 1.0.5\n- a\n").kind, Error::Kind::Conflict);
        QVERIFY(error("## Unreleased\n- b\n## 1.0.5\n- a\n").message.contains(u"line 3"));
    }

    void inserts_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after) {
            QTest::newRow(name) << before << after;
        };
        row("newest", "# C\n\n## 1.0.4 (2026-06-24)\n\n- b\n",
            "# C\n\n## 1.0.5 (2026-07-08)\n\n- x\n\n## 1.0.4 (2026-06-24)\n\n- b\n");
        row("below Unreleased", "## Unreleased\n\n- z\n\n## 1.0.4\n- b\n",
            "## Unreleased\n\n- z\n\n## 1.0.5\n\n- x\n\n## 1.0.4\n- b\n");
        row("between", "## 1.0.6\n- a\n\n## 1.0.4\n- b\n", "## 1.0.6\n- a\n\n## 1.0.5\n\n- x\n\n## 1.0.4\n- b\n");
        row("no blank line above", "## 1.0.6\n- a\n## 1.0.4\n- b\n",
            "## 1.0.6\n- a\n\n## 1.0.5\n\n- x\n\n## 1.0.4\n- b\n");
        row("oldest", "## 1.0.6 (2026-09-01)\n- a\n\n## 1.0.5-rc.1x\n- a",
            "## 1.0.6 (2026-09-01)\n- a\n\n## 1.0.5\n\n- x\n\n## 1.0.5-rc.1x\n- a");
        row("older than all", "## 1.0.7 (2026-09-01)\n- a",
            "## 1.0.7 (2026-09-01)\n- a\n\n## 1.0.5 (2026-07-08)\n\n- x\n");
        row("oldest first", "## 1.0.3\n- a\n\n## 1.0.4\n- b\n", "## 1.0.3\n- a\n\n## 1.0.4\n- b\n\n## 1.0.5\n\n- x\n");
        row("another line of releases", "## 2.0.0\n- a\n\n## 1.0.4\n- b\n\n## 1.9.0\n- c\n",
            "## 2.0.0\n- a\n\n## 1.0.5\n\n- x\n\n## 1.0.4\n- b\n\n## 1.9.0\n- c\n");
        row("no release yet", "# Changelog\n", "# Changelog\n\n## 1.0.5 (2026-07-08)\n\n- x\n");
        row("no bytes", "", "## 1.0.5 (2026-07-08)\n\n- x\n");
        row("links on both sides",
            "## [1.0.6]\n- a\n\n## [1.0.4]\n- b\n\n[1.0.6]: https://e.org/v1.0.4...v1.0.6\n"
            "[1.0.4]: https://e.org/v1.0.3...v1.0.4\n",
            "## [1.0.6]\n- a\n\n## [1.0.5]\n\n- x\n\n## [1.0.4]\n- b\n\n[1.0.6]: https://e.org/v1.0.5...v1.0.6\n"
            "[1.0.5]: https://e.org/v1.0.4...v1.0.5\n[1.0.4]: https://e.org/v1.0.3...v1.0.4\n");
        row("above the links at the end", "## [1.0.7]\n- a\n\n[1.0.7]: https://e.org/tag/v1.0.7\n",
            "## [1.0.7]\n- a\n\n## [1.0.5]\n\n- x\n\n[1.0.7]: https://e.org/tag/v1.0.7\n");
    }
    void inserts()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QCOMPARE(insertSection(Changelog::parse(before), newSection(u"- x"_s)).value(), after);
        const QByteArray windows = withLineEnds(before, "\r\n");
        if (before.contains('\n'))
            QCOMPARE(insertSection(Changelog::parse(windows), newSection(u"- x"_s)).value(),
                     withLineEnds(after, "\r\n"));
        const Changelog read = Changelog::parse(after);
        QCOMPARE(read.sectionsFor(u"1.0.5"_s).size(), 1);
        QCOMPARE(read.sectionsFor(u"1.0.5"_s).first().body, u"- x"_s);
    }

    void unreleasedIsWrittenLikeTheOthers_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("plain") << "# Changelog\n\n## 1.0.5 (2026-07-08)\n\n- a\n"_ba
                               << "# Changelog\n\n## Unreleased\n\n## 1.0.5 (2026-07-08)\n\n- a\n"_ba;
        QTest::newRow("in brackets, with links")
            << "# Changelog\n\n## [1.0.5] - 2026-07-08\n\n- a\n\n[1.0.5]: https://x.org/a/b/compare/v1.0.4...v1.0.5\n"_ba
            << "# Changelog\n\n## [Unreleased]\n\n## [1.0.5] - 2026-07-08\n\n- a\n\n"
               "[Unreleased]: https://x.org/a/b/compare/v1.0.5...HEAD\n"
               "[1.0.5]: https://x.org/a/b/compare/v1.0.4...v1.0.5\n"_ba;
        QTest::newRow("of one level") << "# 1.0.5\r\n\r\n- a\r\n"_ba << "# Unreleased\r\n\r\n# 1.0.5\r\n\r\n- a\r\n"_ba;
        QTest::newRow("oldest first") << "## 1.0.4\n\n- a\n\n## 1.0.5\n\n- b\n"_ba
                                      << "## 1.0.4\n\n- a\n\n## 1.0.5\n\n- b\n\n## Unreleased\n"_ba;
        QTest::newRow("nothing yet") << "# Changelog\n"_ba << "# Changelog\n\n## Unreleased\n"_ba;
    }
    void unreleasedIsWrittenLikeTheOthers()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QCOMPARE(withUnreleased(Changelog::parse(before)).value(), after);
        QCOMPARE(withUnreleased(Changelog::parse(after)).error().kind, Error::Kind::Conflict);
    }

    void firstSectionMakesTheFile()
    {
        QCOMPARE(newChangelog(newSection(u"- x"_s)).value(), "# Changelog\n\n## 1.0.5 (2026-07-08)\n\n- x\n");
        const Changelog empty = Changelog::parse(newChangelog(newSection(QString())).value());
        QCOMPARE(empty.sectionsFor(u"1.0.5"_s).size(), 1);
    }

    void createdFileTakesNoOthersPlace()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"CHANGELOG.md"_s);
        QVERIFY(createChangelog(path, "# A\n"));
        const auto again = createChangelog(path, "# B\n");
        QCOMPARE(again.error().kind, Error::Kind::Conflict);
        QCOMPARE(readChangelog(path)->bytes(), "# A\n");
        QCOMPARE(createChangelog(dir.filePath(u"no/CHANGELOG.md"_s), "# B\n").error().kind, Error::Kind::Io);
    }

    void insertedTwiceIsAConflict()
    {
        QCOMPARE(insertSection(Changelog::parse("## v1.0.5\n- a\n"), newSection()).error().kind, Error::Kind::Conflict);
    }
};

QTEST_GUILESS_MAIN(SectionEditTest)
#include "tst_sectionedit.moc"
