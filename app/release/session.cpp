// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/session.h"

#include "core/hash.h"
#include "release/version.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int othersMsec = 1000;

QFuture<Result<void>> ready(Result<void> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

} // namespace

Session::Session(SessionOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_version(failure(Error::Kind::NotFound, tr("No project is open.")))
    , m_nix(failure(Error::Kind::NotFound, tr("Nix was not asked yet.")))
    , m_changelog(failure(Error::Kind::NotFound, tr("No project is open.")))
    , m_client(m_network, m_options.apiUrl)
{
    m_client.setToken(m_options.token);
    m_othersTimer.setInterval(othersMsec);
    connect(&m_othersTimer, &QTimer::timeout, this, &Session::lookAtOthers);
    m_stallTimer.setInterval(std::chrono::seconds(2));
    connect(&m_stallTimer, &QTimer::timeout, this, &Session::watchForStalls);
    m_estimateTimer.setInterval(1000);
    connect(&m_estimateTimer, &QTimer::timeout, this, &Session::updateEstimates);
}

Session::~Session()
{
    cancel();
    // Builds and publishing end their futures as they go; what waits for that needs every member of this.
    const auto builds = std::exchange(m_builds, {});
    qDeleteAll(findChildren<QObject *>(Qt::FindDirectChildrenOnly));
}

// --- Tasks -----------------------------------------------------------------------------------------------------------

std::stop_token Session::begin(Task task)
{
    RunningTask &running = m_running[task];
    ++running.count;
    Q_EMIT tasksChanged();
    return running.stop.get_token();
}

void Session::end(Task task)
{
    if (--m_running[task].count == 0)
        m_running.erase(task);
    Q_EMIT tasksChanged();
}

bool Session::isRunning(Task task) const
{
    return m_running.contains(task);
}

void Session::cancel()
{
    cancelSignIn();
    for (auto &[task, running] : m_running)
        running.stop.request_stop();
    for (auto &[row, stop] : m_buildStops)
        stop.request_stop();
}

// --- The project -----------------------------------------------------------------------------------------------------

QFuture<Result<void>> Session::open(const QString &directory)
{
    m_open = false;
    m_checked = false;
    m_gates.clear();
    m_targets.clear();
    m_keptMonitors.clear();
    m_keptLogs.clear();
    m_remote.reset();
    m_directory = QDir(directory).absolutePath();
    auto manifest = readManifest(m_directory);
    if (!manifest)
        return ready(std::unexpected(manifest.error()));
    m_manifest = std::move(*manifest);
    if (auto opened = openLedger(); !opened)
        return ready(opened);
    if (auto read = openSettings(); !read)
        return ready(read);

    const auto stop = begin(Task::Opening);
    return readProject(stop).then(this, [this](const Result<void> &read) {
        m_open = read.has_value();
        m_othersTimer.start();
        end(Task::Opening);
        Q_EMIT projectChanged();
        return read;
    });
}

Result<void> Session::openLedger()
{
    if (m_ledger)
        return {};
    auto ledger = Ledger::open(m_options.stateDir);
    if (!ledger)
        return std::unexpected(ledger.error());
    m_ledger = std::move(*ledger);
    return {};
}

/// Checkout, version, notes, and the targets anew where any of these changed.
QFuture<Result<void>> Session::readProject(std::stop_token stop)
{
    return readCheckout(m_directory, stop)
        .then(this,
              [this, stop](const Result<Checkout> &checkout) {
                  if (!checkout)
                      return ready(std::unexpected(checkout.error()));
                  const bool changed = m_targets.isEmpty() || *checkout != m_checkout;
                  m_checkout = *checkout;
                  auto version = m_options.version.isEmpty()
                      ? resolveVersion(m_manifest, m_directory, stop)
                      : QtFuture::makeReadyValueFuture(Result<QString>(m_options.version));
                  return version.then(this, [this, changed](const Result<QString> &found) {
                      const bool newVersion = found != m_version;
                      m_version = found;
                      const auto accepted = loadAcceptances();
                      if (changed || newVersion)
                          resetTargets();
                      reloadChangelog();
                      return accepted;
                  });
              })
        .unwrap();
}

QString Session::tag() const
{
    return m_version ? expandTemplate(m_manifest.tag, {.name = m_manifest.name, .version = *m_version}) : QString();
}

QString Session::title() const
{
    return expandTemplate(m_manifest.title,
                          {.name = m_manifest.name, .version = m_version.value_or(QString()), .tag = tag()});
}

QString Session::repository() const
{
    return m_manifest.repository.isEmpty() ? repositoryOfRemote(m_checkout.remoteUrl) : m_manifest.repository;
}

QString Session::stateFolder(const QString &kind) const
{
    const QString key = m_manifest.name + u'-' + QString::fromLatin1(sha256Of(m_checkout.root.toUtf8()).left(8));
    return QDir(m_options.stateDir).filePath(kind + u'/' + key);
}

// --- Targets ---------------------------------------------------------------------------------------------------------

void Session::resetTargets()
{
    m_targets.clear();
    m_keptMonitors.clear();
    m_keptLogs.clear();
    const auto places = m_ledger->places(m_checkout.root).value_or(QMap<QString, QString>());
    for (const ManifestTarget &target : std::as_const(m_manifest.targets)) {
        TargetState state{.target = target,
                          .place = placeOfWord(places.value(target.triple)),
                          .placeIsChosen = places.contains(target.triple)};
        if (target.isDropped()) {
            state.build = TargetState::Build::LeftOut;
            state.leftOutReason = target.dropped;
        } else {
            restoreFromLedger(state);
        }
        m_targets.append(state);
    }
    Q_EMIT projectChanged();
}

/// What this revision's target had come to in an earlier session: the archive counts only while it is there, of the
/// size that was recorded; its hash is checked when it is inspected.
void Session::restoreFromLedger(TargetState &target) const
{
    const auto builds = m_ledger->builds(m_checkout.root);
    if (!builds)
        return;
    for (const BuildRecord &build : *builds) {
        if (build.revision != m_checkout.commit || build.triple != target.target.triple)
            continue;
        if (build.outcome == u"left-out") {
            target.build = TargetState::Build::LeftOut;
            target.leftOutByChoice = true;
            target.leftOutReason = build.failureMessage;
            return;
        }
        if (build.outcome == u"taken-in")
            return;
        const bool good = build.outcome == u"built" || build.outcome == u"cached" || build.outcome == u"adopted";
        if (!good || build.dirty || !m_checkout.isClean() || build.sha256.isEmpty()
            || QFileInfo(build.archivePath).size() != build.bytes)
            continue;
        target.record = build;
        target.place = placeOfWord(build.host);
        target.where = placeName(target.place);
        target.build = build.outcome == u"adopted" ? TargetState::Build::Adopted : TargetState::Build::Cached;
        return;
    }
}

int Session::rowOf(const QString &triple) const
{
    for (int row = 0; row < m_targets.size(); ++row)
        if (m_targets[row].target.triple == triple)
            return row;
    return -1;
}

QString Session::archiveName(int row) const
{
    const TargetState &target = m_targets.at(row);
    const QString name = expandTemplate(target.target.archive,
                                        {.name = m_manifest.name,
                                         .version = m_version.value_or(QString()),
                                         .tag = tag(),
                                         .triple = target.target.triple});
    if (name.contains(u'*') && !target.record.archivePath.isEmpty())
        return QFileInfo(target.record.archivePath).fileName();
    return name;
}

// --- Plan ------------------------------------------------------------------------------------------------------------

QFuture<Result<void>> Session::check()
{
    if (isRunning(Task::Checking))
        return ready(failure(Error::Kind::Conflict, tr("The plan is being checked already.")));
    const auto stop = begin(Task::Checking);
    return readProject(stop)
        .then(this, [this, stop](const Result<void> &read) { return read ? runPlan(stop) : ready(read); })
        .unwrap()
        .then(this, [this, stop](const Result<void> &planned) -> Result<void> {
            m_checked = planned && !stop.stop_requested();
            end(Task::Checking);
            Q_EMIT gatesChanged();
            if (planned && stop.stop_requested())
                return failure(Error::Kind::Canceled, tr("Checking the plan was canceled."));
            return planned;
        });
}

QFuture<Result<void>> Session::runPlan(std::stop_token stop)
{
    Result<void> section;
    for (const Finding &finding : std::as_const(m_notes.findings))
        if (finding.severity == Severity::Error && section)
            section = failure(Error::Kind::Failed, finding.message + u' ' + finding.hint);
    auto *run = new PlanRun({.manifest = m_manifest,
                             .checkout = m_checkout,
                             .directory = m_directory,
                             .version = m_version,
                             .tag = tag(),
                             .repository = repository(),
                             .heading = m_notes.heading,
                             .section = section},
                            m_client, this);
    connect(run, &PlanRun::gatesChanged, this, [this](const QList<Gate> &gates) {
        m_gates = gates;
        Q_EMIT gatesChanged();
    });
    return run->start(stop)
        .then(this,
              [this, run, stop](const PlanAnswer &answer) {
                  run->deleteLater();
                  m_gates = answer.gates;
                  return forecastTargets(answer, stop);
              })
        .unwrap()
        .then(this, [] { return Result<void>(); });
}

bool Session::isReady() const
{
    const bool gatesHold =
        std::ranges::none_of(m_gates, [](const Gate &gate) { return gate.outcome == Gate::Outcome::Failed; });
    const bool targetsHold = std::ranges::none_of(
        m_targets, [](const TargetState &target) { return target.build == TargetState::Build::Unbuildable; });
    return m_checked && gatesHold && targetsHold;
}

} // namespace unmoor
