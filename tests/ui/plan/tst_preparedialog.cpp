// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/plainmanifest.h"
#include "tests/standin/gitbehind.h"
#include "tests/standin/teststandin.h"
#include "ui/plan/preparedialog.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// The dialog with real repositories, remotes and hooks.
class PrepareDialogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<QTemporaryDir> m_remote;
    QPointer<PrepareDialog> m_dialog;

    void open(bool mayPush = true, const PullHost &host = {}, Preparer::Purpose purpose = Preparer::Purpose::Release)
    {
        delete m_dialog;
        m_dialog = new PrepareDialog(m_project->path(), m_state->path(), mayPush, {}, host, purpose);
        m_dialog->open();
        QVERIFY(settled());
    }

    bool settled() const
    {
        return QTest::qWaitFor([this] { return m_dialog->preparer().work() == Preparer::Work::None; }, 60'000);
    }

    /// By the keyboard alone.
    void press(QPushButton *button) const
    {
        QVERIFY(button->isVisible() && button->isEnabled());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(settled());
    }

    void hook(const QByteArray &script) const
    {
        const QString path = m_project->path() + u"/.git/hooks/pre-commit"_s;
        QVERIFY(QDir().mkpath(m_project->path() + u"/.git/hooks"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + script) > 0);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    QString git(const QStringList &arguments) const { return m_project->git(arguments); }
    QString head() const { return git({u"rev-parse"_s, u"HEAD"_s}); }
    QString inRemote(const QString &ref) const
    {
        return git({u"ls-remote"_s, m_remote->path(), ref}).section(u'\t', 0, 0);
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_state = std::make_unique<QTemporaryDir>();
        m_remote = std::make_unique<QTemporaryDir>();
        m_project = std::make_unique<GitRepository>();
        m_project->write(u"unmoor.toml"_s, plainManifest);
        m_project->commit(
            u"CHANGELOG.md"_s,
            "# Changelog\n\n## Unreleased\n\n### Fixed\n\n- A crash\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        git({u"tag"_s, u"v1.0.5"_s});
        m_project->commit(u"a.txt"_s, "more");
        git({u"clone"_s, u"-q"_s, u"--bare"_s, m_project->path(), m_remote->path()});
        git({u"remote"_s, u"add"_s, u"origin"_s, m_remote->path()});
        git({u"fetch"_s, u"-q"_s});
        git({u"branch"_s, u"--set-upstream-to=origin/main"_s});
    }

    void cleanup() { delete m_dialog; }

    void escapeClosesWhileItReads()
    {
        m_dialog = new PrepareDialog(m_project->path(), m_state->path(), true);
        m_dialog->open();
        QCOMPARE(m_dialog->preparer().work(), Preparer::Work::Reading);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void choicesSayWhatTheyComeTo()
    {
        open();
        const QList<QRadioButton *> choices = m_dialog->choices();
        QCOMPARE(choices.size(), 4);
        QVERIFY(choices.first()->isChecked());
        QVERIFY(choices.first()->text().contains(u"1.0.6"_s));
        QVERIFY(choices.first()->accessibleDescription().contains(u"v1.0.6, shown as the latest release"_s));
        QVERIFY(choices.last()->accessibleDescription().contains(u"latest stays where it is"_s));
        QVERIFY(m_dialog->shownEdits().contains(u"## 1.0.6"_s));
        choices.at(1)->setFocus();
        QTest::keyClick(choices.at(1), Qt::Key_Space);
        QCOMPARE(m_dialog->prepareButton()->text().remove(u'&'), u"Prepare v1.1.0"_s);
        QVERIFY(m_dialog->shownEdits().contains(u"## 1.1.0"_s));
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());
    }

    void aTypedVersionIsTakenOrToldWhyNot()
    {
        open();
        auto *other = m_dialog->findChildren<QRadioButton *>().first();
        for (QRadioButton *button : m_dialog->findChildren<QRadioButton *>())
            if (!m_dialog->choices().contains(button))
                other = button;
        other->click();
        QCOMPARE(m_dialog->focusWidget(), m_dialog->versionField());
        QTest::keyClicks(m_dialog->versionField(), u"1.0.4"_s);
        QVERIFY(m_dialog->message().contains(u"not newer"_s));
        QVERIFY(!m_dialog->prepareButton()->isEnabled());
        m_dialog->versionField()->selectAll();
        QTest::keyClicks(m_dialog->versionField(), u"3.0.0"_s);
        QCOMPARE(m_dialog->prepareButton()->text().remove(u'&'), u"Prepare v3.0.0"_s);
        QVERIFY(other->isChecked());
    }

    void prepareAndPushAreAgreedToOneByOne()
    {
        open();
        QSignalSpy changed(m_dialog, &PrepareDialog::checkoutChanged);
        press(m_dialog->prepareButton());
        QCOMPARE(git({u"log"_s, u"-1"_s, u"--format=%s"_s}), u"Release v1.0.6"_s);
        QVERIFY(inRemote(u"refs/tags/v1.0.6"_s).isEmpty());
        QVERIFY(!changed.isEmpty());
        QVERIFY(!m_dialog->prepareButton()->isVisible());
        press(m_dialog->pushButton());
        QCOMPARE(inRemote(u"refs/heads/main"_s), head());
        QVERIFY(!inRemote(u"refs/tags/v1.0.6"_s).isEmpty());
        QVERIFY(m_dialog->message().contains(u"v1.0.6 is pushed"_s));
        for (const Preparer::Step &step : m_dialog->preparer().steps())
            QCOMPARE(step.state, Preparer::Step::State::Done);
        QVERIFY(!m_dialog->takeBackButton()->isVisible());
    }

    void whatIsInTheWayIsToldBefore()
    {
        m_project->write(u"b.txt"_s, "not committed");
        open();
        QVERIFY(m_dialog->message().contains(u"b.txt"_s));
        QVERIFY(!m_dialog->prepareButton()->isEnabled());
    }

    void theWordsOfAHookAreInView()
    {
        hook("echo the linter is not happy; exit 1\n");
        open();
        const QString before = head();
        press(m_dialog->prepareButton());
        QVERIFY(m_dialog->log().contains(u"the linter is not happy"_s));
        QVERIFY(m_dialog->message().contains(u"Nothing was committed"_s));
        QCOMPARE(head(), before);
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());
        const auto steps = m_dialog->preparer().steps();
        QVERIFY(std::ranges::contains(steps, Preparer::Step::State::Failed, &Preparer::Step::state));
        QVERIFY(m_dialog->prepareButton()->isEnabled()); // once more

        for (QCheckBox *keep : m_dialog->findChildren<QCheckBox *>())
            keep->setChecked(true);
        press(m_dialog->prepareButton());
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).contains(u"CHANGELOG.md"_s));
    }

    void whatStandsIsShownAfterARestartAndTakenBack()
    {
        open();
        const QString before = head();
        press(m_dialog->prepareButton());
        open();
        QVERIFY(m_dialog->message().contains(u"v1.0.6 is prepared"_s));
        QVERIFY(m_dialog->pushButton()->isEnabled());
        press(m_dialog->takeBackButton());
        QCOMPARE(head(), before);
        QVERIFY(git({u"tag"_s, u"-l"_s, u"v1.0.6"_s}).isEmpty());
        QVERIFY(m_dialog->prepareButton()->isEnabled());
    }

    /// As after a kill between the commit and its tag, and between the edits and their commit.
    void whatWasInterruptedGoesOn()
    {
        open();
        press(m_dialog->prepareButton());
        PrepareJournal journal = **readJournal(m_state->path(), m_project->path());
        git({u"tag"_s, u"-d"_s, u"v1.0.6"_s});
        journal.isTagged = false;
        QVERIFY(writeJournal(m_state->path(), journal));
        open();
        QVERIFY(m_dialog->message().contains(u"interrupted after the commit"_s));
        press(m_dialog->prepareButton());
        QCOMPARE(git({u"rev-parse"_s, u"v1.0.6^{commit}"_s}), head());

        git({u"tag"_s, u"-d"_s, u"v1.0.6"_s});
        git({u"reset"_s, u"-q"_s, u"--hard"_s, journal.before});
        QVERIFY(applyEdit(m_project->path(), journal.edits.first()));
        journal.commit.clear();
        QVERIFY(writeJournal(m_state->path(), journal));
        open();
        QVERIFY(m_dialog->message().contains(u"edits may stand"_s));
        press(m_dialog->prepareButton());
        QCOMPARE(git({u"rev-parse"_s, u"v1.0.6^{commit}"_s}), head());
        QVERIFY(m_dialog->pushButton()->isEnabled());
    }

    void aRehearsalPushesNothing()
    {
        open(false);
        press(m_dialog->prepareButton());
        QVERIFY(!m_dialog->pushButton()->isEnabled());
        QVERIFY(m_dialog->message().contains(u"rehearsal"_s));
    }

    void stopEndsTheHookAndLeavesTheTree()
    {
        QTemporaryDir sign;
        hook("touch " + sign.filePath(u"began"_s).toUtf8() + "; sleep 60\n");
        open();
        m_dialog->prepareButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(sign.filePath(u"began"_s)), 60'000);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(settled());
        QVERIFY(m_dialog->isVisible());
        QVERIFY(git({u"status"_s, u"--porcelain"_s}).isEmpty());
        QVERIFY(!readJournal(m_state->path(), m_project->path()).value());
    }

    /// The remote refuses, the host has a pull request, somebody merges it, and the tag follows.
    void protectedBranchGoesByAPullRequest()
    {
        const QString repository = u"owner/minne"_s;
        TestStandIn host(m_state->filePath(u"host"_s));
        QVERIFY(host.start());
        const auto behind = std::make_shared<GitBehind>(host, repository);
        git({u"remote"_s, u"set-url"_s, u"origin"_s, behind->path()});
        git({u"push"_s, u"-q"_s, u"origin"_s, u"main"_s});
        behind->tell();
        host.setInterceptor(behind);
        behind->hook(u"update"_s, "[ $1 != refs/heads/main ] || { echo 'GH006: Protected branch' >&2; exit 1; }\n");
        QNetworkAccessManager network;
        github::Client client(network, host.apiUrl());
        client.setToken(host.token());

        open();
        press(m_dialog->prepareButton());
        QVERIFY(!m_dialog->pullButton()->isVisible()); // nobody is signed in
        open(true, {.client = &client, .repository = repository});
        press(m_dialog->pushButton());
        QVERIFY(m_dialog->message().contains(u"GH006"_s));
        press(m_dialog->pullButton());
        QVERIFY2(m_dialog->message().contains(u"waits to be merged"_s), qPrintable(m_dialog->message()));
        QVERIFY(!m_dialog->pullButton()->isVisible() && !m_dialog->takeBackButton()->isVisible());
        QCOMPARE(behind->git({u"rev-parse"_s, u"release/v1.0.6"_s}), head());
        press(m_dialog->pushButton());
        QVERIFY(m_dialog->message().contains(u"not merged yet"_s));

        const QString merged = behind->git({u"commit-tree"_s, u"release/v1.0.6^{tree}"_s, u"-m"_s, u"Merge"_s, u"-p"_s,
                                            u"main"_s, u"-p"_s, u"release/v1.0.6"_s});
        behind->git({u"update-ref"_s, u"refs/heads/main"_s, merged});
        QVERIFY(host.mergePull(repository, 1, merged));
        open(true, {.client = &client, .repository = repository});
        press(m_dialog->pushButton());
        QVERIFY2(m_dialog->message().contains(u"v1.0.6 is pushed"_s), qPrintable(m_dialog->message()));
        QCOMPARE(behind->git({u"rev-parse"_s, u"v1.0.6^{commit}"_s}), merged);
        QCOMPARE(head(), merged);
        delete m_dialog; // before the client that it works with
    }

    void whatFollowsIsOneCommit()
    {
        QByteArray manifest = plainManifest;
        m_project->write(u"unmoor.toml"_s, manifest.replace("tag = \"v", "dev-suffix = \"-dev\"\ntag = \"v"));
        m_project->commit(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        git({u"tag"_s, u"-f"_s, u"v1.0.5"_s});
        open(true, {}, Preparer::Purpose::Next);
        QCOMPARE(m_dialog->choices().first()->text().remove(u'&'), u"Patch: 1.0.6-dev"_s);
        QVERIFY(m_dialog->choices().first()->isChecked());
        QVERIFY(m_dialog->shownEdits().contains(u"## Unreleased"_s));
        press(m_dialog->prepareButton());
        QCOMPARE(git({u"log"_s, u"-1"_s, u"--format=%s"_s}), u"Begin 1.0.6-dev"_s);
        QVERIFY(m_dialog->takeBackButton()->isVisible());
        press(m_dialog->pushButton());
        QCOMPARE(inRemote(u"refs/heads/main"_s), head());
        QVERIFY(m_dialog->message().contains(u"is begun"_s));

        open(true, {}, Preparer::Purpose::Next);
        QVERIFY2(m_dialog->message().contains(u"begun already"_s), qPrintable(m_dialog->message()));
        QVERIFY(!m_dialog->prepareButton()->isEnabled());
    }

    void everyControlHasAName()
    {
        open();
        for (QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(PrepareDialogTest)
#include "tst_preparedialog.moc"
