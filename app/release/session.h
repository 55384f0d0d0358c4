// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/inspectionprocess.h"
#include "changelog/commitdraft.h"
#include "changelog/releasenotes.h"
#include "core/processlock.h"
#include "keychain/tokenstore.h"
#include "nix/nixbuild.h"
#include "project/gates.h"
#include "publish/publisher.h"
#include "release/bodymerge.h"
#include "release/notesbody.h"
#include "release/planrun.h"
#include "release/previousarchive.h"
#include "release/targetstate.h"
#include "settings/settings.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <map>

namespace unmoor {

/// What a session works with beside the project.
struct SessionOptions
{
    QString stateDir; ///< ledger, GC roots, logs, adopted files
    QUrl apiUrl{QStringLiteral("https://api.github.com")};
    QByteArray token; ///< from an environment variable or the rehearsal; empty: ask the keychain
    QString version; ///< instead of what the manifest names; empty: the manifest's
    Publisher::Policy policy;
    InspectionProcess inspector; ///< where archives are read
};

/// The archive of an earlier release of the same target, read.
struct EarlierArchive
{
    PreviousArchive archive;
    std::shared_ptr<const Inspection> inspection;
};

/// One release of one project, from checkout to published: the engine that the window and the commands look at.
///
/// Each task is a call that answers with a future which always finishes; one task of a kind runs at a time, and
/// cancel() stops what runs. Values are read with the getters, signals say which changed.
class Session : public QObject
{
    Q_OBJECT
public:
    enum class Task { Opening, Checking, Building, Inspecting, Reconciling, Publishing };

    explicit Session(SessionOptions options, QObject *parent = nullptr);
    ~Session() override;

    const SessionOptions &options() const { return m_options; }
    github::Client &client() { return m_client; }
    TokenStore &tokens() { return m_tokens; }
    Ledger *ledger() const { return m_ledger.get(); } ///< null before open

    // --- The project ---------------------------------------------------------------------------------------------

    /// Reads manifest, checkout, changelog, version and what the ledger remembers. Errors are about the manifest, git
    /// or the state folder; a version that cannot be had is a value (see version()).
    QFuture<Result<void>> open(const QString &directory);
    bool isOpen() const { return m_open; }
    const QString &directory() const { return m_directory; }
    const ReleaseManifest &manifest() const { return m_manifest; }
    const Checkout &checkout() const { return m_checkout; }
    const Result<QString> &version() const { return m_version; }
    QString tag() const;
    QString title() const;
    QString repository() const; ///< "owner/name": the manifest's, else the remote's; may be empty

    // --- Plan ----------------------------------------------------------------------------------------------------

    /// Reads the checkout again, asks every gate and forecasts every target.
    QFuture<Result<void>> check();
    /// Only what building needs to know: which targets this machine builds and what that would do. Asks Nix, no
    /// network.
    QFuture<Result<void>> forecast();
    const QList<Gate> &gates() const { return m_gates; }
    bool isChecked() const { return m_checked; }
    /// No gate failed and no target that is in lacks a way to get its archive.
    bool isReady() const;

    // --- Where targets are built -----------------------------------------------------------------------------------

    const Settings &settings() const { return m_settings; }
    /// Takes \a settings, and keeps them for every project. Errors: Io; they hold for this session even so.
    Result<void> setSettings(const Settings &settings);
    /// Where the target of \a row can be built, as far as is known; the first is the one to propose.
    QList<BuildPlace> placesFor(int row) const;
    /// Builds the target there while this session lasts. Errors: InvalidInput (no such machine).
    Result<void> usePlace(int row, const BuildPlace &place);
    /// Builds the target there from now on; kept with the project. Errors: InvalidInput (no such machine), Io.
    Result<void> setPlace(int row, const BuildPlace &place);

    // --- Targets -------------------------------------------------------------------------------------------------

    const QList<TargetState> &targets() const { return m_targets; }
    int rowOf(const QString &triple) const; ///< -1: no such target
    QString archiveName(int row) const; ///< as its template expands
    const BuildMonitor *monitor(int row) const; ///< null where nothing was built in this session and no log was kept

    /// Builds, then inspects, the targets of \a rows; those that are left out or adopted are passed over.
    QFuture<Result<void>> build(QList<int> rows);
    QList<int> rowsToBuild() const; ///< in, buildable, without an archive
    void cancelBuild(int row);

