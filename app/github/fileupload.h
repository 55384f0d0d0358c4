// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/github/outgoingfile.h"

#include <QNetworkReply>
#include <memory>
#include <thread>

namespace unmoor::github {

/// A file that is sent by libcurl, in a thread of its own that ends with this object. QNetworkAccessManager hands a
/// body from one event loop to another in pieces of 16 KiB, which cost three times what sending itself does. The
/// request is sent once, on a connection of its own, as HTTP/1.1 (over HTTP/2 GitHub has refused the stream after the
/// whole body was sent), by way of the proxy that Qt would take, to a host that the certificates of Qt's default
/// configuration vouch for. Cookies, redirects and passwords in files are not heeded.
class FileUpload : public QNetworkReply
{
    Q_OBJECT
public:
    /// uploadProgress() comes 20 times a second at most. Of the answer \a mostAnswer bytes and one are given.
    FileUpload(const QNetworkRequest &request, const QByteArray &method, std::shared_ptr<OutgoingFile> file,
               qint64 mostAnswer, QObject *parent = nullptr);
    ~FileUpload() override;

    void abort() override;
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_bytes.size() + QNetworkReply::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 most) override;

private:
    class Transfer;

    void takeHead(int status, const QList<QPair<QByteArray, QByteArray>> &headers);
    void takeBytes(const QByteArray &bytes);
    void end(NetworkError code, const QString &why);

    std::unique_ptr<Transfer> m_transfer; ///< outlives the thread
    QByteArray m_bytes; ///< of the answer, not read yet
    std::jthread m_thread;
};

} // namespace unmoor::github
