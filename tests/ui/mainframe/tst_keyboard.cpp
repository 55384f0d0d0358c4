// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/ownsession.h"
#include "tests/app/release/plainmanifest.h"
#include "ui/mainframe/pagestack.h"
#include "ui/mainframe/shortcutsheet.h"
#include "ui/mainframe/windowmemory.h"
#include "ui/mainframe/workspace.h"
#include "ui/matrix/matrixview.h"
#include "ui/widgets/keys.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QStringListModel>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// Where the focus is, and what the keys do from there.
class KeyboardTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<OwnSession> m_session;
    std::unique_ptr<Workspace> m_workspace;

    QWidget *page() const { return m_workspace->findChild<PageStack *>()->currentWidget(); }

    bool isFocusInPage() const { return page()->isAncestorOf(QApplication::focusWidget()); }

private Q_SLOTS:
    void initTestCase()
    {
        isolateGit();
        theme::apply(*qApp, theme::Appearance::Light);
    }

    void init()
    {
        m_project = std::make_unique<GitRepository>();
        m_project->write(u"unmoor.toml"_s, plainManifest);
        m_project->commit(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        m_state = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<OwnSession>(m_state->path());
        const auto opened = m_session->open(m_project->path());
        QTRY_VERIFY_WITH_TIMEOUT(opened.isFinished(), 60'000);
        QVERIFY(opened.result());
        m_workspace = std::make_unique<Workspace>(*m_session);
        m_workspace->resize(1280, 728);
        m_workspace->show();
        QVERIFY(QTest::qWaitForWindowActive(m_workspace.get()));
    }

    void cleanup()
    {
        m_workspace.reset();
        m_session.reset();
    }

    void aStepPutsTheFocusIntoItsPage()
    {
        for (int step = StepRail::Plan; step < StepRail::StepCount; ++step) {
            m_workspace->matrix()->setFocus();
            m_workspace->setStep(StepRail::Step(step));
            QVERIFY2(isFocusInPage(), qPrintable(QString::number(step)));
        }
    }

    void arrowsGoFromStepToStepInTheRail()
    {
        auto *rail = m_workspace->findChild<StepRail *>();
        rail->button(StepRail::Plan)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(m_workspace->step(), StepRail::Build);
        QVERIFY(rail->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(m_workspace->step(), StepRail::Archives);
    }

    void aButtonThatGoesLeavesTheFocusOnItsPage()
    {
        m_workspace->setStep(StepRail::Plan);
        const QList<QPushButton *> buttons = page()->findChildren<QPushButton *>();
        const auto button =
            std::ranges::find_if(buttons, [](const QPushButton *one) { return one->isVisible() && one->isEnabled(); });
        QVERIFY(button != buttons.end());
        (*button)->setFocus(Qt::TabFocusReason);
        QVERIFY((*button)->hasFocus());
        (*button)->hide();
        QTRY_VERIFY(isFocusInPage());
    }

    void findIsHeardFromOutsideOfThePage()
    {
        m_workspace->setStep(StepRail::Notes);
        m_workspace->matrix()->setFocus();
        QTest::keySequence(m_workspace.get(), QKeySequence::Find);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        QVERIFY(isFocusInPage());
    }

    void spaceOpensAsReturnDoes()
    {
        QStringListModel model({u"a"_s, u"b"_s});
        QListView list;
        list.setModel(&model);
        openOnSpace(&list);
        list.setCurrentIndex(model.index(1));
        QSignalSpy opened(&list, &QListView::activated);
        QTest::keyClick(&list, Qt::Key_Space);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toModelIndex().row(), 1);
        QTest::keyClick(&list, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(opened.size(), 1);
    }

    void theSheetNamesEveryKey()
    {
        QAction check(u"&Check everything again"_s);
        check.setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_R), QKeySequence(Qt::Key_F9)});
        QAction silent(u"Without a key"_s);
        auto *sheet = new ShortcutSheet({&check, &silent}, m_workspace.get());
        const auto *list = sheet->findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItem(0)->childCount(), 1);
        QCOMPARE(list->topLevelItem(0)->child(0)->text(0), u"Check everything again"_s);
        QCOMPARE(list->topLevelItem(0)->child(0)->text(1), u"Ctrl+R; F9"_s);
        QVERIFY(list->topLevelItem(1)->childCount() > 4);
    }

    void windowAndSplittersAreAsTheyWereLeft()
    {
        const auto split = [] {
            auto window = std::make_unique<QWidget>();
            auto *splitter = new QSplitter(window.get());
            splitter->setObjectName(u"parts"_s);
            splitter->addWidget(new QWidget);
            splitter->addWidget(new QWidget);
            splitter->resize(400, 100);
            return window;
        };
        const auto first = split();
        first->resize(640, 480);
        first->findChild<QSplitter *>()->setSizes({300, 100});
        first->show();
        const QList<int> sizes = first->findChild<QSplitter *>()->sizes();
        {
            WindowMemory memory(m_state->path());
            memory.keepWindow(*first);
            memory.keepParts(*first);
        }
        const auto second = split();
        const WindowMemory memory(m_state->path());
        memory.restoreWindow(*second);
        memory.restoreParts(*second);
        second->show();
        QCOMPARE(second->size(), QSize(640, 480));
        QCOMPARE(second->findChild<QSplitter *>()->sizes(), sizes);
    }
};

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
