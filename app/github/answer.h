// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QHttpHeaders>
#include <QUrl>
#include <functional>

namespace unmoor::github {

/// One call of the API.
struct Request
{
    QByteArray method = "GET";
    QUrl url;
    QString failed; ///< begins the message of a failure: "Could not create the release v1.0.5"
    QByteArray body; ///< JSON
    QString filePath; ///< streamed instead of the body
    QByteArray sha256; ///< of that file, 64 hex digits: another file is not sent to its end; empty: not known
    QByteArray accept = "application/vnd.github+json";
    std::function<void(qint64 sent)> sent; ///< with filePath
    std::function<void(QByteArrayView)> received; ///< takes the body of a success as it comes, instead of Answer::body
    bool takesRefusal = false; ///< 4xx are answers, too, not Errors; but for limits and conflicts
    QByteArray contentType = "application/json"; ///< of the body

    bool isRead() const { return method == "GET"; }
};

/// What came back, whatever its status.
struct Answer
{
    int status = 0;
    QHttpHeaders headers;
    QByteArray body;
    QUrl url; ///< after redirects
    bool ownHost = false; ///< from the API itself, not from where it redirected to

    QByteArray header(QByteArrayView name) const { return headers.combinedValue(name); }
    bool isSuccess() const { return status >= 200 && status < 300; }
};

/// The Error that a failed \a answer to \a request means: kind by status, message with the host's own words.
Error errorOf(const Request &request, const Answer &answer);

/// An Error of \a kind whose message begins with the request's: "Could not …: why (GET /path)."
Error errorOf(const Request &request, Error::Kind kind, const QString &why);

/// The address of the next page; invalid on the last.
QUrl nextPage(const Answer &answer);

/// True where both have the same scheme, host and port.
bool sameOrigin(const QUrl &a, const QUrl &b);

} // namespace unmoor::github
