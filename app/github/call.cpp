// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/call.h"

#include "app/core/words.h"
#include "app/github/fileupload.h"

#include <QHostAddress>
#include <QSslError>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace unmoor::github {

namespace {

constexpr int mostRedirects = 5;
constexpr qint64 longestAnswer = 64 << 20; // bytes; the API's largest pages are a few MiB
constexpr std::chrono::seconds paceWindow{60};
constexpr qint64 fewestInWindow = 32 << 10; // bytes; what is slower is no line but a host that holds this one up

/// Encrypted, or not leaving this machine.
bool isSafe(const QUrl &url)
{
    return url.scheme() == u"https"_s || url.host() == u"localhost"_s || QHostAddress(url.host()).isLoopback();
}

} // namespace

Call::Call(Transport &transport, Request request, std::stop_token stop)
    : QObject(&transport)
    , m_transport(transport)
    , m_request(std::move(request))
    , m_stop(std::move(stop))
{
    m_stall.setSingleShot(true);
    m_stall.setInterval(transport.stallTimeout);
    connect(&m_stall, &QTimer::timeout, this, [this] {
        m_stalled = true;
        m_reply->abort();
    });
    m_promise.start();
}

Call::~Call()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        if (m_body)
            m_body.release()->deleteLater(); // the reply may still look at it
    }
    if (!m_finished)
        end(Error::Kind::Canceled, Words::tr("it was canceled"));
}

QFuture<Result<Answer>> Call::start()
{
    auto future = m_promise.future();
    if (m_stop.stop_requested()) {
        end(Error::Kind::Canceled, Words::tr("it was canceled"));
        return future;
    }
    m_onStop.emplace(m_stop, [this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_reply)
                    m_reply->abort();
            },
            Qt::QueuedConnection);
    });
    if (!isSafe(m_request.url)) {
        end(Error::Kind::InvalidInput,
            Words::tr("%1 is not encrypted, and the token would be readable on the way; use https")
                .arg(m_request.url.toDisplayString(QUrl::RemoveQuery | QUrl::RemovePath)));
        return future;
    }
    send(m_request.url);
    return future;
}

/// What is wrong with a certificate is kept for the message; the call fails by itself.
void Call::noteDistrust(const QList<QSslError> &errors)
{
    for (const QSslError &error : errors)
        m_distrust += error.errorString();
    m_distrust.removeDuplicates();
}

void Call::send(const QUrl &url)
{
    if (const auto opened = openBody(); !opened) {
        finish(std::unexpected(opened.error()));
        return;
    }
    m_answer = {};
    m_received = 0;
    m_answer.url = url;
    m_answer.ownHost = sameOrigin(url, m_transport.apiUrl());
    QNetworkRequest request = m_transport.prepared(m_request, url, m_withToken && m_transport.mayHaveToken(url));
    if (m_body)
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_body->size());
    m_reply = sent(request);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        m_windowBegin = m_transport.now();
        m_windowBytes = 0;
    });
    connect(m_reply, &QNetworkReply::readyRead, this, [this, reply = m_reply] {
        const qint64 bytes = reply->bytesAvailable();
        bytesCame();
        judgePace(bytes);
    });
    connect(m_reply, &QNetworkReply::sslErrors, this, &Call::noteDistrust);
    connect(m_reply, &QNetworkReply::uploadProgress, this, &Call::tell);
    connect(m_reply, &QNetworkReply::finished, this, &Call::ended);
    m_stall.start();
}

Result<void> Call::openBody()
{
    if (m_request.isRead() || (m_request.body.isEmpty() && m_request.filePath.isEmpty()))
        return {};
    if (m_request.filePath.isEmpty()) {
        m_body = std::make_unique<Body>(m_request.body);
        return {};
    }
    return OutgoingFile::open(m_request.filePath, m_request.sha256).transform([this](auto file) {
        m_file = std::move(file);
    });
}

void Call::tell(qint64 sent)
{
    m_stall.start();
    if (m_file && m_request.sent)
        m_request.sent(sent);
}

QNetworkReply *Call::sent(const QNetworkRequest &request)
{
    QNetworkAccessManager &network = m_transport.m_network;
    if (m_request.isRead())
        return network.get(request);
    if (m_file)
        return new FileUpload(request, m_request.method, m_file, longestAnswer);
    return network.sendCustomRequest(request, m_request.method, m_body.get());
}

void Call::bytesCame()
{
    m_stall.start();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray bytes = m_reply->readAll();
    m_received += bytes.size();
    if (m_request.received && status >= 200 && status < 300)
        m_request.received(bytes);
    else if (m_answer.body.size() + bytes.size() <= longestAnswer)
        m_answer.body += bytes;
    else
        m_tooLong = true;
    if (m_tooLong)
        m_reply->abort();
}

/// A byte now and then keeps the stall timer from ending a call.
void Call::judgePace(qint64 bytes)
{
    m_windowBytes += bytes;
    const auto now = m_transport.now();
    if (!m_reply || now - m_windowBegin < paceWindow)
        return;
    m_tooSlow = m_windowBytes < fewestInWindow;
    m_windowBegin = now;
    m_windowBytes = 0;
    if (m_tooSlow)
        m_reply->abort();
}

