// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/inspectionprocess.h"

#include "app/archive/checksumfile.h"
#include "app/archive/confinement.h"
#include "app/archive/inspectionstream.h"
#include "app/core/childenvironment.h"
#include "app/core/endwithparent.h"
#include "app/core/format.h"
#include "app/core/streamsha256.h"
#include "app/core/words.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
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
constexpr int sliceMilliseconds = 20; // so that a cancel is seen in time

/// What a process that reads may take: a small part of the machine, whatever an archive says.
qint64 defaultMemory()
{
    constexpr qint64 most = 2LL << 30;
    const qint64 ofMachine = qint64(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE);
    return ofMachine > 0 ? std::min(most, ofMachine / 2) : most;
}

/// One conversation with the process that reads.
class Conversation
{
public:
    Conversation(const InspectionProcess &process, const QString &path, const ScanCallback &onProgress)
        : m_settings(process)
        , m_path(path)
        , m_memory(process.memory > 0 ? process.memory : defaultMemory())
        , m_onProgress(onProgress)
    {
    }

    ~Conversation()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        // In a pool's thread, like all of this; a killed process ends at once.
        m_process.kill();
        m_process.waitForFinished();
    }

    Result<Inspection> run(const InspectionRules &rules, const std::stop_token &stop)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        // Ctrl+C in a terminal is for this process alone, which then ends the other one.
        m_process.setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession
                                           | QProcess::UnixProcessFlag::ResetSignalHandlers);
        m_process.setChildProcessModifier([own = getpid()] { endWithParent(own, SIGKILL); });
        m_process.setProcessEnvironment(childEnvironment());
        m_process.start(m_settings.program, m_settings.arguments);
        m_process.write(toBytes(InspectionRequest{m_path, rules, m_memory}));
        m_process.closeWriteChannel();
        m_sinceSign.start();
        while (!m_outcome && !m_isNonsense) {
            if (stop.stop_requested())
                return failure(Error::Kind::Canceled, Words::tr("Reading %1 was canceled.").arg(m_path));
            if (m_process.waitForReadyRead(sliceMilliseconds))
                takePieces();
            else if (m_process.state() == QProcess::NotRunning)
                break;
            else if (m_sinceSign.hasExpired(m_settings.patience.count()))
                return hung();
        }
        takePieces();
        return m_outcome ? *std::move(m_outcome) : ended();
    }

private:
    void takePieces()
    {
        m_bytes += m_process.readAllStandardOutput();
        qsizetype at = 0;
        while (!m_isNonsense && m_bytes.size() - at >= headSize) {
            const quint64 length = qFromLittleEndian<quint64>(m_bytes.constData() + at + 1);
            m_isNonsense = length > mostLength;
            if (length > quint64(m_bytes.size() - at - headSize))
                break;
            take(Piece(m_bytes[at]), m_bytes.sliced(at + headSize, qsizetype(length)));
            at += headSize + qsizetype(length);
        }
        m_bytes.remove(0, at);
    }

    void take(Piece kind, const QByteArray &content)
    {
        m_sinceSign.restart();
        if (kind == Piece::Outcome) {
            m_outcome = outcomeFrom(content);
            m_isNonsense = !m_outcome;
            return;
        }
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

    const InspectionProcess &m_settings;
    QString m_path;
    qint64 m_memory; ///< bytes that the process may take
    const ScanCallback &m_onProgress;
    QProcess m_process;
    QElapsedTimer m_sinceSign;
    QByteArray m_bytes;
    std::optional<Result<Inspection>> m_outcome;
    bool m_isNonsense = false;
    qint64 m_entries = 0;
    QString m_last; ///< entry that was told of
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
#if !defined(__SANITIZE_ADDRESS__) // reserves much that it never uses
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

Result<Inspection> inspectApart(const InspectionProcess &process, const QString &path, const InspectionRules &rules,
                                std::stop_token stop, const ScanCallback &onProgress)
{
    if (process.program.isEmpty())
        return inspectArchive(path, rules, stop, onProgress);
    return Conversation(process, path, onProgress).run(rules, stop);
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
