// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/preparer.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/prepare/nextplan.h"
#include "app/prepare/preparewords.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QStringList filesOf(const QList<FileEdit> &edits)
{
    QStringList files;
    for (const FileEdit &edit : edits)
        files += edit.file;
    return files;
}

std::optional<Error> problemOf(const auto &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

QString pushWords(const QString &branch, const QString &tag, const QString &remote)
{
    return tag.isEmpty() ? Preparer::tr("Push %1 to %2").arg(branch, remote)
                         : Preparer::tr("Push %1 and %2 to %3").arg(branch, tag, remote);
}

} // namespace

Preparer::Preparer(QString directory, QString stateDir, QObject *parent)
    : QObject(parent)
    , m_directory(std::move(directory))
    , m_stateDir(std::move(stateDir))
{
}

Preparer::~Preparer()
{
    cancel();
}

void Preparer::cancel()
{
    m_activity.cancel();
}

std::stop_token Preparer::begin(Work work)
{
    m_work = work;
    m_step.reset();
    m_problem.reset();
    Q_EMIT changed();
    m_stop = m_activity.begin();
    return m_stop;
}

/// What is going to be done was read some time ago: another process may be at it, or have been.
std::optional<std::stop_token> Preparer::beginAlone(Work work)
{
    auto alone = holdPreparation(m_stateDir, m_root);
    const bool isAsRead = alone && readJournal(m_stateDir, m_root).value_or(std::nullopt) == m_written;
    if (isAsRead) {
        const auto stop = begin(work);
        m_alone = std::move(*alone);
        return stop;
    }
    m_step.reset();
    end(alone ? Error{Error::Kind::Conflict,
                      tr("Another process changed what is prepared here meanwhile. This is how it stands now.")}
              : alone.error(),
        false);
    if (alone) {
        alone->reset();
        readAgain();
    }
    return std::nullopt;
}

QList<NextVersion> Preparer::choices() const
{
    if (!m_facts)
        return {};
    return m_purpose == Purpose::Next ? developmentVersions(*m_facts) : m_facts->choices();
}

Result<PreparePlan> Preparer::planFor(const PrepareFacts &facts, const QString &wanted) const
{
    return m_purpose == Purpose::Next ? planNext(facts, wanted) : planPrepare(facts, wanted);
}

void Preparer::end(const std::optional<Error> &problem, bool hasChanged)
{
    m_activity.end();
    m_alone.reset();
    m_work = Work::None;
    m_problem = problem;
    if (hasChanged)
        Q_EMIT checkoutChanged();
    Q_EMIT changed();
}

/// A listener may be told of a program that ends after this is gone.
PrepareListener Preparer::listener()
{
    return {.said =
                [self = QPointer(this)](const QString &line) {
                    if (self)
                        Q_EMIT self->said(line);
                },
            .began =
                [self = QPointer(this)](PrepareStep step) {
                    if (!self)
                        return;
                    self->m_step = step;
                    Q_EMIT self->changed();
                }};
}

// --- Reading ---------------------------------------------------------------------------------------------------------

void Preparer::read(const QString &wanted)
{
    if (m_work != Work::None)
        return;
    m_wanted = wanted;
    readAgain();
}

/// What went wrong before stays said: this is how things stand after it.
void Preparer::readAgain()
{
    const auto problem = m_problem;
    const auto step = m_step;
    const auto stop = begin(Work::Reading);
    m_problem = problem;
    m_step = step;
    m_pushed.reset();
    auto standing =
        andThen(readCheckout(m_directory, Trust::Given, stop), this, [this, stop](const Checkout &checkout) {
            m_root = checkout.root;
            m_written = readJournal(m_stateDir, m_root).value_or(std::nullopt);
            return readStanding(m_stateDir, checkout.root, stop);
        });
    standing.then(this, [this](const Result<std::optional<PrepareStanding>> &found) { takeStanding(found); });
}

