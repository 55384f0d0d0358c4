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
    void show(); ///< what the ledger has now, as soon as it is read

Q_SIGNALS:
    void ended(const unmoor::Result<void> &result, const QString &what); ///< \a what: how a failure is called
    void logRequested(const unmoor::BuildRecord &build);
    void archivesRequested(const unmoor::ArchivePair &pair, const QString &beforeTag, const QString &afterTag);

private:
    void connectPage();
    void showMore();
    void showDetails(const ReleaseRecord &release);
    void showChange(const ReleaseRecord &before, const ReleaseRecord &after);
    void say(const Error &error);
    void exportCsv();

    Session &m_session;
    HistoryPage *m_page;
    int m_asked = 0; ///< counts questions about releases: an answer to an older one is dropped
};

} // namespace unmoor