    /// Takes \a file as the target's archive: copied into the state folder, then inspected.
    QFuture<Result<void>> adopt(int row, const QString &file);
    /// Leaves the target out of this release, or takes it back in.
    Result<void> setLeftOut(int row, bool leftOut, const QString &reason = {});
    /// Reads and judges the target's archive.
    QFuture<Result<void>> inspect(int row);
    /// Reads any archive, judged against the layout of \a row's target (-1: none). Changes nothing of the release.
    QFuture<Result<Inspection>> inspectFile(const QString &path, int row);

    /// Fetches the archive of \a row's target in the newest release before this one, and reads it. Errors: see
    /// fetchPreviousArchive() and inspectArchive().
    QFuture<Result<EarlierArchive>> inspectPrevious(int row);

    // --- Notes ---------------------------------------------------------------------------------------------------

    QString changelogPath() const;
    const Result<Changelog> &changelog() const { return m_changelog; }
    const ReleaseNotes &notes() const { return m_notes; } ///< of the section, and of what the blocks claim
    NotesContext notesContext() const; ///< what the notes are held against
    /// The body that the release gets: the section, then the blocks that unmoor.toml asks for.
    QString releaseBody() const;
    NotesFacts notesFacts() const;
    /// Writes \a body into the version's section, if the file is still what was read; else Conflict.
    Result<void> saveNotes(const QString &body);
    /// Writes the whole changelog as \a updated, if the file is still what was read; else Conflict.
    Result<void> saveChangelogBytes(const QByteArray &updated);
    /// Puts Unreleased's entries under the version; errors are those of promoteUnreleased() and of saving.
    Result<void> promoteNotes();
    /// Makes the version's section where it belongs, with \a body.
    Result<void> insertNotes(const QString &body);
    void reloadChangelog();
    /// Entries out of the commits since the last tag, in the changelog's own style.
    QFuture<Result<CommitDraft>> draftNotes(bool authors);
    /// What GitHub generates for this release, fit for a section.
    QFuture<Result<QString>> generatedNotes();
    QString recoveryFile() const; ///< where unsaved edits of the notes are kept
    /// The body on the host against what was sent last and what would be sent now; nullopt where they are one, or
    /// nothing was asked yet.
    std::optional<BodyMerge> bodyOnHost() const;
    /// Reads and judges every archive that was not read yet.
    QFuture<Result<void>> readArchives() { return inspectMissing(0); }

    // --- Publish -------------------------------------------------------------------------------------------------

    /// Reads the token: environment, keychain. Without one the host is asked anonymously.
    QFuture<Result<StoredToken>> signIn();
    /// Proves \a token with the host, then keeps it: where it went, or why the host refused it (nothing is kept then).
    QFuture<Result<StoredToken::Place>> signInWith(const QByteArray &token);
    bool isSignedIn() const { return m_client.hasToken(); }

    /// What the release shall be, out of what is known now; files are those of targets with an archive.
    DesiredRelease desired() const;
    /// Reads the host's release and plans the difference.
    QFuture<Result<void>> reconcile();
    const std::optional<RemoteRelease> &remote() const { return m_remote; }
    const PublishPlan &publishPlan() const { return m_publishPlan; }
    const QList<FileState> &fileStates() const { return m_fileStates; }

    /// Everything that still stands against publishing: failed gates, missing archives, unaccepted errors in archives,
    /// notes. Empty: go.
    QStringList publishObstacles() const;
    /// Lives with a finding of \a row's archive in this release, for a reason that the release record keeps. Errors:
    /// InvalidInput (no reason; a finding that says the archive is not whole), Io.
    Result<void> accept(int row, const Finding &finding, const QString &reason);
    Result<void> withdrawAcceptance(int row, const Finding &finding);
    /// What is accepted in the archives of this release, for people: "CODE, PATH of TRIPLE" → the reason.
    QMap<QString, QString> accepted() const;
    /// Lives with every finding of a code while this session lasts.
    Result<void> acceptAll(const QString &code, const QString &reason);

    /// Checks again what protects the release, then runs the plan. Stopped by an obstacle: an Error that names it.
    QFuture<Result<PublishOutcome>> publish(bool draftOnly);

    // --- Tasks ---------------------------------------------------------------------------------------------------

