// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/projectwatch.h"
#include "app/release/session.h"

#include <optional>

namespace unmoor {

class Banner;

/// Says that the project that is shown is another on disk by now, and what that means.
class ChangeDesk : public QObject
{
    Q_OBJECT
public:
    /// All outlive this.
    ChangeDesk(Session &session, Banner *banner, QObject *parent);

    bool hasChanges() const { return !m_watch.changes().isEmpty(); } ///< what is shown is of before

Q_SIGNALS:
    void changed(); ///< hasChanges()
    void takeOverRequested(); ///< what changed is to be read

private:
    void show();
    void showBroken();
    void addActions(bool isBroken);
    void showPlace();
    void openManifest();
    void readAgain();

    Session &m_session;
    Banner *m_banner;
    ProjectWatch m_watch;
    std::optional<bool> m_offersMending; ///< what the banner's actions are for; nullopt: there are none
};

} // namespace unmoor
