// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/releasenotes.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

/// A checkout with a handful of files.
NotesContext context()
{
    return {.version = u"1.0.5"_s,
            .fileName = u"CHANGELOG.md"_s,
            .today = QDate(2026, 7, 8),
            .tag = u"v1.0.5"_s,
            .taggedVersions = {u"1.0.3"_s, u"1.0.4"_s},
            .webUrl = QUrl(u"https://github.com/owner/minne"_s),
            .entriesIn = [](const QString &folder) {
                return folder.isEmpty() ? QStringList{u"README.md"_s, u"docs"_s, u"CHANGELOG.md"_s}
                    : folder == u"docs" ? QStringList{u"installation.md"_s, u"a picture.png"_s}
                                        : QStringList();
            }};
}

QStringList codesOf(const ReleaseNotes &notes)
{
    QStringList codes;
    for (const NotesProblem &problem : notes.problems)
        codes.append(problem.finding.code);
    return codes;
}

QByteArray withLineEnds(QByteArray text, const QByteArray &lineEnd)
{
    return text.replace("\n", lineEnd);
}

QByteArray fixed(const QByteArray &bytes, const NotesProblem &problem)
{
    return problem.fix ? applied(bytes, problem.fix->edits) : QByteArray();
}

} // namespace

class NoteChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problems_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code"); ///< empty: no problem
        QTest::addColumn<int>("line");
        QTest::addColumn<QByteArray>("fixed"); ///< empty: no fix is offered
        const auto row = [](const char *name, const QByteArray &bytes, const QString &code, int line,
                            const QByteArray &after = {}) { QTest::newRow(name) << bytes << code << line << after; };
        const QByteArray older = "\n## 1.0.4 (2026-06-24)\n\n- b\n";

        row("good", "## 1.0.5 (2026-07-08)\n\n- a\n" + older, {}, 0);
        row("no date where others have one", "## 1.0.5\n\n- a\n" + older, u"date-missing"_s, 1,
            "## 1.0.5 (2026-07-08)\n\n- a\n" + older);
        row("no date anywhere", "## 1.0.5\n\n- a\n\n## 1.0.4\n- b\n", {}, 0);
        row("tomorrow is today somewhere", "## 1.0.5 (2026-07-09)\n\n- a\n" + older, {}, 0);
        row("next week", "## 1.0.5 (2026-07-15)\n\n- a\n" + older, u"date-future"_s, 1);
        row("before the release before", "## 1.0.5 (2026-06-01)\n\n- a\n" + older, u"date-order"_s, 1);
        row("below an older one", "## 1.0.6\n- c\n## 1.0.4\n- b\n## 1.0.5\n- a\n## 1.0.2\n- d\n", u"version-order"_s,
            5);
        row("tag without a section", "## 1.0.5\n- a\n\n## 1.0.3\n- b\n", u"version-skipped"_s, 1);
        row("oldest first is an order, too", "## 1.0.4\n- a\n\n## 1.0.5\n- b\n", {}, 0);

        row("only Unreleased", "## Unreleased\n\n- a\n" + older, u"section-unreleased-only"_s, 1,
            "## Unreleased\n\n## 1.0.5 (2026-07-08)\n\n- a\n" + older);
        row("missing", "## 1.0.4 (2026-06-24)\n\n- b\n", u"section-missing"_s, 1,
            "## 1.0.5 (2026-07-08)\n\n## 1.0.4 (2026-06-24)\n\n- b\n");
        row("missing in an empty file", "", u"section-missing"_s, 0, "## 1.0.5 (2026-07-08)\n\n");
        row("twice", "## 1.0.5\n- a\n\n## 1.0.4\n- b\n\n## 1.0.5\n- c\n", u"section-duplicate"_s, 7);
        row("nothing below the heading", "## 1.0.5\n\n## 1.0.4\n- b\n", u"section-empty"_s, 1);
        row("nothing but a heading and a comment", "## 1.0.5\n\n### Added\n\n<!-- later -->\n\n## 1.0.4\n- b\n",
            u"section-empty"_s, 1);
        row("same version in other words", "## [1.0.05](https://e.org/1.0.05)\n- a\n\n## 1.0.4\n- b\n",
            u"heading-near"_s, 1, "## [1.0.5](https://e.org/1.0.05)\n- a\n\n## 1.0.4\n- b\n");
        row("same version with a build", "## Unreleased\n- z\n## v1.0.5+2 \n- a\n", u"heading-near"_s, 3,
            "## Unreleased\n- z\n## v1.0.5 \n- a\n");
        row("pre-release", "## 1.0.5-rc.1\n- a\n", u"section-missing"_s, 1, "## 1.0.5\n\n## 1.0.5-rc.1\n- a\n");
        row("near, but another version", "## 1.0.50\n- a\n", u"section-missing"_s, 1, "## 1.0.50\n- a\n\n## 1.0.5\n\n");
        row("too long", "## 1.0.5\n- " + QByteArray(125'001, 'x') + "\n", u"body-too-long"_s, 1);
        row("long, but not too long", "## 1.0.5\n- " + QByteArray("\xC3\xA4").repeated(124'998) + "\n", {}, 0);

        row("no space after the marks", "##1.0.5\n- a\n\n## 1.0.4\n- b\n", u"heading-unread"_s, 1,
            "## 1.0.5\n- a\n\n## 1.0.4\n- b\n");
        row("no-break space",
            "##\xC2\xA0"
            "1.0.5\n- a\n\n## 1.0.4\n- b\n",
            u"heading-unread"_s, 1, "## 1.0.5\n- a\n\n## 1.0.4\n- b\n");

        row("relative link", "## 1.0.5\n- see [it](docs/installation.md#top)\n", u"link-relative"_s, 2,
            "## 1.0.5\n- see [it](https://github.com/owner/minne/blob/v1.0.5/docs/installation.md#top)\n");
        row("relative image", "## 1.0.5\n- ![it](<./docs/a%20picture.png>)\n", u"link-relative"_s, 2,
            "## 1.0.5\n- ![it](<https://github.com/owner/minne/raw/v1.0.5/docs/a%20picture.png>)\n");
        row("misspelled link",
            "## 1.0.5\n- gr\xC3\xB6\xC3\x9F"
            "er [it](docs/instalation.md)\n",
            u"link-broken"_s, 2,
            "## 1.0.5\n- gr\xC3\xB6\xC3\x9F"
            "er [it](https://github.com/owner/minne/blob/v1.0.5/docs/installation.md)\n");
        row("link to nothing", "## 1.0.5\n- [it](elsewhere/x)\n", u"link-broken"_s, 2);
        row("link out of the checkout", "## 1.0.5\n- [it](../secret.md)\n", u"link-broken"_s, 2);
        row("link's definition", "## 1.0.5\n- [it][1]\n\n[1]: README.md\n\n## 1.0.4\n", u"link-relative"_s, 4,
            "## 1.0.5\n- [it][1]\n\n[1]: https://github.com/owner/minne/blob/v1.0.5/README.md\n\n## 1.0.4\n");
        row("HTML image", "## 1.0.5\n- <img src=\"README.md\">\n", u"link-relative"_s, 2,
            "## 1.0.5\n- <img src=\"https://github.com/owner/minne/raw/v1.0.5/README.md\">\n");
        row("absolute link", "## 1.0.5\n- [it](https://e.org/x_(y)) and [mail](mailto:a@b.c) [here](#top)\n", {}, 0);
        row("link in code", "## 1.0.5\n- `[it](x.md)`\n\n```\n[it](x.md)\n```\n", {}, 0);
        row("issue reference", "## 1.0.5\n- fixes #4 and owner/name#12 by @mo\n", {}, 0);
        row("undefined reference", "## 1.0.5\n- see [the guide][guide]\n", u"link-undefined"_s, 2);
        row("defined reference", "## 1.0.5\n- see [the guide][Guide]\n\n## 1.0.4\n\n[guide]: https://e.org\n", {}, 0);
        row("defined reference of code", "## 1.0.5\n- [`a-b`][] and [`c`]: d\n\n[`a-b`]: https://e.org\n", {}, 0);
        row("undefined reference of code", "## 1.0.5\n- [`a-b`][]\n", u"link-undefined"_s, 2);
        row("task list", "## 1.0.5\n- [x] done [a][b] in `[c][d]`\n\n[b]: https://e.org\n", {}, 0);
        row("dropped HTML", "## 1.0.5\n\n- <iframe src=\"https://e.org\">\n", u"html-dropped"_s, 3);
        row("kept HTML", "## 1.0.5\n\n<details><summary>More</summary>\n\n- a\n\n</details>\n", {}, 0);
        row("placeholder",
            "## 1.0.5\n- gr\xC3\xB6\xC3\x9F"
            "er: Vec<T> is gone\n",
            u"html-dropped"_s, 2,
            "## 1.0.5\n- gr\xC3\xB6\xC3\x9F"
            "er: Vec\\<T> is gone\n");
        row("placeholder in code, escaped, autolinks",
            "## 1.0.5\n- `Vec<T>` \\<T> <https://e.org> <me@e.org> a < b > c\n", {}, 0);
        row("style", "## 1.0.5\n\n- <p align=\"center\" style=\"color:red\">a</p>\n", u"html-dropped"_s, 3,
            "## 1.0.5\n\n- <p align=\"center\">a</p>\n");
        row("script", "## 1.0.5\n\n- <img alt=\"x\" src=\"https://e.org/x.png\" onload=go() />\n", u"html-dropped"_s, 3,
            "## 1.0.5\n\n- <img alt=\"x\" src=\"https://e.org/x.png\" />\n");
        row("open fence", "## 1.0.5\n- a\n\n```sh\nls\n\n## 1.0.4\n- b\n", u"fence-unclosed"_s, 4);
        row("open comment", "## 1.0.5\n- a\n\n<!-- later\n\n## 1.0.4\n- b\n", u"fence-unclosed"_s, 4);
        row("closed fence at the end", "## 1.0.5\n```\nls\n```", {}, 0);
    }
    void problems()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, fixed);
        judge(bytes, fixed);
    }

    void problemsOfAFileWithCrlf_data() { problems_data(); }
    void problemsOfAFileWithCrlf()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, fixed);
        if (!bytes.contains('\n'))
            QSKIP("A file without lines has no line ends.");
        judge(withLineEnds(bytes, "\r\n"), withLineEnds(fixed, "\r\n"));
    }

    void problemsOfAFileWithAByteOrderMark_data() { problems_data(); }
    void problemsOfAFileWithAByteOrderMark()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, fixed);
        const QByteArray mark("\xEF\xBB\xBF");
        judge(mark + bytes, fixed.isEmpty() ? fixed : mark + fixed);
    }

