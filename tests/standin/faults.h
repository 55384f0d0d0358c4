// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/interceptor.h"

#include <QUrl>

/// Something that goes wrong with one request.
struct Fault
{
    enum class Kind {
        Status, ///< answer \a status before doing anything
        StatusAfter, ///< do it, then answer \a status
        Reset, ///< reset the connection half-way through the body, or the answer of a GET; leaves a "starter"
        Close, ///< the same with a connection that is closed in good order
        ResetAfter, ///< do it, then reset the connection without an answer
        CutAnswer, ///< do it, then close the connection in the middle of the answer
        StallSending, ///< take half of the body, then nothing moves; leaves a "starter"
        StallAnswering, ///< do it, then nothing moves in the middle of the answer
        Garbled, ///< do it, then answer an empty JSON object
        Malformed, ///< do it, then answer half of the body as if it were the whole
        Html, ///< do it, then answer a page
        Empty, ///< do it, then answer without a body
        RateLimit, ///< secondary limit: \a status (403 unless 429), with Retry-After of \a retryAfter
        PrimaryLimit, ///< the hourly limit has run out until \a retryAfter seconds from now
        CorruptUpload, ///< store wrong bytes
        TruncateUpload, ///< store half of the bytes
        NoDigest, ///< store, with digest null
        LateDigest, ///< store, with digest null for the next four requests
        StaleList, ///< answer what the same request was answered before
        Moved, ///< the repository has another name now: 301, or 307 for a write, to /repositories/ID
        Elsewhere, ///< 302, or 307 for a write, to the same path at \a location
    };
    QByteArray method; ///< empty: any
    QString pathContains;
    Kind kind = Kind::Status;
    int status = 502;
    int retryAfter = 1; ///< seconds; 0: the answer does not say
    int skip = 0; ///< so many matching requests go well first
    QUrl location;
};

/// What goes wrong next at a stand-in: each fault is used once, in order, by the first request that matches.
class Faults : public unmoor::rehearsal::Interceptor, public std::enable_shared_from_this<Faults>
{
public:
    void add(const Fault &fault) { m_faults.append(fault); }
    void clear() { m_faults.clear(); } ///< those that were not used
    std::unique_ptr<unmoor::rehearsal::Interception> intercept(const QByteArray &method,
                                                               const QString &target) override;

private:
    class Request;
    struct LateDigest
    {
        QByteArray sha256;
        int requests = 0; ///< that do not see it yet
    };

    std::optional<Fault> take(const QByteArray &method, const QString &target);
    void showLateDigests(unmoor::rehearsal::Store &store);

    QList<Fault> m_faults;
    QHash<QString, QByteArray> m_answered; ///< lists, by what was asked for
    QHash<qint64, LateDigest> m_lateDigests; ///< by asset
};
