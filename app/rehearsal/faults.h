// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rehearsal/api.h"
#include "rehearsal/standin.h"

namespace unmoor::rehearsal {

/// The faults that are still to come.
class Faults
{
public:
    void add(const StandIn::Fault &fault) { m_faults.append(fault); }
    /// The first fault that means this request; it is used up.
    std::optional<StandIn::Fault> take(const QByteArray &method, const QString &target);

private:
    QList<StandIn::Fault> m_faults;
};

/// What is answered at once, without doing anything; nullopt where \a fault lets the request through.
std::optional<Reply> replyInstead(const StandIn::Fault &fault, const Call &call, const QString &movedTo);

/// What becomes of the answer to what was done.
Reply spoiledReply(const StandIn::Fault &fault, Reply reply);

/// The bytes that \a fault stores of an upload.
QByteArray spoiledUpload(const StandIn::Fault &fault, QByteArray bytes);

} // namespace unmoor::rehearsal
