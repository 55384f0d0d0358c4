// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/changelogeditor.h"
#include "ui/notes/markdownhighlighter.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace unmoor;
using namespace Qt::StringLiterals;

namespace {

const QByteArray file = "# Changelog\n\n## 1.0.5\n\n- One\n- Two\n\n## 1.0.4\n\n- Old\n";

EditableText textOf(const QByteArray &bytes)
{
    const Changelog changelog = Changelog::parse(bytes);
    return editableText(changelog, changelog.sectionsFor(u"1.0.5"_s).value(0));
}

QTextCharFormat formatAt(const QTextBlock &block, int column)
{
    QTextCharFormat format;
    for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
        if (range.start <= column && column < range.start + range.length)
            format.merge(range.format);
    }
    return format;
}

} // namespace

class TestChangelogEditor : public QObject
{
    Q_OBJECT

    std::unique_ptr<ChangelogEditor> m_editor;

    /// Selects from \a column in \a line (1-based) to \a toColumn in \a toLine; without these, the caret goes there.
    void select(int line, int column, int toLine = 0, int toColumn = 0)
    {
        const auto position = [this](int l, int c) {
            return m_editor->document()->findBlockByNumber(l - 1).position() + c;
        };
        QTextCursor cursor(m_editor->document());
        cursor.setPosition(position(line, column));
        if (toLine)
            cursor.setPosition(position(toLine, toColumn), QTextCursor::KeepAnchor);
        m_editor->setTextCursor(cursor);
    }

    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        m_editor->paste();
    }

