// SPDX-License-Identifier: GPL-3.0-or-later
// How fast an artifact of GitHub Actions is downloaded and hashed at a line of a given rate, beside curl with the same
// file from the same server; what taking the archive out of it and inspecting that takes then; and how much memory.
// The server is a process of its own, on loopback, and redirects to another origin as GitHub does.
//   packaging/enter bash -c 'cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release &&
//       ninja -C build/bench bench_artifact && build/bench/tests/bench/bench_artifact [MEBIBYTES [ROUNDS]]'
#include "app/archive/inspectionprocess.h"
#include "app/core/hash.h"
#include "app/core/pool.h"
#include "app/github/client.h"
#include "app/runs/packedartifact.h"

#include <KZip>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThreadPool>
#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

using Clock = std::chrono::steady_clock;

constexpr qint64 lineRate = 125'000'000; // bytes a second: 1 Gbit/s
const QString archiveName = QStringLiteral("demo.tar.xz");

int listenOn(quint16 &port)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(listener, generic, size) != 0 || ::listen(listener, 16) != 0
        || ::getsockname(listener, generic, &size) != 0)
        qFatal("The server could not listen.");
    port = ntohs(address.sin_port);
    return listener;
}

bool hasRequest(int socket)
{
    std::string head;
    char piece[4096];
    while (head.find("\r\n\r\n") == std::string::npos) {
        const ssize_t got = ::read(socket, piece, sizeof piece);
        if (got <= 0)
            return false;
        head.append(piece, size_t(got));
    }
    return true;
}

bool writeAll(int socket, const char *bytes, size_t size)
{
    while (size > 0) {
        const ssize_t written = ::write(socket, bytes, size);
        if (written <= 0)
            return false;
        bytes += written;
        size -= size_t(written);
    }
    return true;
}

/// Answers with \a path at \a rate bytes a second; 0: as fast as it goes.
void serveFile(int socket, const QByteArray &path, qint64 rate)
{
    // What this process sleeps too long is not the line's fault: so much of it is made up for.
    constexpr std::chrono::milliseconds late{100};
    while (hasRequest(socket)) {
        const int file = ::open(path.constData(), O_RDONLY);
        const off_t size = ::lseek(file, 0, SEEK_END);
        ::lseek(file, 0, SEEK_SET);
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: "
            + QByteArray::number(qint64(size)) + "\r\n\r\n";
        bool isWhole = writeAll(socket, head.constData(), size_t(head.size()));
        std::vector<char> piece(64 << 10);
        Clock::time_point free = Clock::now();
        for (ssize_t got = 0; isWhole && (got = ::read(file, piece.data(), piece.size())) > 0;) {
            if (rate > 0) {
                free = std::max(free, Clock::now() - late) + std::chrono::nanoseconds(got * 1'000'000'000 / rate);
                std::this_thread::sleep_until(free);
            }
            isWhole = writeAll(socket, piece.data(), size_t(got));
        }
        ::close(file);
        if (!isWhole)
            break;
    }
    ::close(socket);
}

void redirect(int socket, quint16 storage)
{
    const QByteArray head = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + QByteArray::number(storage)
        + "/artifact\r\nContent-Length: 0\r\n\r\n";
    while (hasRequest(socket) && writeAll(socket, head.constData(), size_t(head.size()))) { }
    ::close(socket);
}

/// Serves in a process of its own until it is killed: an API that redirects, and a storage.
struct Host
{
    pid_t process = 0;
    quint16 api = 0;
    quint16 storage = 0;

    Host(const QString &path, qint64 rate)
    {
        const int apiListener = listenOn(api);
        const int storageListener = listenOn(storage);
        process = ::fork();
        if (process == 0) {
            ::signal(SIGPIPE, SIG_IGN);
            std::thread([apiListener, to = storage] {
                for (;;)
                    std::thread(redirect, ::accept(apiListener, nullptr, nullptr), to).detach();
            }).detach();
            for (;;)
                std::thread(serveFile, ::accept(storageListener, nullptr, nullptr), path.toLocal8Bit(), rate).detach();
        }
        ::close(apiListener);
        ::close(storageListener);
    }

    Host(const Host &) = delete;
    Host &operator=(const Host &) = delete;
    ~Host() { ::kill(process, SIGKILL); }
};

double peakMiB(const QString &process = u"self"_s)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return double(text.mid(text.indexOf("VmHWM:") + 6).split('k').first().trimmed().toLongLong()) / 1024;
}

void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

/// Looks at how much memory the process takes that reads an archive, until it goes.
class ChildWatch
{
public:
    explicit ChildWatch(double &peak)
        : m_thread([&peak](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
                for (const QString &task : QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                    QFile children(u"/proc/self/task/%1/children"_s.arg(task));
                    if (!children.open(QIODevice::ReadOnly))
                        continue;
                    for (const QByteArray &child : children.readAll().simplified().split(' '))
                        if (isReader(child))
                            peak = std::max(peak, peakMiB(QString::fromLatin1(child)));
                }
            }
        })
    {
    }

private:
    static bool isReader(const QByteArray &process)
    {
        QFile command(u"/proc/%1/cmdline"_s.arg(QString::fromLatin1(process)));
        return !process.isEmpty() && command.open(QIODevice::ReadOnly) && command.readAll().contains("inspect-apart");
    }

    std::jthread m_thread;
};

template <typename T>
T waitedFor(QObject &context, QFuture<Result<T>> future)
{
    QEventLoop loop;
    std::optional<Result<T>> outcome;
    future.then(&context, [&](const Result<T> &result) {
        outcome = result;
        loop.quit();
    });
    if (!outcome)
        loop.exec();
    if (!outcome->has_value())
        qFatal("%s", qPrintable(outcome->error().message));
    return **outcome;
}

