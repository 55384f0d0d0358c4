// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/notes/notespagefixture.h"

#include "ui/notes/changelogeditor.h"
#include "ui/notes/findbar.h"
#include "ui/notes/mergeview.h"
#include "ui/notes/notespreview.h"
#include "ui/notes/problemsmodel.h"
#include "ui/notes/problemsview.h"
#include "ui/notes/sectionsmodel.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTreeView>

using namespace unmoor;
using namespace Qt::StringLiterals;

namespace {

bool hasHeading(const QTextDocument &document, const QString &text)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0 && block.text() == text)
            return true;
    }
    return false;
}

} // namespace

class TestNotesPage : public NotesPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void fixInTheSectionIsAStepOfUndo()
    {
        showIn("## 1.0.5\n\n- [a](README.md)\n\n## 1.0.4\n");
        QCOMPARE(part<ProblemsModel>()->rowCount(), 1);
        QCOMPARE(part<ProblemsModel>()->index(0, ProblemsModel::Offer).data().toString(), u"Link to it at v1.0.5"_s);
        auto *view = m_page->findChild<ProblemsView *>();
        view->setCurrentIndex(part<ProblemsModel>()->index(0, 0));
        QTest::keyClick(view, Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(m_page->body(), u"- [a](https://github.com/owner/minne/blob/v1.0.5/README.md)"_s);
        QTRY_COMPARE(part<ProblemsModel>()->rowCount(), 0);
        m_page->editor()->undo();
        QCOMPARE(m_page->body(), u"- [a](README.md)"_s);
    }

    void fixBeyondTheSectionAsksForTheFile()
    {
        showIn("## 1.0.5\n\n- a\n\n## 1.0.4 (2026-06-24)\n");
        typeAtTheEnd(u"!"_s);
        QTRY_COMPARE(part<ProblemsModel>()->rowCount(), 1);
        QSignalSpy rewrite(m_page.get(), &NotesPage::rewriteRequested);
        Q_EMIT m_page->findChild<ProblemsView *>()->fixChosen(0);
        QCOMPARE(rewrite.count(), 1);
        QCOMPARE(rewrite.first().first().toByteArray(), "## 1.0.5 (2026-07-08)\n\n- a!\n\n## 1.0.4 (2026-06-24)\n");
    }

    void missingSectionOffersToMakeIt()
    {
        showIn("## Unreleased\n\n- a\n\n## 1.0.4\n");
        QSignalSpy rewrite(m_page.get(), &NotesPage::rewriteRequested);
        QVERIFY(button(u"Make it 1.0.5"_s));
        QTest::mouseClick(button(u"Make it 1.0.5"_s), Qt::LeftButton);
        QCOMPARE(rewrite.first().first().toByteArray(), "## Unreleased\n\n## 1.0.5\n\n- a\n\n## 1.0.4\n");
    }

    void whoIsInTheSectionsGoesOnInTheTextWhereTheyHaveNoRoom()
    {
        m_page->resize(1000, 600);
        showIn("## 1.0.5\n\n- a\n\n## 1.0.4\n- b\n");
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTreeView *sections = nullptr;
        for (QTreeView *list : m_page->findChildren<QTreeView *>())
            if (list->model() == part<SectionsModel>())
                sections = list;
        QVERIFY(sections && sections->isVisible());
        sections->setFocus();
        QVERIFY(sections->hasFocus());

        m_page->resize(620, 600);
        QTRY_VERIFY(!sections->isVisible());
        QVERIFY(m_page->editor()->hasFocus());

        m_page->resize(1000, 600); // and who is elsewhere stays there
        QTRY_VERIFY(sections->isVisible());
        QPushButton *open = buttonWith(u"Open"_s);
        QVERIFY(open);
        open->setFocus();
        m_page->resize(620, 600);
        QTRY_VERIFY(!sections->isVisible());
        QVERIFY(open->hasFocus());
    }

    void sectionsAreListedWithTheirTags()
    {
        showIn("## Unreleased\n\n## 1.0.5\n- a\n\n## 1.0.4 (2026-06-24)\n- b\n");
        SectionsModel *sections = part<SectionsModel>();
        QCOMPARE(sections->rowCount(), 3);
        QCOMPARE(sections->index(0, 0).data().toString(), u"Unreleased"_s);
        QCOMPARE(sections->index(2, SectionsModel::Date).data().toString(), u"2026-06-24"_s);
        QCOMPARE(sections->currentRow(), 1);
        QVERIFY(sections->index(2, 0).data(Qt::AccessibleTextRole).toString().contains(u"git has its tag"));
    }

    void findGoesThroughTheFileAndReplacesInTheSection()
    {
        show("## 1.0.5\n\n- one two\n- One\n\n## 1.0.4\n\n- one\n");
        m_page->editor()->goToLine(1);
        QTest::keySequence(m_page->editor(), QKeySequence::Find);
        FindBar *bar = part<FindBar>();
        QTRY_VERIFY(bar->isVisible());
        QTest::keyClicks(bar->needle(), u"one"_s);
        QCOMPARE(m_page->editor()->textCursor().blockNumber(), 2);
        bar->step(true);
        QCOMPARE(m_page->editor()->textCursor().blockNumber(), 3);
        bar->step(true);
        QCOMPARE(m_page->editor()->textCursor().blockNumber(), 7);
        bar->replacement()->setText(u"1"_s);
        bar->replace();
        QCOMPARE(bar->said(), u"This line cannot be changed here"_s);
        bar->step(true);
        QCOMPARE(bar->said(), u"From the top again"_s);
        bar->replaceAll();
        QCOMPARE(m_page->body(), u"- 1 two\n- 1"_s);
        QVERIFY(m_page->editor()->whole().endsWith(u"- one\n"));
        m_page->editor()->undo();
        QCOMPARE(m_page->body(), u"- one two\n- One"_s);
        QTest::keyClick(bar->needle(), Qt::Key_Escape);
        QVERIFY(bar->isHidden());
    }

    void draftComesBelowWhatIsThere()
    {
        m_page->takeDraft(u"- Four"_s);
        QCOMPARE(m_page->body(), body + u"\n\n- Four"_s);
        m_page->editor()->undo();
        QCOMPARE(m_page->body(), body);
    }

    void whatIsSentIsCountedAndShown()
    {
        m_page->setSentBody([](const QString &section) { return section + u"\n\n## Downloads"_s; });
        show(sampleChangelog);
        QVERIFY(hasHeading(*part<NotesPreview>()->document(), u"Downloads"_s));
        const QString count = QString::number(body.size() + 14) + u" of 125,000 characters"_s;
        QVERIFY2(m_page->counter().startsWith(count), qUtf8Printable(m_page->counter()));
    }

    void clickOnAProblemSelectsItsWords()
    {
        showIn("## 1.0.5\n\n- [a](README.md)\n\n## 1.0.4\n");
        QCOMPARE(m_page->editor()->extraSelections().size(), 1);
        auto *view = m_page->findChild<ProblemsView *>();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->visualRect(part<ProblemsModel>()->index(0, 0)).center());
        QVERIFY(m_page->editor()->textCursor().selectedText().contains(u"README.md"));
    }

    void init() { setUp(); }

    void showsTheSectionUnedited()
    {
        QCOMPARE(m_page->body(), body);
        QVERIFY(!m_page->isEdited());
        QVERIFY(!buttonWith(u"Save "_s)->isEnabled());
        QVERIFY(!buttonWith(u"Undo all"_s)->isEnabled());
        QCOMPARE(part<ProblemsModel>()->rowCount(), 0);
        QCOMPARE(m_page->bannerTitle(), QString());
    }

    void typingEditsTheBody()
    {
        QSignalSpy edited(m_page.get(), &NotesPage::editedChanged);
        typeAtTheEnd(u"!?"_s);
        QCOMPARE(m_page->body(), body + u"!?"_s);
        QCOMPARE(edited.count(), 1);
        QVERIFY(edited.first().first().toBool());
        QVERIFY(buttonWith(u"Save "_s)->isEnabled());
    }

    void undoingEverythingIsUnedited()
    {
        typeAtTheEnd(u"!"_s);
        QTest::mouseClick(buttonWith(u"Undo all"_s), Qt::LeftButton);
        QCOMPARE(m_page->body(), body);
        QVERIFY(!m_page->isEdited());
        m_page->editor()->undo();
        QCOMPARE(m_page->body(), body + u"!"_s);
    }

    void saveButtonAsksWithTheBody()
    {
        QSignalSpy save(m_page.get(), &NotesPage::saveRequested);
        typeAtTheEnd(u"!"_s);
        QTest::mouseClick(buttonWith(u"Save "_s), Qt::LeftButton);
        QCOMPARE(save.count(), 1);
        QCOMPARE(save.first().first().toString(), body + u"!"_s);
    }

    void savingByKeyboardNeedsAnEdit()
    {
        QSignalSpy save(m_page.get(), &NotesPage::saveRequested);
        m_page->activateWindow();
        m_page->editor()->setFocus();
        QTRY_VERIFY(m_page->editor()->hasFocus());
        QTest::keyClick(m_page->editor(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(save.count(), 0);
        typeAtTheEnd(u"!"_s);
        QTest::keyClick(m_page->editor(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(save.count(), 1);
    }

    void bytesOutsideTheSectionStay()
    {
        typeAtTheEnd(u" and more"_s);
        const Changelog changelog = Changelog::parse(sampleChangelog);
        const QByteArray saved = changelog.withBody(changelog.sectionsFor(u"1.0.5"_s).first(), m_page->body());
        QCOMPARE(saved, QByteArray(sampleChangelog).replace("- Three", "- Three and more"));
        QCOMPARE(m_page->editor()->whole(), QString::fromUtf8(saved));
    }

    void crlfFilesKeepTheirLineEnds()
    {
        const QByteArray crlf = QByteArray(sampleChangelog).replace("\n", "\r\n");
        show(crlf);
        QCOMPARE(m_page->body(), body);
        typeAtTheEnd(u"!"_s);
        const Changelog changelog = Changelog::parse(crlf);
        const QByteArray saved = changelog.withBody(changelog.sectionsFor(u"1.0.5"_s).first(), m_page->body());
        QCOMPARE(saved, QByteArray(crlf).replace("- Three", "- Three!"));
    }

    void savedTextIsUneditedAndCanBeUndone()
    {
        typeAtTheEnd(u"!"_s);
        m_page->setSaved();
        QVERIFY(!m_page->isEdited());
        QCOMPARE(m_page->body(), body + u"!"_s);
        m_page->editor()->undo();
        QVERIFY(m_page->isEdited());
    }

    void theSavedFileComingBackChangesNothing()
    {
        typeAtTheEnd(u"!"_s);
        const int caret = m_page->editor()->textCursor().position();
        show(QByteArray(sampleChangelog).replace("- Three", "- Three!"));
        QVERIFY(!m_page->isEdited());
        QCOMPARE(m_page->editor()->textCursor().position(), caret);
        QVERIFY(m_page->editor()->document()->isUndoAvailable());
        QCOMPARE(m_page->bannerTitle(), QString());
    }

    void previewFollowsTheText()
    {
        const QTextDocument &document = *part<NotesPreview>()->document();
        QVERIFY(hasHeading(document, u"minne v1.0.5"_s));
        QVERIFY(hasHeading(document, u"Fixed"_s));
        m_page->editor()->setBody(body + u"\n\n### Upgrading\n\nx"_s);
        QTRY_VERIFY(hasHeading(document, u"Upgrading"_s));
    }

    void previewKeepsItsScrolling()
    {
        m_page->editor()->setBody(u"Many words.\n\n"_s.repeated(200));
        QScrollBar *bar = part<NotesPreview>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 500);
        m_page->editor()->goToLine(80);
        QTest::keyClick(m_page->editor(), Qt::Key_Home);
        const int before = bar->value();
        QVERIFY(before > 0);
        QTest::keyClicks(m_page->editor(), u"typed"_s);
        QTRY_VERIFY(part<NotesPreview>()->toPlainText().contains(u"typed"));
        QCOMPARE(bar->value(), before);
    }

    void scrollingIsKeptInStep()
    {
        QString text;
        for (int part = 1; part <= 20; ++part)
            text += u"### Part %1\n\n"_s.arg(part) + (part % 2 ? u"Word\n\n"_s : u"- Item\n"_s.repeated(20)) + u'\n';
        m_page->editor()->setBody(text);
        QTRY_VERIFY(hasHeading(*part<NotesPreview>()->document(), u"Part 20"_s));
        const auto topOfPreview = [&] {
            QTextBlock block = part<NotesPreview>()->cursorForPosition(QPoint(30, 20)).block();
            while (block.isValid() && block.blockFormat().headingLevel() == 0)
                block = block.previous();
            return block.text();
        };
        for (const int part : {3, 8, 15}) {
            const QTextDocument *document = m_page->editor()->document();
            const QTextBlock heading = document->find(u"### Part %1"_s.arg(part)).block();
            m_page->editor()->scrollToLine(m_page->editor()->lineOf(heading) + 1);
            QTRY_COMPARE(topOfPreview(), u"Part %1"_s.arg(part));
        }
        QScrollBar *bar = part<NotesPreview>()->verticalScrollBar();
        bar->triggerAction(QAbstractSlider::SliderToMinimum);
        QTRY_COMPARE(m_page->editor()->topLine(), m_page->editor()->firstLine());
    }

    void problemsFollowTheText()
    {
        QSignalSpy changed(m_page.get(), &NotesPage::problemsChanged);
        m_page->editor()->setBody({});
        QTRY_COMPARE(part<ProblemsModel>()->rowCount(), 1);
        QCOMPARE(m_page->problemCount(Severity::Error), 1);
        QCOMPARE(m_page->editor()->problems().value(3), Severity::Error);
        typeAtTheEnd(u"words"_s);
        QTRY_COMPARE(part<ProblemsModel>()->rowCount(), 0);
        QCOMPARE(changed.count(), 2);
    }

    void aProblemIsShownAtItsLine()
    {
        show(QByteArray(sampleChangelog) + "\n## 1.0.5\n\n- Twice\n");
        QCOMPARE(part<ProblemsModel>()->rowCount(), 1);
        m_page->showProblem(part<ProblemsModel>()->problems().first().finding.message);
        QCOMPARE(m_page->editor()->textCursor().blockNumber() + 1, 16);
    }

    void withoutASectionNothingCanBeEdited()
    {
        show(sampleChangelog, u"2.0.0"_s);
        QVERIFY(m_page->editor()->isReadOnly());
        QVERIFY(m_page->editor()->isVisible());
        QCOMPARE(m_page->bannerTitle(), u"CHANGELOG.md has no section for 2.0.0."_s);
        QTest::keyClicks(m_page->editor(), u"x"_s);
        QCOMPARE(m_page->editor()->whole(), QString::fromUtf8(sampleChangelog));
        QVERIFY(!m_page->isEdited());
        show(sampleChangelog);
        QCOMPARE(m_page->bannerTitle(), QString());
        QVERIFY(!m_page->editor()->isReadOnly());
    }

    void withoutAChangelogThePageSaysSo()
    {
        m_page->setDocument({}, u"CHANGELOG.md"_s, u"1.0.5"_s, u"minne v1.0.5"_s);
        ReleaseNotes notes;
        notes.findings.append(
            {Severity::Error, u"section-missing"_s, {}, u"There is no changelog."_s, u"Write one."_s});
        m_page->setNotes(notes);
        QVERIFY(!m_page->editor()->isVisible());
        QSignalSpy reload(m_page.get(), &NotesPage::reloadRequested);
        QTRY_VERIFY(button(u"Read again"_s));
        QTest::mouseClick(button(u"Read again"_s), Qt::LeftButton);
        QCOMPARE(reload.count(), 1);
    }

    void linksLeaveOnlyAsSignals()
    {
        show("## 1.0.5\n\n[guide](https://example.com/guide)\n");
        NotesPreview *preview = part<NotesPreview>();
        QSignalSpy activated(m_page.get(), &NotesPage::linkActivated);
        QTextCursor cursor = preview->document()->find(u"guide"_s);
        cursor.setPosition(cursor.selectionStart() + 2);
        preview->setTextCursor(cursor);
        QTest::mouseClick(preview->viewport(), Qt::LeftButton, {}, preview->cursorRect(cursor).center());
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toUrl(), QUrl(u"https://example.com/guide"_s));
        QVERIFY(preview->source().isEmpty());
    }

    void aLongChangelogOpens()
    {
        QByteArray bytes = "# Changelog\n\n## 1.0.5\n\n- One\n\n";
        for (int i = 0; i < 1000; ++i)
            bytes += "## 0." + QByteArray::number(1000 - i) + ".0\n\n- Old *entry* with `code`\n- Another\n\n";
        show(bytes);
        QVERIFY(m_page->editor()->blockCount() > 5000);
        typeAtTheEnd(u" more"_s);
        QCOMPARE(m_page->body(), u"- One more"_s);
    }
};

QTEST_MAIN(TestNotesPage)
#include "tst_notespage.moc"
