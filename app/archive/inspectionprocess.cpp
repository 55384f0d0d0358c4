// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/inspectionprocess.h"

#include "app/archive/checksumfile.h"
#include "app/archive/confinement.h"
#include "app/archive/inspectionstream.h"
#include "app/core/childenvironment.h"
#include "app/core/endwithparent.h"
#include "app/core/format.h"
#include "app/core/pool.h"
#include "app/core/streamsha256.h"
#include "app/core/words.h"

#include <QFile>
#include <QPointer>
#include <QProcess>
#include <QPromise>
#include <QThread>
#include <QTimer>
#include <QtEndian>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <exception>
#include <iconv.h>
#include <sys/resource.h>
#include <system_error>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

// A piece of the answer: its kind, the length of what follows, and that.
enum class Piece : quint8 { Progress = 'P', Outcome = 'O' };
constexpr qsizetype headSize = 1 + sizeof(quint64);
constexpr quint64 mostLength = 2ULL << 30;
constexpr int outOfMemory = ENOMEM; // the exit code that says so

/// What a process that reads may take: a small part of the machine, whatever an archive says.
qint64 defaultMemory()
{
    constexpr qint64 most = 2LL << 30;
    const qint64 ofMachine = qint64(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE);
    return ofMachine > 0 ? std::min(most, ofMachine / 2) : most;
}

/// As many archives are read at once as the machine has processors; the others wait here.
class Turns
{
public:
    void take(const std::function<void()> &begin)
    {
        if (m_running == QThread::idealThreadCount())
            return m_waiting.append(begin);
        ++m_running;
        begin();
    }

    void giveBack()
    {
        --m_running;
        if (!m_waiting.isEmpty())
            take(m_waiting.takeFirst());
    }

private:
    int m_running = 0;
    QList<std::function<void()>> m_waiting;
};

Turns &turns()
{
    static Turns all;
    return all;
}

/// Unpackers take blocks of tens of megabytes. Where the kernel hands them over in pages of 4 KiB, that is a tenth of
/// the time that a .tar.xz takes; with this glibc asks for large ones. Another C library does not know the variable.
QProcessEnvironment withLargePages()
{
    const QString set = qEnvironmentVariable("GLIBC_TUNABLES");
    const QString largePages = u"glibc.malloc.hugetlb=1"_s;
    return childEnvironment({{u"GLIBC_TUNABLES"_s, set.isEmpty() ? largePages : set + u':' + largePages}});
}

/// One conversation with the process that reads; deletes itself when that has ended.
class Conversation : public QObject
{
public:
    Conversation(const InspectionProcess &process, const QString &path, const InspectionRules &rules,
                 std::stop_token stop, ScanCallback onProgress)
        : m_settings(process)
        , m_path(path)
        , m_memory(process.memory > 0 ? process.memory : defaultMemory())
        , m_request(toBytes(InspectionRequest{path, rules, m_memory}))
        , m_stop(std::move(stop))
        , m_onProgress(std::move(onProgress))
    {
        m_promise.start();
        m_patience.setSingleShot(true);
        m_patience.setInterval(m_settings.patience);
        connect(&m_patience, &QTimer::timeout, this, [this] { end(hung()); });
        connect(&m_process, &QProcess::readyReadStandardOutput, this, &Conversation::takePieces);
        connect(&m_process, &QProcess::finished, this, &Conversation::leave);
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                leave();
        });
    }

    QFuture<Result<Inspection>> start()
    {
        auto future = m_promise.future();
        turns().take([self = QPointer(this)] {
            if (self)
                self->begin();
            else
                turns().giveBack();
        });
        m_onStop.emplace(m_stop,
                         [this] { QMetaObject::invokeMethod(this, &Conversation::cancel, Qt::QueuedConnection); });
        return future;
    }

