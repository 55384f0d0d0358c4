// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/tokenwords.h"
#include "cli/commands.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// One line of standard input; on a terminal it is asked for and not shown.
QByteArray readSecret(const QString &host, const Console &console)
{
    const bool terminal = ::isatty(STDIN_FILENO) != 0;
    termios shown{};
    if (terminal) {
        console.log(Session::tr("Token for %1 (it is not shown):").arg(host));
        ::tcgetattr(STDIN_FILENO, &shown);
        termios hidden = shown;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    QFile input;
    const QByteArray line = input.open(stdin, QIODevice::ReadOnly) ? input.readLine().trimmed() : QByteArray();
    if (terminal)
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    return line;
}

QFuture<int> setToken(const QString &host, const QString &account, Session &session, const Console &console)
{
    const QByteArray token = readSecret(host, console);
    if (token.isEmpty())
        return exitWith(console.fail(
            {Error::Kind::InvalidInput,
             Session::tr("No token came on standard input. Use: unmoor token set --host %1 < FILE").arg(host)}));
    return session.tokens()
        .write(host, token, account)
        .then(&session, [&session, host, account, console](const Result<StoredToken::Place> &place) {
            if (!place)
                return console.fail({Error::Kind::Failed, place.error().message});
            if (*place != StoredToken::Place::Keychain) {
                console.log(Session::tr("unmoor: no keychain answers on this machine, so the token was not kept. Start "
                                        "a Secret Service (gnome-keyring, KWallet), or pass it in an environment "
                                        "variable with --token-env."));
                return 1;
            }
            // Until the token is checked, nobody knows whose it is; then it must not stand back behind another's.
            const auto changed = changeAccounts(session.options().stateDir, [&](AccountBook &book) {
                if (!account.isEmpty())
                    book.put({.host = host, .login = account, .report = {.host = host}});
                book.choose(host, {}, account);
            });
            if (!changed)
                return console.fail(changed.error());
            console.print(Session::tr("The token for %1 is in the keychain.\n").arg(host));
            return 0;
        });
}

int signedIn(const SignedIn &signedIn, const Console &console)
{
    console.print(toJson(signedIn.report));
    console.log(describe(signedIn.report, QDateTime::currentDateTimeUtc()));
    if (signedIn.place == StoredToken::Place::Keychain)
        return signedIn.report.publish == TokenReport::Right::No ? 1 : 0;
    console.log(Session::tr("unmoor: no keychain answers on this machine, so the token was not kept. Start a Secret "
                            "Service (gnome-keyring, KWallet) and sign in again."));
    return 1;
}

QFuture<int> login(const Invocation &invocation, Session &session, const Console &console)
{
    QObject::connect(&session, &Session::deviceCodeReceived, &session, [console](const DeviceCode &code) {
        console.log(Session::tr("Open %1 and type the code %2").arg(code.page.toString(), code.userCode));
    });
    return session.signInWithBrowser(invocation.clientId).then(&session, [console](const Result<SignedIn> &done) {
        return done ? signedIn(*done, console) : console.fail(done.error());
    });
}

/// The folder's project makes the answer exact; without one it is about the token alone.
QFuture<Result<void>> openForCheck(const Invocation &invocation, Session &session)
{
    const bool isProject = QFileInfo::exists(QDir(invocation.project).filePath(u"unmoor.toml"_s));
    if (invocation.projectGiven || (isProject && invocation.host.isEmpty()))
        return session.open(invocation.project);
    return QtFuture::makeReadyValueFuture(Result<void>());
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
    return openForCheck(invocation, session)
        .then(&session,
              [&session, console](const Result<void> &opened) {
                  if (!opened)
                      return exitWith(console.fail(opened.error()));
                  return session.signIn()
                      .then(&session,
                            [&session, console](const Result<StoredToken> &token) {
                                if (!token)
                                    return exitWith(console.fail({Error::Kind::Failed, token.error().message}));
                                return session.checkToken().then(
                                    &session, [console](const Result<TokenReport> &report) {
                                        return report ? showReport(*report, console)
                                                      : console.fail({Error::Kind::Failed, report.error().message});
                                    });
                            })
                      .unwrap();
              })
        .unwrap();
}

int listAccounts(const Session &session, const Console &console)
{
    const auto book = readAccounts(session.options().stateDir);
    if (!book)
        return console.fail(book.error());
    QJsonArray accounts;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Account &account : book->accounts) {
        const bool isChosen = book->loginFor(account.host, session.checkout().root) == account.login;
        QJsonObject json = toJson(account.report);
        json.remove(u"schema"_s);
        json.insert(u"account"_s, account.login);
        json.insert(u"chosen"_s, isChosen);
        accounts.append(json);
        const QString standing =
            account.checkedAt.isValid() ? standingOf(account.report, now).words : Session::tr("not checked yet");
        console.print(u"%1 %2 at %3: %4\n"_s.arg(isChosen ? u"*"_s : u" "_s, account.login, account.host, standing));
    }
    console.print(QJsonObject{{u"schema"_s, 1}, {u"accounts"_s, accounts}});
    return 0;
}

QFuture<int> useAccount(const Invocation &invocation, Session &session, const Console &console)
{
    if (invocation.account.isEmpty())
        return exitWith(console.fail({Error::Kind::InvalidInput,
                                      Session::tr("Name the account: unmoor token use --account NAME. unmoor token "
                                                  "list shows those that are known.")}));
    auto opened =
        invocation.projectGiven ? session.open(invocation.project) : QtFuture::makeReadyValueFuture(Result<void>());
    return opened
        .then(&session,
              [&session, invocation, console](const Result<void> &open) {
                  if (!open)
                      return exitWith(console.fail(open.error()));
                  return session.useAccount(invocation.account, invocation.projectGiven)
                      .then(&session, [&session, invocation, console](const Result<StoredToken> &token) {
                          if (!token)
                              return console.fail({Error::Kind::Failed, token.error().message});
                          console.print(invocation.projectGiven
                                            ? Session::tr("%1 publishes the releases of %2.\n")
                                                  .arg(invocation.account, session.manifest().name)
                                            : Session::tr("%1 publishes the releases at %2.\n")
                                                  .arg(invocation.account, tokenHost(session.options().apiUrl)));
                          return 0;
                      });
              })
        .unwrap();
}

/// Whose token to forget: the account that is named, else the chosen one, else the one by host alone.
QFuture<int> forgetToken(const Invocation &invocation, const QString &host, Session &session, const Console &console)
{
    const auto book = readAccounts(session.options().stateDir);
    const QString login = !invocation.account.isEmpty() ? invocation.account
        : book                                          ? book->loginFor(host, {})
                                                        : QString();
    return session.forgetAccount(host, login).then(&session, [host, login, console](const Result<void> &forgotten) {
        if (!forgotten)
            return console.fail({Error::Kind::Failed, forgotten.error().message});
        console.print(login.isEmpty()
                          ? Session::tr("The token for %1 is gone from the keychain.\n").arg(host)
                          : Session::tr("The token of %1 for %2 is gone from the keychain.\n").arg(login, host));
        return 0;
    });
}

} // namespace

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

} // namespace unmoor
