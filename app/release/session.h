// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/hostlogin.h"
#include "app/release/actionsartifacts.h"
#include "app/release/buildqueue.h"
#include "app/release/history.h"
#include "app/release/publishing.h"
#include "app/release/rebuilds.h"
#include "app/release/repairs.h"
#include "app/release/runs.h"
#include "app/release/storage.h"
#include "app/release/workflowscheck.h"

namespace unmoor {

/// What a session works with beside the project.
struct SessionOptions
{
    QUrl apiUrl{QStringLiteral("https://api.github.com")};
    QByteArray token; ///< from an environment variable or the rehearsal; empty: ask the keychain
    bool isRehearsal = false; ///< its host is the rehearsal's own stand-in
    QString account = {}; ///< whose token of the keychain; empty: as was chosen
    QString version; ///< instead of what the manifest names; empty: the manifest's
    /// Given: what is done with the project is trust in it, as for a command that evaluates or builds. Withheld: what
    /// the settings say of its folder.
    Trust trust = Trust::Withheld;
    Publisher::Policy policy; ///< its second look, unless 0, is what the settings say
};

/// One release of one project, from checkout to published: what window and commands look at. It holds the services,
/// each of which owns what it starts, in the order in which they depend on each other; what takes several of them is a
/// call of its own. Every task answers with a future that always finishes. It has more than 25 public functions because
/// half of them only hand out a service.
class Session : public QObject
{
    Q_OBJECT
public:
    Session(Engine &engine, SessionOptions options, QObject *parent = nullptr);
    ~Session() override;

    Engine &engine() { return m_engine; }
    const Engine &engine() const { return m_engine; }
    const SessionOptions &options() const { return m_options; }
    github::Client &client() { return m_client; }

    Targets &targets() { return m_targets; }
    const Targets &targets() const { return m_targets; }
    Places &places() { return m_places; }
    HostLogin &login() { return m_login; }
    const HostLogin &login() const { return m_login; }
    Acceptances &acceptances() { return m_acceptances; }
    const Acceptances &acceptances() const { return m_acceptances; }
    Archives &archives() { return m_archives; }
    const Archives &archives() const { return m_archives; }
    NotesBook &notes() { return m_notes; }
    const NotesBook &notes() const { return m_notes; }
    ActionsArtifacts &actions() { return m_actions; }
    Planner &planner() { return m_planner; }
    const Planner &planner() const { return m_planner; }
    const WorkflowsCheck &workflows() const { return m_workflows; }
    BuildLogs &logs() { return m_logs; }
    BuildQueue &builds() { return m_builds; }
    const BuildQueue &builds() const { return m_builds; }
    Rebuilds &rebuilds() { return m_rebuilds; }
    Repairs &repairs() { return m_repairs; }
    Storage &storage() { return m_storage; }
    History &history() { return m_history; }
    Publishing &publishing() { return m_publishing; }
    const Publishing &publishing() const { return m_publishing; }
    Runs &runs() { return m_runs; }
    const Runs &runs() const { return m_runs; }

    /// Reads manifest, checkout, changelog, version and what the ledger remembers. Errors are about the manifest, git
    /// or the state folder; a version that cannot be had is a value (see Project::version).
    QFuture<Result<void>> open(const QString &directory);
    bool isOpen() const { return m_open; }
    const Project &project() const { return *m_project; } ///< as read last
    ProjectPtr snapshot() const { return m_project; } ///< the same, for who works with it for longer

    /// Reads the project again. What runs goes on with the project that it was started with. Errors: as open().
    QFuture<Result<void>> refresh();
    /// Whether code of the project in \a directory may run: by what this session is for, or by the settings.
    Trust trustIn(const QString &directory) const;
    /// Reads the project again, asks every gate and forecasts every target; see Planner::check(). Errors: Conflict
    /// (that happens already).
    QFuture<Result<void>> check(bool runsChecks = true);
    /// Builds, then inspects, the targets of \a triples as the project is now.
    QFuture<Result<void>> build(const QStringList &triples);
    /// Mends what Repairs::apply() does, then reads the project again.
    QFuture<Result<void>> applyRepair(const QString &triple, const FailureOffer &offer);
    QFuture<Result<StoredToken>> signIn(); ///< see HostLogin::signIn()
    LoginProject loginProject() const; ///< what somebody signs in for here
    QFuture<Result<QString>> generatedNotes(); ///< see NotesBook::generated(), signed in
    /// Reads the project again, checks everything that protects the release, waits for archives that are being read,
    /// then runs the plan as far as \a agreement goes. Stopped by an obstacle: an Error that names it.
    QFuture<Result<PublishOutcome>> publish(bool draftOnly, const PublishAgreement &agreement);
    bool isPublishing() const { return m_preparing.isRunning() || m_publishing.isPublishing(); }
    void cancelPublishing(); ///< at any moment since publish() was called

    bool isReading() const { return m_reading.isRunning(); } ///< the project
    bool isBusy() const; ///< something runs
    void cancel(); ///< everything: before the session goes

Q_SIGNALS:
    void projectChanged(); ///< it was read again
    void activityChanged(); ///< of some service

private:
    void setProject(const ProjectPtr &project);
    QFuture<Result<PublishOutcome>> publishNow(bool draftOnly, const PublishAgreement &agreement, std::stop_token stop);

    Engine &m_engine;
    SessionOptions m_options;
    bool m_open = false;
    QString m_directory;
    ProjectPtr m_project;
    QNetworkAccessManager m_network;
    github::Client m_client;
    HostLogin m_login;
    Targets m_targets;
    Places m_places;
    Acceptances m_acceptances;
    Archives m_archives;
    NotesBook m_notes;
    Estimator m_estimator;
    Planner m_planner;
    BuildLogs m_logs;
    OtherProcesses m_others;
    ActionsArtifacts m_actions;
    BuildQueue m_builds;
    Rebuilds m_rebuilds;
    Repairs m_repairs;
    Storage m_storage;
    Publishing m_publishing;
    Runs m_runs;
    Activity m_reading; ///< of the project
    Activity m_preparing; ///< what comes before the first step of publishing
    History m_history;
    WorkflowsCheck m_workflows;
};

} // namespace unmoor
