// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

/// What came back of one request.
struct Seen
{
    int status = 0; ///< 0: the connection broke
    QByteArray body;
    QHttpHeaders headers;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray list() const { return QJsonDocument::fromJson(body).array(); }
    QString text(QStringView key) const { return json()[key].toString(); }
    QString header(QAnyStringView name) const { return QString::fromLatin1(headers.value(name)); }
    /// "field: code" of the first error of a 422.
    QString refusal() const
    {
        const QJsonObject first = json()[u"errors"].toArray().at(0).toObject();
        return first[u"field"].toString() + QStringLiteral(": ") + first[u"code"].toString();
    }
};

/// Sends requests as plainly as Qt can; follows no redirects.
class Browser
{
public:
    QByteArray token;
    QHttpHeaders extra; ///< sent with every request

    Seen send(const QByteArray &method, const QUrl &url, const QByteArray &body = {},
              const QByteArray &type = "application/json")
    {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        QHttpHeaders headers = extra;
        if (!headers.contains(QHttpHeaders::WellKnownHeader::UserAgent))
            headers.append(QHttpHeaders::WellKnownHeader::UserAgent, "unmoor-test");
        if (!token.isEmpty())
            headers.append(QHttpHeaders::WellKnownHeader::Authorization, "Bearer " + token);
        if (!body.isNull())
            headers.append(QHttpHeaders::WellKnownHeader::ContentType, type);
        request.setHeaders(headers);
        const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished); // waits without the 10 ms naps of qWaitFor
        if (!reply->isFinished() && !finished.wait(20000))
            return {};
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                .body = reply->readAll(),
                .headers = reply->headers(),
                .error = reply->error()};
    }
    Seen get(const QUrl &url) { return send("GET", url); }
    Seen send(const QByteArray &method, const QUrl &url, const QJsonObject &json)
    {
        return send(method, url, QJsonDocument(json).toJson());
    }

private:
    QNetworkAccessManager m_network;
};
