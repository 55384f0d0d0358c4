// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/github/answer.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace unmoor {

/// What a token is and may do, as far as its host says.
struct TokenReport
{
    enum class Kind { Unknown, Classic, OAuth, FineGrained, App, Actions };
    enum class Right { Unknown, Yes, No };

    QString host; ///< "github.com"
    QString login; ///< empty for the token of an Actions run
    Kind kind = Kind::Unknown;
    bool accepted = false; ///< the host knows the token
    QStringList scopes; ///< of classic and OAuth tokens
    QDateTime expires; ///< UTC; invalid: no end, or the host does not say
    QString repository; ///< what `publish` is about; empty: any
    Right publish = Right::Unknown;
    Right workflows = Right::Unknown; ///< releasing a commit that changes .github/workflows
    QString message; ///< why `publish` is what it is, in one sentence
    QString hint; ///< what to do about it; empty where there is nothing to do
    QUrl page; ///< where to do it; empty where there is none

    bool operator==(const TokenReport &) const = default;
};

/// What a host answered about a token, each whatever its status. Absent: not asked.
struct TokenAnswers
{
    QUrl apiUrl;
    TokenReport::Kind kind = TokenReport::Kind::Unknown; ///< kindOfToken()
    QString repository;
    github::Answer user; ///< GET /user
    std::optional<github::Answer> repositoryRead; ///< GET /repos/OWNER/NAME
    /// POST …/releases/generate-notes: it saves nothing, and takes the right to write contents.
    std::optional<github::Answer> notesMade;
};

/// By the prefix that GitHub gives its tokens; Unknown for those without.
TokenReport::Kind kindOfToken(const QByteArray &token);

/// Pure.
TokenReport judgeToken(const TokenAnswers &answers);

/// Whether scopes do not tell, so that only trying shows what the token may do.
bool needsTrying(const github::Answer &user);

QString kindName(TokenReport::Kind kind); ///< "classic", "fine-grained", …
QString rightName(TokenReport::Right right); ///< "yes", "no", "unknown"
QJsonObject toJson(const TokenReport &report);
TokenReport reportOf(const QJsonObject &json); ///< what toJson() made

/// The pages of a host: "https://github.com" for "https://api.github.com".
QUrl webUrl(const QUrl &apiUrl);
/// The API of the host that a person names, "github.com" or "git.example.org:8443". Invalid for what is no host.
QUrl apiUrlOfHost(const QString &host);
/// Where a classic token with the scopes that publishing needs is made.
QUrl newTokenPage(const QUrl &apiUrl);

} // namespace unmoor
