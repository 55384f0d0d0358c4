// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"

#include <QObject>
#include <memory>

namespace unmoor {

class NotesPage;
class UnsavedKeeper;

/// Joins the page of the notes to the session: saving, what was typed and not saved, drafts, and the text on the host.
class NotesDesk : public QObject
{
    Q_OBJECT
public:
    /// Makes the page, as a child of \a parent. \a session outlives this.
    NotesDesk(Session &session, QWidget *parent);
    ~NotesDesk() override;

    NotesPage *page() const { return m_page; }

    void show(); ///< what the session has now
    void save(); ///< where there is something to save
    void discard(); ///< what was typed and not saved is not brought back
    bool isKept() const { return m_isKept; } ///< what was typed and not saved is brought back by the next start

Q_SIGNALS:
    void failed(const unmoor::Result<void> &result, const QString &what); ///< \a what: how a failure is called

private:
    void connectPage();
    void notSaved(const Error &error);
    void keepTyped();
    void takeSaved();
    void restoreTyped();
    void showHost();
    void draftFromCommits();
    void draftFromHost();

    Session &m_session;
    NotesPage *m_page;
    std::unique_ptr<UnsavedKeeper> m_keeper;
    QString m_recovery; ///< the file whose text was offered already
    bool m_isRestoring = false;
    bool m_isKept = false;
};

} // namespace unmoor
