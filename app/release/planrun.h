// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/github/client.h"
#include "app/nix/flake.h"
#include "app/project/gates.h"
#include "app/publish/retry.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPromise>

namespace unmoor {

/// What a release's conditions are judged on: who to ask, and what is known already.
struct PlanQuestion
{
    ReleaseManifest manifest;
    Checkout checkout;
    QString directory; ///< where the files are that gates read
    FlakeSource flake; ///< what gates evaluate
    Result<QString> version;
    QString tag;
    QStringList released = {}; ///< tags of what was released from this machine
    Result<QString> repository; ///< "owner/name", or why it is not known
    QString host = {}; ///< that is asked; empty: the remote's
    QString heading; ///< of the changelog section
    Result<void> section; ///< whether the changelog section is good enough
    ReadPolicy reading = {}; ///< of what the host is asked
    Trust trust = Trust::Withheld; ///< what would run the project's code is skipped
    bool runsChecks = true; ///< `nix flake check`, which builds
};

/// What came out beside the gates.
struct PlanAnswer
{
    QList<Gate> gates;
    Result<NixInfo> nix;
    Result<QList<FlakeOutput>> outputs;
};

/// Asks git's, Nix's and the host's facts at once and fills the gates as the answers come. One use.
class PlanRun : public QObject
{
    Q_OBJECT
public:
    PlanRun(PlanQuestion question, github::Client &client, QObject *parent = nullptr);

    QFuture<PlanAnswer> start(std::stop_token stop);

Q_SIGNALS:
    /// Those that are known so far, in their order.
    void gatesChanged(const QList<unmoor::Gate> &gates);

private:
    int addSlot();
    void fill(int slot, Gate gate);
    void askRemote(std::stop_token stop);
    void askVersion(std::stop_token stop);
    void askCheckoutFiles(std::stop_token stop);
    void askGate(const ManifestGate &gate, std::stop_token stop);
    void askExpected(const ManifestGate &gate, int slot, const Result<QString> &actual, std::stop_token stop);
    void askNix(std::stop_token stop);
    Error notTrusted() const;
    QList<ReleaseFileName> releaseFileNames() const;
    void arrived();
    QList<Gate> known() const;

    PlanQuestion m_question;
    github::Client &m_client;
    Flake m_flake;
    QElapsedTimer m_clock;
    QList<std::optional<Gate>> m_gates;
    PlanAnswer m_answer;
    int m_pending = 0;
    bool m_isStarting = true;
    QPromise<PlanAnswer> m_promise;
};

} // namespace unmoor
