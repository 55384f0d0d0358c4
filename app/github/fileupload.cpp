// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/fileupload.h"

#include "app/core/words.h"

#include <QHttpHeaders>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <curl/curl.h>
#include <utility>

namespace unmoor::github {

namespace {

constexpr long bufferBytes = 512 << 10;
constexpr int mostWait = 1000; // ms; a cancel wakes it up
constexpr std::chrono::milliseconds betweenProgress{50};

using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void add(HeaderList &list, const QByteArray &line)
{
    list.reset(curl_slist_append(list.release(), line.constData()));
}

HeaderList headerList(const QNetworkRequest &request)
{
    HeaderList list(nullptr, &curl_slist_free_all);
    for (const QByteArray &name : request.rawHeaderList())
        add(list, name + ": " + request.rawHeader(name));
    add(list, "Expect:"); // hosts that do not know 100-continue would cost a second
    return list;
}

/// The certificates that Qt trusts, as PEM.
QByteArray trustedCertificates()
{
    QByteArray pem;
    for (const QSslCertificate &certificate : QSslConfiguration::defaultConfiguration().caCertificates())
        pem += certificate.toPem();
    return pem;
}

void setProxy(CURL *curl, const QUrl &url)
{
    const QNetworkProxy proxy = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url)).value(0);
    const bool isHttp = proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::HttpCachingProxy;
    if (!isHttp && proxy.type() != QNetworkProxy::Socks5Proxy) {
        curl_easy_setopt(curl, CURLOPT_PROXY, ""); // whatever the environment says
        return;
    }
    curl_easy_setopt(curl, CURLOPT_PROXYTYPE, long(isHttp ? CURLPROXY_HTTP : CURLPROXY_SOCKS5_HOSTNAME));
    curl_easy_setopt(curl, CURLOPT_PROXY, proxy.hostName().toUtf8().constData());
    curl_easy_setopt(curl, CURLOPT_PROXYPORT, long(proxy.port()));
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "");
    if (proxy.user().isEmpty())
        return;
    curl_easy_setopt(curl, CURLOPT_PROXYAUTH, long(CURLAUTH_ANY));
    curl_easy_setopt(curl, CURLOPT_PROXYUSERNAME, proxy.user().toUtf8().constData());
    curl_easy_setopt(curl, CURLOPT_PROXYPASSWORD, proxy.password().toUtf8().constData());
}

QNetworkReply::NetworkError errorOf(CURLcode code)
{
    switch (code) {
    case CURLE_OK:
        return QNetworkReply::NoError;
    case CURLE_COULDNT_RESOLVE_HOST:
        return QNetworkReply::HostNotFoundError;
    case CURLE_COULDNT_CONNECT:
        return QNetworkReply::ConnectionRefusedError;
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
        return QNetworkReply::RemoteHostClosedError;
    case CURLE_PEER_FAILED_VERIFICATION:
        return QNetworkReply::SslHandshakeFailedError;
    case CURLE_COULDNT_RESOLVE_PROXY:
        return QNetworkReply::ProxyNotFoundError;
    case CURLE_OPERATION_TIMEDOUT:
        return QNetworkReply::TimeoutError;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

QString textOf(QNetworkReply::NetworkError error, const QString &words)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return Words::tr("no host of this name was found (%1)").arg(words);
    case QNetworkReply::RemoteHostClosedError:
        return Words::tr("the connection broke (%1)").arg(words);
    default:
        return words;
    }
}

} // namespace

/// What the thread works on. It speaks to the reply by its event loop alone.
class FileUpload::Transfer
{
public:
    Transfer(FileUpload &reply, QByteArray method, std::shared_ptr<OutgoingFile> file, qint64 mostAnswer)
        : m_reply(reply)
        , m_request(reply.request())
        , m_method(std::move(method))
        , m_file(std::move(file))
        , m_mostAnswer(mostAnswer)
        , m_multi(curl_multi_init())
    {
    }
    ~Transfer() { curl_multi_cleanup(m_multi); }

    void run();
    void stop(); ///< from any thread

private:
    static size_t giveBody(char *data, size_t size, size_t count, void *self);
    static size_t takeHeader(char *data, size_t size, size_t count, void *self);
    static size_t takeAnswer(char *data, size_t size, size_t count, void *self);
    static int watch(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t sent);

