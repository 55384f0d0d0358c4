// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>
#include <optional>

namespace unmoor {

struct ArtifactWish;
struct RunDetails;

/// A step of a job of GitHub Actions.
struct ActionsStep
{
    QString name;
    QString state; ///< GitHub's word: its conclusion once it has ended, else "queued", "in_progress", "pending"
    double seconds = -1; ///< -1: it has not ended

    bool operator==(const ActionsStep &) const = default;
};

/// How far GitHub Actions is with a target.
struct ActionsStage
{
    enum class Phase {
        Looking, ///< for a run of the commit
        Started, ///< the workflow was started, and its run is not there yet
        Queued, ///< the job waits for a machine
        Approval, ///< the run waits for a person
        Working,
        Fetching, ///< the artifact
    };

    Phase phase = Phase::Looking;
    QString workflow; ///< file name: "release.yml"
    qint64 run = 0; ///< 0: none yet
    int attempt = 0;
    QUrl url; ///< of the run
    QString job; ///< name; empty: not there yet, or no job was named
    QList<ActionsStep> steps; ///< of the job
    QString waitsFor; ///< with Approval: the environments; with Fetching: the artifact and its size

    bool operator==(const ActionsStage &) const = default;
};

/// The stage of what \a wish wants, as \a details of its run say.
ActionsStage stageOf(const RunDetails &details, const ArtifactWish &wish);

/// "queued at GitHub", "step 4 of 12: Build"; what is not known is not said.
QString stageText(const ActionsStage &stage);
/// "step 4 of 12", as one or two words; what goes beside it is stageDetail(): "Build · run 1234, attempt 2".
QString stageWord(const ActionsStage &stage);
QString stageDetail(const ActionsStage &stage);
QString runText(qint64 run, int attempt); ///< "run 1234, attempt 2"; of the first attempt "run 1234"

/// What is kept of how a file came to be elsewhere.
struct BuiltElsewhere
{
    QString origin; ///< see BuildRecord::origin; empty: nobody said
    double seconds = 0; ///< that building it took; 0: not known
    QString forecast; ///< how much there was to build, see forecastName(); empty: not known
};

/// What an archive of GitHub Actions came from, as the ledger keeps it.
struct ActionsOrigin
{
    qint64 run = 0;
    int attempt = 1;
    QString job; ///< name; empty: none was named
    QString artifact;
    QUrl url; ///< of the run

    bool operator==(const ActionsOrigin &) const = default;
};

/// Reads BuildRecord::origin; nullopt: the file is not out of GitHub Actions.
std::optional<ActionsOrigin> originIn(const QString &json);

} // namespace unmoor
