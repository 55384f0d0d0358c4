// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/api.h"
#include "standin/connections.h"

namespace unmoor::rehearsal {

/// What a host is made of.
struct Site
{
    Store &store;
    const Documents &documents;
};

/// What befalls one request on its way, in the order in which it is asked. As it is here: nothing.
class Interception
{
public:
    virtual ~Interception() = default;
    /// Breaks the connection when half of the request's body has come.
    virtual Breaker whileReceiving() { return {}; }
    /// The answer, in place of doing anything.
    virtual std::optional<Reply> instead(const Call &, const Site &) { return {}; }
    /// Changes the file that holds the bytes of an upload; whether it did.
    virtual bool spoil(const QString & /*file*/) { return false; }
    /// The digest that an upload shows; empty: none yet.
    virtual QByteArray digest(qint64 /*assetId*/, const QByteArray &sha256) { return sha256; }
    /// The answer after what was asked for is done.
    virtual Reply afterwards(const QString & /*target*/, const Call &, const Reply &reply) { return reply; }
    /// Sends the answer in a way of its own.
    virtual Breaker whileAnswering(const Call &, const Reply &) { return {}; }
};

/// A hook for tests, through which they let requests go wrong and add what else a host can be asked for.
class Interceptor
{
public:
    virtual ~Interceptor() = default;
    /// Called once for each request, when its head is here. \a target: path and query.
    virtual std::unique_ptr<Interception> intercept(const QByteArray & /*method*/, const QString & /*target*/)
    {
        return std::make_unique<Interception>();
    }
    /// Answers what the stand-in itself has no answer to.
    virtual std::optional<Answer<Reply>> answer(const Call &, const Site &) { return {}; }
};

} // namespace unmoor::rehearsal
