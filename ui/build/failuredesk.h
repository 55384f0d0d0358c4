// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"

#include <QObject>

namespace unmoor {

class BuildPage;

/// Joins the page of a build to the session where something went wrong: what is offered about a failure and done on a
/// click, and a look at a step that seems to hang.
class FailureDesk : public QObject
{
    Q_OBJECT
public:
    /// \a session and \a page outlive this.
    FailureDesk(Session &session, BuildPage *page, QObject *parent = nullptr);

    void setTarget(const QString &triple); ///< that the page shows, or what it shows has changed

Q_SIGNALS:
    void buildRequested(const QString &triple);
    void openLinkRequested(const QUrl &url);
    void linkActivated(const QUrl &link); ///< out of a builder's log
    void historyRequested();
    void hostSettingsRequested(const QString &host); ///< of a machine; empty: of machines
    void ended(const unmoor::Result<void> &result, const QString &what); ///< \a what: how a failure is called

private:
    void examine();
    void act(const FailureOffer &offer);
    void apply(const FailureOffer &offer);
    void openFile(const SourcePosition &position);
    void proposeLockFile();
    void showLog(const QString &derivation);
    void showProcesses();
    void showText(const QString &title, const Result<QString> &text, const QString &what);

    Session &m_session;
    BuildPage *m_page;
    QString m_triple;
    std::optional<BuildFailure> m_failure; ///< that the page's offers are about
    int m_question = 0; ///< counts examinations: an answer to an older one is dropped
    bool m_busy = false; ///< something is being changed: a second click waits for its end
};

} // namespace unmoor
