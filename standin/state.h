// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "standin/runs.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

namespace unmoor::rehearsal {

/// An asset as the stand-in keeps it. Its bytes are in assets/ID of the storage folder.
struct Asset
{
    qint64 id = 0;
    QString name;
    QString label;
    QString state; ///< "uploaded" or "starter"
    QString contentType;
    qint64 size = 0;
    QByteArray sha256; ///< 64 hex digits; empty: the host gives no digest
    QDateTime createdAt;
    QDateTime updatedAt;
    int downloads = 0;

    bool isUploaded() const { return state == QLatin1StringView("uploaded"); }
    bool operator==(const Asset &) const = default;
};

struct Release
{
    qint64 id = 0;
    QString tagName;
    QString target; ///< as it was asked for: a branch or a commit
    QString name;
    QString body;
    QString untagged; ///< "untagged-…", what a draft's URL ends in
    bool draft = false;
    bool prerelease = false;
    bool immutable = false;
    bool neverLatest = false; ///< published with make_latest "false"
    QDateTime createdAt; ///< the commit's date
    QDateTime publishedAt;
    QList<Asset> assets;

    bool operator==(const Release &) const = default;
};

/// A pull request from a branch of the repository itself.
struct Pull
{
    qint64 id = 0;
    qint64 number = 0;
    QString title;
    QString body;
    QString head; ///< branch
    QString base; ///< branch
    QString headCommit;
    QString state; ///< "open" or "closed"
    QString mergeCommit; ///< empty: not merged
    QDateTime createdAt;
    QDateTime closedAt;

    bool operator==(const Pull &) const = default;
};

struct Repository
{
    qint64 id = 0;
    QString fullName;
    QString defaultBranch;
    QMap<QString, QString> branches; ///< name → commit
    QMap<QString, QString> tags; ///< name → commit or tag object
    QMap<QString, QString> tagObjects; ///< annotated: object → commit
    QMap<QString, QString> tagReasons; ///< object → what is said of its signature: "valid", "unknown_key"
    QMap<QString, QDateTime> commits;
    QStringList burntTags; ///< of deleted immutable releases
    bool immutableReleases = false;
    qint64 latest = 0; ///< id of the release that make_latest set
    QDateTime createdAt;
    QList<Release> releases; ///< oldest first
    Actions actions;
    QList<Pull> pulls; ///< oldest first

    bool operator==(const Repository &) const = default;
};

/// Everything the stand-in knows, but for the bytes of assets.
struct State
{
    QByteArray token;
    qint64 lastId = 0;
    QMap<QString, Repository> repositories; ///< by full name, lower case

    bool operator==(const State &) const = default;
};

QByteArray toJson(const State &state);
Result<State> stateFromJson(const QByteArray &json); ///< Corrupt where it is not such a document

} // namespace unmoor::rehearsal
