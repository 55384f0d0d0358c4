// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/notifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

Notifier::Notifier(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    m_bus.connect(QString(), path, service, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    m_bus.connect(QString(), path, service, u"ActivationToken"_s, this, SLOT(activationToken(uint, QString)));
}

void Notifier::notify(const QString &title, const QString &text, bool urgent)
{
    if (!m_bus.isConnected())
        return;
    auto *asked = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked, title, text, urgent] {
        asked->deleteLater();
        if (const QDBusPendingReply<QStringList> capabilities = *asked; !capabilities.isError())
            show(title, text, urgent, capabilities.value());
    });
}

void Notifier::show(const QString &title, const QString &text, bool urgent, const QStringList &capabilities)
{
    const QStringList actions = capabilities.contains("actions"_L1)
        ? QStringList{u"default"_s, tr("Show"), u"show"_s, tr("Show")}
        : QStringList();
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()},
                            {u"urgency"_s, QVariant::fromValue(uchar(urgent ? 2 : 1))}};
    const QString body = capabilities.contains("body-markup"_L1) ? text.toHtmlEscaped() : text;
    QDBusMessage message = call(u"Notify"_s);
    message << u"Unmoor"_s << m_id << u"unmoor"_s << title << body << actions << hints << -1;
    auto *shown = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(shown, &QDBusPendingCallWatcher::finished, this, [this, shown] {
        shown->deleteLater();
        if (const QDBusPendingReply<uint> id = *shown; !id.isError())
            m_id = id.value();
    });
}

void Notifier::actionInvoked(uint id, const QString &)
{
    if (id == m_id && id != 0)
        Q_EMIT activated();
}

/// The right to come to the front, where the desktop gives it out; Qt takes it from here.
void Notifier::activationToken(uint id, const QString &token)
{
    if (id == m_id && id != 0)
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

} // namespace unmoor