private Q_SLOTS:
    void init()
    {
        m_editor = std::make_unique<ChangelogEditor>();
        m_editor->resize(400, 300);
        m_editor->setText(textOf(file));
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    }

    void showsTheWholeFileAndGivesBackTheBody()
    {
        QCOMPARE(m_editor->whole(), QString::fromUtf8(file));
        QCOMPARE(m_editor->body(), u"- One\n- Two"_s);
        QCOMPARE(m_editor->firstLine(), 5);
        QCOMPARE(m_editor->lastLine(), 6);
    }

    void typingInTheSectionChangesTheBody()
    {
        select(6, 5);
        QTest::keyClicks(m_editor.get(), u" more"_s);
        QCOMPARE(m_editor->body(), u"- One\n- Two more"_s);
        select(5, 0);
        QTest::keyClicks(m_editor.get(), u"x"_s);
        QCOMPARE(m_editor->body(), u"x- One\n- Two more"_s);
    }

    void changesOutsideTheSectionDoNothing_data()
    {
        QTest::addColumn<QList<int>>("selection");
        QTest::newRow("caret above") << QList{3, 4};
        QTest::newRow("caret in the blank line above") << QList{4, 0};
        QTest::newRow("caret below") << QList{8, 2};
        QTest::newRow("caret in the blank line below") << QList{7, 0};
        QTest::newRow("across the begin") << QList{4, 0, 5, 3};
        QTest::newRow("across the end") << QList{6, 3, 7, 0};
        QTest::newRow("all of it and more") << QList{1, 0, 10, 2};
    }

    void changesOutsideTheSectionDoNothing()
    {
        QFETCH(QList<int>, selection);
        const QString before = m_editor->whole();
        const auto again = [&] {
            select(selection.value(0), selection.value(1), selection.value(2), selection.value(3));
        };
        QSignalSpy touched(m_editor.get(), &ChangelogEditor::lockedLinesTouched);
        for (const int key : {Qt::Key_X, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Backspace, Qt::Key_Delete}) {
            for (const auto modifier : {Qt::NoModifier, Qt::ShiftModifier}) {
                if (key == Qt::Key_Delete && modifier == Qt::ShiftModifier && selection.size() < 4)
                    continue; // cuts nothing
                again();
                QTest::keyClick(m_editor.get(), Qt::Key(key), modifier);
                QCOMPARE(m_editor->whole(), before);
            }
        }
        for (const int key : {Qt::Key_Backspace, Qt::Key_Delete, Qt::Key_X, Qt::Key_V, Qt::Key_K}) {
            again();
            QGuiApplication::clipboard()->setText(u"pasted"_s);
            QTest::keyClick(m_editor.get(), Qt::Key(key), Qt::ControlModifier);
            QCOMPARE(m_editor->whole(), before);
        }
        again();
        paste(u"pasted"_s);
        QCOMPARE(m_editor->whole(), before);
        QVERIFY(touched.count() >= 12);
    }

    void deletingStopsAtTheEndsOfTheSection()
    {
        const QString before = m_editor->whole();
        select(5, 0);
        QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
        QTest::keyClick(m_editor.get(), Qt::Key_Backspace, Qt::ControlModifier);
        select(6, 5);
        QTest::keyClick(m_editor.get(), Qt::Key_Delete);
        QTest::keyClick(m_editor.get(), Qt::Key_Delete, Qt::ControlModifier);
        QTest::keyClick(m_editor.get(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(m_editor->whole(), before);
    }

    void deletingInTheSectionWorks()
    {
        select(6, 0);
        QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
        QCOMPARE(m_editor->body(), u"- One- Two"_s);
        select(5, 5);
        QTest::keyClick(m_editor.get(), Qt::Key_Delete, Qt::ControlModifier);
        QVERIFY(m_editor->body().size() < u"- One- Two"_s.size());
        QVERIFY(m_editor->body().startsWith(u"- One"));
    }

    void everythingCanBeDeletedAndTypedAgain()
    {
        select(5, 0, 6, 5);
        QTest::keyClick(m_editor.get(), Qt::Key_Delete);
        QCOMPARE(m_editor->body(), QString());
        QTest::keyClicks(m_editor.get(), u"new"_s);
        QCOMPARE(m_editor->whole(), u"# Changelog\n\n## 1.0.5\n\nnew\n\n## 1.0.4\n\n- Old\n"_s);
    }

    void whatOtherToolsChangeInLockedLinesIsTakenBack()
    {
        const QString before = m_editor->whole();
        QTextCursor cursor(m_editor->document());
        cursor.setPosition(2);
        cursor.insertText(u"by a tool"_s);
        QTRY_COMPARE(m_editor->whole(), before);
    }

    void inputMethodsWriteOnlyInTheSection()
    {
        const QString before = m_editor->whole();
        QInputMethodEvent above;
        above.setCommitString(u"é"_s);
        select(1, 3);
        QCoreApplication::sendEvent(m_editor.get(), &above);
        QCOMPARE(m_editor->whole(), before);
        QInputMethodEvent inside;
        inside.setCommitString(u"é"_s);
        select(6, 5);
        QCoreApplication::sendEvent(m_editor.get(), &inside);
        QCOMPARE(m_editor->body(), u"- One\n- Twoé"_s);
    }

    void dropsOutsideTheSectionDoNothing()
    {
        const QString before = m_editor->whole();
        QMimeData data;
        data.setText(u"dropped"_s);
        select(1, 0);
        const QPointF above = m_editor->cursorRect().center();
        select(6, 2);
        const QPointF inside = m_editor->cursorRect().center();
        const auto drop = [&](const QPointF &where) {
            QDragEnterEvent enter(where.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(m_editor->viewport(), &enter);
            QDropEvent event(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(m_editor->viewport(), &event);
        };
        QSignalSpy touched(m_editor.get(), &ChangelogEditor::lockedLinesTouched);
        drop(above);
        QCOMPARE(touched.count(), 1);
        QCOMPARE(m_editor->whole(), before);
        drop(inside);
        QVERIFY(m_editor->body().contains(u"dropped"));
    }

    void pastedLineEndsBecomeTheDocuments()
    {
        select(6, 5);
        paste(u"\r\n- Three\r- Four"_s);
        QCOMPARE(m_editor->body(), u"- One\n- Two\n- Three\n- Four"_s);
    }

    void pastedAddressLinksTheSelectedWords_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("body");
        QTest::newRow("address") << u"https://e.org/a?b#c "_s << u"- [One](https://e.org/a?b#c)\n- Two"_s;
        QTest::newRow("open bracket") << u"https://e.org/a(b"_s << u"- [One](<https://e.org/a(b>)\n- Two"_s;
        QTest::newRow("mail") << u"mailto:a@e.org"_s << u"- [One](mailto:a@e.org)\n- Two"_s;
        QTest::newRow("words") << u"see https://e.org"_s << u"- see https://e.org\n- Two"_s;
        QTest::newRow("another program's") << u"file:///etc/passwd"_s << u"- file:///etc/passwd\n- Two"_s;
    }
    void pastedAddressLinksTheSelectedWords()
    {
        QFETCH(QString, pasted);
        select(5, 2, 5, 5);
        QGuiApplication::clipboard()->setText(pasted);
        QTest::keySequence(m_editor.get(), QKeySequence::Paste);
        QTEST(m_editor->body(), "body");
        m_editor->undo();
        QCOMPARE(m_editor->body(), u"- One\n- Two"_s);
    }

    void pastedAddressStaysOneElsewhere()
    {
        const QString address = u"https://e.org/"_s;
        select(5, 5);
        paste(address);
        QCOMPARE(m_editor->body(), u"- Onehttps://e.org/\n- Two"_s); // nothing is selected
        select(5, 5, 5, 19);
        paste(u"https://e.org/b"_s);
        QCOMPARE(m_editor->body(), u"- Onehttps://e.org/b\n- Two"_s); // an address is replaced
        m_editor->setBody(u"```\nOne\n```"_s);
        select(6, 0, 6, 3);
        paste(address);
        QCOMPARE(m_editor->body(), u"```\nhttps://e.org/\n```"_s); // code
        m_editor->setBody(u"- One"_s);
        select(5, 2, 5, 5);
        QGuiApplication::clipboard()->setText(address);
        QTest::keyClick(m_editor.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_editor->body(), u"- https://e.org/"_s); // asked for as it is
    }

    void undoSaysWhenThereIsNothingLeft()
    {
        QSignalSpy undone(m_editor.get(), &ChangelogEditor::undoneAll);
        QSignalSpy redone(m_editor.get(), &ChangelogEditor::redoneAll);
        select(6, 5);
        QTest::keyClicks(m_editor.get(), u"!"_s);
        QTest::keySequence(m_editor.get(), QKeySequence::Redo);
        QCOMPARE(redone.count(), 1);
        QTest::keySequence(m_editor.get(), QKeySequence::Undo);
        QCOMPARE(undone.count(), 0);
        QTest::keySequence(m_editor.get(), QKeySequence::Undo);
        QCOMPARE(undone.count(), 1);
        QCOMPARE(m_editor->body(), u"- One\n- Two"_s);
    }

    void wordsWithAProblemAreUnderlined()
    {
        m_editor->setProblems({{5, Severity::Warning}}, {{5, 3, 3, Severity::Warning}});
        QCOMPARE(m_editor->extraSelections().size(), 1);
        const QTextEdit::ExtraSelection wave = m_editor->extraSelections().first();
        QCOMPARE(wave.cursor.selectedText(), u"One"_s);
        QCOMPARE(wave.format.underlineStyle(), QTextCharFormat::WaveUnderline);
        m_editor->select({5, 3, 3, Severity::Warning});
        QCOMPARE(m_editor->textCursor().selectedText(), u"One"_s);
        m_editor->setProblems({});
        QVERIFY(m_editor->extraSelections().isEmpty());
    }

    void contextMenuOffersNoChangeOfLockedLines()
    {
        const auto isEnabled = [this](const QString &name) {
            const std::unique_ptr<QMenu> menu(m_editor->contextMenu());
            const auto *action = menu->findChild<QAction *>(name);
            return action && action->isEnabled();
        };
        QGuiApplication::clipboard()->setText(u"pasted"_s);
        select(5, 0, 5, 3);
        QVERIFY(isEnabled(u"edit-cut"_s) && isEnabled(u"edit-paste"_s) && isEnabled(u"edit-delete"_s));
        select(4, 0, 5, 3);
        QVERIFY(!isEnabled(u"edit-cut"_s) && !isEnabled(u"edit-paste"_s) && !isEnabled(u"edit-delete"_s));
        QVERIFY(isEnabled(u"edit-copy"_s));
    }

    void undoAndRedoWork()
    {
        select(6, 5);
        QTest::keyClicks(m_editor.get(), u"!"_s);
        QTest::keyClick(m_editor.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_editor->body(), u"- One\n- Two"_s);
        m_editor->redo();
        QCOMPARE(m_editor->body(), u"- One\n- Two!"_s);
    }

    void returnContinuesAList()
    {
        select(6, 5);
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QTest::keyClicks(m_editor.get(), u"Three"_s);
        QCOMPARE(m_editor->body(), u"- One\n- Two\n- Three"_s);
    }

    void returnCountsOn()
    {
        m_editor->setBody(u"1. One"_s);
        select(5, 6);
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QCOMPARE(m_editor->body(), u"1. One\n2. "_s);
    }

    void returnInAnEmptyItemEndsTheList()
    {
        select(6, 5);
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QCOMPARE(m_editor->body(), u"- One\n- Two\n"_s);
        QCOMPARE(m_editor->textCursor().blockNumber() + 1, 7);
    }

    void returnInCodeIsJustANewLine()
    {
        m_editor->setBody(u"```\n- code\n```"_s);
        select(6, 6);
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QCOMPARE(m_editor->body(), u"```\n- code\n\n```"_s);
    }

    void shiftReturnIsALineEndToo()
    {
        select(6, 5);
        QTest::keyClick(m_editor.get(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(m_editor.get(), u"x"_s);
        QCOMPARE(m_editor->body(), u"- One\n- Two\nx"_s);
    }

    void selectAllTakesTheSectionThenTheFile()
    {
        select(5, 2);
        QTest::keyClick(m_editor.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_editor->textCursor().selectedText(), u"- One\u2029- Two"_s);
        QTest::keyClick(m_editor.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_editor->textCursor().selectionEnd(), int(file.size()));
    }

    void anythingInTheFileIsKept()
    {
        const QByteArray odd =
            u"# Caf\u00e9\u00a0x\n\n## 1.0.5\n\n- a\u00a0b \n- \U0001F6A2\n\n## 1.0.4\n\u2029y\n"_s.toUtf8();
        m_editor->setText(textOf(odd));
        QCOMPARE(m_editor->whole(), QString::fromUtf8(odd));
        QCOMPARE(m_editor->body(), u"- a\u00a0b \n- \U0001F6A2"_s);
        QCOMPARE(m_editor->lastLine(), 6);
    }

    void lockedLinesAreMutedAndTheSectionIsColored()
    {
        m_editor->setBody(u"- **One** `code`\n\n```\n# no heading\n```\n\n### Fixed"_s);
        const QTextDocument *document = m_editor->document();
        const auto line = [document](int number) { return document->findBlockByNumber(number - 1); };
        const QPalette palette = m_editor->palette();
        const QColor muted = theme::color(theme::Role::SecondaryText, palette);
        QTRY_COMPARE(formatAt(line(1), 0).foreground().color(), muted);
        QCOMPARE(formatAt(line(3), 0).foreground().color(), theme::color(theme::Role::Accent, palette));
        QCOMPARE(formatAt(line(5), 3).fontWeight(), int(QFont::Bold));
        QCOMPARE(formatAt(line(5), 12).foreground().color(), theme::stateColor(theme::State::Waiting, palette));
        QCOMPARE(formatAt(line(8), 0).foreground().color(), theme::stateColor(theme::State::Waiting, palette));
        QCOMPARE(formatAt(line(11), 0).foreground().color(), theme::color(theme::Role::Accent, palette));
        QCOMPARE(formatAt(line(13), 0).foreground().color(), muted);
    }

    void nothingCanBeTypedWithoutASection()
    {
        m_editor->setText(lockedText(Changelog::parse(file)));
        select(5, 0);
        QTest::keyClicks(m_editor.get(), u"x"_s);
        paste(u"x"_s);
        QCOMPARE(m_editor->whole(), QString::fromUtf8(file));
        QVERIFY(m_editor->isReadOnly());
    }
};

QTEST_MAIN(TestChangelogEditor)
#include "tst_changelogeditor.moc"