double secondsSince(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

void shell(const QString &folder, const QString &command)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(u"bash"_s, {u"-c"_s, command});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("%s failed", qPrintable(command));
}

/// An artifact as upload-artifact makes it: a ZIP of an archive, here of files that cannot be packed any smaller.
QString madeArtifact(const QTemporaryDir &folder, qint64 mebibytes)
{
    const QString top = folder.filePath(u"demo"_s);
    if (!QDir().mkpath(top))
        qFatal("no folder");
    QByteArray block(1 << 20, Qt::Uninitialized);
    QRandomGenerator random(1);
    for (int i = 0; i < 10; ++i) {
        QFile file(u"%1/file-%2"_s.arg(top).arg(i));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("%s", qPrintable(file.errorString()));
        for (qint64 written = 0; written < mebibytes / 10; ++written) {
            random.generate(reinterpret_cast<quint32 *>(block.data()),
                            reinterpret_cast<quint32 *>(block.data() + block.size()));
            file.write(block);
        }
    }
    shell(folder.path(), u"tar -c demo | xz -0 -T0 --block-size=24MiB > %1 && rm -r demo"_s.arg(archiveName));
    const QString path = folder.filePath(u"artifact.zip"_s);
    KZip zip(path);
    zip.setCompression(KZip::NoCompression);
    if (!zip.open(QIODevice::WriteOnly) || !zip.addLocalFile(folder.filePath(archiveName), archiveName) || !zip.close())
        qFatal("no ZIP");
    QFile::remove(folder.filePath(archiveName));
    return path;
}

struct Round
{
    double download = 0; ///< seconds, the hash among it
    double takeOut = 0;
    double inspect = 0;
    double readerPeak = 0; ///< MiB
};

Round taken(const Host &host, const QString &artifact, const QByteArray &digest, const InspectionProcess &inspector)
{
    const QTemporaryDir folder(u"/dev/shm/unmoor-XXXXXX"_s); // no disk in the figures
    const QString path = folder.filePath(u"download"_s);
    QNetworkAccessManager network;
    github::Client client(network, QUrl(u"http://127.0.0.1:%1"_s.arg(host.api)));
    client.setToken("none");
    Round round;
    QElapsedTimer timer;
    timer.start();
    const auto file = waitedFor(client, client.downloadArtifact(u"owner/tool"_s, 1, path));
    round.download = secondsSince(timer);
    if (file.sha256 != digest || file.bytes != QFileInfo(artifact).size())
        qFatal("It is not what was sent.");
    timer.start();
    const PackedArtifact packed{
        .path = path, .artifactName = u"release"_s, .member = archiveName, .folder = folder.path()};
    const QString archive =
        waitedFor(client, runInPool(*QThreadPool::globalInstance(), [packed] { return takeOutOfArtifact(packed); }));
    round.takeOut = secondsSince(timer);
    timer.start();
    const ChildWatch watch(round.readerPeak);
    const Inspection inspection = waitedFor(client, inspectApart(inspector, archive, {}));
    round.inspect = secondsSince(timer);
    if (inspection.contents.entries.size() < 10)
        qFatal("It was not read.");
    return round;
}

double curlSeconds(const Host &host)
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.start(u"curl"_s,
                  {u"-sS"_s, u"-L"_s, u"-o"_s, u"/dev/null"_s, u"http://127.0.0.1:%1/artifact"_s.arg(host.api)});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("curl failed");
    return secondsSince(timer);
}

void print(const char *name, QList<double> values, const char *unit)
{
    std::ranges::sort(values);
    std::printf("  %-34s median %7.2f%s  least %7.2f%s  most %7.2f%s\n", name, values[values.size() / 2], unit,
                values.first(), unit, values.last(), unit);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc > 1 && app.arguments().at(1) == "inspect-apart"_L1)
        return runInspectionApart();
    const qint64 size = argc > 1 ? atoll(argv[1]) : 500;
    const int rounds = argc > 2 ? atoi(argv[2]) : 3;
    const InspectionProcess inspector{.program = QCoreApplication::applicationFilePath()};

    double smallPeak = 0;
    double smallChild = 0;
    for (const qint64 mebibytes : {qint64(10), size}) {
        const QTemporaryDir folder(u"/dev/shm/unmoor-XXXXXX"_s);
        const QString artifact = madeArtifact(folder, mebibytes);
        const QByteArray digest = sha256OfFile(artifact).value();
        const double bytes = double(QFileInfo(artifact).size());
        const Host host(artifact, lineRate);
        forgetPeak();
        const double idle = peakMiB();
        QList<double> ours, curl, takeOut, inspect;
        double child = 0;
        for (int i = 0; i < rounds; ++i) {
            const Round round = taken(host, artifact, digest, inspector);
            ours += 100 * bytes / lineRate / round.download;
            curl += 100 * bytes / lineRate / curlSeconds(host);
            takeOut += round.takeOut;
            inspect += round.inspect;
            child = std::max(child, round.readerPeak);
        }
        std::printf("%lld MiB at %lld MB/s, %d rounds:\n", static_cast<long long>(bytes) >> 20,
                    static_cast<long long>(lineRate / 1'000'000), rounds);
        print("download and hash, of the line", ours, " %");
        print("curl, of the line", curl, " %");
        print("take the archive out of the ZIP", takeOut, " s");
        print("inspect it", inspect, " s");
        const double peak = peakMiB() - idle;
        std::printf("  peak over idle %.1f MiB; of the process that reads %.1f MiB\n", peak, child);
        if (mebibytes == size)
            std::printf("  more than with 10 MiB: %.1f MiB and %.1f MiB\n", peak - smallPeak, child - smallChild);
        smallPeak = peak;
        smallChild = child;
    }
    return 0;
}
