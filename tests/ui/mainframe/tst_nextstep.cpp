// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/ownsession.h"
#include "tests/app/release/plainmanifest.h"
#include "ui/archive/archivepage.h"
#include "ui/build/buildpage.h"
#include "ui/mainframe/pagestack.h"
#include "ui/mainframe/workspace.h"
#include "ui/notes/changelogeditor.h"
#include "ui/notes/notespage.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// A page whose step is done leads on, with the one accent button that it has.
class NextStepTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<OwnSession> m_session;
    std::unique_ptr<Workspace> m_workspace;

    QStringList accents(StepRail::Step step)
    {
        m_workspace->setStep(step);
        QStringList texts;
        const auto *page = m_workspace->findChild<PageStack *>()->currentWidget();
        for (const QPushButton *button : page->findChildren<QPushButton *>())
            if (button->isVisible() && button->property("accent").toBool())
                texts += button->text().remove(u'&');
        return texts;
    }

    /// An archive with a file in it, which is what the manifest asks for: it names no layout.
    QString archive()
    {
        const QString path = m_state->filePath(u"one.tar.gz"_s);
        m_project->write(u"packed/one/README"_s, "words");
        QProcess tar;
        tar.start(u"tar"_s, {u"-C"_s, m_project->path() + u"/packed"_s, u"-czf"_s, path, u"one"_s});
        return tar.waitForFinished() && tar.exitCode() == 0 ? path : QString();
    }

    void adopt()
    {
        const QString path = archive();
        QVERIFY(!path.isEmpty());
        const auto adopted = m_session->archives().adopt(m_session->at(0), path, m_session->snapshot());
        QTRY_VERIFY_WITH_TIMEOUT(adopted.isFinished(), 60'000);
        QVERIFY(adopted.result());
        QTRY_COMPARE(m_session->row(0).archive, TargetState::Archive::Read);
    }

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

    void nothingLeadsOnBeforeAnythingIsDone()
    {
        QCOMPARE(accents(StepRail::Build), QStringList{u"Build 1 target"_s});
        QCOMPARE(accents(StepRail::Archives), QStringList());
        QCOMPARE(accents(StepRail::Publish).size(), 1);
    }

    void eachPageLeadsToTheNext()
    {
        adopt();
        QCOMPARE(accents(StepRail::Build), QStringList{u"Look at the archives"_s});
        QCOMPARE(accents(StepRail::Archives), QStringList{u"Go on to the notes"_s});
        QCOMPARE(accents(StepRail::Notes), QStringList{u"Go on to publish"_s});
        m_workspace->clickAccentButton();
        QCOMPARE(m_workspace->step(), StepRail::Publish);
    }

    void unsavedNotesAreSavedFirst()
    {
        QTRY_VERIFY(!m_workspace->notesPage()->editor()->toPlainText().isEmpty());
        m_workspace->setStep(StepRail::Notes);
        m_workspace->notesPage()->editor()->setBody(u"- Other words"_s);
        QTRY_COMPARE(accents(StepRail::Notes), QStringList{u"Save CHANGELOG.md"_s});
    }

    void aWrongNameInTheManifestIsMendedThereAndNotByBuilding()
    {
        TargetState &target = *m_session->targets().edit(m_session->at(0));
        target.build = TargetState::Build::Failed;
        target.failure = BuildFailure{
            .kind = BuildFailure::Kind::NoOutput, .message = u"The output has no file one.tar.gz"_s, .isForGood = true};
        m_session->targets().touch(m_session->at(0));
        QTRY_COMPARE(accents(StepRail::Build), QStringList{u"Open unmoor.toml:7"_s});
        for (const QPushButton *button : m_workspace->buildPage()->findChildren<QPushButton *>())
            QVERIFY2(!button->isVisible() || button->text().remove(u'&') != u"Build again"_s, "it cannot help");
    }
};

QTEST_MAIN(NextStepTest)
#include "tst_nextstep.moc"
