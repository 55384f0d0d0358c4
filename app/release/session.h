// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/accountbook.h"
#include "account/devicecode.h"
#include "archive/inspectionprocess.h"
#include "changelog/commitdraft.h"
#include "changelog/releasenotes.h"
#include "core/processlock.h"
#include "keychain/tokenstore.h"
#include "nix/hostprobe.h"
#include "nix/logfollower.h"
#include "nix/nixbuild.h"
#include "project/gates.h"
#include "publish/publisher.h"
#include "release/bodymerge.h"
#include "release/companionfiles.h"
#include "release/gcroots.h"
#include "release/notesbody.h"
#include "release/planrun.h"
#include "release/previousarchive.h"
#include "release/repair.h"
#include "release/targetstate.h"
#include "settings/settings.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QScopedPointer>
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
    QString account = {}; ///< whose token of the keychain; empty: as was chosen
    QString version; ///< instead of what the manifest names; empty: the manifest's
    Publisher::Policy policy; ///< its second look, unless 0, is what the settings say
    InspectionProcess inspector; ///< where archives are read
};

/// The archive of an earlier release of the same target, read.
struct EarlierArchive
{
    PreviousArchive archive;
    std::shared_ptr<const Inspection> inspection;
};

/// Somebody signed in: where the token went, and what it may do.
struct SignedIn
{
    StoredToken::Place place = StoredToken::Place::Session;
    TokenReport report;
};

/// One release of one project, from checkout to published: the engine that the window and the commands look at.
///
/// Each task is a call that answers with a future which always finishes; one task of a kind runs at a time, and
/// cancel() stops what runs. Values are read with the getters, signals say which changed.
class Session : public QObject
{
    Q_OBJECT
public:
    enum class Task { Opening, Checking, Probing, Building, Inspecting, Reconciling, Publishing, Freeing };

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
    /// Reads them, as open() does. Errors: see readSettings().
    Result<void> openSettings();
    /// Takes \a settings, and keeps them for every project. Errors: Io; they hold for this session even so.
    Result<void> setSettings(const Settings &settings);
    /// Where the target of \a row can be built, as far as is known; the first is the one to propose.
    QList<BuildPlace> placesFor(int row) const;
    /// Builds the target there while this session lasts. Errors: InvalidInput (no such machine).
    Result<void> usePlace(int row, const BuildPlace &place);
    /// Builds the target there from now on; kept with the project. Errors: InvalidInput (no such machine), Io.
    Result<void> setPlace(int row, const BuildPlace &place);
    const Result<NixInfo> &nix() const { return m_nix; } ///< of this machine, as last asked; no systems: not yet

    // --- Machines ------------------------------------------------------------------------------------------------

    /// Looks whether the machine can build for us, and keeps with it what was found. A machine that is not there is a
    /// report of its own.
    QFuture<ProbeReport> probe(const QString &hostName);
    /// A person compared the fingerprints of \a keys, offered by the machine (ProbeReport::offered), and confirmed
    /// them. Errors: Conflict (it was confirmed with other keys before), InvalidInput (no keys), Io.
    Result<void> trustHostKey(const QString &hostName, const HostKeys &keys);
    /// As trustHostKey(), and forgets the keys that the machine was confirmed with before: it was set up anew.
    Result<void> replaceHostKey(const QString &hostName, const HostKeys &keys);

    // --- Targets -------------------------------------------------------------------------------------------------

    const QList<TargetState> &targets() const { return m_targets; }
    int rowOf(const QString &triple) const; ///< -1: no such target
    QString archiveName(int row) const; ///< as its template expands
    /// How its build goes or went; null where nothing was built in this session and no log was kept. A log of an
    /// earlier session is read meanwhile: buildProgressed() says when there is more of it.
    const BuildMonitor *monitor(int row);
    bool isReadingLogs() const; ///< of earlier sessions, to their ends

    /// Builds, then inspects, the targets of \a rows; those that are left out or adopted are passed over.
    QFuture<Result<void>> build(QList<int> rows);
    QList<int> rowsToBuild() const; ///< in, buildable, without an archive
    void cancelBuild(int row);

    // --- After a failed build ------------------------------------------------------------------------------------

