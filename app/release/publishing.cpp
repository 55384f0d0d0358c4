// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/publishing.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/hash.h"
#include "app/core/plainfile.h"
#include "app/core/privatefile.h"
#include "app/core/shellquote.h"
#include "app/core/words.h"
#include "app/keychain/tokenstore.h"
#include "app/project/tagtemplate.h"
#include "app/publish/retry.h"
#include "app/publish/withdrawnotice.h"

#include <QDir>
#include <QSaveFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

Publishing::Publishing(Engine &engine, Targets &targets, Acceptances &acceptances, Places &places, NotesBook &notes,
                       Planner &planner, github::Client &client, Publisher::Policy policy, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_targets(targets)
    , m_acceptances(acceptances)
    , m_places(places)
    , m_notes(notes)
    , m_planner(planner)
    , m_client(client)
    , m_policy(policy)
    , m_project(std::make_shared<Project>())
{
    connect(&m_reconciling, &Activity::changed, this, &Publishing::activityChanged);
    connect(&m_publishing, &Activity::changed, this, &Publishing::activityChanged);
    connect(&m_targets, &Targets::changed, this, &Publishing::invalidate);
    connect(&m_targets, &Targets::reset, this, &Publishing::invalidate);
    connect(&m_notes, &NotesBook::changed, this, &Publishing::invalidate);
    connect(&m_planner, &Planner::gatesChanged, this, &Publishing::invalidate);
}

Publishing::~Publishing()
{
    cancel();
    // A publisher that runs ends its future as it goes; what waits for that needs the members of this.
    qDeleteAll(findChildren<Publisher *>(Qt::FindDirectChildrenOnly));
}

void Publishing::setProject(const ProjectPtr &project)
{
    const bool isOther = project->checkout.root != m_project->checkout.root || project->tag() != m_project->tag();
    m_project = project;
    if (isOther) {
        m_remote.reset();
        m_plan = {};
        m_fileStates.clear();
        Q_EMIT planChanged();
    }
    invalidate();
}

void Publishing::setLogin(const Login &login)
{
    m_login = login;
    invalidate();
}

void Publishing::cancel()
{
    m_publishing.cancel();
    m_reconciling.cancel();
}

// --- What it shall be ------------------------------------------------------------------------------------------------

/// What was made of the state before holds no more. It is compared with the host again once in a turn of the event
/// loop, however much changed; a running publisher has its own plan.
void Publishing::invalidate()
{
    m_view.reset();
    if (m_replan)
        return;
    m_replan = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_replan = false;
            if (m_remote && !isPublishing())
                setRemote(view().desired, RemoteRelease(*m_remote));
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
}

const ReleaseView &Publishing::view() const
{
    if (!m_view)
        m_view = makeView();
    return *m_view;
}

ReleaseView Publishing::makeView() const
{
    ReleaseView view{.desired = desired(), .companions = {}, .obstacles = obstacles()};
    view.companions = companions(view.desired.files);
    const QDir folder(companionsFolder());
    for (const CompanionFile &file : std::as_const(view.companions))
        view.desired.files.append(
            {file.name, file.target, folder.filePath(file.name), file.bytes.size(), sha256Of(file.bytes)});
    for (const TargetState &target : m_targets.rows()) {
        view.targetsIn += target.isIn();
        view.archives += target.isIn() && target.counts();
        view.verified += target.isIn() && target.counts() && target.release == FileVerdict::Verified;
    }
    view.isWithdrawn = m_remote && m_plan.isWithdrawn;
    view.isComplete =
        m_remote && m_remote->release && m_plan.isComplete() && !view.isWithdrawn && view.verified == view.targetsIn;
    return view;
}

/// Without the files that go with the archives.
DesiredRelease Publishing::desired() const
{
    const Project &project = *m_project;
    const QStringList tags = project.checkout.tags.keys();
    DesiredRelease desired{.repository = project.repository(),
                           .tag = project.tag(),
                           .commit = project.checkout.commit,
                           .title = project.title(),
                           .body = m_notes.body(),
                           .sentBody = sentBody(),
                           .prerelease = isPreRelease(project.manifest, project.versionText())};
    desired.latest = project.manifest.latest == Choice::Auto
        ? !desired.prerelease && isNewestStable(project.manifest, project.versionText(), tags)
        : project.manifest.latest == Choice::Yes;
    desired.latestByVersion = project.manifest.latest == Choice::Auto;
    desired.scheme = project.manifest.scheme;
    desired.tagKind = project.manifest.tagKind;
    if (m_policy.pushesTags && project.checkout.tags.value(desired.tag) == desired.commit) {
        desired.tagObject = project.checkout.tagObjects.value(desired.tag);
        desired.root = project.checkout.root;
    }
    for (const TargetState &target : m_targets.rows())
        if (target.isIn() && target.counts() && !target.record.sha256.isEmpty())
            desired.files.append({project.archiveName(target.target, target.record.archivePath),
                                  target.target.releaseTarget(), target.record.archivePath, target.record.bytes,
                                  target.record.sha256});
    return desired;
}

QString Publishing::companionsFolder() const
{
    return m_project->stateFolder(m_engine.stateDir(), u"checksums"_s) + u'/' + m_project->checkout.commit;
}

/// What goes with \a archives. A provenance that was written for the same bytes stays as it is.
QList<CompanionFile> Publishing::companions(const QList<DesiredFile> &archives) const
{
    const ReleaseManifest &manifest = m_project->manifest;
    QList<CompanionFile> files = checksumFiles(manifest.checksums, archives);
    if (!manifest.provenance || archives.isEmpty())
        return files;
    const QString name = github::storedAssetName(manifest.name + u'-' + m_project->tag() + u".provenance.json"_s);
    const ProvenanceFacts facts = provenanceFacts(archives);
    const QByteArray before = readPlainFile({.path = QDir(companionsFolder()).filePath(name)}).value_or(QByteArray());
    const bool holds = isStatementOf(before, facts.commit, facts.archives);
    files += CompanionFile{name, {}, holds ? before : provenanceStatement(facts)};
    return files;
}

/// The row whose file is called \a file in the release; empty where it is of none.
QString Publishing::rowOf(const QString &file) const
{
    for (const TargetState &target : m_targets.rows())
        if (target.counts() && m_project->archiveName(target.target, target.record.archivePath) == file)
            return target.target.triple;
    return {};
}

ProvenanceFacts Publishing::provenanceFacts(const QList<DesiredFile> &archives) const
{
    const QString host = tokenHost(m_client.apiUrl());
    ProvenanceFacts facts{.repository = QUrl(u"https://%1/%2"_s.arg(host, m_project->repository())),
                          .tag = m_project->tag(),
                          .commit = m_project->checkout.commit,
                          .nixVersion = m_places.nix() ? m_places.nix()->version : QString(),
                          .archives = {}};
    for (const DesiredFile &archive : archives) {
        const TargetState &target = *m_targets.find(rowOf(archive.name));
        facts.archives += BuiltArchive{.name = archive.name,
                                       .sha256 = archive.sha256,
                                       .triple = archive.target,
                                       .system = target.target.system,
                                       .output = target.target.output,
                                       .drvPath = target.record.drvPath,
                                       .storePath = target.record.storePath,
                                       .builder = target.record.host.isEmpty() ? u"local"_s : target.record.host,
                                       .outcome = target.record.outcome,
                                       .startedAt = target.record.startedAt,
                                       .seconds = target.record.seconds,
                                       .origin = target.record.origin};
    }
    return facts;
}

// --- What stands against it ------------------------------------------------------------------------------------------

QStringList Publishing::obstacles() const
{
    QStringList obstacles;
    for (const Gate &gate : m_planner.gates())
        if (gate.outcome == Gate::Outcome::Failed)
            obstacles.append(tr("%1: %2 %3").arg(gate.name, gate.message, gate.hint).trimmed());
    for (const TargetState &target : m_targets.rows())
        obstacles += obstaclesOf(target);
    for (const Finding &finding : m_notes.notes().findings)
        if (finding.severity == Severity::Error)
            obstacles.append(finding.message + u' ' + finding.hint);
    if (!m_login.isSignedIn)
        obstacles.append(tr("Not signed in to %1. Store a token: unmoor token set --host %2")
                             .arg(tokenHost(m_client.apiUrl()), shellQuoted(tokenHost(m_client.apiUrl()))));
    if (m_login.report && m_login.report->publish == TokenReport::Right::No)
        obstacles.append((m_login.report->message + u' ' + m_login.report->hint).trimmed());
    obstacles.append(tagObstacle());
    obstacles.removeAll(QString());
    obstacles.removeDuplicates();
    return obstacles;
}

/// The host itself would make a lightweight tag. One that it has already stays as it is.
QString Publishing::tagObstacle() const
{
    const Checkout &checkout = m_project->checkout;
    const auto kind = m_project->manifest.tagKind;
    const QString tag = m_project->tag();
    if (!m_policy.pushesTags || !kind || *kind == TagKind::Lightweight || tag.isEmpty()
        || (m_remote && m_remote->tagCommit))
        return {};
    const bool isWhole =
        *kind == TagKind::Signed ? checkout.signedTags.contains(tag) : checkout.tagObjects.contains(tag);
    if (isWhole)
        return {};
    const QString words = *kind == TagKind::Signed ? tr("signed") : tr("annotated");
    const QString option = *kind == TagKind::Signed ? u"--sign"_s : u"--annotate"_s;
    const QString message = u"--message %1 %2"_s.arg(shellQuoted(m_project->title()), shellQuoted(tag));
    if (checkout.tags.contains(tag))
        return tr("unmoor.toml wants the tag %1 %2, and the one here is not. Make it anew, then publish again, which "
                  "pushes it: git tag --force %3 %4")
            .arg(tag, words, option, message);
    return tr("unmoor.toml wants the tag %1 %2, and there is none here. Make it, then publish again, which pushes it: "
              "git tag %3 %4")
        .arg(tag, words, option, message);
}

/// Each file that the matrix shows is either in the release, or named here.
QStringList Publishing::obstaclesOf(const TargetState &target) const
{
    const QString triple = target.target.triple;
    if (!target.isIn())
        return {};
    if (target.isBeingBuilt())
        return {tr("%1 is being built. Wait for it or cancel it.").arg(triple)};
    if (!target.hasArchive())
        return {tr("%1 has no archive. Build it, adopt a finished one, or leave the target out of this release.")
                    .arg(triple)};
    QStringList obstacles;
    if (!target.otherRevision.isEmpty())
        obstacles.append(tr("%1: %2 Build it again.").arg(triple, target.otherRevision));
    else if (target.record.revision != m_project->checkout.commit)
        obstacles.append(tr("%1 was built from %2, not from the commit of the release. Build it again.")
                             .arg(triple, revisionText(target.record.revision, target.record.dirty)));
    if (target.record.dirty)
        obstacles.append(tr("%1 was built from uncommitted changes. Commit them and build again.").arg(triple));
    if (target.archive == TargetState::Archive::Unreadable)
        obstacles.append(target.archiveProblem);
    else if (target.archive == TargetState::Archive::Reading)
        obstacles.append(tr("The archive of %1 is being read. Wait until it is.").arg(triple));
    else if (!target.inspection || target.record.sha256.isEmpty())
        obstacles.append(tr("The archive of %1 was not read. Read it on the Archives page.").arg(triple));
    else
        for (const Finding &finding : target.inspection->report.findings)
            if (finding.severity == Severity::Error)
                obstacles.append(
                    tr("%1: %2 (%3). Mend it, or accept it with a reason.").arg(triple, finding.message, finding.code));
    return obstacles;
}

// --- What the host has -----------------------------------------------------------------------------------------------

void Publishing::setRemote(const DesiredRelease &wanted, const RemoteRelease &remote)
{
    m_remote = remote;
    // Where the host gives no digest, what an earlier session downloaded and compared still counts.
    const auto uploads = m_engine.ledger()->uploads(wanted.repository, wanted.tag);
    for (const UploadRecord &upload : uploads.value_or(QList<UploadRecord>()))
        m_remote->downloaded.insert(upload.assetId, upload.sha256);
    const PublishPlan before = std::exchange(m_plan, planPublish(wanted, *m_remote));
    const auto statesBefore = std::exchange(m_fileStates, compareFiles(wanted, *m_remote));
    m_view.reset();
    for (const QString &triple : m_targets.triples()) {
        TargetState &target = *m_targets.edit(triple);
        std::optional<FileVerdict> verdict;
        if (target.counts())
            for (const FileState &file : std::as_const(m_fileStates))
                if (file.target == target.target.releaseTarget()
                    && file.name == m_project->archiveName(target.target, target.record.archivePath))
                    verdict = file.verdict;
        const bool wasSending = std::exchange(target.bytesSent, -1) >= 0;
        if (std::exchange(target.release, verdict) != verdict || wasSending)
            m_targets.touch(triple);
    }
    if (before != m_plan || statesBefore != m_fileStates)
        Q_EMIT planChanged();
}

QFuture<Result<void>> Publishing::reconcile()
{
    const Project &project = *m_project;
    if (!project.version)
        return finished<void>(std::unexpected(project.version.error()));
    if (const auto repository = repositoryAt(project.host, project.manifest, project.checkout); !repository)
        return finished<void>(failure(Error::Kind::InvalidInput, repository.error().message));
    const auto stop = m_reconciling.begin();
    const auto read = [this, wanted = view().desired, stop] { return readRemoteRelease(m_client, wanted, stop); };
    return readPatiently<RemoteRelease>(read, this, stop)
        .then(this, [this, asked = m_project](const Result<RemoteRelease> &remote) -> Result<void> {
            m_reconciling.end();
            if (!remote)
                return std::unexpected(remote.error());
            if (asked->tag() == m_project->tag() && asked->repository() == m_project->repository()) {
                setRemote(view().desired, *remote);
                m_planner.setRemoteTag(remote->tag, remote->tagCommit);
                Q_EMIT planChanged();
            }
            return {};
        });
}

std::optional<QString> Publishing::sentBody() const
{
    const auto bytes = readPlainFile({.path = m_notes.sentBodyFile()});
    return bytes ? std::optional(QString::fromUtf8(*bytes)) : std::nullopt;
}

/// The body that was sent last. If the host's differs from it, somebody edited the release there. A state folder that
/// cannot be written loses no more than that.
void Publishing::keepSentBody(const QString &body) const
{
    QDir().mkpath(QFileInfo(m_notes.sentBodyFile()).path());
    QSaveFile file(m_notes.sentBodyFile());
    const QByteArray bytes = body.toUtf8();
    if (!openPrivate(file, QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        qWarning("%s: %s", qUtf8Printable(file.fileName()), qUtf8Printable(file.errorString()));
}

std::optional<BodyMerge> Publishing::bodyOnHost() const
{
    if (!m_remote || !m_remote->release)
        return std::nullopt;
    return mergeBody(sentBody(), m_notes.body(), withoutWithdrawNotice(m_remote->release->body));
}

// --- Publishing ------------------------------------------------------------------------------------------------------

QFuture<Result<PublishOutcome>> Publishing::publish(bool draftOnly, const PublishAgreement &agreement)
{
    const ReleaseView now = makeView();
    if (!now.obstacles.isEmpty())
        return finished<PublishOutcome>(failure(Error::Kind::Failed, now.obstacles.join(u'\n')));
    if (agreement.commit != now.desired.commit || agreement.tag != now.desired.tag)
        return finished<PublishOutcome>(failure(
            Error::Kind::Conflict,
            tr("What was agreed to is %1 at %2; the checkout is at %3, %4 now. Look at the plan again.")
                .arg(agreement.tag, shortCommit(agreement.commit), now.desired.tag, shortCommit(now.desired.commit))));
    for (const CompanionFile &file : now.companions)
        if (const auto written = writeCompanion(companionsFolder(), file); !written)
            return finished<PublishOutcome>(std::unexpected(written.error()));
    DesiredRelease desired = now.desired;
    desired.draftOnly = draftOnly;

    Publisher::Policy policy = m_policy;
    if (policy.secondLook.count() > 0)
        policy.secondLook = std::chrono::seconds(m_engine.settings().secondLookSeconds);
    auto *publisher = new Publisher(m_client, policy, this);
    watch(*publisher);
    const auto stop = m_publishing.begin();
    return publisher->start(desired, agreement, stop)
        .then(this, [this, publisher, desired, project = m_project](const PublishOutcome &outcome) {
            publisher->disconnect(this); // an upload that was cut off may still tell how far it is
            publisher->deleteLater();
            m_publishing.end();
            recordAttempt(*project, desired, outcome);
            recordOutcome(*project, desired, outcome);
            setRemote(view().desired, outcome.remote);
            if (!outcome.error)
                m_planner.setRemoteTag(outcome.remote.tag, outcome.remote.tagCommit);
            Q_EMIT planChanged();
            return Result<PublishOutcome>(outcome);
        });
}

void Publishing::watch(Publisher &publisher)
{
    connect(&publisher, &Publisher::planned, this, [this](const PublishPlan &plan) {
        m_plan = plan;
        m_view.reset();
        Q_EMIT planChanged();
    });
    connect(&publisher, &Publisher::stepStarted, this, &Publishing::stepStarted);
    connect(&publisher, &Publisher::stepFinished, this, &Publishing::stepFinished);
    connect(&publisher, &Publisher::waiting, this, &Publishing::waiting);
    connect(&publisher, &Publisher::stepProgressed, this, [this](int index, qint64 sent, qint64 total) {
        Q_EMIT stepProgressed(index, sent, total);
        const QString file = m_plan.steps.value(index).file;
        const QString row = rowOf(file);
        if (TargetState *target = m_targets.edit(row)) {
            target->bytesSent = sent;
            m_targets.tick(row);
        }
    });
}

/// Keeps that somebody published, and what came of it, whatever that was.
void Publishing::recordAttempt(const Project &project, const DesiredRelease &desired, const PublishOutcome &outcome)
{
    const auto &release = outcome.remote.release;
    const bool isCanceled = outcome.error && outcome.error->kind == Error::Kind::Canceled;
    const auto done = std::ranges::count(outcome.steps, StepResult::Outcome::Done, &StepResult::outcome);
    m_engine.warnUnless(m_engine.ledger()->recordAttempt({.project = project.checkout.root,
                                                          .repository = desired.repository,
                                                          .tag = desired.tag,
                                                          .revision = desired.commit,
                                                          .outcome = isCanceled           ? u"canceled"_s
                                                              : outcome.error             ? u"stopped"_s
                                                              : release && release->draft ? u"draft"_s
                                                              : outcome.complete          ? u"complete"_s
                                                                                          : u"stopped"_s,
                                                          .steps = int(outcome.steps.size()),
                                                          .stepsDone = int(done),
                                                          .message = outcome.error ? outcome.error->message : QString(),
                                                          .body = release ? release->body : QString(),
                                                          .endedAt = QDateTime::currentDateTimeUtc()}));
}

/// Keeps what was proved: verified uploads and the release. A ledger that cannot be written is said, nothing more: the
/// host's own state is the truth.
void Publishing::recordOutcome(const Project &project, const DesiredRelease &desired, const PublishOutcome &outcome)
{
    const auto &release = outcome.remote.release;
    if (!release)
        return;
    if (!mergeBody(std::nullopt, desired.body, release->body))
        keepSentBody(desired.body);
    ReleaseRecord record{.project = project.checkout.root,
                         .repository = desired.repository,
                         .version = project.versionText(),
                         .tag = desired.tag,
                         .revision = desired.commit,
                         .state = outcome.complete && !release->draft ? u"verified"_s
                             : release->draft                         ? u"draft"_s
                                                                      : u"published"_s,
                         .url = release->htmlUrl.toString(),
                         .updatedAt = QDateTime::currentDateTimeUtc()};
    Result<void> written;
    for (const FileState &file : compareFiles(desired, outcome.remote)) {
        if (file.verdict != FileVerdict::Verified)
            continue;
        ++record.files;
        record.bytes += file.remote->size;
        written = m_engine.ledger()->recordUpload({.repository = desired.repository,
                                                   .tag = desired.tag,
                                                   .fileName = file.name,
                                                   .releaseId = release->id,
                                                   .assetId = file.remote->id,
                                                   .bytes = file.remote->size,
                                                   .sha256 = file.local->sha256,
                                                   .digest = file.remote->digest,
                                                   .uploadedAt = record.updatedAt});
    }
    QStringList notes;
    for (const TargetState &target : m_targets.rows()) {
        record.buildSeconds += target.counts() ? target.record.seconds : 0;
        if (target.leftOutByChoice)
            notes.append(tr("%1 left out: %2").arg(target.target.triple, target.leftOutReason));
        if (target.build == TargetState::Build::Adopted)
            notes.append(tr("%1 adopted").arg(target.target.triple));
    }
    for (const auto &[what, reason] : m_acceptances.accepted().asKeyValueRange())
        notes.append(tr("accepted %1: %2").arg(what, reason));
    record.note = notes.join(u"; "_s);
    if (written)
        written = m_engine.ledger()->recordRelease(record);
    m_engine.warnUnless(written);
}

} // namespace unmoor
