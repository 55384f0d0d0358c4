// SPDX-License-Identifier: GPL-3.0-or-later
// How fast files are sent, and how much memory it takes, against a server in its own process that throws bytes away:
//   cmake --build --preset dev --target bench_upload && build/dev/tests/bench/bench_upload [MEBIBYTES]
// Figures of curl are printed where it is installed.
#include "core/hash.h"
#include "github/client.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <functional>
#include <mutex>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

using Clock = std::chrono::steady_clock;

/// Bytes a second that all connections share; 0: no limit.
class Line
{
public:
    explicit Line(qint64 rate)
        : m_rate(rate)
    {
    }

    void pass(qint64 bytes)
    {
        if (m_rate == 0)
            return;
        Clock::time_point free;
        {
            const std::lock_guard lock(m_mutex);
            m_free = std::max(m_free, Clock::now()) + std::chrono::nanoseconds(bytes * 1'000'000'000 / m_rate);
            free = m_free;
        }
        std::this_thread::sleep_until(free);
    }

private:
    qint64 m_rate;
    std::mutex m_mutex;
    Clock::time_point m_free;
};

bool answer(int socket, Line &line)
{
    std::string head;
    QByteArray buffer(256 << 10, Qt::Uninitialized);
    qsizetype end = -1;
    while (end < 0) {
        const ssize_t got = ::read(socket, buffer.data(), 16 << 10);
        if (got <= 0)
            return false;
        head.append(buffer.constData(), size_t(got));
        const size_t at = head.find("\r\n\r\n");
        end = at == std::string::npos ? -1 : qsizetype(at) + 4;
    }
    const QByteArray lower = QByteArray(head.data(), end).toLower();
    const qsizetype length = lower.indexOf("content-length:");
    const qint64 size = lower.mid(length + 15, 20).split('\r').first().trimmed().toLongLong();
    if (lower.contains("expect: 100-continue"))
        std::ignore = ::write(socket, "HTTP/1.1 100 Continue\r\n\r\n", 25);
    for (qint64 left = size - (qint64(head.size()) - end); left > 0;) {
        const ssize_t got = ::read(socket, buffer.data(), size_t(std::min<qint64>(buffer.size(), left)));
        if (got <= 0)
            return false;
        line.pass(got);
        left -= got;
    }
    const QByteArray body =
        "{\"id\":1,\"name\":\"a\",\"state\":\"uploaded\",\"size\":" + QByteArray::number(size) + "}";
    const QByteArray reply = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return ::write(socket, reply.constData(), size_t(reply.size())) == reply.size();
}

/// Serves in a process of its own until it is killed.
struct Sink
{
    pid_t process = 0;
    quint16 port = 0;

    explicit Sink(qint64 rate)
    {
        const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        if (::bind(listener, generic, size) != 0 || ::listen(listener, 8) != 0
            || ::getsockname(listener, generic, &size) != 0)
            qFatal("The sink could not listen.");
        port = ntohs(address.sin_port);
        process = ::fork();
        if (process == 0)
            serve(listener, rate);
        ::close(listener);
    }

    ~Sink() { ::kill(process, SIGKILL); }

    [[noreturn]] static void serve(int listener, qint64 rate)
    {
        Line line(rate);
        for (;;) {
            const int socket = ::accept(listener, nullptr, nullptr);
            std::thread([socket, &line] {
                while (answer(socket, line)) { }
                ::close(socket);
            }).detach();
        }
    }

    QString url() const { return u"http://127.0.0.1:%1/upload"_s.arg(port); }
};

qint64 peakKib()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmHWM:") + 6).split('k').first().trimmed().toLongLong();
}

void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

struct Sent
{
    QString path;
    QByteArray sha256;
};

/// Sends all files, two at once, as the publisher does.
double seconds(const QString &url, const QList<Sent> &files)
{
    QNetworkAccessManager network;
    github::Client client(network, QUrl(url));
    github::Release release;
    release.uploadUrl = url;
    QEventLoop loop;
    qsizetype next = 0, left = files.size();
    std::function<void()> start = [&] {
        if (next == files.size())
            return;
        const Sent &file = files[next++];
        client.uploadAsset(release, u"a"_s, file.path, {}, {}, file.sha256)
            .then(&client, [&](const Result<github::Asset> &asset) {
                if (!asset)
                    qFatal("%s", qPrintable(asset.error().message));
                if (--left == 0)
                    loop.quit();
                else
                    start();
            });
    };
    QElapsedTimer timer;
    timer.start();
    start();
    start();
    loop.exec();
    return double(timer.nsecsElapsed()) / 1e9;
}

double curlSeconds(const QString &url, const QList<Sent> &files, const QStringList &options)
{
    QStringList words{u"-sS"_s};
    words += options;
    for (const Sent &file : files)
        words += {u"-X"_s, u"POST"_s, u"-T"_s, file.path, u"-o"_s, u"/dev/null"_s, url};
    QElapsedTimer timer;
    timer.start();
    QProcess curl;
    curl.start(u"curl"_s, words);
    curl.waitForFinished(-1);
    return double(timer.nsecsElapsed()) / 1e9;
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const qint64 total = (argc > 1 ? atoll(argv[1]) : 1024) << 20;
    QTemporaryDir folder;
    QList<Sent> files;
    for (int i = 0; i < 3; ++i) {
        const QString path = folder.filePath(QString::number(i));
        QFile file(path);
        QByteArray block(1 << 20, Qt::Uninitialized);
        QRandomGenerator random(quint32(i) + 1);
        random.generate(reinterpret_cast<quint32 *>(block.data()),
                        reinterpret_cast<quint32 *>(block.data() + block.size()));
        for (qint64 written = 0; file.open(QIODevice::Append) && written < total / 3; written += block.size()) {
            file.write(block);
            file.close();
        }
        files += {path, sha256OfFile(path).value()};
    }
    const auto runs = [](const std::function<double()> &one) {
        QList<double> times;
        for (int i = 0; i < 3; ++i)
            times += one();
        return median(times);
    };
    {
        const Sink sink(0);
        forgetPeak();
        const qint64 idle = peakKib();
        const double ours = runs([&] { return seconds(sink.url(), files); });
        std::printf("%lld MiB in 3 files, to a sink: Unmoor %.2f s, peak %.1f MiB over idle\n",
                    static_cast<long long>(total >> 20), ours, double(peakKib() - idle) / 1024);
        if (!QStandardPaths::findExecutable(u"curl"_s).isEmpty())
            std::printf("  curl, one after another %.2f s, two at once %.2f s\n",
                        runs([&] { return curlSeconds(sink.url(), files, {}); }),
                        runs([&] { return curlSeconds(sink.url(), files, {u"-Z"_s, u"--parallel-max"_s, u"2"_s}); }));
        QElapsedTimer timer;
        timer.start();
        for (const Sent &file : files)
            std::ignore = sha256OfFile(file.path);
        std::printf("  hashing alone %.2f s\n", double(timer.nsecsElapsed()) / 1e9);
    }
    {
        constexpr qint64 rate = 20'000'000;
        const Sink sink(rate);
        const double ours = seconds(sink.url(), files.first(1));
        const double line = double(QFile(files[0].path).size()) / double(rate);
        std::printf("%lld MiB at 20 MB/s: %.2f s, %.1f %% of the line\n",
                    static_cast<long long>(QFile(files[0].path).size() >> 20), ours, 100 * line / ours);
    }
    return 0;
}
