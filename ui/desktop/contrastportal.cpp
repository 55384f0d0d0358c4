// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/contrastportal.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr auto portalService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto portalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto portalSettings = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearanceGroup = "org.freedesktop.appearance"_L1;
constexpr auto contrastKey = "contrast"_L1;

} // namespace

ContrastPortal::ContrastPortal(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    m_bus.connect(portalService, portalPath, portalSettings, u"SettingChanged"_s, this,
                  SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask();
}

/// By Read, which every version of the portal has: its value is a variant in a variant.
void ContrastPortal::ask()
{
    QDBusMessage question = QDBusMessage::createMethodCall(portalService, portalPath, portalSettings, u"Read"_s);
    question << QString(appearanceGroup) << QString(contrastKey);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> answer = *watcher;
        if (answer.isValid())
            take(answer.value().variant());
    });
}

void ContrastPortal::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearanceGroup && key == contrastKey)
        take(value.variant());
}

void ContrastPortal::take(const QVariant &value)
{
    const QVariant inner =
        value.metaType() == QMetaType::fromType<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const bool isHigh = inner.toUInt() == 1;
    if (m_isHigh != isHigh) {
        m_isHigh = isHigh;
        Q_EMIT contrastChanged(isHigh);
    }
}

} // namespace unmoor
