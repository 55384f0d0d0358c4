// SPDX-License-Identifier: GPL-3.0-or-later
// Session: what the release shall be, what the host has, and closing the difference.
#include "core/hash.h"
#include "project/semver.h"
#include "release/session.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

template <typename T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

/// Whether \a version is the newest stable one among the tags of \a manifest: a backport does not take "latest".
bool isNewestStable(const ReleaseManifest &manifest, const QString &version, const QStringList &tags)
{
    const auto own = SemVer::parse(version);
    if (!own || own->isPreRelease())
        return false;
    const QString prefix = expandTemplate(manifest.tag, {.name = manifest.name}).section(u'{', 0, 0);
    return std::ranges::none_of(tags, [&](const QString &tag) {
        const auto other =
            tag.startsWith(prefix) ? SemVer::parse(QStringView(tag).sliced(prefix.size())) : std::nullopt;
        return other && !other->isPreRelease() && *other > *own;
    });
}

/// Notes that were edited on the host since they were sent are not replaced in silence.
void sayWhatIsReplaced(PublishPlan &plan, const std::optional<BodyMerge> &body)
{
    if (!body || !body->base || body->changed == BodyMerge::Who::Ours)
        return;
    for (PublishStep &step : plan.steps) {
        if (step.kind == PublishStep::Kind::UpdateRelease)
            step.why =
                Session::tr("The notes were edited on GitHub since they were sent; this puts those of the file in "
                            "their place. To keep them, take them into the file first");
    }
}

} // namespace

DesiredRelease Session::desired() const
{
    const QString version = m_version.value_or(QString());
    DesiredRelease desired{.repository = repository(),
                           .tag = tag(),
                           .commit = m_checkout.commit,
                           .title = title(),
                           .body = releaseBody(),
                           .prerelease = isPreRelease(m_manifest, version)};
    desired.latest = m_manifest.latest == Choice::Auto
        ? !desired.prerelease && isNewestStable(m_manifest, version, m_checkout.tags.keys())
        : m_manifest.latest == Choice::Yes;
    desired.latestByVersion = m_manifest.latest == Choice::Auto;
    for (int row = 0; row < m_targets.size(); ++row) {
        const TargetState &target = m_targets[row];
        if (target.isIn() && target.hasArchive() && !target.record.sha256.isEmpty())
            desired.files.append({archiveName(row), target.target.triple, target.record.archivePath,
                                  target.record.bytes, target.record.sha256});
    }
    const QDir folder(companionsFolder());
    for (const CompanionFile &file : companions(desired.files))
        desired.files.append(
            {file.name, file.target, folder.filePath(file.name), file.bytes.size(), sha256Of(file.bytes)});
    return desired;
}

QString Session::companionsFolder() const
{
    return stateFolder(u"checksums"_s) + u'/' + m_checkout.commit;
}

/// What goes with \a archives. A provenance that was written for the same bytes stays as it is.
QList<CompanionFile> Session::companions(const QList<DesiredFile> &archives) const
{
    QList<CompanionFile> files = checksumFiles(m_manifest.checksums, archives);
    if (!m_manifest.provenance || archives.isEmpty())
        return files;
    const QString name = github::storedAssetName(m_manifest.name + u'-' + tag() + u".provenance.json"_s);
    const ProvenanceFacts facts = provenanceFacts(archives);
    QFile written(QDir(companionsFolder()).filePath(name));
    const QByteArray before = written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
    const bool holds = isStatementOf(before, facts.commit, facts.archives);
    files += CompanionFile{name, {}, holds ? before : provenanceStatement(facts)};
    return files;
}

ProvenanceFacts Session::provenanceFacts(const QList<DesiredFile> &archives) const
{
    const QString host = tokenHost(m_options.apiUrl);
    ProvenanceFacts facts{.repository = QUrl(u"https://%1/%2"_s.arg(host, repository())),
                          .tag = tag(),
                          .commit = m_checkout.commit,
                          .nixVersion = m_nix ? m_nix->version : QString(),
                          .archives = {}};
    for (const DesiredFile &archive : archives) {
        const TargetState &target = m_targets[rowOf(archive.target)];
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
                                       .seconds = target.record.seconds};
    }
    return facts;
}

Result<void> Session::writeCompanions()
{
    QList<DesiredFile> archives = desired().files;
    const QString folder = companionsFolder();
    archives.removeIf([&folder](const DesiredFile &file) { return file.path.startsWith(folder + u'/'); });
    for (const CompanionFile &file : companions(archives))
        if (const auto written = writeCompanion(folder, file); !written)
            return written;
    return {};
}