    /// Looks at what the failure of \a row's build has to do with: what can be offered. NotFound: it has none.
    QFuture<Result<FailureRepair>> examineFailure(int row);
    /// What `nix flake lock` would make of flake.lock; the file stays as it is. Conflict: nothing would change.
    QFuture<Result<FileEdit>> proposeLockFile();
    /// Does what \a offer says to checkout or settings (ApplyEdit, AddToGit, EnableFeature, ChooseHost), and reads the
    /// checkout again. Errors: Conflict (a file is not what was read; nothing is written), Io, Failed (git's words).
    QFuture<Result<void>> applyRepair(int row, const FailureOffer &offer);
    /// The whole log of a step as Nix keeps it where \a row's target is built. Errors: NotFound (no log is kept).
    QFuture<Result<QString>> nixLog(int row, const QString &derivation);
    /// The processes that build for \a row, as a table of ps there.
    QFuture<Result<QString>> builderProcesses(int row);

    /// Takes \a file as the target's archive: copied into the state folder, then inspected.
    QFuture<Result<void>> adopt(int row, const QString &file);
    /// Leaves the target out of this release, or takes it back in.
    Result<void> setLeftOut(int row, bool leftOut, const QString &reason = {});
    /// Reads and judges the target's archive.
    QFuture<Result<void>> inspect(int row);
    /// Reads any archive, judged against the layout of \a row's target (-1: none). Changes nothing of the release.
    QFuture<Result<Inspection>> inspectFile(const QString &path, int row);

    /// Builds the step that made \a row's archive once more and compares: see TargetState::rebuild, which this sets
    /// too. Errors: InvalidInput (it was not built on this machine), Conflict (a build runs), or why Nix did not start.
    QFuture<Result<RebuildReport>> checkRebuild(int row);

    /// Fetches the archive of \a row's target in the newest release before this one, and reads it. Errors: see
    /// fetchPreviousArchive() and inspectArchive().
    QFuture<Result<EarlierArchive>> inspectPrevious(int row);

    // --- Space ---------------------------------------------------------------------------------------------------

    /// What this project keeps from Nix's garbage collector, and how much that is.
    QFuture<Result<RootsOverview>> gcRoots();
    /// Lets go of the results behind \a links (see GcRoot); what was built stays in the history. Errors: Io.
    Result<void> freeRoots(const QStringList &links);
    /// `nix store gc`: what nothing on this machine keeps is deleted. The answer is Nix's own words.
    QFuture<Result<QString>> collectGarbage();

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
    /// Makes the changelog with a section for the version, where there is none or an empty one. Errors: Conflict (it
    /// has text), Io.
    Result<void> beginChangelog();
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

    // --- Account -------------------------------------------------------------------------------------------------

    /// Reads the token: environment, else the keychain's for the account that was chosen for this project or host.
    /// Without one the host is asked anonymously.
    QFuture<Result<StoredToken>> signIn();
    /// Proves \a token with the host, then keeps it under its account, which is used for the host from now on. Why the
    /// host refused it (nothing is kept then); Unauthorized, or as checkToken().
    QFuture<Result<SignedIn>> signInWith(const QByteArray &token);
    /// Signs in through a browser, on this machine or another: deviceCodeReceived() says what to type where.
    /// \a clientId: of an OAuth app of the host, kept for the next time; empty: the one that was kept. Errors:
    /// InvalidInput (none is known, or no good one), and those of DeviceLogin::start() and signInWith().
    QFuture<Result<SignedIn>> signInWithBrowser(const QString &clientId = {});
    void cancelSignIn(); ///< through a browser
    bool isSignedIn() const { return m_client.hasToken(); }
    /// Forgets the kept token. Errors: Io, Forbidden (the keychain); what is kept stays kept then.
    QFuture<Result<void>> signOut();
    /// Asks the host what the token in use may do for this project's repository. A token that the keychain has by host
    /// alone is moved to its account. NotFound: nobody is signed in.
    QFuture<Result<TokenReport>> checkToken();
    const std::optional<TokenReport> &tokenReport() const { return m_tokenReport; } ///< as last asked

    /// Everybody who signed in on this machine, at every host.
    QList<Account> accounts() const;
    QString account() const { return m_account; } ///< whose token is in use; empty: not known
    /// Uses the account of \a login at this session's host from now on, \a forProject alone or wherever nothing else
    /// was chosen. Errors: NotFound (no such account), Io, and those of signIn().
    QFuture<Result<StoredToken>> useAccount(const QString &login, bool forProject);
    /// Takes the account's token out of the keychain. Errors: as TokenStore::forget().
    QFuture<Result<void>> forgetAccount(const QString &host, const QString &login);

