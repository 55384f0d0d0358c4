// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standin/teststandin.h"

#include "tests/standin/graph.h"

using namespace unmoor::rehearsal;

namespace {

class FaultsAndGraph : public Faults
{
    std::optional<Answer<Reply>> answer(const Call &call, const Site &site) override
    {
        if (call.method != "POST" || call.path != QLatin1StringView("/api/graphql"))
            return std::nullopt;
        return answerGraphQuery(call, site);
    }
};

} // namespace

void befall(unmoor::StandIn &host, const Fault &fault)
{
    const auto faults = std::make_shared<Faults>();
    faults->add(fault);
    host.setInterceptor(faults);
}

TestStandIn::TestStandIn(const QString &storage)
    : StandIn(storage)
    , m_hook(std::make_shared<FaultsAndGraph>())
{
    setInterceptor(m_hook);
}
