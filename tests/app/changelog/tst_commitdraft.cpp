// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/commitdraft.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

Commit commit(const QString &subject, const QString &body = {})
{
    static int number = 0;
    return {QString::number(++number).rightJustified(40, u'0'), subject, body, u"Mo Oring"_s, false};
}

const EntryStyle plain{};
const EntryStyle groups{EntryStyle::Kind::Groups, u"-"_s, 3};
const EntryStyle prefixes{EntryStyle::Kind::Prefixes, u"*"_s, 3};

} // namespace

class CommitDraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conventionalCommitsAreGrouped()
    {
        const CommitDraft draft =
            draftFrom({commit(u"fix(parser): keep CRLF"_s), commit(u"feat: ask several questions"_s),
                       commit(u"chore: tidy"_s), commit(u"perf!: read in blocks"_s)},
                      groups, false);
        QCOMPARE(draft.text,
                 u"### Added\n\n- Ask several questions\n\n### Changed\n\n- **Breaking:** Read in blocks\n\n"
                 "### Fixed\n\n- parser: keep CRLF"_s);
        QCOMPARE(draft.entries, 3);
        QCOMPARE(draft.leftOut, 1);
    }

    void otherSubjectsGoByTheirFirstWord()
    {
        const CommitDraft draft = draftFrom({commit(u"Show the log"_s), commit(u"Add a window"_s),
                                             commit(u"Fix a crash"_s), commit(u"archive: read zip"_s)},
                                            groups, false);
        QCOMPARE(draft.text,
                 u"### Added\n\n- Add a window\n\n### Changed\n\n- Show the log\n- archive: read zip\n\n"
                 "### Fixed\n\n- Fix a crash"_s);
    }

    void theFilesOwnStyleIsTaken()
    {
        QCOMPARE(draftFrom({commit(u"fix: a"_s), commit(u"feat: b"_s)}, prefixes, false).text,
                 u"* Feature: B\n* Fix: A"_s);
        QCOMPARE(draftFrom({commit(u"fix: a"_s)}, plain, true).text, u"- A (Mo Oring)"_s);
    }

    void noiseIsLeftOut_data()
    {
        QTest::addColumn<QString>("subject");
        for (const char *subject :
             {"Merge branch 'main' into next", "Merge pull request #4 from me/fix", "fixup! feat: x",
              "chore(release): 1.0.5", "Release v1.0.5", "1.0.5", "Bump version to 1.0.5", "v1.0.5-rc.1",
              "Bump serde from 1.0.1 to 1.0.2", "ci: cache", "docs: typo", "test: more"})
            QTest::newRow(subject) << QString::fromLatin1(subject);
    }
    void noiseIsLeftOut()
    {
        QFETCH(QString, subject);
        const CommitDraft draft = draftFrom({commit(subject)}, plain, false);
        QCOMPARE(draft.text, QString());
        QCOMPARE(draft.leftOut, 1);
    }

    void mergesAreLeftOutWhateverTheySay()
    {
        Commit merge = commit(u"feat: all of it"_s);
        merge.isMerge = true;
        QCOMPARE(draftFrom({merge}, plain, false).entries, 0);
    }

    void whatWasTakenBackIsNoEntry()
    {
        const Commit first = commit(u"feat: a"_s);
        const Commit back = commit(u"Revert \"feat: a\""_s, u"This reverts commit %1."_s.arg(first.id));
        const Commit older = commit(u"Revert \"feat: b\""_s, u"This reverts commit abcdef1."_s);
        const CommitDraft draft = draftFrom({first, back, older}, plain, false);
        QCOMPARE(draft.text, u"- Revert \"feat: b\""_s);
    }

    void breakingFooterCounts()
    {
        const CommitDraft draft =
            draftFrom({commit(u"refactor: x"_s, u"BREAKING CHANGE: the file moved"_s)}, plain, false);
        QCOMPARE(draft.text, u"- **Breaking:** X"_s);
    }

    void styleOfAFileIsSeen_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<EntryStyle>("style");
        using Kind = EntryStyle::Kind;
        QTest::newRow("plain") << "## 1.0.5\n* a\n* b: c\n"_ba << EntryStyle{Kind::Plain, u"*"_s, 3};
        QTest::newRow("groups") << "# 1.0.5\n## Added\n- a\n"_ba << EntryStyle{Kind::Groups, u"-"_s, 2};
        QTest::newRow("prefixes") << "## 1.0.5\n\n- Fix: a\n- Sample: b\n"_ba << EntryStyle{Kind::Prefixes, u"-"_s, 3};
        QTest::newRow("no entries") << "# Changelog\n"_ba << EntryStyle{};
    }
    void styleOfAFileIsSeen()
    {
        QFETCH(QByteArray, file);
        QTEST(entryStyleOf(Changelog::parse(file)), "style");
    }

    void generatedNotesFitBelowTheSectionsHeading()
    {
        const QString generated = u"<!-- Release notes generated using configuration in .github/release.yml -->\n\n"
                                  "## What's Changed\n### Bugs\n* Fix by @mo in https://e.org/pull/4\n\n"
                                  "**Full Changelog**: https://e.org/compare/v1...v2\n"_s;
        QCOMPARE(draftFromGenerated(generated, 2),
                 u"### What's Changed\n#### Bugs\n* Fix by @mo in https://e.org/pull/4\n\n"
                 "**Full Changelog**: https://e.org/compare/v1...v2"_s);
        QCOMPARE(draftFromGenerated(u"### A\n- b"_s, 2), u"### A\n- b"_s);
    }
};

QTEST_GUILESS_MAIN(CommitDraftTest)
#include "tst_commitdraft.moc"
