// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rehearsal/samplerelease.h"
#include "app/release/session.h"
#include "standin/standin.h"

#include <QJsonObject>

namespace unmoor {

/// A whole release without GitHub: a project (the sample, unless another is named), a stand-in host on loopback that
/// knows its commit, and a session that talks to it. The stand-in plays the sample's workflow, too, out of whose run
/// the archive for Macs comes where nothing else builds it. Ledger and stand-in keep their state, so a second rehearsal
/// of the same revision builds nothing and uploads nothing.
class Rehearsal : public QObject
{
    Q_OBJECT
public:
    /// \a stateDir: the rehearsal's own folder below it holds everything. \a project: empty for the sample.
    Rehearsal(const QString &stateDir, const QString &project, const InspectionProcess &inspector,
              QObject *parent = nullptr);
    ~Rehearsal() override;

    /// Makes the sample project and prepares its release (see releaseSample()), starts the stand-in, which learns of
    /// commit and tags, and opens the session.
    QFuture<Result<void>> prepare();
    Session &session() { return *m_session; } ///< valid after prepare
    StandIn &host() { return *m_host; } ///< valid after prepare

    /// Makes the checkout's present commit, and the sample's tags, known to the stand-in, as `git push` would. What
    /// runs at GitHub after a push of the sample has run then.
    Result<void> push();

    /// The whole release: check, leave out what nothing builds here, build, inspect, publish, compare.
    QFuture<Result<bool>> run(); ///< whether the release is complete
    void cancel();

    /// The document of `unmoor rehearse`: what there is of it, at whatever step the rehearsal stopped.
    QJsonObject document() const;

Q_SIGNALS:
    void said(const QString &line); ///< what happens, for people

private:
    QString sampleFolder() const;
    QFuture<Result<void>> openSession();
    QFuture<Result<void>> releaseSampleThenOpen();
    Result<void> pushTags();
    Result<void> runWorkflow();
    QString whyNotBuilt(const TargetState &target) const;
    void leaveOutUnbuildable();
    bool isComplete() const;

    InspectionProcess m_inspector;
    QString m_folder;
    QString m_project;
    SampleRelease m_release; ///< of the sample
    std::unique_ptr<StandIn> m_host;
    std::unique_ptr<Engine> m_engine;
    std::stop_source m_stop; ///< asked by what m_session calls, so it outlives that
    std::unique_ptr<Session> m_session;
    std::optional<PublishOutcome> m_outcome;
};

} // namespace unmoor
