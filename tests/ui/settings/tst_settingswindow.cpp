// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settings/samplereport.h"
#include "ui/settings/accountbox.h"
#include "ui/settings/buildingpage.h"
#include "ui/settings/hostdialog.h"
#include "ui/settings/hostkeydialog.h"
#include "ui/settings/lookpage.h"
#include "ui/settings/machinespage.h"
#include "ui/settings/probecard.h"
#include "ui/settings/settingsdesk.h"
#include "ui/settings/settingswindow.h"
#include "ui/settings/storagepage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace unmoor;
using namespace Qt::StringLiterals;

namespace {

const BuildHost armBox{
    .name = u"arm-box"_s, .address = u"10.0.4.20"_s, .user = u"nix"_s, .systems = {u"aarch64-linux"_s}};

void type(QLineEdit *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

QPushButton *buttonWith(const QWidget &parent, const QString &text)
{
    for (auto *button : parent.findChildren<QPushButton *>())
        if (button->isVisibleTo(&parent) && button->text().remove(u'&') == text)
            return button;
    return nullptr;
}

} // namespace

/// The real window on a state folder, without a project.
class TestSettingsWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<SettingsDesk> m_desk;
    std::unique_ptr<SettingsWindow> m_window;

    MachinesPage &machines() const { return *m_window->machines(); }
    QString cell(int row, int column) const
    {
        const auto *model = machines().table()->model();
        return model->index(row, column).data(Qt::AccessibleTextRole).toString();
    }
    Settings kept() const { return readSettings(m_dir->path()).value(); }

    template <typename Dialog>
    Dialog *dialog() const
    {
        const auto dialogs = m_window->findChildren<Dialog *>();
        for (Dialog *dialog : dialogs)
            if (dialog->isVisible())
                return dialog;
        return nullptr;
    }