private:
    void begin()
    {
        if (m_stop.stop_requested())
            return turns().giveBack(); // cancel() says so
        m_hasTurn = true;
        m_process.setProgram(m_settings.program);
        m_process.setArguments(m_settings.arguments);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        // Ctrl+C in a terminal is for this process alone, which then ends the other one.
        m_process.setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession
                                           | QProcess::UnixProcessFlag::ResetSignalHandlers
                                           | QProcess::UnixProcessFlag::UseVFork);
        m_process.setProcessEnvironment(withLargePages());
        m_patience.start();
        startToEndWithParent(m_process, SIGKILL);
        m_process.write(m_request);
        m_process.closeWriteChannel();
    }

    void cancel()
    {
        end(failure(Error::Kind::Canceled, Words::tr("Reading %1 was canceled.").arg(m_path)));
        if (!m_hasTurn)
            deleteLater();
    }

    /// Tells the result, once; what still runs after that is ended.
    void end(const Result<Inspection> &result)
    {
        m_onStop.reset();
        m_patience.stop();
        if (m_process.state() != QProcess::NotRunning)
            m_process.kill();
        if (m_promise.future().isFinished())
            return;
        m_promise.addResult(result);
        m_promise.finish();
    }

    /// The process has ended, or never began.
    void leave()
    {
        takePieces();
        turns().giveBack();
        if (!m_hasOutcome)
            end(ended());
        if (!m_isDecoding)
            deleteLater();
    }

    /// That of a large archive takes a while, which is not the window's.
    void takeOutcome(const QByteArray &content)
    {
        m_hasOutcome = true;
        m_isDecoding = true;
        m_patience.stop();
        runInPool(*QThreadPool::globalInstance(), [content] {
            return outcomeFrom(content);
        }).then(this, [this](const std::optional<Result<Inspection>> &outcome) {
            m_isNonsense = !outcome;
            end(outcome ? *outcome : ended());
            m_isDecoding = false;
            if (m_process.state() == QProcess::NotRunning)
                deleteLater();
        });
    }

    void takePieces()
    {
        if (m_hasOutcome || m_promise.future().isFinished())
            return;
        m_bytes += m_process.readAllStandardOutput();
        qsizetype at = 0;
        while (!m_isNonsense && !m_hasOutcome && m_bytes.size() - at >= headSize) {
            const quint64 length = qFromLittleEndian<quint64>(m_bytes.constData() + at + 1);
            m_isNonsense = length > mostLength;
            if (length > quint64(m_bytes.size() - at - headSize))
                break;
            take(Piece(m_bytes[at]), m_bytes.sliced(at + headSize, qsizetype(length)));
            at += headSize + qsizetype(length);
        }
        m_bytes.remove(0, at);
        if (m_isNonsense)
            end(ended());
    }

    void take(Piece kind, const QByteArray &content)
    {
        m_patience.start();
        if (kind == Piece::Outcome)
            return takeOutcome(content);
        const auto progress = kind == Piece::Progress ? progressFrom(content) : std::nullopt;
        m_isNonsense = !progress;
        if (!progress)
            return;
        m_entries += progress->batch.size();
        if (!progress->batch.isEmpty())
            m_last = progress->batch.last().path;
        if (m_onProgress)
            m_onProgress(*progress);
    }

    QString howFar() const
    {
        return m_last.isEmpty() ? Words::tr("before its first entry")
                                : Words::tr("after %1 entries, near %2").arg(QString::number(m_entries), m_last);
    }

    std::unexpected<Error> hung() const
    {
        return failure(
            Error::Kind::Failed,
            Words::tr("Reading %1 made no progress for %2 s, %3, and was ended. The disk may be too slow: try "
                      "again. If it ends there again, please report it with the archive.")
                .arg(m_path)
                .arg(std::chrono::duration_cast<std::chrono::seconds>(m_settings.patience).count())
                .arg(howFar()));
    }

    std::unexpected<Error> ended() const
    {
        if (m_process.error() == QProcess::FailedToStart)
            return failure(
                Error::Kind::Failed,
                Words::tr("Could not start %1 to read %2: %3. Install Unmoor anew, or check its permissions.")
                    .arg(m_settings.program, m_path, m_process.errorString()));
        if (m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == outOfMemory && !m_isNonsense)
            return failure(Error::Kind::Failed,
                           Words::tr("Reading %1 needs more than the %2 of memory that it may take, %3, and was ended. "
                                     "Nothing was judged. An archive of a release needs far less: this one is most "
                                     "likely a mistake or an attack. Where it is meant, pack fewer files.")
                               .arg(m_path, formatBytes(m_memory), howFar()));
        const QString how = m_isNonsense                    ? Words::tr("gave an answer that makes no sense")
            : m_process.exitStatus() == QProcess::CrashExit ? Words::tr("crashed")
                                                            : Words::tr("ended with code %1").arg(m_process.exitCode());
        return failure(Error::Kind::Failed,
                       Words::tr("The process that reads %1 %2, %3. Nothing was judged, and nothing else is affected. "
                                 "This is a mistake in Unmoor or an attack on it: please report it with the archive.")
                           .arg(m_path, how, howFar()));
    }

    InspectionProcess m_settings;
    QString m_path;
    qint64 m_memory; ///< bytes that the process may take
    QByteArray m_request;
    std::stop_token m_stop;
    ScanCallback m_onProgress;
    QPromise<Result<Inspection>> m_promise;
    QProcess m_process;
    QTimer m_patience; ///< since the last sign of progress
    QByteArray m_bytes;
    bool m_hasTurn = false;
    bool m_hasOutcome = false;
    bool m_isDecoding = false;
    bool m_isNonsense = false;
    qint64 m_entries = 0;
    QString m_last; ///< entry that was told of
    std::optional<std::stop_callback<std::function<void()>>> m_onStop; ///< last: it calls this
};