private:
    /// The row's problem, and what its fix makes of the file.
    void judge(const QByteArray &bytes, const QByteArray &after)
    {
        QFETCH(QString, code);
        const ReleaseNotes notes = releaseNotes(Changelog::parse(bytes), context());
        QCOMPARE(codesOf(notes), code.isEmpty() ? QStringList() : QStringList{code});
        if (code.isEmpty())
            return;
        const NotesProblem &problem = notes.problems.first();
        QTEST(problem.line, "line");
        QCOMPARE(fixed(bytes, problem), after);
        if (!problem.fix)
            return;
        const QStringList left = codesOf(releaseNotes(Changelog::parse(fixed(bytes, problem)), context()));
        QVERIFY2(!left.contains(code), "the fix mends it");
    }

private Q_SLOTS:

    void preReleasesInOtherWordsAreFound()
    {
        NotesContext rc = context();
        rc.version = u"2.0.0-rc.1"_s;
        const QByteArray file = "## 2.0.0rc1 (2026-07-01)\r\n- a\r\n";
        const ReleaseNotes notes = releaseNotes(Changelog::parse(file), rc);
        QCOMPARE(codesOf(notes), QStringList{u"heading-near"_s});
        QCOMPARE(fixed(file, notes.problems.first()), "## 2.0.0-rc.1 (2026-07-01)\r\n- a\r\n"_ba);
        rc.version = u"2.0.0-rc.11"_s;
        QCOMPARE(codesOf(releaseNotes(Changelog::parse(file), rc)), QStringList{u"section-missing"_s});
    }

    void positionsAreOfTheAddressItself()
    {
        const ReleaseNotes notes =
            releaseNotes(Changelog::parse("## 1.0.5\r\n\r\n- größer ([guide](docs/installation.md))\r\n"), context());
        QCOMPARE(notes.problems.first().line, 3);
        QCOMPARE(notes.problems.first().column, 19);
        QCOMPARE(notes.problems.first().length, 20);
    }

    void changelogInAFolderLinksFromThere()
    {
        NotesContext inDocs = context();
        inDocs.fileName = u"docs/CHANGELOG.md"_s;
        const ReleaseNotes notes =
            releaseNotes(Changelog::parse("## 1.0.5\n- [a](installation.md) [b](../README.md)\n"), inDocs);
        QCOMPARE(codesOf(notes), (QStringList{u"link-relative"_s, u"link-relative"_s}));
        QVERIFY(notes.problems.last().fix->edits.first().bytes.endsWith("/blob/v1.0.5/README.md"));
    }

    void theManualListsEveryCode()
    {
        QFile manual(QStringLiteral(UNMOOR_SOURCE_DIR "/docs/checks.md"));
        QVERIFY(manual.open(QIODevice::ReadOnly));
        const QByteArray text = manual.readAll();
        for (const char *code : {"section-missing",       "section-unreleased-only",
                                 "section-duplicate",     "section-empty",
                                 "section-cut",           "heading-near",
                                 "heading-unread",        "date-missing",
                                 "date-future",           "date-order",
                                 "version-order",         "version-skipped",
                                 "link-broken",           "link-relative",
                                 "link-undefined",        "html-dropped",
                                 "section-other-package", "heading-unreleased",
                                 "body-unreleased",       "heading-stage",
                                 "heading-yanked",        "conflict-marker",
                                 "conflict-elsewhere",    "not-markdown",
                                 "fence-unclosed",        "body-too-long",
                                 "claim-rosetta"})
            QVERIFY2(text.contains('`' + QByteArray(code) + '`'), code);
    }
};

QTEST_GUILESS_MAIN(NoteChecksTest)
#include "tst_notechecks.moc"
