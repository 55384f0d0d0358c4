// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/nix/sampleproject.h"
#include "tests/app/release/ownsession.h"
#include "tests/ui/desktop/privatebus.h"
#include "ui/desktop/buildnews.h"
#include "ui/desktop/notifier.h"
#include "ui/desktop/runnews.h"
#include "ui/desktop/taskbarprogress.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr int patience = 120'000;

TargetState targetThat(const QString &triple, TargetState::Build build)
{
    TargetState target;
    target.target.triple = triple;
    target.build = build;
    if (build == TargetState::Build::Failed)
        target.failure = BuildFailure{.message = u"The disk is full."_s};
    return target;
}

} // namespace

class NotifierTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PrivateBus> m_bus;
    QTemporaryDir m_state;

    std::unique_ptr<OwnSession> openSession(const SampleProject &project)
    {
        auto session = std::make_unique<OwnSession>(m_state.path());
        const auto opened = session->open(project.path());
        return QTest::qWaitFor([&] { return opened.isFinished(); }, patience) && opened.result() ? std::move(session)
                                                                                                 : nullptr;
    }

    static bool ended(const OwnSession &session)
    {
        return QTest::qWaitFor([&] { return !session.isBusy(); }, patience);
    }

private Q_SLOTS:
    void initTestCase() { QGuiApplication::setDesktopFileName(u"unmoor"_s); }
    void init() { m_bus = std::make_unique<PrivateBus>(); }
    void cleanup() { m_bus.reset(); }

    void desktopIsAskedToShowIt()
    {
        Desktop desktop(m_bus->connection(u"desktop"_s), {u"actions"_s, u"body-markup"_s});
        Notifier notifier(m_bus->connection(u"window"_s));
        QSignalSpy activated(&notifier, &Notifier::activated);
        notifier.notify(u"minne v1.0.5"_s, u"a < b & c"_s, true);
        QTRY_COMPARE(desktop.shown.size(), 1);
        const Desktop::Shown shown = desktop.shown.first();
        QCOMPARE(shown.title, u"minne v1.0.5"_s);
        QCOMPARE(shown.text, u"a &lt; b &amp; c"_s);
        QVERIFY(shown.actions.contains(u"show"_s));
        QCOMPARE(shown.hints[u"urgency"_s].toInt(), 2);
        QCOMPARE(shown.hints[u"desktop-entry"_s].toString(), u"unmoor"_s);

        // Until the answer came, nothing is ours; then what is clicked is.
        QTRY_VERIFY2((desktop.click(7, u"show"_s), QTest::qWait(10), !activated.isEmpty()), "never activated");
        Desktop::waitForClicks(m_bus->connection(u"window"_s));
        activated.clear();
        desktop.click(8, u"default"_s); // of another program
        desktop.click(7, u"default"_s);
        QTRY_COMPARE(activated.size(), 1);

        notifier.notify(u"again"_s, {}, false);
        QTRY_COMPARE(desktop.shown.size(), 2);
        QCOMPARE(desktop.shown.last().replaces, 7U);
    }

    void desktopWithoutButtonsGetsNone()
    {
        Desktop desktop(m_bus->connection(u"desktop"_s), {u"body"_s});
        Notifier notifier(m_bus->connection(u"window"_s));
        notifier.notify(u"t"_s, u"a < b"_s, false);
        QTRY_COMPARE(desktop.shown.size(), 1);
        QVERIFY(desktop.shown.first().actions.isEmpty());
        QCOMPARE(desktop.shown.first().text, u"a < b"_s);
    }

    void withoutADesktopNothingHappens()
    {
        Notifier nobody(m_bus->connection(u"window"_s));
        nobody.notify(u"t"_s, u"x"_s, false);
        Notifier noBus(QDBusConnection(u"there is no such bus"_s));
        noBus.notify(u"t"_s, u"x"_s, false);
        TaskbarProgress taskbar(QDBusConnection(u"there is no such bus"_s));
        taskbar.set(0.5);
    }

    void taskbarIsToldWholePercents()
    {
        Desktop desktop(m_bus->connection(u"desktop"_s), {});
        TaskbarProgress taskbar(m_bus->connection(u"window"_s));
        taskbar.set(0.5);
        taskbar.set(0.501);
        taskbar.set(0.52, true);
        taskbar.set(std::nullopt, true);
        QTRY_COMPARE(desktop.updates.size(), 3);
        QCOMPARE(desktop.updates[0].first, u"application://unmoor.desktop"_s);
        QCOMPARE(desktop.updates[0].second[u"progress"_s].toDouble(), 0.5);
        QVERIFY(desktop.updates[0].second[u"progress-visible"_s].toBool());
        QVERIFY(!desktop.updates[0].second[u"urgent"_s].toBool());
        QVERIFY(desktop.updates[1].second[u"urgent"_s].toBool());
        QVERIFY(!desktop.updates[2].second[u"progress-visible"_s].toBool());
    }

    void wordsNameWhatFailedFirst()
    {
        using Build = TargetState::Build;
        const QList<TargetState> targets{targetThat(u"a"_s, Build::Built), targetThat(u"b"_s, Build::Failed),
                                         targetThat(u"c"_s, Build::Adopted)};
        const BuildNewsText bad = buildNews(targets, {u"a"_s, u"b"_s}, 724, u"minne v1.0.5"_s);
        QCOMPARE(bad.title, u"minne v1.0.5: 1 of 2 targets failed"_s);
        QCOMPARE(bad.text, u"b: The disk is full."_s);
        QVERIFY(bad.failed);
        const BuildNewsText good = buildNews(targets, {u"a"_s}, 724, u"minne v1.0.5"_s);
        QCOMPARE(good.title, u"minne v1.0.5: 1 target is built"_s);
        QCOMPARE(good.text, u"a, after 12 m 04 s."_s);
        QVERIFY(!good.failed);
    }

    void longBuildIsToldToWhoLooksElsewhere()
    {
        const SampleProject project;
        // Long enough for the setting, and new to the store.
        project.replace(u"nix/release.nix"_s, "echo \"   Compiling $c\"",
                        "echo \"Compiling $c " + project.version().toLatin1() + "\"; sleep 0.3");
        project.commit();
        const auto session = openSession(project);
        QVERIFY(session);
        QVERIFY(session->setSettings({.notifySeconds = 1}).has_value());
        Desktop desktop(m_bus->connection(u"desktop"_s), {u"actions"_s});
        QWidget window;
        BuildNews news(*session, &window, m_bus->connection(u"window"_s));
        session->build({session->at(0)});
        QVERIFY(ended(*session));
        QTRY_COMPARE(desktop.shown.size(), 1);
        QVERIFY2(desktop.shown.first().title.endsWith(u": 1 target is built"_s),
                 qPrintable(desktop.shown.first().title));
        QCOMPARE(desktop.shown.first().hints[u"urgency"_s].toInt(), 1);
        QVERIFY(desktop.updates.size() >= 3);
        QVERIFY(!desktop.updates.last().second[u"progress-visible"_s].toBool());
        QTRY_VERIFY2((desktop.click(7, u"show"_s), QTest::qWait(10), window.isVisible()), "never shown");

        // What is there already takes no time: nobody needs to be told.
        desktop.shown.clear();
        QVERIFY(session->setSettings({.notifySeconds = 3600}).has_value());
        window.hide();
        session->build({session->at(0)});
        QVERIFY(ended(*session));
        QVERIFY(desktop.shown.isEmpty());
    }

    void failureMakesTheTaskbarUrgentUnlessSomebodyLooks()
    {
        const SampleProject project;
        project.replace(u"nix/release.nix"_s, "echo \"   Compiling $c\"", "sleep 1.2; exit 3");
        project.commit();
        const auto session = openSession(project);
        QVERIFY(session);
        QVERIFY(session->setSettings({.notifySeconds = 1}).has_value());
        Desktop desktop(m_bus->connection(u"desktop"_s), {});
        QWidget window;
        BuildNews news(*session, &window, m_bus->connection(u"window"_s));
        session->build({session->at(0)});
        QVERIFY(ended(*session));
        QTRY_COMPARE(desktop.shown.size(), 1);
        QVERIFY(desktop.shown.first().title.endsWith(u": 1 of 1 targets failed"_s));
        QCOMPARE(desktop.shown.first().hints[u"urgency"_s].toInt(), 2);
        QTRY_VERIFY(desktop.updates.last().second[u"urgent"_s].toBool());

        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        desktop.shown.clear();
        session->build({session->at(0)});
        QVERIFY(ended(*session));
        QTRY_VERIFY(!desktop.updates.last().second[u"urgent"_s].toBool());
        QVERIFY(desktop.shown.isEmpty());
    }

    void endOfARunIsToldToWhoLooksElsewhere()
    {
        const SampleProject project;
        const auto session = openSession(project);
        QVERIFY(session);
        QVERIFY(session->setSettings({.notifySeconds = 30}).has_value());
        Desktop desktop(m_bus->connection(u"desktop"_s), {});
        QWidget window;
        RunNews news(*session, &window, m_bus->connection(u"window"_s));
        RunDetails details;
        details.run.name = u"Release"_s;
        details.run.number = 12;
        details.run.status = u"completed"_s;
        details.run.startedAt = QDateTime::fromSecsSinceEpoch(1'000'000);
        const auto end = [&](const QString &conclusion, int seconds) {
            details.run.conclusion = conclusion;
            details.run.updatedAt = details.run.startedAt.addSecs(seconds);
            Q_EMIT session->runs().runEnded(details);
        };
        end(u"success"_s, 29); // shorter than what is worth a word
        end(u"cancelled"_s, 600);
        end(u"failure"_s, 600);
        QTRY_COMPARE(desktop.shown.size(), 1);
        QVERIFY2(desktop.shown.first().title.endsWith(u": Release 12 failed"_s),
                 qPrintable(desktop.shown.first().title));
        QCOMPARE(desktop.shown.first().hints[u"urgency"_s].toInt(), 2);

        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        end(u"failure"_s, 600);
        window.hide();
        end(u"success"_s, 600);
        QTRY_COMPARE(desktop.shown.size(), 2);
        QVERIFY(desktop.shown.last().title.endsWith(u": Release 12 succeeded"_s));
    }
};

QTEST_MAIN(NotifierTest)
#include "tst_notifier.moc"
