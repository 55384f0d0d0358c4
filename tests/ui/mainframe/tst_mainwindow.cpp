// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/format.h"
#include "app/rehearsal/rehearsal.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/project/samplemanifest.h"
#include "tests/standin/teststandin.h"
#include "ui/archive/archivepage.h"
#include "ui/archive/comparemodel.h"
#include "ui/archive/compareview.h"
#include "ui/archive/largestmodel.h"
#include "ui/archive/sizeview.h"
#include "ui/build/buildpage.h"
#include "ui/history/rootsdialog.h"
#include "ui/mainframe/commandpalette.h"
#include "ui/mainframe/mainwindow.h"
#include "ui/mainframe/recentprojects.h"
#include "ui/mainframe/settingsglue.h"
#include "ui/mainframe/statusline.h"
#include "ui/mainframe/stepstates.h"
#include "ui/mainframe/workspace.h"
#include "ui/matrix/matrixmodel.h"
#include "ui/matrix/matrixview.h"
#include "ui/matrix/targetmenu.h"
#include "ui/notes/changelogeditor.h"
#include "ui/notes/notespage.h"
#include "ui/plan/planpage.h"
#include "ui/publish/publishpage.h"
#include "ui/settings/hostdialog.h"
#include "ui/settings/machinespage.h"
#include "ui/settings/settingswindow.h"
#include "ui/signin/signindialog.h"
#include "ui/start/startpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// The real window on the real engine: git, Nix, and the stand-in for GitHub.
class MainWindowTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;

    Workspace &work() const { return *m_window->workspace(); }
    Session &session() const { return work().session(); }

    static QPushButton *buttonWith(QWidget &parent, const QString &text)
    {
        for (auto *button : parent.findChildren<QPushButton *>())
            if (button->isVisible() && button->text().remove(u'&').contains(text))
                return button;
        return nullptr;
    }

    static bool says(QWidget &parent, const QString &text)
    {
        const auto labels = parent.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](QLabel *label) { return label->text().contains(text); });
    }

    void rehearse()
    {
        m_window->startRehearsal();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace() && session().planner().isChecked()
                                     && session().publishing().remote() && !session().isBusy(),
                                 60'000);
    }

    void buildByClicking()
    {
        QTest::mouseClick(work().planPage()->buildButton(), Qt::LeftButton);
        QCOMPARE(work().step(), StepRail::Build);
        const auto isBuilt = [this] {
            return buildStepState(session()).state == theme::State::Done && !session().isBusy();
        };
        QVERIFY2(QTest::qWaitFor(isBuilt, 60'000),
                 qPrintable(buildStepState(session()).summary + m_window->status()->message()));
        // What nothing here builds came out of the run of the commit.
        QVERIFY(session().targets().find(u"aarch64-apple-darwin"_s)->isFromActions());
    }

    /// The rehearsal of a sample whose target for Macs comes out of no run.
    void rehearseWithoutActions()
    {
        rehearse();
        const QString folder = session().project().checkout.root;
        QFile file(folder + u"/unmoor.toml"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray manifest = withoutActions(file.readAll());
        QVERIFY(file.resize(0) && file.seek(0) && file.write(manifest) == manifest.size());
        file.close();
        QProcess git;
        git.setWorkingDirectory(folder);
        git.start(u"git"_s, {u"commit"_s, u"-qam"_s, u"Change"_s});
        QVERIFY(git.waitForFinished() && git.exitCode() == 0);
        work().refresh(false);
        QTRY_VERIFY_WITH_TIMEOUT(buttonWith(*work().planPage(), u"Leave out"_s) && !session().isBusy(), 60'000);
    }

    /// Agrees to what is taken away and presses \a button.
    void answerBox(const QString &button)
    {
        QDialog *box = nullptr;
        QTRY_VERIFY((box = m_window->findChild<QDialog *>()) != nullptr);
        auto *answer = buttonWith(*box, button);
        QVERIFY(answer);
        for (auto *agreement : box->findChildren<QCheckBox *>())
            agreement->setChecked(true);
        answer->click();
        QTRY_VERIFY(!m_window->findChild<QDialog *>());
    }

    void openWindow()
    {
        m_window.reset(); // before its engine
        m_engine = std::make_unique<Engine>(m_dir->path());
        openWindow({.trust = Trust::Given});
    }

    void openWindow(const SessionOptions &options)
    {
        m_window = std::make_unique<MainWindow>(*m_engine, options);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    /// The plan checked and everything built that can be built here, with the button of publishing enabled.
    void readyToPublish(Rehearsal &rehearsal)
    {
        const auto prepared = rehearsal.prepare();
        QTRY_VERIFY_WITH_TIMEOUT(prepared.isFinished(), 60'000);
        QVERIFY(prepared.result());
        m_window->showSession(rehearsal.session());
        work().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(
            session().planner().isChecked() && session().publishing().remote() && !session().isBusy(), 60'000);
        buildByClicking();
        work().setStep(StepRail::Publish);
        QTRY_VERIFY(work().publishPage()->publishButton()->isEnabled());
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        openWindow();
    }

    void cleanup() { m_window.reset(); }

    void startPageOffersTheRehearsal()
    {
        auto *button = buttonWith(*m_window->startPage(), u"Rehearse"_s);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(), 30'000);
        QCOMPARE(session().project().manifest.name, u"minne"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!session().isBusy(), 60'000);
    }

    void theMenuHasWhatBelongsToTheWholeWindow()
    {
        for (const auto *button : m_window->findChildren<QToolButton *>()) {
            if (button->accessibleName() != "Menu"_L1)
                continue;
            const QList<QAction *> actions = button->menu()->actions();
            QCOMPARE(actions.first()->text(), u"&Open project…"_s);
            QCOMPARE(actions.last()->text(), u"&Quit"_s);
            return;
        }
        QFAIL("there is no menu");
    }

    void aHostOnThisMachineIsNoRehearsal()
    {
        m_window.reset();
        m_window =
            std::make_unique<MainWindow>(*m_engine, SessionOptions{.apiUrl = QUrl(u"http://127.0.0.1:9/api/v3"_s)});
        m_window->show();
        for (Chip *chip : m_window->findChildren<Chip *>())
            QVERIFY2(!(chip->text() + chip->toolTip()).contains(u"rehearsal"), qPrintable(chip->toolTip()));
    }

    void rehearsalThatCannotBePreparedLeavesTheStartPageAsItWas()
    {
        QFile inTheWay(m_dir->filePath(u"rehearsal"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        m_window->startRehearsal();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->status()->message().contains(u"rehearsal"_s), 30'000); // the path
        QVERIFY(!m_window->workspace());
        QVERIFY(m_window->startPage()->isVisible());
        const auto chips = m_window->header()->findChildren<Chip *>();
        QVERIFY(std::ranges::none_of(chips, [](Chip *chip) { return chip->toolTip().contains(u"rehearsal"_s); }));
        inTheWay.remove();
        rehearse(); // and it can be tried again
    }

    void wholeReleaseByClicking()
    {
        rehearse();
        // The flake's checks build: nobody has asked for them yet.
        QCOMPARE(planStepState(session()).state, theme::State::Warning);
        QTest::mouseClick(work().planPage()->checkButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(planStepState(session()).state, theme::State::Done, 120'000);
        QTRY_VERIFY_WITH_TIMEOUT(!session().isBusy(), 60'000);
        QCOMPARE(publishStepState(session()).state, theme::State::Waiting);

        buildByClicking();
        QCOMPARE(archivesStepState(session()).state, theme::State::Done);

        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QCOMPARE(work().step(), StepRail::Publish);
        QTRY_VERIFY(work().publishPage()->publishButton()->isEnabled());
        QTest::mouseClick(work().publishPage()->publishButton(), Qt::LeftButton);
        answerBox(u"Publish v1.0.5"_s);
        QTRY_VERIFY_WITH_TIMEOUT(session().publishing().view().isComplete && !session().isBusy(), 60'000);
        QTRY_COMPARE(session().login().report()->publish, TokenReport::Right::Yes);
        QCOMPARE(publishStepState(session()).state, theme::State::Verified);
        QVERIFY(work().publishPage()->bannerTitle().isEmpty());
        // The plan tells of the tag that is there now, not that its name is free.
        const auto tag = std::ranges::find(session().planner().gates(), u"Tag is free"_s, &Gate::name);
        QVERIFY(tag != session().planner().gates().end());
        const QString points = u"v1.0.5 points at "_s + shortCommit(session().project().checkout.commit);
        QVERIFY2(tag->message.startsWith(points), qPrintable(tag->message));
    }

    void anArchiveIsLookedAtFromEverySide()
    {
        rehearse();
        buildByClicking();
        work().setStep(StepRail::Archives);
        ArchivePage &page = *work().archivePage();
        QTRY_VERIFY(page.inspection() && buttonWith(page, u"Sizes"_s));

        QTest::mouseClick(buttonWith(page, u"Sizes"_s), Qt::LeftButton);
        auto *sizes = page.findChild<SizeView *>();
        QVERIFY(sizes->isVisible());
        QTRY_VERIFY(sizes->model()->rowCount() > 0);

        QTest::mouseClick(buttonWith(page, u"Compare"_s), Qt::LeftButton);
        auto *compare = page.findChild<CompareView *>();
        QVERIFY(compare->isVisible());
        QVERIFY(says(*compare, u"holds every file that the layout names"_s));

        QTest::mouseClick(buttonWith(page, u"Previous release"_s), Qt::LeftButton);
        QTRY_VERIFY(buttonWith(*compare, u"Try again"_s)); // the stand-in has no earlier one
        QVERIFY(!session().isBusy());

        QTest::mouseClick(buttonWith(page, u"Built again"_s), Qt::LeftButton);
        auto *check = buttonWith(*compare, u"Check that it builds identically"_s);
        QVERIFY(check);
        QTest::mouseClick(check, Qt::LeftButton);
        QVERIFY(buttonWith(*compare, u"Cancel"_s));
        QTRY_VERIFY_WITH_TIMEOUT(says(*compare, u"Built again: identical."_s), 60'000);
        QVERIFY(!session().isBusy());

        Q_EMIT page.compareWithFileRequested(
            session().targets().rows().at(work().matrix()->currentRow()).record.archivePath);
        QTRY_VERIFY(compare->model()->entryCount() > 0);
        QCOMPARE(compare->model()->changeCount(), 0);
    }

    void historyLetsGoOfResultsThatAreChosen()
    {
        rehearse();
        buildByClicking();
        work().setStep(StepRail::History);
        const QString link = session().targets().rows().at(work().matrix()->currentRow()).record.gcRoot;
        QVERIFY(QFileInfo(link).isSymLink());
        QPushButton *space = nullptr; // the history is read by another thread
        QTRY_VERIFY((space = buttonWith(work(), u"Free space"_s)) && space->isEnabled());
        QTest::mouseClick(space, Qt::LeftButton);
        auto *dialog = m_window->findChild<RootsDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->model()->rowCount() > 0, 30'000);
        QVERIFY(dialog->model()->chosenLinks().isEmpty()); // nothing is published yet
        QVERIFY(!dialog->freeButton()->isEnabled());
        for (int row = 0; row < dialog->model()->rowCount(); ++row)
            dialog->model()->setData(dialog->model()->index(row, 0), Qt::Checked, Qt::CheckStateRole);
        QVERIFY(dialog->note().contains(u"not published"_s));
        QTest::mouseClick(dialog->freeButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->note().contains(u"nix store gc can reclaim up to"_s), 30'000);
        QCOMPARE(dialog->model()->rowCount(), 0);
        QVERIFY(!QFileInfo(link).isSymLink());
        dialog->close();
    }

    void publishingAsksAndNotYetSendsNothing()
    {
        rehearse();
        buildByClicking();
        work().setStep(StepRail::Publish);
        QVERIFY2(QTest::qWaitFor([this] { return work().publishPage()->publishButton()->isEnabled(); }),
                 qPrintable(session().publishing().view().obstacles.join(u'\n')));
        QTest::mouseClick(work().publishPage()->publishButton(), Qt::LeftButton);
        answerBox(u"Not yet"_s);
        QVERIFY(!session().isBusy());
        QVERIFY(!session().publishing().remote()->release);
    }

    void draftThatIsKeptIsToldEverywhereAndFinished()
    {
        rehearse();
        buildByClicking();
        work().setStep(StepRail::Publish);
        auto *keep = buttonWith(*work().publishPage(), u"Keep as draft"_s);
        QVERIFY(keep);
        QTRY_VERIFY(keep->isEnabled());
        QTest::mouseClick(keep, Qt::LeftButton);
        answerBox(u"Keep v1.0.5 as draft"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            session().publishing().remote() && session().publishing().remote()->release && !session().isBusy(), 60'000);
        QVERIFY(session().publishing().remote()->release->draft);
        QVERIFY2(work().publishPage()->bannerTitle().contains(u"v1.0.5 is a draft on GitHub: all 3 archives"_s),
                 qPrintable(work().publishPage()->bannerTitle()));
        work().setStep(StepRail::Plan);
        QTRY_VERIFY(buttonWith(work(), u"Finish v1.0.5"_s)); // shown by the next turn of the event loop
        QTest::mouseClick(buttonWith(work(), u"Finish v1.0.5"_s), Qt::LeftButton);
        QCOMPARE(work().step(), StepRail::Publish);
        QTest::mouseClick(work().publishPage()->publishButton(), Qt::LeftButton);
        answerBox(u"Publish v1.0.5"_s);
        QTRY_VERIFY_WITH_TIMEOUT(session().publishing().view().isComplete && !session().isBusy(), 60'000);
        work().setStep(StepRail::Plan);
        QVERIFY(!buttonWith(work(), u"Finish v1.0.5"_s));
    }

    void tokenThatEndsMidwayIsReplacedAndPublishingGoesOn()
    {
        Rehearsal rehearsal(m_dir->filePath(u"rehearsal"_s), QString(), {});
        readyToPublish(rehearsal);
        befall(rehearsal.host(),
               {.method = "POST", .pathContains = u"/assets"_s, .kind = Fault::Kind::Status, .status = 401});
        QTest::mouseClick(work().publishPage()->publishButton(), Qt::LeftButton);
        answerBox(u"Publish v1.0.5"_s);
        QTRY_VERIFY_WITH_TIMEOUT(buttonWith(*work().publishPage(), u"Sign in again"_s), 60'000);
        QVERIFY(session().publishing().remote()->release->draft);

        QTest::mouseClick(buttonWith(*work().publishPage(), u"Sign in again"_s), Qt::LeftButton);
        auto *dialog = m_window->findChild<SignInDialog *>();
        QVERIFY(dialog);
        dialog->reject();
        work().goOnSignedIn(); // what a token that the host takes leads to
        QTRY_VERIFY_WITH_TIMEOUT(session().publishing().view().isComplete && !session().isBusy(), 60'000);
        m_window->showStart();
    }

    void windowThatGoesAwayWhilePublishingLeavesWhatTheNextOneFinishes()
    {
        const QString folder = m_dir->filePath(u"rehearsal"_s);
        auto rehearsal = std::make_unique<Rehearsal>(folder, QString(), InspectionProcess{});
        readyToPublish(*rehearsal);
        befall(rehearsal->host(), {.method = "POST", .pathContains = u"/assets"_s, .kind = Fault::Kind::StallSending});
        QTest::mouseClick(work().publishPage()->publishButton(), Qt::LeftButton);
        answerBox(u"Publish v1.0.5"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rehearsal->host().requestCount("POST", u"/assets"_s) > 0, 60'000);
        QVERIFY(session().isPublishing());
        m_window.reset();
        rehearsal.reset();

        openWindow();
        rehearsal = std::make_unique<Rehearsal>(folder, QString(), InspectionProcess{});
        const auto prepared = rehearsal->prepare();
        QTRY_VERIFY_WITH_TIMEOUT(prepared.isFinished(), 60'000);
        m_window->showSession(rehearsal->session());
        work().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(
            session().planner().isChecked() && session().publishing().remote() && !session().isBusy(), 60'000);
        QVERIFY(session().publishing().remote()->release->draft);
        work().setStep(StepRail::Publish);
        QTRY_VERIFY(work().publishPage()->publishButton()->isEnabled());
        QTest::mouseClick(work().publishPage()->publishButton(), Qt::LeftButton);
        answerBox(u"Publish v1.0.5"_s);
        QTRY_VERIFY_WITH_TIMEOUT(session().publishing().view().isComplete && !session().isBusy(), 60'000);
        m_window.reset(); // before the session that it shows
    }

    void notesAreEditedAndSaved()
    {
        rehearse();
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        auto *editor = work().notesPage()->editor();
        QVERIFY(editor);
        QTextCursor cursor = editor->document()->find(u"Sample: ship"_s);
        cursor.clearSelection();
        editor->setTextCursor(cursor);
        editor->setFocus();
        QTest::keyClicks(editor, u" quickly"_s);
        QVERIFY(work().hasUnsavedNotes());
        QCOMPARE(notesStepState(session(), true).state, theme::State::Warning);
        work().saveNotes();
        QVERIFY(!work().hasUnsavedNotes());
        QFile file(session().project().changelogPath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("ship quickly"));
    }

    void closingWithUnsavedNotesAsksOnce()
    {
        rehearse();
        work().setStep(StepRail::Notes);
        auto *editor = work().notesPage()->editor();
        QTextCursor cursor = editor->document()->find(u"Sample: ship"_s);
        editor->setTextCursor(cursor);
        QTest::keyClicks(editor, u"x"_s);
        QVERIFY(!m_window->close());
        QVERIFY(says(*m_window->findChild<QMessageBox *>(), u"Kept for later"_s));
        answerBox(u"Go on writing"_s);
        QVERIFY(m_window->isVisible());
        QVERIFY(!m_window->close());
        answerBox(u"Keep for later"_s);
        QTRY_VERIFY(!m_window->isVisible());
        openWindow();
        rehearse();
        QVERIFY(work().hasUnsavedNotes()); // as they were typed
        QVERIFY(!m_window->close());
        answerBox(u"Discard"_s);
        QTRY_VERIFY(!m_window->isVisible());
        openWindow();
        rehearse();
        QVERIFY(!work().hasUnsavedNotes());
    }

    void closingSavesTheNotesWhereAsked()
    {
        rehearse();
        work().setStep(StepRail::Notes);
        auto *editor = work().notesPage()->editor();
        editor->setTextCursor(editor->document()->find(u"Sample: ship"_s));
        QTest::keyClicks(editor, u"x"_s);
        const QString path = session().project().changelogPath();
        QVERIFY(!m_window->close());
        answerBox(u"Save and close"_s);
        QTRY_VERIFY(!m_window->isVisible());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("Sample: ship")); // that was selected, and typed over
    }

    void functionKeysGoToTheSteps()
    {
        rehearse();
        for (int i = 0; i < int(StepRail::StepCount); ++i) {
            QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_F1 + i));
            QCOMPARE(work().step(), StepRail::Step(i));
        }
        const int row = work().matrix()->currentRow();
        QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(work().matrix()->currentRow(), row + 1);
    }

    void paletteRunsWhatWasTyped()
    {
        rehearse();
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *palette = m_window->findChild<CommandPalette *>();
        QVERIFY(palette);
        auto *text = palette->findChild<QLineEdit *>();
        QTest::keyClicks(text, u"show hist"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(work().step(), StepRail::History);
    }

    void settingsOpenWithoutAProject()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
        auto *settings = m_window->findChild<SettingsWindow *>();
        QVERIFY(settings && settings->isVisible() && !settings->isModal());
        settings->machines()->addMachine();
        auto *add = settings->findChild<HostDialog *>();
        add->nameField()->setText(u"mac-mini"_s);
        add->addressField()->setText(u"127.0.0.1"_s);
        add->portField()->setValue(1);
        QTest::mouseClick(add->keepButton(), Qt::LeftButton);
        QCOMPARE(readSettings(m_dir->path())->hosts.size(), 1);
    }

    void machineThatIsSetUpCanBeChosenForATarget()
    {
        rehearseWithoutActions();
        const int row = session().targets().rowOf(u"aarch64-apple-darwin"_s);
        work().matrix()->setCurrentRow(row);
        QTest::keyClick(work().matrix(), Qt::Key_Return);
        auto *menu = m_window->findChild<TargetMenu *>();
        QVERIFY(menu);
        menu->actions().constLast()->trigger(); // Set up a machine…
        menu->close();
        auto *settings = m_window->findChild<SettingsWindow *>();
        QVERIFY(settings && settings->isVisible());
        auto *add = settings->findChild<HostDialog *>();
        QVERIFY(add);
        QCOMPARE(add->systemsField()->text(), u"aarch64-darwin"_s);
        QTest::keyClicks(add->nameField(), u"mac-mini"_s);
        QTest::keyClicks(add->addressField(), u"127.0.0.1:1"_s);
        add->portField()->setValue(1);
        QTest::mouseClick(add->keepButton(), Qt::LeftButton);
        QCOMPARE(session().engine().settings().hosts.size(), 1);
        QTRY_VERIFY(!m_window->findChild<TargetMenu *>());
        QTRY_VERIFY(buttonWith(*work().planPage(), u"Build on mac-mini"_s));
        work().setStep(StepRail::Build);
        QTRY_VERIFY(buttonWith(*work().buildPage(), u"Build on mac-mini"_s));

        QTest::keyClick(work().matrix(), Qt::Key_Return);
        menu = m_window->findChild<TargetMenu *>();
        QVERIFY(menu);
        const auto actions = menu->actions();
        const auto there = std::ranges::find(actions, u"mac-mini"_s, &QAction::text);
        QVERIFY(there != actions.cend() && (*there)->isEnabled());
        (*there)->trigger();
        menu->close();
        const BuildPlace chosen{.kind = BuildPlace::Kind::Host, .host = u"mac-mini"_s};
        QVERIFY(session().targets().rows()[row].place == chosen);
        settings->setPage(SettingsWindow::Storage);
        Q_EMIT work().hostSettingsRequested(u"mac-mini"_s); // as a failure's offer does
        QVERIFY(settings->machines()->isVisible());
        QCOMPARE(settings->machines()->table()->currentRow(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!session().isBusy(), 60'000);
    }

    void strangersCheckoutIsAskedAboutOnceAndCanBeTrusted()
    {
        m_window.reset();
        openWindow(SessionOptions());
        const GitRepository repository;
        repository.write(u"flake.nix"_s, "{ outputs = _: { lib.version = \"1.0.5\"; }; }\n");
        repository.write(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5\n\n- New\n");
        repository.commit(u"unmoor.toml"_s,
                          "schema = 1\n[project]\nname = \"demo\"\nversion = { eval = \"lib.version\" }\n");
        m_window->openProject(repository.path());
        QTRY_VERIFY(m_window->workspace());
        answerBox(u"Do not trust"_s);
        QTRY_VERIFY(!session().isBusy() && !session().planner().gates().isEmpty());
        QVERIFY(!session().planner().isReady());
        QVERIFY(!session().project().version);
        auto *trust = buttonWith(work(), u"Trust…"_s);
        QVERIFY(trust && trust->isVisible());

        m_window->showStart(); // asked once; the offer stays
        m_window->openProject(repository.path());
        QTRY_VERIFY(m_window->workspace());
        QTRY_VERIFY(!session().isBusy() && !session().planner().gates().isEmpty());
        QVERIFY(!m_window->findChild<QDialog *>());
        trust = buttonWith(work(), u"Trust…"_s);
        QVERIFY(trust && trust->isVisible());
        QTest::mouseClick(trust, Qt::LeftButton);
        answerBox(u"Trust"_s);
        QTRY_COMPARE_WITH_TIMEOUT(session().project().versionText(), u"1.0.5"_s, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!session().isBusy() && session().planner().isChecked(), 60'000);
        QVERIFY(!buttonWith(work(), u"Trust…"_s));

        // Taken back in the settings, while the project is open.
        QVERIFY(m_engine->settingsStore().change([](Settings &settings) { settings.trust.clear(); }));
        QTRY_VERIFY_WITH_TIMEOUT(session().project().trust == Trust::Withheld, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!session().isBusy(), 60'000);
    }

    void openedProjectIsRemembered()
    {
        rehearse();
        m_window->showStart();
        QCOMPARE(RecentProjects(m_dir->path()).all().size(), 1);
        const RecentProject project = RecentProjects(m_dir->path()).all().first();
        QCOMPARE(project.title(), u"minne (rehearsal)"_s);

        // Its host is the stand-in again, not the one that has a project of the sample's name.
        Q_EMIT m_window->startPage()->projectActivated(project);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(), 60'000);
        QVERIFY(session().options().isRehearsal);
        QTRY_VERIFY_WITH_TIMEOUT(!session().isBusy(), 60'000);
    }

    void whatChangesOnDiskIsSaidAndTakenOver()
    {
        rehearse();
        const auto banner = [this] {
            for (Banner *shown : work().findChildren<Banner *>())
                if (shown->isVisible() && shown->title() == u"The project changed on disk")
                    return shown->text();
            return QString();
        };
        QCOMPARE(banner(), QString());
        const qsizetype targets = session().targets().rows().size();
        QFile manifest(session().project().directory + u"/unmoor.toml"_s);
        QVERIFY(manifest.open(QIODevice::Append));
        manifest.write("\n[[target]]\ntriple = \"riscv64gc-unknown-linux-gnu\"\n"
                       "system = \"x86_64-linux\"\noutput = \"minne-riscv\"\narchive = \"minne-riscv.tar.gz\"\n");
        manifest.close();
        QTRY_VERIFY_WITH_TIMEOUT(banner().contains(u"1 target more: riscv64gc-unknown-linux-gnu"), 30'000);
        QCOMPARE(session().targets().rows().size(), targets); // nothing changes unasked
        QVERIFY(says(*work().planPage(), u"before the project changed"_s));
        QTest::mouseClick(buttonWith(work(), u"Take over"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(session().targets().rows().size(), targets + 1, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!session().isBusy(), 60'000);
        QCOMPARE(banner(), QString());
        QVERIFY(!session().planner().isOld());

        // Read again without asking the gates: their answers are of before, and look so.
        QProcess git;
        git.setWorkingDirectory(session().project().directory);
        git.start(u"git"_s, {u"checkout"_s, u"-q"_s, u"unmoor.toml"_s});
        QVERIFY(git.waitForFinished() && git.exitCode() == 0);
        const auto read = session().refresh();
        QTRY_VERIFY(read.isFinished());
        QVERIFY(session().planner().isOld());
        QCOMPARE(planStepState(session()).state, theme::State::Warning);
        QCOMPARE(planStepState(session()).summary, u"checked before a change"_s);
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
