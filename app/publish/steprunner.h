// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publish/pause.h"
#include "app/publish/publishplan.h"

#include <QDeadlineTimer>
#include <QObject>
#include <chrono>

namespace unmoor {

/// Carries out one step of a plan and proves it. Keeps what it changes in `remote`, so that the next step finds it.
class StepRunner : public QObject
{
public:
    using Proof = QString; ///< for people
    using Progress = std::function<void(qint64 sent, qint64 total)>;

    StepRunner(github::Client &client, std::chrono::milliseconds betweenWrites, Pause pause, QObject *parent);

    void setUp(const DesiredRelease &desired, std::stop_token stop);
    /// Every kind but ReadBack. Errors tell by kind whether asking the host again may help: a file that is not what was
    /// desired is InvalidInput or NotFound, an upload that arrived wrong is Corrupt and has been deleted.
    QFuture<Result<Proof>> run(const PublishStep &step, Progress progress);

    RemoteRelease remote;

private:
    QFuture<Result<Proof>> checkTag();
    QFuture<Result<Proof>> pushTag();
    QFuture<Result<Proof>> createDraft();
    QFuture<Result<Proof>> updateRelease();
    QFuture<Result<Proof>> deleteBroken(const QString &name);
    QFuture<Result<Proof>> upload(const DesiredFile &file, const QString &name, Progress progress);
    QFuture<Result<Proof>> replace(const DesiredFile &file, Progress progress);
    QFuture<Result<Proof>> finishReplacing(const DesiredFile &file);
    QFuture<Result<Proof>> renameReplacement(const DesiredFile &file);
    QFuture<Result<Proof>> verify(const DesiredFile &file, const github::Asset &asset);
    QFuture<Result<QByteArray>> downloadedSha256(const github::Asset &asset);
    QFuture<Result<Proof>> publish();
    QFuture<Result<Proof>> publishVerified();

    QFuture<Result<Proof>> judge(const DesiredFile &file, const QString &name, const github::Asset &asset);
    QFuture<Result<Proof>> reject(const QString &name, const github::Asset &asset, const Error &error);
    QFuture<Result<void>> remove(const github::Asset &asset);
    Result<void> checkFile(const DesiredFile &file) const;
    QFuture<Result<void>> beforeWrite();
    Result<Proof> tookOver(const github::Release &release, bool draft);
    const DesiredFile *desiredFile(const QString &name) const;
    bool isDraft() const { return remote.release && remote.release->draft; }

    github::Client &m_client;
    std::chrono::milliseconds m_betweenWrites;
    Pause m_pause;
    QDeadlineTimer m_nextWrite;
    DesiredRelease m_desired;
    std::stop_token m_stop;
};

} // namespace unmoor
