// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>

class QDBusPendingCallWatcher;

namespace unmoor {

/// Notifications of the desktop (org.freedesktop.Notifications). Where nothing shows any, nothing happens.
class Notifier : public QObject
{
    Q_OBJECT
public:
    explicit Notifier(const QDBusConnection &bus = QDBusConnection::sessionBus(), QObject *parent = nullptr);

    /// Shows \a title and \a text, in place of what this showed before; with a button "Show" where the desktop has
    /// buttons. \a urgent: it stays until somebody has seen it.
    void notify(const QString &title, const QString &text, bool urgent);

Q_SIGNALS:
    void activated(); ///< a person clicked the notification or its button

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void activationToken(uint id, const QString &token);

private:
    void show(const QString &title, const QString &text, bool urgent, const QStringList &capabilities);

    QDBusConnection m_bus;
    uint m_id = 0; ///< of what is shown, as the desktop counts
};

} // namespace unmoor
