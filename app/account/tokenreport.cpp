// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/tokenreport.h"

#include "app/core/words.h"
#include "app/keychain/tokenstore.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>
#include <array>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Right = TokenReport::Right;

QJsonObject objectOf(const github::Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

QStringList listOf(const QByteArray &header)
{
    QStringList list;
    for (const QByteArray &one : header.split(','))
        if (!one.trimmed().isEmpty())
            list += QString::fromLatin1(one.trimmed());
    return list;
}

/// "2026-11-29 12:00:00 UTC", or with "+0100" as its end.
QDateTime timeOf(const QByteArray &header)
{
    const QString text = QString::fromLatin1(header).trimmed();
    QDateTime local = QDateTime::fromString(text.left(19), u"yyyy-MM-dd HH:mm:ss"_s);
    if (!local.isValid())
        return {};
    local.setTimeZone(QTimeZone::UTC);
    static const QRegularExpression offset(u"([+-])(\\d\\d):?(\\d\\d)$"_s);
    const auto match = offset.match(text.sliced(19));
    if (!match.hasMatch())
        return local;
    const int minutes = match.captured(2).toInt() * 60 + match.captured(3).toInt();
    return local.addSecs((match.captured(1) == u"+" ? -60 : 60) * minutes);
}

/// Judges one token; the methods are the questions, in the order in which a "no" counts.
class Judge
{
public:
    explicit Judge(const TokenAnswers &answers)
        : m_answers(answers)
    {
        m_report.host = tokenHost(answers.apiUrl);
        m_report.kind = answers.kind;
        m_report.repository = answers.repository;
    }

    TokenReport report()
    {
        if (takeUser() && takeScopes() && takeRepository())
            takeTry();
        if (m_report.publish == Right::Yes && m_report.workflows == Right::No)
            m_report.hint = Words::tr("A release of a commit that changes files in .github/workflows also needs the "
                                      "scope workflow.");
        return m_report;
    }

private:
    bool isScoped() const { return m_answers.user.headers.contains("x-oauth-scopes"); }

    void set(Right right, const QString &message, const QString &hint = {}, const QUrl &page = {})
    {
        m_report.publish = right;
        m_report.message = message;
        m_report.hint = hint;
        m_report.page = page;
    }

    QUrl page(const QString &path) const
    {
        QUrl url = webUrl(m_answers.apiUrl);
        url.setPath(path);
        return url;
    }

    /// What to create, where.
    QString create() const
    {
        return Words::tr("Create a classic token with the scopes repo and workflow at %1, or a fine-grained one with "
                         "Contents: write for %2 at %3.")
            .arg(newTokenPage(m_answers.apiUrl).toString(),
                 m_report.repository.isEmpty() ? Words::tr("the repository") : m_report.repository,
                 page(u"/settings/personal-access-tokens/new"_s).toString());
    }

    /// Goes on only with a token that the host knows.
    bool takeUser()
    {
        const github::Answer &user = m_answers.user;
        if (user.status == 401) {
            set(Right::No,
                Words::tr("%1 does not take this token: it is mistyped, has ended or was revoked.").arg(m_report.host),
                create(), newTokenPage(m_answers.apiUrl));
            return false;
        }
        m_report.login = objectOf(user)[u"login"].toString();
        if (user.status != 403 && m_report.login.isEmpty()) {
            set(Right::Unknown, Words::tr("%1 does not answer as GitHub's API does.").arg(m_report.host),
                Words::tr("Check the host's name. An Enterprise server has its API at https://HOST/api/v3."));
            return false;
        }
        m_report.accepted = true;
        m_report.expires = timeOf(user.header("github-authentication-token-expiration"));
        if (user.status == 403)
            return takeRefusedUser();
        if (isScoped() && m_report.kind == TokenReport::Kind::Unknown)
            m_report.kind = TokenReport::Kind::Classic;
        return true;
    }

    /// The token of an Actions run belongs to no user.
    bool takeRefusedUser()
    {
        if (takeSso(m_answers.user))
            return false;
        if (m_report.kind == TokenReport::Kind::Unknown && m_answers.user.body.contains("by integration"))
            m_report.kind = TokenReport::Kind::Actions;
        if (m_report.kind == TokenReport::Kind::Actions || m_report.kind == TokenReport::Kind::App) {
            m_report.workflows = m_report.kind == TokenReport::Kind::Actions ? Right::No : Right::Unknown;
            return true;
        }
        set(Right::Unknown, Words::tr("%1 does not say whose token this is.").arg(m_report.host), create());
        return false;
    }

    bool takeSso(const github::Answer &answer)
    {
        const QString sso = QString::fromLatin1(answer.header("x-github-sso"));
        if (answer.status != 403 || sso.isEmpty())
            return false;
        static const QRegularExpression address(u"url=([^;\\s]+)"_s);
        const QUrl approve(address.match(sso).captured(1), QUrl::StrictMode);
        const bool isSafe = approve.scheme() == u"https"_s;
        set(Right::No, Words::tr("The organization wants this token approved for single sign-on."),
            isSafe ? Words::tr("Approve it at %1").arg(approve.toString())
                   : Words::tr("Approve it on the page of your tokens: Configure SSO, then Authorize."),
            isSafe ? approve : page(u"/settings/tokens"_s));
        return true;
    }

    bool takeScopes()
    {
        if (!isScoped())
            return true;
        m_report.scopes = listOf(m_answers.user.header("x-oauth-scopes"));
        m_report.workflows = m_report.scopes.contains(u"workflow"_s) ? Right::Yes : Right::No;
        if (m_report.scopes.contains(u"repo"_s) || m_report.scopes.contains(u"public_repo"_s))
            return true;
        set(Right::No,
            m_report.scopes.isEmpty()
                ? Words::tr("This token has no scopes, so it reads what is public and nothing more.")
                : Words::tr("This token has the scopes %1; releases need repo.").arg(m_report.scopes.join(u", "_s)),
            create(), newTokenPage(m_answers.apiUrl));
        return false;
    }

    bool takeRepository()
    {
        if (!m_answers.repositoryRead) {
            if (isScoped())
                set(Right::Yes, Words::tr("Its scopes let it publish wherever its owner may write."));
            else
                set(Right::Unknown,
                    Words::tr("What a %1 token may do depends on the repository: check it in a project.")
                        .arg(kindName(m_report.kind)));
            return false;
        }
        const github::Answer &answer = *m_answers.repositoryRead;
        if (takeSso(answer))
            return false;
        if (answer.status == 404 || answer.status == 403)
            return takeUnseen();
        if (!answer.isSuccess()) {
            set(Right::Unknown, Words::tr("%1 could not be read, so nothing is known.").arg(m_report.repository));
            return false;
        }
        return takeSeen(objectOf(answer));
    }

    bool takeUnseen()
    {
        const bool isPublicOnly = isScoped() && !m_report.scopes.contains(u"repo"_s);
        const QString hint = isPublicOnly ? Words::tr("A private repository needs the scope repo. %1").arg(create())
            : isScoped() ? Words::tr("Check the name, and that %1 has access to it.").arg(m_report.login)
                         : Words::tr("Check the name, and add the repository to those the token is for: %1")
                               .arg(page(u"/settings/tokens?type=beta"_s).toString(QUrl::FullyDecoded));
        set(Right::No, Words::tr("This token does not see %1.").arg(m_report.repository), hint);
        return false;
    }

    bool takeSeen(const QJsonObject &repository)
    {
        if (repository[u"archived"].toBool()) {
            set(Right::No, Words::tr("%1 is archived: nobody can publish there.").arg(m_report.repository));
            return false;
        }
        const QJsonValue push = repository[u"permissions"][u"push"];
        if (push.isBool() && !push.toBool() && m_report.kind != TokenReport::Kind::Actions) {
            set(Right::No, Words::tr("%1 may read %2, but not write to it.").arg(m_report.login, m_report.repository),
                Words::tr("Ask an owner of the repository for the role Write."));
            return false;
        }
        if (!isScoped())
            return true;
        if (repository[u"private"].toBool() && !m_report.scopes.contains(u"repo"_s))
            set(Right::No, Words::tr("%1 is private, and this token is for public ones.").arg(m_report.repository),
                create(), newTokenPage(m_answers.apiUrl));
        else
            set(Right::Yes, Words::tr("It can publish to %1.").arg(m_report.repository));
        return false;
    }

    /// permissions.push is the user's right, not the token's: only trying tells.
    void takeTry()
    {
        if (!m_answers.notesMade || takeSso(*m_answers.notesMade)) {
            if (!m_answers.notesMade)
                unknown();
            return;
        }
        const github::Answer &answer = *m_answers.notesMade;
        const QString rights = QString::fromLatin1(answer.header("x-accepted-github-permissions"));
        if (answer.isSuccess())
            set(Right::Yes, Words::tr("It can publish to %1.").arg(m_report.repository));
        else if (answer.status == 403 || (answer.status == 404 && !rights.isEmpty()))
            set(Right::No,
                Words::tr("This token may read %1, but not write releases: it needs %2.")
                    .arg(m_report.repository, rights.isEmpty() ? u"contents=write"_s : rights),
                m_report.kind == TokenReport::Kind::Actions
                    ? Words::tr("Give the job `permissions: contents: write` in its workflow.")
                    : Words::tr("Give it Contents: write at %1, or replace it. %2")
                          .arg(page(u"/settings/personal-access-tokens"_s).toString(), create()),
                page(u"/settings/personal-access-tokens"_s));
        else
            unknown();
    }

    void unknown()
    {
        set(Right::Unknown,
            Words::tr("%1 does not say whether this token may write releases of %2; publishing will tell.")
                .arg(m_report.host, m_report.repository),
            Words::tr("It needs Contents: write, and Workflows: write where the commit changes .github/workflows."));
    }

    const TokenAnswers &m_answers;
    TokenReport m_report;
};

} // namespace

