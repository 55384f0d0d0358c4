// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"

#include <QObject>

namespace unmoor {

class HistoryPage;

/// Joins the page of the history to the ledger: what was built and released, and exporting it.
class HistoryDesk : public QObject
{
    Q_OBJECT
public:
    /// Makes the page, as a child of \a parent. \a session outlives this.
    HistoryDesk(Session &session, QWidget *parent);

    HistoryPage *page() const { return m_page; }
    void show(); ///< what the ledger has now

Q_SIGNALS:
    void ended(const unmoor::Result<void> &result, const QString &what); ///< \a what: how a failure is called

private:
    void exportCsv();

    Session &m_session;
    HistoryPage *m_page;
};

} // namespace unmoor