void Preparer::takeStanding(const Result<std::optional<PrepareStanding>> &standing)
{
    m_standing.reset();
    m_preview = failure(Error::Kind::NotFound, QString());
    if (!standing)
        return end(standing.error(), false);
    if (!*standing)
        return readFacts();
    m_standing = **standing;
    m_facts.reset();
    previewPush(m_standing->journal, m_stop).then(this, [this](const Result<PushPreview> &preview) {
        m_preview = preview;
        end(m_problem, false);
    });
}

void Preparer::readFacts()
{
    gatherPrepareFacts(m_directory, Trust::Given, m_stop).then(this, [this](const Result<PrepareFacts> &facts) {
        m_facts.reset();
        if (!facts)
            return end(facts.error(), false);
        m_facts = *facts;
        m_plan = planFor(*m_facts, m_wanted);
        end(m_problem, false);
    });
}

void Preparer::choose(const QString &wanted)
{
    if (m_work != Work::None || !m_facts)
        return;
    m_wanted = wanted;
    m_plan = planFor(*m_facts, m_wanted);
    m_problem.reset();
    m_step.reset();
    Q_EMIT changed();
}

// --- Doing -----------------------------------------------------------------------------------------------------------

void Preparer::prepare(bool keepsEdits)
{
    if (m_work != Work::None || !m_plan || !m_plan->obstacles.isEmpty() || m_plan->isDone())
        return;
    const auto stop = beginAlone(Work::Preparing);
    if (!stop)
        return;
    runPrepare(*m_plan, m_stateDir, keepsEdits, listener(), *stop)
        .then(this, [this](const Result<PrepareJournal> &done) {
            if (done)
                m_wanted.clear();
            end(problemOf(done), true);
            readAgain();
        });
}

/// Before there is a commit, what was begun is taken back and begun anew: half of the edits may be written.
void Preparer::goOn()
{
    if (m_work != Work::None || !m_standing || m_standing->journal.isMade())
        return;
    const PrepareJournal journal = m_standing->journal;
    const auto begun = beginAlone(Work::Preparing);
    if (!begun)
        return;
    const auto stop = *begun;
    const auto gathered = [this, stop] { return gatherPrepareFacts(m_directory, Trust::Given, stop); };
    const auto again = [this, journal, stop](const PrepareFacts &facts) {
        const auto plan = journal.makesTag() ? planPrepare(facts, journal.version) : planNext(facts, journal.version);
        return plan ? runPrepare(*plan, m_stateDir, false, listener(), stop)
                    : finished<PrepareJournal>(std::unexpected(plan.error()));
    };
    auto done = journal.commit.isEmpty()
        ? andThen(andThen(undoPrepare(journal, m_stateDir, stop), this, gathered), this, again)
        : finishPrepare(journal, m_stateDir, listener(), stop);
    done.then(this, [this](const Result<PrepareJournal> &result) {
        end(problemOf(result), true);
        readAgain();
    });
}

bool Preparer::mayPull() const
{
    return m_host.client && m_standing && m_standing->journal.isMade() && m_standing->journal.pullBranch.isEmpty()
        && m_preview;
}

void Preparer::pull()
{
    if (m_work != Work::None || !mayPull())
        return;
    const auto stop = beginAlone(Work::Pushing);
    if (!stop)
        return;
    openPullRequest(m_standing->journal, *m_preview, m_host, m_stateDir, listener(), *stop)
        .then(this, [this](const Result<PrepareJournal> &done) { endPull(done); });
}

void Preparer::endPull(const Result<PrepareJournal> &journal)
{
    const bool isPushed = journal && journal->isPushed;
    if (isPushed) {
        m_standing->journal = *journal;
        m_pushed = *journal;
    }
    end(problemOf(journal), true);
    if (!isPushed)
        readAgain();
}

