// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startpage.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QListView>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

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
        for (const QString &text : {u"Rehearse"_s, u"Choose folder…"_s, u"Sign in…"_s, u"Open project…"_s})
            QTest::mouseClick(buttonWith(page, text), Qt::LeftButton);
        QCOMPARE(rehearsal.count() + setUp.count() + signIn.count() + open.count(), 4);
        QCOMPARE(rehearsal.count(), 1);
    }
};

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
