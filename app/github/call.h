// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/github/body.h"
#include "app/github/outgoingfile.h"
#include "app/github/transport.h"

#include <QNetworkReply>
#include <QPromise>
#include <QTimer>

namespace unmoor::github {

/// One request with its redirects; deletes itself when it has come to a result.
class Call : public QObject
{
public:
    Call(Transport &transport, Request request, std::stop_token stop);
    ~Call() override;

    QFuture<Result<Answer>> start();

private:
    void send(const QUrl &url);
    Result<void> openBody();
    void tell(qint64 sent);
    QNetworkReply *sent(const QNetworkRequest &request);
    void noteDistrust(const QList<QSslError> &errors);
    void bytesCame();
    void judgePace(qint64 bytes);
    void ended();
    void follow(const QUrl &target);
    bool isRedirect() const;
    std::optional<Error> interrupted() const;
    void end(Error::Kind kind, const QString &why);
    void finish(Result<Answer> result);

    Transport &m_transport;
    Request m_request;
    std::stop_token m_stop;
    QPromise<Result<Answer>> m_promise;
    std::unique_ptr<Body> m_body; ///< null: there is none, or it is m_file
    std::shared_ptr<OutgoingFile> m_file;
    QNetworkReply *m_reply = nullptr;
    QTimer m_stall;
    Answer m_answer;
    int m_redirects = 0;
    bool m_withToken = true; // until the first hop to another host; it never comes back
    bool m_stalled = false;
    qint64 m_received = 0; ///< bytes of the body of the answer at hand
    bool m_tooLong = false;
    std::chrono::steady_clock::time_point m_windowBegin; ///< since when m_windowBytes came
    qint64 m_windowBytes = 0;
    bool m_tooSlow = false;
    QStringList m_distrust; ///< what is wrong with the host's certificate
    bool m_finished = false;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace unmoor::github
