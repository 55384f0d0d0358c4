// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/tokenreport.h"
#include "app/account/tokenwords.h"
#include "app/cli/command.h"
#include "app/cli/terminal.h"
#include "app/core/chain.h"
#include "app/core/shellquote.h"
#include "app/core/words.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// What was done with the token of an account at a host. \a project: the only one it is about; empty: all at the host.
QJsonObject accountDocument(const QString &action, const QString &host, const QString &account,
                            const QString &project = {})
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{u"schema"_s, 1},
            {u"action"_s, action},
            {u"host"_s, host},
            {u"account"_s, orNull(account)},
            {u"project"_s, orNull(project)}};
}

/// One line of standard input; on a terminal it is asked for and not shown.
QFuture<Result<QByteArray>> readSecret(const QString &host, Session &session, const Console &console)
{
    auto line = readLine(Echo::Hidden, console.stop());
    if (isAtTerminal())
        console.log(Words::tr("Token for %1 (it is not shown):").arg(host));
    return andThen(line, &session, [host](const QByteArray &token) {
        return finished<QByteArray>(
            !token.trimmed().isEmpty()
                ? Result<QByteArray>(token.trimmed())
                : failure(Error::Kind::InvalidInput,
                          Words::tr("No token came on standard input. Use: unmoor token set --host %1 < FILE")
                              .arg(shellQuoted(host))));
    });
}

QFuture<int> setToken(const QString &host, const QString &account, Session &session, const Console &console)
{
    auto written = andThen(readSecret(host, session, console), &session, [=, &session](const QByteArray &token) {
        return unlessStopped(session.engine().accounts().tokens().write(host, token, account), &session, console.stop(),
                             Words::tr("Canceled while the keychain was asked; it may have taken the token."));
    });
    return written.then(&session, [&session, host, account, console](const Result<StoredToken::Place> &place) {
        if (!place)
            return console.fail(place.error());
        if (*place != StoredToken::Place::Keychain) {
            console.log(Words::tr("unmoor: no keychain answers on this machine, so the token was not kept. Start "
                                  "a Secret Service (gnome-keyring, KWallet), or pass it in an environment "
                                  "variable with --token-env."));
            return 1;
        }
        // Until the token is checked, nobody knows whose it is; then it must not stand back behind another's.
        const auto changed = session.engine().accounts().change([&](AccountBook &book) {
            if (!account.isEmpty())
                book.put({.host = host, .login = account, .report = {.host = host}});
            book.choose(host, {}, account);
        });
        if (!changed)
            return console.fail(changed.error());
        console.print(accountDocument(u"set"_s, host, account));
        console.print(Words::tr("The token for %1 is in the keychain.\n").arg(host));
        return 0;
    });
}

int signedIn(const SignedIn &signedIn, const Console &console)
{
    console.print(toJson(signedIn.report));
    console.log(describe(signedIn.report, QDateTime::currentDateTimeUtc()));
    if (signedIn.place == StoredToken::Place::Keychain)
        return signedIn.report.publish == TokenReport::Right::No ? 1 : 0;
    console.log(Words::tr("unmoor: no keychain answers on this machine, so the token was not kept. Start a Secret "
                          "Service (gnome-keyring, KWallet) and sign in again."));
    return 1;
}

QFuture<int> login(const Invocation &invocation, Session &session, const Console &console)
{
    QObject::connect(&session.login(), &HostLogin::codeReceived, &session, [console](const DeviceCode &code) {
        console.log(Words::tr("Open %1 and type the code %2").arg(code.page.toString(), code.userCode));
    });
    return session.login()
        .signInWithBrowser(invocation.clientId, session.loginProject())
        .then(&session, [console](const Result<SignedIn> &done) {
            return done ? signedIn(*done, console) : console.fail(done.error());
        });
}

/// The folder's project makes the answer exact; without one it is about the token alone.
QFuture<Result<void>> openForCheck(const Invocation &invocation, Session &session)
{
    const bool isProject = QFileInfo::exists(QDir(invocation.project).filePath(u"unmoor.toml"_s));
    if (invocation.projectGiven || (isProject && invocation.host.isEmpty()))
        return session.open(invocation.project);
    return finished<void>({});
}

int showReport(const TokenReport &report, const Console &console)
{
    console.print(toJson(report));
    const QString text = describe(report, QDateTime::currentDateTimeUtc());
    if (report.publish == TokenReport::Right::No) {
        console.log(text);
        return 1;
    }
    console.print(text + u'\n');
    return 0;
}

QFuture<int> checkToken(const Invocation &invocation, Session &session, const Console &console)
{
    return inEitherCase(openForCheck(invocation, session), &session, [&session, console](const Result<void> &opened) {
        if (!opened)
            return exitWith(console.fail(opened.error()));
        auto report = andThen(session.signIn(), &session, [&session](const StoredToken &) {
            return session.login().checkToken(session.loginProject());
        });
        return report.then(&session, [console](const Result<TokenReport> &found) {
            return found ? showReport(*found, console) : console.fail({Error::Kind::Failed, found.error().message});
        });
    });
}

