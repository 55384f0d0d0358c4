// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/nix/sampleproject.h"
#include "tests/app/release/ownsession.h"
#include "ui/build/buildpage.h"
#include "ui/build/failurecard.h"
#include "ui/mainframe/workspace.h"
#include "ui/matrix/matrixview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/textdialog.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr int patience = 120'000;
const QByteArray goodHash = "sha256-tcoNLtrg1nwpXcMwjB0bNkpVFrIv56wmM8T7tW7fUNs=";

} // namespace

/// The window's own parts on a real project whose build fails: what is offered is clicked.
class FailureDeskTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_state;
    std::unique_ptr<SampleProject> m_project;
    std::unique_ptr<OwnSession> m_session;
    std::unique_ptr<Workspace> m_workspace;

    bool open()
    {
        m_session = std::make_unique<OwnSession>(m_state.path());
        const auto opened = m_session->open(m_project->path());
        if (!QTest::qWaitFor([&] { return opened.isFinished(); }, patience) || !opened.result())
            return false;
        m_workspace = std::make_unique<Workspace>(*m_session);
        m_workspace->resize(1280, 728);
        m_workspace->show();
        m_workspace->setStep(StepRail::Build);
        m_workspace->matrix()->setCurrentRow(0);
        return true;
    }

    TargetState::Build standing() const { return m_session->targets().rows().at(0).build; }

    bool failsAndOffers(const QString &label)
    {
        m_session->build({m_session->at(0)});
        return QTest::qWaitFor([&] { return !m_session->isBusy() && offer(label); }, patience)
            && standing() == TargetState::Build::Failed;
    }

    QPushButton *offer(const QString &label) const
    {
        for (QPushButton *button : m_workspace->buildPage()->findChildren<QPushButton *>())
            if (button->accessibleName() == label && button->isVisible())
                return button;
        return nullptr;
    }

    const Banner *notice() const
    {
        for (const Banner *banner : m_workspace->findChildren<Banner *>())
            if (banner->isVisible())
                return banner;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Appearance::Light); }
    void init()
    {
        m_project = std::make_unique<SampleProject>();
        m_project->replace(u"unmoor.toml"_s, "{ eval = \"lib.minneVersion\" }", "{ literal = \"1.0.5\" }");
    }
    void cleanup()
    {
        if (m_session) {
            m_session->cancel();
            QTRY_VERIFY_WITH_TIMEOUT(!m_session->isBusy(), patience);
        }
        m_workspace.reset();
        m_session.reset();
        m_project.reset();
    }

    void clickOnTheEditWritesItAndBuildsAgain()
    {
        m_project->replace(u"nix/versions.nix"_s, goodHash, "sha256-AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM=");
        m_project->commit();
        QVERIFY(open());
        QVERIFY(failsAndOffers(u"Apply edit to nix/versions.nix"_s));
        QTest::mouseClick(offer(u"Apply edit to nix/versions.nix"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->targets().rows().at(0).hasArchive() && !m_session->isBusy(), patience);
        QVERIFY(m_project->read(u"nix/versions.nix"_s).contains(goodHash));
        QVERIFY(!m_workspace->findChild<FailureCard *>() || !m_workspace->findChild<FailureCard *>()->isVisible());
    }

    void clickOnAnEditOfAChangedFileSaysSo()
    {
        m_project->replace(u"nix/versions.nix"_s, goodHash, "sha256-BAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ=");
        m_project->commit();
        QVERIFY(open());
        QVERIFY(failsAndOffers(u"Apply edit to nix/versions.nix"_s));
        m_project->replace(u"nix/versions.nix"_s, "{\n", "{\n  # mine\n");
        QTest::mouseClick(offer(u"Apply edit to nix/versions.nix"_s), Qt::LeftButton);
        QTRY_VERIFY(notice() && notice()->text().contains(u"nix/versions.nix changed since"_s));
        QCOMPARE(standing(), TargetState::Build::Failed);
    }

    void lockFileIsShownThenWritten()
    {
        QDir().mkpath(m_project->beside(u"extra"_s));
        m_project->replace(u"flake.nix"_s, "  outputs =\n    { self }:",
                           "  inputs.extra = { url = \"path:" + m_project->beside(u"extra"_s).toUtf8()
                               + "\"; flake = false; };\n  outputs =\n    { self, extra }:");
        m_project->commit();
        QVERIFY(open());
        QVERIFY(failsAndOffers(u"Show what nix flake lock changes"_s));
        QTest::mouseClick(offer(u"Show what nix flake lock changes"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(offer(u"Apply edit to flake.lock"_s), patience);
        QVERIFY(!QFile::exists(m_project->filePath(u"flake.lock"_s)));
        QTest::mouseClick(offer(u"Apply edit to flake.lock"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->targets().rows().at(0).hasArchive() && !m_session->isBusy(), patience);
        QVERIFY(QFile::exists(m_project->filePath(u"flake.lock"_s)));
    }

    void untrackedFileIsAddedOnAClick()
    {
        m_project->replace(u"flake.nix"_s, "import ./nix/versions.nix", "import ./nix/numbers.nix");
        m_project->commit();
        m_project->write(u"nix/numbers.nix"_s, m_project->read(u"nix/versions.nix"_s));
        QVERIFY(open());
        QVERIFY(failsAndOffers(u"Add nix/numbers.nix to git"_s));
        QTest::mouseClick(offer(u"Add nix/numbers.nix to git"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->targets().rows().at(0).hasArchive() && !m_session->isBusy(), patience);
    }

    void fileIsOpenedInTheEditorAtTheLine()
    {
        m_project->replace(u"nix/release.nix"_s, "  mozjs-archive = mozjsArchive mozjsHash;",
                           "  mozjs-archive = throw \"pins differ\";");
        m_project->commit();
        QVERIFY(open());
        const qsizetype line =
            m_project->read(u"nix/release.nix"_s).split('\n').indexOf("  mozjs-archive = throw \"pins differ\";") + 1;
        const QString label = u"Open nix/release.nix:%1"_s.arg(line);
        QVERIFY(failsAndOffers(label));

        // An editor that notes what it was asked to open.
        const QString editor = m_project->beside(u"kate"_s);
        QFile script(editor);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nprintf '%s ' \"$@\" >\"$0.new\" && mv \"$0.new\" \"$0.said\"\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("VISUAL", editor.toLocal8Bit());
        QTest::mouseClick(offer(label), Qt::LeftButton);
        QTRY_VERIFY(QFile::exists(editor + u".said"_s));
        QFile said(editor + u".said"_s);
        QVERIFY(said.open(QIODevice::ReadOnly));
        const QByteArray words = said.readAll();
        QVERIFY2(words.startsWith("-l " + QByteArray::number(line) + " -c "), words.constData());

        // Without one, the desktop opens the file.
        qputenv("VISUAL", "vi");
        qputenv("EDITOR", "vi");
        QSignalSpy opened(m_workspace.get(), &Workspace::openLinkRequested);
        QTest::mouseClick(offer(label), Qt::LeftButton);
        QCOMPARE(opened.size(), 1);
        QVERIFY(opened.first().first().toUrl().toLocalFile().endsWith(u"/nix/release.nix"_s));
    }

    void wholeLogOpensBesideTheWindow()
    {
        m_project->replace(u"nix/release.nix"_s, "echo \"   Compiling $c\"", "echo \"about to fail\"; exit 7");
        m_project->commit();
        QVERIFY(open());
        QVERIFY(failsAndOffers(u"Show whole log"_s));
        QTest::mouseClick(offer(u"Show whole log"_s), Qt::LeftButton);
        TextDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_workspace->findChild<TextDialog *>()));
        QVERIFY(dialog->text().contains(u"about to fail"_s));
        QTest::mouseClick(offer(u"Build again"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->builds().isRunning(), patience);
    }

    void ledgerThatCannotBeWrittenIsSaidUntilPutAway()
    {
        m_project->commit();
        QVERIFY(open());
        Q_EMIT m_session->engine().warned(u"The ledger is locked."_s);
        QVERIFY(notice());
        QCOMPARE(notice()->text(), u"The ledger is locked."_s);
        QVERIFY(notice()->findChild<QPushButton *>());
        notice()->findChild<QPushButton *>()->click();
        QVERIFY(!notice());
    }
};

QTEST_MAIN(FailureDeskTest)
#include "tst_failuredesk.moc"