void Session::setRemote(const RemoteRelease &remote)
{
    const DesiredRelease wanted = desired();
    m_remote = remote;
    // Where the host gives no digest, what an earlier session downloaded and compared still counts.
    for (const UploadRecord &upload : m_ledger->uploads(wanted.repository, wanted.tag).value_or(QList<UploadRecord>()))
        m_remote->downloaded.insert(upload.assetId, upload.sha256);
    m_publishPlan = planPublish(wanted, *m_remote);
    sayWhatIsReplaced(m_publishPlan, bodyOnHost());
    m_fileStates = compareFiles(wanted, *m_remote);
    for (int row = 0; row < m_targets.size(); ++row) {
        std::optional<FileVerdict> verdict;
        for (const FileState &file : std::as_const(m_fileStates))
            if (file.target == m_targets[row].target.triple && file.name == archiveName(row))
                verdict = file.verdict;
        m_targets[row].bytesSent = -1;
        if (std::exchange(m_targets[row].release, verdict) != verdict)
            Q_EMIT targetChanged(row);
    }
    Q_EMIT publishPlanChanged();
}

QFuture<Result<void>> Session::reconcile()
{
    if (!m_version)
        return ready<void>(std::unexpected(m_version.error()));
    if (repository().isEmpty())
        return ready<void>(
            failure(Error::Kind::InvalidInput,
                    tr("It is not known which repository this is. Set `repository` in unmoor.toml, or add "
                       "a git remote.")));
    const auto stop = begin(Task::Reconciling);
    return readRemoteRelease(m_client, desired(), stop)
        .then(this, [this](const Result<RemoteRelease> &remote) -> Result<void> {
            end(Task::Reconciling);
            if (!remote)
                return std::unexpected(remote.error());
            setRemote(*remote);
            return {};
        });
}

QStringList Session::publishObstacles() const
{
    QStringList obstacles;
    for (const Gate &gate : m_gates)
        if (gate.outcome == Gate::Outcome::Failed)
            obstacles.append(tr("%1: %2 %3").arg(gate.name, gate.message, gate.hint).trimmed());
    for (int row = 0; row < m_targets.size(); ++row) {
        const TargetState &target = m_targets[row];
        const QString triple = target.target.triple;
        if (!target.isIn())
            continue;
        if (!target.hasArchive()) {
            obstacles.append(
                tr("%1 has no archive. Build it, adopt a finished one, or leave the target out of this release.")
                    .arg(triple));
        } else if (target.archive == TargetState::Archive::Unreadable) {
            obstacles.append(target.archiveProblem);
        } else if (target.inspection) {
            for (const Finding &finding : target.inspection->report.findings)
                if (finding.severity == Severity::Error)
                    obstacles.append(tr("%1: %2 (%3). Mend it, or accept it with a reason.")
                                         .arg(triple, finding.message, finding.code));
        }
        if (target.hasArchive() && target.record.dirty)
            obstacles.append(tr("%1 was built from uncommitted changes. Commit them and build again.").arg(triple));
    }
    for (const Finding &finding : m_notes.findings)
        if (finding.severity == Severity::Error)
            obstacles.append(finding.message + u' ' + finding.hint);
    if (!isSignedIn())
        obstacles.append(
            tr("Not signed in to %1. Store a token: unmoor token set --host %1").arg(tokenHost(m_options.apiUrl)));
    if (m_tokenReport && m_tokenReport->publish == TokenReport::Right::No)
        obstacles.append((m_tokenReport->message + u' ' + m_tokenReport->hint).trimmed());
    obstacles.removeDuplicates();
    return obstacles;
}

/// Inspects, one after the other, every archive from \a row on that this session has not read yet.
QFuture<Result<void>> Session::inspectMissing(int row)
{
    for (; row < m_targets.size(); ++row) {
        const TargetState &target = m_targets[row];
        if (target.isIn() && target.hasArchive() && !target.inspection
            && target.archive != TargetState::Archive::Reading)
            return inspect(row)
                .then(this, [this, row](const Result<void> &) { return inspectMissing(row + 1); })
                .unwrap();
    }
    return ready<void>({});
}

