// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/taskbarprogress.h"

#include <QDBusMessage>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace unmoor {

TaskbarProgress::TaskbarProgress(const QDBusConnection &bus)
    : m_bus(bus)
{
}

void TaskbarProgress::set(std::optional<double> share, bool urgent)
{
    const int percent = share ? qRound(qBound(0.0, *share, 1.0) * 100) : -1;
    if (!m_bus.isConnected() || (percent == m_percent && urgent == m_urgent))
        return;
    m_percent = percent;
    m_urgent = urgent;
    QDBusMessage update =
        QDBusMessage::createSignal(u"/io/unmoor/LauncherEntry"_s, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    update << u"application://%1.desktop"_s.arg(QGuiApplication::desktopFileName())
           << QVariantMap{{u"progress"_s, percent < 0 ? 0.0 : double(percent) / 100},
                          {u"progress-visible"_s, percent >= 0},
                          {u"urgent"_s, urgent}};
    m_bus.send(update);
}

} // namespace unmoor
