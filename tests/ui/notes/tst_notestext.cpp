// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/documentchange.h"
#include "notes/documenttext.h"
#include "notes/editabletext.h"
#include "notes/linkify.h"
#include "notes/listcontinuation.h"
#include "notes/livenotes.h"
#include "notes/problemsmodel.h"
#include "notes/rendernotes.h"

#include <QAbstractItemModelTester>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>

using namespace unmoor;
using namespace Qt::StringLiterals;

namespace {

ChangelogSection sectionOf(const Changelog &changelog)
{
    return changelog.sectionsFor(u"1.0.5"_s).value(0);
}

QStringList codesOf(const LiveNotes &live)
{
    QStringList codes;
    for (const NotesProblem &problem : live.problems)
        codes.append(problem.finding.code);
    return codes;
}

LiveNotes liveOf(const QByteArray &bytes, const QString &body)
{
    const Changelog changelog = Changelog::parse(bytes);
    return LiveReader(changelog, sectionOf(changelog), {.version = u"1.0.5"_s, .fileName = u"CHANGELOG.md"_s})
        .read(body);
}

const QByteArray twoReleases = "# Changelog\n\n## 1.0.5\n\n- One\n\n## 1.0.4\n\n- Old\n";

} // namespace

class TestNotesText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editableTextIsTheFileInThree_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("after");

        QTest::newRow("in the middle") << twoReleases << u"# Changelog\n\n## 1.0.5\n\n"_s << u"- One"_s
                                       << u"\n\n## 1.0.4\n\n- Old\n"_s;
        QTest::newRow("last, no line end")
            << "## 1.0.5\n- One\n- Two"_ba << u"## 1.0.5\n"_s << u"- One\n- Two"_s << QString();
        QTest::newRow("CRLF") << "## 1.0.5\r\n\r\n- One\r\n\r\n- Two\r\n"_ba << u"## 1.0.5\n\n"_s << u"- One\n\n- Two"_s
                              << u"\n"_s;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF## 1.0.5\n\n- One\n"_ba << u"## 1.0.5\n\n"_s << u"- One"_s
                                         << u"\n"_s;
        QTest::newRow("setext") << "1.0.5\n-----\n\n- One\n"_ba << u"1.0.5\n-----\n\n"_s << u"- One"_s << u"\n"_s;
        QTest::newRow("empty section") << "## 1.0.5\n\n## 1.0.4\n\n- Old\n"_ba << u"## 1.0.5\n\n"_s << QString()
                                       << u"\n\n## 1.0.4\n\n- Old\n"_s;
        QTest::newRow("heading alone") << "## 1.0.5"_ba << u"## 1.0.5\n\n"_s << QString() << QString();
        QTest::newRow("links at the end") << "## 1.0.5\n\n- One\n\n[1.0.5]: https://example.com\n"_ba
                                          << u"## 1.0.5\n\n"_s << u"- One"_s << u"\n\n[1.0.5]: https://example.com\n"_s;
    }

    void editableTextIsTheFileInThree()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, before);
        QFETCH(QString, body);
        QFETCH(QString, after);
        const Changelog changelog = Changelog::parse(bytes);
        const EditableText text = editableText(changelog, sectionOf(changelog));
        QCOMPARE(text.before, before);
        QCOMPARE(text.body, body);
        QCOMPARE(text.after, after);
    }

    void lockedTextIsTheWholeFile()
    {
        const EditableText text = lockedText(Changelog::parse("# A\r\nb\r\n\r\nc"));
        QCOMPARE(text.whole(), u"# A\nb\n\nc"_s);
        QCOMPARE(text.headingLine, 0);
    }

    void documentTextComesBackAsItWas()
    {
        const QString text = u"a\u00a0b\u2028c\u2029d\n\ufdd0e\ufdd1\n\n"_s;
        QTextDocument document;
        document.setPlainText(toDocument(text));
        QCOMPARE(document.blockCount(), 4);
        QCOMPARE(fromDocument(document.toRawText()), text);
    }

    void listItemNamesTheNextMarker_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("next"); // null: no list item
        QTest::addColumn<bool>("empty");

        QTest::newRow("dash") << u"- One"_s << u"- "_s << false;
        QTest::newRow("star, indented") << u"  *  One"_s << u"  *  "_s << false;
        QTest::newRow("number") << u"9. One"_s << u"10. "_s << false;
        QTest::newRow("parenthesis") << u"1) One"_s << u"2) "_s << false;
        QTest::newRow("task") << u"- [x] Done"_s << u"- [ ] "_s << false;
        QTest::newRow("empty") << u"- "_s << u"- "_s << true;
        QTest::newRow("empty task") << u"- [ ] "_s << u"- [ ] "_s << true;
        QTest::newRow("words") << u"One - two"_s << QString() << false;
        QTest::newRow("bold") << u"**One**"_s << QString() << false;
        QTest::newRow("rule") << u"- - -"_s << QString() << false;
    }

    void listItemNamesTheNextMarker()
    {
        QFETCH(QString, line);
        QFETCH(QString, next);
        QFETCH(bool, empty);
        const auto item = listItem(line);
        QCOMPARE(item.has_value(), !next.isNull());
        if (!item)
            return;
        QCOMPARE(item->next, next);
        QCOMPARE(item->isEmpty, empty);
    }

    void linesBecomeLinksAsOnGitHub_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("shown");
        const QString web = u"https://github.com/o/n"_s;
        const auto stays = [](const char *line) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(line);
        };
        QTest::newRow("issue") << u"- fixes #12, (#3)"_s
                               << u"- fixes [#12](%1/issues/12), ([#3](%1/issues/3))"_s.arg(web);
        QTest::newRow("elsewhere") << u"see a/b.c#4"_s << u"see [a/b.c#4](https://github.com/a/b.c/issues/4)"_s;
        QTest::newRow("person") << u"thanks @mo-ring!"_s << u"thanks [@mo-ring](https://github.com/mo-ring)!"_s;
        QTest::newRow("commit") << QString(40, u'a') << u"[`aaaaaaa`](%1/commit/%2)"_s.arg(web, QString(40, u'a'));
        stays("`#12` and ``@mo``");
        stays("[#12](https://e.org) and [@mo][1]");
        stays("https://e.org/#12 <https://e.org/@mo>");
        stays("mail mo@example.org");
        stays("# 12 and x#12 and #0 and @");
        stays("@scope/package");
        stays("[1]: https://e.org/#1");
    }
    void linesBecomeLinksAsOnGitHub()
    {
        QFETCH(QString, line);
        QTEST(linkified(line, u"https://github.com/o/n"_s), "shown");
        QCOMPARE(linkified(line, {}), line);
    }

    void problemsFollowTheText_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QStringList>("codes");
        QTest::addColumn<int>("line");

        QTest::newRow("good") << u"- Two\n\n### Fixed\n\n- Three"_s << QStringList() << 0;
        QTest::newRow("empty") << QString() << QStringList{u"section-empty"_s} << 3;
        QTest::newRow("too long") << QString(maxReleaseBody + 1, u'x') << QStringList{u"body-too-long"_s} << 3;
        QTest::newRow("another release") << u"- One\n\n## 1.0.4.1\n\n- Two"_s << QStringList{u"section-cut"_s} << 7;
        QTest::newRow("open fence") << u"- One\n\n```\ncode"_s << QStringList{u"fence-unclosed"_s} << 7;
        QTest::newRow("twice") << u"- One\n\n## 1.0.5\n\n- Two"_s
                               << QStringList{u"section-cut"_s, u"section-duplicate"_s} << 7;
    }

    void problemsFollowTheText()
    {
        QFETCH(QString, body);
        QFETCH(QStringList, codes);
        QFETCH(int, line);
        const LiveNotes live = liveOf(twoReleases, body);
        QCOMPARE(codesOf(live), codes);
        if (line)
            QCOMPARE(live.problems.first().line, line);
    }

    void longFileIsReadAsAShortOne_data() { problemsFollowTheText_data(); }
    void longFileIsReadAsAShortOne()
    {
        QFETCH(QString, body);
        QFETCH(QStringList, codes);
        QFETCH(int, line);
        QByteArray longFile = "# Changelog\n\n";
        for (int i = 0; i < 2000; ++i)
            longFile += "## 2.0." + QByteArray::number(3000 - i) + "\n\n- Newer\n\n";
        const int above = int(longFile.count('\n')) - 2;
        const Changelog changelog = Changelog::parse(longFile + twoReleases.sliced(13));
        const LiveNotes live = liveOf(changelog.bytes(), body);
        QCOMPARE(codesOf(live), codes);
        if (line)
            QCOMPARE(live.problems.first().line, line + above);
        QCOMPARE(live.body, liveOf(twoReleases, body).body);
    }

    void fixOfALongFileIsAnEditOfThatFile()
    {
        QByteArray longFile;
        for (int i = 0; i < 2000; ++i)
            longFile += "## 2.0." + QByteArray::number(3000 - i) + "\r\n\r\n- Newer\r\n\r\n";
        longFile += "## 1.0.5\r\n\r\n- One\r\n";
        const Changelog changelog = Changelog::parse(longFile);
        const ChangelogSection section = sectionOf(changelog);
        const LiveReader reader(changelog, section,
                                {.version = u"1.0.5"_s,
                                 .fileName = u"CHANGELOG.md"_s,
                                 .tag = u"v1.0.5"_s,
                                 .webUrl = QUrl(u"https://github.com/o/n"_s)});
        const QString typed = u"- One\n- [two](docs/two.md)"_s;
        const LiveNotes live = reader.read(typed);
        QCOMPARE(codesOf(live), QStringList{u"link-relative"_s});
        const QByteArray fixed = applied(changelog.withBody(section, typed), live.problems.first().fix->edits);
        QVERIFY(fixed.endsWith("- One\r\n- [two](https://github.com/o/n/blob/v1.0.5/docs/two.md)\r\n"));
        QVERIFY(fixed.startsWith(longFile.first(longFile.size() - 20)));
    }

    void charactersAreCountedAsPeopleDo() { QCOMPARE(liveOf(twoReleases, u"🚢 ahoy"_s).characters, 6); }

    void problemsModelHoldsTheRulesOfModels()
    {
        ProblemsModel model;
        QAbstractItemModelTester tester(&model);
        model.setProblems({{{Severity::Warning, u"b"_s, {}, u"Second."_s, u"Do that."_s}, 3},
                           {{Severity::Error, u"a"_s, {}, u"First."_s, u"Do this."_s}, 9}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data().toString(), u"First."_s);
        QCOMPARE(model.index(0, 1).data().toString(), u"line 9"_s);
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), u"warning: Second. Do that."_s);
        model.setProblems({});
        QCOMPARE(model.rowCount(), 0);
    }

    void previewHoldsHeadingsListsAndLinks()
    {
        QTextDocument document;
        renderNotes(document, u"minne *v1.0.5*"_s, u"- One\n\n### Fixed\n\n[guide](https://example.com)"_s,
                    QGuiApplication::palette());
        QTextBlock block = document.begin();
        QCOMPARE(block.text(), u"minne *v1.0.5*"_s);
        QCOMPARE(block.blockFormat().headingLevel(), 1);
        QVERIFY(block.next().textList());
        block = block.next().next();
        QCOMPARE(block.text(), u"Fixed"_s);
        QCOMPARE(block.blockFormat().headingLevel(), 3);
        QVERIFY(!block.begin().fragment().charFormat().hasProperty(QTextFormat::FontSizeAdjustment));
        QCOMPARE(block.next().begin().fragment().charFormat().anchorHref(), u"https://example.com"_s);
    }

    void tablesBelowCodeAreWhole()
    {
        QTextDocument document;
        renderNotes(document, u"T"_s, u"```\ncode\n```\n\n| A | B |\n| - | - |\n| 1 | 2 |\n"_s,
                    QGuiApplication::palette());
        const auto frames = document.rootFrame()->childFrames();
        QCOMPARE(frames.size(), 1);
        const auto *table = qobject_cast<QTextTable *>(frames.first());
        QVERIFY(table);
        QCOMPARE(table->cellAt(0, 0).firstCursorPosition().block().text(), u"A"_s);
    }

    void renderingChangesOnlyWhereTheTextDid_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("isPossible");
        const QString list =
            u"Words\n\n- One\n- **Two** and `code`\n  - Deep\n- Three\n\n### Fixed\n\n1. a\n2. b\n\nEnd"_s;
        const QString table = u"\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\nBelow"_s;
        const auto row = [&](const char *name, const QString &was, const QString &is, bool isPossible = true) {
            const QString before = list + table;
            QTest::newRow(name) << before << QString(before).replace(was, is) << isPossible;
            QTest::addRow("%s, back", name) << QString(before).replace(was, is) << before << isPossible;
        };
        row("a word", u"One"_s, u"One more"_s);
        row("its form", u"Three"_s, u"Three **times** [x](https://e.org)"_s);
        row("an item", u"- Three"_s, u"- Third\n- Fourth\n- Fifth"_s);
        row("an item in the depth", u"  - Deep"_s, u"  - Deep\n  - Deeper"_s);
        row("a number", u"2. b"_s, u"2. new\n3. b"_s);
        row("a heading", u"### Fixed"_s, u"#### Fixed"_s);
        row("a paragraph", u"End"_s, u"One\n\nTwo\n\nEnd"_s);
        row("code", u"End"_s, u"End\n\n```\ncode\nmore\n```\n\nAnd on"_s);
        row("a list of its own", u"End"_s, u"End\n\n* x\n* y\n\nAnd on"_s);
        row("below a table", u"Below"_s, u"Below it"_s);
        row("in a table", u"| 1 | 2 |"_s, u"| 1 | 3 |"_s, false);
        row("a table's row", u"| 1 | 2 |"_s, u"| 1 | 2 |\n| 3 | 4 |"_s, false);
    }
    void renderingChangesOnlyWhereTheTextDid()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(bool, isPossible);
        QTextDocument shown, old, fresh;
        for (QTextDocument *document : {&shown, &old})
            renderNotes(*document, u"T"_s, before, QGuiApplication::palette());
        renderNotes(fresh, u"T"_s, after, QGuiApplication::palette());
        const DocumentChange change = changeBetween(old, fresh);
        QCOMPARE(change.isPossible, isPossible);
        if (!isPossible)
            return;
        applyChange(change, shown, fresh);
        QCOMPARE(shown.toHtml(), fresh.toHtml());
        QVERIFY(change.added <= 6 && change.removed <= 6);
    }

    void manyChangesOfARenderingAddUp()
    {
        QStringList lines;
        for (int i = 0; i < 60; ++i)
            lines += i % 12 == 0 ? u"\n### Part %1\n"_s.arg(i) : u"- Entry %1 with `code`"_s.arg(i);
        QTextDocument shown;
        renderNotes(shown, u"T"_s, lines.join(u'\n'), QGuiApplication::palette());
        std::unique_ptr<QTextDocument> last(shown.clone());
        QRandomGenerator random(7);
        int possible = 0;
        for (int step = 0; step < 300; ++step) {
            const qsizetype at = random.bounded(lines.size());
            switch (random.bounded(5)) {
            case 0:
                lines.insert(at, u"- New %1"_s.arg(step));
                break;
            case 1:
                if (lines.size() > 20)
                    lines.removeAt(at);
                break;
            case 2:
                lines[at] += u" **more**"_s;
                break;
            case 3:
                lines.insert(at, u"  - Deeper %1"_s.arg(step));
                break;
            default:
                lines.insert(at, u"\nWords %1\n"_s.arg(step));
            }
            auto fresh = std::make_unique<QTextDocument>();
            renderNotes(*fresh, u"T"_s, lines.join(u'\n'), QGuiApplication::palette());
            if (const DocumentChange change = changeBetween(*last, *fresh); change.isPossible) {
                applyChange(change, shown, *fresh);
                ++possible;
            } else {
                renderNotes(shown, u"T"_s, lines.join(u'\n'), QGuiApplication::palette());
            }
            QCOMPARE(shown.toHtml(), fresh->toHtml());
            last = std::move(fresh);
        }
        QVERIFY(possible > 150);
    }

    void previewShowsNoCommentsAndNoRawHtml()
    {
        QTextDocument document;
        renderNotes(document, u"T"_s,
                    u"<!-- for us -->\n\nOne `<!-- code -->` <!-- two --> <b>three</b>\n\n<h1>Big</h1>"_s,
                    QGuiApplication::palette());
        const QString text = document.toPlainText();
        QVERIFY(!text.contains(u"for us") && !text.contains(u"two"));
        QVERIFY(text.contains(u"<!-- code -->"));
        QVERIFY(text.contains(u"<b>three</b>"));
        QVERIFY(text.contains(u"<h1>Big</h1>"));
    }
};

QTEST_MAIN(TestNotesText)
#include "tst_notestext.moc"
