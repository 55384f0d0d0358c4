// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/tokenreport.h"
#include "app/core/activity.h"
#include "app/publish/publisher.h"
#include "app/release/acceptances.h"
#include "app/release/bodymerge.h"
#include "app/release/companionfiles.h"
#include "app/release/notesbook.h"
#include "app/release/places.h"
#include "app/release/planner.h"

namespace unmoor {

/// A release as it stands, for who shows or publishes it.
struct ReleaseView
{
    DesiredRelease desired; ///< what it shall be; its files are those of targets with an archive of this checkout
    QList<CompanionFile> companions; ///< the files among them that Unmoor makes
    QStringList obstacles; ///< everything that still stands against publishing, for people; empty: go
    bool isWithdrawn = false; ///< it was taken back on the host
    bool isComplete = false; ///< the host has everything of every target that is in, byte for byte
    int targetsIn = 0;
    int archives = 0; ///< of targets that are in, of this checkout
    int verified = 0; ///< of these, on the host with our digest
};

/// What the release shall be, what the host has, and closing the difference.
class Publishing : public QObject
{
    Q_OBJECT
public:
    /// Who is signed in, for obstacles and files: asked whenever it matters.
    struct Login
    {
        bool isSignedIn = false;
        std::optional<TokenReport> report;
    };

    Publishing(Engine &engine, Targets &targets, Acceptances &acceptances, Places &places, NotesBook &notes,
               Planner &planner, github::Client &client, Publisher::Policy policy, QObject *parent = nullptr);
    ~Publishing() override;

    void setProject(const ProjectPtr &project); ///< what was read of another one's host is forgotten
    void setLogin(const Login &login);

    /// As of now. It is made anew only after something changed.
    const ReleaseView &view() const;
    const std::optional<RemoteRelease> &remote() const { return m_remote; } ///< nullopt: not asked
    const PublishPlan &plan() const { return m_plan; }
    const QList<FileState> &fileStates() const { return m_fileStates; }
    /// The body on the host against what was sent last and what would be sent now; nullopt where they are one, or
    /// nothing was asked yet.
    std::optional<BodyMerge> bodyOnHost() const;

    /// Reads the host's release and plans the difference. Errors: InvalidInput (it is not known which repository), the
    /// version's, and the client's.
    QFuture<Result<void>> reconcile();
    /// Checks what protects the release and runs the plan, as far as \a agreement goes. Stopped by an obstacle: an
    /// Error that names it.
    QFuture<Result<PublishOutcome>> publish(bool draftOnly, const PublishAgreement &agreement);

    bool isReconciling() const { return m_reconciling.isRunning(); }
    bool isPublishing() const { return m_publishing.isRunning(); }
    void cancel(); ///< publishing and reading the host

Q_SIGNALS:
    void changed(); ///< what view() says, or the plan
    void planChanged();
    void stepStarted(int index);
    void stepProgressed(int index, qint64 sent, qint64 total);
    void stepFinished(int index, const unmoor::StepResult &result);
    void waiting(int seconds, const QString &why);
    void activityChanged(); ///< isReconciling() or isPublishing()

private:
    void invalidate();
    ReleaseView makeView() const;
    DesiredRelease desired() const;
    QStringList obstacles() const;
    QString tagObstacle() const;
    QStringList obstaclesOf(const TargetState &target) const;
    QString companionsFolder() const;
    QString rowOf(const QString &file) const;
    QList<CompanionFile> companions(const QList<DesiredFile> &archives) const;
    ProvenanceFacts provenanceFacts(const QList<DesiredFile> &archives) const;
    std::optional<QString> sentBody() const;
    void keepSentBody(const QString &body) const;
    void watch(Publisher &publisher);
    void setRemote(const DesiredRelease &wanted, const RemoteRelease &remote);
    void recordAttempt(const Project &project, const DesiredRelease &desired, const PublishOutcome &outcome);
    void recordOutcome(const Project &project, const DesiredRelease &desired, const PublishOutcome &outcome);

    Engine &m_engine;
    Targets &m_targets;
    Acceptances &m_acceptances;
    Places &m_places;
    NotesBook &m_notes;
    Planner &m_planner;
    github::Client &m_client;
    Publisher::Policy m_policy;
    ProjectPtr m_project;
    Login m_login;
    Activity m_reconciling;
    Activity m_publishing;
    std::optional<RemoteRelease> m_remote;
    PublishPlan m_plan;
    QList<FileState> m_fileStates;
    mutable std::optional<ReleaseView> m_view; ///< nullopt: something changed since
    bool m_replan = false; ///< it will be compared with the host again in this turn of the event loop
};

} // namespace unmoor
