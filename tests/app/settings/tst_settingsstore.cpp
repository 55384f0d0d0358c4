// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsstore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

void setContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

BuildHost machine(const QString &name)
{
    return {.name = name, .address = name + u".local"_s};
}

} // namespace

/// Two stores on one folder stand for two processes here; real ones are in tst_twoprocesses.
class SettingsStoreTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void changeIsMadeToWhatTheDiskHas()
    {
        SettingsStore window(m_dir->path());
        SettingsStore command(m_dir->path());
        QVERIFY(command.change([](Settings &settings) { settings.hosts += machine(u"mac-mini"_s); }));
        // No turn of the event loop: the window does not know yet.
        QVERIFY(window.settings().hosts.isEmpty());
        QVERIFY(window.change([](Settings &settings) { settings.jobsHere = 7; }));
        QCOMPARE(window.settings().hosts.size(), 1);
        const auto kept = readSettings(m_dir->path());
        QCOMPARE(kept->jobsHere, 7);
        QVERIFY(kept->host(u"mac-mini"_s));
    }

    void changeOfAnotherIsNoticed_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("settings are there") << QString();
        QTest::newRow("folder is not there yet") << u"new/state"_s;
    }

    void changeOfAnotherIsNoticed()
    {
        QFETCH(QString, folder);
        const QString stateDir = m_dir->filePath(folder);
        if (folder.isEmpty())
            QVERIFY(changeSettings(stateDir, [](Settings &settings) { settings.jobsHere = 3; }));
        SettingsStore store(stateDir);
        QSignalSpy changed(&store, &SettingsStore::changed);
        for (int jobs = 5; jobs < 8; ++jobs) {
            QVERIFY(changeSettings(stateDir, [&](Settings &settings) { settings.jobsHere = jobs; }));
            QTRY_COMPARE(store.settings().jobsHere, jobs);
        }
        QCOMPARE(changed.size(), 3);
    }

    void editorThatWritesIntoTheFileIsNoticed()
    {
        setContent(settingsFile(m_dir->path()), "[building]\njobs=3\n");
        SettingsStore store(m_dir->path());
        setContent(settingsFile(m_dir->path()), "[building]\njobs=4\n");
        QTRY_COMPARE(store.settings().jobsHere, 4);
    }

    void ownChangeIsToldOnceAndAtOnce()
    {
        SettingsStore store(m_dir->path());
        QSignalSpy changed(&store, &SettingsStore::changed);
        QVERIFY(store.change([](Settings &settings) { settings.jobsHere = 7; }));
        QCOMPARE(changed.size(), 1);
        QVERIFY(store.change([](Settings &settings) { settings.jobsHere = 7; }));
        QVERIFY(changeSettings(m_dir->path(), [](Settings &settings) { settings.jobsHere = 8; }));
        QTRY_COMPARE(store.settings().jobsHere, 8);
        QCOMPARE(changed.size(), 2);
    }

    void damagedFileKeepsWhatWasKnownAndRefusesChanges()
    {
        SettingsStore store(m_dir->path());
        QVERIFY(store.change([](Settings &settings) { settings.hosts += machine(u"mac-mini"_s); }));
        setContent(settingsFile(m_dir->path()), "]damaged");
        QTRY_VERIFY(store.problem().contains(u"settings.ini"_s));
        QCOMPARE(store.settings().hosts.size(), 1);
        const auto changed = store.change([](Settings &settings) { settings.jobsHere = 7; });
        QCOMPARE(changed.error().kind, Error::Kind::Corrupt);
        QCOMPARE(store.settings().jobsHere, Settings().jobsHere);

        setContent(settingsFile(m_dir->path()), "[building]\njobs=3\n");
        QTRY_VERIFY(store.problem().isEmpty());
        QCOMPARE(store.settings().jobsHere, 3);
    }

    void folderThatCannotBeWrittenIsSaidAndNothingIsChanged()
    {
        SettingsStore store(u"/proc/nowhere"_s);
        const auto changed = store.change([](Settings &settings) { settings.jobsHere = 7; });
        QCOMPARE(changed.error().kind, Error::Kind::Io);
        QVERIFY(changed.error().message.contains(u"/proc/nowhere/settings.ini"_s));
        QCOMPARE(store.settings(), Settings());
    }

    void askingWritesNothing()
    {
        SettingsStore store(m_dir->filePath(u"state"_s));
        QVERIFY(store.read());
        QVERIFY(!QFileInfo::exists(m_dir->filePath(u"state"_s)));
    }
};

QTEST_GUILESS_MAIN(SettingsStoreTest)
#include "tst_settingsstore.moc"