    void prepare();
    CURLcode perform();
    void line(QByteArrayView header);

    template <typename Call>
    void post(Call call)
    {
        QMetaObject::invokeMethod(&m_reply, std::move(call), Qt::QueuedConnection);
    }

    FileUpload &m_reply; ///< outlives the thread
    const QNetworkRequest m_request;
    const QByteArray m_method;
    const std::shared_ptr<OutgoingFile> m_file;
    const qint64 m_mostAnswer;
    CURLM *const m_multi;
    std::atomic_bool m_isStopped = false;

    // The thread's alone.
    CURL *m_curl = nullptr;
    HeaderList m_headersToSend{nullptr, &curl_slist_free_all};
    QByteArray m_trusted;
    char m_words[CURL_ERROR_SIZE] = {};
    int m_status = 0;
    QList<QPair<QByteArray, QByteArray>> m_headers;
    qint64 m_received = 0;
    qint64 m_told = 0;
    std::chrono::steady_clock::time_point m_toldAt;

    Q_DISABLE_COPY_MOVE(Transfer)
};

void FileUpload::Transfer::stop()
{
    m_isStopped = true;
    curl_multi_wakeup(m_multi);
}

void FileUpload::Transfer::prepare()
{
    const QUrl url = m_request.url();
    m_headersToSend = headerList(m_request);
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_curl, option, value); };
    curl_easy_setopt(m_curl, CURLOPT_ERRORBUFFER, m_words);
    curl_easy_setopt(m_curl, CURLOPT_URL, url.toEncoded().constData());
    curl_easy_setopt(m_curl, CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // a name that is still looked up does not hold up a cancel
    set(CURLOPT_FRESH_CONNECT, 1L); // on one that was used before, curl would send again what got no answer
    set(CURLOPT_FORBID_REUSE, 1L);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_POST, 1L);
    curl_easy_setopt(m_curl, CURLOPT_CUSTOMREQUEST, m_method.constData());
    curl_easy_setopt(m_curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(m_file->size()));
    set(CURLOPT_UPLOAD_BUFFERSIZE, bufferBytes);
    curl_easy_setopt(m_curl, CURLOPT_HTTPHEADER, m_headersToSend.get());
    curl_easy_setopt(m_curl, CURLOPT_READFUNCTION, &Transfer::giveBody);
    curl_easy_setopt(m_curl, CURLOPT_READDATA, this);
    curl_easy_setopt(m_curl, CURLOPT_HEADERFUNCTION, &Transfer::takeHeader);
    curl_easy_setopt(m_curl, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_curl, CURLOPT_WRITEFUNCTION, &Transfer::takeAnswer);
    curl_easy_setopt(m_curl, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_curl, CURLOPT_XFERINFOFUNCTION, &Transfer::watch);
    curl_easy_setopt(m_curl, CURLOPT_XFERINFODATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    setProxy(m_curl, url);
    if (url.scheme() != QLatin1StringView("https"))
        return;
    m_trusted = trustedCertificates();
    curl_blob blob{m_trusted.data(), size_t(m_trusted.size()), CURL_BLOB_NOCOPY};
    curl_easy_setopt(m_curl, CURLOPT_CAINFO_BLOB, &blob);
}

CURLcode FileUpload::Transfer::perform()
{
    int running = 1;
    curl_multi_add_handle(m_multi, m_curl);
    while (running > 0 && !m_isStopped) {
        if (curl_multi_perform(m_multi, &running) != CURLM_OK)
            break;
        if (running > 0 && curl_multi_poll(m_multi, nullptr, 0, mostWait, nullptr) != CURLM_OK)
            break;
    }
    CURLcode code = CURLE_ABORTED_BY_CALLBACK;
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left))
        code = message->data.result;
    curl_multi_remove_handle(m_multi, m_curl);
    return code;
}

void FileUpload::Transfer::run()
{
    m_curl = curl_easy_init();
    prepare();
    const CURLcode code = perform();
    curl_easy_cleanup(m_curl);
    if (m_isStopped)
        return;
    const NetworkError error = errorOf(code);
    const QString words = QString::fromUtf8(m_words[0] != 0 ? m_words : curl_easy_strerror(code));
    post([&reply = m_reply, error, words] { reply.end(error, error == NoError ? QString() : textOf(error, words)); });
}

