// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"
#include "ui/mainframe/recentprojects.h"

#include <QObject>

namespace unmoor {

class Rehearsal;

/// Opens one project at a time, or the rehearsal, and owns its session. What is opened last counts: the answer of an
/// opening that was overtaken is dropped.
class ProjectOpener : public QObject
{
    Q_OBJECT
public:
    /// \a engine outlives this. \a options: for the sessions of projects that are opened here.
    ProjectOpener(Engine &engine, SessionOptions options, QObject *parent = nullptr);
    ~ProjectOpener() override;

    void open(const QString &directory);
    /// \a project: whose release is rehearsed; empty: the sample's.
    void rehearse(const QString &project = {});
    /// Ends the session. Whoever shows it must have let go of it.
    void close();

    /// The session of a project; null where there is none, or the rehearsal is open.
    Session *project() const { return m_session.get(); }
    bool isRehearsal() const { return m_rehearsal != nullptr; }

    const SessionOptions &options() const { return m_options; }
    SessionOptions optionsFor(const QString &directory) const; ///< of the project there
    void useAccount(const QUrl &apiUrl, const QByteArray &token); ///< for what is opened from now on

    RecentProjects &recent() { return m_recent; }
    void remember(const Session &session); ///< how the project stands, for the start page

Q_SIGNALS:
    void began(const QString &what); ///< in words
    void opened(unmoor::Session &session);
    void failed(const QString &message); ///< nothing is open
    void manifestMissing(const QString &directory); ///< nothing is open: the project is to be set up first
    void manifestBroken(const QString &directory); ///< nothing is open: unmoor.toml is to be mended first

private:
    void finish(int opening, Session *session, const Result<void> &outcome);
    void takeOpening(int opening, const QString &directory, const Result<void> &opened);

    Engine &m_engine;
    SessionOptions m_options;
    RecentProjects m_recent;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Rehearsal> m_rehearsal;
    int m_opening = 0; ///< counts what was opened and closed
};

} // namespace unmoor
