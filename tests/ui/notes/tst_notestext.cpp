// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/documentchange.h"
#include "ui/notes/documenttext.h"
#include "ui/notes/problemsmodel.h"
#include "ui/notes/rendernotes.h"

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

class TestNotesText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentTextComesBackAsItWas()
    {
        const QString text = u"a\u00a0b\u2028c\u2029d\n\ufdd0e\ufdd1\n\n"_s;
        QTextDocument document;
        document.setPlainText(toDocument(text));
        QCOMPARE(document.blockCount(), 4);
        QCOMPARE(fromDocument(document.toRawText()), text);
    }

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

    void whatGitHubLeavesOutIsStruckThroughInItsPlace()
    {
        QTextDocument document;
        renderNotes(document, u"T"_s, u"- One <iframe src=x></iframe> and `<code>`\n- <kbd>Ctrl</kbd> Vec<T>"_s,
                    QGuiApplication::palette());
        QCOMPARE(document.begin().next().text(), u"One <iframe> and <code>"_s);
        QCOMPARE(document.lastBlock().text(), u"Ctrl Vec<T>"_s);
        const auto formatOf = [&document](const QString &text) { return document.find(text).charFormat(); };
        for (const QString &dropped : {u"<iframe>"_s, u"<T>"_s}) {
            QVERIFY2(formatOf(dropped).fontStrikeOut(), qPrintable(dropped));
            QVERIFY(formatOf(dropped).toolTip().contains(dropped));
        }
        QVERIFY(!formatOf(u"<code>"_s).fontStrikeOut());
        QVERIFY(formatOf(u"Ctrl"_s).fontFixedPitch() || formatOf(u"Ctrl"_s).hasProperty(QTextFormat::FontFamilies));
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

    void previewShowsNoCommentsAndHtmlAsItLooks()
    {
        QTextDocument document;
        renderNotes(document, u"T"_s,
                    u"<!-- for us -->\n\nOne `<!-- code -->` <!-- two --> <b>three</b>\n\n<h1>Big</h1>"_s,
                    QGuiApplication::palette());
        const QString text = document.toPlainText();
        QVERIFY(!text.contains(u"for us") && !text.contains(u"two"));
        QVERIFY(text.contains(u"<!-- code -->"));
        QVERIFY(!text.contains(u"<b>") && !text.contains(u"<h1>"));
        QCOMPARE(document.find(u"three"_s).charFormat().fontWeight(), int(QFont::Bold));
        QVERIFY(text.contains(u"Big"));
    }
};

QTEST_MAIN(TestNotesText)
#include "tst_notestext.moc"