size_t FileUpload::Transfer::giveBody(char *data, size_t size, size_t count, void *self)
{
    const qint64 got = static_cast<Transfer *>(self)->m_file->read(data, qint64(size * count));
    return got < 0 ? CURL_READFUNC_ABORT : size_t(got);
}

size_t FileUpload::Transfer::takeHeader(char *data, size_t size, size_t count, void *self)
{
    static_cast<Transfer *>(self)->line(QByteArrayView(data, qsizetype(size * count)).trimmed());
    return size * count;
}

/// Of the answers "100 Continue" and the like nothing is kept.
void FileUpload::Transfer::line(QByteArrayView header)
{
    if (header.startsWith("HTTP/")) {
        long status = 0;
        curl_easy_getinfo(m_curl, CURLINFO_RESPONSE_CODE, &status);
        m_status = int(status);
        m_headers.clear();
        return;
    }
    if (header.isEmpty()) {
        if (m_status >= 200)
            post([&reply = m_reply, status = m_status, headers = m_headers] { reply.takeHead(status, headers); });
        return;
    }
    const qsizetype colon = header.indexOf(':');
    if (colon > 0)
        m_headers.emplace_back(header.first(colon).toByteArray(), header.sliced(colon + 1).trimmed().toByteArray());
}

size_t FileUpload::Transfer::takeAnswer(char *data, size_t size, size_t count, void *self)
{
    auto &transfer = *static_cast<Transfer *>(self);
    const qint64 wanted = std::min(qint64(size * count), transfer.m_mostAnswer + 1 - transfer.m_received);
    transfer.m_received += wanted;
    if (wanted > 0)
        transfer.post([&reply = transfer.m_reply, bytes = QByteArray(data, wanted)] { reply.takeBytes(bytes); });
    return size * count;
}

int FileUpload::Transfer::watch(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t sent)
{
    auto &transfer = *static_cast<Transfer *>(self);
    if (transfer.m_isStopped)
        return 1;
    const auto now = std::chrono::steady_clock::now();
    const qint64 size = transfer.m_file->size();
    if (sent == transfer.m_told || (sent < size && now - transfer.m_toldAt < betweenProgress))
        return 0;
    transfer.m_told = sent;
    transfer.m_toldAt = now;
    transfer.post([&reply = transfer.m_reply, sent, size] {
        if (!reply.isFinished())
            Q_EMIT reply.uploadProgress(sent, size);
    });
    return 0;
}

// --- The reply -------------------------------------------------------------------------------------------------------

FileUpload::FileUpload(const QNetworkRequest &request, const QByteArray &method, std::shared_ptr<OutgoingFile> file,
                       qint64 mostAnswer, QObject *parent)
    : QNetworkReply(parent)
{
    static const CURLcode isReady = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(isReady)
    setRequest(request);
    setUrl(request.url());
    QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_transfer = std::make_unique<Transfer>(*this, method, std::move(file), mostAnswer);
    m_thread = std::jthread([transfer = m_transfer.get()] { transfer->run(); });
}

FileUpload::~FileUpload()
{
    m_transfer->stop();
    m_thread.join();
}

void FileUpload::abort()
{
    m_transfer->stop();
    end(OperationCanceledError, Words::tr("it was canceled"));
}

qint64 FileUpload::readData(char *data, qint64 most)
{
    const qint64 got = std::min<qint64>(most, m_bytes.size());
    std::copy_n(m_bytes.constData(), got, data);
    m_bytes.remove(0, got);
    return got;
}

void FileUpload::takeHead(int status, const QList<QPair<QByteArray, QByteArray>> &headers)
{
    if (isFinished())
        return;
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, status);
    setHeaders(QHttpHeaders::fromListOfPairs(headers));
    Q_EMIT metaDataChanged();
}

void FileUpload::takeBytes(const QByteArray &bytes)
{
    if (isFinished())
        return;
    m_bytes += bytes;
    Q_EMIT readyRead();
}

void FileUpload::end(NetworkError code, const QString &why)
{
    if (isFinished())
        return;
    if (code != NoError)
        setError(code, why);
    setFinished(true);
    Q_EMIT finished();
}

} // namespace unmoor::github