TokenReport::Kind kindOfToken(const QByteArray &token)
{
    static constexpr std::array<std::pair<QByteArrayView, TokenReport::Kind>, 6> prefixes{
        {{"ghp_", TokenReport::Kind::Classic},
         {"github_pat_", TokenReport::Kind::FineGrained},
         {"gho_", TokenReport::Kind::OAuth},
         {"ghu_", TokenReport::Kind::App},
         {"ghs_", TokenReport::Kind::Actions},
         {"ghr_", TokenReport::Kind::Unknown}}};
    for (const auto &[prefix, kind] : prefixes)
        if (token.startsWith(prefix))
            return kind;
    return TokenReport::Kind::Unknown;
}

TokenReport judgeToken(const TokenAnswers &answers)
{
    return Judge(answers).report();
}

bool needsTrying(const github::Answer &user)
{
    return user.status != 401 && !user.headers.contains("x-oauth-scopes");
}

QString kindName(TokenReport::Kind kind)
{
    switch (kind) {
    case TokenReport::Kind::Classic:
        return u"classic"_s;
    case TokenReport::Kind::OAuth:
        return u"oauth"_s;
    case TokenReport::Kind::FineGrained:
        return u"fine-grained"_s;
    case TokenReport::Kind::App:
        return u"app"_s;
    case TokenReport::Kind::Actions:
        return u"actions"_s;
    case TokenReport::Kind::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString rightName(TokenReport::Right right)
{
    return right == Right::Yes ? u"yes"_s : right == Right::No ? u"no"_s : u"unknown"_s;
}

QJsonObject toJson(const TokenReport &report)
{
    return {{u"schema"_s, 1},
            {u"host"_s, report.host},
            {u"login"_s, report.login},
            {u"kind"_s, kindName(report.kind)},
            {u"accepted"_s, report.accepted},
            {u"scopes"_s, QJsonArray::fromStringList(report.scopes)},
            {u"expires"_s,
             report.expires.isValid() ? QJsonValue(report.expires.toUTC().toString(Qt::ISODate)) : QJsonValue()},
            {u"repository"_s, report.repository},
            {u"publish"_s, rightName(report.publish)},
            {u"workflows"_s, rightName(report.workflows)},
            {u"message"_s, report.message},
            {u"hint"_s, report.hint},
            {u"page"_s, report.page.toString()}};
}

TokenReport reportOf(const QJsonObject &json)
{
    const auto right = [&json](const QString &key) {
        const QString name = json[key].toString();
        return name == rightName(Right::Yes) ? Right::Yes : name == rightName(Right::No) ? Right::No : Right::Unknown;
    };
    TokenReport report{.host = json[u"host"_s].toString(),
                       .login = json[u"login"_s].toString(),
                       .accepted = json[u"accepted"_s].toBool(),
                       .expires = QDateTime::fromString(json[u"expires"_s].toString(), Qt::ISODate),
                       .repository = json[u"repository"_s].toString(),
                       .publish = right(u"publish"_s),
                       .workflows = right(u"workflows"_s),
                       .message = json[u"message"_s].toString(),
                       .hint = json[u"hint"_s].toString(),
                       .page = QUrl(json[u"page"_s].toString())};
    for (const TokenReport::Kind kind :
         {TokenReport::Kind::Classic, TokenReport::Kind::OAuth, TokenReport::Kind::FineGrained, TokenReport::Kind::App,
          TokenReport::Kind::Actions})
        if (kindName(kind) == json[u"kind"_s].toString())
            report.kind = kind;
    for (const QJsonValue &scope : json[u"scopes"_s].toArray())
        report.scopes += scope.toString();
    return report;
}

QUrl webUrl(const QUrl &apiUrl)
{
    QUrl url;
    url.setScheme(apiUrl.scheme());
    url.setAuthority(tokenHost(apiUrl));
    return url;
}

QUrl apiUrlOfHost(const QString &host)
{
    const QString name = host.trimmed().toLower();
    if (name == u"github.com")
        return QUrl(u"https://api.github.com"_s);
    static const QRegularExpression plain(u"^(\\[[0-9a-f:.]+\\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:[0-9]{1,5})?$"_s);
    if (!plain.match(name).hasMatch())
        return {};
    if (name.endsWith(u".ghe.com"_s))
        return QUrl(u"https://api.%1"_s.arg(name));
    QUrl url(u"https://%1/api/v3"_s.arg(name), QUrl::StrictMode);
    // A stand-in or a tunnel on this machine has no certificate, and nobody listens in between.
    if (url.isValid() && (url.host() == u"localhost" || QHostAddress(url.host()).isLoopback()))
        url.setScheme(u"http"_s);
    return url;
}

QUrl newTokenPage(const QUrl &apiUrl)
{
    QUrl url = webUrl(apiUrl);
    url.setPath(u"/settings/tokens/new"_s);
    url.setQuery(u"description=Unmoor&scopes=repo,workflow"_s);
    return url;
}

} // namespace unmoor