void Call::ended()
{
    m_reply->disconnect(this); // a connection that broke may go on to tell of bytes, or of its end once more
    if (m_reply->bytesAvailable() > 0 && !m_tooLong)
        bytesCame();
    m_stall.stop();
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_answer.headers = m_reply->headers();
    const auto error = interrupted();
    const QUrl target = isRedirect() ? m_answer.url.resolved(QUrl::fromEncoded(m_answer.header("location"))) : QUrl();
    m_reply->deleteLater();
    m_reply = nullptr;
    if (error)
        finish(std::unexpected(m_transport.withoutToken(*error)));
    else if (target.isValid())
        follow(target);
    else
        finish(m_transport.judged(m_request, m_answer));
}

bool Call::isRedirect() const
{
    static constexpr std::array redirects{301, 302, 303, 307, 308};
    return std::ranges::contains(redirects, m_answer.status) && m_answer.headers.contains("location");
}

/// What kept a whole answer from coming.
std::optional<Error> Call::interrupted() const
{
    const auto error = [this](Error::Kind kind, const QString &why) { return errorOf(m_request, kind, why); };
    if (m_stop.stop_requested())
        return error(Error::Kind::Canceled, Words::tr("it was canceled"));
    if (m_file && m_file->isOther())
        return error(
            Error::Kind::InvalidInput,
            Words::tr("%1 is not the file that was inspected any more, so it was not sent whole; build or adopt "
                      "it again")
                .arg(m_request.filePath));
    if (m_stalled)
        return error(Error::Kind::Network,
                     Words::tr("nothing moved for %1 s; check the connection, then try again")
                         .arg(double(m_stall.interval()) / 1000));
    if (m_tooSlow)
        return error(Error::Kind::Network,
                     Words::tr("less than %1 KiB came in %2 s; check the connection, then try again")
                         .arg(fewestInWindow >> 10)
                         .arg(paceWindow.count()));
    if (m_tooLong)
        return error(Error::Kind::Server, Words::tr("the answer is longer than the API ever sends"));
    if (m_file && !m_file->isUnchanged())
        return error(
            Error::Kind::Io,
            Words::tr("%1 changed while it was sent; make sure that nothing writes to it").arg(m_request.filePath));
    if (m_answer.status >= 400)
        return {}; // a refusal counts, also when the host closed before it took the whole body
    const QNetworkReply::NetworkError broken = m_reply->error();
    if (broken == QNetworkReply::SslHandshakeFailedError)
        return error(
            Error::Kind::Failed,
            Words::tr("the certificate of %1 cannot be trusted: %2. Nothing was sent. Check this machine's clock; "
                      "where a proxy of your organization opens encrypted connections, add its certificate to "
                      "this machine's")
                .arg(m_answer.url.host(), m_distrust.isEmpty() ? m_reply->errorString() : m_distrust.join(u"; "_s)));
    const bool isStatus = broken >= QNetworkReply::ContentAccessDenied && broken <= QNetworkReply::UnknownContentError;
    if (m_answer.status == 0 || (broken != QNetworkReply::NoError && !isStatus))
        return error(Error::Kind::Network,
                     Words::tr("no whole answer from %1: %2").arg(m_answer.url.host(), m_reply->errorString()));
    // QNetworkAccessManager does not always tell that a body is shorter than its Content-Length.
    const QByteArray length = m_answer.header("content-length");
    if (m_answer.status == 200 && !length.isEmpty() && m_answer.header("content-encoding").isEmpty()
        && m_received < length.toLongLong())
        return error(Error::Kind::Network,
                     Words::tr("the answer of %1 was cut short: %2 of %3 bytes came")
                         .arg(m_answer.url.host())
                         .arg(m_received)
                         .arg(QString::fromLatin1(length)));
    return {};
}

void Call::follow(const QUrl &target)
{
    const bool keepsMethod = m_answer.status == 307 || m_answer.status == 308;
    if (!m_request.isRead() && !keepsMethod)
        return end(Error::Kind::Server,
                   Words::tr("it was sent on to %1 in a way that would lose what was written")
                       .arg(target.toDisplayString(QUrl::RemoveQuery)));
    if (++m_redirects > mostRedirects)
        return end(Error::Kind::Server, Words::tr("it was sent on more than %1 times").arg(mostRedirects));
    if (!isSafe(target) || (target.scheme() != u"https"_s && target.scheme() != m_answer.url.scheme()))
        return end(Error::Kind::Server,
                   Words::tr("it was sent on to %1, which is not safe").arg(target.toDisplayString(QUrl::RemoveQuery)));
    // A download may lie elsewhere; what the API says comes from the API, and a file goes where it was to go.
    if (!sameOrigin(target, m_answer.url) && !m_request.received)
        return end(Error::Kind::Server,
                   Words::tr("it was sent on to another host, %1").arg(target.toDisplayString(QUrl::RemoveQuery)));
    if (!sameOrigin(target, m_answer.url) || (m_transport.isOfApi(m_answer.url) && !m_transport.isOfApi(target)))
        m_withToken = false;
    send(target);
}

void Call::end(Error::Kind kind, const QString &why)
{
    finish(std::unexpected(m_transport.withoutToken(errorOf(m_request, kind, why))));
}

void Call::finish(Result<Answer> result)
{
    m_finished = true;
    m_onStop.reset();
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace unmoor::github
