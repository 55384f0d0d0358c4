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
