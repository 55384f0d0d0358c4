// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include <QFile>
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

QFuture<int> setToken(const QString &host, Session &session, const Console &console)
{
    const QByteArray token = readSecret(host, console);
    if (token.isEmpty())
        return exitWith(console.fail(
            {Error::Kind::InvalidInput,
             Session::tr("No token came on standard input. Use: unmoor token set --host %1 < FILE").arg(host)}));
    return session.tokens().write(host, token).then(&session, [host, console](const Result<StoredToken::Place> &place) {
        if (!place)
            return console.fail({Error::Kind::Failed, place.error().message});
        if (*place == StoredToken::Place::Keychain) {
            console.print(Session::tr("The token for %1 is in the keychain.\n").arg(host));
            return 0;
        }
        console.log(
            Session::tr("unmoor: no keychain answers on this machine, so the token was not kept. Start a Secret "
                        "Service (gnome-keyring, KWallet), or pass it in an environment variable with --token-env."));
        return 1;
    });
}

QFuture<int> checkToken(Session &session, const QString &host, const Console &console)
{
    return session.signIn()
        .then(&session,
              [&session, host, console](const Result<StoredToken> &token) {
                  if (!token)
                      return exitWith(console.fail({Error::Kind::Failed, token.error().message}));
                  return session.client().user().then(&session, [host, console](const Result<github::User> &user) {
                      if (!user)
                          return console.fail({Error::Kind::Failed, user.error().message});
                      console.print(QJsonObject{{u"schema"_s, 1}, {u"host"_s, host}, {u"login"_s, user->login}});
                      console.print(
                          user->scopesKnown
                              ? Session::tr("%1 at %2; scopes: %3\n").arg(user->login, host, user->scopes.join(u", "_s))
                              : Session::tr("%1 at %2\n").arg(user->login, host));
                      return 0;
                  });
              })
        .unwrap();
}

} // namespace

QFuture<int> runToken(const Invocation &invocation, Session &session, const Console &console)
{
    const QString host = invocation.host.isEmpty() ? tokenHost(invocation.apiUrl) : invocation.host;
    if (invocation.tokenAction == u"set")
        return setToken(host, session, console);
    if (invocation.tokenAction == u"check")
        return checkToken(session, host, console);
    return session.tokens().forget(host).then(&session, [host, console](const Result<void> &forgotten) {
        if (!forgotten)
            return console.fail({Error::Kind::Failed, forgotten.error().message});
        console.print(Session::tr("The token for %1 is gone from the keychain.\n").arg(host));
        return 0;
    });
}

} // namespace unmoor
