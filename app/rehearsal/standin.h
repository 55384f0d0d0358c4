// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>
#include <QUrl>
#include <memory>

namespace unmoor {

/// A stand-in for GitHub's release API on loopback: releases, assets, tags and commits of any number of repositories,
/// kept on disk, with real digests. It behaves as GitHub does where that matters: drafts are invisible by tag and to
/// strangers, uploads go to upload_url, lists are paged, names are rewritten, a second asset of a name or a second
/// published release of a tag is 422, publishing makes the tag, a broken upload leaves a "starter". Uploads are held in
/// memory, at three times their size for a moment: meant for some hundred megabytes; 1.9 GB passed, with 5.9 GB.
class StandIn : public QObject
{
    Q_OBJECT
public:
    /// \a storage: folder that holds everything; a restart goes on from there.
    explicit StandIn(QString storage, QObject *parent = nullptr);
    ~StandIn() override;

    /// Listens on 127.0.0.1 at a free port, or \a port. Errors: Io.
    Result<void> start(quint16 port = 0);
    QUrl apiUrl() const; ///< "http://127.0.0.1:PORT/api/v3", valid after start
    QByteArray token() const; ///< the one token that may write

    /// Makes \a commit known, as a push would; the first push makes the repository.
    Result<void> push(const QString &repository, const QString &branch, const QString &commit);
    /// \a annotated: the tag points at a tag object, which points at \a commit.
    Result<void> pushTag(const QString &repository, const QString &tag, const QString &commit, bool annotated = false);
    void deleteTag(const QString &repository, const QString &tag);
    /// Switches GitHub's immutable releases on for a repository that was pushed to: publishing then freezes a release.
    void setImmutableReleases(const QString &repository, bool on);

    /// What goes wrong next, for tests: each fault is used once, in order, by the first request that matches.
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
    void addFault(const Fault &fault);
    void clearFaults(); ///< those that were not used

    /// A request as it came, for tests.
    struct Request
    {
        QByteArray method;
        QString target; ///< path and query
        int done = 0; ///< status of what was really done, whatever was answered; 0: nothing
        bool spoiled = false; ///< an upload whose bytes were stored wrong

        bool operator==(const Request &) const = default;
    };
    QList<Request> requests() const;
    int requestCount(const QByteArray &method, const QString &pathContains) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace unmoor
