// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startpage.h"

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QDir>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace unmoor;
using namespace Qt::StringLiterals;

namespace {

QList<RecentProject> someProjects()
{
    return {{u"/src/minne"_s, u"minne"_s, theme::State::Warning, u"v1.0.5: draft to finish"_s, {}, true},
            {u"/srv/gone"_s, u"gone"_s, theme::State::Planned, u"v0.1.0: planned"_s, {}, false}};
}

QPushButton *buttonWith(const QWidget &page, const QString &text)
{
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

} // namespace

class TestStartPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsTheContract()
    {
        ProjectModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProjects(someProjects());
        QCOMPARE(model.rowCount(), 2);
    }

    void missingFolderIsSaidAsItsState()
    {
        ProjectModel model;
        model.setProjects(someProjects());
        QCOMPARE(model.index(1).data(ProjectModel::SummaryRole).toString(), u"folder is gone"_s);
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(u"error, folder is gone"_s));
    }

    void homeFolderIsShort()
    {
        QCOMPARE(shownPath(QDir::homePath() + u"/src/minne"_s), u"~/src/minne"_s);
        QCOMPARE(shownPath(u"/srv/git"_s), u"/srv/git"_s);
    }

    void returnOpensTheProject()
    {
        StartPage page;
        page.setProjects(someProjects());
        page.show();
        QSignalSpy opened(&page, &StartPage::projectActivated);
        QTest::keyClick(page.projectList(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().value<RecentProject>().path, u"/src/minne"_s);
    }

    void keysPinAndRemoveTheChosenProject()
    {
        StartPage page;
        page.setProjects(someProjects());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.projectList()->setFocus();
        page.projectList()->setCurrentIndex(page.projectList()->model()->index(1, 0));
        QSignalSpy pinned(&page, &StartPage::pinRequested);
        QSignalSpy forgotten(&page, &StartPage::forgetRequested);
        QTest::keyClick(page.projectList(), Qt::Key_D, Qt::ControlModifier);
        QTest::keyClick(page.projectList(), Qt::Key_Delete);
        QCOMPARE(pinned.count(), 1);
        QCOMPARE(pinned.first().at(0).value<RecentProject>().path, u"/srv/gone"_s);
        QCOMPARE(pinned.first().at(1).toBool(), true);
        QCOMPARE(forgotten.count(), 1);
        QCOMPARE(forgotten.first().first().value<RecentProject>().path, u"/srv/gone"_s);

        QList<RecentProject> other = someProjects();
        std::ranges::reverse(other);
        other.first().isPinned = true;
        page.setProjects(other);
        QCOMPARE(page.projectList()->currentIndex().row(), 0); // goes with its project
        QVERIFY(page.projectList()->currentIndex().data(Qt::AccessibleTextRole).toString().endsWith(u", pinned"_s));
        QTest::keyClick(page.projectList(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(pinned.last().at(1).toBool(), false);
    }

    void menuOfAProjectHasWhatTheKeysDo()
    {
        StartPage page;
        page.setProjects(someProjects());
        page.show();
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(4, 4), page.mapToGlobal(QPoint(4, 4)));
        QCoreApplication::sendEvent(page.projectList()->viewport(), &asked);
        auto *menu = page.projectList()->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().size(), 5);
        QSignalSpy forgotten(&page, &StartPage::forgetRequested);
        menu->actions().last()->trigger();
        QCOMPARE(forgotten.count(), 1);
        menu->close();
    }

    void withoutProjectsThePageSaysWhatTheProgramIsFor()
    {
        StartPage page;
        page.setProjects({});
        page.show();
        const auto welcomes = [&page] {
            return std::ranges::any_of(page.findChildren<QLabel *>(), [](const QLabel *label) {
                return label->isVisible() && label->text().contains(u"to a release on GitHub"_s);
            });
        };
        QVERIFY(welcomes());
        page.setProjects(someProjects());
        QVERIFY(!welcomes());
    }

    void forgettingIsOfferedOnlyWhereAFolderIsGone()
    {
        StartPage page;
        page.setProjects(someProjects());
        QVERIFY(!buttonWith(page, u"Forget missing"_s)->isHidden());
        page.setProjects(someProjects().first(1));
        QVERIFY(buttonWith(page, u"Forget missing"_s)->isHidden());
    }

    /// Half as large again as usual, in the smallest window.
    void largeTextLeavesNothingOverAnother()
    {
        const QFont usual = qApp->font();
        const auto back = qScopeGuard([usual] { qApp->setFont(usual); });
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * 1.5);
        qApp->setFont(large);
        auto *page = new StartPage;
        page->setProjects(someProjects());
        page->setMachine({{theme::State::Done, u"nix"_s}, {theme::State::Done, u"git"_s}});
        QScrollArea area;
        area.setWidgetResizable(true);
        area.setWidget(page);
        area.resize(1024, 590);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area));
        const auto *list = page->findChild<QListView *>();
        const auto *open = buttonWith(*page, u"Open project…"_s);
        QTRY_VERIFY(list->mapTo(page, list->rect().bottomLeft()).y() < open->mapTo(page, QPoint(0, 0)).y());
    }

    void cardsTellWhatWasAsked()
    {
        StartPage page;
        page.resize(1280, 700);
        page.show();
        QSignalSpy rehearsal(&page, &StartPage::rehearsalRequested);
        QSignalSpy setUp(&page, &StartPage::setUpRequested);
        QSignalSpy signIn(&page, &StartPage::signInRequested);
        QSignalSpy open(&page, &StartPage::openRequested);
        QSignalSpy clone(&page, &StartPage::cloneRequested);
        for (const QString &text : {u"Rehearse"_s, u"Choose folder…"_s, u"Sign in…"_s, u"Open project…"_s, u"Clone…"_s})
            QTest::mouseClick(buttonWith(page, text), Qt::LeftButton);
        QCOMPARE(rehearsal.count() + setUp.count() + signIn.count() + open.count() + clone.count(), 5);
        QCOMPARE(rehearsal.count(), 1);
    }
};

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
