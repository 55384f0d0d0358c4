// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/withdrawnotice.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/ownsession.h"
#include "tests/app/release/plainmanifest.h"
#include "tests/standin/teststandin.h"
#include "ui/publish/withdrawdialog.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// The dialog with two releases on the stand-in.
class WithdrawDialogTest : public QObject
{
    Q_OBJECT

    const QString m_repository = u"owner/minne"_s;
    QTemporaryDir m_state;
    GitRepository m_project;
    TestStandIn m_host{m_state.filePath(u"host"_s)};
    std::unique_ptr<OwnSession> m_session;
    QPointer<WithdrawDialog> m_dialog;
    qint64 m_bad = 0;

    template <typename T>
    T valueOf(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000) || !future.result())
            qFatal("it fails, or does not end");
        return *future.result();
    }

    github::Release released(const QString &tag, const QString &commit)
    {
        return valueOf(m_session->client().createRelease(
            m_repository, {.tagName = tag, .targetCommitish = commit, .body = u"- Words\n"_s, .draft = false}));
    }

    github::Release now() { return valueOf(m_session->client().release(m_repository, m_bad)); }

    void open()
    {
        delete m_dialog;
        m_dialog = new WithdrawDialog(*m_session, u"v1.0.5"_s);
        m_dialog->open();
        QVERIFY(settled());
    }

    bool settled() const
    {
        return QTest::qWaitFor([this] { return m_dialog->withdrawer().work() == Withdrawer::Work::None; }, 60'000);
    }

    void press(QPushButton *button) const
    {
        QVERIFY(button->isVisible() && button->isEnabled());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(settled());
    }

private Q_SLOTS:
    void initTestCase()
    {
        isolateGit();
        QByteArray manifest = plainManifest;
        m_project.write(u"unmoor.toml"_s,
                        manifest.replace("name = \"minne\"\n", "name = \"minne\"\nrepository = \"owner/minne\"\n"));
        const QString commit = m_project.commit(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        QVERIFY(m_host.start() && m_host.push(m_repository, u"main"_s, commit));
        m_session = std::make_unique<OwnSession>(m_state.filePath(u"state"_s),
                                                 SessionOptions{.apiUrl = m_host.apiUrl(), .token = m_host.token()});
        const auto opened = m_session->open(m_project.path());
        QTRY_VERIFY_WITH_TIMEOUT(opened.isFinished(), 60'000);
        valueOf(m_session->signIn());
        released(u"v1.0.4"_s, commit);
        m_bad = released(u"v1.0.5"_s, commit).id;
    }

    void cleanup() { delete m_dialog; }

    void whatHappensIsReadBeforeItDoes()
    {
        open();
        QVERIFY(m_dialog->wayButton(WithdrawWay::Demote)->isChecked());
        QVERIFY(m_dialog->shownSteps().first().contains(u"Show v1.0.4 as the latest release"_s));
        QTest::keyClicks(m_dialog->reasonField(), u"It eats data."_s);
        QVERIFY(m_dialog->shownNotice().contains(u"It eats data."_s));
        m_dialog->wayButton(WithdrawWay::ToDraft)->click();
        QVERIFY(m_dialog->shownNotice().isEmpty());
        QVERIFY(m_dialog->shownSteps().join(u' ').contains(u"back into a draft"_s));
        m_dialog->wayButton(WithdrawWay::Tidy)->click();
        QVERIFY(!m_dialog->runButton()->isEnabled());
        QVERIFY(m_dialog->message().contains(u"nothing to do"_s));
        QVERIFY(!now().prerelease && !now().draft);
    }

    void takenBackAndPutBackAgain()
    {
        open();
        QSignalSpy changed(m_dialog, &WithdrawDialog::hostChanged);
        press(m_dialog->runButton());
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_dialog->message().contains(u"read back"_s));
        QVERIFY(hasWithdrawNotice(now().body) && now().prerelease);
        QVERIFY(!m_dialog->runButton()->isEnabled());
        m_dialog->wayButton(WithdrawWay::Restore)->click();
        press(m_dialog->runButton());
        QCOMPARE(now().body, u"- Words\n"_s);
    }

    void theFixIsPreparedFromHere()
    {
        open();
        QSignalSpy fix(m_dialog, &WithdrawDialog::patchRequested);
        QTest::keyClick(m_dialog->patchButton(), Qt::Key_Space);
        QCOMPARE(fix.size(), 1);
        QTRY_VERIFY(!m_dialog);
    }
};

QTEST_MAIN(WithdrawDialogTest)
#include "tst_withdrawdialog.moc"