    // --- Publish -------------------------------------------------------------------------------------------------

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
    /// Something went wrong that stops nothing, such as a ledger that cannot be written: what, and what to do.
    void warned(const QString &message);
    void notesChanged();
    void signedInChanged(); ///< who is signed in, or what is known of the token
    void deviceCodeReceived(const unmoor::DeviceCode &code);
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
    void proposePlace(int row);
    QString whyNotBuiltThere(const ManifestTarget &target, const BuildPlace &place) const; ///< empty: it can be
    RemoteStore storeOf(const BuildPlace &place) const;
    QFuture<void> takeForecast(int row, const BuildForecast &forecast, std::stop_token stop);
    void setForecast(int row, const BuildForecast &forecast, const DerivationGraph &graph);
    static QString hostWord(const BuildPlace &place);
    UsualSeconds usualSecondsAt(const QString &host) const;
    BuildOutlook outlook(int row, const BuildForecast &forecast, const DerivationGraph &graph) const;
    void beginEstimate(int row);
    void updateEstimates();
    void updateEstimate(int row, const BuildMonitor &run);
    void addSurprises(TargetState &target, const BuildMonitor &run) const;
    void recordRun(int row, bool succeeded);
    void warnUnless(const Result<void> &written);
    void recordSuccesses(const TargetState &target, const QList<DerivationState> &derivations);

    Result<RebuildRequest> rebuildRequest(int row);
    QFuture<Result<RebuildReport>> reportRebuild(int row, const RebuildRequest &request, const RebuildResult &result);
    QFuture<Result<RebuildReport>> compareRebuild(int row, const RebuildReport &report, const QString &archive);
    void setRebuild(int row, const QString &storePath, const Result<RebuildReport> &report);

    void buildNext(std::shared_ptr<BuildRun> run);
    int slotsAt(const BuildPlace &place) const; ///< targets at once
    NixBuildRequest buildRequest(int row) const;
    void beginBuild(int row, std::shared_ptr<BuildRun> run);
    void waitForOther(int row, const QString &other, std::shared_ptr<BuildRun> run);
    Result<void> keepHostKey(const HostKeys &keys, Result<void> (*take)(KnownHosts &, const HostKeys &));
    qint64 logIndexBytes() const;
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
    void watchForStalls();
    QFuture<Result<RepairContext>> repairContext(int row);
    QFuture<Result<void>> refreshCheckout();
    void finishRecord(int row);
    InspectionRules rulesFor(int row) const; ///< -1: what holds for any archive of the project
    Result<void> setInspection(int row, const Result<Inspection> &inspection);
    Result<void> loadAcceptances();
    CheckSettings checkSettings() const; ///< of the project, and what was accepted
    void settleFindings(); ///< after the settings changed
    void failTarget(int row, const BuildFailure &failure);
    QString stateFolder(const QString &kind) const; ///< of this project
    BuildRecord newRecord(int row) const;

    QFuture<Result<StoredToken>> readToken(const QString &login);
    void useToken(const std::optional<StoredToken> &token, const QString &account);
    QFuture<Result<TokenReport>> keepUnderAccount(const TokenReport &report);
    QFuture<void> refreshReport();
    void noteAccount(const QString &login, const TokenReport &report, bool choose);

    QString companionsFolder() const;
    QList<CompanionFile> companions(const QList<DesiredFile> &archives) const;
    ProvenanceFacts provenanceFacts(const QList<DesiredFile> &archives) const;
    Result<void> writeCompanions();
    QFuture<Result<void>> inspectMissing(int row);
    QFuture<Result<PublishOutcome>> runPublisher(const DesiredRelease &desired, std::stop_token stop);
    void watch(Publisher &publisher);
    void recordOutcome(const DesiredRelease &desired, const PublishOutcome &outcome);
    void setRemote(const RemoteRelease &remote);

    SessionOptions m_options;
    TokenStore m_tokens;
    std::optional<StoredToken> m_token; ///< in use
    QString m_account; ///< under which the keychain has it; empty: by host alone
    std::optional<TokenReport> m_tokenReport;
    std::stop_source m_signInStop;
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
    QTimer m_stallTimer; ///< runs while something is built
    QTimer m_estimateTimer; ///< runs while something is built
    std::map<int, BuildMonitor> m_keptMonitors; ///< of builds of this session that have ended
    std::map<int, std::unique_ptr<LogFollower, QScopedPointerDeleteLater>> m_keptLogs; ///< of earlier sessions
    // Last, so that they go first: what they still do ends then, and what waits for that needs the members above.
    QThreadPool m_pool; ///< its destructor waits for what still reads archives
    QNetworkAccessManager m_network;
    github::Client m_client;
};

} // namespace unmoor
