// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/activity.h"
#include "app/machines/toolversions.h"
#include "ui/desktop/keychainservice.h"
#include "ui/start/startpage.h"

namespace unmoor {

class RecentProjects;

/// Fills the start page with the projects of before and with what this machine has, and does what it is asked for
/// there.
class StartDesk : public QObject
{
    Q_OBJECT
public:
    /// \a recent outlives \a page, with which this goes.
    StartDesk(RecentProjects &recent, StartPage *page);

    void show(); ///< as everything is now
    bool eventFilter(QObject *page, QEvent *event) override;

Q_SIGNALS:
    void changed(); ///< the recent projects
    void cloned(const QString &directory); ///< a repository that was asked for

private:
    void connectPage();
    void askMachine();
    void clone();
    void change(const std::function<void()> &change);

    RecentProjects &m_recent;
    StartPage &m_page;
    Activity m_asking;
    int m_round = 0; ///< of asking: the answer of one that was overtaken is dropped
};

/// What \a tools and \a keychain mean for a person: what is there, and what is missing and needed for what.
QList<MachineFact> machineFacts(const QList<ToolVersion> &tools, const KeychainService &keychain);

} // namespace unmoor
