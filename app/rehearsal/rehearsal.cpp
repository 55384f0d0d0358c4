// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/rehearsal.h"

#include "app/core/chain.h"
#include "app/core/spokenword.h"
#include "app/project/gatetitle.h"
#include "app/publish/documents.h"
#include "app/rehearsal/sampleproject.h"
#include "app/rehearsal/sampleworkflow.h"
#include "app/release/documents.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QPointer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The stand-in asks for no pauses between writes.
Publisher::Policy rehearsalPolicy()
{
    return {.attempts = 5,
            .firstDelay = std::chrono::milliseconds(200),
            .betweenWrites = std::chrono::milliseconds(0),
            .longestWait = std::chrono::minutes(1),
            .secondLook = std::chrono::milliseconds(0),
            .pushesTags = false};
}

} // namespace

Rehearsal::Rehearsal(const QString &stateDir, const QString &project, const InspectionProcess &inspector,
                     QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
    , m_folder(QDir(stateDir).absoluteFilePath(u"rehearsal"_s))
    , m_project(project.isEmpty() ? sampleFolder() : QDir::cleanPath(QDir(project).absolutePath()))
{
}

Rehearsal::~Rehearsal()
{
    cancel();
}

void Rehearsal::cancel()
{
    m_stop.request_stop();
    if (m_session)
        m_session->cancel();
}

QString Rehearsal::sampleFolder() const
{
    return QDir::cleanPath(m_folder + u"/minne"_s);
}

QFuture<Result<void>> Rehearsal::prepare()
{
    if (m_project != sampleFolder()) {
        Q_EMIT said(tr("project: %1").arg(m_project));
        return openSession();
    }
    Q_EMIT said(tr("sample project: %1").arg(m_project));
    return andThen(prepareSampleProject(m_project, m_stop.get_token()), this, [this](const QString &movedTo) {
        if (!movedTo.isEmpty())
            Q_EMIT said(tr("What was in %1 is no finished repository; it is kept in %2.").arg(m_project, movedTo));
        return releaseSampleThenOpen();
    });
}

QFuture<Result<void>> Rehearsal::releaseSampleThenOpen()
{
    const PrepareListener listener{.said =
                                       [self = QPointer(this)](const QString &line) {
                                           if (self)
                                               Q_EMIT self->said(line);
                                       },
                                   .began = {}};
    return andThen(releaseSample(m_project, m_folder, listener, m_stop.get_token()), this,
                   [this](const SampleRelease &release) {
                       m_release = release;
                       return openSession();
                   });
}

QFuture<Result<void>> Rehearsal::openSession()
{
    m_host = std::make_unique<StandIn>(QDir(m_folder).filePath(u"host"_s));
    if (auto started = m_host->start(); !started)
        return finished(started);
    Q_EMIT said(tr("stand-in for GitHub: %1").arg(m_host->apiUrl().toString()));
    m_engine = std::make_unique<Engine>(m_folder, m_inspector);
    m_session = std::make_unique<Session>(*m_engine,
                                          SessionOptions{.apiUrl = m_host->apiUrl(),
                                                         .token = m_host->token(),
                                                         .isRehearsal = true,
                                                         .trust = Trust::Given,
                                                         .policy = rehearsalPolicy()});
    // What the session begins after cancel() ends at once.
    connect(m_session.get(), &Session::activityChanged, this, [this] {
        if (m_stop.stop_requested())
            m_session->cancel();
    });
    // A commit that a person makes meanwhile counts as pushed: there is nowhere else to push it.
    connect(m_session.get(), &Session::projectChanged, this, [this] { (void)push(); });
    return m_session->open(m_project).then(this,
                                           [this](const Result<void> &opened) { return opened ? push() : opened; });
}

Result<void> Rehearsal::push()
{
    const Project &project = m_session->project();
    const QString branch = project.checkout.branch.isEmpty() ? u"main"_s : project.checkout.branch;
    if (project.repository().isEmpty())
        return failure(Error::Kind::InvalidInput,
                       tr("It is not known which repository this is. Set `repository` in unmoor.toml."));
    return m_host->push(project.repository(), branch, project.checkout.commit)
        .and_then([this] { return pushTags(); })
        .and_then([this] { return runWorkflow(); });
}

/// What was prepared, and is not pushed yet, the host does not know.
Result<void> Rehearsal::pushTags()
{
    if (!m_release.hasOwnRemote)
        return {};
    const Project &project = m_session->project();
    const auto journal = readJournal(m_folder, project.checkout.root).value_or(std::nullopt);
    Result<void> pushed;
    for (const auto &[tag, commit] : project.checkout.tags.asKeyValueRange()) {
        if (!pushed || (journal && journal->tag == tag && !journal->isPushed))
            continue;
        const QString object = project.checkout.tagObjects.value(tag);
        pushed = object.isEmpty()
            ? m_host->pushTag(project.repository(), tag, commit)
            : m_host->pushTagObject(project.repository(), tag, object, commit,
                                    project.checkout.signedTags.contains(tag) ? u"unknown_key"_s : QString());
    }
    return pushed;
}

/// Once for each commit of the sample, when its files are those of the checkout.
Result<void> Rehearsal::runWorkflow()
{
    const Project &project = m_session->project();
    const QString &commit = project.checkout.commit;
    const QString path = sampleWorkflowPath;
    if (m_project != sampleFolder() || !project.checkout.isClean()
        || !QFileInfo::exists(QDir(project.checkout.root).filePath(path)))
        return {};
    bool hasRun = false;
    m_host->changeActions(project.repository(), [&](const rehearsal::Actions &actions) {
        hasRun = std::ranges::contains(actions.runs, commit, &rehearsal::WorkflowRun::commit);
    });
    if (hasRun)
        return {};
    const auto plan = sampleWorkflowPlan(project, QDateTime::currentDateTimeUtc());
    if (!plan)
        return std::unexpected(plan.error());
    m_host->setWorkflow(project.repository(), *plan, commit);
    // What is run again goes on as it is followed.
    constexpr int secondsBetweenLooks = 5;
    m_host->changeActions(project.repository(),
                          [](rehearsal::Actions &actions) { actions.secondsPerLook = secondsBetweenLooks; });
    const QString tag = project.checkout.tags.key(commit);
    const QString ref = tag.isEmpty() ? project.checkout.branch : tag;
    return m_host->addEndedRun(project.repository(), path, u"push"_s, ref, commit).transform([](qint64) { });
}

/// Empty: it is built, or taken out of a run.
QString Rehearsal::whyNotBuilt(const TargetState &target) const
{
    if (target.build == TargetState::Build::Unbuildable)
        return tr("by choice, for the rehearsal: this machine cannot build %1.").arg(target.target.system);
    const bool isWaitedFor = target.place.kind == BuildPlace::Kind::Actions && !target.hasArchive();
    if (isWaitedFor && m_project != sampleFolder())
        return tr("by choice, for the rehearsal: the stand-in for GitHub runs no workflow of this project.");
    return {};
}

void Rehearsal::leaveOutUnbuildable()
{
    Targets &targets = m_session->targets();
    for (const QString &triple : targets.triples()) {
        const TargetState &target = *targets.find(triple);
        const QString reason = target.isIn() ? whyNotBuilt(target) : QString();
        if (reason.isEmpty())
            continue;
        Q_EMIT said(triple + u": "_s + reason);
        (void)targets.setLeftOut(triple, true, reason, *m_engine->ledger());
    }
}

QFuture<Result<bool>> Rehearsal::run()
{
    const auto built = andThen(m_session->check(), this, [this] {
        for (const Gate &gate : m_session->planner().gates())
            Q_EMIT said(u"%1  %2: %3"_s.arg(spokenWord(outcomeName(gate.outcome)), gateTitle(gate.name), gate.message));
        leaveOutUnbuildable();
        return m_session->build(m_session->targets().triplesToBuild());
    });
    // What is taken away on the stand-in is its own: it is agreed to.
    const auto planned = andThen(built, this, [this] {
        for (const TargetState &target : m_session->targets().rows())
            Q_EMIT said(u"%1: %2 %3"_s.arg(target.name(), spokenWord(buildOutcomeName(target.build)),
                                           target.failure && target.isIn() ? target.failure->message : QString()));
        return m_session->publishing().reconcile();
    });
    const auto published = andThen(planned, this, [this] {
        const Publishing &publishing = m_session->publishing();
        return m_session->publish(false, agreementTo(publishing.view().desired, publishing.plan()));
    });
    const auto read = andThen(published, this, [this](const PublishOutcome &outcome) {
        m_outcome = outcome;
        for (const StepResult &step : outcome.steps)
            Q_EMIT said(u"%1  %2 %3"_s.arg(spokenWord(outcomeName(step.outcome)), step.step.what, step.proof));
        return m_session->publishing().reconcile();
    });
    return andThen(read, this, [this] { return finished<bool>(isComplete()); });
}

bool Rehearsal::isComplete() const
{
    return m_outcome && m_outcome->complete && m_session->publishing().view().isComplete;
}

QJsonObject Rehearsal::document() const
{
    QJsonObject document{{u"schema"_s, 1},
                         {u"complete"_s, false},
                         {u"prepare"_s, QJsonObject()},
                         {u"plan"_s, QJsonObject()},
                         {u"build"_s, QJsonObject()},
                         {u"inspect"_s, QJsonArray()},
                         {u"publish"_s, QJsonObject()},
                         {u"status"_s, QJsonObject()},
                         {u"screenshots"_s, QJsonArray()}};
    if (!m_session || !m_session->isOpen())
        return document;
    QJsonArray inspections;
    for (const TargetState &target : m_session->targets().rows())
        if (target.inspection)
            inspections.append(
                inspectionToJson(*target.inspection, target.record.archivePath, target.target.releaseTarget()));
    document[u"complete"_s] = isComplete();
    if (const auto &journal = m_release.journal)
        document[u"prepare"_s] = QJsonObject{{u"version"_s, journal->version},
                                             {u"tag"_s, journal->tag},
                                             {u"commit"_s, journal->commit},
                                             {u"tagged"_s, journal->isTagged},
                                             {u"pushed"_s, journal->isPushed}};
    document[u"plan"_s] = planToJson(*m_session);
    document[u"build"_s] = buildToJson(*m_session, m_session->targets().triples());
    document[u"inspect"_s] = inspections;
    document[u"publish"_s] = m_outcome ? publishToJson(*m_outcome) : QJsonObject();
    const Publishing &publishing = m_session->publishing();
    if (publishing.remote())
        document[u"status"_s] = statusToJson(publishing.view().desired, *publishing.remote(), publishing.plan(),
                                             m_session->project().checkout.commit);
    return document;
}

} // namespace unmoor
