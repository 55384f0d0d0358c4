// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desktop/privatebus.h"
#include "ui/desktop/contrastportal.h"

#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// The settings of a desktop, as its portal tells them.
class SettingsPortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    SettingsPortal(const QDBusConnection &bus, uint contrast)
        : m_bus(bus)
        , m_contrast(contrast)
    {
        m_bus.registerObject(u"/org/freedesktop/portal/desktop"_s, this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }

    void change(const QString &group, const QString &key, uint value)
    {
        Q_EMIT SettingChanged(group, key, QDBusVariant(value));
    }

public Q_SLOTS:
    /// The old call has its value in two variants.
    QDBusVariant Read(const QString &group, const QString &key)
    {
        const bool isIt = group == u"org.freedesktop.appearance" && key == u"contrast";
        return QDBusVariant(QVariant::fromValue(QDBusVariant(isIt ? m_contrast : 7)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
    uint m_contrast;
};

class ContrastPortalTest : public QObject
{
    Q_OBJECT

    const QString m_group = u"org.freedesktop.appearance"_s;

private Q_SLOTS:
    void contrastOfTheDesktopIsToldAtTheStartAndWhenItChanges()
    {
        PrivateBus bus;
        SettingsPortal settings(bus.connection(u"desktop"_s), 1);
        ContrastPortal portal(bus.connection(u"program"_s));
        QSignalSpy told(&portal, &ContrastPortal::contrastChanged);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.last().first().toBool(), true);

        settings.change(m_group, u"color-scheme"_s, 0); // that is not it
        settings.change(m_group, u"contrast"_s, 1); // and this nothing new
        settings.change(m_group, u"contrast"_s, 0);
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(told.last().first().toBool(), false);
    }

    void portalMayBeginAfterTheProgram()
    {
        PrivateBus bus;
        ContrastPortal portal(bus.connection(u"program"_s));
        QSignalSpy told(&portal, &ContrastPortal::contrastChanged);
        SettingsPortal late(bus.connection(u"desktop"_s), 1); // one that begins later is heard
        late.change(m_group, u"contrast"_s, 1);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.first().first().toBool(), true);
    }
};

QTEST_MAIN(ContrastPortalTest)
#include "tst_contrastportal.moc"
