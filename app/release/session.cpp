// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/session.h"

#include "app/core/chain.h"
#include "app/release/releaselock.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Of a project that is not trusted the version is not evaluated. What its commit was built as is known all the same.
ProjectPtr withVersionAsBuilt(const ProjectPtr &project, const Ledger &ledger)
{
    if (project->version || project->version.error().kind != Error::Kind::Untrusted)
        return project;
    const auto known = versionAsBuilt(ledger, project->checkout.root, project->checkout.commit);
    if (!known)
        return project;
    auto copy = std::make_shared<Project>(*project);
    copy->version = known;
    return copy;
}

} // namespace

Session::Session(Engine &engine, SessionOptions options, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_options(std::move(options))
    , m_client(m_network, m_options.apiUrl)
    , m_login(engine.accounts(), m_client, m_network,
              {.apiUrl = m_options.apiUrl, .token = m_options.token, .account = m_options.account})
    , m_places(engine, m_targets)
    , m_acceptances(engine, m_targets)
    , m_archives(engine, m_targets, m_acceptances, m_client)
    , m_notes(engine, m_targets, m_client)
    , m_estimator(engine, m_targets, m_places)
    , m_planner(engine, m_targets, m_places, m_estimator, m_client)
    , m_logs(m_targets)
    , m_others(engine, m_targets, m_logs, m_archives)
    , m_actions(engine, m_client, m_login)
    , m_builds(engine, m_targets, m_places, m_estimator, m_logs, m_archives, m_others, m_actions)
    , m_rebuilds(engine, m_targets, m_archives)
    , m_repairs(engine, m_targets, m_places)
    , m_storage(engine, m_targets)
    , m_publishing(engine, m_targets, m_acceptances, m_places, m_notes, m_planner, m_client, m_options.policy)
    , m_runs(m_client, m_login)
    , m_history(engine)
{
    auto nothing = std::make_shared<Project>();
    nothing->version = failure(Error::Kind::NotFound, tr("No project is open."));
    m_project = nothing;
    const auto showLogin = [this] {
        m_publishing.setLogin({.isSignedIn = m_login.isSignedIn(), .report = m_login.report()});
    };
    showLogin();
    connect(&m_login, &HostLogin::changed, this, showLogin);
    connect(&m_archives, &Archives::judged, &m_notes, &NotesBook::refresh);
    for (Activity *activity : {&m_reading, &m_preparing})
        connect(activity, &Activity::changed, this, &Session::activityChanged);
    connect(&m_archives, &Archives::activityChanged, this, &Session::activityChanged);
    connect(&m_planner, &Planner::activityChanged, this, &Session::activityChanged);
    connect(&m_builds, &BuildQueue::activityChanged, this, &Session::activityChanged);
    connect(&m_rebuilds, &Rebuilds::activityChanged, this, &Session::activityChanged);
    connect(&m_storage, &Storage::activityChanged, this, &Session::activityChanged);
    connect(&m_publishing, &Publishing::activityChanged, this, &Session::activityChanged);
}

Session::~Session()
{
    cancel();
    // Services report their ends while they go. Who listens would look into a session that is half gone.
    blockSignals(true);
    for (QObject *service : std::initializer_list<QObject *>{&m_login, &m_targets, &m_archives, &m_notes, &m_planner,
                                                             &m_logs, &m_others, &m_builds, &m_rebuilds, &m_repairs,
                                                             &m_storage, &m_publishing, &m_runs, &m_workflows})
        service->blockSignals(true);
}

bool Session::isBusy() const
{
    return m_reading.isRunning() || m_preparing.isRunning() || m_archives.isReading() || m_planner.isRunning()
        || m_builds.isRunning() || m_rebuilds.isRunning() || m_storage.isRunning() || m_publishing.isReconciling()
        || m_publishing.isPublishing();
}

void Session::cancel()
{
    m_preparing.cancel();
    m_reading.cancel();
    m_login.cancel();
    m_archives.cancel();
    m_planner.cancel();
    m_builds.cancel();
    m_rebuilds.cancel();
    m_storage.cancel();
    m_publishing.cancel();
    m_runs.cancel();
}

// --- The project -----------------------------------------------------------------------------------------------------

QFuture<Result<void>> Session::open(const QString &directory)
{
    m_open = false;
    m_directory = QDir(directory).absolutePath();
    m_planner.reset();
    // What is wrong with the manifest is said before anything is made in the state folder.
    if (const auto manifest = readManifest(m_directory); !manifest)
        return finished<void>(std::unexpected(manifest.error()));
    if (auto opened = m_engine.open(); !opened)
        return finished<void>(opened);
    return refresh().then(this, [this](const Result<void> &read) {
        m_open = read.has_value();
        Q_EMIT projectChanged();
        return read;
    });
}

QFuture<Result<void>> Session::refresh()
{
    const auto stop = m_reading.begin();
    return readProject(m_directory, trustIn(m_directory), m_options.version, stop, hostOfApi(m_client.apiUrl()))
        .then(this, [this](const Result<ProjectPtr> &project) -> Result<void> {
            m_reading.end();
            if (!project)
                return std::unexpected(project.error());
            setProject(withVersionAsBuilt(*project, *m_engine.ledger()));
            return m_acceptances.load(m_project);
        });
}

Trust Session::trustIn(const QString &directory) const
{
    return m_engine.settings().trusts(directory) ? Trust::Given : m_options.trust;
}

/// In the order in which the services depend on each other.
void Session::setProject(const ProjectPtr &project)
{
    m_project = project;
    m_targets.refresh(project, *m_engine.ledger());
    m_notes.setProject(project);
    m_planner.setProject(project);
    m_others.watch(project);
    m_publishing.setProject(project);
    m_runs.setProject(project);
    m_workflows.setProject(project);
    Q_EMIT projectChanged();
}

// --- What takes several services -------------------------------------------------------------------------------------

QFuture<Result<void>> Session::check(bool runsChecks)
{
    if (m_planner.isRunning())
        return finished<void>(failure(Error::Kind::Conflict, tr("The plan is being checked already.")));
    return andThen(refresh(), this,
                   [this, runsChecks] { return m_planner.check(m_project, m_notes.notes(), runsChecks); });
}

QFuture<Result<void>> Session::build(const QStringList &triples)
{
    return m_builds.start(triples, m_project);
}

QFuture<Result<void>> Session::applyRepair(const QString &triple, const FailureOffer &offer)
{
    return andThen(m_repairs.apply(triple, offer, m_project), this, [this] { return refresh(); });
}

QFuture<Result<StoredToken>> Session::signIn()
{
    return m_login.signIn(m_project->checkout.root);
}

LoginProject Session::loginProject() const
{
    return {.root = m_project->checkout.root, .repository = m_project->repository()};
}

QFuture<Result<QString>> Session::generatedNotes()
{
    return inEitherCase(signIn(), this, [this](const Result<StoredToken> &) { return m_notes.generated(); });
}

QFuture<Result<PublishOutcome>> Session::publish(bool draftOnly, const PublishAgreement &agreement)
{
    if (isPublishing())
        return finished<PublishOutcome>(failure(Error::Kind::Conflict, tr("The release is being published already.")));
    const auto lock = holdRelease(*m_project, m_engine.stateDir());
    if (!lock)
        return finished<PublishOutcome>(std::unexpected(lock.error()));
    const auto stop = m_preparing.begin();
    return publishNow(draftOnly, agreement, stop).then(this, [lock = *lock](const Result<PublishOutcome> &outcome) {
        return outcome;
    });
}

QFuture<Result<PublishOutcome>> Session::publishNow(bool draftOnly, const PublishAgreement &agreement,
                                                    std::stop_token stop)
{
    const auto signedIn = inEitherCase(signIn(), this, [this](const Result<StoredToken> &) {
        return m_login.refreshReport(loginProject()).then(this, [] { return Result<void>(); });
    });
    const auto checked = andThen(signedIn, this, [this] { return check(); });
    const auto read = andThen(checked, this, [this] { return m_archives.inspectAll(m_project); });
    return inEitherCase(read, this, [this, draftOnly, agreement, stop](const Result<void> &ready) {
        m_preparing.end();
        if (stop.stop_requested())
            return finished<PublishOutcome>(
                failure(Error::Kind::Canceled, tr("Publishing was canceled before anything was sent.")));
        if (const auto trusted = requireTrust(*m_project); ready && !trusted)
            return finished<PublishOutcome>(std::unexpected(trusted.error()));
        return ready ? m_publishing.publish(draftOnly, agreement)
                     : finished<PublishOutcome>(std::unexpected(ready.error()));
    });
}

void Session::cancelPublishing()
{
    if (m_preparing.isRunning()) {
        m_preparing.cancel();
        m_planner.cancel();
        m_reading.cancel();
    }
    m_publishing.cancel();
}

} // namespace unmoor
