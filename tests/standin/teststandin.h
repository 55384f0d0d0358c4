// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/standin.h"
#include "tests/standin/faults.h"

/// Lets \a fault, and no other any more, befall \a host.
void befall(unmoor::StandIn &host, const Fault &fault);

/// A stand-in that tests let go wrong, and that answers what gh asks by GraphQL.
class TestStandIn : public unmoor::StandIn
{
public:
    explicit TestStandIn(const QString &storage);

    void addFault(const Fault &fault) { m_hook->add(fault); }
    void clearFaults() { m_hook->clear(); } ///< those that were not used

private:
    std::shared_ptr<Faults> m_hook;
};