    bool isRunning(Task task) const;
    bool isBusy() const { return !m_running.empty(); }
    void cancel(); ///< stops every task; each ends as Canceled

Q_SIGNALS:
    void projectChanged(); ///< manifest, checkout, version, notes: everything
    void gatesChanged();
    void targetChanged(int row);
    void buildProgressed(int row); ///< its monitor has more, at most 20 times a second
    void entriesRead(int row, const QList<unmoor::ArchiveEntry> &batch);
    void readingProgressed(int row, qint64 packedRead, qint64 packedSize); ///< bytes of the archive file
    void settingsChanged();
    void notesChanged();
    void signedInChanged();
    void publishPlanChanged();
    void publishStepStarted(int index);
    void publishStepProgressed(int index, qint64 sent, qint64 total);
    void publishStepFinished(int index, const unmoor::StepResult &result);
    void publishWaiting(int seconds, const QString &why);
    void tasksChanged(); ///< isRunning() of some task

private:
    struct BuildRun;
    struct RunningTask
    {
        std::stop_source stop;
        int count = 0;
    };

    std::stop_token begin(Task task);
    void end(Task task);

    Result<void> openLedger();
    QFuture<Result<void>> readProject(std::stop_token stop);
    void refreshNotes();
    QString sentBodyFile() const;
    void keepSentBody(const QString &body) const;
    void resetTargets();
    void restoreFromLedger(TargetState &target) const;
    QFuture<Result<void>> runPlan(std::stop_token stop);
    QFuture<void> forecastTargets(const PlanAnswer &answer, std::stop_token stop);
    BuildForecast quickForecast(const ManifestTarget &target, const PlanAnswer &answer, FlakeOutput &output) const;
    void setForecast(int row, const BuildForecast &forecast);

    void buildNext(std::shared_ptr<BuildRun> run);
    int slotsAt(const BuildPlace &place) const; ///< targets at once
    NixBuildRequest buildRequest(int row) const;
    void beginBuild(int row, std::shared_ptr<BuildRun> run);
    void waitForOther(int row, const QString &other, std::shared_ptr<BuildRun> run);
    void startBuild(int row, std::shared_ptr<BuildRun> run);
    void finishBuild(int row, const QString &place, std::shared_ptr<BuildRun> run);

    QString lockFile(const QString &what) const;
    Result<std::unique_ptr<ProcessLock>> takeLock(const QString &what) const;
    bool isOurs(int row) const; ///< this session builds it, or will
    void lookAtOthers();
    void takeNews(int row);
    QFuture<Result<void>> buildEnded(int row, const Result<NixBuildResult> &result);
    QFuture<Result<void>> takeArchive(int row, const NixBuildResult &result);
    void showProgress(int row);
    void finishRecord(int row);
    InspectionRules rulesFor(int row) const; ///< -1: what holds for any archive of the project
    Result<void> setInspection(int row, const Result<Inspection> &inspection);
    Result<void> loadAcceptances();
    CheckSettings checkSettings() const; ///< of the project, and what was accepted
    void settleFindings(); ///< after the settings changed
    void failTarget(int row, const BuildFailure &failure);
    QString stateFolder(const QString &kind) const; ///< of this project
    BuildRecord newRecord(int row) const;

    QByteArray checksumLine(int row) const;
    Result<void> writeChecksums();
    QFuture<Result<void>> inspectMissing(int row);
    QFuture<Result<PublishOutcome>> runPublisher(const DesiredRelease &desired, std::stop_token stop);
    void watch(Publisher &publisher);
    void recordOutcome(const DesiredRelease &desired, const PublishOutcome &outcome);
    void setRemote(const RemoteRelease &remote);

    SessionOptions m_options;
    QNetworkAccessManager m_network;
    github::Client m_client;
    TokenStore m_tokens;
    std::unique_ptr<Ledger> m_ledger;

    bool m_open = false;
    QString m_directory;
    ReleaseManifest m_manifest;
    Checkout m_checkout;
    Result<QString> m_version;
    Settings m_settings;
    Result<NixInfo> m_nix; ///< of this machine, as last asked
    QList<Gate> m_gates;
    bool m_checked = false;
    QList<TargetState> m_targets;
    Result<Changelog> m_changelog;
    ReleaseNotes m_notes;
    std::optional<RemoteRelease> m_remote;
    PublishPlan m_publishPlan;
    QList<FileState> m_fileStates;
    QList<Acceptance> m_acceptedAll;
    QList<Acceptance> m_accepted; ///< of this release, as the ledger has them

    std::map<Task, RunningTask> m_running;
    std::map<int, std::unique_ptr<NixBuild>> m_builds;
    std::map<int, std::stop_source> m_buildStops;
    std::map<int, std::unique_ptr<ProcessLock>> m_buildLocks;
    QTimer m_othersTimer; ///< looks at what other processes wrote
    mutable std::map<int, BuildMonitor> m_keptMonitors;
    QThreadPool m_pool; ///< last: its destructor waits for what still reads archives
};

} // namespace unmoor
