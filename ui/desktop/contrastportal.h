// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <optional>

namespace unmoor {

/// Whether the desktop is set to high contrast, as org.freedesktop.portal.Settings tells it (the key contrast of
/// org.freedesktop.appearance: 1 is high). Where no portal answers, nothing is told.
class ContrastPortal : public QObject
{
    Q_OBJECT
public:
    explicit ContrastPortal(const QDBusConnection &bus = QDBusConnection::sessionBus(), QObject *parent = nullptr);

Q_SIGNALS:
    void contrastChanged(bool high); ///< soon after the start, too

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void take(const QVariant &value);

    QDBusConnection m_bus;
    std::optional<bool> m_isHigh;
};

} // namespace unmoor
