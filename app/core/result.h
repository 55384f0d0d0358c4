// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <expected>

namespace unmoor {

/// What failed, why and what to do next, for a person; `kind` is what code branches on.
struct Error
{
    enum class Kind {
        InvalidInput, ///< what the user wrote or asked for cannot be used
        NotFound, ///< a file, program, repository or release that is not there
        Io, ///< reading or writing on this machine
        Corrupt, ///< data that breaks its own format, or not the data that was promised
        Canceled,
        Network, ///< no answer: connection, name, TLS, timeout, an answer cut short
        Unauthorized, ///< HTTP 401: the token is bad, expired or missing
        Forbidden, ///< HTTP 403, or 404 on a write: the token lacks a right
        Conflict, ///< HTTP 409 or 422: the remote state is not what was assumed
        RateLimited, ///< HTTP 403/429 with a limit; see retryAfter
        Server, ///< HTTP 5xx, or an answer that is not what the API promises
        Untrusted, ///< code of the project would run, and nobody said that it may
        Failed, ///< a step that ran and failed: a build, a gate
    };

    Kind kind = Kind::Failed;
    QString message;
    int retryAfter = 0; ///< seconds to wait, with RateLimited; 0 where not known

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = std::expected<T, Error>;

/// For `return failure(Error::Kind::Io, tr("…"))`.
inline std::unexpected<Error> failure(Error::Kind kind, const QString &message)
{
    return std::unexpected(Error{kind, message});
}

} // namespace unmoor
