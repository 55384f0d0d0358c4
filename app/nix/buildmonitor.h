// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nix/nixevent.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace unmoor {

/// One line of a build's log, of a derivation or of the run.
struct LogLine
{
    qint32 derivation = -1; ///< index into BuildMonitor::derivations(); -1: of the run itself
    qint8 level = -1; ///< -1: a builder's output; else Nix's level (0 error, 1 warning, 3 info)
    qint64 msec = 0; ///< since the run began
    QString text; ///< as it came, escape codes included

    bool operator==(const LogLine &) const = default;
};

/// What a run does with one derivation or download.
struct DerivationState
{
    enum class Kind { Build, Fetch };
    enum class Phase { Planned, Waiting, Running, Done, Stopped };

    QString path; ///< .drv or store path
    QString name; ///< "minne-1.0.5"
    Kind kind = Kind::Build;
    Phase phase = Phase::Planned; ///< Done says that the activity ended, not that it succeeded
    QString buildPhase; ///< "buildPhase", as setPhase said
    QString host; ///< empty: where the run is
    QString waitingFor; ///< text of a lock wait
    qint64 startedMsec = -1; ///< since the run began
    qint64 endedMsec = -1;
    qint64 doneBytes = 0; ///< Fetch
    qint64 expectedBytes = 0;
    int logLines = 0;

    bool operator==(const DerivationState &) const = default;
};

/// Turns the events of one `nix build` into what is running, done and expected. Plain value, no I/O, no clock: time
/// comes with each event.
class BuildMonitor
{
public:
    /// Takes \a event, \a msec after the run began. Returns true where a log line was added.
    bool apply(const NixEvent &event, qint64 msec);

    const QList<DerivationState> &derivations() const
    {
        return m_derivations;
    } ///< planned, then in order of appearance
    const QList<LogLine> &lines() const { return m_lines; }
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
    int indexOf(const QString &path, DerivationState::Kind kind);
    void addLine(qint32 derivation, qint8 level, qint64 msec, const QString &text);
    void applyStart(const NixEvent &event, qint64 msec);
    void applyResult(const NixEvent &event, qint64 msec);
    void applyMessage(const NixEvent &event, qint64 msec);

    struct Activity
    {
        int type = 0;
        quint64 parent = 0;
        int derivation = -1;
        int starts = 0; ///< an id can start twice through a remote store
    };

    QHash<quint64, Activity> m_activities;
    QHash<QString, int> m_byPath;
    QList<DerivationState> m_derivations;
    QList<LogLine> m_lines;
    QStringList m_messages;
    int m_plannedBuilds = 0;
    int m_plannedFetches = 0;
    DerivationState::Kind m_planKind = DerivationState::Kind::Build;
    bool m_inPlan = false;
};

/// \a text without ANSI escape codes and OSC 8 links.
QString withoutEscapes(const QString &text);

/// "minne-1.0.5" of "/nix/store/<hash>-minne-1.0.5.drv".
QString derivationName(const QString &path);

} // namespace unmoor
