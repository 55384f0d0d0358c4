// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>
#include <optional>

namespace unmoor::github {

/// A file of a release.
struct Asset
{
    qint64 id = 0;
    QString name;
    QString state; ///< "uploaded", "starter" (a broken upload), "open"; others are kept
    qint64 size = 0; ///< bytes
    QByteArray digest; ///< SHA-256, 64 hex digits; empty where the host gives none
    QUrl downloadUrl;

    bool operator==(const Asset &) const = default;
};

struct Release
{
    qint64 id = 0;
    QString tagName;
    QString targetCommitish;
    QString name;
    QString body;
    bool draft = false;
    bool prerelease = false;
    bool immutable = false;
    QUrl htmlUrl;
    QString uploadUrl; ///< without its {?name,label} part
    QDateTime createdAt;
    QDateTime publishedAt; ///< invalid for a draft

    bool operator==(const Release &) const = default;
};

struct Repository
{
    QString fullName; ///< "owner/name", as the host spells it now
    QString defaultBranch;
    bool canPush = false; ///< the user's right, not the token's
    QUrl htmlUrl;

    bool operator==(const Repository &) const = default;
};

/// What the host says of a tag's signature.
struct TagSignature
{
    bool verified = false;
    QString reason; ///< "valid", "unsigned", "unknown_key", "unverified_email", …

    bool operator==(const TagSignature &) const = default;
};

struct Tag
{
    QString commit; ///< annotated tags peeled
    QString object; ///< the annotated tag itself; empty: a lightweight one
    std::optional<TagSignature> signature; ///< nullopt: a lightweight tag, or a host that does not tell

    bool operator==(const Tag &) const = default;
};

struct PullRequest
{
    qint64 number = 0;
    QString state; ///< "open", "closed"
    bool merged = false;
    QString head; ///< the commit that is to be merged
    QString mergeCommit; ///< of a merged one: what its base got
    QUrl htmlUrl;

    bool operator==(const PullRequest &) const = default;
};

/// A pull request to open.
struct PullRequestFields
{
    QString title;
    QString head; ///< branch
    QString base; ///< branch
    QString body;
};

struct User
{
    QString login;
    QStringList scopes; ///< of a classic token; empty for others
    bool scopesKnown = false; ///< X-OAuth-Scopes was there

    bool operator==(const User &) const = default;
};

/// Fields of a release to set. Absent ones keep what they are; tagName is always sent.
struct ReleaseFields
{
    QString tagName;
    std::optional<QString> targetCommitish;
    std::optional<QString> name;
    std::optional<QString> body;
    std::optional<bool> draft;
    std::optional<bool> prerelease;
    std::optional<bool> makeLatest; ///< sent as the string "true" or "false"
};

/// What the last answers said of the hourly limit.
struct RateLimit
{
    int limit = -1; ///< -1: not said yet
    int remaining = -1;
    QDateTime reset;
};

} // namespace unmoor::github
