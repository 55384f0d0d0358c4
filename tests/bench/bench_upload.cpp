// SPDX-License-Identifier: GPL-3.0-or-later
// How fast three files are sent, hashed on the way, and how much memory it takes, beside gh and curl with the same
// files to the same server, which is a process of its own and throws the bytes away. All take their turn in every
// round.
//   packaging/enter bash -c 'cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release &&
//       ninja -C build/bench bench_upload && build/bench/tests/bench/bench_upload [MEBIBYTES [ROUNDS]]'
#include "app/core/hash.h"
#include "app/github/client.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <functional>
#include <mutex>
#include <sys/resource.h>
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
            m_free = std::max(m_free, Clock::now() - late) + std::chrono::nanoseconds(bytes * 1'000'000'000 / m_rate);
            free = m_free;
        }
        std::this_thread::sleep_until(free);
    }

private:
    /// What this process sleeps too long is not the line's fault: so much of it is made up for.
    static constexpr std::chrono::milliseconds late{100};
    qint64 m_rate;
    std::mutex m_mutex;
    Clock::time_point m_free;
};

/// What gh asks for before it uploads, whatever release it has in mind; it looks for a draft by GraphQL, too.
QByteArray releaseAt(quint16 port)
{
    return R"({"id":1,"tag_name":"v1","assets":[],"upload_url":"http://127.0.0.1:)" + QByteArray::number(port)
        + R"(/upload{?name,label}"})";
}

bool answer(int socket, quint16 port, Line &line)
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
    const qint64 size = length < 0 ? 0 : lower.mid(length + 15, 20).split('\r').first().trimmed().toLongLong();
    if (lower.contains("expect: 100-continue"))
        std::ignore = ::write(socket, "HTTP/1.1 100 Continue\r\n\r\n", 25);
    for (qint64 left = size - (qint64(head.size()) - end); left > 0;) {
        const ssize_t got = ::read(socket, buffer.data(), size_t(std::min<qint64>(buffer.size(), left)));
        if (got <= 0)
            return false;
        line.pass(got);
        left -= got;
    }
    const bool isUpload = head.contains("/upload?") || head.contains("/upload ");
    const QByteArray stored = R"({"id":1,"name":"a","state":"uploaded","size":)" + QByteArray::number(size) + '}';
    const QByteArray noDraft = R"({"data":{"repository":{"release":null}}})";
    const QByteArray body = isUpload ? stored : head.starts_with("GET") ? releaseAt(port) : noDraft;
    const QByteArray reply = (isUpload ? "HTTP/1.1 201 Created" : "HTTP/1.1 200 OK")
        + "\r\nContent-Type: application/json\r\nContent-Length: "_ba + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
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
        if (::bind(listener, generic, size) != 0 || ::listen(listener, 16) != 0
            || ::getsockname(listener, generic, &size) != 0)
            qFatal("The sink could not listen.");
        port = ntohs(address.sin_port);
        process = ::fork();
        if (process == 0)
            serve(listener, port, rate);
        ::close(listener);
    }

    ~Sink() { ::kill(process, SIGKILL); }

    [[noreturn]] static void serve(int listener, quint16 port, qint64 rate)
    {
        Line line(rate);
        for (;;) {
            const int socket = ::accept(listener, nullptr, nullptr);
            std::thread([socket, port, &line] {
                while (answer(socket, port, line)) { }
                ::close(socket);
            }).detach();
        }
    }

    QString origin() const { return u"http://127.0.0.1:%1"_s.arg(port); }
    QString url() const { return origin() + u"/upload"_s; }
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
    if (next < files.size())
        start();
    loop.exec();
    return double(timer.nsecsElapsed()) / 1e9;
}

double processSeconds(const QString &program, const QStringList &words, const QProcessEnvironment &environment)
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, words);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("%s failed", qPrintable(program));
    return double(timer.nsecsElapsed()) / 1e9;
}

double curlSeconds(const QString &url, const QList<Sent> &files, const QStringList &options)
{
    QStringList words{u"-sS"_s};
    words += options;
    for (const Sent &file : files)
        words += {u"-X"_s, u"POST"_s, u"-T"_s, file.path, u"-o"_s, u"/dev/null"_s, url};
    return processSeconds(u"curl"_s, words, QProcessEnvironment::systemEnvironment());
}

/// gh speaks plain HTTP only to github.localhost, and here through the sink as its proxy.
double ghSeconds(const Sink &sink, const QList<Sent> &files)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HTTP_PROXY"_s, sink.origin());
    environment.insert(u"NO_PROXY"_s, QString());
    environment.insert(u"no_proxy"_s, QString());
    environment.insert(u"GH_HOST"_s, u"github.localhost"_s);
    environment.insert(u"GH_REPO"_s, u"owner/tool"_s);
    environment.insert(u"GH_TOKEN"_s, u"none"_s);
    environment.insert(u"GH_CONFIG_DIR"_s, QFileInfo(files[0].path).path());
    environment.insert(u"GH_NO_UPDATE_NOTIFIER"_s, u"1"_s);
    QStringList words{u"release"_s, u"upload"_s, u"v1"_s};
    for (const Sent &file : files)
        words += file.path;
    return processSeconds(u"gh"_s, words, environment);
}

