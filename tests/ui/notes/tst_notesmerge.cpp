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

using namespace unmoor;
using namespace Qt::StringLiterals;

class TestNotesMerge : public NotesPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void textOfTheHostIsTakenOrLeft()
    {
        const auto edited = mergeBody(body, body, u"- One, better\n- Two"_s);
        m_page->setHostBody(edited);
        QCOMPARE(m_page->bannerTitle(), u"The notes were edited on GitHub"_s);
        QCOMPARE(hostText()->extraSelections().size(), 1);
        QTest::mouseClick(button(u"Take GitHub's text"_s), Qt::LeftButton);
        QCOMPARE(m_page->body(), u"- One, better\n- Two"_s);
        QCOMPARE(m_page->bannerTitle(), QString());
        m_page->editor()->undo();
        QCOMPARE(m_page->body(), body);
    }

    void textOfTheHostThatWasLeftIsNotOfferedAgain()
    {
        const auto edited = mergeBody({}, body, u"- Other"_s);
        m_page->setHostBody(edited);
        QCOMPARE(m_page->bannerTitle(), u"The notes differ from those on GitHub"_s);
        QTest::mouseClick(button(u"Keep the file's"_s), Qt::LeftButton);
        QCOMPARE(m_page->bannerTitle(), QString());
        show(sampleChangelog);
        QCOMPARE(m_page->bannerTitle(), QString());
        m_page->setHostBody(mergeBody({}, body, u"- Yet another"_s));
        QVERIFY(!m_page->bannerTitle().isEmpty());
    }

    void onlyOursChangedIsNoMatterForAPerson()
    {
        m_page->setHostBody(mergeBody(u"- Old"_s, body, u"- Old"_s));
        QCOMPARE(m_page->bannerTitle(), QString());
    }

    void bothChangesAreKeptWhereTheyDoNotMeet()
    {
        typeAtTheEnd(u" mine"_s);
        show(QByteArray(sampleChangelog).replace("- One", "- One of theirs"));
        QCOMPARE(m_page->draft().aside(), body + u" mine"_s);
        QVERIFY(button(u"Keep both changes"_s));
        QTest::mouseClick(button(u"Keep both changes"_s), Qt::LeftButton);
        QCOMPARE(m_page->body(), u"- One of theirs\n- Two\n\n### Fixed\n\n- Three mine"_s);
        QCOMPARE(m_page->draft().aside(), QString());
    }

    void differencesAreDecidedOneByOne()
    {
        typeAtTheEnd(u" mine"_s);
        show(QByteArray(sampleChangelog).replace("- One", "- One of theirs").replace("- Three", "- Third"));
        QVERIFY(!m_page->isMerging());
        QVERIFY(button(u"Merge"_s));
        QTest::mouseClick(button(u"Merge"_s), Qt::LeftButton);
        QVERIFY(m_page->isMerging());
        MergeView *merge = part<MergeView>();
        QCOMPARE(merge->differences(), 2);
        QCOMPARE(merge->undecided(), 1);
        QVERIFY(!merge->takeButton()->isEnabled());
        QTRY_VERIFY(qobject_cast<QRadioButton *>(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // "Take the left" of the one that is open
        QCOMPARE(merge->undecided(), 0);
        QTest::mouseClick(merge->takeButton(), Qt::LeftButton);
        QVERIFY(!m_page->isMerging());
        QCOMPARE(m_page->body(), u"- One of theirs\n- Two\n\n### Fixed\n\n- Three mine"_s);
        QCOMPARE(m_page->draft().aside(), QString());
        QCOMPARE(m_page->bannerTitle(), QString());
        m_page->editor()->undo();
        QCOMPARE(m_page->body(), u"- One of theirs\n- Two\n\n### Fixed\n\n- Third"_s);
    }

    void bothSidesOfADifferenceCanStay()
    {
        MergeView merge;
        merge.ask({.base = u"a"_s, .ours = u"b"_s, .theirs = u"c"_s});
        QCOMPARE(merge.undecided(), 1);
        merge.choose(0, MergeView::Both);
        QCOMPARE(merge.merged(), u"b\nc"_s);
        merge.choose(0, MergeView::Theirs);
        QCOMPARE(merge.merged(), u"c"_s);
        merge.ask({.base = u"a\nb\nc"_s, .ours = u"a\nb"_s, .theirs = u"a\nb\nc"_s});
        QCOMPARE(merge.undecided(), 0);
        QCOMPARE(merge.merged(), u"a\nb"_s);
        merge.choose(0, MergeView::Theirs);
        QCOMPARE(merge.merged(), u"a\nb\nc"_s);
    }

    void mergingEndsWhereTheFileChangesAgain()
    {
        typeAtTheEnd(u" mine"_s);
        show(QByteArray(sampleChangelog).replace("- Three", "- Third"));
        m_page->showMerge();
        QVERIFY(m_page->isMerging());
        show(QByteArray(sampleChangelog).replace("- Three", "- Third")); // nothing new
        QVERIFY(m_page->isMerging());
        show(QByteArray(sampleChangelog).replace("- Three", "- Drei"));
        QVERIFY(!m_page->isMerging());
        QCOMPARE(m_page->draft().aside(), body + u" mine"_s);
        QVERIFY(button(u"Merge"_s));
    }

    void textOfTheHostIsMergedInThree()
    {
        const QString theirs = QString(body).replace(u"- One"_s, u"- One, better"_s);
        const QString ours = QString(body).replace(u"- Three"_s, u"- Three, better"_s);
        show(QByteArray(sampleChangelog).replace("- Three", "- Three, better"));
        m_page->setHostBody(mergeBody(body, ours, theirs));
        QVERIFY(button(u"Merge"_s));
        QTest::mouseClick(button(u"Merge"_s), Qt::LeftButton);
        QCOMPARE(part<MergeView>()->differences(), 2);
        QCOMPARE(part<MergeView>()->undecided(), 0);
        QTest::mouseClick(part<MergeView>()->takeButton(), Qt::LeftButton);
        QCOMPARE(m_page->body(), QString(theirs).replace(u"- Three"_s, u"- Three, better"_s));
    }

    void textOfTheFileIsSentByPublishing()
    {
        QSignalSpy publish(m_page.get(), &NotesPage::publishRequested);
        m_page->setHostBody(mergeBody(body, body, u"- Other"_s));
        QVERIFY(button(u"Send the file's…"_s));
        QTest::mouseClick(button(u"Send the file's…"_s), Qt::LeftButton);
        QCOMPARE(publish.count(), 1);
    }

    void restoredTextCanBeDiscardedOrKept()
    {
        m_page->restoreDraft(u"- Typed"_s, body);
        QCOMPARE(m_page->bannerTitle(), u"Your unsaved text is back"_s);
        show(sampleChangelog);
        QCOMPARE(m_page->bannerTitle(), u"Your unsaved text is back"_s);
        QVERIFY(button(u"Discard it"_s));
        QTest::mouseClick(button(u"Discard it"_s), Qt::LeftButton);
        QVERIFY(!m_page->isEdited());
        QCOMPARE(m_page->bannerTitle(), QString());
        m_page->editor()->undo();
        QCOMPARE(m_page->body(), u"- Typed"_s);
    }

    void typedTextComesBack()
    {
        m_page->restoreDraft(u"- Typed"_s, body);
        QCOMPARE(m_page->body(), u"- Typed"_s);
        QVERIFY(m_page->isEdited());
        show(sampleChangelog);
        m_page->restoreDraft(u"- Older"_s, u"- Something else"_s);
        QCOMPARE(m_page->draft().aside(), u"- Older"_s);
    }

    void editsStayWhereOnlyTheRestOfTheFileChanged()
    {
        typeAtTheEnd(u"!"_s);
        show(QByteArray(sampleChangelog).replace("# Changelog", "# Changelog\n\nAll changes."));
        QCOMPARE(m_page->body(), body + u"!"_s);
        QVERIFY(m_page->isEdited());
        QVERIFY(m_page->editor()->whole().startsWith(u"# Changelog\n\nAll changes.\n"));
    }

    void editsAreSetAsideWhereTheSectionChanged()
    {
        typeAtTheEnd(u"!"_s);
        show(QByteArray(sampleChangelog).replace("- Two", "- Two changed"));
        QVERIFY(!m_page->isEdited());
        QVERIFY(m_page->body().contains(u"- Two changed"));
        QVERIFY(m_page->bannerTitle().contains(u"changed on disk"));
        QTRY_VERIFY(button(u"Bring my text back"_s));
        QTest::mouseClick(button(u"Bring my text back"_s), Qt::LeftButton);
        QCOMPARE(m_page->body(), body + u"!"_s);
        QVERIFY(m_page->isEdited());
        QCOMPARE(m_page->bannerTitle(), QString());
    }

    void aFailedSaveOffersToReload()
    {
        QSignalSpy reload(m_page.get(), &NotesPage::reloadRequested);
        typeAtTheEnd(u"!"_s);
        m_page->showSaveError(u"CHANGELOG.md changed on disk since it was read, so nothing was written."_s);
        QVERIFY(m_page->bannerTitle().contains(u"was not saved"));
        QTRY_VERIFY(button(u"Reload from disk"_s));
        QTest::mouseClick(button(u"Reload from disk"_s), Qt::LeftButton);
        QCOMPARE(reload.count(), 1);
        m_page->setSaved();
        QCOMPARE(m_page->bannerTitle(), QString());
    }
};

QTEST_MAIN(TestNotesMerge)
#include "tst_notesmerge.moc"