QFuture<Result<PublishOutcome>> Session::publish(bool draftOnly)
{
    using Outcome = Result<PublishOutcome>;
    if (isRunning(Task::Publishing))
        return ready<PublishOutcome>(failure(Error::Kind::Conflict, tr("The release is being published already.")));
    auto taken = takeLock(u"publish"_s);
    if (!taken)
        return ready<PublishOutcome>(
            taken.error().kind == Error::Kind::Conflict
                ? failure(Error::Kind::Conflict,
                          tr("This project's release is being published by %1. Wait for it, or stop it there.")
                              .arg(taken.error().message))
                : std::unexpected(taken.error()));
    const std::shared_ptr<ProcessLock> lock = std::move(*taken);
    const auto stop = begin(Task::Publishing);
    return signIn()
        .then(this, [this](const Result<StoredToken> &) { return refreshReport(); })
        .unwrap()
        .then(this, [this] { return check(); })
        .unwrap()
        .then(this, [this](const Result<void> &checked) { return checked ? inspectMissing(0) : ready<void>(checked); })
        .unwrap()
        .then(this,
              [this, stop, draftOnly](const Result<void> &inspected) {
                  if (!inspected)
                      return ready<PublishOutcome>(std::unexpected(inspected.error()));
                  if (stop.stop_requested())
                      return ready<PublishOutcome>(
                          failure(Error::Kind::Canceled, tr("Publishing was canceled before anything was sent.")));
                  if (const QStringList obstacles = publishObstacles(); !obstacles.isEmpty())
                      return ready<PublishOutcome>(failure(Error::Kind::Failed, obstacles.join(u'\n')));
                  if (const auto written = writeCompanions(); !written)
                      return ready<PublishOutcome>(std::unexpected(written.error()));
                  DesiredRelease wanted = desired();
                  wanted.draftOnly = draftOnly;
                  return runPublisher(wanted, stop);
              })
        .unwrap()
        .then(this, [this, lock](const Outcome &outcome) {
            end(Task::Publishing);
            return outcome;
        });
}

QFuture<Result<PublishOutcome>> Session::runPublisher(const DesiredRelease &desired, std::stop_token stop)
{
    Publisher::Policy policy = m_options.policy;
    if (policy.secondLook.count() > 0)
        policy.secondLook = std::chrono::seconds(m_settings.secondLookSeconds);
    auto *publisher = new Publisher(m_client, policy, this);
    watch(*publisher);
    return publisher->start(desired, stop)
        .then(this, [this, publisher, desired](const PublishOutcome &outcome) -> Result<PublishOutcome> {
            publisher->deleteLater();
            recordOutcome(desired, outcome);
            setRemote(outcome.remote);
            return outcome;
        });
}

void Session::watch(Publisher &publisher)
{
    connect(&publisher, &Publisher::planned, this, [this](const PublishPlan &plan) {
        m_publishPlan = plan;
        sayWhatIsReplaced(m_publishPlan, bodyOnHost());
        Q_EMIT publishPlanChanged();
    });
    connect(&publisher, &Publisher::stepStarted, this, &Session::publishStepStarted);
    connect(&publisher, &Publisher::stepFinished, this, &Session::publishStepFinished);
    connect(&publisher, &Publisher::waiting, this, &Session::publishWaiting);
    connect(&publisher, &Publisher::stepProgressed, this, [this](int index, qint64 sent, qint64 total) {
        Q_EMIT publishStepProgressed(index, sent, total);
        const QString file = m_publishPlan.steps.value(index).file;
        for (int row = 0; row < m_targets.size(); ++row)
            if (m_targets[row].isIn() && archiveName(row) == file) {
                m_targets[row].bytesSent = sent;
                Q_EMIT targetChanged(row);
            }
    });
}

/// Keeps what was proved: verified uploads and the release. A ledger that cannot be written is said, nothing more: the
/// host's own state is the truth.
void Session::recordOutcome(const DesiredRelease &desired, const PublishOutcome &outcome)
{
    const auto &release = outcome.remote.release;
    if (!release)
        return;
    if (!mergeBody(std::nullopt, desired.body, release->body))
        keepSentBody(desired.body);
    ReleaseRecord record{.project = m_checkout.root,
                         .repository = desired.repository,
                         .version = m_version.value_or(QString()),
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
        written = m_ledger->recordUpload({.repository = desired.repository,
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
    for (const TargetState &target : std::as_const(m_targets)) {
        record.buildSeconds += target.hasArchive() ? target.record.seconds : 0;
        if (target.leftOutByChoice)
            notes.append(tr("%1 left out: %2").arg(target.target.triple, target.leftOutReason));
        if (target.build == TargetState::Build::Adopted)
            notes.append(tr("%1 adopted").arg(target.target.triple));
    }
    for (const auto &[what, reason] : accepted().asKeyValueRange())
        notes.append(tr("accepted %1: %2").arg(what, reason));
    record.note = notes.join(u"; "_s);
    if (written)
        written = m_ledger->recordRelease(record);
    if (!written)
        Q_EMIT warned(written.error().message);
}

} // namespace unmoor