void Preparer::push()
{
    if (m_work != Work::None || !m_standing || !m_preview)
        return;
    const bool isPull = !m_standing->journal.pullBranch.isEmpty();
    if (isPull ? !m_host.client : !m_standing->journal.isMade())
        return;
    const auto stop = beginAlone(Work::Pushing);
    if (!stop)
        return;
    if (isPull) {
        finishPullRequest(m_standing->journal, *m_preview, m_host, m_stateDir, listener(), *stop)
            .then(this, [this](const Result<PrepareJournal> &done) { endPull(done); });
        return;
    }
    pushPrepared(m_standing->journal, *m_preview, m_stateDir, listener(), *stop)
        .then(this, [this, journal = m_standing->journal](const Result<void> &done) {
            if (done)
                m_pushed = journal;
            end(problemOf(done), done.has_value());
            if (!done)
                readAgain();
        });
}

void Preparer::takeBack()
{
    if (m_work != Work::None || !m_standing)
        return;
    const auto stop = beginAlone(Work::TakingBack);
    if (!stop)
        return;
    undoPrepare(m_standing->journal, m_stateDir, *stop)
        .then(this, [this, name = preparedName(m_standing->journal)](const Result<void> &undone) {
            if (undone)
                Q_EMIT said(tr("%1 was taken back: the checkout is as it was.").arg(name));
            end(problemOf(undone), true);
            readAgain();
        });
}

// --- The steps -------------------------------------------------------------------------------------------------------

QList<Preparer::Step> Preparer::plannedSteps() const
{
    const PreparePlan &plan = *m_plan;
    const QStringList command = plan.command();
    QList<Step> steps;
    if (!plan.edits.isEmpty())
        steps += {PrepareStep::Write, tr("Write %1").arg(someOf(filesOf(plan.edits)))};
    if (!command.isEmpty())
        steps += {PrepareStep::PostBump, tr("Run %1").arg(command.join(u' '))};
    if (!plan.edits.isEmpty())
        steps += {PrepareStep::Commit, tr("Commit: %1").arg(plan.message.section(u'\n', 0, 0))};
    if (plan.makesTag())
        steps += {PrepareStep::Tag, tr("Tag %1, %2").arg(plan.tag, tagKindWords(plan.tagKind))};
    steps +=
        {PrepareStep::Push,
         plan.remote.isEmpty() ? tr("Push, once there is a remote") : pushWords(plan.branch, plan.tag, plan.remote)};
    return steps;
}

QList<Preparer::Step> Preparer::standingSteps() const
{
    using State = Step::State;
    const PrepareJournal &journal = m_standing->journal;
    const bool isCommitted = !journal.commit.isEmpty();
    QList<Step> steps;
    if (!journal.edits.isEmpty())
        steps += {PrepareStep::Write, tr("Write %1").arg(someOf(filesOf(journal.edits))),
                  isCommitted ? State::Done : State::Planned};
    steps += {PrepareStep::Commit, isCommitted ? tr("Commit %1").arg(shortCommit(journal.commit)) : tr("Commit"),
              isCommitted ? State::Done : State::Planned};
    if (journal.makesTag())
        steps += {PrepareStep::Tag, tr("Tag %1, %2").arg(journal.tag, tagKindWords(journal.tagKind)),
                  journal.isTagged ? State::Done : State::Planned};
    steps += {PrepareStep::Push,
              m_preview ? pushWords(m_preview->branch, journal.tag, m_preview->remote)
                        : tr("Push %1").arg(preparedName(journal))};
    return steps;
}

QList<Preparer::Step> Preparer::steps() const
{
    using State = Step::State;
    if (!m_standing && (!m_plan || m_plan->isDone()))
        return {};
    QList<Step> steps = m_standing ? standingSteps() : plannedSteps();
    for (Step &step : steps) {
        if (m_pushed)
            step.state = State::Done;
        else if (m_step && step.step == *m_step && m_work > Work::Reading)
            step.state = State::Running;
        else if (m_step && step.step == *m_step && m_problem)
            step.state = State::Failed;
        else if (m_step && step.step < *m_step && m_work == Work::Preparing)
            step.state = State::Done;
    }
    return steps;
}

} // namespace unmoor