/// What this process may take: it writes no file, leaves no core, and ends rather than filling the memory.
void limitThisProcess([[maybe_unused]] qint64 memory)
{
    const auto limit = [](auto resource, rlim_t most) {
        const rlimit both{most, most};
        setrlimit(resource, &both);
    };
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
#if !__has_feature(address_sanitizer) // reserves much that it never uses
    constexpr rlim_t sharedAndReserved = rlim_t(6) << 30; // libraries, and what threads set aside without using it
    limit(RLIMIT_DATA, rlim_t(memory));
    limit(RLIMIT_AS, rlim_t(memory) + sharedAndReserved);
#endif
}

/// Ends a process that reads, of which an exception got out. Memory that is not there may be asked for in any thread.
[[noreturn]] void endWithReason() noexcept
{
    try {
        if (const std::exception_ptr thrown = std::current_exception())
            std::rethrow_exception(thrown);
    } catch (const std::bad_alloc &) {
        _exit(outOfMemory);
    } catch (const std::system_error &error) { // of a thread that could not be started
        if (error.code() == std::errc::resource_unavailable_try_again)
            _exit(outOfMemory);
    } catch (...) {
    }
    std::abort();
}

/// Loads what is loaded when it is first needed, since later nothing can be opened.
void loadEverything()
{
    StreamSha256().finish();
    // Names are converted; these stay open, so that what they need stays loaded. See NameLocale.
    (void)newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    for (const char *from : {"UTF-8", "UTF-16LE", "UTF-16BE", "CP437"})
        for (const char *to : {"UTF-8", "ANSI_X3.4-1968"})
            iconv_open(to, from);
}

void send(QFile &out, Piece kind, const QByteArray &content)
{
    QByteArray head(headSize, Qt::Uninitialized);
    head[0] = char(kind);
    qToLittleEndian(quint64(content.size()), head.data() + 1);
    out.write(head);
    out.write(content);
    out.flush();
}

} // namespace

QFuture<Result<Inspection>> inspectApart(const InspectionProcess &process, const QString &path,
                                         const InspectionRules &rules, std::stop_token stop,
                                         const ScanCallback &onProgress)
{
    if (!process.program.isEmpty())
        return (new Conversation(process, path, rules, std::move(stop), onProgress))->start();
    const auto tell = [onProgress](const ScanProgress &progress) {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [onProgress, progress] { onProgress(progress); });
    };
    return runInPool(*QThreadPool::globalInstance(), [=, told = onProgress ? ScanCallback(tell) : ScanCallback()] {
        return inspectArchive(path, rules, stop, told);
    });
}

int runInspectionApart()
{
    constexpr int wrongUsage = 2;
    QFile in;
    QFile out;
    if (!in.open(0, QIODevice::ReadOnly) || !out.open(1, QIODevice::WriteOnly))
        return wrongUsage;
    const auto request = requestFrom(in.readAll());
    if (!request)
        return wrongUsage;
    std::set_terminate(endWithReason);
    loadEverything();
    limitThisProcess(request->memory);
    confineThisProcess({request->path, checksumFileOf(request->path)});
    try {
        const auto outcome = inspectArchive(request->path, request->rules, {}, [&out](const ScanProgress &progress) {
            send(out, Piece::Progress, toBytes(progress));
        });
        send(out, Piece::Outcome, toBytes(outcome));
    } catch (const std::bad_alloc &) {
        _exit(outOfMemory);
    }
    _exit(0); // there is nothing to put in order
}

} // namespace unmoor