    void answer(const QString &text)
    {
        QMessageBox *box = nullptr;
        QTRY_VERIFY((box = dialog<QMessageBox>()) != nullptr);
        QPushButton *button = buttonWith(*box, text);
        QVERIFY2(button, qPrintable(text));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!dialog<QMessageBox>());
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<Engine>(m_dir->path());
        m_desk = std::make_unique<SettingsDesk>(*m_engine, SessionOptions());
        m_window = std::make_unique<SettingsWindow>(*m_desk);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void thisMachineSaysWhatItBuilds()
    {
        QCOMPARE(machines().table()->model()->rowCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(cell(0, 1).contains(u"-linux"_s), 30'000);
        QVERIFY(cell(0, 0).startsWith(u"this machine, "_s));
        QVERIFY(cell(0, 0).contains(u"core"_s) && cell(0, 0).contains(u"free"_s));
        QCOMPARE(cell(0, 3), u"ready"_s);
        QVERIFY(!machines().removeButton()->isEnabled());
    }

    void machineIsAddedByTyping()
    {
        QTest::mouseClick(machines().addButton(), Qt::LeftButton);
        auto *add = dialog<HostDialog>();
        QVERIFY(add);
        type(add->nameField(), u"arm-box"_s);
        type(add->addressField(), u"nix@127.0.0.1:1"_s);
        type(add->systemsField(), u"aarch64-linux"_s);
        add->jobsField()->setValue(3);
        QTest::keyClick(add->systemsField(), Qt::Key_Return);
        QTRY_VERIFY(!dialog<HostDialog>());

        const Settings settings = kept();
        QCOMPARE(settings.hosts.size(), 1);
        QCOMPARE(settings.hosts[0].user, u"nix"_s);
        QCOMPARE(settings.hosts[0].address, u"127.0.0.1"_s);
        QCOMPARE(settings.hosts[0].port, 1);
        QCOMPARE(settings.hosts[0].jobs, 3);
        QCOMPARE(cell(1, 0), u"arm-box, ssh-ng://nix@127.0.0.1:1"_s);
        QCOMPARE(cell(1, 1), u"aarch64-linux"_s);
        // It is probed at once: nothing listens there.
        QTRY_COMPARE_WITH_TIMEOUT(cell(1, 3), u"no answer"_s, 30'000);
        QCOMPARE(machines().card()->view().lines.at(1).title, u"Port answers"_s);
        QCOMPARE(kept().hosts[0].probeState, u"port"_s);
    }

    void wrongInputIsRefusedInWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("systems");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("said");
        QTest::newRow("no name") << QString() << u"10.0.4.21"_s << QString() << QString() << u"needs a name"_s;
        QTest::newRow("taken") << u"arm-box"_s << u"10.0.4.21"_s << QString() << QString()
                               << u"There is a machine called arm-box already"_s;
        QTest::newRow("another place") << u"this"_s << u"10.0.4.21"_s << QString() << QString()
                                       << u"means another place"_s;
        QTest::newRow("no address") << u"mac"_s << QString() << QString() << QString() << u"needs an address"_s;
        QTest::newRow("system") << u"mac"_s << u"10.0.4.21"_s << u"mac"_s << QString() << u"mac is no system"_s;
        QTest::newRow("key") << u"mac"_s << u"10.0.4.21"_s << QString() << u"/no/such/key"_s
                             << u"There is no file /no/such/key"_s;
    }

    void wrongInputIsRefusedInWords()
    {
        QFETCH(QString, name);
        QFETCH(QString, address);
        QFETCH(QString, systems);
        QFETCH(QString, key);
        QFETCH(QString, said);
        QVERIFY(m_desk->addHost(armBox));
        machines().addMachine();
        auto *add = dialog<HostDialog>();
        type(add->nameField(), name);
        type(add->addressField(), address);
        type(add->systemsField(), systems);
        type(add->keyField(), key);
        QTest::mouseClick(add->keepButton(), Qt::LeftButton);
        QVERIFY(add->isVisible());
        QVERIFY2(add->problem().contains(said), qPrintable(add->problem()));
        QCOMPARE(kept().hosts.size(), 1);
    }

    void machineIsEditedAndRenamed()
    {
        QVERIFY(m_desk->addHost(armBox));
        machines().choose(u"arm-box"_s);
        QTest::keyClick(machines().table(), Qt::Key_Return);
        auto *edit = dialog<HostDialog>();
        QVERIFY(edit);
        QCOMPARE(edit->userField()->text(), u"nix"_s);
        type(edit->nameField(), u"arm-two"_s);
        type(edit->addressField(), u"127.0.0.1"_s);
        edit->portField()->setValue(1);
        QTest::mouseClick(edit->keepButton(), Qt::LeftButton);
        QTRY_VERIFY(!dialog<HostDialog>());
        QCOMPARE(kept().hosts.size(), 1);
        QCOMPARE(kept().hosts[0].name, u"arm-two"_s);
        QVERIFY(cell(machines().table()->currentRow(), 0).startsWith(u"arm-two"_s));
    }

    void removingAsksAndNamesTheMachine()
    {
        QVERIFY(m_desk->addHost(armBox));
        machines().choose(u"arm-box"_s);
        QTest::mouseClick(machines().removeButton(), Qt::LeftButton);
        answer(u"Keep it"_s);
        QCOMPARE(kept().hosts.size(), 1);
        machines().table()->setFocus();
        QTest::keyClick(machines().table(), Qt::Key_Delete);
        answer(u"Remove arm-box"_s);
        QCOMPARE(kept().hosts.size(), 0);
        QCOMPARE(machines().table()->model()->rowCount(), 1);
    }

    void probeResultIsKeptAndShown()
    {
        QVERIFY(m_desk->addHost(armBox));
        machines().choose(u"arm-box"_s);
        m_desk->setReport(u"arm-box"_s, readyReport());
        QCOMPARE(cell(1, 2), u"just now, 14 ms"_s);
        QCOMPARE(cell(1, 3), u"ready"_s);
        QCOMPARE(kept().hosts[0].probeState, u"ready"_s);
        QVERIFY(buttonWith(*machines().card(), u"Probe again"_s));
    }

    void unknownKeyIsTrustedOnlyByItsButton()
    {
        QVERIFY(m_desk->addHost({.name = u"arm-box"_s, .address = u"127.0.0.1"_s, .port = 1}));
        machines().choose(u"arm-box"_s);
        m_desk->setReport(u"arm-box"_s, unknownKeyReport());
        QTest::mouseClick(buttonWith(*machines().card(), u"Look at the key…"_s), Qt::LeftButton);
        auto *ask = dialog<HostKeyDialog>();
        QVERIFY(ask);
        QVERIFY(!ask->comparedBox());
        QTest::keyClick(ask, Qt::Key_Return); // a stray Return trusts nothing
        QTRY_VERIFY(!dialog<HostKeyDialog>());
        QVERIFY(!QFileInfo::exists(knownHostsFile(m_dir->path())));

        QTest::mouseClick(buttonWith(*machines().card(), u"Look at the key…"_s), Qt::LeftButton);
        QTest::mouseClick(dialog<HostKeyDialog>()->trustButton(), Qt::LeftButton);
        const auto known = KnownHosts::read(knownHostsFile(m_dir->path()));
        QVERIFY(known);
        QVERIFY(known->keysOf(u"10.0.4.20"_s) == sampleKeys("as it is now"));
    }

    void changedKeyIsReplacedOnlyAfterAPersonCompared()
    {
        QVERIFY(m_desk->trust(sampleKeys("as it was"), false));
        QVERIFY(m_desk->addHost({.name = u"arm-box"_s, .address = u"127.0.0.1"_s, .port = 1}));
        machines().choose(u"arm-box"_s);
        m_desk->setReport(u"arm-box"_s, changedKeyReport());
        QVERIFY(machines().card()->accessibleName().contains(u"different host key"_s));
        QTest::mouseClick(buttonWith(*machines().card(), u"Compare keys…"_s), Qt::LeftButton);
        auto *ask = dialog<HostKeyDialog>();
        QVERIFY(ask);
        QVERIFY(!ask->trustButton()->isEnabled());
        QTest::keyClick(ask->comparedBox(), Qt::Key_Space);
        QVERIFY(ask->trustButton()->isEnabled());
        QTest::mouseClick(ask->trustButton(), Qt::LeftButton);
        QVERIFY(KnownHosts::read(knownHostsFile(m_dir->path()))->keysOf(u"10.0.4.20"_s) == sampleKeys("as it is now"));
    }

    void otherKeysAreNeverOverwrittenAsIfNew()
    {
        QVERIFY(m_desk->trust(sampleKeys("as it was"), false));
        const auto trusted = m_desk->trust(sampleKeys("as it is now"), false);
        QVERIFY(!trusted);
        QCOMPARE(trusted.error().kind, Error::Kind::Conflict);
    }

    void nixOffThePathIsSetUpByOneClick()
    {
        QVERIFY(m_desk->addHost({.name = u"arm-box"_s, .address = u"127.0.0.1"_s, .port = 1}));
        machines().choose(u"arm-box"_s);
        ProbeReport report = sampleReport(ProbeStep::Kind::NixThere, BuildFailure::Kind::NixNotOnHost);
        report.remoteProgram = u"/opt/nix/bin/nix-daemon"_s;
        m_desk->setReport(u"arm-box"_s, report);
        QTest::mouseClick(buttonWith(*machines().card(), u"Use this Nix"_s), Qt::LeftButton);
        QCOMPARE(kept().hosts[0].remoteProgram, report.remoteProgram);
    }

    void numbersAreKeptWhenTyped()
    {
        m_window->setPage(SettingsWindow::Building);
        BuildingPage &page = *m_window->building();
        QCOMPARE(page.jobsField()->value(), 2);
        page.jobsField()->selectAll();
        QTest::keyClicks(page.jobsField(), u"6"_s);
        QTest::keyClick(page.jobsField(), Qt::Key_Return);
        QTest::keyClick(page.stallField(), Qt::Key_Down);
        QCOMPARE(kept().jobsHere, 6);
        QCOMPARE(kept().stallMinutes, 2);
        page.stallField()->setValue(0);
        QCOMPARE(page.stallField()->text(), u"never"_s);
        QCOMPARE(kept().stallMinutes, 0);
        page.secondLookField()->setValue(20);
        QCOMPARE(kept().secondLookSeconds, 20);
        QVERIFY(m_window->isVisible());
    }

    void featuresAreSwitchedOff()
    {
        QVERIFY(m_desk->change(
            [](Settings &settings) { settings.nixFeatures = {u"ca-derivations"_s, u"dynamic-derivations"_s}; }));
        m_window->setPage(SettingsWindow::Building);
        BuildingPage &page = *m_window->building();
        QVERIFY(!page.removeFeatureButton()->isEnabled());
        page.featureList()->setCurrentRow(0);
        QTest::mouseClick(page.removeFeatureButton(), Qt::LeftButton);
        QCOMPARE(kept().nixFeatures, QStringList{u"dynamic-derivations"_s});
        QCOMPARE(page.featureList()->count(), 1);
    }

    void languageIsChosenForTheNextStart()
    {
        auto *look = m_window->look();
        look->setLanguage(u"de"_s);
        QCOMPARE(look->language(), u"de"_s);
        look->setLanguage(u"xx"_s); // none that is there
        QCOMPARE(look->language(), QString());
        QSignalSpy chosen(look, &LookPage::languageChosen);
        auto *choice = look->findChild<QComboBox *>();
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"de"_s);
    }

    void lookIsChosen()
    {
        m_window->setPage(SettingsWindow::Look);
        QSignalSpy chosen(m_window.get(), &SettingsWindow::appearanceChosen);
        const auto choices = m_window->look()->findChildren<QRadioButton *>();
        QTest::mouseClick(choices.last(), Qt::LeftButton, {}, QPoint(8, choices.last()->height() / 2));
        QCOMPARE(chosen.size(), 1);
        QVERIFY(m_window->look()->appearance() == theme::Appearance::HighContrastDark);
    }

    void storageIsCountedAndOldLogsThatAreNeededStay()
    {
        QDir(m_dir->path()).mkpath(u"logs/minne-1"_s);
        QFile log(m_dir->filePath(u"logs/minne-1/x-20250101.log"_s));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write(QByteArray(2048, 'x'));
        QVERIFY(log.flush());
        QVERIFY(log.setFileTime(QDateTime::currentDateTime().addDays(-200), QFileDevice::FileModificationTime));
        log.close();
        m_window->setPage(SettingsWindow::Storage);
        StoragePage &page = *m_window->storage();
        QAbstractItemModelTester tester(page.model());
        QTRY_COMPARE(page.model()->index(1, 1).data().toString(), u"2.0 KiB"_s);
        QCOMPARE(page.model()->index(1, 2).data().toString(), u"1 log"_s);
        QTest::mouseClick(page.deleteButton(), Qt::LeftButton);
        QTRY_VERIFY(buttonWith(page, u"Delete logs…"_s)->isEnabled());
        QVERIFY(!dialog<QMessageBox>());
        QVERIFY(QFileInfo::exists(log.fileName()));
    }

    void withoutATokenNobodyIsSignedIn()
    {
        auto *table = m_window->accounts()->table();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->index(0, 2).data().toString() == u"not known yet"_s, false, 30'000);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"github.com"_s);
        QVERIFY(!m_window->accounts()->forgetButton()->isEnabled());
        QSignalSpy asked(m_window.get(), &SettingsWindow::signInRequested);
        QTest::mouseClick(m_window->accounts()->signInButton(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void unreadableSettingsAreSaidAndNeverOverwritten()
    {
        m_window.reset();
        QFile file(m_dir->filePath(u"settings.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("]not a settings file[\n[building\n");
        file.close();
        QVERIFY(!readSettings(m_dir->path()));
        m_engine = std::make_unique<Engine>(m_dir->path());
        m_desk = std::make_unique<SettingsDesk>(*m_engine, SessionOptions());
        m_window = std::make_unique<SettingsWindow>(*m_desk);
        QVERIFY(m_window->problem().contains(u"settings.ini"_s));
        QVERIFY(!m_desk->addHost(armBox));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("]not"));
    }

    void escapeClosesTheWindow()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
    }
};

QTEST_MAIN(TestSettingsWindow)
#include "tst_settingswindow.moc"
