// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal/rehearsal.h"

#include "publish/documents.h"
#include "rehearsal/sampleproject.h"
#include "release/documents.h"

#include <QDir>
#include <QJsonArray>

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
            .secondLook = std::chrono::milliseconds(0)};
}

} // namespace

Rehearsal::Rehearsal(const QString &stateDir, const QString &project, const InspectionProcess &inspector,
                     QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
    , m_folder(QDir(stateDir).filePath(u"rehearsal"_s))
    , m_project(project.isEmpty() ? QDir(m_folder).filePath(u"minne"_s) : QDir(project).absolutePath())
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

QFuture<Result<void>> Rehearsal::prepare()
{
    const bool sample = m_project.startsWith(m_folder);
    Q_EMIT said(sample ? tr("sample project: %1").arg(m_project) : tr("project: %1").arg(m_project));
    auto prepared =
        sample ? prepareSampleProject(m_project, m_stop.get_token()) : QtFuture::makeReadyValueFuture(Result<void>());
    return prepared
        .then(this,
              [this](const Result<void> &made) { return made ? openSession() : QtFuture::makeReadyValueFuture(made); })
        .unwrap();
}

QFuture<Result<void>> Rehearsal::openSession()
{
    m_host = std::make_unique<StandIn>(QDir(m_folder).filePath(u"host"_s));
    if (auto started = m_host->start(); !started)
        return QtFuture::makeReadyValueFuture(started);
    Q_EMIT said(tr("stand-in for GitHub: %1").arg(m_host->apiUrl().toString()));
    m_session = std::make_unique<Session>(SessionOptions{.stateDir = m_folder,
                                                         .apiUrl = m_host->apiUrl(),
                                                         .token = m_host->token(),
                                                         .policy = rehearsalPolicy(),
                                                         .inspector = m_inspector});
    // A commit that a person makes meanwhile counts as pushed: there is nowhere else to push it.
    connect(m_session.get(), &Session::projectChanged, this, [this] { (void)push(); });
    return m_session->open(m_project).then(this,
                                           [this](const Result<void> &opened) { return opened ? push() : opened; });
}

Result<void> Rehearsal::push()
{
    const Checkout &checkout = m_session->checkout();
    const QString branch = checkout.branch.isEmpty() ? u"main"_s : checkout.branch;
    if (m_session->repository().isEmpty())
        return failure(Error::Kind::InvalidInput,
                       tr("It is not known which repository this is. Set `repository` in unmoor.toml."));
    return m_host->push(m_session->repository(), branch, checkout.commit);
}

void Rehearsal::leaveOutUnbuildable()
{
    for (int row = 0; row < m_session->targets().size(); ++row) {
        const TargetState &target = m_session->targets()[row];
        if (target.build != TargetState::Build::Unbuildable)
            continue;
        const QString reason =
            tr("by choice, for the rehearsal: this machine cannot build %1.").arg(target.target.system);
        Q_EMIT said(target.target.triple + u": "_s + reason);
        (void)m_session->setLeftOut(row, true, reason);
    }
}

QFuture<Result<bool>> Rehearsal::run()
{
    using Step = Result<void>;
    return m_session->check()
        .then(this,
              [this](const Step &checked) {
                  if (!checked)
                      return QtFuture::makeReadyValueFuture(checked);
                  for (const Gate &gate : m_session->gates())
                      Q_EMIT said(u"%1  %2: %3"_s.arg(outcomeName(gate.outcome), gate.name, gate.message));
                  leaveOutUnbuildable();
                  return m_session->build(m_session->rowsToBuild());
              })
        .unwrap()
        .then(this,
              [this](const Step &built) {
                  for (const TargetState &target : m_session->targets())
                      Q_EMIT said(
                          u"%1: %2 %3"_s.arg(target.target.triple, buildOutcomeName(target.build),
                                             target.failure && target.isIn() ? target.failure->message : QString()));
                  return built ? m_session->publish(false)
                               : QtFuture::makeReadyValueFuture(Result<PublishOutcome>(std::unexpected(built.error())));
              })
        .unwrap()
        .then(this,
              [this](const Result<PublishOutcome> &outcome) {
                  if (!outcome)
                      return QtFuture::makeReadyValueFuture(Step(std::unexpected(outcome.error())));
                  m_outcome = *outcome;
                  for (const StepResult &step : outcome->steps)
                      Q_EMIT said(u"%1  %2 %3"_s.arg(outcomeName(step.outcome), step.step.what, step.proof));
                  return m_session->reconcile();
              })
        .unwrap()
        .then(this, [this](const Step &read) -> Result<bool> {
            if (!read)
                return std::unexpected(read.error());
            return m_outcome->complete && m_session->publishPlan().isComplete();
        });
}

QList<int> Rehearsal::allRows() const
{
    QList<int> rows;
    for (int row = 0; row < m_session->targets().size(); ++row)
        rows.append(row);
    return rows;
}

QJsonObject Rehearsal::document() const
{
    QJsonArray inspections;
    for (const TargetState &target : m_session->targets())
        if (target.inspection)
            inspections.append(inspectionToJson(*target.inspection, target.record.archivePath, target.target.triple));
    QJsonObject document{{u"schema"_s, 1},
                         {u"complete"_s, m_outcome && m_outcome->complete && m_session->publishPlan().isComplete()},
                         {u"plan"_s, planToJson(*m_session)},
                         {u"build"_s, buildToJson(*m_session, allRows())},
                         {u"inspect"_s, inspections},
                         {u"publish"_s, m_outcome ? publishToJson(*m_outcome) : QJsonObject()},
                         {u"status"_s, QJsonObject()},
                         {u"screenshots"_s, QJsonArray()}};
    if (m_session->remote())
        document[u"status"_s] = statusToJson(m_session->desired(), *m_session->remote(), m_session->publishPlan(),
                                             m_session->checkout().commit);
    return document;
}

} // namespace unmoor
