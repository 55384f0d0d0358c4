// SPDX-License-Identifier: GPL-3.0-or-later
// What changelogs of real projects do that took notes wrong: several packages in one file, headings that say "not yet",
// markers between sections, footnotes, other names of Unreleased, other markup, other ways to count versions.
#include "app/changelog/releasenotes.h"
#include "app/changelog/sectionedit.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QDate day(2026, 11, 28);

Changelog read(const QByteArray &bytes, VersionScheme scheme = VersionScheme::SemVer)
{
    return Changelog::parse(bytes, {.package = u"demo"_s, .scheme = scheme});
}

ReleaseNotes notesOf(const Changelog &changelog, const QString &version, const QString &fileName = u"CHANGELOG.md"_s)
{
    return releaseNotes(changelog, NotesContext{.version = version, .fileName = fileName, .today = day});
}

/// "error 3 heading-unreleased", one for each problem.
QStringList problemsOf(const ReleaseNotes &notes)
{
    QStringList problems;
    for (const NotesProblem &problem : notes.problems)
        problems.append(u"%1 %2 %3"_s.arg(severityName(problem.finding.severity), QString::number(problem.line),
                                          problem.finding.code));
    return problems;
}

const QByteArray older = "\n## 1.2.0 (2026-10-01)\n\n- Old\n";

} // namespace

class ChangelogKindsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sections_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("body");
        const auto row = [](const char *name, const QByteArray &file, const char *version, const char *body) {
            QTest::newRow(name) << file << QString::fromLatin1(version) << QString::fromUtf8(body);
        };
        const QByteArray packages = "# Changelog\n\n## demo-core 1.2.0 (2026-11-20)\n\n- Library\n\n"
                                    "## demo 1.2.0 (2026-11-20)\n\n- Program\n\n"
                                    "## demo-core 1.1.0 (2026-10-01)\n\n- Older library\n\n"
                                    "## demo 1.1.0 (2026-10-01)\n\n- Older program\n";
        row("several packages", packages, "1.2.0", "- Program");
        row("several packages, an older release", packages, "1.1.0", "- Older program");
        row("release-plz",
            "# Changelog\n\n## [Unreleased]\n\n"
            "## `demo` - [1.2.3](https://e.org/compare/demo-v1.2.2...demo-v1.2.3) - 2026-11-20\n\n- Program\n\n"
            "## `demo-core` - [0.4.0](https://e.org/compare/demo-core-v0.3.9...demo-core-v0.4.0) - 2026-11-20\n\n- b\n",
            "1.2.3", "- Program");
        row("tags as headings", "## [@acme/demo@1.3.0]\n- Program\n## [@acme/demo-core@1.3.0]\n- Library\n", "1.3.0",
            "- Program");
        row("another package below a plain version",
            "## 1.3.0 (2026-11-20)\n\n- Program\n\n## demo-core 1.3.0 (2026-11-20)\n\n- Library\n" + older, "1.3.0",
            "- Program");
        row("a tool's version is no package", "## 1.3.0\n\n- New\n\n## Node 20.1\n\n- more\n\n## 1.2.0\n", "1.3.0",
            "- New\n\n## Node 20.1\n\n- more");
        row("packages that come once", "## demo 1.3.0\n- Program\n## client 1.0.0\n- Other\n## demo 1.2.0\n- b\n",
            "1.3.0", "- Program");
        row("related package without a date", "## 1.3.0\n- Program\n## demo-core 1.1.0\n- Library\n## 1.2.0\n- b\n",
            "1.3.0", "- Program");
        row("chapters", "# demo-core\n\n## 1.3.0\n\n- Library\n\n# demo\n\n## 1.3.0\n\n- Program\n", "1.3.0",
            "- Program");
        row("one other name", "## Demo Server 1.3.0 (2026-11-20)\n- a\n## Demo Server 1.2.0 (2026-10-01)\n- b\n",
            "1.3.0", "- a");
        row("emoji by name",
            "# :tada: 1.5.0 (2026-11-20)\n\n### :sparkles: Features\n\n* New\n\n## :tada: 1.4.26 (2026-11-10)\n\n* "
            "Old\n",
            "1.5.0", "### :sparkles: Features\n\n* New");
        row("a patch one level below",
            "# :tada: 1.5.0 (2026-11-20)\n\n* New\n\n## :tada: 1.4.26 (2026-11-10)\n\n* Old\n", "1.4.26", "* Old");
        row("date first",
            "<a id=\"22.1.0\"></a>\n\n## 2026-11-20, Version 22.1.0 (Current), @someone\n\n* New\n\n"
            "<a id=\"22.0.0\"></a>\n\n## 2026-10-20, Version 22.0.0 (Current), @other\n\n* Old\n",
            "22.1.0", "* New");
        row("footnote at the end",
            "## 1.3.0 (2026-11-20)\n\n- New[^1]\n" + older
                + "\n[^1]: Read by [1.2].\n\n    And later.\n"
                  "[^2]: Gone.\n\n[1.2]: https://e.org\n",
            "1.3.0", "- New[^1]\n\n[1.2]: https://e.org\n\n[^1]: Read by [1.2].\n\n    And later.");
        row("candidate above the release",
            "## 1.3.0 (2026-11-20)\n\n- New\n\n## 1.3.0 RC 1 (2026-11-10)\n\n- Almost\n" + older, "1.3.0", "- New");
        row("title that speaks of drafts", "## 1.3.0 \xE2\x80\x93 The draft editor (2026-11-20)\n\n- New\n" + older,
            "1.3.0", "- New");
        row("long-term support", "## 1.3.0 (2026-11-20, LTS)\n\n- New\n" + older, "1.3.0", "- New");
        row("previews between, by date",
            "# 18.0.3 (2026-11-20)\n- a\n# 18.1.0-next.1 (2026-11-13)\n- b\n# 18.0.2 (2026-11-13)\n- c\n", "18.0.3",
            "- a");
    }
    void sections()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, version);
        const ReleaseNotes notes = notesOf(read(file), version);
        QCOMPARE(problemsOf(notes), QStringList());
        QTEST(notes.body, "body");
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("problems");
        const auto row = [](const char *name, const QByteArray &file, const QStringList &problems) {
            QTest::newRow(name) << file << problems;
        };
        for (const char *heading :
             {"1.3.0 (unreleased)", "[1.3.0] - Unreleased", "1.3.0 - TBD", "1.3.0 (2026-xx-xx)",
              "1.3.0 (\?\?\?\?-\?\?-\?\?)", "1.3.0 / 2026-?\?-?\?", "1.3.0 (in development)", "v1.3.0 (WIP)",
              "1.3.0 (not yet released)", "Upcoming 1.3.0", "1.3.0 (planned for December)"})
            row(heading, "## "_ba + heading + "\n\n- New\n" + older, {u"error 1 heading-unreleased"_s});
        for (const char *heading :
             {"1.3.0 RC1 (2026-11-20)", "1.3.0 (2026-11-20, Release Candidate 1)", "1.3.0 - Beta 2 - 2026-11-20"})
            row(heading, "## "_ba + heading + "\n\n- New\n" + older, {u"error 1 heading-stage"_s});
        for (const char *heading :
             {"[1.3.0] - 2026-11-20 [YANKED]", "~~1.3.0~~ (2026-11-20)", "1.3.0 (2026-11-20) - withdrawn"})
            row(heading, "## "_ba + heading + "\n\n- New\n" + older, {u"error 1 heading-yanked"_s});
        const QByteArray own = "## 1.3.0 (2026-11-20)\n\n";
        row("not yet, below the heading", own + "*Not released yet*\n\n- New\n" + older,
            {u"error 3 body-unreleased"_s});
        row("conflict", own + "<<<<<<< HEAD\n- One\n=======\n- Other\n>>>>>>> main\n" + older,
            {u"error 3 conflict-marker"_s});
        row("conflict of paragraphs", own + "Words\n\n<<<<<<< HEAD\nOne\n=======\nOther\n>>>>>>> main\n" + older,
            {u"error 5 conflict-marker"_s});
        row("end of a conflict", own + "- One\n>>>>>>> main\n" + older, {u"error 4 conflict-marker"_s});
        row("conflict shown as code", own + "- Settle it:\n\n```\n<<<<<<< HEAD\n=======\n>>>>>>> main\n```\n" + older,
            {u"warning 6 conflict-marker"_s});
        row("conflict in another section", own + "- New\n" + older + "<<<<<<< HEAD\n>>>>>>> main\n",
            {u"warning 8 conflict-elsewhere"_s});
        row("underline of seven", own + "Changes\n=======\n\n- New\n" + older, {});
        row("footnote without text", own + "- New[^1] in `[^2]`\n" + older, {u"warning 3 link-undefined"_s});
        row("several packages, none of them the project",
            "## demo-core 1.3.0 (2026-11-20)\n- a\n## demo-cli 1.3.0 (2026-11-20)\n- b\n",
            {u"error 1 section-other-package"_s});
        row("only another package has it", "## demo-core 1.3.0 (2026-11-20)\n- a\n## demo 1.2.0 (2026-10-01)\n- b\n",
            {u"error 1 section-other-package"_s});
        row("heading of AsciiDoc", "= Changes\n\n== 1.3.0 (2026-11-20)\n\n* New\n", {u"error 3 not-markdown"_s});
        row("heading of reStructuredText", "1.3.0 (2026-11-20)\n~~~~~~~~~~~~~~~~~~\n\n- New\n",
            {u"error 1 not-markdown"_s});
        row("role of reStructuredText in Markdown", own + "- Fix :issue:`12`\n" + older, {u"warning 3 not-markdown"_s});
    }
    void problems()
    {
        QFETCH(QByteArray, file);
        QTEST(problemsOf(notesOf(read(file), u"1.3.0"_s)), "problems");
    }

    void packagesAreListedWhereNoneIsTheProject()
    {
        const ReleaseNotes notes = notesOf(read("## demo-core 1.3.0\n- a\n## demo-cli 1.3.0\n- b\n"), u"1.3.0"_s);
        QVERIFY(notes.findings.first().message.contains(u"(demo-core, demo-cli)"));
    }

    void otherMarkupIsToldByTheFile_data()
    {
        QTest::addColumn<QString>("fileName");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("problems");
        const QStringList error{u"error 4 not-markdown"_s};
        QTest::newRow("rst") << u"CHANGES.rst"_s << "- Fix :issue:`12`\n"_ba << error;
        QTest::newRow("rst link") << u"CHANGES.rst"_s << "- See `here <https://e.org>`_\n"_ba << error;
        QTest::newRow("rst by content") << u"NEWS"_s << ".. note:: Mind this.\n"_ba << error;
        QTest::newRow("plain rst") << u"CHANGES.rst"_s << "- Fix\n"_ba << QStringList{u"warning 1 not-markdown"_s};
        QTest::newRow("adoc") << u"NEWS.adoc"_s << "* See link:x.html[this]\n"_ba << error;
        QTest::newRow("code that shows it") << u"NEWS.md"_s << "- Roles: `` :issue:`12` ``\n"_ba << QStringList();
        QTest::newRow("no extension, Markdown")
            << u"NEWS"_s << "- Fix `a` in **b**, see [c](https://e.org)\n"_ba << QStringList();
    }
    void otherMarkupIsToldByTheFile()
    {
        QFETCH(QString, fileName);
        QFETCH(QByteArray, body);
        const Changelog changelog = read("1.3.0 (2026-11-20)\n------------------\n\n" + body);
        QTEST(problemsOf(notesOf(changelog, u"1.3.0"_s, fileName)), "problems");
    }

    void unreleasedByOtherNamesIsPromoted_data()
    {
        QTest::addColumn<QByteArray>("heading");
        for (const char *heading : {"Upcoming Release", "main", "master (unreleased)", "HEAD", "Next", "[vNext]",
                                    "In development", "Changes since last release", "Unreleased changes"})
            QTest::newRow(heading) << QByteArray(heading);
    }
    void unreleasedByOtherNamesIsPromoted()
    {
        QFETCH(QByteArray, heading);
        const QByteArray rest = "\n\n## Features\n\n- New\n\n# v1.2.0\n\n- Old\n";
        const auto promoted = promoteUnreleased(read("# " + heading + rest), {u"1.3.0"_s, day, {}});
        QVERIFY(promoted);
        QCOMPARE(*promoted, "# " + heading + "\n\n# v1.3.0" + rest);
    }

    void otherHeadingsAboveTheNewestReleaseAreNotUnreleased_data()
    {
        QTest::addColumn<QByteArray>("heading");
        for (const char *heading : {"Changelog", "Legend", "demo", "Supported versions", "History"})
            QTest::newRow(heading) << QByteArray(heading);
    }
    void otherHeadingsAboveTheNewestReleaseAreNotUnreleased()
    {
        QFETCH(QByteArray, heading);
        QCOMPARE(promoteUnreleased(read("# " + heading + "\n\n- x\n\n# v1.2.0\n\n- Old\n"), {u"1.3.0"_s, day, {}})
                     .error()
                     .kind,
                 Error::Kind::NotFound);
    }

    void edits_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("link in the heading of Unreleased")
            << u"promote"_s
            << "## [Unreleased](https://e.org/compare/v1.2.0...main)\n\n- New\n\n"
               "## [1.2.0](https://e.org/compare/v1.1.0...v1.2.0) - 2026-10-01\n\n- Old\n"_ba
            << "## [Unreleased](https://e.org/compare/v1.3.0...main)\n\n"
               "## [1.3.0](https://e.org/compare/v1.2.0...v1.3.0) - 2026-11-28\n\n- New\n\n"
               "## [1.2.0](https://e.org/compare/v1.1.0...v1.2.0) - 2026-10-01\n\n- Old\n"_ba;
        QTest::newRow("definition for a heading that waits")
            << u"promote"_s
            << "## 1.3.0 (unreleased)\n\n- New\n\n## [1.2.0] - 2026-10-01\n\n- Old\n\n"
               "[1.2.0]: https://e.org/compare/v1.1.0...v1.2.0\n"_ba
            << "## [1.3.0] - 2026-11-28\n\n- New\n\n## [1.2.0] - 2026-10-01\n\n- Old\n\n"
               "[1.3.0]: https://e.org/compare/v1.2.0...v1.3.0\n[1.2.0]: https://e.org/compare/v1.1.0...v1.2.0\n"_ba;
        QTest::newRow("definition that ends at a branch")
            << u"promote"_s
            << "## [1.3.0] - Unreleased\n\n- New\n\n## [1.2.0] - 2026-10-01\n\n- Old\n\n"
               "[1.3.0]: https://e.org/compare/v1.2.0...HEAD\n[1.2.0]: https://e.org/compare/v1.1.0...v1.2.0\n"_ba
            << "## [1.3.0] - 2026-11-28\n\n- New\n\n## [1.2.0] - 2026-10-01\n\n- Old\n\n"
               "[1.3.0]: https://e.org/compare/v1.2.0...v1.3.0\n[1.2.0]: https://e.org/compare/v1.1.0...v1.2.0\n"_ba;
        QTest::newRow("above an anchor") << u"insert"_s
                                         << "<a name=\"1.2.0\"></a>\n# 1.2.0 \"amber\" (2026-10-01)\n- Old\n"_ba
                                         << "<a name=\"1.3.0\"></a>\n# 1.3.0 (2026-11-28)\n\n- x\n\n"
                                            "<a name=\"1.2.0\"></a>\n# 1.2.0 \"amber\" (2026-10-01)\n- Old\n"_ba;
        QTest::newRow("by dates")
            << u"insert"_s
            << "# 1.4.0-next.1 (2026-11-13)\n- a\n\n# 1.2.9 (2026-11-01)\n- b\n\n# 1.4.0-next.0 (2026-10-01)\n- c\n"_ba
            << "# 1.3.0 (2026-11-28)\n\n- x\n\n"
               "# 1.4.0-next.1 (2026-11-13)\n- a\n\n# 1.2.9 (2026-11-01)\n- b\n\n# 1.4.0-next.0 (2026-10-01)\n- c\n"_ba;
        QTest::newRow("date first")
            << u"insert"_s << "## 2026-10-20, Version 1.2.0 (Current), @other\n\n- Old\n"_ba
            << "## 2026-11-28, Version 1.3.0\n\n- x\n\n## 2026-10-20, Version 1.2.0 (Current), @other\n\n- Old\n"_ba;
        QTest::newRow("of a package")
            << u"insert"_s << "## demo-core 1.4.0\n\n- a\n\n## demo 1.2.0\n\n- Old\n"_ba
            << "## demo-core 1.4.0\n\n- a\n\n## demo 1.3.0\n\n- x\n\n## demo 1.2.0\n\n- Old\n"_ba;
    }
    void edits()
    {
        QFETCH(QString, action);
        QFETCH(QByteArray, before);
        const NewSection section{u"1.3.0"_s, day, action == u"insert" ? u"- x"_s : QString()};
        const auto edited =
            action == u"insert" ? insertSection(read(before), section) : promoteUnreleased(read(before), section);
        QVERIFY(edited);
        QTEST(*edited, "after");
        QCOMPARE(read(*edited).sectionsFor(u"1.3.0"_s).size(), 1);
    }

    void markersBelongToTheHeadingBelow()
    {
        const QByteArray marker = "\n<!-- SPLIT -->\n\n<a name=\"x\"></a>\n";
        const Changelog changelog = read("## 1.3.0\n- a\n" + marker + "## 1.2.0\n- b\n" + marker + "## 1.1.0\n- c\n");
        QCOMPARE(changelog.sections().first().body, u"- a"_s);
        QCOMPARE(changelog.withBody(changelog.sections().first(), u"- z"_s),
                 "## 1.3.0\n- z\n" + marker + "## 1.2.0\n- b\n" + marker + "## 1.1.0\n- c\n");
    }

    void versionsOfOtherSchemes_data()
    {
        QTest::addColumn<VersionScheme>("scheme");
        QTest::addColumn<QStringList>("versions"); ///< from the oldest
        QTest::addColumn<QStringList>("early");
        QTest::newRow("calver") << VersionScheme::CalVer
                                << QStringList{u"2025.12.3"_s, u"2026.06.1"_s,  u"2026.11.0-beta.1"_s,
                                               u"2026.11"_s,   u"2026.11.20"_s, u"2026.11.20-2"_s}
                                << QStringList{u"2026.11.0-beta.1"_s};
        QTest::newRow("pep440") << VersionScheme::Pep440
                                << QStringList{u"1.2.3.dev4"_s,    u"1.2.3a1"_s,     u"1.2.3b2"_s,
                                               u"1.2.3rc1.dev1"_s, u"1.2.3rc1"_s,    u"1.2.3rc10"_s,
                                               u"1.2.3"_s,         u"1.2.3.post1"_s, u"1.10"_s}
                                << QStringList{u"1.2.3.dev4"_s,    u"1.2.3a1"_s,  u"1.2.3b2"_s,
                                               u"1.2.3rc1.dev1"_s, u"1.2.3rc1"_s, u"1.2.3rc10"_s};
        QTest::newRow("dotted") << VersionScheme::Dotted
                                << QStringList{u"1.0.2"_s, u"1.0.2k"_s,  u"1.2-beta.1"_s, u"1.2rc1"_s,
                                               u"1.2"_s,   u"1.2.3.4"_s, u"1.2.3.10"_s,   u"4.1.0.Final"_s}
                                << QStringList{u"1.2-beta.1"_s, u"1.2rc1"_s};
    }
    void versionsOfOtherSchemes()
    {
        QFETCH(VersionScheme, scheme);
        QFETCH(QStringList, versions);
        QFETCH(QStringList, early);
        for (qsizetype i = 0; i < versions.size(); ++i) {
            QVERIFY2(isWrittenAs(versions[i], scheme), qPrintable(versions[i]));
            QCOMPARE(isEarlyVersion(versions[i], scheme), early.contains(versions[i]));
            if (i > 0)
                QVERIFY2(compareVersions(versions[i - 1], versions[i], scheme) < 0, qPrintable(versions[i]));
        }
    }

    void calendarVersionsAreNotTheirDates()
    {
        const Changelog changelog = read("## 2026.11.1 (2026-11-20)\n- a\n", VersionScheme::CalVer);
        QCOMPARE(*insertSection(changelog, {u"2026.11.2"_s, day, u"- x"_s}),
                 "## 2026.11.2 (2026-11-28)\n\n- x\n\n## 2026.11.1 (2026-11-20)\n- a\n");
        QVERIFY(!isWrittenAs(u"1.2.3"_s, VersionScheme::CalVer));
        QVERIFY(!isWrittenAs(u"v1.2"_s, VersionScheme::Dotted));
    }
};

QTEST_GUILESS_MAIN(ChangelogKindsTest)
#include "tst_changelogkinds.moc"
