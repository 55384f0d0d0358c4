// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/pullrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

namespace {

bool isBetween(const Pull &pull, const QString &head, const QString &base)
{
    return pull.state == u"open"_s && pull.head == head && pull.base == base;
}

} // namespace

Answer<qint64> createPull(Store &store, Repository &repository, const QJsonObject &fields)
{
    const QString head = fields[u"head"].toString().section(u':', -1);
    const QString base = fields[u"base"].toString();
    const QString headCommit = repository.branches.value(head);
    if (headCommit.isEmpty())
        return invalid(u"PullRequest"_s, u"invalid"_s, u"head"_s);
    if (!repository.branches.contains(base))
        return invalid(u"PullRequest"_s, u"invalid"_s, u"base"_s);
    if (std::ranges::any_of(repository.pulls, [&](const Pull &pull) { return isBetween(pull, head, base); }))
        return invalid(
            u"PullRequest"_s, u"custom"_s, u"head"_s,
            u"A pull request already exists for %1:%2."_s.arg(repository.fullName.section(u'/', 0, 0), head));
    if (repository.branches.value(base) == headCommit)
        return invalid(u"PullRequest"_s, u"custom"_s, u"base"_s, u"No commits between %1 and %2"_s.arg(base, head));
    const Pull pull{.id = store.nextId(),
                    .number = qint64(repository.pulls.size()) + 1,
                    .title = fields[u"title"].toString(),
                    .body = fields[u"body"].toString(),
                    .head = head,
                    .base = base,
                    .headCommit = headCommit,
                    .state = u"open"_s,
                    .mergeCommit = {},
                    .createdAt = QDateTime::currentDateTimeUtc(),
                    .closedAt = {}};
    repository.pulls.append(pull);
    return pull.number;
}

Pull *openPull(Repository &repository, qint64 number)
{
    const auto it = std::ranges::find(repository.pulls, number, &Pull::number);
    return it == repository.pulls.end() || it->state != u"open"_s ? nullptr : &*it;
}

void close(Pull &pull)
{
    pull.state = u"closed"_s;
    pull.closedAt = QDateTime::currentDateTimeUtc();
}

} // namespace unmoor::rehearsal
