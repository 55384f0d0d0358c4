// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/activity.h"
#include "app/prepare/preparer.h"
#include "app/release/session.h"

namespace unmoor {

class PlanPage;

/// Joins preparing a release to the Plan page: says what stands of an earlier preparation, and opens the dialog.
class PrepareDesk : public QObject
{
    Q_OBJECT
public:
    /// \a session outlives this, which goes with \a page.
    PrepareDesk(Session &session, PlanPage *page);

    void show(); ///< reads what was prepared and not pushed
    void open(const QString &wanted = {}); ///< the dialog; \a wanted: as planPrepare() takes it
    void beginNext(); ///< the dialog, for what follows the release; see planNext()
    QString whyNot() const; ///< why open() would do nothing; empty: it does something

Q_SIGNALS:
    void changed(); ///< the checkout: it has another commit, tag or file than before

private:
    void showReleased();
    bool mayPush() const;
    void openFor(Preparer::Purpose purpose, const QString &wanted);

    Session &m_session;
    PlanPage *m_page;
    Activity m_reading;
};

} // namespace unmoor
