// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/planner.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// What was published from this machine, whose tags a checkout need not have.
QStringList releasedTags(const Ledger &ledger, const Project &project)
{
    QStringList tags;
    for (const ReleaseRecord &release : ledger.releases(project.checkout.root).value_or(QList<ReleaseRecord>()))
        if (release.state != u"draft"_s)
            tags += release.tag;
    return tags;
}

/// Whether the changelog's section is good enough for the release.
Result<void> sectionOf(const ReleaseNotes &notes)
{
    for (const Finding &finding : notes.findings)
        if (finding.severity == Severity::Error)
            return failure(Error::Kind::Failed, finding.message + u' ' + finding.hint);
    return {};
}

} // namespace

Planner::Planner(Engine &engine, Targets &targets, Places &places, Estimator &estimator, github::Client &client,
                 QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_targets(targets)
    , m_places(places)
    , m_estimator(estimator)
    , m_client(client)
{
    connect(&m_activity, &Activity::changed, this, &Planner::activityChanged);
}

Planner::~Planner()
{
    m_activity.cancel();
}

void Planner::reset()
{
    m_checked = false;
    m_checkedProject.reset();
    m_isOld = false;
    m_gates.clear();
    Q_EMIT gatesChanged();
}

void Planner::setProject(const ProjectPtr &project)
{
    m_isOld = m_checkedProject && stateOf(*m_checkedProject) != stateOf(*project);
}

void Planner::setRemoteTag(const QString &tag, const std::optional<QString> &commit)
{
    if (!m_checkedProject || m_isOld || isRunning() || m_checkedProject->tag() != tag)
        return;
    const Gate answer = tagGate(tag, m_checkedProject->checkout, commit, m_checkedProject->host);
    const auto asked = std::ranges::find(m_gates, answer.name, &Gate::name);
    if (asked == m_gates.end() || *asked == answer)
        return;
    *asked = answer;
    Q_EMIT gatesChanged();
}

bool Planner::isReady() const
{
    const bool gatesHold =
        std::ranges::none_of(m_gates, [](const Gate &gate) { return gate.outcome == Gate::Outcome::Failed; });
    const bool targetsHold = std::ranges::none_of(
        m_targets.rows(), [](const TargetState &target) { return target.build == TargetState::Build::Unbuildable; });
    return m_checked && !m_isOld && gatesHold && targetsHold;
}

// --- Gates -----------------------------------------------------------------------------------------------------------

QFuture<Result<void>> Planner::check(const ProjectPtr &project, const ReleaseNotes &notes, bool runsChecks)
{
    const auto stop = m_activity.begin();
    m_checked = false;
    m_checkedProject = project;
    m_isOld = false;
    m_checkedAt = QDateTime::currentDateTime();
    return runGates(project, notes, runsChecks, stop)
        .then(this, [this, project, stop](const Result<void> &planned) -> Result<void> {
            m_checked = planned && !stop.stop_requested() && project->trust == Trust::Given;
            m_activity.end();
            Q_EMIT gatesChanged();
            if (planned && stop.stop_requested())
                return failure(Error::Kind::Canceled, tr("Checking the plan was canceled."));
            return planned;
        });
}

QFuture<Result<void>> Planner::runGates(const ProjectPtr &project, const ReleaseNotes &notes, bool runsChecks,
                                        std::stop_token stop)
{
    auto *run = new PlanRun({.manifest = project->manifest,
                             .checkout = project->checkout,
                             .directory = project->directory,
                             .flake = project->flake(),
                             .version = project->version,
                             .tag = project->tag(),
                             .released = releasedTags(*m_engine.ledger(), *project),
                             .repository = repositoryAt(project->host, project->manifest, project->checkout),
                             .host = project->host,
                             .heading = notes.heading,
                             .section = sectionOf(notes),
                             .trust = project->trust,
                             .runsChecks = runsChecks},
                            m_client, this);
    connect(run, &PlanRun::gatesChanged, this, [this](const QList<Gate> &gates) {
        m_gates = gates;
        Q_EMIT gatesChanged();
    });
    return inEitherCase(run->start(stop), this, [this, run, project, stop](const PlanAnswer &answer) {
        run->deleteLater();
        m_gates = answer.gates;
        return andThen(compareCheckout(project, stop), this,
                       [this, project, answer, stop] { return forecastTargets(project, answer, stop); });
    });
}

/// Gates that read files read them while they were checked: what was edited meanwhile is in no answer that counts.
QFuture<Result<void>> Planner::compareCheckout(const ProjectPtr &project, std::stop_token stop)
{
    return readCheckout(project->directory, project->trust, std::move(stop))
        .then(this, [this, project](const Result<Checkout> &now) -> Result<void> {
            const bool isSame = now && now->commit == project->checkout.commit
                && now->changedFiles == project->checkout.changedFiles
                && now->untrackedFiles == project->checkout.untrackedFiles;
            if (now && !isSame && !m_gates.isEmpty())
                m_gates.first() = {.name = m_gates.first().name,
                                   .outcome = Gate::Outcome::Failed,
                                   .message = tr("The checkout changed while it was checked."),
                                   .hint = tr("Check again.")};
            return {};
        });
}

// --- Targets ---------------------------------------------------------------------------------------------------------

QFuture<Result<void>> Planner::forecast(const ProjectPtr &project)
{
    if (const auto trusted = requireTrust(*project); !trusted)
        return finished<void>(trusted);
    const auto stop = m_activity.begin();
    const Flake flake(project->flake());
    const auto asked = inEitherCase(flake.info(stop), this, [this, flake, stop](const Result<NixInfo> &nix) {
        return flake.outputs(stop).then(this, [nix](const Result<QList<FlakeOutput>> &outputs) {
            return PlanAnswer{.gates = {}, .nix = nix, .outputs = outputs};
        });
    });
    auto told = inEitherCase(asked, this, [this, project, stop](const PlanAnswer &answer) {
        return forecastTargets(project, answer, stop);
    });
    return told.then(this, [this](const Result<void> &done) {
        m_activity.end();
        return done;
    });
}

/// What can be said without asking Nix again; sets \a output where a dry run is worth it (state Unknown).
BuildForecast Planner::quickForecast(const ManifestTarget &target, const BuildPlace &place, const PlanAnswer &answer,
                                     FlakeOutput &output) const
{
    const auto unbuildable = [](const QString &why) {
        return BuildForecast{.state = BuildForecast::State::Unbuildable, .message = why};
    };
    if (target.isFromCheckout())
        return {.state = BuildForecast::State::Cached, .message = tr("a file of the checkout: it is taken as it is")};
    if (!answer.nix)
        return unbuildable(answer.nix.error().message);
    if (!answer.outputs)
        return unbuildable(answer.outputs.error().message);
    for (const FlakeOutput &candidate : *answer.outputs)
        if (candidate.system == target.system && candidate.output == target.output)
            output = candidate;
    if (output.outPath.isEmpty()) {
        QStringList names;
        for (const FlakeOutput &candidate : *answer.outputs)
            if (candidate.system == target.system)
                names.append(candidate.output);
        const QString near = nearestWord(target.output, names);
        return unbuildable(tr("The flake has no packages.%1.%2.").arg(target.system, target.output)
                           + (near.isEmpty() ? QString() : u' ' + tr("Did you mean %1?").arg(near)));
    }
    const QString why = m_places.whyNot(target, place);
    return why.isEmpty() ? BuildForecast{} : unbuildable(why);
}

QFuture<Result<void>> Planner::forecastTargets(const ProjectPtr &project, const PlanAnswer &answer,
                                               std::stop_token stop)
{
    if (const auto trusted = requireTrust(*project); !trusted) {
        for (const ManifestTarget &target : project->manifest.targets)
            if (const TargetState *row = m_targets.find(target.triple); row && isToBeForecast(*row))
                m_estimator.setForecast(target.triple, {.message = tr("not known: this checkout is not trusted")}, {});
        return finished<void>({});
    }
    m_places.setNix(answer.nix);
    QList<QFuture<void>> forecasts;
    for (const ManifestTarget &target : project->manifest.targets) {
        const TargetState *row = m_targets.find(target.triple);
        if (!row || !isToBeForecast(*row))
            continue;
        m_places.propose(target.triple);
        if (row->place.kind == BuildPlace::Kind::Actions) {
            const QString why = m_places.whyNot(target, row->place);
            m_estimator.setForecast(target.triple,
                                    why.isEmpty()
                                        ? BuildForecast{.message = tr("comes out of %1").arg(target.actions.workflow)}
                                        : BuildForecast{.state = BuildForecast::State::Unbuildable, .message = why},
                                    {});
            continue;
        }
        FlakeOutput output;
        const BuildForecast known = quickForecast(target, row->place, answer, output);
        if (known.state == BuildForecast::State::Unbuildable && output.outPath.isEmpty() && answer.outputs)
            forecasts.append(explainMissing(project, target, known, stop));
        else if (known.state == BuildForecast::State::Unknown)
            forecasts.append(forecastTarget(project, target.triple, output, stop));
        else
            m_estimator.setForecast(target.triple, known, {});
    }
    if (forecasts.isEmpty())
        return finished<void>({});
    return QtFuture::whenAll(forecasts.begin(), forecasts.end()).then(this, [](const QList<QFuture<void>> &) {
        return Result<void>();
    });
}

/// An output that is not among those that evaluate may be there and throw: then Nix's words say more than that it is
/// missing.
QFuture<void> Planner::explainMissing(const ProjectPtr &project, const ManifestTarget &target,
                                      const BuildForecast &missing, std::stop_token stop)
{
    return Flake(project->flake())
        .whyNotEvaluated(target.system, target.output, stop)
        .then(this, [this, triple = target.triple, missing](const BuildForecast &why) {
            const BuildForecast &known = why.message.isEmpty() ? missing : why;
            if (const TargetState *row = m_targets.find(triple); row && isToBeForecast(*row))
                m_estimator.setForecast(triple, known, {});
        });
}

/// Asks Nix what building the output would do, and what its derivations need of each other.
QFuture<void> Planner::forecastTarget(const ProjectPtr &project, const QString &triple, const FlakeOutput &output,
                                      std::stop_token stop)
{
    const Flake flake(project->flake());
    const RemoteStore store = m_places.storeOf(m_targets.find(triple)->place);
    auto asked = store.isLocal() ? flake.forecast(output, stop) : flake.forecastAt(store, output, stop);
    return inEitherCase(asked, this, [this, triple, project, stop](const Result<BuildForecast> &answer) {
        const BuildForecast known = answer ? *answer : BuildForecast{.message = answer.error().message};
        return askDerivationGraph(project->directory, known.willBuild, stop)
            .then(this, [this, triple, known](const Result<DerivationGraph> &graph) {
                // A build may have begun meanwhile, or the target be gone.
                if (const TargetState *row = m_targets.find(triple); row && isToBeForecast(*row))
                    m_estimator.setForecast(triple, known, graph.value_or(DerivationGraph()));
            });
    });
}

} // namespace unmoor
