// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/hostlogin.h"
#include "app/release/actionsstage.h"
#include "app/release/engine.h"
#include "app/release/project.h"

#include <chrono>
#include <functional>

namespace unmoor {

/// A target whose archive shall come out of GitHub Actions.
struct ArtifactTask
{
    ProjectPtr project; ///< the run is one of its commit
    ManifestTarget target; ///< has [target.actions]
    qint64 runId = 0; ///< of the run to take; 0: the newest one of the commit, which is waited for
    bool mayStart = false; ///< where there is no run, the workflow is started
    std::function<void(const QString &line)> say; ///< takes what happens on the way, for people
    std::function<void(const ActionsStage &stage)> show; ///< takes how far it is, whenever that changes
};

/// The wanted file out of an artifact.
struct FetchedArtifact
{
    QString path;
    BuiltElsewhere from;
    std::shared_ptr<void> folder; ///< of path; it goes with the last that holds it
};

/// Takes archives out of the runs of GitHub Actions.
class ActionsArtifacts : public QObject
{
    Q_OBJECT
public:
    /// \a engine, \a client and \a login outlive this.
    ActionsArtifacts(Engine &engine, github::Client &client, HostLogin &login, QObject *parent = nullptr);

    /// Finds the run, follows it while it goes on, downloads the artifact, compares its digest and takes the file out.
    /// Nothing is asked of the host but to start the workflow where that is allowed. Errors: InvalidInput (the target
    /// has no [target.actions], the checkout has uncommitted changes), those of chooseArtifact() and of
    /// takeOutOfArtifact(), Corrupt (another digest), Canceled.
    QFuture<Result<FetchedArtifact>> fetch(const ArtifactTask &task, std::stop_token stop);

    /// How long a pause between two looks really takes; for tests.
    void setPace(std::function<std::chrono::milliseconds(std::chrono::seconds)> pace) { m_pace = std::move(pace); }

private:
    class TargetFetch;

    Engine &m_engine;
    github::Client &m_client;
    HostLogin &m_login;
    std::function<std::chrono::milliseconds(std::chrono::seconds)> m_pace;
};

} // namespace unmoor