int listAccounts(Session &session, const Console &console)
{
    const auto book = session.engine().accounts().read();
    if (!book)
        return console.fail(book.error());
    QJsonArray accounts;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Account &account : book->accounts) {
        const bool isChosen = book->loginFor(account.host, session.project().checkout.root) == account.login;
        QJsonObject json = toJson(account.report);
        json.remove(u"schema"_s);
        json.insert(u"account"_s, account.login);
        json.insert(u"chosen"_s, isChosen);
        accounts.append(json);
        const QString standing =
            account.checkedAt.isValid() ? standingOf(account.report, now).words : Words::tr("not checked yet");
        console.print(
            Words::tr("%1 %2 at %3: %4\n").arg(isChosen ? u"*"_s : u" "_s, account.login, account.host, standing));
    }
    if (accounts.isEmpty())
        console.print(Words::tr("No account is known. Sign in with the browser: unmoor token login, or hand over a "
                                "token: unmoor token set --account NAME < FILE\n"));
    console.print(QJsonObject{{u"schema"_s, 1}, {u"accounts"_s, accounts}});
    return 0;
}

QFuture<int> useAccount(const Invocation &invocation, Session &session, const Console &console)
{
    if (invocation.account.isEmpty())
        return exitWith(console.fail({Error::Kind::InvalidInput,
                                      Words::tr("Name the account: unmoor token use --account NAME. unmoor token "
                                                "list shows those that are known.")}));
    auto opened = invocation.projectGiven ? session.open(invocation.project) : finished<void>({});
    return inEitherCase(opened, &session, [&session, invocation, console](const Result<void> &open) {
        if (!open)
            return exitWith(console.fail(open.error()));
        return session.login()
            .useAccount(invocation.account, session.project().checkout.root, invocation.projectGiven)
            .then(&session, [&session, invocation, console](const Result<StoredToken> &token) {
                if (!token)
                    return console.fail({Error::Kind::Failed, token.error().message});
                const QString host = tokenHost(session.options().apiUrl);
                const QString project = invocation.projectGiven ? session.project().manifest.name : QString();
                console.print(accountDocument(u"use"_s, host, invocation.account, project));
                console.print(invocation.projectGiven
                                  ? Words::tr("%1 publishes the releases of %2.\n").arg(invocation.account, project)
                                  : Words::tr("%1 publishes the releases at %2.\n").arg(invocation.account, host));
                return 0;
            });
    });
}

/// Whose token to forget: the account that is named, else the chosen one, else the one by host alone.
QFuture<int> forgetToken(const Invocation &invocation, const QString &host, Session &session, const Console &console)
{
    const auto book = session.engine().accounts().read();
    const QString login = !invocation.account.isEmpty() ? invocation.account
        : book                                          ? book->loginFor(host, {})
                                                        : QString();
    return session.login().forget(host, login).then(&session, [host, login, console](const Result<void> &forgotten) {
        if (!forgotten)
            return console.fail({Error::Kind::Failed, forgotten.error().message});
        console.print(accountDocument(u"forget"_s, host, login));
        console.print(login.isEmpty()
                          ? Words::tr("The token for %1 is gone from the keychain.\n").arg(host)
                          : Words::tr("The token of %1 for %2 is gone from the keychain.\n").arg(login, host));
        return 0;
    });
}

QFuture<int> runToken(const Invocation &invocation, Session &session, const Console &console)
{
    const QString host = tokenHost(invocation.apiUrl);
    if (invocation.tokenAction == u"set")
        return setToken(host, invocation.account, session, console);
    if (invocation.tokenAction == u"login")
        return login(invocation, session, console);
    if (invocation.tokenAction == u"check")
        return checkToken(invocation, session, console);
    if (invocation.tokenAction == u"list")
        return exitWith(listAccounts(session, console));
    if (invocation.tokenAction == u"use")
        return useAccount(invocation, session, console);
    return forgetToken(invocation, host, session, console);
}

Result<void> takeToken(Invocation &invocation, const QCommandLineParser &given, const QStringList &words)
{
    invocation.tokenAction = words.first();
    const QStringList actions{u"set"_s, u"login"_s, u"check"_s, u"list"_s, u"use"_s, u"forget"_s};
    if (!actions.contains(invocation.tokenAction))
        return wrongUsage(
            Words::tr("'unmoor token' takes %1, not \"%2\".").arg(actions.join(u", "_s), invocation.tokenAction));
    invocation.host = given.value(u"host"_s);
    invocation.account = given.value(u"account"_s);
    invocation.clientId = given.value(u"client-id"_s);
    if (!invocation.host.isEmpty() && !given.isSet(u"api-url"_s)) {
        invocation.apiUrl = apiUrlOfHost(invocation.host);
        if (!invocation.apiUrl.isValid())
            return wrongUsage(
                Words::tr("--host takes a host such as git.example.org, not \"%1\".").arg(invocation.host));
    }
    return {};
}

} // namespace

CliCommand tokenCommand()
{
    return {
        .id = Invocation::Command::Token,
        .name = u"token"_s,
        .usage = u"set|login|check|list|use|forget [--host H] [--account A] [--client-id ID]"_s,
        .summary = Words::tr("keep tokens in the keychain, and say what they may do"),
        .options = {{u"host"_s, Words::tr("The host that the token is for; github.com unless said."), u"H"_s},
                    {u"account"_s, Words::tr("Whose token at the host; the one that was chosen unless said."), u"A"_s},
                    {u"client-id"_s,
                     Words::tr("Of the OAuth app to sign in with in the browser; kept for the next time."), u"ID"_s}},
        .minWords = 1,
        .maxWords = 1,
        .take = takeToken,
        .run = runToken};
}

} // namespace unmoor
