// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/nixevent.h"
#include "app/nix/nixtext.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>
#include <memory>
#include <optional>

namespace unmoor {

class LogStore;

/// What a line of the log is of.
struct LogOrigin
{
    qint32 derivation = -1; ///< index into BuildMonitor::derivations(); -1: of the run itself
    qint8 level = -1; ///< -1: a builder's output; else Nix's level (0 error, 1 warning, 3 info)

    bool operator==(const LogOrigin &) const = default;
};

/// What a run does with one derivation or download.
struct DerivationState
{
    enum class Kind { Build, Fetch };
    enum class Phase {
        Planned,
        Waiting, ///< for a lock, see waitingFor
        Running,
        Done, ///< the activity ended, which does not say that it succeeded
        Stopped, ///< cut off before the end of the run, or planned and never begun
    };

    QString path; ///< .drv or store path
    QString name; ///< "minne-1.0.5"
    Kind kind = Kind::Build;
    Phase phase = Phase::Planned;
    QString buildPhase; ///< "buildPhase", as setPhase said
    QString host; ///< empty: where the run is
    QString waitingFor; ///< text of a lock wait
    qint64 startedMsec = -1; ///< since the run began
    qint64 endedMsec = -1;
    qint64 doneBytes = 0; ///< Fetch
    qint64 expectedBytes = 0;
    qint64 bytesPerSecond = 0; ///< Fetch that runs: over its last few seconds; 0: not known
    qint64 lastLineMsec = -1; ///< its last sign of life: start, line, phase or progress; -1: none
    qint64 longestSilenceMsec = 0; ///< longest time between two signs of life so far
    int logLines = 0;

    bool operator==(const DerivationState &) const = default;
};

/// Turns the events of one `nix build` into what is running, done and expected. Plain value, quick to copy, no I/O, no
/// clock: time comes with each event. The lines themselves are in log().
class BuildMonitor
{
public:
    /// The machine that builds where the events name none: empty, or the remote store's.
    void setHost(const QString &host) { m_host = host; }
    /// Takes \a event, \a msec after the run began. Returns what its text is of where that is a part of the log.
    std::optional<LogOrigin> apply(const NixEvent &event, qint64 msec);
    /// apply() for \a lines lines that a builder wrote, which needs no text.
    LogOrigin applyOutput(quint64 id, int lines, qint64 msec);
    /// The run is over. Builds of a run that \a succeeded are done even where another process made them. What a failed
    /// or killed run left behind is Stopped, and so are the builds that ended last without being in Nix's own count:
    /// when Nix gives up it ends what runs, in the same words as what is done.
    void end(qint64 msec, bool succeeded);

    const QList<DerivationState> &derivations() const
    {
        return m_derivations;
    } ///< planned, then in order of appearance
    qsizetype lineCount() const { return m_lineCount; } ///< of the whole log
    qint64 lastMsec() const { return m_lastMsec; } ///< of the last line or event; 0: there was none
    /// The lines, which may have grown since; null for a run without a log.
    const std::shared_ptr<LogStore> &log() const { return m_log; }
    void setLog(std::shared_ptr<LogStore> log) { m_log = std::move(log); }
    /// Messages of level 0 and 1 and plain text lines, escape codes stripped: what the failure table reads.
    const QStringList &messages() const { return m_messages; }

    int plannedBuilds() const { return m_plannedBuilds; }
    int plannedFetches() const { return m_plannedFetches; }
    int buildsDone() const; ///< derivations that ended
    int buildsRunning() const;
    /// Share of what is expected that is done, 0 to 1; clamped, since what Nix expects grows and shrinks.
    double progress() const;
    QString currentName() const; ///< the derivation that started last and still runs; empty where none does

private:
    struct Activity
    {
        int type = 0;
        bool nested = false; ///< has a parent activity
        bool owns = false; ///< its end is (one of) the derivation's
        int derivation = -1;
    };

    int indexOf(const QString &path, DerivationState::Kind kind);
    int derivationOfActivity(quint64 id) const;
    int waitingDerivation(const QString &text) const;
    Activity activityOf(const NixEvent &event);
    LogOrigin addLines(LogOrigin origin, qsizetype lines, qint64 msec);
    void applyStart(const NixEvent &event, qint64 msec);
    void applyStop(const NixEvent &event, qint64 msec);
    std::optional<LogOrigin> applyResult(const NixEvent &event, qint64 msec);
    void applyProgress(const NixEvent &event, qint64 msec);
    std::optional<LogOrigin> applyMessage(const NixEvent &event, qint64 msec);
    bool applyPlan(const QString &line);
    void plan(const QString &path);
    void begin(int derivation, qint64 msec);
    void stopUncounted();
    void leave(const Activity &activity, qint64 msec);
    void setBytes(const Activity &activity, qint64 done, qint64 expected, qint64 msec);
    void noteRate(int derivation, qint64 msec);
    void noteLife(int derivation, qint64 msec);

    QHash<quint64, Activity> m_activities;
    QHash<QString, int> m_byPath;
    QList<DerivationState> m_derivations;
    QList<int> m_active; ///< per derivation: activities that run; a remote builder has two for one
    QList<int> m_running; ///< derivations, in the order of their starts
    QList<int> m_ended; ///< builds, in the order of their ends
    QHash<quint64, int> m_counted; ///< builds that succeeded or failed, as Nix counts them for one activity
    /// Bytes that were there at a moment.
    struct Sample
    {
        qint64 msec = 0;
        qint64 bytes = 0;
    };
    QHash<int, QList<Sample>> m_samples; ///< of derivations that are fetched, over the last few seconds
    QSet<int> m_downloads; ///< derivations whose bytes are those of a file transfer
    std::shared_ptr<LogStore> m_log;
    qsizetype m_lineCount = 0;
    qint64 m_lastMsec = 0;
    QStringList m_messages;
    QString m_host;
    int m_plannedBuilds = 0;
    int m_plannedFetches = 0;
    int m_expectedBuilds = 0; ///< Nix's own count, which includes what it will fetch
    DerivationState::Kind m_planKind = DerivationState::Kind::Build;
    bool m_inPlan = false;
    bool m_succeeded = false;
};

} // namespace unmoor