double processorSeconds()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

QList<Sent> madeFiles(const QTemporaryDir &folder, qint64 total)
{
    QList<Sent> files;
    for (int i = 0; i < 3; ++i) {
        const QString path = folder.filePath(u"%1-%2"_s.arg(total).arg(i));
        QFile file(path);
        QByteArray block(1 << 20, Qt::Uninitialized);
        QRandomGenerator random(quint32(i) + 1);
        random.generate(reinterpret_cast<quint32 *>(block.data()),
                        reinterpret_cast<quint32 *>(block.data() + block.size()));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("%s", qPrintable(file.errorString()));
        for (qint64 written = 0; written < total / 3; written += block.size())
            file.write(block);
        file.close();
        files += Sent{path, sha256OfFile(path).value()};
    }
    return files;
}

struct Column
{
    const char *name;
    QList<double> values;

    void print(const char *unit) const
    {
        QList<double> sorted = values;
        std::ranges::sort(sorted);
        std::printf("  %-34s median %6.2f%s  best %6.2f%s  worst %6.2f%s\n", name, sorted[sorted.size() / 2], unit,
                    sorted.first(), unit, sorted.last(), unit);
    }
};

void compare(const QList<Sent> &files, int rounds)
{
    const Sink sink(0);
    const QStringList twoAtOnce{u"-Z"_s, u"--parallel-max"_s, u"2"_s};
    Column ours{"Unmoor"}, used{"Unmoor, processor"}, gh{"gh release upload"}, curl{"curl, one after another"},
        parallel{"curl, two at once"}, hash{"hashing alone"}, toGh{"Unmoor / gh"}, toCurl{"Unmoor / curl"};
    for (int i = 0; i < rounds; ++i) {
        const double before = processorSeconds();
        ours.values += seconds(sink.url(), files);
        used.values += processorSeconds() - before;
        gh.values += ghSeconds(sink, files);
        curl.values += curlSeconds(sink.url(), files, {});
        parallel.values += curlSeconds(sink.url(), files, twoAtOnce);
        QElapsedTimer timer;
        timer.start();
        for (const Sent &file : files)
            std::ignore = sha256OfFile(file.path);
        hash.values += double(timer.nsecsElapsed()) / 1e9;
        toGh.values += ours.values.last() / gh.values.last();
        toCurl.values += ours.values.last() / curl.values.last();
    }
    for (const Column *column : {&ours, &used, &gh, &curl, &parallel, &hash})
        column->print(" s");
    for (const Column *column : {&toGh, &toCurl})
        column->print("  ");
}

double peakMiB(const QList<Sent> &files)
{
    const Sink sink(0);
    forgetPeak();
    const qint64 idle = peakKib();
    seconds(sink.url(), files);
    return double(peakKib() - idle) / 1024;
}

qlonglong megabytes(const QList<Sent> &files)
{
    qint64 bytes = 0;
    for (const Sent &file : files)
        bytes += QFileInfo(file.path).size();
    return bytes >> 20;
}

/// \a rate: bytes a second that the server takes.
void throttle(qint64 rate, const Sent &file, int rounds)
{
    const Sink sink(rate);
    const double line = double(QFileInfo(file.path).size()) / double(rate);
    std::printf("%lld MiB at %lld MB/s:\n", megabytes({file}), static_cast<qlonglong>(rate / 1'000'000));
    Column ours{"Unmoor, of the line"}, curl{"curl, of the line"};
    for (int i = 0; i < rounds; ++i) {
        ours.values += 100 * line / seconds(sink.url(), {file});
        curl.values += 100 * line / curlSeconds(sink.url(), {file}, {});
    }
    ours.print(" %");
    curl.print(" %");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const qint64 total = (argc > 1 ? atoll(argv[1]) : 1024) << 20;
    const int rounds = argc > 2 ? atoi(argv[2]) : 5;
    const QTemporaryDir folder(u"/dev/shm/unmoor-XXXXXX"_s); // no disk in the figures
    const QList<Sent> few = madeFiles(folder, total / 8);
    const QList<Sent> files = madeFiles(folder, total);
    for (const QList<Sent> *sent : {&few, &files})
        std::printf("peak over idle: %.1f MiB for %lld MiB\n", peakMiB(*sent), megabytes(*sent));
    std::printf("%lld MiB in 3 files, %d rounds:\n", static_cast<long long>(total >> 20), rounds);
    compare(files, rounds);

    for (const qint64 rate : {20'000'000, 125'000'000})
        throttle(rate, files[0], std::min(rounds, 3));
    return 0;
}
