// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/plainmanifest.h"
#include "ui/guide/brokenpage.h"
#include "ui/guide/drafttargets.h"
#include "ui/guide/guideform.h"
#include "ui/guide/guidepage.h"
#include "ui/guide/manifesteditor.h"
#include "ui/mainframe/mainwindow.h"
#include "ui/mainframe/recentprojects.h"
#include "ui/mainframe/startdesk.h"
#include "ui/mainframe/workspace.h"
#include "ui/start/clonedialog.h"
#include "ui/start/startpage.h"
#include "ui/widgets/banner.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// What the window does with a folder before a project is open in it: real git, real Nix.
class OpeningTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<GitRepository> m_repository;

    void openWindow(Trust trust)
    {
        m_window.reset();
        m_engine = std::make_unique<Engine>(m_state->path());
        m_window = std::make_unique<MainWindow>(*m_engine, SessionOptions{.version = {}, .trust = trust, .policy = {}});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    static QPushButton *buttonWith(QWidget &parent, const QString &text)
    {
        for (auto *button : parent.findChildren<QPushButton *>())
            if (button->isVisible() && button->text().remove(u'&').contains(text))
                return button;
        return nullptr;
    }

    static bool says(QWidget &parent, const QString &text)
    {
        return std::ranges::any_of(parent.findChildren<QLabel *>(),
                                   [&](QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

    void answer(const QString &button)
    {
        QDialog *box = nullptr;
        QTRY_VERIFY((box = m_window->findChild<QDialog *>()) != nullptr);
        auto *found = buttonWith(*box, button);
        QVERIFY(found);
        found->click();
        QTRY_VERIFY(!m_window->findChild<QDialog *>());
    }

    void openGuide()
    {
        m_window->openProject(m_repository->path());
        QVERIFY(m_window->guidePage());
    }

    bool isKnown() const
    {
        const auto *cancel = m_window->guidePage() ? m_window->guidePage()->cancelButton() : nullptr;
        return cancel && !cancel->isVisible();
    }

    QString manifestFile() const { return m_repository->filePath(u"unmoor.toml"_s); }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_state = std::make_unique<QTemporaryDir>();
        m_repository = std::make_unique<GitRepository>();
        m_repository->write(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.2.3\n\n- New\n");
        m_repository->commit(
            u"flake.nix"_s,
            "{ outputs = _: { lib.demoVersion = \"1.2.3\"; packages.x86_64-linux.demo-release = "
            "derivation { name = \"demo\"; system = \"x86_64-linux\"; builder = \"/bin/sh\"; }; }; }\n");
        m_repository->git({u"tag"_s, u"v1.2.2"_s});
        openWindow(Trust::Given);
    }

    void cleanup() { m_window.reset(); }

    void aFolderIsSetUpAndWrittenOnlyOnCreate()
    {
        openGuide();
        GuidePage &page = *m_window->guidePage();
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(), 60'000);
        QTRY_VERIFY2(says(page, u"flake.nix: 1 output, 1 proposed"_s), qPrintable(page.editor()->toml()));
        QVERIFY(says(page, u"1 tag"_s));
        QVERIFY(page.editor()->toml().contains(u"output = \"demo-release\""_s));
        QVERIFY(page.editor()->toml().contains(u"eval = \"lib.demoVersion\""_s)
                || page.editor()->toml().contains(u"1.2.3"_s));
        page.form()->field(u"name"_s)->selectAll();
        QTest::keyClicks(page.form()->field(u"name"_s), u"demo"_s);
        QVERIFY(!QFile::exists(manifestFile()));
        QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier); // the accent button
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(), 60'000);
        QVERIFY(!m_window->guidePage());
        QCOMPARE(m_window->workspace()->session().project().manifest.name, u"demo"_s);
        QCOMPARE(m_window->workspace()->session().project().manifest.targets.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->workspace()->session().isBusy(), 60'000);
    }

    void aStrangersFlakeIsNotEvaluatedUnasked()
    {
        openWindow(Trust::Withheld);
        openGuide();
        answer(u"Do not trust"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(), 60'000);
        GuidePage &page = *m_window->guidePage();
        QVERIFY(says(page, u"The flake was not evaluated"_s));
        QCOMPARE(page.targetList()->model()->rowCount(), 0);
        QVERIFY(!page.editor()->toml().isEmpty());
        QTest::mouseClick(buttonWith(page, u"Trust…"_s), Qt::LeftButton);
        answer(u"Trust"_s);
        QTRY_COMPARE_WITH_TIMEOUT(page.targetList()->model()->rowCount(), 1, 60'000);
        QVERIFY(!says(page, u"The flake was not evaluated"_s));
    }

    void whatIsNoCheckoutIsSetUpWithWhatIsKnown()
    {
        const QTemporaryDir plain;
        m_window->openProject(plain.path());
        QVERIFY(m_window->guidePage());
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(), 60'000);
        QTRY_VERIFY(says(*m_window->guidePage(), u"is not in a git repository"_s));
        QVERIFY(m_window->guidePage()->createButton()->isEnabled());
    }

    void lookingThroughCanBeCanceledAndBegunAgain()
    {
        openGuide();
        QTest::mouseClick(m_window->guidePage()->cancelButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(), 30'000);
        QCOMPARE(m_window->guidePage()->targetList()->model()->rowCount(), 0);
        QTRY_VERIFY(says(*m_window->guidePage(), u"canceled"_s));
        QTest::mouseClick(buttonWith(*m_window->guidePage(), u"Look again"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->guidePage()->targetList()->model()->rowCount(), 1, 60'000);
    }

    void whatWasTypedIsNotLostUnasked()
    {
        openGuide();
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(), 60'000);
        QTest::keyClicks(m_window->guidePage()->form()->field(u"name"_s), u"x"_s);
        m_window->showStart();
        answer(u"Go on writing"_s);
        QVERIFY(m_window->guidePage());
        QVERIFY(!m_window->close());
        answer(u"Go on writing"_s);
        m_window->showStart();
        answer(u"Discard"_s);
        QVERIFY(!m_window->guidePage());
        QVERIFY(m_window->startPage()->isVisible());
        QVERIFY(!QFile::exists(manifestFile()));
    }

    void aManifestThatCameMeanwhileIsNotReplaced()
    {
        openGuide();
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(), 60'000);
        m_repository->write(u"unmoor.toml"_s, plainManifest);
        QTest::mouseClick(m_window->guidePage()->createButton(), Qt::LeftButton);
        QVERIFY(says(*m_window->guidePage(), u"is there by now"_s));
        QFile file(manifestFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), plainManifest);
    }

    void aBrokenManifestIsShownAndReadAgain()
    {
        m_repository->write(u"unmoor.toml"_s, plainManifest + "[[targe]]\n");
        m_window->openProject(m_repository->path());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->brokenPage(), 30'000);
        QCOMPARE(m_window->brokenPage()->editor()->problem()->line, int(plainManifest.count('\n')) + 1);
        QTest::mouseClick(m_window->brokenPage()->readButton(), Qt::LeftButton);
        QTRY_VERIFY(m_window->brokenPage());
        m_repository->write(u"unmoor.toml"_s, plainManifest);
        QTest::mouseClick(m_window->brokenPage()->readButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(), 30'000);
        QVERIFY(!m_window->brokenPage());
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->workspace()->session().isBusy(), 60'000);
    }

    void aManifestThatBreaksLeavesTheProjectOpen()
    {
        m_repository->commit(u"unmoor.toml"_s, plainManifest);
        m_window->openProject(m_repository->path());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(), 30'000);
        Workspace &work = *m_window->workspace();
        QTRY_VERIFY_WITH_TIMEOUT(!work.session().isBusy(), 60'000);
        m_repository->write(u"unmoor.toml"_s, "schema = 1\n[project]\nnam = \"minne\"\n");
        QTRY_VERIFY_WITH_TIMEOUT(says(work, u"unmoor.toml cannot be read any more"_s), 30'000);
        QVERIFY(says(work, u"unmoor.toml:3:1: Unknown key"_s));
        QCOMPARE(work.session().project().manifest.name, u"minne"_s);

        QTest::mouseClick(buttonWith(work, u"Show the place"_s), Qt::LeftButton);
        auto *shown = m_window->findChild<BrokenPage *>();
        QVERIFY(shown && shown->isVisible());
        QCOMPARE(shown->editor()->problem()->line, 3);
        m_repository->write(u"unmoor.toml"_s, QByteArray(plainManifest).replace("\"minne\"", "\"mended\""));
        QTest::mouseClick(shown->readButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(work.session().project().manifest.name, u"mended"_s, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!work.session().isBusy(), 60'000);
        QVERIFY(!says(work, u"unmoor.toml cannot be read any more"_s));
    }

    void pinsAndRemovalsAreKept()
    {
        RecentProjects recent(m_state->path());
        const QDateTime now = QDateTime::currentDateTime();
        for (int i = 0; i < 3; ++i)
            recent.put({.path = u"/src/p%1"_s.arg(i), .name = {}, .summary = {}, .when = now.addSecs(i)});
        recent.setPinned(recent.all().last(), true);
        QCOMPARE(recent.all().first().path, u"/src/p0"_s);
        for (int i = 10; i < 40; ++i)
            recent.put({.path = u"/src/p%1"_s.arg(i), .name = {}, .summary = {}, .when = now.addSecs(i)});
        QVERIFY(RecentProjects(m_state->path()).all().first().isPinned);
        QCOMPARE(recent.all().size(), 13); // the pinned one is not pushed out
        recent.put({.path = u"/src/p0"_s, .name = u"again"_s, .summary = {}, .when = now.addSecs(99)});
        QVERIFY(recent.all().first().isPinned);
        recent.forget(recent.all().first());
        QCOMPARE(recent.all().first().path, u"/src/p39"_s);
    }

    void aRepositoryIsClonedAndOpened()
    {
        m_repository->commit(u"unmoor.toml"_s, plainManifest);
        const QTemporaryDir place;
        QTest::mouseClick(buttonWith(*m_window->startPage(), u"Clone…"_s), Qt::LeftButton);
        auto *dialog = m_window->findChild<CloneDialog *>();
        QVERIFY(dialog);
        dialog->placeField()->setText(place.path());
        dialog->addressField()->setText(u"file://"_s + m_repository->path());
        QTest::mouseClick(dialog->cloneButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(), 30'000);
        QVERIFY(m_window->workspace()->session().project().directory.startsWith(place.path()));
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->workspace()->session().isBusy(), 60'000);
    }

    void whatIsMissingOnThisMachineSaysWhatItIsFor()
    {
        const QList<MachineFact> facts = machineFacts(
            {{u"nix"_s, u"2.26.3"_s, {}}, {u"git"_s, u"2.47.2"_s, {}}, {u"ssh"_s, {}, u"Could not start ssh."_s}}, {});
        QCOMPARE(facts.size(), 4);
        QCOMPARE(facts[0].text, u"Nix 2.26.3"_s);
        QVERIFY(facts[2].state == theme::State::Warning && facts[2].text.contains(u"other machines"_s));
        QCOMPARE(facts[2].detail, u"Could not start ssh."_s);
        QVERIFY(facts[3].state == theme::State::Warning && facts[3].text.contains(u"token"_s));
    }

    void thisMachineIsAsked()
    {
        QTRY_VERIFY_WITH_TIMEOUT(says(*m_window->startPage(), u"git 2."_s), 30'000);
        QVERIFY(says(*m_window->startPage(), u"Nix 2."_s));
    }
};

QTEST_MAIN(OpeningTest)
#include "tst_opening.moc"
