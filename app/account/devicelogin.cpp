// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/devicelogin.h"

#include "app/account/tokenreport.h"
#include "app/core/chain.h"
#include "app/github/transport.h"
#include "app/publish/pause.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr auto grant = "urn:ietf:params:oauth:grant-type:device_code"_L1;

QByteArray form(const QList<std::pair<QString, QString>> &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields)
        body += (body.isEmpty() ? "" : "&") + name.toUtf8() + '=' + QUrl::toPercentEncoding(value);
    return body;
}

} // namespace

class DeviceLogin::Private : public QObject
{
public:
    Private(QNetworkAccessManager &network, DeviceApp forApp, Wait howToWait)
        : app(std::move(forApp))
        , transport(network, webUrl(app.apiUrl), this)
        , wait(std::move(howToWait))
    {
        if (!wait)
            wait = [this](std::chrono::seconds time, std::stop_token until) { return pause(time, until, this); };
    }

    QFuture<Result<github::Answer>> post(const QByteArray &path, const QByteArray &body, const QString &failed)
    {
        github::Request request;
        request.method = "POST";
        request.url = transport.url(path);
        request.failed = failed;
        request.body = body;
        request.accept = "application/json";
        request.contentType = "application/x-www-form-urlencoded";
        request.takesRefusal = true;
        return transport.send(request, stop);
    }

    QFuture<Result<QByteArray>> ask(const DeviceCode &code, int interval, int waited);

    DeviceApp app;
    github::Transport transport;
    Wait wait;
    std::stop_token stop;
};

DeviceLogin::DeviceLogin(QNetworkAccessManager &network, DeviceApp app, QObject *parent, Wait wait)
    : QObject(parent)
    , d(std::make_unique<Private>(network, std::move(app), std::move(wait)))
{
}

DeviceLogin::~DeviceLogin() = default;

QFuture<Result<QByteArray>> DeviceLogin::start(std::stop_token stop)
{
    d->stop = std::move(stop);
    const QByteArray body = form({{u"client_id"_s, d->app.clientId}, {u"scope"_s, u"repo workflow"_s}});
    return andThen(d->post("/login/device/code", body, tr("Could not get a code to sign in with")), d.get(),
                   [this](const github::Answer &answer) {
                       const auto code = parseDeviceCode(d->app, answer);
                       if (!code)
                           return finished<QByteArray>(std::unexpected(code.error()));
                       Q_EMIT codeReceived(*code);
                       return d->ask(*code, code->interval, 0);
                   });
}

/// Waits, then asks; \a waited seconds have gone by since the code came.
QFuture<Result<QByteArray>> DeviceLogin::Private::ask(const DeviceCode &code, int interval, int waited)
{
    if (waited + interval > code.expiresIn)
        return finished<QByteArray>(
            failure(Error::Kind::Canceled, tr("The code was not entered in time. Sign in again for a new one.")));
    return andThen(wait(std::chrono::seconds(interval), stop), this, [this, code, interval, waited] {
        const QByteArray body = form({{u"client_id"_s, app.clientId},
                                      {u"device_code"_s, QString::fromUtf8(code.deviceCode)},
                                      {u"grant_type"_s, grant}});
        const auto asked = post("/login/oauth/access_token", body, tr("Could not ask whether the code was entered"));
        return inEitherCase(asked, this, [this, code, interval, waited](const Result<github::Answer> &answer) {
            if (!answer) {
                // The code stays good while the network or the host is away for a moment.
                const auto kind = answer.error().kind;
                const bool mayPass =
                    kind == Error::Kind::Network || kind == Error::Kind::Server || kind == Error::Kind::RateLimited;
                const int later = std::max(interval, answer.error().retryAfter);
                return mayPass ? ask(code, later, waited + interval)
                               : finished<QByteArray>(std::unexpected(answer.error()));
            }
            const DeviceAnswer said = parseDeviceAnswer(app, *answer, interval);
            if (said.error)
                return finished<QByteArray>(std::unexpected(*said.error));
            if (!said.token.isEmpty())
                return finished<QByteArray>(said.token);
            return ask(code, said.interval, waited + interval);
        });
    });
}

} // namespace unmoor

#include "moc_devicelogin.cpp"
