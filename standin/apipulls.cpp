// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/api.h"
#include "standin/pullrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

/// Newest first; "head" is "owner:branch".
Answer<Reply> Api::pulls(Call &call)
{
    const QString state = call.query.hasQueryItem(u"state"_s) ? call.argument(u"state"_s) : u"open"_s;
    const QString head = call.argument(u"head"_s);
    const QString owner = call.repository->fullName.section(u'/', 0, 0);
    QJsonArray list;
    for (const Pull &pull : call.repository->pulls)
        if ((state == u"all"_s || pull.state == state) && (head.isEmpty() || head == owner + u':' + pull.head))
            list.prepend(m_documents.pull(*call.repository, pull, false));
    return page(call, list);
}

Answer<Reply> Api::createPull(Call &call)
{
    const auto number = rehearsal::createPull(m_store, *call.repository, call.json());
    if (!number)
        return std::unexpected(number.error());
    return Reply::of(m_documents.pull(*call.repository, call.repository->pulls.last(), true), 201);
}

Answer<Reply> Api::pull(Call &call)
{
    const auto &pulls = call.repository->pulls;
    const auto it = std::ranges::find(pulls, call.args.constFirst().toLongLong(), &Pull::number);
    if (it == pulls.end())
        return notFound();
    return Reply::of(m_documents.pull(*call.repository, *it, true));
}

} // namespace unmoor::rehearsal
