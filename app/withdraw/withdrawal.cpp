// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/withdraw/withdrawal.h"

#include "app/core/chain.h"
#include "app/core/words.h"
#include "app/publish/retry.h"
#include "app/publish/withdrawnotice.h"
#include "app/release/notesbody.h"
#include "app/release/releaselock.h"

#include <QDir>
#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString stepName(WithdrawStep::Kind kind)
{
    switch (kind) {
    case WithdrawStep::Kind::MoveLatest:
        return u"move-latest"_s;
    case WithdrawStep::Kind::Demote:
        return u"demote"_s;
    case WithdrawStep::Kind::ToDraft:
        return u"to-draft"_s;
    case WithdrawStep::Kind::Restore:
        return u"restore"_s;
    case WithdrawStep::Kind::DeleteDraft:
        return u"delete-draft"_s;
    case WithdrawStep::Kind::DeleteUpload:
        return u"delete-upload"_s;
    case WithdrawStep::Kind::MarkChangelog:
        return u"mark-changelog"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

/// The files of the drafts of \a facts, one draft after the other.
QFuture<Result<WithdrawFacts>> withDraftFiles(github::Client &client, const WithdrawFacts &facts, qsizetype next,
                                              std::stop_token stop)
{
    if (next >= facts.remote.otherDrafts.size())
        return finished<WithdrawFacts>(facts);
    const qint64 id = facts.remote.otherDrafts.at(next).id;
    return andThen(client.assets(facts.remote.repository, id, stop), &client,
                   [&client, facts, next, id, stop](const QList<github::Asset> &assets) {
                       WithdrawFacts more = facts;
                       more.draftFiles.insert(id, assets);
                       return withDraftFiles(client, more, next + 1, stop);
                   });
}

bool mayBeMended(Error::Kind kind)
{
    return kind == Error::Kind::Network || kind == Error::Kind::Server || kind == Error::Kind::RateLimited;
}

/// One release that is taken back. Its continuations hold it.
class Withdrawal : public std::enable_shared_from_this<Withdrawal>
{
public:
    Withdrawal(Session &session, const WithdrawRequest &request, const QStringList &agreed,
               std::function<void(const WithdrawResult &)> finished, std::stop_token stop,
               std::shared_ptr<ProcessLock> lock)
        : m_session(session)
        , m_client(session.client())
        , m_request(request)
        , m_agreed(agreed)
        , m_finished(std::move(finished))
        , m_stop(std::move(stop))
        , m_lock(std::move(lock))
    {
    }

    QFuture<WithdrawOutcome> read()
    {
        return inEitherCase(gatherWithdrawFacts(m_session, m_request.tag, m_stop), &m_client,
                            [self = shared_from_this()](const Result<WithdrawFacts> &facts) {
                                return facts ? self->planned(*facts) : self->failed(u"read"_s, facts.error());
                            });
    }

private:
    using Outcome = QFuture<WithdrawOutcome>;

    Outcome planned(const WithdrawFacts &facts)
    {
        m_attempts.remove(u"read"_s);
        m_facts = facts;
        m_plan = planWithdraw(facts, m_request);
        settle();
        if (m_plan.isComplete() || m_plan.blocker)
            return end(m_plan.blocker);
        if (std::exchange(m_isReadBack, false))
            return failed(u"read-back"_s,
                          {Error::Kind::Server,
                           Words::tr("GitHub does not show everything yet: %1.").arg(m_plan.steps.constFirst().what)});
        QStringList others;
        for (const WithdrawStep &step : std::as_const(m_plan.steps))
            if (!m_agreed.contains(step.key()))
                others += step.what;
        if (!others.isEmpty())
            return end(Error{Error::Kind::Conflict,
                             Words::tr("Nobody agreed to this: %1. GitHub has changed since the plan was made. Look at "
                                       "it again.")
                                 .arg(others.join(u"; "_s))});
        return runNext();
    }

    Outcome runNext()
    {
        if (m_stop.stop_requested())
            return failed({}, {Error::Kind::Canceled, {}});
        if (m_plan.steps.isEmpty()) {
            m_isReadBack = true;
            return read();
        }
        const WithdrawStep step = m_plan.steps.takeFirst();
        // GitHub asks for writes one after another, a second apart.
        const Publisher::Policy &policy = m_session.options().policy;
        const auto wait = m_results.isEmpty() ? std::chrono::milliseconds(0) : policy.betweenWrites;
        auto done = andThen(policy.pause(wait, m_stop, &m_client, {}), &m_client,
                            [self = shared_from_this(), step] { return self->run(step); });
        return inEitherCase(done, &m_client, [self = shared_from_this(), step](const Result<void> &result) {
            return self->ended(step, result);
        });
    }

    Outcome ended(const WithdrawStep &step, const Result<void> &done)
    {
        WithdrawResult result{step, done ? StepResult::Outcome::Done : StepResult::Outcome::Failed, {}};
        if (!done)
            result.error = done.error();
        m_results.removeIf([&step](const WithdrawResult &one) { return one.step.key() == step.key(); });
        m_results += result;
        if (m_finished)
            m_finished(result);
        return done ? runNext() : failed(step.key(), done.error());
    }

    /// A step that failed and is not to do any more had worked after all: the answer was lost, not the deed.
    void settle()
    {
        const QStringList left = m_plan.keys();
        for (WithdrawResult &result : m_results)
            if (result.outcome == StepResult::Outcome::Failed && !left.contains(result.step.key())) {
                result.outcome = StepResult::Outcome::Done;
                result.error.reset();
            }
    }

    Outcome failed(const QString &key, const Error &error)
    {
        if (m_stop.stop_requested() || error.kind == Error::Kind::Canceled)
            return end(Error{Error::Kind::Canceled,
                             Words::tr("It was canceled. What is done stays, and doing it again goes on from there.")});
        const Publisher::Policy &policy = m_session.options().policy;
        const int attempt = ++m_attempts[key];
        if (!mayBeMended(error.kind) || attempt >= policy.attempts)
            return end(error);
        const auto wait = error.retryAfter > 0 ? std::chrono::milliseconds(std::chrono::seconds(error.retryAfter))
                                               : backoff(policy.firstDelay, attempt);
        if (wait > policy.longestWait)
            return end(error);
        return inEitherCase(policy.pause(wait, m_stop, &m_client, {}), &m_client,
                            [self = shared_from_this()](const Result<void> &) { return self->read(); });
    }

    Outcome end(const std::optional<Error> &error)
    {
        for (const WithdrawStep &step : std::as_const(m_plan.steps))
            if (error)
                m_results += WithdrawResult{step, StepResult::Outcome::Skipped, {}};
        WithdrawOutcome outcome{.complete = !error && m_plan.isComplete(),
                                .url = {},
                                .steps = m_results,
                                .remarks = m_plan.remarks,
                                .error = error};
        if (m_facts.remote.release)
            outcome.url = m_facts.remote.release->htmlUrl;
        keep(outcome);
        return QtFuture::makeReadyValueFuture(outcome);
    }

    /// The host is the truth; the ledger is what History tells.
    void keep(const WithdrawOutcome &outcome) const
    {
        Ledger *ledger = m_session.engine().ledger();
        if (!ledger || m_results.isEmpty())
            return;
        const QString root = m_session.project().checkout.root;
        const auto &release = m_facts.remote.release;
        const auto done = std::ranges::count(m_results, StepResult::Outcome::Done, &WithdrawResult::outcome);
        m_session.engine().warnUnless(
            ledger->recordAttempt({.project = root,
                                   .repository = m_facts.remote.repository,
                                   .tag = m_request.tag,
                                   .revision = m_facts.remote.tagCommit.value_or(QString()),
                                   .outcome = outcome.complete ? withdrawWayName(m_request.way)
                                       : outcome.error && outcome.error->kind == Error::Kind::Canceled ? u"canceled"_s
                                                                                                       : u"stopped"_s,
                                   .steps = int(m_results.size()),
                                   .stepsDone = int(done),
                                   .message = outcome.error ? outcome.error->message : m_request.reason,
                                   .body = release ? release->body : QString(),
                                   .endedAt = QDateTime::currentDateTimeUtc()}));
        const auto releases = ledger->releases(root);
        if (!release || !releases || m_request.way == WithdrawWay::Tidy)
            return;
        const auto known = std::ranges::find(*releases, m_request.tag, &ReleaseRecord::tag);
        ReleaseRecord record = known != releases->end() ? *known
                                                        : ReleaseRecord{.project = root,
                                                                        .repository = m_facts.remote.repository,
                                                                        .version = m_facts.version(),
                                                                        .tag = m_request.tag};
        record.state = release->draft          ? u"draft"_s
            : hasWithdrawNotice(release->body) ? u"withdrawn"_s
            : record.state == u"withdrawn"_s   ? u"published"_s
                                               : record.state;
        record.updatedAt = QDateTime::currentDateTimeUtc();
        m_session.engine().warnUnless(ledger->recordRelease(record));
    }

    // --- Steps ---

    QFuture<Result<void>> update(qint64 id, const github::ReleaseFields &fields)
    {
        return andThen(m_client.updateRelease(m_facts.remote.repository, id, fields, m_stop), &m_client,
                       [](const github::Release &) { return finished<void>({}); });
    }

    QFuture<Result<void>> run(const WithdrawStep &step)
    {
        github::ReleaseFields fields{m_request.tag};
        switch (step.kind) {
        case WithdrawStep::Kind::MoveLatest:
            fields.tagName = m_facts.newestGood()->tagName;
            fields.makeLatest = true;
            return update(step.id, fields);
        case WithdrawStep::Kind::Demote:
            fields.prerelease = true;
            fields.makeLatest = false;
            if (!m_plan.notice.isEmpty())
                fields.body = withWithdrawNotice(m_facts.remote.release->body, m_plan.notice);
            return update(step.id, fields);
        case WithdrawStep::Kind::ToDraft:
            fields.draft = true;
            return update(step.id, fields);
        case WithdrawStep::Kind::Restore:
            return restore(step.id);
        case WithdrawStep::Kind::DeleteDraft:
            return deleteDraft(step.id);
        case WithdrawStep::Kind::DeleteUpload:
            return deleteUpload(step.id);
        case WithdrawStep::Kind::MarkChangelog:
            return finished<void>(applyEdit(m_session.project().checkout.root, *m_plan.changelog));
        }
        Q_UNREACHABLE_RETURN(finished<void>({}));
    }

    QFuture<Result<void>> restore(qint64 id)
    {
        const ReleaseManifest &manifest = m_facts.manifest;
        DesiredRelease desired{.tag = m_request.tag,
                               .prerelease = isPreRelease(manifest, m_facts.version()),
                               .latest = manifest.latest != Choice::No,
                               .latestByVersion = manifest.latest == Choice::Auto,
                               .scheme = manifest.scheme};
        github::ReleaseFields fields{m_request.tag};
        fields.body = withoutWithdrawNotice(m_facts.remote.release->body);
        fields.prerelease = desired.prerelease;
        fields.makeLatest = takesLatest(desired, m_facts.remote);
        return update(id, fields);
    }

    static QFuture<Result<void>> changed(const QString &what)
    {
        return finished<void>(failure(
            Error::Kind::Conflict, Words::tr("%1 has changed on GitHub since it was looked at. It stays.").arg(what)));
    }

    /// Read once more: somebody may have published it meanwhile.
    QFuture<Result<void>> deleteDraft(qint64 id)
    {
        const QString repository = m_facts.remote.repository;
        const auto asked = m_client.release(repository, id, m_stop);
        return inEitherCase(
            asked, &m_client, [self = shared_from_this(), repository, id](const Result<github::Release> &now) {
                if (!now)
                    return finished<void>(now.error().kind == Error::Kind::NotFound ? Result<void>()
                                                                                    : std::unexpected(now.error()));
                if (!now->draft || now->tagName != self->m_request.tag)
                    return changed(Words::tr("The draft %1").arg(id));
                return self->m_client.deleteRelease(repository, id, self->m_stop);
            });
    }

    QFuture<Result<void>> deleteUpload(qint64 id)
    {
        const QString repository = m_facts.remote.repository;
        const auto seen = *std::ranges::find(m_facts.remote.assets, id, &github::Asset::id);
        const auto asked = m_client.asset(repository, id, m_stop);
        return inEitherCase(
            asked, &m_client, [self = shared_from_this(), repository, seen](const Result<github::Asset> &now) {
                if (!now)
                    return finished<void>(now.error().kind == Error::Kind::NotFound ? Result<void>()
                                                                                    : std::unexpected(now.error()));
                if (now->state != seen.state || now->size != seen.size || now->name != seen.name)
                    return changed(seen.name);
                return self->m_client.deleteAsset(repository, seen.id, self->m_stop);
            });
    }

    Session &m_session;
    github::Client &m_client;
    WithdrawRequest m_request;
    QStringList m_agreed;
    std::function<void(const WithdrawResult &)> m_finished;
    std::stop_token m_stop;
    std::shared_ptr<ProcessLock> m_lock; ///< until the end
    WithdrawFacts m_facts;
    WithdrawPlan m_plan;
    QHash<QString, int> m_attempts;
    bool m_isReadBack = false; ///< everything was done: this reading is to prove it
    QList<WithdrawResult> m_results;
};

} // namespace

QFuture<Result<WithdrawFacts>> gatherWithdrawFacts(Session &session, const QString &tag, std::stop_token stop)
{
    const ProjectPtr project = session.snapshot();
    const auto repository = repositoryAt(project->host, project->manifest, project->checkout);
    if (!repository)
        return finished<WithdrawFacts>(failure(Error::Kind::InvalidInput, repository.error().message));
    WithdrawFacts facts{.manifest = project->manifest,
                        .remote = {},
                        .releases = {},
                        .draftFiles = {},
                        .changelogFile = QDir(project->checkout.root).relativeFilePath(project->changelogPath()),
                        .changelog = readChangelog(project->changelogPath(), readingOf(project->manifest))};
    github::Client &client = session.client();
    const DesiredRelease wanted{.repository = project->repository(), .tag = tag};
    auto remote =
        andThen(readRemoteRelease(client, wanted, stop), &client, [&client, facts, stop](const RemoteRelease &read) {
            WithdrawFacts more = facts;
            more.remote = read;
            return andThen(client.releases(read.repository, stop), &client, [more](const QList<github::Release> &all) {
                WithdrawFacts with = more;
                with.releases = all;
                return finished<WithdrawFacts>(with);
            });
        });
    return andThen(remote, &client,
                   [&client, stop](const WithdrawFacts &read) { return withDraftFiles(client, read, 0, stop); });
}

QFuture<WithdrawOutcome> withdrawRelease(Session &session, const WithdrawRequest &request, const QStringList &agreed,
                                         std::function<void(const WithdrawResult &)> finished, std::stop_token stop)
{
    const auto lock = holdRelease(session.project(), session.engine().stateDir());
    if (!lock)
        return QtFuture::makeReadyValueFuture(
            WithdrawOutcome{.complete = false, .url = {}, .steps = {}, .remarks = {}, .error = lock.error()});
    return std::make_shared<Withdrawal>(session, request, agreed, std::move(finished), std::move(stop), *lock)->read();
}

QJsonObject withdrawToJson(const WithdrawRequest &request, const WithdrawPlan &plan,
                           const std::optional<WithdrawOutcome> &outcome)
{
    QJsonArray steps;
    const auto add = [&steps](const WithdrawStep &step, const QString &word, const std::optional<Error> &error) {
        steps += QJsonObject{{u"step"_s, stepName(step.kind)},
                             {u"what"_s, step.what},
                             {u"why"_s, step.why},
                             {u"outcome"_s, word},
                             {u"error"_s, error ? QJsonValue(error->message) : QJsonValue()}};
    };
    if (outcome)
        for (const WithdrawResult &result : outcome->steps)
            add(result.step, outcomeName(result.outcome), result.error);
    else
        for (const WithdrawStep &step : plan.steps)
            add(step, u"planned"_s, {});
    const auto error = outcome ? outcome->error : plan.blocker;
    return {{u"schema"_s, 1},
            {u"tag"_s, request.tag},
            {u"way"_s, withdrawWayName(request.way)},
            {u"complete"_s, outcome ? outcome->complete : plan.isComplete()},
            {u"url"_s, outcome && !outcome->url.isEmpty() ? QJsonValue(outcome->url.toString()) : QJsonValue()},
            {u"notice"_s, plan.notice},
            {u"changelog"_s, plan.changelog ? QJsonValue(unifiedText(*plan.changelog)) : QJsonValue()},
            {u"steps"_s, steps},
            {u"remarks"_s, QJsonArray::fromStringList(outcome ? outcome->remarks : plan.remarks)},
            {u"error"_s, error ? QJsonValue(error->message) : QJsonValue()}};
}

} // namespace unmoor
