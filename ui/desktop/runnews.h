// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"
#include "ui/desktop/notifier.h"

class QWidget;

namespace unmoor {

/// What to tell of a run of GitHub Actions that has ended.
struct RunNewsText
{
    QString title; ///< "minne v1.0.5: Release 12 failed"
    QString text;
    bool failed = false;
};

/// The words about \a details. \a what: the project and tag.
RunNewsText runNews(const RunDetails &details, const QString &what);

/// Tells a person who looks elsewhere that a run has ended which the window watches: one that took longer than the
/// setting for builds, while the window was not in front. A canceled one is no news.
class RunNews : public QObject
{
    Q_OBJECT
public:
    /// \a session and \a window outlive this.
    RunNews(Session &session, QWidget *window, QObject *parent = nullptr);
    /// Through another bus than that of the user's session.
    RunNews(Session &session, QWidget *window, const QDBusConnection &bus, QObject *parent = nullptr);

private:
    void tell(const RunDetails &details);
    void showWindow();

    Session &m_session;
    QWidget *m_window;
    Notifier m_notifier;
};

} // namespace unmoor
