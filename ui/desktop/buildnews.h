// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"

#include <QElapsedTimer>
#include <memory>

class QDBusConnection;
class QWidget;

namespace unmoor {

/// What to tell of builds that have ended.
struct BuildNewsText
{
    QString title; ///< "minne v1.0.5: 1 of 3 targets failed"
    QString text;
    bool failed = false;
};

/// The words about those of \a targets whose build was one of \a triples, which took \a seconds together. \a what: the
/// project and tag.
BuildNewsText buildNews(const QList<TargetState> &targets, const QStringList &triples, double seconds,
                        const QString &what);

/// Tells a person who looks elsewhere how builds go: progress in the taskbar, and a notification at the end of a run
/// that took longer than the setting while the window was not in front.
class BuildNews : public QObject
{
    Q_OBJECT
public:
    /// \a session and \a window outlive this.
    BuildNews(Session &session, QWidget *window, QObject *parent = nullptr);
    /// Through another bus than that of the user's session.
    BuildNews(Session &session, QWidget *window, const QDBusConnection &bus, QObject *parent = nullptr);
    ~BuildNews() override;

private:
    void follow();
    void ended();
    void showWindow();

    class Desktop;

    Session &m_session;
    QWidget *m_window;
    std::unique_ptr<Desktop> m_desktop;
    QElapsedTimer m_clock; ///< valid while a run of builds lasts
    QStringList m_triples; ///< built in this run
};

} // namespace unmoor
