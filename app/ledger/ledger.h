// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <memory>
#include <optional>

namespace unmoor {

/// A build of one target of one revision; joins revision → derivation → store path → archive.
struct BuildRecord
{
    qint64 id = 0;
    QString project; ///< absolute path of the checkout's root
    QString revision; ///< 40 hex digits
    bool dirty = false;
    QString version;
    QString triple;
    /// "running", "built", "cached", "adopted", "failed", "canceled"; what was chosen instead of a build: "left-out",
    /// "taken-in", and "let-go" of the files that were adopted before
    QString outcome;
    QString host; ///< placeWord() of where it was built; empty: this machine
    QString drvPath;
    QString storePath;
    QString archivePath;
    qint64 bytes = 0;
    QByteArray sha256;
    QString gcRoot;
    QString logFile;
    double seconds = 0;
    QString failureKind;
    QString failureMessage;
    QDateTime startedAt;
    QString origin; ///< of a file out of GitHub Actions: what it came from, as JSON; empty: it did not
    QString forecast; ///< how much there was to build, see forecastName(); empty: not asked

    bool operator==(const BuildRecord &) const = default;
};

/// An upload that was verified.
struct UploadRecord
{
    QString repository;
    QString tag;
    QString fileName;
    qint64 releaseId = 0;
    qint64 assetId = 0;
    qint64 bytes = 0;
    QByteArray sha256; ///< ours
    QByteArray digest; ///< the host's; empty where it gave none
    double seconds = 0;
    QDateTime uploadedAt;

    bool operator==(const UploadRecord &) const = default;
};

/// A release, for History.
struct ReleaseRecord
{
    QString project;
    QString repository;
    QString version;
    QString tag;
    QString revision;
    QString state; ///< "draft", "published", "verified", "withdrawn"
    QString url;
    int files = 0;
    qint64 bytes = 0;
    double buildSeconds = 0;
    QString note; ///< what was special: left-out targets, accepted findings
    QDateTime updatedAt;

    bool operator==(const ReleaseRecord &) const = default;
};

/// One time that a release was published, or tried to be.
struct AttemptRecord
{
    qint64 id = 0;
    QString project;
    QString repository;
    QString tag;
    QString revision;
    /// "complete", "draft", "stopped", "canceled"; of taking a release back withdrawWayName()
    QString outcome;
    int steps = 0; ///< of the plan
    int stepsDone = 0;
    QString message; ///< why it did not come to its end; empty: it did
    QString body; ///< the notes that the host had afterwards, Markdown; empty: it has no such release
    QDateTime endedAt;

    bool operator==(const AttemptRecord &) const = default;
};

/// A finding of one archive that a person lives with in one release.
struct AcceptanceRecord
{
    QString project;
    QString tag;
    QString triple;
    QString code;
    QString path; ///< of the entry, as the finding names it
    QString reason;
    QDateTime acceptedAt;

    bool operator==(const AcceptanceRecord &) const = default;
};

/// How long one derivation took, by name without its version, for estimates.
struct DurationRecord
{
    QString name; ///< "minne", see durationKey()
    QString host; ///< placeWord() of where it was built; empty: this machine
    double seconds = 0;
    double longestSilence = 0; ///< seconds between two lines of its log
};

/// The memory of what was built and sent: SQLite in WAL mode, with versioned migrations. For one thread; several
/// processes may have the file open. A file for each kind of record; all that they share is the open database.
class Ledger
{
public:
    /// Opens or makes \a directory/ledger.sqlite. Errors: Io (not writable, with what to do; made by a newer Unmoor),
    /// Corrupt (damaged, or of no bytes; which file to move away; nothing is ever deleted).
    static Result<std::unique_ptr<Ledger>> open(const QString &directory);
    /// The ledger that open() opened in this process, once more and only to read, for another thread: neither checked
    /// nor migrated. Errors: Io, Corrupt.
    static Result<std::unique_ptr<Ledger>> openToRead(const QString &directory);
    ~Ledger();
    Q_DISABLE_COPY_MOVE(Ledger)

    /// Whether another process wrote since the last call.
    bool changedElsewhere();

    Result<qint64> startBuild(const BuildRecord &build); ///< outcome "running"; returns its id
    Result<void> finishBuild(const BuildRecord &build); ///< by id
    /// What became of a revision's target, newest first: whatever it ended as.
    Result<QList<BuildRecord>> buildsOf(const QString &project, const QString &revision, const QString &triple) const;
    /// Forgets that \a link keeps a result: it was freed. The builds stay.
    Result<void> clearGcRoot(const QString &link);
    Result<QList<BuildRecord>> builds(const QString &project, int most = 200) const; ///< newest first
    Result<QStringList> projects() const; ///< those with builds
    /// Of every target of a revision, newest first.
    Result<QList<BuildRecord>> buildsOfRevision(const QString &project, const QString &revision, int most) const;
    /// The newest builds of a target, of whatever revision, that kept a log; newest first.
    Result<QList<BuildRecord>> buildsWithLog(const QString &project, const QString &triple, int most) const;

    Result<void> recordUpload(const UploadRecord &upload); ///< replaces one of the same repository and asset id
    Result<QList<UploadRecord>> uploads(const QString &repository, const QString &tag) const; ///< newest first

    Result<void> recordRelease(const ReleaseRecord &release); ///< replaces one of the same project and tag
    Result<QList<ReleaseRecord>> releases(const QString &project) const; ///< newest first
    /// Up to \a most releases that are older than the one of \a tag, newest first; an empty tag: the newest ones.
    Result<QList<ReleaseRecord>> releasesBefore(const QString &project, const QString &tag, int most) const;
    Result<int> releaseCount(const QString &project) const;

    Result<void> recordAttempt(const AttemptRecord &attempt); ///< its id is not looked at
    Result<QList<AttemptRecord>> attempts(const QString &project, const QString &tag) const; ///< newest first

    Result<void> recordAcceptance(const AcceptanceRecord &acceptance); ///< replaces one of the same finding
    Result<void> removeAcceptance(const AcceptanceRecord &acceptance); ///< whatever its reason and time
    Result<QList<AcceptanceRecord>> acceptances(const QString &project, const QString &tag) const; ///< oldest first

    /// Remembers where a target is to be built: \a place is a word, see placeWord().
    Result<void> setPlace(const QString &project, const QString &triple, const QString &place);
    Result<QMap<QString, QString>> places(const QString &project) const; ///< triple → place
    /// What every project builds at \a place is built at \a newPlace from now on.
    Result<void> movePlaces(const QString &place, const QString &newPlace);

    Result<void> recordDurations(const QList<DurationRecord> &durations);
    /// Median of the last ten successes; nullopt: no history.
    Result<std::optional<double>> usualSeconds(const QString &name, const QString &host) const;
    /// What a run downloaded at \a host, a placeWord() or empty for this machine.
    Result<void> recordDownload(const QString &host, qint64 bytes, double seconds);
    /// Bytes a second over the last ten downloads there; nullopt: no history.
    Result<std::optional<double>> downloadRate(const QString &host) const;
    /// The longest silence of the last ten successes, in seconds; nullopt: no history.
    Result<std::optional<double>> usualSilence(const QString &name, const QString &host) const;

private:
    Ledger();
    Result<void> connect(const QString &path);
    static Result<void> make(const QString &path);
    QString m_connection;
    qint64 m_seenVersion = 0; ///< of the file's data, as this connection last saw it
};

/// A derivation's name without its version, the key of durations: "minne-1.0.5" → "minne", "minne-1.0.5-vendor" →
/// "minne-vendor".
QString durationKey(const QString &derivationName);

} // namespace unmoor
