// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/standin.h"

#include "standin/pullrules.h"
#include "standin/server.h"

using namespace Qt::StringLiterals;

namespace unmoor {

class StandIn::Private
{
public:
    explicit Private(QString storage)
        : store(std::move(storage))
        , opened(store.open())
        , server(store)
    {
    }

    rehearsal::Store store;
    Result<void> opened;
    rehearsal::Server server;
};

StandIn::StandIn(QString storage, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(storage)))
{
}

StandIn::~StandIn() = default;

Result<void> StandIn::start(quint16 port)
{
    return d->opened.and_then([&] { return d->server.listen(port); });
}

QUrl StandIn::apiUrl() const
{
    return QUrl(d->server.base() + u"/api/v3"_s);
}

QByteArray StandIn::token() const
{
    return d->store.state().token;
}

Result<void> StandIn::push(const QString &repository, const QString &branch, const QString &commit)
{
    return d->opened.and_then([&] { return d->store.push(repository, branch, commit); });
}

Result<void> StandIn::pushTag(const QString &repository, const QString &tag, const QString &commit, bool annotated)
{
    return d->opened.and_then([&] {
        return d->store.pushTag(repository, tag, commit, {.isAnnotated = annotated, .object = {}, .reason = {}});
    });
}

Result<void> StandIn::pushTagObject(const QString &repository, const QString &tag, const QString &object,
                                    const QString &commit, const QString &reason)
{
    return d->opened.and_then([&] {
        return d->store.pushTag(repository, tag, commit, {.isAnnotated = true, .object = object, .reason = reason});
    });
}

Result<void> StandIn::mergePull(const QString &repository, qint64 number, const QString &commit)
{
    rehearsal::Repository *known = d->store.repository(repository);
    rehearsal::Pull *pull = known ? rehearsal::openPull(*known, number) : nullptr;
    if (!pull)
        return failure(Error::Kind::NotFound, tr("There is no open pull request %1.").arg(number));
    pull->mergeCommit = commit;
    const QString base = pull->base;
    rehearsal::close(*pull);
    return d->store.push(repository, base, commit);
}

Result<void> StandIn::closePull(const QString &repository, qint64 number)
{
    rehearsal::Repository *known = d->store.repository(repository);
    rehearsal::Pull *pull = known ? rehearsal::openPull(*known, number) : nullptr;
    if (!pull)
        return failure(Error::Kind::NotFound, tr("There is no open pull request %1.").arg(number));
    rehearsal::close(*pull);
    return d->store.save();
}

void StandIn::deleteTag(const QString &repository, const QString &tag)
{
    if (rehearsal::Repository *known = d->store.repository(repository))
        known->tags.remove(tag);
    std::ignore = d->store.save();
}

void StandIn::setImmutableReleases(const QString &repository, bool on)
{
    if (rehearsal::Repository *known = d->store.repository(repository))
        known->immutableReleases = on;
}

void StandIn::setWorkflow(const QString &repository, const rehearsal::WorkflowPlan &plan, const QString &commit)
{
    rehearsal::Repository *known = d->store.repository(repository);
    if (!known)
        return;
    known->actions.workflows.insert(plan.path, plan);
    if (commit.isEmpty())
        known->actions.ofCommits.remove(plan.path);
    else
        known->actions.ofCommits[plan.path].insert(commit, plan);
    if (!known->actions.workflowIds.contains(plan.path))
        known->actions.workflowIds.insert(plan.path, d->store.nextId());
    std::ignore = d->store.save();
}

Result<qint64> StandIn::startRun(const QString &repository, const QString &path, const QString &event,
                                 const QString &branch, const QString &commit)
{
    return d->store.startRun(repository, path, event, branch, commit);
}

Result<qint64> StandIn::addEndedRun(const QString &repository, const QString &path, const QString &event,
                                    const QString &branch, const QString &commit)
{
    return d->store.addEndedRun(repository, path, event, branch, commit);
}

void StandIn::changeActions(const QString &repository, const std::function<void(rehearsal::Actions &)> &change)
{
    if (rehearsal::Repository *known = d->store.repository(repository))
        change(known->actions);
    std::ignore = d->store.save();
}

void StandIn::setInterceptor(std::shared_ptr<rehearsal::Interceptor> interceptor)
{
    d->server.setInterceptor(std::move(interceptor));
}

QList<StandIn::Request> StandIn::requests() const
{
    return d->server.requests();
}

int StandIn::requestCount(const QByteArray &method, const QString &pathContains) const
{
    return d->server.requestCount(method, pathContains);
}

} // namespace unmoor
